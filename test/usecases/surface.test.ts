import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Ran, runIn } from '../world.js'

/*
 * Points of the surface that are not yet as they should be. Each says what is right; `known` keeps the build green until
 * it is mended, and then demands to become a `test`.
 */

let folder = ''

beforeEach(async () => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'clientele-surface-')))
  await run('add', 'Anna Petrova', '--phone', '+44 7700 900601', '--city', 'Riga', '--birthday', '14.03.1985')
  await run('add', 'Anna Grey', '--phone', '+44 7700 900602', '--tag', 'vip')
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

const run = (...argv: string[]): Promise<Ran> => runIn({ folder }, ...argv)

describe('the surface, where it was once otherwise', () => {
  test('a company whose name has a ш is known again', async () => {
    await run('add', 'Anna Red', '--company', 'ООО «Шоколад»')
    await run('add', 'Anna Blue', '--company', 'Шоколад')
    expect((await run('count', 'kind:company')).stdout.trim()).toBe('1')
  })

  test('`date` alone shows its help', async () => {
    const { stdout, stderr } = await run('date')
    expect(stdout + stderr).toContain('add [options] <client>')
    expect(stderr).not.toContain('outputHelp')
  })

  test('--dry-run does not say that a file was written', async () => {
    const { code, stderr } = await run('export', '-n', '-o', join(folder, 'out.csv'))
    expect(code).toBe(0)
    expect(stderr).not.toMatch(/^Wrote/)
  })

  test('--dry-run of add says what would be added', async () => {
    const { stdout, stderr } = await run('add', 'Clara', '--dry-run')
    expect(stdout).toBe('')
    expect(stderr).toContain('Clara')
  })

  test('flags that exclude each other are refused in the language chosen', async () => {
    const { code, stderr } = await run('log', '1', '--in', '--out', '--lang', 'ru')
    expect(code).toBe(2)
    expect(stderr).not.toContain('cannot be used with')
  })

  test('a segment that does not exist is refused, never an empty answer', async () => {
    const { code } = await run('list', '@vips')
    expect([2, 3]).toContain(code)
  })

  test('a filter without --all is told about --all', async () => {
    const { stderr } = await run('edit', 'tag:vip or city:riga', '--city', 'Oslo')
    expect(stderr).toContain('--all')
  })

  test('a birthday can be looked up with its year', async () => {
    expect((await run('list', 'birthday:1985-03-14', '--format', 'ids')).stdout).toBe('1\n')
    expect((await run('list', 'birthday:1980-01-01..1989-12-31', '--format', 'ids')).stdout).toBe('1\n')
  })

  test('nobody was verified on a day to come', async () => {
    expect((await run('edit', '1', '--verified', '2027-01-01')).code).toBe(2)
  })

  test('every field of the JSON can be a column', async () => {
    const { stdout } = await run('list', '--json')
    const [first = {}] = JSON.parse(stdout) as Record<string, unknown>[]
    const columns = Object.keys(first).filter((key) => key !== 'custom')
    expect((await run('list', '--json', '--columns', columns.join(','))).code).toBe(0)
  })

  test('control characters are taken out of a result as they are out of a text', async () => {
    await run('log', '1', 'said \u001b[31mred', '--result', 'ok\u001b[31m')
    const { stdout } = await run('show', '1', '--json')
    const [contact] = (JSON.parse(stdout) as { history: { text: string; result: string }[] }).history
    expect(contact).toMatchObject({ text: 'said [31mred', result: 'ok[31m' })
  })

  test('a base that cannot be made says so without the words of the system', async () => {
    writeFileSync(join(folder, 'letter.txt'), 'Dear Anna,')
    const { code, stderr } = await run('list', '--db', join(folder, 'letter.txt', 'clients.db'))
    expect(code).toBe(1)
    expect(stderr).not.toMatch(/EEXIST|ENOTDIR|mkdir/)
  })

  test('an export into a folder that is not there names the file that was asked for', async () => {
    const { code, stderr } = await run('export', '-o', join(folder, 'nowhere', 'all.csv'))
    expect(code).toBe(1)
    expect(stderr).not.toContain('.part')
  })

  test('two clients never have the same outside id', async () => {
    await run('edit', '1', '--external-id', 'A-1')
    expect((await run('add', 'Boris', '--external-id', 'A-1', '--force')).code).toBe(5)
  })

  test('a greeting that was put off and forgotten does not hide the one of the next year', async () => {
    await run('date', 'add', '1', '2016-11-24', 'wedding', '--remind', '7d')
    await run('today')
    expect((await run('snooze', 't1', '+1d')).code).toBe(0)
    const { stdout } = await run('today', '--now', '2027-11-24')
    expect(stdout).toContain('11 years – today')
  })

  test('a name with a space before its comma is kept without double spaces', async () => {
    const { stdout } = await run('add', 'Stone , Clara', '--json')
    expect(JSON.parse(stdout)).toMatchObject({ name: 'Stone Clara', family_name: 'Stone', given_name: 'Clara' })
  })

  test('the candidates of the picker are safe to show', async () => {
    await run('add', 'Anna \u202eyerG')
    const { world } = await runIn({ folder, terminal: true, answers: ['1'] }, 'show', 'anna')
    const asked = world.written.filter(({ to }) => to === 'asker').map(({ text }) => text)
    expect(asked.join('')).not.toContain('\u202e')
  })
})

describe('streams', () => {
  test('an export of CSV brings no fields of its own into the base that reads it', async () => {
    await run('export', '-o', join(folder, 'all.csv'))
    const { stdout } = await run('import', join(folder, 'all.csv'), '--json')
    expect(JSON.parse(stdout)).toMatchObject({ unchanged: 2, new_fields: [] })
  })

  test('- reads the text', async () => {
    const { code } = await runIn({ folder, stdin: 'a long\nletter\n' }, 'log', '1', '-', '--email')
    expect(code).toBe(0)
    expect((await run('show', '1', '--json')).stdout).toContain('a long')
  })

  test('reading leaves the base as it is, byte for byte', async () => {
    const file = join(folder, 'clients.db')
    const before = readFileSync(file)
    for (const words of [['list'], ['show', '1'], ['count'], ['history', '--exports'], ['check', '-n']])
      expect((await run(...words)).code).toBe(0)
    expect(readFileSync(file).equals(before)).toBe(true)
    // What is taken out is written down.
    expect((await run('export')).code).toBe(0)
    expect(readFileSync(file).equals(before)).toBe(false)
  })
})
