import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Papa from 'papaparse'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ContactRecord, PromiseRecord } from '../../src/domain/client.js'
import type { RowProblem } from '../../src/domain/draft.js'
import { sortKey } from '../../src/domain/fold.js'
import { type HistoryKind, planHistory } from '../../src/domain/history/columns.js'
import { splitName } from '../../src/domain/name-split.js'
import { DEFAULT_MODEL } from '../../src/domain/standing/model.js'
import type { Store } from '../../src/store/store.js'
import type { Deps } from '../../src/usecases/deps.js'
import { type HistoryOptions, type HistorySummary, importHistory } from '../../src/usecases/history-importing.js'
import { clientRow, entry, everything, freshFolder, opened } from '../store/base.js'
import { fakeWorld, ZONE } from '../world.js'

const zone = process.env.TZ
beforeAll(() => {
  process.env.TZ = ZONE
})
afterAll(() => {
  if (zone === undefined) delete process.env.TZ
  else process.env.TZ = zone
})

interface Reject {
  line: number
  problem: RowProblem
}

interface Base {
  store: Store
  file: string
  add(
    name: string,
    more?: {
      phone?: string
      email?: string
      telegram?: string
      external?: string
      company?: number
      kind?: 'company'
      archived?: boolean
    },
  ): Promise<number>
  run(
    kind: HistoryKind,
    table: string,
    options?: Partial<HistoryOptions> & { now?: string },
  ): Promise<HistorySummary & { rejects: Reject[] }>
  contacts(client: number): Promise<Omit<ContactRecord, 'id' | 'client_id'>[]>
  promises(client: number): Promise<Omit<PromiseRecord, 'id' | 'client_id'>[]>
}

/** A fresh base; its clock stands at a Sunday morning in Kyiv, 09:30. Tables are written `a|b`, a row a line. */
async function newBase(): Promise<Base> {
  const folder = freshFolder()
  const file = join(folder, 'clients.db')
  const store = await opened(file)
  const world = fakeWorld({ folder })
  const depsAt = (now: string): Deps => ({
    store,
    clock: { now: () => new Date(now), toLocal: world.toLocal, toInstant: world.toInstant, inZone: world.inZone },
    country: 'RU',
    model: DEFAULT_MODEL,
    command: 'import log.csv',
  })
  const card = async (id: number) => {
    const found = await store.clients.card(id)
    if (!found) throw new Error(`no client ${id}`)
    return found
  }
  return {
    store,
    file,
    async add(name, { phone, email, telegram, external, company, kind, archived } = {}) {
      const { result } = await store.write(entry(`add ${name}`), async (writing) => {
        const { family_name, given_name, patronymic } = splitName(name)
        const parts = kind === 'company' ? {} : { family_name, given_name, patronymic }
        const id = await writing.insert(
          'client',
          clientRow(name, {
            ...parts,
            sort_key: sortKey(name),
            ...(kind ? { kind } : {}),
            external_id: external ?? null,
            archived_at: archived ? '2026-01-01T00:00:00Z' : null,
          }),
        )
        for (const [point, value] of [
          ['phone', phone],
          ['email', email],
          ['telegram', telegram],
        ] as const)
          if (value !== undefined)
            await writing.insert('contact_point', { client_id: id, kind: point, label: null, typed: value, value })
        if (company !== undefined) await writing.insert('relation', { client_id: id, company_id: company, role: null })
        return id
      })
      return result
    },
    async run(kind, table, { now = '2026-11-22T07:30:00Z', ...options } = {}) {
      const delimiter = table.includes('|') ? '|' : (/[;,]/.exec(table)?.[0] ?? '|')
      const [header = [], ...rows] = Papa.parse<string[]>(table.trim(), { delimiter }).data
      const rejects: Reject[] = []
      async function* portions() {
        yield rows.map((cells, index) => ({ line: index + 2, cells }))
      }
      const summary = await importHistory(depsAt(now), kind, portions(), planHistory(kind, header, new Map()), {
        dryRun: false,
        createClients: false,
        dateOrder: null,
        source: null,
        onProgress: () => {},
        onReject: ({ line, problem }) => rejects.push({ line, problem }),
        ...options,
      })
      return { ...summary, rejects }
    },
    contacts: async (client) => (await card(client)).history.map(({ id, client_id, ...rest }) => rest),
    promises: async (client) => (await card(client)).promises.map(({ id, client_id, ...rest }) => rest),
  }
}

const fixture = (name: string): string => readFileSync(join('fixtures/import', name), 'utf8')

const problems = (summary: { rejects: Reject[] }): RowProblem[] => summary.rejects.map(({ problem }) => problem)

