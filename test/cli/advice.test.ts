import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { explain } from '../../src/store/explaining.js'
import { en as english } from '../../src/words/en.js'
import { freshFolder } from '../store/base.js'
import { runIn } from '../world.js'

const LANGUAGES = ['en', 'ru', 'uk'] as const
const fullDisk = (): Error => Object.assign(new Error('no space'), { code: 'ENOSPC' })

describe('a value that does not fit is told together with one that does', () => {
  test.each([
    ['export.reason-over', 'abc', ['0', '999999999']],
    ['day.call-minutes', '0', ['1', '999']],
    ['ahead', '-1', ['0', '999']],
    ['greet.leap-day', '5', ['28, 1']],
    ['day.hours', 'all day', ['09:00-18:00']],
    ['country', 'xx', ['UA']],
    ['touch.rest', 'never', ['30d']],
    ['frequency.regular-orders', '0', ['1', '99999']],
    ['warmth.refusal', 'Ёлка', ['0', '1000']],
    ['warmth.warm', '0', ['1.5']],
    ['currency', 'рубль', ['UAH']],
    ['rates', 'USD', ['USD=41.5']],
    ['cadence', 'vip', ['vip=2w']],
    ['warmth.points', 'Ґ', ['order=10', 'referral']],
    ['ahead', ' ', ['config unset ahead']],
  ])('config set %s %j', async (key, value, fits) => {
    const folder = freshFolder()
    for (const lang of LANGUAGES) {
      const { code, stderr } = await runIn({ folder }, 'config', 'set', '--lang', lang, '--', key, value)
      expect({ lang, code, lines: stderr.trimEnd().split('\n').length }).toEqual({ lang, code: 2, lines: 2 })
      for (const part of fits) expect(stderr.split('\n')[1]).toContain(part)
    }
  })

  test.each([
    ['country', 'ua'],
    ['day.hours', '09:00-18:00'],
    ['touch.rest', '30d'],
    ['rates', 'USD=41.5, EUR=45'],
    ['cadence', 'vip=2w, @regulars=30d'],
    ['warmth.points', 'call=2, order=10'],
    ['warmth.warm', '1.5'],
    ['currency', 'UAH'],
    ['greet.leap-day', '28'],
    ['export.reason-over', '999999999'],
  ])('and what is told does fit: %s %j', async (key, value) => {
    expect(await runIn({ folder: freshFolder() }, 'config', 'set', key, value)).toMatchObject({ code: 0 })
  })

  test('backup --keep 0 says where the numbers begin', async () => {
    const folder = freshFolder()
    await runIn({ folder }, 'add', 'Anna')
    for (const lang of LANGUAGES) {
      const { code, stderr } = await runIn({ folder }, 'backup', '--keep', '0', '--lang', lang)
      expect(code).toBe(2)
      expect(stderr).toMatch(/(?:from|от|від) 1\b/)
    }
  })
})

describe('what was typed is repeated as it was typed', () => {
  test.each([
    [['backup', '--keep', '-1'], '“-1”'],
    [['config', 'set', 'export.reason-over', '-1'], '“-1”'],
    [['list', '-bogus:3'], '  -bogus:3\n'],
  ])('%j', async (argv, said) => {
    const folder = freshFolder()
    await runIn({ folder }, 'add', 'Ёлка')
    const { code, stderr } = await runIn({ folder }, ...argv)
    expect(code).toBe(2)
    expect(stderr).toContain(said)
    expect(stderr).not.toContain('\u2212')
  })
})

describe('words that fit the case', () => {
  const people = async (): Promise<string> => {
    const folder = freshFolder()
    await runIn({ folder }, 'add', 'Анна Ёлкина', '--consent', 'no')
    await runIn({ folder }, 'add', "Pat O'Brien-Ñandú", '--consent', 'yes')
    return folder
  }

  test.each([
    ['en', '2 clients: nobody is taken out without a reason.'],
    ['ru', '2 клиента: без указания причины никого не выгружают.'],
    ['uk', '2 клієнти: без зазначення причини нікого не вивантажують.'],
  ])('a limit of none at all, in %s', async (lang, said) => {
    const folder = await people()
    await runIn({ folder }, 'config', 'set', 'export.reason-over', '0')
    const { code, stderr } = await runIn({ folder }, 'export', '--lang', lang)
    expect(code).toBe(5)
    expect(stderr.split('\n')[0]).toBe(said)
  })

  test.each([
    ['en', '1 with no address in this channel'],
    ['ru', 'без адреса в этом канале – 1'],
    ['uk', 'без адреси в цьому каналі – 1'],
  ])('who is left out of a mailing, in %s', async (lang, said) => {
    const { stderr } = await runIn({ folder: await people() }, 'export', '--mailing', '--lang', lang)
    expect(stderr).toContain(said)
  })

  test('a merge that would make a no a yes, whatever was refused', async () => {
    const { code, stderr } = await runIn({ folder: await people() }, 'merge', '1', '2', '--keep', 'consent=2')
    expect(code).toBe(5)
    expect(stderr).toContain('That would turn a “no” into a “yes”.')
  })
})

