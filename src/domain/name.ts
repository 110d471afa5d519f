import { foldWord, wordsOf } from './fold.js'

/** A person's name in its parts; `name` is the whole as it is shown. */
export interface PersonName {
  name: string
  family_name: string | null
  given_name: string | null
  patronymic: string | null
}

const PATRONYMIC = /(ович|евич|ьич|ич|овна|евна|ична|івна|ївна|йович|овна|інічна)$/u
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
  return word.length > 5 && (PATRONYMIC.test(lower) || PATRONYMIC_LATIN.test(lower))
}

let given: Set<string> | null = null

function isGiven(word: string): boolean {
  // Folded when first needed: most commands never split a name.
  given ??= new Set(GIVEN.split(/\s+/).map(foldWord))
  return given.has(foldWord(word))
}

const isSurname = (word: string): boolean => {
  const lower = word.toLowerCase()
  return !isGiven(word) && (SURNAME.test(lower) || SURNAME_LATIN.test(lower))
}

/**
 * Splits a person's name where its shape tells the parts: a patronymic by its ending, the order of two words by a
 * known given name or a family-name ending. Where nothing tells, the parts stay null and the whole is kept.
 */
export function splitName(full: string): PersonName {
  const name = full.normalize('NFC').replace(/\s+/g, ' ').trim()
  const none = { name, family_name: null, given_name: null, patronymic: null }
  const comma = /^([^,]+),\s*([^,]+)$/.exec(name)
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
    if (isGiven(second) && !isGiven(first)) return { name, family_name: first, given_name: second, patronymic: null }
    if (isGiven(first) && !isGiven(second)) return { name, family_name: second, given_name: first, patronymic: null }
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

const LEGAL_FORMS = new Set(
  `ооо оао зао пао ао ип чп чуп оду фоп тов тзов пп ат прат пат тдв кфх нко ано гуп муп llc ltd inc corp co gmbh plc oy srl sp zoo ooo`
    .split(' ')
    .map(foldWord),
)

const companyKeys = new Map<string, string>()

/** The words of a company's name without its legal form, folded: «ООО "Ромашка"» and «Ромашка» meet. */
export function companyKey(name: string): string {
  let key = companyKeys.get(name)
  if (key === undefined) {
    const words = wordsOf(name).map(foldWord)
    const core = words.filter((word) => !LEGAL_FORMS.has(word))
    key = (core.length > 0 ? core : words).join(' ')
    if (companyKeys.size > 20_000) companyKeys.clear()
    companyKeys.set(name, key)
  }
  return key
}

/** True for text that names a firm: a legal form among its words, or quotation marks around a name. */
export function looksLikeCompany(name: string): boolean {
  return (
    /^[«"“].+[»"”]$/.test(name.trim()) ||
    wordsOf(name).some((word) => word.length > 1 && LEGAL_FORMS.has(foldWord(word)) && word === word.toUpperCase())
  )
}

function near(a: string, b: string): boolean {
  if (a === b) return true
  if (a.length === 1 || b.length === 1) return a[0] === b[0]
  if (Math.min(a.length, b.length) < 5 || Math.abs(a.length - b.length) > 1) return false
  return editDistance(a, b) <= 1
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
  const left = wordsOf(a.name).map(foldWord)
  const right = wordsOf(b.name).map(foldWord)
  const [shorter, longer] = left.length <= right.length ? [left, [...right]] : [right, [...left]]
  if (shorter.length === 0) return false
  for (const word of shorter) {
    const index = longer.findIndex((other) => near(word, other))
    if (index < 0) return false
    longer.splice(index, 1)
  }
  return true
}
