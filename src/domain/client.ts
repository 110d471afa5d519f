import type { CivilDate } from './calendar.js'
import type { HandleKind } from './handle.js'
import type { Care, Warmth } from './standing/dealings.js'
import type { Behaviour, Frequency, Rhythm } from './standing/standing.js'

export const CLIENT_KINDS = ['person', 'company'] as const
export type ClientKind = (typeof CLIENT_KINDS)[number]
export const STATUSES = ['lead', 'client', 'former'] as const
export type Status = (typeof STATUSES)[number]
export const CONSENTS = ['yes', 'no'] as const
export type Consent = (typeof CONSENTS)[number]

/** The answer for one channel: how and on which day it was got. */
export interface ChannelConsent {
  channel: string
  answer: Consent
  origin: string | null
  at: CivilDate
}
export const SEXES = ['female', 'male'] as const
export type Sex = (typeof SEXES)[number]
/** Languages of the words that are sent to clients. */
export const LANGUAGES = ['ru', 'uk', 'en'] as const
/** ты or вы: how near somebody is. */
export const CLOSENESSES = ['close', 'formal'] as const
export type Closeness = (typeof CLOSENESSES)[number]
export const PROMISE_KINDS = ['call', 'greet', 'gift', 'task'] as const
export type PromiseKind = (typeof PROMISE_KINDS)[number]
export const FIELD_TYPES = ['text', 'number', 'money', 'date', 'choice', 'yes-no'] as const
export type FieldType = (typeof FIELD_TYPES)[number]
export const CHANNELS = ['call', 'email', 'meet', 'message'] as const
export const DIRECTIONS = ['in', 'out'] as const
export type Direction = (typeof DIRECTIONS)[number]

/** A client as JSON shows it, wherever one appears. Fields may be added, never renamed. */
export interface ClientRecord {
  id: number
  kind: ClientKind
  name: string
  family_name: string | null
  given_name: string | null
  patronymic: string | null
  /** Name of the company a person belongs to; of several, the first. */
  company: string | null
  position: string | null
  role: string | null
  status: Status
  phones: { value: string; label: string | null; typed: string }[]
  emails: { value: string; label: string | null }[]
  handles: { kind: HandleKind; value: string; label: string | null }[]
  city: string | null
  address: string | null
  /** `YYYY-MM-DD`, or `--MM-DD` when the year is unknown. */
  birthday: string | null
  source: string | null
  tags: string[]
  owner: string | null
  vip: boolean
  channel: string | null
  hours: string | null
  no_call: string | null
  zone: string | null
  sex: Sex | null
  /** In which language greetings are written: `ru`, `uk`, `en`. */
  language: string | null
  closeness: Closeness | null
  /** ISO 3166 code. */
  country: string | null
  note: string | null
  referred_by: number | null
  consent: Consent | null
  /** How and on which day that answer was got. */
  consent_origin: string | null
  consent_at: CivilDate | null
  /** Answers for single channels. */
  consents: ChannelConsent[]
  verified_at: string | null
  external_id: string | null
  external_system: string | null
  custom: Record<string, string>
  /** As of today; set by hand while that is in force. */
  warmth: Warmth
  frequency: Frequency
  rhythm: Rhythm
  behaviour: Behaviour[]
  last_contact_at: string | null
  last_answer_at: string | null
  contacts: number
  orders: number
  /** In the base currency, `"1250.00 RUB"`; sums of currencies without a rate follow, joined by ` + `. Null without orders. */
  spent: string | null
  first_order_on: CivilDate | null
  last_order_on: CivilDate | null
  /** The day on which the next order is expected by the client's own rhythm. */
  next_order_on: CivilDate | null
  /** Do not touch before this day. */
  touch_on: CivilDate | null
  contacts_in: number
  contacts_out: number
  minutes: number
  /** In the base currency; null without orders and costs. */
  cost: string | null
  margin: string | null
  unpaid: string | null
  /** Per cent of the orders that were bought in promotions, whole; null without orders. */
  promo_share: number | null
  /** Median of the days between orders. */
  gap: number | null
  /** Days between touches, by hand or by tag. */
  cadence: number | null
  /** How many clients this one recommended, and what they spent; null without any. */
  referrals: number
  referred_income: string | null
  archived_at: string | null
  created_at: string
  updated_at: string
}

export interface DateRecord {
  id: number
  client_id: number
  occasion: string
  /** Whose day it is, when not the client's own: "wife Anna". */
  who: string | null
  date: string
  remind_days: number | null
  /** The present in mind. */
  gift: string | null
}

export interface ContactRecord {
  id: number
  client_id: number
  at: string
  channel: string
  direction: Direction
  result: string | null
  purpose: string | null
  minutes: number | null
  /** Decimal string in the base's currency. */
  cost: string | null
  text: string | null
}

export interface PromiseRecord {
  id: number
  client_id: number
  kind: PromiseKind
  due: string
  time: string | null
  text: string | null
  state: 'open' | 'done' | 'skipped'
  snoozed_until: string | null
  created_at: string
  closed_at: string | null
  /** Why it was skipped. */
  why: string | null
}

export interface OrderRecord {
  id: number
  client_id: number
  date: CivilDate
  /** Decimal string with its currency, as are all sums here: `"1250.00 UAH"`. */
  sum: string
  what: string | null
  items: { name: string; quantity: string; sum: string | null }[]
  stage: string | null
  cost: string | null
  promo: boolean
  due_on: CivilDate | null
  paid: string
  external_system: string | null
  external_id: string | null
  created_at: string
}

export interface ExpenseRecord {
  id: number
  client_id: number
  date: CivilDate
  sum: string
  what: string | null
  created_at: string
}

/** What was set by hand; null when nothing was. */
export type CareRecord = Care & { set_at: string }

export interface RelationRecord {
  /** The other client: a person's company, or a company's person. */
  client_id: number
  name: string
  kind: ClientKind
  role: string | null
  /** How they belong together: the company or person, or the one who recommended. */
  relation: 'company' | 'person' | 'referred_by' | 'referred'
}

/** A client that went into this one. */
export interface MergedRecord {
  id: number
  name: string
  external_id: string | null
  at: string
}

/** What `show` answers and the JSON export holds. */
export interface ClientCard extends ClientRecord {
  dates: DateRecord[]
  history: ContactRecord[]
  promises: PromiseRecord[]
  relations: RelationRecord[]
  purchases: OrderRecord[]
  expenses: ExpenseRecord[]
  care: CareRecord | null
  /** Only `show` tells it: it is of this base, in which the numbers are known. */
  merged?: MergedRecord[]
}

export interface CustomField {
  id: number
  key: string
  label: string | null
  type: FieldType
  choices: string[]
}
