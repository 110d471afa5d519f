import type { ClientCard, CustomField } from '../domain/client.js'
import type { Filter } from '../domain/filter.js'
import { CARD_COLUMNS, cardCells } from '../domain/records.js'
import { listIds } from './clients.js'
import type { Deps } from './deps.js'

export interface Exporting {
  count: number
  /** Portions of clients, in order of their ids. */
  portions: AsyncGenerator<ClientCard[]>
}

const PORTION = 2_000

export async function exportClients(deps: Deps, filter: Filter): Promise<Exporting> {
  const ids = await listIds(deps, { filter, sort: [{ key: 'id', descending: false }], limit: null, offset: 0 })
  async function* portions(): AsyncGenerator<ClientCard[]> {
    for (let from = 0; from < ids.length; from += PORTION)
      yield deps.store.clients.cards(ids.slice(from, from + PORTION))
  }
  return { count: ids.length, portions: portions() }
}

const customHeader = ({ key, type, choices }: CustomField): string =>
  `custom.${key}${type === 'text' ? '' : `:${type}${type === 'choice' ? `(${choices.join('|')})` : ''}`}`

/** Header and row maker of the CSV that `import` reads back. */
export async function exportTable(deps: Deps): Promise<{ header: string[]; cells: (card: ClientCard) => string[] }> {
  const fields = await deps.store.clients.customFields()
  return {
    header: [...CARD_COLUMNS, ...fields.map(customHeader)],
    cells: (card) => [
      ...cardCells(card),
      ...fields.map(({ key }) => (Object.hasOwn(card.custom, key) ? (card.custom[key] ?? '') : '')),
    ],
  }
}
