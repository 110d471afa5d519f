import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { describe, expect, test } from 'vitest'
import { DEFAULT_MODEL } from '../../src/domain/standing/model.js'
import type { NewRow } from '../../src/store/schema.js'
import type { Store } from '../../src/store/store.js'
import type { Deps } from '../../src/usecases/deps.js'
import { judge, merge, mergeGroups } from '../../src/usecases/merging.js'
import { clientRow, contactRow, entry, everything, freshFolder, opened } from './base.js'

const depsOf = (store: Store, command = 'dedupe --apply certain'): Deps => ({
  store,
  clock: {
    now: () => new Date('2026-11-23T08:00:00Z'),
    toLocal: () => ({ date: '2026-11-23', time: '10:00' }),
    toInstant: () => new Date('2026-11-23T08:00:00Z'),
    inZone: () => null,
  },
  country: 'UA',
  model: DEFAULT_MODEL,
  command,
})

const group = (...members: number[]) => ({ members, lane: 'certain', bits: 21.5, reasons: '["phone"]' })
const AT = entry('').at
const done = (
  client_id: number,
  about: string,
  mark: string,
  state: 'done' | 'skipped' | 'snoozed',
  snoozed_until: string | null = null,
): NewRow<'attention'> => ({ client_id, about, mark, state, snoozed_until, why: null, at: AT })
const LATER = { at: '2026-11-24T08:00:00Z', command: 'undo' }

/** So many pairs: client n and client n + pairs are one, and all that may be only once collides. */
async function filled(store: Store, pairs: number): Promise<void> {
  await store.write(entry('fill'), async (writing) => {
    const field = await writing.insert('custom_field', { key: 'dog', label: null, type: 'text', choices: '[]' })
    const ids = Array.from({ length: pairs * 2 }, (_, index) => index + 1)
    const half = (id: number): number => (id > pairs ? id - pairs : id)
    await writing.insertMany(
      'client',
      ids.map((id) =>
        clientRow(id > pairs ? `Ґалаґан Олесь ${half(id)}` : `Галаган ${half(id)}`, {
          external_id: id > pairs ? `E-${id}` : null,
          referred_by: id > 1 ? id - 1 : null,
          kind: half(id) % 7 === 0 ? 'company' : 'person',
          note: `note of ${id}`,
          city: id > pairs ? 'Київ' : 'Львів',
        }),
      ),
    )
    const each = async <
      T extends 'contact_point' | 'client_tag' | 'custom_value' | 'care' | 'anniversary' | 'relation',
    >(
      table: T,
      row: (id: number) => NewRow<T>,
    ): Promise<void> => writing.insertMany(table, ids.map(row))
    await each('contact_point', (id) => ({
      client_id: id,
      kind: 'phone' as const,
      label: null,
      typed: `+38067${half(id)}`,
      value: `+38067${half(id)}`,
    }))
    await each('client_tag', (id) => ({ client_id: id, tag: 'vip', tag_key: 'vip' }))
    await each('custom_value', (id) => ({ client_id: id, field_id: field, value: `dog of ${id}` }))
    await each('anniversary', (id) => ({
      client_id: id,
      occasion: 'birthday',
      who: null,
      year: id > pairs ? 1980 : null,
      month_day: '03-14',
      remind_days: null,
    }))
    await each('care', (id) => ({
      client_id: id,
      warmth: 'hot' as const,
      warmth_until: null,
      warmth_reason: null,
      cadence_days: id,
      paused_until: null,
      paused_reason: null,
      set_at: entry('').at,
    }))
    await each('relation', (id) => ({ client_id: id, company_id: half(id) === 1 ? 2 : 1, role: `role ${half(id)}` }))
    await writing.insertMany(
      'greeting',
      ids.map((id) => ({
        client_id: id,
        anniversary_id: id,
        occurs_on: '2026-03-14',
        state: id > pairs ? 'done' : 'skipped',
        snoozed_until: null,
        at: entry('').at,
      })),
    )
    await writing.insertMany(
      'attention',
      ids.flatMap((id) => [
        done(id, 'waits', AT, id > pairs ? 'snoozed' : 'done'),
        done(id, 'call', '', 'snoozed', id > pairs ? '2026-12-01' : '2026-12-24'),
        done(id, 'gift', `${id}:2027-03-14`, id > pairs ? 'skipped' : 'done'),
        done(id, 'rhythm', `2026-10-${id > pairs ? 10 : 11}`, 'done'),
      ]),
    )
    await writing.insertMany(
      'contact',
      ids.map((id) => contactRow(id, `said to ${id}`)),
    )
    await writing.insertMany(
      'judgement',
      [2, 3, 4].flatMap((low) => [
        { low_id: low, high_id: low + 1 + pairs, verdict: 'later' as const, at: entry('').at },
        { low_id: low, high_id: low + pairs, verdict: 'later' as const, at: entry('').at },
        { low_id: low + pairs, high_id: low + 1 + pairs, verdict: 'distinct' as const, at: entry('').at },
      ]),
    )
  })
}

