import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cronLines, shellWord } from '../../src/domain/schedule/cron.js'
import { unitsOf } from '../../src/domain/schedule/units.js'
import { isMailTo, type Job, type MachineTime, machineTimes, timeOf } from '../../src/domain/schedule.js'
import { zones } from '../../src/main.js'

const zone = (name: string) => {
  const found = zones.inZone(name)
  if (!found) throw new Error(name)
  return found
}

const job = (more: Partial<Job> = {}): Job => ({
  command: ['/usr/bin/node', '/opt/clientele/bin/clientele.js', 'today'],
  environment: { CLIENTELE_DB: '/home/anna/clients.db' },
  at: '08:00',
  zone: 'Europe/Kyiv',
  days: 'daily',
  mail: null,
  isHtml: false,
  ...more,
})

describe('when the machine must wake', () => {
  test.each<[string, string, string, MachineTime[]]>([
    ['08:00', 'Europe/Kyiv', 'Europe/Kyiv', [{ time: '08:00', shift: 0 }]],
    ['08:00', 'Europe/Moscow', 'UTC', [{ time: '05:00', shift: 0 }]],
    [
      '08:00',
      'Europe/Kyiv',
      'UTC',
      [
        { time: '05:00', shift: 0 },
        { time: '06:00', shift: 0 },
      ],
    ],
    ['08:00', 'Europe/Warsaw', 'Europe/Kyiv', [{ time: '09:00', shift: 0 }]],
    ['08:00', 'Asia/Vladivostok', 'UTC', [{ time: '22:00', shift: -1 }]],
    ['22:00', 'America/Phoenix', 'UTC', [{ time: '05:00', shift: 1 }]],
    [
      '01:30',
      'Europe/London',
      'Africa/Lagos',
      [
        { time: '01:30', shift: 0 },
        { time: '02:30', shift: 0 },
      ],
    ],
    [
      '00:30',
      'Europe/London',
      'UTC',
      [
        { time: '23:30', shift: -1 },
        { time: '00:30', shift: 0 },
      ],
    ],
  ])('%s in %s, by a clock of %s', (at, there, machine, times) => {
    expect(machineTimes(at, zone(there), zone(machine), '2026-11-22')).toEqual(times)
  })
})

describe('lines for cron', () => {
  const lines = (given: Job, times: MachineTime[] = [{ time: '08:00', shift: 0 }]) => cronLines(given, times)

  test('say what is mailed and to whom', () => {
    expect(lines(job({ mail: 'anna@example.com', isHtml: true })).slice(0, 3)).toEqual([
      'MAILTO=anna@example.com',
      'CONTENT_TYPE="text/html; charset=UTF-8"',
      'CONTENT_TRANSFER_ENCODING=8bit',
    ])
    expect(lines(job())[0]).toBe('CONTENT_TYPE="text/plain; charset=UTF-8"')
  })

  test.each<[Job['days'], MachineTime, string]>([
    ['daily', { time: '08:05', shift: 0 }, '5 8 * * * '],
    ['daily', { time: '22:00', shift: -1 }, '0 22 * * * '],
    ['mon-fri', { time: '08:00', shift: 0 }, '0 8 * * 1,2,3,4,5 '],
    ['mon-fri', { time: '22:00', shift: -1 }, '0 22 * * 0,1,2,3,4 '],
    ['mon-fri', { time: '05:00', shift: 1 }, '0 5 * * 2,3,4,5,6 '],
  ])('%s at %j', (days, time, beginning) => {
    expect(lines(job({ days }), [time]).at(-1)).toMatch(new RegExp(`^${beginning.replaceAll('*', '\\*')}`))
  })

  test('of two parts of the year each line asks what time it is', () => {
    const both = lines(job(), [
      { time: '05:00', shift: 0 },
      { time: '06:00', shift: 0 },
    ])
    expect(both.slice(2).map((line) => line.slice(0, 60))).toEqual([
      '0 5 * * * [ "$(TZ=Europe/Kyiv date +\\%H)" = 08 ] && CLIENTEL',
      '0 6 * * * [ "$(TZ=Europe/Kyiv date +\\%H)" = 08 ] && CLIENTEL',
    ])
  })

  test('a per cent sign never ends the command', () => {
    const [line = ''] = lines(job({ environment: { CLIENTELE_DB: '/a%b/100%.db' } })).slice(-1)
    expect(line).toContain('/a\\%b/100\\%.db')
    expect(line.replaceAll('\\%', '')).not.toContain('%')
  })

  test('a shell reads every word back as it was', () => {
    const word = fc
      .string({ unit: 'grapheme', maxLength: 20 })
      .map((text) => text.replaceAll('\0', ''))
      .filter((text) => text !== '' && Buffer.from(text).toString() === text)
    fc.assert(
      fc.property(word, (text) => {
        expect(execFileSync('/bin/sh', ['-c', `printf %s ${shellWord(text)}`], { encoding: 'utf8' })).toBe(text)
      }),
      { numRuns: 50, examples: [["O'Brien-Ñandú"], ['a b'], ['$HOME `id` "x" \\'], ['~'], ['*'], ["'"], ['100%']] },
    )
  })
})

