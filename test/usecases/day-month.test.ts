import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type Clock, daysBetween, momentOf } from '../../src/domain/calendar.js'
import type { AgendaEntry, Reason } from '../../src/domain/day/reason.js'
import { SECTIONS } from '../../src/domain/day/reason.js'
import { DEFAULT_MODEL } from '../../src/domain/standing/model.js'
import { openStore } from '../../src/store/store.js'
import { setCare } from '../../src/usecases/care.js'
import { close } from '../../src/usecases/closing.js'
import { log } from '../../src/usecases/contacts.js'
import type { Deps } from '../../src/usecases/deps.js'
import { nameClient } from '../../src/usecases/naming.js'
import { next } from '../../src/usecases/promises.js'
import { type NumberedEntry, today } from '../../src/usecases/today.js'
import { clientRow, freshFolder } from '../store/base.js'

/*
 * A month of mornings, over a real base: whoever is due stands on the list from the day it is due, nobody comes twice for what
 * was done or skipped, whoever is put off comes back on its day, and when all is taken back the first day's list is there again.
 */

const asked = process.env.CLIENTELE_SEED ?? '20261122'
const SEED = asked === 'random' ? {} : { seed: Number(asked) }
const RUNS = process.env.CLIENTELE_STRESS === '1' ? 60 : 4

/** What fails is made smaller for so long, so that it is told before the test runs out of its time. */
const LIMITS = { interruptAfterTimeLimit: process.env.CLIENTELE_STRESS === '1' ? 600_000 : 60_000 }

const FIRST = '2026-11-01'
const DAYS = 31
const model = { ...DEFAULT_MODEL, currency: 'UAH' }

/* ---- a clock in UTC, and a base at a moment ---- */

const clockAt = (now: string): Clock => ({
  now: () => new Date(now),
  toLocal: (instant) => ({ date: instant.toISOString().slice(0, 10), time: instant.toISOString().slice(11, 16) }),
  toInstant: ({ date, time }) => new Date(`${date}T${time}:00Z`),
  inZone: () => null,
})

async function during<T>(file: string, now: string, work: (deps: Deps) => Promise<T>): Promise<T> {
  const clock = clockAt(now)
  const store = await openStore(file, { circumstances: { model, moment: momentOf(clock) } })
  try {
    return await work({ store, clock, country: 'UA', model, command: 'test' })
  } finally {
    await store.close()
  }
}

/* ---- the base ---- */

interface Setting {
  /** Days of the month, from 0, on which calls and tasks are promised. */
  calls: number[]
  tasks: number[]
  cadence: number | null
  /** Orders every so many days, the last of them so many days before the month. */
  rhythm: { gap: number; last: number } | null
  /** Days of the month on which a payment falls due, and on which messages come in. */
  payments: number[]
  messages: number[]
  birthday: number | null
}

const dayOfMonth = fc.integer({ min: -3, max: DAYS - 1 })
const setting: fc.Arbitrary<Setting> = fc.record({
  calls: fc.uniqueArray(dayOfMonth, { maxLength: 3 }),
  tasks: fc.uniqueArray(dayOfMonth, { maxLength: 1 }),
  cadence: fc.option(fc.integer({ min: 3, max: 20 })),
  rhythm: fc.option(fc.record({ gap: fc.integer({ min: 5, max: 25 }), last: fc.integer({ min: 1, max: 25 }) })),
  payments: fc.uniqueArray(dayOfMonth, { maxLength: 2 }),
  messages: fc.uniqueArray(fc.integer({ min: 0, max: DAYS - 1 }), { maxLength: 2 }),
  birthday: fc.option(fc.integer({ min: 0, max: DAYS - 1 })),
})

type Act = { act: 'done' | 'skip' | 'snooze' | 'log'; pick: number; days: number }
const act: fc.Arbitrary<Act> = fc.record({
  act: fc.constantFrom('done', 'skip', 'snooze', 'log'),
  pick: fc.nat(50),
  days: fc.integer({ min: 1, max: 5 }),
})
const month = fc.record({
  clients: fc.array(setting, { minLength: 3, maxLength: 7 }),
  acts: fc.array(fc.array(act, { maxLength: 3 }), { minLength: DAYS, maxLength: DAYS }),
})

const dateOf = (day: number): string => addDays(FIRST, day)
const ENTERED = dateOf(-40)

