import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { widthOf } from '../../src/render/table.js'
import { openDatabase } from '../../src/store/sqlite.js'
import { CTRL_C, type FakeOptions, type Ran, runIn } from '../world.js'

let folder: string

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'clientele-outgoing-'))
  await run('add', 'Ёлкина Анна', '--email', 'anna@example.com', '--city', 'Київ')
  await run('add', 'Ґалаґан Олена', '--phone', '+380 67 000 00 03')
  await run('add', "O'Brien-Ñandú", '--email', 'obrien@example.com', '--tag', 'vip')
})

afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

const run = (...argv: string[]): Promise<Ran> => runIn({ folder }, ...argv)
const runWith = (options: Partial<FakeOptions>, ...argv: string[]): Promise<Ran> =>
  runIn({ folder, ...options }, ...argv)
const at = (name: string): string => join(folder, name)

interface Logged {
  id: number
  who: string
  what: string
  format: string
  rows: number
  fields: string[]
  encrypted: boolean
  filter: string | null
  target: string | null
  reason: string | null
  anonymised: boolean
  mailing: string | null
  hash: string
}
const log = async (): Promise<Logged[]> => JSON.parse((await run('history', '--exports', '--json')).stdout)

describe('every export is written down', () => {
  test.each<[string[], Partial<Logged>]>([
    [[], { format: 'csv', rows: 3, filter: null, target: null }],
    [['-o', '-'], { format: 'csv', rows: 3, target: null }],
    [['city:Київ', '--format', 'tsv'], { format: 'tsv', rows: 1, filter: 'city:Київ' }],
    [['--json'], { format: 'json', fields: [] }],
    [['--format', 'ndjson'], { format: 'ndjson' }],
    [['--format', 'vcf', 'tag:vip'], { format: 'vcf', rows: 1, filter: 'tag:vip' }],
    [['--format', 'ics'], { format: 'ics', fields: ['name', 'birthday', 'dates', 'promises'] }],
    [['--format', 'xlsx'], { format: 'xlsx', fields: [] }],
    [['--anonymise'], { format: 'csv', anonymised: true }],
    [['--form'], { format: 'form-text', rows: 0, filter: null }],
    [['--form', '--format', 'html'], { format: 'form-html', rows: 0 }],
    [['city:Nowhere'], { rows: 0, filter: 'city:Nowhere' }],
    [['--reason', '  for\nthe   tax office '], { reason: 'for the tax office' }],
    [['--mailing'], { rows: 2, mailing: 'email', filter: null }],
    [['--client', 'Ёлкина'], { what: 'client', format: 'json', rows: 1, filter: 'id:1' }],
  ])('%j', async (flags, expected) => {
    expect((await run('export', ...flags)).code).toBe(0)
    const entries = await log()
    expect(entries).toHaveLength(1)
    expect(entries[0]).toMatchObject({
      id: 1,
      who: 'olha@desk',
      what: 'export',
      encrypted: false,
      reason: null,
      anonymised: false,
      mailing: null,
      ...expected,
    })
  })

  test('with its fields and the whole name of the file', async () => {
    await run('fields', 'add', 'size', '--type', 'number')
    await run('export', '-o', at('список.csv'))
    const [entry] = await log()
    expect(entry?.target).toBe(at('список.csv'))
    expect(entry?.fields).toEqual(expect.arrayContaining(['id', 'name', 'phones', 'size', 'history']))
    await run('export', '--excel')
    expect((await log())[0]?.fields).not.toContain('history')
  })

  test('not what was refused, and not a dry run', async () => {
    writeFileSync(at('there.csv'), 'precious')
    for (const flags of [
      ['-o', at('there.csv')],
      ['-o', at('no/such/folder.csv')],
      ['nonsense:1'],
      ['--format', 'xml'],
      ['--client', 'Nobody'],
      ['--mailing', 'pigeon'],
      ['--reason', ' '],
      ['-n'],
      ['-n', '--form'],
      ['-n', '--client', '1'],
    ])
      await run('export', ...flags)
    expect(await log()).toEqual([])
  })

  test('before its first byte: what cannot be written afterwards is in the log', async () => {
    chmodSync(folder, 0o700)
    const { code } = await runWith({ outputFails: new Error('no space left on device') }, 'export')
    expect(code).toBe(1)
    expect(await log()).toHaveLength(1)
  })

  test('nothing is written when the log cannot be: another program holds the base', async () => {
    const db = await openDatabase(at('clients.db'), { create: false })
    try {
      await db.transaction().execute(async () => {
        const held = { env: { CLIENTELE_WAIT: '0' } }
        for (const flags of [[], ['--form'], ['--client', '1'], ['--format', 'vcf']]) {
          const { code, stdout, stderr } = await runWith(held, 'export', ...flags)
          expect({ code, stdout }).toEqual({ code: 7, stdout: '' })
          expect(stderr).toContain('clientele backup')
        }
        expect((await runWith(held, 'export', '-o', at('all.csv'))).code).toBe(7)
      })
    } finally {
      await db.destroy()
    }
    expect(existsSync(at('all.csv'))).toBe(false)
    expect(await log()).toEqual([])
  })

  test('undo and history know nothing of it', async () => {
    await run('export')
    expect(JSON.parse((await run('history', '--json')).stdout)).toHaveLength(3)
    expect((await run('undo')).code).toBe(0)
    expect(await log()).toHaveLength(1)
    expect((await run('count')).stdout).toBe('2\n')
  })
})

