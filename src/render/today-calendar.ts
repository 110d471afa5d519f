import type { CivilDate } from '../domain/calendar.js'
import { promisedTime } from '../domain/day/reason.js'
import type { CalendarEvent } from '../formats/ics.js'
import type { PlannedCall } from '../usecases/day-plan.js'
import type { NumberedEntry } from '../usecases/today.js'
import { safe } from './safe.js'
import type { DayShown } from './today.js'
import { type EntryView, grouped, type HolidayGroup, viewOf } from './today-view.js'

/** `YYYY-MM-DDTHH:MM:SSZ` of a time by the user's own clock. */
export type ToInstant = (date: CivilDate, time: string) => string

type Event = Omit<CalendarEvent, 'uid' | 'minutes' | 'yearly' | 'categories' | 'created'> & { minutes?: number }

/** How long something with a time stands in the calendar when nobody knows how long it takes. */
const MINUTES = 30

/** Reminded so many minutes before something with a time, and at nine of something for the whole day. */
const BEFORE = -10
const MORNING = 9 * 60

/**
 * The day as events: what has a time, or a place in the plan, at that time; all else for the whole day, so that the hours stay free. What
 * lies ahead stands on its own day, what is late on this one. Greetings for one holiday are one event. A UID stays the same through the day.
 */
export function dayEvents(day: DayShown, toInstant: ToInstant): CalendarEvent[] {
  const views = day.entries.map((entry) => viewOf(entry, day.entries, day))
  const { alone, holidays } = grouped(views, day.words)
  const planned = new Map(day.plan?.calls.map((call) => [call.entry.key, call]))
  const created = toInstant(day.date, '00:00')
  const whole = (key: string, section: NumberedEntry['section'], event: Event): CalendarEvent => ({
    minutes: null,
    yearly: null,
    categories: [day.words.today.sections[section]],
    created,
    uid: `day-${day.date}-${key.replaceAll(':', '-')}@clientele`,
    ...event,
  })
  return [
    ...alone.map((view) => {
      const { key, section } = view.entry
      return whole(key, section, entryEvent(view, day, planned.get(key), toInstant))
    }),
    ...holidays.map((group) => whole(holidayKey(group), 'greetings', holidayEvent(group, day.date))),
  ]
}

function entryEvent(view: EntryView, day: DayShown, planned: PlannedCall | undefined, toInstant: ToInstant): Event {
  const { entry, first, preferred, window, facts, number } = view
  // Calendars find numbers and addresses in a text by themselves, but not whose page it is.
  const links = [first, preferred].flatMap((reach) =>
    reach === null ? [] : [reach.text, ...(reach.href?.startsWith('https:') ? [reach.href] : [])],
  )
  const description = [
    ...view.reasons.map(({ text }) => text),
    ...links,
    window?.text ?? '',
    ...facts,
    `${number} · #${entry.client_id}`,
  ]
  const common = {
    summary: summaryOf(view, day),
    description: [...new Set(description)].filter((line) => line !== '').join('\n'),
  }
  const time = planned?.time ?? (entry.due > day.date ? entry.time : promisedTime(entry.reasons))
  const date = planned?.date ?? dayOf(entry, day.date)
  if (time !== null)
    return {
      ...common,
      date: null,
      instant: toInstant(date, time),
      minutes: planned?.minutes ?? entry.facts?.minutes ?? MINUTES,
      alarm: BEFORE,
    }
  // Twenty calls that all ring at nine would help nobody.
  return { ...common, date, instant: null, ...(entry.section === 'calls' ? {} : { alarm: MORNING }) }
}

const holidayKey = ({ entries }: HolidayGroup): string => {
  const reason = entries[0]?.entry.reasons[0]
  return reason?.code === 'holiday' ? `holiday:${reason.on}:${reason.holiday}` : 'holiday'
}

function holidayEvent({ title, people, entries }: HolidayGroup, today: CivilDate): Event {
  const [first] = entries
  return {
    summary: `${title} · ${people}`,
    description: entries
      .map(({ number, who, first: reach }) => [number, who, reach?.text ?? ''].filter((part) => part !== '').join('  '))
      .join('\n'),
    date: first ? dayOf(first.entry, today) : today,
    instant: null,
    alarm: MORNING,
  }
}

/** The day on which it is to be done: that of the occasion, or the one it fell due, and not before today. */
function dayOf({ reasons, due }: NumberedEntry, today: CivilDate): CivilDate {
  const [reason] = reasons
  const day = reason?.code === 'occasion' || reason?.code === 'holiday' ? reason.on : due
  return day < today ? today : day
}

function summaryOf({ entry }: EntryView, { words }: DayShown): string {
  const { calendar } = words.export
  const name = safe(entry.client.name)
  const [reason] = entry.reasons
  if (reason?.code === 'occasion')
    return reason.occasion === 'birthday'
      ? calendar.birthday(name, reason.who)
      : calendar.occasion(
          words.today.occasion(reason.date === null ? 'first-order' : reason.occasion),
          name,
          reason.who,
        )
  if (reason?.code === 'gift') return calendar.promise('gift', name, reason.gift)
  if (reason?.code === 'promised') return calendar.promise(reason.kind, name, reason.text)
  return calendar.promise('call', name, null)
}
