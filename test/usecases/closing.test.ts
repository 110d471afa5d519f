import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { runIn } from '../world.js'

/* What is due is done, skipped and put off, by its number or by a contact, and all of it can be taken back. */

let folder = ''
const NOON = '2026-11-22T12:00'
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'clientele-closing-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const at = async (now: string, ...argv: string[]) => {
  const { code, stdout, stderr } = await runIn({ folder, env: { CLIENTELE_NOW: now } }, ...argv)
  return { code, stdout, stderr }
}
const run = (...argv: string[]) => at(NOON, ...argv)
/** Sets a base up; nothing of it may fail. */
async function given(...commands: string[][]): Promise<void> {
  for (const argv of commands) expect(await run(...argv)).toMatchObject({ code: 0 })
}

interface Listed {
  number: string
  client: { name: string }
  reasons: { code: string }[]
}
async function listed(now: string = NOON, ...flags: string[]): Promise<string[]> {
  const { code, stdout } = await at(now, 'today', '--json', ...flags)
  expect(code).toBe(0)
  const { calls, greetings, tasks } = JSON.parse(stdout) as Record<string, Listed[]>
  return [...(calls ?? []), ...(greetings ?? []), ...(tasks ?? [])].map(
    ({ number, client, reasons }) =>
      `${number} ${client.name.split(' ')[0]}: ${reasons.map(({ code }) => code).join(', ')}`,
  )
}

const ANNA = ['add', 'Ёлкина Анна', '--status=client', '--phone=+7 916 000-00-01']
const OLES = ['add', 'Ґалаґан Олесь', '--status=client', '--phone=+380 67 000 00 01']
const MAIRE = ['add', "O'Brien-Ñandú Máire 💡", '--status=client']

describe('several at once', () => {
  beforeEach(() =>
    given(ANNA, OLES, MAIRE, ['next', '1', 'today'], ['next', '2', 'today'], ['next', '3', 'today', 'estimate']),
  )

  test('are one operation', async () => {
    expect(await listed()).toHaveLength(3)
    const done = await run('done', 't1', 't3', 't1', '--json')
    expect(done.code).toBe(0)
    expect(JSON.parse(done.stdout)).toMatchObject([
      { number: 't1', entry: 'call', promises: [expect.any(Number)], reasons: [], until: null },
      { number: 't3', entry: 'promise', text: 'estimate' },
    ])
    expect(done.stderr.match(/Done: /g)).toHaveLength(2)
    expect(await listed()).toEqual([expect.stringMatching(/^t2 /)])
    await run('undo')
    expect(await listed()).toHaveLength(3)
  })

  test.each([
    [['t1', 't2', 't9'], 3],
    [['t1', 'anna'], 2],
  ])('are all closed or none: %j is exit %i', async (numbers, code) => {
    const before = await listed()
    expect(await run('done', ...numbers)).toMatchObject({ code, stdout: '' })
    expect(await listed()).toEqual(before)
  })

  test('are refused together when one is closed already', async () => {
    await listed()
    await run('skip', 't2')
    expect(await run('done', 't1', 't2')).toMatchObject({ code: 5, stderr: 't2 is closed already.\n' })
    expect(await listed()).toHaveLength(2)
  })

  test('a dry run writes nothing, and refuses what would be refused', async () => {
    await listed()
    expect(await run('done', 't1', 't2', '--dry-run')).toMatchObject({ code: 0 })
    expect(await run('snooze', 't1', '+1d', '-n')).toMatchObject({ code: 0 })
    expect(await listed()).toHaveLength(3)
    await run('done', 't1')
    expect(await run('done', 't1', '--dry-run')).toMatchObject({ code: 5 })
  })
})

describe('a reason for skipping', () => {
  test('of a promise is kept', async () => {
    await given(ANNA, ['next', '1', 'today'])
    await run('skip', 't1', '--reason', ' в отпуске\tдо июня ')
    const { promises } = JSON.parse((await run('show', '1', '--json')).stdout)
    expect(promises).toMatchObject([{ state: 'skipped', why: 'в отпуске до июня' }])
  })
})

