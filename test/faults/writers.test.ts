import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { run } from '../../scripts/faults/writers.js'
import { freshFolder } from '../store/base.js'

const bin = fileURLToPath(new URL('../../bin/clientele.js', import.meta.url))

test('writers at once lose nothing, and nobody is told of a lock', async () => {
  const results = await run({ quick: true, bin, seed: 1, folder: freshFolder(), say: () => {} })
  expect(results.filter(({ ok }) => !ok)).toEqual([])
  expect(results.length).toBeGreaterThan(1)
})
