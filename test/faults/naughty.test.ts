import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { run } from '../../scripts/faults/naughty.js'
import { freshFolder } from '../store/base.js'

const bin = fileURLToPath(new URL('../../bin/clientele.js', import.meta.url))

test('strings that programs stumble over come back as they were put in', async () => {
  const said: string[] = []
  const results = await run({ quick: true, bin, seed: 1, folder: freshFolder(), say: (line) => said.push(line) })
  expect(results.length, said.join('\n')).toBeGreaterThan(6)
  expect(
    results.filter(({ ok }) => !ok),
    said.join('\n'),
  ).toEqual([])
})
