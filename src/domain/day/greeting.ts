import { type Anniversary, type LeapDay, occurrenceNear, yearsOn } from '../anniversary.js'
import { type CivilDate, daysBetween, parts } from '../calendar.js'
import type { Span } from './agenda.js'
import type { Attention } from './attention.js'
import { writeKey } from './keys.js'
import { isRound } from './occasions.js'
import type { AgendaEntry } from './reason.js'
import type { DayOnCard } from './same-person.js'

/** What the settings say of greetings. */
export interface GreetingRules {
  leapDay: LeapDay
  /** Days of VIPs are announced so many days ahead. */
  vipAhead: number
}

export const DEFAULT_GREETING: GreetingRules = { leapDay: 28, vipAhead: 3 }

/** A present is to be bought from so many days ahead, unless the date says otherwise. */
export const GIFT_AHEAD = 7

/** Within so many days of an occasion, what was done about it was done about this one. */
const SAME_OCCASION_DAYS = 183

/** What was put off longer than this is forgotten. */
const FORGOTTEN_AFTER = 180

/** A day that comes back, and what was done about its occurrences. */
export interface DateDue extends DayOnCard {
  remind_days: number | null
  gift: string | null
  vip: boolean
  sort_key: string
  /** Its client said no. */
  opted_out: boolean
  /** Its client is one of those that were asked for. */
  wanted: boolean
  greetings: { occurs_on: CivilDate; state: 'done' | 'skipped' | 'snoozed'; snoozed_until: CivilDate | null }[]
}

/** By when the days of a list are counted. */
export interface Around {
  /** The day around which occasions are sought. */
  day: CivilDate
  /** The user's day, from which the reasons count. */
  today: CivilDate
  span: Span
  /** Occasions are announced earlier where their card says so. */
  early: boolean
  rules: GreetingRules
}

const dayOf = (group: readonly DateDue[]): Anniversary => {
  const [first] = group
  return {
    year: group.find(({ year }) => year !== null)?.year ?? null,
    month: Number(first?.month_day.slice(0, 2)),
    day: Number(first?.month_day.slice(3)),
  }
}

/** The person itself rather than its firm, of several records the oldest. */
const ownFirst = (a: DateDue, b: DateDue): number =>
  Number(a.who !== null) - Number(b.who !== null) ||
  Number(a.kind === 'company') - Number(b.kind === 'company') ||
  a.client_id - b.client_id ||
  a.id - b.id

/** The days that may be greeted, the owner first; none when the person itself said no, or none of them was asked for. */
export function greetable(group: readonly DateDue[]): DateDue[] {
  if (group.some(({ who, opted_out }) => who === null && opted_out)) return []
  const left = group.filter(({ opted_out }) => !opted_out)
  return left.some(({ wanted }) => wanted) ? left.sort(ownFirst) : []
}

const alsoOf = ([owner, ...others]: readonly DateDue[]): number[] =>
  [...new Set(others.map(({ client_id }) => client_id))].filter((id) => id !== owner?.client_id)

/** The year in which it began is not its first return. */
const hasReturned = ({ year }: Anniversary, on: CivilDate): boolean => year === null || parts(on).year > year

/** The greeting for one occasion of one person, or null while nothing is to be done about it. */
export function greetingOf(group: readonly DateDue[], around: Around): AgendaEntry | null {
  const days = greetable(group)
  const [owner] = days
  if (!owner) return null
  const date = dayOf(days)
  const found = dueOn(days, date, around)
  if (!found || !hasReturned(date, found.on)) return null
  const years = yearsOn(date, found.on)
  return {
    key: writeKey({ is: 'date', id: owner.id, occursOn: found.on }),
    section: 'greetings',
    client_id: owner.client_id,
    due: found.due,
    time: null,
    vip: days.some(({ vip }) => vip),
    sort_key: owner.sort_key,
    reasons: [
      {
        code: 'occasion',
        date: owner.id,
        occasion: owner.occasion,
        who: owner.who,
        on: found.on,
        days: daysBetween(around.today, found.on),
        years,
        round: isRound(years, owner.occasion),
      },
    ],
    score: 0,
    terms: [],
    also: alsoOf(days),
  }
}

