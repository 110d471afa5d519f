import type { Sex } from '../client.js'
import { isGiven } from '../given-names.js'
import { hasNameShape, splitName } from '../name-split.js'
import type { NamedPerson } from './sex.js'

/** Who somebody is to a client. */
export const KIN = [
  'wife',
  'husband',
  'son',
  'daughter',
  'child',
  'mother',
  'father',
  'brother',
  'sister',
  'grandmother',
  'grandfather',
  'grandson',
  'granddaughter',
] as const
export type Kin = (typeof KIN)[number]

/** The words of the three languages, with their sex; null is a child’s. */
const KIN_WORDS: readonly [Kin, Sex | null, string][] = [
  ['wife', 'female', 'wife spouse жена супруга дружина жінка'],
  ['husband', 'male', 'husband муж супруг чоловік'],
  ['son', 'male', 'son сын сынок сынишка син синок'],
  ['daughter', 'female', 'daughter дочь дочка доченька донька доня дочка'],
  ['child', null, 'child kid baby ребёнок ребенок малыш дитина малюк'],
  ['mother', 'female', 'mother mom mum мама мать матушка мати матуся'],
  ['father', 'male', 'father dad папа отец батюшка тато батько'],
  ['brother', 'male', 'brother брат'],
  ['sister', 'female', 'sister сестра'],
  ['grandmother', 'female', 'grandmother grandma granny бабушка бабуся бабця'],
  ['grandfather', 'male', 'grandfather grandpa дедушка дед дідусь дід'],
  ['grandson', 'male', 'grandson внук внучок онук'],
  ['granddaughter', 'female', 'granddaughter внучка онука внука онучка'],
]

/** Words that stand before the kin and say nothing more: «his wife», «моя дочь». */
const OWN = /^(his|her|their|my|the|его|её|ее|их|мой|моя|його|її|їх|мій)$/iu

export interface Whose {
  kin: Kin | null
  /** The name when there is one among the words; its sex is the kin’s, where that has one. */
  person: NamedPerson | null
}

/** What was written of whose day it is («жена Анна», "daughter", «бухгалтер Анна Петровна») taken apart. */
export function readWho(who: string): Whose {
  const words = who
    .normalize('NFC')
    .split(/[\s,;:()–—]+/u)
    .filter((word) => word !== '' && !OWN.test(word))
  const found = words.map(kinOf)
  const kin = found.find((each) => each !== null) ?? null
  const rest = words.filter((word, index) => found[index] === null && isCapital(word))
  return { kin: kin?.kin ?? null, person: personOf(rest.join(' '), kin?.sex ?? null) }
}

function kinOf(word: string): { kin: Kin; sex: Sex | null } | null {
  const lower = word.toLowerCase()
  const entry = KIN_WORDS.find(([, , words]) => words.split(' ').includes(lower))
  return entry ? { kin: entry[0], sex: entry[1] } : null
}

const isCapital = (word: string): boolean => word[0] !== word[0]?.toLowerCase()

/** «жена Громова»: these are family names, unless they are known as given ones. */
const FAMILY =
  /(ов|ев|ёв|ин|ын|ова|ева|ёва|єва|ина|ына|ский|ская|цкий|цкая|ський|ська|цький|цька|енко|ук|юк|ян|ov|ev|ova|eva|enko)$/iu

const ONE_NAME = /^\p{Lu}\p{L}[\p{L}'’ʼ-]*$/u

function personOf(name: string, sex: Sex | null): NamedPerson | null {
  // «дочь Варвара»: behind the kin one word is a given name, known or not.
  if (sex !== null && ONE_NAME.test(name) && (isGiven(name) || !FAMILY.test(name)))
    return { name, given_name: name, patronymic: null, family_name: null, sex }
  if (name === '' || !hasNameShape(name)) return null
  const split = splitName(name)
  if (split.given_name !== null) return { ...split, sex }
  return isGiven(name) ? { ...split, given_name: name, sex } : null
}