describe('contacts', () => {
  test('a row becomes a contact with all it says', async () => {
    const base = await newBase()
    const anna = await base.add('Ёлкина Анна', { phone: '+79160000001' })
    const summary = await base.run(
      'contacts',
      `Дата|Время|Телефон|Тип|Направление|Итог|Цель|Длительность|Стоимость звонка|Комментарий|Погода
       12.03.2026|10:15|8 (916) 000-00-01|звонок|входящий|договорились|смета|0:05|150,50|Обсудили 🙂|дождь`.replace(
        /\n\s+/g,
        '\n',
      ),
    )
    expect(summary).toMatchObject({ rows: 1, created: 1, updated: 0, unchanged: 0, rejected: 0, clients_created: 0 })
    expect(await base.contacts(anna)).toEqual([
      {
        at: '2026-03-12T08:15:00Z',
        channel: 'call',
        direction: 'in',
        result: 'договорились',
        purpose: 'смета',
        minutes: 5,
        cost: '150.50',
        text: 'Обсудили 🙂\nПогода: дождь',
      },
    ])
  })

  test.each([
    ['12.03.2026 10:15', '2026-03-12T08:15:00Z'],
    ['2026-03-12', '2026-03-12T10:00:00Z'],
    ['2026-07-12', '2026-07-12T09:00:00Z'],
    ['2026-03-12 00:00:00', '2026-03-12T10:00:00Z'],
    ['2026-03-12T10:15:42Z', '2026-03-12T10:15:42Z'],
    ['2026-03-12T10:15:00+03:00', '2026-03-12T07:15:00Z'],
    ['29.02.2024', '2024-02-29T10:00:00Z'],
    ['22.11.2026', '2026-11-21T22:00:00Z'],
  ])('%s is %s', async (date, at) => {
    const base = await newBase()
    const anna = await base.add('Ёлкина Анна')
    await base.run('contacts', `Дата|Клиент\n${date}|Ёлкина Анна`)
    expect((await base.contacts(anna)).map((each) => each.at)).toEqual([at])
  })

  test.each<[string, string, RowProblem]>([
    ['no date', '|Ёлкина Анна', { code: 'no-date' }],
    ['no client', '12.03.2026|', { code: 'no-client' }],
    ['a word', 'вчера|Ёлкина Анна', { code: 'bad-date', value: 'вчера', column: 'Дата' }],
    ['no year', '12.03|Ёлкина Анна', { code: 'bad-date', value: '12.03', column: 'Дата' }],
    ['29 February', '29.02.2023|Ёлкина Анна', { code: 'impossible-date', value: '29.02.2023', column: 'Дата' }],
    ['two readings', '03/04/2026|Ёлкина Анна', { code: 'ambiguous-date', value: '03/04/2026', column: 'Дата' }],
    ['the future', '23.11.2026|Ёлкина Анна', { code: 'future-date', value: '23.11.2026', column: 'Дата' }],
    [
      'a later hour',
      '22.11.2026 09:31|Ёлкина Анна',
      { code: 'future-date', value: '22.11.2026 09:31', column: 'Дата' },
    ],
    ['nobody', '12.03.2026|Ёлкин Антон', { code: 'unknown-client', who: 'Ёлкин Антон', nearest: ['Ёлкина Анна'] }],
  ])('rejects %s', async (_, row, problem) => {
    const base = await newBase()
    await base.add('Ёлкина Анна')
    const before = await everything(base.file)
    const summary = await base.run('contacts', `Дата|Клиент\n${row}`)
    expect(summary).toMatchObject({ rows: 1, created: 0, rejected: 1, operation: null })
    expect(summary.rejects).toEqual([{ line: 2, problem }])
    expect(await everything(base.file)).toEqual(before)
  })

  test('the order of the file decides dates with slashes', async () => {
    const base = await newBase()
    const anna = await base.add('Anna Vane')
    await base.run('contacts', 'Date|Client\n03/04/2026|Anna Vane', { dateOrder: 'mdy' })
    expect((await base.contacts(anna))[0]?.at).toBe('2026-03-04T10:00:00Z')
  })

  test('rows without anything are no rows, and rejects keep their order', async () => {
    const base = await newBase()
    await base.add('Ёлкина Анна')
    const summary = await base.run(
      'contacts',
      'Дата|Клиент\n|\nx|Ёлкина Анна\n12.03.2026|Никто\n12.03.2026|Ёлкина Анна\n|Ёлкина Анна',
    )
    expect(summary).toMatchObject({ rows: 4, created: 1, rejected: 3 })
    expect(summary.rejects.map(({ line }) => line)).toEqual([3, 4, 6])
  })
})

