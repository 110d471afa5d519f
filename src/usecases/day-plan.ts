import type { LocalTime } from '../domain/calendar.js'
import { byRank } from '../domain/day/agenda.js'
import { instantOf, planOf, type Wanted } from '../domain/day/plan.js'
import { promisedTime } from '../domain/day/reason.js'
import { availabilityAt } from '../domain/day/window.js'
import { weekTeller } from './day-facts.js'
import type { Deps } from './deps.js'
import type { NumberedEntry } from './today.js'

/** A call of the plan: when to make it (the user's own clock), and how long it will take, in minutes. */
export interface PlannedCall {
  entry: NumberedEntry
  date: string
  time: string
  minutes: number
}

export interface DayPlan {
  /** In the order in which the calls are to be made. */
  calls: PlannedCall[]
  /** Calls for whom there is no room, by rank. */
  left: NumberedEntry[]
  /** Minutes of the planned calls together. */
  minutes: number
}

/** What can be called at once comes first, then what opens or is promised for later today, then what is closed. */
const place = ({ facts, reasons }: NumberedEntry, { date, time }: LocalTime): string => {
  const window = facts?.window
  const promised = promisedTime(reasons)
  if (window === undefined || window.is === 'open' || window.is === 'unknown')
    return promised === null || promised <= time ? '0' : `1 ${date} ${promised}`
  const { from } = window
  if (from === null) return '9'
  if (window.is === 'closed') return `2 ${from.date} ${from.time}`
  return `1 ${from.date} ${promised !== null && promised > from.time ? promised : from.time}`
}

/**
 * The order in which entries are shown to somebody who is about to call: of the calls, those that can be made at the moment for
 * which their facts were asked, then those that can be made later today by time, then the closed ones; by rank within each. Greetings and tasks
 * keep their places. With a budget, the calls of the plan come first in its order.
 */
export const arrangement =
  (deps: Deps, at: Date, budget: number | null): ((entries: NumberedEntry[]) => NumberedEntry[]) =>
  (entries) => {
    const rest = entries.filter(({ section }) => section !== 'calls')
    const calls = inOrder(
      entries.filter(({ section }) => section === 'calls'),
      deps.clock.toLocal(at),
    )
    if (budget === null) return [...calls, ...rest]
    const planned = planOfDay(deps, entries, at, budget).calls.map(({ entry }) => entry)
    return [...planned, ...calls.filter((call) => !planned.includes(call)), ...rest]
  }

const inOrder = (calls: readonly NumberedEntry[], now: LocalTime): NumberedEntry[] =>
  calls
    .map((call, index) => ({ call, index, place: place(call, now) }))
    .sort((a, b) => (a.place < b.place ? -1 : a.place > b.place ? 1 : a.index - b.index))
    .map(({ call }) => call)

/**
 * Which of these calls to make when, beginning at an instant, within so many minutes of talking (null: as long as the day lasts). They may come
 * in any order; they are ranked again.
 */
export function planOfDay(deps: Deps, entries: readonly NumberedEntry[], at: Date, budget: number | null): DayPlan {
  const { clock } = deps
  const weekOf = weekTeller(deps)
  const calls = entries.filter(({ section, facts }) => section === 'calls' && facts !== null).sort(byRank)
  const byKey = new Map(calls.map((entry) => [entry.key, entry]))
  const wanted = calls.map(({ key, reasons, facts }): Wanted => {
    const time = promisedTime(reasons)
    return { key, minutes: facts?.minutes ?? 0, notBefore: time === null ? null : instantOf(time, at, clock) }
  })
  const known = (key: string): NumberedEntry => byKey.get(key) as NumberedEntry
  const { planned, left } = planOf(wanted, {
    start: at,
    budget,
    zone: clock,
    availableAt: (key, instant) => {
      const { week, theirs } = weekOf(known(key).client)
      return availabilityAt(week, instant, theirs)
    },
  })
  return {
    calls: planned.map(({ key, at: instant, minutes }) => ({ entry: known(key), ...clock.toLocal(instant), minutes })),
    left: left.map(known),
    minutes: planned.reduce((sum, { minutes }) => sum + minutes, 0),
  }
}
