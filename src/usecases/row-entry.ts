import type { Draft } from '../domain/draft.js'
import { looseText } from '../domain/fold.js'
import { birthdayOf, type Known, knownBirthday, knownFrom } from '../domain/known.js'
import { areGenerationsApart } from '../domain/matching/newcomer.js'
import { areOneName, type Named } from '../domain/matching/one-name.js'

/**
 * A client that a row may be: one of the base, one that this portion is making, or one that the portion before it made
 * and that is being written just now.
 */
export interface Entry {
  draft: Draft | null
  /** Of a client that the file brought it is worked out only when a second row meets it. */
  known: Known | null
  createdAt: string
  /** Null until the client has its number: as long as further rows may still join the draft itself. */
  id: number | null
}

export function knownOf(entry: Entry): Known {
  if (entry.known === null && entry.draft === null) throw new Error('an entry is either known or being made')
  entry.known ??= knownFrom(entry.id ?? -1, entry.draft as Draft, entry.createdAt)
  if (entry.id !== null) entry.known.id = entry.id
  return entry.known
}

/** As whom people know it. */
export const shownBy = (entry: Entry): { kind: Draft['kind']; name: string } =>
  (entry.known ?? entry.draft) as Known | Draft
/** Its outside id, among its values. */
export const outside = (entry: Entry) => ((entry.known ?? entry.draft) as Known | Draft).values
/** Its birthday, when it is known. */
export const bornOn = ({ known, draft }: Pick<Entry, 'known' | 'draft'>): string | null =>
  known ? knownBirthday(known) : draft ? birthdayOf(draft) : null

/** City and birthday, by which namesakes who have nothing else are told apart. */
export const whereAndWhen = (entry: Pick<Entry, 'known' | 'draft'>): string =>
  `${looseText((entry.known ?? entry.draft)?.values.city ?? '')}|${bornOn(entry) ?? ''}`

/** A name of signs alone, «🦊 🦊», is compared as it stands: there are no words in it to compare. */
const isSameText = (a: Named, b: Named): boolean => a.kind === b.kind && a.name === b.name && b.name !== ''

/** May the client, which shares an outside id with the row, be called so, or one that went into it? */
export const isCalled = ({ known, draft }: Entry, row: Draft): boolean =>
  [(known ?? draft) as Known | Draft, ...(known?.former ?? [])].some(
    (each) => isSameText(each, row) || areOneName(each, row),
  )

/** Is it the client, which shares a phone or an e-mail with the row? A father and a son of one name are two. */
export const isCertain = (entry: Entry, row: Draft): boolean =>
  isCalled(entry, row) && !areGenerationsApart(bornOn(entry), birthdayOf(row))

interface Outside {
  external_id: string | null
  external_system: string | null
}

/** Under which an outside id is looked for. */
export const externalKey = ({ external_id, external_system }: Outside): string =>
  `${external_system ?? ''}\u0000${external_id ?? ''}`

/** Two different outside ids of one system are two clients, whatever else they share. */
export const otherExternal = (a: Outside, b: Outside): boolean =>
  a.external_id !== null &&
  b.external_id !== null &&
  a.external_system === b.external_system &&
  a.external_id !== b.external_id
