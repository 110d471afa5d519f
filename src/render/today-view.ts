import { addDays, type CivilDate, type LocalTime } from '../domain/calendar.js'
import type { Person } from '../domain/day/asking.js'
import type { Holiday, Reason, Section } from '../domain/day/reason.js'
import { showPhone } from '../domain/points.js'
import type { CallFacts } from '../usecases/day-facts.js'
import type { NumberedEntry } from '../usecases/today.js'
import type { Words } from '../words/en.js'
import { safe } from './safe.js'
import { cut } from './table.js'
import { type Reaches, reachesOf } from './today-reach.js'
import { shortDate } from './when.js'

/** What all drawings of the day need to know. */
export interface DayWords {
  words: Words
  date: CivilDate
  /** The user's own clock at an instant. */
  toLocal: (instant: string) => LocalTime
}

/** An entry in words, for whatever draws it: one line each, nothing empty. */
export interface EntryView extends Reaches {
  entry: NumberedEntry
  section: Section
  number: string
  /** The client and its company. */
  who: string
  vip: boolean
  reasons: { text: string; late: boolean }[]
  /** When they can be called. */
  window: { text: string; open: boolean } | null
  /** What helps with it, the most useful first. */
  facts: string[]
}

/** Greetings for one holiday. */
export interface HolidayGroup {
  title: string
  people: string
  entries: EntryView[]
}

/** What was said last is told in so many cells: enough to remember it by. */
const FEW_WORDS = 44

export function viewOf(entry: NumberedEntry, entries: readonly NumberedEntry[], day: DayWords): EntryView {
  const { client, section, number, facts } = entry
  const reaches = reachesOf(entry)
  return {
    ...reaches,
    entry,
    section,
    number,
    who: [client.name, client.company ?? '']
      .filter((part) => part !== '')
      .map(safe)
      .join(' · '),
    vip: client.vip,
    reasons: entry.reasons.map((reason) => ({ text: safe(day.words.today.reason(reason)), late: isLate(reason) })),
    window: facts === null ? null : windowOf(facts, day),
    facts: (facts === null ? giftOf(entry, entries, day) : factsOf(entry, facts, reaches, day)).map(safe),
  }
}

/** What should have been done already, and is nobody's choice to leave. */
const isLate = (reason: Reason): boolean =>
  reason.days < 0 &&
  (reason.code === 'promised' || reason.code === 'unpaid' || reason.code === 'occasion' || reason.code === 'holiday')

function windowOf({ window }: CallFacts, { words, date }: DayWords): EntryView['window'] {
  const text = words.today.window(window, addDays(date, 1))
  const clock = window.local_time === null ? null : words.today.localTime(window.local_time)
  const told = [text, clock].filter((part) => part !== null).join(', ')
  return told === '' ? null : { text: told, open: window.is === 'open' }
}

function factsOf(
  { reasons }: NumberedEntry,
  { tried_at, ask, last_contact, usual }: CallFacts,
  { preferred }: Reaches,
  { words, date, toLocal }: DayWords,
): string[] {
  const { today } = words
  const person = (who: Person | null): string | null =>
    who === null ? null : today.person(who, who.phone === null ? null : showPhone(who.phone))
  const lines: string[] = []
  if (tried_at !== null) lines.push(today.tried(toLocal(tried_at).time))
  if (ask !== null && (ask.gatekeeper !== null || ask.decider !== null))
    lines.push(today.ask(person(ask.gatekeeper), person(ask.decider)))
  if (preferred !== null) lines.push(today.prefers(preferred.text))
  // Two reasons tell of the last contact themselves: it is theirs that waits, or there was none.
  if (!reasons.some(({ code }) => code === 'waits' || code === 'lead'))
    lines.push(
      last_contact === null
        ? today.neverContacted
        : today.lastContact(
            shortDate(toLocal(last_contact.at).date, date, words),
            cut(safe(last_contact.text ?? '').trim(), FEW_WORDS),
          ),
    )
  if (usual !== null) lines.push(today.usual(usual))
  return lines
}

/** The present in mind for the day that is greeted. */
function giftOf({ reasons }: NumberedEntry, entries: readonly NumberedEntry[], { words }: DayWords): string[] {
  const dates = new Set(reasons.flatMap((reason) => (reason.code === 'occasion' ? (reason.date ?? []) : [])))
  if (dates.size === 0) return []
  return entries.flatMap((each) =>
    each.reasons.flatMap((reason) =>
      reason.code === 'gift' && dates.has(reason.date) ? words.today.gift(reason.gift) : [],
    ),
  )
}

const holidayOf = ({ entry: { reasons } }: EntryView): Holiday | null =>
  reasons[0]?.code === 'holiday' ? reasons[0] : null

/** Holidays together, each once with everybody it is for; all else by itself, in its order. */
export function grouped(views: readonly EntryView[], words: Words): { alone: EntryView[]; holidays: HolidayGroup[] } {
  const groups = new Map<string, EntryView[]>()
  const alone: EntryView[] = []
  for (const view of views) {
    const holiday = holidayOf(view)
    if (holiday === null) alone.push(view)
    else {
      const key = `${holiday.on} ${holiday.holiday}`
      groups.set(key, [...(groups.get(key) ?? []), view])
    }
  }
  const holidays = [...groups.values()].map((entries) => ({
    title: entries[0]?.reasons[0]?.text ?? '',
    people: words.today.people(entries.length),
    entries,
  }))
  return { alone, holidays }
}
