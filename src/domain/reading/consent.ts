import { formatAnniversary } from '../anniversary.js'
import type { CivilDate } from '../calendar.js'
import { readFileDate } from '../cells/file-date.js'
import type { Consent } from '../client.js'
import { addConsent } from '../consent-added.js'
import { readConsentText } from '../consent-text.js'
import { readConsentWord } from '../consent-words.js'
import { readNoCall } from '../day/hours.js'
import { splitItems } from '../own-csv.js'
import type { Column } from '../tables/columns.js'
import type { ConsentTarget } from '../tables/consent-columns.js'
import { cleanLine } from '../text.js'
import { readYesNo } from '../yes-no.js'
import { BadCell, keepInNote, type ReadContext, type Row } from './row.js'

/** The answers of this program's own CSV. */
export function readOwnConsents(row: Row, text: string, column: string): void {
  for (const item of splitItems(text)) {
    const consent = readConsentText(item)
    if (consent === null) throw new BadCell({ code: 'bad-value', value: item, column, expected: 'yes-no' })
    addConsent(row.draft, consent)
  }
}

/** The answer to everything in a column that is called so. */
export const readConsent = (row: Row, text: string, column: Column, context: ReadContext): void =>
  column.by === 'own'
    ? readOwnOverall(row, text, column)
    : readConsentColumn(row, { to: 'consent', key: 'consent', channels: [], refusal: false }, text, column, context)

function readOwnOverall({ draft }: Row, text: string, { header }: Column): void {
  const answer = readYesNo(text)
  if (answer === null) throw new BadCell({ code: 'bad-value', value: text, column: header, expected: 'yes-no' })
  draft.values.consent = answer ? 'yes' : 'no'
}

interface Said {
  answer: Consent
  at: CivilDate | null
  /** What the cell says beside its answer. */
  words: string | null
}

/** What a cell says to what its column asks; null for nothing, 'unread' for words that are no answer. */
function saidBy(
  text: string,
  refusal: boolean,
  { order, plus }: Column,
  { today }: ReadContext,
): Said | null | 'unread' {
  const says = (answer: Consent, at: CivilDate | null = null, words: string | null = null): Said => ({
    answer,
    at,
    words,
  })
  switch (readConsentWord(text)) {
    case 'nothing':
      return null
    // A word of one's own, "unsubscribed", says what it says, whatever the column is called.
    case 'refused':
      return says('no')
    case 'agreed':
      return refusal ? null : says('yes')
    case 'yes':
    case 'tick':
      return says(refusal ? 'no' : 'yes')
    // That somebody has not opted out does not mean that they were asked.
    case 'minus':
      return refusal || !plus ? null : says('no')
    case 'no':
    case 'empty':
      return refusal ? null : says('no')
  }
  const date = readFileDate(text, { today, order, past: true })
  if (date.is === 'none') return null
  if (date.is === 'date' && date.date.year !== null) {
    const day = formatAnniversary(date.date)
    return says(refusal ? 'no' : 'yes', day > today ? null : day)
  }
  return refusal ? says('no', null, cleanLine(text)) : 'unread'
}

/**
 * A cell of another program's column of consents or opt-outs. In a column of opt-outs whatever is not plainly a *no* there is a
 * refusal, with its words for the origin: «ЧС: грубит». Of several columns that speak of one channel the stricter answer holds.
 */
export function readConsentColumn(
  row: Row,
  { key, channels, refusal }: ConsentTarget,
  text: string,
  column: Column,
  context: ReadContext,
): void {
  const { draft } = row
  // «Не звонить: 13-14» are hours.
  if (key === 'do_not_call' && /\d\D+\d/.test(text) && readNoCall(text) !== null) {
    draft.values.no_call = cleanLine(text)
    return
  }
  const said = saidBy(text, refusal, column, context)
  if (said === null) return
  if (said === 'unread') {
    // «Рассылка: по средам» may be about something else.
    if (channels.length === 0)
      throw new BadCell({ code: 'bad-value', value: text, column: column.header, expected: 'yes-no' })
    keepInNote(row, column.header, text)
    return
  }
  const { answer, at, words } = said
  const origin = originOf(column.header, words)
  draft.answeredNow = true
  for (const channel of channels) addConsent(draft, { channel, answer, origin, at })
  if (channels.length > 0 || draft.values.consent === 'no') return
  draft.values.consent = answer
  row.consent = { origin, at }
}

/** Called after the answer itself, a column tells nothing of where it comes from. */
const originOf = (header: string, words: string | null): string | null => {
  const name = /^(?:consent|согласие|згода)$/iu.test(header.trim()) ? null : cleanLine(header)
  return words === null ? name : [name, words].filter((part) => part !== null).join(': ')
}

/** Columns that tell how and when the answers of a row were got speak of all of them; of nothing where there is no answer. */
export function finishConsent({ draft, consent }: Row): void {
  const { values, consents } = draft
  if (draft.answeredNow) {
    for (const each of consents) {
      each.origin = values.consent_origin ?? each.origin
      each.at ??= values.consent_at
    }
    values.consent_origin ??= consent?.origin ?? null
    values.consent_at ??= consent?.at ?? null
  }
  if (values.consent !== null) return
  values.consent_origin = null
  values.consent_at = null
}