/** Writes the base; the promises and orders of each client by its id. */
async function fill(deps: Deps, clients: readonly Setting[]): Promise<void> {
  for (const [index, each] of clients.entries()) {
    const { result: id } = await deps.store.write({ at: `${ENTERED}T08:00:00Z`, command: 'add' }, async (writing) => {
      const name = ['Ёлкина', 'Ґалаґан', "O'Brien-Ñandú", 'Їжак 🦔'][index % 4]
      const client = await writing.insert(
        'client',
        clientRow(`${name} ${index}`, { status: 'client', created_at: `${ENTERED}T08:00:00Z` }),
      )
      const order = {
        client_id: client,
        sum_minor: 100_000,
        currency: 'UAH',
        what: null,
        stage: null,
        cost_minor: null,
        promo: 0,
        due_on: null,
        paid_minor: 100_000,
        external_system: null,
        external_id: null,
        created_at: `${ENTERED}T08:00:00Z`,
        items: null,
      }
      for (const back of each.rhythm ? [0, 1, 2, 3, 4] : [])
        await writing.insert('client_order', {
          ...order,
          date: dateOf(-(each.rhythm?.last ?? 0) - back * (each.rhythm?.gap ?? 0)),
        })
      for (const due of each.payments)
        await writing.insert('client_order', { ...order, date: dateOf(-30), paid_minor: 0, due_on: dateOf(due) })
      if (each.birthday !== null)
        await writing.insert('anniversary', {
          client_id: client,
          occasion: 'birthday',
          who: null,
          year: 1980,
          month_day: dateOf(each.birthday).slice(5),
          remind_days: null,
          gift: null,
        })
      return client
    })
    for (const day of each.calls) await next(deps, { client: id, words: [dateOf(day)], kind: 'call' })
    for (const day of each.tasks) await next(deps, { client: id, words: [dateOf(day), 'send it'], kind: 'task' })
    if (each.cadence !== null) await setCare(deps, id, { cadence: `${each.cadence}d` })
  }
}

/* ---- what the test itself remembers ---- */

/** Names a reason of a client, and this time of it. */
function timeOf(client: number, reason: Reason): string {
  switch (reason.code) {
    case 'promised':
      return `promised ${reason.promise}`
    case 'unpaid':
      return `unpaid ${reason.order}`
    case 'waits':
      return `waits ${client} ${reason.since}`
    case 'rhythm':
    case 'slipping':
      return `${reason.code} ${client} ${reason.expected_on}`
    case 'occasion':
    case 'gift':
      return `${reason.code} ${reason.date} ${reason.occasion} ${client} ${reason.on}`
    default:
      return `${reason.code} ${client} ${reason.on}`
  }
}

const isComputed = ({ code }: Reason): boolean => !['promised', 'occasion', 'holiday', 'gift'].includes(code)

interface Memory {
  /** Day on which a time of a reason was done or skipped. */
  over: Map<string, string>
  /** Until when an entry is put off, and when it was. */
  off: Map<string, { until: string; at: string; computed: boolean; client: number }>
  /** Until when promises are put off. */
  later: Map<number, string>
  lastContact: Map<number, string>
  lastMessage: Map<number, string>
  cadenceFrom: Map<number, string>
  operations: number
}

const input = {
  ahead: 0,
  belated: 3,
  only: SECTIONS,
  limit: null,
  perSection: null,
  filter: null,
  whole: true,
  at: null,
  arrange: null,
}
const listOn = async (deps: Deps): Promise<NumberedEntry[]> => (await today(deps, input)).entries

const plain = (entries: readonly AgendaEntry[]): unknown =>
  entries.map(({ key, section, client_id, due, reasons, score }) => ({ key, section, client_id, due, reasons, score }))

/* ---- the properties of a morning ---- */

