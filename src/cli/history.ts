import type { Command } from 'commander'
import { typedWrongly } from '../errors.js'
import { safe } from '../render/safe.js'
import { drawTable } from '../render/table.js'
import { history, undo } from '../usecases/history.js'
import { nameClient } from '../usecases/naming.js'
import { wholeNumber } from './clients.js'
import { type Context, pickerOf } from './context.js'
import { formatOf, outJson, outNdjson, outTsv, roomOf } from './output.js'

export function registerUndo(program: Command, context: Context): void {
  const { words } = context
  program
    .command('undo')
    .description(words.help.verbs.undo)
    .argument('[operation]', words.help.args.operation)
    .action(async (typed: string | undefined) => {
      if (typed !== undefined && !/^\d{1,15}$/.test(typed))
        throw typedWrongly((catalogue) => catalogue.errors.badNumber('<operation>', typed))
      const deps = await context.deps()
      if (context.flags.dryRun) return
      const { operation, by, rows, parted } = await undo(deps, typed === undefined ? null : Number(typed))
      context.say(words.done.undone(operation.id, safe(operation.command), rows))
      context.say(words.done.redoHint(by))
      if (parted !== null) context.say(words.merging.done.keepApart(parted.kept, parted.gone))
      if (formatOf(context, ['table', 'json']) === 'json')
        outJson(context, { undone: operation.id, operation: by, rows })
    })
}

export function registerHistory(program: Command, context: Context): void {
  const { words } = context
  program
    .command('history')
    .description(words.help.verbs.history)
    .argument('[client...]', words.help.args.client)
    .option('--limit <number>', words.help.flags.limit, '50')
    .option('--offset <number>', words.help.flags.offset)
    .option('--exports', words.outgoing.flags.exports)
    .action(async (typed: string[], flags: { limit: string; offset?: string; exports?: boolean }) => {
      const page = {
        limit: wholeNumber('--limit', flags.limit) ?? 50,
        offset: wholeNumber('--offset', flags.offset) ?? 0,
      }
      if (flags.exports) {
        const { showExports } = await import('./exports-log.js')
        return showExports(context, typed, page)
      }
      const format = formatOf(context, ['table', 'json', 'ndjson', 'tsv'])
      const deps = await context.deps()
      const client = typed.length === 0 ? null : (await nameClient(deps, typed.join(' '), pickerOf(context))).id
      const operations = await history(deps, { client, ...page })
      if (format === 'json') return outJson(context, operations)
      if (format === 'ndjson') return outNdjson(context, operations)
      if (operations.length === 0 && format === 'table') return context.say(words.history.empty)
      const header = ['id', 'at', 'rows', 'state', 'command']
      if (format === 'tsv')
        return outTsv(context, [
          header,
          ...operations.map(({ id, at, rows, state, command }) => [String(id), at, String(rows), state, command]),
        ])
      context.out(
        drawTable(
          header.map((key) => ({
            title: words.fields[key] ?? key,
            flexible: key === 'command',
            ...(key === 'id' || key === 'rows' ? { align: 'right' as const } : {}),
          })),
          operations.map(({ id, at, rows, state, command, undoes, erased }) => {
            const local = context.clock.toLocal(new Date(at))
            return [
              String(id),
              `${local.date} ${local.time}`,
              String(rows),
              erased ? words.forgetting.state : words.history.states[state],
              undoes === null ? command : `${command} (${words.history.undoes(undoes)})`,
            ]
          }),
          { width: roomOf(context), style: context.style },
        ),
      )
    })
}
