const ITEM_ESCAPE = /[\\;|]/g

/** Several values in one cell: joined by `; `, with `;`, `|` and `\` escaped inside. */
export const joinItems = (items: readonly string[]): string =>
  items.map((item) => item.replace(ITEM_ESCAPE, (letter) => `\\${letter}`)).join('; ')

export function splitItems(cell: string, separator: ';' | '|' = ';'): string[] {
  const items = ['']
  for (let index = 0; index < cell.length; index += 1) {
    const letter = cell[index] ?? ''
    if (letter === '\\' && separator === ';') {
      items[items.length - 1] += cell[index + 1] ?? ''
      index += 1
    } else if (letter === separator) {
      items.push('')
      if (cell[index + 1] === ' ') index += 1
    } else items[items.length - 1] += letter
  }
  return items
}

/** `label:value`; a value without label stands alone, unless it has a colon itself: then `:value`. */
export const joinLabel = (label: string | null, value: string): string =>
  label !== null || value.includes(':') ? `${(label ?? '').replaceAll(':', ' ')}:${value}` : value

export function splitOwnLabel(item: string): { label: string | null; typed: string } {
  const at = item.indexOf(':')
  if (at < 0) return { label: null, typed: item }
  return { label: item.slice(0, at).trim() || null, typed: item.slice(at + 1) }
}

export interface OwnDate {
  occasion: string
  who: string | null
  date: string
  remind_days: number | null
  gift: string | null
}

/** A present stands at the end, and only when there is one. */
export const joinDate = ({ occasion, who, date, remind_days, gift }: OwnDate): string =>
  JSON.stringify([occasion, date, who, remind_days, ...(gift === null ? [] : [gift])])
