import { closeSync, existsSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import type { Command } from 'commander'
import type { ClientCard } from '../domain/client.js'
import { failed, refused, typedWrongly } from '../errors.js'
import { writeCsv } from '../formats/csv.js'
import { safe, safeJson } from '../render/safe.js'
import type { Deps } from '../usecases/deps.js'
import { exportClients, exportTable } from '../usecases/exporting.js'
import type { Context } from './context.js'
import { readFilter } from './filter.js'

const EXPORTS = ['csv', 'tsv', 'json', 'ndjson'] as const
type ExportFormat = (typeof EXPORTS)[number]

interface Writer {
  begin: string
  portion: (cards: ClientCard[], first: boolean) => string
  end: string
}

export function registerExport(program: Command, context: Context): void {
  const { words } = context
  program
    .command('export')
    .description(words.help.verbs.export)
    .argument('[filter...]', words.help.args.filter)
    .option('-o, --output <file>', words.help.flags.output)
    .option('--force', words.help.flags.overwrite)
    .action(async (typed: string[], flags: { output?: string; force?: boolean }) => {
      const format = exportFormat(context, flags.output)
      const target = flags.output === '-' ? undefined : flags.output
      if (target !== undefined && existsSync(target) && !flags.force)
        throw refused((catalogue) => ({
          text: catalogue.errors.fileExists(target),
          hint: catalogue.errors.fileExistsHint,
        }))
      const deps = await context.deps()
      const { count, portions } = await exportClients(deps, await readFilter(deps, typed))
      if (context.flags.dryRun) return context.say(words.done.wouldExport(count, target ?? '-'))
      const sink = sinkFor(context, target)
      try {
        const writer = await writerFor(deps, format, target === undefined && context.world.stdout.isTerminal)
        sink.write(writer.begin)
        let first = true
        for await (const cards of portions) {
          sink.write(writer.portion(cards, first))
          first = false
          if (!sink.open()) break
        }
        sink.write(writer.end)
        sink.finish()
      } catch (error) {
        sink.discard()
        throw error
      }
      if (target !== undefined) context.say(words.done.exported(count, target))
    })
}

function exportFormat({ flags }: Context, output: string | undefined): ExportFormat {
  const wanted =
    flags.json === true
      ? 'json'
      : (flags.format ?? /\.(csv|tsv|json|ndjson)$/i.exec(output ?? '')?.[1]?.toLowerCase() ?? 'csv')
  const format = EXPORTS.find((each) => each === wanted)
  if (!format) throw typedWrongly((words) => words.errors.formatNotHere(wanted, EXPORTS))
  return format
}

async function writerFor(deps: Deps, format: ExportFormat, onTerminal: boolean): Promise<Writer> {
  const json = (card: ClientCard): string => safeJson(JSON.stringify(card))
  if (format === 'json')
    return {
      begin: '[',
      portion: (cards, first) => `${first ? '\n' : ',\n'}${cards.map(json).join(',\n')}`,
      end: '\n]\n',
    }
  if (format === 'ndjson')
    return { begin: '', portion: (cards) => cards.map((card) => `${json(card)}\n`).join(''), end: '' }
  const { header, cells } = await exportTable(deps)
  // On a terminal even data must not act; a file holds what was stored.
  const row = (values: string[]): string[] => (onTerminal ? values.map(safe) : values)
  const write = (rows: string[][]): string =>
    format === 'csv'
      ? writeCsv(rows)
      : rows.map((each) => `${each.map((cell) => cell.replace(/[\t\r\n]+/g, ' ')).join('\t')}\n`).join('')
  return { begin: write([header]), portion: (cards) => write(cards.map((card) => row(cells(card)))), end: '' }
}

interface Sink {
  write(text: string): void
  open(): boolean
  finish(): void
  discard(): void
}

function openFor(target: string, draft: string): number {
  try {
    return openSync(draft, 'w', 0o600)
  } catch (error) {
    throw failed((words) =>
      words.errors.inputOutput(target, error instanceof Error ? error.message.replace(draft, target) : String(error)),
    )
  }
}

/** Standard output, or a file that appears under its name only when it is whole. */
function sinkFor(context: Context, target: string | undefined): Sink {
  if (target === undefined)
    return {
      write: (text) => context.out(text),
      open: () => context.world.stdout.open(),
      finish: () => {},
      discard: () => {},
    }
  const draft = `${target}.part`
  const handle = openFor(target, draft)
  return {
    write: (text) => {
      try {
        writeSync(handle, text)
      } catch (error) {
        throw failed((words) => ({
          text: words.errors.inputOutput(target, error instanceof Error ? error.message : String(error)),
          hint: words.errors.nothingWritten,
        }))
      }
    },
    open: () => true,
    finish: () => {
      closeSync(handle)
      renameSync(draft, target)
    },
    discard: () => {
      closeSync(handle)
      rmSync(draft, { force: true })
    },
  }
}
