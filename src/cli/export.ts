import { randomBytes } from 'node:crypto'
import { resolve } from 'node:path'
import type { Command } from 'commander'
import { safe } from '../render/safe.js'
import { exportClients } from '../usecases/exporting.js'
import { type Mailing, mailing, mailingChannel } from '../usecases/mailing.js'
import { noteTaking } from '../usecases/outgoing.js'
import { reasonFor } from './bulk.js'
import type { Context } from './context.js'
import { cp1251Encoder, plainEncoder } from './export-encoding.js'
import { leftOutOf, sayLostLetters } from './export-notes.js'
import { type ExportFlags, planOf } from './export-options.js'
import { pour } from './export-pouring.js'
import { checkTarget } from './export-target.js'
import { type Piece, writerFor } from './export-writers.js'
import { readFilter } from './filter.js'
import { addSealFlags, refuseSealedTerminal, saySealed, sealFor } from './sealing.js'

export function registerExport(program: Command, context: Context): void {
  const { words } = context
  const { flags } = words.export
  const command = program
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
    .option('--mailing [channel]', words.outgoing.flags.mailing)
    .option('--client <client>', words.outgoing.flags.client)
    .option('--reason <text>', words.outgoing.flags.reason)
  addSealFlags(command, words).action(async (typed: string[], given: ExportFlags) => {
    if (given.client !== undefined) {
      const { writeClient } = await import('./export-client.js')
      return writeClient(context, typed, given)
    }
    if (!given.form) return writeClients(context, typed, given)
    const { writeForm } = await import('./export-form.js')
    return writeForm(context, typed, given)
  })
}

async function writeClients(context: Context, typed: readonly string[], flags: ExportFlags): Promise<void> {
  const { words } = context
  const plan = planOf(context, flags)
  const channel = flags.mailing === undefined ? null : mailingChannel(flags.mailing === true ? null : flags.mailing)
  checkTarget(context, plan.target, plan.force)
  if (plan.sealed) refuseSealedTerminal(context, plan.target)
  const deps = await context.deps()
  // The salt is told to nobody, so there is no way back from what is invented.
  const salt = plan.anonymise ? randomBytes(16).toString('hex') : null
  const asked = await readFilter(deps, typed)
  const mailed = channel === null ? null : await mailing(deps, asked, channel)
  const { count, portions } = await exportClients(deps, mailed?.filter ?? asked, salt)
  const reason = await reasonFor(context, count, flags.reason)
  if (context.flags.dryRun) {
    context.say(words.done.wouldExport(count, safe(plan.target ?? '-')))
    return sayMailing(context, mailed)
  }
  const writer = await writerFor(context, deps, plan)
  const encoder = plan.encoding === 'cp1251' ? await cp1251Encoder() : plainEncoder
  const leftOut = leftOutOf(context, plan)
  const seal = await sealFor(context, flags)
  await noteTaking(deps, {
    what: 'export',
    format: plan.format,
    rows: count,
    fields: writer.fields,
    encrypted: seal !== null,
    details: {
      filter: typed.join(' ').trim(),
      target: plan.target === undefined ? null : resolve(plan.target),
      reason,
      ...(plan.anonymise ? { anonymised: true } : {}),
      ...(channel === null ? {} : { mailing: channel }),
    },
  })
  const pieces = async function* (): AsyncGenerator<Piece> {
    // Who reads a pipe may be slow, and what has gone out cannot be read again: all of it is of one moment.
    const release = await deps.store.still()
    try {
      yield encoder.encode(writer.begin)
      for await (const cards of portions) {
        leftOut.count(cards)
        yield encoder.encode(writer.portion(cards))
      }
      yield encoder.encode(writer.end())
    } finally {
      await release()
    }
  }
  await pour(context, { plan, seal, finished: () => sayLostLetters(context, plan, encoder.lost()) }, pieces())
  if (plan.target !== undefined) context.say(words.done.exported(count, safe(plan.target)))
  if (seal !== null) saySealed(context, plan.target)
  sayMailing(context, mailed)
  leftOut.say()
}

/** How many a mailing reaches, and how many it does not and why. */
function sayMailing({ say, words }: Context, mailed: Mailing | null): void {
  if (mailed === null) return
  say(words.outgoing.mailing(words.consent.channel(mailed.channel), mailed.count))
  if (Object.values(mailed.left).some((number) => number !== 0)) say(words.outgoing.leftOut(mailed.left))
}
