import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { run } from '../../scripts/faults/restores.js'
import { freshFolder } from '../store/base.js'

const bin = fileURLToPath(new URL('../../bin/clientele.js', import.meta.url))

test('a restore beside other commands loses nothing and mixes nothing', async () => {
  const results = await run({ quick: true, bin, seed: 1, folder: freshFolder(), say: () => {} })
  expect(results.filter(({ ok }) => !ok)).toEqual([])
  expect(results.length).toBeGreaterThan(1)
})
