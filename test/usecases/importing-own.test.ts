import { describe, expect, test } from 'vitest'
import { openStore } from '../../src/store/store.js'
import { entry } from '../store/base.js'
import { dealings } from './dealings.js'
import { place } from './import-world.js'

describe('fields of one’s own keep their type', () => {
  test.each(['csv', 'tsv', 'xlsx'])('%s', async (format) => {
    const here = place()
    await here.run('fields', 'add', 'size', '--type', 'number')
    await here.run('fields', 'add', 'colour', '--type', 'choice', '--choices', 'red,blue')
    await here.run('add', 'Ёлкина Анна', '--phone', '+7 916 000-69-01', '--set', 'size=5', '--set', 'colour=red')
    const file = here.path(`all.${format}`)
    expect((await here.run('export', '--format', format, '-o', file)).code).toBe(0)
    const there = place()
    expect(await there.take(file)).toMatchObject({
      created: 1,
      rejected: 0,
      new_fields: expect.arrayContaining(['size']),
    })
    const fieldsOf = async ({ run }: typeof here): Promise<string[]> =>
      (await run('fields')).stdout.split('\n').filter((line) => /^(size|colour) /.test(line))
    expect(await fieldsOf(there)).toEqual(await fieldsOf(here))
    expect(await there.take(file, '--on-match', 'update')).toMatchObject({ created: 0, updated: 0, unchanged: 1 })
  })
})

describe('orders, costs and what was set by hand', () => {
  const base = async () => {
    const here = place()
    await here.run('add', 'Ёлкина Анна', '--phone', '+7 916 000-69-01')
    await here.run('add', 'ООО Колос', '--kind', 'company')
    await here.run('add', 'Ґалаґан Оксана', '--email', 'oksana@example.com', '--status', 'client')
    await dealings(here.path('clients.db'))
    return here
  }

  test.each([
    ['csv', 'KWD', '1.234'],
    ['json', 'KWD', '1.234'],
    ['xlsx', 'KWD', '1.234'],
    ['csv', 'JPY', '150'],
    ['csv', 'RUB', '90071992547.19'],
  ])('costs of contacts, by %s in %s', async (format, currency, cost) => {
    const [here, there] = [place(), place()]
    for (const each of [here, there]) await each.run('config', 'set', 'currency', currency)
    await here.run('add', 'Ёлкина Анна')
    await here.run('log', '1', '--call', '--cost', cost)
    await here.run('export', '--format', format, '-o', here.path(`all.${format}`))
    await there.take(here.path(`all.${format}`))
    const { history } = JSON.parse((await there.run('show', '1', '--json')).stdout) as { history: { cost: string }[] }
    expect(history.map((each) => each.cost)).toEqual([cost])
  })

  const dealt = ['client_order', 'expense', 'care'] as const
  const kept = async (here: ReturnType<typeof place>) => {
    const rows = await here.base()
    return Object.fromEntries(
      dealt.map((table) => [table, (rows[table] as { id: number }[]).map(({ id, ...row }) => row)]),
    )
  }
  const sorted = (rows: Record<string, unknown[]>) =>
    Object.fromEntries(
      Object.entries(rows).map(([table, list]) => [table, list.map((row) => JSON.stringify(row)).sort()]),
    )

  test.each(['json', 'ndjson', 'csv', 'tsv', 'xlsx'])('are the same in another base, by %s', async (format) => {
    const here = await base()
    const file = here.path(`all.${format}`)
    await here.run('export', '--format', format, '-o', file)
    const there = place()
    expect(await there.take(file)).toMatchObject({ created: 3, rejected: 0, new_fields: [] })
    const byName = async (place: typeof here) => (await place.names()).length
    expect(await byName(there)).toBe(3)
    const [wanted, found] = [await kept(here), await kept(there)]
    // Companies come first in a workbook, and their numbers with them.
    const plain = (rows: Record<string, unknown[]>) =>
      format === 'xlsx'
        ? Object.fromEntries(
            Object.entries(rows).map(([table, list]) => [
              table,
              list.map((row) => ({ ...(row as object), client_id: 0 })),
            ]),
          )
        : rows
    expect(sorted(plain(found))).toEqual(sorted(plain(wanted)))
    for (const mode of ['fill', 'update'])
      expect(await there.take(file, '--on-match', mode)).toMatchObject({ created: 0, updated: 0, unchanged: 3 })
    expect(await here.take(file)).toMatchObject({ created: 0, updated: 0, unchanged: 3 })
    // What is computed is computed anew, and makes no fields of one's own.
    const [first, second] = await Promise.all(
      [here, there].map(
        async ({ run }) => JSON.parse((await run('list', '--json', '--sort', 'name')).stdout) as object[],
      ),
    )
    const computed = (list: object[] | undefined) =>
      list?.map((each) => {
        const { name, status, orders, spent, warmth, frequency, custom } = each as Record<string, unknown>
        return { name, status, orders, spent, warmth, frequency, custom }
      })
    expect(computed(second)).toEqual(computed(first))
    expect((await there.run('undo', '1')).code).toBe(0)
    expect(await kept(there)).toEqual({ client_order: [], expense: [], care: [] })
  })

  test('complete a client that is there; what was set by hand stays unless the file is to win', async () => {
    const here = await base()
    const file = here.path('all.ndjson')
    await here.run('export', '-o', file)
    const there = place()
    await there.run('add', 'Ёлкина Анна', '--phone', '+7 916 000-69-01')
    expect(await there.take(file)).toMatchObject({ created: 2, updated: 1 })
    expect((await kept(there)).client_order).toHaveLength(4)
    const changed = (await here.run('export', '--format', 'ndjson')).stdout.replace(
      '"cadence_days":90',
      '"cadence_days":30',
    )
    const other = there.write('other.ndjson', changed)
    expect(await there.take(other)).toMatchObject({ updated: 0 })
    expect(await there.take(other, '--on-match', 'update')).toMatchObject({ updated: 1 })
    expect((await kept(there)).care).toMatchObject([{ cadence_days: 30 }])
    expect((await there.run('undo')).code).toBe(0)
    expect((await kept(there)).care).toMatchObject([{ cadence_days: 90 }])
  })

  test('a column named as what is computed is none of one’s own', async () => {
    const here = await base()
    const csv = (await here.run('export', '--format', 'csv')).stdout.split('\n')
    const file = here.write(
      'more.csv',
      [`warmth,spent,rhythm,${csv[0]}`, ...csv.slice(1, 4).map((line) => `hot,1,due,${line}`)].join('\n'),
    )
    expect(await place().take(file)).toMatchObject({ created: 3, new_fields: [] })
  })
})

