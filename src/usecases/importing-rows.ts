import { companyKey } from '../domain/company-name.js'
import { additionsTo, refusalsOf } from '../domain/completing.js'
import { carryRefusals, dateAnswers } from '../domain/consent-added.js'
import { takeCuts } from '../domain/cut-texts.js'
import type { Draft, Remark } from '../domain/draft.js'
import { bearerOfDraft } from '../domain/forgetting/signs.js'
import { type Known, knownFrom, speaksOfFormer } from '../domain/known.js'
import { isUnnamed } from '../domain/reading/stand-in.js'
import { dropErased } from './erased-companies.js'
import { refuseBearers, takeNameless } from './importing-nameless.js'
import { Portion, type Readable } from './importing-portion.js'
import { ensureFields, own, type Run, refer, reject, tell } from './importing-run.js'
import { type Entry, knownOf } from './row-entry.js'
import type { RowMatcher } from './row-matcher.js'

/** Decides for each row whether it is new, completes a client, changes nothing or is rejected. */
export async function decide(run: Run, rows: readonly Readable[], matcher: RowMatcher): Promise<Portion> {
  await ensureFields(
    run,
    rows.map(({ draft }) => draft),
  )
  const portion = new Portion(run, matcher)
  for (const row of rows) await decideRow(portion, row)
  return portion
}

async function decideRow(portion: Portion, { draft, cells }: Readable): Promise<void> {
  const { run, matcher } = portion
  const { summary, options } = run
  const erased = await erasedCompanies(run, draft)
  const match = matcher.match(draft) ?? (await bareCompany(run, draft))
  if (match && 'code' in match) {
    reject(run, draft.line, cells, match)
    return
  }
  if (draft.name === '' && (!match || options.onMatch === 'create')) {
    takeNameless(portion, { draft, cells }, match)
    return
  }
  const forAll = isUnnamed(draft) ? refuseBearers(portion, draft, match) : []
  if (!match && run.graves?.meets(bearerOfDraft(draft))) {
    if (forAll.length > 0) summary.updated += 1
    else summary.forgotten += 1
    tell(run, draft.line, forAll)
    return
  }
  if (!match || options.onMatch === 'create') {
    const kept = options.onMatch === 'create' ? strictest(portion, draft, match) : []
    tell(run, draft.line, [...draft.remarks, ...forAll, ...kept, ...withoutErased(erased)])
    portion.create(draft)
    return
  }
  await complete(portion, match, draft, erased, forAll)
}

/** Another card of somebody who is there: what either of them refused, both refuse. */
function strictest(portion: Portion, draft: Draft, match: Entry | null): Remark[] {
  const same = new Set([...(match ? [match] : []), ...portion.matcher.twins(draft)])
  const kept = [...same].flatMap((entry) => {
    portion.refuse(entry, draft)
    return carryRefusals(draft, knownOf(entry))
  })
  return [...new Map(kept.map((remark) => [JSON.stringify(remark), remark])).values()]
}

async function complete(
  portion: Portion,
  match: Entry,
  draft: Draft,
  erased: readonly string[],
  forAll: readonly Remark[],
): Promise<void> {
  const { run, matcher } = portion
  const { summary, options } = run
  const known = knownOf(match)
  if (draft.own?.id != null && match.id !== null) {
    // A row of one that went into this client leaves it to the client's own row.
    if (speaksOfFormer(known, draft)) run.ownIds.set(draft.own.id, match.id)
    else own(run, draft.own.id, match.id)
  }
  const skips = options.onMatch === 'skip'
  if (draft.own !== null && run.graves !== null && !skips) {
    run.cuts ??= await run.writing.importing.cutTexts()
    const cuts = run.cuts.get(known.id)
    if (cuts) takeCuts(draft, known, cuts)
  }
  const additions =
    options.onMatch === 'fill' || options.onMatch === 'update'
      ? additionsTo(known, draft, options.onMatch)
      : refusalsOf(known, draft)
  dateAnswers(additions, draft, run.today)
  summary.kept += additions.kept
  const differing = additions.differing.map((each): Remark => ({ code: 'differs', ...each }))
  // Whoever has a name is not called by what stood in for one.
  const isCalled = known.name === draft.name
  const remarks = draft.remarks.filter(({ code }) => code !== 'named-by' || isCalled)
  const making = match.id === null ? match.draft : null
  const adds = portion.extend(match, draft, additions)
  if (adds && !skips) matcher.remember(match, draft)
  if (adds || forAll.length > 0) summary.updated += 1
  else if (erased.length > 0 && !skips) {
    summary.forgotten += 1
    summary.forgotten_companies += 1
    return
  } else summary.unchanged += 1
  tell(run, draft.line, [
    ...remarks,
    ...additions.remarks,
    ...forAll,
    ...differing,
    ...(skips ? [] : withoutErased(erased)),
  ])
  if (skips) return
  if (making === null) refer(run, known.id, draft)
  else {
    making.referredBy ??= draft.referredBy
    if (making.own && draft.own) making.own.referrer ??= draft.own.referrer ?? null
  }
}

/** Companies of a row that were erased; they are no part of it any more. */
async function erasedCompanies(run: Run, draft: Draft): Promise<string[]> {
  if (run.graves === null || draft.companies.length === 0) return []
  run.companies ??= await run.writing.importing.companies()
  return dropErased(draft, run.graves, run.companies)
}

/** A row that is taken without a company that was erased says so. */
const withoutErased = (erased: readonly string[]): Remark[] =>
  erased.map((value) => ({ code: 'erased-company', value }))

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
