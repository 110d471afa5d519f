import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { place } from './import-world.js'

const whole = 'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ёлкина Анна\r\nTEL:+79160000001\r\nEND:VCARD\r\n'
const bare = 'VERSION:3.0\r\nFN:Слом\r\nTEL:+79160000555\r\n'

describe('a broken card', () => {
  test.each([
    ['a misspelt END', `BEGIN:VCARD\r\n${bare}END:VCAR\r\n${whole}`, /END:VCARD/],
    ['a missing END', `BEGIN:VCARD\r\n${bare}${whole}`, /END:VCARD/],
    ['the last one cut', `${whole}BEGIN:VCARD\r\n${bare}EN`, /END:VCARD/],
    ['a misspelt BEGIN', `${whole}BEGIN:VCRD\r\n${bare}END:VCARD\r\n`, /BEGIN:VCARD/],
  ])('%s: its lines are kept, closed, and come in', async (_, text, reason) => {
    const { write, take, names, run } = place()
    const { rejects, created, rejected } = await take(write('book.vcf', text))
    expect([created, rejected]).toEqual([1, 1])
    const kept = readFileSync(rejects ?? '', 'utf8')
    expect(kept).toMatch(/^BEGIN:VCARD\r\nVERSION:3\.0\r\nFN:Слом\r\nTEL:\+79160000555\r\n[\s\S]*END:VCARD\r\n$/)
    expect(kept.match(/^(BEGIN|END|EN)\b/gm)).toHaveLength(2)
    expect(/REASON:(.*)/.exec(kept)?.[1]).toMatch(reason)
    expect(await take(rejects ?? '')).toMatchObject({ created: 1, rejected: 0, new_fields: [] })
    expect(await names()).toEqual(['Ёлкина Анна', 'Слом'])
    expect((await run('show', 'Слом', '--json')).stdout).toMatch(/"note": null/)
  })

  test('cut inside a quoted-printable value does not swallow the lines behind it', async () => {
    const { write, take } = place()
    const text = `${whole}BEGIN:VCARD\r\nVERSION:2.1\r\nFN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=D0=AF=\r\n`
    const { rejects } = await take(write('book.vcf', text))
    const kept = readFileSync(rejects ?? '', 'utf8')
    expect(kept).toMatch(/=D0=AF\r\nX-CLIENTELE/)
    expect(await take(rejects ?? '')).toMatchObject({ created: 1, rejected: 0 })
  })
})

describe('a broken line of NDJSON', () => {
  const own = (name: string): string => JSON.stringify({ kind: 'person', status: 'lead', name, phones: [], emails: [] })

  test('among this program’s own records is rejected alone, and mended comes in', async () => {
    const { write, take, names } = place()
    const broken = `${own('Ґалаґан').slice(0, -1)}`
    const text = `${own('Anna')}\n${broken}\n${own('Boris')}\n`
    const { rejects, ...summary } = await take(write('a.ndjson', text))
    expect(summary).toMatchObject({ created: 2, rejected: 1, new_fields: [] })
    const kept = readFileSync(rejects ?? '', 'utf8')
    expect(JSON.parse(kept)).toMatchObject({ text: broken, line: 2 })
    const { reason, ...record } = JSON.parse(kept) as { text: string; reason: string }
    const mended = { ...record, text: `${record.text}}`, reason }
    expect(await take(write('b.ndjson', `${JSON.stringify(mended)}\n`))).toMatchObject({ created: 1, new_fields: [] })
    expect(await names()).toEqual(['Anna', 'Boris', 'Ґалаґан'])
  })

  test('among records of somebody else’s too', async () => {
    const { write, take } = place()
    const text = '{"name":"Anna","phone":"+79160000001"}\n{"name":"Bor\n{"name":"Clara","phone":"+79160000002"}\n'
    const { rejects, ...summary } = await take(write('a.ndjson', text))
    expect(summary).toMatchObject({ created: 2, rejected: 1 })
    expect(readFileSync(rejects ?? '', 'utf8')).toMatch(/name,phone,text,line,reason\r\n,,"\{""name"":""Bor",2,.+\r\n$/)
    expect(await take(rejects ?? '')).toMatchObject({ created: 0, rejected: 1 })
  })

  test('in a log is rejected too', async () => {
    const { write, run, path } = place()
    await run('add', 'Anna')
    const line = (what: string): string => `{"client":"Anna","date":"2026-01-0${what}","text":"x${what}"}`
    const file = write('log.ndjson', `${line('1')}\n{"client":\n${line('2')}\n`)
    const { code } = await run('import', file, '--as', 'contacts', '--rejects', path('bad.csv'))
    expect(code).toBe(6)
    expect(readFileSync(path('bad.csv'), 'utf8')).toContain('"{""client"":"')
  })
})

