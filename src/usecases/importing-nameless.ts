import type { Draft, Remark } from '../domain/draft.js'
import { bearerOfDraft } from '../domain/forgetting/signs.js'
import type { Point } from '../domain/points.js'
import type { Portion, Readable } from './importing-portion.js'
import { reject, tell } from './importing-run.js'
import { type Entry, knownOf } from './row-entry.js'

/** So many clients are told by name. */
const SHOWN = 5

const refusesSomething = ({ values, consents }: Draft): boolean =>
  values.consent === 'no' || consents.some(({ answer }) => answer === 'no')

/**
 * The addresses of which a refusal speaks: of letters the e-mails, of calls and messages the rest. Where the row has none of that
 * kind, it speaks of those it has.
 */
function refusedPoints({ values, consents, points }: Draft): Point[] {
  const refused = consents.filter(({ answer }) => answer === 'no')
  const isLetter = (channel: string): boolean => channel === 'email'
  const all = points.filter(({ kind }) => kind !== 'url')
  if (values.consent === 'no' || refused.length === 0) return all
  const wanted = all.filter(({ kind }) => refused.some(({ channel }) => isLetter(channel) === (kind === 'email')))
  return wanted.length > 0 ? wanted : all
}

/** A refused address is refused whoever has it, so the refusal of a row that names nobody is that of all who do. */
export function refuseBearers(portion: Portion, draft: Draft, match: Entry | null): Remark[] {
  if (!refusesSomething(draft)) return []
  const points = refusedPoints(draft)
  const others = portion.matcher.bearers(points).filter((entry) => entry !== match)
  const refusing = others.filter((entry) => portion.refuse(entry, draft).length > 0)
  if (refusing.length === 0) return []
  const value = points.map((point) => point.value).join(', ')
  return [{ code: 'refusal-for-all', value, clients: listed(refusing) }]
}

const listed = (entries: readonly Entry[]): string => {
  const shown = entries.slice(0, SHOWN).map(shownAs).join(', ')
  return entries.length > SHOWN ? `${shown} …` : shown
}

/** One that the file has just brought has no number yet. */
const shownAs = (entry: Entry): string => {
  const { name } = knownOf(entry)
  return entry.id === null ? name : `${name} (${entry.id})`
}

/** A row that names nobody and is not one client for certain, or that may not be completed: only what it refuses is taken. */
export function takeNameless(portion: Portion, { draft, cells }: Readable, match: Entry | null): void {
  const { run, matcher } = portion
  const { summary } = run
  const bearers = matcher.bearers(draft.points)
  if (refusesSomething(draft) && (match !== null || bearers.length > 0)) {
    const taken = match === null ? [] : portion.refuse(match, draft)
    const forAll = refuseBearers(portion, draft, match)
    if (taken.length + forAll.length > 0) summary.updated += 1
    else summary.unchanged += 1
    tell(run, draft.line, [...draft.remarks, ...taken, ...forAll])
  } else if (bearers.length > 1) {
    const [point] = draft.points
    const candidates = bearers.slice(0, SHOWN).map(shownAs)
    reject(run, draft.line, cells, { code: 'several-clients', who: point?.value ?? '', candidates })
  } else if (match === null && run.graves?.meets(bearerOfDraft(draft))) summary.forgotten += 1
  else reject(run, draft.line, cells, { code: 'no-name' })
}
