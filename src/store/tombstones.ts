import { type Bearer, type Sign, signKey } from '../domain/forgetting/bearer.js'
import type { Row } from './schema.js'
import type { Db } from './sqlite.js'

/** Loaded when a tombstone is made or looked for: it costs milliseconds, and every command loads this file. */
export const crypto = () => import('node:crypto')

/** Under this purpose stands the key by which a base hashes; further ones have a mark behind it. */
export const PURPOSE = 'tombstone'

/** An erased person whom somebody turns out to be. */
export interface Buried {
  person: number
  /** When it was erased, an instant. */
  at: string
  /** Was it cut out of others' texts too? */
  everywhere: boolean
}

/** Kind of a row without a sign, which says that a person was cut out of others' texts too. */
export const EVERYWHERE = 'everywhere'

/**
 * Kind of a row that says that a person was taken in again on purpose, as the client that it names. While that client is in the
 * base, or has gone into another, the other rows count for nothing; when the addition is taken back they count again.
 */
const AGAIN = 'again'

/** Rows that say something of a grave, and are no signs. */
export const isMark = ({ kind }: Pick<Row<'tombstone'>, 'kind'>): boolean => kind === EVERYWHERE || kind === AGAIN

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

export const keysOf = (db: Db): Promise<Row<'secret'>[]> =>
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

export type Fresh = Omit<Row<'tombstone'>, 'id'>

export async function lastPerson(db: Db): Promise<number> {
  const { last } = await db
    .selectFrom('tombstone')
    .select((eb) => eb.fn.coalesce(eb.fn.max('person'), eb.lit(0)).as('last'))
    .executeTakeFirstOrThrow()
  return Number(last)
}

export async function put(db: Db, rows: readonly Fresh[]): Promise<void> {
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
    const found = this.all(bearer, how)
    const [first] = found
    return first === undefined ? null : { ...first, everywhere: found.some(({ everywhere }) => everywhere) }
  }

  /** All whom it brings back: somebody may have been erased more than once. */
  all(bearer: Bearer, how: 'surely' | 'by any sign' = 'by any sign'): Buried[] {
    return this.#knowing.allErasedAs(bearer, this.#whose, how).map((person) => ({
      person,
      at: this.#days.get(person) ?? '',
      everywhere: this.#everywhere.has(person),
    }))
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
  const again = await takenInAgain(
    db,
    rows.filter(({ kind }) => kind === AGAIN),
  )
  const open = rows.filter(({ person, kind }) => kind !== AGAIN && !again.has(person))
  if (open.length === 0) return null
  const seals = await Promise.all((await keysOf(db)).map(({ value }) => sealOf(value)))
  return new Graves(open, seals, await import('../domain/forgetting/knowing.js'))
}

const clientMark = ({ id, created_at }: { id: number; created_at: string }): string => `${id}|${created_at}`

/** Whoever of them is a client again. */
async function takenInAgain(db: Db, marks: readonly Pick<Row<'tombstone'>, 'person' | 'hash'>[]): Promise<Set<number>> {
  if (marks.length === 0) return new Set()
  const ids = marks.map(({ hash }) => Number.parseInt(hash, 10))
  const there = await db.selectFrom('client').select(['id', 'created_at']).where('id', 'in', ids).execute()
  const gone = await db
    .selectFrom('merging')
    .select(['gone_id as id', 'created_at'])
    .where('gone_id', 'in', ids)
    .execute()
  const known = new Set([...there, ...gone].map(clientMark))
  return new Set(marks.filter(({ hash }) => known.has(hash)).map(({ person }) => person))
}

export function tombstoneQueries(db: Db) {
  return {
    graves: (): Promise<Graves | null> => gravesIn(db),

    /** Somebody is taken in again on purpose, as this client. Only inside a write; taking the client back ends it. */
    async takeIn(persons: readonly number[], client: { id: number; created_at: string }, at: string): Promise<void> {
      await put(
        db,
        [...new Set(persons)].map((person) => ({ person, kind: AGAIN, hash: clientMark(client), at })),
      )
    },
  }
}
