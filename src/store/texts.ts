import type { Journalled } from './schema.js'

/**
 * Columns in which somebody may be named whose row it is not. What stands in a `fixed` one has a form of its own, a filter or
 * a value of a field, from which nothing can be cut out.
 */
export const TEXTS: Partial<Record<Journalled, { prose: readonly string[]; fixed: readonly string[] }>> = {
  client: { prose: ['note', 'source', 'position', 'consent_origin'], fixed: [] },
  contact_point: { prose: ['label'], fixed: [] },
  relation: { prose: ['role'], fixed: [] },
  anniversary: { prose: ['occasion', 'who', 'gift'], fixed: [] },
  greeting: { prose: ['why'], fixed: [] },
  contact: { prose: ['text', 'purpose'], fixed: [] },
  promise: { prose: ['text', 'why'], fixed: [] },
  client_order: { prose: ['what'], fixed: ['items'] },
  expense: { prose: ['what'], fixed: [] },
  client_tag: { prose: [], fixed: ['tag'] },
  custom_value: { prose: [], fixed: ['value'] },
  custom_field: { prose: ['label'], fixed: [] },
  care: { prose: ['warmth_reason', 'paused_reason'], fixed: [] },
  attention: { prose: ['why'], fixed: [] },
  channel_consent: { prose: ['origin'], fixed: [] },
  segment: { prose: [], fixed: ['name', 'filter'] },
  holiday: { prose: [], fixed: ['name', 'filter'] },
}

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

/** Columns in which the number of a client stands, by table; of all of them a row of an erased client is told. */
export const OWNERS: Partial<Record<Journalled, readonly string[]>> = {
  client: ['id'],
  ...Object.fromEntries(OWNED.map((table) => [table, ['client_id']])),
  relation: ['client_id', 'company_id'],
  judgement: ['low_id', 'high_id'],
  merging: ['kept_id', 'gone_id'],
}
