import type { Generated, Insertable, Selectable, Updateable } from 'kysely'
import type {
  ClientKind,
  Closeness,
  Consent,
  Direction,
  FieldType,
  PromiseKind,
  Sex,
  Status,
} from '../domain/client.js'
import type { Attention } from '../domain/day/attention.js'
import type { HolidayChoice } from '../domain/day/holidays.js'
import type { PointKind } from '../domain/points.js'
import type { Care } from '../domain/standing/dealings.js'
import type { Standing } from '../domain/standing/standing.js'

/** Instants are `YYYY-MM-DDTHH:MM:SSZ`, dates `YYYY-MM-DD`, times `HH:MM`; sums are minor units of their currency. */
export interface Schema {
  client: {
    id: Generated<number>
    kind: ClientKind
    name: string
    family_name: string | null
    given_name: string | null
    patronymic: string | null
    sort_key: string
    position: string | null
    status: Status
    city: string | null
    address: string | null
    source: string | null
    owner: string | null
    vip: number
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
    referred_by: number | null
    consent: Consent | null
    /** How and on which day that answer was got. */
    consent_origin: string | null
    consent_at: string | null
    verified_at: string | null
    external_system: string | null
    external_id: string | null
    archived_at: string | null
    created_at: string
    updated_at: string
  }
  contact_point: {
    id: Generated<number>
    client_id: number
    kind: PointKind
    label: string | null
    typed: string
    value: string
  }
  relation: { id: Generated<number>; client_id: number; company_id: number; role: string | null }
  anniversary: {
    id: Generated<number>
    client_id: number
    occasion: string
    who: string | null
    year: number | null
    month_day: string
    remind_days: number | null
    gift: string | null
  }
  greeting: {
    id: Generated<number>
    client_id: number
    anniversary_id: number
    /** The day it was kept, or was to be. */
    occurs_on: string
    state: 'done' | 'skipped' | 'snoozed'
    snoozed_until: string | null
    at: string
    why: string | null
  }
  contact: {
    id: Generated<number>
    client_id: number
    at: string
    channel: string
    direction: Direction
    result: string | null
    purpose: string | null
    minutes: number | null
    cost_minor: number | null
    text: string | null
  }
  promise: {
    id: Generated<number>
    client_id: number
    kind: PromiseKind
    due: string
    time: string | null
    text: string | null
    state: 'open' | 'done' | 'skipped'
    snoozed_until: string | null
    /** The day it comes up: snoozed_until, else due. */
    shown_on: string
    created_at: string
    closed_at: string | null
    /** Why it was skipped. */
    why: string | null
  }
  /** What was done about a reason that is not written down anywhere else, see domain/day/attention.ts. */
  attention: Attention & { id: Generated<number>; client_id: number }
  holiday: HolidayChoice & { id: Generated<number> }
  client_order: {
    id: Generated<number>
    client_id: number
    date: string
    sum_minor: number
    currency: string
    what: string | null
    stage: string | null
    cost_minor: number | null
    promo: number
    due_on: string | null
    paid_minor: number
    external_system: string | null
    external_id: string | null
    created_at: string
    /** JSON array of `{name, quantity, sum_minor}`. */
    items: string | null
  }
  care: Care & { id: Generated<number>; client_id: number; set_at: string }
  segment: {
    id: Generated<number>
    name: string
    name_key: string
    filter: string
    created_at: string
    updated_at: string
  }
  segment_look: { id: Generated<number>; name_key: string; day: string; members: string }
  /** `latest_on`: the last day on which there is anything but a contact; what lies after today is left out of account. */
  standing: Standing & { client_id: number; latest_on: string | null }
  standing_model: { id: number; fingerprint: string }
  judgement: { id: Generated<number>; low_id: number; high_id: number; verdict: 'distinct' | 'later'; at: string }
  merging: {
    id: Generated<number>
    kept_id: number
    gone_id: number
    kind: ClientKind
    name: string
    sort_key: string
    external_system: string | null
    external_id: string | null
    created_at: string
    /** What the kept client was called before, when this changed it: it is still found by that name. */
    kept_name: string | null
    at: string
    /** In which lane the pair was, and how many bits; null of a merge by hand. */
    lane: string | null
    bits: number | null
    /** JSON array of the reasons. */
    reasons: string
  }
  matching_model: { id: number; made_at: string; clients: number; model: string }
  /** The answer for one channel, where it is another than for all. */
  channel_consent: {
    id: Generated<number>
    client_id: number
    channel: string
    answer: Consent
    origin: string | null
    at: string
  }
  /** Keyed hashes of what an erased person was known by; rows of one person share `person`. */
  tombstone: { id: Generated<number>; person: number; kind: string; hash: string; at: string }
  secret: { id: Generated<number>; purpose: string; value: string }
  export_log: {
    id: Generated<number>
    at: string
    who: string
    what: string
    format: string
    rows: number
    /** JSON array of the keys of the fields. */
    fields: string
    encrypted: number
    /** JSON: filter, target, reason; null when emptied because it named an erased person. */
    details: string | null
    salt: string | null
    details_hash: string
    previous: string
    hash: string
  }
  expense: {
    id: Generated<number>
    client_id: number
    date: string
    sum_minor: number
    currency: string
    what: string | null
    created_at: string
  }
  client_tag: { id: Generated<number>; client_id: number; tag: string; tag_key: string }
  custom_field: {
    id: Generated<number>
    key: string
    label: string | null
    type: FieldType
    /** JSON array of texts. */
    choices: string
  }
  custom_value: { id: Generated<number>; client_id: number; field_id: number; value: string }
  operation: {
    id: Generated<number>
    at: string
    /** What was typed, without the program's name. */
    command: string
    rows: number
    state: 'done' | 'undone'
    undoes: number | null
    undone_by: number | null
    /** 1 of an erasure, and of operations of which an erasure left nothing: these are not taken back. */
    erased: Generated<number>
  }
  change: {
    id: Generated<number>
    operation_id: number
    table_name: string
    action: 'insert' | 'update' | 'delete'
    first_id: number
    last_id: number
    /** Whose row it is, when the change is of one client. */
    client_id: number | null
    /** update: `{before, after}`; delete: `{columns, rows}`; insert: nothing, the rows are there. */
    body: string | null
  }
  day_entry: { id: Generated<number>; day: string; number: number; entry: string; client_id: number }
}

