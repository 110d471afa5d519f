import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { momentOf } from '../../src/domain/calendar.js'
import { modelFrom } from '../../src/domain/standing/model.js'
import { zones } from '../../src/main.js'
import { openDatabase } from '../../src/store/sqlite.js'
import { openStore } from '../../src/store/store.js'
import { callsDue } from '../../src/usecases/day-calls.js'
import type { Deps } from '../../src/usecases/deps.js'
import { agendaFor } from '../../src/usecases/today.js'
import { runIn } from '../world.js'

/** A Sunday; the day begins at 22:00 of the day before in UTC. */
const NOON = '2026-11-22T12:00'

let folder = ''
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'clientele-calls-')))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

async function run(...argv: string[]): Promise<void> {
  const { code, stderr } = await runIn({ folder }, ...argv)
  expect({ argv, code, stderr: code === 0 ? '' : stderr }).toEqual({ argv, code: 0, stderr: '' })
}

interface Asked {
  now?: string
  leads?: number
  settings?: Record<string, string>
}

/** Does something with the base at a moment in Kyiv. */
async function at<T>({ now = NOON, leads = 10, settings = {} }: Asked, work: (deps: Deps) => Promise<T>): Promise<T> {
  const zone = process.env.TZ
  process.env.TZ = 'Europe/Kyiv'
  try {
    const moment = zones.toInstant({ date: now.slice(0, 10), time: now.slice(11) })
    const clock = { ...zones, now: () => moment }
    const model = modelFrom(settings, 'RU')
    const store = await openStore(join(folder, 'clients.db'), { circumstances: { model, moment: momentOf(clock) } })
    try {
      return await work({ store, clock, model, country: 'RU', command: '', calling: { hours: '', minutes: 10, leads } })
    } finally {
      await store.close()
    }
  } finally {
    if (zone === undefined) delete process.env.TZ
    else process.env.TZ = zone
  }
}

/** The calls of a day in order: client and codes. */
const calls = (asked: Asked = {}, ahead = 0): Promise<string[]> =>
  at(asked, async (deps) =>
    (await agendaFor(deps, { ahead, belated: 3 }, null))
      .filter(({ section }) => section === 'calls')
      .map(({ client_id, reasons }) => `${client_id} ${reasons.map(({ code }) => code).join(' ')}`),
  )

const add = (name: string, ...more: string[]) => run('add', name, '--now=2026-11-20T10:00', '--force', ...more)
const log = (now: string, client: string, ...more: string[]) => run('log', client, 'said', `--now=${now}`, ...more)
const withLeads = (count: number) => ({ leads: count })

