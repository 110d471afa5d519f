import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { runIn } from '../world.js'
import { clientRow, contactRow, entry, everything, freshFolder, opened } from './base.js'

describe('journal and undo', () => {
  test('what was inserted goes, and its search words with it', async () => {
    const file = join(freshFolder(), 'clients.db')
    const store = await opened(file)
    const empty = await everything(file)
    const { operation } = await store.write(entry('add'), async (writing) => {
      const client = await writing.insert('client', clientRow('Ёлкина Анна'))
      await writing.insert('contact', contactRow(client, 'hello'))
      return writing.insert('client_tag', { client_id: client, tag: 'vip', tag_key: 'vip' })
    })
    expect(operation).toBe(1)
    const outcome = await store.undo(null, entry('undo'))
    expect(outcome).toMatchObject({ by: 2, rows: 3 })
    expect(await everything(file)).toEqual(empty)
  })

  test('an update gets its old values back, of one row changed twice the first', async () => {
    const file = join(freshFolder(), 'clients.db')
    const store = await opened(file)
    await store.write(entry('add'), (writing) =>
      writing.insert('client', clientRow('Anna', { city: 'Riga', note: 'one' })),
    )
    const before = await everything(file)
    await store.write(entry('edit'), async (writing) => {
      await writing.update('client', 1, { city: 'Tallinn' })
      await writing.update('client', 1, { city: 'Vilnius', name: 'Hanna' })
      await writing.update('client', 1, { note: null, city: 'Oslo' })
    })
    expect(await store.undo(null, entry('undo'))).toMatchObject({ by: 3 })
    expect(await everything(file)).toEqual(before)
  })

  test('a row changed and then removed in one operation comes back as it was', async () => {
    const file = join(freshFolder(), 'clients.db')
    const store = await opened(file)
    await store.write(entry('add'), async (writing) => {
      const client = await writing.insert('client', clientRow('Anna'))
      await writing.insert('contact', contactRow(client, 'first'))
      await writing.insert('contact', contactRow(client, 'second'))
      await writing.insert('contact', contactRow(client, 'third'))
    })
    const before = await everything(file)
    await store.write(entry('tidy'), async (writing) => {
      await writing.update('contact', 2, { text: 'changed' })
      await writing.remove('contact', [1, 2])
      await writing.update('contact', 3, { text: 'kept', minutes: 5 })
    })
    expect(await store.undo(null, entry('undo'))).toMatchObject({ by: 3 })
    expect(await everything(file)).toEqual(before)
  })

  test('a row made, changed and removed in one operation is gone after undo and after redo', async () => {
    const file = join(freshFolder(), 'clients.db')
    const store = await opened(file)
    await store.write(entry('add'), (writing) => writing.insert('client', clientRow('Anna')))
    const before = await everything(file)
    await store.write(entry('fuss'), async (writing) => {
      const contact = await writing.insert('contact', contactRow(1, 'said'))
      await writing.update('contact', contact, { text: 'said again' })
      await writing.remove('contact', [contact])
      await writing.insert('contact', contactRow(1, 'stays'))
    })
    const after = await everything(file)
    expect(await store.undo(2, entry('undo'))).toMatchObject({ by: 3 })
    expect(await everything(file)).toEqual(before)
    expect(await store.undo(3, entry('redo'))).toMatchObject({ by: 4 })
    expect(await everything(file)).toEqual(after)
  })

  test('undo and redo can follow each other without end', async () => {
    const file = join(freshFolder(), 'clients.db')
    const store = await opened(file)
    await store.write(entry('add'), (writing) => writing.insert('client', clientRow('Anna', { city: 'Riga' })))
    const before = await everything(file)
    await store.write(entry('edit'), (writing) => writing.update('client', 1, { city: 'Oslo', name: 'Hanna' }))
    const after = await everything(file)
    let last = 2
    for (let round = 0; round < 5; round += 1) {
      const outcome = await store.undo(last, entry('undo'))
      expect(outcome).toHaveProperty('by')
      expect(await everything(file)).toEqual(round % 2 === 0 ? before : after)
      // What a redo brought back is undone under its first number.
      last = round % 2 === 0 ? (outcome as { by: number }).by : 2
    }
  })

  test('an operation that changed nothing leaves no trace', async () => {
    const file = join(freshFolder(), 'clients.db')
    const store = await opened(file)
    const { operation } = await store.write(entry('nothing'), async () => {})
    expect(operation).toBeNull()
    expect(await store.operations.list({ client: null, limit: 9, offset: 0 })).toEqual([])
    expect(await store.undo(null, entry('undo'))).toBe('nothing')
    expect(await store.undo(1, entry('undo'))).toBe('unknown')
  })

  test('a write that fails half way leaves nothing, neither rows nor journal', async () => {
    const file = join(freshFolder(), 'clients.db')
    const store = await opened(file)
    const before = await everything(file)
    await expect(
      store.write(entry('add'), async (writing) => {
        await writing.insert('client', clientRow('Anna'))
        throw new Error('in the middle')
      }),
    ).rejects.toThrow('in the middle')
    expect(await everything(file)).toEqual(before)
    expect(await store.operations.list({ client: null, limit: 9, offset: 0 })).toEqual([])
  })

  test('a later contact or edit stands in the way, and then nothing is changed', async () => {
    const file = join(freshFolder(), 'clients.db')
    const store = await opened(file)
    await store.write(entry('add'), (writing) => writing.insert('client', clientRow('Anna', { city: 'Riga' })))
    await store.write(entry('edit city'), (writing) => writing.update('client', 1, { city: 'Oslo' }))
    await store.write(entry('log'), (writing) => writing.insert('contact', contactRow(1, 'hello')))
    await store.write(entry('edit city again'), (writing) => writing.update('client', 1, { city: 'Bergen' }))
    const before = await everything(file)
    const added = await store.undo(1, entry('undo'))
    expect(added).toMatchObject({ obstacles: [{ operation: 4 }, { operation: 3 }, { operation: 2 }] })
    const edited = await store.undo(2, entry('undo'))
    expect(edited).toMatchObject({ obstacles: [{ operation: 4, command: 'edit city again' }] })
    expect(await everything(file)).toEqual(before)
    // In the right order all of it goes.
    for (const operation of [4, 3, 2, 1]) expect(await store.undo(operation, entry('undo'))).toHaveProperty('by')
    expect((await everything(file)).client).toEqual([])
  })

  test('an edit of another field of the same client does not stand in the way of an edit', async () => {
    const file = join(freshFolder(), 'clients.db')
    const store = await opened(file)
    await store.write(entry('add'), (writing) => writing.insert('client', clientRow('Anna', { city: 'Riga' })))
    await store.write(entry('city'), (writing) => writing.update('client', 1, { city: 'Oslo' }))
    await store.write(entry('note'), (writing) => writing.update('client', 1, { note: 'later' }))
    expect(await store.undo(2, entry('undo'))).toHaveProperty('by')
    expect((await everything(file)).client).toMatchObject([{ city: 'Riga', note: 'later' }])
  })

  test('ids are never given twice, not after an undo either', async () => {
    const folder = freshFolder()
    expect((await runIn({ folder }, 'add', 'Anna', '--phone', '+44 7700 900601')).stdout).toBe('1\n')
    expect((await runIn({ folder }, 'undo')).code).toBe(0)
    expect((await runIn({ folder }, 'add', 'Boris', '--phone', '+44 7700 900602')).stdout).toBe('2\n')
    expect((await runIn({ folder }, 'date', 'add', '2', '01.12', 'birthday')).stdout).toBe('1\n')
    expect((await runIn({ folder }, 'undo')).code).toBe(0)
    expect((await runIn({ folder }, 'date', 'add', '2', '01.12', 'birthday')).stdout).toBe('2\n')
    expect((await runIn({ folder }, 'show', '1')).code).toBe(3)
    // A redo brings the old number back to its old owner.
    expect((await runIn({ folder }, 'undo', '2')).code).toBe(0)
    expect((await runIn({ folder }, 'list', '--format', 'ids', '--sort', 'id')).stdout).toBe('1\n2\n')
  })

  test('an import of 5,000 rows is taken back whole, and brought back whole', async () => {
    const folder = freshFolder()
    const file = join(folder, 'clients.db')
    const lines = ['Name,Phone,City,Birthday,Tags,Company,Notes']
    for (let index = 0; index < 5000; index += 1)
      lines.push(
        `Client ${index} Number,+7 916 ${String(1_000_000 + index).replace(/(\d{3})(\d{2})(\d{2})/, '$1-$2-$3')},City ${index % 7},12.03.1980,"a${index % 5}, b",Firm ${index % 50},Note ${index}`,
      )
    writeFileSync(join(folder, 'many.csv'), `${lines.join('\n')}\n`)
    await runIn({ folder }, 'add', 'Client 7 Number', '--phone', '+7 916 100-00-07')
    const before = await everything(file)
    const imported = await runIn({ folder }, 'import', join(folder, 'many.csv'), '--json')
    expect(JSON.parse(imported.stdout)).toMatchObject({
      rows: 5000,
      created: 4999,
      updated: 1,
      rejected: 0,
      operation: 2,
    })
    const after = await everything(file)
    expect((await runIn({ folder }, 'undo')).code).toBe(0)
    expect(await everything(file)).toEqual(before)
    expect((await runIn({ folder }, 'undo', '3')).code).toBe(0)
    expect(await everything(file)).toEqual(after)
    expect((await runIn({ folder }, 'count', 'number')).stdout).toBe('5000\n')
    expect((await runIn({ folder }, 'check', '--json')).code).toBe(0)
    // One contact with one of them, and the import stays.
    await runIn({ folder }, 'log', 'client 4321', 'hello')
    const refused = await runIn({ folder }, 'undo', '2')
    expect(refused.code).toBe(5)
    expect(refused.stderr).toContain('log "client 4321" hello')
  })
})
