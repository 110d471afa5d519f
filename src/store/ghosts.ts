import { type Bearer, fullDay, type Sign, signKey } from '../domain/forgetting/bearer.js'
import type { PointKind } from '../domain/points.js'
import { bearerOf, type MutableBearer } from './bearers.js'
import { objectOf, removalsOf, removedIn } from './journal-reading.js'
import type { Row } from './schema.js'
import type { Db } from './sqlite.js'

/**
 * Clients that are no more and whom the journal still has whole, so that an undo could bring them back: of imports and
 * additions that were taken back. Those who went into others are not among them.
 */
export async function ghostsOf(db: Db): Promise<Map<number, MutableBearer>> {
  const found = new Map<number, MutableBearer>()
  for await (const change of removalsOf(db, ['client'])) {
    const removed = removedIn(change)
    for (const row of removed.rows) {
      const client = objectOf(removed, row) as unknown as Row<'client'>
      const before = found.get(client.id)
      if (before === undefined) found.set(client.id, bearerOf(client))
      else if (!before.names.includes(client.name)) before.names.push(client.name)
    }
  }
  if (found.size === 0) return found
  const there = await db.selectFrom('client').select('id').execute()
  for (const { id } of there) found.delete(id)
  for (const { gone_id } of await db.selectFrom('merging').select('gone_id').execute()) found.delete(gone_id)
  if (found.size > 0) await readParts(db, found)
  return found
}

async function readParts(db: Db, found: ReadonlyMap<number, MutableBearer>): Promise<void> {
  for await (const change of removalsOf(db, ['contact_point', 'anniversary'])) {
    const removed = removedIn(change)
    for (const row of removed.rows) {
      const part = objectOf(removed, row)
      const ghost = found.get(Number(part.client_id))
      if (ghost === undefined) continue
      if (change.table_name === 'contact_point')
        ghost.points.push({ kind: part.kind as PointKind, value: String(part.value) })
      else if (part.occasion === 'birthday' && part.who === null && typeof part.year === 'number')
        ghost.birthday = fullDay(`${String(part.year).padStart(4, '0')}-${String(part.month_day)}`)
    }
  }
}

/** Which of the ghosts somebody is who is known by these signs. */
export async function ghostsLike(ghosts: ReadonlyMap<number, Bearer>, signs: readonly Sign[]): Promise<number[]> {
  const { erasedAs } = await import('../domain/forgetting/knowing.js')
  const known = new Set(signs.map(signKey))
  const whose = (sign: Sign): readonly number[] => (known.has(signKey(sign)) ? [0] : [])
  return [...ghosts].filter(([, ghost]) => erasedAs(ghost, whose, 'surely') !== null).map(([id]) => id)
}
