import { sql } from 'kysely'
import type { Consent } from '../../domain/client.js'
import { holdingFor } from '../../domain/consent.js'
import { type Condition, not } from './parts.js'

/*
 * Conditions on what clients have answered; domain/consent.answerFor says the same in plain code.
 */

const refusedAll: Condition = sql<boolean>`client.consent = 'no'`

/** Clients with an answer of their own for one of these channels; for refusals there is an index of nothing else. */
const answered = (answer: Consent, channels: readonly string[]): Condition =>
  sql<boolean>`client.id in (select client_id from channel_consent
    where answer = ${sql.lit(answer)} and channel in (${sql.join(channels)}))`

export const refusesChannel = (channel: string): Condition =>
  sql<boolean>`(${refusedAll} or ${answered('no', holdingFor(channel))})`

/** It was asked and said yes: for this channel, for more than it, or for everything. */
const acceptsChannel = (channel: string): Condition =>
  sql<boolean>`(${not(refusesChannel(channel))} and (client.consent = 'yes' or ${answered('yes', holdingFor(channel))}))`

export const inForce = (key: string, channel: string): Condition =>
  key === 'refuses' ? refusesChannel(channel) : acceptsChannel(channel)

/** Any channel is refused; or any answer was yes, of those who did not refuse everything. */
export const hasInForce = (key: string): Condition =>
  key === 'refuses'
    ? sql<boolean>`(${refusedAll} or client.id in (select client_id from channel_consent where answer = 'no'))`
    : sql<boolean>`(${not(refusedAll)}
        and (client.consent = 'yes' or client.id in (select client_id from channel_consent where answer = 'yes')))`

/** It has an address that a client who refuses the channel has too, whoever of them is in the archive: refused is the address. */
export const sharesRefusedAddress = (channel: string, kinds: readonly string[]): Condition =>
  sql<boolean>`client.id in (select own.client_id from contact_point as refused
    join contact_point as own on own.value = refused.value and own.kind = refused.kind and own.client_id <> refused.client_id
    where refused.kind in (${sql.join(kinds)}) and refused.client_id in (select id from client where consent = 'no'
      union select client_id from channel_consent where answer = 'no' and channel in (${sql.join(holdingFor(channel))})))`