describe('history --exports', () => {
  beforeEach(async () => {
    await run('export', 'tag:vip', '-o', at('a.csv'), '--reason', 'printer')
    await run('export', '--json')
    await run('export', '--anonymise')
  })

  test('shows the latest first, in pages', async () => {
    expect((await log()).map(({ id }) => id)).toEqual([3, 2, 1])
    const { stdout } = await run('history', '--exports', '--json', '--limit', '1', '--offset', '1')
    expect(JSON.parse(stdout)).toMatchObject([{ id: 2, format: 'json' }])
    const lines = (await run('history', '--exports', '--format', 'ndjson')).stdout.trimEnd().split('\n')
    expect(lines.map((line) => JSON.parse(line).id)).toEqual([3, 2, 1])
    const tsv = (await run('history', '--exports', '--format', 'tsv')).stdout.split('\n')
    expect(tsv[0]).toBe(
      'id\tat\twho\twhat\tformat\trows\tfields\tfilter\ttarget\treason\tencrypted\tanonymised\tmailing\temptied\thash',
    )
    expect(tsv[3]).toMatch(/^1\t2026-11-22T07:30:00Z\tolha@desk\texport\tcsv\t1\tid,kind,/)
    expect((await run('history', '--exports', '--limit', 'x')).code).toBe(2)
    expect((await run('history', '--exports', 'Ёлкина')).code).toBe(2)
    expect((await run('history', '--exports', '--format', 'csv')).code).toBe(2)
  })

  test('says the hash that stands for all of it on the other stream', async () => {
    const [newest] = await log()
    for (const flags of [[], ['--json'], ['--format', 'tsv'], ['--limit', '1', '--offset', '2']]) {
      const { stdout, stderr } = await run('history', '--exports', ...flags)
      expect(stderr).toContain(`Hash of entry 3: ${newest?.hash}`)
      if (flags.length === 0) expect(stdout).not.toContain(newest?.hash)
    }
  })

  test.each(['en', 'ru', 'uk'])('reads well in %s', async (lang) => {
    const { stdout } = await run('history', '--exports', '--lang', lang)
    const said = {
      en: ['export csv', '1 row', 'filter  tag:vip', 'reason  printer', 'everybody', 'standard output', 'anonymised'],
      ru: ['выгрузка csv', '1 строка', 'фильтр  tag:vip', 'зачем   printer', 'все клиенты', 'обезличено'],
      uk: ['вивантаження csv', '1 рядок', 'фільтр  tag:vip', 'навіщо  printer', 'усі клієнти', 'знеособлено'],
    }[lang as 'en' | 'ru' | 'uk']
    for (const text of said) expect(stdout).toContain(text)
    expect(stdout).toContain('2026-11-22 09:30  olha@desk')
  })

  test.each([40, 80, 120])('fits a terminal of %i columns and loses nothing', async (columns) => {
    const target = at(`${'дуже-довга-назва-'.repeat(6)}.csv`)
    await run('export', 'city:Київ', 'or', 'name:Ґалаґан', '-o', target, '--reason', '💡 '.repeat(60))
    for (const lang of ['en', 'ru', 'uk']) {
      const { stdout } = await runWith({ terminal: true, columns }, 'history', '--exports', '--lang', lang)
      for (const line of stdout.trimEnd().split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(columns)
      expect(stdout.replace(/\n +/g, '')).toContain(target)
      expect(stdout.match(/💡/gu)).toHaveLength(60)
    }
  })

  test('shows hostile text as signs', async () => {
    const hostile = '\u001b[2J\u202egnp.exe\u0007'
    await run('export', '--reason', hostile, '-o', at(`x${hostile}.csv`), '--format', 'csv')
    await run('export', `name:"${hostile}"`)
    for (const format of ['table', 'tsv', 'json', 'ndjson']) {
      const { stdout } = await runWith({ terminal: true }, 'history', '--exports', '--format', format)
      expect(stdout).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/)
      expect(stdout).toContain('gnp.exe')
    }
  })

  test('is empty where nothing went out', async () => {
    const other = { env: { CLIENTELE_DB: at('other.db') } }
    expect(await runWith(other, 'history', '--exports')).toMatchObject({
      code: 0,
      stdout: '',
      stderr: 'Nothing has been taken out yet.\n',
    })
    expect((await runWith(other, 'history', '--exports', '--json')).stdout).toBe('[]\n')
  })
})

