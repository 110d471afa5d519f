import { formatAnniversary } from '../../src/domain/anniversary.js'
import type { DateOrder } from '../../src/domain/cells/file-date.js'
import type { CustomField } from '../../src/domain/client.js'
import type { Draft, RowProblem } from '../../src/domain/draft.js'
import { toE164 } from '../../src/domain/phone.js'
import { readRow } from '../../src/domain/reading/reading.js'
import type { ReadContext } from '../../src/domain/reading/row.js'
import { planned } from './column-words.js'

export const CONTEXT: ReadContext = {
  today: '2026-11-22',
  now: '2026-11-22T07:30:00Z',
  instantOf: (date, time) => `${date}T${time}:00Z`,
  readPhone: (typed) => toE164(typed, 'RU'),
  source: null,
  tags: [],
  system: null,
}

interface Wishes {
  order?: DateOrder
  decimal?: ',' | '.'
  custom?: readonly CustomField[]
  /** Cells behind the last column. */
  extra?: readonly string[]
  /** Rows that columns are decided by. */
  sample?: readonly (readonly string[])[]
}

export function read(
  row: Readonly<Record<string, string>>,
  { order, decimal, custom, extra = [], sample = [] }: Wishes = {},
): Draft | RowProblem {
  const { columns } = planned(Object.keys(row), sample, custom)
  const weighed = columns.map((column) => ({ ...column, order: order ?? null, decimal: decimal ?? null }))
  return readRow([...Object.values(row), ...extra], 2, weighed, CONTEXT)
}

export function draft(row: Readonly<Record<string, string>>, wishes?: Wishes): Draft {
  const result = read(row, wishes)
  if ('code' in result) throw new Error(JSON.stringify(result))
  return result
}

export const dates = ({ dates: all }: Draft): string[] =>
  all.map(({ occasion, anniversary }) => `${occasion} ${formatAnniversary(anniversary)}`)
export const points = ({ points: all }: Draft): string[] =>
  all.map(({ kind, label, value }) => `${kind} ${label ?? '-'} ${value}`)
export const customs = ({ custom }: Draft): Record<string, string> =>
  Object.fromEntries(custom.map(({ key, value }) => [key, value]))
