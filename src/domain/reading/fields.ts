import type { Anniversary } from '../anniversary.js'
import { formatAnniversary, readAnniversary } from '../anniversary.js'
import type { CivilDate } from '../calendar.js'
import { isCivilDate } from '../calendar.js'
import { readAmount } from '../cells/amount.js'
import { type FileDate, readFileDate } from '../cells/file-date.js'
import type { Status } from '../client.js'
import { typedValue } from '../custom.js'
import type { Values } from '../draft.js'
import { type AddressingKey, readAddressing } from '../fields/addressing.js'
import type { Column } from '../tables/columns.js'
import type { CustomTarget } from '../tables/targets.js'
import { cleanLine } from '../text.js'
import { readYesNo } from '../yes-no.js'
import { readConsent } from './consent.js'
import { addDate, addNote, BadCell, keepInNote, ownOf, type ReadContext, type Row } from './row.js'

const STATUS_WORDS: Record<string, Status> = {}
for (const [status, words] of [
  ['lead', 'lead лид лід потенциальный потенційний prospect новый новий'],
  [
    'client',
    'client customer клиент клієнт клиенты клієнти покупатель покупець активный активний постоянный постійний действующий діючий',
  ],
  ['former', 'former бывший колишній churned ушёл ушел пішов inactive неактивный неактивний'],
] as const) {
  for (const word of words.split(' ')) STATUS_WORDS[word] = status
}

const COMPANY_WORDS =
  /^(company|account|organi[sz]ation|firm|legal entity|компания|компанія|организация|організація|фирма|фірма|юр(идическое)?\.?\s*лицо|юрлицо|юр(идична)?\.?\s*особа|юрособа)$/iu
const PERSON_WORDS =
  /^(person|contact|individual|человек|людина|контакт|физ(ическое)?\.?\s*лицо|физлицо|фіз(ична)?\.?\s*особа|фізособа|клиент|клієнт|клиенты)$/iu

/** A column of priorities says more than yes and no. */
const HIGH = /^(vip|вип|віп|high|highest|urgent|высок\p{L}*|важн\p{L}*|висок\p{L}*|важлив\p{L}*)$/iu
const USUAL = /^(normal|medium|low|lowest|обычн\p{L}*|средн\p{L}*|низк\p{L}*|звичайн\p{L}*|середн\p{L}*|низьк\p{L}*)$/iu

/** A tag that Google gives to every contact. */
const EVERYBODY = /^\*\s*my ?contacts$/i

