import { foldWord, wordsOf } from './fold.js'

/** A person's name in its parts; `name` is the whole as it is shown. */
export interface PersonName {
  name: string
  family_name: string | null
  given_name: string | null
  patronymic: string | null
}

const PATRONYMIC = /(ович|евич|ьич|ич|овна|евна|ична|івна|ївна|йович|овна|інічна)$/u
const SHORT_PATRONYMIC = /^(ильич|лукич|фомич|іллич)$/u
const PATRONYMIC_LATIN = /(ovich|evich|ovych|yovych|ovna|evna|ivna|yivna|ichna)$/
const SURNAME =
  /(ов|ев|ёв|ин|ын|ова|ева|ёва|ина|ына|ский|ская|цкий|цкая|ський|ська|цький|цька|зький|зька|енко|чук|щук|юк|ук|ейко|ишин|ян|дзе|швили|швілі|ых|их|ко|вич)$/u
const SURNAME_LATIN = /(ov|ev|ova|eva|enko|skyi|skiy|skaya|ska|chuk|yan|shvili|dze)$/

/** Given names that end like family names, or that people write first; enough to tell the order of two words. */
const GIVEN = `александр александра алексей алёна алена алина алла анастасия анатолий андрей анна антон аня аркадий артём артем
  богдан борис вадим валентин валентина валерий валерия василий вера вероника виктор виктория виталий влад владимир
  владислав вячеслав галина геннадий георгий глеб григорий даниил дарья денис дима дмитрий ева евгений евгения егор
  екатерина елена елизавета жанна иван игорь илья инна ирина карина катя кирилл константин ксения лариса лев леонид лидия
  лилия любовь людмила маргарита марина мария марк маша михаил надежда наталия наталья никита николай нина оксана олег
  ольга павел петр пётр полина роман руслан саша светлана святослав семен семён сергей софия станислав степан таисия
  тамара татьяна тимур ульяна федор фёдор филипп эдуард элла эльвира юлия юрий яков яна ярослав
  анастасія анатолій андрій артур валентин валерій василь віктор вікторія віталій володимир галина ганна григорій дарина
  дмитро євген євгенія ілля інна ірина катерина кирило костянтин лариса леонід лідія людмила максим марія микита микола
  михайло надія назар наталія олександр олександра олексій олена ольга павло петро сергій соломія софія степан тарас
  тетяна федір юлія юрій яна ярослава`

const isPatronymic = (word: string): boolean => {
  const lower = word.toLowerCase()
  return (word.length > 5 || SHORT_PATRONYMIC.test(lower)) && (PATRONYMIC.test(lower) || PATRONYMIC_LATIN.test(lower))
}

let given: Set<string> | null = null

function isGiven(word: string): boolean {
  // Folded when first needed: most commands never split a name.
  given ??= new Set(GIVEN.split(/\s+/).map(foldWord))
  return given.has(foldWord(word))
}

const isSurname = (word: string): boolean => {
  const lower = word.toLowerCase()
  // «тётя Зина», «Катя маникюр»: what is not written as a name is none.
  if (!isCapital(word)) return false
  return !isGiven(word) && (SURNAME.test(lower) || SURNAME_LATIN.test(lower))
}

const isCapital = (word: string): boolean => word[0] !== word[0]?.toLowerCase()

/**
 * Splits a person's name where its shape tells the parts: a patronymic by its ending, the order of two words by a
 * known given name or a family-name ending. Where nothing tells, the parts stay null and the whole is kept.
 */
