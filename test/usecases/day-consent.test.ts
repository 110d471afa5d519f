import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { freshFolder } from '../store/base.js'
import { type Ran, runIn } from '../world.js'

let folder = ''
beforeEach(() => {
  folder = freshFolder()
})

const run = (...argv: string[]): Promise<Ran> => runIn({ folder }, ...argv)
const done = async (...argv: string[]): Promise<string> => {
  const { code, stdout, stderr } = await run(...argv)
  if (code !== 0) throw new Error(`${argv.join(' ')}: ${stderr}`)
  return stdout
}

interface Entry {
  client: { id: number }
  reasons: { code: string; held?: string | null }[]
  reach?: { channel: string; value: string } | null
}
type Day = Record<'calls' | 'greetings' | 'tasks', Entry[]>
const day = async (...argv: string[]): Promise<Day> => JSON.parse(await done('today', '--json', ...argv)) as Day
const ids = (entries: readonly Entry[]): number[] => entries.map(({ client }) => client.id).sort((a, b) => a - b)

/** Waits for our answer since two days. */
const waits = (client: string): Promise<string> =>
  done('log', client, '--in', '--message', 'call me', '--now=2026-11-20T12:00')

describe('calls', () => {
  test.each([
    ['--consent=call:no', false],
    ['--consent=no', false],
    ['--consent=no --consent=call:yes', false],
    ['--consent=email:no', true],
    ['--consent=message:no', true],
    ['--consent=yes --consent=call:no', false],
    ['--consent=call:yes', true],
    ['', true],
  ])('with %j a client is among them: %s', async (flags, expected) => {
    await done('add', 'Ёлкина Анна', '--phone=+7 916 000-00-01', ...flags.split(' ').filter(Boolean))
    await waits('1')
    expect(ids((await day()).calls)).toEqual(expected ? [1] : [])
    expect(ids((await day('--filter', 'phone:+79160000001')).calls)).toEqual(expected ? [1] : [])
  })

  test('new leads who refused calls are not proposed either', async () => {
    const now = '--now=2026-11-10T12:00'
    await done('add', 'Ёлкина', '--phone=+7 916 000-00-01', '--consent=call:no', now)
    await done('add', 'Ґалаґан', '--phone=+7 916 000-00-02', '--consent=email:no', now)
    expect(ids((await day()).calls)).toEqual([2])
  })

  test('no refused messenger stands beside a greeting or a promise', async () => {
    const flags = ['--phone=+7 916 000-00-01', '--telegram=elkina', '--viber=+7 916 000-00-03']
    await done('add', 'Ёлкина', ...flags, '--birthday=22.11.1990', '--consent=call:no', '--consent=telegram:no')
    await done('next', '1', 'today', 'send the plan')
    expect(await done('today')).not.toContain('@elkina')
    expect(await done('today')).toContain('Viber')
    await done('edit', '1', '--consent=viber:no', '--consent=sms:no')
    expect(await done('today')).not.toMatch(/elkina|Viber|916/)
  })

  test('what was promised stands among the tasks, and says why', async () => {
    await done('add', 'Ёлкина', '--phone=+7 916 000-00-01', '--consent=call:no')
    await done('add', 'Ґалаґан', '--phone=+7 916 000-00-02', '--consent=message:no')
    for (const client of ['1', '2']) await done('next', client, 'today', 'call about the roof', '--kind=call')
    const { calls, tasks } = await day()
    expect([ids(calls), ids(tasks)]).toEqual([[2], [1]])
    expect(tasks[0]?.reasons).toMatchObject([{ code: 'promised', held: 'opted-out' }])
    expect(await done('today')).toContain('asked not to be called')
    await done('edit', '1', '--consent=call:')
    expect(ids((await day()).calls)).toEqual([1, 2])
  })

  test.each([
    ['--channel=telegram --consent=telegram:no', 'phone'],
    ['--channel=telegram --consent=message:no', 'phone'],
    ['--channel=telegram --consent=email:no', 'telegram'],
    ['--channel=email --consent=email:no', 'phone'],
  ])('with %j one calls by %s', async (flags, channel) => {
    const points = ['--phone=+7 916 000-00-01', '--telegram=anna', '--email=anna@example.com']
    await done('add', 'Ёлкина', ...points, ...flags.split(' '))
    await waits('1')
    expect((await day()).calls[0]?.reach?.channel).toBe(channel)
  })
})

