import type { Model } from '../domain/standing/model.js'
import { belongsTo, dealingsOf, type Whose } from './dealings.js'
import type { Db } from './sqlite.js'
import { COLUMNS, everybody, isOfModel, type Judging, PORTION, recompute, rowsFrom, withTags } from './standing.js'

const line = (row: readonly unknown[]): [number, string] => [Number(row[0]), JSON.stringify(row)]

/** Of these clients those whose kept standing is not what their history says. */
async function driftedAmong(db: Db, whose: Whose, model: Model): Promise<number[]> {
  const right = new Map(rowsFrom(await dealingsOf(db, whose, withTags(model)), model).map(line))
  const rows = await db
    .selectFrom('standing')
    .select([...COLUMNS])
    .where(belongsTo('client_id', whose))
    .execute()
  const kept = new Map(rows.map((row) => line(COLUMNS.map((column) => row[column]))))
  return [...new Set([...right.keys(), ...kept.keys()])].filter((id) => right.get(id) !== kept.get(id))
}

/**
 * Clients whose kept standing is not what their history says: another program has changed it, or the history. None when it
 * was computed by another model, by which whoever looks next computes all anew. Reads only; what others write meanwhile
 * may make a client look so.
 */
export async function driftedStandings(db: Db, { model, onRecompute }: Judging): Promise<number[]> {
  if (!(await isOfModel(db, model))) return []
  const drifted: number[] = []
  for (const whose of await everybody(db, onRecompute)) drifted.push(...(await driftedAmong(db, whose, model)))
  return drifted
}

/** Puts right, inside a transaction, what of these is wrong indeed, and tells how many clients that were. */
export async function mendStandings(db: Db, suspects: readonly number[], { model }: Judging): Promise<number> {
  if (!(await isOfModel(db, model))) return 0
  let mended = 0
  for (let from = 0; from < suspects.length; from += PORTION) {
    const drifted = await driftedAmong(db, { ids: suspects.slice(from, from + PORTION) }, model)
    await recompute(db, drifted, model)
    mended += drifted.length
  }
  return mended
}
