import { resolve } from 'node:path'
import { notFound, typedWrongly } from '../errors.js'
import { safe, safeJson } from '../render/safe.js'
import { aboutClient } from '../usecases/about-client.js'
import type { Deps } from '../usecases/deps.js'
import { nameClient } from '../usecases/naming.js'
import { noteTaking } from '../usecases/outgoing.js'
import { reasonFor } from './bulk.js'
import { type Context, pickerOf } from './context.js'
import { type ExportFlags, type ExportPlan, planOf } from './export-options.js'
import { pour } from './export-pouring.js'
import { checkTarget } from './export-target.js'
import { type Piece, writerFor } from './export-writers.js'
import { refuseSealedTerminal, saySealed, sealFor } from './sealing.js'

const CLIENT_FORMATS: readonly string[] = ['json', 'csv', 'vcf']

/** `export --client`: everything held about one client, for the client; as CSV or vCard what these have a place for. */
export async function writeClient(context: Context, typed: readonly string[], flags: ExportFlags): Promise<void> {
  const { words } = context
  if (typed.length > 0) throw typedWrongly(({ outgoing }) => outgoing.onlyOne(typed.join(' ')))
  for (const flag of ['form', 'anonymise', 'mailing'] as const)
    if (flags[flag] !== undefined) throw typedWrongly(({ errors }) => errors.eitherOr('--client', `--${flag}`))
  const plan = planOf(context, flags, 'json')
  if (!CLIENT_FORMATS.includes(plan.format))
    throw typedWrongly(({ errors }) => errors.formatNotHere(plan.format, CLIENT_FORMATS))
  checkTarget(context, plan.target, plan.force)
  if (plan.sealed) refuseSealedTerminal(context, plan.target)
  const deps = await context.deps()
  const { id, name } = await nameClient(deps, flags.client ?? '', pickerOf(context))
  const reason = await reasonFor(context, 1, flags.reason)
  const whole = plan.format === 'json'
  if (context.flags.dryRun)
    return context.say(words.outgoing.wouldWritePerson(safe(name), safe(plan.target ?? '-'), whole))
  const { fields, pieces } = await piecesOf(context, deps, plan, id)
  const seal = await sealFor(context, flags)
  await noteTaking(deps, {
    what: 'client',
    format: plan.format,
    rows: 1,
    fields,
    encrypted: seal !== null,
    details: { filter: `id:${id}`, target: plan.target === undefined ? null : resolve(plan.target), reason },
  })
  await pour(context, { plan, seal }, pieces)
  if (plan.target !== undefined) context.say(words.outgoing.personWritten(safe(name), safe(plan.target), whole))
  if (seal !== null) saySealed(context, plan.target)
  if (!whole) context.say(words.outgoing.notEverything(plan.format))
}

async function piecesOf(
  context: Context,
  deps: Deps,
  plan: ExportPlan,
  id: number,
): Promise<{ fields: readonly string[]; pieces: AsyncIterable<Piece> }> {
  if (plan.format === 'json') {
    const about = await aboutClient(deps, id)
    if (about === null) throw notFound((words) => words.errors.noClient(String(id)))
    return { fields: [], pieces: all(`${safeJson(JSON.stringify(about, null, 2))}\n`) }
  }
  const writer = await writerFor(context, deps, plan)
  const cards = await deps.store.clients.cards([id])
  return { fields: writer.fields, pieces: all(writer.begin, writer.portion(cards), writer.end()) }
}

async function* all(...pieces: Piece[]): AsyncGenerator<Piece> {
  yield* pieces
}
