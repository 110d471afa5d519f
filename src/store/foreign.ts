import { closeSync, constants, fstatSync, openSync, readSync, statSync } from 'node:fs'
import type { Kysely } from 'kysely'
import { failed, type Refusal, typedWrongly } from '../errors.js'
import { migrate } from './migrating.js'
import { MIGRATIONS, type Migration } from './migrations.js'
import { firstPageInLog, pagesInJournal } from './pending-log.js'
import type { Schema } from './schema.js'
import {
  APPLICATION_ID,
  type Db,
  errorCode,
  identity,
  openDatabase,
  type SchemaPart,
  schemaParts,
  strangers,
} from './sqlite.js'

/*
 * Files that are no bases of ours, or no sound ones, are told by their first bytes before SQLite sees them: SQLite opens
 * for writing, and would put a log beside a stranger's file, or move into it the log that lies there.
 */

/** The first hundred bytes of a database, as SQLite's file format has them. */
const HEADER = 100
const MAGIC = 'SQLite format 3\u0000'

const notABase = (file: string): Refusal =>
  failed((words) => ({ text: words.errors.notABase(file), hint: words.errors.notABaseHint }))

const damaged = (file: string): Refusal =>
  failed((words) => ({ text: words.errors.damaged(file), hint: words.errors.damagedHint }))

const newer = (file: string, version: number, latest: number): Refusal =>
  failed((words) => ({ text: words.errors.newerBase(file, version, latest), hint: words.errors.newerBaseHint }))

export const latestOf = (migrations: readonly Migration[]): number => migrations[migrations.length - 1]?.version ?? 0

/** Is there something in the log or the journal beside a file? */
export function hasPendingLog(file: string): boolean {
  return ['-wal', '-journal'].some((ending) => sizeOf(file + ending) > 0)
}

function sizeOf(file: string): number {
  try {
    return statSync(file).size
  } catch (error) {
    if (['ENOENT', 'ENAMETOOLONG'].includes(errorCode(error))) return 0
    throw error
  }
}

/** What stands under the name of a base: nothing, an empty file, or one that may be a base, and whether it has a log. */
export type Found = 'nothing' | 'empty' | 'base' | 'base without log'

/**
 * Refuses what is certainly no base that this program can use, without touching it. Never for a file that this process has
 * open as a database: letting go of a second descriptor lets go of all locks the process has on the file.
 */
export function lookAtFile(file: string, migrations: readonly Migration[] = MIGRATIONS): Found {
  if (file.includes('\u0000')) throw typedWrongly((words) => words.errors.badUrl(file))
  let size: number
  try {
    const state = statSync(file)
    if (state.isDirectory()) throw failed((words) => words.errors.isFolder(file))
    if (!state.isFile())
      throw failed((words) => ({ text: words.errors.notABaseButDevice(file), hint: words.errors.notABaseHint }))
    size = state.size
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return 'nothing'
    throw error
  }
  if (size === 0) {
    // SQLite takes a log or a journal beside an empty file for refuse and removes it; it may hold the last that is left of a base.
    if (sizeOf(`${file}-wal`) > 0 || pagesInJournal(file) > 0) throw damaged(file)
    return 'empty'
  }
  const found = lookAtHeader(file, readHeader(file), migrations)
  const inLog = firstPageInLog(file, HEADER)
  if (inLog !== null) identify(file, inLog, migrations)
  return found
}

function readHeader(file: string): Buffer {
  // What was a file a moment ago may be a pipe by now, which would be waited for.
  const handle = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK)
  try {
    const bytes = Buffer.alloc(HEADER)
    const read = fstatSync(handle).isFile() ? readSync(handle, bytes, 0, HEADER, 0) : 0
    return bytes.subarray(0, read)
  } finally {
    closeSync(handle)
  }
}

/** Whose a file is and of which version, by its first page. */
function identify(file: string, bytes: Buffer, migrations: readonly Migration[]): void {
  if (bytes.length < HEADER || bytes.toString('latin1', 0, 16) !== MAGIC) throw notABase(file)
  if (bytes.readUInt32BE(68) !== APPLICATION_ID) throw notABase(file)
  const version = bytes.readInt32BE(60)
  if (version < 0) throw notABase(file)
  if (version > latestOf(migrations)) throw newer(file, version, latestOf(migrations))
}

