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
  /** Was it cut out of others' texts too? */
  everywhere: boolean
}

/** Kind of a row without a sign, which says that a person was cut out of others' texts too. */
const EVERYWHERE = 'everywhere'

type Knowing = typeof import('../domain/forgetting/knowing.js')

/** What the graves ask of it. */
type Asked = Pick<Knowing, 'allErasedAs' | 'nameKeys' | 'signsSaid'>

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
export async function bury(
  db: Db,
  signs: readonly Sign[],
  { at, everywhere }: { at: string; everywhere: boolean },
): Promise<void> {
  const seal = await sealOf(await ownKey(db))
  const person = (await lastPerson(db)) + 1
  const rows = signs.map((sign) => ({ person, kind: sign.kind as string, hash: seal(sign), at }))
  await put(db, [...rows, ...(everywhere ? [await everywhereRow(person, at)] : [])])
}

type Fresh = Omit<Row<'tombstone'>, 'id'>

async function lastPerson(db: Db): Promise<number> {
  const { last } = await db
    .selectFrom('tombstone')
    .select((eb) => eb.fn.coalesce(eb.fn.max('person'), eb.lit(0)).as('last'))
    .executeTakeFirstOrThrow()
  return Number(last)
}

async function put(db: Db, rows: readonly Fresh[]): Promise<void> {
  for (let from = 0; from < rows.length; from += 500)
    await db
      .insertInto('tombstone')
      .values(rows.slice(from, from + 500))
      .execute()
}

/** Its hash is of nothing: it tells no more than that it is there. */
const everywhereRow = async (person: number, at: string): Promise<Fresh> => ({
  person,
  kind: EVERYWHERE,
  hash: (await crypto()).randomBytes(32).toString('base64url'),
  at,
})

/** Says of people who were erased before that they are cut out of others' texts by now. */
export async function noteEverywhere(db: Db, persons: readonly number[], at: string): Promise<void> {
  const noted = await db.selectFrom('tombstone').select('person').where('kind', '=', EVERYWHERE).execute()
  const known = new Set(noted.map(({ person }) => person))
  const fresh = persons.filter((person) => !known.has(person))
  await put(db, await Promise.all(fresh.map((person) => everywhereRow(person, at))))
}

/** Everybody who was erased, to be asked of many at once. */
export class Graves {
  #persons = new Map<string, number[]>()
  #days = new Map<number, string>()
  #everywhere = new Set<number>()
  #seals: readonly Seal[]
  #knowing: Asked
  #whose = (sign: Sign): readonly number[] => {
    for (const seal of this.#seals) {
      const persons = this.#persons.get(seal(sign))
      if (persons) return persons
    }
    return []
  }

  constructor(rows: readonly Row<'tombstone'>[], seals: readonly Seal[], knowing: Asked) {
    this.#seals = seals
    this.#knowing = knowing
    for (const { person, kind, hash, at } of rows) {
      if (kind === EVERYWHERE) {
        this.#everywhere.add(person)
        continue
      }
      const persons = this.#persons.get(hash)
      if (persons) persons.push(person)
      else this.#persons.set(hash, [person])
      this.#days.set(person, at)
    }
  }

  /** Whom a row that would make a client brings back; null when nobody. */
  meets(bearer: Bearer, how: 'surely' | 'by any sign' = 'by any sign'): Buried | null {
    const [person, ...others] = this.#knowing.allErasedAs(bearer, this.#whose, how)
    if (person === undefined) return null
    const everywhere = [person, ...others].some((each) => this.#everywhere.has(each))
    return { person, at: this.#days.get(person) ?? '', everywhere }
  }

  /** Who was erased and had a name or an address that is said now; the one who was erased last comes first. */
  called(said: Pick<Bearer, 'kind' | 'names' | 'points'>): Pick<Buried, 'person' | 'at'>[] {
    const persons = new Set(this.#knowing.signsSaid(said).flatMap((sign) => this.#whose(sign)))
    return [...persons]
      .map((person) => ({ person, at: this.#days.get(person) ?? '' }))
      .sort((a, b) => (a.at < b.at ? 1 : -1))
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
  const [there, here] = [await personsIn(from), await personsIn(into)]
  const owners = new Map<string, number[]>()
  for (const [person, rows] of here)
    for (const { hash } of rows) owners.set(hash, [...(owners.get(hash) ?? []), person])
  let last = await lastPerson(into)
  const fresh: Fresh[] = []
  for (const rows of there.values()) {
    const isMark = ({ kind }: Fresh): boolean => kind === EVERYWHERE
    const [first, ...others] = rows.filter((row) => !isMark(row))
    // Of one who is known in both, whatever was found out since.
    const same = (owners.get(first?.hash ?? '') ?? []).find((person) =>
      others.every(({ hash }) => owners.get(hash)?.includes(person)),
    )
    if (same === undefined) last += 1
    else if (here.get(same)?.some(isMark)) continue
    const wanted = same === undefined ? rows : rows.filter(isMark)
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