test('a table of four hundred columns', async () => {
  const here = place()
  const names = Array.from({ length: 399 }, (_, index) => `признак ${index}`)
  const cells = names.map((_, index) => `слово ${index}`)
  const file = here.write('wide.csv', `Имя;${names.join(';')}\nЁлкина Анна;${cells.join(';')}\n`)
  const first = await here.take(file)
  expect([first.created, first.new_fields.length]).toEqual([1, 399])
  expect(await here.take(file)).toMatchObject({ created: 0, unchanged: 1, new_fields: [] })
})

test('a cell of a megabyte', async () => {
  const here = place()
  const file = here.write('long.csv', `Name,Note\nAnna,"${'слово '.repeat(100_000)}"\n`)
  expect(await here.take(file)).toMatchObject({ created: 1, rejected: 0 })
  expect(await here.take(file)).toMatchObject({ unchanged: 1 })
})

describe('how somebody is addressed, presents in mind, and why a promise was skipped', () => {
  const base = async () => {
    const here = place()
    const how = ['--sex', 'ж', '--language', 'українська', '--closeness', 'ты', '--country', 'Україна']
    await here.run('add', 'Ґалаґан Оксана', '--birthday', '14.03.1985', '--city', 'Київ', ...how)
    await here.run('add', "O'Brien-Ñandú 💡", '--country', 'IE', '--email', 'o@example.com')
    await here.run('date', 'add', '1', '01.12', 'birthday', '--who', 'сын "Пётр"; 5')
    await here.run('next', '1', '+3d', 'позвонить')
    const store = await openStore(here.path('clients.db'))
    await store.write(entry('fill'), async (writing) => {
      const [own, son] = await writing.clients.anniversaries(1)
      await writing.update('anniversary', own?.id ?? 0, { gift: 'книга "Ґ"; закладка' })
      await writing.update('anniversary', son?.id ?? 0, { gift: '🧸', remind_days: 7 })
      await writing.update('promise', 1, { state: 'skipped', why: 'уже виделись; "так"' })
    })
    await store.close()
    return here
  }
  interface Shown {
    dates: { gift: string | null }[]
    promises: { why: string | null }[]
  }
  const told = async ({ run }: ReturnType<typeof place>, who: string) => {
    const card = JSON.parse((await run('show', who, '--json')).stdout) as Shown & Record<string, unknown>
    const { sex, language, closeness, country, city, dates, promises, custom, note } = card
    const how = { sex, language, closeness, country, city, custom, note }
    return { ...how, gifts: dates.map(({ gift }) => gift).sort(), why: promises.map(({ why }) => why) }
  }

  test('are what was typed', async () => {
    expect(await told(await base(), '1')).toEqual({
      sex: 'female',
      language: 'uk',
      closeness: 'close',
      country: 'UA',
      city: 'Київ',
      custom: {},
      note: null,
      gifts: ['книга "Ґ"; закладка', '🧸'],
      why: ['уже виделись; "так"'],
    })
  })

  test.each(['json', 'ndjson', 'csv', 'tsv', 'xlsx', 'vcf'])('are the same in another base, by %s', async (format) => {
    const here = await base()
    const file = here.path(`all.${format}`)
    expect(await here.run('export', '--format', format, '-o', file)).toMatchObject({ code: 0 })
    const there = place()
    expect(await there.take(file)).toMatchObject({ created: 2, rejected: 0, new_fields: [] })
    const wanted = await told(here, '1')
    // Cards hold no promises.
    expect(await told(there, 'Ґалаґан')).toEqual(format === 'vcf' ? { ...wanted, why: [] } : wanted)
    expect(await told(there, 'Ñandú')).toEqual(await told(here, '2'))
    for (const mode of ['fill', 'update'])
      expect(await there.take(file, '--on-match', mode)).toMatchObject({ created: 0, updated: 0, unchanged: 2 })
  })

  test('complete a client that is there, and leave what differs', async () => {
    const here = await base()
    const file = here.path('all.csv')
    await here.run('export', '-o', file)
    const there = place()
    await there.run('add', "O'Brien-Ñandú 💡", '--email', 'o@example.com')
    await there.run('add', 'Ґалаґан Оксана', '--birthday', '14.03.1985', '--city', 'Київ', '--language', 'ru')
    await there.take(file)
    expect(await told(there, '1')).toMatchObject({ country: 'IE', sex: null })
    expect(await told(there, '2')).toMatchObject({ country: 'UA', sex: 'female', language: 'ru' })
    await there.take(file, '--on-match', 'update')
    expect(await told(there, '2')).toMatchObject({ language: 'uk' })
    for (let step = 0; step < 2; step += 1) expect((await there.run('undo')).code).toBe(0)
    expect(await told(there, '2')).toMatchObject({ country: null, sex: null, language: 'ru', gifts: [null] })
  })

  test('what an older version wrote as fields of one’s own is read as the fields of today', async () => {
    const here = place()
    const header = 'id,kind,name,phones,phones_typed,created_at,custom.country,custom.language'
    const row = '1,person,Ёлкина Анна,,,2026-01-01T00:00:00Z,Россия,суржик'
    expect(await here.take(here.write('old.csv', `${header}\n${row}\n`))).toMatchObject({ created: 1, new_fields: [] })
    expect(await told(here, '1')).toMatchObject({
      country: 'RU',
      language: null,
      custom: {},
      note: 'custom.language: суржик',
    })
    const custom = { country: 'Україна', language: 'суржик', dog: 'Rex' }
    const record = { kind: 'person', name: 'Цой Пак', status: 'lead', phones: [], custom }
    await here.take(here.write('old.json', JSON.stringify([record])))
    expect(await told(here, '2')).toMatchObject({ country: 'UA', custom: { language_given: 'суржик', dog: 'Rex' } })
  })
})
