import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Ran, runIn } from '../world.js'

let folder = ''

beforeEach(async () => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'clientele-orders-')))
  await run('add', 'Ёлкина Анна', '--tag', 'vip')
  await run('add', "O'Brien-Ñandú Máire", '--status', 'former')
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

const run = (...argv: string[]): Promise<Ran> => runIn({ folder }, ...argv)
const json = async <T>(...argv: string[]): Promise<T> => JSON.parse((await run(...argv, '--json')).stdout) as T

type Order = Record<string, unknown> & { id: number; sum: string; unpaid: string }

describe('who orders is a client', () => {
  const statusOf = async (client: string): Promise<unknown> => (await json<{ status: string }>('show', client)).status

  test.each([
    [['1', '100'], 'client'],
    [['1', '100', '--date', '2020-01-01'], 'client'],
    [['1', '100', '--stage', 'предложение'], 'lead'],
    [['1', '100', '--stage', 'отменён'], 'lead'],
    [['2', '100'], 'client'],
    [['2', '100', '--date', '2020-01-01'], 'former'],
    [['2', '100', '--stage', 'offer'], 'former'],
  ])('order add %j makes it %s, and undo takes that back', async (argv, status) => {
    const [client = ''] = argv
    const before = await statusOf(client)
    expect((await run('order', 'add', ...argv)).code).toBe(0)
    expect(await statusOf(client)).toBe(status)
    await run('undo')
    expect(await statusOf(client)).toBe(before)
    expect((await run('order', 'list', '--format', 'ids')).stdout).toBe('')
  })

  test('an offer that is accepted makes a client as well, another change of it does not', async () => {
    await run('order', 'add', '1', '100', '--stage', 'offer')
    await run('order', 'edit', '1', '--stage', 'в работе')
    expect(await statusOf('1')).toBe('client')
    await run('edit', '1', '--status', 'former')
    await run('order', 'edit', '1', '--sum', '200')
    expect(await statusOf('1')).toBe('former')
  })
})

describe('what is refused writes nothing', () => {
  test.each([
    [2, ['add', '1', 'abc']],
    [2, ['add', '1', '-5']],
    [2, ['add', '1', '1.250']],
    [2, ['add', '1', '5', '000', 'logo']],
    [2, ['add', '1']],
    [2, ['add', '1', '--items', 'talk']],
    [2, ['add', '1', '5', '--currency', 'грн']],
    [2, ['add', '1', '$5', '--currency', 'EUR']],
    [2, ['add', '1', '5', '--cost', '$3']],
    [2, ['add', '1', '5', '--items', 'logo = abc']],
    [2, ['add', '1', '5', '--date', '31.02.2026']],
    [2, ['add', '1', '5', '--due', 'someday']],
    [2, ['add', '1', '0.001']],
    [3, ['add', 'Ковальчук', '5']],
    [5, ['add', '1', '5', '--paid', '6']],
    [2, ['edit', '1']],
    [2, ['edit', 'x', '--sum', '5']],
    [2, ['edit', '1', '--sum', '']],
    [5, ['edit', '1', '--sum', '50']],
    [3, ['edit', '99', '--sum', '5']],
    [3, ['edit', '1', '--client', 'Ковальчук']],
    [2, ['edit', '1', '--currency', 'JPY']],
    [3, ['pay', '99']],
    [5, ['pay', '1', '1']],
    [5, ['pay', '1', '-200']],
    [2, ['pay', '1', '$1']],
    [3, ['remove', '99']],
    [3, ['show', '99']],
    [2, ['list', '--period', '2026-13']],
    [2, ['list', '--from', '2026', '--to', '2025']],
    [2, ['list', '--limit', 'x']],
    [2, ['list', '--format', 'html']],
  ])('exit %i: order %j', async (code, argv) => {
    await run('order', 'add', '1', '100.50', '--paid', '100.50')
    const before = [(await run('history', '--json')).stdout, (await run('order', 'list', '--json')).stdout]
    const ran = await run('order', ...argv)
    expect([ran.code, ran.stdout, ran.stderr.includes('bug')]).toEqual([code, '', false])
    expect([(await run('history', '--json')).stdout, (await run('order', 'list', '--json')).stdout]).toEqual(before)
  })
})

describe('the words before the sum name the client', () => {
  test.each([
    ['order', ['Ёлкина', 'Анна', '5000', 'логотип'], { client: 'Ёлкина Анна', sum: '5000.00 RUB', what: 'логотип' }],
    ['order', ['anna', 'elkina', '12к'], { client: 'Ёлкина Анна', sum: '12000.00 RUB', what: null }],
    ['order', ['Maire', "O'Brien-Nandu", '$20', '3', 'cards'], { sum: '20.00 USD', what: '3 cards' }],
    ['expense', ['Ёлкина', 'Анна', '800', 'такси', '2'], { client: 'Ёлкина Анна', sum: '800.00 RUB', what: 'такси 2' }],
  ])('%s add %j', async (verb, argv, expected) => {
    const { code, stdout } = await run(verb, 'add', ...argv, '--json')
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject(expected)
  })

  test.each([
    [2, ['Ёлкина', 'логотип', '5000']],
    [2, ['Ёлкина', 'Анна', '5', '000']],
    [2, ['Ёлкина', 'Анна']],
    [3, ['Ковальчук', 'Анна', '5000']],
  ])('exit %i: order add %j', async (code, argv) => {
    expect((await run('order', 'add', ...argv)).code).toBe(code)
    expect((await run('order', 'list', '--json')).stdout.trim()).toBe('[]')
  })
})

