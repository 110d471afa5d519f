import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { read as readBook, utils as sheetUtils } from 'xlsx'
import { fileSink } from '../../src/cli/sink.js'
import { type FakeOptions, type Ran, runIn } from '../world.js'
import { dealings } from './dealings.js'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'clientele-export-'))
})

afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

const run = (...argv: string[]): Promise<Ran> => runIn({ folder }, ...argv)
const runWith = (options: Partial<FakeOptions>, ...argv: string[]): Promise<Ran> =>
  runIn({ folder, ...options }, ...argv)
const at = (name: string): string => join(folder, name)
const text = (name: string): string => readFileSync(at(name), 'utf8')
/** Files of the folder that are not the base's or the home's. */
const files = (): string[] =>
  readdirSync(folder)
    .filter((name) => !/^(clients\.db|home)/.test(name))
    .sort()

async function base(): Promise<void> {
  await run(
    'add',
    'Ёлкина Анна Сергеевна',
    '--phone',
    '+7 916 000-00-01',
    '--email',
    'anna@example.com',
    '--birthday',
    '12.03.1980',
    '--company',
    'ООО «Ромашка»',
    '--tag',
    'vip',
  )
  await run(
    'add',
    'Ґалаґан Олена',
    '--phone',
    '+380 67 000 00 03',
    '--birthday',
    '--03-12',
    '--note',
    '=1+1\nвторая\tстрока',
    '--city',
    'Київ',
  )
  await run(
    'log',
    '1',
    'договорились 💡',
    '--call',
    '--at',
    '2026-11-20 18:30',
    '--minutes',
    '7',
    '--cost',
    '12.50',
    '--next',
    'fri send it',
  )
}

