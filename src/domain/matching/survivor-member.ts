import type { ChannelConsent, ClientKind, Closeness, Consent, Sex, Status } from '../client.js'
import type { Care } from '../standing/dealings.js'
import type { Birthday } from './survivor-birthday.js'
import type { NameParts } from './survivor-name.js'

/** A client as a merge sees it: what it has at most one of. Instants and dates as in the base. */
export interface Member extends NameParts {
  id: number
  kind: ClientKind
  status: Status
  position: string | null
  city: string | null
  address: string | null
  source: string | null
  owner: string | null
  vip: boolean
  channel: string | null
  hours: string | null
  no_call: string | null
  zone: string | null
  sex: Sex | null
  language: string | null
  closeness: Closeness | null
  country: string | null
  note: string | null
  referred_by: number | null
  consent: Consent | null
  consent_origin: string | null
  consent_at: string | null
  verified_at: string | null
  external_system: string | null
  external_id: string | null
  created_at: string
  updated_at: string
  /** Its own, in the order they were made; one is the rule. */
  birthdays: readonly Birthday[]
  custom: Readonly<Record<string, string>>
  /** Answers for single channels. */
  consents: readonly ChannelConsent[]
  care: (Care & { set_at: string }) | null
}

/** What a merge makes of one field: `value` stays, and is that of the client `from`, null when it is of several. */
export interface DecidedField {
  field: string
  value: string | null
  from: number | null
  /** What clients had that differs. */
  others: { id: number; value: string }[]
}

/** What the one client is that several become. */
export interface Survivor
  extends NameParts,
    Omit<Member, 'id' | 'kind' | 'note' | 'birthdays' | 'consents' | 'updated_at'> {
  birthday: Birthday | null
  fields: DecidedField[]
  /** Values that would be lost with the fields: of whom, of which field. They belong into the note. */
  dropped: { id: number; field: string; value: string }[]
}

/** Whose value of a field stays, by the user's word; fields as in `CHOOSABLE`, or keys of custom fields. */
export type Choices = ReadonlyMap<string, number>

/** Texts that are of the kept client, or else of the one that was changed last: nothing tells which of two is better. */
export const PLAIN = [
  'position',
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
] as const
/** Texts of which the later one is right: people move. */
export const LATEST = ['city', 'address'] as const

/** Fields of which one value stays, so that the user may say whose. */
export const CHOOSABLE = [
  'name',
  'birthday',
  ...LATEST,
  'status',
  'consent',
  ...PLAIN,
  'vip',
  'referred_by',
  'verified_at',
  'external_id',
  'warmth',
  'cadence',
  'paused_until',
] as const

/** Where the parts of care stand that are chosen one by one. */
export const CARE_COLUMNS = { warmth: 'warmth', cadence: 'cadence_days', paused_until: 'paused_until' } as const
