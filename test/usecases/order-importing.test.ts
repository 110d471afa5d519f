import { copyFileSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import type { ClientCard, OrderRecord } from '../../src/domain/client.js'
import { dealings } from './dealings.js'
import { type Place, place, type Summary } from './import-world.js'

const FIXTURES = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'fixtures', 'orders')

type OrderSummary = Summary & { clients_created: number; orders_created: number; kept: number }

const take = async (here: Place, file: string, ...flags: string[]): Promise<OrderSummary> =>
  (await here.take(file, '--as', 'orders', ...flags)) as OrderSummary

const fixture = (here: Place, name: string): string => {
  copyFileSync(join(FIXTURES, name), here.path(name))
  return here.path(name)
}

const cards = async (here: Place): Promise<ClientCard[]> =>
  JSON.parse((await here.run('export', '--json')).stdout) as ClientCard[]

type Told = Partial<OrderRecord> & { client: string }

/** Orders in order of their numbers, each with the name of its client. */
async function orders(here: Place): Promise<Told[]> {
  return (await cards(here))
    .flatMap(({ name, purchases }) => purchases.map((order) => ({ ...order, client: name })))
    .sort((a, b) => a.id - b.id)
}

const reasons = (file: string): string[] =>
  readFileSync(file, 'utf8')
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(/[;\t]/).at(-1)?.replaceAll('"', '') ?? '')

