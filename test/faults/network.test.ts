import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Result } from '../../scripts/faults/lib/part.js'
import { canTrace, run } from '../../scripts/faults/network.js'
import { freshFolder } from '../store/base.js'

const bin = fileURLToPath(new URL('../../bin/clientele.js', import.meta.url))

describe('no network', () => {
  let results: Result[] = []

  beforeAll(async () => {
    results = await run({ quick: true, bin, seed: 1, folder: freshFolder(), say: () => {} })
  })

  test('nothing in the program could open a socket', () => {
    expect(results.slice(0, 2).map(({ ok, figure }) => ({ ok, figure }))).toEqual([
      { ok: true, figure: expect.stringMatching(/^none of \d+$/) as string },
      { ok: true, figure: 'none' },
    ])
  })

  test.skipIf(!canTrace)('no command opens one (skipped without strace)', () => {
    expect(results.filter(({ ok }) => !ok)).toEqual([])
    expect(results.map(({ what }) => what)).toContain('sockets opened by them')
  })
})
