import { addDays, type CivilDate, daysBetween, parts, weekday } from '../../../domain/calendar.js'
import type {
  Cadence,
  Gift,
  Held,
  Occasion,
  OffBeat,
  Promised,
  PutOff,
  Reason,
  Unpaid,
  Waits,
} from '../../../domain/day/reason.js'
import { MONTHS, WEEKDAYS } from '../../dates/en.js'
import { holidayName } from '../../holidays.js'
import { orders } from '../../orders/en.js'
import { plural } from '../../plural.js'

const count = plural('en')
const days = (number: number): string => `${Math.abs(number)} ${count(number, { one: 'day', other: 'days' })}`

/** `2 November`, with the year when it is another than today's. */
function date(on: CivilDate, today: CivilDate): string {
  const { year, month, day } = parts(on)
  return `${day} ${MONTHS[month - 1]}${year === parts(today).year ? '' : ` ${year}`}`
}

/** `Friday` of the last days, else the date. */
function sinceWhen(on: CivilDate, today: CivilDate): string {
  const ago = daysBetween(on, today)
  if (ago <= 1) return ago < 1 ? 'today' : 'yesterday'
  return ago < 7 ? (WEEKDAYS[weekday(on) - 1] ?? '') : date(on, today)
}

const NEXT: Record<number, string> = { [-1]: 'yesterday', 0: 'today', 1: 'tomorrow' }

const near = (number: number): string => NEXT[number] ?? (number > 0 ? `in ${days(number)}` : `${days(number)} ago`)

/** Weeks and months where they come out even. */
function every(number: number): string {
  const of = (amount: number, unit: string): string => (amount === 1 ? `every ${unit}` : `every ${amount} ${unit}s`)
  if (number % 365 === 0) return of(number / 365, 'year')
  if (number % 30 === 0) return of(number / 30, 'month')
  return number % 7 === 0 ? of(number / 7, 'week') : of(number, 'day')
}

const HELD: Record<Held, string> = { 'opted-out': 'asked not to be called', paused: 'paused' }

const OCCASIONS: Record<string, string> = {
  'name-day': 'name day',
  'first-order': 'anniversary of the first order',
  wedding: 'wedding anniversary',
}
export const occasionName = (occasion: string): string =>
  Object.hasOwn(OCCASIONS, occasion) ? (OCCASIONS[occasion] ?? occasion) : occasion

function promised({ days: away, time, text, snoozed, held }: Promised): string {
  const notes = [snoozed ? 'put off before' : null, held === null ? null : HELD[held]].filter((note) => note !== null)
  const bare = away === 0 && time === null && text !== null
  const late =
    away < 0
      ? `${days(away)} late`
      : away > 0
        ? [near(away), time === null ? '' : ` at ${time}`].join('')
        : time === null
          ? 'promised for today'
          : `at ${time}`
  const when = [...(bare && !snoozed ? [] : [late]), ...notes].join(', ')
  return [text, when].filter((part) => part !== null && part !== '').join(' – ')
}

const waits = ({ on, days: away, text }: Waits): string =>
  `waiting for an answer since ${sinceWhen(on, addDays(on, -away))}${text === null ? '' : `: “${text}”`}`

function unpaid({ on, days: away, sum, what }: Unpaid): string {
  const head = `${orders.money(sum)} unpaid${what === null ? '' : `, ${what}`}`
  if (away >= 0) return `${head} – due ${near(away)}`
  return `${head} – was due ${date(on, addDays(on, -away))}, ${near(away)}`
}

function offBeat({ code, on, days: away, expected_on, gap }: OffBeat): string {
  const today = addDays(on, -away)
  const ago = daysBetween(today, expected_on)
  const rhythm = gap <= 1 ? 'every day' : `every ${days(gap)}`
  const expected = `expected ${date(expected_on, today)}`
  return code === 'rhythm'
    ? `usually orders ${rhythm}, ${expected}`
    : `slipping away: ordered ${rhythm}, ${expected}, ${near(ago)}`
}

function cadence({ on, days: away, every: length, by, name, from }: Cadence): string {
  const mark = name === null || by === 'hand' ? null : by === 'tag' ? `#${name}` : `@${name}`
  const last = from === null ? 'not yet' : `last ${date(from, addDays(on, -away))}`
  return [`to be called ${every(length)}`, mark, last].filter((part) => part !== null).join(', ')
}

const PUT_OFF: Record<string, string> = {
  promised: 'a promise',
  waits: 'waited for an answer',
  unpaid: 'unpaid order',
  rhythm: 'time to order',
  slipping: 'slipping away',
  cadence: 'not called for long',
  lead: 'new',
}

function putOff({ on, days: away, since, reasons }: PutOff): string {
  const why = reasons.flatMap((code) => PUT_OFF[code] ?? [])
  return `put off on ${date(since, addDays(on, -away))}${why.length === 0 ? '' : `: ${why.join(', ')}`}`
}

function yearsOf({ occasion, years, round, days: away }: Occasion): string {
  if (years === null) return ''
  const milestone = !round || years % 5 > 0 ? (round && years === 18 ? ', comes of age' : '') : ', a milestone'
  if (occasion === 'birthday') return `, ${away < 0 ? 'turned' : 'turns'} ${years}${milestone}`
  return `, ${years} ${count(years, { one: 'year', other: 'years' })}${milestone}`
}

const occasion = (reason: Occasion): string =>
  `${occasionName(reason.date === null ? 'first-order' : reason.occasion)}${reason.who === null ? '' : `, ${reason.who}`}${yearsOf(reason)} – ${near(reason.days)}${reason.days < 0 ? ', belated' : ''}`

const gift = ({ gift: what, occasion: of, who, years, days: away }: Gift): string =>
  `buy a present: ${what} – ${occasionName(of)} ${near(away)}${who === null ? '' : `, ${who}`}${years !== null && of === 'birthday' ? `, turns ${years}` : ''}`

/** Why an entry stands on the list of the day, in one line. */
export function reason(why: Reason): string {
  switch (why.code) {
    case 'promised':
      return promised(why)
    case 'waits':
      return waits(why)
    case 'unpaid':
      return unpaid(why)
    case 'rhythm':
    case 'slipping':
      return offBeat(why)
    case 'cadence':
      return cadence(why)
    case 'lead':
      return `new, not called yet, in the base since ${sinceWhen(why.on, addDays(why.on, -why.days))}`
    case 'put-off':
      return putOff(why)
    case 'occasion':
      return occasion(why)
    case 'holiday':
      return `${holidayName(why.holiday, why.name, 'en')} – ${near(why.days)}${why.days < 0 ? ', belated' : ''}`
    case 'gift':
      return gift(why)
  }
}
