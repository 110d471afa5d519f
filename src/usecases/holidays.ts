import { formatAnniversary, parseAnniversary } from '../domain/anniversary.js'
import type { CivilDate } from '../domain/calendar.js'
import { DEFAULT_GREETING } from '../domain/day/greeting.js'
import type { Whom } from '../domain/day/holiday-list.js'
import { type ChosenHoliday, chosenHolidays, nextHoliday } from '../domain/day/holidays.js'
import { FilterError } from '../domain/filter/tree.js'
import { searchKey } from '../domain/fold.js'
import { nearestWord } from '../domain/nearest.js'
import { cleanLine } from '../domain/text.js'
import { ambiguous, notFound, typedWrongly } from '../errors.js'
import { readRemind } from './dates.js'
import { celebrantsOf } from './day-holidays.js'
import { type Deps, entryOf, localNow } from './deps.js'
import { readFilter } from './filters.js'

/** What holidays are called, by key, in all languages (`words/holidays.ts`); a use case is handed it. */
export type HolidayNames = Readonly<Record<string, readonly string[]>>

/** A holiday of the list, or one of the user's own, and what was chosen about it. */
export interface ListedHoliday {
  key: string
  /** The name of one of the user's own; null for a holiday of the list, whose name is in the words. */
  name: string | null
  /** The next day it falls on, today included. */
  on: CivilDate
  kept: boolean
  /** For whom it is meant; `chosen` says that nobody is greeted until a filter is given. */
  whom: Whom
  /** ISO 3166 codes of the clients' countries; null: of all countries. */
  countries: readonly string[] | null
  filter: string | null
  remind_days: number | null
  /** How many clients it is meant for; null when the filter can no longer be read. */
  clients: number | null
}

/** All holidays, the kept ones first, in the order of the days on which they come next. */
export async function listHolidays(deps: Deps): Promise<ListedHoliday[]> {
  const listed: ListedHoliday[] = []
  for (const holiday of await holidaysOf(deps)) listed.push(await listedOf(deps, holiday))
  return listed.sort(
    (a, b) => Number(b.kept) - Number(a.kept) || (a.on < b.on ? -1 : a.on > b.on ? 1 : a.key < b.key ? -1 : 1),
  )
}

const holidaysOf = async ({ store }: Pick<Deps, 'store'>): Promise<ChosenHoliday[]> =>
  chosenHolidays(await store.greetings.holidays())

async function listedOf(deps: Deps, holiday: ChosenHoliday): Promise<ListedHoliday> {
  const { key, name, rule, kept, whom, countries, filter, remind_days } = holiday
  const { leapDay } = deps.greeting ?? DEFAULT_GREETING
  const on = nextHoliday(rule, localNow(deps).date, leapDay)
  return { key, name, on, kept, whom, countries, filter, remind_days, clients: await countOf(deps, holiday) }
}

async function countOf(deps: Deps, holiday: ChosenHoliday): Promise<number | null> {
  try {
    return (await celebrantsOf(deps, holiday, null)).length
  } catch (error) {
    if (error instanceof FilterError) return null
    throw error
  }
}

/** The key of a holiday by its key or a name in any language; exit 3 with the nearest name, 4 when several fit. */
export const holidayNamed = async (deps: Deps, typed: string, names: HolidayNames): Promise<string> =>
  (await sought(deps, typed, names)).key

async function sought(deps: Deps, typed: string, names: HolidayNames): Promise<ChosenHoliday> {
  const found = matching(await holidaysOf(deps), typed, names)
  const [only] = found
  if (only && found.length === 1) return only
  if (only)
    throw ambiguous((words) => ({ text: words.errors.severalHolidays(typed), details: found.map(({ key }) => key) }))
  const all = (await holidaysOf(deps)).flatMap((holiday) => namesOf(holiday, names))
  throw notFound((words) => ({
    text: words.errors.noHoliday(typed, nearestWord(typed, all)),
    hint: words.errors.noHolidayHint,
  }))
}

const namesOf = ({ key, name }: ChosenHoliday, names: HolidayNames): string[] => [
  key,
  ...(name === null ? [] : [name]),
  ...(names[key] ?? []),
]