describe('one that is put off', () => {
  beforeEach(() => given(ANNA, ['next', '1', 'today']))

  test('comes back on its day, with all commands in between taken back', async () => {
    await listed()
    await run('snooze', 't1', '+3d')
    expect(await listed()).toEqual([])
    expect(await listed('2026-11-24T09:00')).toEqual([])
    expect(await listed('2026-11-25T09:00')).toEqual(['t1 Ёлкина: promised'])
    await run('snooze', 't1', '+1d')
    expect(await listed('2026-11-23T09:00')).toHaveLength(1)
    await run('undo')
    expect(await listed('2026-11-23T09:00')).toEqual([])
    await run('undo')
    expect(await listed()).toEqual(['t1 Ёлкина: promised'])
  })

  test.each(['done', 'skip'])('can be %s', async (verb) => {
    await listed()
    await run('snooze', 't1', '+3d')
    expect(await run(verb, 't1')).toMatchObject({ code: 0 })
    expect(await listed('2026-11-25T09:00')).toEqual([])
    expect(await run(verb, 't1')).toMatchObject({ code: 5 })
    await run('undo')
    expect(await listed('2026-11-25T09:00')).toHaveLength(1)
  })

  test.each(['today', 'yesterday', 'whenever', '+3d please'])('not until %j', async (when) => {
    await listed()
    expect(await run('snooze', 't1', ...when.split(' '))).toMatchObject({ code: 2 })
    expect(await listed()).toHaveLength(1)
  })
})

describe('one that is not due yet', () => {
  test('and was shown ahead, is the nearest promise of a call', async () => {
    await given(ANNA, ['next', '1', '+9d'], ['next', '1', '+3d'], ['next', '1', '+2d', 'send it'])
    expect(await listed(NOON, '--ahead=5', '--only=calls')).toEqual(['t1 Ёлкина: promised'])
    expect(await run('done', 't1', '--json')).toMatchObject({ code: 0 })
    expect(await listed('2026-11-26T09:00', '--only=calls')).toEqual([])
    expect(await listed('2026-12-01T09:00', '--only=calls')).toHaveLength(1)
  })

  test('is not closed by closing twice', async () => {
    await given(ANNA, ['next', '1', 'today'], ['next', '1', '+3d'])
    await listed()
    await run('done', 't1')
    expect(await run('done', 't1')).toMatchObject({ code: 5 })
    expect(await listed('2026-11-25T09:00')).toHaveLength(1)
  })
})

