import { describe, expect, test } from 'vitest'
import { type Place, place } from './import-world.js'

/* After clients were made one, the files they came from still know them as several: reading these again must not part them. */

const whole = async (here: Place): Promise<string> => (await here.run('export', '--format', 'ndjson')).stdout

/** Reads the file again, in every mode that matches, and finds that nothing happens. */
async function staysAsItIs(here: Place, file: string, modes: readonly string[] = ['fill', 'skip']): Promise<void> {
  const before = await whole(here)
  for (const mode of modes)
    expect(await here.take(file, '--on-match', mode)).toMatchObject({ created: 0, updated: 0, rejected: 0 })
  expect(await whole(here)).toBe(before)
}

describe('a file read again after a merge', () => {
  test.each([
    [
      'outside ids',
      'ID;Имя;Телефон\nA-1;Петрова Анна;+79160000001\nA-17;Сидорова Анна;+79160000002\nA-3;Ким Ёлка;\n',
      ['--map', 'ID=external_id'],
    ],
    [
      'outside ids and no phones',
      'ID;Имя;Город\nA-1;Петрова Анна;Москва\nA-17;Сидорова Анна;Тверь\nA-3;Ким Ёлка;\n',
      ['--map', 'ID=external_id'],
    ],
    ['names alone', 'Имя;Город\nПетрова Анна;Москва\nСидорова Анна;Тверь\nКим Ёлка;\n', []],
    ['names and near birthdays', 'Имя;День рождения\nПетрова Анна;12.03.1985\nСидорова Анна;13.03.1985\nКим;\n', []],
    ['other phones', 'Имя;Телефон\nПетрова Анна;+79160000001\nСидорова Анна;+79160000002\nКим Ёлка;\n', []],
    ['firms', 'Имя;Город\nООО «Ромашка»;Москва\nООО «Ромашка и Ко»;Тверь\nКим Ёлка;\n', []],
  ])('with %s', async (_, text, flags) => {
    const here = place()
    const file = here.write('a.csv', text)
    expect(await here.take(file, ...flags)).toMatchObject({ created: 3 })
    expect((await here.run('merge', '1', '2', '--force', '--yes')).code).toBe(0)
    const before = await whole(here)
    for (const mode of ['fill', 'skip', 'fill'])
      expect(await here.take(file, ...flags, '--on-match', mode)).toMatchObject({ created: 0, updated: 0, rejected: 0 })
    expect(await whole(here)).toBe(before)
  })

  test.each(['csv', 'json', 'ndjson', 'xlsx', 'vcf'])('of this program, as %s', async (format) => {
    const here = place()
    await here.take(
      here.write(
        'a.csv',
        'Имя;Телефон;Город\nПетрова Анна;+79160000001;Москва\nСидорова Анна;+79160000002;Тверь\nКим Ёлка;;\nЙосипенко Йосип;;Київ\n',
      ),
    )
    const file = here.path(`all.${format}`)
    await here.run('export', '-o', file)
    expect((await here.run('merge', '2', '1', '--force', '--yes')).code).toBe(0)
    expect((await here.run('merge', '3', '4', '--force', '--yes')).code).toBe(0)
    await staysAsItIs(here, file)
    expect((await here.run('count')).stdout).toBe('2\n')
  })

  test('of this program, in another base', async () => {
    const here = place()
    await here.run('add', 'Чужой Клиент')
    await here.run('add', 'Петрова Анна', '--phone', '+79160000001')
    await here.run('add', 'Сидорова Анна', '--phone', '+79160000002')
    const file = here.path('all.csv')
    await here.run('export', '-o', file)
    const there = place()
    await there.run('add', 'Давний Клиент')
    await there.run('add', 'Давняя Клиентка', '--force')
    expect(await there.take(file)).toMatchObject({ created: 3 })
    expect((await there.run('merge', '4', '5', '--force', '--yes')).code).toBe(0)
    await staysAsItIs(there, file)
  })

  test('twice merged, it goes to the one that is left', async () => {
    const here = place()
    const text = 'ID;Имя\nA-1;Петрова Анна\nA-2;Сидорова Анна\nA-3;Анна Ким\n'
    const file = here.write('a.csv', text)
    await here.take(file, '--map', 'ID=external_id')
    await here.run('merge', '1', '2', '--force', '--yes')
    await here.run('merge', '3', '1', '--force', '--yes')
    expect((await here.run('count')).stdout).toBe('1\n')
    expect(await here.take(file, '--map', 'ID=external_id')).toMatchObject({ created: 0, updated: 0, unchanged: 3 })
  })
})

