import type { Db } from './sqlite.js'
import { crypto, EVERYWHERE, type Fresh, isMark, keysOf, lastPerson, PURPOSE, put } from './tombstones.js'

/** Adds the tombstones of another base, with the keys by which they were hashed. */
export async function takeOver(from: Db, into: Db): Promise<void> {
  await takeOverKeys(from, into)
  const [there, here] = [await personsIn(from), await personsIn(into)]
  const owners = new Map<string, number[]>()
  for (const [person, rows] of here)
    for (const { hash } of rows) owners.set(hash, [...(owners.get(hash) ?? []), person])
  let last = await lastPerson(into)
  const fresh: Fresh[] = []
  for (const rows of there.values()) {
    const [first, ...others] = rows.filter((row) => !isMark(row))
    // Of one who is known in both, whatever was found out since.
    const same = (owners.get(first?.hash ?? '') ?? []).find((person) =>
      others.every(({ hash }) => owners.get(hash)?.includes(person)),
    )
    if (same === undefined) last += 1
    const marks = same === undefined ? [] : (here.get(same)?.filter(isMark) ?? [])
    // That they were cut out of texts is said once, whatever stands for it.
    const isKnown = (row: Fresh): boolean =>
      marks.some(({ kind, hash }) => kind === row.kind && (kind === EVERYWHERE || hash === row.hash))
    const wanted = same === undefined ? rows : rows.filter((row) => isMark(row) && !isKnown(row))
    fresh.push(...wanted.map((row) => ({ ...row, person: same ?? last })))
  }
  await put(into, fresh)
}

/** The tombstones of each person. */
async function personsIn(db: Db): Promise<Map<number, Fresh[]>> {
  const persons = new Map<number, Fresh[]>()
  for (const { id: _, ...row } of await db.selectFrom('tombstone').selectAll().orderBy('id').execute()) {
    const rows = persons.get(row.person)
    if (rows) rows.push(row)
    else persons.set(row.person, [row])
  }
  return persons
}

async function takeOverKeys(from: Db, into: Db): Promise<void> {
  const known = await keysOf(into)
  const { createHash } = await crypto()
  for (const { value } of await keysOf(from)) {
    if (known.some((key) => key.value === value)) continue
    // A base of another beginning has a key of its own; what each hashed is found by it only.
    const isFirst = !known.some(({ purpose }) => purpose === PURPOSE)
    const mark = createHash('sha256').update(value).digest('hex').slice(0, 16)
    const purpose = isFirst ? PURPOSE : `${PURPOSE}:${mark}`
    await into.insertInto('secret').values({ purpose, value }).execute()
    known.push({ id: 0, purpose, value })
  }
}
