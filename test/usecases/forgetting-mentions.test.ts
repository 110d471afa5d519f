import { describe, expect, it } from 'vitest'
import { forgettingWorld } from './forgetting-world.js'

/** Where somebody is told to be mentioned, and whether it can be cut. */
const places = (answer: { mentions: { table: string; client: number | null; field: string }[] }): string[] =>
  answer.mentions.map((each) => {
    const { table, client, field, cuttable } = each as typeof each & { cuttable: boolean }
    return `${client} ${table}.${field}${cuttable ? ' cut' : ''}`
  })

describe('a forgotten name', () => {
  it('goes from the journal of others’ names and cities', async () => {
    const { add, ok, at, found, sound } = forgettingWorld()
    await add('Рубцова Зоя', '--phone', '89161112233')
    await add('Карпов Лев')
    await ok('edit', '2', '--city', 'у Рубцовой')
    await ok('edit', '2', '--city', 'Омск')
    await ok('edit', '2', '--name', 'Карпов Лев (муж Рубцовой)')
    await ok('edit', '2', '--name', 'Карпов Лев')
    expect(found('Рубцов')).toEqual(['Рубцов'])
    const { stderr } = await at.run('forget', '1', '--everywhere', '-y')
    expect(stderr).toContain('holds nothing of them either')
    expect(found('Рубцов', 'рубцов', 'rubcov')).toEqual([])
    for (const id of ['3', '4', '5', '6']) await at.run('undo', id)
    expect(found('Рубцов')).toEqual([])
    expect(JSON.parse(await ok('show', '2', '--json'))).toMatchObject({ name: 'Карпов Лев', city: 'Омск' })
    await sound()
  })

  it('is told of where it stands in names, cities, addresses, pages and fields of others, which stay', async () => {
    const { add, ok, at, forget } = forgettingWorld()
    await add('Щукина Яна', '--phone', '89161112233')
    await add('Карпов Лев (муж Щукиной)', '--city', 'у Щукиной', '--address', 'дом Щукиной', '--owner', 'Щукина')
    await add('Щукина ИП', '--url', 'https://vk.example/schukina_yana', '--set', 'Щукина=раз', '--note', 'от Щукиной')
    const shown = await at.run('forget', '1', '-n')
    for (const text of ['[Щукиной]', 'schukina', 'name of an own field', 'Карпов Лев (муж [Щукиной])'])
      expect(shown.stderr).toContain(text)
    const answer = await forget('1', '--everywhere')
    expect(places(answer).sort()).toEqual([
      '2 client.address',
      '2 client.city',
      '2 client.name',
      '2 client.owner',
      '3 client.name',
      '3 contact_point.value',
      'null custom_field.key',
    ])
    expect(JSON.stringify(answer)).not.toContain('укин')
    expect(JSON.parse(await ok('show', '3', '--json'))).toMatchObject({ note: 'от …' })
  })

  it('with a namesake in the base is found whole, in any case and order, and not by itself', async () => {
    const { add, ok, forget } = forgettingWorld()
    await add('Щукина Яна')
    await add('Щукина Вера')
    const note = 'видел Щукину Яну, Яну Щукину; к Щукиной Яне и с Яной Щукиной, Щукиной звонил'
    await add('Карпов Лев', '--note', note)
    expect(places(await forget('1', '--everywhere'))).toEqual([])
    expect(JSON.parse(await ok('show', '3', '--json'))).toMatchObject({
      note: 'видел … …, … …; к … … и с … …, Щукиной звонил',
    })
  })

  it('leaves ordinary words alone, and shows what it cuts before it does', async () => {
    const { add, ok, at, forget } = forgettingWorld()
    for (const name of ['Рыбаков Лев', 'Белый Олег', 'Гора Анна', 'Мороз Ян', 'Ёлкина Вера']) await add(name)
    const note =
      'рыбак в белой рубашке поехал в горы, белый снег, мороз; Рыбаки, белые. Ёлки нарядили, куст ёлки. Говорил с Рыбаковым и с Ёлкиной, ждёт Мороза'
    await add('Борис Тест', '--note', note)
    await ok('log', '6', 'Мороз на дворе', '--call')
    const { stderr } = await at.run('forget', 'Рыбаков', '--everywhere', '-n')
    expect(stderr).toMatch(/#6 Борис Тест: note: “….*Говорил с \[Рыбаковым\] и с Ёлкиной, ждёт…”/)
    const doubt = await at.run('forget', 'Мороз', '--everywhere', '-n')
    expect(doubt.stderr).toContain('In 1 place the mention cannot be cut out, or it may be an ordinary word')
    expect(doubt.stderr).toContain('“[Мороз] на дворе”')
    for (const id of ['1', '2', '3', '4', '5']) await forget(id, '--everywhere')
    expect(JSON.parse(await ok('show', '6', '--json'))).toMatchObject({
      note: note.replace('Рыбаковым', '…').replace('Ёлкиной', '…').replace('Мороза', '…'),
      history: [{ text: 'Мороз на дворе' }],
    })
  })

  it('is shown without what a terminal acts on, and in the width of it', async () => {
    const { add, at } = forgettingWorld()
    await add('Ёлкина Вера')
    await add('Борис Тест', '--note', `${'слово '.repeat(30)}\u001b[31m у Ёлкиной\nвторая строка ${'ещё '.repeat(40)}`)
    const { stderr } = await at.runWith({ terminal: true, columns: 60 }, 'forget', '1', '-n')
    expect(stderr).not.toContain('\u001b[31m')
    expect(stderr).toContain('[Ёлкиной] вторая')
    for (const line of stderr.split('\n').filter((each) => each.includes('Ёлкиной')))
      expect(line.length).toBeLessThan(80)
  })

  it('says truly what is left of it', async () => {
    const { add, at } = forgettingWorld()
    await add('Ёлкина Вера', '--phone', '89161112233')
    await add('Карпов Лев', '--note', 'от Ёлкиной, Анна Петровна')
    const { stderr } = await at.run('forget', '1', '-y')
    expect(stderr).toContain('1 place in data of others still mentions them; besides that')
    expect(stderr).not.toContain('either')
    const again = await at.run('forget', 'Ёлкина Вера', '-y', '--everywhere')
    expect(again.stderr).toContain('Mentions were cut out of 1 text')
  })

  it('is found by given name and patronymic, unless another has both', async () => {
    const { add, ok, forget } = forgettingWorld()
    await add('Ёлкина Анна Петровна')
    await add('Кедрова Анна Ивановна', '--note', 'Анна Петровна звонила')
    await forget('1', '--everywhere')
    expect(JSON.parse(await ok('show', '2', '--json'))).toMatchObject({ note: '… … звонила' })
    await add('Ёлкина Инна Павловна')
    await add('Кедрова Инна Павловна', '--note', 'Инна Павловна звонила', '--force')
    expect(places(await forget('3'))).toEqual([])
  })
})

describe('somebody who was erased already', () => {
  it('of whom nothing can be cut: says so, and asks nothing', async () => {
    const { add, at, ok, found } = forgettingWorld()
    await add('Ёлкина Вера', '--phone', '89161112233')
    await add('Карпов Лев')
    await ok('forget', '1', '-y')
    for (const argv of [['--everywhere'], []]) {
      const { code, stderr } = await at.run('forget', 'Ёлкина Вера', ...argv)
      expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringContaining('No text of others mentions them') })
      expect(stderr).not.toContain('0 text')
    }
    // An edit by hand has left the old text in the journal since.
    await ok('edit', '2', '--note', 'у Ёлкиной Веры')
    await ok('edit', '2', '--note', '')
    expect(found('Ёлкин')).toHaveLength(1)
    const { length } = JSON.parse(await ok('history', '--json')) as unknown[]
    expect(JSON.parse(await ok('forget', 'Ёлкина Вера', '--everywhere', '--json'))).toMatchObject({
      cut: 0,
      operation: null,
      mentions: [],
    })
    expect(found('Ёлкин')).toEqual([])
    expect(JSON.parse(await ok('history', '--json'))).toHaveLength(length)
  })

  it.each([
    ['en', 'Client #1 was erased from the base on 22 Nov'],
    ['ru', 'Клиент #1 уже стёрт из базы (22 нояб'],
    ['uk', 'Клієнта #1 вже стерто з бази (22 лист'],
  ])('and is named by the number is told of by it (%s)', async (lang, text) => {
    const { add, at, ok } = forgettingWorld()
    await add('Ёлкина Вера', '--phone', '89161112233')
    await ok('forget', '1', '-y')
    for (const argv of [['1', '-y'], ['1'], ['1', '--everywhere']]) {
      const { code, stderr } = await at.run('forget', ...argv, '--lang', lang)
      expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringContaining(text) })
    }
    const [byNumber, byName] = [await ok('forget', '1', '--json'), await ok('forget', 'Ёлкина Вера', '--json')]
    expect(JSON.parse(byNumber)).toEqual(JSON.parse(byName))
    expect((await at.run('forget', '2', '-y')).code).toBe(3)
  })
})

