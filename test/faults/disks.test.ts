import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { run } from '../../scripts/faults/disks.js'
import { freshFolder } from '../store/base.js'

const bin = fileURLToPath(new URL('../../bin/clientele.js', import.meta.url))

test('a disk that is full, closed or gone, and a lock that stays, are told in a sentence and lose nothing', async () => {
  const results = await run({ quick: true, bin, seed: 1, folder: freshFolder(), say: () => {} })
  expect(results.filter(({ ok }) => !ok)).toEqual([])
  expect(results.length).toBe(12)
})
