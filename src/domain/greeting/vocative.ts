import type { Sex } from '../client.js'

/*
 * The Ukrainian vocative of names, after the orthography of 2019 (its sections on the vocative of the first three declensions
 * and on given names and patronymics). docs/greetings.md tells the rules.
 */

/** Given names that the endings do not settle, lower case. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  // Soft, though written with a hard р.
  ігор: 'ігорю',
  лазар: 'лазарю',
  цезар: 'цезарю',
  // і in the last syllable alone becomes о or е again.
  федір: 'федоре',
  сидір: 'сидоре',
  яків: 'якове',
  антін: 'антоне',
  прокіп: 'прокопе',
  тиміш: 'тимоше',
  // The only woman's name in a hard consonant that is Ukrainian.
  любов: 'любове',
  // Soft and not endearing, where nearly all names in a consonant and -я are.
  ілля: 'ілле',
  настя: 'насте',
  мотря: 'мотре',
  текля: 'текле',
  катря: 'катре',
}

/** Foreign names of men in -о, which have one form for all cases. */
const INDECLINABLE = new Set(
  'отто гвідо бруно маріо антоніо серджо паоло хорхе педро дієго лео лоренцо альфредо карло'.split(' '),
)

const UKRAINIAN_WORD = /^[абвгґдеєжзиіїйклмнопрстуфхцчшщьюя'’ʼ]{2,}$/u

/** A form in lower case with the capitals of the word it was made of. */
export function cased(form: string, like: string): string {
  const lower = like.toLowerCase()
  if (lower.length !== like.length) return form === lower ? like : form
  if (like.length > 1 && like === like.toUpperCase()) return form.toUpperCase()
  let same = 0
  while (same < form.length && form[same] === lower[same]) same += 1
  return like.slice(0, same) + form.slice(same)
}

/** A given name as one calls it, of a double name both parts: «Ганно-Маріє». What is not Ukrainian by its letters stays as it is. */
export const givenVocative = (name: string, sex: Sex | null): string =>
  name
    .split('-')
    .map((part) => cased(givenPart(part.toLowerCase(), sex), part))
    .join('-')

function givenPart(word: string, sex: Sex | null): string {
  if (!UKRAINIAN_WORD.test(word) || INDECLINABLE.has(word)) return word
  if (Object.hasOwn(EXCEPTIONS, word)) return EXCEPTIONS[word] ?? word
  if (/[ая]$/.test(word)) return firstDeclension(word)
  return sex === 'female' ? thirdDeclension(word) : secondDeclension(word)
}

/** Of either sex: Ольго, Миколо, Сашо; Маріє, Зоє, Мар’є; Галю, Наталю, Колю. */
function firstDeclension(word: string): string {
  const stem = word.slice(0, -1)
  const behindVowel = /[аеєиіїоуюй'’ʼ]$/u.test(stem)
  if (word.endsWith('а')) return behindVowel ? word : `${stem}о`
  return behindVowel ? `${stem}є` : `${stem}ю`
}

/** Women’s names in a soft consonant: Нінеле, Аделе. Those in a hard one are foreign and do not change. */
const thirdDeclension = (word: string): string => (word.endsWith('ь') ? `${word.slice(0, -1)}е` : word)

/** Men’s names: Андрію, Василю; Олегу, Марку, Владику, Сашку; Петре, Іване, Лукаше. */
function secondDeclension(word: string): string {
  if (/ьо$/.test(word)) return `${word.slice(0, -2)}ю`
  if (/[йь]$/.test(word)) return `${word.slice(0, -1)}ю`
  if (/ко$/.test(word)) return `${word.slice(0, -1)}у`
  if (word.endsWith('о')) return `${word.slice(0, -1)}е`
  if (/[гґкх]$/.test(word)) return `${word}у`
  return /[бвджзлмнпрстфцчшщ]$/.test(word) ? `${word}е` : word
}

/** Іванович → Івановичу, Іванівна → Іванівно; what ends in another way («Гасан огли») stays as it is. */
export function patronymicVocative(patronymic: string): string {
  const word = patronymic.toLowerCase()
  if (!UKRAINIAN_WORD.test(word)) return patronymic
  if (/[иі]ч$/.test(word)) return cased(`${word}у`, patronymic)
  return /(вна|чна)$/.test(word) ? cased(`${word.slice(0, -1)}о`, patronymic) : patronymic
}
