import { isoInstant } from '../domain/calendar.js'
import { companyKey } from '../domain/company-name.js'
import { joinAdditions } from '../domain/completing.js'
import { emptyDraft } from '../domain/draft.js'
import type { Column } from '../domain/tables/columns.js'
import type { Creation } from '../store/import-rows.js'
import type { Prepared } from '../store/importing.js'
import type { Writing } from '../store/store.js'
import { type Deps, entryOf, localNow } from './deps.js'
import { isProblem, type ReadRow } from './drafting.js'
import { isErasedCompany } from './erased-companies.js'
import type { Extension, Readable } from './importing-portion.js'
import { linkReferrers } from './importing-referrers.js'
import { decide } from './importing-rows.js'
import {
  handOutRejected,
  type ImportOptions,
  type ImportSummary,
  noSummary,
  own,
  type Run,
  refer,
  reject,
} from './importing-run.js'
import { resembledSince } from './newcomers.js'
import type { Entry } from './row-entry.js'
import { RowMatcher } from './row-matcher.js'

export { type ImportOptions, type ImportSummary, noSummary } from './importing-run.js'

/** So many new clients who are likely others are told. */
const MOST_LIKELY = 100

/**
 * Plans and applies a file in one transaction: a portion of rows is compared with the base and with what the file has
 * brought so far, and written while the next portion is read. A dry run does the same and takes everything back at the end,
 * so that it shows exactly what an import would do.
 */
export async function importClients(
  deps: Deps,
  batches: AsyncIterable<ReadRow[]>,
  columns: readonly Column[],
  options: ImportOptions,
): Promise<ImportSummary> {
  const summary = noSummary()
  const fieldTypes = new Map(
    columns.flatMap(({ target }) => (target.to === 'custom' ? [[target.key, target] as const] : [])),
  )
  const { operation } = await deps.store.write(
    entryOf(deps),
    async (writing) => {
      const run: Run = {
        writing,
        now: isoInstant(deps.clock.now()),
        today: localNow(deps).date,
        options,
        summary,
        graves: await writing.tombstones.graves(),
        companies: null,
        implied: new Map(),
        bare: new Map(),
        firstId: null,
        lines: new Map(),
        fieldIds: await writing.importing.customFieldIds(),
        fieldTypes,
        ownIds: new Map(),
        owners: new Map(),
        referrals: [],
        rejected: [],
        cuts: null,
      }
      await runPortions(run, batches)
      await linkReferrers(run)
      await tellLikely(run)
    },
    { keep: !options.dryRun },
  )
  summary.operation = operation
  return summary
}

/** Of the rows that made clients, which are likely clients that were there, or that the file made too. */
async function tellLikely({ writing, summary, firstId, lines }: Run): Promise<void> {
  if (firstId === null) return
  const found = (await resembledSince(writing, firstId)).filter(({ newcomer }) => lines.has(newcomer.id))
  summary.likely_count = found.length
  summary.likely = found.slice(0, MOST_LIKELY).map((likeness) => ({
    ...likeness,
    row: lines.get(likeness.newcomer.id) ?? 0,
    otherRow: lines.get(likeness.other.id) ?? null,
  }))
}

/** What a portion will write, once the portion before it is written. */
interface Planned {
  prepared: Prepared
  extensions: Parameters<Writing['importing']['extend']>[0]
}

/**
 * Three portions are in hand at a time: one is being written by the database's thread while the next one, already compared
 * with the base, is planned and put into SQL, and the one after that is read.
 */
