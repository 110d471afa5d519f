import { inclineFirstname, inclineLastname, inclineMiddlename } from 'lvovich'
import type { Sex } from '../client.js'
import type { Case } from './ukrainian-cases.js'

/*
 * Russian names in the oblique cases. The library (`lvovich`) knows the endings; what it gets wrong is kept from it here: words
 * that are not Russian by their letters, names whose sex is not known, and the exceptions below.
 */

const RUSSIAN_WORD = /^[а-яё]{2,}$/iu

/** Family names that never change: Черных, Живаго, Шевченко, Дюма, Руставели. */
const FIXED_FAMILY = /(ых|их|аго|яго|ово|енко|ко|[еёиоуыэю]|уа|оа|иа)$/iu

/** Women’s names in -ь that are declined like nouns: Любовь – Любови. The others («Айгуль», «Мишель») do not change. */
const THIRD_DECLENSION = /^(любовь|нинель|юдифь|эсфирь|руфь|рахиль)$/iu

/** Family names of one syllable, out of which the library drops the vowel: Бок – «Бка». */
const SHORT_FAMILY = /^[^аеёиоуыэюя]*[аеёиоуыэюя][бвгджзклмнпрстфхцчшщ]$/iu

/** A Russian given name in a case; null when its letters are not Russian or nothing tells how it is declined. */
export function givenInCase(name: string, wanted: Case, sex: Sex | null): string | null {
  const parts = name.split('-')
  if (!parts.every((part) => RUSSIAN_WORD.test(part))) return null
  const forms = parts.map((part) => givenPart(part, wanted, sex))
  return forms.includes(null) ? null : forms.join('-')
}

function givenPart(part: string, wanted: Case, sex: Sex | null): string | null {
  if (THIRD_DECLENSION.test(part)) return wanted === 'accusative' ? part : `${part.slice(0, -1)}и`
  // «Саша», «Женя»: declined alike for both sexes. In -а behind ш, ж, щ, ч, к, г, х the genitive has -и.
  if (/[жшщчкгх]а$/iu.test(part))
    return `${part.slice(0, -1)}${{ genitive: 'и', dative: 'е', accusative: 'у' }[wanted]}`
  if (/[ая]$/iu.test(part)) return inclineFirstname(part, wanted, sex ?? 'female')
  if (sex === null) return null
  // A woman’s name in a hard consonant or a foreign soft one («Кармен», «Айгуль») stays as it is.
  if (sex === 'female') return part
  return /[оеуыиэю]$/iu.test(part) ? part : inclineFirstname(part, wanted, 'male')
}

/** «Ильинична» → «Ильиничны»; null for what is no Russian patronymic. */
export function patronymicInCase(patronymic: string, wanted: Case, sex: Sex | null): string | null {
  if (!RUSSIAN_WORD.test(patronymic)) return null
  const own = /ич$/iu.test(patronymic) ? 'male' : /(вна|чна)$/iu.test(patronymic) ? 'female' : null
  return own === null || (sex !== null && sex !== own) ? null : inclineMiddlename(patronymic, wanted, own)
}

/** A family name in a case; null when the sex is not known and the name changes with it. */
export function familyInCase(family: string, wanted: Case, sex: Sex | null): string | null {
  const parts = family.split('-')
  if (!parts.every((part) => RUSSIAN_WORD.test(part))) return null
  const forms = parts.map((part) => familyPart(part, wanted, sex))
  return forms.includes(null) ? null : forms.join('-')
}

function familyPart(part: string, wanted: Case, sex: Sex | null): string | null {
  if (FIXED_FAMILY.test(part)) return part
  if (sex === null) return null
  // A woman’s family name in a consonant («Ким», «Коваль») stays as it is.
  if (sex === 'female' && !/[ая]$/iu.test(part)) return part
  if (sex === 'male' && SHORT_FAMILY.test(part)) return part + { genitive: 'а', dative: 'у', accusative: 'а' }[wanted]
  return inclineLastname(part, wanted, sex)
}
