import { generationOf, kindOf, sexAround, type WordKind } from './around.js'
import { diminutivesOf, fathersOf, namesOf, sexOfName, slipsOf } from './dictionary.js'
import { familyShape } from './family-stem.js'
import type { Sex } from './key.js'
import { oneScript, scriptOf } from './letters.js'
import { patronymicShape } from './patronymic.js'
import { skeletonOf } from './skeleton.js'

/** All that a word of a name tells by itself; the same object for every occurrence of the word. */
export interface Word {
  /** In lower case and one script. */
  text: string
  skeleton: string
  kind: WordKind
  isLatin: boolean
  isCapital: boolean
  /** Written in capitals throughout, more than one letter. */
  isShouted: boolean
  isInitial: boolean
  /** Sex shown by a title or by «оглы»; for other words null. */
  aroundSex: Sex
  /** Of «младший», and of a word of kin; '' of others. */
  generation: string
  /** Known given names, those of men and those of women among them. */
  names: readonly number[]
  men: readonly number[]
  women: readonly number[]
  /** 4: a known given name; 3: a diminutive of one by its ending; 2: a name more usual as a family name; 0: none. */
  given: number
  /** See `FamilyShape`. */
  family: number
  familyStem: string
  familySex: Sex
  /** 2: a patronymic; 1: it ends like one, and may be a family name («Абрамович»); 0: none. */
  patronymic: number
  father: string
  fathers: readonly number[]
  fatherSex: Sex
  /** Names one slip away, found when first asked for (`slipsFrom`). */
  slipped: Named | null
}

/** Numbers of names, and those of men and of women among them. */
export interface Named {
  names: readonly number[]
  men: readonly number[]
  women: readonly number[]
}

const NONE: readonly number[] = []
const NOBODY: Named = { names: NONE, men: NONE, women: NONE }
const MOST_WORDS = 300_000
const memory = new Map<string, Word>()

/** English given names that are more often family names: "Stewart Walter" is Walter. */
const RATHER_FAMILY = new Set(
  `adams allen anderson bailey baker barrett bennett blair brooks bruce byron campbell carter chandler clark clarke clay clayton clinton
  cole collins cooper craig crawford cruz curtis dale davis dawson day dean dixon douglas doyle drew duncan elliott ellis emerson evans
  fisher fletcher ford foster franklin graham grant gray green hall hamilton hardy harper harris harrison harvey
  hayes henderson howard hudson hughes irving jackson jefferson kennedy kent king kirk lane lee leslie
  lincoln lindsay lindsey logan marshall mason maxwell mercer miller milton mitchell morgan morris murray nelson newton
  owen palmer parker phillips pierce porter preston price quinn ramsey randall reed reese reid reynolds riley
  robinson ross scott shaw shelby shelley shelton sherman skyler stanton sterling
  stewart stuart sutton taylor todd travis tucker vance vaughn wade walker wallace ward warren watson
  wells wesley weston whitney winston wright york martinez cross`.split(/\s+/),
)

/** The word as it is written, read; bounded memory, since the words of names repeat. */
export function wordOf(raw: string): Word {
  const known = memory.get(raw)
  if (known !== undefined) return known
  if (memory.size >= MOST_WORDS) memory.clear()
  const word = readWord(raw)
  memory.set(raw, word)
  return word
}

function readWord(raw: string): Word {
  const script = scriptOf(raw)
  const written = script === 3 ? oneScript(raw) : raw
  const text = written.toLowerCase()
  const isLatin = script !== 1 && scriptOf(text) !== 1
  const isCapital = written.charAt(0) !== text.charAt(0)
  const isShouted = text.length > 1 && isCapital && written === written.toUpperCase()
  const kind = kindOf(text)
  const skeleton = skeletonOf(text)
  const word: Word = {
    text,
    skeleton,
    kind,
    isLatin,
    isCapital,
    isShouted,
    isInitial: text.length === 1,
    aroundSex: kind === 'name' ? null : sexAround(text),
    generation: generationOf(text),
    names: NONE,
    men: NONE,
    women: NONE,
    given: 0,
    family: 0,
    familyStem: skeleton,
    familySex: null,
    patronymic: 0,
    father: '',
    fathers: NONE,
    fatherSex: null,
    slipped: null,
  }
  if (!word.isInitial) shape(word)
  return word
}

function shape(word: Word): void {
  const family = familyShape(word.text, word.skeleton, word.isLatin)
  word.family = family.weight
  word.familyStem = family.stem
  word.familySex = family.sex
  setNames(word, namesOf(word.text, word.skeleton))
  if (word.names.length > 0) {
    word.given = RATHER_FAMILY.has(word.text) ? 2 : 4
    word.family = 0
  } else readPatronymic(word)
  if (word.names.length > 0 || word.patronymic === 2 || word.family === 3) return
  setNames(word, diminutivesOf(word.skeleton, word.isLatin))
  if (word.names.length > 0) word.given = 3
}

function setNames(word: Word, names: readonly number[]): void {
  const named = bySex(names)
  word.names = named.names
  word.men = named.men
  word.women = named.women
}

function bySex(names: readonly number[]): Named {
  if (names.length === 0) return NOBODY
  const men = names.filter((number) => sexOfName(number) === 'male')
  const women = names.filter((number) => sexOfName(number) === 'female')
  return { names, men: women.length === 0 ? names : men, women: men.length === 0 ? names : women }
}

function readPatronymic(word: Word): void {
  const shape = patronymicShape(word.skeleton)
  if (shape === null) return
  word.father = shape.father
  word.fatherSex = shape.sex
  word.fathers = fathersOf(shape.father)
  word.patronymic = shape.sex === 'female' || word.fathers.length > 0 ? 2 : 1
}

/** Known names one slip away from the word. */
export function slipsFrom(word: Word): readonly number[] {
  word.slipped ??= bySex(slipsOf(word.text, word.skeleton))
  return word.slipped.names
}