export type Table = keyof Schema
/** Tables whose changes are journalled. */
export const JOURNALLED = [
  'client',
  'contact_point',
  'relation',
  'anniversary',
  'greeting',
  'contact',
  'promise',
  'client_order',
  'expense',
  'client_tag',
  'custom_field',
  'custom_value',
  'care',
  'segment',
  'judgement',
  'merging',
  'attention',
  'holiday',
  'channel_consent',
] as const
export type Journalled = (typeof JOURNALLED)[number]

export type Row<T extends Table> = Selectable<Schema[T]>
export type NewRow<T extends Table> = Insertable<Schema[T]>
export type Patch<T extends Table> = Updateable<Schema[T]>

/** Tables of which a row belongs to one client, whose number is in `client_id`. */
export const OWNED = [
  'contact_point',
  'relation',
  'anniversary',
  'greeting',
  'contact',
  'promise',
  'client_order',
  'expense',
  'client_tag',
  'custom_value',
  'care',
  'attention',
  'channel_consent',
] as const satisfies readonly Journalled[]

/** Who points at whom: what stands in the way when a row is to go. */
export const REFERENCES: readonly { table: Journalled; column: string; parent: Journalled }[] = [
  ...OWNED.map((table) => ({ table, column: 'client_id', parent: 'client' as const })),
  { table: 'relation', column: 'company_id', parent: 'client' },
  { table: 'client', column: 'referred_by', parent: 'client' },
  { table: 'judgement', column: 'low_id', parent: 'client' },
  { table: 'judgement', column: 'high_id', parent: 'client' },
  { table: 'merging', column: 'kept_id', parent: 'client' },
  { table: 'greeting', column: 'anniversary_id', parent: 'anniversary' },
  { table: 'custom_value', column: 'field_id', parent: 'custom_field' },
]
