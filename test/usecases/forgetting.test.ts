import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sqlite3 from 'sqlite3'
import { describe, expect, it } from 'vitest'
import { TEXTS } from '../../src/store/texts.js'
import { en } from '../../src/words/en.js'
import { ru } from '../../src/words/ru.js'
import { uk } from '../../src/words/uk.js'
import { forgettingWorld } from './forgetting-world.js'

describe('forget leaves nothing of a person', () => {
  it('in tables, index, journal and file, old texts that were changed included', async () => {
    const { add, ok, forget, sound, found } = forgettingWorld()
    const id = await add(
      'Ёлкина Мария Петровна',
      '--phone',
      'work:+7 916 123-45-67',
      '--email',
      'Elka.M@post-office.ru',
      '--telegram',
      '@elka_tajnaq',
      '--city',
      'Кукуево',
      '--address',
      'ул. Лесная-Тайная 5',
      '--birthday',
      '12.03.1980',
      '--note',
      'первая заметочка',
      '--tag',
      'привереда',
      '--set',
      'любимое=пионы',
      '--external-id',
      'Я-775533',
      '--source',
      'от соседушки',
    )
    const other = await add(
      'Иванов Пётр',
      '--phone',
      '+7 916 765-43-21',
      '--note',
      'обычная запись',
      '--referred-by',
      String(id),
    )
    await ok('edit', String(id), '--note', 'вторая заметочка')
    await ok('edit', String(id), '--name', 'Перелыгина Мария', '--note', 'третья заметочка')
    await ok('log', String(id), '--call', 'разговорище о шторах', '--next', '2026-12-01 перезвонить-ка')
    await ok('order', 'add', String(id), '5500', 'портьеры')
    await ok('date', 'add', String(id), '01.12', 'годовщина свадьбы', '--who', 'муженёк')
    await ok('edit', String(id), '--remove-phone', '+7 916 123-45-67', '--phone', '+7 916 222-33-44')
    await ok('today', '--json')
    const texts = [
      'Ёлкина',
      'Перелыгина',
      'Петровна',
      '+79161234567',
      '916 123-45-67',
      '+79162223344',
      'elka.m@post-office',
      'elka_tajnaq',
      'Кукуево',
      'Лесная-Тайная',
      'заметочка',
      'привереда',
      'пионы',
      'Я-775533',
      'соседушки',
      'разговорище',
      'перезвонить-ка',
      'портьеры',
      'годовщина',
      'муженёк',
    ]
    // The search can fail: all of it is found before.
    expect(found(...texts)).toEqual(texts)
    expect(found('обычная запись')).toEqual(['обычная запись'])

    const answer = await forget('Перелыгина')
    expect(answer).toMatchObject({ forgotten: id, mentions: [], copies: [], exports: 0, swept: true })
    expect(answer.rows).toMatchObject({
      client: 1,
      contact: 1,
      promise: 1,
      client_order: 1,
      anniversary: 2,
      custom_value: 1,
    })
    expect(found(...texts)).toEqual([])
    expect(found('обычная запись')).toEqual(['обычная запись'])
    const [left] = JSON.parse(await ok('list', '--json')) as { id: number }[]
    expect(left).toMatchObject({ id: other, name: 'Иванов Пётр' })
    expect(JSON.parse(await ok('show', String(other), '--json'))).toMatchObject({
      note: 'обычная запись',
      relations: [],
    })
    await sound()
  })

  it.each([
    ["O'Brien-Ñandú Zoë", "O'Brien-Ñandú"],
    ['Ґалаґан Остап', 'Ґалаґан'],
    ['Цветкович🌸 Лилия', 'Цветкович🌸'],
  ])('%s', async (name, text) => {
    const { add, forget, sound, found } = forgettingWorld()
    await add(name, '--phone', '+380 67 123 45 67')
    expect(found(text)).toEqual([text])
    await forget(name)
    expect(found(text, '+380671234567')).toEqual([])
    await sound()
  })

  it('with those who went into it, and names them by any number', async () => {
    const { add, ok, forget, sound, found } = forgettingWorld()
    const kept = await add('Ёлкина Мария', '--phone', '+79161234567')
    const gone = await add('Йолкина Маша', '--phone', '+79169999999', '--note', 'заметочка ушедшей', '--force')
    await ok('merge', String(kept), String(gone), '--yes')
    const answer = await forget(String(gone))
    expect(answer).toMatchObject({ forgotten: kept, gone: [gone] })
    expect(found('Ёлкина', 'Йолкина', 'ушедшей', '+79169999999')).toEqual([])
    await sound()
  })

  it('with what a merge that was taken back has left with the other one', async () => {
    const { add, ok, forget, sound, found } = forgettingWorld()
    const kept = await add('Иванов Пётр', '--phone', '+79161234567')
    const gone = await add(
      'Ёлкина Мария',
      '--city',
      'Кукуево',
      '--note',
      'заметочка ушедшей',
      '--address',
      'ул. Тайная 5',
    )
    await ok('merge', String(kept), String(gone), '--yes', '--force')
    await ok('undo')
    expect(found('Кукуево', 'ул. Тайная 5', 'ушедшей')).toHaveLength(3)
    await forget(String(gone))
    expect(found('Ёлкина', 'Кукуево', 'ул. Тайная 5', 'ушедшей')).toEqual([])
    expect(JSON.parse(await ok('show', String(kept), '--json'))).toMatchObject({ name: 'Иванов Пётр', city: null })
    await sound()
  })

  it('with entries that were taken back and only the journal has', async () => {
    const { add, ok, at, forget, sound, found } = forgettingWorld()
    await add('Ёлкина Мария', '--phone', '+79161234567', '--note', 'прежняя-запись')
    await ok('undo')
    await add('Ёлкина Мария', '--phone', '+79161234567')
    expect(await forget('Ёлкина')).toMatchObject({ forgotten: 2, gone: [1] })
    expect(found('Ёлкина', 'прежняя-запись', '+79161234567')).toEqual([])
    await add('Ґалаґан Остап', '--note', 'скасований')
    await ok('undo')
    expect((await at.run('show', 'Ґалаґан')).code).toBe(3)
    expect(await forget('Ґалаґан')).toMatchObject({ forgotten: 3 })
    expect(found('Ґалаґан', 'скасований')).toEqual([])
    await add('Архивная Анна', '--phone', '+79165556677')
    await ok('remove', 'Архивная')
    expect(await forget('+7 916 555-66-77')).toMatchObject({ forgotten: 4 })
    expect(found('Архивная')).toEqual([])
    await sound()
  })

  it('out of the middle of an import, which can still be taken back for the others', async () => {
    const { at, ok, forget, sound, found } = forgettingWorld()
    const rows = Array.from(
      { length: 9 },
      (_, index) => `Клиент${index} Пётр,+7916000000${index},ООО Ромашка,метка${index}`,
    )
    const file = at.write('all.csv', `Имя,Телефон,Компания,Метки\n${rows.join('\n')}\n`)
    expect(await at.take(file)).toMatchObject({ created: 9, companies: 1, operation: 1 })
    await ok('edit', 'Клиент4', '--city', 'Кукуево')
    await forget('Клиент4')
    expect(found('Клиент4', 'метка4', '+79160000004', 'Кукуево')).toEqual([])
    await sound()
    expect(await at.names()).toHaveLength(9)
    await ok('undo', '1')
    expect(await at.names()).toEqual([])
    await ok('undo', '4')
    expect(await at.names()).toHaveLength(9)
    await forget('Клиент7')
    expect(found('Клиент7', 'Клиент4')).toEqual([])
    await ok('undo', '1')
    // What was taken back is kept in removals of many rows each, of which one goes as well.
    await ok('undo', '7')
    await forget('Клиент8')
    expect(found('Клиент8', 'метка8')).toEqual([])
    expect(await at.names()).toHaveLength(7)
    await sound()
  })

  it('a company, whose persons stay', async () => {
    const { add, ok, forget, sound, found } = forgettingWorld()
    const person = await add('Ёлкина Мария', '--company', 'ООО «Тридевятое»', '--phone', '+79161234567')
    const answer = await forget('Тридевятое')
    expect(answer.rows).toMatchObject({ client: 1, relation: 1 })
    expect(found('Тридевятое')).toEqual([])
    expect(JSON.parse(await ok('list', 'Ёлкина', '--json'))).toMatchObject([{ id: person, company: null }])
    await sound()
  })

  it('and lists what others say of it, which stays in their texts and goes from their journal', async () => {
    const { add, ok, forget, sound, found } = forgettingWorld()
    await add('Ёлкина Мария', '--phone', '+79161234567')
    const other = await add('Иванов Пётр', '--note', 'сосед Ёлкиной')
    await ok('log', String(other), '--call', 'говорили о Марии Ёлкиной и погоде')
    await ok('segment', 'save', 'соседи', 'ёлкина')
    const { mentions } = await forget('Ёлкина')
    expect(mentions.map(({ table, client, field }) => `${table} ${client} ${field}`).sort()).toEqual([
      'client 2 note',
      'contact 2 text',
      'segment null filter',
    ])
    expect(found('сосед Ёлкиной')).toHaveLength(1)
    const { mentions: none } = await forget('Иванов')
    expect(none.map(({ table }) => table)).toEqual([])
    expect(found('Ёлкиной')).toEqual([])
    await sound()
  })

  it('and with --everywhere out of the texts of others, where a text can be cut', async () => {
    const { add, ok, forget, sound, found } = forgettingWorld()
    await add('Ёлкина Мария', '--phone', '+79161234567')
    const other = await add('Иванов Пётр', '--note', 'сосед Ёлкиной, тел. 8 916 123-45-67')
    await ok('log', String(other), '--call', 'говорили о Марии Ёлкиной и погоде')
    await ok('segment', 'save', 'соседи', 'ёлкина')
    const answer = await forget('1', '--everywhere')
    expect(answer).toMatchObject({ cut: 2, mentions: [{ table: 'segment', field: 'filter' }] })
    await ok('segment', 'remove', 'соседи')
    expect(JSON.parse(await ok('show', String(other), '--json'))).toMatchObject({
      note: 'сосед …, тел. …',
      history: [{ text: 'говорили о … … и погоде' }],
    })
    expect(found('Ёлкиной', '123-45-67')).toEqual([])
    await sound()
  })
})

