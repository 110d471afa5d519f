import { beforeEach, describe, expect, test } from 'vitest'
import { type Place, place } from './import-world.js'

let here: Place
beforeEach(() => {
  here = place()
})

/** `no email:no`: the answer for everything, then those for channels. */
const answers = async (who: string): Promise<string> => {
  const shown = await here.run('show', who, '--json')
  const { consent, consents } = JSON.parse(shown.stdout) as {
    consent: string | null
    consents: { channel: string; answer: string }[]
  }
  const each = consents.map(({ channel, answer }) => `${channel}:${answer}`).sort()
  return [...(consent === null ? [] : [consent]), ...each].join(' ')
}
const remarked = async (...argv: string[]): Promise<{ code: string; clients?: string }[]> =>
  ((await here.take(...argv)) as unknown as { remarked: { code: string; clients?: string }[] }).remarked

const MODES = ['skip', 'fill', 'update', 'create']

describe('a list of opt-outs that names nobody', () => {
  test.each(
    MODES.flatMap(
      (mode) =>
        [
          [mode, 'Email;Отписан\ni1@example.com;да\n', 'email:no'],
          [mode, 'Email,Unsubscribed\nI1@Example.com,2026-01-02\n', 'email:no'],
          [mode, 'Телефон;Не звонить\n8 (916) 000-00-01;да\n', 'call:no email:yes'],
          [mode, 'Имя;Email;Отписан\n;i1@example.com;да\n', 'email:no'],
          [mode, 'Email;Не беспокоить\ni1@example.com;да\n', 'no email:yes'],
          [mode, 'Email;Телефон;Отписан\ni1@example.com;89160000099;да\n', 'email:no'],
        ] as const,
    ),
  )('by %s: %j', async (mode, text, wanted) => {
    await here.run(
      'add',
      'Иван Первый',
      '--phone',
      '89160000001',
      '--email',
      'i1@example.com',
      '--consent',
      'email:yes',
    )
    await here.run(
      'add',
      'Ґалаґан Оксана',
      '--phone',
      '89160000002',
      '--email',
      'o@example.com',
      '--consent',
      'email:yes',
    )
    const file = here.write('o.csv', text)
    const way = ['--on-match', mode] as const
    expect(await here.take(file, ...way)).toMatchObject({ created: 0, updated: 1, rejected: 0 })
    expect([await answers('1'), await answers('2')]).toEqual([wanted, 'email:yes'])
    expect(await here.take(file, ...way)).toMatchObject({ created: 0, updated: 0, unchanged: 1, rejected: 0 })
    await here.run('undo')
    expect(await answers('1')).toBe('email:yes')
  })

  test('reaches everybody who has the address, and says so', async () => {
    for (const name of ['Ёлкина Анна', "O'Brien-Ñandú", 'ООО Ромашка'])
      await here.run('add', name, '--email', 'all@example.com', '--consent', 'email:yes', '--force')
    const file = here.write('o.csv', 'Email;Город;Отписан\nall@example.com;Тверь;да\n')
    const [remark] = await remarked(file)
    expect(remark).toMatchObject({ code: 'refusal-for-all', value: 'all@example.com' })
    expect(remark?.clients).toBe("Ёлкина Анна (1), O'Brien-Ñandú (2), ООО Ромашка (3)")
    for (const id of ['1', '2', '3']) expect(await answers(id)).toBe('email:no')
    expect((await here.run('show', '1', '--json')).stdout).not.toContain('Тверь')
    expect(await here.take(file)).toMatchObject({ unchanged: 1, remarks: 0 })
  })

  test('of letters is none of the wife who shares the phone', async () => {
    await here.run('add', 'Пётр Ёлкин', '--phone', '89160000001', '--email', 'p@example.com', '--consent', 'email:yes')
    await here.run('add', 'Анна Ёлкина', '--phone', '89160000001', '--email', 'a@example.com', '--consent', 'email:yes')
    await here.take(here.write('o.csv', 'Email;Телефон;Отписан\np@example.com;89160000001;да\n'))
    expect([await answers('1'), await answers('2')]).toEqual(['email:no', 'email:yes'])
    await here.take(here.write('c.csv', 'Телефон;Не звонить\n89160000001;да\n'))
    expect([await answers('1'), await answers('2')]).toEqual(['call:no email:no', 'call:no email:yes'])
  })

  test.each(MODES)('of an unknown address is a rejected row, by %s', async (mode) => {
    await here.run('add', 'Иван Первый', '--email', 'i1@example.com', '--consent', 'email:yes')
    const file = here.write('o.csv', 'Email;Отписан\nnobody@example.com;да\n')
    expect(await here.take(file, '--on-match', mode)).toMatchObject({ created: 0, rejected: 1, remarks: 0 })
    const { code, stderr } = await here.run('import', file, '--on-match', mode)
    expect([code, stderr]).toEqual([6, expect.stringContaining('line 2: no name')])
    expect(await here.names()).toEqual(['Иван Первый'])
  })

  test('of a client of another program comes by its id', async () => {
    const crm = here.write('crm.csv', 'id,Name,Email\nA-17,Ёлкина Анна,a@example.com\nA-18,Ґалаґан,\n')
    await here.take(crm, '--system', 'crm')
    const file = here.write('o.csv', 'id,Name,Unsubscribed\nA-18,,yes\nA-99,,yes\n')
    expect(await here.take(file, '--system', 'crm')).toMatchObject({ updated: 1, created: 0, rejected: 1 })
    expect(await answers('2')).toBe('email:no')
    const bare = here.write('ids.csv', 'ID;Отписан\nA-17;да\n')
    expect(await here.take(bare, '--system', 'crm')).toMatchObject({ updated: 1, created: 0, rejected: 0 })
    expect(await answers('1')).toBe('email:no')
  })

  test('with an id of its own is joined to the one who has the address', async () => {
    await here.run('add', 'Иван Первый', '--email', 'i1@example.com', '--consent', 'email:yes')
    const file = here.write(
      'o.csv',
      'Contact ID,Email,Unsubscribed\n501,i1@example.com,yes\n502,other@example.com,yes\n',
    )
    const way = [file, '--map', 'Contact ID=external_id', '--system', 'mailer']
    expect(await here.take(...way)).toMatchObject({ created: 1, updated: 1, rejected: 0 })
    expect(await answers('1')).toBe('email:no')
    expect(await here.take(...way)).toMatchObject({ created: 0, updated: 0, unchanged: 2 })
    expect(await here.names()).toEqual(['other@example.com', 'Иван Первый'].sort())
  })

  test('refuses for the known one even where an id makes a client of its own', async () => {
    await here.run('add', 'Иван Первый', '--email', 'i1@example.com', '--consent', 'email:yes', '--external-id', 'X-1')
    const file = here.write('o.csv', 'id,Email,Unsubscribed\n501,i1@example.com,yes\n')
    expect(await here.take(file, '--system', 'mailer')).toMatchObject({ created: 1, rejected: 0 })
    expect([await answers('1'), await answers('2')]).toEqual(['email:no', 'email:no'])
  })

  test('meets clients that the same file makes, in whichever portion', async () => {
    const people = Array.from({ length: 1_500 }, (_, at) => `Имя${at} Ёлкин;p${at}@example.com;`)
    const refusing = [0, 999, 1_000, 1_499].map((at) => `;p${at}@example.com;да`)
    const file = here.write('all.csv', `Имя;Email;Отписан\n${[...people, ...refusing].join('\n')}\n`)
    expect(await here.take(file)).toMatchObject({ created: 1_500, rejected: 0 })
    for (const at of [0, 999, 1_000, 1_499]) expect(await answers(`p${at}@example.com`)).toBe('email:no')
    expect(await answers('p5@example.com')).toBe('')
  })

  test('reaches all of a crowd', async () => {
    const syllables = ['бор', 'вик', 'гал', 'дро', 'жул', 'зай', 'кош', 'лис', 'мух', 'нос', 'пру', 'рож']
    const families = syllables.flatMap((one) => syllables.map((two) => `${one}${two}енко`))
    const rows = families.map((family) => `${family} Пётр;all@example.com`)
    await here.take(here.write('crowd.csv', `Имя;Email\n${rows.join('\n')}\n`))
    const people = (await here.names()).length
    await here.take(here.write('o.csv', 'Email;Отписан\nall@example.com;да\n'))
    const refused = JSON.parse((await here.run('list', '--json')).stdout) as { consents: unknown[] }[]
    expect(refused.filter(({ consents }) => consents.length === 1)).toHaveLength(people)
    expect(people).toBeGreaterThan(100)
  })

  test('tells nothing of who was erased, and does not reject them', async () => {
    await here.run('add', 'Иван Первый', '--email', 'i1@example.com')
    await here.run('forget', '1', '--yes')
    const summary = await here.take(here.write('o.csv', 'Email;Отписан\ni1@example.com;да\n'))
    expect(summary).toMatchObject({ forgotten: 1, rejected: 0, created: 0, remarks: 0 })
  })
})

