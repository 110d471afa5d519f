import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Command } from 'commander'
import { failed } from '../errors.js'
import type { Context } from './context.js'
import { formatOf, outJson } from './output.js'

const stamp = ({ clock }: Context): string => clock.now().toISOString().slice(0, 19).replace(/[-:]/g, '')

export function registerBackup(program: Command, context: Context): void {
  const { words } = context
  program
    .command('backup')
    .description(words.help.verbs.backup)
    .argument('[file]', words.help.args.file)
    .option('--force', words.help.flags.overwrite)
    .action(async (file: string | undefined, flags: { force?: boolean }) => {
      const deps = await context.deps()
      const target = file ?? join(context.dataFolder, 'backups', `clientele-${stamp(context)}.db`)
      if (context.flags.dryRun) return
      const { bytes } = await deps.store.backup(target, flags.force === true)
      if (formatOf(context, ['table', 'json']) === 'json') outJson(context, { file: target, bytes })
      else {
        context.say(words.done.backedUp(target))
        context.out(`${target}\n`)
      }
    })
}

export function registerRestore(program: Command, context: Context): void {
  const { words } = context
  program
    .command('restore')
    .description(words.help.verbs.restore)
    .argument('<file>', words.help.args.file)
    .action(async (file: string) => {
      if (context.flags.dryRun) return
      if (context.interactive && !context.flags.yes && existsSync(context.dbFile)) {
        const asker = await context.world.asker()
        if (!(await asker.confirm(`${context.dbFile} ← ${file}. ${words.done.sure}`))) return
      }
      const { aside } = await context.restoreBase(file, context.dbFile)
      context.say(words.done.restored(file))
      if (aside !== null) context.say(words.done.keptAside(aside))
      if (formatOf(context, ['table', 'json']) === 'json') outJson(context, { restored: file, aside })
    })
}

const size = (bytes: number): string =>
  bytes < 1_048_576 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1_048_576).toFixed(1)} MB`

export function registerCheck(program: Command, context: Context): void {
  const { words } = context
  program
    .command('check')
    .description(words.help.verbs.check)
    .action(async () => {
      const format = formatOf(context, ['table', 'json'])
      const { store } = await context.deps()
      const { problems, mended, version, engine, clients, searched, mode, bytes } = await store.check()
      const all = [...problems, ...(searched === clients ? [] : [words.check.searchOff(clients, searched)])]
      if (format === 'json')
        outJson(context, {
          file: store.file,
          ok: all.length === 0,
          problems: all,
          schema: version,
          engine,
          clients,
          searched,
          mode: mode.toString(8).padStart(4, '0'),
          bytes,
          mended,
        })
      else {
        const rows = [
          [words.check.file, store.file],
          [words.check.size, size(bytes)],
          [words.check.clients, String(clients)],
          [words.check.schema, String(version)],
          [words.check.engine, engine],
        ]
        const { padEnd, widthOf } = await import('../render/table.js')
        const left = Math.max(...rows.map(([label = '']) => widthOf(label)))
        context.out(`${rows.map(([label = '', value]) => `${padEnd(label, left)}  ${value}\n`).join('')}`)
      }
      if (all.length > 0)
        throw failed(() => ({ text: words.check.bad(all.length), details: all, hint: words.check.restoreHint }))
      if (mended > 0) context.say(words.standing.mended(mended))
      context.say(words.check.fine)
    })
}

/** Removes a base and what belongs to it; only ever the demo's own. */
export const dropBase = (file: string): void => {
  for (const ending of ['', '-wal', '-shm']) rmSync(file + ending, { force: true })
}