describe('exports of known programs', () => {
  test('1С, cp1251, sums in the name of a column, a total at the end', async () => {
    const here = place()
    const file = fixture(here, 'sales_1c_cp1251.csv')
    const summary = await take(here, file, '--create-clients')
    expect(summary).toMatchObject({ rows: 6, created: 3, rejected: 3, clients_created: 3, orders_created: 3 })
    expect(summary.plan).toMatchObject({ encoding: 'windows-1251', delimiter: ';' })
    expect(await orders(here)).toMatchObject([
      {
        client: 'Ёлкина Анна',
        date: '2026-03-12',
        sum: '12500.00 UAH',
        what: 'Шторы в гостиную',
        stage: 'Выполнен',
        cost: '7300.50 UAH',
        promo: false,
        paid: '12500.00 UAH',
        external_id: 'УТ-0001',
      },
      { client: 'ООО «Василёк»', what: 'Карниз; звонить после 12', promo: true, paid: '1000.00 UAH' },
      { client: 'Петренко Ганна', stage: 'Отменён', paid: '0.00 UAH' },
    ])
    expect((await cards(here)).map(({ name, kind, status }) => [name, kind, status])).toEqual([
      ['Ёлкина Анна', 'person', 'client'],
      ['ООО «Василёк»', 'company', 'client'],
      ['Петренко Ганна', 'person', 'lead'],
    ])
    expect(reasons(summary.rejects ?? '')).toEqual([
      'it does not say whose this is',
      'no such date in “Дата”: 32.03.2026',
      'not a sum in “Сумма, грн”: сколько-то',
    ])
    // Mended, the file of rejected rows is a list of orders itself.
    const mended = readFileSync(summary.rejects ?? '', 'utf8')
      .replace('32.03', '31.03')
      .replace('сколько-то', '99,5')
    expect(await take(here, here.write('mended.csv', mended))).toMatchObject({ created: 2, rejected: 1 })
    expect((await orders(here)).map(({ sum }) => sum).slice(3)).toEqual(['500.00 UAH', '99.50 UAH'])
  })

  test('Shopify: several rows of one order, several currencies', async () => {
    const here = place()
    const summary = await take(here, fixture(here, 'shop_shopify.csv'), '--create-clients')
    expect(summary).toMatchObject({ rows: 4, created: 4, orders_created: 3, clients_created: 2 })
    expect(await orders(here)).toMatchObject([
      {
        client: "Anna O'Brien-Ñandú",
        external_id: '#1001',
        sum: '100.00 USD',
        what: 'Cotton scarf; Silk scarf',
        items: [
          { name: 'Cotton scarf', quantity: '2', sum: '40.00 USD' },
          { name: 'Silk scarf', quantity: '1', sum: '50.00 USD' },
        ],
        stage: 'paid',
        paid: '100.00 USD',
      },
      { client: 'Boris Vane', stage: 'refunded', promo: true, what: 'Hat; please wrap' },
      { date: '2026-03-01', sum: '1200.00 EUR', what: 'Coat 🧥', stage: 'pending', paid: '0.00 EUR' },
    ])
    expect((await cards(here)).map(({ status, spent }) => [status, spent])).toEqual([
      ['client', '1200.00 EUR + 100.00 USD'],
      ['lead', null],
    ])
  })

  test('a shop whose rows of one order have sums of their own', async () => {
    const here = place()
    const summary = await take(here, fixture(here, 'shop_lines.csv'), '--create-clients')
    expect(summary).toMatchObject({ rows: 3, created: 3, orders_created: 2 })
    expect(await orders(here)).toMatchObject([
      { sum: '1500.00 RUB', cost: '850.00 RUB', what: 'Чай; Мёд', paid: '1500.00 RUB', stage: 'Доставлен' },
      { sum: '300.00 RUB', paid: '0.00 RUB', promo: true },
    ])
  })

  test('amoCRM deals, whose currency is a sign in the name of a column', async () => {
    const here = place()
    const summary = await take(here, fixture(here, 'deals_amocrm.csv'), '--create-clients')
    expect(summary).toMatchObject({ created: 3, clients_created: 3, plan: { system: 'amoCRM' } })
    expect(await orders(here)).toMatchObject([
      { client: 'Касымов Айдар', date: '2026-04-03', sum: '450000.00 KZT', what: 'Кухня по эскизу; замер сделан' },
      { client: 'Ёлкина Анна', external_id: '30100002', external_system: 'amocrm' },
      { sum: '0.00 KZT', stage: 'Закрыто и не реализовано' },
    ])
  })

  test('HubSpot deals, whose clients stand as “name (number)”', async () => {
    const here = place()
    await take(here, fixture(here, 'deals_hubspot.csv'), '--create-clients')
    expect(await orders(here)).toMatchObject([
      { client: 'Greta Vane', date: '2026-04-01', sum: '4500.00 EUR', stage: 'Closed Won', external_id: '9001' },
      { client: 'Greta Vane', stage: 'Contract sent' },
      { client: 'Zoë Example', sum: '1200.50 EUR' },
    ])
    expect(
      (await cards(here)).map(({ name, external_id, company, status }) => [name, external_id, company, status]),
    ).toEqual([
      ['Greta Vane', '101', 'Bakery Example', 'client'],
      ['Bakery Example', null, null, 'lead'],
      ['Zoë Example', '102', null, 'lead'],
    ])
  })

  test('a list kept by hand, in Ukrainian, with prices and pieces', async () => {
    const here = place()
    const summary = await take(here, fixture(here, 'ledger_uk.tsv'), '--create-clients')
    expect(summary).toMatchObject({ rows: 3, created: 2, rejected: 1 })
    expect(await orders(here)).toMatchObject([
      {
        client: 'Ґалаґан Оксана',
        sum: '901.00 UAH',
        what: 'торт «Наполеон»; без горіхів',
        due_on: '2026-01-10',
        promo: false,
        external_id: null,
      },
      { client: 'Петренко Ганна', sum: '420.00 UAH', promo: true },
    ])
    expect(readFileSync(summary.rejects ?? '', 'utf8')).toContain('тугрики')
  })

  test('a workbook with a title, days as numbers, and a total', async () => {
    const here = place()
    const summary = await take(here, fixture(here, 'journal.xlsx'), '--create-clients')
    expect(summary).toMatchObject({ rows: 3, created: 3, rejected: 0, plan: { format: 'xlsx' } })
    expect(await orders(here)).toMatchObject([
      { client: 'Ёлкина Анна', date: '2026-03-13', sum: '1500.00 RUB', cost: '350.50 RUB', paid: '1500.00 RUB' },
      { client: "O'Brien-Ñandú", date: '2026-03-14', sum: '4200.75 RUB', what: 'Окрашивание 🎨', paid: '2000.00 RUB' },
      { client: 'Ґалаґан Оксана', stage: 'смета', paid: '0.00 RUB', cost: null },
    ])
    expect((await cards(here)).map(({ status }) => status)).toEqual(['client', 'client', 'lead'])
  })

  test.each([
    'journal.xlsx',
    'sales_1c_cp1251.csv',
    'shop_shopify.csv',
    'shop_lines.csv',
    'deals_amocrm.csv',
    'deals_hubspot.csv',
    'ledger_uk.tsv',
  ])('%s makes nothing twice, and can be taken back', async (name) => {
    const here = place()
    await here.run('count')
    const before = await here.base()
    const file = fixture(here, name)
    expect((await take(here, file, '--create-clients', '--dry-run')).operation).toBeNull()
    expect((await here.base()).client_order).toEqual(before.client_order)
    const first = await take(here, file, '--create-clients')
    const after = await here.base()
    const again = await take(here, file, '--create-clients')
    expect(again).toMatchObject({
      created: 0,
      updated: 0,
      unchanged: first.created,
      clients_created: 0,
      operation: null,
    })
    expect(await here.base()).toEqual(after)
    expect((await here.run('undo')).code).toBe(0)
    expect(await here.base()).toEqual(before)
  })
})

