import { type Anniversary, parseAnniversary, readAnniversary } from '../anniversary.js'
import type { CivilDate } from '../calendar.js'
import { dateKey } from '../known.js'
import { cleanLine } from '../text.js'
import { labelOf } from './points.js'
import { type CardPropertyLike, NO_YEAR } from './properties.js'
import { type CardRow, textOf } from './row.js'

/**
 * A day as cards write it: `1985-05-17`, `19850517`, with a time, `--0308`; Apple's year 1604, or the one named in
 * X-APPLE-OMIT-YEAR, is none. Null for a year or a day alone, for words, and for days to come. Own cards may hold those.
 */
export function readCardDate(
  { params, value }: Pick<CardPropertyLike, 'params' | 'value'>,
  own: boolean,
  today: CivilDate,
): Anniversary | null {
  const text = textOf({ value }).trim()
  const match = /^(?:(\d{4})-?|--)(\d{2})-?(\d{2})(?:[T ].*)?$/.exec(text)
  const [, year, month, day] = match ?? []
  const isOmitted = year === undefined || year === NO_YEAR || year === params['x-apple-omit-year']?.[0]
  const iso = match ? `${isOmitted ? '-' : year}-${month}-${day}` : text
  if (own) return readAnniversary(iso)
  const date = parseAnniversary(iso, today)
  return typeof date === 'string' ? null : date
}

/** Takes a date; one that cannot be read, or a second for the same occasion, goes to the note. */
export function addCardDate(row: CardRow, occasion: string, property: CardPropertyLike, today: CivilDate): void {
  const anniversary = readCardDate(property, row.own, today)
  const who = property.params['x-clientele-who']?.[0] ?? null
  const days = property.params['x-clientele-remind']?.[0] ?? ''
  const gift = property.params['x-clientele-gift']?.[0] ?? null
  const date = { occasion, who, remind_days: /^\d{1,3}$/.test(days) ? Number(days) : null, gift }
  const isTaken = row.draft.dates.some((each) => dateKey(each) === dateKey(date))
  if (anniversary !== null && !isTaken) row.draft.dates.push({ ...date, anniversary })
  else if (textOf(property).trim() !== '')
    row.unread.push({ column: property.name, value: cleanLine(textOf(property)) })
}

/** The occasion of ANNIVERSARY or of a labelled date. The label of somebody else's day ends in their name: `birthday (Anna)`. */
export function occasionOf(property: CardPropertyLike): string {
  const label = labelOf(property, false) ?? ''
  const who = property.params['x-clientele-who']?.[0]
  const occasion = who !== undefined && label.endsWith(` (${who})`) ? label.slice(0, -who.length - 3) : label
  return cleanLine(occasion) || (property.name === 'X-ABDATE' ? 'other' : 'anniversary')
}
