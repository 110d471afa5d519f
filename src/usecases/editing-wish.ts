import { readAmount } from '../domain/cells/amount.js'
import type { CustomField, Status } from '../domain/client.js'
import { companyKey } from '../domain/company-name.js'
import { typedValue } from '../domain/custom.js'
import { fieldNamed, keyFrom } from '../domain/fields.js'
import { sortKey } from '../domain/fold.js'
import { cleanLine } from '../domain/text.js'
import { typedWrongly } from '../errors.js'
import type { Queries, Writing } from '../store/store.js'
import type { Wish } from './client-changes.js'
import type { ClientInput, Understood } from './client-input.js'
import type { Deps } from './deps.js'
import { buriedCompany } from './erased-companies.js'

/** Looks up, once for all clients, what the wish names. */
export async function wishOf(
  queries: Queries,
  input: ClientInput,
  understood: Understood,
  strict: boolean,
  newFields: string[],
): Promise<Wish> {
  const companyOf = (name: string): Promise<number | null> => queries.clients.companyNamed(name, companyKey)
  const company = typeof input.company === 'string' ? ((await companyOf(cleanLine(input.company))) ?? 0) : undefined
  const leave = []
  for (const name of input.removeCompanies) leave.push({ name, id: await companyOf(name) })
  const fields = input.custom.length === 0 ? [] : await queries.clients.customFields()
  const custom = new Map<string, Wish['custom'][number]>()
  for (const { key, value } of input.custom) {
    const field = customField(key, fields)
    // Nothing is made only to be empty.
    if (field.id === 0 && (value ?? '').trim() === '') continue
    if (field.id === 0 && !newFields.includes(field.key)) newFields.push(field.key)
    custom.set(field.key, { field, value: keptValue(field, value, understood) })
  }
  return { input, understood, company, leave, custom: [...custom.values()], strict }
}

/** A custom field by key or label; id 0 for one that is yet to be made, as text. */
function customField(name: string, fields: readonly CustomField[]): CustomField {
  const key = keyFrom(name)
  const present = fields.find((field) => field.key === key || field.label === name)
  if (present) return present
  if (key === '' || key === '__proto__') throw typedWrongly((words) => words.errors.badFieldKey(name))
  if (fieldNamed(key)) throw typedWrongly((words) => words.errors.builtInField(key))
  return { id: 0, key, label: key === name ? null : name, type: 'text', choices: [] }
}

function keptValue({ key, type, choices }: CustomField, value: string | null, { today }: Understood): string | null {
  if (value === null || value.trim() === '') return null
  const kept = (type === 'money' ? keptSum(value) : null) ?? typedValue(value, type, choices, today)
  if (kept === null) throw typedWrongly((words) => words.errors.badCustom(key, value, type, choices))
  return kept
}

/** A sum with its currency, as imports keep it: `1250.00 UAH`; null for one that names none. */
function keptSum(value: string): string | null {
  const amount = readAmount(value, { decimal: null })
  return amount.is === 'amount' && amount.currency !== null ? `${amount.value} ${amount.currency}` : null
}

/**
 * Makes the company and the fields that the wish names and that are not there yet; a company that was erased only with
 * `like.force`.
 */
export async function made(deps: Deps, writing: Writing, wish: Wish, like: Like): Promise<Wish> {
  const custom: Wish['custom'][number][] = []
  for (const { field, value } of wish.custom) {
    const { key, label, type, choices } = field
    const id = field.id === 0 ? await writing.importing.addCustomField({ key, label, type, choices }) : field.id
    custom.push({ field: { ...field, id }, value })
  }
  const company = wish.company === 0 ? await makeCompany(deps, writing, wish.input.company ?? '', like) : wish.company
  return { ...wish, custom, company }
}

interface Like {
  at: string
  status: Status
  force: boolean
}

async function makeCompany(deps: Deps, writing: Writing, typed: string, { at, status, force }: Like): Promise<number> {
  const name = cleanLine(typed)
  const buried = await buriedCompany(deps, writing, name, force)
  const id = await writing.insert('client', {
    kind: 'company',
    name,
    sort_key: sortKey(name),
    status,
    vip: 0,
    created_at: at,
    updated_at: at,
  })
  if (buried.length > 0) await writing.tombstones.takeIn(buried, { id, created_at: at }, at)
  return id
}
