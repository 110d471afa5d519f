import { describe, expect, test } from 'vitest'
import { openStore } from '../../src/store/store.js'
import { type Place, place } from './import-world.js'

/* New clients are held against those that are there: by `add` one by one, by `import` a file of them. */

const people = async (here: Place, ...rows: string[][]) => {
  for (const row of rows) expect((await here.run('add', ...row)).stderr).toBe('')
}

describe('add refuses who is certainly there', () => {
  test.each([
    ['a diminutive with the same phone', ['Саша Иванов', '--phone', '8 (916) 000-00-01']],
    ['another language', ['Oleksandr Ivanov', '--phone', '+79160000001']],
    ['a mail in another spelling', ['Иванов А.', '--email', 'A.Ivanov@example.com']],
    ['a messenger', ['Иванов Саша', '--telegram', '@sasha_i']],
  ])('%s', async (_, args) => {
    const here = place()
    await people(here, [
      'Иванов Александр',
      '--phone',
      '+7 916 000-00-01',
      '--email',
      'a.ivanov@example.com',
      '--telegram',
      'sasha_i',
    ])
    const { code, stderr, stdout } = await here.run('add', ...args)
    expect({ code, stdout }).toEqual({ code: 5, stdout: '' })
    expect(stderr).toMatch(/in the base already\.\n.*Иванов Александр.*\n {2}same .*\n.*clientele edit 1 /)
    expect((await here.run('add', ...args, '--force')).stdout).toBe('2\n')
  })

  test('by tax id and name', async () => {
    const here = place()
    await here.run('fields', 'add', 'inn', '--type', 'text')
    await people(here, ['ООО «Ромашка»', '--set', 'inn=7707083893'])
    expect((await here.run('add', 'Romashka LLC', '--kind', 'company', '--set', 'inn=7707083893')).code).toBe(5)
  })
})

describe('add names who is likely there, and adds', () => {
  test('whole name and birthday', async () => {
    const here = place()
    await people(here, ['Ґалаґан Микола', '--birthday', '03.02.1980', '--phone', '+380 67 000 00 01'])
    await people(here, ...Array.from({ length: 3 }, (_, index) => [`Чужой Клиент${index}`, '--force']))
    const { code, stdout, stderr } = await here.run('add', 'Галаган Микола', '--birthday', '03.02.1980', '--force')
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: '5\n', stderr: '' })
  })

  test.each([
    ['en', 'It may be #1 Иванов Иван', 'One and the same: clientele merge 1 2; two people: clientele distinct 1 2'],
    ['ru', 'Возможно, это #1 Иванов Иван', 'Один и тот же: clientele merge 1 2; разные: clientele distinct 1 2'],
    ['uk', 'Можливо, це #1 Иванов Иван', 'Той самий: clientele merge 1 2; різні: clientele distinct 1 2'],
  ])('a father and a son on one phone, in %s', async (language, who, how) => {
    const here = place()
    await people(here, ['Иванов Иван', '--phone', '+79160000001', '--birthday', '03.02.1960'])
    const son = ['add', 'Иванов Иван', '--phone', '+79160000001', '--birthday', '28.07.1991']
    const { code, stdout, stderr } = await here.run(...son, '--lang', language)
    expect({ code, stdout }).toEqual({ code: 0, stdout: '2\n' })
    expect(stderr).toContain(who)
    expect(stderr).toContain(how)
    expect(stderr.trim().split('\n')).toHaveLength(1)
  })

  test('a mother and her daughter on one phone are two, without a word', async () => {
    const here = place()
    await people(here, ['Иванова Мария', '--phone', '+79160000001'], ['Иванова Анна', '--phone', '+79160000001'])
  })

  test('an archived one is nobody', async () => {
    const here = place()
    await people(here, ['Иванов Иван', '--phone', '+79160000001'])
    await here.run('remove', '1')
    await people(here, ['Иванов Иван', '--phone', '+79160000001'])
  })
})

describe('import knows by names in any spelling', () => {
  const table = 'Имя;Телефон;День рождения;Город\n'
  const base = async () => {
    const here = place()
    await here.take(
      here.write(
        'a.csv',
        `${table}Иванов Александр;+79160000001;03.02.1980;\nПетрова Мария;+79160000002;;\nКим Ёлка;;05.06.1990;Київ\n`,
      ),
    )
    return here
  }

  test.each([
    ['a diminutive with the phone', 'Саша Иванов;+79160000001;;', { created: 0, unchanged: 1 }],
    ['another alphabet with the phone', 'Aleksandr Ivanov;+79160000001;;', { created: 0, unchanged: 1 }],
    ['whole name and birthday, nothing else', 'Иванов Саша;;03.02.1980;', { created: 0, unchanged: 1 }],
    ['… in another city', 'Кім Елка;;05.06.1990;Львів', { created: 1, unchanged: 0 }],
    ['the name alone', 'Иванов Саша;;;', { created: 1, unchanged: 0 }],
    ['a daughter on the phone', 'Петрова Анна;+79160000002;;', { created: 1, unchanged: 0 }],
    ['a son of the same name', 'Иванов Александр;+79160000001;28.07.2003;', { created: 1, unchanged: 0 }],
  ])('%s', async (_, row, expected) => {
    const here = await base()
    const file = here.write('b.csv', `${table}${row}\n`)
    expect(await here.take(file)).toMatchObject(expected)
    // A second time everything is there.
    expect(await here.take(file)).toMatchObject({ created: 0, updated: 0 })
  })

  test('within one file too', async () => {
    const here = place()
    const file = here.write(
      'a.csv',
      `${table}Иванов Александр;+79160000001;03.02.1980;\nСаша Иванов;+79160000001;;Київ\nИванов Шура;;03.02.1980;\n`,
    )
    expect(await here.take(file)).toMatchObject({ created: 1, updated: 1, unchanged: 1 })
  })
})