describe('merging whole groups', () => {
  test('every table is re-pointed, nothing is twice, and taken back every row is as it was', async () => {
    const file = join(freshFolder(), 'clients.db')
    const store = await opened(file)
    const pairs = 700
    await filled(store, pairs)
    const before = await everything(file)
    const groups = Array.from({ length: pairs }, (_, index) => group(index + 1, index + 1 + pairs))
    expect(await mergeGroups(depsOf(store), groups, { keep: false })).toEqual({
      merged: pairs,
      gone: pairs,
      operation: null,
    })
    expect(await everything(file)).toEqual(before)
    const { operation, ...made } = await mergeGroups(depsOf(store), groups, { keep: true })
    expect(made).toEqual({ merged: pairs, gone: pairs })
    const merged = (await everything(file)) as Record<string, Record<string, unknown>[]>
    const count = (table: string): number | undefined => merged[table]?.length
    for (const table of [
      'client',
      'contact_point',
      'client_tag',
      'custom_value',
      'anniversary',
      'care',
      'greeting',
      'searched',
      'merging',
    ])
      expect({ table, rows: count(table) }).toEqual({ table, rows: pairs })
    expect(count('contact')).toBe(pairs * 2)
    // The relation of 1 with 2 and those of the others with 1.
    expect(count('relation')).toBe(pairs)
    expect(merged.greeting?.every(({ state }) => state === 'done')).toBe(true)
    const attended = (merged.attention ?? []).map(({ about, mark, state, snoozed_until, client_id }) => [
      Number(client_id) > pairs,
      about,
      about === 'gift' ? mark === `${client_id}:2027-03-14` : mark,
      state,
      snoozed_until,
    ])
    expect(count('attention')).toBe(pairs * 5)
    for (const each of [
      [true, 'waits', AT, 'done', null],
      [true, 'call', '', 'snoozed', '2026-12-24'],
      [true, 'gift', true, 'done', null],
      [true, 'rhythm', '2026-10-10', 'done', null],
      [true, 'rhythm', '2026-10-11', 'done', null],
    ])
      expect({ each, rows: attended.filter((row) => isDeepStrictEqual(row, each)).length }).toEqual({
        each,
        rows: pairs,
      })
    expect(merged.judgement?.map(({ low_id, high_id, verdict }) => [low_id, high_id, verdict])).toEqual(
      [2, 3, 4].map((low) => [low + pairs, low + pairs + 1, 'distinct']),
    )
    // The outside id makes the other one the more complete.
    for (const row of merged.client ?? []) {
      expect(Number(row.id)).toBeGreaterThan(pairs)
      expect(row.referred_by === null || Number(row.referred_by) > pairs).toBe(true)
    }
    expect(await store.clients.records([pairs + 5])).toMatchObject([
      { contacts: 2, birthday: '1980-03-14', cadence: pairs + 5 },
    ])
    expect(await store.check()).toMatchObject({ problems: [], mended: 0 })

    const undone = await store.undo(operation, LATER)
    expect(undone).toMatchObject({ done: { id: operation }, parted: null })
    expect(await everything(file)).toEqual(before)
    expect(await store.check()).toMatchObject({ problems: [], mended: 0 })
    await store.undo((undone as { by: number }).by, LATER)
    expect(await everything(file)).toEqual(merged)
    expect(await store.check()).toMatchObject({ problems: [], mended: 0 })
  })

  test('groups that must not be are left alone', async () => {
    const file = join(freshFolder(), 'clients.db')
    const store = await opened(file)
    await store.write(entry('fill'), async (writing) => {
      for (let id = 1; id <= 9; id += 1)
        await writing.insert(
          'client',
          clientRow(`Ёлкина ${id}`, {
            kind: id === 4 ? 'company' : 'person',
            archived_at: id === 8 ? entry('').at : null,
            city: id === 8 ? 'Київ' : null,
          }),
        )
    })
    await judge(depsOf(store, 'distinct 2 1'), 2, 1, 'distinct')
    await judge(depsOf(store, 'later'), 5, 6, 'later')
    const groups = [group(1, 2), group(3, 4), group(5, 6), group(6, 9), group(7, 77), group(7, 8), group()]
    expect(await mergeGroups(depsOf(store), groups, { keep: true })).toMatchObject({ merged: 2, gone: 2 })
    // Of two, the one that is in use is kept, though the archived one is the more complete.
    const rows = ((await everything(file)).merging as Record<string, unknown>[]).map(
      ({ gone_id, kept_id, lane, bits, reasons }) => ({ gone_id, kept_id, lane, bits, reasons }),
    )
    const how = { lane: 'certain', bits: 21.5, reasons: '["phone"]' }
    expect(rows).toEqual([
      { gone_id: 6, kept_id: 5, ...how },
      { gone_id: 8, kept_id: 7, ...how },
    ])
  })

  test('nothing to merge is no operation', async () => {
    const store = await opened(join(freshFolder(), 'clients.db'))
    expect(await mergeGroups(depsOf(store), [], { keep: true })).toEqual({ merged: 0, gone: 0, operation: null })
  })

  test('what was to be looked at later may become distinct, and stays so', async () => {
    const file = join(freshFolder(), 'clients.db')
    const store = await opened(file)
    await store.write(entry('fill'), async (writing) => {
      for (const name of ['Ёлкина', 'Елкина']) await writing.insert('client', clientRow(name))
    })
    const verdicts = async () =>
      ((await everything(file)).judgement as { verdict: string }[]).map(({ verdict }) => verdict)
    for (const [verdict, expected] of [
      ['later', 'later'],
      ['later', 'later'],
      ['distinct', 'distinct'],
      ['later', 'distinct'],
    ] as const) {
      await judge(depsOf(store), 1, 2, verdict)
      expect(await verdicts()).toEqual([expected])
    }
    await expect(judge(depsOf(store), 1, 1, 'later')).rejects.toMatchObject({ exit: 2 })
    await expect(judge(depsOf(store), 1, 3, 'later')).rejects.toMatchObject({ exit: 3 })
  })
})