describe('what nobody should keep', () => {
  test.each([
    ['columns', 'a.csv', 'Name,логин/пароль,Загранпаспорт\nAnna,zzz1,zzz2\n', /логин\/пароль, Загранпаспорт/],
    ['bank cards', 'a.csv', 'Name,Номер карты\nAnna,4111 1111 1111 1111\n', /Номер карты/],
    ['keys inside', 'a.json', '[{"name":"Anna","user":{"login":"a","password":"zzz1"}}]', /user\.password/],
    ['keys in lists', 'a.json', '[{"name":"Anna","logins":[{"site":"a","keys":{"PIN":"zzz1"}}]}]', /logins\.keys\.PIN/],
    ['a property', 'a.vcf', 'BEGIN:VCARD\nVERSION:3.0\nFN:Anna\nX-PASSWORD:zzz1\nEND:VCARD\n', /PASSWORD/],
  ])('%s', async (_, name, text, said) => {
    const { write, run, base } = place()
    const { code, stderr, stdout } = await run('import', write(name, text))
    expect([code, stderr + stdout]).toEqual([0, expect.stringMatching(name.endsWith('vcf') ? /./ : said)])
    expect(JSON.stringify(await base())).not.toMatch(/zzz|4111/)
    expect(JSON.stringify(await base())).toContain('Anna')
  })
})

describe('rejected rows', () => {
  test('emptied, are blank', async () => {
    const { write, take } = place()
    const text = 'Name,Phone,line,reason\r\n,,2,bad\r\nAnna,,3,bad\r\n'
    expect(await take(write('a.csv', text))).toMatchObject({ rows: 1, created: 1, rejected: 0 })
  })

  test('of a log too', async () => {
    const { write, run } = place()
    await run('add', 'Anna')
    const file = write('log.csv', 'Client,Date,Text,line,reason\r\n,,,2,bad\r\nAnna,2026-01-01,x,3,bad\r\n')
    const { code, stdout } = await run('import', file, '--as', 'contacts', '--json')
    expect([code, JSON.parse(stdout)]).toMatchObject([0, { rows: 1, created: 1, rejected: 0 }])
  })

  test.each([
    [';', 'csv'],
    ['\t', 'tsv'],
  ])('are separated by %j as the file was', async (sign, ending) => {
    const { write, take, path } = place()
    const text = `Name,Phone,Note\nAnna,call me,"x;y"\nBoris,call,z\n`.replaceAll(',', sign)
    const { rejects } = await take(write(`a.${ending}`, text))
    expect(rejects).toBe(path(`a.rejects.${ending}`))
    const kept = readFileSync(rejects ?? '', 'utf8')
    expect(kept).toContain(['Name', 'Phone', 'Note', 'line', 'reason'].join(sign))
    expect((await take(rejects ?? '')).rejected).toBe(2)
    // Its own file may be written over, whatever separates it.
    expect((await take(path(`a.${ending}`), '--rejects', rejects ?? '')).rejects).toBe(rejects)
  })

  test('of the same file make one file, until it is mended', async () => {
    const { write, take, folder } = place()
    const file = write('a.csv', 'Name,Phone\nAnna,call me\n')
    const first = (await take(file)).rejects
    for (let time = 0; time < 3; time += 1) expect((await take(file)).rejects).toBe(first)
    write('a.rejects.csv', 'mended')
    const second = (await take(file)).rejects
    expect(second).toMatch(/a\.rejects-2\.csv$/)
    expect((await take(file)).rejects).toBe(second)
    expect(readdirSync(folder).filter((name) => name.includes('rejects'))).toHaveLength(2)
  })

  test('for which there is no folder: one clear sentence', async () => {
    const { write, run, path } = place()
    const { stderr, code } = await run(
      'import',
      write('a.csv', 'Name,Phone\nAnna,call me\n'),
      '--rejects',
      path('no/x.csv'),
    )
    expect([code, stderr.includes(path('no/x.csv'))]).toEqual([1, true])
    expect(stderr).not.toMatch(/ENOENT|\.part/)
  })
})

test('a text document is called one', async () => {
  const { write, run } = place()
  const { stderr } = await run('import', write('a.docx', 'PK\u0003\u0004[Content_Types].xml word/document.xml'))
  expect(stderr).toMatch(/text document/)
})
