import { companyKey, looksLikeCompany } from '../company-name.js'
import { foldWord, wordsOf } from '../fold.js'
import { joinName, splitName } from '../name-split.js'
import { CARD_FIELDS } from './properties.js'
import { addCustom, type CardRow } from './row.js'

/** Settles who the card is about, from N, FN, ORG and NICKNAME; false when nothing names anybody. */
export function finishName(row: CardRow): boolean {
  const { draft, full } = row
  const [family = '', given = '', additional = '', prefix = '', suffix = ''] = row.parts
  if (prefix !== '') addCustom(row, CARD_FIELDS.prefix, prefix)
  if (suffix !== '') addCustom(row, CARD_FIELDS.suffix, suffix)
  const name = { family, given, additional }
  if (row.own && full !== '') {
    draft.name = full
    draft.kind = row.typedKind ?? 'person'
    if (draft.kind === 'person' && !row.unsplit) takeParts(row, name)
  } else if (isCompany(row, name)) becomeCompany(row, name)
  else if (!becomePerson(row, name)) return false
  const own = draft.kind === 'company' ? companyKey(draft.name) : null
  const seen = new Set([own])
  draft.companies = draft.companies.filter((each) => {
    const key = companyKey(each.name)
    return !seen.has(key) && seen.add(key)
  })
  return true
}

interface Parts {
  family: string
  given: string
  additional: string
}

const filled = ({ family, given, additional }: Parts): string[] =>
  [family, given, additional].filter((part) => part !== '')

function takeParts({ draft: { values } }: CardRow, { family, given, additional }: Parts): void {
  values.family_name = family || null
  values.given_name = given || null
  values.patronymic = additional || null
}

function isCompany({ typedKind, full, draft }: CardRow, parts: Parts): boolean {
  if (typedKind !== null) return typedKind === 'company'
  const named = filled(parts)
  const company = draft.companies[0]?.name ?? null
  if (named.length > 1) return false
  const [called = full] = named
  if (company !== null) return called === '' || companyKey(called) === companyKey(company)
  return parts.family === '' && looksLikeCompany(called)
}

/** The person whom the card of a company names is kept, though not as the client. */
function becomeCompany(row: CardRow, parts: Parts): void {
  const { draft, full } = row
  const person = joinName(parts.family || null, parts.given || null, parts.additional || null)
  draft.kind = 'company'
  draft.name = draft.companies[0]?.name ?? (full || person)
  if (person !== '' && companyKey(person) !== companyKey(draft.name)) addCustom(row, 'contact_person', person)
}

function becomePerson(row: CardRow, parts: Parts): boolean {
  const { draft, full } = row
  const [only = '', ...others] = filled(parts)
  draft.kind = 'person'
  // A whole name in one field, as people type it on a phone.
  if (others.length === 0 && (only === '' || only.includes(' '))) {
    const whole = full || only || row.nickname
    const split = splitName(whole)
    draft.name = split.name
    takeParts(row, {
      family: split.family_name ?? '',
      given: split.given_name ?? '',
      additional: split.patronymic ?? '',
    })
    return draft.name !== ''
  }
  takeParts(row, parts)
  takeRest(row, parts)
  const { family_name, given_name, patronymic } = draft.values
  draft.name = joinName(family_name, given_name, patronymic)
  return true
}

/** What FN says beyond N: a patronymic, else the whole is kept beside the name. */
function takeRest(row: CardRow, { family, given }: Parts): void {
  const { draft, full } = row
  const known = new Set(wordsOf([...row.parts, row.nickname, draft.companies[0]?.name ?? ''].join(' ')).map(foldWord))
  if (wordsOf(full).every((word) => known.has(foldWord(word)))) return
  const split = splitName(full)
  const isSame = split.family_name === family && split.given_name === given
  if (isSame && draft.values.patronymic === null && split.patronymic !== null)
    draft.values.patronymic = split.patronymic
  else addCustom(row, 'display_name', full)
}
