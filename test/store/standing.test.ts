import { join } from 'node:path'
import fc from 'fast-check'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { momentOf } from '../../src/domain/calendar.js'
import { DEFAULT_MODEL, type Model, modelFrom } from '../../src/domain/standing/model.js'
import { MIGRATIONS } from '../../src/store/migrations.js'
import type { NewRow } from '../../src/store/schema.js'
import { openDatabase } from '../../src/store/sqlite.js'
import { AT_ANY_TIME, recomputeAll } from '../../src/store/standing.js'
import type { Store, Writing } from '../../src/store/store.js'
import { AT, clientRow, contactRow, entry, freshFolder, opened } from './base.js'

type Rows = Record<string, unknown>[]

const standingsIn = async (file: string): Promise<Rows> => {
  const db = await openDatabase(file, { create: false })
  try {
    return (await sql<Record<string, unknown>>`select * from standing order by client_id`.execute(db)).rows
  } finally {
    await db.destroy()
  }
}

/** The standings as they would be if everything were computed anew; nothing is kept of it. */
async function recomputed(file: string, model: Model): Promise<Rows> {
  const db = await openDatabase(file, { create: false })
  let rows: Rows = []
  try {
    await db.transaction().execute(async (inside) => {
      await recomputeAll(inside, { model })
      rows = (await sql<Record<string, unknown>>`select * from standing order by client_id`.execute(inside)).rows
      throw new Error('rolled back')
    })
  } catch (error) {
    if ((error as Error).message !== 'rolled back') throw error
  } finally {
    await db.destroy()
  }
  return rows
}

/** Counts and sums straight from the history, by another way than the program's. */
async function counted(file: string): Promise<Rows> {
  const db = await openDatabase(file, { create: false })
  try {
    const { rows } = await sql<Record<string, unknown>>`
      select id as client_id,
        (select count(*) from contact where client_id = client.id) as contacts,
        (select count(*) from contact where client_id = client.id and direction = 'in') as contacts_in,
        (select max(at) from contact where client_id = client.id) as last_contact_at,
        (select count(*) from client_order where client_id = client.id and coalesce(stage, '') <> 'cancelled') as orders,
        (select coalesce(sum(sum_minor), 0) from client_order where client_id = client.id and coalesce(stage, '') <> 'cancelled') as spent_minor,
        (select count(*) from client as other where other.referred_by = client.id) as referrals,
        (select coalesce(sum(sum_minor), 0) from client_order join client as other on other.id = client_order.client_id
          where other.referred_by = client.id and coalesce(stage, '') <> 'cancelled') as referred_minor
      from client order by id`.execute(db)
    return rows
  } finally {
    await db.destroy()
  }
}

const orderRow = (
  client: number,
  date: string,
  more: Partial<NewRow<'client_order'>> = {},
): NewRow<'client_order'> => ({
  client_id: client,
  date,
  sum_minor: 10_000,
  currency: 'RUB',
  what: 'логотип',
  stage: null,
  cost_minor: null,
  promo: 0,
  due_on: null,
  paid_minor: 0,
  external_system: null,
  external_id: null,
  items: null,
  created_at: AT,
  ...more,
})

/* ---- random changes: each takes numbers in and picks its rows by them ---- */

const number = fc.nat({ max: 1_000 })
const step = fc.tuple(
  fc.constantFrom(
    'client',
    'contact',
    'order',
    'edit-order',
    'move-order',
    'remove-order',
    'expense',
    'care',
    'refer',
    'tag',
    'bulk-contacts',
    'remove-contact',
    'undo',
    'undo-some',
  ),
  number,
  number,
  number,
)

const DAYS = ['2024-02-29', '2025-01-10', '2026-03-01', '2026-06-15', '2026-11-01', '2027-05-05']
const day = (at: number): string => DAYS[at % DAYS.length] ?? '2026-01-01'

async function idsOf(store: Store, table: 'client' | 'client_order' | 'contact', file: string): Promise<number[]> {
  const db = await openDatabase(file, { create: false })
  try {
    return (await sql<{ id: number }>`select id from ${sql.table(table)} order by id`.execute(db)).rows.map(
      ({ id }) => id,
    )
  } finally {
    await db.destroy()
    void store
  }
}