export function splitName(full: string): PersonName {
  const name = full.normalize('NFC').replace(/\s+/g, ' ').trim()
  const none = { name, family_name: null, given_name: null, patronymic: null }
  const comma = /^([^,]*[^,\s])\s*,\s*([^,]+)$/.exec(name)
  if (comma?.[1] && comma[2]) {
    const rest = comma[2].split(' ')
    const patronymic = rest.length === 2 && isPatronymic(rest[1] ?? '') ? (rest[1] ?? null) : null
    return { name: `${comma[1]} ${comma[2]}`, family_name: comma[1], given_name: rest[0] ?? null, patronymic }
  }
  const words = name.split(' ')
  const [first = '', second = '', third = ''] = words
  if (words.length === 3 && isPatronymic(third))
    return { name, family_name: first, given_name: second, patronymic: third }
  if (words.length === 3 && isPatronymic(second) && !isGiven(third))
    return { name, family_name: third, given_name: first, patronymic: second }
  if (words.length === 2) {
    if (isPatronymic(second) && isGiven(first))
      return { name, family_name: null, given_name: first, patronymic: second }
    if (isGiven(second) && !isGiven(first) && isCapital(first))
      return { name, family_name: first, given_name: second, patronymic: null }
    if (isGiven(first) && !isGiven(second) && isCapital(second))
      return { name, family_name: second, given_name: first, patronymic: null }
    if (isSurname(first) && !isSurname(second))
      return { name, family_name: first, given_name: second, patronymic: null }
    if (isSurname(second) && !isSurname(first))
      return { name, family_name: second, given_name: first, patronymic: null }
    if (/^[\p{Script=Latin}'’-]+$/u.test(first + second))
      return { name, family_name: second, given_name: first, patronymic: null }
  }
  if (words.length === 1 && isGiven(first)) return { ...none, given_name: first }
  return none
}

/** The whole name from its parts, family name first as Russian and Ukrainian lists are; Latin names given name first. */
export function joinName(family: string | null, given: string | null, patronymic: string | null): string {
  const latin = /^[\p{Script=Latin}\P{L}]*$/u.test(`${family ?? ''}${given ?? ''}${patronymic ?? ''}`)
  return (latin ? [given, patronymic, family] : [family, given, patronymic])
    .filter((part) => part !== null && part !== '')
    .join(' ')
}

/** Legal forms as they are written, lower case. */
const LEGAL_FORMS = new Set(
  `ооо оао зао пао ао ип чп чуп оду фоп тов тзов пп ат прат пат тдв кфх нко ано гуп муп ooo oao zao pao
  llc ltd inc corp co gmbh plc oy srl`.split(/\s+/),
)

const isLegalForm = (word: string): boolean => LEGAL_FORMS.has(word.toLowerCase())

const companyKeys = new Map<string, string>()

/** The words of a company's name without its legal form, folded: «ООО "Ромашка"» and «Ромашка» meet. */
export function companyKey(name: string): string {
  let key = companyKeys.get(name)
  if (key === undefined) {
    // «О.О.О.» is one word.
    const words = wordsOf(name.replace(/(?<!\p{L})(?:\p{L}\.){2,}/gu, (dotted) => `${dotted.replaceAll('.', '')} `))
    const core = words.filter((word) => !isLegalForm(word))
    key = (core.length > 0 ? core : words).map(foldWord).join(' ')
    if (companyKeys.size > 20_000) companyKeys.clear()
    companyKeys.set(name, key)
  }
  return key
}

/** True for text that names a firm: a legal form among its words, or quotation marks around a name. */
export function looksLikeCompany(name: string): boolean {
  if (/^[«"“].+[»"”]$/.test(name.trim())) return true
  const words = wordsOf(name)
  const last = words.length - 1
  // Russian and Ukrainian forms are capitals and stand anywhere; English ones follow the name: "Acme Ltd."
  return words.some(
    (word, index) =>
      isLegalForm(word) &&
      word.length > 1 &&
      (word === word.toUpperCase() || (index === last && index > 0 && isCapital(word) && /^[a-z]+$/i.test(word))),
  )
}

interface NameWord {
  raw: string
  folded: string
}

type Likeness = 'same' | 'typo' | 'other'

/** Letters that fold alike at the beginning of names that are not: Анна and Яна. */
const startsApart = (a: string, b: string): boolean =>
  /^[яю]/u.test(a) !== /^[яю]/u.test(b) && /^[аеиоуяюіэ]/u.test(a) && /^[аеиоуяюіэ]/u.test(b)

function likeness(a: NameWord, b: NameWord): Likeness {
  if (a.folded === b.folded) return startsApart(a.raw, b.raw) ? 'other' : 'same'
  if (a.raw.length === 1 || b.raw.length === 1)
    return a.folded[0] === b.folded[0] && !startsApart(a.raw, b.raw) ? 'same' : 'other'
  // A family name and its feminine form belong to two people.
  if (`${a.folded}a` === b.folded || a.folded === `${b.folded}a`) return 'other'
  if (Math.min(a.folded.length, b.folded.length) < 5 || Math.abs(a.folded.length - b.folded.length) > 1) return 'other'
  // Two known given names are two names, however near: Валерий and Валерия.
  if (isGiven(a.raw) && isGiven(b.raw)) return 'other'
  return editDistance(a.folded, b.folded) <= 1 ? 'typo' : 'other'
}

/** Levenshtein distance with two rows; the inputs are single words. */
export function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row]
    for (let column = 1; column <= b.length; column += 1) {
      const cost = a[row - 1] === b[column - 1] ? 0 : 1
      current[column] = Math.min(
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + cost,
      )
    }
    previous = current
  }
  return previous[b.length] ?? 0
}

interface Comparable {
  kind: string
  name: string
}

/**
 * Can two records with a shared phone, e-mail or outside id be one client? Every word of the shorter name must have a
 * partner in the longer one, equal, an initial of it, or one letter off; so a mother and a daughter on one phone stay two.
 */
export function compatibleNames(a: Comparable, b: Comparable): boolean {
  if (a.kind !== b.kind) return false
  if (a.kind === 'company') return companyKey(a.name) === companyKey(b.name)
  const left = nameWords(a.name)
  const right = nameWords(b.name)
  const [shorter, longer] = left.length <= right.length ? [left, [...right]] : [right, [...left]]
  if (shorter.length === 0) return false
  let typos = 0
  for (const word of shorter) {
    let index = longer.findIndex((other) => likeness(word, other) === 'same')
    if (index < 0) {
      index = longer.findIndex((other) => likeness(word, other) === 'typo')
      typos += 1
    }
    // One slip of a finger is forgiven; with two, a brother becomes his sister.
    if (index < 0 || typos > 1) return false
    longer.splice(index, 1)
  }
  return true
}

const nameWords = (name: string): NameWord[] =>
  wordsOf(name).map((raw) => ({ raw: raw.toLowerCase(), folded: foldWord(raw) }))
