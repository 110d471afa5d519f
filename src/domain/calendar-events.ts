import { type Anniversary, readAnniversary } from './anniversary.js'
import { type CivilDate, civil } from './calendar.js'
import type { ClientCard, DateRecord, PromiseKind, PromiseRecord } from './client.js'
import { showPhone } from './points.js'

/** An event of a calendar, as `formats/ics` writes it. */
export interface CalendarEventLike {
  uid: string
  summary: string
  description: string
  date: CivilDate | null
  instant: string | null
  minutes: number | null
  yearly: { month: number; day: number } | null
  categories: string[]
  created: string
}

/** What the calendar says, in the user's language. */
export interface CalendarWords {
  birthday(name: string, who: string | null): string
  occasion(occasion: string, name: string, who: string | null): string
  promise(kind: PromiseKind, name: string, text: string | null): string
  /** Categories of the events. */
  dates: string
  promises: string
}

/** A year that has a 29 February, for days whose year nobody knows. */
const SOME_LEAP_YEAR = 1972

/** How long a promise with a time stands in the calendar, which draws nothing for a moment. */
const MINUTES = 30

/**
 * The birthdays, anniversaries and open promises of a client. Days come back every year. A promise stands at its time, which
 * `toInstant` turns into `YYYY-MM-DDTHH:MM:SSZ`; put off, it is a matter of the whole day, as in the list of the day.
 */
export function eventsOf(
  card: ClientCard,
  words: CalendarWords,
  toInstant: (date: CivilDate, time: string) => string,
): CalendarEventLike[] {
  const base = card.created_at.replace(/\D/g, '')
  const common = { description: description(card), created: card.created_at }
  const dates = card.dates.flatMap((date): CalendarEventLike[] => {
    const anniversary = readAnniversary(date.date)
    if (anniversary === null) return []
    const uid = `date-${date.id}-${base}@clientele`
    return [{ ...common, ...dateEvent(date, anniversary, card.name, words), uid }]
  })
  const promises = card.promises
    .filter(({ state }) => state === 'open')
    .map((promise): CalendarEventLike => {
      const uid = `promise-${promise.id}-${base}@clientele`
      return { ...common, ...promiseEvent(promise, card.name, words, toInstant), uid, created: promise.created_at }
    })
  return [...dates, ...promises]
}

type Event = Omit<CalendarEventLike, 'uid' | 'description' | 'created'>

function dateEvent({ occasion, who }: DateRecord, day: Anniversary, name: string, words: CalendarWords): Event {
  return {
    summary: occasion === 'birthday' ? words.birthday(name, who) : words.occasion(occasion, name, who),
    date: civil(day.year ?? SOME_LEAP_YEAR, day.month, day.day),
    instant: null,
    minutes: null,
    // 29 February is kept on the last day of the month, as `occurrenceIn` does; calendars would leave common years out.
    yearly: { month: day.month, day: day.month === 2 && day.day === 29 ? -1 : day.day },
    categories: [words.dates],
  }
}

function promiseEvent(
  { kind, due, time, text, snoozed_until }: PromiseRecord,
  name: string,
  words: CalendarWords,
  toInstant: (date: CivilDate, time: string) => string,
): Event {
  const at = snoozed_until === null ? time : null
  return {
    summary: words.promise(kind, name, text),
    date: at === null ? (snoozed_until ?? due) : null,
    instant: at === null ? null : toInstant(due, at),
    minutes: at === null ? null : MINUTES,
    yearly: null,
    categories: [words.promises],
  }
}

/** How to reach the client, one way a line. */
function description({ phones, emails, handles }: ClientCard): string {
  const links = handles.flatMap(({ kind, value }) =>
    kind === 'url' ? [value] : kind === 'telegram' && !value.startsWith('+') ? [`https://t.me/${value}`] : [],
  )
  return [...phones.map(({ value }) => showPhone(value)), ...emails.map(({ value }) => value), ...links].join('\n')
}