describe('who waits for an answer', () => {
  test.each<[string, string[][], string[]]>([
    ['a message of this morning', [['2026-11-22T09:00', '--in', '--email']], ['1 waits']],
    ['a call that was taken this morning', [['2026-11-22T09:00', '--in', '--call']], []],
    ['one of yesterday', [['2026-11-21T09:00', '--in', '--call']], ['1 waits']],
    ['one that was missed this morning', [['2026-11-22T09:00', '--in', '--call', '--result=missed']], ['1 waits']],
    [
      'answered by mail',
      [
        ['2026-11-20T12:00', '--in', '--email'],
        ['2026-11-21T09:00', '--email'],
      ],
      [],
    ],
    [
      'called back in vain',
      [
        ['2026-11-20T12:00', '--in', '--email'],
        ['2026-11-21T09:00', '--call', '--result=no-answer'],
      ],
      ['1 waits'],
    ],
    [
      'called back today',
      [
        ['2026-11-20T12:00', '--in', '--email'],
        ['2026-11-22T09:00', '--call'],
      ],
      [],
    ],
    [
      'and then they wrote again',
      [
        ['2026-11-22T08:00', '--call'],
        ['2026-11-22T09:00', '--in', '--email'],
      ],
      ['1 waits'],
    ],
    ['long ago', [['2026-10-22T12:00', '--in', '--email']], []],
  ])('%s', async (_, logged, expected) => {
    await add("O'Brien-Ñandú 💡")
    for (const [now = '', ...flags] of logged) await log(now, '1', ...flags)
    expect(await calls()).toEqual(expected)
  })

  describe('and to whom something was promised', () => {
    const MESSAGE: string[] = ['2026-11-20T12:00', '--in', '--email']
    const promise = (now: string, ...words: string[]) => run('next', '1', ...words, `--now=${now}`)
    type Step = () => Promise<void>
    const message: Step = () => log(MESSAGE[0] ?? '', '1', ...MESSAGE.slice(1))

    test.each<[string, Step[], string[]]>([
      ['a task after the message', [message, () => promise('2026-11-20T12:01', '2026-11-27', 'send it')], []],
      ['in the same breath', [() => log('2026-11-20T12:00', '1', '--in', '--email', '--next=fri send it')], []],
      ['a call of today', [message, () => promise('2026-11-21T12:00', '2026-11-22', 'call')], ['1 promised']],
      ['before the message', [() => promise('2026-11-20T11:00', '2026-11-27', 'send it'), message], ['1 waits']],
      [
        'a greeting is no answer',
        [message, () => promise('2026-11-20T13:00', '2026-11-27', 'x', '--kind=greet')],
        ['1 waits'],
      ],
      [
        'a day that was over before the message',
        [message, () => promise('2026-11-20T13:00', '2026-11-19', 'send it')],
        ['1 waits'],
      ],
      [
        'and they wrote again',
        [
          message,
          () => promise('2026-11-20T13:00', '2026-11-27', 'send it'),
          () => log('2026-11-21T09:00', '1', '--in'),
        ],
        ['1 waits'],
      ],
      [
        'it was taken back',
        [message, () => promise('2026-11-20T13:00', '2026-11-27', 'x'), () => run('undo')],
        ['1 waits'],
      ],
    ])('%s', async (_, steps, expected) => {
      await add('Ёлкина')
      for (const step of steps) await step()
      expect(await calls()).toEqual(expected)
    })

    test.each<[string, string[]]>([
      ['done', []],
      ['skip', ['1 waits']],
    ])('and that was closed with %s', async (verb, expected) => {
      await add('Ґалаґан', '--phone=+380 67 000 00 01')
      await message()
      await promise('2026-11-20T13:00', '2026-11-21', 'send it')
      await run('today', '--now=2026-11-21T12:00')
      await run(verb, 't1', '--now=2026-11-21T12:00')
      expect(await calls()).toEqual(expected)
    })
  })

  test('what was said is told, and a call in vain today ranks lower', async () => {
    await add('Ёлкина')
    await run('log', '1', 'Скільки коштує?', '--in', '--email', '--now=2026-11-20T12:00')
    await log('2026-11-22T09:00', '1', '--call', '--result=no-answer')
    const [entry] = await at({}, (deps) => agendaFor(deps, { ahead: 0, belated: 3 }, null, 1))
    expect(entry?.reasons).toEqual([
      {
        code: 'waits',
        on: '2026-11-20',
        days: -2,
        since: '2026-11-20T10:00:00Z',
        channel: 'email',
        text: 'Скільки коштує?',
      },
    ])
    expect(entry?.terms.map(({ term, points }) => `${term} ${points}`)).toEqual(['waits 46', 'tried -30'])
  })
})

