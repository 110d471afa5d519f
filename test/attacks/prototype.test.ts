import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { utils, write } from 'xlsx'
import { freshFolder } from '../store/base.js'
import { type Ran, runIn } from '../world.js'

/*
 * The names that every object of the language has may stand wherever somebody may name something: nothing is lost by it, and no
 * other object is changed.
 */

const NAMES = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf', '__defineGetter__']

let folder: string
beforeEach(() => {
  folder = freshFolder()
})
afterEach(() => {
  expect(Object.keys(Object.prototype)).toEqual([])
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
  expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(PROPERTIES)
})
const PROPERTIES = Object.getOwnPropertyNames(Object.prototype).sort()

const run = async (...argv: string[]): Promise<Ran> => {
  const ran = await runIn({ folder }, ...argv, '--no-input')
  expect(/\n\s+at /.test(ran.stderr) ? ran.stderr : '', argv.join(' ')).toBe('')
  return ran
}
const ok = async (...argv: string[]): Promise<string> => {
  const { code, stdout, stderr } = await run(...argv)
  expect({ code, stderr: code === 0 ? '' : stderr }, argv.join(' ')).toEqual({ code: 0, stderr: '' })
  return stdout
}
const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}
interface Shown {
  id: number
  name: string
  note: string | null
  tags: string[]
  custom: Record<string, string>
  phones: { value: string; label: string | null }[]
}
const shown = async (id: number): Promise<Shown> => JSON.parse(await ok('show', String(id), '--json')) as Shown
/** Everything of a client in one text: nothing of it may be lost, wherever it went. */
const all = async (id: number): Promise<string> => JSON.stringify(await shown(id))

describe('fields of one’s own', () => {
  test.each(NAMES)('%s is made, filled, shown, asked for and exported', async (name) => {
    const key = (await import('../../src/domain/fields.js')).keyFrom(name)
    await ok('add', 'Anna', '--set', `${name}=Rex`)
    const client = await shown(1)
    expect(Object.hasOwn(client.custom, key)).toBe(true)
    expect(Object.entries(client.custom)).toEqual([[key, 'Rex']])
    expect((await ok('list', `${key}:rex`, '--format', 'ids')).trim()).toBe('1')
    expect(await ok('list', '--columns', `name,${key}`, '--format', 'csv')).toBe(`name,${key}\r\nAnna,Rex\r\n`)
    expect(JSON.parse(await ok('list', '--columns', key, '--json'))).toHaveLength(1)
    expect((await ok('list', '--sort', key, '--format', 'ids')).trim()).toBe('1')
    expect(await ok('fields')).toContain(key)
    const out = join(folder, 'all.csv')
    await ok('export', '-o', out)
    const back = await runIn({ folder: freshFolder() }, 'import', out, '--no-input', '--json')
    expect(back.code).toBe(0)
    await ok('undo')
  })
})

describe('columns of a file', () => {
  test.each(NAMES)('%s in the header of CSV', async (name) => {
    await ok('import', file('a.csv', `Name,${name},Note\nAnna,Rex,x\n`))
    expect(await all(1)).toContain('Rex')
  })

  test('all of them at once, in CSV, XLSX, HTML, JSON and LDIF', async () => {
    const values = NAMES.map((_, index) => `value${index}`)
    const rows = [
      ['Name', ...NAMES],
      ['Anna Ivanova', ...values],
    ]
    const record = `{"name":"Anna Ivanova",${NAMES.map((name, index) => `"${name}":"value${index}"`).join(',')}}`
    const book = { SheetNames: ['__proto__'], Sheets: Object.create(null) as Record<string, never> }
    const made = utils.book_new()
    utils.book_append_sheet(made, utils.aoa_to_sheet(rows), 'constructor')
    void book
    const files = [
      file('a.csv', rows.map((row) => row.join(';')).join('\r\n')),
      file('a.xlsx', write(made, { type: 'buffer', bookType: 'xlsx' }) as Buffer),
      file(
        'a.html',
        `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`,
      ),
      file('a.json', `[${record}]`),
      file('a.ndjson', `${record}\n${record.replaceAll('Anna', 'Olga')}\n`),
      file(
        'a.ldif',
        `dn: cn=x\ncn: Anna Ivanova\n${NAMES.filter((name) => !name.startsWith('_'))
          .map((name) => `${name}: value${NAMES.indexOf(name)}\n`)
          .join('')}`,
      ),
    ]
    for (const path of files) {
      const own = freshFolder()
      const ran = await runIn({ folder: own }, 'import', path, '--no-input', '--json')
      expect(ran.code, `${path}: ${ran.stderr}`).toBe(0)
      const client = await runIn({ folder: own }, 'show', '1', '--json')
      const wanted = path.endsWith('ldif') ? values.filter((_, index) => !NAMES[index]?.startsWith('_')) : values
      for (const value of wanted) expect(client.stdout, path).toContain(value)
    }
  })

  test.each(NAMES)('--map, --profile, --sheet and --encoding called %s', async (name) => {
    const path = file('a.csv', `Name,${name}\nAnna,Rex\n`)
    await ok('import', path, '--map', `${name}=note`, '--profile', name.replaceAll('_', 'x'))
    expect((await shown(1)).note).toContain('Rex')
    expect((await run('import', path, '--map', `Name=${name}`)).code).toBeLessThanOrEqual(6)
    expect((await run('import', path, '--profile', name)).code).toBeOneOf([0, 2])
    expect((await run('import', path, '--sheet', name)).code).toBeOneOf([0, 2, 3, 1])
    expect((await run('import', path, '--encoding', name)).code).toBe(2)
    expect((await run('import', path, '--as', name)).code).toBe(2)
    expect((await run('import', path, '--format', name)).code).toBe(2)
  })
})