describe('an erased company', () => {
  it('comes back in no way but on purpose', async () => {
    const { add, at, ok, forget } = forgettingWorld()
    await add('ООО Эхо', '--kind', 'company')
    await add('Карпов Лев')
    await forget('1')
    const ways = [
      ['add', 'Эхо', '--kind', 'company'],
      ['add', 'Жук Ян', '--company', 'ООО «Эхо»'],
      ['edit', '2', '--company', 'Эхо'],
      ['edit', '2', '--company', 'Эхо', '--dry-run'],
      ['edit', 'name:карпов', '--all', '--company', 'Эхо', '-y'],
    ]
    for (const way of ways) {
      const { code, stderr } = await at.run(...way)
      expect({ way, code, stderr }).toEqual({
        way,
        code: 5,
        stderr: expect.stringContaining('erased from the base on 22 Nov'),
      })
    }
    expect(await at.names()).toEqual(['Карпов Лев'])
    // A row of somebody who is there, and whose company only was erased, is not told of as if they had been.
    const file = at.write('a.csv', 'Имя,Компания\nКарпов Лев,ООО Эхо\n')
    for (const [lang, text] of [
      ['en', '1 row was left out: it brought nothing new but a company that was erased'],
      ['ru', '1 строка пропущена: ничего нового, кроме стёртой из базы компании'],
      ['uk', '1 рядок пропущено: нічого нового, крім стертої з бази компанії'],
    ] as const) {
      const { code, stderr } = await at.run('import', file, '--lang', lang, '--yes')
      expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringContaining(text) })
      expect(stderr).not.toMatch(/its client was|её клиент|його клієнта/)
    }
    expect(await at.take(file)).toMatchObject({ forgotten: 1, forgotten_companies: 1 })
    await ok('edit', '2', '--company', 'ООО Эхо', '--force')
    // It is there now, so nobody is in the way any more, until that is taken back.
    await add('Жук Ян', '--company', 'ООО «Эхо»')
    expect(await at.names()).toContain('ООО Эхо')
    await ok('undo')
    await ok('undo')
    expect((await at.run('add', 'Жук Ян', '--company', 'ООО «Эхо»')).code).toBe(5)
    await add('Жук Ян', '--company', 'ООО «Эхо»', '--force')
  })
})
