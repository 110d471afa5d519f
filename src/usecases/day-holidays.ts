import { addDays, type CivilDate, daysBetween } from '../domain/calendar.js'
import type { Around } from '../domain/day/greeting.js'
import {
  type Celebrant,
  type Celebration,
  type ChosenHoliday,
  chosenHolidays,
  holidayMark,
  holidayNear,
  isMeantFor,
  nextHoliday,
  readHolidayMark,
} from '../domain/day/holidays.js'
import { writeKey } from '../domain/day/keys.js'
import { linkedBy } from '../domain/day/links.js'
import type { AgendaEntry } from '../domain/day/reason.js'
import { samePerson } from '../domain/day/same-person.js'
import { FilterError } from '../domain/filter/tree.js'
import type { Filter } from '../domain/filter.js'
import type { Deps } from './deps.js'
import { readFilter } from './filters.js'

/** What was put off, by client and mark. */
export type PutOff = readonly { client_id: number; mark: string }[]

interface Wanted {
  filter: Filter | null
  client: number | undefined
  putOff: PutOff
}

/** Greetings for the holidays that are kept and near. */
export async function holidaysDue(deps: Deps, around: Around, wanted: Wanted): Promise<AgendaEntry[]> {
  const { day, span, early, rules } = around
  const entries: AgendaEntry[] = []
  for (const holiday of chosenHolidays(await deps.store.greetings.holidays())) {
    if (!holiday.kept) continue
    const ahead = early ? Math.max(span.ahead, holiday.remind_days ?? 0) : span.ahead
    const days = new Set(holidayNear(holiday.rule, day, { ...span, ahead }, rules.leapDay))
    const back = wanted.putOff
      .map(({ client_id, mark }) => ({ client_id, ...readHolidayMark(mark) }))
      .filter(({ key, on }) => key === holiday.key && !days.has(on) && on >= addDays(day, -FORGOTTEN_AFTER))
    for (const on of days) entries.push(...(await celebrationOf(deps, holiday, on, around, wanted)))
    for (const on of new Set(back.map((each) => each.on))) {
      const those = new Set(back.filter((each) => each.on === on).map(({ client_id }) => client_id))
      const all = await celebrationOf(deps, holiday, on, around, wanted)
      entries.push(...all.filter(({ client_id }) => those.has(client_id)))
    }
  }
  return entries
}

/** What was put off longer than this is forgotten. */
const FORGOTTEN_AFTER = 180

/** Everybody one holiday is meant for, kept or not, when it comes next. */
export async function holidayFor(
  deps: Deps,
  key: string,
  around: Around,
  wanted: Omit<Wanted, 'putOff'>,
): Promise<AgendaEntry[]> {
  const holiday = chosenHolidays(await deps.store.greetings.holidays()).find((each) => each.key === key)
  if (!holiday) return []
  const { day, span, rules } = around
  const [near] = holidayNear(holiday.rule, day, span, rules.leapDay).sort(
    (a, b) => Math.abs(daysBetween(day, a)) - Math.abs(daysBetween(day, b)),
  )
  const on = near ?? nextHoliday(holiday.rule, day, rules.leapDay)
  return celebrationOf(deps, openedBy(wanted.filter, holiday), on, around, { ...wanted, putOff: [] })
}

/** A trade or a faith is not known: with a filter of the moment the holiday is for those, as with one that was kept with it. */
function openedBy(filter: Filter | null, holiday: ChosenHoliday): ChosenHoliday {
  if (filter === null || holiday.filter !== null) return holiday
  const whom = holiday.whom === 'chosen' ? 'everyone' : holiday.whom
  return { ...holiday, whom, countries: holiday.church ? null : holiday.countries }
}

/** Whom a holiday is meant for. Throws `FilterError` for a filter that can no longer be read. */
export async function celebrantsOf(
  deps: Deps,
  holiday: ChosenHoliday,
  filter: Filter | null,
  clients?: readonly number[],
): Promise<Celebrant[]> {
  if (holiday.whom === 'chosen' && holiday.filter === null) return []
  const own = holiday.filter === null ? null : await readFilter(deps, holiday.filter)
  const filters = [own, filter].filter((each) => each !== null)
  const detailed = holiday.whom === 'female' || holiday.whom === 'male' || holiday.countries !== null
  const all = await deps.store.greetings.celebrants(filters, { clients, detailed })
  return all.filter((each) => isMeantFor(holiday, each, deps.country))
}

