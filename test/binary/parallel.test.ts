import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectSound, filesIn, type Outcome, Program, pause, STRESS, start, works, writeCsv } from './program.js'

/* Several processes on one base: they wait for one another, and nobody loses anything. */

const EACH = STRESS ? 200 : 25
const WORKERS = 8

let program: Program

beforeAll(async () => {
  program = await Program.build()
})

afterAll(() => program?.remove())

function expectDone({ code, stderr }: Outcome): void {
  expect(stderr).not.toMatch(/locked|busy|another program/i)
  expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' })
}

test(
  `eight processes at once, each ${EACH} writes: nothing is lost`,
  async () => {
    const base = join(program.work, 'eight.db')
    const known = (await program.ok(['--db', base, 'add', 'Known Client'])).trim()
    const ids = new Set<number>([Number(known)])
    let adds = 1
    let logs = 0
    const worker = async (number: number): Promise<void> => {
      for (let index = 0; index < EACH; index += 1) {
        const adding = (number + index) % 2 === 0
        const outcome = await program.run(
          adding
            ? [
                '--db',
                base,
                'add',
                `Worker${number} Entry${index}`,
                '--phone',
                `+7916${number}${String(index).padStart(6, '0')}`,
              ]
            : ['--db', base, 'log', known, `word ${number}-${index}`, '--call'],
        )
        expectDone(outcome)
        if (adding) {
          adds += 1
          ids.add(Number(outcome.stdout))
        } else logs += 1
      }
    }
    await Promise.all(Array.from({ length: WORKERS }, (_, number) => worker(number)))
    expect(adds + logs).toBe(1 + WORKERS * EACH)
    expect(ids.size).toBe(adds)
    const { names } = await expectSound(base)
    expect([...names.keys()].sort((a, b) => a - b)).toEqual([...ids].sort((a, b) => a - b))
    const shown = JSON.parse(await program.ok(['--db', base, 'show', known, '--json'])) as { contacts: number }
    expect(shown.contacts).toBe(logs)
    await program.ok(['--db', base, 'check'])
  },
  STRESS ? 1_800_000 : 120_000,
)

test('an import, adds and a look at the day at the same time: all succeed', async () => {
  const base = join(program.work, 'mixed.db')
  const rows = 20_000
  const table = writeCsv(program.work, rows)
  await program.ok(['--db', base, 'add', 'Known Client'])
  await program.ok(['--db', base, 'next', '1', 'today', 'call back'])
  const jobs = [
    ['import', table, '--json'],
    ...Array.from({ length: 5 }, (_, index) => ['add', `Meanwhile Added${index}`]),
    ['today', '--json'],
    ['list', '--limit', '5', '--json'],
  ].map((args) => program.run(['--db', base, ...args]))
  const outcomes = await Promise.all(jobs)
  for (const outcome of outcomes) expectDone(outcome)
  expect(JSON.parse(outcomes[0]?.stdout ?? '')).toMatchObject({ rows, created: rows, rejected: 0 })
  expect(JSON.parse(outcomes[6]?.stdout ?? '')).toMatchObject({ calls: [{ number: 't1' }] })
  expect((await expectSound(base)).clients).toBe(1 + rows + 5)
})

test('two imports of the same file at once bring every client once', async () => {
  const base = join(program.work, 'twice.db')
  const table = writeCsv(program.work, 2_000)
  await program.ok(['--db', base, 'count'])
  const outcomes = await Promise.all([1, 2].map(() => program.run(['--db', base, 'import', table, '--json'])))
  for (const outcome of outcomes) expectDone(outcome)
  const created = outcomes.map(({ stdout }) => (JSON.parse(stdout) as { created: number }).created)
  expect(created.sort((a, b) => a - b)).toEqual([0, 2_000])
  expect((await expectSound(base)).clients).toBe(2_000)
})

test('four first starts at once on a missing base make one base', async () => {
  for (let round = 0; round < (STRESS ? 50 : 3); round += 1) {
    const folder = join(program.work, `first-${round}`, 'deeper')
    const base = join(folder, 'base.db')
    const outcomes = await Promise.all(
      [1, 2, 3, 4].map((number) => program.run(['--db', base, 'add', `Starter Number${number}`])),
    )
    for (const outcome of outcomes) expectDone(outcome)
    expect(new Set(outcomes.map(({ stdout }) => stdout)).size).toBe(4)
    expect((await expectSound(base)).clients).toBe(4)
    expect(filesIn(folder)).toEqual(['base.db'])
  }
})

/*
 * Two first starts on one empty file: strace holds one of them at every unlink, should it try one; nothing may be lost.
 */
test.skipIf(!works('strace', '-f', '-o', '/dev/null', 'true'))(
  'a base made meanwhile in the place of an empty file is not removed',
  async () => {
    const base = join(program.work, 'held.db')
    writeFileSync(base, '')
    const inject = ['-e', 'trace=unlink,unlinkat', '-e', 'inject=unlink,unlinkat:delay_enter=4000000']
    const held = start(
      ['strace', '-f', '-o', '/dev/null', '-P', base, ...inject, ...program.command(['--db', base, 'add', 'Slow'])],
      { cwd: program.work, env: program.env },
    )
    await pause(2_000)
    await program.ok(['--db', base, 'add', 'Fast'])
    expectDone(await held.ended)
    expect([...(await expectSound(base)).names.values()].sort()).toEqual(['Fast', 'Slow'])
  },
)

test.runIf(STRESS)(
  'first starts at once on an empty file make one base',
  async () => {
    for (let round = 0; round < 50; round += 1) {
      const folder = join(program.work, `empty-${round}`)
      const base = join(folder, 'base.db')
      mkdirSync(folder)
      writeFileSync(base, '')
      const outcomes = await Promise.all(
        [1, 2, 3, 4, 5, 6].map((number) => program.run(['--db', base, 'add', `Starter Number${number}`])),
      )
      for (const outcome of outcomes) expectDone(outcome)
      expect((await expectSound(base)).clients).toBe(6)
      expect(filesIn(folder)).toEqual(['base.db'])
    }
  },
  600_000,
)
