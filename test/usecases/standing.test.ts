import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { ADVICES } from '../../src/domain/advice.js'
import { widthOf } from '../../src/render/table.js'
import { readWarmth } from '../../src/usecases/care.js'
import { withPercent } from '../../src/usecases/shares.js'
import type { Why } from '../../src/usecases/standing.js'
import { runIn } from '../world.js'

let folder = ''
const fresh = (): string => mkdtempSync(join(tmpdir(), 'clientele-standing-'))
const run = (...argv: string[]) => runIn({ folder }, ...argv)
const json = async (...argv: string[]) => JSON.parse((await run(...argv, '--json')).stdout)

describe('what is set by hand', () => {
  beforeEach(async () => {
    folder = fresh()
    await run('add', 'Ёлкина Анна')
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  test.each([
    ['hot', 'hot'],
    ['Горячий', 'hot'],
    ['гаряча', 'hot'],
    ['тёплая', 'warm'],
    ['теплий', 'warm'],
    ['ХОЛОДНЫЙ', 'cold'],
    ['холодна', 'cold'],
    ['hottest', null],
    ['', null],
    ['тихий', null],
  ])('%j is read as %j', (text, warmth) => expect(readWarmth(text)).toBe(warmth))

  test('is shown beside what is computed, and taken back', async () => {
    const set = await run('warmth', '1', '--set', 'горячий', '--until', '01.12', '--reason', 'ждёт бюджет')
    expect([set.code, set.stderr]).toEqual([0, expect.stringContaining('hot by hand until 1 Dec')])
    expect((await json('warmth', '1')).warmth).toMatchObject({
      now: 'hot',
      computed: 'cold',
      by_hand: { warmth: 'hot', until: '2026-12-01', reason: 'ждёт бюджет', in_force: true },
    })
    const after = await runIn({ folder, env: { CLIENTELE_NOW: '2026-12-02T09:00' } }, 'warmth', '1', '--json')
    expect(JSON.parse(after.stdout).warmth).toMatchObject({ now: 'cold', by_hand: { in_force: false } })
    expect((await run('count', 'warmth:hot')).stdout).toBe('1\n')
    await run('warmth', '1', '--clear')
    expect((await json('warmth', '1')).warmth).toMatchObject({ now: 'cold', by_hand: null })
    await run('undo')
    expect((await json('warmth', '1')).warmth.now).toBe('hot')
    await run('undo')
    expect((await json('warmth', '1')).warmth.by_hand).toBeNull()
  })

  test('pauses until a day, and ends the pause', async () => {
    await run('warmth', '1', '--pause', '+1m', '--reason', 'отпуск')
    expect(await json('why', '1')).toMatchObject({
      pause: { until: '2026-12-22', reason: 'отпуск' },
      advice: 'paused',
      advice_on: '2026-12-22',
    })
    for (const flag of ['--resume', '--no-pause']) {
      await run('warmth', '1', '--pause', '+1m')
      await run('warmth', '1', flag)
      expect((await json('why', '1')).pause).toBeNull()
    }
  })

  test('keeps a cadence apart from the rest', async () => {
    await run('log', '1', '--call', 'поговорили', '--in')
    await run('warmth', '1', '--cadence', '2w', '--set', 'warm')
    expect((await json('warmth', '1')).touch).toMatchObject({
      cadence_days: 14,
      source: 'hand',
      not_before: '2026-12-06',
    })
    await run('warmth', '1', '--cadence', 'none')
    expect((await json('warmth', '1')).warmth.by_hand).toMatchObject({ warmth: 'warm' })
    expect((await json('warmth', '1')).touch.cadence_days).toBeNull()
  })

  test('is no operation when nothing is different, and none in a dry run', async () => {
    await run('warmth', '1', '--set', 'hot')
    expect((await run('warmth', '1', '--set', 'hot')).stderr).toContain('Nothing is different')
    expect((await run('warmth', '1', '--set', 'cold', '--dry-run')).stderr).toContain('Would be so')
    expect((await json('history')).length).toBe(2)
    expect((await json('warmth', '1')).warmth.now).toBe('hot')
  })

  test.each([
    [['--set', 'tepid'], 2],
    [['--set', 'hot', '--until', 'вчера'], 2],
    [['--set', 'hot', '--until', '31.02.2027'], 2],
    [['--set', 'hot', '--clear'], 2],
    [['--until', '+3d'], 2],
    [['--reason', 'так'], 2],
    [['--pause', 'today'], 2],
    [['--pause', '+3d', '--resume'], 2],
    [['--cadence', 'often'], 2],
    [['--cadence', '0d'], 2],
  ])('%j is refused', async (flags, code) => {
    const refused = await run('warmth', '1', ...flags)
    expect([refused.code, refused.stdout, refused.stderr]).toEqual([code, '', expect.stringMatching(/\S/)])
    expect((await json('history')).length).toBe(1)
  })

  test('needs a client that is there', async () => {
    expect((await run('warmth', 'Ктототам', '--set', 'hot')).code).toBe(3)
    expect((await run('why', '77')).code).toBe(3)
    expect((await run('warmth', '--set', 'hot')).code).toBe(2)
  })
})

describe('the bill', () => {
  let shown: Why[] = []

  beforeAll(async () => {
    folder = fresh()
    await run('demo')
    const db = join(folder, 'home/.local/share/clientele/demo.db')
    await run('restore', db, '--yes')
    const ids = (await run('list', '--format', 'ids')).stdout.trim().split('\n')
    shown = []
    for (const id of ids) shown.push((await json('why', id)) as Why)
  }, 60_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('adds up to the last digit', () => {
    expect(shown.length).toBeGreaterThan(30)
    for (const { score } of shown) {
      const sum = (of: (term: (typeof score.terms)[number]) => number) =>
        score.terms.reduce((all, each) => all + of(each), 0)
      expect(sum(({ now_hundredths }) => now_hundredths)).toBe(score.hundredths)
      expect(sum(({ share_percent }) => share_percent)).toBe(score.hundredths > 0 ? 100 : 0)
    }
  })

  test('says the same as the filter and the list', async () => {
    const listed = JSON.parse((await run('list', '--json')).stdout) as {
      id: number
      warmth: string
      frequency: string
    }[]
    for (const { id, warmth, frequency } of listed) {
      const why = shown.find((each) => each.id === id)
      expect([id, warmth, frequency]).toEqual([id, why?.warmth.now, why?.frequency.is])
    }
  })

  test('leads to more than one advice, each of them known', () => {
    const advices = new Set(shown.map(({ advice }) => advice))
    expect(advices.size).toBeGreaterThan(5)
    for (const advice of advices) expect(ADVICES).toContain(advice)
  })

  test.each(['en', 'ru', 'uk'])(
    'fits 80 columns and leaves nothing unsaid in %s',
    async (lang) => {
      for (const { id } of shown) {
        for (const verb of ['why', 'warmth']) {
          const { stdout, code } = await runIn(
            { folder, terminal: true, columns: 80 },
            verb,
            String(id),
            '--lang',
            lang,
          )
          expect(code).toBe(0)
          expect(stdout).not.toMatch(/undefined|null|NaN|\[object/)
          for (const line of stdout.split('\n')) expect([line, widthOf(line) <= 80]).toEqual([line, true])
        }
      }
    },
    60_000,
  )

  test('in colour says the same, letter for letter', async () => {
    const plain = (text: string): string => text.replace(/\u001b\[\d+m/g, '')
    const colour = { NO_COLOR: '', FORCE_COLOR: '1' }
    for (const argv of [
      ['why', '1'],
      ['why', '39'],
      ['warmth', '33'],
      ['warmth'],
      ['segment', 'list'],
      ['segment', 'show', 'hot'],
    ]) {
      const { stdout } = await runIn({ folder, env: colour }, ...argv)
      expect(stdout).toContain('\u001b[')
      expect(plain(stdout)).toBe((await run(...argv)).stdout)
    }
  })

  test('is cut where it is long, and still adds up', async () => {
    await run('add', 'Ґалаґан Довга-Історія')
    const id = (await run('list', 'Довга', '--format', 'ids')).stdout.trim()
    for (let day = 10; day < 28; day += 1)
      await run('log', id, `--${day % 2 === 0 ? 'call' : 'email'}`, 'x', '--in', '--at', `2026-10-${day}`)
    const { stdout } = await run('why', id)
    const bill = stdout.split('\n').filter((line) => / %$/.test(line))
    expect(bill.length).toBeLessThanOrEqual(13)
    const cells = bill.map((line) => Number(/(\d+\.\d\d) {2,}\d+ %$/.exec(line)?.[1]))
    const sum = cells.pop()
    expect(cells.reduce((all, each) => all + Math.round(each * 100), 0)).toBe(Math.round((sum ?? 0) * 100))
  })

  test('shows what the base consists of', async () => {
    const base = await json('warmth')
    for (const group of ['warmth', 'frequency', 'status', 'rhythm']) {
      const clients = base[group].map((each: { clients: number }) => each.clients)
      expect([group, clients.reduce((a: number, b: number) => a + b, 0)]).toEqual([group, base.clients])
      for (const { key, clients: size } of base[group])
        expect([key, (await run('count', `${group}:${key}`)).stdout]).toEqual([key, `${size}\n`])
    }
    const { stdout } = await run('warmth', '--lang', 'uk')
    expect(stdout).toContain('гарячий')
  })
})

describe('numbers', () => {
  test('shares add up to 100, each within one of what it is', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 7 }), (sizes) => {
        const shares = withPercent(sizes.map((clients, index) => ({ key: String(index), clients })))
        const all = sizes.reduce((a, b) => a + b, 0)
        if (all === 0) return shares.every(({ percent }) => percent === null)
        return (
          shares.reduce((sum, { percent }) => sum + (percent ?? 0), 0) === 100 &&
          shares.every(({ percent, clients }) => Math.abs((percent ?? 0) - (clients * 100) / all) < 1)
        )
      }),
    )
  })
})
