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
import { MONTHS } from '../../dates/ru.js'
import { holidayName } from '../../holidays.js'
import { orders } from '../../orders/ru.js'
import { plural } from '../../plural.js'

const count = plural('ru')

type Forms = { one: string; few: string; many: string; other: string }
const DAY: Forms = { one: 'день', few: 'дня', many: 'дней', other: 'дня' }
const WEEK: Forms = { one: 'неделю', few: 'недели', many: 'недель', other: 'недели' }
const MONTH: Forms = { one: 'месяц', few: 'месяца', many: 'месяцев', other: 'месяца' }
const YEAR: Forms = { one: 'год', few: 'года', many: 'лет', other: 'года' }

const days = (number: number): string => `${Math.abs(number)} ${count(number, DAY)}`

/** `2 ноября`, with the year when it is another than today's. */
function date(on: CivilDate, today: CivilDate): string {
  const { year, month, day } = parts(on)
  return `${day} ${MONTHS[month - 1]}${year === parts(today).year ? '' : ` ${year}`}`
}

const SINCE_WEEKDAY = [
  'с понедельника',
  'со вторника',
  'со среды',
  'с четверга',
  'с пятницы',
  'с субботы',
  'с воскресенья',
]

/** «с пятницы» of the last days, else «с 3 ноября», «со 2 ноября» (второго). */
function sinceWhen(on: CivilDate, today: CivilDate): string {
  const ago = daysBetween(on, today)
  if (ago <= 1) return ago < 1 ? 'с сегодняшнего дня' : 'со вчерашнего дня'
  if (ago < 7) return SINCE_WEEKDAY[weekday(on) - 1] ?? ''
  return `${parts(on).day === 2 ? 'со' : 'с'} ${date(on, today)}`
}

const NEXT: Record<number, string> = { [-1]: 'вчера', 0: 'сегодня', 1: 'завтра' }

const near = (number: number): string =>
  NEXT[number] ?? (number > 0 ? `через ${days(number)}` : `${days(number)} назад`)

/** Weeks, months and years where they come out even. */
function every(number: number): string {
  const of = (amount: number, unit: Forms): string => `раз в ${amount === 1 ? '' : `${amount} `}${count(amount, unit)}`
  if (number % 365 === 0) return of(number / 365, YEAR)
  if (number % 30 === 0) return of(number / 30, MONTH)
  return number % 7 === 0 ? of(number / 7, WEEK) : of(number, DAY)
}

const HELD: Record<Held, string> = { 'opted-out': 'просили не звонить', paused: 'на паузе' }

const OCCASIONS: Record<string, string> = {
  birthday: 'день рождения',
  anniversary: 'годовщина',
  'name-day': 'именины',
  'first-order': 'годовщина первого заказа',
  wedding: 'годовщина свадьбы',
}
export const occasionName = (occasion: string): string =>
  Object.hasOwn(OCCASIONS, occasion) ? (OCCASIONS[occasion] ?? occasion) : occasion

function promised({ days: away, time, text, snoozed, held }: Promised): string {
  const notes = [snoozed ? 'уже откладывали' : null, held === null ? null : HELD[held]].filter((note) => note !== null)
  const bare = away === 0 && time === null && text !== null
  const late =
    away < 0
      ? `опоздание ${days(away)}`
      : away > 0
        ? [near(away), time === null ? '' : ` в ${time}`].join('')
        : time === null
          ? 'обещано на сегодня'
          : `в ${time}`
  const when = [...(bare && !snoozed ? [] : [late]), ...notes].join(', ')
  return [text, when].filter((part) => part !== null && part !== '').join(' – ')
}

const waits = ({ on, days: away, text }: Waits): string =>
  `ждёт ответа ${sinceWhen(on, addDays(on, -away))}${text === null ? '' : `: «${text}»`}`

function unpaid({ on, days: away, sum, what }: Unpaid): string {
  const head = `не оплачено ${orders.money(sum)}${what === null ? '' : `, ${what}`}`
  if (away >= 0) return `${head} – срок ${near(away)}`
  return `${head} – срок был ${date(on, addDays(on, -away))}, ${near(away)}`
}

function offBeat({ code, on, days: away, expected_on, gap }: OffBeat): string {
  const today = addDays(on, -away)
  const ago = daysBetween(today, expected_on)
  const rhythm = gap <= 1 ? 'каждый день' : `раз в ${days(gap)}`
  const expected = `ждали ${date(expected_on, today)}`
  return code === 'rhythm'
    ? `обычно заказывает ${rhythm}, ${expected}`
    : `уходит: заказы шли ${rhythm}, ${expected}, ${near(ago)}`
}

function cadence({ on, days: away, every: length, by, name, from }: Cadence): string {
  const mark = name === null || by === 'hand' ? null : by === 'tag' ? `#${name}` : `@${name}`
  const last = from === null ? 'ещё ни разу' : `последний раз ${date(from, addDays(on, -away))}`
  return [`звонить ${every(length)}`, mark, last].filter((part) => part !== null).join(', ')
}

const PUT_OFF: Record<string, string> = {
  promised: 'обещание',
  waits: 'ждёт ответа',
  unpaid: 'не оплачен заказ',
  rhythm: 'пора заказать',
  slipping: 'уходит',
  cadence: 'давно не звонили',
  lead: 'новый контакт',
}

function putOff({ on, days: away, since, reasons }: PutOff): string {
  const why = reasons.flatMap((code) => PUT_OFF[code] ?? [])
  return `отложено ${date(since, addDays(on, -away))}${why.length === 0 ? '' : `: ${why.join(', ')}`}`
}

function yearsOf({ occasion, years, round, days: away }: Occasion): string {
  if (years === null) return ''
  const milestone = !round || years % 5 > 0 ? (round && years === 18 ? ', совершеннолетие' : '') : ', юбилей'
  if (occasion === 'birthday') return `, ${away < 0 ? 'исполнилось' : 'исполняется'} ${years}${milestone}`
  return `, ${years} ${count(years, YEAR)}${milestone}`
}

const occasion = (reason: Occasion): string =>
  `${occasionName(reason.date === null ? 'first-order' : reason.occasion)}${reason.who === null ? '' : `, ${reason.who}`}${yearsOf(reason)} – ${near(reason.days)}${reason.days < 0 ? ', с опозданием' : ''}`

const gift = ({ gift: what, occasion: of, who, years, days: away }: Gift): string =>
  `купить подарок: ${what} – ${near(away)} ${occasionName(of)}${who === null ? '' : `, ${who}`}${years !== null && of === 'birthday' ? `, исполняется ${years}` : ''}`

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
      return `новый контакт, ещё не звонили, в базе ${sinceWhen(why.on, addDays(why.on, -why.days))}`
    case 'put-off':
      return putOff(why)
    case 'occasion':
      return occasion(why)
    case 'holiday':
      return `${holidayName(why.holiday, why.name, 'ru')} – ${near(why.days)}${why.days < 0 ? ', с опозданием' : ''}`
    case 'gift':
      return gift(why)
  }
}