function holdsInTheMorning(
  list: readonly NumberedEntry[],
  date: string,
  clients: readonly Setting[],
  promises: readonly { id: number; due: string; client_id: number }[],
  memory: Memory,
): void {
  const times = list.flatMap(({ client_id, reasons }) => reasons.map((reason) => timeOf(client_id, reason)))
  expect(new Set(times).size, 'a reason stands once').toBe(times.length)
  expect(new Set(list.map(({ key }) => key)).size).toBe(list.length)
  const calls = list.filter(({ section }) => section === 'calls').map(({ client_id }) => client_id)
  expect(new Set(calls).size, 'a client stands once among the calls').toBe(calls.length)

  for (const time of times) {
    const over = memory.over.get(time)
    const isPaymentAgain = time.startsWith('unpaid') && over !== undefined && daysBetween(over, date) >= 30
    if (over !== undefined && !isPaymentAgain) expect.fail(`${date}: ${time} is back, and was over on ${over}`)
  }
  const shown = new Set(times)
  const isShown = (time: string, wanted: boolean): void => {
    if (shown.has(time) !== wanted) expect.fail(`${date}: ${time} should ${wanted ? '' : 'not '}be there`)
  }
  for (const { id, due } of promises)
    if (!memory.over.has(`promised ${id}`)) isShown(`promised ${id}`, (memory.later.get(id) ?? due) <= date)

  let order = 0
  for (const [index, each] of clients.entries()) {
    const client = index + 1
    const off = memory.off.get(`call:${client}`)
    const isOff = off?.computed === true && off.until > date
    order += each.rhythm ? 5 : 0
    for (const due of each.payments) {
      order += 1
      const over = memory.over.get(`unpaid ${order}`)
      const isOver = over !== undefined && daysBetween(over, date) < 30
      isShown(`unpaid ${order}`, dateOf(due) < date && !isOver && !isOff)
    }
    const message = memory.lastMessage.get(client)
    if (message !== undefined && message > (memory.lastContact.get(client) ?? '')) {
      const time = `waits ${client} ${message}`
      if (!memory.over.has(time)) isShown(time, !isOff || message > (off?.at ?? ''))
    }
    if (each.cadence !== null) {
      const touches = [ENTERED, memory.lastContact.get(client), message, memory.cadenceFrom.get(client)]
        .filter((touch) => touch !== undefined)
        .map((touch) => touch.slice(0, 10))
      if (each.rhythm) touches.push(dateOf(-each.rhythm.last))
      else if (each.payments.length > 0) touches.push(dateOf(-30))
      const on = addDays(touches.sort().at(-1) ?? ENTERED, each.cadence)
      isShown(`cadence ${client} ${on}`, on <= date && !isOff)
    }
    if (off?.computed === true && off.until === date && !calls.includes(client))
      expect.fail(`${date}: ${client} was put off until today, and is lost`)
    if (each.birthday !== null && dateOf(each.birthday) === date)
      expect(
        list.some(({ client_id, reasons }) => client_id === client && reasons.some(({ code }) => code === 'occasion')),
        `${date}: birthday of ${client}`,
      ).toBe(true)
  }
  for (const [key, { until, computed }] of memory.off)
    if (!computed && until === date) expect(list.map((each) => each.key)).toContain(key)
}

/** What nobody touched is there the next morning, unless its time is over. */
function isKept(before: readonly NumberedEntry[], after: readonly NumberedEntry[], touched: ReadonlySet<number>): void {
  const names = (list: readonly NumberedEntry[]): Set<string> =>
    new Set(list.flatMap(({ client_id, reasons }) => reasons.map(({ code }) => `${client_id} ${code}`)))
  const now = names(after)
  for (const { client_id, reasons, client } of before)
    for (const { code, days } of reasons) {
      if (touched.has(client_id) || (code === 'occasion' && days <= -3)) continue
      const isThere =
        now.has(`${client_id} ${code}`) ||
        (code === 'rhythm' && now.has(`${client_id} slipping`)) ||
        ((code === 'rhythm' || code === 'slipping') &&
          after.every((each) => each.client_id !== client_id || each.client.rhythm === 'lost'))
      if (!isThere) expect.fail(`${code} of ${client.name} got lost`)
    }
}

/* ---- what is done on a day ---- */

async function doOne(
  deps: Deps,
  entry: NumberedEntry,
  { act: what, days }: Act,
  date: string,
  memory: Memory,
): Promise<void> {
  const { number, key, client_id: client, reasons } = entry
  const at = `${date}T12:00:00Z`
  const off = memory.off.get(key)
  memory.operations += 1
  if (what === 'snooze') {
    const until = addDays(date, days)
    await close(deps, [number], { is: 'snoozed', words: [until] })
    const computed = entry.section === 'calls' && reasons.some(isComputed)
    if (computed || entry.section !== 'calls') memory.off.set(key, { until, at, computed, client })
    for (const reason of reasons) if (reason.code === 'promised') memory.later.set(reason.promise, until)
    return
  }
  const settles = what === 'log' ? reasons.filter((reason) => !isTask(reason)) : [...reasons]
  if (what === 'log') {
    // Whoever is called because of a task is called.
    if (entry.section === 'tasks') settles.push(...(await callsOf(deps, client)).flatMap((each) => each.reasons))
    memory.off.delete(`call:${client}`)
    const named = await nameClient(deps, number, null)
    const more = { purpose: null, minutes: null, cost: null, at: null, next: null, text: null }
    const greets = entry.section === 'greetings'
    await log(deps, {
      client: named,
      channel: greets ? 'message' : 'call',
      direction: 'out',
      result: 'reached',
      ...more,
    })
    memory.lastContact.set(client, at)
  } else await close(deps, [number], what === 'done' ? { is: 'done' } : { is: 'skipped', reason: 'Ні' })
  if (settles.length > 0 && (off === undefined || off.until <= date || what === 'log')) memory.off.delete(key)
  for (const reason of settles) {
    if (reason.code !== 'put-off') memory.over.set(timeOf(client, reason), date)
    if (reason.code === 'cadence') memory.cadenceFrom.set(client, date)
  }
}