describe('what was erased is not taken back', () => {
  it('neither the erasure nor what it has left nothing of; what others did can be', async () => {
    const { at, add, ok, forget, sound } = forgettingWorld()
    await add('Ёлкина Мария')
    await add('Иванов Пётр')
    await ok('edit', '2', '--city', 'Киев')
    await forget('1')
    const { code, stderr } = await at.run('undo')
    expect(code).toBe(5)
    expect(stderr).toContain('Operation 4 erased data of a client for good')
    expect(stderr).toContain('clientele undo 3')
    expect((await at.run('undo', '1')).stderr).toContain('Operation 1 cannot be taken back')
    await ok('undo', '3')
    const operations = JSON.parse(await ok('history', '--json')) as { id: number; erased: boolean; command: string }[]
    expect(operations.map(({ id, erased, command }) => `${id} ${erased} ${command}`)).toEqual([
      '5 false undo 3',
      '4 true forget 1',
      '3 false edit 2 --city Киев',
      '2 false add "Иванов Пётр"',
      '1 true add …',
    ])
    await sound()
  })
})

describe('the same person does not come back', () => {
  const CSV = 'Имя,Телефон,Почта\nЁлкина Мария,8 916 123-45-67,m.elkina@post-office.ru\nИванов Пётр,+79167654321,\n'

  it('by an import of any format, and is counted', async () => {
    const { at, forget } = forgettingWorld()
    const file = at.write('all.csv', CSV)
    await at.take(file)
    await forget('Ёлкина')
    for (const argv of [['--dry-run'], []]) {
      const { code, stdout, stderr } = await at.run('import', file, '--json', ...argv)
      expect(code).toBe(0)
      expect(JSON.parse(stdout)).toMatchObject({
        rows: 2,
        created: 0,
        unchanged: 1,
        rejected: 0,
        forgotten: 1,
        rejects: null,
      })
      expect(stderr).toContain('1 row was left out')
    }
    const card = at.write(
      'one.vcf',
      'BEGIN:VCARD\nVERSION:3.0\nFN:Maria Elkina\nEMAIL:M.Elkina@post-office.ru\nEND:VCARD\n',
    )
    expect(await at.take(card)).toMatchObject({ created: 0, forgotten: 1 })
    const own = at.write('own.json', JSON.stringify([{ name: 'Мария Ёлкина', phones: [{ value: '+79161234567' }] }]))
    expect(await at.take(own)).toMatchObject({ created: 0, forgotten: 1 })
    const log = at.write(
      'log.csv',
      'Клиент,Телефон,Дата,Текст\nМария,+79161234567,2026-11-01,звонок\nНовый Олег,+79160001122,2026-11-01,звонок\n',
    )
    const summary = await at.take(log, '--as', 'contacts', '--create-clients')
    expect(summary).toMatchObject({ rows: 2, created: 1, clients_created: 1, rejected: 0, forgotten: 1 })
    expect(await at.names()).toEqual(['Иванов Пётр', 'Новый Олег'])
  })

  it('by hand only with --force, and is nobody special as long as that is in force', async () => {
    const { at, add, ok, forget } = forgettingWorld()
    const file = at.write('again.csv', 'Имя,День рождения\nЁлкина Мария,12.03.1980\n')
    await add('Ёлкина Мария', '--phone', '+79161234567', '--birthday', '12.03.1980')
    await forget('Ёлкина')
    const { code, stderr } = await at.run('add', 'Елкина Мария', '--birthday', '1980-03-12')
    expect(code).toBe(5)
    expect(stderr).toContain('erased from the base on 22 Nov 2026')
    expect((await at.run('add', 'Елкина Мария', '--birthday', '1980-03-12', '--dry-run')).code).toBe(5)
    await add('Елкина Мария', '--birthday', '1980-03-12', '--force')
    expect(await at.take(file)).toMatchObject({ created: 0, unchanged: 1, forgotten: 0 })
    // Taken back, it is as if nobody had taken her in.
    await ok('undo')
    expect(await at.take(file)).toMatchObject({ created: 0, forgotten: 1 })
    expect((await at.run('add', 'Ёлкина Мария', '--phone', '+79161234567')).code).toBe(5)
    // And done again.
    const [{ id: undo }] = JSON.parse(await ok('history', '--json')) as [{ id: number }]
    await ok('undo', String(undo))
    expect(await at.take(file)).toMatchObject({ created: 0, unchanged: 1, forgotten: 0 })
    await add('Ёлкина Мария', '--city', 'Львов')
  })

  it('nor does a taking back of it reach a backup, or a copy of another base with the same numbers', async () => {
    const { at, add, ok, forget } = forgettingWorld()
    await add('Ёлкина Мария', '--phone', '+79161234567')
    await forget('1')
    await add('Ёлкина Мария', '--phone', '+79161234567', '--force')
    const backup = at.path('again.db')
    await ok('backup', backup)
    await ok('undo')
    await ok('restore', backup, '--yes')
    expect(await at.names()).toEqual(['Ёлкина Мария'])
    await ok('remove', '2')
    const other = forgettingWorld()
    await other.add('Кто-то Другой')
    await other.add('Ґалаґан Остап')
    await other.ok('restore', backup, '--yes')
    expect(await other.at.names()).toEqual(['Ёлкина Мария'])
  })

  it('nor a company as that to which others belong, and the count or a remark says so', async () => {
    const { at, add, forget, sound } = forgettingWorld()
    const rows =
      'Имя,Телефон,Компания,Город\nЁлкина Мария,+79161234567,ООО «Ромашка»,\nҐалаґан Остап,+380671234567,Калина,Львів\n'
    const file = at.write('a.csv', rows)
    expect(await at.take(file)).toMatchObject({ created: 2, companies: 2, forgotten: 0 })
    await forget('Ромашка')
    const people = ['Ёлкина Мария', 'Ґалаґан Остап', 'Калина'].sort()
    const again = await at.take(file)
    expect(again).toMatchObject({
      rows: 2,
      created: 0,
      updated: 0,
      unchanged: 1,
      forgotten: 1,
      operation: null,
      remarks: 0,
    })
    expect((await at.names()).sort()).toEqual(people)
    // A row that brings more than the company is taken without it.
    const more = at.write(
      'b.csv',
      `${rows.replace('«Ромашка»,', '«Ромашка»,Киев')}O'Brien-Ñandú Zoë,+353861234567,Romashka,\nЖук Ян,+79160000001,Новая,\n`,
    )
    const taken = (await at.take(more)) as Awaited<ReturnType<typeof at.take>> & { remarked: unknown[] }
    expect(taken).toMatchObject({
      rows: 4,
      created: 2,
      updated: 1,
      unchanged: 1,
      forgotten: 0,
      companies: 1,
      remarks: 2,
    })
    expect(taken.remarked).toEqual([
      { line: 2, code: 'erased-company', value: 'ООО «Ромашка»' },
      { line: 4, code: 'erased-company', value: 'Romashka' },
    ])
    expect((await at.names()).sort()).toEqual([...people, "O'Brien-Ñandú Zoë", 'Жук Ян', 'Новая'].sort())
    // Whoever skips those who are there loses nothing by it, and a company that is there again is no erased one.
    expect(await at.take(file, '--on-match', 'skip')).toMatchObject({ unchanged: 2, forgotten: 0 })
    await add('Ромашка', '--kind', 'company', '--force')
    expect(await at.take(file)).toMatchObject({ updated: 1, forgotten: 0, remarks: 0 })
    await sound()
  })

  it('and others are not kept out', async () => {
    const { at, add, forget } = forgettingWorld()
    await add(
      'Ёлкина Мария',
      '--phone',
      'office:+7 495 123-45-67',
      '--email',
      'info@tridevyat.ru',
      '--external-id',
      '17',
      '--city',
      'Киев',
    )
    await add('Ёлкин Олег', '--phone', '+7 495 123-45-67')
    await forget('Ёлкина')
    const summary = await at.take(
      at.write(
        'others.csv',
        'Имя,Телефон,Почта,ID\nСемёнов Глеб,+7 495 123-45-67,,\nПавлова Анна,,info@tridevyat.ru,\nТретьяков Лев,,,17\nЁлкина Мария,+79160001122,,\nЁлкина Мария,+7 495 123-45-67,,\n',
      ),
    )
    expect(summary).toMatchObject({ rows: 5, created: 4, forgotten: 1, rejected: 0 })
  })

  it('known by the name alone when there was nothing else', async () => {
    const { at, add, forget } = forgettingWorld()
    await add('Ёлкина Мария', '--city', 'Киев')
    await forget('Ёлкина')
    const file = at.write(
      'a.csv',
      'Имя,Город,Телефон\nМария Елкина,киев,\nЁлкина Мария,,\nЁлкина Мария,Львов,\nЁлкина Мария,Киев,+79160001122\n',
    )
    expect(await at.take(file)).toMatchObject({ rows: 4, created: 2, forgotten: 2 })
  })

  it('nor her name as that of who recommended others', async () => {
    const { at, add, forget, found } = forgettingWorld()
    await add('Ёлкина Мария', '--phone', '+79161234567')
    await forget('Ёлкина')
    const file = at.write(
      'a.csv',
      'Имя,Телефон,Рекомендатель\nИванов Пётр,+79167654321,Мария Ёлкина\nПетров Иван,+79167654322,Кузьмин Лука\n',
    )
    await at.take(file)
    expect(found('Ёлкина')).toEqual([])
    expect(found('Кузьмин')).toEqual(['Кузьмин'])
  })
})

