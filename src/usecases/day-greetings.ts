import { addDays, type CivilDate, daysBetween } from '../domain/calendar.js'
import type { Span } from '../domain/day/agenda.js'
import { type Around, DEFAULT_GREETING } from '../domain/day/greeting.js'
import { readKey, writeKey } from '../domain/day/keys.js'
import { type FirstOrderDay, firstOrderDays } from '../domain/day/occasions.js'
import type { AgendaEntry } from '../domain/day/reason.js'
import type { Filter } from '../domain/filter.js'
import type { FirstOrder } from '../store/greetings.js'
import { datesDue, readGiftMark, sameDates } from './day-dates.js'
import { holidayFor, holidaysDue, sameClients } from './day-holidays.js'
import { type Deps, localNow } from './deps.js'

export interface GreetingsWanted extends Span {
  filter: Filter | null
  /** Only what concerns this client. */
  client?: number
  /** Another day than today; nothing is announced ahead of it then but what `ahead` says. */
  date?: CivilDate
  /** The key of a holiday (`holidayNamed`), for everybody it is meant for, whether it is kept or not; nothing else. */
  holiday?: string
}

/** Whom to greet, and the presents to be bought for it; what is done already is left out. */
export async function greetingsDue(deps: Deps, wanted: GreetingsWanted): Promise<AgendaEntry[]> {
  const { filter, client, date, holiday, ahead, belated } = wanted
  const today = localNow(deps).date
  const day = date ?? today
  const rules = deps.greeting ?? DEFAULT_GREETING
  const around: Around = { day, today, span: { ahead, belated }, early: date === undefined, rules }
  if (holiday !== undefined) return holidayFor(deps, holiday, around, { filter, client })
  const putOff = (await deps.store.greetings.putOff(day)).filter(
    ({ client_id }) => client === undefined || client_id === client,
  )
  const about = (name: string) => putOff.filter((row) => row.about === name)
  const gifts = about('gift').map(({ mark }) => readGiftMark(mark).date)
  return [
    ...(await datesDue(deps, around, filter, client, gifts)),
    ...(await firstOrdersDue(deps, around, { filter, client, putOff: about('first-order') })),
    ...(await holidaysDue(deps, around, { filter, client, putOff: about('holiday') })),
  ]
}

/** What was put off longer than this is forgotten. */
const FORGOTTEN_AFTER = 180

/** Round numbers of years since the first order. */
async function firstOrdersDue(
  { store }: Deps,
  { day, today, span, early, rules }: Around,
  {
    filter,
    client,
    putOff,
  }: { filter: Filter | null; client: number | undefined; putOff: readonly { client_id: number; mark: string }[] },
): Promise<AgendaEntry[]> {
  const ahead = early ? Math.max(span.ahead, rules.vipAhead) : span.ahead
  const back = putOff.map(({ mark }) => mark).filter((on) => on >= addDays(day, -FORGOTTEN_AFTER))
  const near = firstOrderDays(day, span, rules.leapDay)
  const further = firstOrderDays(day, { belated: 0, ahead }, rules.leapDay).filter(
    ({ on }) => on > addDays(day, span.ahead),
  )
  const returned = [...new Set(back)].flatMap((on) => firstOrderDays(on, { ahead: 0, belated: 0 }, rules.leapDay))
  const byFirst = new Map<CivilDate, FirstOrderDay>(
    [...near, ...further, ...returned].map((each) => [each.first, each]),
  )
  const asked = (days: readonly FirstOrderDay[], vipsOnly: boolean) =>
    store.greetings.firstOrders(
      days.map(({ first }) => first),
      { filter, client, vipsOnly },
    )
  const found = [...(await asked([...near, ...returned], false)), ...(await asked(further, true))]
  const kept = await store.attention.of(found.map(({ client_id }) => client_id))
  return found.flatMap((order): AgendaEntry[] => {
    const fallen = byFirst.get(order.on)
    if (!fallen) return []
    const row = kept.get(order.client_id)?.find(isAbout(fallen.on))
    const isBack = row?.state === 'snoozed' && (row.snoozed_until ?? day) <= day
    const days = daysBetween(day, fallen.on)
    const isNear = days >= -span.belated && days <= (order.vip ? ahead : span.ahead)
    return (row ? isBack : isNear) ? [firstOrderEntry(order, fallen, row?.snoozed_until ?? fallen.on, today)] : []
  })
}

const isAbout =
  (on: CivilDate) =>
  ({ about, mark }: { about: string; mark: string }): boolean =>
    about === 'first-order' && mark === on

const firstOrderEntry = (
  { client_id, vip, sort_key }: FirstOrder,
  { on, years }: FirstOrderDay,
  due: CivilDate,
  today: CivilDate,
): AgendaEntry => ({
  key: writeKey({ is: 'first-order', client: client_id, occursOn: on }),
  section: 'greetings',
  client_id,
  due,
  time: null,
  vip,
  sort_key,
  reasons: [
    {
      code: 'occasion',
      date: null,
      occasion: 'first-order',
      who: null,
      on,
      days: daysBetween(today, on),
      years,
      round: true,
    },
  ],
  score: 0,
  terms: [],
  also: [],
})

/** A card that an entry of the day serves: the date on it (null for holidays and first orders) and the client. */
export interface Served {
  date: number | null
  client_id: number
}

/**
 * All cards on which the occasion of an entry stands, its own first: what is done about one is done about all. Of an entry that is
 * no greeting, or of a date that is gone, none.
 */
export async function sameOccasions(deps: Deps, entryKey: string): Promise<Served[]> {
  const key = readKey(entryKey)
  switch (key?.is) {
    case 'date':
      return sameDates(deps, key.id)
    case 'gift': {
      const [own] = await deps.store.greetings.dates({ is: 'these', ids: [key.id] }, null)
      return own ? [{ date: own.id, client_id: own.client_id }] : []
    }
    case 'holiday': {
      const same = (await sameClients(deps, key.client)).get(key.client)?.ids ?? []
      return [key.client, ...same.filter((id) => id !== key.client)].map((client_id) => ({ date: null, client_id }))
    }
    case 'first-order':
      return [{ date: null, client_id: key.client }]
    default:
      return []
  }
}
