import type { PromiseKind, PromiseRecord } from '../domain/client.js'
import { cleanLine } from '../domain/text.js'
import { readWhen, type When, type WhenProblem } from '../domain/when.js'
import { type Refusal, typedWrongly } from '../errors.js'
import type { Writing } from '../store/store.js'
import { type Deps, entryOf, localNow } from './deps.js'
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