describe('any row that names nobody', () => {
  test.each([
    ['fill', 'Киев', 'Тверь'],
    ['update', 'Киев', 'Киев'],
    ['skip', 'Киев', 'Тверь'],
  ])('completes the one who has its address, by %s', async (mode, inFile, city) => {
    await here.run('add', 'Ёлкина Анна', '--email', 'a@example.com', '--city', 'Тверь')
    const file = here.write('more.csv', `Email;Телефон;Город\na@example.com;89160000001;${inFile}\n`)
    expect(await here.take(file, '--on-match', mode)).toMatchObject({ created: 0, rejected: 0 })
    const shown = JSON.parse((await here.run('show', '1', '--json')).stdout) as { city: string; phones: unknown[] }
    expect([shown.city, shown.phones.length]).toEqual([city, mode === 'skip' ? 0 : 1])
  })

  test('makes no second card by create', async () => {
    await here.run('add', 'Ёлкина Анна', '--email', 'a@example.com')
    const file = here.write('more.csv', 'Email;Город\na@example.com;Тверь\n')
    expect(await here.take(file, '--on-match', 'create')).toMatchObject({ created: 0, rejected: 1 })
  })

  test('is rejected where it may be one of several', async () => {
    await here.run('add', 'Ёлкина Анна', '--email', 'a@example.com', '--phone', '89160000001')
    await here.run('add', 'Ёлкин Пётр', '--email', 'p@example.com', '--phone', '89160000001')
    const both = here.write('both.csv', 'Телефон;Город\n89160000001;Тверь\n')
    const { code, stderr } = await here.run('import', both)
    expect([code, stderr]).toEqual([6, expect.stringContaining('fits several: Ёлкина Анна (1), Ёлкин Пётр (2)')])
    const torn = here.write('torn.csv', 'Email;Email 2;Город\na@example.com;p@example.com;Тверь\n')
    expect(await here.take(torn)).toMatchObject({ rejected: 1 })
    // The e-mail tells which of them it is.
    const one = here.write('one.csv', 'Email;Телефон;Город\np@example.com;89160000001;Тверь\n')
    expect(await here.take(one)).toMatchObject({ updated: 1, rejected: 0 })
  })
})

