import type { Command } from 'commander'
import { drawFields } from '../render/fields.js'
import { safe } from '../render/safe.js'
import { addField, type FieldRecord, listFields, removeField } from '../usecases/fields.js'
import type { Context } from './context.js'
import { formatOf, outJson, outNdjson, outTsv, roomOf } from './output.js'

export function registerFields(program: Command, context: Context): void {
  const { words } = context
  const fields = program.command('fields').description(words.help.verbs.fields)
  fields
    .command('list', { isDefault: true })
    .description(words.help.fieldVerbs.list)
    .action(() => runList(context))
  fields
    .command('add')
    .description(words.help.fieldVerbs.add)
    .argument('<field>', words.help.args.field)
    .option('--type <type>', words.help.flags.type, 'text')
    .option('--choices <choices>', words.help.flags.choices)
    .option('--label <label>', words.help.flags.label)
    .action(async (name: string, flags: { type: string; choices?: string; label?: string }) => {
      const deps = await context.deps()
      const keep = !context.flags.dryRun
      const wanted = {
        name,
        type: flags.type,
        label: flags.label ?? null,
        choices: flags.choices === undefined ? [] : [flags.choices],
      }
      const field = await addField(deps, wanted, keep)
      if (!keep) return
      context.say(words.done.fieldAdded(field.key))
      if (formatOf(context, ['table', 'json']) === 'json') outJson(context, field)
    })
  fields
    .command('remove')
    .description(words.help.fieldVerbs.remove)
    .argument('<field>', words.help.args.field)
    .action(async (name: string) => {
      const deps = await context.deps()
      await removeField(deps, name, !context.flags.dryRun)
      if (context.flags.dryRun) return
      context.say(words.done.fieldRemoved(safe(name)))
    })
}

async function runList(context: Context): Promise<void> {
  const format = formatOf(context, ['table', 'json', 'ndjson', 'tsv'])
  const { words } = context
  const all = await listFields(await context.deps())
  if (format === 'json') return outJson(context, all)
  if (format === 'ndjson') return outNdjson(context, all)
  if (format === 'tsv') {
    const rows = all.map((field) => [field.key, field.type, exampleOf(field), field.aliases.join(', ')])
    return outTsv(context, [['key', 'type', 'example', 'names'], ...rows])
  }
  context.out(drawFields(all, { words, style: context.style, width: roomOf(context) ?? 80 }))
}

const exampleOf = ({ choices, example }: FieldRecord): string => (choices.length > 0 ? choices.join(', ') : example)
