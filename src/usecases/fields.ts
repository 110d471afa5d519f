import { type CustomField, FIELD_TYPES } from '../domain/client.js'
import type { Field, ValueType } from '../domain/fields/field.js'
import { customAsField, FIELDS, fieldNamed, keyFrom } from '../domain/fields.js'
import { notFound, refused, typedWrongly } from '../errors.js'
import { type Deps, entryOf } from './deps.js'

export interface FieldRecord {
  key: string
  type: ValueType
  custom: boolean
  /** Found from contacts, orders and promises; nobody fills it in. */
  computed: boolean
  label: string | null
  choices: string[]
  /** Other names, Russian and Ukrainian ones included. */
  aliases: string[]
  /** The same under the name that it had first. */
  names: string[]
  example: string
}

const fromField = (field: Field, custom: CustomField | null): FieldRecord => ({
  key: field.key,
  type: field.type,
  custom: custom !== null,
  computed: field.kept === 'standing' || field.kept === 'computed',
  label: custom?.label ?? null,
  choices: [...(field.choices ?? [])],
  aliases: [...field.aliases],
  names: [...field.aliases],
  example: field.example,
})

export async function listFields(deps: Deps): Promise<FieldRecord[]> {
  const custom = await deps.store.clients.customFields()
  return [...FIELDS.map((field) => fromField(field, null)), ...custom.map((own) => fromField(customAsField(own), own))]
}

export async function addField(
  deps: Deps,
  input: { name: string; type: string; label: string | null; choices: readonly string[] },
  keep = true,
): Promise<FieldRecord> {
  const key = keyFrom(input.name)
  if (key === '' || key === 'constructor' || !/^\p{L}/u.test(key))
    throw typedWrongly((words) => words.errors.badFieldKey(input.name))
  if (fieldNamed(key)) throw refused((words) => words.errors.builtInField(key))
  const type = FIELD_TYPES.find((each) => each === input.type)
  if (!type) throw typedWrongly((words) => words.errors.notOneOf('--type', input.type, FIELD_TYPES))
  const choices = input.choices
    .flatMap((each) => each.split(','))
    .map((each) => each.trim())
    .filter((each) => each !== '')
  if ((type === 'choice') !== choices.length > 0) throw typedWrongly((words) => words.errors.choicesNeeded)
  const label = input.label ?? (key === input.name ? null : input.name)
  const { result: id } = await deps.store.write(
    entryOf(deps),
    async (writing) => {
      if ((await writing.clients.customFields()).some((field) => field.key === key))
        throw refused((words) => words.errors.fieldExists(key))
      return writing.importing.addCustomField({ key, label, type, choices })
    },
    { keep },
  )
  const own: CustomField = { id, key, label, type, choices }
  return fromField(customAsField(own), own)
}

export async function removeField(deps: Deps, name: string, keep = true): Promise<void> {
  const own = (await deps.store.clients.customFields()).find(
    ({ key, label }) => key === keyFrom(name) || label === name,
  )
  if (!own) throw notFound((words) => words.errors.noField(name))
  const uses = await deps.store.clients.customUses(own.id)
  if (uses > 0) throw refused((words) => words.errors.fieldInUse(own.key, uses))
  await deps.store.write(entryOf(deps), (writing) => writing.remove('custom_field', [own.id]), { keep })
}