describe('a contact', () => {
  beforeEach(() => given(ANNA, ['next', '1', 'today'], ['next', '1', 'today', 'send the estimate']))
  const CALL = 't1 Ёлкина: promised'
  const TASK = 't2 Ёлкина: promised'

  test.each<[argv: string[], left: string[]]>([
    [['t1'], [TASK]],
    [['t1', '--email'], [TASK]],
    [
      ['t1', '--result=no-answer'],
      [CALL, TASK],
    ],
    [
      ['t1', '--result=не дозвонился'],
      [CALL, TASK],
    ],
    [
      ['t2', '--email'],
      [CALL, TASK],
    ],
    [['Ёлкина'], [TASK]],
    [['1', '--meet'], [TASK]],
    [
      ['1', '--email'],
      [CALL, TASK],
    ],
    [
      ['1', '--channel=telegram'],
      [CALL, TASK],
    ],
    [['1', '--email', '--in'], [TASK]],
    [['1', '--message', '--in'], [TASK]],
    [
      ['1', '--result=busy'],
      [CALL, TASK],
    ],
    [
      ['1', '--at=yesterday'],
      [CALL, TASK],
    ],
    [
      ['1', '--purpose=поздравление'],
      [CALL, TASK],
    ],
    [
      ['1', '--dry-run'],
      [CALL, TASK],
    ],
  ])('%j leaves %j', async (argv, left) => {
    expect(await listed()).toEqual([CALL, TASK])
    expect(await run('log', ...argv)).toMatchObject({ code: 0 })
    const isMessage = argv.includes('--in')
    const after = await listed()
    expect(isMessage ? after.map((each) => each.replace('waits', 'promised')).slice(-1) : after).toEqual(left)
    if (argv.includes('--dry-run')) return
    await run('undo')
    expect(await listed()).toEqual([CALL, TASK])
  })

  test.each([
    ['telegram', ['--channel=telegram'], true],
    ['telegram', ['--message'], true],
    ['телеграм', ['--channel=tg'], true],
    ['email', ['--email'], true],
    ['почта', ['--email'], true],
    ['email', ['--message'], false],
  ])('by the channel %j and %j settles: %j', async (prefers, argv, settles) => {
    await run('edit', '1', `--channel=${prefers}`)
    await listed()
    await run('log', '1', ...argv)
    expect(await listed()).toEqual(settles ? [TASK] : [CALL, TASK])
  })

  test('names the number, and what it settled where there is none', async () => {
    expect((await run('log', '1')).stderr).toBe('Logged: Ёлкина Анна.\n')
    await run('undo')
    await listed()
    const logged = await run('log', '1', '--json', '--next', 'fri send it')
    expect(logged.stderr).toContain('Done: t1, Ёлкина Анна.\nPromised: send it')
    expect(JSON.parse(logged.stdout)).toMatchObject({
      closed: 't1',
      promise: { text: 'send it' },
      settled: [{ number: 't1', entry: 'call' }],
    })
  })

  test('of an earlier day settles what was due then', async () => {
    expect(await at('2026-11-24T09:00', 'log', '1', '--at=yesterday')).toMatchObject({ code: 0 })
    expect(await listed('2026-11-24T10:00')).toEqual(['t1 Ёлкина: promised'])
    expect(await listed('2026-11-24T10:00', '--only=calls')).toEqual([])
  })

  test('says that a task stays open', async () => {
    await listed()
    expect((await run('log', 't2')).stderr).toContain('t2 stays open')
  })
})

describe('around midnight', () => {
  beforeEach(async () => {
    await given(ANNA, OLES, ['next', '1', 'today'])
    expect(await listed('2026-11-22T23:59')).toEqual(['t1 Ёлкина: promised'])
  })

  test.each([
    ['2026-11-22T23:59', 'done'],
    ['2026-11-23T00:01', 'done'],
    ['2026-11-23T00:01', 'skip'],
    ['2026-11-23T00:01', 'log'],
    ['2026-11-24T08:00', 'done'],
  ])('at %s the number of the list shown last is %s', async (now, verb) => {
    expect(await at(now, verb, 't1')).toMatchObject({ code: 0 })
    expect(await listed(now)).toEqual([])
    expect(await listed('2026-11-25T09:00')).toEqual([])
  })

  test('a new list numbers anew', async () => {
    await run('next', '2', '2026-11-23', '08:00')
    const [first] = await listed('2026-11-23T00:01')
    expect(await at('2026-11-23T00:02', 'done', 't1')).toMatchObject({ code: 0 })
    expect(await listed('2026-11-23T00:03')).not.toContain(first)
  })

  test('a clock set back', async () => {
    await at('2026-11-22T10:00', 'snooze', 't1', '+1d')
    await listed('2026-11-23T10:00')
    expect(await at('2026-11-23T10:00', 'done', 't1')).toMatchObject({ code: 0 })
    await run('next', '2', '2026-11-20')
    expect(await listed('2026-11-21T09:00')).toEqual(['t1 Ґалаґан: promised'])
    expect(await listed('2026-11-21T09:00')).toEqual(['t1 Ґалаґан: promised'])
    expect(await at('2026-11-21T09:01', 'done', 't1')).toMatchObject({ code: 0 })
    expect(await listed('2026-11-21T09:02')).toEqual([])
    expect(await listed('2026-11-23T10:00')).toEqual([])
  })
})

