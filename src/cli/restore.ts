import { existsSync } from 'node:fs'
import type { Command } from 'commander'
import type { Context } from './context.js'
import { formatOf, outJson } from './output.js'

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
