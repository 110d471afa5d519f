import type { CivilDate } from './calendar.js'
import type { Consent } from './client.js'
import type { Draft, DraftConsent, Remark, Values } from './draft.js'
import type { Known } from './known.js'

/** What a client answered, and how and when; of a file the day may be unknown. */
interface Answer {
  answer: Consent
  origin: string | null
  at: CivilDate | null
}

/** What the answers in a row add to those of a client that is there. */
export interface AddedConsent {
  values: Partial<Pick<Values, 'consent' | 'consent_origin' | 'consent_at'>>
  consents: DraftConsent[]
  /** Where the row says yes and the client had said no; null stands for everything. */
  kept: (string | null)[]
}

type Wanted = 'fill' | 'update' | 'refusals'

/**
 * What becomes of an answer. A file turns yes into no, whatever its rows may do else, and never no into yes: to write to
 * somebody who refused does harm, not to write does none. Of the same answer the origin and the day are completed, or replaced.
 */
function joined(current: Answer | null, brought: Answer | null, wanted: Wanted): Answer | 'kept' | null {
  if (brought === null) return null
  if (wanted === 'refusals') return brought.answer === 'no' && current?.answer !== 'no' ? brought : null
  if (current === null) return brought
  if (current.answer !== brought.answer) return brought.answer === 'no' ? brought : 'kept'
  const [first, second] = wanted === 'update' ? [brought, current] : [current, brought]
  const [origin, at] = [first.origin ?? second.origin, first.at ?? second.at]
  return origin === current.origin && at === current.at ? null : { answer: current.answer, origin, at }
}

const overall = ({ consent, consent_origin: origin, consent_at: at }: Values): Answer | null =>
  consent === null ? null : { answer: consent, origin, at }

/** `refusals`: only what the client refuses is taken, as of rows that are skipped. */
export function consentAdded(known: Pick<Known, 'values' | 'consents'>, draft: Draft, wanted: Wanted): AddedConsent {
  const added: AddedConsent = { values: {}, consents: [], kept: [] }
  const all = joined(overall(known.values), overall(draft.values), wanted)
  if (all === 'kept') added.kept.push(null)
  else if (all) added.values = { consent: all.answer, consent_origin: all.origin, consent_at: all.at }
  for (const { channel, ...brought } of draft.consents) {
    const one = joined(known.consents.get(channel) ?? null, brought, wanted)
    if (one === 'kept') added.kept.push(channel)
    else if (one) added.consents.push({ channel, ...one })
  }
  return added
}

/** What is said of a row whose answers were not simply taken. */
export const consentRemarks = ({ values, consents, kept }: AddedConsent, wanted: Wanted): Remark[] =>
  wanted === 'refusals'
    ? [...(values.consent === 'no' ? [null] : []), ...consents.map(({ channel }) => channel)].map((channel) => ({
        code: 'refusal-taken',
        channel,
      }))
    : kept.map((channel) => ({ code: 'refusal-kept', channel }))

/** Dates the answers that a row brings, or that it adds. */
export function dateAnswers(
  { values, consents }: { values: Partial<Values>; consents: readonly DraftConsent[] },
  { answeredNow }: Draft,
  today: CivilDate,
): void {
  if (answeredNow && values.consent != null) values.consent_at ??= today
  if (values.consent === null) Object.assign(values, { consent_origin: null, consent_at: null })
  for (const each of consents) each.at ??= today
}

/** Adds an answer for a channel to those of a row; of two for one channel the stricter holds. */
export function addConsent(draft: Pick<Draft, 'consents'>, consent: DraftConsent): void {
  const same = draft.consents.find(({ channel }) => channel === consent.channel)
  if (same === undefined) draft.consents = [...draft.consents, consent]
  else if (same.answer === 'yes' && consent.answer === 'no') Object.assign(same, consent)
}

/**
 * Carries the refusals of a client to another card of the same person that a row is to make. Remarks say which of them stand
 * against a yes in the row.
 */
export function carryRefusals(draft: Draft, { values, consents }: Pick<Known, 'values' | 'consents'>): Remark[] {
  const kept: Remark[] = []
  if (values.consent === 'no' && draft.values.consent !== 'no') {
    if (draft.values.consent === 'yes') kept.push({ code: 'refusal-kept', channel: null })
    const { consent, consent_origin, consent_at } = values
    Object.assign(draft.values, { consent, consent_origin, consent_at })
  }
  for (const refusal of consents.values()) {
    const { channel, answer } = refusal
    const said = draft.consents.find((each) => each.channel === channel)?.answer
    if (answer !== 'no' || said === 'no') continue
    if (said === 'yes' || draft.values.consent === 'yes') kept.push({ code: 'refusal-kept', channel })
    draft.consents = [...draft.consents.filter((each) => each.channel !== channel), { ...refusal }]
  }
  if (
    values.consent === 'no' &&
    kept.every(({ code }) => code !== 'refusal-kept') &&
    draft.consents.some(({ answer }) => answer === 'yes')
  )
    kept.push({ code: 'refusal-kept', channel: null })
  return kept
}
