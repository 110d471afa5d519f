import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { run } from '../../scripts/faults/workbooks.js'
import { freshFolder } from '../store/base.js'

const bin = fileURLToPath(new URL('../../bin/clientele.js', import.meta.url))

test('hostile files are refused or read, in little memory and time', async () => {
  const said: string[] = []
  const results = await run({ quick: true, bin, seed: 1, folder: freshFolder(), say: (line) => said.push(line) })
  expect(results.length, said.join('\n')).toBe(1)
  expect(
    results.filter(({ ok }) => !ok),
    said.join('\n'),
  ).toEqual([])
})
