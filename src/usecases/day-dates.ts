import { monthDaysNear, occurrenceNear } from '../domain/anniversary.js'
import type { CivilDate } from '../domain/calendar.js'
import type { Attention } from '../domain/day/attention.js'
import { type Around, type DateDue, GIFT_AHEAD, giftsOf, greetable, greetingOf } from '../domain/day/greeting.js'
import { linkedBy } from '../domain/day/links.js'
import type { AgendaEntry } from '../domain/day/reason.js'
import { groupsOf, pairsOf, sameOccasion } from '../domain/day/same-person.js'
import type { Filter } from '../domain/filter.js'
import type { Deps } from './deps.js'

/** Birthdays and other days that come back, and the presents for them; of one client alone when it is given. */
export async function datesDue(
  deps: Deps,
  around: Around,
  filter: Filter | null,
  client: number | undefined,
  putOffGifts: readonly number[],
): Promise<AgendaEntry[]> {
  const groups = (await datesAround(deps, around, filter, client, putOffGifts)).filter(
    (group) => client === undefined || group.some(({ client_id }) => client_id === client),
  )
  const greetings = groups.flatMap((group) => greetingOf(group, around) ?? [])
  return around.early ? [...greetings, ...(await presents(deps, groups, around))] : greetings
}

/** How far ahead a date may have something to say. */
const reachOf = ({ remind_days, gift, vip }: DateDue, { span, early, rules }: Around): number =>
  early
    ? Math.max(span.ahead, remind_days ?? Math.max(vip ? rules.vipAhead : 0, gift === null ? 0 : GIFT_AHEAD))
    : span.ahead

/** The days near, each occasion of one person a group. */
async function datesAround(
  { store }: Deps,
  around: Around,
  filter: Filter | null,
  client: number | undefined,
  putOffGifts: readonly number[],
): Promise<DateDue[][]> {
  const { day, span, early, rules } = around
  const { greetings } = store
  const near = client === undefined ? monthDaysNear(day, span, rules.leapDay) : []
  const further = (ahead: number): string[] =>
    monthDaysNear(day, { belated: 0, ahead }, rules.leapDay).filter((monthDay) => !near.includes(monthDay))
  const found = new Map<number, DateDue>()
  const note = (dates: readonly DateDue[]): void => {
    for (const date of dates) found.set(date.id, date)
  }
  if (client === undefined) {
    note(await greetings.dates({ is: 'on', monthDays: near }, filter))
    if (early) {
      note(await greetings.dates({ is: 'reminded' }, filter))
      note(await greetings.dates({ is: 'prepared', monthDays: further(rules.vipAhead), whose: 'vips' }, filter))
      note(await greetings.dates({ is: 'prepared', monthDays: further(GIFT_AHEAD), whose: 'with-gift' }, filter))
    }
  } else note(await greetings.dates({ is: 'of', client }, filter))
  const back = await greetings.dates({ is: 'put-off', until: day }, filter)
  if (putOffGifts.length > 0) back.push(...(await greetings.dates({ is: 'these', ids: putOffGifts }, filter)))
  note(back)
  const returned = new Set(back.map(({ id }) => id))
  const isNear = (date: DateDue): boolean =>
    returned.has(date.id) ||
    occurrenceNear(anniversaryOf(date), day, { ...span, ahead: reachOf(date, around) }, rules.leapDay) !== null
  const days = new Set([...found.values()].filter(isNear).map(({ month_day }) => month_day))
  // Another card may have the same day without asking to be reminded of it.
  const missing = [...days].filter((monthDay) => !near.includes(monthDay))
  if (missing.length > 0) note(await greetings.dates({ is: 'on', monthDays: missing }, filter))
  return groupsAmong(
    store,
    [...found.values()].filter(({ month_day }) => days.has(month_day)),
  )
}

const anniversaryOf = ({ year, month_day }: DateDue) => ({
  year,
  month: Number(month_day.slice(0, 2)),
  day: Number(month_day.slice(3)),
})

async function groupsAmong({ greetings }: Deps['store'], dates: DateDue[]): Promise<DateDue[][]> {
  const likely = pairsOf(dates, () => true)
  const clients = new Set(likely.flatMap((pair) => pair.map(({ client_id }) => client_id)))
  const linked = linkedBy(await greetings.links([...clients]))
  const done = await greetings.done(dates.map(({ id }) => id))
  for (const date of dates) date.greetings = done.get(date.id) ?? []
  return groupsOf(
    dates,
    likely.filter(([a, b]) => sameOccasion(a, b, linked)),
  )
}

async function presents({ store }: Deps, groups: readonly DateDue[][], around: Around): Promise<AgendaEntry[]> {
  const given = groups.filter((group) => group.some(({ gift }) => gift !== null))
  if (given.length === 0) return []
  const attention = await store.attention.of([
    ...new Set(given.flatMap((group) => group.map(({ client_id }) => client_id))),
  ])
  const kept = ({ client_id }: DateDue, mark: string): Attention | undefined =>
    attention.get(client_id)?.find((row) => row.about === 'gift' && row.mark === mark)
  return given.flatMap((group) => giftsOf(group, around, kept))
}

/** The dates that one greeting on a day serves: all cards on which the occasion of this person stands. */
export async function sameDates({ store }: Deps, id: number): Promise<{ date: number; client_id: number }[]> {
  const [date] = await store.greetings.dates({ is: 'these', ids: [id] }, null)
  if (!date) return []
  const dates = await store.greetings.dates({ is: 'on', monthDays: [date.month_day] }, null)
  const group = (await groupsAmong(store, dates)).find((each) => each.some((day) => day.id === id)) ?? []
  const own = group.filter((each) => each.id === id)
  return [...own, ...greetable(group).filter((each) => each.id !== id)].map(({ id: each, client_id }) => ({
    date: each,
    client_id,
  }))
}

/** The day a mark of a gift speaks of, and its date. */
export const readGiftMark = (mark: string): { date: number; on: CivilDate } => ({
  date: Number(mark.slice(0, -11)),
  on: mark.slice(-10),
})
