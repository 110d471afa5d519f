import { execFileSync } from 'node:child_process'
import { lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { changeSetting, readConfig, writeConfig } from '../src/settings.js'
import { freshFolder } from './store/base.js'
import { runIn } from './world.js'

const place = (): string => join(freshFolder(), 'config', 'clientele', 'config.json')

const modeOf = (file: string): string => (statSync(file).mode & 0o777).toString(8)

test('settings are their owner’s alone, with the folders that were made for them', () => {
  const file = place()
  const before = process.umask(0)
  try {
    writeConfig(file, { lang: 'uk' })
  } finally {
    process.umask(before)
  }
  expect([modeOf(file), modeOf(dirname(file)), modeOf(dirname(dirname(file)))]).toEqual(['600', '700', '700'])
  expect(readdirSync(dirname(file))).toEqual(['config.json'])
})

test('settings behind a link are changed where they are', () => {
  const file = place()
  mkdirSync(dirname(file), { recursive: true })
  const real = join(dirname(file), 'real.json')
  writeFileSync(real, '{"lang":"ru"}')
  symlinkSync(real, file)
  changeSetting(file, 'country', 'UA')
  expect(lstatSync(file).isSymbolicLink()).toBe(true)
  expect(JSON.parse(readFileSync(real, 'utf8'))).toEqual({ lang: 'ru', country: 'UA' })
})

test('what a newer program keeps there stays, and so does a strange key', () => {
  const file = place()
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, '{"later.setting": {"a": [1]}, "__proto__": {"lang": "ru"}, "constructor": "x", "lang": "en"}')
  expect(readConfig(file)).toEqual({ lang: 'en' })
  changeSetting(file, 'country', 'UA')
  changeSetting(file, 'lang', null)
  expect(Object.entries(JSON.parse(readFileSync(file, 'utf8')) as object)).toEqual([
    ['later.setting', { a: [1] }],
    ['__proto__', { lang: 'ru' }],
    ['constructor', 'x'],
    ['country', 'UA'],
  ])
  expect(readConfig(file)).toEqual({ country: 'UA' })
})

test('a sign before the text that some editors put there does no harm', () => {
  const file = place()
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, '\ufeff{"lang":"uk"}')
  expect(readConfig(file)).toEqual({ lang: 'uk' })
})

const ODD: [string, (file: string) => void][] = [
  ['nothing', (file) => writeFileSync(file, '')],
  ['half of it', (file) => writeFileSync(file, '{"lang": "r')],
  ['a list', (file) => writeFileSync(file, '["lang"]')],
  ['null', (file) => writeFileSync(file, 'null')],
  ['a deep nest', (file) => writeFileSync(file, '['.repeat(200_000))],
  ['something huge', (file) => writeFileSync(file, `{"lang":"en","x":"${'x'.repeat(1_100_000)}"}`)],
  ['bytes of chance', (file) => writeFileSync(file, Buffer.from([0xff, 0xfe, 0, 0x80, 0xc3]))],
  ['a folder', (file) => mkdirSync(file)],
  ['a pipe', (file) => void execFileSync('mkfifo', [file])],
  ['a device', (file) => symlinkSync('/dev/zero', file)],
]

test.each(ODD)('%s in the place of the settings is told in a sentence', async (_, make) => {
  const folder = freshFolder()
  const file = join(folder, 'home', '.config', 'clientele', 'config.json')
  mkdirSync(dirname(file), { recursive: true })
  make(file)
  for (const argv of [['config'], ['config', 'set', 'lang', 'ru'], ['list']]) {
    const { code, stdout, stderr } = await runIn({ folder }, ...argv)
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toContain(file)
    expect(stderr.trimEnd().split('\n')).toHaveLength(1)
  }
  rmSync(file, { recursive: true })
})

test('a link to itself is told as well', async () => {
  const folder = freshFolder()
  const file = join(folder, 'home', '.config', 'clientele', 'config.json')
  mkdirSync(dirname(file), { recursive: true })
  symlinkSync(file, file)
  const { code, stderr } = await runIn({ folder }, 'list')
  expect({ code, stderr }).toEqual({
    code: 1,
    stderr: `Reading or writing ${file} failed: its links lead in a circle.\n`,
  })
})