describe('money', () => {
  beforeEach(() => add('Ґалаґан'))
  const order = (...more: string[]) => run('order', 'add', '1', '1250,50', 'вишивка', '--date=2026-10-01', ...more)

  test.each<[string, string[], string[]]>([
    ['past its day', ['--due=2026-11-21'], ['1 unpaid']],
    ['due today', ['--due=2026-11-22'], []],
    ['paid', ['--due=2026-11-01', '--paid'], []],
    ['paid by its stage', ['--due=2026-11-01', '--stage=оплачено'], []],
    ['paid in part', ['--due=2026-11-01', '--paid=50'], ['1 unpaid']],
    ['cancelled', ['--due=2026-11-01', '--stage=скасовано'], []],
    ['an offer', ['--due=2026-11-01', '--stage=кошторис'], []],
  ])('%s', async (_, flags, expected) => {
    await order(...flags)
    expect(await calls()).toEqual(expected)
  })

  test('all orders are told, with what is left and what it was', async () => {
    await order('--due=2026-11-01', '--paid=250,50')
    await run('order', 'add', '1', '10usd', 'mug', '--date=2026-10-01', '--due=2026-10-20')
    const [entry] = await at({}, (deps) => agendaFor(deps, { ahead: 0, belated: 3 }, null, 1))
    expect(entry?.reasons).toMatchObject([
      { code: 'unpaid', order: 2, days: -33, sum: '10.00 USD', what: 'mug' },
      { code: 'unpaid', order: 1, days: -21, sum: '1000.00 RUB', what: 'вишивка' },
    ])
  })
})

describe('leads who were never called', () => {
  beforeEach(async () => {
    for (const day of ['18', '19', '20'])
      await run('add', `Лід ${day}`, `--phone=+380 67 000 00 ${day}`, `--now=2026-11-${day}T10:00`)
    await run('add', 'Нових', '--phone=+380 67 000 00 99', `--now=2026-11-22T09:00`)
    await run('add', 'Без номера', '--now=2026-11-20T10:00')
  })

  test('come the newest first, so many a day; not those of today, nor who cannot be reached', async () => {
    expect(await calls()).toEqual(['1 lead', '2 lead', '3 lead'])
    expect(await calls(withLeads(2))).toEqual(['2 lead', '3 lead'])
    expect(await calls(withLeads(0))).toEqual([])
  })

  test('who was called today was one of them', async () => {
    await log('2026-11-22T09:00', '3', '--call')
    expect(await calls(withLeads(2))).toEqual(['2 lead'])
    expect(await calls({ ...withLeads(2), now: '2026-11-23T09:00' })).toEqual(['2 lead', '4 lead'])
  })

  test('who opted out, was paused, archived, ordered or was called is none', async () => {
    await run('warmth', '1', '--pause=2026-12-01')
    await run('remove', '2', '-y')
    await run('order', 'add', '3', '100', '--paid')
    expect(await calls()).toEqual([])
    expect(await calls({ now: '2026-12-01T09:00' })).toEqual(['1 lead', '4 lead'])
  })
})

describe('cadences', () => {
  beforeEach(async () => {
    await add('Ёлкина', '--tag=VIP', '--status=client')
    await add('Ґалаґан', '--status=client')
    await add('Третя', '--status=client', '--city=Київ')
    for (const id of ['1', '2', '3']) await log('2026-11-20T12:00', id, '--call')
    await run('warmth', '2', '--cadence=5d')
    await run('segment', 'save', 'київ', 'city:Київ')
  })
  const cadence = 'vip=7d, @київ=3d'
  const told = (now: string) =>
    at({ now, settings: { cadence } }, async (deps) => {
      const found = []
      for (const id of [1, 2, 3])
        for (const { reasons } of await agendaFor(deps, { ahead: 0, belated: 3 }, null, id))
          for (const reason of reasons)
            if (reason.code === 'cadence')
              found.push([id, reason.by, reason.name, reason.every, reason.from, reason.days])
      return found
    })

  test.each([
    ['2026-11-22T12:00', []],
    ['2026-11-23T12:00', ['3 cadence']],
    ['2026-11-25T12:00', ['3 cadence', '2 cadence']],
    ['2026-11-27T12:00', ['3 cadence', '2 cadence', '1 cadence']],
  ])('on %s', async (now, expected) => {
    expect(await calls({ now, settings: { cadence } })).toEqual(expected)
  })

  test('are told with where they come from', async () => {
    expect(await told('2026-11-28T12:00')).toEqual([
      [1, 'tag', 'VIP', 7, '2026-11-20', -1],
      [2, 'hand', null, 5, '2026-11-20', -3],
      [3, 'segment', 'київ', 3, '2026-11-20', -5],
    ])
  })

  test('of a segment that is not there are left out, with a word about it, and the rest of the day is shown', async () => {
    const settings = { cadence: '@немає=3d, vip=1d' }
    expect(await calls({ settings })).toContain('1 cadence')
    const unusable: string[] = []
    await at({ settings }, (deps) =>
      agendaFor({ ...deps, onUnusable: (what) => unusable.push(what) }, { ahead: 0, belated: 3 }, null),
    )
    expect(unusable).toEqual(['cadence @немає'])
  })

  test('one who was never touched is due that long after it was entered', async () => {
    await add('Ніколи', '--tag=vip', '--status=client')
    expect(await calls({ now: '2026-11-26T12:00', settings: { cadence: 'vip=7d' } })).toEqual(['2 cadence'])
    expect(await calls({ now: '2026-11-27T12:00', settings: { cadence: 'vip=7d' } })).toContain('4 cadence')
  })
})

