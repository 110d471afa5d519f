import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { run } from '../../scripts/faults/fuzz.js'
import { freshFolder } from '../store/base.js'

const bin = fileURLToPath(new URL('../../bin/clientele.js', import.meta.url))

test('random inputs end in an answer or a sentence', async () => {
  const said: string[] = []
  const results = await run({ quick: true, bin, seed: 1, folder: freshFolder(), say: (line) => said.push(line) })
  expect(results.length, said.join('\n')).toBe(3)
  expect(
    results.filter(({ ok }) => !ok),
    said.join('\n'),
  ).toEqual([])
})
