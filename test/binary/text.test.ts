import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Program } from './program.js'

/* Letters beyond ASCII come through bundling: the loader reads bundles byte by byte. */

let program: Program

beforeAll(async () => {
  program = await Program.build()
})

afterAll(() => program?.remove())

test('bundles are pure ASCII', () => {
  const folder = join(program.folder, 'dist')
  const bundles = readdirSync(folder).filter((name) => name.endsWith('.cjs'))
  expect(bundles.length).toBeGreaterThan(5)
  for (const name of bundles) expect(readFileSync(join(folder, name)).every((byte) => byte < 128)).toBe(true)
})

test.each([
  ['Тестов Иван Петрович', { family_name: 'Тестов', given_name: 'Иван', patronymic: 'Петрович' }],
  ['Зразок Олена Василівна', { family_name: 'Зразок', given_name: 'Олена', patronymic: 'Василівна' }],
])('regular expressions of Cyrillic letters work: %s', async (name, parts) => {
  const at = ['--db', join(program.work, `${name.length}.db`)]
  await program.ok([...at, 'add', name])
  expect(JSON.parse(await program.ok([...at, 'show', '1', '--json']))).toMatchObject(parts)
})