function lookAtHeader(file: string, bytes: Buffer, migrations: readonly Migration[]): Found {
  identify(file, bytes, migrations)
  const [page, writing, reading] = [bytes.readUInt16BE(16), bytes[18] ?? 0, bytes[19] ?? 0]
  const sound =
    (page === 1 || (page >= 512 && (page & (page - 1)) === 0)) &&
    [1, 2].includes(writing) &&
    reading === writing &&
    bytes[20] === 0 &&
    bytes[21] === 64 &&
    bytes[22] === 32 &&
    bytes[23] === 32 &&
    bytes.readUInt32BE(44) <= 4 &&
    bytes.readUInt32BE(56) <= 1
  if (!sound) throw damaged(file)
  // How many pages there are, which counts when it was written together with the last change; the log may hold the rest.
  const counted = bytes.readUInt32BE(24) === bytes.readUInt32BE(92)
  const length = bytes.readUInt32BE(28) * (page === 1 ? 65_536 : page)
  if (counted && length > sizeOf(file) && !hasPendingLog(file)) throw damaged(file)
  return writing === 1 ? 'base without log' : 'base'
}

/** Looks at an open base through SQLite, which knows what is in the log as well; answers with its version. */
export async function lookInside(
  db: Kysely<Schema>,
  file: string,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<{ version: number; empty: boolean }> {
  const { application, version, tables, strangers: unknown } = await identity(db)
  const latest = latestOf(migrations)
  // A start that was killed while it filled an empty file may have left it with nothing, or with our sign alone.
  if (version === 0 && tables === 0 && [APPLICATION_ID, 0].includes(application)) return { version, empty: true }
  if (application !== APPLICATION_ID || version <= 0) throw notABase(file)
  if (version > latest) throw newer(file, version, latest)
  if (unknown > 0) {
    const names = await strangers(db)
    throw failed((words) => ({
      text: words.errors.notABaseOfOurs(file),
      details: names,
      hint: words.errors.notABaseOfOursHint,
    }))
  }
  return { version, empty: false }
}

/** Spaces, lines and the quotes around plain names differ between versions of SQLite and mean nothing. */
const comparable = (text: string | null): string =>
  (text ?? '')
    .replaceAll(/["`]([a-z_]+)["`]/gi, '$1')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ?([(),=<>]) ?/g, '$1')
    .trim()

/** Tables that SQLite keeps for itself, and the inside of the search table, which are not spelled by us. */
const isInner = ({ name }: SchemaPart): boolean => /^sqlite_(sequence$|stat[1-4]$|autoindex_)/.test(name)

async function partsOf(db: Db): Promise<Map<string, string>> {
  const parts = (await schemaParts(db)).filter((part) => !isInner(part))
  return new Map(
    parts.map(({ type, name, tbl_name: table, sql }) => [
      `${type} ${name}`,
      /^client_search_/.test(name) ? '' : `${table}: ${comparable(sql)}`,
    ]),
  )
}

/**
 * Compares the whole schema of a base with what the migrations make of its version; empty when they are the same. Each
 * problem is one line: `-` is missing, `+` is too much, `!` is otherwise.
 */
export async function schemaProblems(db: Db, migrations: readonly Migration[] = MIGRATIONS): Promise<string[]> {
  const { version } = await identity(db)
  const model = await openDatabase(':memory:', { create: true })
  try {
    await migrate(
      model,
      migrations.filter((step) => step.version <= version),
    )
    const [wanted, found] = [await partsOf(model), await partsOf(db)]
    return [
      ...[...wanted.keys()].filter((part) => !found.has(part)).map((part) => `- ${part}`),
      ...[...found.keys()].filter((part) => !wanted.has(part)).map((part) => `+ ${part}`),
      ...[...found].filter(([part, text]) => (wanted.get(part) ?? text) !== text).map(([part]) => `! ${part}`),
    ].sort()
  } finally {
    await model.destroy()
  }
}
