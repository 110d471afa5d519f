import { existsSync, mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { copyBase, expectSound, filesIn, Program, pause, writeCsv } from './program.js'

/* SIGKILL at any moment: what was said to be done is done, and nothing is done by half. */

const ROWS = 5_000
const KEPT = 3

let program: Program
let table: string
let prepared: string
/** The shortest time that an import and an add have taken here, in milliseconds. */
const usual = { import: Infinity, add: Infinity }

beforeAll(async () => {
  program = await Program.build()
  table = writeCsv(program.work, ROWS)
  prepared = join(program.work, 'prepared.db')
  for (let index = 1; index <= KEPT; index += 1) await program.ok(['--db', prepared, 'add', `Kept Before${index}`])
  for (let round = 0; round < 2; round += 1) {
    const trial = join(program.work, 'trial.db')
    copyBase(prepared, trial)
    await timed('import', ['--db', trial, 'import', table])
    await timed('add', ['--db', trial, 'add', 'Trial Add'])
  }
})

afterAll(() => program?.remove())

async function timed(verb: 'import' | 'add', args: string[]): Promise<void> {
  const began = performance.now()
  await program.ok(args)
  usual[verb] = Math.min(usual[verb], performance.now() - began)
}

const sizeOf = (file: string): number => (existsSync(file) ? statSync(file).size : 0)

async function expectAllOrNothing(base: string, stdout: string): Promise<void> {
  const { clients } = await expectSound(base)
  expect([KEPT, KEPT + ROWS]).toContain(clients)
  if (stdout.includes('"operation"')) expect(clients).toBe(KEPT + ROWS)
  await program.ok(['--db', base, 'check'])
  expect(await program.count(base)).toBe(clients)
}

test('an import killed at a random moment is there whole or not at all', async () => {
  for (let round = 0; round < 6; round += 1) {
    const base = join(program.work, `import-${round}.db`)
    copyBase(prepared, base)
    const { child, ended } = program.start(['--db', base, 'import', table, '--json'])
    // Spread over the whole run, most of them in the second half, where it writes.
    await pause(usual.import * (0.3 + (0.8 * (round + Math.random())) / 6))
    child.kill('SIGKILL')
    await expectAllOrNothing(base, (await ended).stdout)
  }
})

test('an import killed while its transaction reaches the disk is there whole or not at all', async () => {
  for (let round = 0; round < 4; round += 1) {
    const base = join(program.work, `commit-${round}.db`)
    copyBase(prepared, base)
    const { child, ended, outcome } = program.start(['--db', base, 'import', table, '--json'])
    const enough = 1 + Math.random() * 600_000 * round
    while (child.exitCode === null && outcome.stdout === '' && sizeOf(`${base}-wal`) < enough) await pause(0)
    child.kill('SIGKILL')
    await expectAllOrNothing(base, (await ended).stdout)
  }
  // And after the last of these accidents the same import goes through.
  const base = join(program.work, 'commit-3.db')
  await program.ok(['--db', base, 'import', table])
  expect(await program.count(base)).toBe(KEPT + ROWS)
})

test('of adds killed one after another every id that was printed is there', async () => {
  const base = join(program.work, 'adds', 'base.db')
  mkdirSync(join(program.work, 'adds'))
  const printed = new Map<number, string>()
  let kills = 0
  let started = 0
  while (kills < 30) {
    started += 1
    const name = `Added Number${started}`
    const began = performance.now()
    const { child, ended, outcome } = program.start(['--db', base, 'add', name])
    if (kills % 4 === 3) {
      // In the very moment the id is out, before the base is closed.
      while (child.exitCode === null && outcome.stdout === '') await pause(0)
    } else {
      await Promise.race([ended, pause(usual.add * (0.2 + 1.1 * Math.random()))])
    }
    if (child.kill('SIGKILL')) kills += 1
    else usual.add = Math.min(usual.add, performance.now() - began)
    const { stdout } = await ended
    const id = Number(stdout)
    if (stdout !== '') {
      expect(Number.isInteger(id) && !printed.has(id)).toBe(true)
      printed.set(id, name)
    }
    if (!existsSync(base)) continue
    const { clients, names } = await expectSound(base)
    for (const [known, its] of printed) expect(names.get(known)).toBe(its)
    expect(clients).toBeLessThanOrEqual(started)
  }
  const last = Number(await program.ok(['--db', base, 'add', 'The Last']))
  printed.set(last, 'The Last')
  await program.ok(['--db', base, 'check'])
  const listed = JSON.parse(await program.ok(['--db', base, 'list', '--json'])) as { id: number; name: string }[]
  expect(listed).toEqual(
    expect.arrayContaining([...printed].map(([id, name]) => expect.objectContaining({ id, name }))),
  )
  expect(new Set(listed.map(({ name }) => name)).size).toBe(listed.length)
})

test('a first start that was killed does not stand in the way of the next', async () => {
  for (let round = 0; round < 6; round += 1) {
    const folder = join(program.work, `first-${round}`)
    const base = join(folder, 'base.db')
    const { child, ended } = program.start(['--db', base, 'add', 'One'])
    await pause(usual.add * (0.3 + (0.8 * (round + Math.random())) / 6))
    child.kill('SIGKILL')
    const { stdout } = await ended
    // A base under its name is a whole one.
    const survived = existsSync(base) ? (await expectSound(base)).clients : 0
    if (stdout !== '') expect(survived).toBe(1)
    await program.ok(['--db', base, 'add', 'Two'])
    expect((await expectSound(base)).clients).toBe(survived + 1)
    expect(filesIn(folder).filter((name) => !name.includes('.new-'))).toEqual(['base.db'])
  }
})
