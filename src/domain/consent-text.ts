import { isCivilDate } from './calendar.js'
import { CONSENT_CHANNELS } from './consent.js'
import type { DraftConsent } from './draft.js'
import { type Json, text } from './json-values.js'

/** An answer in one line, `email:no (form, 2026-03-12)`, as files of this program have it. */
export function consentText({ channel, answer, origin, at }: DraftConsent): string {
  const details = [origin, at].filter((each) => each !== null)
  return `${channel}:${answer}${details.length === 0 ? '' : ` (${details.join(', ')})`}`
}

const LINE = /^\s*([a-z]+):(yes|no)(?: \((.*)\))?\s*$/su
const DETAILS = /^(?:(.*), )?(\d{4}-\d{2}-\d{2})$/su

const isChannel = (text: string): boolean => (CONSENT_CHANNELS as readonly string[]).includes(text)

/** Reads such a line; null when it is none. */
export function readConsentText(line: string): DraftConsent | null {
  const [, channel = '', answer, details] = LINE.exec(line) ?? []
  if (!isChannel(channel) || (answer !== 'yes' && answer !== 'no')) return null
  const dated = DETAILS.exec(details ?? '')
  const at = dated?.[2] !== undefined && isCivilDate(dated[2]) ? dated[2] : null
  const origin = at === null ? details : dated?.[1]
  return { channel, answer, origin: origin || null, at }
}

/** Answers as JSON of this program has them; what is none is left out. */
export const consentsFrom = (list: readonly Json[]): DraftConsent[] =>
  list.flatMap(({ channel, answer, origin, at }): DraftConsent[] => {
    const isAnswer = answer === 'yes' || answer === 'no'
    if (typeof channel !== 'string' || !isChannel(channel) || !isAnswer) return []
    return [{ channel, answer, origin: text(origin), at: typeof at === 'string' && isCivilDate(at) ? at : null }]
  })