const callsOf = async (deps: Deps, client: number): Promise<NumberedEntry[]> =>
  (await listOn(deps)).filter(({ section, client_id }) => section === 'calls' && client_id === client)

const isTask = (reason: Reason): boolean =>
  reason.code === 'gift' || (reason.code === 'promised' && (reason.kind === 'task' || reason.kind === 'gift'))

describe('a month', () => {
  test('day by day', { timeout: 700_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(month, async ({ clients, acts }) => {
        const file = `${freshFolder()}/month.db`
        await during(file, `${dateOf(-4)}T08:00:00Z`, (deps) => fill(deps, clients))
        const promises = await during(file, `${FIRST}T08:00:00Z`, ({ store }) =>
          store.agenda.promisesUntil('9999-12-31', null),
        )
        const memory: Memory = {
          over: new Map(),
          off: new Map(),
          later: new Map(),
          lastContact: new Map(),
          lastMessage: new Map(),
          cadenceFrom: new Map(),
          operations: 0,
        }
        let first: unknown = null
        let before: NumberedEntry[] = []
        let touched = new Set<number>()
        for (let day = 0; day < DAYS; day += 1) {
          const date = dateOf(day)
          const list = await during(file, `${date}T09:00:00Z`, async (deps) => {
            const once = await listOn(deps)
            expect(await listOn(deps)).toEqual(once)
            return once
          })
          first ??= plain(list)
          holdsInTheMorning(list, date, clients, promises, memory)
          isKept(before, list, touched)
          before = list
          touched = new Set()
          await during(file, `${date}T12:00:00Z`, async (deps) => {
            for (const each of acts[day] ?? []) {
              const entry = list[each.pick % Math.max(1, list.length)]
              if (entry === undefined || touched.has(entry.client_id)) continue
              touched.add(entry.client_id)
              await doOne(deps, entry, each, date, memory)
              const isOpen = (await listOn(deps)).some(({ key }) => key === entry.key)
              const isStill = each.act === 'log' && entry.reasons.every(isTask)
              expect(isOpen, `${date}: ${entry.key} after ${each.act}`).toBe(isStill)
            }
          })
          const from = clients.flatMap(({ messages }, index) => (messages.includes(day) ? [index + 1] : []))
          await during(file, `${date}T15:00:00Z`, async (deps) => {
            for (const client of from) await comesIn(deps, client, memory)
          })
          for (const client of from) touched.add(client)
        }
        await during(file, `${dateOf(DAYS)}T09:00:00Z`, async ({ store }) => {
          for (let count = 0; count < memory.operations; count += 1)
            expect(await store.undo(null, { at: `${dateOf(DAYS)}T09:00:00Z`, command: 'undo' })).not.toBeTypeOf(
              'string',
            )
        })
        expect(await during(file, `${FIRST}T09:00:00Z`, async (deps) => plain(await listOn(deps)))).toEqual(first)
      }),
      { ...SEED, numRuns: RUNS, ...LIMITS },
    )
  })
})

/** A message comes in; the client waits for an answer, and what was due of calls until then is settled. */
async function comesIn(deps: Deps, client: number, memory: Memory): Promise<void> {
  const date = deps.clock.toLocal(deps.clock.now()).date
  const due = await callsOf(deps, client)
  const named = await nameClient(deps, String(client), null)
  const more = { purpose: null, minutes: null, cost: null, at: null, next: null, text: null, result: null }
  await log(deps, { client: named, channel: 'message', direction: 'in', ...more })
  memory.operations += 1
  memory.lastMessage.set(client, `${date}T15:00:00Z`)
  memory.off.delete(`call:${client}`)
  for (const { reasons } of due)
    for (const reason of reasons) {
      if (reason.code !== 'put-off') memory.over.set(timeOf(client, reason), date)
      if (reason.code === 'cadence') memory.cadenceFrom.set(client, date)
    }
}
