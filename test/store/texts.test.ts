import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import sqlite3 from 'sqlite3'
import { expect, it } from 'vitest'
import { JOURNALLED, type Journalled, type NewRow } from '../../src/store/schema.js'
import type { Store, Writing } from '../../src/store/store.js'
import { TEXTS, WORDLESS } from '../../src/store/texts.js'
import { AT, clientRow, entry, freshFolder, opened } from './base.js'

/** Columns of text of a base as it is made today. */
async function textColumns(file: string): Promise<string[]> {
  const db = new sqlite3.Database(file)
  const rows = await new Promise<{ place: string }[]>((resolve, reject) =>
    db.all<{ place: string }>(
      `select t.name || '.' || c.name as place from pragma_table_list t join pragma_table_info(t.name) c
       where t.schema = 'main' and t.type = 'table' and t.name not like 'sqlite_%' and upper(c.type) = 'TEXT'`,
      (error, found) => (error ? reject(error) : resolve(found)),
    ),
  )
  await new Promise<void>((resolve) => db.close(() => resolve()))
  return rows.map(({ place }) => place)
}

const inTexts = (): string[] =>
  Object.entries(TEXTS).flatMap(([table, { prose, fixed, same = {} }]) =>
    [...prose, ...fixed, ...Object.values(same).flat()].map((column) => `${table}.${column}`),
  )

it('every column of text is searched for a forgotten person, or is named as one in which nobody can be', async () => {
  const file = join(freshFolder(), 'base.db')
  await (await opened(file)).close()
  const columns = (await textColumns(file)).filter((place) => !place.startsWith('client_search'))
  expect(columns.length).toBeGreaterThan(150)
  const searched = new Set(inTexts())
  const wordless = (place: string): boolean => {
    const [table = '', column = ''] = place.split('.')
    return [WORDLESS['*'], WORDLESS[table]].some((list) => list?.split(' ').includes(column))
  }
  expect(columns.filter((place) => !searched.has(place) && !wordless(place))).toEqual([])
  expect(columns.filter((place) => searched.has(place) && wordless(place))).toEqual([])
  // And nothing is listed that is not there.
  expect([...searched].filter((place) => !columns.includes(place))).toEqual([])
  for (const [table, list] of Object.entries(WORDLESS))
    for (const column of list.split(' '))
      expect(
        table === '*' ? columns.some((place) => place.endsWith(`.${column}`)) : columns.includes(`${table}.${column}`),
      ).toBe(true)
})

type AnyRow = Record<string, unknown>

/** The least that a row of each table needs, of a client and with a number of its own. */
const LEAST: Record<Journalled, (client: number, unique: number, writing: Writing) => AnyRow | Promise<AnyRow>> = {
  client: (_, unique) => ({ ...clientRow(`Кто-то ${unique}`) }),
  contact_point: (client_id) => ({ client_id, kind: 'url', label: null, typed: 'x', value: 'x' }),
  relation: async (client_id, unique, writing) => ({
    client_id,
    company_id: await writing.insert('client', clientRow(`Фирма ${unique}`, { kind: 'company' })),
    role: null,
  }),
  anniversary: (client_id) => ({
    client_id,
    occasion: 'x',
    who: null,
    year: null,
    month_day: '05-01',
    remind_days: null,
  }),
  greeting: async (client_id, _, writing) => ({
    client_id,
    anniversary_id: await writing.insert('anniversary', {
      client_id,
      occasion: 'x',
      who: null,
      year: null,
      month_day: '05-01',
      remind_days: null,
    }),
    occurs_on: '2026-05-01',
    state: 'skipped',
    snoozed_until: null,
    at: AT,
    why: null,
  }),
  contact: (client_id) => ({ client_id, at: AT, channel: 'call', direction: 'out' }),
  promise: (client_id) => ({
    client_id,
    kind: 'call',
    due: '2026-12-01',
    state: 'open',
    shown_on: '2026-12-01',
    created_at: AT,
  }),
  client_order: (client_id) => ({
    client_id,
    date: '2026-01-01',
    sum_minor: 1,
    currency: 'EUR',
    promo: 0,
    paid_minor: 0,
    created_at: AT,
  }),
  expense: (client_id) => ({ client_id, date: '2026-01-01', sum_minor: 1, currency: 'EUR', created_at: AT }),
  client_tag: (client_id, unique) => ({ client_id, tag: `t${unique}`, tag_key: `t${unique}` }),
  custom_field: (_, unique) => ({ key: `k${unique}`, label: null, type: 'text', choices: '[]' }),
  custom_value: async (client_id, unique, writing) => ({
    client_id,
    field_id: await writing.insert('custom_field', { key: `v${unique}`, label: null, type: 'text', choices: '[]' }),
    value: 'x',
  }),
  care: (client_id) => ({ client_id, set_at: AT }),
  segment: (_, unique) => ({
    name: `s${unique}`,
    name_key: `s${unique}`,
    filter: 'vip:yes',
    created_at: AT,
    updated_at: AT,
  }),
  judgement: (client_id) => ({ low_id: 1, high_id: client_id, verdict: 'later', at: AT }),
  merging: (kept_id, unique) => ({
    kept_id,
    gone_id: 100_000 + unique,
    kind: 'person',
    name: 'x',
    sort_key: 'x',
    created_at: AT,
    at: AT,
    reasons: '[]',
  }),
  attention: (client_id, unique) => ({ client_id, about: 'call', mark: `m${unique}`, state: 'done', at: AT }),
  holiday: (_, unique) => ({
    key: `own-${unique}`,
    active: 1,
    filter: null,
    name: null,
    month_day: null,
    remind_days: null,
  }),
  channel_consent: (client_id) => ({ client_id, channel: 'call', answer: 'yes', at: AT }),
}

