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
