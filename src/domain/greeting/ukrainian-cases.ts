import type { Sex } from '../client.js'
import { cased } from './vocative.js'

export type Case = 'genitive' | 'dative' | 'accusative'

const UKRAINIAN_WORD = /^[абвгґдеєжзиіїйклмнопрстуфхцчшщьюя'’ʼ]{2,}$/u

/** Endings of the cases, behind a stem: genitive, dative, accusative. */
type Endings = readonly [string, string, string]

const CASES: readonly Case[] = ['genitive', 'dative', 'accusative']

/** Stems that change (Федір – Федора), Любов, and names in -р that are soft. */
const EXCEPTIONS: Readonly<Record<string, readonly [string, Endings]>> = {
  любов: ['любов', ['і', 'і', '']],
  федір: ['федор', ['а', 'у', 'а']],
  сидір: ['сидор', ['а', 'у', 'а']],
  яків: ['яков', ['а', 'у', 'а']],
  антін: ['антон', ['а', 'у', 'а']],
  прокіп: ['прокоп', ['а', 'у', 'а']],
  тиміш: ['тимош', ['а', 'у', 'а']],
  ігор: ['ігор', ['я', 'ю', 'я']],
  лазар: ['лазар', ['я', 'ю', 'я']],
  цезар: ['цезар', ['я', 'ю', 'я']],
}

/** г, к, х before the -і of the dative. */
const SOFTENED: Readonly<Record<string, string>> = { г: 'з', к: 'ц', х: 'с' }

/** A Ukrainian given name in a case, of a double name both parts; null when the rules do not reach it. */
export function givenInCase(name: string, wanted: Case, sex: Sex | null): string | null {
  const parts = name.split('-').map((part) => {
    const form = formOf(part.toLowerCase(), wanted, sex)
    return form === null ? null : cased(form, part)
  })
  return parts.includes(null) ? null : parts.join('-')
}

function formOf(word: string, wanted: Case, sex: Sex | null): string | null {
  if (!UKRAINIAN_WORD.test(word)) return null
  const index = CASES.indexOf(wanted)
  const exception = Object.hasOwn(EXCEPTIONS, word) ? EXCEPTIONS[word] : undefined
  if (exception) return exception[0] + (exception[1][index] ?? '')
  const stem = word.slice(0, -1)
  const put = (base: string, endings: Endings): string => base + (endings[index] ?? '')
  if (word.endsWith('а')) return hardFirst(stem, wanted)
  if (/[аеєиіоуюй'’ʼ]я$/u.test(word)) return put(stem, ['ї', 'ї', 'ю'])
  if (word.endsWith('я')) return put(stem, ['і', 'і', 'ю'])
  if (sex === 'female') return word.endsWith('ь') ? put(stem, ['і', 'і', 'ь']) : null
  // In -о only men's names end.
  if (sex !== 'male' && !word.endsWith('о')) return null
  if (word.endsWith('ь') || word.endsWith('й')) return put(stem, ['я', 'ю', 'я'])
  if (word.endsWith('о')) return put(stem, ['а', 'у', 'а'])
  return /[бвгґджзклмнпрстфхцчшщ]$/.test(word) ? put(word, ['а', 'у', 'а']) : null
}

function hardFirst(stem: string, wanted: Case): string | null {
  const last = stem.at(-1) ?? ''
  if (/[аеиоуі]/.test(last)) return null
  if (wanted === 'accusative') return `${stem}у`
  const isMixed = /[жчшщ]/.test(last)
  if (wanted === 'genitive') return `${stem}${isMixed ? 'і' : 'и'}`
  return `${stem.slice(0, -1)}${SOFTENED[last] ?? last}і`
}

/** Іванович → Івановича, Іванівна → Іванівни; null for anything else. */
export function patronymicInCase(patronymic: string, wanted: Case): string | null {
  const word = patronymic.toLowerCase()
  const index = CASES.indexOf(wanted)
  if (!UKRAINIAN_WORD.test(word)) return null
  if (/[иі]ч$/.test(word)) return cased(word + (['а', 'у', 'а'][index] ?? ''), patronymic)
  return /(вна|чна)$/.test(word) ? cased(word.slice(0, -1) + (['и', 'і', 'у'][index] ?? ''), patronymic) : null
}
