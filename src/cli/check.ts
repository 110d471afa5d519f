import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Command } from 'commander'
import { type Finding, found, quoted, type State } from '../domain/checking/finding.js'
import { failed, isRefusal, type Refusal } from '../errors.js'
import { drawChecks, inOrder, saidOf } from '../render/check.js'
import { safe } from '../render/safe.js'
import type { Checked } from '../store/checking.js'
import { checking as english } from '../words/checking/en.js'
import { backupNames } from './backup-names.js'
import type { Context } from './context.js'
import { formatOf, outJson, roomOf } from './output.js'
import { programOf } from './program-name.js'

/** What is known of a base, whether or not it could be opened. */
type Known = Omit<Checked, 'findings' | 'problems'>

export function registerCheck(program: Command, context: Context): void {
  const { words } = context
  program
    .command('check')
    .description(words.help.verbs.check)
    .action(async () => {
      const format = formatOf(context, ['table', 'json'])
      const file = context.dbFile
      if (!existsSync(file))
        throw failed(() => ({ text: words.errors.noSuchFile(file), hint: words.checking.noBaseHint }))
      const { findings, known, refusal } = await look(context)
      if (format === 'json') outJson(context, asJson(context, findings, known))
      else {
        context.out(`${context.style.strong(safe(file))}\n`)
        if (known !== null)
          context.out(`${words.checking.summary(known.clients, known.bytes, known.version, known.engine)}\n`)
        context.out(`\n${drawChecks(findings, { words, style: context.style, width: roomOf(context) })}`)
      }
      const problems = findings.filter(({ state }) => state === 'problem').length
      if (refusal !== null) throw refusal
      if (problems > 0) throw failed(() => ({ text: words.checking.bad(problems), ...hintOf(context, findings) }))
      const warnings = findings.filter(({ state }) => state === 'warning').length
      context.say(warnings > 0 ? words.checking.fineBut(warnings) : words.checking.fine)
    })
}

interface Looked {
  findings: Finding[]
  known: Known | null
  /** Why the base could not be opened. */
  refusal: Refusal | null
}

/** Looks into the base and around it; around it also when it is too damaged to be opened. */
async function look(context: Context): Promise<Looked> {
  const { words, flags } = context
  try {
    const { store } = await context.deps()
    const now = context.clock.now().toISOString()
    const { findings, problems: _, ...known } = await store.check({ mend: flags.dryRun !== true, now })
    const damaged = findings.some(({ is }) => is === 'damaged')
    const around = await context.lookAround({ ...known, damaged }, aboutOf(context))
    return { findings: inOrder([...findings, ...around]), known, refusal: null }
  } catch (error) {
    if (!isRefusal(error) || error.exit !== 1) throw error
    const said = error.say(words)
    const { text, details = [] } = typeof said === 'string' ? { text: said } : said
    // Whatever else it is, a stranger's file or one of a newer program, it is none of ours to look at.
    if (text !== words.errors.damaged(context.dbFile)) throw error
    const around = await context.lookAround({ engine: null, clients: null, damaged: true }, aboutOf(context))
    const findings = inOrder([found('file', 'problem', 'damaged', { lines: details }), ...around])
    return { findings, known: null, refusal: failed(() => ({ text, ...hintOf(context, findings) })) }
  }
}

const aboutOf = (context: Context): Parameters<Context['lookAround']>[1] => ({
  own: backupNames(context).inFolder(join(context.dataFolder, 'backups')),
  program: programOf(context),
  // Files have their times from the machine's own clock.
  now: context.world.now(),
})

/** Which backup to put back, when what was lost may be in it; of anything else its own line says what to do. */
function hintOf(context: Context, findings: readonly Finding[]): { hint?: string } {
  const { checking } = context.words
  const isLoss = ({ is, state }: Finding): boolean =>
    is === 'damaged' || (is === 'journalBroken' && state === 'problem')
  if (!findings.some(isLoss)) return {}
  for (const finding of findings)
    if (finding.is === 'backupFresh' || finding.is === 'backupOld' || finding.is === 'backupToRestore') {
      const { path, days } = finding.facts
      return { hint: checking.restoreNewest(`${programOf(context)} restore ${quoted(path)}`, days) }
    }
  return { hint: checking.restoreHint }
}

/** What a script reads, in English whatever the language of the user. */
function asJson(context: Context, findings: readonly Finding[], known: Known | null): Record<string, unknown> {
  const told = findings.map((finding) => {
    const { detail, more = [], advice } = saidOf(finding, english)
    return { finding, detail, more, advice }
  })
  const texts = (wanted: State): string[] =>
    told.flatMap(({ finding: { name, state }, detail, more }) =>
      state === wanted ? [`${name}: ${[detail, ...more].join('; ')}`] : [],
    )
  return {
    file: context.dbFile,
    ok: texts('problem').length === 0,
    problems: texts('problem'),
    warnings: texts('warning'),
    schema: known?.version ?? null,
    engine: known?.engine ?? null,
    clients: known?.clients ?? null,
    searched: known?.searched ?? null,
    mode: known === null ? null : known.mode.toString(8).padStart(4, '0'),
    bytes: known?.bytes ?? null,
    mended: known?.mended ?? 0,
    checks: told.map(({ finding: { name, state, commands = [] }, detail, more, advice }) => ({
      name,
      state,
      detail: [detail, ...more].join('; '),
      advice: advice ?? null,
      commands,
    })),
  }
}
