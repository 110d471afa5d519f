import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type FakeOptions, type Ran, runIn } from '../world.js'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'clientele-one-'))
})

afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

const run = (...argv: string[]): Promise<Ran> => runIn({ folder }, ...argv)
const runWith = (options: Partial<FakeOptions>, ...argv: string[]): Promise<Ran> =>
  runIn({ folder, ...options }, ...argv)
const at = (name: string): string => join(folder, name)
const all = async (...lines: string[][]): Promise<void> => {
  for (const line of lines) expect({ line, code: (await run(...line)).code }).toEqual({ line, code: 0 })
}
const about = async (who: string): Promise<Record<string, unknown>> =>
  JSON.parse((await run('export', '--client', who)).stdout)

/** One person of whom everything is known that can be, among others who must not appear. */
async function base(): Promise<void> {
  await all(
    ['fields', 'add', 'собака', '--label', 'Собака'],
    ['add', 'Ґалаґан Олена', '--phone', '+380 67 000 00 03', '--note', 'чужа таємниця'],
    [
      ...[
        'add',
        'Ёлкина Анна',
        '--phone',
        'mobile:+7 916 000-00-01',
        '--email',
        'anna@example.com',
        '--telegram',
        '@anna',
      ],
      ...['--company', 'ООО «Ромашка»', '--position', 'бухгалтер', '--city', 'Київ', '--address', 'ул. Мира, 1'],
      ...['--birthday', '12.03.1980', '--source', 'ярмарка', '--referred-by', '1', '--tag', 'vip', '--owner', 'ольга'],
      ...['--note', 'любит чай 💡', '--set', 'собака=Боня', '--external-id', 'A-17'],
    ],
    ['log', '2', 'договорились', '--call', '--at', '2026-11-20 18:30', '--result', 'agreed'],
    ['next', '2', '2026-11-25', 'прислать счёт'],
    ['order', 'add', '2', '1250.50', 'торт', '--date', '2026-11-01'],
    ['expense', 'add', '2', '100', 'подарок'],
    ['warmth', '2', '--set', 'hot', '--until', '2027-01-01', '--reason', 'сама просила'],
    ['date', 'add', '2', '01.12', 'годовщина', '--who', 'муж Пётр'],
    ['edit', '2', '--city', 'Львів'],
    ['edit', '2', '--consent', 'email:no'],
    ['edit', 'city:Львів or name:Ґалаґан', '--all', '--tag', 'осень'],
  )
}

