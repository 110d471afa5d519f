import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { copyBase, expectPlain, expectSound, type Outcome, Program, pause, query, STRESS, writeCsv } from './program.js'

/* What is computed of clients is what their history says, also after accidents and with several programs at once. */

const CLIENTS = 2_000
const ORDERS = 6_000
const EACH = STRESS ? 100 : 12
const ORDERS_LIMITS = STRESS
  ? [700, 1_000, 1_300, 1_600, 2_000, 2_400, 2_800, 3_500, 9_000]
  : [1_000, 1_600, 2_400, 9_000]
const ROUNDS = STRESS ? 30 : 5

let program: Program
/** With all clients and an order of each. */
let prepared: string
let orders: string

beforeAll(async () => {
  program = await Program.build()
  prepared = join(program.work, 'prepared.db')
  await program.ok(['--db', prepared, 'import', writeCsv(program.work, CLIENTS), '-q'])
  const lines = Array.from(
    { length: ORDERS },
    (_, index) =>
      `c${index % CLIENTS}@example.com,2026-0${1 + (index % 9)}-11,${100 + index},thing ${index},A-${index}`,
  )
  const first = join(program.work, 'first.csv')
  orders = join(program.work, 'orders.csv')
  writeFileSync(first, `E-mail,Date,Sum,What,Number\n${lines.slice(0, CLIENTS).join('\n')}\n`)
  writeFileSync(orders, `E-mail,Date,Sum,What,Number\n${lines.join('\n')}\n`)
  await program.ok(['--db', prepared, 'import', first, '--as', 'orders', '-q'])
}, 120_000)

afterAll(() => program?.remove())

function expectDone({ code, stderr }: Outcome): void {
  expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' })
}

/** `check` computes everything anew and tells of how many clients something else was kept. */
async function expectTrue(base: string): Promise<void> {
  await expectSound(base)
  expect(JSON.parse(await program.ok(['--db', base, 'check', '--json']))).toMatchObject({ ok: true, mended: 0 })
}

const sumOf = async (base: string, what: string): Promise<number> =>
  (await query<{ sum: number }>(base, `select coalesce(sum(${what}), 0) as sum from standing`))[0]?.sum ?? 0

const ordersIn = async (base: string): Promise<number> =>
  (await query<{ size: number }>(base, 'select count(*) as size from client_order'))[0]?.size ?? 0

test(
  `eight processes at once, each ${EACH} contacts, orders and changes: nothing is lost`,
  async () => {
    const base = join(program.work, 'eight.db')
    for (const name of ['Ёлкина Анна', 'Ґалаґан Олесь', "O'Brien-Ñandú 💡"])
      await program.ok(['--db', base, 'add', name])
    const counts = { contacts: 0, orders: 0 }
    const worker = async (number: number): Promise<void> => {
      for (let index = 0; index < EACH; index += 1) {
        const client = String(1 + ((number + index) % 3))
        const kind = (number + index) % 4
        if (kind < 2) counts.contacts += 1
        else if (kind === 2) counts.orders += 1
        const of = [
          ['log', client, `word ${number}-${index}`, '--call'],
          ['log', client, 'asked', '--in', '--purpose', 'price'],
          ['order', 'add', client, '100', `thing ${index}`],
          ['edit', client, '--referred-by', client === '1' ? '2' : '1'],
        ][kind]
        expectDone(await program.run(['--db', base, ...(of ?? [])]))
      }
    }
    await Promise.all(Array.from({ length: 8 }, (_, number) => worker(number)))
    expect({ contacts: await sumOf(base, 'contacts'), orders: await sumOf(base, 'orders') }).toEqual(counts)
    await expectTrue(base)
  },
  STRESS ? 1_800_000 : 120_000,
)