describe('the likely ones of a plan', () => {
  const file = (here: Place) =>
    here.write(
      'b.csv',
      'Имя;Телефон;День рождения\nИванов Иван;+79160000001;28.07.1991\nКим Анна;+79160000005;\nҐалаґан Юрко;;03.03.1981\n' +
        'Галаган Юрій;+380670000007;03.03.1981\n',
    )
  const base = async () => {
    const here = place()
    await people(here, ['Иванов Иван', '--phone', '+79160000001', '--birthday', '03.02.1960'])
    return here
  }

  test('are told as data', async () => {
    const here = await base()
    for (const flags of [['-n'], []]) {
      const summary = await here.take(file(here), ...flags)
      expect(summary).toMatchObject({ created: 4, likely_count: 2 })
      const { likely } = summary as unknown as { likely: { row: number; reasons: { field: string }[] }[] }
      const [father, other] = [...likely].sort((a, b) => a.row - b.row)
      expect(father).toMatchObject({ row: 2, id: 1, other_row: null, name: 'Иванов Иван' })
      expect(father?.reasons.map(({ field }) => field)).toContain('phone')
      expect(other).toMatchObject({ row: 5, id: null, other_row: 4, name: 'Ґалаґан Юрко' })
    }
  })

  test.each([
    ['en', '2 of the new ones may be clients you have:', 'line 2: Иванов Иван → #1 Иванов Иван: same phone'],
    ['ru', '2 новых клиента, возможно, уже есть:', 'строка 2: Иванов Иван → #1 Иванов Иван: '],
    ['uk', '2 нові клієнти, можливо, уже є:', 'рядок 2: Иванов Иван → #1 Иванов Иван: '],
  ])('are shown in %s', async (language, count, line) => {
    const here = await base()
    for (const flags of [['-n'], []]) {
      const { stderr } = await here.run('import', file(here), '--lang', language, ...flags)
      expect(stderr).toContain(count)
      expect(stderr).toContain(line)
      expect(stderr.includes('dedupe --review')).toBe(flags.length === 0)
    }
  })

  test('ten are shown, a hundred told', async () => {
    const here = place()
    const family = (index: number) => `Кар${'абвгде'[index % 6]}${'клмнпрст'[index % 8]}${'аеиоу'[index % 5]}шенко`
    const rows = (birthday: (index: number) => string) =>
      Array.from(
        { length: 120 },
        (_, index) => `${family(index)} Иван;+7916000${String(1000 + index)};${birthday(index)}\n`,
      ).join('')
    await here.take(
      here.write('a.csv', `Имя;Телефон;День рождения\n${rows((index) => `03.02.19${10 + (index % 20)}`)}`),
    )
    const b = here.write('b.csv', `Имя;Телефон;День рождения\n${rows((index) => `28.07.19${70 + (index % 20)}`)}`)
    const summary = (await here.take(b, '-n')) as unknown as { likely: object[] }
    expect(summary).toMatchObject({ created: 120, likely_count: 120 })
    expect(summary.likely).toHaveLength(100)
    const { stderr } = await here.run('import', b, '-n')
    expect(stderr.match(/→ #/g)).toHaveLength(10)
    expect(stderr).toContain('… and 110 more')
  })

  test('a row whose name says nothing is for a person to decide', async () => {
    const here = await base()
    expect(await here.take(here.write('c.csv', 'Имя;Телефон\n—;+79160000001\n😀;+79160000001\n'))).toMatchObject({
      created: 2,
      likely_count: 2,
    })
  })
})

describe('what a full search has learned', () => {
  const many = (here: Place) =>
    here.write(
      'many.csv',
      `Имя;Телефон\n${Array.from({ length: 400 }, (_, index) => `Фамильев${'абвгдежзик'[index % 10]}ов Имя${index};+7916${String(1_000_000 + index * 137)}\n`).join('')}`,
    )
  const kept = async (here: Place) => {
    const store = await openStore(here.path('clients.db'))
    try {
      return await store.matching.model()
    } finally {
      await store.close()
    }
  }

  test('is kept, and by it new ones are weighed', async () => {
    const here = place()
    await here.take(many(here))
    expect(await kept(here)).toBeNull()
    await here.run('dedupe')
    expect(await kept(here)).toMatchObject({ made_at: '2026-11-22T07:30:00Z', clients: 400 })
    expect((await here.run('add', 'Фамильевбов Имя1', '--phone', '+79161000137')).code).toBe(5)
    // It is nothing to take back.
    expect((await here.run('history', '--json')).stdout).not.toContain('dedupe')
  })

  test('is not kept of a small base', async () => {
    const here = place()
    await people(here, ['Иванов Иван'])
    await here.run('dedupe')
    expect(await kept(here)).toBeNull()
  })

  test('a base that another program is writing is searched all the same', async () => {
    const here = place()
    await here.take(many(here))
    const store = await openStore(here.path('clients.db'))
    let code: number | undefined
    await store.write({ at: '2026-11-22T07:30:00Z', command: 'x' }, async () => {
      code = (await here.run('dedupe')).code
    })
    await store.close()
    expect(code).toBe(0)
    expect(await kept(here)).toBeNull()
  })
})
