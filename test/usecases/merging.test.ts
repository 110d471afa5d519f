import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { runIn } from '../world.js'

let folder = ''
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'clientele-merging-')))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

const run = (...argv: string[]) => runIn({ folder }, ...argv)

async function done(...argv: string[]): Promise<string> {
  const { code, stdout, stderr } = await run(...argv)
  expect({ argv, code, stderr: code === 0 ? '' : stderr }).toEqual({ argv, code: 0, stderr: '' })
  return stdout
}

const json = async (...argv: string[]): Promise<Record<string, unknown>> => JSON.parse(await done(...argv, '--json'))

/** Both kinds of export, as they lie in files. */
async function exported(): Promise<string[]> {
  const texts: string[] = []
  for (const kind of ['json', 'csv']) {
    const file = join(folder, `all.${kind}`)
    rmSync(file, { force: true })
    await done('export', '-o', file)
    texts.push(readFileSync(file, 'utf8'))
  }
  return texts
}

/** Two of a client, who share a little of everything, and two companies. */
async function twoOfAll(): Promise<void> {
  const both = ['--tag=vip', '--phone=work:+7 916 000-00-01', '--force']
  await done('add', '--kind=company', 'ООО «Обрій»')
  await done('add', '--kind=company', 'Обрій')
  await done('add', ...both, '--company=ООО «Обрій»', '--birthday=14.03', '--set=dog=Rex', '--note=Чай', 'Саша Ёлкин')
  await done(
    'add',
    ...both,
    '--tag=дача',
    '--company=Обрій',
    '--birthday=14.03.1980',
    '--set=dog=Lassie',
    '--set=car=Volvo',
    '--email=e@example.com',
    '--consent=no',
    '--note=Кава',
    '--external-id=A-17',
    '--city=Київ',
    'Ёлкин Александр Петрович',
  )
  await done('add', '--referred-by=4', '--company=Обрій', "O'Brien-Ñandú 💡")
  await done('date', 'add', '3', '01.12', 'birthday', '--who', 'wife Anna')
  await done('date', 'add', '4', '01.12', 'Birthday', '--who', 'wife anna', '--remind', '7d')
  await done('date', 'add', '4', '05.06.2010', 'wedding')
  for (const id of ['3', '4']) {
    await done('log', id, `said to ${id}`)
    await done('order', 'add', id, '1000', `for ${id}`)
    await done('expense', 'add', id, '5', 'stamps')
    await done('next', id, 'tomorrow', 'call')
    await done('warmth', id, '--set', id === '3' ? 'hot' : 'cold', '--reason', `because ${id}`)
  }
  await done('distinct', '4', '5')
}

