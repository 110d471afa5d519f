import type { CustomField } from './client.js'
import { CARD_FIELDS } from './fields/card.js'
import { COMPUTED_FIELDS } from './fields/computed.js'
import type { Field } from './fields/field.js'
import { nearestWord } from './nearest.js'

/**
 * The one list of what is known about a client. Flags, import columns, filters, table columns and exports are drawn
 * from it; a new field is one line here, one column in a migration and one word in each catalogue.
 */
export const FIELDS: readonly Field[] = [...CARD_FIELDS, ...COMPUTED_FIELDS]

/** Letters that are typed either way: ё/е, and the signs that stand for an apostrophe. */
const plain = (name: string): string => name.toLowerCase().replaceAll('ё', 'е').replace(/[’ʼ`]/g, "'")

let builtIn: Map<string, Field> | null = null

function builtInNamed(name: string): Field | null {
  // Keys go before aliases, so that no alias can hide a field.
  builtIn ??= new Map([
    ...FIELDS.flatMap((field) => field.aliases.map((alias): [string, Field] => [plain(alias), field])),
    ...FIELDS.map((field): [string, Field] => [field.key, field]),
  ])
  return builtIn.get(name) ?? null
}

/** The field of this name, alias or label, in any of the languages; null when there is none. */
export function fieldNamed(name: string, custom: readonly CustomField[] = []): Field | null {
  const wanted = plain(name)
  const built = builtInNamed(wanted)
  if (built?.key === wanted) return built
  // A field of one's own, made before a built-in one took its name for an alias, still answers.
  const own =
    custom.find(({ key }) => plain(key) === wanted) ??
    (built === null ? custom.find(({ label }) => label !== null && plain(label) === wanted) : undefined)
  return own ? customAsField(own) : built
}

export function customAsField(own: CustomField): Field {
  return {
    key: own.key,
    type: own.type,
    kept: 'custom',
    match: 'whole',
    aliases: own.label ? [own.label] : [],
    ...(own.type === 'choice' ? { choices: own.choices } : {}),
    example: own.choices[0] ?? '',
  }
}

/** The known name nearest to a mistyped one, when it is near enough to be meant. */
export const nearestField = (name: string, custom: readonly CustomField[] = []): string | null =>
  nearestWord(name, [...FIELDS.flatMap(({ key, aliases }) => [key, ...aliases]), ...custom.map(({ key }) => key)])

/** A custom field's key made from a column name or a label: lower case, words joined by `_`. */
export const keyFrom = (label: string): string =>
  label
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_/, '')
    .slice(0, 61)
    .replace(/_$/, '')
    .slice(0, 60)
