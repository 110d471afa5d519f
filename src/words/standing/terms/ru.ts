import type { BehaviourReason, Term } from '../../../domain/standing/explanation.js'
import { plural } from '../../plural.js'
import type { Told } from './en.js'

const count = plural('ru')

type Forms = { one: string; few: string; many: string; other: string }
const forms = (one: string, few: string, many: string): Forms => ({ one, few, many, other: few })
const of = (number: number, noun: Forms): string => `${number} ${count(number, noun)}`

const ORDER = forms('заказ', 'заказа', 'заказов')
const VISIT = forms('визит', 'визита', 'визитов')
const CONTACT = forms('контакт', 'контакта', 'контактов')
/** After «из». */
const OF_ORDERS = forms('заказа', 'заказов', 'заказов')

const CHANNELS: Record<string, Forms> = {
  call: forms('звонок', 'звонка', 'звонков'),
  email: forms('письмо', 'письма', 'писем'),
  meet: forms('встреча', 'встречи', 'встреч'),
  message: forms('сообщение', 'сообщения', 'сообщений'),
}

function contacts(number: number, channel: string | null): string {
  const noun =
    channel === null ? CONTACT : Object.hasOwn(CHANNELS, channel) ? CHANNELS[channel] : forms(channel, channel, channel)
  return number === 1 ? (noun?.one ?? '') : of(number, noun ?? CONTACT)
}

const side = (direction: Term['direction']): string =>
  direction === 'in' ? ' от клиента' : direction === 'out' ? ' от вас' : ''

export function term({ kind, count: number, channel, direction, what }: Term): string {
  const named = what === null ? '' : `: ${what}`
  switch (kind) {
    case 'order':
      return number === 1 ? `заказ${named}` : of(number, ORDER)
    case 'offer':
      return number === 1 ? `предложение${named}` : of(number, forms('предложение', 'предложения', 'предложений'))
    case 'referral':
      return number === 1
        ? `рекомендация${what === null ? '' : `: клиент ${what}`}`
        : of(number, forms('рекомендация', 'рекомендации', 'рекомендаций'))
    case 'visit':
      return number === 1 ? 'визит' : of(number, VISIT)
    case 'subscription':
      return number === 1 ? 'подписка' : of(number, forms('подписка', 'подписки', 'подписок'))
    case 'enquiry':
      return number === 1
        ? `обращение (${contacts(1, channel)})`
        : of(number, forms('обращение', 'обращения', 'обращений'))
    case 'agreed':
      return `согласие (${contacts(number, channel)})`
    case 'refused':
      return `отказ (${contacts(number, channel)})`
    case 'unanswered':
      return `${contacts(number, channel)} без ответа`
    case 'note':
      return number === 1 ? 'заметка' : of(number, forms('заметка', 'заметки', 'заметок'))
    default:
      return `${contacts(number, channel)}${side(direction)}`
  }
}

export function behaviour(reason: BehaviourReason, { until, since, by }: Told): string {
  const { is, count: number, of: all, percent, limit, what } = reason
  switch (is) {
    case 'regular':
      return `${by === 'orders' ? 'заказы' : 'визиты'}: ${of(number, forms('раз', 'раза', 'раз'))} (порог ${limit})`
    case 'impulsive':
      return `${of(number, ORDER)} с очень разными промежутками (разброс ${percent}\u00a0%, порог ${limit}\u00a0%)`
    case 'sale-only':
      return `${number} из ${of(all ?? number, OF_ORDERS)} по акциям (${percent}\u00a0%, порог ${limit}\u00a0%)`
    case 'clear-need':
      return `${number} из ${of(all ?? number, OF_ORDERS)} на одно и то же: ${what ?? ''} (${percent}\u00a0%, порог ${limit}\u00a0%)`
    case 'asks-never-buys':
      return `обращений: ${number}, заказов нет (порог ${limit})`
    case 'never-answers':
      return `${of(number, CONTACT)} без отклика (порог ${limit})`
    case 'over-touched':
      return `${of(number, CONTACT)} от вас с ${since}, заказов нет (порог ${limit}); считается до ${until}`
    case 'advocate':
      return `рекомендаций: ${number}, своих заказов нет`
    case 'paused':
      return `вернётся ${until}${what === null ? '' : `: ${what}`}`
  }
}