describe('whose the row is', () => {
  test.each([
    ['phone in any form', 'Телефон', '8-916-000-00-01'],
    ['second phone of a cell', 'Телефон', '+7 916 000-00-77; +7 916 000 00 01'],
    ['phone in the client column', 'Клиент', '+7 (916) 000-00-01'],
    ['e-mail', 'E-mail', 'Anna@Example.com'],
    ['handle', 'Telegram', 'https://t.me/Anna_E'],
    ['handle in the client column', 'Клиент', '@anna_e'],
    ['external id', 'Код клиента', 'A-17'],
    ['ext:', 'Клиент', 'ext:A-17'],
    ['whole name', 'Клиент', 'Ёлкина Анна Сергеевна'],
    ['words in another order', 'Клиент', 'анна елкина'],
    ['Latin spelling', 'Клиент', 'Elkina Anna'],
    ['initials', 'Клиент', 'Ёлкина А.С.'],
    ['one word that only they have', 'Клиент', 'Ёлкина'],
  ])('is told by %s', async (_, header, cell) => {
    const base = await newBase()
    await base.add('Елкин Антон', { phone: '+79160000002' })
    const anna = await base.add('Ёлкина Анна Сергеевна', {
      phone: '+79160000001',
      email: 'anna@example.com',
      telegram: 'anna_e',
      external: 'A-17',
    })
    expect(await base.run('contacts', `Дата|${header}\n12.03.2026|${cell}`)).toMatchObject({ created: 1, rejects: [] })
    expect(await base.contacts(anna)).toHaveLength(1)
  })

  test.each([
    ['Ґалаґан Ірина', 'Galagan Iryna'],
    ["O'Brien-Ñandú Nina", 'nina o’brien-nandu'],
    ['Щукин Пётр', 'Shchukin Petr'],
  ])('%s is found as %s', async (name, written) => {
    const base = await newBase()
    const id = await base.add(name)
    expect(await base.run('contacts', `Date|Client\n2026-03-12|${written}`)).toMatchObject({ created: 1, rejects: [] })
    expect(await base.contacts(id)).toHaveLength(1)
  })

  test('name parts in columns of their own', async () => {
    const base = await newBase()
    const id = await base.add('Ёлкина Анна')
    await base.run('contacts', 'Дата|Имя|Фамилия\n12.03.2026|Анна|Ёлкина')
    expect(await base.contacts(id)).toHaveLength(1)
  })

  test('a longer word is not a name that begins with it', async () => {
    const base = await newBase()
    await base.add('Иванов Пётр')
    expect(problems(await base.run('contacts', 'Дата|Клиент\n12.03.2026|Иван'))).toEqual([
      { code: 'unknown-client', who: 'Иван', nearest: ['Иванов Пётр'] },
    ])
  })

  test('namesakes are told apart by their company, else nobody is chosen', async () => {
    const base = await newBase()
    const firm = await base.add('ООО «Ромашка»', { kind: 'company' })
    const first = await base.add('Ёлкина Анна', { company: firm })
    const second = await base.add('Ёлкина Анна')
    const summary = await base.run(
      'contacts',
      'Дата|Клиент|Компания\n12.03.2026|Ёлкина Анна|Ромашка\n13.03.2026|Ёлкина Анна|\n14.03.2026|Ёлкина Анна|Лютик',
    )
    const candidates = [`Ёлкина Анна (${first})`, `Ёлкина Анна (${second})`]
    expect(summary.rejects).toEqual([
      { line: 3, problem: { code: 'several-clients', who: 'Ёлкина Анна', candidates } },
      { line: 4, problem: { code: 'several-clients', who: 'Ёлкина Анна', candidates } },
    ])
    expect(await base.contacts(first)).toHaveLength(1)
    expect(await base.contacts(second)).toEqual([])
  })

  test('of several on one phone it is the one whose name fits', async () => {
    const base = await newBase()
    const mother = await base.add('Ёлкина Мария', { phone: '+79160000001' })
    const daughter = await base.add('Ёлкина Анна', { phone: '+79160000001' })
    const summary = await base.run(
      'contacts',
      'Дата|Клиент|Телефон\n12.03.2026|Анна|89160000001\n13.03.2026||89160000001\n14.03.2026|Ольга|89160000001',
    )
    const candidates = [`Ёлкина Мария (${mother})`, `Ёлкина Анна (${daughter})`]
    expect(problems(summary)).toEqual([
      { code: 'several-clients', who: '89160000001', candidates },
      { code: 'several-clients', who: 'Ольга', candidates },
    ])
    expect(await base.contacts(daughter)).toHaveLength(1)
  })

  test('the log of a phone: by the number, in seconds', async () => {
    const base = await newBase()
    const first = await base.add('Иванов Олег', { phone: '+79160000001' })
    const second = await base.add('Ёлкина Анна', { phone: '+79160000002' })
    const summary = await base.run(
      'contacts',
      `"Number","Name","Date","Duration","Type"
"+79160000001","Иванов","2026-11-20 14:30:22","205","OUTGOING"
"+79160000002","","2026-11-20T15:30:22Z","0","MISSED"
"+79160000002","","2026-11-20T16:30:22Z","59","INCOMING"`,
    )
    expect(summary).toMatchObject({ created: 3, rejected: 0 })
    const shown = async (id: number) =>
      (await base.contacts(id)).map(({ channel, direction, result, minutes, text }) => [
        channel,
        direction,
        result,
        minutes,
        text,
      ])
    expect(await shown(first)).toEqual([['call', 'out', null, 3, null]])
    expect((await shown(second)).toSorted()).toEqual(
      [
        ['call', 'in', 'no-answer', 0, null],
        ['call', 'in', null, 1, null],
      ].toSorted(),
    )
  })

  test('one who alone has the phone is meant whatever they are called', async () => {
    const base = await newBase()
    const anna = await base.add('Ёлкина Анна', { phone: '+79160000001' })
    await base.run('contacts', 'Дата|Клиент|Телефон\n12.03.2026|Аня маникюр|89160000001')
    expect(await base.contacts(anna)).toHaveLength(1)
  })

  test('beside a phone that nobody has a first name is not enough', async () => {
    const base = await newBase()
    const anna = await base.add('Анна', { phone: '+79160000001' })
    const petr = await base.add('Щукин Пётр')
    const summary = await base.run(
      'contacts',
      'Дата|Клиент|Телефон\n12.03.2026|Анна|89160000077\n12.03.2026|Пётр Щукин|89160000078\n13.03.2026|Анна|',
    )
    expect(problems(summary)).toEqual([{ code: 'unknown-client', who: 'Анна', nearest: ['Анна'] }])
    expect(await base.contacts(petr)).toHaveLength(1)
    expect(await base.contacts(anna)).toHaveLength(1)
  })

  test('an outside id of somebody with another name is nobody', async () => {
    const base = await newBase()
    const boris = await base.add('Boris Vane', { external: '12' })
    expect(problems(await base.run('contacts', 'Date|Client|Client ID\n2026-03-12|Ёлкина Анна|12'))).toEqual([
      { code: 'external-conflict', id: boris, name: 'Boris Vane' },
    ])
  })

  test('a company by its name without the legal form', async () => {
    const base = await newBase()
    const firm = await base.add('Шоколад', { kind: 'company' })
    await base.add('Шоколадов Иван')
    await base.run('contacts', 'Дата|Компания\n12.03.2026|ООО "Шоколад"')
    await base.run('contacts', 'Дата|Клиент\n13.03.2026|шоколад')
    expect(await base.contacts(firm)).toHaveLength(2)
  })

  test('the living one goes before the archived one, who is found when alone', async () => {
    const base = await newBase()
    const gone = await base.add('Ёлкина Анна', { phone: '+79160000001', archived: true })
    const here = await base.add('Щукин Пётр', { phone: '+79160000001' })
    const alone = await base.add('Ґалаґан Ірина', { phone: '+79160000002', archived: true })
    await base.run('contacts', 'Дата|Телефон\n12.03.2026|89160000001\n12.03.2026|89160000002')
    expect(
      [await base.contacts(gone), await base.contacts(here), await base.contacts(alone)].map((each) => each.length),
    ).toEqual([0, 1, 1])
  })

  test.each<[string, string, RowProblem]>([
    ['Телефон', 'нет связи', { code: 'bad-phone', value: 'нет связи', column: 'Телефон' }],
    ['Телефон', '7,916E+10', { code: 'lost-digits', value: '7,916E+10', column: 'Телефон' }],
    ['E-mail', 'anna', { code: 'bad-email', value: 'anna', column: 'E-mail' }],
    ['Телефон', '89160000099', { code: 'unknown-client', who: '89160000099', nearest: [] }],
  ])('%s “%s” alone tells nobody', async (header, cell, problem) => {
    const base = await newBase()
    expect(problems(await base.run('contacts', `Дата|${header}\n12.03.2026|${cell}`))).toEqual([problem])
  })
})

