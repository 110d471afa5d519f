import { readName } from '../matching/names/reading.js'
import type { NamedPerson } from './sex.js'

const plain = (text: string): string => text.toLowerCase().replaceAll('ё', 'е').replaceAll('ґ', 'г')

/**
 * The parts of a client's name as a letter needs them. Where given and family name stand the wrong way round («Коваль Сашко»,
 * which nothing but knowledge of names tells), they are put right; where the name was not taken apart («Соседка Люба»), a given
 * name that is known is found in it.
 */
export function personOf({ name, family_name, given_name, patronymic, sex }: NamedPerson): NamedPerson {
  const person = { name, family_name, given_name, patronymic, sex }
  if (given_name === null) return { ...person, given_name: givenWithin(name) }
  if (family_name === null || patronymic !== null) return person
  if (isKnownGiven(given_name)) return person
  const key = readName({ name, family: null, given: null, father: null })
  const isTurned = !key.guessed && key.givenText === plain(family_name) && key.familyText === plain(given_name)
  return isTurned ? { ...person, family_name: given_name, given_name: family_name } : person
}

function isKnownGiven(word: string): boolean {
  const key = readName({ name: word, family: null, given: word, father: null })
  return key.names.length > 0 && !key.guessed
}

function givenWithin(name: string): string | null {
  const key = readName({ name, family: null, given: null, father: null })
  if (key.names.length === 0 || key.guessed || key.generation === 'couple') return null
  return name.match(/\p{L}[\p{L}\p{M}'’ʼ-]*/gu)?.find((word) => plain(word) === key.givenText) ?? null
}
