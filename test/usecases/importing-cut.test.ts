import { describe, expect, test } from 'vitest'
import { place } from './import-world.js'

const TABLES = ['contact', 'promise', 'client_order', 'expense', 'anniversary'] as const

/** A client whose dealings speak of Мухин, and the file that was made before he was erased. */
async function erased(format: string) {
  const here = place()
  const ok = async (...argv: string[]): Promise<void> => {
    const { code, stderr } = await here.run(...argv)
    if (code !== 0) throw new Error(`${argv.join(' ')}: ${stderr}`)
  }
  await ok('add', 'Мухин Олег', '--phone', '89160000001')
  await ok('add', "Ёлкина О'Анна", '--phone', '89160000002')
  await ok('log', '2', 'передала привет Мухину 💡', '--at', '2026-01-10 10:00')
  await ok('log', '2', 'обычный звонок', '--at', '2026-01-10 10:00')
  await ok('next', '2', '+3d', 'напомнить про Мухина')
  await ok('order', 'add', '2', '5000 UAH', 'Заказ для Мухина', '--date', '2026-01-11')
  await ok('order', 'add', '2', '5000 UAH', 'Заказ для Мухина', '--date', '2026-01-11')
  await ok('order', 'add', '2', '5000 UAH', 'Заказ для себя', '--date', '2026-01-11')
  await ok('expense', 'add', '2', '70 UAH', 'цветы от Мухина', '--date', '2026-01-11')
  await ok('date', 'add', '2', '01.12.1990', 'birthday', '--who', 'зять Мухин')
  const file = here.path(`old.${format}`)
  await ok('export', '--format', format, '-o', file)
  await ok('forget', '1', '--everywhere', '--yes')
  return { here, file }
}

describe('a file made before somebody was cut out of the texts', () => {
  test.each(['json', 'ndjson', 'csv', 'tsv', 'xlsx'])('doubles nothing, by %s', async (format) => {
    const { here, file } = await erased(format)
    const before = await here.base()
    expect(JSON.stringify(TABLES.map((table) => before[table]))).not.toMatch(/Мухин/)
    for (const mode of ['fill', 'update']) {
      expect(await here.take(file, '--on-match', mode)).toMatchObject({ created: 0, updated: 0, forgotten: 1 })
      const after = await here.base()
      for (const table of TABLES) expect(after[table]).toEqual(before[table])
    }
  })

  test('still brings what the base does not have', async () => {
    const { here, file } = await erased('json')
    await here.run('order', 'remove', '3', '--yes')
    await here.run('log', '2', 'новое … и всё', '--at', '2026-01-12 10:00')
    await here.take(file)
    const { client_order: orders, contact: contacts } = await here.base()
    expect((orders as { what: string }[]).map(({ what }) => what).sort()).toEqual([
      'Заказ для себя',
      'Заказ для …',
      'Заказ для …',
    ])
    expect(contacts).toHaveLength(3)
  })
})
