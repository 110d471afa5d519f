import { type CivilDate, weekday } from '../../domain/calendar.js'
import type { Person } from '../../domain/day/asking.js'
import type { CallWindow } from '../../domain/day/window.js'
import type { UsualThing } from '../../domain/usual.js'
import { WEEKDAYS } from '../dates/en.js'
import { orders } from '../orders/en.js'
import { plural } from '../plural.js'
import { occasionName, reason } from './reasons/en.js'

const count = plural('en')

/** `1 h 30 min` */
function duration(minutes: number): string {
  const parts = [
    minutes >= 60 ? `${Math.floor(minutes / 60)} h` : null,
    minutes % 60 > 0 || minutes === 0 ? `${minutes % 60} min` : null,
  ]
  return parts.filter((part) => part !== null).join(' ')
}

/** What the list of the day says. */
export const today = {
  sections: { calls: 'Calls', greetings: 'Greetings', tasks: 'Tasks' },
  nothing: 'Nothing is due. Have a good day.',
  more: (number: number): string => `… and ${number} more (--limit)`,
  /** Why an entry is there, in one line. */
  reason,
  occasion: occasionName,
  kinds: { call: 'call', greet: 'greet', gift: 'gift', task: 'task' },
  /** A segment of the setting `cadence`, or a holiday, whose filter cannot be used any more. */
  unusable: (what: string): string =>
    `Left out of the day: ${what}. There is no such segment, or its filter no longer holds.`,
  lastContact: (when: string, what: string): string => `last contact ${when}${what === '' ? '' : `: ${what}`}`,
  neverContacted: 'no contact yet',
  /** When they can be called; null when nothing is known of it. `tomorrow` is the day after the one that is shown. */
  window: ({ is, until, from }: CallWindow, tomorrow: CivilDate): string | null => {
    switch (is) {
      case 'unknown':
        return null
      case 'open':
        return until === null ? 'open now' : `open until ${until}`
      case 'later':
        return from === null ? null : `opens at ${from.time}`
      case 'lunch':
        return from === null ? 'lunch' : `lunch until ${from.time}`
      case 'closed': {
        if (from === null) return 'closed today'
        const day = from.date === tomorrow ? 'tomorrow' : (WEEKDAYS[weekday(from.date) - 1] ?? '').slice(0, 3)
        return `closed today, opens ${day} ${from.time}`
      }
    }
  },
  localTime: (time: string): string => `${time} there`,
  tried: (time: string): string => `tried at ${time}`,
  prefers: (reach: string): string => `prefers ${reach}`,
  usual: ({ name, quantity, sum }: UsualThing): string =>
    `usually ${name}${quantity === null ? '' : ` × ${quantity}`}${sum === null ? '' : `, ${orders.money(sum)}`}`,
  /** Through whom (`gatekeeper`) to whom (`decider`), each in words already. */
  ask: (gatekeeper: string | null, decider: string | null): string =>
    `ask ${[gatekeeper, decider].filter((part) => part !== null).join(' → ')}`,
  /** `Olena, secretary +380 44 000-00-01` */
  person: ({ name, role }: Person, phone: string | null): string =>
    `${name}${role === null ? '' : `, ${role}`}${phone === null ? '' : ` ${phone}`}`,
  gift: (gift: string): string => `present: ${gift}`,
  people: (number: number): string => `${number} ${count(number, { one: 'person', other: 'people' })}`,
  plan: {
    title: 'Plan',
    duration,
    total: (calls: number, minutes: number): string =>
      `${calls} ${count(calls, { one: 'call', other: 'calls' })}, ${duration(minutes)}`,
    left: (numbers: string): string => `did not fit: ${numbers}`,
  },
  notToday: (text: string): string => `--at takes a time of today, not “${text}”.`,
  /** Over the page and the agenda. */
  page: { title: (date: string): string => `Today: ${date}`, calendar: 'clientele: the day' },
}
