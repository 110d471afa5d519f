import type { CivilDate } from '../calendar.js'
import type { Member, Survivor } from './survivor-member.js'

/** How a note says where a piece of it comes from. */
export interface NoteWording {
  /** Before what a client brings: its number, its name, the day of the merge. */
  from(id: number, name: string, day: CivilDate): string
  field(key: string): string
}

/** In no language, for whoever has none. */
export const PLAIN_WORDING: NoteWording = {
  from: (id, name, day) => `— #${id} «${name}», ${day}:`,
  field: (key) => key,
}

/**
 * The note of the one client: its own, then a paragraph for each other that has something to add, with the values that no field
 * holds any more. A note that is there already is not said twice. Null when there is nothing.
 */
export function joinedNote(
  members: readonly Member[],
  dropped: Survivor['dropped'],
  day: CivilDate,
  wording: NoteWording = PLAIN_WORDING,
): string | null {
  const [kept] = members
  let note = kept?.note ?? ''
  for (const member of members) {
    const own = member === kept || note.includes(member.note ?? '') ? '' : (member.note ?? '')
    const values = dropped
      .filter(({ id }) => id === member.id)
      .map(({ field, value }) => `${wording.field(field)}: ${value}`)
      .join('; ')
    const said = [own, values].filter((part) => part !== '')
    if (said.length === 0) continue
    const paragraph = `${wording.from(member.id, member.name, day)} ${said.join(own.includes('\n') ? '\n' : ' · ')}`
    note = note === '' ? paragraph : `${note}\n${paragraph}`
  }
  return note === '' ? null : note
}

/** A paragraph as `joinedNote` begins one, in any language: a dash, the client's name in quotes, the day of the merge. */
const PARAGRAPH = /(?:^|\n)— [^\n]*«[^\n]*»,[^\n]* \d{4}-\d{2}-\d{2}: /u

/** What merges have put into a note, from their first paragraph on; empty when there is nothing of them. */
export function broughtByMerges(note: string): string {
  const from = note.search(PARAGRAPH)
  return from < 0 ? '' : note.slice(from).replace(/^\n/, '')
}