const pick = (ids: readonly number[], at: number): number | null => ids[at % Math.max(1, ids.length)] ?? null

async function apply(store: Store, file: string, [what, a, b, c]: [string, number, number, number]): Promise<void> {
  if (what === 'undo') return void (await store.undo(null, entry('undo')))
  if (what === 'undo-some') return void (await store.undo(1 + (a % 12), entry('undo')))
  const clients = await idsOf(store, 'client', file)
  const client = pick(clients, a)
  const write = (work: (writing: Writing) => Promise<unknown>) => store.write(entry(what), work)
  if (what === 'client') return void (await write((w) => w.insert('client', clientRow(`Ёлкина ${a}`))))
  if (client === null) return
  const order = pick(await idsOf(store, 'client_order', file), b)
  switch (what) {
    case 'contact':
      await write((w) =>
        w.insert('contact', {
          ...contactRow(client, 'разговор'),
          at: `${day(b)}T10:00:00Z`,
          direction: c % 2 === 0 ? 'in' : 'out',
          result: ['no-answer', 'agreed', 'refused', null][c % 4] ?? null,
        }),
      )
      break
    case 'order':
      await write((w) =>
        w.insert('client_order', orderRow(client, day(b), { promo: c % 2, stage: c % 3 === 0 ? 'cancelled' : null })),
      )
      break
    case 'edit-order':
      if (order !== null)
        await write((w) =>
          w.update('client_order', order, {
            sum_minor: 100 * c,
            stage: c % 2 === 0 ? 'cancelled' : null,
            date: day(c),
          }),
        )
      break
    case 'move-order':
      if (order !== null) await write((w) => w.update('client_order', order, { client_id: client }))
      break
    case 'remove-order':
      if (order !== null) await write((w) => w.remove('client_order', [order]))
      break
    case 'expense':
      await write((w) =>
        w.insert('expense', {
          client_id: client,
          date: day(b),
          sum_minor: c,
          currency: 'RUB',
          what: null,
          created_at: AT,
        }),
      )
      break
    case 'care': {
      const db = await openDatabase(file, { create: false })
      const { rows } = await sql<{ id: number }>`select id from care where client_id = ${client}`.execute(db)
      await db.destroy()
      const care = {
        warmth: 'hot' as const,
        warmth_until: day(b),
        warmth_reason: null,
        cadence_days: c + 1,
        paused_until: null,
        paused_reason: null,
        set_at: AT,
      }
      await write((w) =>
        rows[0] ? w.update('care', rows[0].id, care) : w.insert('care', { client_id: client, ...care }),
      )
      break
    }
    case 'refer': {
      const other = pick(clients, b)
      if (other !== null && other !== client)
        await write((w) => w.update('client', client, { referred_by: c % 3 === 0 ? null : other }))
      break
    }
    case 'tag':
      await write(async (w) => {
        const tags = await w.clients.tags(client)
        if (tags[0]) await w.remove('client_tag', [tags[0].id])
        else await w.insert('client_tag', { client_id: client, tag: 'vip', tag_key: 'vip' })
      })
      break
    case 'bulk-contacts':
      await write((w) =>
        w.history.addContacts(
          [client, pick(clients, b) ?? client].map((id, index) => ({
            client: id,
            entry: {
              ...contactRow(id, `из файла ${index}`),
              at: `${day(c)}T12:00:00Z`,
              followsContact: false,
            } as never,
          })),
        ),
      )
      break
    case 'remove-contact': {
      const contact = pick(await idsOf(store, 'contact', file), b)
      if (contact !== null) await write((w) => w.remove('contact', [contact]))
      break
    }
  }
}

const MODELS: Model[] = [DEFAULT_MODEL, modelFrom({ cadence: 'vip=30d', 'warmth.half-life': '20' }, 'RU')]

