import { type CivilDate, isoInstant } from '../domain/calendar.js'
import type { FieldType } from '../domain/client.js'
import { companyKey } from '../domain/company-name.js'
import {
  type Additions,
  additionsTo,
  addsNothing,
  extendDraft,
  joinAdditions,
  nothingAdded,
  type OnMatch,
  refusalsOf,
} from '../domain/completing.js'
import { dateAnswers } from '../domain/consent-added.js'
import { type Draft, emptyDraft, type Remark, type RowProblem } from '../domain/draft.js'
import { bearerOfDraft } from '../domain/forgetting/signs.js'
import { type Known, knownFrom, speaksOfFormer } from '../domain/known.js'
import type { Column } from '../domain/tables/columns.js'
import type { Creation } from '../store/import-rows.js'
import type { Prepared } from '../store/importing.js'
import type { Writing } from '../store/store.js'
import type { Graves } from '../store/tombstones.js'
import { type Deps, entryOf, localNow } from './deps.js'
import { isProblem, type ReadRow } from './drafting.js'
import { dropErased, isErasedCompany } from './erased-companies.js'
import { type Likeness, resembledSince } from './newcomers.js'
import { type Entry, knownOf, RowMatcher } from './row-matcher.js'

export interface ImportOptions {
  onMatch: OnMatch
  dryRun: boolean
  onProgress: (rows: number) => void
  onReject: (row: { line: number; cells: readonly string[]; problem: RowProblem }) => void
  onRemark: (line: number, remark: Remark) => void
}

export interface ImportSummary {
  rows: number
  created: number
  updated: number
  unchanged: number
  rejected: number
  /** Rows that would have made a client of somebody who was erased, or brought nothing but such a company; they are left out. */
  forgotten: number
  operation: number | null
  /** Companies made because persons of the file belong to them; not counted as rows. */
  companies: number
  /** Values of matched rows that differ from the base and were left as the base has them. */
  kept: number
  /** Custom fields made for columns that no field knows. */
  new_fields: string[]
  /** New clients who are likely another client, of the base or of the file; at least so many, see `newcomers.pairsFrom`. */
  likely_count: number
  /** The first of them, strongest first. */
  likely: LikelyRow[]
  /** Rows of which something was set aside or repaired. */
  remarks: number
}

/** A row that made a client, held against the client that it likely is. */
export interface LikelyRow extends Likeness {
  row: number
  /** The row of the file that made the other one; null when the base had it. */
  otherRow: number | null
}

/** So many of them are told. */
const MOST_LIKELY = 100

export const noSummary = (): ImportSummary => ({
  rows: 0,
  created: 0,
  updated: 0,
  unchanged: 0,
  rejected: 0,
  forgotten: 0,
  operation: null,
  companies: 0,
  kept: 0,
  new_fields: [],
  likely_count: 0,
  likely: [],
  remarks: 0,
})

interface Run {
  writing: Writing
  now: string
  today: CivilDate
  options: ImportOptions
  summary: ImportSummary
  /** Everybody who was erased; null when nobody was. */
  graves: Graves | null
  companies: Map<string, number> | null
  /** Companies made only because persons belong to them, by key: a row of their own completes them. */
  implied: Map<string, Creation>
  /** Companies that rows were found to be by their bare names, with what the rows have brought so far. */
  bare: Map<number, Known>
  /** Id of the first client that was made, null when none was. */
  firstId: number | null
  /** Lines of the rows that made clients, by the clients' ids. */
  lines: Map<number, number>
  fieldIds: Map<string, number>
  fieldTypes: ReadonlyMap<string, { label: string; type: FieldType; choices: string[] }>
  /** Ids in this program's own file, and what they became here. */
  ownIds: Map<number, number>
  /** The same the other way round. */
  owners: Map<number, number>
  referrals: { id: number; who: string }[]
}

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
      planned = await plan(run, drafts, matcher)
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

