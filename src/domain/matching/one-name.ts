import type { ClientKind } from '../client.js'
import { companyKey } from '../company-name.js'
import { wordsOf } from '../fold.js'
import { compatibleNames } from '../name.js'
import { COMPANY_LEVELS, compareCompanies, readCompany } from './company.js'
import { AGAINST, comparePersons, PERSON_LEVELS, type PersonKey, readPerson } from './person.js'

export interface Named {
  kind: ClientKind
  name: string
}

/** Rows of a file come with the same names again and again. */
const MOST_KEPT = 5_000
const read = new Map<string, PersonKey>()

function personOf(name: string): PersonKey {
  let person = read.get(name)
  if (person === undefined) {
    if (read.size >= MOST_KEPT) read.clear()
    person = readPerson({ name, family: null, given: null, father: null })
    read.set(name, person)
  }
  return person
}

/** Of `person.PERSON_LEVELS`: family and given name, in any form, order and alphabet. */
const SAME = PERSON_LEVELS.indexOf('same')

/** What of two names makes two people of them, however alike the words look: Валерий and Валерия. */
const TELLS_APART = AGAINST.given | AGAINST.father | AGAINST.sex | AGAINST.generation

function onePerson(a: string, b: string): boolean {
  const result = comparePersons(personOf(a), personOf(b))
  const against = result >> 4
  // «Иван Петров» and «Иван Петров (сын)» are perhaps one: a person decides.
  if (personOf(a).generation !== personOf(b).generation) return false
  if (against === 0 && (result & 15) >= SAME) return true
  return (against & TELLS_APART) === 0 && compatibleNames({ kind: 'person', name: a }, { kind: 'person', name: b })
}

function oneCompany(a: string, b: string): boolean {
  const key = companyKey(a)
  if (key !== '' && key === companyKey(b)) return true
  const [left, right] = [readCompany(a), readCompany(b)]
  if (left.company && right.company)
    return compareCompanies(left.company, right.company) === COMPANY_LEVELS.indexOf('same')
  return left.person !== null && right.person !== null && onePerson(a, b)
}

/**
 * Can two records that share a phone, an e-mail or an outside id be one client? Diminutives, alphabets, orders and initials
 * are one; a mother and a daughter on one phone stay two, and so do a person and a company.
 */
export function areOneName(a: Named, b: Named): boolean {
  if (a.kind !== b.kind) return false
  if (a.name === b.name) return wordsOf(a.name).length > 0
  return a.kind === 'person' ? onePerson(a.name, b.name) : oneCompany(a.name, b.name)
}

/** Is it the whole name, family and given, of one person? With a day of birth that is enough to know somebody by. */
export function areOneWholeName(a: Named, b: Named): boolean {
  if (a.kind !== 'person' || b.kind !== 'person') return false
  const [left, right] = [personOf(a.name), personOf(b.name)]
  const result = comparePersons(left, right)
  return result >> 4 === 0 && (result & 15) >= SAME && left.given.length > 1 && right.given.length > 1
}
