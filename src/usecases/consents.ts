import type { CivilDate } from '../domain/calendar.js'
import type { Consent } from '../domain/client.js'
import { CONSENT_CHANNELS, type ConsentChannel, consentChannelNamed, holdingFor, refuses } from '../domain/consent.js'
import { CONSENT_NAMES } from '../domain/fields/choices.js'
import { nearestWord } from '../domain/nearest.js'
import { cleanLine } from '../domain/text.js'
import { readYesNo } from '../domain/yes-no.js'
import { typedWrongly } from '../errors.js'
import type { NewRow, Patch, Row } from '../store/schema.js'
import type { Queries } from '../store/store.js'

/** Answers as they were typed, `yes`, `email:no`, `email:`, and where they come from; null for one that was left empty. */
export interface ConsentInput {
  answers: readonly string[]
  origin?: string | null
}

/** One answer that is to be put down; `channel` is null for everything, and a null answer takes the one away that is there. */
export interface ConsentWish {
  channel: ConsentChannel | null
  answer: Consent | null
}

export interface ConsentWishes {
  answers: readonly ConsentWish[]
  /** Undefined when nothing is said of it. */
  origin: string | null | undefined
  at: CivilDate
}

function answerOf(typed: string): Consent | null | undefined {
  const word = typed.trim().toLowerCase()
  if (word === '') return null
  const named = (['yes', 'no'] as const).find((answer) => CONSENT_NAMES[answer].includes(word))
  if (named) return named
  const read = readYesNo(word)
  return read === null ? undefined : read ? 'yes' : 'no'
}

function wishOf(typed: string): ConsentWish {
  const at = typed.indexOf(':')
  const answer = answerOf(typed.slice(at + 1))
  if (answer === undefined)
    throw typedWrongly((words) => ({ text: words.consent.errors.badAnswer(typed), hint: words.consent.hint }))
  if (at < 0) return { channel: null, answer }
  const name = typed.slice(0, at)
  const channel = consentChannelNamed(name)
  if (channel !== null) return { channel, answer }
  const near = nearestWord(name, CONSENT_CHANNELS)
  throw typedWrongly((words) => ({
    text: words.consent.errors.badChannel(name, CONSENT_CHANNELS),
    hint: near === null ? words.consent.hint : words.consent.meant(`${near}:${answer ?? ''}`),
  }))
}

/** Reads what was typed of consent; refuses what is no answer, and two different ones to the same. */
export function readConsents({ answers: typed, origin }: ConsentInput, today: CivilDate): ConsentWishes {
  const answers: ConsentWish[] = []
  for (const wish of typed.map(wishOf)) {
    const same = answers.find(({ channel }) => channel === wish.channel)
    if (same === undefined) answers.push(wish)
    else if (same.answer !== wish.answer) throw typedWrongly((words) => words.consent.errors.twice(wish.channel))
  }
  if (origin !== undefined && answers.length === 0)
    throw typedWrongly((words) => ({ text: words.consent.errors.originAlone, hint: words.consent.hint }))
  return { answers, origin: origin === undefined || origin === null ? origin : cleanLine(origin) || null, at: today }
}

/** The answer with its origin and its day as it stands in a row. */
interface Kept {
  answer: Consent | null
  origin: string | null
  at: CivilDate | null
}

/** What becomes of an answer; null when it stays as it is. Said again without an origin it is no newer than it was. */
function changed(before: Kept, answer: Consent | null, { origin, at }: ConsentWishes): Kept | null {
  if (answer === null) return before.answer === null ? null : { answer: null, origin: null, at: null }
  if (before.answer === answer && (origin === undefined || origin === before.origin)) return null
  return { answer, origin: origin ?? null, at }
}

export const OVERALL_COLUMNS = ['consent', 'consent_origin', 'consent_at'] as const

