import { type Complaint, isRefusal, Refusal } from '../errors.js'
import type { Outgoing, OutgoingDetails, OutgoingEntry } from '../store/export-log.js'
import { type Deps, entryOf } from './deps.js'

export type { OutgoingDetails, OutgoingEntry } from '../store/export-log.js'

/** What is about to be taken out, without who does it and when. */
export type Taking = Omit<Outgoing, 'at' | 'who' | 'details'> & { details: Partial<OutgoingDetails> }

/** Longer ones are cut: a log is no place for whole lists of clients. */
const LONGEST = 2_000

const kept = (text: string | null | undefined): string | null => (text ? [...text].slice(0, LONGEST).join('') : null)

/**
 * Writes down, and commits, what is about to be taken out: before its first byte goes anywhere. Where this cannot be
 * written nothing is taken out. Answers with the number of the entry.
 */
export async function noteTaking(deps: Deps, { details, ...taking }: Taking): Promise<number> {
  const { filter, target, reason, ...more } = details
  try {
    return await deps.store.noteOut({
      ...taking,
      at: entryOf(deps).at,
      who: deps.who?.() ?? '',
      details: { filter: kept(filter), target: kept(target), reason: kept(reason), ...more },
    })
  } catch (error) {
    if (!isRefusal(error) || (error.exit !== 1 && error.exit !== 7)) throw error
    throw new Refusal(error.exit, (words) => {
      const said = error.say(words)
      const complaint: Complaint = typeof said === 'string' ? { text: said } : said
      return { ...complaint, hint: words.outgoing.notNoted }
    })
  }
}

/** The log, latest first, with the hash that stands for all of it. */
export async function takings(
  deps: Deps,
  page: { limit: number; offset: number },
): Promise<{ entries: OutgoingEntry[]; head: { id: number; hash: string } | null }> {
  return { entries: await deps.store.outgoing.list(page), head: await deps.store.outgoing.head() }
}
