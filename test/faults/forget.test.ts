import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { run } from '../../scripts/faults/forget.js'
import { freshFolder } from '../store/base.js'

const bin = fileURLToPath(new URL('../../bin/clientele.js', import.meta.url))

test('of people who were forgotten no byte is left, and nothing brings them back', async () => {
  const results = await run({ quick: true, bin, seed: 1, folder: freshFolder(), say: () => {} })
  expect(results.filter(({ ok }) => !ok)).toEqual([])
  expect(results.length).toBe(7)
})
