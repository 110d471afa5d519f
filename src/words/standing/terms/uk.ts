import type { BehaviourReason, Term } from '../../../domain/standing/explanation.js'
import { plural } from '../../plural.js'
import type { Told } from './en.js'

const count = plural('uk')

type Forms = { one: string; few: string; many: string; other: string }
const forms = (one: string, few: string, many: string): Forms => ({ one, few, many, other: few })
const of = (number: number, noun: Forms): string => `${number} ${count(number, noun)}`

const ORDER = forms('замовлення', 'замовлення', 'замовлень')
const VISIT = forms('візит', 'візити', 'візитів')
const CONTACT = forms('контакт', 'контакти', 'контактів')
/** Після «із». */
const OF_ORDERS = forms('замовлення', 'замовлень', 'замовлень')

const CHANNELS: Record<string, Forms> = {
  call: forms('дзвінок', 'дзвінки', 'дзвінків'),
  email: forms('лист', 'листи', 'листів'),
  meet: forms('зустріч', 'зустрічі', 'зустрічей'),
  message: forms('повідомлення', 'повідомлення', 'повідомлень'),
}

function contacts(number: number, channel: string | null): string {
  const noun =
    channel === null ? CONTACT : Object.hasOwn(CHANNELS, channel) ? CHANNELS[channel] : forms(channel, channel, channel)
  return number === 1 ? (noun?.one ?? '') : of(number, noun ?? CONTACT)
}

const side = (direction: Term['direction']): string =>
  direction === 'in' ? ' від клієнта' : direction === 'out' ? ' від вас' : ''

export function term({ kind, count: number, channel, direction, what }: Term): string {
  const named = what === null ? '' : `: ${what}`
  switch (kind) {
    case 'order':
      return number === 1 ? `замовлення${named}` : of(number, ORDER)
    case 'offer':
      return number === 1 ? `пропозиція${named}` : of(number, forms('пропозиція', 'пропозиції', 'пропозицій'))
    case 'referral':
      return number === 1
        ? `рекомендація${what === null ? '' : `: клієнт ${what}`}`
        : of(number, forms('рекомендація', 'рекомендації', 'рекомендацій'))
    case 'visit':
      return number === 1 ? 'візит' : of(number, VISIT)
    case 'subscription':
      return number === 1 ? 'підписка' : of(number, forms('підписка', 'підписки', 'підписок'))
    case 'enquiry':
      return number === 1
        ? `звернення (${contacts(1, channel)})`
        : of(number, forms('звернення', 'звернення', 'звернень'))
    case 'agreed':
      return `згода (${contacts(number, channel)})`
    case 'refused':
      return `відмова (${contacts(number, channel)})`
    case 'unanswered':
      return `${contacts(number, channel)} без відповіді`
    case 'note':
      return number === 1 ? 'нотатка' : of(number, forms('нотатка', 'нотатки', 'нотаток'))
    default:
      return `${contacts(number, channel)}${side(direction)}`
  }
}

export function behaviour(reason: BehaviourReason, { until, since, by }: Told): string {
  const { is, count: number, of: all, percent, limit, what } = reason
  switch (is) {
    case 'regular':
      return `${by === 'orders' ? 'замовлення' : 'візити'}: ${of(number, forms('раз', 'рази', 'разів'))} (поріг ${limit})`
    case 'impulsive':
      return `${of(number, ORDER)} з дуже різними проміжками (розкид ${percent}\u00a0%, поріг ${limit}\u00a0%)`
    case 'sale-only':
      return `${number} із ${of(all ?? number, OF_ORDERS)} на акціях (${percent}\u00a0%, поріг ${limit}\u00a0%)`
    case 'clear-need':
      return `${number} із ${of(all ?? number, OF_ORDERS)} на те саме: ${what ?? ''} (${percent}\u00a0%, поріг ${limit}\u00a0%)`
    case 'asks-never-buys':
      return `звернень: ${number}, замовлень немає (поріг ${limit})`
    case 'never-answers':
      return `${of(number, CONTACT)} без відгуку (поріг ${limit})`
    case 'over-touched':
      return `${of(number, CONTACT)} від вас з ${since}, замовлень немає (поріг ${limit}); рахується до ${until}`
    case 'advocate':
      return `рекомендацій: ${number}, власних замовлень немає`
    case 'paused':
      return `повернеться ${until}${what === null ? '' : `: ${what}`}`
  }
}
