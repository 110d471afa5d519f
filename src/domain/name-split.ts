import { isGiven } from './given-names.js'

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
/** Endings that hardly any other word has; for names written without capitals. */
const SURNAME_SURE = /\p{L}{2}(ов|ев|ёв|ова|ева|ёва|ский|ская|цкий|цкая|ський|ська|цький|цька|енко|чук)$/u

/** «Гасан оглы», «Алия кызы»: a patronymic in two words. */
const SON_OF = /^(оглы|оглу|кызы|гызы|улы|уулу|ogly|oglu|kyzy|qizi|ogli)$/u
const PARTICLE =
  /^(ван|фон|дер|ден|де|ди|да|ла|дель|дос|эль|аль|ибн|бен|тер|van|von|der|den|de|di|da|la|del|dos|du|el|al|ibn|bin|ter|zu)$/u

const HONORIFIC =
  /^(г-н|г-жа|господин|госпожа|пан|пані|пани|д-р|доктор|проф|профессор|професор|mr|mrs|ms|miss|dr|prof|sir)\.?$/iu
const KIN =
  /^(т[её]тя|дядя|тітка|дядько|баба|бабушка|бабуся|дед|дедушка|дід|мама|папа|тато|сосед|соседка|сусід|сусідка|aunt|uncle|mom|dad)$/iu

/** Words by which people remember where a client came from: «Маша Авито». */
const WHENCE =
  /^(авито|avito|юла|олх|olx|инста\p{L}*|insta\p{L}*|інста\p{L}*|вк|vk|вацап|ватсап|вотсап|whatsapp|вайбер|viber|телеграм\p{L}*|telegram|тг|tg|скайп|skype|сайт|site|яндекс|google|гугл|реклама|циан|озон|ozon|профи|фейсбук|facebook|нов(ый|ая)|клиент(ка)?|клієнт(ка)?|мастер|майстер|такси|таксі|маникюр|манікюр)$/iu

const INITIAL = /^\p{L}\.?$/u

const isCapital = (word: string): boolean => word[0] !== word[0]?.toLowerCase()

const isPatronymic = (word: string): boolean => {
  const lower = word.toLowerCase()
  if (lower.includes(' ')) return SON_OF.test(lower.slice(lower.lastIndexOf(' ') + 1))
  return (word.length > 5 || SHORT_PATRONYMIC.test(lower)) && (PATRONYMIC.test(lower) || PATRONYMIC_LATIN.test(lower))
}

/** «ван дер Берг»: words held together by what stands before them. */
const isFamilyGroup = (word: string): boolean => word.includes(' ') && !isPatronymic(word)

const isSurname = (word: string): boolean => {
  const lower = word.toLowerCase()
  // «тётя Зина», «Катя маникюр»: what is not written as a name is none.
  if (!isCapital(word)) return isFamilyGroup(word)
  return !WHENCE.test(word) && !isGiven(word) && (SURNAME.test(lower) || SURNAME_LATIN.test(lower))
}

/** Words, with those held together that are one part of a name, and initials apart: `И.И.` is two. */
function tokensOf(words: readonly string[]): string[] {
  const tokens: string[] = []
  let held: string[] = []
  for (const word of words) {
    if (held.length > 0 || PARTICLE.test(word)) {
      held.push(word)
      if (PARTICLE.test(word)) continue
      tokens.push(held.join(' '))
      held = []
    } else if (SON_OF.test(word) && tokens.length > 0) tokens.push(`${tokens.pop()} ${word}`)
    else if (/^(?:\p{L}\.){2,3}$|^(?:\p{L}\.){1,2}\p{L}$/u.test(word)) tokens.push(...(word.match(/\p{L}\.?/gu) ?? []))
    else tokens.push(word)
  }
  return held.length > 0 ? [...tokens, ...held] : tokens
}

type Parts = Omit<PersonName, 'name'>

const NO_PARTS: Parts = { family_name: null, given_name: null, patronymic: null }

const parts = (family: string | null, given: string | null, patronymic: string | null = null): Parts => ({
  family_name: family,
  given_name: given,
  patronymic,
})

/**
 * Splits a person's name where its shape tells the parts: a patronymic by its ending, the order of two words by a
 * known given name or a family-name ending, initials by their place. Where nothing tells, the parts stay null and the whole is kept.
 */
export function splitName(full: string): PersonName {
  const name = full.normalize('NFC').replace(/\s+/g, ' ').trim()
  if (name.length > 200) return { name, ...NO_PARTS }
  return (name.includes(',') ? byComma(name) : null) ?? { name, ...splitWords(name.split(' ')) }
}

