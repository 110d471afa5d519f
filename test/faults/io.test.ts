import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { run } from '../../scripts/faults/io.js'
import { canPreload } from '../../scripts/faults/lib/preload.js'
import { freshFolder } from '../store/base.js'

const bin = fileURLToPath(new URL('../../bin/clientele.js', import.meta.url))

test.skipIf(!canPreload)(
  'a call that fails leaves a whole base, an honest exit code and a sentence (skipped without a C compiler)',
  async () => {
    const results = await run({ quick: true, bin, seed: 1, folder: freshFolder(), say: () => {} })
    expect(results.filter(({ ok }) => !ok)).toEqual([])
    expect(results.length).toBe(11)
  },
)
