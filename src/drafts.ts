/*
 * Which drafts are in the making, for whoever has to take them away when a signal ends the program. Verbs are bundles of their
 * own, each with a copy of this module; so they meet at a place that all of them share.
 */

export interface DraftWatch {
  begun(file: string): void
  ended(file: string): void
}

const PLACE = Symbol.for('clientele.drafts')
const shared = globalThis as unknown as Record<symbol, DraftWatch | undefined>

/** Told of all drafts from now on. */
export function watchDrafts(watch: DraftWatch): void {
  shared[PLACE] = watch
}

/** These files are in the making; what is called at their end, however it came. */
export function draftBegun(...files: string[]): () => void {
  for (const file of files) shared[PLACE]?.begun(file)
  return () => {
    for (const file of files) shared[PLACE]?.ended(file)
  }
}
