import { expect, test } from 'vitest'
import { freshFolder } from '../store/base.js'
import { runIn } from '../world.js'

const base = async () => {
  const folder = freshFolder()
  const run = (...argv: string[]) => runIn({ folder }, ...argv)
  await run('add', 'Ёлкина Анна', '--external-id', ' X1 ')
  await run('add', "O'Brien-Ñandú 💡", '--external-id', 'Y 2', '--system', ' crm ')
  await run('add', 'Ґалаґан Оксана')
  const ids = async () =>
    (JSON.parse((await run('list', '--json')).stdout) as Record<string, unknown>[])
      .sort((a, b) => Number(a.id) - Number(b.id))
      .map(({ external_id, external_system }) => [external_id, external_system])
  return { run, ids }
}

test('an outside id is kept as an import keeps it, and found by it', async () => {
  const { run, ids } = await base()
  expect(await ids()).toEqual([
    ['X1', null],
    ['Y 2', 'crm'],
    [null, null],
  ])
  expect((await run('show', 'ext:X1')).stdout).toContain('Ёлкина')
  expect((await run('edit', '1', '--external-id', '  ')).code).toBe(0)
  expect((await ids())[0]).toEqual([null, null])
})

test.each([
  [['add', 'Other', '--external-id', '\tX1'], 5, 'Ёлкина Анна'],
  [['add', 'Other', '--force', '--external-id', 'X1'], 5, 'Ёлкина Анна'],
  [['edit', '3', '--external-id', 'X1 '], 5, 'belongs to client 1, Ёлкина Анна'],
  [['edit', '3', '--external-id', 'Y 2', '--system', 'crm'], 5, "belongs to client 2, O'Brien-Ñandú"],
  [['edit', '3', '--external-id', 'Y 2'], 0, ''],
  [['edit', '1', '--external-id', 'X1', '--system', 'crm'], 0, ''],
  [['edit', '1', '--external-id', 'Y 2', '--system', 'crm'], 5, 'belongs to client 2'],
  [['edit', 'id:1..3', '--all', '--external-id', 'Z'], 2, 'belongs to one client'],
])('%j: exit %i', async (argv, code, said) => {
  const { run, ids } = await base()
  const before = await ids()
  const ran = await run(...argv)
  expect(ran).toMatchObject({ code })
  expect(ran.stderr).toContain(said)
  expect(ran.stderr).not.toMatch(/UNIQUE|constraint/)
  if (code !== 0) expect(await ids()).toEqual(before)
})

test('clients who would get the same outside id by another system are refused together', async () => {
  const { run, ids } = await base()
  await run('edit', '3', '--external-id', 'Y 2', '--system', 'shop')
  const { code, stderr } = await run('edit', 'id:2..3', '--all', '--system', 'both', '--yes')
  expect(code).toBe(5)
  expect(stderr).toContain('The outside id Y 2 belongs to client')
  expect((await ids()).slice(1)).toEqual([
    ['Y 2', 'crm'],
    ['Y 2', 'shop'],
  ])
})