describe('again', () => {
  const LOG = `Дата|Клиент|Тип|Комментарий|Следующий звонок
12.03.2026 10:15|Ёлкина Анна|исходящий|смета|20.12.2026
12.03.2026 10:15|Ёлкина Анна|исходящий|смета|20.12.2026
12.03.2026 10:15|Ёлкина Анна|входящий|смета|
12.03.2026|Ёлкина Анна|исходящий||
22.11.2026|Ёлкина Анна|исходящий||`

  test('the same file brings nothing, nor do equal rows of one file', async () => {
    const base = await newBase()
    await base.add('Ёлкина Анна')
    expect(await base.run('contacts', LOG)).toMatchObject({ created: 4, unchanged: 1, promises_created: 1 })
    const after = await everything(base.file)
    expect(await base.run('contacts', LOG)).toMatchObject({ created: 0, unchanged: 5, operation: null })
    // A day without a time was written before its noon; in the afternoon, and on other days, it is the same contact.
    expect(await base.run('contacts', LOG, { now: '2026-11-22T15:00:00Z' })).toMatchObject({ created: 0, unchanged: 5 })
    expect(await base.run('contacts', LOG, { now: '2027-01-10T15:00:00Z' })).toMatchObject({ created: 0, unchanged: 5 })
    expect(await everything(base.file)).toEqual(after)
  })

  test('equal rows in different portions are one too', async () => {
    const base = await newBase()
    const anna = await base.add('Ёлкина Анна')
    const rows = Array.from({ length: 4500 }, (_, index) => `12.03.2026 10:${10 + (index % 50)}|Ёлкина Анна`)
    expect(await base.run('contacts', `Дата|Клиент\n${rows.join('\n')}`)).toMatchObject({
      created: 50,
      unchanged: 4450,
    })
    expect(await base.contacts(anna)).toHaveLength(50)
  })

  test('promises', async () => {
    const base = await newBase()
    await base.add('Ґалаґан Ірина')
    const log =
      'Термін|Клієнт|Завдання\n01.12.2026|Ґалаґан Ірина|рахунок\n01.12.2026|Ґалаґан Ірина|рахунок\n01.12.2026|Ґалаґан Ірина|лист'
    expect(await base.run('promises', log)).toMatchObject({ created: 2, unchanged: 1, promises_created: 2 })
    expect(await base.run('promises', log)).toMatchObject({ created: 0, unchanged: 3, operation: null })
  })
})

