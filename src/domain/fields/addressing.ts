import { CLOSENESSES, LANGUAGES, SEXES } from '../client.js'
import { looseText } from '../fold.js'
import { CLOSENESS_NAMES, LANGUAGE_NAMES, SEX_NAMES } from './choices.js'
import { countryOf } from './countries.js'
import type { Field } from './field.js'

/** How somebody is addressed, and by which country's calendar. */
export const ADDRESSING_KEYS = ['sex', 'language', 'closeness', 'country'] as const
export type AddressingKey = (typeof ADDRESSING_KEYS)[number]

export const ADDRESSING_FIELDS: readonly (Field & { key: AddressingKey })[] = [
  {
    key: 'sex',
    type: 'choice',
    kept: 'column',
    choices: SEXES,
    choiceNames: SEX_NAMES,
    aliases: ['gender', 'пол', 'стать'],
    columns: ['gender'],
    example: 'female',
  },
  {
    key: 'language',
    type: 'choice',
    kept: 'column',
    choices: LANGUAGES,
    choiceNames: LANGUAGE_NAMES,
    aliases: ['lang', 'язык', 'мова'],
    columns: ['language'],
    example: 'uk',
  },
  {
    key: 'closeness',
    type: 'choice',
    kept: 'column',
    choices: CLOSENESSES,
    choiceNames: CLOSENESS_NAMES,
    aliases: ['ты_вы', 'ти_ви'],
    columns: ['closeness'],
    example: 'formal',
  },
  {
    key: 'country',
    type: 'text',
    kept: 'column',
    match: 'whole',
    read: countryOf,
    aliases: ['страна', 'країна'],
    columns: ['country'],
    example: 'UA',
  },
]

export const isAddressing = (key: string): key is AddressingKey => (ADDRESSING_KEYS as readonly string[]).includes(key)

/** Spaces, hyphens, underscores and a point at the end are set aside: `жен.`, «на ты». */
const plain = (text: string): string =>
  looseText(text.replace(/\.+$/, ''))
    .replace(/[\s_-]+/g, ' ')
    .trim()

const names = new Map<AddressingKey, Map<string, string>>()

function namesOf(key: AddressingKey): Map<string, string> {
  const { choices = [], choiceNames = {} } = ADDRESSING_FIELDS.find((field) => field.key === key) ?? {}
  const known =
    names.get(key) ??
    new Map(choices.flatMap((choice) => [choice, ...(choiceNames[choice] ?? [])].map((name) => [plain(name), choice])))
  names.set(key, known)
  return known
}

/** A value in the form it is kept in, from words of three languages: `ж` → `female`, `uk-UA` → `uk`; null for what is none. */
export function readAddressing(key: AddressingKey, text: string): string | null {
  if (key === 'country') return countryOf(text)
  const known = namesOf(key)
  const locale = key === 'language' ? /^([a-z]{2})[-_][a-z]{2}\b/i.exec(text.trim())?.[1] : undefined
  return known.get(plain(text)) ?? known.get(plain(locale ?? '')) ?? null
}
