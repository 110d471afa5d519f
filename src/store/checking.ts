import { statSync } from 'node:fs'
import { type Kysely, sql } from 'kysely'
import { type Finding, found } from '../domain/checking/finding.js'
import { CONSENT_CHANNELS } from '../domain/consent.js'
import { journalFaults } from './checking-journal.js'
import { mendSearch, rebuildSearch, unfoundClients } from './checking-search.js'
import { driftedStandings, mendStandings } from './drift.js'
import { exportLogFaults } from './export-log.js'
import { schemaProblems } from './foreign.js'
import type { Migration } from './migrations.js'
import type { Schema } from './schema.js'
import {
  type Db,
  engineVersion,
  errorCode,
  identity,
  inSnapshot,
  integrityProblems,
  isOfSearchAlone,
  searchSize,
} from './sqlite.js'
import type { Circumstances } from './standing.js'
import { idsDue, sweepIfDue } from './sweeping.js'

export interface Checked {
  findings: Finding[]
  /** What is wrong and was not put right, in short. */
  problems: string[]
  version: number
  engine: string
  clients: number
  searched: number
  mode: number
  bytes: number
  /** Clients whose computed values were not what their history says, and are now. */
  mended: number
}

export interface Checking {
  circumstances: Circumstances
  transaction: <T>(work: (inside: Db) => Promise<T>) => Promise<T>
  /** What the schema is made by. */
  migrations: readonly Migration[]
  /** Look only, or put right what is computed? */
  mend: boolean
  /** How long others are waited for, in milliseconds. */
  wait: number
  /** The moment by the clock of this machine, for telling what lies ahead of it. */
  now: string | null
}

/**
 * Looks at all that is in a base. Nothing is written into a file that is damaged; otherwise what is computed and wrong is
 * computed anew when `mend` says so.
 */
export async function checkBase(db: Kysely<Schema>, file: string, checking: Checking): Promise<Checked> {
  const { size, mode } = statSync(file)
  const about = { mode: mode & 0o777, bytes: size, engine: await engineVersion(db) }
  const broken = await fileProblems(db)
  const counts = await counted(db)
  const findings: Finding[] = []
  let mended = 0
  if (broken.length > 0 && !broken.every(isOfSearchAlone))
    findings.push(found('file', 'problem', 'damaged', { lines: broken }))
  else {
    findings.push(found('file', 'ok', 'whole', { bytes: size }))
    findings.push(await schemaFinding(db, counts.version, checking))
    findings.push(await searchFinding(db, broken, counts.clients, checking))
    const standings = await standingsFinding(db, counts.clients, checking)
    if (standings.is === 'standingsMended') mended = standings.facts.clients
    findings.push(standings)
    findings.push(...(await inSnapshot(db, (snapshot) => restOf(snapshot, checking))))
    findings.push(await erasureFinding(db, checking))
  }
  // What was put right has another size now.
  const searched = (await counted(db)).searched
  return { findings, problems: shortly(findings), ...about, ...counts, searched, mended }
}

/** For who asks in the program itself: the kind of thing, and what SQLite says of it. */
const shortly = (findings: readonly Finding[]): string[] =>
  findings.flatMap(({ name, state, facts }) =>
    state !== 'problem' ? [] : 'lines' in facts ? facts.lines.map((line) => `${name}: ${line}`) : [name],
  )

/** A damaged file may also end the questions about it. */
async function fileProblems(db: Kysely<Schema>): Promise<string[]> {
  try {
    return await inSnapshot(db, integrityProblems)
  } catch (error) {
    if (!isDamage(error)) throw error
    return [error instanceof Error ? error.message : String(error)]
  }
}

const isDamage = (error: unknown): boolean => ['SQLITE_CORRUPT', 'SQLITE_NOTADB'].includes(errorCode(error))

async function counted(db: Kysely<Schema>): Promise<{ version: number; clients: number; searched: number }> {
  const asked = async (ask: () => Promise<number>): Promise<number> => {
    try {
      return await ask()
    } catch (error) {
      if (!isDamage(error)) throw error
      return 0
    }
  }
  const size = sql<number>`count(*)`.as('size')
  return {
    version: await asked(async () => (await identity(db)).version),
    clients: await asked(async () => (await db.selectFrom('client').select(size).executeTakeFirstOrThrow()).size),
    searched: await asked(() => searchSize(db)),
  }
}

async function schemaFinding(db: Kysely<Schema>, version: number, { migrations }: Checking): Promise<Finding> {
  const lines = await schemaProblems(db, migrations)
  return lines.length === 0
    ? found('schema', 'ok', 'schemaRight', { version })
    : found('schema', 'problem', 'schemaForeign', { lines })
}

