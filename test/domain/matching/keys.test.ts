import { expect, test } from 'vitest'
import { keysOf, type MatchInput } from '../../../src/domain/matching/keys.js'

const input = (kind: MatchInput['kind'], name: string, given: string | null = null): MatchInput => ({
  id: 1,
  kind,
  name,
  family: null,
  given,
  father: null,
  phones: [],
  emails: [],
  handles: [],
  birthday: null,
  city: null,
  address: null,
  custom: [],
})

/* A record without a name is called by its e-mail, phone or number. */
test.each([['#12'], ['+79160000001'], ['anna.ivanova@example.com']])('%s is no name of a person', (name) => {
  expect(keysOf(input('person', name, name)).person).toMatchObject({ family: '', given: '', names: [], father: '' })
})

test.each([['#12'], ['office@example.com']])('%s is no name of a company', (name) => {
  const { company, person, trader } = keysOf(input('company', name))
  expect({ company, person, trader }).toEqual({
    company: { core: '', words: [], form: '' },
    person: null,
    trader: false,
  })
})

test.each([['Анна'], ['Ёлкина Анна'], ["O'Brien-Ñandú"]])('%s is a name', (name) => {
  const { person } = keysOf(input('person', name))
  expect(`${person?.family}${person?.given}`).not.toBe('')
})
