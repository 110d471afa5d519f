import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runIn } from '../world.js'

let folder = ''
const run = (...argv: string[]) => runIn({ folder }, ...argv)

beforeAll(async () => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'clientele-listing-')))
  await run('add', 'Ёлкина Анна', '--tag', 'vip', '--city', 'Київ')
  await run('add', "O'Brien-Ñandú Áine", '--phone', '+7 916 000-00-01')
  await run('add', 'Ґалаґан Олена', '--tag', 'vip')
  await run('remove', '3', '-y')
  await run('segment', 'save', 'весна', '@vip or city:Київ')
  await run('segment', 'save', 'не весна', '-@весна')
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('list and count', () => {
  test.each([
    [[]],
    [['-@vip']],
    [['-Ёлкина']],
    [['-(tag:vip)']],
    [['--', '-tag:vip']],
    [['@весна']],
    [['@не-весна']],
    [['archived:yes']],
    [['archived:yes or @весна']],
    [['+7', '916', '000-00-01']],
    [["o'brien"]],
    [['tag:nobody']],
  ])('agree on %j', async (filter) => {
    const listed = JSON.parse((await run('list', '--json', ...filter)).stdout)
    expect((await run('count', ...filter)).stdout).toBe(`${listed.length}\n`)
  })

  test('sizes of segments are what count says', async () => {
    const segments = JSON.parse((await run('segment', 'list', '--json')).stdout) as { key: string; size: number }[]
    for (const { key, size } of segments)
      expect([key, (await run('count', `@${key}`)).stdout]).toEqual([key, `${size}\n`])
  })

  test.each(['', ',', ' '])('no columns at all are refused: “%s”', async (columns) => {
    expect(await run('list', '--columns', columns)).toMatchObject({ code: 2, stdout: '' })
  })
})

describe('trying out fields', () => {
  test.each([
    [['fields', 'add', 'size', '--type', 'number'], 0],
    [['fields', 'add', 'city'], 5],
    [['fields', 'add', 'size', '--type', 'nope'], 2],
    [['fields', 'remove', 'nosuch'], 3],
  ])('%j with --dry-run ends with %i and changes nothing', async (argv, code) => {
    const before = (await run('fields', '--json')).stdout
    expect((await run(...argv, '--dry-run')).code).toBe(code)
    expect((await run('fields', '--json')).stdout).toBe(before)
  })
})