describe('taking back', () => {
  const LOG = `Дата|Клиент|Телефон|Компания|Комментарий|Следующий звонок
12.03.2026 10:15|Ёлкина Анна||||20.03.2026
13.03.2026 10:15|Нова Ніна|+380 67 000 00 03|ТОВ «Ромашка»|Познакомились|20.12.2026`

  test('undo takes out all that an import brought', async () => {
    const base = await newBase()
    await base.add('Ёлкина Анна')
    const before = await everything(base.file)
    const { operation, ...summary } = await base.run('contacts', LOG, { createClients: true })
    expect(summary).toMatchObject({ created: 2, clients_created: 2, promises_created: 2, rejected: 0 })
    expect(await everything(base.file)).not.toEqual(before)
    const undone = await base.store.undo(operation, entry('undo'))
    expect(undone).toHaveProperty('done')
    expect(await everything(base.file)).toEqual(before)
  })

  test('a dry run counts the same and writes nothing', async () => {
    const base = await newBase()
    await base.add('Ёлкина Анна')
    const before = await everything(base.file)
    const dry = await base.run('contacts', LOG, { createClients: true, dryRun: true })
    expect(await everything(base.file)).toEqual(before)
    const real = await base.run('contacts', LOG, { createClients: true })
    expect({ ...dry, operation: 0 }).toEqual({ ...real, operation: 0 })
    expect(dry.operation).toBeNull()
  })

  test('what ends the import early leaves the base as it was', async () => {
    const base = await newBase()
    await base.add('Ёлкина Анна')
    const before = await everything(base.file)
    const stop = new Error('Ctrl-C')
    const rows = Array.from(
      { length: 9000 },
      (_, index) => `${1 + (index % 28)}.03.2026 ${10 + (index % 12)}:15|Ёлкина Анна|${index}`,
    )
    const running = base.run('contacts', `Дата|Клиент|Комментарий\n${rows.join('\n')}`, {
      onProgress: (done) => {
        if (done >= 4000) throw stop
      },
    })
    await expect(running).rejects.toBe(stop)
    expect(await everything(base.file)).toEqual(before)
  })
})

