import { type RawBuilder, sql } from 'kysely'
import type { ChannelConsent, Consent } from '../domain/client.js'
import type { DraftConsent } from '../domain/draft.js'
import type { Known } from '../domain/known.js'
import type { Journal } from './journal.js'
import type { Db } from './sqlite.js'

export const CONSENT_COLUMNS = ['client_id', 'channel', 'answer', 'origin', 'at'] as const

/** `at` is known by now: what a file does not date is of the day of the import. */
export const consentRow = (client: number, { channel, answer, origin, at }: DraftConsent): unknown[] => [
  client,
  channel,
  answer,
  origin,
  at,
]

const answersOf = (db: Db, ids: readonly number[]) =>
  db
    .selectFrom('channel_consent')
    .select(['client_id', 'channel', 'answer', 'origin', 'at'])
    .where('client_id', 'in', [...ids])
    .orderBy('id')

/** What clients answered for single channels, by client, in the order in which they did. */
export async function consentsOf(db: Db, ids: readonly number[]): Promise<Map<number, ChannelConsent[]>> {
  const found = new Map<number, ChannelConsent[]>()
  for (const { client_id, ...consent } of await answersOf(db, ids).execute()) {
    const list = found.get(client_id)
    if (list) list.push(consent)
    else found.set(client_id, [consent])
  }
  return found
}

/** Notes for an import what clients have answered. */
export async function readConsents(db: Db, ids: readonly number[], found: ReadonlyMap<number, Known>): Promise<void> {
  for (const { client_id, ...consent } of await answersOf(db, ids).execute())
    found.get(client_id)?.consents.set(consent.channel, consent)
}

/** Answers take the place of those for the same channel. */
export async function setConsents(
  db: Db,
  journal: Journal,
  answers: readonly { id: number; consents: readonly DraftConsent[] }[],
): Promise<void> {
  for (const { id, consents } of answers)
    for (const { channel, answer, origin, at } of consents) {
      const value = { answer, origin, at: at ?? '' }
      const there = await db
        .selectFrom('channel_consent')
        .select('id')
        .where('client_id', '=', id)
        .where('channel', '=', channel)
        .executeTakeFirst()
      if (there) await journal.update('channel_consent', there.id, value)
      else await journal.insert('channel_consent', { client_id: id, channel, ...value })
    }
}

/*
 * Refusals in force, where `client` is asked of. Looked up client by client wherever few of them are asked for; where everybody is,
 * those who refused are found once. Where nobody refuses either costs nothing.
 */

const refusesCalls = sql<boolean>`exists (select 1 from channel_consent
  where channel_consent.client_id = client.id and channel = 'call' and answer = 'no')`

/** Who refused calls, letters and messages refused everything. */
const EVERY_CHANNEL = sql`answer = 'no' and channel in ('call', 'email', 'message')`

const refusesEveryChannel = sql<boolean>`(select count(*) from channel_consent
  where channel_consent.client_id = client.id and ${EVERY_CHANNEL}) = 3`

const didNotRefuse = sql<boolean>`(client.consent is null or client.consent <> 'no')`

export const mayBeCalled = sql<boolean>`(${didNotRefuse} and not ${refusesCalls})`

/** For questions about everybody. */
export const mayBeGreeted = sql<boolean>`(${didNotRefuse} and client.id not in (select client_id from channel_consent
  where ${EVERY_CHANNEL} group by client_id having count(*) = 3))`

const inForce = (refused: RawBuilder<boolean>): RawBuilder<Consent | null> =>
  sql`case when client.consent = 'no' or ${refused} then 'no' else client.consent end`

/** The answer that holds for calls, and that for greetings. */
export const consentToCalls = inForce(refusesCalls)
export const consentToGreetings = inForce(refusesEveryChannel)
