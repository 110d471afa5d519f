import { readAnniversary } from '../anniversary.js'
import type { ClientCard } from '../client.js'
import type { HandleKind } from '../handle.js'
import { type CardPropertyLike, NO_YEAR } from './properties.js'

export type CardVersion = '3.0' | '4.0'

type Params = Record<string, string | number | null>

/** A property of a card to be written; parameters that are null are left out. */
export function property(
  name: string,
  value: string | string[],
  { types = [], label = null, params = {} }: { types?: string[]; label?: string | null; params?: Params } = {},
): CardPropertyLike {
  const given = Object.entries(params).filter(([, each]) => each !== null && each !== '')
  return {
    name,
    group: null,
    types,
    label,
    params: Object.fromEntries(given.map(([key, each]) => [key, [String(each)]])),
    value,
  }
}

/** The property, when there is something to write. */
export const when = (name: string, value: string | null): CardPropertyLike[] =>
  value === null || value === '' ? [] : [property(name, value)]

const TYPES: Record<string, string> = {
  mobile: 'cell',
  work: 'work',
  home: 'home',
  fax: 'fax',
  pager: 'pager',
  car: 'car',
}

/** What is dialled behind a number, from how it was typed: `доб. 12`, `ext. 12`, `,12`. */
const EXTENSION = /(?:доб\p{L}*|вн\p{L}*|ext\p{L}*|x|#|[,;pw])[.:\s]*(\d{1,6})\s*\)?$/iu

export function reachProperties({ phones, emails, handles }: ClientCard): CardPropertyLike[] {
  const labelled = (name: string, value: string, label: string | null, params: Params = {}): CardPropertyLike => {
    const type = label === null || !Object.hasOwn(TYPES, label) ? undefined : TYPES[label]
    return property(name, value, {
      types: type === undefined ? [] : [type],
      label: type === undefined ? label : null,
      params,
    })
  }
  return [
    ...phones.map(({ value, label, typed }) => {
      const extension = value.startsWith('+') ? EXTENSION.exec(typed.slice(-60))?.[1] : undefined
      return labelled('TEL', extension === undefined ? value : `${value},${extension}`, label)
    }),
    ...emails.map(({ value, label }) => labelled('EMAIL', value, label)),
    ...handles.map(({ kind, value, label }) => handleProperty(kind, value, label)),
  ]
}

/** Services that phones offer to write to, by their scheme; others are profiles with a page. */
const SCHEMES: Partial<Record<HandleKind, [service: string, scheme: string]>> = {
  whatsapp: ['WhatsApp', 'whatsapp'],
  viber: ['Viber', 'viber'],
  skype: ['Skype', 'skype'],
  signal: ['Signal', 'signal'],
}
const PAGES: Partial<Record<HandleKind, string>> = {
  telegram: 'https://t.me/',
  vk: 'https://vk.com/',
  instagram: 'https://instagram.com/',
  facebook: 'https://facebook.com/',
  linkedin: 'https://linkedin.com/in/',
}

function handleProperty(kind: HandleKind, value: string, label: string | null): CardPropertyLike {
  const scheme = SCHEMES[kind]
  // X-USER keeps the name to the letter, whatever a program does to the link.
  const user = { 'x-user': value }
  if (scheme)
    return property('IMPP', `${scheme[1]}:${value}`, { label, params: { 'x-service-type': scheme[0], ...user } })
  if (kind === 'url') return property('URL', value, { label })
  return property('X-SOCIALPROFILE', `${PAGES[kind] ?? ''}${value}`, { types: [kind], label, params: user })
}

export function placeProperties(
  { city, address, zone, country }: ClientCard,
  version: CardVersion,
): CardPropertyLike[] {
  return [
    ...(city === null && address === null && country === null
      ? []
      : [property('ADR', ['', '', address ?? '', city ?? '', '', '', country ?? ''])]),
    // Until 3.0 a zone is an offset, unless it says that it is text.
    ...(zone === null ? [] : [property('TZ', zone, { params: { value: version === '3.0' ? 'text' : null } })]),
  ]
}

export function dateProperties({ dates, birthday }: ClientCard, version: CardVersion): CardPropertyLike[] {
  const isBirthday = ({ occasion, who }: { occasion: string; who: string | null }): boolean =>
    occasion === 'birthday' && who === null
  const own = { occasion: 'birthday', who: null, date: birthday ?? '', remind_days: null, gift: null }
  const all = birthday !== null && !dates.some(isBirthday) ? [own, ...dates] : dates
  return all.flatMap(({ occasion, who, date, remind_days, gift }) => {
    const anniversary = readAnniversary(date)
    if (anniversary === null) return []
    const label = occasion === 'anniversary' ? '_$!<Anniversary>!$_' : occasion
    const name = isBirthday({ occasion, who }) ? 'BDAY' : 'X-ABDATE'
    const isBasic = version === '4.0' && name === 'BDAY'
    const yearless = anniversary.year === null && !isBasic
    return property(name, dateText(date, isBasic), {
      label: name === 'BDAY' ? null : who === null ? label : `${occasion} (${who})`,
      params: {
        'x-apple-omit-year': yearless ? NO_YEAR : null,
        'x-clientele-who': who,
        'x-clientele-remind': remind_days,
        'x-clientele-gift': gift,
      },
    })
  })
}

/** `--MM-DD` as `--MMDD` in vCard 4.0, and elsewhere in the year that Apple's programs take for none. */
const dateText = (date: string, basic: boolean): string =>
  basic ? date.replace(/(\d)-/g, '$1') : date.replace(/^--/, `${NO_YEAR}-`)