describe('what was done about a reason', () => {
  const two = async (first: NewRow<'attention'>[], second: NewRow<'attention'>[]) => {
    const file = join(freshFolder(), 'clients.db')
    const store = await opened(file)
    await store.write(entry('fill'), async (writing) => {
      for (const name of ['Ёлкина', "O'Brien-Ñandú 💡"]) await writing.insert('client', clientRow(name))
      await writing.insertMany('attention', [...first, ...second])
    })
    const before = await everything(file)
    const { operation } = await merge(depsOf(store), { keep: 1, others: [2], choices: [], force: true })
    const rows = async () => ((await everything(file)) as { attention: Record<string, unknown>[] }).attention
    return { file, store, before, operation, rows }
  }

  test.each<[string, NewRow<'attention'>[], NewRow<'attention'>[], object[]]>([
    ['goes over', [], [done(2, 'lead', '', 'done')], [{ id: 1, client_id: 1, about: 'lead', state: 'done' }]],
    [
      'of two the further one stays',
      [done(1, 'call', '', 'snoozed', '2026-12-01')],
      [done(2, 'call', '', 'done')],
      [{ id: 2, client_id: 1, state: 'done' }],
    ],
    [
      'skipped is further than put off',
      [done(1, 'waits', AT, 'skipped')],
      [done(2, 'waits', AT, 'snoozed', '2027-01-01')],
      [{ id: 1, client_id: 1, state: 'skipped' }],
    ],
    [
      'of two put off the later day stays',
      [done(1, 'call', '', 'snoozed', '2026-12-01')],
      [done(2, 'call', '', 'snoozed', '2026-12-02')],
      [{ id: 2, client_id: 1, snoozed_until: '2026-12-02' }],
    ],
    [
      'of two done the later one counts',
      [done(1, 'unpaid', '7', 'done')],
      [{ ...done(2, 'unpaid', '7', 'done'), at: '2026-11-22T08:00:00Z' }],
      [{ id: 2, client_id: 1, at: '2026-11-22T08:00:00Z' }],
    ],
    [
      'another time is another row',
      [done(1, 'rhythm', '2026-10-01', 'done')],
      [done(2, 'rhythm', '2026-11-01', 'done')],
      [
        { id: 1, client_id: 1, mark: '2026-10-01' },
        { id: 2, client_id: 1, mark: '2026-11-01' },
      ],
    ],
  ])('%s, and comes back', async (_, first, second, kept) => {
    const { file, store, before, operation, rows } = await two(first, second)
    const left = await rows()
    expect(left).toHaveLength(kept.length)
    expect(left).toMatchObject(kept)
    expect(await store.check()).toMatchObject({ problems: [] })
    await store.undo(operation ?? 0, LATER)
    expect(await everything(file)).toEqual(before)
  })

  test('since then stands in the way of parting them', async () => {
    const { store, operation } = await two([], [])
    await store.write(entry('done t1'), (writing) => writing.insert('attention', done(1, 'lead', '', 'done')))
    expect(await store.undo(operation ?? 0, LATER)).toMatchObject({ obstacles: [{ command: 'done t1' }] })
  })
})

test('a choice of holidays can be taken back', async () => {
  const file = join(freshFolder(), 'clients.db')
  const store = await opened(file)
  const before = await everything(file)
  const choice = { key: 'new-year', active: 0, filter: null, name: null, month_day: null, remind_days: null }
  const { operation, result } = await store.write(entry('greet'), (writing) => writing.insert('holiday', choice))
  const changed = await store.write(entry('greet again'), (writing) => writing.update('holiday', result, { active: 1 }))
  expect(((await everything(file)) as { holiday: unknown[] }).holiday).toMatchObject([{ key: 'new-year', active: 1 }])
  await store.undo(changed.operation ?? 0, LATER)
  expect(((await everything(file)) as { holiday: unknown[] }).holiday).toMatchObject([{ key: 'new-year', active: 0 }])
  await store.undo(operation ?? 0, LATER)
  expect(await everything(file)).toEqual(before)
})
