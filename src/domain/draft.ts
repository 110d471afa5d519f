import type { Anniversary } from './anniversary.js'
import type { CivilDate } from './calendar.js'
import type {
  CareRecord,
  ChannelConsent,
  ClientKind,
  Closeness,
  Consent,
  ContactRecord,
  FieldType,
  PromiseRecord,
  Sex,
  Status,
} from './client.js'
import type { Point } from './points.js'

/** Single values of a client, by column of its table. */
export interface Values {
  family_name: string | null
  given_name: string | null
  patronymic: string | null
  position: string | null
  city: string | null
  address: string | null
  source: string | null
  owner: string | null
  channel: string | null
  hours: string | null
  no_call: string | null
  zone: string | null
  sex: Sex | null
  language: string | null
  closeness: Closeness | null
  /** ISO 3166 code. */
  country: string | null
  note: string | null
  consent: Consent | null
  consent_origin: string | null
  consent_at: CivilDate | null
  verified_at: string | null
  external_id: string | null
  external_system: string | null
}

export const VALUE_KEYS = [
  'family_name',
  'given_name',
  'patronymic',
  'position',
  'city',
  'address',
  'source',
  'owner',
  'channel',
  'hours',
  'no_call',
  'zone',
  'sex',
  'language',
  'closeness',
  'country',
  'note',
  'consent',
  'consent_origin',
  'consent_at',
  'verified_at',
  'external_id',
  'external_system',
] as const satisfies readonly (keyof Values)[]

/** An answer for one channel; the file may not tell of which day it is. */
export type DraftConsent = Omit<ChannelConsent, 'at'> & { at: CivilDate | null }

export interface DraftDate {
  occasion: string
  who: string | null
  anniversary: Anniversary
  remind_days: number | null
  gift: string | null
}

/** An order as the base keeps it; sums are minor units, `items` a JSON array of `{name, quantity, sum_minor}`. */
export interface OrderValues {
  client_id: number
  date: CivilDate
  sum_minor: number
  currency: string
  what: string | null
  stage: string | null
  cost_minor: number | null
  promo: number
  due_on: CivilDate | null
  paid_minor: number
  external_system: string | null
  external_id: string | null
  created_at: string
  items: string | null
}

/** An order of a client that a file brings along. */
export type DraftOrder = Omit<OrderValues, 'client_id'>
export type DraftExpense = Pick<OrderValues, 'date' | 'sum_minor' | 'currency' | 'what' | 'created_at'>
export type DraftCare = CareRecord

/** A row of a file as a client: read, not yet compared with the base. */
export interface Draft {
  line: number
  kind: ClientKind
  name: string
  status: Status | null
  vip: boolean | null
  values: Values
  points: Point[]
  dates: DraftDate[]
  tags: string[]
  companies: { name: string; role: string | null }[]
  custom: { key: string; value: string }[]
  consents: DraftConsent[]
  /** Its answers are of the day of the import where no day is told; in this program's own files an unknown day stays unknown. */
  answeredNow: boolean
  /** Whom the row names as the one who recommended. */
  referredBy: string | null
  /** Only in this program's own files; `referrer` is the id of the one who recommended. */
  own: {
    id: number | null
    created_at: string | null
    updated_at: string | null
    archived_at: string | null
    referrer?: number | null
  } | null
  history: Omit<ContactRecord, 'id' | 'client_id'>[]
  promises: Omit<PromiseRecord, 'id' | 'client_id'>[]
  purchases: DraftOrder[]
  expenses: DraftExpense[]
  care: DraftCare | null
  /** Instant of the last contact, of which the file says nothing more than that. */
  lastContact: string | null
  remarks: Remark[]
}