/** Those called just so; else those whose name has all the words, of which one word may be half typed. */
function matching(all: readonly ChosenHoliday[], typed: string, names: HolidayNames): ChosenHoliday[] {
  const wanted = searchKey(typed)
  if (wanted === '') return []
  const exact = all.filter((holiday) => namesOf(holiday, names).some((name) => searchKey(name) === wanted))
  const byKey = exact.find(({ key }) => key === typed.trim().toLowerCase())
  if (byKey) return [byKey]
  if (exact.length > 0) return exact
  const words = wanted.split(' ')
  return all.filter((holiday) =>
    namesOf(holiday, names).some((name) => {
      const own = searchKey(name).split(' ')
      return words.every((word) => own.some((each) => each.startsWith(word)))
    }),
  )
}

export interface HolidayWish {
  name: string
  /** Whom to greet, in the language of the filter; null as it is, empty everybody it is meant for. */
  filter: string | null
  /** `12.06`: a holiday of the user's own. */
  day: string | null
  remind: string | null
}

/**
 * Keeps a holiday, or one of the user's own when `day` is given. Exit 2 for a day or span that cannot be read and for the day of a
 * trade without a filter, `FilterError` for a filter, exit 3 for a name that is not known.
 */
export async function keepHoliday(deps: Deps, wish: HolidayWish, names: HolidayNames): Promise<ListedHoliday> {
  const remind = wish.remind === null ? {} : { remind_days: readRemind(wish.remind) }
  const filter = wish.filter === null ? {} : { filter: wish.filter.trim() || null }
  if (filter.filter) await readFilter(deps, filter.filter)
  const own = wish.day === null ? null : ownHoliday(deps, wish.name, wish.day)
  const holiday = own === null ? await sought(deps, wish.name, names) : null
  if (holiday?.whom === 'chosen' && ('filter' in filter ? filter.filter : holiday.filter) === null)
    throw typedWrongly((words) => ({ text: words.errors.holidayForWhom(wish.name), hint: words.errors.holidayForHint }))
  const key = own?.key ?? holiday?.key ?? ''
  await deps.store.write(entryOf(deps), async (writing) => {
    const before = (await writing.greetings.holidays()).find((each) => each.key === key)
    const value = { active: 1, ...(own ?? {}), ...filter, ...remind }
    if (before) await writing.update('holiday', before.id, value)
    else
      await writing.insert('holiday', { key, filter: null, name: null, month_day: null, remind_days: null, ...value })
  })
  return chosenOf(deps, key)
}

async function chosenOf(deps: Deps, key: string): Promise<ListedHoliday> {
  const holiday = (await holidaysOf(deps)).find((each) => each.key === key)
  if (!holiday) throw new Error('a holiday just written is gone')
  return listedOf(deps, holiday)
}

function ownHoliday(deps: Deps, typed: string, day: string): { key: string; name: string; month_day: string } {
  const name = cleanLine(typed)
  const slug = searchKey(name).replaceAll(' ', '-')
  if (slug === '') throw typedWrongly((words) => words.errors.noOccasion)
  const read = parseAnniversary(day, localNow(deps).date)
  if (typeof read === 'string')
    throw typedWrongly((words) => ({ text: words.errors.when[read](day), hint: words.errors.birthdayHint }))
  return { key: `own-${slug}`, name, month_day: formatAnniversary({ ...read, year: null }).slice(2) }
}

/** Keeps it no longer; one of the user's own is removed. Exit 3 for a name that is not known. */
export async function dropHoliday(deps: Deps, name: string, names: HolidayNames): Promise<ListedHoliday> {
  const holiday = await sought(deps, name, names)
  await deps.store.write(entryOf(deps), async (writing) => {
    const before = (await writing.greetings.holidays()).find(({ key }) => key === holiday.key)
    if (before && holiday.name !== null) await writing.remove('holiday', [before.id])
    else if (before) await writing.update('holiday', before.id, { active: 0 })
    else
      await writing.insert('holiday', {
        key: holiday.key,
        active: 0,
        filter: null,
        name: null,
        month_day: null,
        remind_days: null,
      })
  })
  return listedOf(deps, { ...holiday, kept: false })
}
