import { rmSync } from 'node:fs'
import sqlite3 from 'sqlite3'
import { describe, expect, it } from 'vitest'
import { forgettingWorld, found } from './forgetting-world.js'

const rowsOf = (file: string, text: string): Promise<Record<string, unknown>[]> =>
  new Promise((resolve, reject) => {
    const base = new sqlite3.Database(file)
    base.all(text, (error, rows) =>
      base.close(() => (error ? reject(error) : resolve(rows as Record<string, unknown>[]))),
    )
  })

describe('a backup of before an erasure', () => {
  it('brings back everybody but the erased', async () => {
    const { at, file, add, ok, forget, sound } = forgettingWorld()
    await add('Ёлкина Мария', '--phone', '+79161234567', '--note', 'заметочка')
    await add('Иванов Пётр', '--phone', '+79167654321')
    await add('Ёлкина Мария', '--phone', '+79161234567', '--force')
    await ok('undo')
    const backup = at.path('before.db')
    await ok('backup', backup)
    await ok('edit', '1', '--name', 'Перелыгина Мария', '--remove-phone', '+79161234567')
    await forget('1')
    await ok('remove', '2')
    expect(found(backup, ['Ёлкина', 'заметочка'])).toHaveLength(2)
    await ok('restore', backup, '--yes')
    expect(await at.names()).toEqual(['Иванов Пётр'])
    expect(found(file, ['Ёлкина', 'заметочка', '+79161234567', 'Перелыгина'])).toEqual([])
    await sound()
    // And the base knows her still, under the name of the time of the backup too.
    const again = at.write('a.csv', 'Имя,Телефон\nЁлкина Мария,+79161234567\n')
    expect(await at.take(again)).toMatchObject({ created: 0, forgotten: 1 })
    await ok('restore', backup, '--yes')
    expect(await at.names()).toEqual(['Иванов Пётр'])
  })

  it('brings back no mention that was cut, nor one of whom was only erased without it', async () => {
    const { at, file, add, ok, forget, sound } = forgettingWorld()
    await add('Ёлкина Мария', '--phone', '+79161234567')
    await add("O'Brien-Ñandú Zoë", '--email', 'zoe@nandu.example')
    await add('Ґалаґан Остап', '--note', 'сосед Ёлкиной Марии, т. 8 (916) 123-45-67; друг zoe@nandu.example')
    await ok('log', '3', 'советовал позвонить Ёлкиной 🌸', '--call')
    const backup = at.path('before.db')
    await ok('backup', backup)
    await forget('1', '--everywhere')
    await forget('2')
    expect(JSON.parse(await ok('restore', backup, '--yes', '--json'))).toMatchObject({ left_out: 2, cut: 2 })
    // The second one's mention was left as it was when she was erased.
    expect(found(file, ['Ёлкиной', '123-45-67', 'zoe@nandu.example'])).toEqual(['zoe@nandu.example'])
    expect(await ok('show', '3')).toContain('советовал позвонить … 🌸')
    await sound()
    // The copy of a copy knows it still.
    await ok('restore', backup, '--yes')
    expect(found(file, ['Ёлкиной', '123-45-67'])).toEqual([])
  })

  it('has what is left of an erased person told, and cut, when their name is said again', async () => {
    const { at, file, add, ok, forget, sound } = forgettingWorld()
    await add('Ёлкина Мария', '--phone', '+79161234567')
    await add('Ґалаґан Остап', '--note', 'сосед Ёлкиной Марии, т. 8 (916) 123-45-67')
    const backup = at.path('before.db')
    await ok('backup', backup)
    expect((await forget('1')).mentions).toHaveLength(1)
    const left = JSON.parse(await ok('forget', 'Мария Елкина', '--json')) as Record<string, unknown>
    expect(left).toMatchObject({ forgotten: null, cut: 0, operation: null, mentions: [{ client: 2, field: 'note' }] })
    expect(left.erased_on).toMatch(/^\d{4}-\d\d-\d\d$/)
    expect(await ok('show', '2')).toContain('сосед Ёлкиной')
    const cut = await forget('Мария Елкина', '--everywhere')
    expect(cut).toMatchObject({ forgotten: null, cut: 1, mentions: [], swept: true })
    expect(found(file, ['Ёлкиной'])).toEqual([])
    expect(await ok('show', '2')).toContain('сосед … …, т. 8 (916) 123-45-67')
    // By the phone too, and cutting is undone by nothing.
    expect(await forget('8 916 123-45-67', '--everywhere')).toMatchObject({ cut: 1 })
    expect(found(file, ['123-45-67'])).toEqual([])
    const [, operation] = [cut, cut.operation]
    const { code } = await at.run('undo', String(operation))
    expect(code).not.toBe(0)
    await sound()
    // From now on a backup brings none of it back either.
    await ok('restore', backup, '--yes')
    expect(found(file, ['Ёлкиной', '123-45-67'])).toEqual([])
    expect(await forget('Ёлкина Мария')).toMatchObject({ forgotten: null, mentions: [], cut: 0 })
  })

  it('knows of backups between the erasure and the cutting, in which nothing of the person is left to cut by', async () => {
    const { at, file, add, ok, forget } = forgettingWorld()
    await add('Ёлкина Мария', '--phone', '+79161234567')
    await add('Ґалаґан Остап', '--note', 'сосед Ёлкиной Марии')
    const [before, between] = [at.path('before.db'), at.path('between.db')]
    await ok('backup', before)
    await forget('1')
    await ok('backup', between)
    await forget('Ёлкина Мария', '--everywhere')
    await ok('restore', between, '--yes')
    // Only her name could tell what to cut, and nothing has it any more: it is said once again.
    expect(found(file, ['Ёлкиной'])).toEqual(['Ёлкиной'])
    expect((await forget('Ёлкина Мария')).mentions).toHaveLength(1)
    // But that she is to be cut out is known in what was restored too.
    expect(JSON.parse(await ok('restore', before, '--yes', '--json'))).toMatchObject({ left_out: 1, cut: 1 })
    expect(found(file, ['Ёлкиной'])).toEqual([])
    const persons = await rowsOf(file, "select person, sum(kind = 'everywhere') as cut from tombstone group by person")
    expect(persons).toEqual([{ person: 1, cut: 1 }])
  })

  it('and refuses as before whoever was never here', async () => {
    const { at, add, forget } = forgettingWorld()
    await add('Ёлкина Мария', '--phone', '+79161234567')
    await forget('1')
    for (const name of ['Ёлкин', 'Семёнов Глеб', '+79160000000', '77'])
      expect(await at.run('forget', name, '--everywhere', '--yes')).toMatchObject({ code: 3 })
  })

  it('keeps whoever had the phone before or besides', async () => {
    const { at, add, ok, forget } = forgettingWorld()
    await add('Ёлкин Олег', '--phone', '+79161234567')
    await add('Ёлкина Мария', '--phone', '+79161234567', '--force')
    await add('Семёнов Глеб', '--phone', '+79161234567', '--force')
    const backup = at.path('before.db')
    await ok('backup', backup)
    await ok('edit', '1', '--remove-phone', '+79161234567')
    await ok('edit', '3', '--remove-phone', '+79161234567')
    await forget('2')
    await ok('restore', backup, '--yes')
    // The husband's family name is hers but for an ending, and it was his phone.
    expect(await at.names()).toEqual(['Ёлкин Олег', 'Семёнов Глеб'])
  })

  it('of another base, with a key and erased people of its own, joins what both remember', async () => {
    const here = forgettingWorld()
    const there = forgettingWorld()
    await here.add('Ёлкина Мария', '--phone', '+79161234567', '--city', 'Киев')
    await here.forget('1')
    await there.add('Ґалаґан Остап', '--phone', '+380671234567')
    await there.add('Ялинка Мар’яна', '--phone', '+380671234568')
    await there.add('Елкина Мария', '--phone', '+79161234567')
    await there.forget('1')
    const backup = there.at.path('there.db')
    await there.ok('backup', backup)
    await here.ok('restore', backup, '--yes')
    expect(await here.at.names()).toEqual(['Ялинка Мар’яна'])
    await here.sound()
    const both = here.at.write('a.csv', 'Имя,Телефон\nЁлкина Мария,+79161234567\nҐалаґан Остап,+380671234567\n')
    expect(await here.at.take(both)).toMatchObject({ created: 0, forgotten: 2 })
    const keys = await rowsOf(here.file, "select value from secret where purpose like 'tombstone%'")
    expect(new Set(keys.map(({ value }) => value)).size).toBe(2)
    await here.ok('restore', backup, '--yes')
    expect(await rowsOf(here.file, "select value from secret where purpose like 'tombstone%'")).toHaveLength(2)
  })

  it('keeps nothing readable of the erased: hashes that another key does not give', async () => {
    const worlds = [forgettingWorld(), forgettingWorld()]
    const hashes: unknown[][] = []
    for (const { add, forget, file } of worlds) {
      await add('Ёлкина Мария', '--phone', '+79161234567')
      await forget('1')
      hashes.push((await rowsOf(file, 'select hash from tombstone order by id')).map(({ hash }) => hash))
      rmSync(file)
    }
    const [one = [], other = []] = hashes
    expect(one.length).toBeGreaterThan(3)
    expect(one.filter((hash) => other.includes(hash))).toEqual([])
    expect(one.every((hash) => /^[\w-]{43}$/.test(String(hash)))).toBe(true)
  })
})
