import { existsSync, realpathSync } from 'node:fs'
import { dirname, extname } from 'node:path'
import { type Command, Option } from 'commander'
import type { DateOrder } from '../domain/cells/file-date.js'
import type { OnMatch } from '../domain/completing.js'
import type { Remark, RowProblem } from '../domain/draft.js'
import { nameOfTarget } from '../domain/tables/target-names.js'
import { cleanLine } from '../domain/text.js'
import { cancelled, typedWrongly } from '../errors.js'
import { isFormatError } from '../formats/table.js'
import { drawPlan, drawSummary, type PlanView } from '../render/import.js'
import { safe } from '../render/safe.js'
import { wrap } from '../render/table.js'
import { readWish } from '../usecases/import-plan.js'
import type { Context } from './context.js'
import { checkTarget } from './export-target.js'
import { historyJob } from './history-job.js'
import { clientJob, type ImportJob, type ImportWishes, type JobSummary } from './import-jobs.js'
import { likelyRecord, planRecord, remarkRecord, sayFormatError } from './import-saying.js'
import { outJson, roomOf } from './output.js'
import { type Profile, profileFile, readProfile, wishesOf, writeProfile } from './profiles.js'
import {
  endingOf,
  freeName,
  namedOrFree,
  openRejects,
  type Rejects,
  type RejectsName,
  type RejectsShape,
  refuseFolder,
} from './rejects.js'
import { addOpenFlags, type OpenFlags } from './sealing.js'
import { openSource, type Source, unsealed } from './source.js'
import { meansSummary, openFile } from './tables.js'

interface ImportFlags extends OpenFlags {
  as: 'clients' | 'contacts' | 'promises' | 'orders'
  map?: string[]
  profile?: string
  encoding?: string
  delimiter?: string
  sheet?: string
  dateOrder?: DateOrder
  onMatch?: OnMatch
  createClients?: boolean
  source?: string
  system?: string
  tag?: string[]
  rejects?: string
}

/** Exit code of an import of which some rows were rejected. */
const SOME_REJECTED = 6
const SHOWN_PROBLEMS = 10
const SHOWN_REMARKS = 5
/** So many of them a script is told. */
const TOLD_REMARKS = 100

const collect = (value: string, previous: string[] = []): string[] => [...previous, value]

export function registerImport(program: Command, context: Context, exit: (code: number) => void): void {
  const { words } = context
  const { flags: help } = words.help
  const command = program
    .command('import')
    .description(words.help.verbs.import)
    .argument('<file>', words.help.args.file)
    .addOption(
      new Option('--as <kind>', help.as).choices(['clients', 'contacts', 'orders', 'promises']).default('clients'),
    )
    .option('--map <column=field>', help.map, collect)
    .option('--profile <name>', help.profile)
    .option('--encoding <name>', help.encoding)
    .option('--delimiter <sign>', help.delimiter)
    .option('--sheet <name>', help.sheet)
    .addOption(new Option('--date-order <order>', help.dateOrder).choices(['dmy', 'mdy']))
    .addOption(new Option('--on-match <what>', help.onMatch).choices(['skip', 'fill', 'update', 'create']))
    .option('--create-clients', help.createClients)
    .option('--source <source>', help.source)
    .option('--system <name>', help.system)
    .option('--tag <tag>', help.tag, collect)
    .option('--rejects <file>', help.rejects)
  addOpenFlags(command, words).action(async (file: string, flags: ImportFlags) => {
    const source = await unsealed(context, await openSource(context, file), flags)
    try {
      const rejected = await new ImportRun(context, file, flags, source).whole()
      if (rejected > 0) exit(SOME_REJECTED)
    } catch (error) {
      throw isFormatError(error) ? sayFormatError(error, source.name) : error
    } finally {
      source.close()
    }
  })
}

/** The wishes of one command, what it was told on the way, and what it says at the end. */
class ImportRun {
  readonly #context: Context
  readonly #file: string
  readonly #flags: ImportFlags
  readonly #source: Source
  readonly #began: number
  readonly #profileFile: string | null
  readonly #profile: Profile | null
  #problems: { line: number; problem: RowProblem }[] = []
  #remarked: { line: number; remark: Remark }[] = []
  #differing: { line: number; remark: Remark }[] = []
  #progressShown = false