describe('clients that are made', () => {
  test('one lead a person, with what the row says', async () => {
    const base = await newBase()
    const summary = await base.run(
      'contacts',
      `Дата|Клиент|Телефон|E-mail|Компания
12.03.2026|Нова Ніна|+380 67 000 00 03|nina@example.com|ТОВ «Ромашка»
13.03.2026|Ніна|+380 67 000 00 03||
14.03.2026|Нова Ніна|||
15.03.2026|Нова Ніна|+380 67 000 00 04||
16.03.2026||+380 67 000 00 05||
17.03.2026||||Ромашка
18.03.2026|ООО "Лютик"|||`,
      { createClients: true, source: 'телефонія' },
    )
    expect(summary).toMatchObject({ rows: 7, created: 7, rejected: 0, clients_created: 5 })
    const list = await base.store.clients.records([1, 2, 3, 4, 5])
    expect(
      list.map(({ kind, name, company, phones, emails, status, source, contacts }) => ({
        kind,
        name,
        company,
        phones: phones.map(({ value }) => value),
        emails: emails.map(({ value }) => value),
        status,
        source,
        contacts,
      })),
    ).toEqual([
      {
        kind: 'person',
        name: 'Нова Ніна',
        company: 'ТОВ «Ромашка»',
        phones: ['+380670000003'],
        emails: ['nina@example.com'],
        status: 'lead',
        source: 'телефонія',
        contacts: 3,
      },
      {
        kind: 'company',
        name: 'ТОВ «Ромашка»',
        company: null,
        phones: [],
        emails: [],
        status: 'lead',
        source: 'телефонія',
        contacts: 1,
      },
      {
        kind: 'person',
        name: 'Нова Ніна',
        company: null,
        phones: ['+380670000004'],
        emails: [],
        status: 'lead',
        source: 'телефонія',
        contacts: 1,
      },
      {
        kind: 'person',
        name: '+380 67 000-00-05',
        company: null,
        phones: ['+380670000005'],
        emails: [],
        status: 'lead',
        source: 'телефонія',
        contacts: 1,
      },
      {
        kind: 'company',
        name: 'ООО "Лютик"',
        company: null,
        phones: [],
        emails: [],
        status: 'lead',
        source: 'телефонія',
        contacts: 1,
      },
    ])
  })

  test('the same in two portions, and again', async () => {
    const base = await newBase()
    const rows = Array.from({ length: 5000 }, (_, index) => {
      const person = index % 40
      return `12.03.2026 10:15|Нова Ніна ${person}|+38067000${String(1000 + person)}|${index}`
    })
    const log = `Дата|Клиент|Телефон|Комментарий\n${rows.join('\n')}`
    expect(await base.run('contacts', log, { createClients: true })).toMatchObject({
      created: 5000,
      clients_created: 40,
    })
    expect(await base.run('contacts', log, { createClients: true })).toMatchObject({
      created: 0,
      unchanged: 5000,
      clients_created: 0,
      operation: null,
    })
  })

  test('the one who has no phone yet is known by the name, the one with another phone is another', async () => {
    const base = await newBase()
    const silent = await base.add('Щукин Пётр')
    const other = await base.add('Ёлкина Анна', { phone: '+79160000001' })
    const summary = await base.run(
      'contacts',
      'Дата|Клиент|Телефон\n12.03.2026|Щукин Пётр|89160000070\n12.03.2026|Ёлкина Анна|89160000071',
      { createClients: true },
    )
    expect(summary).toMatchObject({ created: 2, clients_created: 1 })
    expect(await base.contacts(silent)).toHaveLength(1)
    expect(await base.contacts(other)).toEqual([])
  })

  test('a name that fits several is nobody new', async () => {
    const base = await newBase()
    const petr = await base.add('Сидоров Пётр')
    const pavel = await base.add('Сидоров Павел')
    const log = 'Дата|Клиент\n12.03.2026|Сидоров\n12.03.2026|Ґалаґан\n13.03.2026|Сидоров'
    const summary = await base.run('contacts', log, { createClients: true })
    const candidates = [`Сидоров Павел (${pavel})`, `Сидоров Пётр (${petr})`]
    expect(summary).toMatchObject({ created: 1, rejected: 2, clients_created: 1 })
    expect(
      problems(summary).map((each) => ({
        ...each,
        ...('candidates' in each && { candidates: each.candidates.toSorted() }),
      })),
    ).toEqual([
      { code: 'several-clients', who: 'Сидоров', candidates },
      { code: 'several-clients', who: 'Сидоров', candidates },
    ])
  })

  test('what says nothing of a name stays rejected', async () => {
    const base = await newBase()
    const summary = await base.run('contacts', 'Дата|Телефон|Код клиента\n12.03.2026|нет связи|\n12.03.2026||A-1', {
      createClients: true,
    })
    expect(problems(summary)).toEqual([
      { code: 'bad-phone', value: 'нет связи', column: 'Телефон' },
      { code: 'unknown-client', who: 'ext:A-1', nearest: [] },
    ])
  })
})

