import { type Bearer, type Sign, signKey } from '../domain/forgetting/bearer.js'
import type { Row } from './schema.js'
import type { Db } from './sqlite.js'

/** Loaded when a tombstone is made or looked for: it costs milliseconds, and every command loads this file. */
const crypto = () => import('node:crypto')

const PURPOSE = 'tombstone'

/** An erased person whom somebody turns out to be. */
export interface Buried {
  person: number
  /** When it was erased, an instant. */
  at: string
}

type Knowing = typeof import('../domain/forgetting/knowing.js')

type Seal = (sign: Sign) => string

/** Hashes by one key; whoever has the base has the key, see docs/privacy.md. */
async function sealOf(key: string): Promise<Seal> {
  const { createHmac } = await crypto()
  const bytes = Buffer.from(key, 'hex')
  return (sign) => createHmac('sha256', bytes).update(signKey(sign)).digest('base64url')
}

const keysOf = (db: Db): Promise<Row<'secret'>[]> =>
  db.selectFrom('secret').selectAll().where('purpose', 'like', `${PURPOSE}%`).orderBy('id').execute()

/** The key by which this base hashes; made when the first person is erased. */
async function ownKey(db: Db): Promise<string> {
  const known = await db.selectFrom('secret').select('value').where('purpose', '=', PURPOSE).executeTakeFirst()
  if (known) return known.value
  const value = (await crypto()).randomBytes(32).toString('hex')
  await db.insertInto('secret').values({ purpose: PURPOSE, value }).execute()
  return value
}

/** Keeps what an erased person was known by. */
export async function bury(db: Db, signs: readonly Sign[], at: string): Promise<void> {
  const seal = await sealOf(await ownKey(db))
  const { last } = await db
    .selectFrom('tombstone')
    .select((eb) => eb.fn.coalesce(eb.fn.max('person'), eb.lit(0)).as('last'))
    .executeTakeFirstOrThrow()
  const rows = signs.map((sign) => ({ person: Number(last) + 1, kind: sign.kind, hash: seal(sign), at }))
  for (let from = 0; from < rows.length; from += 500)
    await db
      .insertInto('tombstone')
      .values(rows.slice(from, from + 500))
      .execute()
}

/** Everybody who was erased, to be asked of many at once. */
export class Graves {
  #persons = new Map<string, number[]>()
  #days = new Map<number, string>()
  #seals: readonly Seal[]
  #knowing: Pick<Knowing, 'erasedAs' | 'nameKeys'>
  #whose = (sign: Sign): readonly number[] => {
    for (const seal of this.#seals) {
      const persons = this.#persons.get(seal(sign))
      if (persons) return persons
    }
    return []
  }

  constructor(
    rows: readonly Row<'tombstone'>[],
    seals: readonly Seal[],
    knowing: Pick<Knowing, 'erasedAs' | 'nameKeys'>,
  ) {
    this.#seals = seals
    this.#knowing = knowing
    for (const { person, hash, at } of rows) {
      const persons = this.#persons.get(hash)
      if (persons) persons.push(person)
      else this.#persons.set(hash, [person])
      this.#days.set(person, at)
    }
  }

  /** Whom a row that would make a client brings back; null when nobody. */
  meets(bearer: Bearer, how: 'surely' | 'by any sign' = 'by any sign'): Buried | null {
    const person = this.#knowing.erasedAs(bearer, this.#whose, how)
    return person === null ? null : { person, at: this.#days.get(person) ?? '' }
  }

  /** Is a name that a row says of somebody else that of an erased person? */
  isCalled(name: string): boolean {
    return this.#knowing.nameKeys('person', [name]).some((value) => this.#whose({ kind: 'called', value }).length > 0)
  }
}

/** Null when nobody was ever erased, which costs one question. */
export async function gravesIn(db: Db): Promise<Graves | null> {
  const rows = await db.selectFrom('tombstone').selectAll().orderBy('id').execute()
  if (rows.length === 0) return null
  const seals = await Promise.all((await keysOf(db)).map(({ value }) => sealOf(value)))
  return new Graves(rows, seals, await import('../domain/forgetting/knowing.js'))
}

export function tombstoneQueries(db: Db) {
  return {
    graves: (): Promise<Graves | null> => gravesIn(db),

    /** Somebody is taken in again on purpose. Only inside a write. */
    async remove(person: number): Promise<void> {
      await db.deleteFrom('tombstone').where('person', '=', person).execute()
    },
  }
}

/** Adds the tombstones of another base, with the keys by which they were hashed. */
export async function takeOver(from: Db, into: Db): Promise<void> {
  await takeOverKeys(from, into)
  const known = new Set((await into.selectFrom('tombstone').select('hash').execute()).map(({ hash }) => hash))
  const { last } = await into
    .selectFrom('tombstone')
    .select((eb) => eb.fn.coalesce(eb.fn.max('person'), eb.lit(0)).as('last'))
    .executeTakeFirstOrThrow()
  const rows = await from.selectFrom('tombstone').selectAll().orderBy('id').execute()
  const fresh = rows
    .filter(({ hash }) => !known.has(hash))
    .map(({ person, kind, hash, at }) => ({ person: Number(last) + person, kind, hash, at }))
  for (let at = 0; at < fresh.length; at += 500)
    await into
      .insertInto('tombstone')
      .values(fresh.slice(at, at + 500))
      .execute()
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