describe('merge', () => {
  test('all that hangs on a client goes over, nothing twice where it can be only once', async () => {
    await twoOfAll()
    const before = await exported()
    const made = await json('merge', '3', '4')
    expect(made).toMatchObject({
      kept: 3,
      gone: [4],
      moved: { contacts: 1, orders: 1, expenses: 1, promises: 1, dates: 1, tags: 1, points: 1 },
    })
    const card = await json('show', '3')
    expect(card).toMatchObject({
      name: 'Ёлкин Александр Петрович',
      family_name: 'Ёлкин',
      given_name: 'Александр',
      patronymic: 'Петрович',
      phones: [{ value: '+79160000001', label: 'work' }],
      emails: [{ value: 'e@example.com' }],
      tags: ['vip', 'дача'],
      birthday: '1980-03-14',
      city: 'Київ',
      consent: 'no',
      external_id: 'A-17',
      custom: { dog: 'Rex', car: 'Volvo' },
      contacts: 2,
      orders: 2,
      care: { warmth: 'hot', warmth_reason: 'because 3' },
      merged: [{ id: 4, name: 'Ёлкин Александр Петрович', external_id: 'A-17' }],
    })
    const lists = card as Record<string, { length: number }>
    const sizes = Object.fromEntries(
      ['dates', 'history', 'promises', 'purchases', 'expenses'].map((key) => [key, lists[key]?.length]),
    )
    expect(sizes).toEqual({ dates: 3, history: 2, promises: 2, purchases: 2, expenses: 2 })
    expect(card.note).toBe(
      'Чай\n— from client 3 «Саша Ёлкин», merged 2026-11-22: Name: Саша Ёлкин\n— from client 4 «Ёлкин Александр Петрович», merged 2026-11-22: Кава · Warmth: cold · because 4; dog: Lassie',
    )
    expect(await json('show', '5')).toMatchObject({ referred_by: 3 })
    // The verdict is on the one client now.
    expect((await run('merge', '3', '5')).code).toBe(5)
    expect(await json('check')).toMatchObject({ mended: 0 })
    await done('undo')
    expect(await exported()).toEqual(before)
  })

  test('companies that become one keep their people, each once', async () => {
    await twoOfAll()
    await done('edit', '3', '--company=Обрій', '--role=owner')
    const before = await exported()
    await done('merge', '1', '2')
    const { relations } = (await json('show', '1')) as { relations: { client_id: number; role: string | null }[] }
    expect(relations.map(({ client_id, role }) => [client_id, role])).toEqual([
      [3, 'owner'],
      [4, null],
      [5, null],
    ])
    expect(await json('show', '5')).toMatchObject({ company: 'ООО «Обрій»' })
    await done('undo')
    expect(await exported()).toEqual(before)
  })

  test('greetings of a day that goes are kept of the one that stays, each day once', async () => {
    for (const name of ['Ёлкина Анна', 'Ёлкина Аня']) await done('add', name, '--birthday=22.11')
    await done('today')
    await done('done', 't1', 't2')
    const before = await exported()
    await done('merge', '1', '2')
    expect(await done('today')).toBe('')
    expect((await run('today', '--json')).stdout).toContain('"greetings": []')
    await done('undo')
    expect(await done('today')).toBe('')
    expect(await exported()).toEqual(before)
  })

  test('several go into one, and that one into another; taken back in order all are there again', async () => {
    for (const name of ['Ёлкина Анна', 'Ёлкина Аня', 'Елкина А.', 'Yolkina Anna'])
      await done('add', name, `--note=${name}`)
    const states = [await exported()]
    await done('merge', '1', '2', '3')
    states.push(await exported())
    await done('merge', '4', '1')
    for (const id of ['1', '2', '3', '4']) expect(await json('show', id)).toMatchObject({ id: 4 })
    expect(((await json('show', '4')).merged as { id: number }[]).map(({ id }) => id).sort()).toEqual([1, 2, 3])
    expect((await run('undo', '5')).code).toBe(5)
    await done('undo')
    expect(await exported()).toEqual(states[1])
    await done('undo')
    expect(await exported()).toEqual(states[0])
    for (const id of [1, 2, 3, 4]) expect(await json('show', String(id))).toMatchObject({ id, merged: [] })
  })

  test('whoever is gone is found by number, outside id, name and day number, and no more once it is parted', async () => {
    await done('add', 'Иванов Александр Петрович')
    await done('add', 'Ґалаґан Сашко', '--external-id=A-17')
    await done('next', '2', 'today', 'call')
    await done('today')
    await done('merge', '1', '2', '--force')
    for (const [typed, said] of [
      ['2', '2 is now 1'],
      ['ext:A-17', ''],
      ['Ґалаґан Сашко', ''],
      ['t1', 't1 is now 1'],
    ] as const) {
      const { code, stdout, stderr } = await run('show', typed, '--json')
      expect({ typed, code, id: (JSON.parse(stdout) as { id: number }).id }).toEqual({ typed, code: 0, id: 1 })
      expect(stderr).toContain(said)
    }
    await done('done', 't1')
    await done('undo')
    await done('undo')
    expect(await json('show', 'Ґалаґан')).toMatchObject({ id: 2 })
    expect(await json('show', 'ext:A-17')).toMatchObject({ id: 2 })
  })

  test('a name that a merge replaced still finds the client', async () => {
    await done('add', 'Саша Иванова')
    await done('add', 'Петрова Александра Сергеевна', '--now=2026-11-22T10:00')
    await done('merge', '1', '2')
    expect(await json('show', 'Саша Иванова')).toMatchObject({ id: 1, name: 'Петрова Александра Сергеевна' })
  })

  test('a log that names a gone client is of the kept one', async () => {
    await done('add', 'Ёлкина Анна', '--phone=+7 916 000-00-01')
    await done('add', 'Ёлкина Аня', '--external-id=A-17', '--city=Київ')
    await done('merge', '1', '2')
    const file = join(folder, 'log.csv')
    writeFileSync(file, 'Client,Date,Text\nЁлкина Аня,2026-11-01,by name\nЁлкина Анна,2026-11-02,by its own\n')
    await done('import', file, '--as=contacts', '-y')
    expect(((await json('show', '1')).history as unknown[]).length).toBe(2)
  })
})