describe('promises', () => {
  test('beside a contact: kept when a contact came later, open when it lies ahead, overdue otherwise', async () => {
    const base = await newBase()
    const anna = await base.add('Ёлкина Анна')
    await base.run(
      'contacts',
      `Дата|Клиент|Следующий звонок|Что сделать
12.03.2026 10:15|Ёлкина Анна|20.03.2026|
20.03.2026 11:00|Ёлкина Анна|01.06.2026 15:30|отправить смету
21.03.2026 11:00|Ёлкина Анна|01.12.2026|перезвонить
22.03.2026 11:00|Ёлкина Анна|потом|`,
    )
    expect(
      (await base.promises(anna)).map(({ kind, due, time, text, state, closed_at }) => ({
        kind,
        due,
        time,
        text,
        state,
        closed_at,
      })),
    ).toEqual([
      { kind: 'call', due: '2026-03-20', time: null, text: null, state: 'done', closed_at: '2026-03-20T09:00:00Z' },
      { kind: 'task', due: '2026-06-01', time: '15:30', text: 'отправить смету', state: 'open', closed_at: null },
      { kind: 'call', due: '2026-12-01', time: null, text: 'перезвонить', state: 'open', closed_at: null },
    ])
    expect((await base.contacts(anna))[0]?.text).toBe('Следующий звонок: потом')
  })

  test('a next contact on a day that does not exist rejects the row', async () => {
    const base = await newBase()
    await base.add('Ёлкина Анна')
    expect(problems(await base.run('contacts', 'Дата|Клиент|Перезвонить\n12.03.2026|Ёлкина Анна|31.04.2027'))).toEqual([
      { code: 'impossible-date', value: '31.04.2027', column: 'Перезвонить' },
    ])
  })

  test('a log of promises', async () => {
    const base = await newBase()
    const iryna = await base.add('Ґалаґан Ірина', { email: 'iryna@example.com' })
    const summary = await base.run('promises', fixture('promises_uk.csv'))
    expect(summary).toMatchObject({ rows: 3, created: 2, rejected: 1 })
    expect(problems(summary)).toEqual([{ code: 'impossible-date', value: '30.02.2026', column: 'Термін' }])
    expect(await base.promises(iryna)).toEqual([
      {
        kind: 'task',
        due: '2026-01-15',
        time: null,
        text: 'надіслати рахунок',
        state: 'done',
        snoozed_until: null,
        created_at: '2026-11-22T07:30:00Z',
        closed_at: '2026-01-15T10:00:00Z',
        why: null,
      },
      {
        kind: 'call',
        due: '2026-12-01',
        time: '10:00',
        text: 'передзвонити щодо договору',
        state: 'open',
        snoozed_until: null,
        created_at: '2026-11-22T07:30:00Z',
        closed_at: null,
        why: null,
      },
    ])
  })

  test.each<[string, object]>([
    ['Встреча|', { kind: 'task', text: 'Вид: Встреча', state: 'open' }],
    ['Поздравить|да', { kind: 'greet', text: null, state: 'done' }],
    ['|отменено', { kind: 'call', text: null, state: 'skipped' }],
    ['|20.02.2026', { kind: 'call', state: 'done', closed_at: '2026-02-20T10:00:00Z' }],
  ])('%s', async (cells, expected) => {
    const base = await newBase()
    const anna = await base.add('Ёлкина Анна')
    await base.run('promises', `Срок|Клиент|Вид|Выполнено\n12.03.2026|Ёлкина Анна|${cells}`)
    expect(await base.promises(anna)).toMatchObject([expected])
  })

  test('a state that nobody knows rejects the row', async () => {
    const base = await newBase()
    await base.add('Ёлкина Анна')
    expect(problems(await base.run('promises', 'Срок|Клиент|Выполнено\n12.03.2026|Ёлкина Анна|наверное'))).toEqual([
      { code: 'bad-value', value: 'наверное', column: 'Выполнено', expected: 'yes-no' },
    ])
  })
})