describe('a limit above which a reason is asked for', () => {
  const limit = async (rows: string): Promise<void> => {
    expect((await run('config', 'set', 'export.reason-over', rows)).code).toBe(0)
  }

  test('is not there by default', async () => {
    for (const args of [['export'], ['list', '--json'], ['dedupe', '--clusters']])
      expect((await run(...args)).code).toBe(0)
  })

  test.each(['csv', 'json', 'vcf', 'xlsx', 'ics'])('refuses a bulk export as %s without one', async (format) => {
    await limit('2')
    const file = at(`all.${format}`)
    expect(await run('export', '-o', file)).toMatchObject({
      code: 5,
      stdout: '',
      stderr:
        '3 clients at once: more than 2 are taken out only with a reason.\n' +
        'Add --reason "…". It is written into the log of exports.\n',
    })
    expect(existsSync(file)).toBe(false)
    expect((await run('export', '-n')).code).toBe(5)
    expect((await run('export', '-o', file, '--reason', 'ярмарка')).code).toBe(0)
    expect(await log()).toMatchObject([{ reason: 'ярмарка', rows: 3 }])
  })

  test('lets what is not above it through', async () => {
    await limit('2')
    for (const flags of [['tag:vip'], ['--mailing'], ['--form'], ['--client', '1'], ['id:1..2']])
      expect({ flags, code: (await run('export', ...flags)).code }).toEqual({ flags, code: 0 })
    await limit('0')
    expect((await run('export', '--client', '1')).code).toBe(5)
    expect((await run('export', '--form')).code).toBe(0)
  })

  test('is answered on a terminal', async () => {
    await limit('2')
    const { code, world } = await runWith(
      { terminal: true, answers: ['  ', 'for the printer'] },
      'export',
      '-o',
      at('a.csv'),
    )
    expect({ code, left: world.unanswered() }).toEqual({ code: 0, left: [] })
    expect(await log()).toMatchObject([{ reason: 'for the printer' }])
    const stopped = await runWith({ terminal: true, answers: [CTRL_C] }, 'export', '-o', at('b.csv'))
    expect({ code: stopped.code, there: existsSync(at('b.csv')) }).toEqual({ code: 130, there: false })
    expect((await runWith({ terminal: true }, 'export', '--no-input', '-o', at('b.csv'))).code).toBe(5)
    expect(await log()).toHaveLength(1)
  })

  test('a reason too long for the log is refused', async () => {
    expect((await run('export', '--reason', 'ї'.repeat(501))).code).toBe(2)
    expect((await run('export', '--reason', '💡'.repeat(500))).code).toBe(0)
    expect((await log())[0]?.reason).toBe('💡'.repeat(500))
  })

  test.each(['json', 'ndjson', 'csv', 'tsv', 'ids', 'md'])('holds for list as %s', async (format) => {
    await limit('2')
    expect(await run('list', '--format', format)).toMatchObject({
      code: 5,
      stdout: '',
      stderr: expect.stringContaining('clientele export --reason'),
    })
    for (const flags of [['--limit', '2'], ['--offset', '1'], ['tag:vip']])
      expect((await run('list', '--format', format, ...flags)).code).toBe(0)
    expect((await run('list')).code).toBe(0)
  })

  test('holds for clusters', async () => {
    await limit('2')
    expect(await run('dedupe', '--clusters')).toMatchObject({ code: 5, stdout: '' })
  })

  test('holds for drafts of greetings', async () => {
    for (const who of ['1', '3']) await run('date', 'add', who, '22.11', 'birthday')
    await limit('1')
    expect(await run('greet', '--mbox', at('drafts.mbox'))).toMatchObject({ code: 5 })
    expect(existsSync(at('drafts.mbox'))).toBe(false)
    await limit('2')
    expect((await run('greet', '--mbox', at('drafts.mbox'))).code).toBe(0)
    expect(readFileSync(at('drafts.mbox'), 'utf8')).toContain('anna@example.com')
  })
})

