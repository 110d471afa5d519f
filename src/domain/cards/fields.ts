import { isCivilDate } from '../calendar.js'
import { CONSENTS, STATUSES } from '../client.js'
import { addConsent } from '../consent-added.js'
import { readConsentText } from '../consent-text.js'
import { type AddressingKey, readAddressing } from '../fields/addressing.js'
import type { ReadContext } from '../reading/row.js'
import { customKey } from '../tables/targets.js'
import { cleanLine, cleanText } from '../text.js'
import { addCardDate } from './dates.js'
import { labelOf } from './points.js'
import { CARD_FIELDS, type CardPropertyLike, OWN } from './properties.js'
import { addCustom, type CardRow, textOf } from './row.js'

/** Fields that only this program's cards have, by the name behind `X-CLIENTELE-`. */
const VALUES = {
  OWNER: 'owner',
  SOURCE: 'source',
  CHANNEL: 'channel',
  HOURS: 'hours',
  'NO-CALL': 'no_call',
  'EXTERNAL-ID': 'external_id',
  'EXTERNAL-SYSTEM': 'external_system',
} as const

/** How somebody is addressed, by the property that tells it; the sex of GENDER stands before its `;`. */
const ADDRESSING: Record<string, AddressingKey> = {
  GENDER: 'sex',
  'X-GENDER': 'sex',
  LANG: 'language',
  LANGUAGE: 'language',
  CLOSENESS: 'closeness',
}

function takeAddressing(row: CardRow, key: AddressingKey, { name, value }: CardPropertyLike, text: string): void {
  const { values } = row.draft
  const first = typeof value === 'string' ? (value.split(';')[0] ?? '') : (value[0] ?? '')
  const read = readAddressing(key, first.trim() === '' ? text : first)
  // Unknown, and not applicable: RFC 6350, section 6.2.7.
  if (key === 'sex' && /^[un]$/i.test(first.trim())) return
  if (read === null) row.unread.push({ column: name, value: text })
  // Of several languages the first is the one they prefer.
  else values[key] ??= read as never
}

/** Reads TZ, GENDER, LANG and `X-CLIENTELE-…`. */
export function readOwnField(row: CardRow, property: CardPropertyLike): void {
  const { draft } = row
  const text = cleanLine(textOf(property))
  const name = property.name.startsWith(OWN) ? property.name.slice(OWN.length) : property.name
  const key = Object.hasOwn(VALUES, name) ? VALUES[name as keyof typeof VALUES] : undefined
  if (text === '') return
  if (key) draft.values[key] = text
  else if (Object.hasOwn(ADDRESSING, name)) takeAddressing(row, ADDRESSING[name] ?? 'sex', property, text)
  else if (name === 'STATUS') draft.status = STATUSES.find((status) => status === text) ?? draft.status
  else if (name === 'VIP') draft.vip = text === 'yes'
  else if (name === 'CONSENT') draft.values.consent = CONSENTS.find((consent) => consent === text) ?? null
  else if (name === 'CONSENT-ORIGIN') draft.values.consent_origin = text
  else if (name === 'CONSENT-AT') draft.values.consent_at = isCivilDate(text) ? text : null
  else if (name === 'CHANNEL-CONSENT') takeConsent(row, text)
  else if (name === 'VERIFIED') draft.values.verified_at = isCivilDate(text) ? text : null
  else if (name === 'REFERRED-BY') draft.referredBy = text
  else if (name === 'NAME') row.unsplit = text === 'unsplit'
  else if (name === 'COMPANY') draft.companies.push({ name: text, role: property.label })
  else if (name === 'TZ' && /^[A-Za-z]+(?:\/[A-Za-z0-9_+-]+)+$/.test(text)) draft.values.zone = text
  else if (name === 'CUSTOM') addCustom(row, customKey(property.label ?? ''), cleanText(textOf(property)))
  else addCustom(row, customKey(property.name), text)
}

function takeConsent({ draft, unread }: CardRow, text: string): void {
  const consent = readConsentText(text)
  if (consent === null) unread.push({ column: 'CHANNEL-CONSENT', value: text })
  else addConsent(draft, consent)
}

/** Relations as Android numbers them (ContactsContract.CommonDataKinds.Relation). */
const ANDROID_RELATIONS =
  `assistant brother child partner father friend manager mother parent partner referred_by relative
  sister spouse`.split(/\s+/)
/** Events as Android numbers them (ContactsContract.CommonDataKinds.Event). */
const ANDROID_EVENTS = ['anniversary', 'other', 'birthday']

const RELATION_NAME = /^X-(?:EVOLUTION-|KADDRESSBOOK-X-|MS-)?(SPOUSE|MANAGER|ASSISTANT)S?(?:-?NAME)?$/

/** Takes what no built-in field has a place for into a field of one's own. */
export function readCustomField(row: CardRow, property: CardPropertyLike, { today }: ReadContext): void {
  const { name } = property
  const text = cleanText(textOf(property))
  const relation = RELATION_NAME.exec(name)?.[1]
  if (name === 'NICKNAME') takeNickname(row, cleanLine(text))
  else if (name === 'X-ANDROID-CUSTOM') readAndroid(row, property, today)
  else if (relation !== undefined) addCustom(row, relation.toLowerCase(), text)
  else if (name === 'X-ABRELATEDNAMES' || name === 'RELATED') {
    const kind = labelOf(property, false) ?? property.types.find((type) => type !== 'pref')
    addCustom(row, customKey(kind ?? 'related'), text)
  } else addCustom(row, customKey(name), text)
}

function takeNickname(row: CardRow, name: string): void {
  row.nickname ||= name
  addCustom(row, CARD_FIELDS.nickname, name)
}

function readAndroid(row: CardRow, property: CardPropertyLike, today: string): void {
  const [type = '', value = '', kind = '', label = ''] =
    typeof property.value === 'string' ? [property.value] : property.value.map(cleanLine)
  const what = /^vnd\.android\.cursor\.item\/(\w+)$/.exec(type)?.[1]
  if (what === 'nickname') takeNickname(row, value)
  else if (what === 'contact_event') {
    const occasion = ANDROID_EVENTS[Number(kind) - 1] ?? (label || 'other')
    addCardDate(row, occasion, { ...property, value }, today)
  } else if (what === 'relation')
    addCustom(row, customKey(ANDROID_RELATIONS[Number(kind) - 1] ?? (label || 'related')), value)
  else addCustom(row, customKey(what ?? property.name), [value, label].filter((part) => part !== '').join(', ') || type)
}
