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
import { MONTHS } from '../../dates/uk.js'
import { holidayName } from '../../holidays.js'
import { orders } from '../../orders/uk.js'
import { plural } from '../../plural.js'

const count = plural('uk')

type Forms = { one: string; few: string; many: string; other: string }
const DAY: Forms = { one: 'день', few: 'дні', many: 'днів', other: 'дня' }
const WEEK: Forms = { one: 'тиждень', few: 'тижні', many: 'тижнів', other: 'тижня' }
const MONTH: Forms = { one: 'місяць', few: 'місяці', many: 'місяців', other: 'місяця' }
const YEAR: Forms = { one: 'рік', few: 'роки', many: 'років', other: 'року' }

const days = (number: number): string => `${Math.abs(number)} ${count(number, DAY)}`

/** `2 листопада`, with the year when it is another than today's. */
function date(on: CivilDate, today: CivilDate): string {
  const { year, month, day } = parts(on)
  return `${day} ${MONTHS[month - 1]}${year === parts(today).year ? '' : ` ${year}`}`
}

const SINCE_WEEKDAY = ['з понеділка', 'з вівторка', 'із середи', 'із четверга', 'з п’ятниці', 'із суботи', 'з неділі']

/** «з п’ятниці» of the last days, else «з 3 листопада»; «із 7 листопада» (сьомого). */
function sinceWhen(on: CivilDate, today: CivilDate): string {
  const ago = daysBetween(on, today)
  if (ago <= 1) return ago < 1 ? 'із сьогодні' : 'з учора'
  if (ago < 7) return SINCE_WEEKDAY[weekday(on) - 1] ?? ''
  return `${[4, 6, 7, 16, 17].includes(parts(on).day) ? 'із' : 'з'} ${date(on, today)}`
}

const NEXT: Record<number, string> = { [-1]: 'учора', 0: 'сьогодні', 1: 'завтра' }

const near = (number: number): string => NEXT[number] ?? (number > 0 ? `через ${days(number)}` : `${days(number)} тому`)

/** Weeks, months and years where they come out even. */
function every(number: number): string {
  const of = (amount: number, unit: Forms): string => `раз на ${amount === 1 ? '' : `${amount} `}${count(amount, unit)}`
  if (number % 365 === 0) return of(number / 365, YEAR)
  if (number % 30 === 0) return of(number / 30, MONTH)
  return number % 7 === 0 ? of(number / 7, WEEK) : of(number, DAY)
}

/** «о 14:30», but «об 11:30». */
const atTime = (time: string): string => `${time.startsWith('11') ? 'об' : 'о'} ${time}`

const HELD: Record<Held, string> = { 'opted-out': 'просили не дзвонити', paused: 'на паузі' }

const OCCASIONS: Record<string, string> = {
  birthday: 'день народження',
  anniversary: 'річниця',
  'name-day': 'іменини',
  'first-order': 'річниця першого замовлення',
  wedding: 'річниця весілля',
}
export const occasionName = (occasion: string): string =>
  Object.hasOwn(OCCASIONS, occasion) ? (OCCASIONS[occasion] ?? occasion) : occasion

function promised({ days: away, time, text, snoozed, held }: Promised): string {
  const notes = [snoozed ? 'уже відкладали' : null, held === null ? null : HELD[held]].filter((note) => note !== null)
  const bare = away === 0 && time === null && text !== null
  const late =
    away < 0
      ? `запізнення ${days(away)}`
      : away > 0
        ? [near(away), time === null ? '' : ` ${atTime(time)}`].join('')
        : time === null
          ? 'обіцяно на сьогодні'
          : atTime(time)
  const when = [...(bare && !snoozed ? [] : [late]), ...notes].join(', ')
  return [text, when].filter((part) => part !== null && part !== '').join(' – ')
}

const waits = ({ on, days: away, text }: Waits): string =>
  `чекає на відповідь ${sinceWhen(on, addDays(on, -away))}${text === null ? '' : `: «${text}»`}`

function unpaid({ on, days: away, sum, what }: Unpaid): string {
  const head = `не оплачено ${orders.money(sum)}${what === null ? '' : `, ${what}`}`
  if (away >= 0) return `${head} – термін ${near(away)}`
  return `${head} – термін був ${date(on, addDays(on, -away))}, ${near(away)}`
}

function offBeat({ code, on, days: away, expected_on, gap }: OffBeat): string {
  const today = addDays(on, -away)
  const ago = daysBetween(today, expected_on)
  const rhythm = gap <= 1 ? 'щодня' : `раз на ${days(gap)}`
  const expected = `чекали ${date(expected_on, today)}`
  return code === 'rhythm'
    ? `зазвичай замовляє ${rhythm}, ${expected}`
    : `відходить: замовлення йшли ${rhythm}, ${expected}, ${near(ago)}`
}

function cadence({ on, days: away, every: length, by, name, from }: Cadence): string {
  const mark = name === null || by === 'hand' ? null : by === 'tag' ? `#${name}` : `@${name}`
  const last = from === null ? 'ще жодного разу' : `востаннє ${date(from, addDays(on, -away))}`
  return [`дзвонити ${every(length)}`, mark, last].filter((part) => part !== null).join(', ')
}

const PUT_OFF: Record<string, string> = {
  promised: 'обіцянка',
  waits: 'чекає на відповідь',
  unpaid: 'не оплачене замовлення',
  rhythm: 'час замовити',
  slipping: 'відходить',
  cadence: 'давно не дзвонили',
  lead: 'новий контакт',
}

function putOff({ on, days: away, since, reasons }: PutOff): string {
  const why = reasons.flatMap((code) => PUT_OFF[code] ?? [])
  return `відкладено ${date(since, addDays(on, -away))}${why.length === 0 ? '' : `: ${why.join(', ')}`}`
}

function yearsOf({ occasion, years, round, days: away }: Occasion): string {
  if (years === null) return ''
  const milestone = !round || years % 5 > 0 ? (round && years === 18 ? ', повноліття' : '') : ', ювілей'
  if (occasion === 'birthday') return `, ${away < 0 ? 'виповнилося' : 'виповнюється'} ${years}${milestone}`
  return `, ${years} ${count(years, YEAR)}${milestone}`
}

const occasion = (reason: Occasion): string =>
  `${occasionName(reason.date === null ? 'first-order' : reason.occasion)}${reason.who === null ? '' : `, ${reason.who}`}${yearsOf(reason)} – ${near(reason.days)}${reason.days < 0 ? ', із запізненням' : ''}`

const gift = ({ gift: what, occasion: of, who, years, days: away }: Gift): string =>
  `купити подарунок: ${what} – ${near(away)} ${occasionName(of)}${who === null ? '' : `, ${who}`}${years !== null && of === 'birthday' ? `, виповнюється ${years}` : ''}`

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
      return `новий контакт, ще не дзвонили, у базі ${sinceWhen(why.on, addDays(why.on, -why.days))}`
    case 'put-off':
      return putOff(why)
    case 'occasion':
      return occasion(why)
    case 'holiday':
      return `${holidayName(why.holiday, why.name, 'uk')} – ${near(why.days)}${why.days < 0 ? ', із запізненням' : ''}`
    case 'gift':
      return gift(why)
  }
}