/** The occurrence that is near, or was put off and has come back, and since when it is due; null when it is neither or done. */
function dueOn(
  days: readonly DateDue[],
  date: Anniversary,
  { day, span, early, rules }: Around,
): { on: CivilDate; due: CivilDate } | null {
  const ahead = early ? Math.max(span.ahead, ...days.map((each) => announced(each, rules))) : span.ahead
  const kept = days.flatMap(({ greetings }) => greetings)
  const near = occurrenceNear(date, day, { ahead, belated: span.belated }, rules.leapDay)
  const back = kept
    .filter(({ state, snoozed_until }) => state === 'snoozed' && (snoozed_until ?? day) <= day)
    .find(({ occurs_on }) => daysBetween(occurs_on, day) < FORGOTTEN_AFTER && (near === null || near <= occurs_on))
  const on = back?.occurs_on ?? near
  if (on === null || isSettled(days, on)) return null
  const until = kept
    .filter(({ occurs_on, state }) => state === 'snoozed' && occurs_on === on)
    .map(({ snoozed_until }) => snoozed_until ?? on)
    .sort()
    .at(-1)
  return until !== undefined && until > day ? null : { on, due: until ?? on }
}

const announced = ({ remind_days, vip }: DateDue, { vipAhead }: GreetingRules): number =>
  remind_days ?? (vip ? vipAhead : 0)

/** Greeted or skipped already this year; also when the date was put right since. */
const isSettled = (days: readonly DateDue[], on: CivilDate): boolean =>
  days.some(({ greetings }) =>
    greetings.some(
      ({ state, occurs_on }) => state !== 'snoozed' && Math.abs(daysBetween(occurs_on, on)) <= SAME_OCCASION_DAYS,
    ),
  )

/** What names a present among the rows of `attention`. */
export const giftMark = (date: number, on: CivilDate): string => `${date}:${on}`

/** Presents to buy for one occasion of one person; `kept` tells what was done about one, by its mark. */
export function giftsOf(
  group: readonly DateDue[],
  { day, today, span, rules }: Around,
  kept: (date: DateDue, mark: string) => Attention | undefined,
): AgendaEntry[] {
  const days = greetable(group)
  const anniversary = dayOf(days)
  const seen = new Set<string>()
  return days.flatMap((date): AgendaEntry[] => {
    const { gift } = date
    if (gift === null || seen.has(gift.toLowerCase())) return []
    seen.add(gift.toLowerCase())
    const ahead = Math.max(span.ahead, date.remind_days ?? GIFT_AHEAD)
    // Put off behind the day itself it still comes back.
    const on = occurrenceNear(anniversary, day, { ahead, belated: FORGOTTEN_AFTER }, rules.leapDay)
    if (on === null || !hasReturned(anniversary, on)) return []
    const done = kept(date, giftMark(date.id, on))
    const comesBack = done?.state === 'snoozed' && (done.snoozed_until ?? day) <= day
    if (done ? !comesBack : on < day || isSettled(days, on)) return []
    return [
      {
        key: writeKey({ is: 'gift', id: date.id, occursOn: on }),
        section: 'tasks',
        client_id: date.client_id,
        due: done?.snoozed_until ?? on,
        time: null,
        vip: days.some(({ vip }) => vip),
        sort_key: date.sort_key,
        reasons: [
          {
            code: 'gift',
            date: date.id,
            occasion: date.occasion,
            who: date.who,
            on,
            days: daysBetween(today, on),
            years: yearsOn(anniversary, on),
            gift,
          },
        ],
        score: 0,
        terms: [],
        also: [],
      },
    ]
  })
}
