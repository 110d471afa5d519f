import { refused } from '../errors.js'
import type { Writing } from '../store/store.js'
import type { ClientRows } from './client-changes.js'
import type { ClientInput } from './client-input.js'

/** Refuses an edit after which two clients would have one outside id of one system. */
export async function refuseTaken(
  writing: Writing,
  rows: readonly ClientRows[],
  { externalId, system }: Pick<ClientInput, 'externalId' | 'system'>,
): Promise<void> {
  if (externalId === undefined && system === undefined) return
  const wanted = rows.flatMap(({ client: { id, external_id, external_system } }) => {
    const external = externalId === undefined ? external_id : externalId
    return external == null ? [] : [{ id, external, system: (system === undefined ? external_system : system) ?? null }]
  })
  if (wanted.length === 0) return
  const owners = new Map<string, number>()
  const keyOf = (external: string, of: string | null): string => JSON.stringify([external, of])
  const { byExternal } = await writing.importing.find({
    points: [],
    externals: wanted.map(({ external }) => external),
    names: [],
    ids: [],
  })
  for (const [external, known] of byExternal)
    for (const each of known) owners.set(keyOf(external, each.system), each.id)
  for (const { id, external, system: of } of wanted) {
    const owner = owners.get(keyOf(external, of))
    if (owner !== undefined && owner !== id) {
      const name = (await writing.clients.byId(owner))?.name ?? ''
      throw refused((words) => words.errors.outsideIdTaken(external, owner, name))
    }
    owners.set(keyOf(external, of), id)
  }
}
