import {
  closeSync,
  constants,
  existsSync,
  fstatSync,
  fsyncSync,
  openSync,
  readSync,
  type Stats,
  statSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import type { Command } from 'commander'
import { quoted } from '../domain/checking/finding.js'
import { makeFolder, systemCode, writeAll } from '../durable.js'
import { cancelled, failed, type Refusal, refused, typedWrongly } from '../errors.js'
import { looksSealed } from '../formats/age-file.js'
import { safe } from '../render/safe.js'
import { backupNames, isBaseItself } from './backup-names.js'
import type { Context } from './context.js'
import { type Draft, draftIn } from './drafts.js'
import { insist } from './insisting.js'
import { formatOf, outJson } from './output.js'
import { programOf } from './program-name.js'
import { bytesOf } from './sealed-copy.js'
import { addOpenFlags, type OpenFlags, openerFor } from './sealing.js'
import { explained } from './sink.js'

/** What the header of an encrypted file may be as long as. */
const HEAD = 512 * 1024

/** So often a file is copied that changes while it is read. */
const TRIES = 3

export function registerRestore(program: Command, context: Context): void {
  const { words } = context
  const command = program
    .command('restore')
    .description(words.help.verbs.restore)
    .argument('<file>', words.sealing.args.restore)
  addOpenFlags(command, words).action((file: string, flags: OpenFlags) => restore(context, file, flags))
}

async function restore(context: Context, file: string, flags: OpenFlags): Promise<void> {
  const { words, flags: given, dbFile } = context
  const format = formatOf(context, ['table', 'json'])
  const head = lookAt(context, file)
  const sealed = looksSealed(head)
  if (!sealed && (flags.identity ?? flags.passphraseFile) !== undefined)
    throw typedWrongly((catalogue) => catalogue.sealing.errors.notSealed(file))
  const open = sealed ? await openerFor(context, flags, { name: file, head }) : null
  const interrupted = context.world.watchInterrupts?.() ?? (() => false)
  const stop = (): void => {
    if (interrupted()) throw cancelled()
  }
  const draft = stage(dbFile)
  try {
    await (open === null
      ? copyPlain(file, draft, dbFile, stop)
      : unseal(file, draft, dbFile, (bytes) => open(bytes), stop))
    stop()
    const { clients } = await context.acceptCopy(draft.file, file)
    if (given.dryRun) {
      if (format === 'json') outJson(context, { would_restore: file, clients, dry_run: true })
      else context.say(words.sealing.done.wouldRestore(safe(dbFile), clients))
      return
    }
    if (context.interactive && !given.yes && existsSync(dbFile))
      await insist(context, words.sealing.ask.restore(safe(dbFile), safe(file)))
    stop()
    const { aside, leftOut, cut, carried } = await context.restoreBase(draft.file, dbFile)
    context.say(words.done.restored(safe(file)))
    if (leftOut > 0) context.say(words.sealing.done.leftOut(leftOut))
    if (cut > 0) context.say(words.forgetting.mentions.done(cut))
    if (!carried) context.world.stderr.write(`${words.sealing.done.notCarried}\n`)
    if (aside !== null) context.say(words.done.keptAside(safe(aside)))
    if (format === 'json') outJson(context, { restored: file, aside, clients, left_out: leftOut, cut })
  } finally {
    draft.discard()
  }
}

/** The first bytes of the backup; refuses what can be none before anything is asked or made. */
function lookAt(context: Context, file: string): Uint8Array {
  const { dbFile } = context
  if (file.includes('\u0000')) throw missing(context, file.replaceAll('\u0000', ''))
  const state = statSync(file, { throwIfNoEntry: false })
  if (state === undefined) throw missing(context, file)
  if (state.isDirectory()) throw failed((words) => words.errors.isFolder(file))
  const notABase = failed((words) => ({ text: words.errors.notABase(file), hint: words.sealing.errors.otherBackup }))
  if (!state.isFile() || state.size === 0) throw notABase
  if (isBaseItself(dbFile, file)) throw refused((words) => words.errors.restoreOntoItself)
  const handle = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK)
  try {
    const head = Buffer.alloc(HEAD)
    return head.subarray(0, readSync(handle, head, 0, HEAD, 0))
  } finally {
    closeSync(handle)
  }
}

function missing(context: Context, file: string): Refusal {
  const [newest] = backupNames(context).inFolder(join(context.dataFolder, 'backups'))
  return failed(({ errors, faults }) => ({
    text: errors.noSuchFile(file),
    hint:
      newest === undefined ? faults.noBackups : faults.newestBackup(`${programOf(context)} restore ${quoted(newest)}`),
  }))
}

/** An empty file beside the base, so that it can take the base's place. */
function stage(dbFile: string): Draft {
  const folder = dirname(dbFile)
  try {
    makeFolder(folder)
    return draftIn(folder)
  } catch (error) {
    throw systemCode(error) === ''
      ? error
      : failed((words) => ({ text: words.errors.readOnly(dbFile), hint: words.errors.readOnlyHint }))
  }
}

async function unseal(
  file: string,
  draft: Draft,
  named: string,
  open: (bytes: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array>,
  stop: () => void,
): Promise<void> {
  const [source, target] = [openSync(file, 'r'), openSync(draft.file, 'r+')]
  try {
    for await (const piece of open(bytesOf(source, stop))) guarded(named, () => writeAll(target, piece))
    guarded(named, () => fsyncSync(target))
  } finally {
    closeSync(source)
    closeSync(target)
  }
}

/**
 * A copy of the file, and of the log beside it where somebody took both; neither is touched, and SQLite never sees them. When
 * somebody writes to it meanwhile, as to a base in use, it is copied again.
 */
async function copyPlain(file: string, draft: Draft, named: string, stop: () => void): Promise<void> {
  const look = (): string => ['', '-wal', '-journal'].map((ending) => markOf(file + ending)).join()
  for (let attempt = 1; ; attempt += 1) {
    const before = look()
    for (const ending of ['', '-wal', '-journal'])
      if (existsSync(file + ending)) await copy(file + ending, draft.file + ending, { named, stop })
    if (look() === before) return
    if (attempt === TRIES) throw failed((words) => words.sealing.errors.writtenMeanwhile(file))
  }
}

function markOf(file: string): string {
  const state: Stats | undefined = statSync(file, { throwIfNoEntry: false })
  return state === undefined ? '' : `${state.ino} ${state.size} ${state.mtimeMs}`
}

async function copy(from: string, to: string, { named, stop }: { named: string; stop: () => void }): Promise<void> {
  const source = openSync(from, constants.O_RDONLY | constants.O_NONBLOCK)
  try {
    if (!fstatSync(source).isFile()) throw failed((words) => words.errors.notABase(from))
    const target = openSync(to, 'w', 0o600)
    try {
      for await (const piece of bytesOf(source, stop)) guarded(named, () => writeAll(target, piece))
      guarded(named, () => fsyncSync(target))
    } finally {
      closeSync(target)
    }
  } finally {
    closeSync(source)
  }
}

/** What the disk said of the copy, said of the base whose place it is to take; there is nothing to be told of the backup. */
function guarded<T>(file: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw explained(error, file)
  }
}