describe('whose an order is', () => {
  const HEADER = 'Дата;Клиент;Телефон;Email;ID клиента;Сумма'
  test.each([
    ['12.03.2026;;8 (916) 000-00-01;;;10', 'Ёлкина Анна'],
    ['12.03.2026;;;OKSANA@example.com;;10', 'Ґалаґан Оксана'],
    ['12.03.2026;;;;A-17;10', "O'Brien-Ñandú"],
    ['12.03.2026;елкина анна;;;;10', 'Ёлкина Анна'],
    ['12.03.2026;Колос;;;;10', 'ООО «Колос»'],
    ['12.03.2026;oksana@example.com;;;;10', 'Ґалаґан Оксана'],
    ['12.03.2026;Никто Неизвестный;;;;10', null],
  ])('%s', async (row, name) => {
    const here = place()
    await here.run('add', 'Ёлкина Анна', '--phone', '+7 916 000-00-01')
    await here.run('add', 'Ґалаґан Оксана', '--email', 'oksana@example.com')
    await here.run('add', "O'Brien-Ñandú", '--external-id', 'A-17')
    await here.run('add', 'ООО «Колос»', '--kind', 'company')
    const summary = await take(here, here.write('o.csv', `${HEADER}\n${row}\n`))
    expect((await orders(here)).map(({ client }) => client)).toEqual(name === null ? [] : [name])
    expect(summary.rejected).toBe(name === null ? 1 : 0)
  })

  test('a lead becomes a client, and is a lead again when it is taken back', async () => {
    const here = place()
    for (const name of ['Лид Первый', 'Лид Второй', 'Лид Третий']) await here.run('add', name)
    await here.run('add', 'Бывший Иван', '--status', 'former')
    await here.run('add', 'Бывшая Анна', '--status', 'former')
    const rows = [
      'Дата;Клиент;Сумма;Статус',
      '12.03.2026;Лид Первый;10;выполнен',
      '12.03.2026;Лид Второй;10;отменён',
      '12.03.2026;Лид Третий;10;смета',
      '12.03.2026;Бывший Иван;10;',
      '22.11.2026;Бывшая Анна;10;',
    ]
    const before = await here.base()
    await take(here, here.write('o.csv', rows.join('\n')))
    const statuses = async () => Object.fromEntries((await cards(here)).map(({ name, status }) => [name, status]))
    expect(await statuses()).toEqual({
      'Лид Первый': 'client',
      'Лид Второй': 'lead',
      'Лид Третий': 'lead',
      'Бывший Иван': 'former',
      'Бывшая Анна': 'client',
    })
    expect((await here.run('undo')).code).toBe(0)
    expect(await here.base()).toEqual(before)
  })
})

