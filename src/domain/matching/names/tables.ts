import { sortedText, turnedText } from '../sorted-text.js'
import { EASTERN_MEN, EASTERN_WOMEN } from './eastern.js'
import { ENGLISH_MEN } from './english-men.js'
import { ENGLISH_WOMEN } from './english-women.js'
import { bitOf, SHORTEST_FUZZY, writtenKey } from './forms.js'
import { FURTHER_MEN, FURTHER_WOMEN } from './further.js'
import type { Sex } from './key.js'
import { MEN } from './men.js'
import { fatherStem } from './patronymic.js'
import { plainLatin, skeletonOf } from './skeleton.js'
import { WOMEN } from './women.js'

/** The dictionary of given names as texts, see `sorted-text`. A number is a name of one sex with all its spellings. */
export interface NameTables {
  /** For each number `m` or `f`. */
  sexes: string
  /** For each number, the letters with which its full forms begin as seven hexadecimal digits: bit 0 is a. */
  initials: string
  /** Forms as they are written, loose Cyrillic or plain Latin: numbers between commas, `!` before them of a full form. */
  written: string
  /** Skeletons of all forms, likewise. */
  skeletons: string
  /** Stems of the fathers in patronymics. */
  fathers: string
  /** Both kinds of forms that are long enough to be known in spite of a slip, turned round. */
  turned: string
}

interface Dictionary {
  sexes: Sex[]
  initials: number[]
  written: Map<string, number[]>
  full: Set<string>
  skeletons: Map<string, number[]>
  fathers: Map<string, number[]>
}

const put = (map: Map<string, number[]>, key: string, number: number): void => {
  const numbers = map.get(key)
  if (numbers === undefined) map.set(key, [number])
  else if (!numbers.includes(number)) {
    numbers.push(number)
    numbers.sort((a, b) => a - b)
  }
}

/** A line, or what stands between semicolons, is a name: its full forms, a colon, its short forms. One whose first form is a name already adds to it. */
function read(dictionary: Dictionary, lines: string, sex: Sex, known: Map<string, number>): void {
  // Words of names are asked for without apostrophes.
  for (const line of lines.toLowerCase().replace(/['’ʼ]/g, '').split(/[\n;]/)) {
    if (line === '') continue
    const [full = '', short = ''] = line.trim().split(':')
    const forms = full.trim().split(' ')
    const first = forms[0] ?? ''
    const same = known.get(`${sex}${first.replace('=', '')}`)
    const number = same ?? dictionary.sexes.length
    if (same === undefined) {
      dictionary.sexes.push(sex)
      dictionary.initials.push(0)
    }
    for (const form of forms) if (!known.has(`${sex}${form}`)) known.set(`${sex}${form}`, number)
    for (const form of forms) addForm(dictionary, form.replace('=', ''), number, sex === 'male')
    for (const form of short.trim().split(' ')) if (form !== '') addShort(dictionary, form, number)
  }
}

function addShort(dictionary: Dictionary, form: string, number: number): string {
  const skeleton = skeletonOf(form)
  put(dictionary.written, writtenKey(form), number)
  put(dictionary.skeletons, skeleton, number)
  return skeleton
}

function addForm(dictionary: Dictionary, form: string, number: number, isFather: boolean): void {
  const skeleton = addShort(dictionary, form, number)
  dictionary.full.add(writtenKey(form))
  dictionary.initials[number]! |= bitOf(skeleton) | bitOf(plainLatin(form))
  if (isFather) put(dictionary.fathers, fatherStem(skeleton), number)
}

const onePerLine = (words: string): string => words.trim().replace(/\s+/g, '\n')

const numbersText = (map: ReadonlyMap<string, number[]>, mark: (key: string) => string = () => ''): string =>
  sortedText([...map].map(([key, numbers]) => [key, `${mark(key)}${numbers.join(',')}`]))

/** Works the dictionary out of the lists of names; `scripts/build.js` does so once. */
export function nameTables(): NameTables {
  const { sexes, initials, written, full, skeletons, fathers } = dictionaryOf()
  const fuzzy = [...new Set([...written.keys(), ...skeletons.keys()])].filter((form) => form.length >= SHORTEST_FUZZY)
  return {
    sexes: sexes.map((sex) => (sex === 'male' ? 'm' : 'f')).join(''),
    initials: initials.map((letters) => letters.toString(16).padStart(7, '0')).join(''),
    written: numbersText(written, (key) => (full.has(key) ? '!' : '')),
    skeletons: numbersText(skeletons),
    fathers: numbersText(fathers),
    turned: turnedText(fuzzy),
  }
}

function dictionaryOf(): Dictionary {
  const built: Dictionary = {
    sexes: [],
    initials: [],
    written: new Map(),
    full: new Set(),
    skeletons: new Map(),
    fathers: new Map(),
  }
  const known = new Map<string, number>()
  read(built, MEN, 'male', known)
  read(built, WOMEN, 'female', known)
  read(built, ENGLISH_MEN, 'male', known)
  read(built, ENGLISH_WOMEN, 'female', known)
  read(built, EASTERN_MEN, 'male', known)
  read(built, EASTERN_WOMEN, 'female', known)
  read(built, onePerLine(FURTHER_MEN), 'male', known)
  read(built, onePerLine(FURTHER_WOMEN), 'female', known)
  for (const [stem, father] of [
    ['lv', 'лев'],
    ['yakovl', 'яков'],
    ['yak', 'яков'],
  ] as const)
    put(built.fathers, stem, known.get(`male${father}`) ?? 0)
  return built
}
