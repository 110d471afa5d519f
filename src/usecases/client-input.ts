import { type Anniversary, parseAnniversary } from '../domain/anniversary.js'
import type { CivilDate } from '../domain/calendar.js'
import { type ClientKind, STATUSES, type Status } from '../domain/client.js'
import { readHours, readNoCall } from '../domain/day/hours.js'
import { VALUE_KEYS, type Values } from '../domain/draft.js'
import {
  ADDRESSING_FIELDS,
  ADDRESSING_KEYS,
  type AddressingKey,
  isAddressing,
  readAddressing,
} from '../domain/fields/addressing.js'
import { LIMITS, limitOf } from '../domain/limits.js'
import { type Point, type PointKind, readPoint, splitLabel } from '../domain/points.js'
import { cleanLine, cleanText } from '../domain/text.js'
import { typedWrongly } from '../errors.js'
import { type ConsentInput, type ConsentWishes, readConsents } from './consents.js'
import { type Deps, localNow, phoneReader } from './deps.js'

/** What can be typed about a client; `null` empties a value, what is absent is left alone. */
export interface ClientInput {
  name?: string
  kind?: ClientKind
  points: { kind: PointKind; text: string }[]
  removePoints: { kind: PointKind; text: string }[]
  texts: Partial<Record<TextKey, string | null>>
  company?: string | null
  removeCompanies: string[]
  role?: string | null
  birthday?: string | null
  referredBy?: number | null
  tags: string[]
  removeTags: string[]
  vip?: boolean
  status?: string
  consent?: ConsentInput
  verified?: string | null
  custom: { key: string; value: string | null }[]
  externalId?: string | null
  system?: string | null
}

/** What is read in a way of its own. */
const OTHERS = ['consent', 'consent_origin', 'consent_at', 'verified_at', 'external_id', 'external_system'] as const

export type TextKey = Exclude<keyof Values, (typeof OTHERS)[number]>

/** What is typed as plain text. */
export const TEXT_KEYS: readonly TextKey[] = VALUE_KEYS.filter(
  (key): key is TextKey => !(OTHERS as readonly string[]).includes(key),
)

/** What was typed, read and found to be of its kind. */
export interface Understood {
  points: Point[]
  birthday: Anniversary | null | undefined
  status: Status | undefined
  consents: ConsentWishes
  today: CivilDate
}

const FLAG_OF = (kind: PointKind): string => `--${kind}`

/** Reads what was typed about a client; refuses what cannot be. */
export async function understand(deps: Deps, input: ClientInput): Promise<Understood> {
  const today = localNow(deps).date
  refuseLong(input)
  const needsPhones = input.points.length > 0
  const readPhone = needsPhones ? await phoneReader(deps.country) : () => null
  const points = input.points.map(({ kind, text }) => {
    const { label, typed } = splitLabel(text)
    const point = readPoint(kind, cleanLine(typed), label, readPhone)
    if (point === null) throw typedWrongly((words) => words.errors.badPoint(FLAG_OF(kind), text))
    return point
  })
  let birthday: Anniversary | null | undefined = input.birthday === null ? null : undefined
  if (typeof input.birthday === 'string') {
    const parsed = parseAnniversary(input.birthday, today)
    if (typeof parsed === 'string')
      throw typedWrongly((words) => ({
        text: words.errors.when[parsed](input.birthday ?? ''),
        hint: words.errors.birthdayHint,
      }))
    birthday = parsed
  }
  const status = input.status === undefined ? undefined : STATUSES.find((each) => each === input.status?.toLowerCase())
  if (input.status !== undefined && status === undefined)
    throw typedWrongly((words) => words.errors.notOneOf('--status', input.status ?? '', STATUSES))
  for (const key of ADDRESSING_KEYS) refuseUnread(key, input.texts[key])
  for (const key of ['hours', 'no_call'] as const) {
    const text = input.texts[key]
    if (typeof text === 'string') checkHours(key, text)
  }
  const consents = readConsents(input.consent ?? { answers: [] }, today)
  return { points, birthday, status, consents, today }
}

/** No value is longer than the base keeps; `name` is how the field is called on the command line. */
function refuseLong(input: ClientInput): void {
  const { name, points, texts, company, role, externalId, system, tags, custom, consent } = input
  const check = (field: string, text: string | null | undefined, most: number = LIMITS.line): void => {
    const length = text?.length ?? 0
    if (length > most) throw typedWrongly((words) => words.errors.tooLong(field, length, most))
  }
  check('name', name)
  for (const { kind, text } of points) check(`--${kind}`, text)
  for (const [key, text] of Object.entries(texts)) check(`--${key.replaceAll('_', '-')}`, text, limitOf(key))
  check('--company', company)
  check('--role', role)
  check('--external-id', externalId)
  check('--system', system)
  check('--consent-origin', consent?.origin)
  for (const tag of tags.flatMap((each) => each.split(','))) check('--tag', tag)
  for (const { key, value } of custom) {
    check('--set', key)
    check(`--set ${key}`, value, LIMITS.text)
  }
}

function refuseUnread(key: AddressingKey, text: string | null | undefined): void {
  if (typeof text !== 'string' || readAddressing(key, text) !== null) return
  const { choices } = ADDRESSING_FIELDS.find((field) => field.key === key) ?? {}
  throw typedWrongly((words) =>
    choices ? words.errors.notOneOf(`--${key}`, text, choices) : words.errors.badCountry(text),
  )
}

/** What is taken is understood when it is asked for: the same reader tells when somebody can be called. */
function checkHours(key: 'hours' | 'no_call', text: string): void {
  const read = key === 'hours' ? readHours : readNoCall
  if (cleanLine(text) !== '' && read(text) === null)
    throw typedWrongly((words) => words.errors.badHours(key === 'hours' ? '--hours' : '--no-call', text))
}

export function cleanTexts(texts: ClientInput['texts']): Partial<Pick<Values, TextKey>> {
  const kept = (key: string, value: string): string | null => {
    if (isAddressing(key)) return readAddressing(key, value)
    return key === 'note' ? cleanText(value) : cleanLine(value) || null
  }
  return Object.fromEntries(
    Object.entries(texts).map(([key, value]) => [key, value === null ? null : kept(key, value)]),
  )
}