describe('an order that is there', () => {
  const base = async () => {
    const here = place()
    await here.run('add', 'Ёлкина Анна')
    await here.run('add', 'Ґалаґан Оксана')
    const file = here.write('a.csv', 'Номер;Дата;Клиент;Сумма;Статус;Оплачено\n7;12.03.2026;Ёлкина Анна;100;новый;\n')
    await take(here, file)
    return here
  }
  const newer = (here: Place, row: string): string =>
    here.write('b.csv', `Номер;Дата;Клиент;Сумма;Статус;Оплачено\n${row}\n`)

  test.each([
    [[], { updated: 1, kept: 0 }, { sum: '120.00 RUB', stage: 'выполнен', paid: '50.00 RUB' }],
    [['--on-match', 'update'], { updated: 1 }, { sum: '120.00 RUB', stage: 'выполнен', paid: '50.00 RUB' }],
    [['--on-match', 'fill'], { updated: 1, kept: 2 }, { sum: '100.00 RUB', stage: 'новый', paid: '50.00 RUB' }],
    [['--on-match', 'skip'], { unchanged: 1 }, { sum: '100.00 RUB', stage: 'новый', paid: '0.00 RUB' }],
  ])('is known by its number, and changed as %j says', async (flags, counts, order) => {
    const here = await base()
    const file = newer(here, '7;12.03.2026;Ёлкина Анна;120;выполнен;50')
    expect(await take(here, file, ...flags)).toMatchObject({ created: 0, ...counts })
    expect(await orders(here)).toMatchObject([order])
    if (!('updated' in counts)) return
    expect((await here.run('undo')).code).toBe(0)
    expect(await orders(here)).toMatchObject([{ sum: '100.00 RUB', stage: 'новый', paid: '0.00 RUB' }])
  })

  test('is made again with --on-match create', async () => {
    const here = await base()
    expect(await take(here, here.path('a.csv'), '--on-match', 'create')).toMatchObject({ created: 1 })
  })

  test('of another client is not changed', async () => {
    const here = await base()
    const summary = await take(here, newer(here, '7;13.03.2026;Ґалаґан Оксана;120;;'))
    expect(summary).toMatchObject({ rejected: 1, updated: 0 })
    expect(readFileSync(summary.rejects ?? '', 'utf8')).toContain('order 7 is of client 1, Ёлкина Анна')
  })

  test('has a number that begins anew each year', async () => {
    const here = await base()
    expect(await take(here, newer(here, '7;13.03.2025;Ёлкина Анна;55;;'))).toMatchObject({ created: 1, updated: 0 })
  })

  test('of another program with the same number is another', async () => {
    const here = await base()
    await take(here, newer(here, '8;13.03.2026;Ёлкина Анна;55;;'), '--system', 'one')
    expect(await take(here, newer(here, '8;13.03.2026;Ёлкина Анна;55;;'), '--system', 'two')).toMatchObject({
      created: 1,
    })
  })

  test('without a number is known by client, day, sum and what', async () => {
    const here = await base()
    const file = here.write(
      'c.csv',
      'Дата;Клиент;Сумма;Что\n1.2.2026;Ёлкина Анна;10;торт\n1.2.2026;Ёлкина Анна;10;торт\n1.2.2026;Ёлкина Анна;10;пирог\n',
    )
    expect(await take(here, file)).toMatchObject({ created: 2, unchanged: 1 })
    expect(await take(here, file)).toMatchObject({ created: 0, unchanged: 3 })
  })

  test('twice in one file, the later row has the last word', async () => {
    const here = await base()
    const rows = [
      '9;13.03.2026;Ёлкина Анна;55;новый;',
      '10;13.03.2026;Ёлкина Анна;5;;',
      '9;13.03.2026;Ёлкина Анна;60;выполнен;',
    ]
    expect(await take(here, newer(here, rows.join('\n')))).toMatchObject({ created: 2, updated: 1 })
    expect((await orders(here)).map(({ sum }) => sum)).toEqual(['100.00 RUB', '60.00 RUB', '5.00 RUB'])
  })
})

