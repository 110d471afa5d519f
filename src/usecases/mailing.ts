import { CONSENT_CHANNELS, type ConsentChannel, consentChannelNamed } from '../domain/consent.js'
import type { Field } from '../domain/fields/field.js'
import { fieldNamed } from '../domain/fields.js'
import type { Filter } from '../domain/filter.js'
import { MESSENGERS } from '../domain/handle.js'
import { nearestWord } from '../domain/nearest.js'
import { typedWrongly } from '../errors.js'
import type { Deps } from './deps.js'

/** Channels through which many are reached at once: all that have an address. */
export type MailingChannel = Exclude<ConsentChannel, 'meet'>

const MAILING_CHANNELS = CONSENT_CHANNELS.filter((channel): channel is MailingChannel => channel !== 'meet')

/** The channel of a mailing by its name in any of the languages; e-mail when nothing is said. Refuses what is none. */
export function mailingChannel(typed: string | null): MailingChannel {
  if (typed === null || typed.trim() === '') return 'email'
  const named = consentChannelNamed(typed)
  if (named !== null && named !== 'meet') return named
  const near = nearestWord(typed, MAILING_CHANNELS)
  throw typedWrongly((words) => ({
    text: words.errors.notOneOf('--mailing', typed, MAILING_CHANNELS),
    ...(near === null ? {} : { hint: words.consent.meant(near) }),
  }))
}

const field = (key: string): Field => {
  const found = fieldNamed(key)
  if (found === null) throw new Error(`no field ${key}`)
  return found
}

const has = (key: string): Filter => ({ is: 'has', field: field(key) })
const not = (part: Filter): Filter => ({ is: 'not', part })
const and = (...parts: Filter[]): Filter => ({ is: 'and', parts })
const or = (...parts: Filter[]): Filter => ({ is: 'or', parts })
const refusing = (channel: string): Filter => ({ is: 'choice', field: field('refuses'), value: channel })
const archived = (value: boolean): Filter => ({ is: 'yes-no', field: field('archived'), value })
const refusedAll = (): Filter => ({ is: 'choice', field: field('consent'), value: 'no' })

/** Under which fields the addresses of a channel stand; messages go by any messenger. */
function addressFields(channel: MailingChannel): readonly string[] {
  if (channel === 'call' || channel === 'sms') return ['phone']
  if (channel === 'post') return ['address']
  return channel === 'message' ? MESSENGERS : [channel]
}

/** An address is refused wherever else it stands: on a card that was made twice, or on one in the archive. */
const refusedElsewhere = (channel: string, kinds: readonly string[]): Filter => ({
  is: 'refused-address',
  channel,
  kinds,
})

/** With an address in the channel that nobody refused; of messengers one such. A house or the phone of an office is many people's. */
const addressed = (channel: MailingChannel): Filter =>
  channel === 'post' || channel === 'call'
    ? or(...addressFields(channel).map(has))
    : channel === 'message'
      ? or(...MESSENGERS.map((each) => and(has(each), not(refusing(each)), not(refusedElsewhere(each, [each])))))
      : and(or(...addressFields(channel).map(has)), not(refusedElsewhere(channel, addressFields(channel))))

/** With an address in the channel that they have not refused themselves. */
const open = (channel: MailingChannel): Filter =>
  and(
    not(refusing(channel)),
    channel === 'message'
      ? or(...MESSENGERS.map((each) => and(has(each), not(refusing(each)))))
      : or(...addressFields(channel).map(has)),
  )

/**
 * Who may be mailed through a channel, of those who pass `filter`: in use, with an address there, and neither everything nor
 * this channel refused, also by nobody else who has that address. Whoever was never asked is among them; who said yes is `accepts:email`.
 */
export const mailingFilter = (channel: MailingChannel, filter: Filter): Filter =>
  and(filter, archived(false), not(refusing(channel)), addressed(channel))

/** Why clients who pass the filter are not in a mailing; each is counted once, under the first reason that holds. */
export interface LeftOut {
  archived: number
  /** They refused to be contacted at all. */
  refused: number
  no_address: number
  /** They refused this channel, or all messages, or every messenger in which they have an address. */
  refused_channel: number
  /** They did not; but another who has the same address, perhaps the same client entered twice, refused to be written to there. */
  refused_elsewhere: number
}

export interface Mailing {
  channel: MailingChannel
  /** In place of the user's filter. */
  filter: Filter
  count: number
  left: LeftOut
}

/** Who may be mailed of those who pass a filter, and how many are left out and why. */
export async function mailing(deps: Deps, filter: Filter, channel: MailingChannel): Promise<Mailing> {
  const many = (...parts: Filter[]): Promise<number> => deps.store.clients.count(and(filter, ...parts))
  const wanted = mailingFilter(channel, filter)
  const used = await many(archived(false))
  const [all, count] = [await many(), await deps.store.clients.count(wanted)]
  const refused = await many(archived(false), refusedAll())
  const noAddress = not(or(...addressFields(channel).map(has)))
  const no_address = await many(archived(false), not(refusedAll()), noAddress)
  const opened = await many(archived(false), open(channel))
  const refused_channel = used - refused - no_address - opened
  // Of a filter that does not speak of the archive `all` are those in use.
  const left = { archived: all - used, refused, no_address, refused_channel, refused_elsewhere: opened - count }
  return { channel, filter: wanted, count, left }
}
