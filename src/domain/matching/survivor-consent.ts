import type { Consent } from '../client.js'
import { consentText } from '../consent-text.js'
import type { Deciding } from './survivor-deciding.js'
import type { Member } from './survivor-member.js'

const STRICTEST: readonly Consent[] = ['no', 'yes']

/** Refusals before consents, answers of which is known where they come from before others, else as they stood. */
export const strictestFirst = <A extends { answer: Consent | null; origin: string | null }>(
  answers: readonly A[],
): A[] => [...answers].sort((a, b) => rank(a) - rank(b) || Number(a.origin === null) - Number(b.origin === null))

const rank = ({ answer }: { answer: Consent | null }): number =>
  answer === null ? STRICTEST.length : STRICTEST.indexOf(answer)

/** The answer to everything with its origin and its day: *no* of anybody, unless the user has said whose holds. */
export function decideConsent(decide: Deciding): Pick<Member, 'consent' | 'consent_origin' | 'consent_at'> {
  const consent = decide.ranked('consent', STRICTEST)
  const answers = decide.members.map((member) => ({ member, answer: member.consent, origin: member.consent_origin }))
  const [first] = strictestFirst(answers.filter(({ answer }) => answer === consent))
  const winner = decide.chosen('consent') ?? first?.member
  const text = ({ consent: answer, consent_origin: origin }: Member): string | null => (answer === null ? null : origin)
  if (consent === null || !winner) return { consent, consent_origin: null, consent_at: null }
  decide.note('consent_origin', text(winner), winner.id, text, 'none')
  return { consent, consent_origin: winner.consent_origin, consent_at: winner.consent_at }
}

/** Notes what becomes of the answers for single channels: of each the strictest. */
export function noteConsents(decide: Deciding): void {
  const channels = new Set(decide.members.flatMap(({ consents }) => consents.map(({ channel }) => channel)))
  const left = [...channels].flatMap((channel) =>
    strictestFirst(decide.members.flatMap(({ consents }) => consents.filter((each) => each.channel === channel))).slice(
      0,
      1,
    ),
  )
  const text = (consents: Member['consents']): string | null =>
    consents.length === 0 ? null : [...consents].sort(byChannel).map(consentText).join('; ')
  const value = text(left)
  const owner = decide.members.find(({ consents }) => text(consents) === value)
  decide.note('consents', value, owner?.id ?? null, ({ consents }) => text(consents), 'none')
}

const byChannel = (a: { channel: string }, b: { channel: string }): number => (a.channel < b.channel ? -1 : 1)
