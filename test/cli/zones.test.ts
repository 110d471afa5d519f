import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { runIn } from '../world.js'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'clientele-zones-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const WRONG = [
  'Mars/Olympus',
  'Europe',
  'Europe/',
  'Kyiv',
  '+02:00',
  'UTC+2',
  '../../etc/passwd',
  'Europe/../Europe/Kyiv',
  // Files that lie among the zones and are none, or none that Node knows: the day would quietly be that of UTC.
  'leapseconds',
  'Factory',
  'right/Europe/Kyiv',
  'Європа/Київ',
]

describe.each(WRONG)('the zone %j is refused with a sentence', (zone) => {
  const expectRefused = ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }): void => {
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toBe(`“${zone}” is not a time zone; one looks like Europe/Kyiv.\n`)
  }

  test('as a flag', async () => {
    expectRefused(await runIn({ folder }, '--tz', zone, 'today'))
  })

  test('in the environment', async () => {
    expectRefused(await runIn({ folder, env: { CLIENTELE_TZ: zone } }, 'today'))
  })

  test('as a setting, when it is set', async () => {
    expectRefused(await runIn({ folder }, 'config', 'set', 'tz', zone))
  })
})

test('a setting that became wrong is refused, and the flag still helps', async () => {
  const env = { CLIENTELE_TZ: '' }
  expect((await runIn({ folder, env }, 'config', 'set', 'tz', 'Asia/Tokyo')).code).toBe(0)
  const { readFileSync, writeFileSync } = await import('node:fs')
  const file = join(folder, 'home', '.config', 'clientele', 'config.json')
  writeFileSync(file, readFileSync(file, 'utf8').replace('Asia/Tokyo', 'Mars/Olympus'))
  const refused = await runIn({ folder, env }, 'today')
  expect({ code: refused.code, stdout: refused.stdout }).toEqual({ code: 2, stdout: '' })
  expect(refused.stderr).toContain('Mars/Olympus')
  expect((await runIn({ folder, env }, '--tz', 'Europe/Kyiv', 'today')).code).toBe(0)
})

test.each(['Europe/Kyiv', 'Europe/Kiev', 'UTC', 'Etc/GMT-3', 'America/Argentina/Ushuaia', 'EET', 'europe/kyiv'])(
  'the zone %j is one',
  async (zone) => {
    expect(await runIn({ folder }, '--tz', zone, 'today')).toMatchObject({ code: 0, stderr: '' })
  },
)

describe('TZ of the terminal', () => {
  const dayAt = async (tz: string | undefined, ...more: string[]): Promise<unknown> => {
    const before = process.env.TZ
    if (tz === undefined) delete process.env.TZ
    else process.env.TZ = tz
    try {
      const now = '2026-11-22T22:30:00Z'
      const { code, stdout } = await runIn({ folder, env: { TZ: tz } }, '--now', now, ...more, 'today', '--json')
      return { code, day: (JSON.parse(stdout) as { date: string }).date }
    } finally {
      if (before === undefined) delete process.env.TZ
      else process.env.TZ = before
    }
  }

  test.each(['garbage', 'Mars/Olympus', 'Asia/Tokyo', 'America/New_York', ':Europe/Kyiv', '', undefined])(
    'TZ=%s does not move the day',
    async (tz) => {
      expect(await dayAt(tz)).toEqual({ code: 0, day: '2026-11-23' })
      expect(await dayAt(tz, '--tz', 'America/New_York')).toEqual({ code: 0, day: '2026-11-22' })
    },
  )

  test.each([
    ['garbage', 2],
    ['Mars/Olympus', 2],
    ['Europe/Kyiv', 0],
    [':Europe/Kyiv', 0],
    ['/etc/localtime', 0],
    ['EET-2EEST,M3.5.0/3,M10.5.0/4', 0],
    ['<+03>-3', 0],
    ['', 0],
  ])('TZ=%s where nothing else names a zone: exit %i', async (tz, code) => {
    const env = { CLIENTELE_TZ: '', TZ: tz }
    const ran = await runIn({ folder, env }, 'today')
    expect(ran.code).toBe(code)
    if (code === 2) expect(ran.stderr).toContain(tz)
    // What says more than TZ makes it matter no more.
    expect((await runIn({ folder, env }, 'today', '--tz', 'Europe/Kyiv')).code).toBe(0)
  })
})
