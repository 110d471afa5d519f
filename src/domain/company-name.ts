import { foldWord, wordsOf } from './fold.js'

/** Legal forms as they are written, lower case. */
const LEGAL_FORMS = new Set(
  `ооо оао зао пао ао ип чп чуп оду одо фоп флп тов тзов пп ат прат пат зат ват тдв кфх нко ано гуп муп фгуп спд тоо пбоюл
  чтуп осбб тсж снт ooo oao zao pao llc llp ltd inc corp co gmbh plc oy srl spzoo`.split(/\s+/),
)

/** Forms that are words or names when they are not capitals, and that stand first or last. */
const CAPITAL_FORMS = new Set('ПрАТ ТзОВ КП ДП УП ГК ТД ГБУ МБОУ НВП НПО НПП БФ ГО SIA UAB OÜ OU AG BV SA'.split(' '))

const SPOLKA = /(?<!\p{L})sp\.?\s?z\s?o\.?\s?o\.?(?!\p{L})/giu

const DOTTED = /(?<!\p{L})(?:\p{L}\.){2,}/gu

/** «О.О.О.» and "S.r.l." are one word. V8 takes a millisecond for each pattern with letters of all alphabets, so few names meet them. */
function joined(name: string): string {
  const whole = /sp\.?\s?z/i.test(name) ? name.replace(SPOLKA, ' spzoo ') : name
  return whole.includes('.') ? whole.replace(DOTTED, (dotted) => `${dotted.replaceAll('.', '')} `) : whole
}

const isLegalForm = (word: string): boolean => LEGAL_FORMS.has(word.toLowerCase()) || CAPITAL_FORMS.has(word)

const companyKeys = new Map<string, string>()

/** The words of a company's name without its legal form, folded: «ООО "Ромашка"» and «Ромашка» meet. */
export function companyKey(name: string): string {
  let key = companyKeys.get(name)
  if (key === undefined) {
    const words = wordsOf(joined(name))
    const core = words.filter((word) => !isLegalForm(word))
    key = (core.length > 0 ? core : words).map(foldWord).join(' ')
    if (companyKeys.size > 20_000) companyKeys.clear()
    companyKeys.set(name, key)
  }
  return key
}

/** True of a word that is a legal form by the way it is written: Russian and Ukrainian ones in capitals. */
export function isWrittenForm(word: string): boolean {
  const bare = word.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
  return (
    bare.length > 1 &&
    ((bare === bare.toUpperCase() && LEGAL_FORMS.has(bare.toLowerCase())) || bare === 'ПрАТ' || bare === 'ТзОВ')
  )
}

/** Forms in several words, or with points in them, at the end of a name. */
const DOTTED_END = /\p{L}.*\s(?:sp\.?\s?z\s?o\.?\s?o\.?|s\.a\.|s\.r\.l\.|b\.v\.|l\.l\.c\.|a\.g\.|a\/s)$/iu
const LONGEST_FORM = 5
/** More than the forms take, with the end of the name before them. */
const LONGEST_END = 100

/** True for text that names a firm: a legal form among its words, or quotation marks around a name. */
export function looksLikeCompany(name: string): boolean {
  const text = name.trim()
  if (/^[«"“„].+[»"”“]$/.test(text)) return true
  const words = wordsOf(text)
  const last = words.length - 1
  for (let index = 0; index <= last; index += 1) {
    const word = words[index] ?? ''
    if (word.length < 2 || word.length > LONGEST_FORM) continue
    const isEdge = last > 0 && (index === 0 || index === last)
    if (isEdge && CAPITAL_FORMS.has(word)) return true
    // Russian and Ukrainian forms are capitals and stand anywhere; English ones follow the name: "Acme Ltd."
    const isWritten = word === word.toUpperCase() || (index === last && index > 0 && /^[A-Z][A-Za-z]*$/.test(word))
    if (isWritten && LEGAL_FORMS.has(word.toLowerCase())) return true
  }
  return /[.oOsS]$/.test(text) && DOTTED_END.test(text.slice(-LONGEST_END))
}

/** True for a legal form and nothing beside it: the «Inc.» of «Example, Inc.». */
export const isFormAlone = (text: string): boolean => {
  const words = wordsOf(joined(text))
  return words.length > 0 && words.every(isLegalForm)
}