describe('known logs', () => {
  test('a Russian log of calls', async () => {
    const base = await newBase()
    const anna = await base.add('Ёлкина Анна', { phone: '+79160000001' })
    const iryna = await base.add('Ґалаґан Ірина')
    const summary = await base.run('contacts', fixture('contacts_ru.csv'))
    expect(summary).toMatchObject({ rows: 4, created: 3, rejected: 1, promises_created: 1 })
    expect(await base.contacts(anna)).toMatchObject([
      { at: '2026-03-20T09:00:00Z', minutes: 1 },
      {
        at: '2026-03-12T08:15:00Z',
        direction: 'out',
        minutes: 3,
        result: 'договорились',
        text: 'Обсудили смету\nМенеджер: Оля',
      },
    ])
    expect(await base.promises(anna)).toMatchObject([{ due: '2026-03-20', text: 'перезвонить о смете', state: 'done' }])
    expect(await base.contacts(iryna)).toMatchObject([
      { at: '2024-02-29T10:00:00Z', direction: 'in', text: 'Поздоровалась 🙂' },
    ])
  })

  test('notes of HubSpot, whose people stand with their numbers', async () => {
    const base = await newBase()
    const nina = await base.add("Nina O'Brien-Ñandú", { external: '101' })
    const boris = await base.add('Boris Vane')
    expect(await base.run('contacts', fixture('contacts_hubspot.csv'))).toMatchObject({ created: 2, rejects: [] })
    expect(await base.contacts(nina)).toMatchObject([
      { channel: 'note', text: 'Sent the brochure, she will call back' },
    ])
    expect(await base.contacts(boris)).toHaveLength(1)
  })

  test('activities of Pipedrive: what is done is a contact, what is not is a promise', async () => {
    const base = await newBase()
    const boris = await base.add('Boris Vane', { email: 'boris@example.com' })
    expect(await base.run('contacts', fixture('contacts_pipedrive.csv'))).toMatchObject({
      created: 2,
      promises_created: 1,
    })
    expect(await base.contacts(boris)).toMatchObject([
      {
        at: '2026-03-12T08:15:00Z',
        channel: 'call',
        text: 'Call about the estimate\nHe agreed\nActivity - Assigned to user: Olga\nDeal - Title: Website',
      },
    ])
    expect(await base.promises(boris)).toMatchObject([{ due: '2026-12-01', state: 'open', kind: 'task' }])
  })

  test('own sheets change nothing in the base they came from', async () => {
    const base = await newBase()
    const anna = await base.add('Ёлкина Анна')
    await base.add('Ёлкина Анна')
    await base.store.write(entry('log'), async (writing) => {
      await writing.insert('contact', {
        client_id: anna,
        at: '2026-03-12T08:15:42Z',
        channel: 'звонок',
        direction: 'in',
        result: null,
        purpose: null,
        minutes: null,
        cost_minor: 1250,
        text: 'да\nнет &amp; так',
      })
      await writing.insert('promise', {
        client_id: anna,
        kind: 'gift',
        due: '2026-12-31',
        time: null,
        text: 'цветы',
        state: 'open',
        snoozed_until: '2027-01-03',
        shown_on: '2027-01-03',
        created_at: '2026-03-12T08:15:42Z',
        closed_at: null,
      })
    })
    const contacts = `client_id|client|at|at_local|channel|direction|result|purpose|minutes|cost|text
${anna}|Ёлкина Анна|2026-03-12T08:15:42Z|2026-03-12 10:15|звонок|in||||12.50|"да
нет &amp; так"`
    const promises = `client_id|client|kind|due|time|text|state|snoozed_until|created_at|closed_at
${anna}|Ёлкина Анна|gift|2026-12-31||цветы|open|2027-01-03|2026-03-12T08:15:42Z|`
    expect(await base.run('contacts', contacts)).toMatchObject({ unchanged: 1, operation: null, rejects: [] })
    expect(await base.run('promises', promises)).toMatchObject({ unchanged: 1, operation: null, rejects: [] })
    const before = [await base.contacts(anna), await base.promises(anna)]
    await base.store.undo(null, entry('undo'))
    expect(await base.contacts(anna)).toEqual([])
    expect(await base.run('contacts', contacts)).toMatchObject({ created: 1 })
    expect(await base.run('promises', promises)).toMatchObject({ created: 1 })
    expect([await base.contacts(anna), await base.promises(anna)]).toEqual(before)
  })

  test('in another base the id of an own sheet is not believed', async () => {
    const base = await newBase()
    const other = await base.add('Щукин Пётр')
    const anna = await base.add('Ёлкина Анна')
    await base.run(
      'contacts',
      `client_id|client|at|at_local|channel|direction|result|purpose|minutes|cost|text
${other}|Ёлкина Анна|2026-03-12T08:15:42Z||call|in|||||x`,
    )
    expect(await base.contacts(other)).toEqual([])
    expect(await base.contacts(anna)).toHaveLength(1)
  })
})