describe('what is refused', () => {
  beforeEach(async () => {
    await done('add', 'Ёлкина Анна', '--city=Київ', '--consent=no')
    await done('add', 'Ёлкина Аня', '--consent=yes', '--city=Львів', '--set=dog=Rex')
    await done('add', '--kind=company', 'ООО «Обрій»')
    await done('add', 'Громов Игорь')
    await done('remove', '4')
    await done('distinct', '1', '2')
  })

  test.each<[number, string[]]>([
    [5, ['merge', '1', '1']],
    [5, ['merge', '1', '2']],
    [5, ['merge', '1', '3']],
    [5, ['merge', '4', '1']],
    [5, ['merge', '2', '1', '--force', '--keep=consent=9']],
    [3, ['merge', '1', '99']],
    [3, ['merge', '99', '1']],
    [2, ['merge', '1']],
    [2, ['merge', '1', '2', '--force', '--keep=foo=2']],
    [2, ['merge', '1', '2', '--force', '--keep=phone=2']],
    [2, ['merge', '1', '2', '--force', '--keep=city']],
    [2, ['merge', '1', '2', '--force', '--keep=city=3']],
    [2, ['merge', '1', '2', '--force', '--keep=address=2']],
    [2, ['distinct', '1', '1']],
    [3, ['distinct', '1', '99']],
  ])('exit %i: %j', async (code, argv) => {
    const before = await exported()
    const expected = argv.includes('--keep=consent=9') ? 3 : code
    expect((await run(...argv)).code).toBe(expected)
    expect(await exported()).toEqual(before)
  })

  test.each([
    [['merge', '1', '2', '--force'], { consent: 'no', city: 'Київ' }],
    [['merge', '1', '2', '--force', '--keep=city=2', '--keep', 'имя=2'], { city: 'Львів', name: 'Ёлкина Аня' }],
    [['merge', '1', '2', '--force', '--keep=consent=2'], { consent: 'yes' }],
    [['merge', '1', '3', '--force'], { kind: 'person', name: 'Ёлкина Анна' }],
    [['merge', '1', '4'], { archived_at: null }],
  ])('%j is done', async (argv, expected) => {
    await done(...argv)
    expect(await json('show', '1')).toMatchObject(expected)
  })

  test('a laxer consent needs --force', async () => {
    await done('distinct', '1', '2', '--remove')
    expect((await run('merge', '1', '2', '--keep=consent=2')).code).toBe(5)
    expect((await run('merge', '1', '2', '--keep=consent=1')).code).toBe(0)
  })

  test('of one field the value of one client only', async () => {
    const { code, stderr } = await run('merge', '1', '2', '--force', '--keep=city=1', '--keep=город=2')
    expect({ code, stderr }).toEqual({ code: 2, stderr: '--keep city stands twice: of 1 and of 2.\n' })
  })

  test('with -n distinct answers a script and keeps nothing', async () => {
    const asked = { a: 1, b: 3, verdict: 'distinct', operation: null }
    expect(await json('distinct', '1', '3', '-n')).toEqual(asked)
    expect(await json('distinct', '1', '2', '--remove', '-n')).toEqual({ ...asked, b: 2, verdict: null })
    expect(await json('distinct', '1', '3', '--remove')).toMatchObject({ operation: null })
  })

  test('distinct is remembered once, and can be taken back', async () => {
    expect(await json('distinct', '2', '1')).toMatchObject({ operation: null })
    expect(await json('distinct', '1', '2', '--remove')).toMatchObject({ verdict: null })
    expect(await json('distinct', '1', '2', '--remove')).toMatchObject({ operation: null })
    expect((await run('merge', '1', '2')).code).toBe(0)
  })
})

