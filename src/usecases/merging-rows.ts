import type { Member } from '../domain/matching/survivor-member.js'
import type { Moved, Weight } from '../store/merging.js'
import type { Row } from '../store/schema.js'
import type { Queries } from '../store/store.js'

const MOVED: readonly Moved[] = ['contact', 'promise', 'client_order', 'expense']

/** All that one client of a merge has. */
export interface Having {
  client: Row<'client'>
  contact_point: Row<'contact_point'>[]
  anniversary: Row<'anniversary'>[]
  greeting: Row<'greeting'>[]
  client_tag: Row<'client_tag'>[]
  custom_value: Row<'custom_value'>[]
  care: Row<'care'>[]
  attention: Row<'attention'>[]
  channel_consent: Row<'channel_consent'>[]
  moved: Record<Moved, number[]>
}

/** Keys of custom fields by their ids. */
export type FieldKeys = ReadonlyMap<number, string>

export async function fieldKeys({ clients }: Queries): Promise<FieldKeys> {
  return new Map((await clients.customFields()).map(({ id, key }) => [id, key]))
}

/** These clients with all that is theirs; whoever is not in the base is not among them. */
export async function havingsOf({ merging }: Queries, ids: readonly number[]): Promise<Map<number, Having>> {
  const found = new Map<number, Having>()
  for (const client of await merging.clients(ids))
    found.set(client.id, {
      client,
      contact_point: [],
      anniversary: [],
      greeting: [],
      client_tag: [],
      custom_value: [],
      care: [],
      attention: [],
      channel_consent: [],
      moved: { contact: [], promise: [], client_order: [], expense: [] },
    })
  for (const row of await merging.joined('contact_point', ids)) found.get(row.client_id)?.contact_point.push(row)
  for (const row of await merging.joined('anniversary', ids)) found.get(row.client_id)?.anniversary.push(row)
  for (const row of await merging.joined('greeting', ids)) found.get(row.client_id)?.greeting.push(row)
  for (const row of await merging.joined('client_tag', ids)) found.get(row.client_id)?.client_tag.push(row)
  for (const row of await merging.joined('custom_value', ids)) found.get(row.client_id)?.custom_value.push(row)
  for (const row of await merging.joined('care', ids)) found.get(row.client_id)?.care.push(row)
  for (const row of await merging.joined('attention', ids)) found.get(row.client_id)?.attention.push(row)
  for (const row of await merging.joined('channel_consent', ids)) found.get(row.client_id)?.channel_consent.push(row)
  for (const table of MOVED)
    for (const { id, client_id } of await merging.moved(table, ids)) found.get(client_id)?.moved[table].push(id)
  return found
}

export const isOwnBirthday = ({ occasion, who }: Pick<Row<'anniversary'>, 'occasion' | 'who'>): boolean =>
  occasion === 'birthday' && who === null

/** What the rules of a merge look at. */
export function memberOf(
  { client, anniversary, custom_value, care, channel_consent }: Having,
  keys: FieldKeys,
): Member {
  const { vip, ...columns } = client
  return {
    ...columns,
    vip: vip === 1,
    birthdays: anniversary.filter(isOwnBirthday).map(({ year, month_day }) => ({ year, month_day })),
    custom: Object.fromEntries(custom_value.map(({ field_id, value }) => [keys.get(field_id) ?? '', value])),
    care: care[0] ?? null,
    consents: channel_consent,
  }
}

/** The one of a group that is kept: in use before archived, the most complete, then changed last, then the lowest number. */
export function bestToKeep(group: readonly Weight[]): number | null {
  const order = [...group].sort(
    (a, b) =>
      a.archived - b.archived ||
      b.known - a.known ||
      (a.updated_at > b.updated_at ? -1 : a.updated_at < b.updated_at ? 1 : 0) ||
      a.id - b.id,
  )
  return order[0]?.id ?? null
}