async function celebrationOf(
  deps: Deps,
  holiday: ChosenHoliday,
  on: CivilDate,
  { day, today }: Around,
  { filter, client }: Wanted,
): Promise<AgendaEntry[]> {
  const { greetings } = deps.store
  const others = await sameClients(deps, client)
  const asked = client === undefined ? undefined : await peopleAround(deps, client, others)
  const all = await celebrantsOf(deps, holiday, filter, asked).catch((error: unknown) => {
    // A filter that can no longer be read, `greet --holidays` tells; the rest of the day goes on.
    if (error instanceof FilterError) return []
    throw error
  })
  if (all.length === 0) return []
  const mark = holidayMark(holiday.key, on)
  const attended = new Map((await greetings.attended('holiday', [mark])).map((row) => [row.client_id, row]))
  const left = await withoutFirms(deps, all, client)
  const ids = new Set(left.map(({ id }) => id))
  const entries = left.flatMap((celebrant): AgendaEntry[] => {
    const same = others.get(celebrant.id)
    // One record of several, the oldest of those it is meant for.
    if (same && (same.opted_out || same.ids.some((id) => id < celebrant.id && ids.has(id)))) return []
    const rows = [celebrant.id, ...(same?.ids ?? [])].flatMap((id) => attended.get(id) ?? [])
    if (rows.some(({ state, snoozed_until }) => state !== 'snoozed' || (snoozed_until ?? on) > day)) return []
    const also = (same?.ids ?? []).filter((id) => id !== celebrant.id && ids.has(id))
    const due =
      rows
        .map(({ snoozed_until }) => snoozed_until ?? on)
        .sort()
        .at(-1) ?? on
    return [entryOf(celebrant, { key: holiday.key, name: holiday.name, on }, { due, today, also })]
  })
  return client === undefined ? entries : entries.filter((each) => [each.client_id, ...each.also].includes(client))
}

const entryOf = (
  { id, vip, sort_key }: Celebrant,
  { key, name, on }: Celebration,
  { due, today, also }: { due: CivilDate; today: CivilDate; also: number[] },
): AgendaEntry => ({
  key: writeKey({ is: 'holiday', holiday: key, client: id, occursOn: on }),
  section: 'greetings',
  client_id: id,
  due,
  time: null,
  vip,
  sort_key,
  reasons: [{ code: 'holiday', holiday: key, name, on, days: daysBetween(today, on) }],
  score: 0,
  terms: [],
  also,
})

/** A client, its other records, and the people of a firm: all on whom it depends whether that client is greeted. */
async function peopleAround({ store }: Deps, client: number, same: Map<number, Same>): Promise<number[]> {
  const people = (await store.greetings.employment(client)).map(({ client_id }) => client_id)
  return [...new Set([client, ...(same.get(client)?.ids ?? []), ...people])]
}

/** A firm is not greeted beside its people. */
async function withoutFirms({ store }: Deps, all: Celebrant[], client: number | undefined): Promise<Celebrant[]> {
  if (!all.some(({ kind }) => kind === 'company')) return all
  const people = new Set(all.flatMap(({ id, kind }) => (kind === 'person' ? [id] : [])))
  const employed = await store.greetings.employment(client)
  const greeted = new Set(employed.flatMap(({ client_id, company_id }) => (people.has(client_id) ? [company_id] : [])))
  return all.filter(({ id, kind }) => kind === 'person' || !greeted.has(id))
}

interface Same {
  ids: number[]
  opted_out: boolean
}

/** Records of the same person or firm, by each of them. */
export async function sameClients({ store }: Deps, client: number | undefined): Promise<Map<number, Same>> {
  const alike = await store.greetings.alike(client)
  const ids = [...new Set(alike.flat())]
  const known = new Map((await store.greetings.known(ids)).map((each) => [each.client_id, each]))
  const linked = linkedBy({
    points: alike.flatMap((group, index) => group.map((id) => ({ client_id: id, value: String(index) }))),
    relations: [],
    referrals: [],
  })
  const found = new Map<number, Same>()
  for (const group of alike)
    for (const id of group)
      for (const other of group) {
        const [a, b] = [known.get(id), known.get(other)]
        if (id >= other || !a || !b || !samePerson(a, b, linked)) continue
        const joined: Same = {
          ids: [...new Set([id, other, ...(found.get(id)?.ids ?? []), ...(found.get(other)?.ids ?? [])])],
          opted_out:
            a.opted_out || b.opted_out || found.get(id)?.opted_out === true || found.get(other)?.opted_out === true,
        }
        for (const each of joined.ids) found.set(each, joined)
      }
  return found
}
