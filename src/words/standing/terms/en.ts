import type { BehaviourReason, Term } from '../../../domain/standing/explanation.js'
import { plural } from '../../plural.js'

const count = plural('en')

const of = (number: number, one: string, other: string): string => `${number} ${count(number, { one, other })}`

const CHANNELS: Record<string, [one: string, other: string]> = {
  call: ['call', 'calls'],
  email: ['letter', 'letters'],
  meet: ['meeting', 'meetings'],
  message: ['message', 'messages'],
}

/** Numbers of a channel that was named freely stand behind it. */
function contacts(number: number, channel: string | null): string {
  const [one, other] =
    channel === null
      ? ['contact', 'contacts']
      : Object.hasOwn(CHANNELS, channel)
        ? (CHANNELS[channel] ?? [channel, channel])
        : [channel, channel]
  return number === 1 ? one : `${number} ${other}`
}

const side = (direction: Term['direction']): string =>
  direction === 'in' ? ', from them' : direction === 'out' ? ', from you' : ''

/** What a line of the bill stands for. */
export function term({ kind, count: number, channel, direction, what }: Term): string {
  const named = what === null ? '' : `: ${what}`
  switch (kind) {
    case 'order':
      return number === 1 ? `order${named}` : `${number} orders`
    case 'offer':
      return number === 1 ? `offer${named}` : `${number} offers`
    case 'referral':
      return number === 1 ? `recommended a client${what === null ? '' : ` ${what}`}` : `recommended ${number} clients`
    case 'visit':
      return number === 1 ? 'visit' : `${number} visits`
    case 'subscription':
      return number === 1 ? 'subscribed' : `${number} subscriptions`
    case 'enquiry':
      return number === 1 ? `enquiry (${contacts(1, channel)})` : `${number} enquiries`
    case 'agreed':
      return `agreed (${contacts(number, channel)})`
    case 'refused':
      return `refused (${contacts(number, channel)})`
    case 'unanswered':
      return `${contacts(number, channel)}, no answer`
    case 'note':
      return number === 1 ? 'note' : `${number} notes`
    default:
      return `${contacts(number, channel)}${side(direction)}`
  }
}

/** What the numbers of a behaviour need beside them: days as they are shown, and what was counted. */
export interface Told {
  until: string
  since: string
  by: 'orders' | 'visits'
}

/** Why a behaviour is seen, with its numbers. */
export function behaviour(reason: BehaviourReason, { until, since, by }: Told): string {
  const { is, count: number, of: all, percent, limit, what } = reason
  switch (is) {
    case 'regular':
      return `${by === 'orders' ? 'ordered' : 'came'} ${of(number, 'time', 'times')} (from ${limit})`
    case 'impulsive':
      return `${of(number, 'order', 'orders')} at very different intervals (spread ${percent}\u00a0%, from ${limit}\u00a0%)`
    case 'sale-only':
      return `${number} of ${of(all ?? number, 'order', 'orders')} in promotions (${percent}\u00a0%, from ${limit}\u00a0%)`
    case 'clear-need':
      return `${number} of ${of(all ?? number, 'order', 'orders')} for the same: ${what ?? ''} (${percent}\u00a0%, from ${limit}\u00a0%)`
    case 'asks-never-buys':
      return `asked ${of(number, 'time', 'times')}, ordered nothing (from ${limit})`
    case 'never-answers':
      return `${of(number, 'contact', 'contacts')} in vain (from ${limit})`
    case 'over-touched':
      return `${of(number, 'contact', 'contacts')} from you since ${since}, no order (from ${limit}); counts until ${until}`
    case 'advocate':
      return `recommended ${of(number, 'client', 'clients')}, orders nothing`
    case 'paused':
      return `back on ${until}${what === null ? '' : `: ${what}`}`
  }
}