  constructor(context: Context, file: string, flags: ImportFlags, source: Source) {
    this.#context = context
    this.#file = file
    this.#flags = flags
    this.#source = source
    this.#began = context.world.now().getTime()
    this.#profileFile = flags.profile === undefined ? null : profileFile(context.configFile, flags.profile)
    this.#profile = this.#profileFile === null ? null : readProfile(this.#profileFile)
  }

  /** The number of rejected rows. */
  async whole(): Promise<number> {
    const { flags } = this.#context
    const wishes = this.#wishes()
    const opened = await openFile(this.#source, {
      format: flags.format ?? null,
      encoding: this.#flags.encoding ?? this.#profile?.encoding ?? null,
      delimiter: this.#delimiter(),
    })
    this.#checkRejects()
    const deps = await this.#context.deps()
    const planJob = async (now: ImportWishes): Promise<ImportJob> =>
      this.#flags.as === 'clients'
        ? clientJob(deps, this.#source.name, opened, now)
        : historyJob(deps, this.#source.name, this.#flags.as, opened, now, this.#flags.createClients === true)
    const asks = this.#context.interactive && ![flags.yes, flags.dryRun, this.#asJson, flags.quiet].includes(true)
    const job = asks ? await this.#confirmed(planJob, wishes) : await planJob(wishes)
    const { summary, rejects } = await this.#run(job, flags.dryRun === true)
    if (this.#profileFile !== null && flags.dryRun !== true) this.#keepProfile(this.#profileFile, job)
    this.#report(job, summary, rejects, !asks)
    return summary.rejected
  }

  /** Shows what would be done and asks, until the user says yes; a refusal is thrown when it is a no. */
  async #confirmed(planJob: (wishes: ImportWishes) => Promise<ImportJob>, wishes: ImportWishes): Promise<ImportJob> {
    const { confirmImport } = await import('./import-asking.js')
    return confirmImport(this.#context, wishes, planJob, async (job) => {
      const { summary } = await this.#run(job, true)
      this.#context.say([...this.#planLines(job.plan()), '', ...this.#summaryLines(summary)].join('\n'))
    })
  }

  #wishes(): ImportWishes {
    const { as, source, system, tag, map, onMatch, dateOrder, sheet } = this.#flags
    const tags = (tag ?? []).flatMap((each) => each.split(',')).map(cleanLine)
    return {
      // An order of a newer export is further on than the one that was taken in before.
      onMatch: onMatch ?? (as === 'orders' ? 'update' : 'fill'),
      order: dateOrder ?? this.#profile?.date_order ?? null,
      sheet: sheet ?? this.#profile?.sheet ?? null,
      columns: (map ?? []).map(readWish),
      kept: wishesOf(this.#profile),
      marks: { source: source ?? null, system: system ?? null, tags: tags.filter((each) => each !== '') },
    }
  }

  get #asJson(): boolean {
    const { json, format } = this.#context.flags
    return json === true || meansSummary(format, this.#source)
  }

