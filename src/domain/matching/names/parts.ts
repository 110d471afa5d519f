import type { Sex } from './key.js'
import type { Part } from './roles.js'
import type { Token } from './tokens.js'
import { type Word, wordOf } from './word.js'

/** The words of a name without what stands around them, and what that tells. */
export interface NameParts {
  parts: Part[]
  /** A second family name in brackets. */
  aside: Word | null
  sex: Sex
  generation: string
}

const partOf = (word: Word, prefix: string, comma: boolean): Part => ({ word, second: null, prefix, son: null, comma })

/** «г-н», «г-жа», «д-р», «п-н»: two tokens that are one title. */
const HYPHENED: Record<string, Sex> = { гн: 'male', пн: 'male', гжа: 'female', гжо: 'female', др: null, dr: null }

/** A word in small letters among capitals is a remark: «Маша маникюр»; unless it is clearly of the name. */
const isRemark = (token: Token, index: number): boolean =>
  index > 0 &&
  !token.joined &&
  !token.word.isCapital &&
  !token.word.isInitial &&
  token.word.given === 0 &&
  token.word.patronymic === 0 &&
  token.word.family < 3

export function partsOf(tokens: readonly Token[]): NameParts {
  const found: NameParts = { parts: [], aside: null, sex: null, generation: '' }
  const spoken = tokens.filter((token) => !token.aside)
  const main = spoken.length === 0 ? tokens : spoken
  const hasCapitals = main.some((token) => token.word.isCapital)
  const allShouted = main.every((token) => token.word.isShouted || token.word.isInitial)
  let prefix = ''
  for (let index = 0; index < main.length; index += 1) {
    const token = main[index]!
    const { word } = token
    const next = main[index + 1]
    if (isJoint(main, index)) {
      found.generation ||= 'couple'
      continue
    }
    const title = word.isInitial && next?.joined === true ? HYPHENED[word.text + next.word.text] : undefined
    if (title !== undefined) {
      found.sex = title
      index += 1
    } else if (isParticle(word, next, prefix)) prefix += word.skeleton
    else if (prefix === '' && isAround(found, token, index, main)) note(found, word)
    else if (prefix !== '' || !hasCapitals || !isRemark(token, index)) {
      addPart(found.parts, token, prefix, !allShouted && main.length > 1)
      prefix = ''
    }
  }
  if (found.parts.length === 0 && tokens[0] !== undefined) found.parts.push(partOf(tokens[0].word, '', false))
  if (spoken.length > 0) readAside(found, tokens)
  return found
}

const AND: ReadonlySet<string> = new Set(['и', 'й', 'і', 'та', 'and'])

/** «Анна и Олег Петровы»: two people in one name. */
const isJoint = (main: readonly Token[], index: number): boolean => {
  const { word, dot } = main[index]!
  return index > 0 && index < main.length - 1 && AND.has(word.text) && !word.isCapital && !dot
}

const isParticle = (word: Word, next: Token | undefined, prefix: string): boolean =>
  word.kind === 'particle' &&
  next !== undefined &&
  !next.joined &&
  next.word.kind !== 'clutter' &&
  !next.word.isInitial &&
  (prefix !== '' || word.given < 4 || !word.isCapital)

function isAround(found: NameParts, token: Token, index: number, main: readonly Token[]): boolean {
  const { kind } = token.word
  if (kind === 'name' || kind === 'particle' || token.joined) return kind === 'son' && found.parts.length > 0
  if (kind === 'son') return found.parts.length > 0
  if (kind === 'generation')
    return index > 0 && (token.word.text.length > 2 || token.dot || token.word.generation.length <= 3)
  return main.some((other, at) => at !== index && other.word.kind === 'name')
}

function note(found: NameParts, word: Word): void {
  const last = found.parts[found.parts.length - 1]
  if (word.kind === 'son' && last !== undefined) last.son = word.aroundSex
  else if (word.kind === 'generation') found.generation = word.generation
  else if (word.kind === 'title') {
    found.sex ??= word.aroundSex
    found.generation ||= word.generation
  }
}

function addPart(parts: Part[], token: Token, prefix: string, mayBeInitials: boolean): void {
  const { word } = token
  const last = parts[parts.length - 1]
  if (token.joined && last !== undefined && !last.word.isInitial && !word.isInitial && prefix === '') {
    if (word.kind === 'son') last.son = word.aroundSex
    else last.second ??= word
  } else if (mayBeInitials && word.isShouted && word.text.length === 2 && word.given === 0)
    for (const letter of word.text) parts.push(partOf(wordOf(letter), '', token.comma))
  else parts.push(partOf(word, prefix, token.comma))
}

/** «Иван Петров (сын)» is marked; «Петрова (Сидорова) Анна»: one capital word in brackets that is no given name is a second family name. */
function readAside(found: NameParts, tokens: readonly Token[]): void {
  const asides = tokens.filter((token) => token.aside)
  for (const { word } of asides) found.generation ||= word.generation
  const word = asides[0]?.word
  if (asides.length !== 1 || word === undefined || word.kind !== 'name' || !word.isCapital) return
  if (word.given === 0 && word.patronymic < 2 && !word.isInitial) found.aside = word
}