test('two programs with other thresholds and rates each get their own answers, and lose nothing', async () => {
  const base = join(program.work, 'models.db')
  const homes = ['here', 'there'].map((name) => join(program.work, name))
  await program.ok(['--db', base, 'add', 'Ёлкина Анна'])
  const runIn = (home: string | undefined, ...args: string[]): Promise<Outcome> =>
    program.run(args, { env: { HOME: home ?? '', CLIENTELE_DB: base } })
  for (const [index, home] of homes.entries())
    expectDone(await runIn(home, 'config', 'set', 'rates', `USD=${index === 0 ? 80 : 90}`))
  const rounds = STRESS ? 60 : 8
  const spent = await Promise.all(
    homes.map(async (home, index) => {
      for (let round = 0; round < rounds; round += 1) {
        expectDone(await runIn(home, 'order', 'add', '1', '10usd', '--currency', 'USD'))
        expectDone(await runIn(home, 'count', 'warmth:hot'))
      }
      return index
    }),
  )
  expect(spent).toEqual([0, 1])
  for (const [index, home] of homes.entries()) {
    const { stdout } = await runIn(home, 'list', '--json')
    expect(JSON.parse(stdout)).toMatchObject([
      { orders: 2 * rounds, spent: `${2 * rounds * 10 * (index === 0 ? 80 : 90)}.00 RUB` },
    ])
    expect(JSON.parse((await runIn(home, 'check', '--json')).stdout)).toMatchObject({ ok: true, mended: 0 })
  }
})

const BULK: { what: string; args: () => string[] }[] = [
  { what: 'an import of orders', args: () => ['import', orders, '--as', 'orders', '--json'] },
  {
    what: 'a change of all clients',
    args: () => [
      'edit',
      'orders:1.. -email:c7@example.com',
      '--all',
      '-y',
      '--referred-by',
      'c7@example.com',
      '--tag',
      'killed',
    ],
  },
]

test.each(BULK)('$what killed at a random moment is there whole or not at all', async ({ args }) => {
  const trial = join(program.work, 'trial.db')
  copyBase(prepared, trial)
  const began = performance.now()
  await program.run(['--db', trial, ...args()])
  const usual = performance.now() - began
  const whole = [await ordersIn(trial), await sumOf(trial, 'referrals')]
  const nothing = [await ordersIn(prepared), await sumOf(prepared, 'referrals')]
  expect(whole).not.toEqual(nothing)
  for (let round = 0; round < ROUNDS; round += 1) {
    const base = join(program.work, `killed-${round}.db`)
    copyBase(prepared, base)
    const { child, ended } = program.start(['--db', base, ...args()])
    await pause(usual * (0.2 + (0.9 * (round + Math.random())) / ROUNDS))
    child.kill('SIGKILL')
    await ended
    await expectTrue(base)
    expect([whole, nothing]).toContainEqual([await ordersIn(base), await sumOf(base, 'referrals')])
  }
})

test.each(BULK)('$what without room on the disk is there whole or not at all', async ({ args }) => {
  let failures = 0
  for (const limit of ORDERS_LIMITS) {
    const base = join(program.work, `limit-${limit}.db`)
    copyBase(prepared, base)
    const before = [await ordersIn(base), await sumOf(base, 'referrals')]
    const line = args()
      .map((word) => `'${word}'`)
      .join(' ')
    const { code, stderr } = await program.shell(`ulimit -f ${limit}; exec "$NODE" "$ENTRY" --db "$BASE" ${line}`, {
      env: { BASE: base },
    })
    const after = [await ordersIn(base), await sumOf(base, 'referrals')]
    if (code === 0) expect({ limit, after }).not.toEqual({ limit, after: before })
    else {
      failures += 1
      expect({ limit, code, after }).toEqual({ limit, code: 1, after: before })
      expectPlain(
        stderr
          .split('\n')
          .filter((text) => /disk|full|room|written|file/i.test(text))
          .join('\n'),
      )
    }
    await expectTrue(base)
  }
  expect(failures).toBeGreaterThan(0)
  expect(failures).toBeLessThan(ORDERS_LIMITS.length)
})
