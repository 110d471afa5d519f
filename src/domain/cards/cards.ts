import type { Draft, RowProblem } from '../draft.js'
import { countryOf } from '../fields/countries.js'
import { addNote, addPoint, keepInNote, type ReadContext, remark } from '../reading/row.js'
import { takeStandIn } from '../reading/stand-in.js'
import { customKey } from '../tables/targets.js'
import { cleanLine, cleanText } from '../text.js'
import { addCardDate, occasionOf } from './dates.js'
import { readCustomField, readOwnField } from './fields.js'
import { finishName } from './names.js'
import { isOwnCard, labelOf, readHandle, readReach } from './points.js'
import { CARD_FIELDS, type CardLike, type CardPropertyLike, targetOfProperty } from './properties.js'
import { addCustom, type CardRow, newCardRow, textOf } from './row.js'

export { type CardLike, type CardTarget, targetOfProperty } from './properties.js'
export { propertiesOf } from './writing.js'

/** A UID that `propertiesOf` made: it says nothing to another base, but two of them are two clients. */
const OWN_UID = /^clientele-\d{1,15}-\d{8,14}$/
/** Only which of the file's clients it is. */
const NO_OWN = { created_at: null, updated_at: null, archived_at: null }

/** Nobody has so many phones and dates; each of them is compared with all the others. */
const MOST_PROPERTIES = 2_000

/**
 * Reads a client from a vCard. A value that cannot be read goes to the note and is said in a remark; only a card that is
 * broken, is a group of contacts or names nobody is a problem.
 */
export function draftFromCard(card: CardLike, context: ReadContext): Draft | RowProblem {
  if (card.problem) return { code: 'broken-card', why: card.problem === 'no-end' ? 'no-end' : 'outside' }
  if (card.properties.length > MOST_PROPERTIES) return { code: 'bad-record' }
  const row = newCardRow(card.line, isOwnCard(card.properties))
  for (const property of preferredFirst(card.properties)) readProperty(row, property, context)
  if (row.isGroup) return { code: 'bad-record' }
  const { draft } = row
  for (const { column, value } of row.unread) keepInNote(row, column, value)
  if (!finishName(row) && !takeStandIn(row)) return { code: 'no-name' }
  if (row.role !== null) takeRole(row, row.role)
  draft.values.source ??= context.source
  if (draft.values.external_id === null) draft.values.external_system = null
  else draft.values.external_system ??= context.system
  draft.tags.push(...context.tags)
  return draft
}

const preferredFirst = (properties: readonly CardPropertyLike[]): readonly CardPropertyLike[] => {
  const isPreferred = ({ types }: CardPropertyLike): boolean => types.includes('pref')
  return properties.some(isPreferred)
    ? [...properties.filter(isPreferred), ...properties.filter((property) => !isPreferred(property))]
    : properties
}

function readProperty(row: CardRow, property: CardPropertyLike, context: ReadContext): void {
  const { draft } = row
  const { name } = property
  const text = cleanText(textOf(property))
  if (name === '') row.unread.push({ column: '?', value: text })
  if (name === '' || text === '') return
  switch (targetOfProperty(name)) {
    case 'name':
      if (name === 'FN') row.full ||= cleanLine(text)
      else if (row.parts.length === 0) row.parts = partsOf(property)
      break
    case 'company':
      readCompany(row, property)
      break
    case 'position':
      if (name === 'ROLE') row.role = row.role === null ? cleanLine(text) : `${row.role}, ${cleanLine(text)}`
      else draft.values.position = joined(draft.values.position, cleanLine(text))
      break
    case 'phones':
    case 'emails':
      readPoints(row, property, context)
      break
    case 'handles':
      readMessenger(row, property, context)
      break
    case 'address':
      readAddress(row, property)
      break
    case 'birthday':
      addCardDate(row, 'birthday', property, context.today)
      break
    case 'dates':
      addCardDate(row, occasionOf(property), property, context.today)
      break
    case 'note':
      addNote(row, text)
      break
    case 'tags':
      readTags(row, property)
      break
    case 'external_id':
      if (OWN_UID.test(text)) row.draft.own = { ...NO_OWN, id: Number(text.split('-')[1]) }
      else takeUid(row, cleanLine(text))
      break
    case 'own':
      readOwnField(row, property)
      break
    case 'custom':
      readCustomField(row, property, context)
      break
    case 'technical':
      break
  }
}

