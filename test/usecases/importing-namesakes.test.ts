import { describe, expect, test } from 'vitest'
import { dealings } from './dealings.js'
import { place } from './import-world.js'

/* Clients of one name, and several rows of one client: nobody is joined with somebody else, and nothing a row brings is lost. */

describe('rows of one client that the base has', () => {
  test.each(['fill', 'update'])('each completes it, by %s', async (mode) => {
    const here = place()
    await here.take(here.write('a.csv', 'Имя;Телефон\nИванов Иван;89161234101\n'))
    const rows = [
      'Имя;Телефон;Город;Адрес;Заметка;Источник',
      'Иванов Иван;89161234101;Москва;;;',
      'Иванов Иван;89161234101;;Арбат 1;;',
      'Иванов Иван;89161234101;;;примечание;',
      'Иванов Иван;89161234101;;;;сайт',
    ]
    const file = here.write('b.csv', `${rows.join('\n')}\n`)
    expect(await here.take(file, '--on-match', mode)).toMatchObject({ updated: 4 })
    const [client] = JSON.parse((await here.run('list', '--json')).stdout) as object[]
    expect(client).toMatchObject({ city: 'Москва', address: 'Арбат 1', note: 'примечание', source: 'сайт' })
    expect(await here.take(file, '--on-match', mode)).toMatchObject({ updated: 0, unchanged: 4 })
  })
})

describe('a field that a second column once made', () => {
  test('does not take the place of a built-in one', async () => {
    const here = place()
    await here.take(here.write('a.csv', 'Имя;Телефон;Имя\nАнна;89160000001;Борис\n'))
    expect(await here.take(here.write('b.csv', 'Имя;Телефон\nВера;89160000002\n'))).toMatchObject({
      created: 1,
      rejected: 0,
    })
  })
})

describe('clients of one name in an own file', () => {
  const twins = async () => {
    const here = place()
    await here.run('add', 'Чужой Клиент')
    await here.run('add', 'Иванов Пётр', '--phone', '0671110001', '--birthday', '01.02.1980')
    await here.run('add', 'Иванов Пётр', '--force', '--phone', '0671110002', '--email', 'b@example.com')
    await here.run('add', 'Без Телефона', '--force')
    await here.run('add', 'Без Телефона', '--force', '--city', 'Львів')
    await here.run('add', 'ООО Колос', '--kind', 'company', '--phone', '0441112203')
    await here.run('log', '2', '--call', 'one')
    await here.run('log', '3', '--call', 'two')
    await here.run('next', '3', 'tomorrow', 'send it')
    await dealings(here.path('clients.db'))
    return here
  }

  test.each(['csv', 'tsv', 'xlsx', 'json', 'ndjson', 'vcf'])('stay apart, however often %s is read', async (format) => {
    const here = await twins()
    const file = here.path(`all.${format}`)
    await here.run('export', '-o', file)
    const there = place()
    await there.run('add', 'Иванов Пётр', '--phone', '0509990009', '--birthday', '07.07.1970')
    expect(await there.take(file)).toMatchObject({ created: 6, updated: 0 })
    const before = (await there.run('export', '--format', 'ndjson')).stdout
    for (const _ of [1, 2]) expect(await there.take(file)).toMatchObject({ created: 0, updated: 0, unchanged: 6 })
    expect((await there.run('export', '--format', 'ndjson')).stdout).toBe(before)
    expect((await there.run('count')).stdout).toBe('7\n')
  })
})

test('dates that mean none elsewhere are dates in an own file', async () => {
  const here = place()
  await here.run('fields', 'add', 'd', '--type', 'date')
  await here.run('add', 'Тест Иван', '--birthday', '1900-01-01', '--set', 'd=1900-01-01')
  for (const format of ['csv', 'xlsx']) {
    const file = here.path(`all.${format}`)
    await here.run('export', '-o', file)
    const there = place()
    await there.take(file)
    const [client] = JSON.parse((await there.run('list', '--json')).stdout) as object[]
    expect(client).toMatchObject({ birthday: '1900-01-01', custom: { d: '1900-01-01' } })
  }
})