  #delimiter(): string | null {
    const typed = this.#flags.delimiter ?? this.#profile?.delimiter
    if (typed === undefined) return null
    const sign = /^(tab|\\t)$/i.test(typed) ? '\t' : typed
    if ([...sign].length !== 1 || /["\r\n]/.test(sign))
      throw typedWrongly((words) => words.errors.import.badDelimiter(typed))
    return sign
  }

  async #run(job: ImportJob, dryRun: boolean): Promise<{ summary: JobSummary; rejects: Rejects }> {
    const context = this.#context
    const { words } = context
    const rejects = openRejects(this.#rejectsFile(job.rejects), job.rejects, !dryRun)
    const interrupted = context.world.watchInterrupts?.()
    this.#problems = []
    this.#remarked = []
    this.#differing = []
    try {
      const summary = await job.run({
        dryRun,
        onProgress: (rows) => {
          if (interrupted?.()) throw cancelled()
          this.#progress(rows)
        },
        onReject: ({ line, cells, problem }) => {
          if (this.#problems.length < SHOWN_PROBLEMS) this.#problems.push({ line, problem })
          rejects.write(cells, line, words.problem(problem))
        },
        onRemark: (line, remark) => {
          const differs = remark.code === 'differs'
          const kept = differs ? this.#differing : this.#remarked
          if (kept.length < (differs ? SHOWN_REMARKS : TOLD_REMARKS)) kept.push({ line, remark })
        },
      })
      rejects.finish(summary.rejected)
      return { summary, rejects }
    } catch (error) {
      rejects.discard()
      throw error
    } finally {
      if (this.#progressShown) context.world.stderr.write('\r\u001b[K')
      this.#progressShown = false
    }
  }

  #progress(rows: number): void {
    const { world, interactive, flags, words } = this.#context
    if (!interactive || flags.quiet || world.now().getTime() - this.#began < 1000) return
    this.#progressShown = true
    world.stderr.write(`\r${words.import.progress(rows)}`)
  }

  /** Before a base is made: the file of rejected rows has a place, and is no base and nothing that belongs to one. */
  #checkRejects(): void {
    const { rejects } = this.#flags
    refuseFolder(rejects)
    if (rejects !== undefined && existsSync(dirname(rejects))) checkTarget(this.#context, rejects, true)
  }

  /** Beside the file; an earlier file of rejected rows may have been mended by hand and is left alone. */
  #rejectsFile(shape: RejectsShape): RejectsName {
    const typed = this.#flags.rejects
    if (typed !== undefined) {
      if ([typed, this.#file].every((file) => existsSync(file)) && realpathSync(typed) === realpathSync(this.#file))
        throw typedWrongly((words) => words.errors.import.rejectsOntoItself)
      return namedOrFree(typed)
    }
    const stem = this.#file === '-' ? 'import' : this.#file.slice(0, this.#file.length - extname(this.#file).length)
    return freeName(`${stem}.rejects.${endingOf(shape)}`)
  }

  #keepProfile(file: string, { tables }: ImportJob): void {
    // A column may be called as the properties of all objects are.
    const columns = new Map(Object.entries(this.#profile?.columns ?? {}))
    for (const { columns: planned, own } of tables)
      for (const { header, target } of planned) {
        const field = own ? null : nameOfTarget(target)
        if (field !== null) columns.set(header, field)
      }
    const { encoding, sheet, dateOrder } = this.#flags
    const delimiter = this.#flags.delimiter
    writeProfile(file, {
      ...this.#profile,
      ...(encoding === undefined ? {} : { encoding }),
      ...(delimiter === undefined ? {} : { delimiter }),
      ...(sheet === undefined ? {} : { sheet }),
      ...(dateOrder === undefined ? {} : { date_order: dateOrder }),
      columns: Object.fromEntries(columns),
    })
    this.#context.say(this.#context.words.import.profileKept(this.#flags.profile ?? ''))
  }

  #wrapped(text: string): string[] {
    const width = roomOf(this.#context)
    return width === null ? [text] : wrap(text, width)
  }

  #planLines(plan: PlanView): string[] {
    const { words, style } = this.#context
    return drawPlan(plan, { words, style, width: roomOf(this.#context) })
  }

  #summaryLines(summary: JobSummary): string[] {
    const { words, style } = this.#context
    return drawSummary(
      {
        ...summary,
        problems: this.#problems,
        remarked: this.#remarked.slice(0, SHOWN_REMARKS),
        differing: this.#differing,
      },
      { words, style, width: roomOf(this.#context) },
    )
  }

  #report(job: ImportJob, summary: JobSummary, rejects: Rejects, withPlan: boolean): void {
    const { words, style, flags } = this.#context
    const dryRun = flags.dryRun === true
    const rejected = summary.rejected > 0 && !dryRun ? rejects.file : null
    if (this.#asJson) {
      if (summary.forgotten > 0)
        this.#context.say(words.forgetting.import.leftOut(summary.forgotten, summary.forgotten_companies))
      const likely = summary.likely.map(likelyRecord)
      const remarked = this.#remarked.map(remarkRecord)
      const plan = planRecord(job.plan())
      outJson(this.#context, { ...summary, likely, remarked, rejects: rejected, dry_run: dryRun, plan })
      return
    }
    const lines = [...(withPlan ? [...this.#planLines(job.plan()), ''] : []), ...this.#summaryLines(summary)]
    if (dryRun) lines.push(words.import.dryRun)
    if (rejected !== null) lines.push(...this.#wrapped(words.import.rejects(summary.rejected, safe(rejected))))
    if (summary.likely_count > 0 && summary.operation !== null) lines.push(style.muted(words.import.likely.hint))
    if (summary.operation !== null)
      lines.push(style.muted(words.import.foundAgain), style.muted(words.import.undoHint(summary.operation)))
    this.#context.say(lines.join('\n'))
  }
}