describe('a mailing', () => {
  beforeEach(async () => {
    await run('add', 'Відмова Усім', '--email', 'none@example.com')
    await run('add', 'Відмова Пошті', '--email', 'not-by-mail@example.com', '--phone', '+380 67 000 00 09')
    await run('add', 'Архівна Ірина', '--email', 'archived@example.com')
    expect((await run('edit', '4', '--consent', 'no')).code).toBe(0)
    expect((await run('edit', '5', '--consent', 'email:no')).code).toBe(0)
    await run('remove', '6')
  })

  test('leaves those out who refuse it or have no address, and says so', async () => {
    const { code, stdout, stderr } = await run('export', '--mailing', '--format', 'ndjson')
    expect(code).toBe(0)
    const names = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).name)
    expect(names).toEqual(['Ёлкина Анна', "O'Brien-Ñandú"])
    expect(stderr).toContain('For a mailing (e-mail): 2 clients.')
    expect(stderr).toContain(
      'Left out: 1 refused everything, 1 refused this channel, 1 with no address in this channel.',
    )
    expect((await log())[0]).toMatchObject({ rows: 2, mailing: 'email' })
  })

  test('goes by the channel and the filter', async () => {
    const calls = await run('export', '--mailing', 'sms', '--format', 'ndjson')
    expect(calls.stdout.match(/"name":"[^"]*"/g)).toEqual(['"name":"Ґалаґан Олена"', '"name":"Відмова Пошті"'])
    const some = await run('export', 'city:Київ', '--mailing', '--format', 'ndjson')
    expect(some.stdout.trimEnd().split('\n')).toHaveLength(1)
    expect(some.stderr).not.toContain('Left out')
    expect((await log()).map(({ rows, filter, mailing }) => ({ rows, filter, mailing }))).toEqual([
      { rows: 1, filter: 'city:Київ', mailing: 'email' },
      { rows: 2, filter: null, mailing: 'sms' },
    ])
    expect((await run('export', '--mailing', 'emial')).code).toBe(2)
    const dry = await run('export', '--mailing', '-n')
    expect(dry.stderr).toContain('Left out')
  })

  test('a limit counts only whom it reaches', async () => {
    await run('config', 'set', 'export.reason-over', '2')
    expect((await run('export', '--mailing')).code).toBe(0)
    expect((await run('export')).code).toBe(5)
  })
})

