import type { ClientCard, CustomField } from '../domain/client.js'
import type { PersonalRest } from '../store/personal.js'
import type { Deps } from './deps.js'

/** Everything that is kept of one client, for the client to read. Other people appear by name alone, where they belong to it. */
export interface AboutClient extends Omit<ClientCard, 'relations' | 'merged'>, PersonalRest {
  relations: { name: string; kind: string; role: string | null; relation: string }[]
  /** The fields of one's own that are filled in, as they are called. */
  custom_fields: (Pick<CustomField, 'key' | 'label' | 'type'> & { value: string })[]
  /** What was taken out since the client is in the base: the log does not say whose rows it was. */
  taken_out_since_added: { exports: number; backups: number; about_one_client: number }
}

/** Gathers it; null when there is no such client. */
export async function aboutClient(deps: Deps, id: number): Promise<AboutClient | null> {
  const { store } = deps
  const card = await store.clients.card(id)
  if (card === null) return null
  const { relations, merged: _numbers, ...known } = card
  const rest = await store.personal.rest(id)
  const since = await store.outgoing.since(card.created_at)
  return {
    ...known,
    custom_fields: (await store.clients.customFields())
      .filter(({ key }) => Object.hasOwn(card.custom, key))
      .map(({ key, label, type }) => ({ key, label, type, value: card.custom[key] ?? '' })),
    relations: relations.map(({ name, kind, role, relation }) => ({ name, kind, role, relation })),
    ...rest,
    taken_out_since_added: {
      exports: since.export ?? 0,
      backups: since.backup ?? 0,
      about_one_client: since.client ?? 0,
    },
  }
}
