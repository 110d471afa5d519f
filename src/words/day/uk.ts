import { weekday } from '../../domain/calendar.js'
import type { Words } from '../en.js'
import { orders } from '../orders/uk.js'
import { plural } from '../plural.js'
import { occasionName, reason } from './reasons/uk.js'

const WEEKDAYS = 'пн вт ср чт пт сб нд'.split(' ')

/** «о 14:30», but «об 11:30». */
const atTime = (time: string): string => `${time.startsWith('11') ? 'об' : 'о'} ${time}`

const count = plural('uk')

/** `1 год 30 хв` */
function duration(minutes: number): string {
  const parts = [
    minutes >= 60 ? `${Math.floor(minutes / 60)} год` : null,
    minutes % 60 > 0 || minutes === 0 ? `${minutes % 60} хв` : null,
  ]
  return parts.filter((part) => part !== null).join(' ')
}

/** What the list of the day says. */
export const today: Words['today'] = {
  sections: { calls: 'Дзвінки', greetings: 'Вітання', tasks: 'Справи' },
  nothing: 'На сьогодні нічого немає. Гарного дня!',
  more: (number) => `… і ще ${number} (--limit)`,
  reason,
  occasion: occasionName,
  kinds: { call: 'дзвінок', greet: 'вітання', gift: 'подарунок', task: 'справа' },
  unusable: (what) => `Не враховано в списку дня: ${what}. Такого сегмента немає, або його фільтр більше не читається.`,
  lastContact: (when, what) => `останній контакт ${when}${what === '' ? '' : `: ${what}`}`,
  neverContacted: 'контактів ще не було',
  window: ({ is, until, from }, tomorrow) => {
    switch (is) {
      case 'unknown':
        return null
      case 'open':
        return until === null ? 'можна дзвонити' : `можна до ${until}`
      case 'later':
        return from === null ? null : `можна з ${from.time}`
      case 'lunch':
        return from === null ? 'обід' : `обід до ${from.time}`
      case 'closed': {
        if (from === null) return 'сьогодні зачинено'
        const day = from.date === tomorrow ? 'завтра' : WEEKDAYS[weekday(from.date) - 1]
        return `сьогодні зачинено, ${day} з ${from.time}`
      }
    }
  },
  localTime: (time) => `у них ${time}`,
  tried: (time) => `сьогодні ${atTime(time)} не додзвонилися`,
  prefers: (reach) => `зручніше ${reach}`,
  usual: ({ name, quantity, sum }) =>
    `зазвичай ${name}${quantity === null ? '' : ` × ${quantity}`}${sum === null ? '' : `, ${orders.money(sum)}`}`,
  ask: (gatekeeper, decider) => `спитати: ${[gatekeeper, decider].filter((part) => part !== null).join(' → ')}`,
  person: ({ name, role }, phone) => `${name}${role === null ? '' : `, ${role}`}${phone === null ? '' : ` ${phone}`}`,
  gift: (gift) => `подарунок: ${gift}`,
  people: (number) => `${number} ${count(number, { one: 'людина', few: 'людини', many: 'людей', other: 'людини' })}`,
  plan: {
    title: 'План',
    duration,
    total: (calls, minutes) =>
      `${calls} ${count(calls, { one: 'дзвінок', few: 'дзвінки', many: 'дзвінків', other: 'дзвінка' })}, ${duration(minutes)}`,
    left: (numbers) => `не вмістилося: ${numbers}`,
  },
  notToday: (text) => `--at: потрібен час сьогоднішнього дня, а не «${text}».`,
  page: { title: (date) => `Сьогодні: ${date}`, calendar: 'clientele: день' },
}
