import { notFound, typedWrongly } from '../errors.js'
import type { Row } from '../store/schema.js'
import type { Writing } from '../store/store.js'
import { type Deps, entryOf } from './deps.js'

type Verdict = Row<'judgement'>['verdict']

/**
 * Remembers of two clients that they are not the same, or that it is to be asked again later. Operation null when that is
 * known already; what is distinct does not become a question again.
 */
export async function judge(deps: Deps, a: number, b: number, verdict: Verdict): Promise<{ operation: number | null }> {
  const { at } = entryOf(deps)
  const { operation } = await deps.store.write(entryOf(deps), async (writing) => {
    const [low_id, high_id] = await pairOf(writing, a, b)
    const known = await writing.merging.judged(low_id, high_id)
    if (!known) await writing.insert('judgement', { low_id, high_id, verdict, at })
    else if (known.verdict === 'later' && verdict === 'distinct')
      await writing.update('judgement', known.id, { verdict, at })
  })
  return { operation }
}

/** Takes a verdict back; operation null when there is none. */
export async function unjudge(deps: Deps, a: number, b: number): Promise<{ operation: number | null }> {
  const { operation } = await deps.store.write(entryOf(deps), async (writing) => {
    const known = await writing.merging.judged(...(await pairOf(writing, a, b)))
    if (known) await writing.remove('judgement', [known.id])
  })
  return { operation }
}

async function pairOf(writing: Writing, a: number, b: number): Promise<[number, number]> {
  const clients = await writing.merging.clients([a, b])
  for (const id of [a, b])
    if (!clients.some((client) => client.id === id)) throw notFound((words) => words.errors.noClient(String(id)))
  if (a === b) throw typedWrongly((words) => words.merging.errors.sameClient(clients[0]?.name ?? ''))
  return a < b ? [a, b] : [b, a]
}
