import { hoursTokens, MIDNIGHT, type Range, type Token, withRanges } from './hours-tokens.js'

/** Hours of one weekday by the client's clock: ISO weekday (1 is Monday), minutes from midnight; `to` up to 1440. */
export interface DayHours {
  day: number
  from: number
  to: number
}

const EVERY_DAY: readonly number[] = [1, 2, 3, 4, 5, 6, 7]
/** Longer than anybody's hours; what imports bring may be of any length. */
const LONGEST = 300

/**
 * Reads hours as people write them: `09:00-17:30`, `Mon-Fri 9-18, Sat 10:00-14:00`, «вт,чт 10–12», «щодня крім нд 9-20», `22:00-02:00` over
 * midnight, days alone for whole days. Sorted by day and time; over midnight is two entries. Null when any of it is not understood.
 */
export function readHours(text: string): DayHours[] | null {
  return text.length > LONGEST ? null : hoursOfTokens(hoursTokens(text))
}

/** Reads hours at which somebody is not to be called; here «обед 13-14» is hours like any others. */
export function readNoCall(text: string): DayHours[] | null {
  if (text.length > LONGEST) return null
  return hoursOfTokens(hoursTokens(text)?.filter(({ is }) => is !== 'break') ?? null)
}

function hoursOfTokens(tokens: readonly Token[] | null): DayHours[] | null {
  const joined = tokens === null ? null : withRanges(tokens)
  return joined === null ? null : hoursFrom(joined)
}

interface Group {
  days: Set<number>
  ranges: Range[]
}

interface Parts {
  groups: Group[]
  /** Hours that are no hours, each on the days of its group; null on all. */
  breaks: { group: Group | null; range: Range }[]
  free: Set<number>
}

function hoursFrom(tokens: readonly Token[]): DayHours[] | null {
  const parts = partsOf(tokens)
  if (parts === null) return null
  const { groups, breaks, free } = parts
  const named = new Set(groups.flatMap(({ days }) => [...days]))
  const wholeDays = groups.every(({ ranges }) => ranges.length === 0)
  if (groups.length === 0 && free.size === 0) return null
  const hours: DayHours[] = []
  for (const group of groups.length === 0 ? [{ days: new Set<number>(), ranges: [] }] : groups) {
    if (group.ranges.length === 0 && !wholeDays) return null
    const days = group.days.size > 0 ? [...group.days] : EVERY_DAY.filter((day) => !named.has(day))
    const ranges = group.ranges.length > 0 ? group.ranges : [{ from: 0, to: MIDNIGHT }]
    for (const day of days) if (!free.has(day)) for (const range of ranges) hours.push(...onDay(day, range))
  }
  const without = breaks.flatMap(({ group, range }) =>
    (group === null || group.days.size === 0 ? EVERY_DAY : [...group.days]).flatMap((day) => onDay(day, range)),
  )
  const kept = subtract(merged(hours), without)
  return kept.length === 0 ? null : kept
}

/** Days stand before their hours, unless the text begins with hours and ends with days: «9-18 пн-пт, 10-14 сб». */
function partsOf(tokens: readonly Token[]): Parts | null {
  const parts: Parts = { groups: [], breaks: [], free: new Set() }
  const rest = withoutFree(tokens, parts.free)
  if (rest === null) return null
  const daysBehind = rest[0]?.is === 'range' && rest.at(-1)?.is === 'days'
  let group: Group | null = null
  let last: Token['is'] | null = null
  let excepting: 'except' | 'break' | null = null
  for (const token of rest) {
    if (token.is === 'except' || token.is === 'break') {
      excepting = token.is
      continue
    }
    if (token.is === 'range' && excepting !== null) {
      parts.breaks.push({ group, range: token.range })
      continue
    }
    if (token.is !== 'range' && token.is !== 'days') return null
    excepting = null
    const isNew = group === null || (last !== token.is && token.is === (daysBehind ? 'range' : 'days'))
    if (isNew) {
      group = { days: new Set(), ranges: [] }
      parts.groups.push(group)
    }
    if (token.is === 'range') group?.ranges.push(token.range)
    else for (const day of token.days) group?.days.add(day)
    last = token.is
  }
  return excepting !== null && parts.breaks.length === 0 ? null : parts
}

/** Takes out the days that are said to be free: «кроме вс», «сб, вс выходной», "closed Sun". */
function withoutFree(tokens: readonly Token[], free: Set<number>): Token[] | null {
  const rest: Token[] = []
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index]
    if (token === undefined) continue
    const next = tokens[index + 1]
    if (token.is === 'closed' && rest.at(-1)?.is === 'days') {
      for (let before = rest.at(-1); before?.is === 'days'; before = rest.at(-1)) {
        for (const day of before.days) free.add(day)
        rest.pop()
      }
    } else if (token.is === 'closed' || (token.is === 'except' && next?.is === 'days')) {
      if (next?.is !== 'days') return null
      for (let ahead = tokens[index + 1]; ahead?.is === 'days'; ahead = tokens[index + 1]) {
        for (const day of ahead.days) free.add(day)
        index += 1
      }
    } else rest.push(token)
  }
  return rest
}

const onDay = (day: number, { from, to }: Range): DayHours[] =>
  from < to
    ? [{ day, from, to }]
    : [
        { day, from, to: MIDNIGHT },
        { day: (day % 7) + 1, from: 0, to },
      ]

/** Sorted, and what touches or overlaps within a day made one. */
function merged(hours: readonly DayHours[]): DayHours[] {
  const found: DayHours[] = []
  for (const each of [...hours].sort((a, b) => a.day - b.day || a.from - b.from)) {
    const last = found.at(-1)
    if (last && last.day === each.day && each.from <= last.to) last.to = Math.max(last.to, each.to)
    else found.push({ ...each })
  }
  return found
}

/** Hours without others. */
export function subtract(hours: readonly DayHours[], without: readonly DayHours[]): DayHours[] {
  return without.reduce<DayHours[]>(
    (kept, gone) =>
      kept.flatMap((each) => {
        if (each.day !== gone.day || gone.to <= each.from || each.to <= gone.from) return [each]
        return [
          ...(each.from < gone.from ? [{ ...each, to: gone.from }] : []),
          ...(gone.to < each.to ? [{ ...each, from: gone.to }] : []),
        ]
      }),
    [...hours],
  )
}
