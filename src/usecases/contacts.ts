import { isoInstant } from '../domain/calendar.js'
import type { ContactRecord, Direction, PromiseRecord } from '../domain/client.js'
import { cleanLine, cleanText } from '../domain/text.js'
import { parseWhen } from '../domain/when.js'
import { typedWrongly } from '../errors.js'
import { type Closed, closedOf, endingOf } from './closing.js'
import { settledByContact } from './closing-contact.js'
import { settle } from './closing-writing.js'
import { refusalOf } from './consents.js'
import { type Deps, entryOf, localNow } from './deps.js'
import type { Named } from './naming.js'
import { typedSum } from './orders-reading.js'
import { kindFrom, readPromise, whenRefusal, writePromise } from './promises.js'
import { promiseRecordOf } from './records.js'

export interface LogInput {
  client: Named
  channel: string
  direction: Direction
  text: string | null
  result: string | null
  purpose: string | null
  minutes: string | null
  cost: string | null
  at: string | null
  next: string | null
}

export interface Logged {
  contact: ContactRecord
  promise: PromiseRecord | null
  /** The entries of the day's list that the contact closed. */
  closed: Closed[]
  /** Named by an entry that this contact does not close. */
  stillOpen: boolean
  /** We turned to somebody who had refused that: this channel, or null for everything. */
  against: { channel: string | null } | null
}

function readMinutes(text: string): number {
  const clock = /^(\d{1,2}):([0-5]\d)$/.exec(text)
  if (clock) return Number(clock[1]) * 60 + Number(clock[2])
  if (!/^\d{1,5}$/.test(text)) throw typedWrongly((words) => words.errors.badMinutes(text))
  return Number(text)
}

const line = (text: string | null): string | null => (text === null ? null : cleanLine(text) || null)

/** Writes one contact down; what it settles on the day's list is closed, what was agreed next is promised. */
export async function log(deps: Deps, input: LogInput): Promise<Logged> {
  const now = localNow(deps)
  let at = isoInstant(deps.clock.now())
  if (input.at !== null) {
    const reading = parseWhen(input.at, now, 'past')
    if ('problem' in reading) throw whenRefusal(reading.problem, reading.text)
    const { date, time } = reading.when
    at = isoInstant(
      date === now.date && time === null ? deps.clock.now() : deps.clock.toInstant({ date, time: time ?? '12:00' }),
    )
    if (Date.parse(at) > deps.clock.now().getTime())
      throw typedWrongly((words) => ({ text: words.errors.contactAhead(date), hint: words.errors.contactAheadHint }))
  }
  const minutes = input.minutes === null ? null : readMinutes(input.minutes)
  const cost_minor = input.cost === null ? null : typedSum(input.cost, '--cost', deps.model.currency).sum_minor
  const promised = input.next === null ? null : readPromise(deps, [input.next])
  const text = input.text === null ? null : cleanText(input.text) || null
  const channel = line(input.channel) ?? 'call'
  const { settled, stillOpen } = await settledByContact(deps, input.client, { ...input, channel, at })
  const ending = endingOf(deps, { state: 'done', until: null, why: null, at })
  const { result } = await deps.store.write(entryOf(deps), async (writing) => {
    const contact = await writing.insert('contact', {
      client_id: input.client.id,
      at,
      channel,
      direction: input.direction,
      result: line(input.result),
      purpose: line(input.purpose),
      minutes,
      cost_minor,
      text,
    })
    const closed: Closed[] = []
    for (const each of settled)
      if ((await settle(writing, each.settlement, ending)) > 0) closed.push(closedOf(each, null))
    const promise =
      promised === null
        ? null
        : await writePromise(writing, input.client.id, { kind: kindFrom(promised.text), ...promised }, entryOf(deps).at)
    return { contact, promise, closed }
  })
  const contact = await deps.store.agenda.contact(result.contact)
  if (contact === null) throw new Error('a contact just written is gone')
  return {
    contact,
    promise: result.promise === null ? null : promiseRecordOf(await deps.store.agenda.promise(result.promise)),
    closed: result.closed,
    stillOpen,
    against: input.direction === 'out' ? await refusalOf(deps.store, input.client.id, channel) : null,
  }
}
