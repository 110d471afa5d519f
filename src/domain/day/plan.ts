import { typedWrongly } from '../../errors.js'
import { addDays, type Zone } from '../calendar.js'
import type { Availability } from './window.js'

/** A call that is to be made, and how long it usually takes, in minutes. */
export interface Wanted {
  key: string
  minutes: number
  /** Not to be called before: a time that was promised. */
  notBefore: Date | null
}

/** A call in its place in the day. */
export interface Planned {
  key: string
  at: Date
  minutes: number
}

export interface CallPlan {
  /** In the order in which they are to be made. */
  planned: Planned[]
  /** Keys of those for whom there is no room, by rank. */
  left: string[]
}

export interface PlanInput {
  start: Date
  /** Minutes of talking; waiting for somebody's hours is not counted. Null for the whole day. */
  budget: number | null
  /** The user's zone, in which the day ends. */
  zone: Zone
  /** Whether somebody can be called at an instant. */
  availableAt(key: string, instant: Date): Availability
}

const MINUTE = 60_000

/** A time of the day on which an instant lies; null is the end of that day. */
export function instantOf(time: string | null, instant: Date, zone: Zone): Date {
  const { date } = zone.toLocal(instant)
  return zone.toInstant(time === null ? { date: addDays(date, 1), time: '00:00' } : { date, time })
}

/** When somebody can be called for as long as it takes. */
interface Times {
  fits(call: Wanted, at: Date): boolean
  /** The next instant at which it is worth looking again; null when there is none. */
  opening(call: Wanted, at: Date): Date | null
  /** The first instant of the day at which the whole call fits. */
  first(call: Wanted, from: Date): Date | null
}

const endOf = ({ minutes }: Wanted, at: Date): Date => new Date(at.getTime() + minutes * MINUTE)

function timesIn({ availableAt }: PlanInput, dayEnd: Date): Times {
  const fits: Times['fits'] = (call, at) => {
    const end = endOf(call, at)
    if (end > dayEnd || (call.notBefore !== null && call.notBefore > at)) return false
    const { is, changes } = availableAt(call.key, at)
    return is === 'unknown' || (is === 'open' && (changes === null || end <= changes))
  }
  const opening: Times['opening'] = ({ key, notBefore }, at) => {
    if (notBefore !== null && notBefore > at) return notBefore
    const { is, changes } = availableAt(key, at)
    return is === 'open' && changes !== null ? availableAt(key, changes).changes : changes
  }
  const first: Times['first'] = (call, from) => {
    let at: Date | null = from
    while (at !== null && at < dayEnd && !fits(call, at)) at = opening(call, at)
    return at !== null && at < dayEnd ? at : null
  }
  return { fits, opening, first }
}

/** A call with a promised time that is still to come, and when it will be made. */
interface Held {
  call: Wanted
  rank: number
  at: Date
}

/**
 * In which order to call: at each moment the highest ranked of those who can be called then for as long as a call with them takes, and
 * when there is nobody, the one who can be called next. For a call with a promised time its time is kept free, and its minutes of the budget are
 * not given to lower ranked ones. Whoever fits neither into the day nor into what is left of the budget is left out.
 */
export function planOf(calls: readonly Wanted[], input: PlanInput): CallPlan {
  const { start, budget, zone } = input
  const dayEnd = instantOf(null, start, zone)
  const { fits, opening, first } = timesIn(input, dayEnd)
  const rankOf = new Map(calls.map((call, rank) => [call, rank]))
  const planned: Planned[] = []
  let now = start
  let left = budget ?? Number.POSITIVE_INFINITY
  let open = [...calls]

  const heldNow = (): Held[] => {
    let spare = left
    return open.flatMap((call) => {
      if (call.notBefore === null || call.notBefore <= start || call.minutes > spare) return []
      const at = first(call, now)
      if (at === null) return []
      spare -= call.minutes
      return { call, rank: rankOf.get(call) ?? 0, at }
    })
  }

  while (open.length > 0) {
    const held = heldNow()
    const higherThan = (call: Wanted): Held[] => held.filter(({ rank }) => rank < (rankOf.get(call) ?? 0))
    const room = open.filter((call) => call.minutes + sum(higherThan(call)) <= left)
    /** It would run into a promised time, and is either lower ranked or can as well be made after it. */
    const inTheWay = (call: Wanted): boolean => {
      const higher = higherThan(call)
      return held.some(
        (other) =>
          other.call !== call &&
          endOf(call, now) > other.at &&
          (higher.includes(other) || first(call, endOf(other.call, other.at)) !== null),
      )
    }
    const next = held.find(({ at }) => at <= now)?.call ?? room.find((call) => fits(call, now) && !inTheWay(call))
    if (next) {
      planned.push({ key: next.key, at: now, minutes: next.minutes })
      left -= next.minutes
      now = endOf(next, now)
      open = open.filter((call) => call !== next)
    } else {
      const openings = room.flatMap((call) => opening(call, now)?.getTime() ?? []).filter((at) => at < dayEnd.getTime())
      if (openings.length === 0) break
      now = new Date(Math.min(...openings))
    }
  }
  return { planned, left: open.map(({ key }) => key) }
}

const sum = (held: readonly Held[]): number => held.reduce((minutes, { call }) => minutes + call.minutes, 0)

const HOURS =
  /^(\d{1,2})(?:[:.,](\d{1,2}))?\s*(?:h|hrs?|hours?|ч|час|часа|часов|г|год|години|годин|година)\s*(?:(\d{1,3})\s*(?:m|min|minutes?|м|мин|минут|хв|хвилин)?)?$/
const MINUTES = /^(\d{1,3})\s*(?:m|min|minutes?|м|мин|минут|минуты|хв|хвилин|хвилини)?$/
const CLOCK = /^(\d{1,2}):([0-5]\d)$/

/**
 * Minutes of `90m`, `90`, `1h30`, `1:30`, `1.5h`, «1ч 30м», «2 год»; from a minute to a day.
 * @throws a refusal with exit 2 for anything else.
 */
export function readBudget(text: string): number {
  const minutes = budgetOf(text.trim().toLowerCase())
  if (minutes === null || minutes < 1 || minutes > 24 * 60) throw typedWrongly((words) => words.errors.badBudget(text))
  return minutes
}

function budgetOf(text: string): number | null {
  const clock = CLOCK.exec(text)
  if (clock) return Number(clock[1]) * 60 + Number(clock[2])
  const plain = MINUTES.exec(text)
  if (plain) return Number(plain[1])
  const hours = HOURS.exec(text)
  if (!hours || (hours[2] !== undefined && hours[3] !== undefined)) return null
  return Math.round(Number(`${hours[1]}.${hours[2] ?? 0}`) * 60) + Number(hours[3] ?? 0)
}
