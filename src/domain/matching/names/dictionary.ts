import { prepared } from '../prepared.js'
import { slipsBetween } from '../slips.js'
import { oneSlipFrom, SortedText } from '../sorted-text.js'
import { bitOf, SHORTEST_FUZZY, writtenKey } from './forms.js'
import type { Sex } from './key.js'
import { scriptOf } from './letters.js'
import type { NameTables } from './tables.js'

type Numbers = readonly number[]

/** A form of names; a full one stands for these and no others. */
interface Form {
  numbers: Numbers
  isFull: boolean
}

/** What `tables.NameTables` says, ready to be asked. */
interface Dictionary {
  tables: NameTables
  written: SortedText<Form>
  skeletons: SortedText<Numbers>
  fathers: SortedText<Numbers>
}

const NONE: Numbers = []

const numbersIn = (text: string): Numbers => text.split(',').map(Number)

const formIn = (text: string): Form =>
  text.startsWith('!')
    ? { numbers: numbersIn(text.slice(1)), isFull: true }
    : { numbers: numbersIn(text), isFull: false }

let opened: Dictionary | null = null

/** Opened when first needed: most commands read no names. */
function dictionary(): Dictionary {
  if (opened !== null) return opened
  const tables = prepared.names()
  opened = {
    tables,
    written: new SortedText(tables.written, formIn),
    skeletons: new SortedText(tables.skeletons, numbersIn),
    fathers: new SortedText(tables.fathers, numbersIn),
  }
  return opened
}

export function sexOfName(number: number): Sex {
  const sex = dictionary().tables.sexes.charAt(number)
  return sex === '' ? null : sex === 'm' ? 'male' : 'female'
}

const DIGITS = 7
let initials: Int32Array | null = null

/** The letters with which full forms of each name begin. */
function initialsOf(number: number): number {
  if (initials === null) {
    const text = dictionary().tables.initials
    initials = new Int32Array(text.length / DIGITS)
    for (let index = 0; index < initials.length; index += 1)
      initials[index] = Number.parseInt(text.slice(index * DIGITS, (index + 1) * DIGITS), 16)
  }
  return initials[number] ?? 0
}

/** Can the letter be the initial of one of the names? */
export function isInitialOf(letter: string, names: Numbers): boolean {
  const bit = bitOf(letter)
  for (let index = 0; index < names.length; index += 1) if ((initialsOf(names[index]!) & bit) !== 0) return true
  return false
}

/**
 * Numbers of the names that a word in lower case is a form of; empty when it is none. A Cyrillic short form is read by its ending
 * too: «Сашка» stands with one name in the list and belongs to two.
 */
export function namesOf(word: string, skeleton: string): Numbers {
  const { written, skeletons } = dictionary()
  const found = written.get(writtenKey(word))
  if (found === undefined) return (skeleton.length > 2 ? skeletons.get(skeleton) : undefined) ?? NONE
  if (found.isFull || scriptOf(word) !== 1) return found.numbers
  const others = diminutivesOf(skeleton, false)
  return others.length === 0 ? found.numbers : [...new Set([...found.numbers, ...others])].sort((a, b) => a - b)
}

/** Numbers of the father's name, by the stem that a patronymic shows. */
export const fathersOf = (stem: string): Numbers => dictionary().fathers.get(stem) ?? NONE

/** Diminutive endings in the letters of the skeleton; a Latin word is read by the long ones only. */
const ENDINGS =
  'oqka eqka enka onka uwka awka iwka owka ewka usenka uqka iqka oqek eqek usik usaq ulka unka enok awa uwa iwa ewa uwko usa ula una ura qik eqko oqko ega oga uga ena ik ka ko ok ek ak an on uk ug ca us'.split(
    ' ',
  )

/** The names whose short form with a diminutive ending the word is: «Танюша», «Андрійко». */
export function diminutivesOf(skeleton: string, isLatin: boolean): Numbers {
  const { skeletons } = dictionary()
  for (const ending of ENDINGS) {
    const size = skeleton.length - ending.length
    if (size < 2 || (isLatin && ending.length < 3) || !skeleton.endsWith(ending)) continue
    const stem = skeleton.slice(0, size)
    const found = skeletons.get(`${stem}a`) ?? skeletons.get(`${stem}i`) ?? (size > 2 ? skeletons.get(stem) : undefined)
    if (found !== undefined) return found
  }
  return NONE
}

/** A one-letter-less form → the forms, joined by spaces. */
let shortened: Map<string, string> | null = null

function deletions(): Map<string, string> {
  if (shortened !== null) return shortened
  shortened = new Map()
  const forms = new Set([...dictionary().written.keys(), ...dictionary().skeletons.keys()])
  for (const form of forms) {
    if (form.length < SHORTEST_FUZZY) continue
    for (const key of lessOne(form)) {
      const others = shortened.get(key)
      shortened.set(key, others === undefined ? form : `${others} ${form}`)
    }
  }
  return shortened
}

function lessOne(word: string): Set<string> {
  const keys = new Set([word])
  for (let index = 0; index < word.length; index += 1) keys.add(word.slice(0, index) + word.slice(index + 1))
  return keys
}

/** Numbers of the names one slip away from an unknown word (Damerau's four kinds); empty for short words. */
export function slipsOf(word: string, skeleton: string): Numbers {
  const found = near(writtenKey(word))
  return found.length > 0 || scriptOf(word) === 1 ? found : near(skeleton)
}

/** From so many words on, the forms that lack a letter are worth putting up. */
const MANY = 500
let words = 0

function near(word: string): Numbers {
  if (word.length < SHORTEST_FUZZY) return NONE
  words += 1
  const { written, skeletons } = dictionary()
  const numbers = new Set<number>()
  for (const form of words > MANY ? nearByDeletions(word) : nearByHalves(word))
    for (const number of written.get(form)?.numbers ?? skeletons.get(form) ?? NONE) numbers.add(number)
  return numbers.size === 0 ? NONE : [...numbers].sort((a, b) => a - b)
}

function nearByHalves(word: string): string[] {
  const { tables } = dictionary()
  return oneSlipFrom([tables.written, tables.skeletons], tables.turned, word, SHORTEST_FUZZY)
}

function nearByDeletions(word: string): string[] {
  const found: string[] = []
  for (const key of lessOne(word))
    for (const form of deletions().get(key)?.split(' ') ?? []) if (slipsBetween(form, word, 1) <= 1) found.push(form)
  return found
}
