import { describe, expect, test } from 'vitest'
import { type Place, place } from './import-world.js'

interface Card {
  id: number
  kind: string
  name: string
  status: string
  city: string | null
  position: string | null
  phones: { value: string; label: string | null }[]
  emails: { value: string }[]
  external_id: string | null
  custom: Record<string, string>
  history: { at: string; text: string | null }[]
  promises: { kind: string; due: string; text: string | null }[]
  relations: { id: number; name: string; role: string | null }[]
  last_contact_at: string | null
}

const card = async ({ run }: Place, who: string): Promise<Card> => {
  const { stdout, stderr } = await run('show', who, '--json')
  if (stdout === '') throw new Error(stderr)
  return JSON.parse(stdout) as Card
}

describe('companies', () => {
  test('rows of persons and of their company in one file', async () => {
    const here = place()
    const first = await here.take(here.fixture('amocrm_mixed.csv'))
    expect(first).toMatchObject({ rows: 3, rejected: 0, plan: { system: 'amoCRM' } })
    expect(await here.names()).toEqual(['Анна Ёлкина', 'ООО Пример', 'Пётр Щукин'])
    const company = await card(here, 'Пример')
    expect(company).toMatchObject({
      kind: 'company',
      external_id: '7003',
      phones: [{ value: '+74950006300' }],
      emails: [{ value: 'office63@example.com' }],
    })
    expect(company.relations.map(({ name }) => name).sort()).toEqual(['Анна Ёлкина', 'Пётр Щукин'])
    expect(await card(here, 'Щукин')).toMatchObject({ position: 'Директор', relations: [{ name: 'ООО Пример' }] })
    const again = await here.take(here.fixture('amocrm_mixed.csv'), '--on-match', 'update')
    expect(again).toMatchObject({ created: 0, companies: 0, rejected: 0 })
  })

  test('a company is made once for all spellings of its name, also by a later file', async () => {
    const here = place()
    const first = await here.take(
      here.write(
        'a.csv',
        'ФИО,Компания\nАнна Ёлкина,"ООО ""Ромашка"""\nПётр Щукин,Ромашка ООО\nІгор Ґалаґан,ООО «РОМАШКА»\n',
      ),
    )
    expect(first).toMatchObject({ created: 3, companies: 1 })
    const second = await here.take(here.write('b.csv', 'ФИО,Компания\nОльга Цой,ооо Ромашка\n'))
    expect(second).toMatchObject({ created: 1, companies: 0 })
    expect((await card(here, 'Ромашка')).relations).toHaveLength(4)
  })

  test('a file of companies alone', async () => {
    const here = place()
    const file = here.write('a.csv', 'Компания,Телефон\nООО «Ромашка»,8 495 000-65-01\nТОВ «Їжак»,044 000 65 02\n')
    expect(await here.take(file)).toMatchObject({ created: 2, companies: 0 })
    expect((await card(here, 'Ромашка')).kind).toBe('company')
    expect(await here.take(file)).toMatchObject({ created: 0, unchanged: 2 })
  })
})

describe('contacts and promises', () => {
  test('are taken in once', async () => {
    const here = place()
    const file = here.fixture('diary_columns.csv')
    expect(await here.take(file)).toMatchObject({
      created: 3,
      rejected: 0,
      new_fields: ['order_amount', 'любимый_чай'],
    })
    const anna = await card(here, 'Ёлкина')
    expect(anna).toMatchObject({
      last_contact_at: '2026-11-14T10:00:00Z',
      history: [{ at: '2026-11-14T10:00:00Z', text: null }],
      promises: [{ kind: 'call', due: '2026-11-30', text: 'перезвонить о смете' }],
      custom: { order_amount: '12500.50 RUB', любимый_чай: 'улун' },
    })
    for (const way of ['fill', 'update'])
      expect(await here.take(file, '--on-match', way)).toMatchObject({ created: 0, updated: 0 })
    expect(await card(here, 'Ёлкина')).toEqual(anna)
  })

  test('an earlier last contact than the diary has says nothing new', async () => {
    const here = place()
    await here.run('add', 'Ёлкина Анна', '--phone', '8 916 000-64-01')
    await here.run('log', 'Ёлкина', 'созвонились', '--call', '--at', '20.11.2026 10:00')
    await here.take(here.fixture('diary_columns.csv'))
    expect((await card(here, 'Ёлкина')).history.map(({ text }) => text)).toEqual(['созвонились'])
    expect((await card(here, 'Ёлкина')).promises).toHaveLength(1)
  })
})

