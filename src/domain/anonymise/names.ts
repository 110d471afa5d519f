import { looksLikeCompany } from '../company-name.js'
import { type PersonName, splitName } from '../name-split.js'
import type { Picker } from './picking.js'
import { JOINING, KINSHIP, MEN_IN_A, type Sex, STOCK, type Tongue } from './words.js'

type Role = 'family' | 'given' | 'patronymic' | 'plain' | 'brand'

interface Setting {
  tongue: Tongue
  sex: Sex
}

export interface Names {
  /** Words that belong to real clients: no invented name may be one of them. */
  see(name: Pick<PersonName, 'name'> & Partial<PersonName>, kind: 'person' | 'company'): void
  person(name: PersonName): PersonName
  company(name: string): string
  /** "wife Anna": whose day it is, without the name. */
  whose(text: string): string
  /** Text that is kept, without the names that stand in it. */
  withoutNames(text: string): string
}

const WORD = /[\p{L}\p{M}]+(?:['’ʼ`][\p{L}\p{M}]+)*/gu

/** Endings that family names keep; the longest is taken. */
const ENDINGS =
  /(?:ова|ева|ёва|єва|ина|ына|іна|їна|ов|ев|ёв|єв|ин|ын|ін|їн|ский|ская|цкий|цкая|ський|ська|цький|цька|зький|зька|енко|єнко|ейко|чук|щук|юк|ук|ко|ых|их|ян|дзе|швили|швілі|вич|ova|eva|ov|ev|enko|skaya|skyi|skiy|sky|ska|ski|chuk|yan|shvili|dze|son|sen)$/u

const squared = (size: number): number[] => [size, size * size]

const VOWELS = ['о', 'а', 'е']

export const capital = (text: string): string =>
  text.replace(/(^|-)(\p{Ll})/gu, (_, before, letter) => before + letter.toUpperCase())

export function tongueOf(text: string): Tongue {
  if (!/\p{Script=Cyrillic}/u.test(text)) return 'latin'
  return /[іїєґ]|(?:ська|цька|зька|ський|цький|зький)(?!\p{L})|\p{L}['’ʼ]\p{L}/iu.test(text) ? 'uk' : 'ru'
}

/** Told by a patronymic, else by the family name, else by the given name. */
function sexOf(words: readonly string[]): Sex {
  const any = (pattern: RegExp): boolean => words.some((word) => pattern.test(word))
  if (any(/(?:вна|ична|їчна|ovna|evna|ivna)$/u)) return 'woman'
  if (any(/\p{L}{3}(?:ич|ich|ych)$/u)) return 'man'
  if (any(/(?:ова|ева|ёва|єва|ина|ская|цкая|ська|цька|зька|ova|eva|skaya|ska)$/u)) return 'woman'
  if (any(/(?:ов|ев|ёв|єв|ин|ский|цкий|ський|цький|зький|ov|ev|skyi|sky)$/u)) return 'man'
  return words.some((word) => /[аяa]$/u.test(word) && !MEN_IN_A.has(word)) ? 'woman' : 'man'
}

const rootOf = (word: string): string => {
  const root = word.replace(ENDINGS, '')
  return root.length >= 2 ? root : word
}

/** «Ёлкина», «Ёлкиной», «Ёлкину» meet in «ёлкин»; short words stay whole, for too much would meet. */
function stemOf(word: string): string {
  const stem = word.replace(/(?:[оеыи][йм]|ом|ем|ою|ею|[аяоеуюыиіь])$/u, '')
  return stem.length >= 5 ? stem : word
}

function inTheCaseOf(original: string, invented: string): string {
  if (original.length > 1 && original === original.toUpperCase()) return invented.toUpperCase()
  return original[0] === original[0]?.toLowerCase() ? invented : capital(invented)
}

export function namesFrom(picker: Picker): Names {
  const real = new Set<string>()
  const people = new Set<string>()
  /** One word has one invention, in whatever place it stands first. */
  const inventions = new Map<string, string>()
  const free = (word: string): boolean => !real.has(word) && !real.has(rootOf(word))

  function invent(original: string, role: Role, setting: Setting): string {
    const lower = original.toLowerCase()
    let invented = inventions.get(lower)
    if (invented === undefined) {
      const tongue = /\p{Script=Cyrillic}/u.test(original) ? cyrillic(setting.tongue) : 'latin'
      invented = [...lower].length === 1 ? initial(lower, tongue) : inventWord(lower, role, { ...setting, tongue })
      inventions.set(lower, invented)
    }
    return inTheCaseOf(original, invented)
  }

  function initial(lower: string, tongue: Tongue): string {
    const letters = [...(tongue === 'latin' ? 'abcdefghklmnoprstv' : 'абвгдезиклмнопрст')].filter(
      (one) => one !== lower,
    )
    return letters[picker.number(`initial ${lower}`, letters.length)] ?? ''
  }

  function inventWord(lower: string, role: Role, { tongue, sex }: Setting): string {
    const { men, women, roots, brands, filler } = STOCK[tongue]
    const one = (stock: readonly string[], index: number): string => stock[index % stock.length] ?? ''
    const double = (stock: readonly string[]) => (index: number) => {
      const second = one(stock, Math.floor(index / stock.length))
      return index < stock.length || second === one(stock, index) ? one(stock, index) : `${one(stock, index)}-${second}`
    }
    const joined = (stock: readonly [readonly string[], readonly string[]], index: number): string =>
      one(stock[0], index) + one(stock[1], Math.floor(index / stock[0].length))
    switch (role) {
      case 'given': {
        const stock = sex === 'man' ? men : women
        return picker.pick('given', lower, squared(stock.length), double(stock), free)
      }
      case 'patronymic': {
        const ending = patronymicEnding(lower, tongue)
        const fathers = men.filter((name) => /[бвгджзклмнпрстфхцчшщbcdfgklmnprstvwz]$/u.test(name))
        return picker.pick(
          'patronymic',
          lower,
          [fathers.length],
          (index) => one(fathers, index) + ending,
          (it) => it !== lower && free(it),
        )
      }
      case 'brand': {
        const size = brands[0].length * brands[1].length
        const brand = (index: number): string =>
          joined(brands, index % size) + (index < size ? '' : `-${joined(brands, Math.floor(index / size))}`)
        return picker.pick('brand', lower, squared(size), brand, free)
      }
      case 'plain':
        return picker.pick('plain', lower, squared(filler.length), double(filler), free)
      default: {
        const root = rootOf(lower)
        const size = roots[0].length * roots[1].length
        const longer = size * VOWELS.length * roots[1].length
        const candidate = (index: number): string => {
          const plain = joined(roots, index % size)
          if (index < size) return plain
          const more = Math.floor(index / size)
          const vowel = tongue === 'latin' ? '' : one(VOWELS, more)
          return (
            plain + vowel + (index < longer ? one(roots[1], Math.floor(more / VOWELS.length)) : joined(roots, more))
          )
        }
        return picker.pick('root', root, [size, longer, size * size], candidate, free) + lower.slice(root.length)
      }
    }
  }

  /** What stands between words: usual signs, and other digits than there were, so that «Склад 1» and «Склад 2» stay two. */
  const signs = (text: string): string => {
    const long = text.replace(/\D/g, '').length > 4
    return text
      .replace(/[^\s\d\-–—.,;:()«»“”„"'’&/]/gu, '')
      .replace(/\d/g, (digit, at: number) =>
        String((Number(digit) + 1 + picker.number(long ? `digits ${text} ${at}` : 'digits', 9)) % 10),
      )
  }

  /** Every word by its role; of what stands between, only spaces and usual signs. */
  function replaced(text: string, roleOf: (word: string) => Role | null, setting: Setting): string {
    let result = ''
    let at = 0
    for (const match of text.matchAll(WORD)) {
      result += signs(text.slice(at, match.index))
      const role = roleOf(match[0])
      result += role === null ? match[0] : invent(match[0], role, setting)
      at = match.index + match[0].length
    }
    const whole = `${result}${signs(text.slice(at))}`.replace(/\s+/g, ' ').trim()
    // A name without a letter: a phone number, an emoji.
    return /\p{L}/u.test(whole) ? whole : capital(inventWord(text, 'family', setting))
  }

  function person({ name, ...parts }: PersonName): PersonName {
    const known = parts.family_name ?? parts.given_name ?? parts.patronymic ?? null
    const { family_name, given_name, patronymic } = known === null ? splitName(name) : parts
    const roles = new Map<string, Role>()
    for (const [part, role] of [
      [patronymic, 'patronymic'],
      [given_name, 'given'],
      [family_name, 'family'],
    ] as const)
      for (const [word] of (part ?? '').matchAll(WORD)) roles.set(word.toLowerCase(), role)
    const setting = { tongue: tongueOf(name), sex: sexOf(wordsIn(name)) }
    const roleOf = (word: string): Role => roles.get(word.toLowerCase()) ?? guessedRole(word)
    const part = (text: string | null): string | null => (text === null ? null : replaced(text, roleOf, setting))
    return {
      name: replaced(name, roleOf, setting),
      family_name: part(parts.family_name),
      given_name: part(parts.given_name),
      patronymic: part(parts.patronymic),
    }
  }

  return {
    see({ name, family_name, given_name, patronymic }, kind) {
      const parts = [family_name, given_name, patronymic].map((part) => part ?? '').join(' ')
      for (const word of wordsIn(`${name} ${parts}`)) {
        real.add(word)
        real.add(rootOf(word))
      }
      if (kind !== 'person') return
      for (const word of wordsIn(parts)) if (word.length > 2) people.add(word).add(stemOf(word))
    },

    person,

    company(name) {
      const setting = { tongue: tongueOf(name), sex: 'man' as Sex }
      const trader = /^\s*(?:ИП|ФОП|ЧП|IP|FOP)\s+(.+)$/u.exec(name)?.[1]
      if (trader !== undefined) {
        const { name: invented } = person(splitName(trader))
        return name.replace(trader, () => invented)
      }
      return replaced(name, (word) => (isForm(word) || JOINING.has(word) ? null : 'brand'), setting)
    },

    whose: (text) => {
      const setting = { tongue: tongueOf(text), sex: sexOf(wordsIn(text)) }
      return replaced(text, (word) => (KINSHIP.has(word.toLowerCase()) ? null : 'given'), setting)
    },

    withoutNames: (text) =>
      text.replace(WORD, (word) => {
        const lower = word.toLowerCase()
        const isName = people.has(lower) || people.has(stemOf(lower))
        return isName ? invent(word, guessedRole(word), { tongue: tongueOf(text), sex: sexOf([lower]) }) : word
      }),
  }
}

const wordsIn = (text: string): string[] => [...text.matchAll(WORD)].map(([word]) => word.toLowerCase())

const cyrillic = (tongue: Tongue): Tongue => (tongue === 'latin' ? 'ru' : tongue)

const isForm = (word: string): boolean => looksLikeCompany(`x ${word}`)

/** The role of a word that no part of the name holds: a nickname's words are in lower case. */
function guessedRole(word: string): Role {
  if (splitName(capital(word.toLowerCase())).given_name !== null) return 'given'
  return word[0] === word[0]?.toLowerCase() ? 'plain' : 'family'
}

function patronymicEnding(lower: string, tongue: Tongue): string {
  const woman = /(?:на|na)$/u.test(lower)
  if (tongue === 'latin') return woman ? 'ovna' : 'ovich'
  return woman ? (tongue === 'uk' ? 'івна' : 'овна') : 'ович'
}