describe('why t1', () => {
  test('says the reasons and the rank above the bill', async () => {
    await given(ANNA, ['next', '1', '2026-11-20', 'call about the estimate'])
    await listed()
    const { stdout } = await run('why', 't1')
    expect(stdout).toMatch(/^Why t1 is on the list\n {2}call about the estimate/)
    expect(stdout).toMatch(/\n {2}promised, 2 days late +222\n.*─+\n {2}Together +222\n\nЁлкина Анна {2}#1/)
    const { entry, warmth } = JSON.parse((await run('why', 't1', '--json')).stdout)
    expect(entry).toMatchObject({
      number: 't1',
      section: 'calls',
      reasons: [{ code: 'promised' }],
      score: 222,
      terms: [{ term: 'promised', points: 222 }],
    })
    expect(warmth.now).toBe('cold')
    expect(JSON.parse((await run('why', '1', '--json')).stdout)).not.toHaveProperty('entry')
  })

  test.each([
    ['ru', 'Почему t1 в списке', 'Итого'],
    ['uk', 'Чому t1 у списку', 'Разом'],
  ])('in %s', async (language, title, sum) => {
    await given(ANNA, ['next', '1', '2026-11-20'])
    await listed()
    const { stdout } = await run('why', 't1', '--lang', language)
    expect(stdout).toContain(title)
    expect(stdout).toContain(sum)
  })

  test('of one that is closed says the bill alone', async () => {
    await given(ANNA, ['next', '1', 'today'])
    await listed()
    await run('done', 't1')
    expect((await run('why', 't1')).stdout).toMatch(/^Ёлкина Анна {2}#1/)
  })
})

describe('a reason that nobody wrote down', () => {
  const CALL = 't1 Ёлкина: cadence'
  beforeEach(async () => {
    await at('2026-11-02T09:00', ...ANNA)
    await at('2026-11-02T09:00', 'warmth', '1', '--cadence=7d')
    expect(await listed()).toEqual([CALL])
  })

  test.each([
    ['done', [], '2026-11-29T09:00'],
    ['skip', ['--reason=потом'], '2026-11-29T09:00'],
  ])('%s, comes again when it falls due again', async (verb, more, again) => {
    expect(await run(verb, 't1', ...more)).toMatchObject({ code: 0 })
    expect(await listed()).toEqual([])
    expect(await run(verb, 't1')).toMatchObject({ code: 5 })
    expect(await listed('2026-11-28T09:00')).toEqual([])
    expect(await listed(again)).toEqual([CALL])
    await run('undo')
    expect(await listed()).toEqual([CALL])
  })

  test.each(['done', 'skip'])('is put off, and %s before its day', async (verb) => {
    await run('snooze', 't1', '+3d')
    expect(await listed('2026-11-24T09:00')).toEqual([])
    expect(await run(verb, 't1')).toMatchObject({ code: 0 })
    expect(await listed('2026-11-25T09:00')).toEqual([])
    await run('undo')
    expect(await listed('2026-11-25T09:00')).toEqual(['t1 Ёлкина: put-off, cadence'])
  })

  test('is put off twice, and taken back twice', async () => {
    await run('snooze', 't1', '+3d')
    expect(await at('2026-11-25T09:00', 'snooze', 't1', '+2d')).toMatchObject({ code: 0 })
    expect(await listed('2026-11-26T09:00')).toEqual([])
    expect(await listed('2026-11-27T09:00')).toEqual(['t1 Ёлкина: put-off, cadence'])
    await run('undo')
    expect(await listed('2026-11-26T09:00')).toHaveLength(1)
    await run('undo')
    expect(await listed()).toEqual([CALL])
  })

  test('is put off, and a message comes in all the same', async () => {
    await run('snooze', 't1', '+3d')
    await at('2026-11-23T09:00', 'log', '1', '--message', '--in', 'Коли?')
    expect(await listed('2026-11-23T10:00')).toEqual(['t1 Ёлкина: waits'])
    await at('2026-11-23T10:00', 'done', 't1')
    expect(await listed('2026-11-23T10:01')).toEqual([])
  })

  test('is settled together with a promise, and put off together with it', async () => {
    await run('next', '1', 'today')
    expect(await listed()).toEqual(['t1 Ёлкина: promised, cadence'])
    await run('snooze', 't1', '+3d')
    expect(await listed('2026-11-24T09:00')).toEqual([])
    expect(await listed('2026-11-25T09:00')).toEqual(['t1 Ёлкина: promised, put-off, cadence'])
    await run('undo')
    await run('done', 't1')
    expect(await listed('2026-11-25T09:00')).toEqual([])
  })

  test('is not settled by closing the task beside it', async () => {
    await run('next', '1', 'today', 'send it')
    await listed()
    await run('done', 't2')
    expect(await listed()).toEqual([CALL])
  })
})

describe('an occasion', () => {
  const twins = async (): Promise<void> => {
    await given(
      ['add', 'Ґалаґан Олесь', '--birthday=22.11', '--phone=+380 67 000 00 01', '--status=client'],
      ['add', 'Ґалаґан Олесь', '--birthday=22.11', '--phone=+380 67 000 00 01', '--status=client', '--force'],
    )
  }

  test.each([
    ['done', []],
    ['skip', ['--reason=сварка']],
  ])('of two cards of one person is %s at once', async (verb, more) => {
    await twins()
    expect(await listed()).toEqual(['t1 Ґалаґан: occasion'])
    await run(verb, 't1', ...more)
    expect(await listed()).toEqual([])
    expect(await run(verb, 't1')).toMatchObject({ code: 5 })
    await run('undo')
    expect(await listed()).toHaveLength(1)
  })

  test('is put off, and comes back', async () => {
    await twins()
    await listed()
    await run('snooze', 't1', '+2d')
    expect(await listed('2026-11-23T09:00')).toEqual([])
    expect(await listed('2026-11-24T09:00')).toEqual(['t1 Ґалаґан: occasion'])
    expect(await at('2026-11-24T09:00', 'done', 't1')).toMatchObject({ code: 0 })
    expect(await listed('2026-11-24T09:00')).toEqual([])
  })

  test.each<[argv: string[], settles: boolean]>([
    [['t1', '--message'], true],
    [['t1', '--result=no-answer'], false],
    [['1', '--message', '--purpose=greeting'], true],
    [['1', '--purpose=Поздравление с днём рождения'], true],
    [['1', '--message', '--purpose=привітання'], true],
    [['1', '--message', '--purpose=greeting', '--in'], false],
    [['1', '--message'], false],
    [['1', '--purpose=price'], false],
  ])('is greeted by log %j: %j', async (argv, settles) => {
    await given([...OLES, '--birthday=22.11'])
    await listed()
    expect(await run('log', ...argv)).toMatchObject({ code: 0 })
    expect(await listed(NOON, '--only=greetings')).toHaveLength(settles ? 0 : 1)
    await run('undo')
    expect(await listed(NOON, '--only=greetings')).toHaveLength(1)
  })
})

test('a look at other days leaves the numbers of today as they were', async () => {
  await given(ANNA, OLES, MAIRE, ['next', '1', 'today'], ['next', '2', 'today'], ['next', '3', 'today'])
  const before = await listed()
  expect((await run('done', 't1')).code).toBe(0)
  for (const day of ['2026-11-30', '2027-03-01', '2026-11-01']) await listed(`${day}T09:00`)
  expect(await listed()).toEqual(before.slice(1))
})

test.each(['1', 't1'])('who writes twice at one moment still waits, logged as %s', async (client) => {
  await given(ANNA, ['log', '1', 'one', '--in', '--email'])
  expect(await listed()).toEqual(['t1 Ёлкина: waits'])
  await given(['log', client, 'two', '--in', '--email'])
  expect(await listed()).toEqual(['t1 Ёлкина: waits'])
  expect(await listed('2026-11-23T09:00')).toEqual(['t1 Ёлкина: waits'])
  await given(['log', client, 'answered', '--email', '--out'])
  expect(await listed()).toEqual([])
})