describe('everything about one person', () => {
  beforeEach(base)

  test('is there, under keys that a script can rely on', async () => {
    const found = await about('Ёлкина')
    expect(found).toMatchObject({
      id: 2,
      name: 'Ёлкина Анна',
      phones: [{ value: '+79160000001', label: 'mobile', typed: '+7 916 000-00-01' }],
      emails: [{ value: 'anna@example.com' }],
      handles: [{ kind: 'telegram', value: 'anna' }],
      company: 'ООО «Ромашка»',
      position: 'бухгалтер',
      city: 'Львів',
      address: 'ул. Мира, 1',
      birthday: '1980-03-12',
      source: 'ярмарка',
      owner: 'ольга',
      note: 'любит чай 💡',
      external_id: 'A-17',
      tags: ['vip', 'осень'],
      consents: [{ channel: 'email', answer: 'no' }],
      custom: { собака: 'Боня' },
      custom_fields: [{ key: 'собака', label: 'Собака', type: 'text', value: 'Боня' }],
      history: [{ text: 'договорились', result: 'agreed' }],
      promises: [{ text: 'прислать счёт', due: '2026-11-25' }],
      purchases: [{ what: 'торт', sum: '1250.50 RUB' }],
      expenses: [{ what: 'подарок', sum: '100.00 RUB' }],
      care: { warmth: 'hot', warmth_reason: 'сама просила' },
      dates: expect.arrayContaining([expect.objectContaining({ who: 'муж Пётр', occasion: 'годовщина' })]),
      relations: expect.arrayContaining([
        { name: 'ООО «Ромашка»', kind: 'company', role: null, relation: 'company' },
        { name: 'Ґалаґан Олена', kind: 'person', role: null, relation: 'referred_by' },
      ]),
      computed: expect.objectContaining({ orders: 1, contacts: 1, channels: { call: 1 } }),
      merged: [],
      judgements: [],
      attention: [],
      greetings: [],
      taken_out_since_added: { exports: 0, backups: 0, about_one_client: 0 },
    })
    const { stdout } = await run('export', '--client', '2')
    expect(stdout.startsWith('{\n  "id": 2,\n')).toBe(true)
    expect(stdout).not.toMatch(/[A-Z]":/)
    expect((await about('2')).taken_out_since_added).toEqual({ exports: 0, backups: 0, about_one_client: 2 })
  })

  test('tells what was changed and when, without what was typed for others', async () => {
    const operations = (await about('2')).operations as { command: string; changes: object[] }[]
    expect(operations.map(({ command }) => command.split(' ')[0])).toEqual(
      'add log next order expense warmth date edit edit edit'.split(' '),
    )
    expect(operations[1]?.command).toContain('договорились')
    // Who else was changed by it is nobody's business.
    expect(operations[9]?.command).toBe('edit')
    expect(operations[7]).toMatchObject({
      command: 'edit 2 --city Львів',
      state: 'done',
      changes: [{ table: 'client', action: 'update', before: { city: 'Київ' }, after: { city: 'Львів' } }],
    })
  })

  test('has nothing of anybody else', async () => {
    const { stdout } = await run('export', '--client', '2')
    for (const foreign of ['670000003', 'чужа', 'таємниця']) expect(stdout).not.toContain(foreign)
    // The name stands where the relation is told, and nowhere else.
    expect(stdout.match(/Ґалаґан/g)).toHaveLength(1)
  })

  test('an import of many is told of as far as it was theirs', async () => {
    writeFileSync(at('many.csv'), 'Имя,Телефон,Город\nПетров Пётр,+79160000051,Тула\nСидорова Яна,+79160000052,Тверь\n')
    expect((await run('import', at('many.csv'))).code).toBe(0)
    const found = await about('Сидорова')
    expect(found.operations).toMatchObject([
      {
        command: 'import',
        changes: expect.arrayContaining([
          { table: 'client', action: 'insert', rows: 1 },
          { table: 'contact_point', action: 'insert', rows: 1 },
        ]),
      },
    ])
    expect(JSON.stringify(found)).not.toMatch(/Петров|79160000051|Тула/)
  })

  test('of one who was two, both are told of', async () => {
    await all(
      ['add', 'Елкина А.', '--phone', '+7 916 000-00-77', '--external-id', 'B-2'],
      ['edit', 'ext:B-2', '--city', 'Одеса'],
      ['distinct', '1', '2'],
      ['merge', '2', 'ext:B-2'],
    )
    const found = await about('2')
    expect(found.merged).toMatchObject([{ name: 'Елкина А.', external_id: 'B-2' }])
    expect(found.judgements).toEqual([{ verdict: 'distinct', at: '2026-11-22T07:30:00Z' }])
    expect(JSON.stringify(found.operations)).toContain('Одеса')
    // The name that is no more leads to the same person.
    expect((await about('ext:B-2')).id).toBe(2)
  })

  test('an archived person is told it too', async () => {
    await all(['remove', '2'])
    expect(await about('2')).toMatchObject({ name: 'Ёлкина Анна', archived_at: '2026-11-22T07:30:00Z' })
  })

  test('a company is a client as well', async () => {
    expect(await about('Ромашка')).toMatchObject({
      kind: 'company',
      relations: [{ name: 'Ёлкина Анна', relation: 'person' }],
    })
  })
})

describe('the file for one person', () => {
  beforeEach(async () => {
    await all(['add', 'Ёлкина Анна', '--phone', '+7 916 000-00-01'], ['add', 'Ёлкина Ирина'])
  })

  test.each<[string[], number]>([
    [['--client', 'Ёлкина'], 4],
    [['--client', 'Nobody'], 3],
    [['--client', 'ext:Z'], 3],
    [['--client', ''], 3],
    [['--client', '1', 'tag:vip'], 2],
    [['--client', '1', '--form'], 2],
    [['--client', '1', '--anonymise'], 2],
    [['--client', '1', '--mailing'], 2],
    [['--client', '1', '--excel'], 2],
    [['--client', '1', '--format', 'xlsx'], 2],
    [['--client', '1', '--format', 'ics'], 2],
    [['--client', '1', '-o', 'one.tsv'], 2],
    [['--client', '+79160000001'], 0],
    [['--client', '1', '--json'], 0],
  ])('%j', async (flags, code) => {
    const ran = await run('export', ...flags)
    expect({ code: ran.code, silent: ran.stdout === '' }).toEqual({ code, silent: code !== 0 })
    expect(ran.stderr).not.toMatch(/\n\s+at /)
  })

  test.each([
    ['one.json', /^\{\n/],
    ['one.csv', /^id,kind,name,[^\n]*\n1,person,Ёлкина Анна,/],
    ['one.vcf', /^BEGIN:VCARD/],
    ['one', /^\{\n/],
  ])('%s', async (name, begins) => {
    const { code, stderr } = await run('export', '--client', '1', '-o', at(name))
    expect(code).toBe(0)
    expect(readFileSync(at(name), 'utf8')).toMatch(begins)
    expect(readFileSync(at(name), 'utf8')).not.toContain('Ирина')
    expect(statSync(at(name)).mode & 0o777).toBe(0o600)
    const isWhole = begins.source.includes('\\{')
    expect(stderr).toContain(`${isWhole ? 'Everything held about' : 'The card of'} Ёлкина Анна is in ${at(name)}.`)
    expect(stderr.includes('it is the card alone')).toBe(!isWhole)
    expect((await run('export', '--client', '1', '-o', at(name))).code).toBe(5)
    expect((await run('export', '--client', '2', '-o', at(name), '--force')).code).toBe(0)
  })

  test('a picker asks whose it is', async () => {
    const { code } = await runWith(
      { terminal: true, answers: ['Ирина'] },
      'export',
      '--client',
      'Ёлкина',
      '-o',
      at('a'),
    )
    expect(code).toBe(0)
    expect(JSON.parse(readFileSync(at('a'), 'utf8')).id).toBe(2)
    const dry = await run('export', '--client', '1', '-n', '-o', at('b'))
    expect({ code: dry.code, there: existsSync(at('b')) }).toEqual({ code: 0, there: false })
  })
})
