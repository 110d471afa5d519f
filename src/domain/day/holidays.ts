import { type LeapDay, occurrenceIn } from '../anniversary.js'
import { addDays, type CivilDate, civil, daysInMonth, parts, weekday } from '../calendar.js'
import type { ClientKind, Sex } from '../client.js'
import type { Span } from './agenda.js'
import { countryOf } from './country.js'
import { easterOf } from './easter.js'
import { HOLIDAYS, type HolidayOfTheList, type HolidayRule } from './holiday-list.js'

/** What the user chose about a holiday, as the base keeps it; `name` and `month_day` are those of one of the user's own. */
export interface HolidayChoice {
  key: string
  active: number
  /** Whom to greet, in the language of the filter; null everybody it is meant for. */
  filter: string | null
  name: string | null
  month_day: string | null
  remind_days: number | null
}

/** A holiday on a day. */
export interface Celebration {
  key: string
  name: string | null
  on: CivilDate
}

/** A holiday with what was chosen about it. */
export interface ChosenHoliday extends Omit<HolidayOfTheList, 'byDefault'> {
  /** The name of one of the user's own. */
  name: string | null
  kept: boolean
  filter: string | null
  remind_days: number | null
}

/** The day on which a rule falls in a year. */
export function holidayIn(rule: HolidayRule, year: number, leapDay: LeapDay = 28): CivilDate {
  switch (rule.is) {
    case 'day': {
      const [month = 1, day = 1] = rule.monthDay.split('-').map(Number)
      return occurrenceIn(year, { year: null, month, day }, leapDay)
    }
    case 'day-of-year':
      return addDays(civil(year, 1, 1), rule.day - 1)
    case 'easter':
      return easterOf(rule.church, year)
    case 'weekday': {
      const { nth, month } = rule
      if (nth === -1) {
        const last = civil(year, month, daysInMonth(year, month))
        return addDays(last, -((weekday(last) - rule.weekday + 7) % 7))
      }
      const first = civil(year, month, 1)
      return addDays(first, ((rule.weekday - weekday(first) + 7) % 7) + (nth - 1) * 7)
    }
  }
}

/** The next day it falls on, that day included. */
export function nextHoliday(rule: HolidayRule, day: CivilDate, leapDay: LeapDay = 28): CivilDate {
  const { year } = parts(day)
  const now = holidayIn(rule, year, leapDay)
  return now >= day ? now : holidayIn(rule, year + 1, leapDay)
}

/** The days on which it falls in a span around a day. */
export function holidayNear(
  rule: HolidayRule,
  day: CivilDate,
  { ahead, belated }: Span,
  leapDay: LeapDay = 28,
): CivilDate[] {
  const [from, to] = [addDays(day, -belated), addDays(day, ahead)]
  const years = new Set([parts(from).year, parts(day).year, parts(to).year])
  return [...years].map((year) => holidayIn(rule, year, leapDay)).filter((on) => on >= from && on <= to)
}

/** All holidays: those of the list, then the user's own, with what was chosen. */
export function chosenHolidays(choices: readonly HolidayChoice[]): ChosenHoliday[] {
  const byKey = new Map(choices.map((choice) => [choice.key, choice]))
  const listed = HOLIDAYS.map(({ byDefault, ...holiday }): ChosenHoliday => {
    const choice = byKey.get(holiday.key)
    return {
      ...holiday,
      name: null,
      kept: choice ? choice.active === 1 : byDefault,
      filter: choice?.filter ?? null,
      remind_days: choice?.remind_days ?? null,
    }
  })
  const own = choices.flatMap(({ key, name, month_day, active, filter, remind_days }): ChosenHoliday[] =>
    name === null || month_day === null
      ? []
      : [
          {
            key,
            name,
            rule: { is: 'day', monthDay: month_day },
            whom: 'everyone',
            countries: null,
            church: true,
            kept: active === 1,
            filter,
            remind_days,
          },
        ],
  )
  return [...listed, ...own]
}

/** A client as far as it matters for whom a holiday is. */
export interface Celebrant {
  id: number
  kind: ClientKind
  vip: boolean
  sort_key: string
  sex: Sex | null
  patronymic: string | null
  /** As entered. */
  country: string | null
  /** The first number, in E.164. */
  phone: string | null
}

/** By the patronymic alone: a given name may be anybody's («Саша»), and a day of women is no day for guesses. */
export function sexByPatronymic(patronymic: string | null): Sex | null {
  if (patronymic === null) return null
  const word = patronymic.trim().toLowerCase()
  if (/(вна|ична|инична|[іїи]вна|vna|ichna|кызы|гызы|қызы|qizi)$/.test(word)) return 'female'
  return /(ич|ovych|ovich|evich|ych|ich|оглы|оглу|угли|ұлы|улы|ogly|oglu)$/.test(word) ? 'male' : null
}

/** Is the holiday meant for this client, whom its filter has let through? */
export function isMeantFor(holiday: ChosenHoliday, client: Celebrant, ownCountry: string): boolean {
  const { whom, countries, filter, church } = holiday
  if (whom === 'chosen' && filter === null) return false
  if (whom === 'female' || whom === 'male') {
    if (client.kind !== 'person' || (client.sex ?? sexByPatronymic(client.patronymic)) !== whom) return false
  }
  if (countries === null || (church && filter !== null)) return true
  const country = countryOf(client, ownCountry)
  return country !== null && countries.includes(country)
}

/** What names a holiday of a day among the rows of `attention`. */
export const holidayMark = (key: string, on: CivilDate): string => `${key}:${on}`

/** The key and the day of a mark. */
export const readHolidayMark = (mark: string): { key: string; on: CivilDate } => ({
  key: mark.slice(0, -11),
  on: mark.slice(-10),
})