async function searchFinding(
  db: Kysely<Schema>,
  broken: readonly string[],
  clients: number,
  { mend, transaction, circumstances }: Checking,
): Promise<Finding> {
  if (broken.length > 0) {
    if (!mend) return found('search', 'problem', 'searchBroken', { lines: [...broken] })
    const rebuilt = await transaction((inside) => rebuildSearch(inside, circumstances))
    return found('search', 'warning', 'searchMended', { clients: rebuilt })
  }
  const wrong = await inSnapshot(db, unfoundClients)
  if (wrong.length === 0) return found('search', 'ok', 'searchRight', { clients })
  if (!mend) return found('search', 'problem', 'searchWrong', { clients: wrong.length })
  await transaction((inside) => mendSearch(inside, wrong, circumstances))
  return found('search', 'warning', 'searchMended', { clients: wrong.length })
}

async function standingsFinding(
  db: Kysely<Schema>,
  clients: number,
  { mend, transaction, circumstances }: Checking,
): Promise<Finding> {
  // Looking is told of by what is found, not by how long it takes.
  const wrong = await inSnapshot(db, (snapshot) => driftedStandings(snapshot, { model: circumstances.model }))
  if (wrong.length === 0) return found('standings', 'ok', 'standingsRight', { clients })
  if (!mend) return found('standings', 'problem', 'standingsWrong', { clients: wrong.length })
  const mended = await transaction((inside) => mendStandings(inside, wrong, circumstances))
  return found('standings', 'warning', 'standingsMended', { clients: mended })
}

async function restOf(db: Db, { now }: Checking): Promise<Finding[]> {
  return [await journalFinding(db), await exportsFinding(db), await consentFinding(db), await clockFinding(db, now)]
}

const sizeOf = async (db: Db, table: 'operation' | 'export_log'): Promise<number> =>
  (await db.selectFrom(table).select(sql<number>`count(*)`.as('size')).executeTakeFirstOrThrow()).size

async function journalFinding(db: Db): Promise<Finding> {
  const faults = await journalFaults(db)
  if (faults.length === 0) return found('journal', 'ok', 'journalWhole', { operations: await sizeOf(db, 'operation') })
  // Rows that another program has added are there to be used, and nothing of the user's is lost.
  const isLoss = faults.some(({ is }) => is !== 'rows-unaccounted')
  return found('journal', isLoss ? 'problem' : 'warning', 'journalBroken', { faults })
}

async function exportsFinding(db: Db): Promise<Finding> {
  const faults = await exportLogFaults(db)
  return faults.length === 0
    ? found('exports', 'ok', 'exportsWhole', { entries: await sizeOf(db, 'export_log') })
    : found('exports', 'problem', 'exportsBroken', { faults })
}

/** Answers that this program would not have written: of unknown kind, of an unknown channel, a day of an answer that was not given. */
async function consentFinding(db: Db): Promise<Finding> {
  const channels = sql.join(CONSENT_CHANNELS.map((channel) => sql.lit(channel)))
  const { rows } = await sql<{ odd: number; answers: number }>`select
    (select count(*) from client where (consent is not null and consent not in ('yes', 'no'))
      or (consent is null and (consent_origin is not null or consent_at is not null)))
    + (select count(distinct client_id) from channel_consent where channel not in (${channels})) as odd,
    (select count(*) from client where consent is not null) + (select count(*) from channel_consent) as answers`.execute(
    db,
  )
  const { odd, answers } = rows[0] ?? { odd: 0, answers: 0 }
  return odd === 0
    ? found('consent', 'ok', 'consentPlain', { answers })
    : found('consent', 'warning', 'consentOdd', { clients: odd })
}

/** How long an erasure waits for others to let go of the log: it is done the next time otherwise. */
const A_MOMENT = 1_000

async function erasureFinding(db: Kysely<Schema>, { mend, wait }: Checking): Promise<Finding> {
  const { people } = await db
    .selectFrom('tombstone')
    .select(sql<number>`count(distinct person)`.as('people'))
    .executeTakeFirstOrThrow()
  if ((await idsDue(db)) === null) return found('erasure', 'ok', 'erasuresSwept', { people })
  const swept = mend ? await sweepIfDue(db, { wait: Math.min(wait, A_MOMENT), usual: wait }) : 'waiting'
  return swept === 'waiting' ? found('erasure', 'warning', 'sweepDue', {}) : found('erasure', 'ok', 'sweptNow', {})
}

/** A few minutes are what clocks of two machines differ by. */
const TOLERANCE = 10 * 60_000

async function clockFinding(db: Db, now: string | null): Promise<Finding> {
  const { rows } = await sql<{ latest: string | null }>`select max(at) as latest from
    (select max(at) as at from operation union all select max(at) from export_log)`.execute(db)
  const latest = rows[0]?.latest ?? null
  return now === null || latest === null || Date.parse(latest) <= Date.parse(now) + TOLERANCE
    ? found('clock', 'ok', 'clockRight', {})
    : found('clock', 'warning', 'clockBehind', { latest })
}
