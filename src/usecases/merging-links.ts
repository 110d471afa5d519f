import { looseText } from '../domain/fold.js'
import type { Row } from '../store/schema.js'
import type { Writing } from '../store/store.js'

/** Whoever goes, and who is kept in its place. */
export type Into = ReadonlyMap<number, number>

/**
 * Points everything that ties clients to one another at the kept ones: relations, judgements, earlier merges, and who recommended
 * whom. A tie of a client with itself goes, and of two that become the same one stays.
 */
export async function tieAnew(writing: Writing, into: Into): Promise<void> {
  const gone = [...into.keys()]
  const clients = [...new Set([...gone, ...into.values()])]
  const of = (id: number): number => into.get(id) ?? id
  await tieRelations(writing, await writing.merging.relations(clients), of)
  await tieJudgements(writing, await writing.merging.judgements(clients), of)
  await writing.updateMany(
    'merging',
    (await writing.merging.into(gone)).map(({ id, kept_id }) => ({ id, patch: { kept_id: of(kept_id) } })),
  )
  // The clients of the merge themselves are written elsewhere.
  const own = new Set(clients)
  await writing.updateMany(
    'client',
    (await writing.merging.referred(gone))
      .filter(({ id }) => !own.has(id))
      .map(({ id, referred_by }) => ({ id, patch: { referred_by: of(referred_by) } })),
  )
}

/** Rows by what they will be, those that are so already first. */
function byTarget<R extends { id: number }>(
  rows: readonly R[],
  targetOf: (row: R) => readonly [number, number],
  isThere: (row: R) => boolean,
): { target: readonly [number, number]; rows: R[] }[] {
  const groups = new Map<string, { target: readonly [number, number]; rows: R[] }>()
  for (const row of [...rows].sort((a, b) => Number(isThere(b)) - Number(isThere(a)) || a.id - b.id)) {
    const target = targetOf(row)
    const group = groups.get(target.join()) ?? { target, rows: [] }
    group.rows.push(row)
    groups.set(target.join(), group)
  }
  return [...groups.values()]
}

async function tieRelations(
  writing: Writing,
  rows: readonly Row<'relation'>[],
  of: (id: number) => number,
): Promise<void> {
  const remove: number[] = []
  const update: { id: number; patch: { client_id: number; company_id: number; role: string | null } }[] = []
  const target = (row: Row<'relation'>) => [of(row.client_id), of(row.company_id)] as const
  const isThere = (row: Row<'relation'>): boolean =>
    of(row.client_id) === row.client_id && of(row.company_id) === row.company_id
  for (const {
    target: [client_id, company_id],
    rows: same,
  } of byTarget(rows, target, isThere)) {
    const [first, ...others] = client_id === company_id ? [undefined, ...same] : same
    remove.push(...others.flatMap((row) => row?.id ?? []))
    if (!first) continue
    const roles = new Map(same.flatMap(({ role }) => (role === null ? [] : [[looseText(role), role] as const])))
    update.push({ id: first.id, patch: { client_id, company_id, role: [...roles.values()].join(', ') || null } })
  }
  await writing.remove('relation', remove)
  await writing.updateMany('relation', update)
}

/** That two are distinct is stronger than that they are to be looked at later. */
async function tieJudgements(
  writing: Writing,
  rows: readonly Row<'judgement'>[],
  of: (id: number) => number,
): Promise<void> {
  const remove: number[] = []
  const update: { id: number; patch: { low_id: number; high_id: number; verdict: 'distinct' | 'later' } }[] = []
  const target = ({ low_id, high_id }: Row<'judgement'>): readonly [number, number] => {
    const [a, b] = [of(low_id), of(high_id)]
    return a < b ? [a, b] : [b, a]
  }
  const isThere = (row: Row<'judgement'>): boolean => target(row).join() === `${row.low_id},${row.high_id}`
  for (const {
    target: [low_id, high_id],
    rows: same,
  } of byTarget(rows, target, isThere)) {
    const [first, ...others] = low_id === high_id ? [undefined, ...same] : same
    remove.push(...others.flatMap((row) => row?.id ?? []))
    if (!first) continue
    const verdict = same.some((row) => row.verdict === 'distinct') ? 'distinct' : 'later'
    update.push({ id: first.id, patch: { low_id, high_id, verdict } })
  }
  await writing.remove('judgement', remove)
  await writing.updateMany('judgement', update)
}