describe('taking a merge back', () => {
  beforeEach(async () => {
    await done('add', 'Ёлкина Анна', '--phone=+7 916 000-00-01', '--tag=vip')
    await done('add', 'Ёлкина Аня', '--tag=vip', '--birthday=14.03')
    await done('add', 'Громов Игорь')
    await done('add', 'Ґалаґан Олесь')
    await done('log', '2', 'before')
    await done('merge', '1', '2')
  })
  const MERGE = '6'

  test.each<[string, string[]]>([
    ['a contact', ['log', '1', 'later']],
    ['a contact under the gone number', ['log', '2', 'later']],
    ['a changed field', ['edit', '1', '--city=Рига']],
    ['a phone', ['edit', '1', '--phone=+7 916 000-00-09']],
    ['a promise', ['next', '1', 'tomorrow', 'call']],
    ['an order', ['order', 'add', '1', '100']],
    ['another merge', ['merge', '1', '3']],
    ['a merge of it into another', ['merge', '3', '1']],
    ['a date', ['date', 'add', '1', '01.12', 'wedding']],
    ['what is set by hand', ['warmth', '1', '--set', 'hot']],
    ['the archive', ['remove', '1']],
    ['rows of an import', ['import', '<folder>/log.csv', '--as=contacts', '-y']],
    ['an import of clients', ['import', '<folder>/clients.csv', '-y', '--on-match=update']],
  ])('%s stands in the way', async (_what, argv) => {
    writeFileSync(join(folder, 'log.csv'), 'Client,Date,Text\nЁлкина Анна,2026-11-01,a\nГромов Игорь,2026-11-02,b\n')
    writeFileSync(join(folder, 'clients.csv'), 'Name,Phone,Email\nЁлкина Анна,+7 916 000-00-01,new@example.com\n')
    await done(...argv.map((word) => word.replace('<folder>', folder)))
    const before = await exported()
    const { code, stderr } = await run('undo', MERGE)
    expect({ code, said: stderr.includes('operation 7') }).toEqual({ code: 5, said: true })
    expect(await exported()).toEqual(before)
    await done('undo', '7')
    await done('undo', MERGE)
    expect(await json('show', '2')).toMatchObject({ id: 2, contacts: 1 })
  })

  test.each<[string, string[]]>([
    ['another client', ['log', '3', 'later']],
    ['a merge of others', ['merge', '3', '4']],
    ['a new client', ['add', 'Новий']],
    ['a verdict', ['distinct', '1', '3']],
    ['rows of an import for others', ['import', '<folder>/log.csv', '--as=contacts', '-y']],
  ])('%s does not', async (_what, argv) => {
    writeFileSync(join(folder, 'log.csv'), 'Client,Date,Text\nГромов Игорь,2026-11-02,b\n')
    await done(...argv.map((word) => word.replace('<folder>', folder)))
    const { code, stderr } = await run('undo', MERGE)
    expect({ code, hint: stderr.includes('clientele distinct 1 2') }).toEqual({ code: 0, hint: true })
    expect(await json('show', '2')).toMatchObject({ id: 2, contacts: 1, birthday: '--03-14', tags: ['vip'] })
    expect(await json('check')).toMatchObject({ mended: 0 })
  })

  test('what was taken back can be brought back, and taken back again', async () => {
    const merged = await exported()
    await done('undo')
    const parted = await exported()
    await done('undo', '7')
    expect(await exported()).toEqual(merged)
    expect(await json('show', '2')).toMatchObject({ id: 1 })
    await done('undo', MERGE)
    expect(await exported()).toEqual(parted)
  })

  test('an undo that is taken back, and that taken back again, leaves in force what it should', async () => {
    for (const operation of ['6', '7', '8']) await done('undo', operation)
    const states = JSON.parse(await done('history', '--json')) as { id: number; state: string }[]
    expect(states.filter(({ id }) => id >= 6).map(({ id, state }) => [id, state])).toEqual([
      [9, 'done'],
      [8, 'undone'],
      [7, 'done'],
      [6, 'undone'],
    ])
    expect(await json('show', '2')).toMatchObject({ id: 2 })
    await done('undo', '5')
  })

  test.each<[string, string[]]>([
    ['a contact of the one', ['log', '1', 'later']],
    ['a contact of the other', ['log', '2', 'later']],
    ['a tag that both would have', ['edit', '1', '--tag=дача']],
    ['a verdict on them', ['distinct', '1', '2']],
    ['a merge of them', ['merge', '2', '1']],
  ])('%s stands in the way of bringing it back', async (_what, argv) => {
    await done('undo')
    await done(...argv)
    expect((await run('undo', '7')).code).toBe(5)
  })

  test('search words are those of the names that there are', async () => {
    expect(await json('check')).toMatchObject({ clients: 3, searched: 3 })
    await done('undo')
    expect(await json('check')).toMatchObject({ clients: 4, searched: 4 })
    await done('undo', '7')
    expect(await json('check')).toMatchObject({ clients: 3, searched: 3 })
  })
})

