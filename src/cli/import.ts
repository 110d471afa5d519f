import {
  closeSync,
  createReadStream,
  existsSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { basename, extname } from 'node:path'
import { type Command, Option } from 'commander'
import { type Column, namesSomebody, planColumns, type Target, targetNamed } from '../domain/columns.js'
import type { OnMatch } from '../domain/completing.js'
import type { RowProblem } from '../domain/draft.js'
import { cleanLine } from '../domain/text.js'
import { cancelled, failed, typedWrongly } from '../errors.js'
import { CsvError, type CsvRow, type CsvShape, readCsv, writeCsv } from '../formats/csv.js'
import { safe } from '../render/safe.js'
import type { Deps } from '../usecases/deps.js'
import {
  type ImportSummary,
  importClients,
  type ReadRow,
  recordsAsDrafts,
  rowsAsDrafts,
} from '../usecases/importing.js'
import type { Context } from './context.js'
import { outJson } from './output.js'

interface ImportFlags {
  as: string
  map?: string[]
  profile?: string
  encoding?: string
  delimiter?: string
  sheet?: string
  onMatch: OnMatch
  source?: string
  system?: string
  tag?: string[]
  rejects?: string
}

/** Exit code of an import of which some rows were rejected. */
const SOME_REJECTED = 6

const collect = (value: string, previous: string[] = []): string[] => [...previous, value]

export function registerImport(program: Command, context: Context, exit: (code: number) => void): void {
  const { words } = context
  const { flags: help } = words.help
  program
    .command('import')
    .description(words.help.verbs.import)
    .argument('<file>', words.help.args.file)
    .option('--as <kind>', help.as, 'clients')
    .option('--map <column=field>', help.map, collect)
    .option('--profile <name>', help.profile)
    .option('--encoding <name>', help.encoding)
    .option('--delimiter <sign>', help.delimiter)
    .option('--sheet <name>', help.sheet)
    .addOption(
      new Option('--on-match <what>', help.onMatch).choices(['skip', 'fill', 'update', 'create']).default('fill'),
    )
    .option('--source <source>', help.source)
    .option('--system <name>', help.system)
    .option('--tag <tag>', help.tag, collect)
    .option('--rejects <file>', help.rejects)
    .action(async (file: string, flags: ImportFlags) => {
      if (flags.as !== 'clients') throw typedWrongly((catalogue) => catalogue.errors.import.onlyClients(flags.as))
      if (flags.profile !== undefined) throw typedWrongly((catalogue) => catalogue.errors.import.profileLater)
      const inputFormat = inputFormatOf(context, file)
      if (file !== '-' && !existsSync(file)) throw failed((catalogue) => catalogue.errors.noSuchFile(file))
      if (file !== '-' && statSync(file).isDirectory()) throw failed((catalogue) => catalogue.errors.isFolder(file))
      if (flags.rejects !== undefined && existsSync(flags.rejects) && statSync(flags.rejects).isDirectory())
        throw failed((catalogue) => catalogue.errors.isFolder(flags.rejects ?? ''))
      const deps = await context.deps()
      const run = new ImportRun(context, deps, file, flags)
      try {
        const summary = inputFormat === 'json' ? await run.json() : await run.csv()
        run.rejects.finish(summary.rejected)
        run.report(summary)
        if (summary.rejected > 0) exit(SOME_REJECTED)
      } catch (error) {
        run.rejects.discard()
        throw error instanceof CsvError ? sayCsvError(error) : error
      }
    })
}

/** `--format` names the file's format here; JSON is otherwise told by the name. Output is JSON with `--json`. */
function inputFormatOf({ flags }: Context, file: string): 'csv' | 'json' {
  const wanted = flags.format
  if (wanted === undefined || wanted === 'table') return /\.(json|ndjson)$/i.test(file) ? 'json' : 'csv'
  if (wanted === 'csv' || wanted === 'tsv') return 'csv'
  if (wanted === 'json') return /\.(csv|tsv|txt)$/i.test(file) ? 'csv' : 'json'
  throw typedWrongly((words) => words.errors.import.otherFormat(wanted))
}

const sayCsvError = (error: CsvError) =>
  failed(({ errors: { import: said } }) =>
    error.problem === 'encoding'
      ? { text: said.encoding(error.detail, error.line), hint: said.encodingHint }
      : error.problem === 'unknown-encoding'
        ? said.unknownEncoding(error.detail)
        : said.unclosedQuote(error.line),
  )

/** Rejected rows, written as they are found; the file appears under its name only when there are any. */
class Rejects {
  #handle: number | null = null
  #draft: string

  constructor(
    readonly file: string,
    readonly active: boolean,
  ) {
    this.#draft = `${file}.part`
  }

  write(header: readonly string[], cells: readonly string[], line: number, reason: string): void {
    if (!this.active) return
    if (this.#handle === null) {
      this.#handle = openSync(this.#draft, 'w', 0o600)
      writeSync(this.#handle, `\ufeff${writeCsv([[...header, 'line', 'reason']])}`)
    }
    const padded = header.map((_, index) => cells[index] ?? '')
    const extra = cells.slice(header.length).filter((cell) => cell !== '')
    if (extra.length > 0 && padded.length > 0)
      padded[padded.length - 1] = [padded[padded.length - 1], ...extra].join(' ')
    writeSync(this.#handle, writeCsv([[...padded, String(line), reason]]))
  }

  finish(rejected: number): void {
    if (this.#handle === null) return
    closeSync(this.#handle)
    this.#handle = null
    if (rejected > 0) renameSync(this.#draft, this.file)
    else rmSync(this.#draft, { force: true })
  }

  discard(): void {
    if (this.#handle === null) return
    closeSync(this.#handle)
    this.#handle = null
    rmSync(this.#draft, { force: true })
  }
}

const SHOWN_PROBLEMS = 10

class ImportRun {
  readonly rejects: Rejects
  #problems: { line: number; problem: RowProblem }[] = []
  #shape: CsvShape | null = null
  #columns: Column[] = []
  #header: string[] = []
  #progressShown = false
  #began: number

  constructor(
    readonly context: Context,
    readonly deps: Deps,
    readonly file: string,
    readonly flags: ImportFlags,
  ) {
    const standard =
      file === '-' ? 'import.rejects.csv' : `${file.slice(0, file.length - extname(file).length)}.rejects.csv`
    this.rejects = new Rejects(flags.rejects ?? standard, context.flags.dryRun !== true)
    this.#began = context.world.now().getTime()
  }

  #source(): AsyncIterable<Uint8Array> {
    return this.file === '-'
      ? this.context.world.stdin.bytes()
      : createReadStream(this.file, { highWaterMark: 262_144 })
  }

  get #marks() {
    const { flags } = this
    return {
      source: flags.source ?? null,
      system: flags.system ?? null,
      tags: (flags.tag ?? [])
        .flatMap((each) => each.split(','))
        .map(cleanLine)
        .filter((tag) => tag !== ''),
    }
  }

  async csv(): Promise<ImportSummary> {
    const { flags } = this
    const delimiter =
      flags.delimiter === undefined ? null : /^(tab|\\t)$/i.test(flags.delimiter) ? '\t' : flags.delimiter
    const portions = readCsv(this.#source(), { encoding: flags.encoding ?? null, delimiter }, (shape) => {
      this.#shape = shape
    })
    const first = await portions.next()
    const rows = first.done ? [] : first.value
    const header = rows.shift()
    if (!header) throw failed((words) => words.errors.import.empty)
    this.#header = header.cells
    await this.#planColumns()
    async function* all(): AsyncGenerator<CsvRow[]> {
      if (rows.length > 0) yield rows
      yield* portions
    }
    return this.#apply(rowsAsDrafts(this.deps, all(), this.#columns, this.#marks))
  }

  async #planColumns(): Promise<void> {
    const custom = await this.deps.store.clients.customFields()
    const maps = new Map<string, Target>()
    for (const pair of this.flags.map ?? []) {
      const at = pair.lastIndexOf('=')
      if (at < 1) throw typedWrongly((words) => words.errors.import.badMap(pair))
      const name = pair.slice(0, at).trim()
      const header =
        this.#header.find((each) => each.trim() === name) ??
        this.#header.find((each) => each.trim().toLowerCase() === name.toLowerCase())
      if (header === undefined) throw typedWrongly((words) => words.errors.import.noColumn(name))
      const target = targetNamed(pair.slice(at + 1), custom)
      if (!target) throw typedWrongly((words) => words.errors.import.noFieldNamed(pair.slice(at + 1)))
      maps.set(header.trim(), target)
    }
    const plan = planColumns(this.#header.map(cleanLine), maps, custom)
    this.#columns = plan.columns
    if (!namesSomebody(plan))
      throw typedWrongly((words) => ({
        text: words.errors.import.nothingKnown,
        details: [this.#header.map(safe).join(' | ')],
        hint: words.errors.import.nothingKnownHint,
      }))
  }

  async json(): Promise<ImportSummary> {
    const text = this.file === '-' ? await readText(this.context) : readFileSync(this.file, 'utf8')
    const records = parseRecords(text.replace(/^\ufeff/, ''))
    if (records === null) throw failed((words) => words.errors.import.notJson)
    this.#header = ['record']
    return this.#apply(recordsAsDrafts(this.deps, records, this.#marks))
  }

  #apply(batches: AsyncIterable<ReadRow[]>): Promise<ImportSummary> {
    const { context, flags } = this
    const { words } = context
    const interrupted = context.world.watchInterrupts?.()
    return importClients(this.deps, batches, this.#columns, {
      onMatch: flags.onMatch,
      dryRun: context.flags.dryRun === true,
      onProgress: (rows) => {
        if (interrupted?.()) throw cancelled()
        if (!context.interactive || context.world.now().getTime() - this.#began < 1000 || context.flags.quiet) return
        this.#progressShown = true
        context.world.stderr.write(`\r${words.import.progress(rows)}`)
      },
      onReject: ({ line, cells, problem }) => {
        if (this.#problems.length < SHOWN_PROBLEMS) this.#problems.push({ line, problem })
        this.rejects.write(this.#header, cells, line, words.problem(problem))
      },
    })
  }

  report(summary: ImportSummary): void {
    const { context } = this
    const { words, style } = context
    const dryRun = context.flags.dryRun === true
    if (this.#progressShown) context.world.stderr.write('\r\u001b[K')
    if (context.flags.json === true) {
      const rejected = this.rejects.active && summary.rejected > 0 ? this.rejects.file : null
      outJson(context, { ...summary, rejects: rejected, dry_run: dryRun })
      return
    }
    const lines = [style.title(words.import.plan(safe(basename(this.file))))]
    if (this.#shape)
      lines.push(style.muted(words.import.shape(summary.rows, this.#shape.encoding, this.#shape.delimiter)))
    const width = Math.min(30, Math.max(0, ...this.#columns.map(({ header }) => [...safe(header)].length)))
    for (const { header, target } of this.#columns)
      lines.push(`  ${[...safe(header)].slice(0, 30).join('').padEnd(width)}  → ${this.#targetText(target)}`)
    const { counts } = words.import
    lines.push(
      '',
      `${counts.created} ${summary.created} · ${counts.updated} ${summary.updated} · ${counts.unchanged} ${summary.unchanged} · ${counts.rejected} ${summary.rejected}`,
    )
    if (summary.companies > 0) lines.push(words.import.companies(summary.companies))
    if (summary.kept > 0) lines.push(words.import.kept(summary.kept))
    if (summary.new_fields.length > 0) lines.push(words.import.newFields(summary.new_fields.map(safe).join(', ')))
    for (const { line, problem } of this.#problems)
      lines.push(style.late(`  ${safe(words.import.line(line, words.problem(problem)))}`))
    if (summary.rejected > this.#problems.length)
      lines.push(`  ${words.import.moreProblems(summary.rejected - this.#problems.length)}`)
    if (dryRun) lines.push(words.import.dryRun)
    else if (summary.rejected > 0) lines.push(words.import.rejects(summary.rejected, this.rejects.file))
    if (summary.operation !== null) lines.push(style.muted(words.import.undoHint(summary.operation)))
    context.say(lines.join('\n'))
  }

  #targetText(target: Target): string {
    const { words } = this.context
    const named = (key: string): string => words.fields[key] ?? key
    switch (target.to) {
      case 'field':
      case 'own':
      case 'name-part':
        return named(target.key)
      case 'point':
        return target.label === null ? named(target.kind) : `${named(target.kind)} (${target.label})`
      case 'messenger':
        return named('handles')
      case 'label':
        return `${named(target.kind)}: label`
      case 'birth-part':
        return named('birthday')
      case 'date':
        return target.occasion
      case 'custom':
        return words.import.customField(safe(target.key))
      case 'nothing':
        return words.import.ignored[target.why]
    }
  }
}

async function readText({ world }: Context): Promise<string> {
  const pieces: Uint8Array[] = []
  for await (const bytes of world.stdin.bytes()) pieces.push(bytes)
  return new TextDecoder().decode(Buffer.concat(pieces))
}

/** A JSON array of clients, one client, or one on each line. */
function parseRecords(text: string): unknown[] | null {
  try {
    const value: unknown = JSON.parse(text)
    return Array.isArray(value) ? value : [value]
  } catch {
    try {
      return text
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line) => JSON.parse(line) as unknown)
    } catch {
      return null
    }
  }
}
