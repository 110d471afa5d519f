import { accessSync, constants, existsSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Command } from 'commander'
import { removeLeftOvers, systemCode } from '../durable.js'
import { failed, refused, typedWrongly } from '../errors.js'
import { AGE_ENDING } from '../formats/age-file.js'
import { safe } from '../render/safe.js'
import { Making, type Target } from './backup-making.js'
import { type BackupNames, backupNames, isBaseItself } from './backup-names.js'
import type { Context } from './context.js'
import { formatOf, outJson } from './output.js'
import { addSealFlags, type SealFlags, sayEnding, sealFor, wantsSeal } from './sealing.js'
import { explained, placeOf } from './sink.js'

interface BackupFlags extends SealFlags {
  force?: boolean
  keep?: string
}

export function registerBackup(program: Command, context: Context): void {
  const { words } = context
  const command = program
    .command('backup')
    .description(words.help.verbs.backup)
    .argument('[file]', words.sealing.args.backup)
    .option('--force', words.help.flags.overwrite)
    .option('--keep <n>', words.sealing.flags.keep)
  addSealFlags(command, words).action((file: string | undefined, flags: BackupFlags) => backUp(context, file, flags))
}

async function backUp(context: Context, typed: string | undefined, flags: BackupFlags): Promise<void> {
  const format = formatOf(context, ['table', 'json'])
  const keep = keepOf(flags)
  const target = targetOf(context, typed)
  if (keep !== null && target.file !== null) throw typedWrongly((words) => words.sealing.errors.keepNeedsFolder)
  const force = flags.force === true
  if (!context.flags.dryRun) tidyUp(context, target.folder)
  if (target.file !== null) checkPlace(context, target.file, force)
  else checkFolder(target.folder, typed)
  // A base that is gone would be made anew here, and its empty backups would push out the last good ones.
  if (!existsSync(context.dbFile)) throw failed((words) => words.sealing.errors.noBase(context.dbFile))
  const names = backupNames(context)
  if (context.flags.dryRun) return sayPlan(context, { format, names, target, keep, sealed: wantsSeal(flags) })
  const seal = await sealFor(context, flags)
  const deps = await context.deps()
  const { file, bytes } = await new Making(context, deps, seal).into(target, names, force)
  // A stick, or another system's disk, may not know whose a file is.
  if (seal === null && (statSync(file).mode & 0o077) !== 0)
    context.world.stderr.write(`${context.words.sealing.errors.openBackup(safe(file))}\n`)
  const { older, later } = keep === null ? NOTHING_OLD : oldOf(names, target.folder, file, keep)
  const left = older.filter((each) => !removeOld(each))
  if (format === 'json')
    outJson(context, {
      file,
      bytes,
      encrypted: seal !== null,
      removed: older.filter((each) => !left.includes(each)),
      later,
    })
  else {
    const { done } = context.words
    context.say(seal === null ? done.backedUp(safe(file)) : context.words.sealing.done.sealed(safe(file)))
    if (seal !== null) sayEnding(context, file)
    const { removed, laterStay } = context.words.sealing.done
    if (older.length > left.length) context.say(removed(older.length - left.length))
    if (later.length > 0) context.say(laterStay(later.length))
    context.out(`${safe(file)}\n`)
  }
  if (left[0] !== undefined) throw failed((words) => words.sealing.errors.notRemoved(left[0] ?? ''))
}

function keepOf({ keep }: BackupFlags): number | null {
  if (keep === undefined) return null
  if (!/^[1-9]\d{0,5}$/.test(keep)) throw typedWrongly((words) => words.errors.badCount('--keep', keep))
  return Number(keep)
}

function targetOf({ dataFolder }: Context, typed: string | undefined): Target {
  if (typed === undefined) return { folder: join(dataFolder, 'backups'), file: null }
  if (typed === '-' || typed.trim() === '' || typed.includes('\u0000'))
    throw typedWrongly((words) => words.sealing.errors.notAFile(typed.replaceAll('\u0000', '')))
  return typed.endsWith('/') || isFolder(typed)
    ? { folder: typed, file: null }
    : { folder: dirname(typed), file: typed }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory()
  } catch {
    // Why it cannot be looked at is told when the place is.
    return false
  }
}

/** Drafts of runs that were killed, which this run may not come to make one of its own to find. */
function tidyUp({ world }: Context, folder: string): void {
  try {
    removeLeftOvers(folder, world.now().getTime())
  } catch {
    // There is no such folder yet, or it is not ours to look into.
  }
}

/** Refuses, before anything is read or asked, what may not be written. */
function checkPlace({ dbFile }: Context, file: string, force: boolean): void {
  insistOnFolder(dirname(file))
  if (isBaseItself(dbFile, file)) throw refused((words) => words.errors.restoreOntoItself)
  if (placeOf(file, force).stream) throw failed((words) => words.sealing.errors.notAFile(file))
  checkFolder(dirname(placeOf(file, force).file), file)
}

function insistOnFolder(folder: string): void {
  // With a slash behind it the system tells of a file only that it is none.
  const name = folder.replace(/(?<=.)\/+$/, '')
  let state: ReturnType<typeof statSync> | undefined
  try {
    state = statSync(name, { throwIfNoEntry: false })
  } catch (error) {
    throw explained(error, folder)
  }
  if (state === undefined)
    throw failed((words) => ({ text: words.export.noFolder(folder), hint: words.sealing.errors.noFolderHint }))
  if (!state.isDirectory()) throw failed((words) => words.sealing.errors.fileNotFolder(name))
}

/**
 * Refuses a folder in which nothing can be made. Only the program's own is made when it is missing (`typed` is not there): one that
 * was named and is missing may be a stick that is not in, and a backup beside the base is none.
 */
function checkFolder(folder: string, typed: string | undefined): void {
  if (typed === undefined && !existsSync(folder)) return
  insistOnFolder(folder)
  try {
    accessSync(folder, constants.W_OK | constants.X_OK)
  } catch (error) {
    throw explained(error, typed ?? folder)
  }
}

/** What of the backups in a folder goes when so many are kept, and those of a moment that is still to come. */
interface Old {
  older: string[]
  later: string[]
}

const NOTHING_OLD: Old = { older: [], later: [] }

/**
 * Those behind the newest `keep`, counted from the one just made. One with a later moment is not counted and never removed: the
 * clock was set back, or was wrong then, and nobody knows which of the two is the newer.
 */
function oldOf(names: BackupNames, folder: string, made: string, keep: number): Old {
  const { later, earlier } = names.around(folder, made)
  return { older: earlier.slice(keep - 1), later }
}

function removeOld(file: string): boolean {
  try {
    rmSync(file)
    return true
  } catch (error) {
    // Another backup at the same time may have removed it.
    return systemCode(error) === 'ENOENT'
  }
}

function sayPlan(
  context: Context,
  plan: { format: 'table' | 'json'; names: BackupNames; target: Target; keep: number | null; sealed: boolean },
): void {
  const { format, names, target, keep, sealed } = plan
  const file = target.file ?? names.free(target.folder, sealed ? AGE_ENDING : '')
  const { older, later } = keep === null ? NOTHING_OLD : oldOf(names, target.folder, file, keep)
  if (format === 'json') {
    outJson(context, { file, encrypted: sealed, removed: older, later, dry_run: true })
    return
  }
  const { done } = context.words.sealing
  context.say(done.wouldBackUp(safe(file)))
  for (const each of older) context.say(done.wouldRemove(safe(each)))
  if (later.length > 0) context.say(done.laterStay(later.length))
}