/** `Петров, Иван Сергеевич`: one family name before the comma, one or two names behind it. */
function byComma(name: string): PersonName | null {
  const comma = /^([^,]*[^,\s])\s*,\s*([^,]+)$/.exec(name)
  if (!comma?.[1] || !comma[2]) return null
  const [family, rest] = [tokensOf(comma[1].split(' ')), tokensOf(comma[2].split(' '))]
  const [given = '', patronymic] = rest
  if (family.length !== 1 || rest.length > 2 || !rest.every((word) => isCapital(word))) return null
  // «Анна, Москва»: what stands first is no family name.
  if (isGiven(comma[1]) && !isGiven(given)) return null
  const isSecond = patronymic !== undefined && (isPatronymic(patronymic) || INITIAL.test(patronymic))
  return { name: `${comma[1]} ${comma[2]}`, ...parts(comma[1], given, isSecond ? patronymic : null) }
}

function splitWords(words: string[]): Parts {
  const [title = '', ...others] = words
  if (others.length > 1 && HONORIFIC.test(title)) return splitWords(others)
  if (others.length > 0 && HONORIFIC.test(title)) return NO_PARTS
  if (others.length > 0 && KIN.test(title))
    return others.length === 1 && isGiven(others[0] ?? '') ? parts(null, others[0] ?? null) : NO_PARTS
  const tokens = tokensOf(words)
  if (tokens.some((token) => INITIAL.test(token))) return splitInitials(tokens)
  if (tokens.length === 3) return splitThree(tokens)
  if (tokens.length === 2) return splitTwo(tokens)
  const [only = ''] = tokens
  return tokens.length === 1 && isGiven(only) ? parts(null, only) : NO_PARTS
}

function splitInitials(tokens: readonly string[]): Parts {
  const [first = '', second = '', third = null] = tokens
  const shape = tokens
    .map((token) =>
      INITIAL.test(token) ? 'i' : /^\p{L}[\p{L}\p{M}'’ʼ-]+$/u.test(token) || isFamilyGroup(token) ? 'w' : '?',
    )
    .join('')
  // Small letters are initials only behind a small word: «г. Москва» is none.
  const small = tokens.find((token) => INITIAL.test(token) && !isCapital(token))
  if (small !== undefined && (!shape.startsWith('wi') || isCapital(first) || !small.endsWith('.'))) return NO_PARTS
  if (shape === 'wi') return isGiven(first) && !isSurname(first) ? parts(second, first) : parts(first, second)
  if (shape === 'iw') return parts(second, first)
  if (shape === 'wii') return parts(first, second, third)
  if (shape === 'iiw') return parts(third, first, second)
  if (shape === 'wwi') return isGiven(first) && !isGiven(second) ? NO_PARTS : parts(first, second, third)
  return shape === 'wiw' ? parts(third, first, second) : NO_PARTS
}

function splitThree([first = '', second = '', third = '']: string[]): Parts {
  if (isPatronymic(third)) return parts(first, second, third)
  return isPatronymic(second) && !isGiven(third) ? parts(third, first, second) : NO_PARTS
}

function splitTwo([first = '', second = '']: string[]): Parts {
  if (isPatronymic(second) && isGiven(first)) return parts(null, first, second)
  if (isFamilyGroup(first)) return isCapital(second) ? parts(first, second) : NO_PARTS
  if (isFamilyGroup(second)) return isCapital(first) ? parts(second, first) : NO_PARTS
  if (second.includes(' ') || first.includes(' ')) return NO_PARTS
  if (WHENCE.test(second)) return isGiven(first) ? parts(null, first) : NO_PARTS
  if (WHENCE.test(first)) return isGiven(second) ? parts(null, second) : NO_PARTS
  if (isGiven(second) && !isGiven(first) && (isCapital(first) || SURNAME_SURE.test(first))) return parts(first, second)
  if (isGiven(first) && !isGiven(second) && (isCapital(second) || SURNAME_SURE.test(second)))
    return parts(second, first)
  if (isSurname(first) && !isSurname(second)) return parts(first, second)
  if (isSurname(second) && !isSurname(first)) return isCapital(first) ? parts(second, first) : NO_PARTS
  return /^[\p{Script=Latin}'’-]+$/u.test(first + second) ? parts(second, first) : NO_PARTS
}

/** Is there a word in it that is a name by itself, not merely by its place? */
export function hasNameShape(text: string): boolean {
  return tokensOf(text.trim().split(/\s+/)).some(
    (token) => isGiven(token) || isSurname(token) || isPatronymic(token) || /^\p{Lu}\.$/u.test(token),
  )
}

/** The whole name from its parts, family name first as Russian and Ukrainian lists are; Latin names given name first. */
export function joinName(family: string | null, given: string | null, patronymic: string | null): string {
  const latin = /^[\p{Script=Latin}\P{L}]*$/u.test(`${family ?? ''}${given ?? ''}${patronymic ?? ''}`)
  return (latin ? [given, patronymic, family] : [family, given, patronymic])
    .filter((part) => part !== null && part !== '')
    .join(' ')
}