describe('an encrypted export', () => {
  const PASSPHRASE = 'Ёлкина и Ґалаґан 💡'
  const key = (): string => {
    writeFileSync(at('key'), `${PASSPHRASE}\n`, { mode: 0o600 })
    return at('key')
  }
  async function opened(file: string): Promise<string> {
    const { unseal } = await import('../../src/formats/age.js')
    const pieces: Uint8Array[] = []
    const bytes = async function* (): AsyncGenerator<Uint8Array> {
      yield readFileSync(file)
    }
    for await (const piece of unseal(bytes(), { passphrase: PASSPHRASE })) pieces.push(Uint8Array.from(piece))
    return Buffer.concat(pieces).toString('utf8')
  }

  test.each([
    [['-o', 'clients.csv.age'], /^id,kind,name,/, 'csv'],
    [['-o', 'clients.json.age'], /^\[\n\{"id":1,/, 'json'],
    [['-o', 'clients.vcf.AGE'], /^BEGIN:VCARD/, 'vcf'],
    [['-o', 'clients.age'], /^id,kind,name,/, 'csv'],
    [['-o', 'clients.ndjson'], /^\{"id":1,/, 'ndjson'],
    [['-o', 'one.json.age', '--client', '1'], /^\{\n {2}"id": 1,/, 'json'],
    [['-o', 'form.html.age', '--form'], /^<!doctype html>/, 'form-html'],
  ])('%j is the file that was asked for, and nothing of it is plain', async (flags, begins, format) => {
    const [, name = '', ...rest] = flags
    const { code } = await run('export', '-o', at(name), ...rest, '--encrypt', '--passphrase-file', key())
    expect(code).toBe(0)
    expect(readFileSync(at(name)).subarray(0, 21).toString()).toBe('age-encryption.org/v1')
    expect(readFileSync(at(name)).includes('Ёлкина')).toBe(false)
    expect(await opened(at(name))).toMatch(begins)
    expect(await log()).toMatchObject([{ encrypted: true, format, target: at(name) }])
  })

  test('is not for a terminal, and a name that ends so is no promise kept', async () => {
    const refused = await runWith({ terminal: true }, 'export', '--encrypt', '--passphrase-file', key())
    expect({ code: refused.code, stdout: refused.stdout }).toEqual({ code: 2, stdout: '' })
    expect((await run('export', '-o', at('clients.csv.age'))).code).toBe(2)
    expect((await run('export', '--encrypt', '-o', at('clients.csv.age'))).code).toBe(2)
    expect(existsSync(at('clients.csv.age'))).toBe(false)
    expect(await log()).toEqual([])
  })

  test('that fails on its way leaves nothing', async () => {
    const { code, stderr } = await run(
      ...['export', '-o', at('a.csv.age'), '--encoding', 'cp1251', '--encrypt', '--passphrase-file', key()],
    )
    expect({ code, stderr: /cp1251/.test(stderr) }).toEqual({ code: 1, stderr: true })
    const stopped = await runWith(
      { interrupted: () => true },
      ...['export', '-o', at('b.csv.age'), '--encrypt', '--passphrase-file', at('key')],
    )
    expect(stopped.code).toBe(130)
    expect(existsSync(at('a.csv.age')) || existsSync(at('b.csv.age'))).toBe(false)
  })
})
