import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { bytesOf, FIXTURES, place } from './import-world.js'

/** Logs of contacts and promises, and a file of which nothing is certain. */
const OTHERS = /^(contacts_(hubspot|pipedrive|ru)|promises_uk|dates_undecided)/

/** Every fixture that holds clients. */
const CLIENTS = readdirSync(FIXTURES).filter((name) => !OTHERS.test(name))

describe('every fixture', () => {
  test.each(CLIENTS)('%s: a second import adds nothing, an undo leaves nothing', async (name) => {
    const { fixture, take, run, base } = place()
    const file = fixture(name)
    expect((await run('count')).stdout).toBe('0\n')
    const empty = await base()
    const first = await take(file)
    expect(first.rows).toBe(first.created + first.updated + first.unchanged + first.rejected)
    expect(first.created).toBeGreaterThan(0)
    const full = await base()
    for (const way of ['fill', 'skip', 'update']) {
      const again = await take(file, '--on-match', way)
      expect({ way, created: again.created, rejected: again.rejected, new_fields: again.new_fields }).toEqual({
        way,
        created: 0,
        rejected: first.rejected,
        new_fields: [],
      })
      if (way === 'update' && first.updated > 0) continue
      expect({ way, updated: again.updated, operation: again.operation }).toEqual({ way, updated: 0, operation: null })
      expect(await base()).toEqual(full)
    }
    await run('undo', String(first.operation), '--yes')
    if (first.updated === 0) expect(await base()).toEqual(empty)
    expect((await run('count')).stdout).toBe('0\n')
  })

  test.each(CLIENTS)('%s: --dry-run foretells the outcome and leaves the base byte for byte', async (name) => {
    const { fixture, take, run, path, folder } = place()
    const file = fixture(name)
    await run('add', 'Somebody Else', '--phone', '+44 7700 900699')
    const before = bytesOf(path('clients.db'))
    const files = readdirSync(folder).sort()
    const would = await take(file, '--dry-run')
    expect(bytesOf(path('clients.db'))).toBe(before)
    expect(readdirSync(folder).sort()).toEqual(files)
    const did = await take(file)
    const counts = ({ rows, created, updated, unchanged, rejected, companies, new_fields }: typeof did) => ({
      rows,
      created,
      updated,
      unchanged,
      rejected,
      companies,
      new_fields,
    })
    expect(counts(would)).toEqual(counts(did))
    expect([would.dry_run, would.rejects, would.operation]).toEqual([true, null, null])
  })
})

describe('what a file is, is told by its content', () => {
  const csv = 'Name,Phone\nAnna Vane,+44 7700 900601\n'
  const cards = 'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Anna Vane\r\nTEL:+447700900601\r\nEND:VCARD\r\n'
  const page =
    '<html><body><table><tr><th>Name</th><th>Phone</th></tr><tr><td>Anna Vane</td><td>+44 7700 900601</td></tr></table></body></html>'
  const utf16 = Buffer.from(`\ufeff${csv}`, 'utf16le')
  test.each<[string, string | Uint8Array, string]>([
    ['table.xlsx', csv, 'csv'],
    ['cards.txt', cards, 'vcard'],
    ['page.xls', page, 'html'],
    ['list.csv', '[{"Name":"Anna Vane","Phone":"+44 7700 900601"}]', 'json'],
    [
      'lines.json',
      '{"Name":"Anna Vane","Phone":"+44 7700 900601"}\n{"Name":"Anna Vane","Phone":"+44 7700 900601"}\n',
      'ndjson',
    ],
    ['marked.txt', `\ufeff${csv}`, 'csv'],
    ['wide.csv', utf16, 'csv'],
    ['tabs.csv', csv.replaceAll(',', '\t'), 'tsv'],
    ['no-ending', csv.replaceAll(',', '|'), 'csv'],
    ['book.ldif', 'dn: cn=Anna Vane\nobjectclass: person\ncn: Anna Vane\ntelephoneNumber: +44 7700 900601\n', 'ldif'],
  ])('%s', async (name, content, format) => {
    const { write, take, run } = place()
    const { created, plan } = await take(write(name, content))
    expect([created, plan.format]).toEqual([1, format])
    expect((await run('list', '--columns', 'name,phone')).stdout).toMatch(
      /Anna Vane .*\+447700900601|Anna Vane\s+\+44 7700 900601/,
    )
  })

  test('--encoding overrules', async () => {
    const { fixture, take, names } = place()
    const file = fixture('cp1251_comma_ru.csv')
    const encoding = async (...flags: string[]) => (await take(file, '--dry-run', ...flags)).plan.encoding
    expect(await encoding()).toBe('windows-1251')
    expect(await encoding('--encoding', 'koi8-u')).toBe('koi8-u')
    await take(file, '--encoding', 'cp1251')
    expect(await names()).toContain('Ґонта Їжакевич')
  })

  test('--format overrules what the content tells', async () => {
    const { write, run } = place()
    const refused = await run('import', write('a.csv', csv), '--format', 'vcf')
    expect([refused.code, refused.stdout]).toEqual([1, ''])
    expect((await run('import', write('a.csv', csv), '--format', 'pdf')).code).toBe(2)
  })

  test.each([csv, cards, '[{"Name":"Anna Vane","Phone":"+44 7700 900601"}]'])(
    'from standard input: %j',
    async (stdin) => {
      const { runWith, names } = place()
      expect((await runWith({ stdin }, 'import', '-')).code).toBe(0)
      expect(await names()).toEqual(['Anna Vane'])
    },
  )
})

