import { expect, test } from 'vitest'
import { place } from './import-world.js'

const contacts = async (here: ReturnType<typeof place>): Promise<number> =>
  ((await here.base()).contact as unknown[]).length

test.each([
  ['nothing', ''],
  ['spaces', ' \n\t\n'],
])('log - with %s records no contact', async (_, stdin) => {
  const here = place()
  await here.run('add', 'Ёлкина Анна')
  for (const extra of [[], ['--json'], ['--dry-run']]) {
    const { code, stdout, stderr } = await here.runWith({ stdin }, 'log', '1', '-', ...extra)
    expect([code, stdout, stderr]).toEqual([1, '', expect.stringContaining('nothing to log')])
  }
  expect(await contacts(here)).toBe(0)
})

test('log - takes what comes, and without the dash nothing need come', async () => {
  const here = place()
  await here.run('add', 'Ёлкина Анна')
  expect((await here.runWith({ stdin: 'обещала 💡\n' }, 'log', '1', '-')).code).toBe(0)
  expect((await here.run('log', '1')).code).toBe(0)
  expect(await contacts(here)).toBe(2)
})
