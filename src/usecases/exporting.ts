import type { ClientCard, CustomField } from '../domain/client.js'
import { DIARY_COLUMNS, diaryCells } from '../domain/diary.js'
import type { Filter } from '../domain/filter.js'
import { DEALING_COLUMNS, dealingCells } from '../domain/order-rows/records.js'
import { CARD_COLUMNS, cardCells } from '../domain/records.js'
import type { Deps } from './deps.js'
import { listIds } from './listing.js'

export interface Exporting {
  count: number
  /** Portions of clients, in order of their ids. */
  portions: AsyncGenerator<ClientCard[]>
}

const PORTION = 2_000

/** With a `salt`, which nobody may learn afterwards, all that could name a person is replaced by what is invented. */
export async function exportClients(deps: Deps, filter: Filter, salt: string | null = null): Promise<Exporting> {
  const ids = await listIds(deps, { filter, sort: [{ key: 'id', descending: false }], limit: null, offset: 0 })
  return { count: ids.length, portions: salt === null ? cardsOf(deps, ids) : inventedCards(deps, ids, salt) }
}

async function* cardsOf(deps: Deps, ids: readonly number[]): AsyncGenerator<ClientCard[]> {
  for (let from = 0; from < ids.length; from += PORTION) yield deps.store.clients.cards(ids.slice(from, from + PORTION))
}

async function* inventedCards(deps: Deps, ids: readonly number[], salt: string): AsyncGenerator<ClientCard[]> {
  const { anonymiserOf } = await import('../domain/anonymise/anonymiser.js')
  const anonymiser = anonymiserOf(salt, await deps.store.clients.customFields())
  for (let from = 0; from < ids.length; from += PORTION)
    for (const record of await deps.store.clients.records(ids.slice(from, from + PORTION), false))
      anonymiser.see(record)
  for await (const cards of cardsOf(deps, ids)) yield cards.map(anonymiser.card)
}

/** Title of a custom field's column in this program's own files: `custom.dog`, `custom.size:number`, `custom.kind:choice(a|b)`. */
export const customTitle = ({ key, type, choices }: CustomField): string =>
  `custom.${key}${type === 'text' ? '' : `:${type}${type === 'choice' ? `(${choices.join('|')})` : ''}`}`

export const customCells = (fields: readonly CustomField[], { custom }: ClientCard): string[] =>
  fields.map(({ key }) => (Object.hasOwn(custom, key) ? (custom[key] ?? '') : ''))

/** Header and row maker of the CSV that `import` reads back; without the diary it is a table for people. */
export async function exportTable(
  deps: Deps,
  { withDiary }: { withDiary: boolean },
): Promise<{ header: string[]; cells: (card: ClientCard) => string[] }> {
  const fields = await deps.store.clients.customFields()
  return {
    header: [...CARD_COLUMNS, ...fields.map(customTitle), ...(withDiary ? [...DIARY_COLUMNS, ...DEALING_COLUMNS] : [])],
    cells: (card) => [
      ...cardCells(card),
      ...customCells(fields, card),
      ...(withDiary ? [...diaryCells(card), ...dealingCells(card)] : []),
    ],
  }
}
