import type { Command } from 'commander'
import { notFound, typedWrongly } from '../errors.js'
import { safe } from '../render/safe.js'
import { drawTable } from '../render/table.js'
import { anniversaryText } from '../render/when.js'
import { addDate, listDates, removeDate } from '../usecases/dates.js'
import { nameClient } from '../usecases/naming.js'
import { type Context, pickerOf } from './context.js'
import { formatOf, outJson, outNdjson, outTsv, roomOf } from './output.js'

interface DateFlags {
  who?: string
  remind?: string
  gift?: string
}

export function registerDate(program: Command, context: Context): void {
  const { words } = context
  const date = program.command('date').description(words.help.verbs.date)
  date
    .command('add')
    .description(words.help.dateVerbs.add)
    .argument('<client>', words.help.args.client)
    .argument('<when>', words.help.args.when)
    .argument('<occasion...>', words.help.args.occasion)
    .option('--who <who>', words.help.flags.who)
    .option('--remind <span>', words.help.flags.remind)
    .option('--gift <text>', words.help.flags.gift)
    .action(async (typed: string, when: string, occasion: string[], flags: DateFlags) => {
      const deps = await context.deps()
      const client = await nameClient(deps, typed, pickerOf(context))
      if (context.flags.dryRun) return
      const added = await addDate(deps, {
        client: client.id,
        when,
        occasion: occasion.join(' '),
        who: flags.who ?? null,
        remind: flags.remind ?? null,
        gift: flags.gift ?? null,
      })
      context.say(words.done.dateAdded(safe(client.name), occasionText(added), anniversaryText(added.date, words)))
      if (formatOf(context, ['table', 'json', 'ids']) === 'json') outJson(context, added)
      else context.out(`${added.id}\n`)
    })
  date
    .command('list')
    .description(words.help.dateVerbs.list)
    .argument('[client...]', words.help.args.client)
    .action(async (typed: string[]) => {
      const format = formatOf(context, ['table', 'json', 'ndjson', 'tsv', 'ids'])
      const deps = await context.deps()
      const client = typed.length === 0 ? null : (await nameClient(deps, typed.join(' '), pickerOf(context))).id
      const dates = await listDates(deps, client)
      if (format === 'json') return outJson(context, dates)
      if (format === 'ndjson') return outNdjson(context, dates)
      if (format === 'ids') return context.out(dates.map(({ id }) => `${id}\n`).join(''))
      const rows = dates.map(({ id, date: day, client: name, occasion, who, remind_days, gift }) => [
        String(id),
        day,
        name,
        occasion,
        who ?? '',
        remind_days === null ? '' : String(remind_days),
        gift ?? '',
      ])
      if (format === 'tsv')
        return outTsv(context, [['id', 'date', 'client', 'occasion', 'who', 'remind_days', 'gift'], ...rows])
      if (dates.length === 0) return context.say(words.done.emptyList)
      // Most people keep no presents here: without one, the table has no column for them.
      const keys = ['id', 'date', 'client', 'occasion', 'who', 'remind_days', 'gift'].slice(
        0,
        dates.some(({ gift }) => gift !== null) ? 7 : 6,
      )
      const columns = keys.map((key, index) => ({
        title: words.fields[key] ?? key,
        flexible: index > 1 && index !== 5,
        ...(key === 'id' ? { align: 'right' as const } : {}),
      }))
      context.out(
        drawTable(
          columns,
          rows.map(([id = '', day = '', ...rest]) => [id, anniversaryText(day, words), ...rest].slice(0, keys.length)),
          { width: roomOf(context), style: context.style },
        ),
      )
    })
  date
    .command('remove')
    .description(words.help.dateVerbs.remove)
    .argument('<number>', words.help.args.number)
    .action(async (number: string) => {
      if (!/^\d{1,15}$/.test(number)) throw typedWrongly((catalogue) => catalogue.errors.badNumber('<number>', number))
      const deps = await context.deps()
      if (context.flags.dryRun) {
        if (!(await deps.store.agenda.anniversary(Number(number))))
          throw notFound((catalogue) => catalogue.errors.noDate(Number(number)))
        return
      }
      await removeDate(deps, Number(number))
      context.say(words.done.dateRemoved)
    })

  function occasionText({ occasion, who }: { occasion: string; who: string | null }): string {
    return safe(
      [occasion === 'birthday' ? words.card.birthday : occasion, who].filter((part) => part !== null).join(', '),
    )
  }
}