describe('the format', () => {
  beforeEach(base)

  test.each([
    ['all.csv', /^id,kind,name,/],
    ['all.tsv', /^id\tkind\tname\t/],
    ['all.JSON', /^\[\n\{"id":1,/],
    ['all.ndjson', /^\{"id":1,/],
    ['all.vcf', /^BEGIN:VCARD\r\nVERSION:3\.0\r\n/],
    ['all.ics', /^BEGIN:VCALENDAR\r\n/],
    ['all.xlsx', /^PK/],
    ['all.txt', /^id,kind,name,/],
  ])('of %s is told by its name', async (name, begins) => {
    const { code, stdout } = await run('export', '-o', at(name))
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' })
    expect(text(name)).toMatch(begins)
    expect(statSync(at(name)).mode & 0o777).toBe(0o600)
    expect(files()).toEqual([name])
  })

  test('is the one of --format, whatever the file is called', async () => {
    await run('export', '-o', at('all.csv'), '--format', 'ndjson')
    expect(text('all.csv')).toMatch(/^\{"id":1,/)
  })

  test.each([
    [['--format', 'xml'], 'xml'],
    [['--format', 'table'], 'table'],
    [['--excel', '--format', 'tsv'], '--excel'],
    [['--delimiter', ';', '--format', 'xlsx', '-o', 'x.xlsx'], '--delimiter'],
    [['--delimiter', '..'], '--delimiter'],
    [['--encoding', 'cp1251', '--json'], '--encoding'],
    [['--encoding', 'utf-16'], '--encoding'],
    [['--vcard', '4.0', '--format', 'csv'], '--vcard'],
    [['--vcard', '2.1'], '--vcard'],
    [['-o', ''], '--output'],
    [['--form', '--anonymise'], '--anonymise'],
    [['--form', 'tag:vip'], 'tag:vip'],
    [['--form', '--json'], 'json'],
  ])('flags that do not go together are refused: %j', async (flags, named) => {
    const { code, stdout, stderr } = await run('export', ...flags)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain(named)
  })

  test('a workbook goes to a pipe, but not to a terminal', async () => {
    const refused = await runWith({ terminal: true }, 'export', '--format', 'xlsx')
    expect(refused.code).toBe(2)
    expect(refused.stderr).toContain('-o')
    expect((await run('export', '--format', 'xlsx')).stdout).toMatch(/^PK/)
  })

  test('on a terminal no format can act', async () => {
    await run('add', 'Bad \u001b[31mNews\u202e')
    for (const format of ['csv', 'tsv', 'vcf', 'ics', 'json', 'ndjson']) {
      const { stdout } = await runWith({ terminal: true }, 'export', 'Bad', '--format', format)
      expect({ format, acts: /[\u001b\u202e]/.test(stdout) }).toEqual({ format, acts: false })
    }
  })
})

describe('CSV', () => {
  beforeEach(base)

  test('for Excel begins with a mark and has semicolons', async () => {
    await run('export', '--excel', '-o', at('all.csv'))
    const bytes = readFileSync(at('all.csv'))
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(bytes.toString()).toMatch(/^\ufeffid;kind;name;.*\r\n1;person;Ёлкина/)
  })

  test('as cp1251 has no mark, and says which letters it lacks', async () => {
    const refused = await run('export', '--excel', '--encoding', 'cp1251', 'Галаган', '-o', at('all.csv'))
    expect(refused.code).toBe(0)
    expect(new TextDecoder('windows-1251').decode(readFileSync(at('all.csv')))).toMatch(/^id;kind.*Ґалаґан Олена/s)
    await run('edit', '3', '--city', 'Kraków 💡')
    const lost = await run('export', '--excel', '--encoding', 'cp1251', '-o', at('lost.csv'))
    expect({ code: lost.code, files: files() }).toEqual({ code: 1, files: ['all.csv'] })
    expect(lost.stderr).toContain('ó 💡')
    const forced = await run('export', '--excel', '--encoding', 'cp1251', '-o', at('lost.csv'), '--force')
    expect(forced.code).toBe(0)
    expect(forced.stderr).toContain('ó 💡')
    expect(text('lost.csv')).toContain('Krak?w ?')
  })

  test('as cp1251 that does not fit, standard output gets nothing', async () => {
    await run('add', 'Zoë 💡')
    const { code, stdout } = await run('export', '--encoding', 'cp1251')
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
  })

  test.each([
    [';', 'id;kind'],
    ['tab', 'id\tkind'],
    ['|', 'id|kind'],
  ])('with --delimiter %s', async (delimiter, begins) => {
    expect((await run('export', '--delimiter', delimiter)).stdout.startsWith(begins)).toBe(true)
  })

  test('cells that a spreadsheet would run are made safe; phones are not touched', async () => {
    const { stdout } = await run('export')
    expect(stdout).toContain('"\'=1+1\n')
    expect(stdout).toContain(',+79160000001,')
  })

  test('TSV keeps tabs and line breaks', async () => {
    expect((await run('export', 'Галаган', '--format', 'tsv')).stdout).toContain('"\'=1+1\nвторая\tстрока"')
  })

  test('says what it has no place for, unless told to be quiet', async () => {
    const { stderr } = await run('export', '--excel', '-o', at('all.csv'))
    expect(stderr.split('\n')).toEqual([
      expect.stringContaining('3 clients'),
      expect.stringMatching(/1 contact, 1 promise.*xlsx/),
      '',
    ])
    expect((await run('export', '--excel', '-q', '-o', at('quiet.csv'))).stderr).toBe('')
    expect((await run('export', '--excel', 'Галаган')).stderr).toBe('')
    expect((await run('export')).stderr).toBe('')
    expect((await run('export', '--json')).stderr).toBe('')
  })
})

describe('a workbook', () => {
  beforeEach(base)

  const book = (name: string) => readBook(readFileSync(at(name)), { cellDates: true, UTC: true })
  const rows = (name: string, sheet: string) =>
    sheetUtils.sheet_to_json<Record<string, unknown>>(book(name).Sheets[sheet] ?? {}, { UTC: true })

  test('has its sheets, real dates and real numbers', async () => {
    await run('fields', 'add', 'size', '--type', 'number')
    await run('edit', '1', '--set', 'size=42')
    await run('date', 'add', '3', '2020-12-01', 'wedding', '--who', 'both', '--remind', '7d')
    await dealings(at('clients.db'))
    expect((await run('export', '-o', at('all.xlsx'))).stderr).toBe(`Wrote 3 clients to ${at('all.xlsx')}.\n`)
    expect(book('all.xlsx').SheetNames).toEqual(
      'clients companies contacts promises orders expenses care dates'.split(' '),
    )
    const [anna, olena] = rows('all.xlsx', 'clients')
    expect(anna).toMatchObject({
      id: 1,
      name: 'Ёлкина Анна Сергеевна',
      birthday: new Date('1980-03-12T00:00:00Z'),
      contacts: 1,
      'custom.size:number': 42,
      phones: '+79160000001',
      created_at: '2026-11-22T07:30:00Z',
    })
    expect(olena).toMatchObject({ birthday: '--03-12', note: '=1+1\nвторая\tстрока' })
    expect(rows('all.xlsx', 'companies')).toMatchObject([{ kind: 'company', name: 'ООО «Ромашка»' }])
    expect(rows('all.xlsx', 'contacts')).toEqual([
      {
        client_id: 1,
        client: 'Ёлкина Анна Сергеевна',
        at: '2026-11-20T16:30:00Z',
        at_local: new Date('2026-11-20T18:30:00Z'),
        channel: 'call',
        direction: 'out',
        minutes: 7,
        cost: 12.5,
        text: 'договорились 💡',
      },
    ])
    expect(rows('all.xlsx', 'promises')).toMatchObject([
      { client_id: 1, kind: 'task', due: new Date('2026-11-27T00:00:00Z'), text: 'send it', state: 'open' },
    ])
    expect(rows('all.xlsx', 'dates')).toMatchObject([
      { client_id: 1, occasion: 'birthday' },
      { client_id: 3, occasion: 'birthday', date: '--03-12' },
      { client_id: 3, occasion: 'wedding', who: 'both', date: new Date('2020-12-01T00:00:00Z'), remind_days: 7 },
    ])
    expect(rows('all.xlsx', 'orders')).toMatchObject([
      { client_id: 1, date: new Date('2026-10-02T00:00:00Z'), sum: 12_500.5, currency: 'UAH', promo: 'yes', paid: 500 },
      { client_id: 1, what: 'пошив "Ёлка"' },
      { client_id: 1, what: 'пошив "Ёлка"' },
      { client_id: 3, sum: 900, currency: 'JPY', external_id: 'A-1' },
    ])
    expect(rows('all.xlsx', 'expenses')).toMatchObject([{ client_id: 1, sum: 75.25, currency: 'EUR', what: 'такси' }])
    expect(rows('all.xlsx', 'care')).toMatchObject([{ client_id: 1, warmth: 'hot', cadence_days: 90 }])
  })

  test('says when a cell was too long for Excel', async () => {
    await runWith({ stdin: 'я'.repeat(40_000) }, 'log', '2', '-')
    const { code, stderr } = await run('export', '-o', at('all.xlsx'))
    expect(code).toBe(0)
    expect(stderr).toContain('32,767')
    expect(rows('all.xlsx', 'contacts').find(({ client_id }) => client_id === 2)?.text).toHaveLength(32_767)
  })
})

describe('cards and calendars', () => {
  beforeEach(base)

  test('a vCard of each client, 3.0 unless told otherwise', async () => {
    const { stdout, stderr } = await run('export', '--format', 'vcf')
    expect(stdout.match(/BEGIN:VCARD\r\nVERSION:3\.0\r\n/g)).toHaveLength(3)
    expect(stderr).toContain('vCard')
    expect((await run('export', '--vcard', '4.0')).stdout.match(/VERSION:4\.0\r\n/g)).toHaveLength(3)
    expect((await run('export', '--vcard', '4', '-q')).stderr).toBe('')
  })

  test('a calendar says the same each time, so that a subscriber gets no doubles', async () => {
    const first = await run('export', '--format', 'ics')
    const uids = (written: string) => written.match(/^UID:.*$/gm)
    expect(uids(first.stdout)).toHaveLength(3)
    expect(uids((await run('export', '--format', 'ics', '--now', '2027-01-01')).stdout)).toEqual(uids(first.stdout))
    expect(first.stderr).toContain('open promises')
  })
})

describe('the file', () => {
  beforeEach(base)

  const CASES = ['all.csv', 'all.xlsx', 'all.json']

  test.each(CASES)('%s is never replaced without --force', async (name) => {
    writeFileSync(at(name), 'precious')
    const refused = await run('export', '-o', at(name))
    expect({ code: refused.code, left: text(name), files: files() }).toEqual({
      code: 5,
      left: 'precious',
      files: [name],
    })
    expect((await run('export', '-o', at(name), '--force')).code).toBe(0)
    expect(text(name)).not.toBe('precious')
    expect(files()).toEqual([name])
  })

  test('a file that appears meanwhile is not replaced either', () => {
    const sink = fileSink(at('all.csv'), false)
    sink.write('new')
    writeFileSync(at('all.csv'), 'precious')
    expect(() => sink.finish()).toThrow(expect.objectContaining({ exit: 5 }))
    sink.discard()
    expect({ left: text('all.csv'), files: files() }).toEqual({ left: 'precious', files: ['all.csv'] })
  })

  test('two at once do not get into each other’s way', () => {
    const [one, two] = [fileSink(at('all.csv'), true), fileSink(at('all.csv'), true)]
    one.write('one')
    two.write('two')
    expect(files()).toHaveLength(2)
    for (const name of files()) expect(statSync(at(name)).mode & 0o777).toBe(0o600)
    one.finish()
    two.finish()
    one.discard()
    expect({ left: text('all.csv'), files: files() }).toEqual({ left: 'two', files: ['all.csv'] })
  })

  test('a name as long as names can be', async () => {
    const name = `${'n'.repeat(251)}.csv`
    expect((await run('export', '-o', at(name))).code).toBe(0)
    const { code, stderr } = await run('export', '-o', at(`n${name}`))
    expect({ code, lines: stderr.trimEnd().split('\n').length }).toEqual({ code: 1, lines: 1 })
  })

  test('behind a link is the one that is written, and the link stays', async () => {
    mkdirSync(at('real'))
    writeFileSync(at('real/all.csv'), 'precious')
    symlinkSync(at('real/all.csv'), at('link.csv'))
    expect((await run('export', '-o', at('link.csv'))).code).toBe(5)
    expect((await run('export', '-o', at('link.csv'), '--force')).code).toBe(0)
    expect(text('real/all.csv')).toMatch(/^id,/)
    expect(text('link.csv')).toBe(text('real/all.csv'))
    symlinkSync(at('real/new.csv'), at('dangling.csv'))
    expect((await run('export', '-o', at('dangling.csv'))).code).toBe(5)
    expect((await run('export', '-o', at('dangling.csv'), '--force')).code).toBe(0)
    expect(readdirSync(at('real')).sort()).toEqual(['all.csv', 'new.csv'])
  })

  test('the base itself is never written over', async () => {
    symlinkSync(at('clients.db'), at('link.csv'))
    for (const name of ['clients.db', 'link.csv']) {
      const { code } = await run('export', '-o', at(name), '--force', '--format', 'csv')
      expect({ name, code }).toEqual({ name, code: 5 })
    }
    expect((await run('count')).stdout).toBe('3\n')
  })

  test.each([
    ['a folder', 'sub', 1, 'sub'],
    ['a folder that is missing', 'nowhere/all.csv', 1, 'nowhere'],
    ['a folder that is a file', 'clients.db/all.csv', 1, 'clients.db'],
    ['a name that ends as a folder', 'nowhere/', 1, 'nowhere'],
  ])('%s is refused in one sentence', async (_, name, exit, named) => {
    mkdirSync(at('sub'))
    for (const more of [[], ['--force'], ['-n']]) {
      const { code, stdout, stderr } = await run('export', '-o', `${folder}/${name}`, ...more)
      expect({ code, stdout }).toEqual({ code: exit, stdout: '' })
      expect(stderr).toContain(named)
      expect(stderr).not.toMatch(/ENOENT|EISDIR|ENOTDIR|\.part|at \w+ \(/)
    }
    expect(readdirSync(at('sub'))).toEqual([])
  })

  test.skipIf(!existsSync('/sys'))('no permission is said in one sentence', async () => {
    // Nobody may make files there, not even root.
    const { code, stderr } = await run('export', '-o', '/sys/all.csv')
    expect(code).toBe(1)
    expect(stderr).toMatch(/^\/sys\/all\.csv cannot be written/)
  })

  test.skipIf(!existsSync('/dev/full'))('a full device is said in one sentence', async () => {
    const { code, stderr } = await run('export', '-o', '/dev/full')
    expect(code).toBe(1)
    expect(stderr).toContain('/dev/full')
    expect(existsSync('/dev/full') && statSync('/dev/full').isCharacterDevice()).toBe(true)
  })

  test('the null device takes everything and stays what it is', async () => {
    expect((await run('export', '-o', '/dev/null', '--force')).code).toBe(0)
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true)
  })

  test('Ctrl-C leaves nothing behind', async () => {
    for (const name of CASES) {
      const { code } = await runWith({ interrupted: () => true }, 'export', '-o', at(name))
      expect({ name, code, files: files() }).toEqual({ name, code: 130, files: [] })
    }
  })

  test('an error in the middle leaves nothing behind', async () => {
    const sink = fileSink(at('all.csv'), false)
    sink.write('half')
    sink.discard()
    expect(files()).toEqual([])
  })

  test('a dry run says what would be, and refuses what would be refused', async () => {
    const { code, stderr } = await run('export', '-n', '-o', at('all.xlsx'))
    expect({ code, stderr, files: files() }).toEqual({
      code: 0,
      stderr: `Would write 3 clients to ${at('all.xlsx')}.\n`,
      files: [],
    })
    writeFileSync(at('all.csv'), 'precious')
    expect((await run('export', '-n', '-o', at('all.csv'))).code).toBe(5)
    expect((await run('export', '--form', '-n', '-o', at('form.md'))).code).toBe(0)
    expect({ left: text('all.csv'), files: files() }).toEqual({ left: 'precious', files: ['all.csv'] })
  })

  test('- is standard output', async () => {
    expect((await run('export', '-o', '-')).stdout).toMatch(/^id,/)
    expect(files()).toEqual([])
  })
})

describe('an anonymised base', () => {
  beforeEach(base)

  test.each(['csv', 'tsv', 'json', 'ndjson', 'vcf', 'ics'])('as %s has nothing of the original', async (format) => {
    const { code, stdout } = await run('export', '--anonymise', '--format', format)
    expect(code).toBe(0)
    expect(stdout.replace(/\r\n /g, '')).not.toMatch(
      /Ёлкин|Анна|Сергеевн|Ґалаґан|Олена|Ромашк|916 ?000 ?-?00-?01|670000003|anna@|send it|договорились|вторая/,
    )
    if (format === 'json') expect(JSON.parse(stdout)).toHaveLength(3)
  })

  test('can be taken in again and is as large', async () => {
    await run('export', '--anonymise', '-o', at('shown.json'))
    const other = { CLIENTELE_DB: at('other.db') }
    const { stdout } = await runWith({ env: other }, 'import', at('shown.json'), '--json')
    expect(JSON.parse(stdout)).toMatchObject({ rows: 3, created: 3, rejected: 0 })
    const shown = await runWith({ env: other }, 'export', '--json')
    expect(JSON.parse(shown.stdout)).toMatchObject([
      { status: 'lead', tags: ['vip'], contacts: 1, birthday: expect.stringMatching(/^1980-03-(?!12)/) },
      { kind: 'company', name: expect.stringMatching(/^ООО «/) },
      { city: 'Київ' },
    ])
  })

  test('is another one each time', async () => {
    const [one, two] = [await run('export', '--anonymise'), await run('export', '--anonymise')]
    expect(one.stdout).not.toBe(two.stdout)
  })
})

describe('a blank form', () => {
  test.each(['en', 'ru', 'uk'])('fits a page of A4 in %s', async (lang) => {
    const { code, stdout } = await run('export', '--form', '--lang', lang)
    const lines = stdout.split('\n')
    expect(code).toBe(0)
    expect(lines.length).toBeLessThanOrEqual(60)
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80)
    expect(stdout.match(/ \*/g)).toHaveLength(2)
  })

  test('marks what is required, and has the fields of one’s own', async () => {
    await run('fields', 'add', 'size', '--type', 'choice', '--choices', 'S,M,L', '--label', 'Размер')
    await run('fields', 'add', 'dog')
    expect((await run('config', 'set', 'required', 'phone,день_рождения,dog,фамилия')).code).toBe(0)
    expect((await run('config', 'get', 'required')).stdout).toBe('phone,birthday,dog,family_name\n')
    const { stdout } = await run('export', '--form')
    for (const title of ['Full name *', 'Family name *', 'Phone *', 'Birthday *', 'dog *'])
      expect(stdout).toContain(title)
    expect(stdout).toMatch(/Размер +\[ \] S {3}\[ \] M {3}\[ \] L/)
    expect(stdout).not.toMatch(/E-mail \*|Patronymic|Outside id/)
  })

  test.each([
    ['nonsense', 'nonsense'],
    ['phone,created', 'created'],
    ['contacts', 'contacts'],
  ])('what cannot be filled in cannot be required: %s', async (value, named) => {
    const { code, stderr } = await run('config', 'set', 'required', value)
    expect(code).toBe(2)
    expect(stderr).toContain(named)
  })

  test('as HTML nothing of it acts', async () => {
    await run('fields', 'add', 'x', '--label', '<script>alert("1")</script>|*')
    const { stdout } = await run('export', '--form', '--format', 'html')
    expect(stdout).toMatch(/^<!doctype html>/)
    expect(stdout).toContain('&lt;script&gt;alert(&quot;1&quot;)')
    expect(stdout).not.toContain('<script')
    expect((await run('export', '--form', '--format', 'md')).stdout).toContain(
      '\\<script\\>alert("1")\\</script\\>\\|\\*',
    )
  })

  test.each(['en', 'ru', 'uk'])('as CSV in %s, filled in, it is taken in again', async (lang) => {
    await run('fields', 'add', 'dog')
    await run('config', 'set', 'required', 'phone')
    const file = at('form.csv')
    expect((await run('export', '--form', '--lang', lang, '-o', file)).stderr).toContain(file)
    const header = text('form.csv').trimEnd().split(',')
    const filled: Record<number, string> = { 0: '' }
    const put = (titles: RegExp, value: string): void => {
      const index = header.findIndex((title) => titles.test(title))
      expect({ titles: String(titles), index: index >= 0 }).toEqual({ titles: String(titles), index: true })
      filled[index] = value
    }
    put(/^(Full name|ФИО|ПІБ) \*$/, 'Ёлкина Анна')
    put(/^(Phone|Телефон) \*$/, '+7 916 000-00-01')
    put(/^(City|Город|Місто|city)$/, 'Київ')
    put(/^telegram$/i, '@anna')
    put(/^dog$/, 'Боня')
    writeFileSync(file, `${text('form.csv')}${header.map((_, index) => filled[index] ?? '').join(',')}\r\n`)
    const { stdout } = await run('import', file, '--json', '--no-input')
    expect(JSON.parse(stdout)).toMatchObject({ created: 1, new_fields: [] })
    const shown = await run('show', '1', '--json')
    expect(JSON.parse(shown.stdout)).toMatchObject({
      name: 'Ёлкина Анна',
      city: 'Київ',
      phones: [{ value: '+79160000001' }],
      handles: [{ kind: 'telegram', value: 'anna' }],
      custom: { dog: 'Боня' },
    })
  })
})

test('what a sink was given stands in the file, in whatever pieces it came', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.uint8Array({ maxLength: 50 }))), (pieces) => {
      const sink = fileSink(at('all.bin'), true)
      for (const piece of pieces) sink.write(piece)
      sink.finish()
      const whole = Buffer.concat(pieces.map((piece) => (typeof piece === 'string' ? Buffer.from(piece) : piece)))
      expect(readFileSync(at('all.bin')).equals(whole)).toBe(true)
    }),
    { numRuns: 50 },
  )
})