describe('records', () => {
  test('keys within keys of JSON', async () => {
    const nested =
      '[{"name":"Anna","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":2}},"x":{"__proto__":{"polluted":3}},"list":[{"__proto__":{"polluted":4}}]}]'
    await ok('import', file('a.json', nested))
    const text = await all(1)
    for (const number of [1, 2, 3, 4]) expect(text).toContain(`polluted\\":${number}`)
  })

  test('this program’s own JSON', async () => {
    await ok(
      'add',
      'Anna',
      '--set',
      '__proto__=x',
      '--set',
      'toString=y',
      '--tag',
      '__proto__',
      '--phone',
      'constructor:+44 20 7946 0958',
    )
    const before = await shown(1)
    expect(before.tags).toEqual(['__proto__'])
    expect(before.phones[0]?.label).toBe('constructor')
    const out = join(folder, 'all.json')
    await ok('export', '--format', 'json', '-o', out)
    const other = freshFolder()
    expect((await runIn({ folder: other }, 'import', out, '--no-input')).code).toBe(0)
    const after = JSON.parse((await runIn({ folder: other }, 'show', '1', '--json')).stdout) as Shown
    expect({ tags: after.tags, custom: Object.entries(after.custom), phones: after.phones }).toEqual({
      tags: before.tags,
      custom: Object.entries(before.custom),
      phones: before.phones,
    })
  })

  test('records that look like its own and are not', async () => {
    const record =
      '{"name":"Anna","kind":"__proto__","status":"constructor","phones":[],"custom":{"__proto__":"x"},"dates":[{"occasion":"__proto__","date":"--03-12"}],"custom_fields":[{"key":"__proto__","type":"toString"}],"warmth":"__proto__"}'
    const { code } = await run('import', file('a.json', `[${record}]`))
    expect(code).toBeOneOf([0, 6])
    if (code === 0) expect(await all(1)).toContain('"x"')
  })

  test('cards', async () => {
    const lines = NAMES.map((name, index) => `X-${name.replaceAll('_', '-')}:value${index}`)
    const odd = NAMES.map((name) => `${name.replaceAll('_', '-')};${name}=${name};TYPE=${name}:z`)
    const card = [
      'BEGIN:VCARD',
      'VERSION:3.0',
      'FN:Anna',
      ...lines,
      ...odd,
      'item1.TEL;TYPE=constructor:+44 20 7946 0958',
      'item1.X-ABLabel:__proto__',
      'END:VCARD',
    ]
    expect((await run('import', file('a.vcf', `${card.join('\r\n')}\r\n`))).code).toBeOneOf([0, 6])
    expect((await shown(1)).phones).toHaveLength(1)
  })
})

describe('words of the command line', () => {
  test.each(NAMES)('%s', async (name) => {
    await ok('add', 'Anna', '--tag', name, '--city', name, '--channel', name, '--source', name, '--owner', name)
    expect((await ok('list', `tag:${name}`, `city:${name}`, '--format', 'ids')).trim()).toBe('1')
    await ok('segment', 'save', `s${name.replaceAll('_', 'x')}`, `tag:${name}`)
    await ok('order', 'add', '1', '10', name, '--stage', name)
    await ok('log', '1', name, '--channel', name, '--result', name)
    await ok('date', 'add', '1', '01.12', name, '--who', name)
    for (const argv of [
      ['show', '1'],
      ['why', '1'],
      ['today', '--ahead', '30'],
      ['warmth'],
      ['date', 'list'],
      ['order', 'list'],
      ['greet', '--ahead', '20', '--text'],
    ])
      await ok(...argv)
    for (const argv of [
      [name],
      ['help', name],
      ['list', `${name}:x`],
      ['list', `has:${name}`],
      ['list', '--columns', name],
      ['list', '--sort', name],
      ['list', '--format', name],
      ['list', `warmth:${name}`],
      ['list', '--lang', name],
      ['list', '--tz', name],
      ['add', 'X', '--kind', name],
      ['add', 'X', '--status', name],
      ['edit', '1', '--language', name],
      ['config', 'get', name],
      ['config', 'set', name, 'x'],
      ['config', 'set', 'rates', `${name}=5`],
      ['config', 'set', 'warmth.weights', `${name}=5`],
      ['fields', 'add', 'f', '--type', name],
      ['order', 'add', '1', '10', '--currency', name],
      ['next', '1', name],
      ['dedupe', '--lane', name],
      ['export', '--format', name],
      ['export', '--fields', name],
      ['completion', name],
      ['order', name],
    ]) {
      const { code, stderr } = await run(...argv)
      expect({ code, empty: stderr === '' }, argv.join(' ')).toEqual({ code: 2, empty: false })
    }
    for (const argv of [
      ['show', name],
      ['list', `@${name}`],
      ['greet', '--holiday', name],
      ['segment', 'show', name],
    ])
      expect((await run(...argv)).code, argv.join(' ')).toBeOneOf([2, 3])
  })

  test('settings', async () => {
    const { mkdirSync } = await import('node:fs')
    const at = join(folder, 'home', '.config', 'clientele')
    mkdirSync(at, { recursive: true })
    writeFileSync(
      join(at, 'config.json'),
      '{"__proto__":{"lang":"ru","polluted":"1"},"constructor":"x","toString":"y"}',
    )
    expect(await ok('config', 'get', 'lang')).toBe('en\n')
    await ok('config', 'set', 'lang', 'uk')
    expect(await ok('config', 'get', 'lang')).toBe('uk\n')
  })
})