async function runPortions(run: Run, batches: AsyncIterable<ReadRow[]>): Promise<void> {
  let before: RowMatcher | null = null
  let planned: Planned | null = null
  let writing: Promise<void> = Promise.resolve()
  try {
    for await (const batch of batches) {
      await writing
      const drafts = readable(run, batch)
      const matcher: RowMatcher = await RowMatcher.for(
        run.writing,
        drafts.map(({ draft }) => draft),
        before,
        run.owners,
      )
      if (planned) writing = write(run, planned)
      // Looked at before the next portion; until then nobody must call it unhandled.
      writing.catch(() => {})
      const { created, extensions } = await decide(run, drafts, matcher)
      handOutRejected(run)
      planned = await numbered(run, created, extensions)
      before = matcher
      run.options.onProgress(run.summary.rows)
    }
  } finally {
    // Nothing may still be writing when the transaction is rolled back.
    await writing.catch(() => {})
  }
  await writing
  if (planned) await write(run, planned)
}

async function write({ writing, fieldIds }: Run, { prepared, extensions }: Planned): Promise<void> {
  await writing.importing.create(prepared)
  if (extensions.length > 0) await writing.importing.extend(extensions, fieldIds)
}

function readable(run: Run, batch: readonly ReadRow[]): Readable[] {
  run.summary.rows += batch.length
  const drafts: Readable[] = []
  for (const { line, cells, outcome } of batch) {
    if (isProblem(outcome)) {
      reject(run, line, cells, outcome)
      continue
    }
    drafts.push({ draft: outcome, cells })
  }
  return drafts
}

/** Gives the new clients their numbers, joins persons to companies, and puts everything into SQL. */
async function numbered(run: Run, created: readonly Entry[], extensions: readonly Extension[]): Promise<Planned> {
  const { writing, now, fieldIds } = run
  const wanted = [
    ...created.flatMap(({ draft }) => draft?.companies ?? []),
    ...extensions.flatMap(({ additions }) => additions.flatMap(({ companies }) => companies)),
  ]
  if (wanted.length > 0) run.companies ??= await writing.importing.companies()
  const companies = run.companies ?? new Map<string, number>()
  // A company that stands in the file as a row of its own is that company.
  const named = new Set(created.flatMap(({ draft }) => (draft?.kind === 'company' ? [companyKey(draft.name)] : [])))
  const missing = new Map<string, string>()
  for (const { name } of wanted) {
    const key = companyKey(name)
    const isKnown = key === '' || companies.has(key) || named.has(key)
    if (!isKnown && !isErasedCompany(run.graves, name)) missing.set(key, name)
  }
  const first = await writing.importing.reserveClients(missing.size + created.length)
  if (missing.size + created.length > 0) run.firstId ??= first
  let id = first
  const creations: Creation[] = []
  for (const [key, name] of missing) {
    companies.set(key, id)
    const creation: Creation = { id, draft: { ...emptyDraft(0), kind: 'company', name }, companies: [] }
    run.implied.set(key, creation)
    creations.push(creation)
    id += 1
  }
  run.summary.companies += missing.size
  for (const entry of created) {
    const { draft } = entry
    if (draft === null) continue
    entry.id = id
    run.lines.set(id, draft.line)
    if (draft.own?.id != null) own(run, draft.own.id, id)
    if (draft.kind === 'company' && run.companies && !companies.has(companyKey(draft.name)))
      companies.set(companyKey(draft.name), id)
    refer(run, id, draft)
    creations.push({ id, draft, companies: [] })
    id += 1
  }
  const linked = (
    list: readonly { name: string; role: string | null }[],
    self: number,
  ): { id: number; name: string; role: string | null }[] => {
    const found = new Map<number, { id: number; name: string; role: string | null }>()
    for (const { name, role } of list) {
      const company = companies.get(companyKey(name))
      if (company !== undefined && company !== self && !found.has(company))
        found.set(company, { id: company, name, role })
    }
    return [...found.values()]
  }
  for (const creation of creations)
    if (creation.draft.companies.length > 0) creation.companies = linked(creation.draft.companies, creation.id)
  const additions = extensions.map((extension) => {
    const joined = joinAdditions(extension.additions)
    return { id: extension.known.id, additions: joined, companies: linked(joined.companies, extension.known.id) }
  })
  return { prepared: await writing.importing.prepare(creations, now, fieldIds), extensions: additions }
}
