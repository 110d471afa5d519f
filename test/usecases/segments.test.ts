import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { READY_MADE, readSegmentName, readyMade, resolverOf, segmentKey } from '../../src/domain/segments.js'
import { runIn } from '../world.js'

let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'clientele-segments-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const run = (...argv: string[]) => runIn({ folder }, ...argv)
const on = (day: string, ...argv: string[]) => runIn({ folder, env: { CLIENTELE_NOW: `${day}T09:30:00` } }, ...argv)
const json = async (...argv: string[]) => JSON.parse((await run(...argv, '--json')).stdout)
const people = async (): Promise<void> => {
  for (const [name, ...flags] of [
    ['Ёлкина Анна', '--tag', 'весна', '--city', 'Москва'],
    ['Ґалаґан Олена', '--tag', 'весна', '--vip', '--phone', '+380 67 000-14-04'],
    ["O'Brien-Ñandú Áine", '--email', 'aine@example.com'],
    ['🌻 Sunny', '--tag', 'осень', '--status', 'former'],
  ])
    await run('add', name ?? '', ...flags)
}

describe('names', () => {
  test.each([
    ['весна', 'весна', 'весна'],
    [' Весенняя  Акция ', 'Весенняя Акция', 'весенняя-акция'],
    ['@Spring_2026', 'Spring_2026', 'spring-2026'],
    ["сім'я", "сім'я", "сим'я"],
    ['Ґаздині', 'Ґаздині', 'газдини'],
    ['Тёплые', 'Тёплые', 'теплые'],
    ['7', '7', '7'],
  ])('%j is kept as %j under the key %j', (typed, name, key) => {
    expect(readSegmentName(typed)).toBe(name)
    expect(segmentKey(typed)).toBe(key)
  })

  test.each(['', '@', 'a/b', 'весна!', '-весна', 'a:b', '(x)', '🌻', 'x'.repeat(61), 'два\u0000'.concat('/')])(
    '%j is none',
    async (typed) => {
      expect(readSegmentName(typed)).toBeNull()
      expect((await run('segment', 'save', '--', typed, 'vip:yes')).code).toBe(2)
    },
  )

  test('no two ready-made segments share a name', () => {
    const names = READY_MADE.flatMap(({ key, aliases }) => [...new Set([key, ...aliases].map(segmentKey))])
    expect(names.length).toBe(new Set(names).size)
    for (const name of names) expect(readSegmentName(name)).toBe(name)
  })

  test.each([
    ['горячие', 'hot'],
    ['ТЁПЛЫЕ', 'warm'],
    ['теплі', 'warm'],
    ['без почты', 'no-email'],
    ['Без_телефону', 'no-phone'],
    ['birthday soon', 'birthday-soon'],
  ])('%j is the ready-made %j', (typed, key) => expect(readyMade(typed)?.key).toBe(key))

  test('what is nearly a name is told', () => {
    const resolver = resolverOf([{ key: 'весна', name: 'Весна', filter: 'vip:yes' }])
    expect(resolver.nearest('вена')).toBe('Весна')
    expect(resolver.nearest('slipin')).toBe('slipping')
    expect(resolver.nearest('совсем другое')).toBeNull()
  })
})

describe('the ready-made', () => {
  test('can all be asked, and are as large in the list as when they are listed', async () => {
    await run('demo')
    await run('restore', join(folder, 'home/.local/share/clientele/demo.db'), '--yes')
    const listed = (await json('segment', 'list')) as { key: string; size: number; ready_made: boolean }[]
    expect(listed.map(({ key }) => key)).toEqual(READY_MADE.map(({ key }) => key))
    for (const { key, size } of listed) {
      expect([key, (await run('count', `@${key}`)).stdout]).toEqual([key, `${size}\n`])
      expect((await json('segment', 'show', key)).size).toBe(size)
    }
    // In the demo each of them says something.
    expect(listed.filter(({ size }) => size === 0)).toEqual([])
  })

  test.each(['hot', 'горячие', 'Теплі', 'no-email'])('%s can neither be taken nor removed', async (name) => {
    const saved = await run('segment', 'save', name, 'vip:yes')
    expect([saved.code, saved.stderr]).toEqual([5, expect.stringContaining('ready-made')])
    expect((await run('segment', 'remove', name)).code).toBe(5)
  })
})

