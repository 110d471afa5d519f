import { addDays, isoInstant, parts } from '../domain/calendar.js'
import type { Direction, PromiseKind } from '../domain/client.js'
import type { Row } from '../store/schema.js'
import type { Writing } from '../store/store.js'
import { type Deps, entryOf, localNow } from './deps.js'
import { typedSum } from './orders-reading.js'
import { type OrderInput, refuseOverpaid, valuesFrom } from './orders-values.js'
import { writePromise } from './promises.js'

/** What happened to the demo's clients and what is due, in days from today, so that the day is always alive. */
export interface Diary {
  contacts: {
    client: string
    at: string
    time: string
    channel: string
    direction: Direction
    result: string | null
    purpose?: string
    minutes: number | null
    text: string | null
  }[]
  promises: { client: string; kind: PromiseKind; due: string; time: string | null; text: string | null }[]
  dates: {
    client: string
    occasion: string
    in: string
    year: number | null
    who: string | null
    remind: number | null
    gift?: string
  }[]
}

/** What the demo's clients ordered, paid and cost, in days from today, and what is known of them besides. */
export interface Ledger extends Pick<Diary, 'contacts'> {
  orders: (Omit<OrderInput, 'client' | 'date' | 'due' | 'paid'> & {
    client: string
    /** The same order on several days. */
    at: string[]
    due?: string
    paid?: string
  })[]
  expenses: { client: string; at: string; sum: string; what: string }[]
  referrals: { client: string; by: string }[]
  vip: string[]
  verified: { client: string; at: string }[]
  pauses: { client: string; until: string; reason: string }[]
  cadences: { client: string; days: number }[]
  /** How and when they are reached, and how they are addressed. */
  ways: ({ client: string } & Partial<
    Pick<Row<'client'>, 'hours' | 'no_call' | 'zone' | 'channel' | 'consent' | 'closeness'>
  >)[]
}

/** `-12d`, `0d`, `+3d` from today. */
const offset = (text: string): number => Number.parseInt(text, 10) || 0

type Finder = (externalId: string) => Promise<number | undefined>

const finderOf =
  (writing: Writing): Finder =>
  async (externalId) =>
    (await writing.clients.byExternal(externalId))[0]?.id

async function writeContacts(deps: Deps, writing: Writing, contacts: Diary['contacts']): Promise<void> {
  const { date: today } = localNow(deps)
  const idOf = finderOf(writing)
  for (const { client, at: days, time, ...contact } of contacts) {
    const id = await idOf(client)
    if (id === undefined) continue
    const instant = isoInstant(deps.clock.toInstant({ date: addDays(today, offset(days)), time }))
    await writing.insert('contact', { client_id: id, at: instant, purpose: null, cost_minor: null, ...contact })
  }
}

export async function fillDiary(deps: Deps, diary: Diary): Promise<void> {
  const { date: today } = localNow(deps)
  const { at } = entryOf(deps)
  await deps.store.write({ at, command: 'diary' }, async (writing) => {
    const idOf = finderOf(writing)
    await writeContacts(deps, writing, diary.contacts)
    for (const { client, kind, due, time, text } of diary.promises) {
      const id = await idOf(client)
      if (id !== undefined)
        await writePromise(writing, id, { kind, when: { date: addDays(today, offset(due)), time }, text }, at)
    }
    for (const { client, occasion, in: days, year, who, remind, gift = null } of diary.dates) {
      const id = await idOf(client)
      if (id === undefined) continue
      const { month, day } = parts(addDays(today, offset(days)))
      const month_day = `${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
      const own = (await writing.clients.anniversaries(id)).find(
        (each) => each.occasion === occasion && each.who === who,
      )
      if (own) await writing.update('anniversary', own.id, { year, month_day, remind_days: remind, gift })
      else
        await writing.insert('anniversary', {
          client_id: id,
          occasion,
          who,
          year,
          month_day,
          remind_days: remind,
          gift,
        })
    }
  })
}

/** Orders, expenses and what belongs to them. Sums without a currency are in the base currency, whichever that is. */
export async function fillLedger(deps: Deps, ledger: Ledger): Promise<void> {
  const { date: today } = localNow(deps)
  const { at } = entryOf(deps)
  const { currency } = deps.model
  const day = (days: string): string => addDays(today, offset(days))
  await deps.store.write({ at, command: 'orders' }, async (writing) => {
    const idOf = finderOf(writing)
    await writeContacts(deps, writing, ledger.contacts)
    for (const order of ledger.orders) {
      const id = await idOf(order.client)
      if (id !== undefined) for (const days of order.at) await writeOrder(deps, writing, id, order, day(days))
    }
    for (const { client, at: days, sum, what } of ledger.expenses) {
      const id = await idOf(client)
      const cost = typedSum(sum, 'sum', currency)
      if (id !== undefined)
        await writing.insert('expense', { client_id: id, date: day(days), ...cost, what, created_at: at })
    }
    for (const { client, by } of ledger.referrals) {
      const [id, referrer] = [await idOf(client), await idOf(by)]
      if (id !== undefined && referrer !== undefined) await writing.update('client', id, { referred_by: referrer })
    }
    for (const client of ledger.vip) {
      const id = await idOf(client)
      if (id !== undefined) await writing.update('client', id, { vip: 1 })
    }
    for (const { client, at: days } of ledger.verified) {
      const id = await idOf(client)
      if (id !== undefined) await writing.update('client', id, { verified_at: day(days) })
    }
    const nothing = { warmth: null, warmth_until: null, warmth_reason: null, set_at: at }
    for (const { client, until, reason } of ledger.pauses) {
      const id = await idOf(client)
      const pause = { cadence_days: null, paused_until: day(until), paused_reason: reason }
      if (id !== undefined) await writing.insert('care', { client_id: id, ...nothing, ...pause })
    }
    for (const { client, days } of ledger.cadences) {
      const id = await idOf(client)
      const cadence = { cadence_days: days, paused_until: null, paused_reason: null }
      if (id !== undefined) await writing.insert('care', { client_id: id, ...nothing, ...cadence })
    }
    for (const { client, ...way } of ledger.ways) {
      const id = await idOf(client)
      if (id !== undefined) await writing.update('client', id, way)
    }
  })
}

async function writeOrder(
  deps: Deps,
  writing: Writing,
  client: number,
  { at: _, paid, due, client: __, ...typed }: Ledger['orders'][number],
  date: string,
): Promise<void> {
  const { date: today } = localNow(deps)
  const nothing = {
    client_id: client,
    date,
    sum_minor: 0,
    currency: deps.model.currency,
    what: null,
    stage: null,
    cost_minor: null,
    promo: 0,
    due_on: due === undefined ? null : addDays(today, offset(due)),
    paid_minor: 0,
    items: null,
  }
  const values = valuesFrom(deps, nothing, {
    ...typed,
    ...(paid === undefined ? {} : { paid: paid === 'all' ? true : paid }),
  })
  refuseOverpaid(values, { dryRun: false, force: false })
  await writing.insert('client_order', {
    ...values,
    external_system: null,
    external_id: null,
    created_at: entryOf(deps).at,
  })
}
