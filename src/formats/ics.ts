import ICAL from 'ical.js'

export interface CalendarEvent {
  /** Must stay the same from one export to the next, or calendars that subscribe show doubles. */
  uid: string
  summary: string
  description: string
  /** `YYYY-MM-DD`: the whole day, or the first one of `yearly`. Null when there is an `instant`. */
  date: string | null
  /** `YYYY-MM-DDTHH:MM:SSZ` */
  instant: string | null
  /** Length of a timed event; null is a moment. */
  minutes: number | null
  /** Comes back every year. `day` -1 is the last day of the month. */
  yearly: { month: number; day: number } | null
  categories: string[]
  /** `YYYY-MM-DDTHH:MM:SSZ` */
  created: string
  /** When to be reminded, in minutes from the beginning; before it when below nought. */
  alarm?: number
}

// A folded line begins with a space, which counts among the 75 octets as well (RFC 5545, 3.1).
ICAL.foldLength = 74

type Parameters = Record<string, string>
type Property = [name: string, parameters: Parameters, type: string, ...values: unknown[]]

const DESIGN = {
  ...ICAL.design.icalendar,
  property: { ...ICAL.design.icalendar.property, 'x-wr-calname': { defaultType: 'text' } },
}

/**
 * Writes an iCalendar file (RFC 5545) with one VEVENT for each event, with its alarm if it has one: whole days take up no time, timed events are in UTC. `now`
 * (`YYYY-MM-DDTHH:MM:SSZ`) is when the file was made. Lines end in CRLF and are folded at 75 octets, never inside a character.
 */
export function writeCalendar(events: readonly CalendarEvent[], options: { now: string; name: string }): string {
  const head: Property[] = [
    ['version', {}, 'text', '2.0'],
    ['prodid', {}, 'text', '-//clientele//clientele//EN'],
    ['calscale', {}, 'text', 'GREGORIAN'],
    ['method', {}, 'text', 'PUBLISH'],
    ['x-wr-calname', {}, 'text', plain(options.name)],
  ]
  const calendar = [
    'vcalendar',
    head,
    events.map((event) => ['vevent', eventProperties(event, options.now), alarms(event)]),
  ]
  return `${ICAL.stringify.component(calendar, DESIGN)}\r\n`
}

function eventProperties(event: CalendarEvent, now: string): Property[] {
  const { uid, summary, description, date, instant, minutes, yearly, categories, created } = event
  const properties: Property[] = [
    ['uid', {}, 'text', plain(uid)],
    ['dtstamp', {}, 'date-time', now],
    ['created', {}, 'date-time', created],
    ['dtstart', {}, ...(date === null ? (['date-time', instant] as const) : (['date', date] as const))],
  ]
  if (date === null && minutes !== null) properties.push(['duration', {}, 'duration', `PT${minutes}M`])
  if (yearly) properties.push(['rrule', {}, 'recur', { freq: 'YEARLY', bymonth: yearly.month, bymonthday: yearly.day }])
  properties.push(['summary', {}, 'text', plain(summary)])
  if (description !== '') properties.push(['description', {}, 'text', plain(description)])
  if (categories.length > 0) properties.push(['categories', {}, 'text', ...categories.map(plain)])
  properties.push(['transp', {}, 'text', date === null ? 'OPAQUE' : 'TRANSPARENT'])
  return properties
}

const alarms = ({ alarm, summary }: CalendarEvent): unknown[] =>
  alarm === undefined ? [] : [['valarm', alarmProperties(alarm, summary), []]]

const alarmProperties = (alarm: number, summary: string): Property[] => [
  ['action', {}, 'text', 'DISPLAY'],
  ['description', {}, 'text', plain(summary)],
  ['trigger', {}, 'duration', `${alarm < 0 ? '-' : ''}PT${Math.abs(alarm)}M`],
]

/** Text that a line can hold: one kind of line break, no other control characters. */
const plain = (text: string): string => text.replace(/\r\n?/g, '\n').replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/g, '')
