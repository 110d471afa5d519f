import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { bytesOf, FIXTURES, place } from './import-world.js'

const rowsIn = (file: string): Record<string, string>[] =>
  Papa.parse<Record<string, string>>(readFileSync(file, 'utf8').replace(/^\ufeff/, ''), {
    header: true,
    skipEmptyLines: true,
  }).data

describe('rows that were rejected', () => {
  test('keep their columns, and say their line and the reason', async () => {
    const { fixture, run, path } = place()
    const { code, stderr } = await run('import', fixture('with_rejects.csv'))
    expect(code).toBe(6)
    expect(stderr).toContain('with_rejects.rejects.csv')
    const source = rowsIn(path('with_rejects.csv'))
    for (const { line, reason, ...cells } of rowsIn(path('with_rejects.rejects.csv'))) {
      expect(reason).not.toBe('')
      expect(cells).toEqual(source[Number(line) - 2])
    }
  })

  test('mended, they are imported, and the columns of the reason are no fields', async () => {
    const { fixture, take, path, write } = place()
    const first = await take(fixture('with_rejects.csv'))
    const text = readFileSync(first.rejects ?? '', 'utf8')
    const mended = await take(
      write(
        'mended.csv',
        text.replace('call Masha', '+7 916 000-54-03').replace('anna(at)example.com', 'anna@example.com'),
      ),
    )
    expect([mended.created, mended.rejected, mended.new_fields]).toEqual([2, first.rejected - 2, []])
    expect(mended.rejects).toBe(path('mended.rejects.csv'))
    // Rejected once more, a row has one line and one reason, the new ones.
    const header = readFileSync(path('mended.rejects.csv'), 'utf8').split('\r\n')[0]
    expect(header).toBe('\ufeffName,Phone,Email,Birthday,line,reason')
    for (const { Name, line } of rowsIn(path('mended.rejects.csv')))
      expect([Name, Number(line) < 7]).toEqual([Name, true])
  })

  test('a cell that a spreadsheet would run is made safe in the file, and comes back as it was', async () => {
    const { write, take, run } = place()
    const { rejects } = await take(write('a.csv', 'Name,Phone,Note\nAnna,call me,"=1+1"\n'))
    expect(readFileSync(rejects ?? '', 'utf8')).not.toMatch(/,"?=1\+1/)
    await take(write('b.csv', readFileSync(rejects ?? '', 'utf8').replace('call me', '+44 7700 900601')))
    expect((await run('show', 'Anna', '--json')).stdout).toContain('"note": "=1+1"')
  })

  test('cells beyond the last column are in the file too', async () => {
    const { write, take } = place()
    const { rejects } = await take(write('a.csv', 'Name,Phone\nAnna,call me,"Ґалаґан","💐"\n'))
    expect(readFileSync(rejects ?? '', 'utf8')).toMatch(/Ґалаґан.*💐/)
  })

  test('of several tables stand under columns of their own', async () => {
    const { write, take } = place()
    const page =
      '<html><body><table><tr><th>Name</th><th>Phone</th></tr><tr><td>Anna</td><td>call me</td></tr></table>' +
      '<table><tr><th>Email</th><th>City</th><th>Name</th></tr><tr><td>boris(at)x</td><td>York</td><td>Boris</td></tr></table></body></html>'
    const { rejects } = await take(write('two.html', page), '--sheet', 'all')
    expect(rowsIn(rejects ?? '')).toMatchObject([
      { Name: 'Anna', Phone: 'call me', Email: '', City: '' },
      { Name: 'Boris', Phone: '', Email: 'boris(at)x', City: 'York' },
    ])
  })

  test('of foreign NDJSON are a table', async () => {
    const { fixture, take } = place()
    const { rejects, rejected } = await take(fixture('clients.ndjson'))
    expect(rejected).toBe(2)
    expect(readFileSync(rejects ?? '', 'utf8')).toContain('нет такого')
  })

  test('of this program’s own records are records, and mended come in', async () => {
    const { write, take } = place()
    const record =
      '{"id":1,"kind":"person","status":"lead","name":"","phones":[],"emails":[],"custom":{},"created_at":"2026-01-01T00:00:00Z"}'
    const { rejects, rejected } = await take(write('own.ndjson', `${record}\n`))
    expect([rejected, rejects?.endsWith('.ndjson')]).toEqual([1, true])
    const text = readFileSync(rejects ?? '', 'utf8')
    expect(JSON.parse(text)).toMatchObject({ line: 1, kind: 'person' })
    expect(await take(write('mended.ndjson', text.replace('"name":""', '"name":"Ёлкина Анна"')))).toMatchObject({
      created: 1,
      rejected: 0,
      new_fields: [],
    })
  })

  test('of cards are cards', async () => {
    const { write, take, run } = place()
    const cardsOf = (phone: string): string =>
      `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Anna Vane\r\nTEL:${phone}\r\nEND:VCARD\r\nBEGIN:VCARD\r\nVERSION:3.0\r\nTEL:+447700900602\r\nEND:VCARD\r\n`
    const { rejects, rejected } = await take(write('book.vcf', cardsOf('+447700900601')))
    expect([rejected, rejects?.endsWith('.vcf')]).toEqual([1, true])
    const text = readFileSync(rejects ?? '', 'utf8')
    expect(text).toMatch(/^BEGIN:VCARD[\s\S]*TEL:\+447700900602[\s\S]*END:VCARD\r\n$/)
    expect(await take(write('mended.vcf', text.replace('TEL:', 'FN:Clara Vane\r\nTEL:')))).toMatchObject({
      created: 1,
      rejected: 0,
      new_fields: [],
    })
    expect((await run('show', 'Clara', '--json')).stdout).toContain('+447700900602')
  })
})

describe('the file of rejected rows', () => {
  test('does not take the place of an earlier one', async () => {
    const { fixture, take, path, write } = place()
    const file = fixture('with_rejects.csv')
    const names: (string | null)[] = []
    for (let time = 0; time < 3; time += 1) {
      const { rejects } = await take(file)
      names.push(rejects)
      writeFileSync(rejects ?? '', 'mended')
    }
    expect(names).toEqual([
      path('with_rejects.rejects.csv'),
      path('with_rejects.rejects-2.csv'),
      path('with_rejects.rejects-3.csv'),
    ])
    const mine = write('mine.csv', 'precious')
    expect((await take(file, '--rejects', mine)).rejects).toBe(path('mine-2.csv'))
    expect(readFileSync(mine, 'utf8')).toBe('precious')
  })

  test('named by --rejects may be an empty one, or one of an earlier import', async () => {
    const { fixture, take, write } = place()
    const file = fixture('with_rejects.csv')
    const named = write('named.csv', '')
    for (let time = 0; time < 2; time += 1) {
      expect((await take(file, '--rejects', named)).rejects).toBe(named)
      expect(rowsIn(named)).toHaveLength(4)
    }
  })

  test('never takes the place of the base or of the file itself', async () => {
    const { fixture, run, path, folder } = place()
    const file = fixture('with_rejects.csv')
    await run('add', 'Anna')
    expect((await run('import', file, '--rejects', file)).code).toBe(2)
    expect((await run('import', file, '--rejects', `${folder}/./with_rejects.csv`)).code).toBe(2)
    symlinkSync(file, path('link.csv'))
    expect((await run('import', file, '--rejects', path('link.csv'))).code).toBe(2)
    expect(readFileSync(file, 'utf8')).toBe(readFileSync(join(FIXTURES, 'with_rejects.csv'), 'utf8'))
    for (const name of ['clients.db', 'clients.db-wal', 'clients.db-journal']) {
      const refused = await run('import', file, '--rejects', path(name))
      expect([refused.code, refused.stdout]).toEqual([5, ''])
      expect(refused.stderr).toContain(name)
    }
    const other = path('other.db')
    await run('backup', other)
    expect((await run('import', file, '--rejects', other)).code).toBe(5)
    expect(readdirSync(folder).filter((name) => /-2|rejects\.csv$/.test(name))).toEqual(['with_rejects.csv'])
    expect((await run('count')).stdout.trim()).toBe('1')
  })

  test('is not there when nothing was rejected, in a dry run, or when the import failed', async () => {
    const { write, fixture, run, path } = place()
    await run('import', write('good.csv', 'Name\nAnna\n'), '--rejects', path('none.csv'))
    await run('import', fixture('with_rejects.csv'), '--dry-run', '--rejects', path('none.csv'))
    await run(
      'import',
      write('half.csv', 'Name,Phone\nAnna,call me\nBoris,"never closed\n'),
      '--rejects',
      path('none.csv'),
    )
    expect([existsSync(path('none.csv')), existsSync(path('none.csv.part'))]).toEqual([false, false])
  })

  test('that cannot be written stops the import before anything is taken in', async () => {
    const { fixture, run, path } = place()
    mkdirSync(path('folder'))
    for (const wanted of [path('folder'), path('nowhere/rejects.csv')]) {
      const { code, stderr } = await run('import', fixture('with_rejects.csv'), '--rejects', wanted)
      expect([code, stderr.includes(wanted)]).toEqual([1, true])
    }
    expect((await run('count')).stdout).toBe('0\n')
  })

  test('may be a device', async () => {
    const { fixture, run } = place()
    expect((await run('import', fixture('with_rejects.csv'), '--rejects', '/dev/null')).code).toBe(6)
    expect(readFileSync('/dev/null', 'utf8')).toBe('')
    writeFileSync('/dev/null', '')
  })

  test('of what came through a pipe stands where the command ran', async () => {
    const { runWith, path } = place()
    const { code } = await runWith(
      { stdin: 'Name,Phone\nAnna,call me\n' },
      'import',
      '-',
      '--rejects',
      path('piped.csv'),
    )
    expect([code, rowsIn(path('piped.csv')).length]).toEqual([6, 1])
  })
})

test('the base itself is no table', async () => {
  const { run, path } = place()
  await run('add', 'Anna')
  const before = bytesOf(path('clients.db'))
  expect((await run('import', path('clients.db'))).code).toBe(1)
  expect(bytesOf(path('clients.db'))).toBe(before)
})