test.each([['😀'], ['🦊 🦊'], ['!!!'], ['—?']])('a name without letters, %s, is known again', async (name) => {
  const file = here.write('signs.csv', `Имя;Телефон\n${name};89160000004\n`)
  expect(await here.take(file)).toMatchObject({ created: 1 })
  expect(await here.take(file)).toMatchObject({ created: 0, unchanged: 1, likely_count: 0 })
  const other = here.write('other.csv', 'Имя;Телефон\n🐙;89160000004\n')
  expect(await here.take(other)).toMatchObject({ created: 1 })
  const numbered = here.write('ids.csv', `id,Name\nA-1,${name}\n`)
  await here.take(numbered)
  expect(await here.take(numbered)).toMatchObject({ created: 0, unchanged: 1, rejected: 0 })
})

describe('another card of somebody who refused', () => {
  const file = (text: string): string => here.write('again.csv', text)
  test.each([
    ['no', 'Согласие', 'да', 'no', null],
    ['email:no', 'Рассылка по e-mail', 'да', 'email:no', 'email'],
    ['no', 'Согласие', '', 'no', undefined],
    ['no', 'Согласие', 'нет', 'no', undefined],
  ])('%s, and the file says %s: %j', async (consent, column, cell, wanted, channel) => {
    await here.run('add', 'Ёлкина Анна', '--phone', '89160000001', '--consent', consent)
    const map = column === 'Согласие' ? 'consent' : 'consent_email'
    const text = `Имя;Телефон;${column}\nЁлкина Анна;89160000001;${cell}\n`
    const told = await remarked(file(text), '--on-match', 'create', '--map', `${column}=${map}`)
    expect(told).toEqual(channel === undefined ? [] : [expect.objectContaining({ code: 'refusal-kept', channel })])
    expect([await answers('1'), await answers('2')]).toEqual([wanted, wanted])
  })

  test('refuses on both when it is the file that says no', async () => {
    await here.run('add', 'Ёлкина Анна', '--phone', '89160000001', '--consent', 'yes')
    await here.run('add', 'Ёлкина Анна', '--phone', '89160000001', '--force')
    await here.take(file('Имя;Телефон;Согласие\nЁлкина Анна;89160000001;нет\n'), '--on-match', 'create')
    for (const id of ['1', '2', '3']) expect(await answers(id)).toBe('no')
  })

  test('whichever of the cards refused', async () => {
    await here.run('add', 'Ёлкина Анна', '--phone', '89160000001')
    await here.run('add', 'Ёлкина Анна', '--phone', '89160000001', '--force', '--consent', 'no')
    await here.take(file('Имя;Телефон;Согласие\nЁлкина Анна;89160000001;да\n'), '--on-match', 'create')
    expect([await answers('2'), await answers('3')]).toEqual(['no', 'no'])
  })
})

test('of a row that is left out because the person was erased nothing else is said', async () => {
  await here.run('add', 'Цой Пак')
  await here.run('forget', '1', '--yes')
  const file = here.write('list.csv', 'Имя;Телефон;Город\nЁлкина Анна;89160000001;Тверь\nЦой Пак;;\n')
  const summary = await here.take(file)
  expect(summary).toMatchObject({ created: 1, forgotten: 1, remarks: 0, remarked: [] })
})
