import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { run } from '../../scripts/faults/signals.js'
import { freshFolder } from '../store/base.js'

const bin = fileURLToPath(new URL('../../bin/clientele.js', import.meta.url))

test('a signal and output that nobody takes lose nothing and leave nothing by halves', async () => {
  const results = await run({ quick: true, bin, seed: 1, folder: freshFolder(), say: () => {} })
  expect(results.filter(({ ok }) => !ok)).toEqual([])
  expect(results.length).toBe(6)
})