export function readField(row: Row, key: string, text: string, column: Column, context: ReadContext): void {
  const { draft } = row
  switch (key) {
    case 'name':
      draft.name = cleanLine(text)
      break
    case 'kind':
      if (COMPANY_WORDS.test(text)) row.typedKind = 'company'
      else if (PERSON_WORDS.test(text)) row.typedKind = 'person'
      else draft.custom.push({ key: 'kind_given', value: cleanLine(text) })
      break
    case 'company':
      draft.companies.push({ name: cleanLine(text), role: null })
      break
    case 'role':
      row.role = cleanLine(text)
      break
    case 'status': {
      const word = text.toLowerCase()
      const status = Object.hasOwn(STATUS_WORDS, word) ? STATUS_WORDS[word] : undefined
      if (status) draft.status = status
      else draft.custom.push({ key: 'status_text', value: text })
      break
    }
    case 'vip':
      draft.vip = HIGH.test(text) ? true : USUAL.test(text) ? false : yesOrNo(text, column)
      break
    case 'consent':
      readConsent(row, text, column, context)
      break
    case 'consent_at': {
      const day = readDay(row, text, column, context, true)
      if (day && day.date.year !== null) draft.values.consent_at = formatAnniversary(day.date)
      break
    }
    case 'verified': {
      const day = readDay(row, text, column, context, true)
      if (day && day.date.year !== null) draft.values.verified_at = formatAnniversary(day.date)
      break
    }
    case 'birthday': {
      const day = readDay(row, text, column, context, true)
      if (day) addDate(row, 'birthday', day.date)
      break
    }
    case 'tag':
      for (const tag of text.split(/[,;\n]|\s:::\s/))
        if (tag.trim() !== '' && !EVERYBODY.test(tag.trim())) draft.tags.push(tag.trim().replace(/^[#*]\s*/, ''))
      break
    case 'note':
      addNote(row, text)
      break
    case 'external_id':
      if (text !== '0' || column.zero === 'id') draft.values.external_id = cleanLine(text)
      break
    case 'referred_by':
      if (column.by === 'own' && /^\d{1,15}$/.test(text)) ownOf(draft).referrer = Number(text)
      else draft.referredBy = cleanLine(text)
      break
    case 'sex':
    case 'language':
    case 'closeness':
    case 'country':
      takeAddressing(row, key, text, column)
      break
    default:
      draft.values[key as keyof Values] = cleanLine(text) as never
  }
}

function takeAddressing(row: Row, key: AddressingKey, text: string, { header }: Column): void {
  const value = readAddressing(key, text)
  if (value !== null) row.draft.values[key] = value as never
  else if (!UNFILLED.test(text)) keepInNote(row, header, text)
}

function yesOrNo(text: string, { header }: Column): boolean {
  const answer = readYesNo(text)
  if (answer === null) throw new BadCell({ code: 'bad-value', value: text, column: header, expected: 'yes-no' })
  return answer
}

/**
 * A date of a cell; null for what means none. A year alone is kept in the note; what cannot be read, or only guessed,
 * rejects the row. `past`: it cannot lie ahead, so a short year is of the last hundred.
 */
export function readDay(
  row: Row,
  text: string,
  { header, order, by }: Column,
  { today }: ReadContext,
  past: boolean,
): { date: Anniversary; time: string | null } | null {
  const stored = by === 'own' ? readAnniversary(text) : null
  if (stored) return { date: stored, time: null }
  const reading = readFileDate(text, { today, order, past })
  switch (reading.is) {
    case 'none':
      return null
    case 'year':
      keepInNote(row, header, text)
      return null
    case 'date':
      if (past && isAhead(reading, today)) throw new BadCell({ code: 'future-date', value: text, column: header })
      return reading
    case 'impossible': {
      const isPossible = past && isAhead(readFileDate(text, { today, order, past: false }), today)
      throw new BadCell({ code: isPossible ? 'future-date' : 'impossible-date', value: text, column: header })
    }
    case 'ambiguous':
      throw new BadCell({ code: 'ambiguous-date', value: text, column: header })
    case 'unreadable':
      throw new BadCell({ code: 'bad-date', value: text, column: header })
  }
}

const isAhead = (reading: FileDate, today: CivilDate): boolean =>
  reading.is === 'date' && reading.date.year !== null && formatAnniversary(reading.date) > today

/** Cells by which other programs say that nothing was filled in. */
const UNFILLED =
  /^(не указан[оаы]?|не вказан[оаий]*|unspecified|not specified|unknown|неизвестно|невідомо|null|none|n\/?a|н\/д|-+|—|#н\/д)$/iu

/** A custom value in its one form; what does not fit a field the user made rejects the row, else it goes to the note. */
export function readCustom(row: Row, target: CustomTarget, text: string, column: Column, context: ReadContext): void {
  if (column.by !== 'own' && UNFILLED.test(text) && !target.choices.includes(text)) return
  const value = customValue(target, text, column, context)
  if (value === '') return
  if (value !== null) row.draft.custom.push({ key: target.key, value })
  else if (target.given)
    throw new BadCell({ code: 'bad-value', value: text, column: column.header, expected: target.type })
  else keepInNote(row, column.header, text)
}

/** '' for what means none, null for what does not fit. */
function customValue(
  { type, choices, currency }: CustomTarget,
  text: string,
  { order, decimal, by }: Column,
  { today }: ReadContext,
): string | null {
  if (by === 'own' && type === 'date' && isCivilDate(text)) return text
  if (type === 'money') {
    const amount = readAmount(text, { decimal })
    if (amount.is === 'none') return ''
    if (amount.is !== 'amount') return null
    const sign = amount.currency ?? currency
    return sign === null ? amount.value : `${amount.value} ${sign}`
  }
  if (type === 'date') {
    const date = readFileDate(text, { today, order, past: false })
    if (date.is === 'none') return ''
    return date.is === 'date' && date.date.year !== null ? formatAnniversary(date.date) : null
  }
  return typedValue(text, type, choices, today)
}
