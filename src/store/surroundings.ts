import {
  accessSync,
  constants,
  readdirSync,
  readFileSync,
  realpathSync,
  type Stats,
  statfsSync,
  statSync,
} from 'node:fs'
import { userInfo } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { lookalikesOf } from '../domain/checking/conflicts.js'
import { bugsOf, isWithdrawn } from '../domain/checking/engine.js'
import { type Finding, found, quoted } from '../domain/checking/finding.js'
import { groundOf, mountOf, mountsOf, typeOfMagic } from '../domain/checking/mounts.js'
import { synchronisedBy } from '../domain/checking/synchronised.js'
import { isLeftOver, systemCode } from '../durable.js'
import { backupsFinding, backupsToRestore } from './backups-around.js'
import { isCopy } from './empty-file.js'
import { isOwnBase } from './first-bytes.js'

/** Where the things are that belong to a base. */
export interface Places {
  base: string
  /** Where backups go, and those of this base that are there, the newest first. */
  backups: { folder: string; own: readonly string[] }
  config: string
  /** How the program is called for this base: `clientele`, or with a `--db` that was typed. */
  program: string
}

/** What is known of the base itself, as far as it could be read. */
export interface Inside {
  engine: string | null
  clients: number | null
  damaged?: boolean
}

const HOUR = 3_600_000
const MEGABYTE = 1_048_576
/** A log that is moved into the base as it should be does not grow to this. */
const LARGE_LOG = 64 * MEGABYTE

/** A look at everything around a base that may harm it or give it away. Reads only, and never fails: what cannot be seen is not told. */
export function lookAround(places: Places, { engine, clients, damaged = false }: Inside, now: number): Finding[] {
  return [
    ...(engine === null ? [] : [engineFinding(engine)]),
    permissions(places),
    ...unwritable(places.base),
    owner(places),
    place(places.base),
    sync(places.base),
    copies(places.base),
    leftovers(places, now),
    space(places.base),
    damaged ? backupsToRestore(places, now) : backupsFinding(places, clients, now),
  ]
}

const quietly = <T>(look: () => T): T | null => {
  try {
    return look()
  } catch {
    return null
  }
}

const stats = (path: string): Stats | null => quietly(() => statSync(path))
const listed = (folder: string): string[] => quietly(() => readdirSync(folder).sort()) ?? []
const real = (path: string): string => quietly(() => realpathSync(path)) ?? path

function engineFinding(version: string): Finding {
  const bugs = bugsOf(version)
  const crafted = bugs.filter(({ harm }) => harm === 'crafted').map(({ id }) => id)
  const harmful = bugs.flatMap(({ id, harm, fixed }) => (harm === 'crafted' ? [] : [{ id, harm, fixed }]))
  return harmful.length > 0
    ? found('engine', 'warning', 'engineBugs', { version, bugs: harmful })
    : found('engine', 'ok', 'engineFine', { version, withdrawn: isWithdrawn(version), crafted })
}

/** The files and folders of a base that are there, each once. */
function belongings({ base, backups: { folder }, config }: Places): { files: string[]; folders: string[] } {
  const kept = listed(dirname(base)).filter((name) => isCopy(base, name) || isDraft(base, name))
  const files = [
    ...['', '-wal', '-shm', '-journal'].map((ending) => base + ending),
    ...kept.map((name) => join(dirname(base), name)),
    config,
    ...listed(folder).map((name) => join(folder, name)),
  ]
  const folders = [dirname(base), folder, dirname(config)]
  const there = (paths: string[], is: (state: Stats) => boolean): string[] =>
    [...new Set(paths)].filter((path) => {
      const state = stats(path)
      return state !== null && is(state)
    })
  return { files: there(files, (state) => state.isFile()), folders: there(folders, (state) => state.isDirectory()) }
}

/** A folder in which others may put files and replace those that are there; a sticky one (/tmp) keeps theirs apart. */
const isOpenFolder = ({ mode, uid, gid }: Stats): boolean =>
  (mode & 0o1000) === 0 && ((mode & 0o002) !== 0 || ((mode & 0o020) !== 0 && gid !== uid))

function permissions(places: Places): Finding {
  const { files, folders } = belongings(places)
  const open = files.filter((path) => ((stats(path)?.mode ?? 0) & 0o077) !== 0)
  const loose = folders.filter((path) => {
    const state = stats(path)
    return state !== null && isOpenFolder(state)
  })
  if (open.length === 0 && loose.length === 0) return found('permissions', 'ok', 'closed', { files: files.length })
  const commands = [
    ...(open.length > 0 ? [`chmod 600 ${open.map(quoted).join(' ')}`] : []),
    ...(loose.length > 0 ? [`chmod go-w ${loose.map(quoted).join(' ')}`] : []),
  ]
  return found('permissions', 'warning', 'open', { paths: [...open, ...loose] }, commands)
}

/** Reading goes on where nothing can be written, so that nobody would know before the first thing is lost. */
function unwritable(base: string): Finding[] {
  for (const path of [real(base), dirname(real(base))])
    try {
      accessSync(path, constants.W_OK)
    } catch (error) {
      const code = systemCode(error)
      if (['EACCES', 'EPERM', 'EROFS'].includes(code))
        return [found('permissions', 'warning', 'notWritable', { path, disk: code === 'EROFS' })]
    }
  return []
}

