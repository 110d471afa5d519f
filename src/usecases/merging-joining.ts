import { looseText } from '../domain/fold.js'
import { strictestFirst } from '../domain/matching/survivor-consent.js'
import { compare } from '../domain/matching/survivor-deciding.js'
import type { Survivor } from '../domain/matching/survivor-member.js'
import type { Joined, Moved } from '../store/merging.js'
import type { Patch, Row } from '../store/schema.js'
import { type FieldKeys, type Having, isOwnBirthday } from './merging-rows.js'

type Patched<T extends Joined | Moved> = { id: number; patch: Patch<T> }

/** What is to be written of the rows that hang on clients. */
export interface RowChanges {
  update: { [T in Joined | Moved]: Patched<T>[] }
  remove: { [T in Joined]: number[] }
}

export const noRowChanges = (): RowChanges => ({
  update: {
    contact_point: [],
    anniversary: [],
    greeting: [],
    client_tag: [],
    custom_value: [],
    care: [],
    attention: [],
    channel_consent: [],
    contact: [],
    promise: [],
    client_order: [],
    expense: [],
  },
  remove: {
    contact_point: [],
    anniversary: [],
    greeting: [],
    client_tag: [],
    custom_value: [],
    care: [],
    attention: [],
    channel_consent: [],
  },
})

/** How many rows go over to the client that stays. */
export interface MovedCounts {
  contacts: number
  orders: number
  expenses: number
  promises: number
  dates: number
  tags: number
  points: number
}

/**
 * Puts the rows of several clients, the kept one first, together as those of one; in tables in which a client has each thing
 * once, the kept one's row stays. What differs in rows that go and is told nowhere else is added to `dropped` of the survivor.
 */
export function joinRows(
  group: readonly Having[],
  survivor: Survivor,
  keys: FieldKeys,
  changes: RowChanges,
): MovedCounts {
  const keep = group[0]?.client.id ?? 0
  const join = new Joining(keep, changes)
  const points = joinPoints(group, join, survivor.dropped)
  const { moved: dates, dateOf } = joinDates(group, survivor, join)
  joinAttention(group, dateOf, join)
  const tags = join.once('client_tag', all(group, 'client_tag'), ({ tag_key }) => tag_key)
  joinCustom(group, survivor, keys, join)
  joinCare(group, survivor, join)
  // Of each channel the strictest answer, with its origin and its day.
  join.once('channel_consent', strictestFirst(all(group, 'channel_consent')), ({ channel }) => channel)
  const counts = { contact: 0, promise: 0, client_order: 0, expense: 0 }
  for (const { client, moved } of group)
    for (const table of client.id === keep ? [] : (Object.keys(counts) as Moved[])) {
      counts[table] += moved[table].length
      for (const id of moved[table]) changes.update[table].push({ id, patch: { client_id: keep } })
    }
  return {
    contacts: counts.contact,
    orders: counts.client_order,
    expenses: counts.expense,
    promises: counts.promise,
    dates,
    tags,
    points,
  }
}

const all = <T extends Joined>(group: readonly Having[], table: T): Row<T>[] =>
  group.flatMap((having) => having[table] as unknown as Row<T>[])

class Joining {
  constructor(
    readonly keep: number,
    readonly changes: RowChanges,
  ) {}

  /** A row that stays, changed and in the kept client's hands; true when it came from another. */
  stay<T extends Joined>(table: T, row: Row<T>, patch: Patch<T> = {}): boolean {
    const { id, client_id } = row as unknown as { id: number; client_id: number }
    const moves = client_id !== this.keep
    const whole = moves ? { ...patch, client_id: this.keep } : patch
    if (Object.keys(whole).length > 0)
      (this.changes.update[table] as Patched<T>[]).push({ id, patch: whole as Patch<T> })
    return moves
  }

  go<T extends Joined>(table: T, row: Row<T>): void {
    this.changes.remove[table].push((row as unknown as { id: number }).id)
  }

  /** Of rows with one key the first stays; returns how many came from others. `meet` tells what the first takes from those behind it. */
  once<T extends Joined>(
    table: T,
    rows: readonly Row<T>[],
    keyOf: (row: Row<T>) => string,
    meet: (first: Row<T>, others: readonly Row<T>[]) => Patch<T> = () => ({}),
  ): number {
    const groups = new Map<string, Row<T>[]>()
    for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row])
    let moved = 0
    for (const [first, ...others] of groups.values()) {
      if (!first) continue
      if (this.stay(table, first, meet(first, others))) moved += 1
      for (const row of others) this.go(table, row)
    }
    return moved
  }
}