/** A mention as it may stand in a column, unlike any other of the same table. */
function mentionIn(table: string, column: string, unique: number): string {
  if (column === 'choices') return JSON.stringify([`у Рубцовой ${unique}`])
  if (column === 'items') return JSON.stringify([{ name: `шторы Рубцовой ${unique}`, quantity: 1, sum_minor: 1 }])
  if (column === 'filter') return `name:рубцова or city:x${unique}`
  if (['sort_key', 'tag_key', 'name_key', 'key', 'external_id'].includes(column)) return `рубцовой-${unique}`
  return table === 'client' && column === 'name' ? `Карпов Лев (муж Рубцовой) ${unique}` : `у Рубцовой ${unique}`
}

interface Case {
  table: Journalled
  column: string
  /** The column itself, and those that say the same. */
  columns: readonly string[]
}

const CASES: Case[] = JOURNALLED.flatMap((table) => {
  const { prose = [], fixed = [], same = {} } = TEXTS[table] ?? {}
  return [...prose, ...fixed].map((column) => ({ table, column, columns: [column, ...(same[column] ?? [])] }))
})

const bytesOf = (file: string): string[] => {
  const bytes = Buffer.concat(
    ['', '-wal'].map((end) => (existsSync(file + end) ? readFileSync(file + end) : Buffer.alloc(0))),
  )
  return ['Рубцов', 'рубцов', 'rubcov'].filter((text) => bytes.includes(Buffer.from(text)))
}

/** A base with the person and, for each column, a row of another client that speaks of them. */
async function spoken(file: string): Promise<{ store: Store; rows: (Case & { id: number; least: AnyRow })[] }> {
  const store = await opened(file)
  const rows: (Case & { id: number; least: AnyRow })[] = []
  await store.write(entry('add …'), async (writing) => {
    await writing.insert('client', clientRow('Рубцова Зоя', { sort_key: 'rubcova zoa' }))
  })
  await store.write(entry('import x'), async (writing) => {
    for (const [unique, each] of CASES.entries()) {
      const client = await writing.insert('client', clientRow(`Карпов Лев ${unique}`))
      const least = await LEAST[each.table](client, unique, writing)
      const mention = Object.fromEntries(each.columns.map((column) => [column, mentionIn(each.table, column, unique)]))
      const id = await writing.insert(each.table, { ...least, ...mention } as unknown as NewRow<typeof each.table>)
      rows.push({ ...each, id, least })
    }
  })
  expect(bytesOf(file)).toHaveLength(3)
  return { store, rows }
}

it('a mention is told of in whatever column it stands, and is cut where it is said that it can be', async () => {
  const file = join(freshFolder(), 'base.db')
  const { store, rows } = await spoken(file)
  const told = (list: readonly { table: string; id: number; field: string; cuttable: boolean }[]): string[] =>
    list.map(({ table, id, field, cuttable }) => `${table} ${id} ${field} ${cuttable}`).sort()
  const expected = rows.map(
    ({ table, id, column }) => `${table} ${id} ${column} ${TEXTS[table]?.prose.includes(column)}`,
  )
  const plan = await store.forgetting.plan(1, [])
  expect(told(plan?.mentions ?? [])).toEqual(expected.sort())
  for (const { fragment } of plan?.mentions ?? []) expect(fragment[1]).toMatch(/рубцов/i)
  const done = await store.forgetting.forget(1, AT, true)
  expect(told(done?.mentions ?? [])).toEqual(expected.filter((each) => each.endsWith('false')))
  expect(done?.cut).toBe(expected.filter((each) => each.endsWith('true')).length)
})

it.each(['was changed', 'was removed', 'was changed and then removed'])(
  'of a mention that %s the journal keeps nothing, in whatever column it stood',
  async (what) => {
    const file = join(freshFolder(), 'base.db')
    const { store, rows } = await spoken(file)
    if (what.includes('changed'))
      await store.write(entry('edit x'), async (writing) => {
        // Something that stays to be taken back.
        await writing.update('client', 2, { vip: 1 })
        for (const { table, id, columns, least } of rows) {
          const plain = Object.fromEntries(columns.map((column) => [column, least[column] ?? null]))
          await writing.update(table, id, plain)
        }
      })
    if (what.includes('removed'))
      await store.write(entry('remove x'), async (writing) => {
        for (const { table, id } of [...rows].reverse()) await writing.remove(table, [id])
      })
    const { length: before } = bytesOf(file)
    expect(before).toBeGreaterThan(0)
    const done = await store.forgetting.forget(1, AT, false)
    expect(done).toMatchObject({ mentions: [], swept: true })
    expect(bytesOf(file)).toEqual([])
    // What is left of the operations can still be taken back.
    for (const id of what.includes('and then') ? [4, 3] : [3]) {
      const outcome = await store.undo(id, entry(`undo ${id}`))
      expect(outcome).toHaveProperty('done')
    }
    expect(bytesOf(file)).toEqual([])
  },
)
