/** Networks in which people have a name or a number of their own. */
export const MESSENGERS = [
  'telegram',
  'whatsapp',
  'viber',
  'skype',
  'signal',
  'vk',
  'instagram',
  'facebook',
  'linkedin',
] as const

/** The same, and pages of theirs. */
export const HANDLE_KINDS = [...MESSENGERS, 'url'] as const
export type HandleKind = (typeof HANDLE_KINDS)[number]

/** The E.164 form of a number as somebody typed it, or null. */
export type PhoneReader = (typed: string) => string | null

/** What a link or a name of a messenger says: whose it is, and the name, number or address itself. */
export interface FoundHandle {
  kind: HandleKind
  value: string
}

/** Words by which people name a messenger, whole and lower case. */
const WORDS: [HandleKind, RegExp][] = [
  ['telegram', /^(?:telegram+|tg|t\.?me|тг|тлг|тел?ега|тел[еє]грам+м?)$/u],
  ['whatsapp', /^(?:whats ?app|whatsap|wa|wapp|w\/a|вотс ?[аэ]пп?|ватс ?[аэ]пп?|вацап|вотсап|ватсап|вацапп)$/u],
  ['viber', /^(?:viber|вайбер|вібер)$/u],
  ['skype', /^(?:skype|скайп)$/u],
  ['signal', /^(?:signal|сигнал)$/u],
  ['vk', /^(?:vk|вк|вконтакте|vkontakte)$/u],
  ['instagram', /^(?:instagram|insta|ig|инст[аы]?|инстаграм+м?|інстаграм)$/u],
  ['facebook', /^(?:facebook|fb|фб|ф[еэ]йсбук)$/u],
  ['linkedin', /^linked ?in$/u],
]

/** The messenger that a word names, or null. */
export function messengerNamed(word: string): HandleKind | null {
  const clean = word.toLowerCase().trim()
  return WORDS.find(([, pattern]) => pattern.test(clean))?.[0] ?? null
}

type Place = [HandleKind, RegExp]

/** Addresses of profiles, without scheme; the first group is the name or the number. */
const PLACES: Place[] = [
  ['telegram', /^(?:t|telegram)\.(?:me|dog)\/(?:s\/)?@?(\+?\w+)\/?$/i],
  ['telegram', /^([a-z]\w{2,31})\.t\.me\/?$/i],
  ['telegram', /^(?:tg:(?:\/\/)?)?resolve\?(?:[^#]*&)?(?:domain|phone)=(\+?\w+)/i],
  ['whatsapp', /^wa\.me\/(\+?\d+)\/?$/i],
  ['whatsapp', /^(?:api\.whatsapp\.com\/|web\.whatsapp\.com\/|whatsapp:(?:\/\/)?)send\/?\?(?:[^#]*&)?phone=(\+?\d+)/i],
  ['viber', /^viber:(?:\/\/)?(?:chat|add|contact)\?(?:[^#]*&)?number=(\+?\d+)/i],
  ['skype', /^skype:([^?\s]+)(?:\?.*)?$/i],
  ['signal', /^signal\.me\/#p\/(\+\d+)$/i],
  ['vk', /^(?:vk\.com|vk\.ru|vkontakte\.ru)\/@?([\w.]+)\/?$/i],
  ['instagram', /^(?:instagram\.com|instagr\.am)\/@?([\w.]+)\/?$/i],
  ['facebook', /^(?:facebook\.com|fb\.com|m\.me|fb\.me)\/profile\.php\?(?:[^#]*&)?id=(\d+)/i],
  ['facebook', /^(?:facebook\.com|fb\.com|m\.me|fb\.me)\/@?([\w.-]+)\/?$/i],
  ['linkedin', /^linkedin\.com\/in\/([^/\s]+)\/?$/i],
]

const HOSTS =
  /^(?:(?:t|telegram)\.(?:me|dog)|wa\.me|(?:api|web|chat)\.whatsapp\.com|vk\.com|vk\.ru|vkontakte\.ru|instagram\.com|instagr\.am|facebook\.com|fb\.com|fb\.me|m\.me|linkedin\.com|signal\.me)\//i

/** Pages of these sites that are nobody's profile. */
const PAGES = /^(?:joinchat|addstickers|share|iv|p|reel|stories|explore|groups|pages|events|watch|wall\S*|send|login)$/i

/** Reads a link to a profile. 'page' is a link to such a site that names nobody: an invitation, a post, a group; null is no such link. */
export function readProfileLink(text: string): FoundHandle | 'page' | null {
  if (!/[/:.]/.test(text) || /\s/.test(text)) return null
  const address = text
    .replace(/^https?:\/\//i, '')
    .replace(/^(?:www|m|mobile|ru-ru|[a-z]{2})\.(?=[a-z-]+\.[a-z])/i, '')
    .replaceAll('%2B', '+')
  const bare = address.replace(/[?#].*$/, '')
  for (const [kind, pattern] of PLACES) {
    const value = pattern.exec(address)?.[1] ?? pattern.exec(bare)?.[1]
    if (value === undefined) continue
    const isPage = PAGES.test(value) || (kind === 'telegram' && /^\+/.test(value) && !/^\+\d{7,15}$/.test(value))
    if (isPage) return 'page'
    if (value !== 'profile.php') return { kind, value }
  }
  return HOSTS.test(address) ? 'page' : null
}

const SHAPES: Partial<Record<HandleKind, RegExp>> = {
  telegram: /^(?=_*[a-z0-9])[a-z0-9_]+$/i,
  instagram: /^[a-z0-9._]+$/i,
  vk: /^[a-z0-9._]+$/i,
}

/** Names of networks that give their own numbers to people, which are no phones. */
const NUMBERED: ReadonlySet<HandleKind> = new Set(['telegram', 'vk', 'facebook'])

/** Messengers that know people by their phone only: «да» in such a column is no name. */
const PHONES_ONLY: ReadonlySet<HandleKind> = new Set(['whatsapp', 'viber'])

/**
 * The compared form of a name in a network: lower case without `@`, or a phone. Null when it cannot be one.
 * A plain row of up to ten digits is a number of the network's own, unless it begins as national phones do.
 */
export function handleValue(kind: HandleKind, text: string, readNumber: PhoneReader): string | null {
  const handle = text.replace(/^@/, '')
  const isOwnNumber = NUMBERED.has(kind) && /^\d{1,10}$/.test(handle) && !/^[09]\d{9}$/.test(handle)
  if (!isOwnNumber && /^\+?[\d\s().-]{7,}$/.test(handle) && /\d/.test(handle)) return readNumber(handle)
  if (PHONES_ONLY.has(kind)) return null
  // A login of Skype may be an e-mail address.
  if (!(kind === 'skype' ? /^[^\s/\\<>"',;]+$/u : /^[^\s@/\\<>"',;]+$/u).test(handle) || handle.startsWith('@'))
    return null
  return SHAPES[kind]?.test(handle) === false ? null : handle.toLowerCase()
}