/** What changes in a client's own row; empty when nothing does. */
export function overallPatch(
  { consent = null, consent_origin = null, consent_at = null }: Partial<Row<'client'>>,
  wishes: ConsentWishes,
): Partial<Pick<Row<'client'>, (typeof OVERALL_COLUMNS)[number]>> {
  const wish = wishes.answers.find(({ channel }) => channel === null)
  const kept = wish && changed({ answer: consent, origin: consent_origin, at: consent_at }, wish.answer, wishes)
  return kept ? { consent: kept.answer, consent_origin: kept.origin, consent_at: kept.at } : {}
}

export interface ChannelChanges {
  insert: NewRow<'channel_consent'>[]
  update: { id: number; patch: Patch<'channel_consent'> }[]
  remove: number[]
  /** `email:no`, `email` for one that is taken away. */
  noted: { change: 'set' | 'removed'; value: string }[]
}

/** What changes in a client's answers for single channels. */
export function channelChanges(
  client_id: number,
  rows: readonly Row<'channel_consent'>[],
  wishes: ConsentWishes,
): ChannelChanges {
  const changes: ChannelChanges = { insert: [], update: [], remove: [], noted: [] }
  for (const { channel, answer } of wishes.answers) {
    if (channel === null) continue
    const row = rows.find((each) => each.channel === channel)
    const kept = changed(row ?? { answer: null, origin: null, at: null }, answer, wishes)
    if (kept === null) continue
    if (kept.answer === null) {
      changes.remove.push(row?.id ?? 0)
      changes.noted.push({ change: 'removed', value: channel })
      continue
    }
    const value = { answer: kept.answer, origin: kept.origin, at: wishes.at }
    if (row) changes.update.push({ id: row.id, patch: value })
    else changes.insert.push({ client_id, channel, ...value })
    changes.noted.push({ change: 'set', value: `${channel}:${kept.answer}` })
  }
  return changes
}

/** What a client has refused that a contact of ours goes against: the channel, or null for everything. */
export async function refusalOf(
  { parts }: Pick<Queries, 'parts'>,
  client: number,
  typed: string,
): Promise<{ channel: string | null } | null> {
  const [{ consent } = { consent: null }] = await parts.clients([client], ['consent'])
  if (consent === 'no') return { channel: null }
  const channel = consentChannelNamed(typed)
  if (channel === null) return null
  return refuses(channel, { consent, consents: await parts.of('channel_consent', [client]) }) ? { channel } : null
}

/** Answers *yes* for channels that a *no* to more keeps from holding: to everything (null), or to messages. */
export interface Overruled {
  by: 'message' | null
  channels: string[]
  /** How many of the clients this is so of. */
  clients: number
}

/** Clients are asked for in such portions. */
const PORTION = 500

/** Which of the answers that were just put down do not hold, because of a wider refusal that stands. */
export async function overruled(
  { parts }: Pick<Queries, 'parts'>,
  ids: readonly number[],
  { answers: typed }: ConsentInput,
): Promise<Overruled[]> {
  const agreed = typed
    .map(wishOf)
    .flatMap(({ channel, answer }) => (channel !== null && answer === 'yes' ? [channel] : []))
  if (agreed.length === 0) return []
  const [all, messages] = [new Set<number>(), new Set<number>()]
  const written = agreed.filter((channel) => channel !== 'message' && holdingFor(channel).includes('message'))
  for (let from = 0; from < ids.length; from += PORTION) {
    const portion = ids.slice(from, from + PORTION)
    for (const { id, consent } of await parts.clients(portion, ['id', 'consent'])) if (consent === 'no') all.add(id)
    if (written.length === 0) continue
    for (const { client_id, channel, answer } of await parts.of('channel_consent', portion))
      if (channel === 'message' && answer === 'no' && !all.has(client_id)) messages.add(client_id)
  }
  const found: Overruled[] = [
    { by: null, channels: agreed, clients: all.size },
    { by: 'message', channels: written, clients: messages.size },
  ]
  return found.filter(({ clients }) => clients > 0)
}