describe('what cannot be imported is refused in a sentence, and nothing is written', () => {
  const sentence = /^[^\n]+[.:]\n([^\n]+\n)?$/
  test.each<[string, string | Uint8Array]>([
    ['empty.csv', ''],
    ['blank.csv', '\n\n \n'],
    ['mark.csv', '\ufeff'],
    ['paper.pdf', '%PDF-1.7\n%âãÏÓ\n1 0 obj\n'],
    ['photo.png', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
    ['files.zip', Buffer.from('504b0304140000000000', 'hex')],
    ['base.db', Buffer.from(`SQLite format 3\0${'\0'.repeat(100)}`)],
    ['noise.bin', Buffer.from(Array.from({ length: 600 }, (_, index) => (index * 7919) % 256))],
    ['half.json', '{"name":"Anna"'],
    ['nothing.json', '[]'],
    ['hollow.json', '{}'],
    ['quote.csv', 'Name,Note\nAnna,"never closed\n'],
  ])('%s', async (name, content) => {
    const { write, run } = place()
    const { code, stdout, stderr } = await run('import', write(name, content))
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(sentence)
    expect(stderr).not.toMatch(/\bat \w|Error/)
    expect((await run('count')).stdout).toBe('0\n')
  })

  test('a folder, and a file that is not there', async () => {
    const { folder, path, run } = place()
    mkdirSync(path('folder'))
    for (const file of [path('folder'), path('nowhere.csv')]) {
      const { code, stderr } = await run('import', file)
      expect([code, sentence.test(stderr)]).toEqual([1, true])
    }
    expect(existsSync(`${folder}/nowhere.csv`)).toBe(false)
  })
})

describe('what was imported is found again', () => {
  test('by the number of the import', async () => {
    const { write, take, run } = place()
    await run('add', 'By Hand')
    const first = await take(write('a.csv', 'Name,Email\nAnna,a@example.com\nBoris,b@example.com\n'))
    const second = await take(write('b.csv', 'Name,Email\nClara,c@example.com\n'))
    const count = async (filter: string): Promise<string> => (await run('count', filter)).stdout.trim()
    expect(await count('import:last')).toBe('1')
    expect(await count(`import:${first.operation}`)).toBe('2')
    expect(await count(`import:${second.operation}`)).toBe('1')
    expect(await count('no:import')).toBe('1')
    expect(await count('has:import')).toBe('3')
    expect(await count('import:999')).toBe('0')
    expect((await run('list', 'import:last', '--columns', 'name')).stdout).toContain('Clara')
  })
})

test('--format json on a table asks for the summary', async () => {
  const here = place()
  const { stdout, code } = await here.run('import', here.write('a.csv', 'Name\nAnna\n'), '--format', 'json')
  expect(code).toBe(0)
  expect(JSON.parse(stdout)).toMatchObject({ created: 1, plan: { format: 'csv' } })
})
