import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ClientCard } from '../../src/domain/client.js'
import { DEFAULT_MODEL } from '../../src/domain/standing/model.js'
import type { Store } from '../../src/store/store.js'
import type { ClientInput } from '../../src/usecases/client-input.js'
import { add } from '../../src/usecases/clients.js'
import type { Deps } from '../../src/usecases/deps.js'
import { edit, planEdit } from '../../src/usecases/editing.js'
import { everything, freshFolder, opened } from '../store/base.js'

const NOTHING: ClientInput = {
  points: [],
  removePoints: [],
  removeCompanies: [],
  texts: {},
  tags: [],
  removeTags: [],
  custom: [],
}

const input = (more: Partial<ClientInput>): ClientInput => ({ ...NOTHING, ...more })

const depsOn = (store: Store): Deps => ({
  store,
  clock: {
    now: () => new Date('2026-11-22T07:30:00Z'),
    toLocal: (instant) => ({ date: instant.toISOString().slice(0, 10), time: instant.toISOString().slice(11, 16) }),
    toInstant: ({ date, time }) => new Date(`${date}T${time}:00Z`),
    inZone: () => null,
  },
  country: 'UA',
  model: DEFAULT_MODEL,
  command: 'edit',
})

const PEOPLE: (Partial<ClientInput> & { name: string })[] = [
  { name: 'Ёлкина Анна Сергеевна', tags: ['весна', 'VIP'], texts: { city: 'Москва' }, status: 'client' },
  { name: "O'Brien-Ñandú Áine", points: [{ kind: 'email', text: 'aine@example.com' }], company: 'Василёк' },
  { name: 'Ґалаґан Олена', tags: ['Весна'], birthday: '12.03.1980', custom: [{ key: 'dog', value: 'Рекс 🐕' }] },
  { name: '🌻 Sunny', vip: true, points: [{ kind: 'phone', text: '+7 916 000-00-01' }] },
  { name: 'ООО «Василёк»', kind: 'company', texts: { city: 'москва', note: 'шумно' } },
]

async function baseOf(people: readonly (Partial<ClientInput> & { name: string })[]) {
  const file = `${freshFolder()}/clients.db`
  const deps = depsOn(await opened(file))
  const ids: number[] = []
  for (const person of people) ids.push((await add(deps, { ...NOTHING, ...person }, true)).client.id)
  return { deps, ids, file, records: () => deps.store.clients.cards(ids) }
}

/** A card without the time of its last change, and of its relations only its own companies. */
const timeless = ({ updated_at: _, relations, ...rest }: ClientCard) => ({
  ...rest,
  companies: relations.filter(({ relation }) => relation === 'company').map(({ name, role }) => [name, role]),
})

const SOME = fc.record(
  {
    texts: fc.record(
      {
        city: fc.constantFrom('Москва', 'Київ', '', null),
        note: fc.constantFrom('шумно', 'два\nрядка', null),
        source: fc.constantFrom("O'Brien", 'ярмарка'),
      },
      { requiredKeys: [] },
    ),
    tags: fc.array(fc.constantFrom('весна', '#VIP', 'осень,зима', '🌻'), { maxLength: 3 }),
    removeTags: fc.array(fc.constantFrom('весна', 'vip', 'нет такого'), { maxLength: 2 }),
    status: fc.constantFrom('lead', 'client', 'former'),
    vip: fc.boolean(),
    consent: fc.constantFrom(
      { answers: ['yes'] },
      { answers: ['no'], origin: 'анкета' },
      { answers: [''] },
      { answers: ['email:no', 'call:yes'], origin: 'по телефону' },
      { answers: ['no', 'email:'] },
    ),
    verified: fc.constantFrom('2026-11-01', null),
    company: fc.constantFrom('Василёк', 'Новая фирма', null),
    removeCompanies: fc.array(fc.constantFrom('Василёк', 'Никакая'), { maxLength: 1 }),
    birthday: fc.constantFrom('12.03.1980', '--02-29', null),
    points: fc.array(
      fc.constantFrom<ClientInput['points'][number]>(
        { kind: 'email', text: 'work:office@example.org' },
        { kind: 'phone', text: '+7 916 000-00-01' },
        { kind: 'telegram', text: '@sunny_one' },
      ),
      { maxLength: 2 },
    ),
    removePoints: fc.array(fc.constantFrom({ kind: 'email' as const, text: 'aine@example.com' }), { maxLength: 1 }),
    custom: fc.array(
      fc.constantFrom({ key: 'dog', value: 'Шарик' }, { key: 'dog', value: null }, { key: 'размер', value: 'XL' }),
      { maxLength: 2 },
    ),
  },
  { requiredKeys: [] },
)

