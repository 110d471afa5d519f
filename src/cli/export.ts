import { randomBytes } from 'node:crypto'
import type { Command } from 'commander'
import { cancelled } from '../errors.js'
import { exportClients } from '../usecases/exporting.js'
import type { Context } from './context.js'
import { cp1251Encoder, heldBack, plainEncoder } from './export-encoding.js'
import { leftOutOf, sayLostLetters } from './export-notes.js'
import { type ExportFlags, type ExportPlan, planOf } from './export-options.js'
import { checkTarget } from './export-target.js'
import { writerFor } from './export-writers.js'
import { readFilter } from './filter.js'
import { type Sink, sinkFor } from './sink.js'

export function registerExport(program: Command, context: Context): void {
  const { words } = context
  const { flags } = words.export
  program
    .command('export')
    .description(words.help.verbs.export)
    .argument('[filter...]', words.help.args.filter)
    .option('-o, --output <file>', flags.output)
    .option('--force', words.help.flags.overwrite)
    .option('--excel', flags.excel)
    .option('--encoding <encoding>', flags.encoding)
    .option('--delimiter <delimiter>', flags.delimiter)
    .option('--vcard <version>', flags.vcard)
    .option('--anonymise', flags.anonymise)
    .option('--form', flags.form)
    .action(async (typed: string[], given: ExportFlags) => {
      if (!given.form) return writeClients(context, typed, planOf(context, given))
      const { writeForm } = await import('./export-form.js')
      return writeForm(context, typed, given)
    })
}

async function writeClients(context: Context, typed: readonly string[], plan: ExportPlan): Promise<void> {
  const { words, world } = context
  checkTarget(context, plan.target, plan.force)
  const deps = await context.deps()
  // The salt is told to nobody, so there is no way back from what is invented.
  const salt = plan.anonymise ? randomBytes(16).toString('hex') : null
  const { count, portions } = await exportClients(deps, await readFilter(deps, typed), salt)
  if (context.flags.dryRun) return context.say(words.done.wouldExport(count, plan.target ?? '-'))
  const writer = await writerFor(context, deps, plan)
  const encoder = plan.encoding === 'cp1251' ? await cp1251Encoder() : plainEncoder
  const leftOut = leftOutOf(context, plan)
  const interrupted = world.watchInterrupts?.() ?? (() => false)
  const stopIfInterrupted = (): void => {
    if (interrupted()) throw cancelled()
  }
  const sink = openSink(context, plan)
  try {
    sink.write(encoder.encode(writer.begin))
    for await (const cards of portions) {
      stopIfInterrupted()
      leftOut.count(cards)
      sink.write(encoder.encode(writer.portion(cards)))
      if (!sink.open()) break
    }
    sink.write(encoder.encode(writer.end()))
    sayLostLetters(context, plan, encoder.lost())
    stopIfInterrupted()
    sink.finish()
  } catch (error) {
    sink.discard()
    throw error
  }
  if (plan.target !== undefined) context.say(words.done.exported(count, plan.target))
  leftOut.say()
}

/** Standard output cannot be taken back, so text that may turn out not to fit its encoding waits. */
function openSink(context: Context, { encoding, force, target }: ExportPlan): Sink {
  const sink = sinkFor(context, target, force)
  return encoding === 'cp1251' && !force && target === undefined ? heldBack(sink) : sink
}
