import type { Command } from 'commander'
import { safe } from '../render/safe.js'
import { shortDate } from '../render/when.js'
import { type Closed, type Closing, close } from '../usecases/closing.js'
import { isEntryNumber } from '../usecases/naming.js'
import type { Context } from './context.js'
import { formatOf, outJson } from './output.js'

/** Several entries may be closed at once: `done t1 t3`. */
export function registerClosing(program: Command, context: Context, verb: 'done' | 'skip'): void {
  const { words } = context
  const command = program
    .command(verb)
    .description(words.help.verbs[verb])
    .argument('<entry...>', words.help.args.entry)
  if (verb === 'skip') command.option('--reason <text>', words.standing.help.reason)
  command.action(async (typed: string[], flags: { reason?: string }) => {
    const { entries, reason } =
      verb === 'done' ? { entries: typed, reason: null } : readSkip(typed, flags.reason ?? null)
    const closing: Closing = verb === 'done' ? { is: 'done' } : { is: 'skipped', reason }
    const said = verb === 'done' ? words.done.closed : words.done.skipped
    const json = formatOf(context, ['table', 'json']) === 'json'
    const closed = await closeAndSay(context, entries, closing, ({ number, name }) => said(number ?? '', safe(name)))
    if (json) outJson(context, closed)
  })
}

/** `skip t3 moved away`: words behind the numbers are the reason; one with a digit in it is rather a number mistyped. */
function readSkip(typed: string[], flag: string | null): { entries: string[]; reason: string | null } {
  const at = typed.findIndex((word) => !isEntryNumber(word))
  const said = typed.slice(at)
  const isReason = flag === null && at > 0 && !(said.length === 1 && /\d/.test(said[0] ?? ''))
  return isReason ? { entries: typed.slice(0, at), reason: said.join(' ') } : { entries: typed, reason: flag }
}

export function registerSnooze(program: Command, context: Context): void {
  const { words } = context
  program
    .command('snooze')
    .description(words.help.verbs.snooze)
    .argument('<entry>', words.help.args.entry)
    .argument('<when...>', words.help.args.when)
    .action(async (number: string, when: string[]) => {
      const json = formatOf(context, ['table', 'json']) === 'json'
      const date = context.clock.toLocal(context.clock.now()).date
      const [closed] = await closeAndSay(context, [number], { is: 'snoozed', words: when }, ({ name, until }) =>
        words.done.snoozed(number, safe(name), shortDate(until ?? date, date, words)),
      )
      if (json) outJson(context, closed)
    })
}

async function closeAndSay(
  context: Context,
  entries: readonly string[],
  closing: Closing,
  saying: (closed: Closed) => string,
): Promise<Closed[]> {
  const { words, flags } = context
  const keep = !flags.dryRun
  const closed = await close(await context.deps(), entries, closing, { keep })
  for (const each of closed) context.say(keep ? saying(each) : words.standing.done.would(saying(each)))
  return closed
}
