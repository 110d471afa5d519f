import { emptyDetails, noteOutgoing, pages } from './export-log.js'
import type { Row } from './schema.js'
import { type Db, lastId } from './sqlite.js'

type Link = Pick<Row<'export_log'>, 'id' | 'hash'> & { emptied: number }

const linksOf = async (db: Db): Promise<Link[]> =>
  (await db.selectFrom('export_log').select(['id', 'hash', 'details']).orderBy('id').execute()).map(
    ({ id, hash, details }) => ({ id, hash, emptied: details === null ? 1 : 0 }),
  )

const begins = (chain: readonly Link[], longer: readonly Link[]): boolean =>
  chain.length <= longer.length &&
  chain.every(({ id, hash }, index) => id === longer[index]?.id && hash === longer[index]?.hash)

/**
 * Gives a copy that is about to take a base's place the log of that base, so that nobody gets rid of the log by restoring.
 * Where the copy has a log that is no earlier state of it, the copy keeps its own, and an entry tells of the one that went.
 */
export async function carryLog(current: Db, copy: Db, { at, who }: { at: string; who: string }): Promise<void> {
  const [ours, theirs] = [await linksOf(current), await linksOf(copy)]
  const given = await lastId(current, 'export_log')
  const work = async (inside: Db): Promise<void> => {
    const emptied = new Set(ours.filter((link) => link.emptied === 1).map(({ hash }) => hash))
    const again = theirs.filter((link) => link.emptied === 0 && emptied.has(link.hash)).map(({ id }) => id)
    await emptyDetails(inside, again)
    if (begins(theirs, ours) && given >= (await lastId(inside, 'export_log'))) return takeOver(current, inside, given)
    const head = ours[ours.length - 1]
    if (head === undefined || begins(ours, theirs)) return
    await noteOutgoing(inside, {
      at,
      who,
      what: 'restore',
      format: 'db',
      rows: 0,
      fields: [],
      encrypted: false,
      details: { filter: null, target: null, reason: null, replaced: { entries: ours.length, head: head.hash } },
    })
  }
  await (copy.isTransaction ? work(copy) : copy.transaction().execute(work))
}

/** The whole log of one base into another whose log is the beginning of it, with the numbers that were given out. */
async function takeOver(from: Db, into: Db, given: number): Promise<void> {
  await into.deleteFrom('export_log').execute()
  let last = 0
  for await (const rows of pages(from)) {
    for (let index = 0; index < rows.length; index += 200)
      await into
        .insertInto('export_log')
        .values(rows.slice(index, index + 200))
        .execute()
    last = rows[rows.length - 1]?.id ?? last
  }
  if (given <= last) return
  // Entries at the end are missing; putting one there and taking it away keeps them missed.
  const blank = { at: '', who: '', what: '', format: '', rows: 0, fields: '', encrypted: 0 }
  await into
    .insertInto('export_log')
    .values({ ...blank, id: given, details_hash: '', previous: '', hash: '' })
    .execute()
  await into.deleteFrom('export_log').where('id', '=', given).execute()
}