export type RowProblem =
  | { code: 'no-name' }
  | { code: 'bad-phone' | 'bad-email' | 'bad-handle'; value: string; column: string }
  | { code: 'bad-date' | 'impossible-date' | 'ambiguous-date'; value: string; column: string }
  /** A day that cannot lie ahead, of a contact or a birth, and does. */
  | { code: 'future-date'; value: string; column: string }
  | { code: 'bad-value'; value: string; column: string; expected: FieldType | 'status' }
  | { code: 'external-conflict'; id: number; name: string }
  | { code: 'bad-record' }
  /** A value longer than any is kept; `field` is its key. */
  | { code: 'too-long'; field: string; length: number; most: number }
  /** NUL or half a letter: kept, it would be another text. */
  | { code: 'broken-signs' }
  /** A line of NDJSON that is no JSON. */
  | { code: 'broken-line' }
  /** A card that does not end, or lines that stand in no card. */
  | { code: 'broken-card'; why: 'no-end' | 'outside' }
  /** A phone that a spreadsheet rounded: 7,916E+10. */
  | { code: 'lost-digits'; value: string; column: string }
  /** Rows of a log: whose they are, and when. */
  | { code: 'no-client' }
  | { code: 'unknown-client'; who: string; nearest: string[] }
  | { code: 'several-clients'; who: string; candidates: string[] }
  | { code: 'no-date' }
  /** Rows of orders: for how much. */
  | { code: 'no-sum' }
  | { code: 'bad-sum' | 'negative-sum' | 'ambiguous-sum' | 'bad-currency'; value: string; column: string }
  /** The order's number is that of an order of another client. */
  | { code: 'order-conflict'; number: string; id: number; name: string }

/** A cell that its column cannot take. */
export type CellProblem = Extract<RowProblem, { value: string; column: string }>

/** What was changed or set aside while a row was read; the row is taken all the same. */
export type Remark =
  | { code: 'extra-cells'; count: number }
  /** One cell in a row of a wide table: a client of whom nothing else is known, or a heading. */
  | { code: 'only-name' }
  /** What the base has is left, and the file says otherwise. */
  | { code: 'differs'; column: string; value: string; base: string }
  /** `why`: what would have rejected the row, had it no outside id. */
  | { code: 'kept-as-note'; value: string; column: string; why?: CellProblem }
  /** Known only by its outside id, a row without a name is called by something else it has. */
  | { code: 'named-by'; value: string }
  | { code: 'repaired'; value: string; became: string; column: string }
  /** The client said no, to one channel or to all, and a file does not turn that into yes. */
  | { code: 'refusal-kept'; channel: string | null }
  /** Rows of clients who are there are skipped, but that one said no is taken. */
  | { code: 'refusal-taken'; channel: string | null }
  /** The row names nobody, and its refusal was taken for everybody who has the address. */
  | { code: 'refusal-for-all'; value: string; clients: string }
  /** An own file has the number of the one who recommended, and neither the client itself nor its name. */
  | { code: 'no-referrer'; value: string }
  /** A company that was erased is not made again, and the row is taken without it. */
  | { code: 'erased-company'; value: string }

const emptyValues = (): Values => ({
  family_name: null,
  given_name: null,
  patronymic: null,
  position: null,
  city: null,
  address: null,
  source: null,
  owner: null,
  channel: null,
  hours: null,
  no_call: null,
  zone: null,
  sex: null,
  language: null,
  closeness: null,
  country: null,
  note: null,
  consent: null,
  consent_origin: null,
  consent_at: null,
  verified_at: null,
  external_id: null,
  external_system: null,
})

/** Shared by all drafts that have none: only this program's own JSON brings any. */
const NONE: never[] = []

export const emptyDraft = (line: number): Draft => ({
  line,
  kind: 'person',
  name: '',
  status: null,
  vip: null,
  values: emptyValues(),
  points: [],
  dates: [],
  tags: [],
  companies: [],
  custom: [],
  consents: NONE,
  answeredNow: false,
  referredBy: null,
  own: null,
  history: NONE,
  promises: NONE,
  purchases: NONE,
  expenses: NONE,
  care: null,
  lastContact: null,
  remarks: NONE,
})