/** One value once, with a label if anybody gave it one. */
function joinPoints(group: readonly Having[], join: Joining, dropped: Survivor['dropped']): number {
  return join.once(
    'contact_point',
    all(group, 'contact_point'),
    ({ kind, value }) => `${kind}:${value}`,
    (first, others) => {
      const labelled = [first, ...others].find(({ label }) => label !== null)
      for (const { client_id: id, kind, typed, label } of others)
        if (label !== null && label !== labelled?.label) dropped.push({ id, field: kind, value: `${typed} (${label})` })
      return first.label === null && labelled ? { label: labelled.label } : {}
    },
  )
}

const PROGRESS = ['done', 'skipped', 'snoozed']

/**
 * One day of one person once. The client's own birthday is one; of other occasions different days stay, since two sons have
 * two birthdays. What was kept of a day that goes is kept of the one that stays.
 */
function joinDates(
  group: readonly Having[],
  survivor: Survivor,
  join: Joining,
): { moved: number; dateOf: (date: number) => number } {
  const instead = new Map<number, number>()
  const moved = join.once(
    'anniversary',
    all(group, 'anniversary'),
    (row) =>
      isOwnBirthday(row) ? 'own' : [looseText(row.occasion), looseText(row.who ?? ''), row.month_day].join('|'),
    (first, others) => {
      for (const { id } of others) instead.set(id, first.id)
      const rows = [first, ...others]
      const remind_days = rows.find((row) => row.remind_days !== null)?.remind_days ?? null
      const gift = rows.find((row) => row.gift !== null)?.gift ?? null
      for (const row of others)
        if (row.gift !== null && row.gift !== gift)
          survivor.dropped.push({ id: row.client_id, field: row.occasion, value: row.gift })
      if (isOwnBirthday(first)) return { ...survivor.birthday, remind_days, gift }
      const year = rows.find((row) => row.year !== null)?.year ?? null
      for (const row of others)
        if (row.year !== null && row.year !== year)
          survivor.dropped.push({ id: row.client_id, field: row.occasion, value: `${row.year}-${row.month_day}` })
      return { year, remind_days, gift }
    },
  )
  const greetings = all(group, 'greeting').sort((a, b) => PROGRESS.indexOf(a.state) - PROGRESS.indexOf(b.state))
  const dateOf = (date: number): number => instead.get(date) ?? date
  const target = (row: Row<'greeting'>): number => dateOf(row.anniversary_id)
  join.once(
    'greeting',
    greetings,
    (row) => `${target(row)}:${row.occurs_on}`,
    (first) => (target(first) === first.anniversary_id ? {} : { anniversary_id: target(first) }),
  )
  return { moved, dateOf }
}

/** What was done further stays: done before skipped before put off; of two alike what holds longer, or was done last. */
function joinAttention(group: readonly Having[], dateOf: (date: number) => number, join: Joining): void {
  const further = (a: Row<'attention'>, b: Row<'attention'>): number =>
    PROGRESS.indexOf(a.state) - PROGRESS.indexOf(b.state) ||
    compare(b.snoozed_until, a.snoozed_until) ||
    compare(b.at, a.at)
  // What was done about a present is marked by the day to keep, which may be another's now.
  const markOf = ({ about, mark }: Row<'attention'>): string =>
    about === 'gift' ? mark.replace(/^\d+/, (date) => String(dateOf(Number(date)))) : mark
  join.once(
    'attention',
    all(group, 'attention').sort(further),
    (row) => JSON.stringify([row.about, markOf(row)]),
    (first) => (markOf(first) === first.mark ? {} : { mark: markOf(first) }),
  )
}

function joinCustom(group: readonly Having[], survivor: Survivor, keys: FieldKeys, join: Joining): void {
  join.once(
    'custom_value',
    all(group, 'custom_value'),
    ({ field_id }) => String(field_id),
    ({ field_id, value }) => {
      const right = survivor.custom[keys.get(field_id) ?? '']
      return right === undefined || right === value ? {} : { value: right }
    },
  )
}

function joinCare(group: readonly Having[], survivor: Survivor, join: Joining): void {
  join.once(
    'care',
    all(group, 'care'),
    () => 'care',
    () => {
      if (!survivor.care) return {}
      const { warmth, warmth_until, warmth_reason, cadence_days, paused_until, paused_reason, set_at } = survivor.care
      return { warmth, warmth_until, warmth_reason, cadence_days, paused_until, paused_reason, set_at }
    },
  )
}