describe('units for systemd', () => {
  const WORDS = {
    service: { title: 'The list', comment: 'one\ntwo' },
    timer: { title: 'At eight', comment: 'three' },
    hardening: 'four',
    subject: 'today',
  }
  const texts = (given: Job): string[] => unitsOf(given, WORDS).map(({ text }) => text)

  test('the timer knows the zone and catches up', () => {
    const [, timer = ''] = texts(job({ days: 'mon-fri' }))
    expect(timer.split('\n')).toEqual(
      expect.arrayContaining(['OnCalendar=Mon..Fri *-*-* 08:00:00 Europe/Kyiv', 'Persistent=true', '# three']),
    )
    expect(texts(job())[1]).toContain('\nOnCalendar=*-*-* 08:00:00 Europe/Kyiv\n')
  })

  test('quotes, specifiers and variables mean nothing in paths', () => {
    const [service = ''] = texts(
      job({ command: ['/opt/my node%/node', '/a $b/"c"\\d'], environment: { CLIENTELE_DB: '/e $f/100%.db' } }),
    )
    expect(service).toContain('\nExecStart="/opt/my node%%/node" "/a $$b/\\"c\\"\\\\d"\n')
    expect(service).toContain('\nEnvironment="CLIENTELE_DB=/e $f/100%%.db"\n')
  })

  test('a mail program is not confined', () => {
    expect(texts(job())[0]).toContain('\nNoNewPrivileges=yes\n')
    const [service = ''] = texts(job({ mail: 'anna@example.com' }))
    expect(service).not.toContain('NoNewPrivileges')
    expect(service).toContain('/usr/sbin/sendmail -t')
  })

  /** What systemd runs: its words without quotes, escapes, `%%` and `$$`. */
  const argumentsOf = (service: string): string[] =>
    [...(/^ExecStart=(.*)$/m.exec(service)?.[1] ?? '').matchAll(/"((?:\\.|[^"\\])*)"|(\S+)/g)].map(
      ([, inQuotes, plain]) =>
        (plain ?? inQuotes ?? '')
          .replace(/\\(.)/g, '$1')
          .replaceAll('%%', '%')
          .replaceAll('$$', () => '$'),
    )

  test.each<[string, string[], string]>([
    [
      'what is due',
      ['/bin/echo', `O'Brien-Ñandú "100%" $HOME \\`],
      `To: anna@example.com
Subject: today
MIME-Version: 1.0
Content-Type: text/plain; charset=UTF-8
Content-Transfer-Encoding: 8bit

O'Brien-Ñandú "100%" $HOME \\
`,
    ],
    ['nothing when nothing is', ['/bin/true'], ''],
  ])('the mail holds %s', (_, command, mail) => {
    const [service = ''] = texts(job({ command, mail: 'anna@example.com' }))
    const [shell = '', flag = '', script = '', ...rest] = argumentsOf(service)
    const run = script.replace('/usr/sbin/sendmail -t', 'cat')
    expect(execFileSync(shell, [flag, run, ...rest], { encoding: 'utf8' })).toBe(mail)
  })

  test('when the list fails the unit fails, and no mail goes out', () => {
    const [service = ''] = texts(job({ command: ['/bin/false'], mail: 'anna@example.com' }))
    const [shell = '', ...rest] = argumentsOf(service)
    expect(() => execFileSync(shell, rest)).toThrow(expect.objectContaining({ status: 1 }))
  })
})

test.each([
  ['8:00', '08:00'],
  ['08.05', '08:05'],
  ['23:59', '23:59'],
  ['24:00', null],
  ['8', null],
  ['8:60', null],
  ['', null],
])('the time %j is %j', (typed, time) => {
  expect(timeOf(typed)).toBe(time)
})

test.each([
  ['anna@example.com', true],
  ['anna.o-brien+day@mail.example.org', true],
  ['root', true],
  ['-f@example.com', false],
  ['anna@example.com, b@example.com', false],
  ['a"b@example.com', false],
  ['$(id)@example.com', false],
  ['анна@example.com', false],
  ['', false],
])('mail to %j: %j', (typed, fits) => {
  expect(isMailTo(typed)).toBe(fits)
})