describe('changing many clients', () => {
  test('comes to the same as changing them one by one, and the plan tells it before', async () => {
    await fc.assert(
      fc.asyncProperty(SOME, async (wish) => {
        const wanted = input(wish as Partial<ClientInput>)
        const together = await baseOf(PEOPLE)
        const apart = await baseOf(PEOPLE)
        const before = await together.records()
        const plan = await planEdit(together.deps, together.ids, wanted, { many: true })
        expect(await together.records()).toEqual(before)
        const done = await edit(together.deps, together.ids, wanted, { many: true })
        let changed = 0
        for (const id of apart.ids) changed += (await edit(apart.deps, [id], wanted, { many: true })).changed
        const after = await together.records()
        expect(after.map(timeless)).toEqual((await apart.records()).map(timeless))
        expect({ changed: plan.changed, changes: plan.changes }).toEqual({
          changed: done.changed,
          changes: done.changes,
        })
        expect(done.changed).toBe(changed)
        expect(done.operation === null).toBe(changed === 0)
        // Nobody is counted of whom nothing is different, and nobody is missed.
        const different = after.filter((each, index) => !same(each, before[index]))
        expect(different.length).toBe(changed)
      }),
      { numRuns: 20 },
    )
  })

  test('is one operation that is taken back whole', async () => {
    const { deps, ids, file } = await baseOf(PEOPLE)
    const before = await everything(file)
    const wish = input({
      tags: ['новый'],
      company: 'Ничейная',
      texts: { city: 'Рига' },
      custom: [{ key: 'цвет', value: 'охра' }],
      birthday: '01.02.1990',
    })
    const { operation, newFields } = await edit(deps, ids, wish, { many: true })
    expect(newFields).toEqual(['цвет'])
    expect(await deps.store.undo(operation, { at: '2026-11-22T08:00:00Z', command: 'undo' })).toMatchObject({
      done: { id: operation },
    })
    expect(await everything(file)).toEqual(before)
  })

  test('makes a company that is not there once for all', async () => {
    const { deps, ids, records } = await baseOf(PEOPLE)
    await edit(deps, ids, input({ company: 'Ровно Одна' }), { many: true })
    expect((await records()).filter(({ company }) => company === 'Ровно Одна').length).toBeGreaterThan(2)
    const { rows } = { rows: await deps.store.clients.byName('Ровно Одна') }
    expect(rows.map(({ name }) => name)).toEqual(['Ровно Одна'])
  })

  test('goes beyond one portion', async () => {
    const many = Array.from({ length: 1_203 }, (_, index) => ({ name: `Клиент ${index}` }))
    const { deps, ids, records } = await baseOf(many.slice(0, 3))
    const { result } = await deps.store.write({ at: '2026-11-22T07:30:00Z', command: 'add' }, async (writing) => {
      const made: number[] = []
      for (const { name } of many.slice(3))
        made.push(
          await writing.insert('client', {
            kind: 'person',
            name,
            sort_key: name.toLowerCase(),
            status: 'lead',
            vip: 0,
            created_at: '2026-11-22T07:30:00Z',
            updated_at: '2026-11-22T07:30:00Z',
          }),
        )
      return made
    })
    ids.push(...result)
    expect((await edit(deps, ids, input({ tags: ['x'], status: 'client' }), { many: true })).changed).toBe(1_203)
    expect((await records()).every(({ tags, status }) => tags.join() === 'x' && status === 'client')).toBe(true)
    expect(await edit(deps, ids, input({ tags: ['X'], status: 'client' }), { many: true })).toMatchObject({
      changed: 0,
      operation: null,
    })
    expect((await edit(deps, ids, input({ removeTags: ['x'] }), { many: true })).changed).toBe(1_203)
  })

  test('of one client, what is not there cannot be taken away', async () => {
    const { deps, ids } = await baseOf(PEOPLE)
    for (const wish of [
      { removeTags: ['нет такого'] },
      { removePoints: [{ kind: 'phone' as const, text: '+7 999 000-00-00' }] },
      { removeCompanies: ['Никакая'] },
    ])
      await expect(edit(deps, ids.slice(0, 1), input(wish))).rejects.toMatchObject({ exit: 3 })
    await expect(edit(deps, ids.slice(0, 1), input({ role: 'директор' }))).rejects.toMatchObject({ exit: 2 })
    await expect(edit(deps, ids, input({ referredBy: ids[2] ?? 0 }), { many: true })).rejects.toMatchObject({ exit: 5 })
  })
})

const same = (a: ClientCard, b: ClientCard | undefined): boolean =>
  b !== undefined && JSON.stringify(timeless(a)) === JSON.stringify(timeless(b))
