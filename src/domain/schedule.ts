import { addDays, type CivilDate, daysBetween, type Zone } from './calendar.js'

export const SCHEDULE_DAYS = ['daily', 'mon-fri'] as const
export type ScheduleDays = (typeof SCHEDULE_DAYS)[number]

/** The list of the day, made by itself: what is run, in which environment, when, and for whom. */
export interface Job {
  /** What is run, each word as it is; the first is an absolute path. */
  command: readonly string[]
  environment: Readonly<Record<string, string>>
  /** `HH:MM` by the clock of `zone`. */
  at: string
  zone: string
  days: ScheduleDays
  /** An address, or a user of the machine; null when nobody is named. */
  mail: string | null
  isHtml: boolean
}

/** When it is `HH:MM` in one zone, by the clock of another; `shift`: days by which the date is another there. */
export interface MachineTime {
  time: string
  shift: number
}

const DAYS_IN_YEAR = 366

/** All times of the year from `today` at which a machine's clock shows that it is `at` in a zone; two where only one of them has summer time. */
export function machineTimes(at: string, zone: Zone, machine: Zone, today: CivilDate): MachineTime[] {
  const found = new Map<string, MachineTime>()
  for (let day = 0; day < DAYS_IN_YEAR; day += 1) {
    const date = addDays(today, day)
    const instant = zone.toInstant({ date, time: at })
    // An hour that the clocks leave out has no place on another clock either.
    if (zone.toLocal(instant).time !== at) continue
    const there = machine.toLocal(instant)
    const each = { time: there.time, shift: daysBetween(date, there.date) }
    found.set(`${each.shift} ${each.time}`, each)
  }
  return [...found.values()].sort((a, b) => a.shift - b.shift || (a.time < b.time ? -1 : 1))
}

/** `8:00` or `08:00` as `08:00`; null for what is no time. */
export function timeOf(typed: string): string | null {
  const [, hour, minute] = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/.exec(typed.trim()) ?? []
  return hour === undefined || minute === undefined ? null : `${hour.padStart(2, '0')}:${minute}`
}

/** An address or a user's name of letters that mean nothing to a shell. */
export const isMailTo = (typed: string): boolean => /^\w[\w.+-]*(@\w[\w-]*(\.[\w-]+)*)?$/.test(typed)

/** Of what is mailed. */
export const contentType = ({ isHtml }: Job): string => `text/${isHtml ? 'html' : 'plain'}; charset=UTF-8`
