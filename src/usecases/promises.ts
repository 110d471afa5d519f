import { readKey } from '../domain/agenda.js'
import { type CivilDate, isoInstant } from '../domain/calendar.js'
import type { PromiseKind, PromiseRecord } from '../domain/client.js'
import { cleanLine } from '../domain/text.js'
import { readWhen, type When, type WhenProblem } from '../domain/when.js'
import { notFound, type Refusal, refused, typedWrongly } from '../errors.js'
import type { Writing } from '../store/store.js'
import { type Deps, entryOf, localNow } from './deps.js'
import { entryNumbered, isEntryNumber } from './naming.js'
import { promiseRecordOf } from './records.js'

export const whenRefusal = (problem: WhenProblem, text: string): Refusal =>
  typedWrongly((words) => ({ text: words.errors.when[problem](text), hint: words.errors.whenHint }))

/** Words that say a promise is a call, in the three languages; anything else with words is a task. */
const CALL_WORDS =
  /(^|[^\p{L}])(call|ring|phone)($|[^\p{L}])|позвон|перезвон|созвон|набрать|подзвон|зателефон|передзвон/iu

export const kindFrom = (text: string | null): PromiseKind => (text === null || CALL_WORDS.test(text) ? 'call' : 'task')

/** Splits `fri send the estimate` into the day and the words behind it. */
export function readPromise(deps: Deps, wordsTyped: readonly string[]): { when: When; text: string | null } {
  const typed = wordsTyped.flatMap((word) => word.trim().split(/\s+/)).filter((word) => word !== '')
  const reading = readWhen(typed, localNow(deps))
  if ('problem' in reading)
    throw whenRefusal(reading.problem, reading.problem === 'unreadable' ? typed.slice(0, 3).join(' ') : reading.text)
  const text = cleanLine(typed.slice(reading.used).join(' '))
  return { when: reading.when, text: text === '' ? null : text }
}

export async function writePromise(
  writing: Writing,
  client: number,
  promise: { kind: PromiseKind; when: When; text: string | null },
  at: string,
): Promise<number> {
  return writing.insert('promise', {
    client_id: client,
    kind: promise.kind,
    due: promise.when.date,
    time: promise.when.time,
    text: promise.text,
    state: 'open',
    snoozed_until: null,
    shown_on: promise.when.date,
    created_at: at,
    closed_at: null,
  })
}

export async function next(
  deps: Deps,
  { client, words, kind }: { client: number; words: readonly string[]; kind: PromiseKind | null },
): Promise<PromiseRecord> {
  const { when, text } = readPromise(deps, words)
  const { result } = await deps.store.write(entryOf(deps), (writing) =>
    writePromise(writing, client, { kind: kind ?? kindFrom(text), when, text }, entryOf(deps).at),
  )
  return promiseRecordOf(await deps.store.agenda.promise(result))
}

export interface Closed {
  client_id: number
  name: string
  /** `promise` or `date`: which kind of entry it was. */
  entry: 'promise' | 'date'
  text: string | null
  occasion: string | null
  until: CivilDate | null
}

type Closing = { is: 'done' } | { is: 'skipped' } | { is: 'snoozed'; words: readonly string[] }

/** Closes or puts off an entry of the day's list. */
export async function close(deps: Deps, number: string, closing: Closing): Promise<Closed> {
  if (!isEntryNumber(number))
    throw typedWrongly((words) => ({ text: words.errors.notAnEntry(number), hint: words.errors.noEntryHint }))
  const entry = await entryNumbered(deps, number)
  const until = closing.is === 'snoozed' ? readUntil(deps, closing.words) : null
  const { result } = await deps.store.write(entryOf(deps), (writing) =>
    closeEntry(writing, deps, { number, key: entry.entry, is: closing.is, until }),
  )
  return result
}

function readUntil(deps: Deps, wordsTyped: readonly string[]): CivilDate {
  const typed = wordsTyped.flatMap((word) => word.trim().split(/\s+/))
  const now = localNow(deps)
  const reading = readWhen(typed, now)
  if ('problem' in reading) throw whenRefusal(reading.problem, typed.join(' '))
  if (reading.used < typed.length) throw whenRefusal('unreadable', typed.join(' '))
  if (reading.when.date <= now.date) throw typedWrongly((words) => words.errors.snoozeBack(reading.when.date))
  return reading.when.date
}

export async function closeEntry(
  writing: Writing,
  deps: Deps,
  { number, key, is, until }: { number: string; key: string; is: Closing['is']; until: CivilDate | null },
): Promise<Closed> {
  const target = readKey(key)
  const gone = (): Refusal =>
    notFound((words) => ({ text: words.errors.noEntry(number), hint: words.errors.noEntryHint }))
  const at = isoInstant(deps.clock.now())
  if (target?.is === 'promise') {
    const promise = await writing.agenda.promise(target.id)
    if (!promise) throw gone()
    if (promise.state !== 'open') throw refused((words) => words.errors.alreadyClosed(number))
    await writing.update(
      'promise',
      promise.id,
      until === null
        ? { state: is === 'done' ? 'done' : 'skipped', closed_at: at }
        : { snoozed_until: until, shown_on: until },
    )
    return {
      client_id: promise.client_id,
      name: await nameOf(writing, promise.client_id),
      entry: 'promise',
      text: promise.text,
      occasion: null,
      until,
    }
  }
  if (target?.is !== 'date') throw gone()
  const date = await writing.agenda.anniversary(target.id)
  if (!date) throw gone()
  const existing = await writing.agenda.greeting(target.id, target.occursOn)
  const state = until === null ? (is === 'done' ? ('done' as const) : ('skipped' as const)) : ('snoozed' as const)
  if (existing && existing.state !== 'snoozed') throw refused((words) => words.errors.alreadyClosed(number))
  if (existing) await writing.update('greeting', existing.id, { state, snoozed_until: until, at })
  else
    await writing.insert('greeting', {
      client_id: date.client_id,
      anniversary_id: date.id,
      occurs_on: target.occursOn,
      state,
      snoozed_until: until,
      at,
    })
  return {
    client_id: date.client_id,
    name: await nameOf(writing, date.client_id),
    entry: 'date',
    text: date.who,
    occasion: date.occasion,
    until,
  }
}

const nameOf = async (writing: Writing, id: number): Promise<string> => (await writing.clients.byId(id))?.name ?? ''