interface Readable {
  draft: Draft
  cells: readonly string[]
}

function reject(run: Run, line: number, cells: readonly string[], problem: RowProblem): void {
  run.summary.rejected += 1
  run.options.onReject({ line, cells, problem })
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
    if (outcome.remarks.length > 0) run.summary.remarks += 1
    for (const remark of outcome.remarks) run.options.onRemark(line, remark)
  }
  return drafts
}

function own({ ownIds, owners }: Run, inFile: number, id: number): void {
  ownIds.set(inFile, id)
  owners.set(id, inFile)
}

/** Decides for each row whether it is new, completes a client, changes nothing or is rejected. */
async function plan(run: Run, drafts: readonly Readable[], matcher: RowMatcher): Promise<Planned> {
  const { summary, options } = run
  await ensureFields(
    run,
    drafts.map(({ draft }) => draft),
  )
  const created: Entry[] = []
  const extensions = new Map<number, { known: Known; additions: Additions[] }>()
  for (const { draft, cells } of drafts) {
    const erased = await erasedCompanies(run, draft)
    const match = matcher.match(draft) ?? (await bareCompany(run, draft))
    if (match && 'code' in match) {
      reject(run, draft.line, cells, match)
      continue
    }
    if (!match && run.graves?.meets(bearerOfDraft(draft))) {
      summary.forgotten += 1
      continue
    }
    if (!match || options.onMatch === 'create') {
      tellErased(run, draft, erased, draft.remarks.length > 0)
      dateAnswers(draft, draft, run.today)
      const entry: Entry = { draft, known: null, createdAt: draft.own?.created_at ?? run.now, id: null }
      created.push(entry)
      matcher.remember(entry, draft)
      summary.created += 1
      continue
    }
    const known = knownOf(match)
    const making = match.id === null ? match.draft : null
    if (draft.own?.id != null && match.id !== null) {
      // A row of one that went into this client leaves it to the client's own row.
      if (speaksOfFormer(known, draft)) run.ownIds.set(draft.own.id, match.id)
      else own(run, draft.own.id, match.id)
    }
    const skips = options.onMatch === 'skip'
    const additions = options.onMatch === 'skip' ? refusalsOf(known, draft) : additionsTo(known, draft, options.onMatch)
    dateAnswers(additions, draft, run.today)
    summary.kept += additions.kept
    if (additions.remarks.length > 0 && draft.remarks.length === 0) summary.remarks += 1
    for (const remark of additions.remarks) options.onRemark(draft.line, remark)
    for (const each of additions.differing) options.onRemark(draft.line, { code: 'differs', ...each })
    if (!addsNothing(additions)) {
      summary.updated += 1
      if (!skips) tellErased(run, draft, erased, draft.remarks.length + additions.remarks.length > 0)
    } else if (erased.length > 0 && !skips) summary.forgotten += 1
    else summary.unchanged += 1
    // Either way the rest of this portion must see what the row brought.
    if (!addsNothing(additions)) {
      extendDraft(making ?? emptyDraft(draft.line), known, additions)
      if (skips) matcher.touch(match)
      else matcher.remember(match, draft)
      if (making === null) {
        const extension = extensions.get(known.id) ?? { known, additions: [] }
        extension.additions.push(additions)
        extensions.set(known.id, extension)
      }
    }
    if (draft.referredBy !== null && !skips) {
      if (making === null) run.referrals.push({ id: known.id, who: draft.referredBy })
      else making.referredBy ??= draft.referredBy
    }
  }
  return numbered(run, created, [...extensions.values()])
}

/** Companies of a row that were erased; they are no part of it any more. */
async function erasedCompanies(run: Run, draft: Draft): Promise<string[]> {
  if (run.graves === null || draft.companies.length === 0) return []
  run.companies ??= await run.writing.importing.companies()
  return dropErased(draft, run.graves, run.companies)
}

