import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import type { ReadStream } from 'node:tty'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { terminalKeys } from '../../src/cli/keys.js'
import { actionOf } from '../../src/cli/review.js'
import { type Ran, runIn } from '../world.js'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'clientele-review-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const run = (...argv: string[]): Promise<Ran> => runIn({ folder }, ...argv)
const review = (answers: string[], ...more: string[]): Promise<Ran> =>
  runIn({ folder, terminal: true, answers }, 'dedupe', '--review', ...more)
const ids = async (): Promise<string> =>
  (await run('list', '--format', 'ids', '--sort', 'id')).stdout.replaceAll('\n', ' ')
/** The pairs that were shown, in order. */
const shown = ({ stdout }: Ran): string[] => [...stdout.matchAll(/^ +#(\d+) +#(\d+)$/gm)].map(([, a, b]) => `${a}-${b}`)

const add = (...argv: string[]): Promise<Ran> => run('add', ...argv, '--force')
const twoOfAnother = async (): Promise<void> => {
  for (const name of ['Ёлкина Анна', 'Елкина Аня'])
    await add(name, '--phone', '+79160000001', '--email', 'anna@example.com')
}
const threeOfOne = async (): Promise<void> => {
  for (const name of ['Ґалаґан Олександр Іванович', 'Галаган Олександр', 'Alex Galagan'])
    await add(name, '--phone', '+380670000002', '--email', 'galagan@example.net', '--birthday', '05.11.1984')
}

describe('a key', () => {
  test.each([
    ['m', 'merge'],
    ['Ь', 'merge'],
    ['n', 'distinct'],
    ['т', 'distinct'],
    ['L', 'later'],
    ['д', 'later'],
    ['u', 'undo'],
    ['г', 'undo'],
    ['q', 'quit'],
    ['й', 'quit'],
    ['x', null],
    ['', null],
  ])('%s means %s', (text, action) => {
    expect(actionOf({ text, name: '', ctrl: false })).toBe(action)
  })

  test.each([
    ['right', false, 'later'],
    ['left', false, 'undo'],
    ['c', true, 'cancel'],
    ['d', true, 'quit'],
    ['m', true, null],
    ['escape', false, null],
  ])('%s with ctrl %s means %s', (name, ctrl, action) => {
    expect(actionOf({ text: ctrl ? '\u0003' : '', name, ctrl })).toBe(action)
  })

  test('comes from the terminal one by one, in any alphabet, and the terminal is given back', async () => {
    const modes: boolean[] = []
    const stdin = Object.assign(new PassThrough(), { setRawMode: (mode: boolean) => modes.push(mode) })
    const keys = await terminalKeys(stdin as unknown as ReadStream)
    stdin.write('mь\u001b[C\u0003')
    const pressed = [await keys.next(), await keys.next(), await keys.next(), await keys.next()]
    expect(pressed.map((key) => key && actionOf(key))).toEqual(['merge', 'merge', 'later', 'cancel'])
    const waiting = keys.next()
    stdin.end()
    expect(await waiting).toBeNull()
    keys.close()
    expect(modes).toEqual([true, false])
  })
})

describe('a review', () => {
  test('merges, and asks of the one that stayed', async () => {
    await threeOfOne()
    const ran = await review(['m', 'm'])
    expect(shown(ran)).toHaveLength(2)
    expect(ran.stderr).toContain('Merged 2, kept apart 0, put off 0; 0 left.')
    expect((await ids()).split(' ').filter(Boolean)).toHaveLength(1)
  })

  test('takes its last decisions back, one by one', async () => {
    await threeOfOne()
    await twoOfAnother()
    const before = await ids()
    const ran = await review(['m', 'n', 'u', 'u', 'u', 'q'])
    expect(ran.stderr).toContain('Nothing of this review is left to take back.')
    expect(shown(ran)[0]).toBe(shown(ran).at(-1))
    expect(await ids()).toBe(before)
    expect((await run('export', '--format', 'json')).stdout).not.toContain('merged')
  })

  test('never asks of a pair that was judged, though a merge brings it up again', async () => {
    await threeOfOne()
    await run('distinct', '1', '3')
    const ran = await review(['m', 'q'])
    expect(ran.world.unanswered()).toEqual(['q'])
    expect((await ids()).split(' ').filter(Boolean)).toHaveLength(2)
    expect(shown(await review(['q']))).toEqual([])
  })

  test('keeps what was decided when Ctrl-C ends it', async () => {
    await threeOfOne()
    const ran = await review(['n', '^C'])
    expect(ran.code).toBe(130)
    const [decided] = shown(ran)
    expect(shown(await review(['q', 'q', 'q']))).not.toContain(decided)
  })

  test('leaves a sole trader and the person to a merge that says so, and names it', async () => {
    await add('ИП Ёлкин Пётр Ильич', '--kind', 'company', '--phone', '+79160000001')
    await add('Ёлкин Пётр Ильич', '--kind', 'person', '--phone', '+79160000001')
    const { stdout, stderr } = await review(['m', 'q'])
    expect(stdout + stderr).toContain('clientele merge 2 1 --force')
    expect(await ids()).toBe('1 2 ')
  })

  test('puts off to the end', async () => {
    await threeOfOne()
    await twoOfAnother()
    const [first] = shown(await review(['l', 'q']))
    const again = shown(await review(['l', 'l', 'l', 'l', 'l', 'q']))
    expect(again.length).toBeGreaterThan(1)
    expect(again.at(-1)).toBe(first)
  })

  test('ends when the terminal closes', async () => {
    await threeOfOne()
    const ran = await review([])
    expect(ran.code).toBe(0)
    expect(shown(ran)).toHaveLength(1)
  })

  test.each([
    [['--json'], 2],
    [['-n'], 2],
    [['--no-input'], 2],
    [['--limit', '3'], 2],
    [['--min', '1.5'], 2],
  ])('%j is refused', async (flags, code) => {
    const ran = await review([], ...flags)
    expect(ran.code).toBe(code)
    expect(ran.stdout).toBe('')
  })
})
