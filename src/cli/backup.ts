import { join } from 'node:path'
import type { Command } from 'commander'
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