describe('a restore that cannot be says what to take instead', () => {
  test('a file that is not there: the latest backup, and how one is made where there is none', async () => {
    const folder = freshFolder()
    await runIn({ folder }, 'add', 'Anna')
    expect((await runIn({ folder }, 'restore', join(folder, 'nowhere.db'))).stderr).toMatch(/clientele backup$/m)
    const copy = (await runIn({ folder }, 'backup')).stdout.trimEnd()
    for (const lang of LANGUAGES) {
      const { code, stderr } = await runIn({ folder }, 'restore', join(folder, 'nowhere.db'), '--lang', lang)
      expect(code).toBe(1)
      expect(stderr).toContain(`clientele restore ${copy}\n`)
    }
  })

  test('a file of another kind: nothing is said that is said of a base which is opened', async () => {
    const folder = freshFolder()
    await runIn({ folder }, 'add', 'Anna')
    writeFileSync(join(folder, 'letter.txt'), 'Dear Anna,\n')
    const { code, stderr } = await runIn({ folder }, 'restore', join(folder, 'letter.txt'))
    expect(code).toBe(1)
    expect(stderr).toMatch(/letter\.txt is not a clientele base\.\nThe base stays as it is\. Take another backup\.\n$/)
  })
})

describe('what could not be said', () => {
  test.each<[string, string[], boolean]>([
    ['add', ['add', 'Boris'], true],
    ['log', ['log', '1', 'spoke'], true],
    ['undo', ['undo', '--yes'], true],
    ['forget', ['forget', '1', '--yes', '--json'], true],
    ['backup', ['backup'], true],
    ['list', ['list'], false],
    ['show', ['show', '1'], false],
    ['a second undo', ['undo', '77', '--yes'], false],
  ])('%s tells whether something was kept', async (_, argv, kept) => {
    const folder = freshFolder()
    await runIn({ folder }, 'add', 'Ґалаґан Ёлкина')
    for (const [lang, hint] of [
      ['en', 'What the command changed is kept'],
      ['ru', 'То, что команда изменила, всё равно сохранено'],
      ['uk', 'Те, що команда змінила, усе одно збережено'],
    ] as const) {
      if (lang !== 'en' && !['add', 'list'].includes(argv[0] ?? '')) continue
      const { code, stderr } = await runIn({ folder, outputFails: fullDisk() }, ...argv, '--lang', lang)
      expect(code).toBeGreaterThan(0)
      expect({ lang, told: stderr.includes(hint) }).toEqual({ lang, told: kept })
    }
  })

  test('it is said beside another failure too', async () => {
    const folder = freshFolder()
    writeFileSync(join(folder, 'rows.csv'), 'Name,Phone\nAnna,+380671234567\n,\n,+3\n')
    const { code, stderr } = await runIn(
      { folder, outputFails: fullDisk() },
      ...['import', join(folder, 'rows.csv'), '--json', '--rejects', join(folder, 'rejects.csv')],
    )
    expect(code).toBe(6)
    expect(stderr).toContain('The output could not be written: there is no room left.')
    expect(existsSync(join(folder, 'rejects.csv'))).toBe(true)
  })
})

test('a file that may not grow is not a disk that is full, nor one that fails', () => {
  const refusal = explain(Object.assign(new Error('x'), { code: 'EFBIG' }), '/data/clients.db') as {
    say(words: unknown): { text: string }
  }
  expect(refusal.say(english).text).toBe('/data/clients.db would become larger than a file may be here.')
  // No limit holds for this process, so a disk that fails is one that fails.
  const unlimited = /Max file size\s+unlimited/.test(
    existsSync('/proc/self/limits') ? readFileSync('/proc/self/limits', 'latin1') : 'Max file size unlimited',
  )
  const failing = explain(Object.assign(new Error('x'), { code: 'SQLITE_IOERR' }), '/data/clients.db') as typeof refusal
  if (unlimited) expect(failing.say(english).text).toContain('The disk failed')
})
