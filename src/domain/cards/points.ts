import { readEmailCell, readHandleCell, readPhoneCell } from '../cells/points.js'
import { messengerNamed, type PhoneReader, readProfileLink } from '../handle.js'
import { type CellReading, type Point, readPoint } from '../points.js'
import { type CardPropertyLike, PRODID } from './properties.js'
import { textOf } from './row.js'

/** Labels that mean the same in every program; other words are the user's and stay as they are. */
const KNOWN_LABELS =
  /^(?:mobile|work|home|main|other|pager|fax|iphone|homepage|anniversary|birthday|spouse|partner|child|mother|father|parent|brother|sister|friend|assistant|manager)$/i

const TYPE_LABELS: [string, string][] = [
  ['fax', 'fax'],
  ['pager', 'pager'],
  ['cell', 'mobile'],
  ['mobile', 'mobile'],
  ['iphone', 'mobile'],
  ['work', 'work'],
  ['home', 'home'],
  ['main', 'main'],
  ['car', 'car'],
  ['other', 'other'],
]

export const isOwnCard = (properties: readonly CardPropertyLike[]): boolean =>
  properties.some(({ name, value }) => name === 'PRODID' && value === PRODID)

/** What a point is called: by its own label, else by its types. Own cards keep a label to the letter. */
export function labelOf({ label, types }: CardPropertyLike, own: boolean): string | null {
  const given = label?.trim()
  if (given) return !own && KNOWN_LABELS.test(given) ? given.toLowerCase() : given
  return TYPE_LABELS.find(([type]) => types.includes(type))?.[1] ?? null
}

/** Reads TEL and EMAIL. What this program wrote is one point each, in the form in which it is compared. */
export function readReach(property: CardPropertyLike, own: boolean, readPhone: PhoneReader): CellReading {
  const label = labelOf(property, own)
  const text = textOf(property)
  if (property.name === 'EMAIL') return readEmailCell(text, label)
  const written = own ? /^(\+\d{7,15}|\d{3,10})(?:,\d+)?$/.exec(text) : null
  if (written?.[1])
    return { points: [{ kind: 'phone', label, typed: text, value: written[1] }], remarks: [], bad: null }
  return readPhoneCell(dialled(text), label, readPhone)
}

/** `tel:+7-495-000-00-02;ext=12` as people write it (RFC 3966). */
function dialled(text: string): string {
  const uri = /^tel:([^;]*)(;.*)?$/is.exec(text.trim())
  if (!uri) return text
  const extension = /;ext=([\d-]+)/i.exec(uri[2] ?? '')?.[1]
  return `${decoded(uri[1] ?? '')}${extension === undefined ? '' : ` ext. ${extension}`}`
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Types that say where, not which service. */
const PLACES = new Set(['home', 'work', 'other', 'pref', 'internet', 'personal', 'business'])

/** What IMPP, a social profile, a URL or `X-SKYPE` says; `service` is its name when the base knows no such messenger. */
type HandleReading = { points: Point[] } | { service: string } | null

/** Reads a messenger, a profile or a link; null when it cannot be one. */
export function readHandle(property: CardPropertyLike, own: boolean, readPhone: PhoneReader): HandleReading {
  const { name, params, types } = property
  const text = textOf(property)
    .trim()
    .replace(/^x-apple:/i, '')
  if (name === 'URL' && own) return found(readPoint('url', text, labelOf(property, own), readPhone))
  const places = types.filter((type) => name === 'URL' || PLACES.has(type))
  const label = labelOf({ ...property, types: places }, own)
  const service = serviceOf(property, text)
  const kind = service === null ? null : messengerNamed(service)
  const user = params['x-user']?.[0]?.trim()
  const exact = user && kind ? found(readPoint(kind, user, label, readPhone)) : null
  if (exact) return exact
  const isLink = /^https?:\/\//i.test(text)
  if (kind === null && service !== null && !isLink) return { service }
  // What stands behind wa.me is an international number without its plus.
  const number = /^https?:\/\/wa\.me\/(\d{7,15})\/?$/i.exec(text)?.[1]
  if (number !== undefined) return found(readPoint('whatsapp', `+${number}`, label, readPhone))
  const link = readProfileLink(text)
  const shown = label ?? (kind === null ? service : null)
  // One link may have commas and semicolons in it, by which cells are divided.
  if ((link === null || link === 'page') && /^https?:\/\/\S+$/i.test(text))
    return found(readPoint('url', text, shown === 'homepage' ? null : shown, readPhone))
  const bare = link === null ? text.replace(SCHEME, '') : text
  const { points, bad } = readHandleCell(bare, kind ?? 'url', shown, readPhone)
  return bad === null && points.length > 0 ? { points } : null
}

const SCHEME = /^(?:skype|viber|whatsapp|tg|telegram|signal|sgnl|vk|facebook|fb|instagram|linkedin):(?!\/\/)/i

const found = (point: Point | null): HandleReading => point && { points: [point] }

/** The name of the service, lower case, or null when nothing but a link says it. */
function serviceOf({ name, params, types }: CardPropertyLike, text: string): string | null {
  if (name === 'URL') return null
  if (name !== 'IMPP' && !name.endsWith('SOCIALPROFILE')) return name.toLowerCase().replace(/^x-|-username$/g, '')
  const said = params['x-service-type']?.[0] ?? params['service-type']?.[0]
  const named = (said ?? types.find((type) => !PLACES.has(type)) ?? /^([a-z][a-z0-9.-]*):/i.exec(text)?.[1] ?? 'https')
    .toLowerCase()
    .replace(/^x-/, '')
  return /^https?$/.test(named) ? null : named === 'xmpp' ? 'jabber' : named
}