test('a promised call to somebody not to be called stands among the tasks', async () => {
  await add('Пауза')
  await run('next', '1', '2026-11-22', 'передзвонити')
  await run('warmth', '1', '--pause=2026-12-01')
  const [entry] = await at({}, (deps) => agendaFor(deps, { ahead: 0, belated: 3 }, null))
  expect(entry).toMatchObject({ section: 'tasks', key: 'promise:1', reasons: [{ code: 'promised', held: 'paused' }] })
})

test('of thousands the first are the same, whether all are read or some', async () => {
  await add('Перший')
  const db = await openDatabase(join(folder, 'clients.db'), { create: false })
  await sql`with recursive n(i) as (select 2 union all select i + 1 from n where i < 1500)
    insert into client (kind, name, sort_key, status, vip, created_at, updated_at)
    select 'person', 'Клієнт ' || i, 'клієнт ' || i, 'client', i % 97 = 0, '2026-01-01T09:00:00Z', '2026-01-01T09:00:00Z' from n`.execute(
    db,
  )
  await sql`insert into contact (client_id, at, channel, direction)
    select id, date('2026-11-22', '-' || (id * 7 % 40) || ' days') || 'T06:00:00Z', 'email', 'in' from client`.execute(
    db,
  )
  await sql`insert into client_order (client_id, date, sum_minor, currency, promo, paid_minor, created_at)
    select id, date('2026-01-01', '+' || (id % 30 * k.k) || ' days'), id * 7919 % 100000000, 'RUB', 0, 0, '2026-01-01T09:00:00Z'
    from client, (select 1 as k union select 2 union select 3 union select 4) as k where id % 3 > 0`.execute(db)
  await sql`delete from standing_model`.execute(db)
  await db.destroy()
  const first = (count: number, enough?: number) =>
    at({}, async (deps) => {
      const { calls: due, unread } = await callsDue(deps, { ahead: 0, filter: null, ...(enough ? { enough } : {}) })
      const { agendaOf } = await import('../../src/domain/day/agenda.js')
      const { rankOf } = await import('../../src/domain/day/rank.js')
      const entries = agendaOf(
        { promises: [], calls: due, greetings: [] },
        '2026-11-22',
        { ahead: 0 },
        (entry, weighing) => rankOf(entry, weighing, 'RUB'),
      )
      return { all: due.length, unread, first: entries.slice(0, count).map(({ key, score }) => `${key} ${score}`) }
    })
  const whole = await first(30)
  const some = await first(30, 30)
  expect(some.first).toEqual(whole.first)
  expect(some.all).toBeLessThan(whole.all)
  expect(some.all + some.unread).toBeGreaterThanOrEqual(whole.all)
})

test('who may not be touched is not told as left out', async () => {
  await add('Ёлкина')
  await add('Ґалаґан')
  await add("O'Brien-Ñandú 💡")
  for (const client of ['1', '2', '3']) await log('2026-11-20T12:00', client, '--in', '--email')
  await run('edit', '1', '--consent=no')
  await run('remove', '2', '-y')
  const { stdout } = await runIn({ folder }, 'today', '--now=2026-11-22T12:00')
  expect(stdout).toContain("O'Brien-Ñandú 💡")
  expect(stdout).not.toContain('more')
})
