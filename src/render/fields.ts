import type { ValueType } from '../domain/fields/field.js'
import type { Words } from '../words/en.js'
import { safe } from './safe.js'
import type { Style } from './style.js'
import { padEnd, widthOf, wrap } from './table.js'

/** A field as `fields` shows it. */
export interface FieldLine {
  key: string
  type: ValueType
  choices: readonly string[]
  aliases: readonly string[]
  example: string
}

const GAP = '  '
/** What the last column needs at least; where there is less room, the example goes above it. */
const LEAST = 24

/** Name, type and an example on a line each, and what the field is also called beside it, wrapped to the room there is. */
export function drawFields(
  fields: readonly FieldLine[],
  { words, style, width }: { words: Words; style: Style; width: number },
): string {
  const { fields: titles, filter } = words
  const header = ['name', 'type', 'example', 'names'].map((key) => titles[key] ?? key)
  const rows = fields.map(({ key, type, choices, aliases, example }) => [
    safe(key),
    filter.types[type],
    safe(example === '' ? '' : `${key}:${quoted(example)}`),
    safe([choices.join(' | '), aliases.join(', ')].filter((part) => part !== '').join('; ')),
  ])
  const widths = [0, 1, 2].map((index) =>
    [header, ...rows].reduce((most, row) => Math.max(most, widthOf(row[index] ?? '')), 0),
  )
  const room = Math.max(LEAST, width - widths.reduce((sum, each) => sum + each + GAP.length, 0))
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, index) => padEnd(cell, widths[index] ?? 0))
      .join(GAP)
      .trimEnd()
  const body = rows.flatMap((row) => {
    const [first = '', ...more] = wrap(row[3] ?? '', room)
    return [line([...row.slice(0, 3), first]), ...more.map((rest) => line(['', '', '', rest]))]
  })
  return `${[style.strong(line(header)), ...body].join('\n')}\n`
}

const quoted = (value: string): string => (/[\s()]/.test(value) ? `"${value}"` : value)
