import type { ClientRecord } from '../domain/client.js'
import { refuses } from '../domain/consent.js'
import { phoneOf, reachOf, type Reach as Wanted } from '../domain/day/reach.js'
import { HANDLE_KINDS, type HandleKind } from '../domain/handle.js'
import { showPhone, showReach } from '../domain/points.js'
import type { NumberedEntry } from '../usecases/today.js'
import { MESSENGER_NAMES } from '../words/messengers.js'

/** A way to somebody: as it is read, and as a link that a phone or a mail program can follow. */
export interface Reach {
  text: string
  href: string | null
}

export interface Reaches {
  /** What stands beside the name: of a call the number to dial. */
  first: Reach | null
  /** What they like better than that. */
  preferred: Reach | null
}

/** A phone with what is dialled after it, when the client's own spelling of it has that. */
function phoneReach(value: string, phones: ClientRecord['phones'] = []): Reach {
  const known = phones.find((phone) => phone.value === value)
  const text = known ? showReach(known) : showPhone(value)
  // Digits after a comma are dialled after a pause, which phones know and RFC 3966 has no better word for.
  const extension = /\D(\d{1,6})$/.exec(text.slice(showPhone(value).length))?.[1]
  return { text, href: `tel:${value}${extension === undefined ? '' : `,${extension}`}` }
}

const mailReach = (value: string): Reach => ({
  text: value,
  href: `mailto:${encodeURI(value).replace(/[?&#]/g, encodeURIComponent)}`,
})

const PAGES: Partial<Record<HandleKind, string>> = {
  vk: 'https://vk.com/',
  instagram: 'https://www.instagram.com/',
  facebook: 'https://www.facebook.com/',
  linkedin: 'https://www.linkedin.com/in/',
}

function handleHref(kind: HandleKind, value: string): string | null {
  const name = encodeURIComponent(value)
  switch (kind) {
    case 'telegram':
      return `https://t.me/${value.startsWith('+') ? value : name}`
    case 'whatsapp':
      return value.startsWith('+') ? `https://wa.me/${value.slice(1)}` : null
    case 'viber':
      return value.startsWith('+') ? `viber://chat?number=${name}` : null
    case 'signal':
      return value.startsWith('+') ? `https://signal.me/#p/${value}` : null
    case 'skype':
      return `skype:${name}?chat`
    case 'url':
      return /^https?:\/\//i.test(value) ? value : null
    default:
      return `${PAGES[kind] ?? ''}${name}`
  }
}

function handleReach(kind: HandleKind, value: string): Reach {
  if (kind === 'url') return { text: value, href: handleHref(kind, value) }
  const name = value.startsWith('+') ? showPhone(value) : `@${value}`
  return { text: `${MESSENGER_NAMES[kind]} ${name}`, href: handleHref(kind, value) }
}

function reachBy({ channel, value }: Wanted, { phones }: ClientRecord): Reach {
  if (channel === 'phone') return phoneReach(value, phones)
  if (channel === 'sms') return { text: 'SMS', href: `sms:${value}` }
  if (channel === 'email') return mailReach(value)
  return handleReach(HANDLE_KINDS.find((kind) => kind === channel) ?? 'url', value)
}

/** How a client is reached for a greeting or a task: as it likes. */
function plainReach(client: ClientRecord): Reach | null {
  const known = reachOf(client, null)
  if (known !== null) return known.channel === 'sms' ? phoneReach(known.value, client.phones) : reachBy(known, client)
  const handle = client.handles.find(({ kind }) => !refuses(kind, client))
  return handle ? handleReach(handle.kind, handle.value) : null
}

/** How to reach the client of an entry. */
export function reachesOf({ section, client, facts }: NumberedEntry): Reaches {
  if (section !== 'calls' || facts === null) return { first: plainReach(client), preferred: null }
  const { reach, ask } = facts
  if (reach?.channel === 'phone') return { first: phoneReach(reach.value, client.phones), preferred: null }
  const liked = reach === null ? null : reachBy(reach, client)
  const number = phoneOf(client) ?? (ask?.gatekeeper ?? ask?.decider)?.phone
  if (number) return { first: phoneReach(number, client.phones), preferred: liked }
  return { first: liked ?? plainReach(client), preferred: null }
}