test('what the file has learned since comes to the client that is left, and its outside id does not', async () => {
  const here = place()
  const head = 'ID;Имя;Телефон;Город;Заметка\n'
  await here.take(
    here.write('a.csv', `${head}A-1;Петрова Анна;+79160000001;Москва;\nA-17;Сидорова Анна;+79160000002;Тверь;\n`),
    '--map',
    'ID=external_id',
  )
  await here.run('merge', '1', '2', '--force', '--yes')
  const newer = here.write('b.csv', `${head}A-17;Сидорова Анна;+79160000003;Псков;\n`)
  const before = JSON.parse((await here.run('show', '1', '--json')).stdout)
  expect(await here.take(newer, '--map', 'ID=external_id', '--on-match', 'update')).toMatchObject({ updated: 1 })
  const after = JSON.parse((await here.run('show', '1', '--json')).stdout)
  // It completes, and even with `update` it does not decide what was decided at the merge.
  expect(after).toMatchObject({
    name: before.name,
    external_id: before.external_id,
    city: before.city,
    note: before.note,
  })
  expect(after.phones).toHaveLength(3)
})

test('after undo the two are two again for a file', async () => {
  const here = place()
  const file = here.write('a.csv', 'ID;Имя\nA-1;Петрова Анна\nA-17;Сидорова Анна\n')
  await here.take(file, '--map', 'ID=external_id')
  await here.run('merge', '1', '2', '--force', '--yes')
  await here.run('undo')
  await here.take(here.write('b.csv', 'ID;Имя;Город\nA-17;Сидорова Анна;Псков\n'), '--map', 'ID=external_id')
  expect(JSON.parse((await here.run('show', '1', '--json')).stdout).city).toBeNull()
  expect(JSON.parse((await here.run('show', '2', '--json')).stdout).city).toBe('Псков')
})

test('an outside id that a gone client had is not free', async () => {
  const here = place()
  await here.take(here.write('a.csv', 'ID;Имя\nA-1;Петрова Анна\nA-17;Сидорова Анна\n'), '--map', 'ID=external_id')
  await here.run('merge', '1', '2', '--force', '--yes')
  const { code, stderr } = await here.run('add', 'Ольга Ким', '--external-id', 'A-17', '--force')
  expect(code).toBe(5)
  expect(stderr).toContain('clientele edit 1')
  // A row of somebody else under this id is put aside, as under any id that is taken.
  const file = here.write('b.csv', 'ID;Имя;Телефон\nA-17;Бондарь Олег;+79160000009\n')
  expect(await here.take(file, '--map', 'ID=external_id')).toMatchObject({ created: 0, rejected: 1 })
})

test('a company that went into another is the company of those who name it', async () => {
  const here = place()
  await here.take(here.write('a.csv', 'Имя;Компания\nКим Анна;Ромашка\nИванов Пётр;Колос\n'))
  const ids = JSON.parse((await here.run('list', 'kind:company', '--json')).stdout) as { id: number; name: string }[]
  const idOf = (name: string) => String(ids.find((each) => each.name === name)?.id)
  expect((await here.run('merge', idOf('Ромашка'), idOf('Колос'), '--force', '--yes')).code).toBe(0)
  const summary = await here.take(here.write('b.csv', 'Имя;Телефон;Компания\nСидоров Олег;+79160000004;Колос\n'))
  expect(summary).toMatchObject({ created: 1, companies: 0 })
  const [client] = JSON.parse((await here.run('list', 'Сидоров', '--json')).stdout) as { company: string }[]
  expect(client?.company).toBe('Ромашка')
})