describe('a base of certain duplicates', () => {
  beforeEach(async () => {
    for (const [name, phone, mail] of [
      ['Ґалаґан Олесь Іванович', '+380 67 000 00 01', 'olesj'],
      ["O'Brien-Ñandú Iker", '+34 600 00 00 01', 'iker'],
    ] as const)
      for (const id of ['a', 'b'])
        await done(
          'add',
          '--force',
          `--phone=${phone}`,
          `--email=${mail}@example.com`,
          '--birthday=12.03.1980',
          `--external-id=${mail}-${id}`,
          `--note=${id}`,
          name,
        )
  })

  test('-n leaves the file byte for byte as it is', async () => {
    const file = join(folder, 'clients.db')
    const before = readFileSync(file)
    expect(await json('dedupe', '--apply', 'certain', '-n')).toMatchObject({ groups: 2, operation: null })
    await done('merge', '1', '2', '-n')
    await done('distinct', '1', '3', '-n')
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  test('who is to be kept apart is said of one merge, not of many at once', async () => {
    const undone = async (): Promise<string> => (await run('undo')).stderr
    await done('dedupe', '--apply', 'certain', '-y')
    expect(await undone()).not.toContain('clientele distinct')
    await done('merge', '1', '2', '3')
    expect(await undone()).toContain('clientele distinct 1 2')
  })

  test('a file that is imported again with update leaves in the note what the merge brought', async () => {
    const file = join(folder, 'in.csv')
    const write = (note: string): void =>
      writeFileSync(
        file,
        `external_id,name,note\nolesj-a,Ґалаґан Олесь Іванович,${note}\nolesj-b,Ґалаґан Олесь Іванович,b\n`,
      )
    const update = ['import', file, '-y', '--on-match', 'update']
    write('a')
    await done('merge', '1', '2')
    const brought = '— from client 2 «Ґалаґан Олесь Іванович», merged 2026-11-22: b'
    expect(await json(...update)).toMatchObject({ updated: 0, unchanged: 2 })
    expect(await json('show', '1')).toMatchObject({ note: `a\n${brought}` })
    write('a new one')
    await done(...update)
    expect(await json('show', '1')).toMatchObject({ note: `a new one\n${brought}` })
  })
})