/** A row that is taken without a company that was erased says so. */
function tellErased({ summary, options }: Run, draft: Draft, erased: readonly string[], isCounted: boolean): void {
  if (erased.length > 0 && !isCounted) summary.remarks += 1
  for (const value of erased) options.onRemark(draft.line, { code: 'erased-company', value })
}

/** A company of which nothing is known but its name is the one that a row of its own tells of. */
async function bareCompany(run: Run, draft: Draft): Promise<Entry | null> {
  if (draft.kind !== 'company' || run.options.onMatch === 'create') return null
  const key = companyKey(draft.name)
  const implied = run.implied.get(key)
  if (implied) {
    const known = bareOf(run, knownFrom(implied.id, implied.draft, run.now))
    return { draft: null, known, createdAt: run.now, id: implied.id }
  }
  run.companies ??= await run.writing.importing.companies()
  const id = run.companies.get(key)
  const known = id === undefined ? undefined : (await run.writing.importing.known([id], false)).get(id)
  if (!known || known.points.size > 0 || known.values.external_id !== null || known.values.city !== null) return null
  return { draft: null, known: bareOf(run, known), createdAt: known.created_at, id: known.id }
}

/** What rows before have brought is not in the base yet, and must not be lost sight of: that somebody refused, above all. */
function bareOf({ bare }: Run, known: Known): Known {
  const before = bare.get(known.id)
  if (before) return before
  bare.set(known.id, known)
  return known
}

/** Gives the new clients their numbers, joins persons to companies, and puts everything into SQL. */
async function numbered(
  run: Run,
  created: readonly Entry[],
  extensions: readonly { known: Known; additions: Additions[] }[],
): Promise<Planned> {
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
    if (draft.referredBy !== null) run.referrals.push({ id, who: draft.referredBy })
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

async function ensureFields(run: Run, drafts: readonly Draft[]): Promise<void> {
  for (const { custom } of drafts)
    for (const { key } of custom) {
      if (run.fieldIds.has(key)) continue
      const { label, type, choices } = run.fieldTypes.get(key) ?? { label: key, type: 'text' as const, choices: [] }
      run.fieldIds.set(
        key,
        await run.writing.importing.addCustomField({ key, label: label === key ? null : label, type, choices }),
      )
      run.summary.new_fields.push(key)
    }
}

/** Names of those who recommended, joined to clients once all of them are there; what fits nobody is kept as it was written. */
async function linkReferrers(run: Run): Promise<void> {
  const links: { id: number; referrer: number }[] = []
  const unknown: { id: number; who: string }[] = []
  const cache = new Map<string, number | null>()
  for (const { id, who } of run.referrals) {
    let referrer = cache.get(who)
    if (referrer === undefined) {
      const own = /^\d+$/.test(who) ? run.ownIds.get(Number(who)) : undefined
      const named = own === undefined ? await run.writing.clients.byName(who, 2) : []
      referrer = own ?? (named.length === 1 ? (named[0]?.id ?? null) : null)
      cache.set(who, referrer)
    }
    if (referrer !== null && referrer !== id) links.push({ id, referrer })
    else if (referrer === null && !run.graves?.isCalled(who)) unknown.push({ id, who })
  }
  const open = new Set(await run.writing.importing.withoutReferrer(links.map(({ id }) => id)))
  await run.writing.importing.setReferrers(links.filter(({ id }) => open.has(id)))
  if (unknown.length === 0) return
  const key = 'referred_by_name'
  await ensureFields(run, [{ ...emptyDraft(0), custom: [{ key, value: '' }] }])
  for (const { id, who } of unknown) {
    const [known] = (await run.writing.importing.known([id], false)).values()
    if (!known || known.custom.has(key)) continue
    const additions: Additions = { ...nothingAdded(), custom: [{ key, value: who }] }
    await run.writing.importing.extend([{ id, additions, companies: [] }], run.fieldIds)
  }
}