describe('this program’s own files', () => {
  const filled = async (): Promise<Place> => {
    const here = place()
    await here.run('add', 'Ёлкина Анна', '--status', 'client')
    await here.run('add', 'Кто-то')
    await here.run('add', 'Ґалаґан Оксана', '--status', 'client')
    await dealings(here.path('clients.db'))
    return here
  }

  test.each(['list.json', 'all.xlsx'])('%s is read back, alike orders and all', async (name) => {
    const here = await filled()
    const file = here.path(name)
    if (name.endsWith('xlsx')) await here.run('export', '-o', file)
    else {
      const list = (await cards(here)).flatMap(({ name: client, purchases }) =>
        purchases.map((order) => ({ ...order, client, unpaid: '0.00 UAH' })),
      )
      here.write(name, JSON.stringify(list))
    }
    expect(await take(here, file)).toMatchObject({ rows: 4, created: 0, updated: 0, unchanged: 4 })
    const there = place()
    for (const client of ['Ёлкина Анна', 'Кто-то', 'Ґалаґан Оксана']) await there.run('add', client)
    expect(await take(there, file)).toMatchObject({ created: 4 })
    const plain = async (where: Place) => (await orders(where)).map(({ id, ...order }) => JSON.stringify(order)).sort()
    expect(await plain(there)).toEqual(await plain(here))
    expect(await take(there, file)).toMatchObject({ created: 0, updated: 0, unchanged: 4 })
  })

  test('an order that was changed in the list is changed in the base', async () => {
    const here = await filled()
    const [first] = await orders(here)
    const file = here.write(
      'one.json',
      JSON.stringify([{ ...first, sum: '460.00 UAH', paid: '460.00 UAH', stage: 'done' }]),
    )
    expect(await take(here, file)).toMatchObject({ created: 0, updated: 1 })
    expect((await orders(here))[0]).toMatchObject({ id: 1, sum: '460.00 UAH', paid: '460.00 UAH', stage: 'done' })
  })
})

describe('what is wanted of a file', () => {
  test.each([
    ['Дата;Сумма\n1.2.2026;5\n', 'None of the columns says whose the rows are.'],
    ['Клиент;Сумма\nАнна;5\n', 'None of the columns says when it was.'],
    ['Клиент;Дата\nАнна;1.2.2026\n', 'None of the columns says for how much.'],
  ])('%j is refused', async (content, said) => {
    const here = place()
    const { code, stderr } = await here.run('import', here.write('x.csv', content), '--as', 'orders')
    expect(code).toBe(2)
    expect(stderr).toContain(said)
  })

  test('columns may be named, and kept in a profile', async () => {
    const here = place()
    await here.run('add', 'Ёлкина Анна')
    const file = here.write('x.csv', 'a;b;c;d;e\nЁлкина Анна;1.2.2026;5;торт;срочно\n')
    const maps = ['a=client', 'b=date', 'c=sum', 'd=what', 'e=comment'].flatMap((each) => ['--map', each])
    expect(await take(here, file, ...maps)).toMatchObject({ created: 1 })
    expect(await orders(here)).toMatchObject([{ what: 'торт; срочно', sum: '5.00 RUB' }])
  })

  test('read as clients, a list of orders says how it is read better', async () => {
    const here = place()
    const { stderr } = await here.run('import', fixture(here, 'deals_amocrm.csv'))
    expect(stderr).toContain('--as orders')
    const contacts = await here.run('import', here.write('c.csv', 'Имя;Телефон\nАнна;89160000001\n'))
    expect(contacts.stderr).not.toContain('--as orders')
  })
})

test('portions do not part the rows of an order, nor forget what earlier ones brought', async () => {
  const here = place()
  const rows = ['Номер;Дата;Клиент;Товар;Количество;Сумма']
  for (let order = 0; order < 2_500; order += 1)
    for (const [what, sum] of [
      ['чай', 10],
      ['мёд', 20],
    ])
      rows.push(`N${order};01.02.2026;Клиент ${order % 50};${what};1;${sum}`)
  const file = here.write('many.csv', rows.join('\n'))
  const first = await take(here, file, '--create-clients')
  expect(first).toMatchObject({ rows: 5_000, created: 5_000, orders_created: 2_500, clients_created: 50, rejected: 0 })
  const list = await orders(here)
  expect(new Set(list.map(({ sum }) => sum))).toEqual(new Set(['30.00 RUB']))
  expect(await take(here, file)).toMatchObject({ created: 0, updated: 0, unchanged: 5_000 })
})
