import { isoInstant } from '../domain/calendar.js'
import { preferredChannel } from '../domain/consent.js'
import { readKey } from '../domain/day/keys.js'
import { cleanLine } from '../domain/text.js'
import { endingOf } from './closing.js'
import { settlementOf } from './closing-entry.js'
import { noSettlement, type Settlement, settle } from './closing-writing.js'
import { type Deps, entryOf } from './deps.js'
import type { Greeting } from './greet.js'

/** By what somebody was greeted when nothing says more. */
const DEFAULT_CHANNEL = 'message'

export interface Marking {
  greeting: Greeting
  /** What the contact says: for which occasion. */
  text: string
}

/**
 * Notes greetings as said: a contact each, and its entry of the list is closed, also for other records of the same person. All of
 * them are one operation. `channel` null is the one that each client prefers. Answers how many were noted; what somebody
 * else has noted meanwhile is passed over. `keep` false writes nothing.
 */
export async function markGreeted(
  deps: Deps,
  markings: readonly Marking[],
  { channel, keep }: { channel: string | null; keep: boolean },
): Promise<number> {
  if (markings.length === 0) return 0
  const at = isoInstant(deps.clock.now())
  const ending = endingOf(deps, { state: 'done', until: null, why: null })
  const settlements: (Settlement | null)[] = []
  for (const { greeting } of markings) settlements.push(await settlementFor(deps, greeting))
  const { result } = await deps.store.write(
    entryOf(deps),
    async (writing) => {
      let noted = 0
      for (const [index, { greeting, text }] of markings.entries()) {
        const settlement = settlements[index]
        if (!settlement || (await settle(writing, settlement, ending)) === 0) continue
        await writing.insert('contact', {
          client_id: greeting.client.id,
          at,
          channel: cleanLine(channel ?? '') || preferredChannel(greeting.client) || DEFAULT_CHANNEL,
          direction: 'out',
          result: null,
          purpose: 'greeting',
          minutes: null,
          cost_minor: null,
          text: cleanLine(text),
        })
        noted += 1
      }
      return noted
    },
    { keep },
  )
  return result
}

/** What closing the entry writes; null when nothing of it is open any more. */
async function settlementFor(deps: Deps, { entry, client }: Greeting): Promise<Settlement | null> {
  const key = readKey(entry.key)
  if (key === null) return null
  // Of holidays and first orders the entry says all, and there may be a thousand of them.
  if (key.is === 'holiday' || key.is === 'first-order') {
    const mark = key.is === 'holiday' ? `${key.holiday}:${key.occursOn}` : key.occursOn
    return {
      ...noSettlement(client.id, key.is),
      marks: [client.id, ...entry.also].map((client_id) => ({ client_id, about: key.is, mark })),
    }
  }
  const settlement = await settlementOf(deps, key, client.id)
  return settlement === 'gone' ? null : settlement
}
