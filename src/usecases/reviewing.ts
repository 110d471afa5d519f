import type { Deps } from './deps.js'
import { bestToKeep } from './merging-rows.js'

/** Which of two clients a merge would keep when nobody says: the more complete one; null when neither is there. */
export const keptOf = async ({ store }: Deps, a: number, b: number): Promise<number | null> =>
  bestToKeep(await store.merging.weights([a, b]))

/** Are these two judged not to be the same? After a merge that may be so by what was said of the client that is gone. */
export const areDistinct = async ({ store }: Deps, a: number, b: number): Promise<boolean> =>
  (await store.merging.judged(Math.min(a, b), Math.max(a, b)))?.verdict === 'distinct'
