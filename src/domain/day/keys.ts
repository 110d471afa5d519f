import type { CivilDate } from '../calendar.js'

/** What an entry of the day is about, as `day_entry` keeps it. A client has one entry among the calls, whatever the reasons. */
export type EntryKey =
  | { is: 'call'; client: number }
  | { is: 'promise'; id: number }
  | { is: 'date'; id: number; occursOn: CivilDate }
  | { is: 'gift'; id: number; occursOn: CivilDate }
  | { is: 'first-order'; client: number; occursOn: CivilDate }
  | { is: 'holiday'; holiday: string; client: number; occursOn: CivilDate }

export function writeKey(key: EntryKey): string {
  switch (key.is) {
    case 'call':
      return `call:${key.client}`
    case 'promise':
      return `promise:${key.id}`
    case 'date':
    case 'gift':
      return `${key.is}:${key.id}:${key.occursOn}`
    case 'first-order':
      return `first-order:${key.client}:${key.occursOn}`
    case 'holiday':
      return `holiday:${key.client}:${key.occursOn}:${key.holiday}`
  }
}

export function readKey(text: string): EntryKey | null {
  const [is, first = '', occursOn = '', ...rest] = text.split(':')
  if (!/^\d+$/.test(first)) return null
  const number = Number(first)
  if (is === 'call') return { is, client: number }
  if (is === 'promise') return { is, id: number }
  if (!/^\d{4}-\d{2}-\d{2}$/.test(occursOn)) return null
  if (is === 'date' || is === 'gift') return { is, id: number, occursOn }
  if (is === 'first-order') return { is, client: number, occursOn }
  return is === 'holiday' && rest.length > 0 ? { is, client: number, occursOn, holiday: rest.join(':') } : null
}
