import type { Sex } from '../client.js'
import type { LetterLanguage } from './language.js'
import * as russian from './russian-cases.js'
import type { NamedPerson } from './sex.js'
import type { Case } from './ukrainian-cases.js'
import * as ukrainian from './ukrainian-cases.js'
import { givenVocative, patronymicVocative } from './vocative.js'

export const NAME_CASES = ['genitive', 'dative', 'accusative', 'vocative'] as const
export type NameCase = (typeof NAME_CASES)[number]

type Part = 'given' | 'patronymic' | 'family'

interface Grammar {
  language: LetterLanguage
  sex: Sex | null
}

/** One part of a name in a case; null when the language has the case and the rules do not reach the word. English has no cases. */
export function partInCase(text: string, part: Part, wanted: NameCase, { language, sex }: Grammar): string | null {
  if (language === 'en') return text
  if (wanted === 'vocative') return language === 'uk' ? vocative(text, part, sex) : text
  if (language === 'uk') return ukrainianPart(text, part, wanted, sex)
  if (part === 'given') return russian.givenInCase(text, wanted, sex)
  return part === 'patronymic' ? russian.patronymicInCase(text, wanted, sex) : russian.familyInCase(text, wanted, sex)
}

/** The orthography allows a family name to stay in the nominative behind a given name that is called. */
function vocative(text: string, part: Part, sex: Sex | null): string {
  if (part === 'family') return text
  if (part === 'patronymic') return patronymicVocative(text)
  // What ends in -а or -я is called alike whoever it is, and -о only men's names have; of the rest only the sex tells.
  return sex === null && !/[аяо]$/iu.test(text) ? text : givenVocative(text, sex)
}

const ukrainianPart = (text: string, part: Part, wanted: Case, sex: Sex | null): string | null => {
  if (part === 'given') return ukrainian.givenInCase(text, wanted, sex)
  return part === 'patronymic' ? ukrainian.patronymicInCase(text, wanted) : null
}

/** Given name and patronymic, or given and family name where there is none, in a case; null when a part cannot be put into it. */
export function nameInCase(person: NamedPerson, wanted: NameCase, grammar: Grammar): string | null {
  const { given_name: given, patronymic, family_name: family } = person
  const parts: [string | null, Part][] =
    given === null
      ? []
      : patronymic !== null
        ? [
            [given, 'given'],
            [patronymic, 'patronymic'],
          ]
        : [
            [given, 'given'],
            [family, 'family'],
          ]
  const forms = parts.flatMap(([text, part]) => (text === null ? [] : [partInCase(text, part, wanted, grammar)]))
  return forms.length === 0 || forms.includes(null) ? null : forms.join(' ')
}
