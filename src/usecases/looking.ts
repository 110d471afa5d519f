import type { MatchInput } from '../domain/matching/keys.js'
import { lookFor, nearest, worthAWeighing } from '../domain/matching/looking.js'
import type { Queries } from '../store/store.js'

/** The clients that one who is about to be added may be, by what they share: mostly nobody, and then no names are read. */
export async function whoItMayBe(
  { newcomers, matching }: Pick<Queries, 'newcomers' | 'matching'>,
  newcomer: MatchInput,
): Promise<MatchInput[]> {
  const ids = await newcomers.candidates(lookFor(newcomer))
  if (ids.length === 0) return []
  const others = [...(await matching.some(ids)).values()]
  const clients = await newcomers.size()
  return nearest(newcomer, worthAWeighing(newcomer, others, clients), clients)
}