describe('one’s own', () => {
  test('stands for its filter wherever one is typed', async () => {
    await people()
    expect((await run('segment', 'save', 'весна', 'tag:весна')).stderr).toContain('2 clients')
    await run('segment', 'save', 'Весна в Москве', '@весна', 'city:москва')
    expect((await run('list', '@ВЕСНА', '--columns', 'name', '--format', 'tsv')).stdout).toBe(
      'name\nҐалаґан Олена\nЁлкина Анна\n',
    )
    expect((await run('count', '@весна-в-москве')).stdout).toBe('1\n')
    expect((await run('count', 'not', '@весна')).stdout).toBe('2\n')
    expect((await json('segment', 'list')).slice(0, 2)).toEqual([
      { name: 'весна', key: 'весна', filter: 'tag:весна', ready_made: false, size: 2 },
      { name: 'Весна в Москве', key: 'весна-в-москве', filter: '@весна city:москва', ready_made: false, size: 1 },
    ])
  })

  test('is given a new filter under the same name, in one operation', async () => {
    await people()
    expect((await json('segment', 'save', 'весна', 'tag:весна')).outcome).toBe('saved')
    expect((await json('segment', 'save', 'весна', 'tag:весна')).outcome).toBe('unchanged')
    expect((await json('segment', 'save', 'Весна', 'tag:осень', '--dry-run')).outcome).toBe('updated')
    expect(await json('segment', 'save', 'весна', 'tag:осень')).toMatchObject({ outcome: 'updated', size: 1 })
    await run('undo')
    expect((await run('count', '@весна')).stdout).toBe('2\n')
  })

  test.each([
    ['silnt:30d..', 2, 'silent'],
    ['vip:maybe', 2, '^'],
    ['(vip:yes', 2, '^'],
    ['@нет-такого', 3, 'нет-такого'],
    ['@весна', 2, 'весна → весна'],
    ['vip:yes or -@осень', 2, 'осень'],
  ])('is not kept with the filter %j', async (filter, code, said) => {
    await run('segment', 'save', 'осень', 'tag:осень or @hot')
    await run('segment', 'save', 'весна', 'tag:весна')
    await run('segment', 'save', 'осень', '@весна')
    const { code: got, stderr } = await run('segment', 'save', 'весна', filter)
    expect([got, stderr]).toEqual([code, expect.stringContaining(said)])
    expect((await json('segment', 'show', 'весна')).filter).toBe('tag:весна')
  })

  test('takes a condition that begins with a hyphen', async () => {
    await people()
    await run('segment', 'save', 'живые', '-status:former')
    expect((await run('count', '@живые')).stdout).toBe('3\n')
  })

  test('is not removed while another needs it; then it is, and comes back', async () => {
    await run('segment', 'save', 'весна', 'tag:весна')
    await run('segment', 'save', 'все', '@"весна" or vip:yes')
    const refused = await run('segment', 'remove', 'Весна')
    expect([refused.code, refused.stderr]).toEqual([5, expect.stringContaining('все')])
    expect((await run('segment', 'remove', 'все')).code).toBe(0)
    expect((await run('segment', 'remove', '@весна', '--dry-run')).code).toBe(0)
    expect((await run('segment', 'remove', '@весна')).code).toBe(0)
    const gone = await run('count', '@весна')
    expect([gone.code, (await run('segment', 'remove', 'весна')).code]).toEqual([3, 3])
    await run('undo')
    expect((await run('count', '@весна')).code).toBe(0)
  })

  test('whose filter no longer works is told of, and hinders nobody', async () => {
    await people()
    await run('fields', 'add', 'собака')
    await run('segment', 'save', 'с собакой', 'has:собака')
    await run('fields', 'remove', 'собака')
    const [broken] = await json('segment', 'list')
    expect(broken).toMatchObject({ name: 'с собакой', size: null })
    expect((await run('segment', 'list')).stdout).toContain('no longer works')
    expect((await run('segment', 'show', 'с собакой')).code).toBe(2)
    expect((await run('segment', 'remove', 'с собакой')).code).toBe(0)
  })
})

describe('who came and who left', () => {
  const changes = async (day: string) =>
    JSON.parse((await on(day, 'segment', 'show', 'весна', '--json')).stdout).changes as {
      since: string
      came: { id: number; name: string | null }[]
      left: { id: number; name: string | null }[]
    } | null

  test('is told against the last look of an earlier day, all day long', async () => {
    await people()
    await on('2026-11-22', 'segment', 'save', 'весна', 'tag:весна')
    expect(await changes('2026-11-22')).toBeNull()
    await on('2026-11-23', 'edit', '3', '--tag', 'весна')
    await on('2026-11-23', 'edit', '1', '--remove-tag', 'весна')
    const seen = {
      since: '2026-11-22',
      came: [{ id: 3, name: "O'Brien-Ñandú Áine" }],
      left: [{ id: 1, name: 'Ёлкина Анна' }],
    }
    expect(await changes('2026-11-23')).toEqual(seen)
    expect(await changes('2026-11-23')).toEqual(seen)
    expect(await changes('2026-11-25')).toEqual({ since: '2026-11-23', came: [], left: [] })
  })

  test('is neither noted by a dry run nor written in the journal', async () => {
    await people()
    await on('2026-11-22', 'segment', 'save', 'весна', 'tag:весна')
    await on('2026-11-22', 'segment', 'show', 'весна', '--dry-run')
    expect(await changes('2026-11-23')).toBeNull()
    expect(await changes('2026-11-24')).toEqual({ since: '2026-11-23', came: [], left: [] })
    expect((await run('history', '--limit', '1')).stdout).toContain('segment save')
  })

  test('is not told across a change of the filter', async () => {
    await people()
    await on('2026-11-20', 'segment', 'save', 'весна', 'tag:весна')
    await changes('2026-11-20')
    await on('2026-11-22', 'segment', 'save', 'весна', 'vip:yes')
    expect(await changes('2026-11-23')).toBeNull()
  })

  test('keeps no more than a few looks', async () => {
    await people()
    await on('2026-11-01', 'segment', 'save', 'весна', 'tag:весна')
    for (let day = 1; day <= 9; day += 1) await changes(`2026-11-0${day}`)
    expect(await changes('2026-11-04')).toBeNull()
    expect(await changes('2026-11-06')).toMatchObject({ since: '2026-11-05' })
  })
})