describe('greetings', () => {
  const born = ['--birthday=22.11.1980']

  test('leave out who refused everything, in one word or by every channel', async () => {
    await done('add', 'Ёлкина Анна', ...born, '--consent=no')
    await done('add', 'Ґалаґан Олесь', ...born, '--consent=call:no', '--consent=email:no', '--consent=message:no')
    await done('add', "O'Brien-Ñandú 💡", ...born, '--consent=call:no', '--consent=email:no')
    await done('add', 'Ким Саша', ...born)
    expect(ids((await day()).greetings)).toEqual([3, 4])
    expect((JSON.parse(await done('greet', '--json')) as Entry[]).map(({ client }) => client.id).sort()).toEqual([3, 4])
    expect(
      (JSON.parse(await done('greet', '--json', '--holiday=new year')) as Entry[])
        .map(({ client }) => client.id)
        .sort(),
    ).toEqual([3, 4])
  })

  test('have no link for what was refused', async () => {
    const points = ['--phone=+7 916 000-00-01', '--email=a@example.com', '--telegram=anna', '--viber=+79160000001']
    const links = async (...consent: string[]): Promise<string[]> => {
      folder = freshFolder()
      await done('add', 'Ёлкина Анна', ...born, ...points, ...consent)
      const [greeting] = JSON.parse(await done('greet', '--json')) as { links: object }[]
      return Object.keys(greeting?.links ?? {})
    }
    expect(await links()).toEqual(['mailto', 'sms', 'telegram', 'whatsapp', 'viber'])
    expect(await links('--consent=email:no')).toEqual(['sms', 'telegram', 'whatsapp', 'viber'])
    expect(await links('--consent=message:no')).toEqual(['mailto'])
    expect(await links('--consent=telegram:no', '--consent=sms:no')).toEqual(['mailto', 'whatsapp', 'viber'])
    expect(await links('--consent=yes', '--consent=whatsapp:no')).toEqual(['mailto', 'sms', 'telegram', 'viber'])
  })

  test('drafts are written for nobody who refused letters, and it is said', async () => {
    await done('add', 'Ёлкина Анна', ...born, '--email=a@example.com', '--phone=+7 916 000-00-01', '--consent=email:no')
    await done('add', 'Ґалаґан Олесь', ...born, '--email=o@example.com')
    await done('add', 'Ким Саша', ...born)
    const file = join(folder, 'drafts.mbox')
    const { stderr } = await run('greet', '--mbox', file)
    expect(stderr).toContain('Said no to e-mail: Ёлкина Анна.')
    expect(stderr).toContain('No e-mail address: Ким Саша.')
    expect(readFileSync(file, 'utf8').match(/^To: .*/gm)).toHaveLength(1)
    expect(readFileSync(file, 'utf8')).not.toContain('a@example.com')
  })

  test.each([['--text'], ['--links'], ['--mark'], ['--json']])(
    '%s leaves out whose every way was refused, and says so',
    async (flag) => {
      await done('add', 'Ёлкина Анна', ...born, '--email=a@example.com', '--consent=email:no')
      await done('add', 'Ким Саша', ...born, '--email=k@example.com')
      const { stdout, stderr } = await run('greet', flag)
      expect(stdout).not.toContain('Ёлкина')
      expect(stdout).toContain('Ким')
      expect(stderr).toContain('Ёлкина Анна: every way to send it was refused.')
      const { contacts } = JSON.parse(await done('show', '1', '--json')) as { contacts: number }
      expect(contacts).toBe(0)
    },
  )

  test('what is noted as said names no refused channel', async () => {
    await done('add', 'Ёлкина', ...born, '--phone=+7 916 000-00-01', '--channel=telegram', '--consent=telegram:no')
    await done('greet', '--mark')
    expect(JSON.parse(await done('show', '1', '--json'))).toMatchObject({ history: [{ channel: 'message' }] })
  })
})