/** The number of whoever runs this; null where there are no such numbers. Asking for a name as well may ask a service. */
function ownNumber(): number | null {
  const uid = stats('/proc/self')?.uid ?? quietly(() => userInfo().uid) ?? -1
  return uid < 0 ? null : uid
}

function owner(places: Places): Finding {
  const own = ownNumber()
  const { files } = belongings(places)
  const others = own === null ? [] : files.filter((path) => stats(path)?.uid !== own)
  return others.length === 0
    ? found('owner', 'ok', 'owned', {})
    : found('owner', 'warning', 'ownedByOther', { paths: others })
}

function place(base: string): Finding {
  const path = real(base)
  const mounts = quietly(() => readFileSync('/proc/self/mountinfo', 'utf8'))
  const mount = mounts === null ? null : mountOf(path, mountsOf(mounts))
  const magic = quietly(() => statfsSync(dirname(path)).type)
  // The numbers are Linux's; other systems give other ones.
  const isLinux = stats('/proc/self') !== null
  const type = mount?.type ?? (isLinux && magic !== null ? typeOfMagic(magic) : null)
  if (type === null) return found('place', 'ok', 'local', { type })
  const facts = { type, point: mount?.point ?? dirname(path) }
  switch (groundOf(type)) {
    case 'network':
      return found('place', 'warning', 'network', facts)
    case 'maybe':
      return found('place', 'warning', 'maybeNetwork', facts)
    case 'memory':
      return found('place', 'warning', 'inMemory', facts)
    default:
      return found('place', 'ok', 'local', { type })
  }
}

function sync(base: string): Finding {
  // A symbolic link may lead into such a folder, and one may lie in it that leads out.
  for (const path of new Set([base, real(base)])) {
    const where = synchronisedBy(path, listed)
    if (where) return found('sync', 'warning', 'synchronised', where)
  }
  return found('sync', 'ok', 'notSynchronised', {})
}

function copies(base: string): Finding {
  const folder = dirname(base)
  const own = stats(base)
  const names = lookalikesOf(basename(base), listed(folder))
    .filter(({ name, sure }) => {
      const state = stats(join(folder, name))
      // Another name of the base itself is no copy.
      if (!state?.isFile() || (state.ino === own?.ino && state.dev === own.dev)) return false
      return sure || isOwnBase(join(folder, name))
    })
    .map(({ name }) => name)
  if (names.length === 0) return found('copies', 'ok', 'noCopies', {})
  return found(
    'copies',
    'warning',
    'conflictCopies',
    { names },
    names.slice(0, 3).map((name) => `clientele --db ${quoted(join(folder, name))} history`),
  )
}

/** What a start, a migration, an export, a backup or a restore that was killed leaves. */
const isDraft = (base: string, name: string): boolean =>
  name.startsWith(`${basename(base)}.new-`) ||
  (name.startsWith(`${basename(base)}.before-`) && name.includes('.part-')) ||
  /^\.clientele-\d+\.part-[0-9a-f]{16}(?:-wal|-shm|-journal)?$/.test(name)

function leftovers({ base, backups: { folder } }: Places, now: number): Finding {
  const beside = listed(dirname(base))
  const sized = (path: string): { path: string; bytes: number } => ({ path, bytes: stats(path)?.size ?? 0 })
  const drafts = [
    ...beside.filter((name) => isDraft(base, name)).map((name) => join(dirname(base), name)),
    ...listed(folder)
      .filter((name) => isDraft(base, name))
      .map((name) => join(folder, name)),
  ].filter((path) => now - (stats(path)?.mtimeMs ?? now) > HOUR || isLeftOver(dirname(path), basename(path), null))
  const log = sized(`${base}-wal`)
  const isLogLarge = log.bytes > LARGE_LOG && log.bytes > 2 * sized(base).bytes
  const journal = stats(`${base}-journal`)
  const items = [
    ...drafts.map(sized),
    ...(isLogLarge ? [log] : []),
    ...(journal !== null && journal.size > 0 ? [sized(`${base}-journal`)] : []),
  ]
  if (items.length > 0)
    return found(
      'leftovers',
      'warning',
      'leftovers',
      { items },
      drafts.length > 0 ? [`rm ${drafts.map(quoted).join(' ')}`] : [],
    )
  const kept = beside.filter((name) => isCopy(base, name)).map((name) => sized(join(dirname(base), name)))
  return kept.length === 0
    ? found('leftovers', 'ok', 'tidy', {})
    : found('leftovers', 'ok', 'keptCopies', {
        copies: kept.length,
        bytes: kept.reduce((sum, { bytes }) => sum + bytes, 0),
      })
}

function space(base: string): Finding {
  const disk = quietly(() => statfsSync(dirname(base)))
  if (disk === null || disk.blocks === 0) return found('space', 'ok', 'spaceUnknown', {})
  const free = disk.bavail * disk.bsize
  // A copy before a migration, a log as long as a large import, and a little to spare.
  const needed = 2 * ((stats(base)?.size ?? 0) + (stats(`${base}-wal`)?.size ?? 0)) + 16 * MEGABYTE
  return free < needed ? found('space', 'warning', 'tight', { free, needed }) : found('space', 'ok', 'room', { free })
}