describe('standings are what the history says', () => {
  test.each(MODELS.map((model, index) => ({ model, index })))(
    'after any changes and undos, model $index',
    async ({ model }) => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
          const file = join(freshFolder(), 'clients.db')
          const store = await opened(file, { circumstances: { model, moment: momentOf(standingStill(AT)) } })
          await apply(store, file, ['client', 0, 0, 0])
          await apply(store, file, ['client', 1, 0, 0])
          for (const each of steps) await apply(store, file, each as [string, number, number, number])
          await store.close()
          const kept = await standingsIn(file)
          expect(kept).toEqual(await recomputed(file, model))
          const byClient = new Map(kept.map((row) => [row.client_id, row]))
          for (const row of await counted(file)) {
            const standing = byClient.get(row.client_id)
            for (const key of Object.keys(row))
              expect({
                key,
                value: standing?.[key] ?? (key === 'last_contact_at' ? null : key === 'client_id' ? row[key] : 0),
              }).toEqual({ key, value: row[key] })
          }
        }),
        { numRuns: 25, seed: 20261122 },
      )
    },
  )
})

const standingStill = (at: string) => ({
  now: () => new Date(at),
  toLocal: (instant: Date) => ({ date: instant.toISOString().slice(0, 10), time: instant.toISOString().slice(11, 16) }),
  toInstant: ({ date, time }: { date: string; time: string }) => new Date(`${date}T${time}:00Z`),
  inZone: () => null,
})