describe('--dry-run', () => {
  test.each([
    [['order', 'add', '2', '5', 'logo']],
    [['order', 'edit', '1', '--sum', '7']],
    [['order', 'pay', '1']],
    [['order', 'remove', '1']],
    [['expense', 'add', '1', '5']],
    [['expense', 'remove', '1']],
  ])('of %j says what would be, and keeps nothing', async (argv) => {
    await run('order', 'add', '1', '100', 'логотип')
    await run('expense', 'add', '1', '3', 'taxi')
    const look = async (): Promise<string[]> =>
      Promise.all(
        [['history'], ['order', 'list'], ['expense', 'list'], ['list']].map(
          async (each) => (await run(...each, '--json')).stdout,
        ),
      )
    const before = await look()
    const { code, stdout, stderr } = await run(...argv, '--dry-run')
    expect([code, stdout]).toEqual([0, ''])
    expect(stderr).toMatch(/[Ww]ould/)
    expect(await look()).toEqual(before)
  })
})

describe('the figures', () => {
  test('stay the same when the currency is mended', async () => {
    await run('order', 'add', '1', '1250', '--cost', '200', '--paid', '50', '--items', 'a = 1000; b = 250')
    const order = await json<Order>('order', 'edit', '1', '--currency', 'USD')
    expect(order).toMatchObject({ sum: '1250.00 USD', cost: '200.00 USD', paid: '50.00 USD', unpaid: '1200.00 USD' })
    expect(order.items).toEqual([
      { name: 'a', quantity: '1', sum: '1000.00 USD' },
      { name: 'b', quantity: '1', sum: '250.00 USD' },
    ])
  })

  test('an empty value clears, what is not named stays', async () => {
    await run(
      'order',
      'add',
      '1',
      '9',
      'logo',
      '--stage',
      'new',
      '--cost',
      '1',
      '--due',
      '+3d',
      '--items',
      'a = 9',
      '--promo',
      '--paid',
      '4',
    )
    const cleared = ['--what', '', '--stage', '', '--cost', '', '--due', '', '--items', '', '--paid', '', '--no-promo']
    const nothing = { what: null, stage: null, cost: null, due_on: null, items: [], paid: '0.00 RUB', promo: false }
    expect(await json<Order>('order', 'edit', '1', ...cleared)).toMatchObject({ ...nothing, sum: '9.00 RUB' })
  })

  test('a change that changes nothing is no operation', async () => {
    await run('order', 'add', '1', '9', 'logo', '--items', 'a = 4; b')
    const { stderr } = await run('order', 'edit', '1', '--sum', '9', '--what', 'logo')
    expect(stderr).toBe('Nothing is different.\n')
    expect(await json<unknown[]>('history')).toHaveLength(3)
  })

  test.each([
    [[], ['4', '3', '2', '1']],
    [['Ёлкина'], ['3', '1']],
    [['tag:vip'], ['3', '1']],
    [
      ['--filter', '-tag:vip'],
      ['4', '2'],
    ],
    [['--unpaid'], ['3', '1']],
    [['--stage', 'offer'], ['2']],
    [['--stage', 'СМЕТА'], ['2']],
    [
      ['--period', '2025'],
      ['2', '1'],
    ],
    [
      ['--period', '2025-06..2026-01'],
      ['3', '2'],
    ],
    [['--from', '2026-11'], ['4']],
    [['--to', '2025-03'], ['1']],
    [['--limit', '1'], ['4']],
  ])('order list %j gives %j', async (argv, ids) => {
    await run('order', 'add', '1', '100', '--date', '2025-03-31')
    await run('order', 'add', '2', '200', '--date', '2025-12-31', '--stage', 'смета')
    await run('order', 'add', '1', '300', '--date', '2026-01-31', '--paid', '100')
    await run('order', 'add', '2', '400', '--paid')
    const { stdout } = await run('order', 'list', ...argv, '--format', 'ids')
    expect(stdout.trim().split('\n')).toEqual(ids)
  })

  test('CSV can be read back as orders say it', async () => {
    await run('order', 'add', '1', '1250.5', 'логотип; «Ёлка» 🙂', '--items', 'logo 2 x 500; talk')
    const { stdout } = await run('order', 'list', '--format', 'csv')
    const [header = '', row = ''] = stdout.split('\r\n').join('\n').split('\n')
    expect(header.startsWith('id,date,client_id,client,sum,currency,what,items')).toBe(true)
    expect(row).toContain('1250.50,RUB,логотип; «Ёлка» 🙂,logo × 2 = 1000.00; talk')
  })
})

describe('the demo base', () => {
  const SEGMENTS =
    'cold warm hot vip regular rare one-off sleeping slipping new birthday-soon no-email no-phone never-contacted promo-only advocates over-touched unverified'.split(
      ' ',
    )

  test('has somebody in every ready-made segment', async () => {
    const db = join(folder, 'demo.db')
    expect((await run('demo', '--db', db)).code).toBe(0)
    const sizes: [string, number][] = []
    for (const name of SEGMENTS) sizes.push([name, Number((await run('count', `@${name}`, '--db', db)).stdout)])
    expect(sizes.filter(([, size]) => !(size > 0))).toEqual([])
    const orders = JSON.parse((await run('order', 'list', '--json', '--db', db)).stdout) as { client: string }[]
    expect(new Set(orders.map(({ client }) => client)).size).toBeGreaterThan(25)
  })
})
