import { type ConsentInput, overruled } from '../usecases/consents.js'
import type { Deps } from '../usecases/deps.js'
import type { Context } from './context.js'

/** Says of answers that were put down and do not hold, because a refusal of more stands, and how to take that back. */
export async function sayOverruled(
  { say, words }: Context,
  { store }: Deps,
  ids: readonly number[],
  consent: ConsentInput | undefined,
): Promise<void> {
  if (consent === undefined) return
  for (const { by, channels, clients } of await overruled(store, ids, consent))
    say(words.consent.overruled(by, channels, ids.length === 1 ? { id: ids[0] ?? 0 } : { clients }))
}
