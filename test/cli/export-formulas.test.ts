import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Papa from 'papaparse'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { read as readBook } from 'xlsx'
import { type Ran, runIn } from '../world.js'

let folder: string

const DDE = "=cmd|'/c calc'!A0"
const HOSTILE = [DDE, `\n${DDE}`, `x\n${DDE}`, `Ґалаґан;${DDE}`, '＝HYPERLINK("http://example.com/?"&A1)', ' @SUM(1)']

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'clientele-formulas-'))
  await run('fields', 'add', 'own')
  for (const [index, text] of HOSTILE.entries()) {
    const flags = [
      '--note',
      text,
      '--city',
      text,
      '--tag',
      text.trim(),
      '--set',
      `own=${text}`,
      '--external-id',
      `=${index}|cmd!A0`,
    ]
    expect((await run('add', `Ёлкина ${'Анна'.repeat(index + 1)}`, ...flags)).code).toBe(0)
    expect((await run('order', 'add', String(index + 1), '10', text)).code).toBe(0)
    expect((await run('date', 'add', String(index + 1), 'today', 'birthday', '--who', text.trim())).code).toBe(0)
  }
})

afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

const run = (...argv: string[]): Promise<Ran> => runIn({ folder }, ...argv)

/** What would run, in whatever cell: behind the blanks and quotes that a program cuts off. */
const RUNS = /^[\s"]*[=@\uff1d\uff20]/

test.each([
  ['export --format csv', ','],
  ['export --format csv --delimiter ;', ';'],
  ['export --format csv --excel', ';'],
  ['export --format tsv', '\t'],
  ['export --client 1 --format csv', ','],
  ['list --format csv', ','],
  ['list --format csv --columns name,city,note,own,tags', ','],
  ['list --format tsv', '\t'],
  ['order list --format csv', ','],
  ['order list --format tsv', '\t'],
  ['greet --format csv', ','],
  ['greet --format tsv', '\t'],
  ['dedupe --clusters', ','],
  ['dedupe --clusters --format tsv', '\t'],
  ['history --format tsv', '\t'],
  ['history --exports --format tsv', '\t'],
])('no cell of “%s” runs in a spreadsheet', async (line, delimiter) => {
  await run('export', `note:"${DDE}"`, '--reason', DDE)
  const { code, stdout } = await run(...line.split(' '))
  expect(code).toBe(0)
  const cells = Papa.parse<string[]>(stdout, { delimiter }).data.flat()
  for (const cell of cells) expect(cell).not.toMatch(RUNS)
  expect(cells.length).toBeGreaterThan(2)
  // Parted at another separator, by a program that expects one, there is nothing that runs either.
  for (const part of stdout.split(/[;\t\r\n]/)) expect(part).not.toMatch(/^[\s]*[=@\uff1d][^;,]*(?:\(|!A)/)
})

test('a workbook holds texts, and no formula', async () => {
  const file = join(folder, 'all.xlsx')
  expect((await run('export', '-o', file)).code).toBe(0)
  const book = readBook(readFileSync(file), { cellFormula: true })
  const texts: string[] = []
  for (const sheet of Object.values(book.Sheets))
    for (const [place, cell] of Object.entries(sheet)) {
      if (place.startsWith('!')) continue
      expect(cell.f).toBeUndefined()
      if (typeof cell.v === 'string' && RUNS.test(cell.v)) {
        expect(cell.t).toBe('s')
        texts.push(cell.v)
      }
    }
  expect(texts).toContain(DDE)
})

test('an own file gives back what it was made of', async () => {
  const file = join(folder, 'all.csv')
  await run('export', '-o', file)
  const other = { folder, env: { CLIENTELE_DB: join(folder, 'other.db') } }
  expect(await runIn(other, 'import', file)).toMatchObject({ code: 0 })
  const fields = async (options: typeof other | { folder: string }): Promise<unknown[]> =>
    JSON.parse((await runIn(options, 'export', '--json')).stdout).map(
      ({ name, city, note, tags, custom, external_id, purchases }: Record<string, unknown>) => ({
        ...{ name, city, note, tags, custom, external_id },
        bought: (purchases as { what: string }[]).map(({ what }) => what),
      }),
    )
  expect(await fields(other)).toEqual(await fields({ folder }))
})
