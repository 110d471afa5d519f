import type { Kysely } from 'kysely'
import { bearersOf } from './bearers.js'
import { erase, personOf } from './erasing.js'
import { ghostsOf } from './ghosts.js'
import type { Schema } from './schema.js'
import { type Db, overwriteRemoved } from './sqlite.js'
import { idsDue, noteSweepDue, sweepIfDue } from './sweeping.js'
import { type Buried, type Graves, gravesIn } from './tombstones.js'
import { takeOver } from './tombstones-carrying.js'

/** So many clients of a copy are held against the tombstones at a time. */
const PORTION = 1_000

/** Whoever in a copy was erased since, as clients or in its journal only. */
async function buriedIn(copy: Db, graves: Graves): Promise<(Buried & { id: number })[]> {
  const found: (Buried & { id: number })[] = []
  const note = (id: number, bearer: Parameters<typeof graves.meets>[0]): void => {
    const buried = graves.meets(bearer, 'surely')
    if (buried !== null) found.push({ id, ...buried })
  }
  const { last } = await copy
    .selectFrom('client')
    .select((eb) => eb.fn.max('id').as('last'))
    .executeTakeFirstOrThrow()
  for (let first = 1; first <= Number(last ?? 0); first += PORTION) {
    const ids = Array.from({ length: PORTION }, (_, index) => first + index)
    for (const [id, bearer] of await bearersOf(copy, ids)) note(id, bearer)
  }
  for (const [id, ghost] of await ghostsOf(copy)) note(id, ghost)
  // Whoever is cut out of texts comes last: by then nobody who goes too bears the same family name or phone.
  return found.sort((a, b) => Number(a.everywhere) - Number(b.everywhere))
}

/**
 * Takes the tombstones of a base over into a copy that is about to take its place, and erases from the copy whoever meets
 * one, with files swept: a backup made before an erasure brings nobody back. Whoever was cut out of others' texts is cut out of
 * those of the copy as well. Not inside a transaction.
 */
export async function carryTombstones(current: Db | null, copy: Db): Promise<{ people: number; cut: number }> {
  const base = copy as Kysely<Schema>
  await overwriteRemoved(base, true)
  try {
    const done = await base.transaction().execute(async (inside) => {
      if (current !== null) await takeOver(current, inside)
      const graves = await gravesIn(inside)
      if (graves === null) return { people: 0, cut: 0 }
      const found = await buriedIn(inside, graves)
      let cut = 0
      for (const { id, at, everywhere } of found) {
        const person = await personOf(inside, id)
        if (person !== null) cut += (await erase(inside, person, at, { judging: null, everywhere })).cut
      }
      return { people: found.length, cut }
    })
    await sweepIfDue(base)
    // What a log still holds outlives the content that is replaced.
    const due = current === null ? null : await idsDue(current)
    if (due !== null) await base.transaction().execute((inside) => noteSweepDue(inside, due))
    return done
  } finally {
    await overwriteRemoved(base, false)
  }
}
