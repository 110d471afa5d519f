import { type Journalled, OWNED } from './schema.js'

/** Where a table may hold words that somebody typed. */
export interface TextColumns {
  /** Texts, out of which a mention can be cut. */
  prose: readonly string[]
  /** What has a form of its own, a filter or a value of a field: nothing can be cut out of it, so it is told. */
  fixed: readonly string[]
  /** Columns that say the same as another one: they are told of by its name and go with it. */
  same?: Readonly<Record<string, readonly string[]>>
}

/**
 * Columns in which somebody may be named whose row it is not: the one list by which present values and the journal are searched.
 * Any other column of text is in `WORDLESS`; a test walks the schema.
 */
export const TEXTS: Partial<Record<Journalled, TextColumns>> = {
  client: {
    prose: ['note', 'source', 'position', 'consent_origin'],
    fixed: [
      'name',
      'city',
      'address',
      'owner',
      'channel',
      'hours',
      'no_call',
      'zone',
      'external_id',
      'external_system',
    ],
    same: { name: ['family_name', 'given_name', 'patronymic', 'sort_key'] },
  },
  contact_point: { prose: ['label'], fixed: ['value'], same: { value: ['typed'] } },
  relation: { prose: ['role'], fixed: [] },
  anniversary: { prose: ['occasion', 'who', 'gift'], fixed: [] },
  greeting: { prose: ['why'], fixed: [] },
  contact: { prose: ['text', 'purpose', 'result'], fixed: ['channel'] },
  promise: { prose: ['text', 'why'], fixed: [] },
  client_order: { prose: ['what'], fixed: ['stage', 'items', 'external_id', 'external_system'] },
  expense: { prose: ['what'], fixed: [] },
  client_tag: { prose: [], fixed: ['tag'], same: { tag: ['tag_key'] } },
  custom_value: { prose: [], fixed: ['value'] },
  custom_field: { prose: [], fixed: ['key', 'choices'], same: { key: ['label'] } },
  care: { prose: ['warmth_reason', 'paused_reason'], fixed: [] },
  attention: { prose: ['why'], fixed: [] },
  channel_consent: { prose: ['origin'], fixed: [] },
  segment: { prose: [], fixed: ['name', 'filter'], same: { name: ['name_key'] } },
  holiday: { prose: [], fixed: ['name', 'filter'], same: { name: ['key'] } },
  merging: { prose: ['name', 'kept_name'], fixed: ['external_id', 'external_system'], same: { name: ['sort_key'] } },
}

/** Where a text stands tells how names are written in it. */
export const PLACES: Readonly<Record<string, 'filter' | 'city' | undefined>> = {
  'client.city': 'city',
  'client.address': 'city',
  'segment.filter': 'filter',
  'holiday.filter': 'filter',
}

/** Names of clients: of a namesake or a husband it is their own. */
export const NAMES: ReadonlySet<string> = new Set(['client.name', 'merging.name', 'merging.kept_name'])

/** Moments and days, which are checked when they are read. */
const MOMENTS =
  'at created_at updated_at set_at made_at archived_at closed_at verified_at consent_at date due due_on day time shown_on occurs_on month_day snoozed_until warmth_until paused_until'

/** Columns of text in which nobody can be named, by table; `*` of all tables. */
export const WORDLESS: Readonly<Record<string, string>> = {
  '*': MOMENTS,
  // One of a list that the program checks.
  client: 'kind status sex language closeness country consent',
  contact_point: 'kind',
  greeting: 'state',
  contact: 'direction',
  promise: 'kind state',
  client_order: 'currency',
  expense: 'currency',
  custom_field: 'type',
  care: 'warmth',
  attention: 'about mark state',
  channel_consent: 'channel answer',
  judgement: 'verdict',
  // What a search for duplicates writes of its reasons: levels, no values.
  merging: 'kind lane reasons',
  // Computed; what of it is learned of names or looked up by them is dropped with every erasure.
  standing:
    'channels first_contact_at last_contact_at last_answer_at foreign_sums first_order_on last_order_on frequency hot_until warm_until due_from expected_on late_from lost_from sureness touch_on over_touched_until traits hand_warmth hand_until latest_on waits_since rests_until call_from call_until',
  standing_model: 'fingerprint',
  matching_model: 'model',
  day_entry: 'entry',
  segment_look: 'members name_key',
  tombstone: 'kind hash',
  secret: 'purpose value',
  // Cut to the verb, rewritten and emptied by the erasure itself.
  operation: 'command state',
  change: 'table_name action body',
  export_log: 'details who what format fields salt details_hash previous hash',
}

/** Columns in which the number of a client stands, by table; of all of them a row of an erased client is told. */
export const OWNERS: Partial<Record<Journalled, readonly string[]>> = {
  client: ['id'],
  ...Object.fromEntries(OWNED.map((table) => [table, ['client_id']])),
  relation: ['client_id', 'company_id'],
  judgement: ['low_id', 'high_id'],
  merging: ['kept_id', 'gone_id'],
}
