import type { Command } from 'commander'
import { drawTable } from '../render/table.js'
import { addField, listFields, removeField } from '../usecases/fields.js'
import type { Context } from './context.js'
import { formatOf, outJson, outTsv, roomOf } from './output.js'

export function registerFields(program: Command, context: Context): void {
  const { words } = context
  const fields = program.command('fields').description(words.help.verbs.fields)
  fields
    .command('list', { isDefault: true })
    .description(words.help.fieldVerbs.list)
    .action(async () => {
      const format = formatOf(context, ['table', 'json', 'tsv'])
      const all = await listFields(await context.deps())
      if (format === 'json') return outJson(context, all)
      const rows = all.map(({ key, type, example, names, choices }) => [
        key,
        type,
        choices.length > 0 ? choices.join(', ') : example,
        names.join(', '),
      ])
      if (format === 'tsv') return outTsv(context, [['key', 'type', 'example', 'names'], ...rows])
      const titles = ['name', 'type', 'example', 'names'].map((key, index) => ({
        title: words.fields[key] ?? key,
        flexible: index > 1,
      }))
      context.out(drawTable(titles, rows, { width: roomOf(context), style: context.style }))
    })
  fields
    .command('add')
    .description(words.help.fieldVerbs.add)
    .argument('<field>', words.help.args.field)
    .option('--type <type>', words.help.flags.type, 'text')
    .option('--choices <choices>', words.help.flags.choices)
    .option('--label <label>', words.help.flags.label)
    .action(async (name: string, flags: { type: string; choices?: string; label?: string }) => {
      const deps = await context.deps()
      if (context.flags.dryRun) return
      const field = await addField(deps, {
        name,
        type: flags.type,
        label: flags.label ?? null,
        choices: flags.choices === undefined ? [] : [flags.choices],
      })
      context.say(words.done.fieldAdded(field.key))
      if (formatOf(context, ['table', 'json']) === 'json') outJson(context, field)
    })
  fields
    .command('remove')
    .description(words.help.fieldVerbs.remove)
    .argument('<field>', words.help.args.field)
    .action(async (name: string) => {
      const deps = await context.deps()
      if (context.flags.dryRun) return
      await removeField(deps, name)
      context.say(words.done.fieldRemoved(name))
    })
}