describe('the verb', () => {
  it('shows what would go, asks on a terminal, and takes no for no answer', async () => {
    const { at, add, found } = forgettingWorld()
    await add('Ёлкина Мария', '--phone', '+79161234567')
    const shown = await at.run('forget', 'Ёлкина', '--dry-run')
    expect(shown.code).toBe(0)
    expect(shown.stderr).toContain('#1 Ёлкина Мария')
    expect((await at.run('forget', 'Ёлкина')).code).toBe(2)
    expect((await at.run('forget', 'Ёлкина', '--json')).code).toBe(2)
    expect((await at.runWith({ terminal: true, answers: ['n'] }, 'forget', 'Ёлкина')).code).toBe(130)
    expect(found('Ёлкина')).toHaveLength(1)
    expect((await at.runWith({ terminal: true, answers: ['y'] }, 'forget', 'Ёлкина')).code).toBe(0)
    expect(found('Ёлкина')).toEqual([])
  })

  it.each([
    ['en', 'In 2 places the mention cannot be cut out', 'contact of 22 Nov', 'filter of the segment “ёлкина”'],
    ['ru', 'Из 2 мест упоминание не вырезать', 'контакт от 22 нояб.', 'фильтр сегмента «ёлкина»'],
    ['uk', 'Із 2 місць згадку не вирізати', 'контакт від 22 лист.', 'фільтр сегмента «ёлкина»'],
  ])('tells in the words of %s where others speak of them, before it asks', async (lang, fixed, contact, filter) => {
    const { at, add, ok } = forgettingWorld()
    await add('Ёлкина Мария', '--phone', '+79161234567')
    await add('Ґалаґан Остап', '--note', 'муж Ёлкиной Марии')
    await ok('log', '2', 'от Ёлкиной', '--call')
    await ok('segment', 'save', 'ёлкина', 'name:ёлкина')
    const { stderr } = await at.run('forget', '1', '--lang', lang)
    for (const text of [fixed, `#2 Ґалаґан Остап: ${contact}`, filter]) expect(stderr).toContain(text)
    // What the program calls its tables and columns is nobody's business.
    expect(stderr).not.toMatch(/_|\b(?:contact|promise|segment|client) \d|: (?:text|filter|what)$/m)
    const cutting = (await at.run('forget', '1', '--everywhere', '--dry-run', '--lang', lang)).stderr
    expect(cutting).toContain({ en: 'cut out of 2 texts', ru: 'из 2 чужих текстов', uk: 'з 2 чужих текстів' }[lang])
    expect(await at.names()).toHaveLength(2)
  })

  it('has a name in each language for every place in which somebody may be mentioned', () => {
    const places = Object.entries(TEXTS).flatMap(([table, { prose, fixed }]) =>
      [...prose, ...fixed].map((column) => `${table}.${column}`),
    )
    expect(places.length).toBeGreaterThan(25)
    for (const { forgetting } of [en, ru, uk])
      for (const where of [...places, 'client.name'])
        expect(forgetting.mentions.place(where, { day: null, title: null })).not.toContain('.')
  })

  it('refuses what names nobody or several, and nothing at all', async () => {
    const { at, add } = forgettingWorld()
    await add('Ёлкина Мария')
    await add('Ёлкина Анна')
    expect((await at.run('forget', 'Сидоров', '--yes')).code).toBe(3)
    expect((await at.run('forget', 'Ёлкина', '--yes')).code).toBe(4)
    expect((await at.run('forget', '77', '--yes')).code).toBe(3)
    expect((await at.run('forget', '--yes')).code).toBe(2)
    expect((await at.run('forget', '1', '--yes', '--format', 'csv')).code).toBe(2)
  })

  it('tells of copies that hold the person and of exports', async () => {
    const { at, file, add, ok, forget } = forgettingWorld()
    await add('Ёлкина Мария', '--phone', '+79161234567')
    await ok('export', '-o', at.path('Ёлкина.csv'), 'ёлкина')
    copyFileSync(file, `${file}.before-restore-1`)
    writeFileSync(`${file}.before-version-4`, 'nobody is in here')
    const backups = join(at.path('home'), '.local', 'share', 'clientele', 'backups')
    mkdirSync(backups, { recursive: true })
    writeFileSync(join(backups, 'x.db.age'), 'age-encryption.org/v1\n-> X25519')
    await ok('backup', at.path('elsewhere.db'))
    const answer = await forget('Ёлкина')
    expect(answer).toMatchObject({
      exports: 1,
      copies: [
        { file: `${file}.before-restore-1`, encrypted: false },
        { file: join(backups, 'x.db.age'), encrypted: true },
        { file: at.path('elsewhere.db'), encrypted: false },
      ],
    })
    // The log of exports keeps its entry without what named her.
    expect(readFileSync(file).includes('Ёлкина')).toBe(false)
    expect(JSON.parse(await ok('history', '--exports', '--json'))).toMatchObject([
      { what: 'backup' },
      { what: 'export', rows: 1 },
    ])
  })

  it('says when another program keeps the log from being emptied, and ends it later', async () => {
    const { at, file, add, ok, found } = forgettingWorld()
    await add('Ёлкина Мария', '--phone', '+79161234567')
    const reader = new sqlite3.Database(file)
    const run = (text: string): Promise<void> =>
      new Promise((resolve, reject) => reader.exec(text, (error) => (error ? reject(error) : resolve())))
    await run('begin; select * from client')
    const env = { env: { CLIENTELE_WAIT: '0' } }
    const { code, stdout, stderr } = await at.runWith(env, 'forget', 'Ёлкина', '--yes', '--json')
    expect(code).toBe(7)
    expect(JSON.parse(stdout)).toMatchObject({ forgotten: 1, swept: false })
    expect(stderr).toContain('another program is reading')
    expect(found('Ёлкина')).toHaveLength(1)
    expect((await at.run('list')).stdout).not.toContain('Ёлкина')
    expect((await at.runWith(env, 'forget', '1', '--yes')).code).toBe(7)
    await run('commit')
    await new Promise<void>((resolve) => reader.close(() => resolve()))
    expect(JSON.parse(await ok('forget', '1', '--yes', '--json'))).toMatchObject({ forgotten: null, swept: true })
    expect(found('Ёлкина')).toEqual([])
    expect(await at.run('forget', '1', '--yes')).toMatchObject({ code: 0 })
    expect(existsSync(`${file}-wal`)).toBe(false)
  })
})