const joined = (before: string | null, text: string): string => (before === null ? text : `${before}, ${text}`)

const partsOf = ({ value }: CardPropertyLike): string[] => (typeof value === 'string' ? [value] : value).map(cleanLine)

function readCompany(row: CardRow, property: CardPropertyLike): void {
  const [name = '', ...departments] = partsOf(property)
  if (property.name === 'ORG') {
    if (name !== '') row.draft.companies.push({ name, role: null })
    addCustom(row, CARD_FIELDS.department, departments.filter((part) => part !== '').join(', '))
  } else if (/^(?:org|organi[sz]ation|company)$/i.test(name)) row.typedKind = 'company'
  else if (/^group$/i.test(name)) row.isGroup = true
}

function readPoints(row: CardRow, property: CardPropertyLike, { readPhone }: ReadContext): void {
  const { points, remarks, bad } = readReach(property, row.own, readPhone)
  for (const point of points) addPoint(row, point)
  for (const { value, became } of remarks) remark(row, { code: 'repaired', value, became, column: property.name })
  if (bad !== null || points.length === 0)
    row.unread.push({ column: property.name, value: cleanLine(textOf(property)) })
}

function readMessenger(row: CardRow, property: CardPropertyLike, { readPhone }: ReadContext): void {
  const reading = readHandle(property, row.own, readPhone)
  const text = cleanLine(textOf(property))
  if (reading === null) row.unread.push({ column: property.name, value: text })
  else if ('service' in reading)
    addCustom(row, customKey(reading.service), text.replace(/^[a-z][a-z0-9.+-]*:(?!\/\/)/i, ''))
  else for (const point of reading.points) addPoint(row, point)
}

/** The first address is the client's; others are kept whole, each under its label. */
function readAddress(row: CardRow, property: CardPropertyLike): void {
  const { values } = row.draft
  const parts = typeof property.value === 'string' ? ['', '', property.value] : property.value
  const [box, extended, street, city, region, code, country] = parts.map((part) =>
    cleanLine(part.replace(/,?\s*\n\s*/g, ', ')),
  )
  const line = (pieces: (string | undefined)[]): string => pieces.filter((piece) => piece).join(', ')
  if (values.address === null && values.city === null) {
    values.city = city || null
    values.country = countryOf(country ?? '')
    // In this program's own cards it is a code, which is no part of what stands on an envelope.
    const isCode = row.own && values.country !== null
    values.address = line([street, extended, box, region, code, isCode ? '' : country]) || null
    return
  }
  const label = labelOf(property, row.own)
  addCustom(
    row,
    label === null ? 'address_2' : customKey(`${label} address`),
    line([code, country, region, city, street, extended, box]),
  )
}

function readTags({ draft }: CardRow, { value }: CardPropertyLike): void {
  for (const each of typeof value === 'string' ? value.split(',') : value) {
    const tag = cleanLine(each)
    // Google puts all of one's contacts into a group of this name.
    if (tag !== '' && !/^(?:my ?contacts|system group: .*)$/i.test(tag) && !draft.tags.includes(tag))
      draft.tags.push(tag)
  }
}

function takeUid({ draft: { values } }: CardRow, uid: string): void {
  if (values.external_id !== null) return
  values.external_id = uid
  values.external_system = 'vcard'
}

/** What somebody is in the company; without a company it is their work. */
function takeRole(row: CardRow, role: string): void {
  const { draft } = row
  const [company] = draft.companies
  if (company) company.role ??= role
  else if (draft.values.position === null) draft.values.position = role
  else addCustom(row, customKey('role'), role)
}