describe('an undo takes everything back', () => {
  test('clients, companies, fields, contacts, promises, and what was completed', async () => {
    const here = place()
    await here.run('add', 'Ёлкина Анна', '--phone', '8 916 000-64-01', '--tag', 'vip')
    await here.run('add', 'ООО Пример', '--kind', 'company')
    const before = await here.base()
    const first = await here.take(here.fixture('diary_columns.csv'), '--tag', 'imported', '--source', 'file')
    expect(first).toMatchObject({ created: 2, updated: 1 })
    const between = await here.base()
    const second = await here.take(here.fixture('amocrm_mixed.csv'))
    for (const [operation, state] of [
      [second.operation, between],
      [first.operation, before],
    ] as const) {
      expect((await here.run('undo', String(operation), '--yes')).code).toBe(0)
      const now = await here.base()
      for (const [table, rows] of Object.entries(state)) expect([table, rows]).toEqual([table, now[table]])
    }
  })
})

describe('--on-match', () => {
  const base = async (): Promise<Place> => {
    const here = place()
    await here.run('add', 'Anna Vane', '--email', 'anna@example.com', '--city', 'York')
    return here
  }
  const file = (here: Place): string =>
    here.write('a.csv', 'Name,Email,City,Position\nAnna Vane,ANNA@example.com,Leeds,Editor\n')

  test.each<[string, object, { city: string; position: string | null }]>([
    ['skip', { created: 0, updated: 0, unchanged: 1, kept: 0 }, { city: 'York', position: null }],
    ['fill', { created: 0, updated: 1, unchanged: 0, kept: 1 }, { city: 'York', position: 'Editor' }],
    ['update', { created: 0, updated: 1, unchanged: 0, kept: 0 }, { city: 'Leeds', position: 'Editor' }],
  ])('%s', async (way, counts, expected) => {
    const here = await base()
    expect(await here.take(file(here), '--on-match', way)).toMatchObject(counts)
    expect(await card(here, 'Anna')).toMatchObject(expected)
  })

  test('create makes another client', async () => {
    const here = await base()
    expect(await here.take(file(here), '--on-match', 'create')).toMatchObject({
      created: 1,
      updated: 0,
      likely_count: 1,
    })
    expect(await here.names()).toEqual(['Anna Vane', 'Anna Vane'])
  })

  test('consent that was withdrawn is not given back by a file', async () => {
    const here = await base()
    await here.run('edit', 'Anna', '--consent', 'no')
    await here.take(here.write('c.csv', 'Name,Email,Consent\nAnna Vane,anna@example.com,yes\n'), '--on-match', 'update')
    expect((await here.run('count', 'consent:no')).stdout).toBe('1\n')
  })
})

test('what an export wrote comes back the same', async () => {
  const here = place()
  for (const name of ['diary_columns.csv', 'amocrm_mixed.csv', 'unicode.csv', 'contacts_30_apple.vcf'])
    await here.take(here.fixture(name))
  await here.run('edit', 'Ёлкина', '--set', 'любимый_чай=-')
  const plain = async (from: Place): Promise<unknown> => {
    const { stdout } = await from.run('list', '--json')
    return (JSON.parse(stdout) as Record<string, unknown>[])
      .map(({ id, updated_at, last_contact_at, contacts, ...rest }) => rest)
      .sort((a, b) => String(a.name).localeCompare(String(b.name)))
  }
  for (const format of ['json', 'ndjson', 'csv']) {
    const { stdout } = await here.run('export', '--format', format)
    const there = place()
    const summary = await there.take(there.write(`all.${format}`, stdout))
    expect([format, summary.rejected]).toEqual([format, 0])
    expect(await plain(there)).toEqual(await plain(here))
    const again = await there.take(there.path(`all.${format}`), '--on-match', 'update')
    expect([format, again.created, again.updated]).toEqual([format, 0, 0])
  }
})
