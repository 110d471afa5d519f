import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { foldWord } from '../../src/domain/fold.js'
import { freshFolder } from '../store/base.js'
import { type Ran, runIn } from '../world.js'

/*
 * What is typed may be of any size and hold anything that a database or a search understands: the answer is an answer, or exit 2
 * with one sentence; never a stack trace. Each of these took minutes, or ended as a bug, once.
 */

let folder: string
beforeAll(async () => {
  // Not one of those that go after each test.
  folder = mkdtempSync(join(tmpdir(), 'clientele-limits-'))
  await runIn(
    { folder },
    'add',
    'Anna Ivanova',
    '--city',
    "50% [a-z]_*?'",
    '--note',
    'a "b" NEAR(c) -- ;',
    '--phone',
    '+44 20 7946 0958',
  )
  await runIn({ folder }, 'add', "O'Brien-Ñandú 🎂", '--city', 'Київ', '--company', 'ООО "Ромашка"')
  expect((await runIn({ folder }, 'count')).stdout).toBe('3\n')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function run(...argv: string[]): Promise<Ran> {
  const ran = await runIn({ folder }, ...argv, '--no-input')
  expect(
    /\n\s+at |bug in clientele/.test(ran.stderr) ? ran.stderr.slice(0, 600) : '',
    argv.join(' ').slice(0, 80),
  ).toBe('')
  // However long what was typed, the sentence about it is not.
  if (ran.code !== 0) expect(ran.stderr.length).toBeLessThan(6_000)
  return ran
}

const MILLION = 1_000_000

describe('filters of any size', () => {
  test.each([
    ['ten thousand brackets', ['list', `${'('.repeat(10_000)}anna${')'.repeat(10_000)}`], 2],
    ['brackets never closed', ['list', '('.repeat(MILLION)], 2],
    [
      'a hundred thousand alternatives',
      ['list', Array.from({ length: 100_000 }, (_, index) => `a${index}`).join(' or ')],
      2,
    ],
    ['fifty thousand words', ['list', ...Array.from({ length: 50_000 }, (_, index) => `a${index}`)], 2],
    ['ten thousand times not', ['list', `${'not '.repeat(10_000)}anna`], 2],
    ['a word of a million letters', ['list', 'ab'.repeat(MILLION / 2)], 2],
    ['a million words in quotes', ['list', `"${'ab '.repeat(MILLION / 3)}"`], 2],
    ['a million digits', ['list', '12'.repeat(MILLION / 2)], 2],
    ['digits and spaces', ['list', '1 '.repeat(MILLION / 2)], 2],
    ['digits and spaces behind a field', ['list', `phone:${'9 '.repeat(MILLION / 2)}`], 2],
    ['digits and spaces behind a sum', ['list', `spent:${'1 '.repeat(MILLION / 2)}`], 2],
    ['thousands by the thousand', ['list', `spent:${'111 '.repeat(MILLION / 4)}`], 2],
    ['a name of a field without end', ['list', `${'x'.repeat(MILLION)}=`], 2],
    ['a segment without end', ['list', `@${'a'.repeat(MILLION)}`], 3],
    ['a pattern that no comparison holds', ['list', `city:${'ёб'.repeat(50_000)}`], 2],
    ['a pattern of wild cards', ['list', `city:${'[*?'.repeat(600)}`], 0],
    ['five thousand times the same order', ['list', '--sort', `${'id,'.repeat(5_000)}-name`], 0],
    ['a hundred thousand columns', ['list', '--columns', `name,${'id,'.repeat(100_000)}id`], 0],
  ] as const)('%s', async (_, argv, code) => {
    expect((await run(...argv)).code).toBe(code)
  })
})

describe('other arguments of any size', () => {
  test.each([
    ['a client of a million words', ['show', 'ёб '.repeat(MILLION / 3)], 3],
    ['a client of a million letters', ['show', 'b'.repeat(MILLION)], 3],
    ['a verb of a million letters', ['a'.repeat(MILLION)], 2],
    ['a birthday of a million spaces', ['add', 'X', '--birthday', `1${' '.repeat(MILLION)}x`], 2],
    ['an e-mail of a million letters', ['add', 'X', '--email', `${'a'.repeat(MILLION)}@example.com`], 2],
    ['a handle of a million letters', ['add', 'X', '--telegram', 'a'.repeat(MILLION)], 2],
    ['a phone of a million digits', ['add', 'X', '--phone', '1 '.repeat(MILLION / 2)], 2],
    ['a company of a million quotes', ['add', 'X', '--company', `ООО "${'я'.repeat(MILLION)} `, '-n'], 2],
    [
      'a company that begins like one without end',
      ['add', 'sp'.repeat(100_000), '--company', 'sp. '.repeat(100_000), '-n'],
      2,
    ],
    ['a company as long as it may be', ['add', 'sp'.repeat(500), '--company', 'sp. '.repeat(250), '-n'], 0],
    ['a stage of a million words', ['order', 'add', '1', '10', '--stage', 'частич'.repeat(MILLION / 6), '-n'], 0],
    ['a result of a million dots', ['log', '1', 'x', '--result', `${'.'.repeat(MILLION)}x`, '-n'], 0],
    ['a period of a million spaces', ['order', 'list', '--period', ' '.repeat(MILLION)], 2],
    ['a choice of a merge of a million spaces', ['merge', '1', '2', '--keep', `a${' '.repeat(MILLION)}`], 2],
    ['rates of a million spaces', ['config', 'set', 'rates', `a${' '.repeat(MILLION)}=`], 2],
    ['fifty thousand arguments behind --', ['show', '--', ...Array.from({ length: 50_000 }, () => 'a')], 3],
  ] as const)('%s', async (_, argv, code) => {
    expect((await run(...argv)).code).toBe(code)
  })
})

describe('what databases and searches understand', () => {
  test.each([
    ...['"', "'", '(', ')', '()', 'a or', 'or a', 'not', '"a', '«a', 'name:"', '-(', 'a (', "x' or 1=1--"],
    ...[
      'rowid:1',
      'spent:x',
      'id:1e9',
      'id:99999999999999999999',
      'last:0000-01-01..',
      'last:10000-01-01',
      'spent:1e400..',
      '@',
    ],
  ])('%s is refused', async (filter) => {
    expect((await run('list', filter)).code).toBe(2)
  })

  test.each([
    ...[
      '*',
      '^a',
      'a*',
      'NEAR(a b)',
      'NEAR',
      '"a b" *',
      'a-b',
      '+',
      '{',
      '}',
      ';',
      '[a',
      'a%',
      '_',
      '%',
      '\\',
      'ﷺ',
      '⒗',
      '½',
      'ﬁ',
    ],
    ...[
      'name:*',
      'name:?',
      'name:%',
      'name:[a-z]',
      'name:{a}',
      'name:^',
      'note:"--"',
      'city:[',
      'city:*',
      'tag:"',
      'name="\'; select 1; --"',
    ].filter((each) => each !== 'tag:"'),
  ])('%s is only text', async (filter) => {
    expect((await run('list', filter)).code).toBe(0)
  })

  test('a value with all of it is found by itself and by nothing else', async () => {
    expect((await run('list', `city:"50% [a-z]_*?'"`, '--format', 'ids')).stdout).toBe('1\n')
    for (const other of ['50%', '[a-z]', '5*', '?0%', '50% [a-z]_*?_'])
      expect((await run('list', `city="${other}"`, '--format', 'ids')).stdout, other).toBe('')
  })

  test.each(['id;drop table client', 'id desc', '"', "'", '*', 'rowid', 'client.id', '1', 'sort_key', 'name--'])(
    'a list is not sorted by %s, nor has such a column',
    async (name) => {
      expect((await run('list', '--sort', name)).code).toBe(2)
      expect((await run('list', '--columns', name)).code).toBe(2)
    },
  )

  test.each(['-1', '1e9', '99999999999999999999', 'NaN', '0x10', '1.5', '', '１２'])(
    'no limit is %j',
    async (limit) => {
      expect((await run('list', '--limit', limit)).code).toBe(2)
      expect((await run('list', '--offset', limit)).code).toBe(2)
    },
  )

  test.each([
    '99999999999999999999',
    '9223372036854775808',
    '9007199254740993',
    '-1',
    '0',
    '1e3',
    '0x1',
    't0',
    't99999999999',
    'ext:',
    '@',
    '+',
  ])('nobody is %s', async (client) => {
    expect((await run('show', client)).code).toBe(3)
  })

  test('single letters that stand for several fold into letters alone', () => {
    for (const letter of ['ﷺ', '⒗', '½', '㎉', '℻', 'ﬃ', '№', '㋀', '🄰', '⑴'])
      expect(foldWord(letter)).toMatch(/^[\p{L}\p{N}]*$/u)
  })
})

describe('what cannot be kept', () => {
  const importing = async (
    content: unknown,
  ): Promise<{ client: { name: string; note: string | null; custom: Record<string, string> }; code: number }> => {
    const own = freshFolder()
    const path = join(own, 'a.json')
    writeFileSync(path, JSON.stringify(content))
    const ran = await runIn({ folder: own }, 'import', path, '--no-input')
    expect(/\n\s+at /.test(ran.stderr) ? ran.stderr : '').toBe('')
    const shown = await runIn({ folder: own }, 'show', '1', '--json')
    return { code: ran.code, client: shown.code === 0 ? JSON.parse(shown.stdout) : null }
  }

  test('NUL in a name of a column goes', async () => {
    const { client } = await importing([{ name: 'Carl', 'k\u0000ey': 'v' }])
    expect({ name: client.name, custom: client.custom }).toEqual({ name: 'Carl', custom: { key: 'v' } })
  })

  test.each([
    ['NUL', { name: 'C\u0000arl' }],
    ['NUL in a note', { name: 'Carl', note: 'a\u0000b' }],
    ['half a letter', { name: 'B\ud800ob' }],
    ['the other half', { name: 'Bob', note: 'a\udfffb' }],
  ])('a record with %s is rejected, not changed', async (_, record) => {
    expect(await importing([record])).toEqual({ code: 6, client: null })
  })

  test('letters that are none, and signs of control beyond ASCII, come back as they were', async () => {
    const { client } = await importing([{ name: 'D\uffff\ufffe\u{1fffe}\u0085\u009b', note: '\u{10ffff}' }])
    expect([client.name, client.note]).toEqual(['D\uffff\ufffe\u{1fffe}\u0085\u009b', '\u{10ffff}'])
  })

  test.each(['9007199254740993', '9'.repeat(400), `0.${'1'.repeat(400)}`, '1e400', 'NaN', '0x10'])(
    'no number is %s',
    async (number) => {
      const own = freshFolder()
      await runIn({ folder: own }, 'fields', 'add', 'size', '--type', 'number')
      for (const argv of [
        ['add', 'X', '--set', `size=${number}`],
        ['order', 'add', '1', number],
      ])
        expect((await runIn({ folder: own }, ...argv)).code, argv.join(' ').slice(0, 40)).toBeOneOf([2, 3])
    },
  )

  test('records of this program with numbers and days that are none are rejected whole', async () => {
    const base = { name: 'F', kind: 'person', status: 'client', phones: [] }
    for (const more of [{ birthday: '0000-02-30' }, { dates: [{ occasion: 'x', date: '--02-30' }] }])
      expect((await importing([{ ...base, ...more }])).code, JSON.stringify(more).slice(0, 60)).toBe(6)
  })
})
