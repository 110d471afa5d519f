import { type CivilDate, daysBetween, type LocalTime, weekday, type Zone } from '../calendar.js'
import { type DayHours, subtract } from './hours.js'

/**
 * When a client can be called, at a moment. Days and times are those of the user's own zone; `local_time` is the client's clock when
 * it differs from the user's. `unknown`: nothing is known of its hours, so any time will do.
 */
export interface CallWindow {
  is: 'unknown' | 'open' | 'later' | 'lunch' | 'closed'
  /** open: until then it can be called (null: to the end of the day). */
  until: string | null
  /** later, lunch: from then on today. closed: the next time it can be called; null when there is none within a week. */
  from: { date: CivilDate; time: string } | null
  /** `HH:MM` by the client's clock, when its zone shows another time than the user's. */
  local_time: string | null
}

/** When a client can be called in a week, by its own clock: sorted spans of minutes from Monday's midnight. Null: nothing is known. */
export type CallWeek = readonly { from: number; to: number }[] | null

/** Whether somebody can be called at an instant, and when that changes; `changes` is null when it does not within eight days. */
export interface Availability {
  is: 'unknown' | 'open' | 'lunch' | 'closed'
  changes: Date | null
}

const MINUTE = 60_000
const DAY = 24 * 60
const WEEK = 7 * DAY
const LOOK_AHEAD = 8 * DAY
/** A longer pause between the hours of a day is none for lunch. In minutes. */
const LONGEST_LUNCH = 3 * 60

const ALL_WEEK: readonly DayHours[] = [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, from: 0, to: DAY }))

/** The week of a client with these hours, and these at which it is not to be called; null is not known. */
export function callWeek(hours: readonly DayHours[] | null, noCall: readonly DayHours[] | null): CallWeek {
  if (hours === null && noCall === null) return null
  const spans: { from: number; to: number }[] = []
  for (const { day, from, to } of subtract(hours ?? ALL_WEEK, noCall ?? [])) {
    const start = (day - 1) * DAY
    const last = spans.at(-1)
    if (last && start + from <= last.to) last.to = Math.max(last.to, start + to)
    else spans.push({ from: start + from, to: start + to })
  }
  return spans
}

/** The minute of the week that a clock shows. */
const minuteOf = ({ date, time }: LocalTime): number =>
  (weekday(date) - 1) * DAY + Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

const isOpenAt = (week: NonNullable<CallWeek>, minute: number): boolean =>
  week.some(({ from, to }) => from <= minute && minute < to)

/** Minutes by the clock until a span begins or ends. */
function untilEdge(week: NonNullable<CallWeek>, minute: number): number {
  const edges = week.flatMap(({ from, to }) => [from, to])
  return Math.min(...edges.map((edge) => (((edge - minute - 1) % WEEK) + WEEK) % WEEK)) + 1
}

function isLunch(week: NonNullable<CallWeek>, minute: number): boolean {
  const dayStart = Math.floor(minute / DAY) * DAY
  const before = week.findLast(({ to }) => to <= minute)?.to ?? 0
  const after = week.find(({ from }) => from > minute)?.from ?? WEEK
  return before > dayStart && after < dayStart + DAY && after - before <= LONGEST_LUNCH
}

/** Whether a client with such a week can be called at an instant. What its clock shows decides, so an hour that comes twice counts twice. */
export function availabilityAt(week: CallWeek, instant: Date, zone: Zone): Availability {
  if (week === null) return { is: 'unknown', changes: null }
  const start = Math.floor(instant.getTime() / MINUTE)
  const first = minuteOf(zone.toLocal(instant))
  const open = isOpenAt(week, first)
  const changes = week.length === 0 ? null : firstChange(week, start, zone, open)
  return { is: open ? 'open' : isLunch(week, first) ? 'lunch' : 'closed', changes }
}

/**
 * Goes from edge to edge by the clock, a day at most at a time. Where the clocks are changed in between, it goes only to the minute
 * in which they are, and looks at the clock anew.
 */
function firstChange(week: NonNullable<CallWeek>, start: number, zone: Zone, open: boolean): Date | null {
  const look = (at: number): { minute: number; offset: number } => {
    const local = zone.toLocal(new Date(at * MINUTE))
    const minute = minuteOf(local)
    return { minute, offset: clockMinutes(local) - at }
  }
  let at = start
  let seen = look(at)
  while (at - start <= LOOK_AHEAD) {
    if (isOpenAt(week, seen.minute) !== open) return new Date(at * MINUTE)
    let next = at + Math.min(untilEdge(week, seen.minute), DAY)
    let ahead = look(next)
    if (ahead.offset !== seen.offset) {
      let before = at
      while (next - before > 1) {
        const middle = Math.floor((before + next) / 2)
        if (look(middle).offset === seen.offset) before = middle
        else next = middle
      }
      ahead = look(next)
    }
    at = next
    seen = ahead
  }
  return null
}

/** Minutes of a clock on one line, whatever its zone. */
const clockMinutes = ({ date, time }: LocalTime): number =>
  daysBetween('1970-01-01', date) * DAY + Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

/** The window as the user sees it: `mine` is the user's zone, `theirs` the client's, the same when it has none. */
export function windowAt(week: CallWeek, instant: Date, { mine, theirs }: { mine: Zone; theirs: Zone }): CallWindow {
  const { is, changes } = availabilityAt(week, instant, theirs)
  const now = mine.toLocal(instant)
  const then = changes === null ? null : mine.toLocal(changes)
  const shown = theirs === mine ? now : theirs.toLocal(instant)
  const local_time = shown.date === now.date && shown.time === now.time ? null : shown.time
  if (is === 'unknown') return { is, until: null, from: null, local_time }
  if (is === 'open')
    return { is, until: then !== null && then.date === now.date ? then.time : null, from: null, local_time }
  return { is: is === 'closed' && then?.date === now.date ? 'later' : is, until: null, from: then, local_time }
}