describe('when standings are computed', () => {
  test('a check puts those right that another program made wrong, took out or put in', async () => {
    const file = join(freshFolder(), 'clients.db')
    const store = await opened(file)
    await store.write(entry('add'), async (w) => {
      for (const name of ['Ёлкина', 'Ґалаґан', "O'Brien-Ñandú", 'Grey']) {
        const client = await w.insert('client', clientRow(name))
        if (name !== 'Grey') await w.insert('contact', contactRow(client, 'hello'))
      }
    })
    expect(await store.check()).toMatchObject({ problems: [], mended: 0 })
    const db = await openDatabase(file, { create: false })
    const right = await standingsIn(file)
    await sql`update standing set contacts = 9 where client_id = 1`.execute(db)
    await sql`delete from standing where client_id = 2`.execute(db)
    await sql`insert into standing select 4, contacts, contacts_in, contacts_out, answered, channels, minutes,
      first_contact_at, last_contact_at, last_answer_at, orders, promo_orders, spent_minor, cost_minor, unpaid_minor,
      foreign_sums, first_order_on, last_order_on, gap_median, gap_spread, referrals, referred_minor, frequency, hot_until,
      warm_until, due_from, expected_on, late_from, lost_from, sureness, touch_on, cadence_days, over_touched_until, traits,
      hand_warmth, hand_until, paused_until, latest_on, waits_since, rests_until, call_from, call_until, call_weight from standing where client_id = 3`.execute(
      db,
    )
    await db.destroy()
    expect(await store.check()).toMatchObject({ problems: [], mended: 3 })
    expect(await standingsIn(file)).toEqual(right)
    expect(await store.check()).toMatchObject({ mended: 0 })
  })

  test('that it takes long is said of many clients only', async () => {
    const file = join(freshFolder(), 'clients.db')
    const told: number[] = []
    const circumstances = { ...AT_ANY_TIME, onRecompute: (clients: number) => void told.push(clients) }
    const few = await opened(file, { circumstances })
    await few.write(entry('add'), (w) => w.insert('client', clientRow('Ёлкина')))
    await few.standing.of([1])
    expect(told).toEqual([])
    const db = await openDatabase(file, { create: false })
    await sql`with recursive n(i) as (select 2 union all select i + 1 from n where i < 30001)
      insert into client (id, kind, name, sort_key, status, created_at, updated_at)
      select i, 'person', 'Ґалаґан ' || i, 'ґалаґан', 'lead', ${AT}, ${AT} from n where i <> 77`.execute(db)
    await db.destroy()
    const model = modelFrom({ 'warmth.half-life': '30' }, 'RU')
    const many = await opened(file, { circumstances: { ...circumstances, model } })
    await many.standing.of([1])
    await many.standing.of([1])
    expect(told).toEqual([30_000])
  })

  test('other thresholds compute them anew, whoever looks first', async () => {
    const file = join(freshFolder(), 'clients.db')
    const first = await opened(file, { circumstances: { model: DEFAULT_MODEL, moment: momentOf(standingStill(AT)) } })
    const { result: id } = await first.write(entry('add'), async (w) => {
      const client = await w.insert('client', clientRow('Ґалаґан'))
      await w.insert('client_order', orderRow(client, '2026-11-01'))
      return client
    })
    const kept = (await first.standing.of([id])).get(id)
    await first.close()
    const model = modelFrom({ 'hot.fresh-order': '5' }, 'RU')
    const second = await opened(file, { circumstances: { model, moment: momentOf(standingStill(AT)) } })
    const anew = (await second.standing.of([id])).get(id)
    expect({ before: kept?.hot_until, after: anew?.hot_until }).toEqual({ before: '2026-12-01', after: '2026-11-06' })
    await second.close()
    expect(await standingsIn(file)).toEqual(await recomputed(file, model))
  })

  test('a base of the first version is brought up with its contacts counted', async () => {
    const file = join(freshFolder(), 'clients.db')
    const old = await openDatabase(file, { create: true })
    for (const statement of MIGRATIONS[0]?.statements ?? []) await sql.raw(statement).execute(old)
    const { SEARCH_STATEMENTS, setVersion } = await import('../../src/store/sqlite.js')
    for (const statement of SEARCH_STATEMENTS) await sql.raw(statement).execute(old)
    await setVersion(old, 1)
    await old.insertInto('client').values(clientRow("O'Brien-Ñandú")).execute()
    await old.insertInto('contact').values(contactRow(1, 'hello')).execute()
    await old.destroy()
    const store = await opened(file)
    const [record] = await store.clients.records([1])
    expect(record).toMatchObject({ contacts: 1, last_contact_at: AT, orders: 0, spent: null })
  })

  test('what lies after the moment has not happened yet, and nothing of that is kept', async () => {
    const file = join(freshFolder(), 'clients.db')
    const now = await opened(file)
    await now.write(entry('add'), async (w) => {
      const client = await w.insert('client', clientRow('Ёлкина'))
      await w.insert('contact', { ...contactRow(client, 'a'), at: '2026-01-10T10:00:00Z' })
      await w.insert('contact', { ...contactRow(client, 'b'), at: '2026-11-20T10:00:00Z' })
      await w.insert('client_order', orderRow(client, '2026-05-01'))
    })
    await now.close()
    const before = await standingsIn(file)
    const then = await opened(file, {
      circumstances: { model: DEFAULT_MODEL, moment: momentOf(standingStill('2026-02-01T12:00:00Z')) },
    })
    expect((await then.clients.records([1]))[0]).toMatchObject({
      contacts: 1,
      last_contact_at: '2026-01-10T10:00:00Z',
      orders: 0,
    })
    // A write in between must reach the kept standings, not those of the moment.
    await then.write(entry('log'), (w) => w.insert('contact', { ...contactRow(1, 'c'), at: '2026-01-20T10:00:00Z' }))
    expect((await then.clients.records([1]))[0]).toMatchObject({ contacts: 2, orders: 0 })
    await then.close()
    const after = await standingsIn(file)
    expect(after).toEqual(await recomputed(file, DEFAULT_MODEL))
    expect([before[0]?.contacts, after[0]?.contacts]).toEqual([2, 3])
  })
})

test('looks at a segment with the clock set ahead do not push out those of today', async () => {
  const store = await opened(join(freshFolder(), 'clients.db'))
  for (const year of [2030, 2031, 2032, 2033, 2034, 2035])
    await store.noteLook('hot', { day: `${year}-01-01`, members: [1] })
  await store.noteLook('hot', { day: '2026-11-22', members: [2] })
  expect(await store.segments.lookBefore('hot', '2026-11-23')).toEqual({ day: '2026-11-22', members: [2] })
})
