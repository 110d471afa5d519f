import { statSync } from 'node:fs'
import { dirname, join, resolve as resolvePath } from 'node:path'
import type { Context, World } from './cli/context.js'
import { programOf } from './cli/program-name.js'
import { momentOf } from './domain/calendar.js'
import { quoted } from './domain/checking/finding.js'
import { typedWrongly } from './errors.js'
import { safe } from './render/safe.js'
import { dataFolder } from './settings.js'
import type { Store } from './store/store.js'
import type { Words } from './words/en.js'

/* Which file the base is, and how it is opened. */

/** The file behind what was typed. */
export function fileOf(typed: string): string {
  if (typed.startsWith('file://')) return new URL(typed).pathname
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(typed) || typed.trim() === '')
    throw typedWrongly((words) => words.errors.badUrl(typed))
  return typed
}

/** How long to wait for another program's write, in milliseconds, when the environment says so. */
export function waitOf({ env }: World): number | undefined {
  const seconds = env.CLIENTELE_WAIT
  return seconds !== undefined && /^\d{1,4}$/.test(seconds) ? Number(seconds) * 1000 : undefined
}

type Surroundings = Pick<Context, 'world' | 'words' | 'flags' | 'model' | 'clock' | 'say'>

/** Opens the base of this name; whatever has to be said of it is said. */
export async function openBase(
  typed: string,
  { world, words, flags, model, clock, say }: Surroundings,
): Promise<Store> {
  const { openStore } = await import('./store/store.js')
  const file = resolvePath(fileOf(typed))
  const wait = waitOf(world)
  let empty = false
  const store = await openStore(file, {
    ...(wait === undefined ? {} : { wait }),
    circumstances: {
      model,
      moment: momentOf(clock),
      onRecompute: (clients) => say(words.standing.recomputing(clients)),
    },
    onCopy: (copy) => world.stderr.write(`${words.done.copied(safe(copy))}\n`),
    onUnkept: () => say(words.faults.readOnlyNumbers),
    elsewhere: {
      backups: async () => {
        const { backupNames } = await import('./cli/backup-names.js')
        return backupNames({ dbFile: file, clock, world }).inFolder(join(dataFolder(world.env, world.home), 'backups'))
      },
      command: (copy) => `${programOf({ flags, dbFile: file })} restore ${quoted(copy)}`,
    },
    onEmpty: () => {
      empty = true
    },
    onStillEmpty: () => say(words.faults.stillEmpty(safe(file))),
  })
  // A file with nothing in it gives nothing away, and becomes its owner's alone when a base begins in it.
  if (!empty) warnOfOthers(file, world, words)
  return store
}

/** The same store, which tells when something was kept: what cannot be said of it any more is not undone by that. */
export function watched(store: Store, onKept: () => void): Store {
  const told = <R>(outcome: R, kept = true): R => {
    if (kept) onKept()
    return outcome
  }
  const { forgetting } = store
  return {
    ...store,
    async write(entry, work, options) {
      const written = await store.write(entry, work, options)
      return told(written, written.operation !== null)
    },
    async undo(id, entry) {
      const outcome = await store.undo(id, entry)
      return told(outcome, typeof outcome === 'object' && 'done' in outcome)
    },
    async backup(draft, named) {
      return told(await store.backup(draft, named))
    },
    forgetting: {
      ...forgetting,
      async forget(id, at, everywhere) {
        const forgotten = await forgetting.forget(id, at, everywhere)
        return told(forgotten, forgotten !== null)
      },
      async forgetLeft(said, at) {
        const forgotten = await forgetting.forgetLeft(said, at)
        return told(forgotten, forgotten !== null)
      },
    },
  }
}

/**
 * Says, each time and with --quiet too, when others on this machine can read the base, or put another in its place: what leaks
 * cannot be taken back, and the next command may be a cron job's, whose mail is the only place where it is seen. SQLite gives the
 * files beside the base its own mode; settings and backups are looked at by `check`.
 */
function warnOfOthers(file: string, world: World, words: Words): void {
  const warn = (path: string, command: string): void =>
    world.stderr.write(`${words.done.openToOthers(safe(path), safe(`${command} ${quoted(path)}`))}\n`)
  if (((statSync(file, { throwIfNoEntry: false })?.mode ?? 0) & 0o077) !== 0) warn(file, 'chmod 600')
  const folder = dirname(file)
  // In a sticky folder, like /tmp, nobody can replace what is another's.
  if (((statSync(folder, { throwIfNoEntry: false })?.mode ?? 0) & 0o1002) === 0o002) warn(folder, 'chmod o-w')
}
