import { weekday } from '../../domain/calendar.js'
import type { Words } from '../en.js'
import { orders } from '../orders/ru.js'
import { plural } from '../plural.js'
import { occasionName, reason } from './reasons/ru.js'

const WEEKDAYS = 'пн вт ср чт пт сб вс'.split(' ')

const count = plural('ru')

/** `1 ч 30 мин` */
function duration(minutes: number): string {
  const parts = [
    minutes >= 60 ? `${Math.floor(minutes / 60)} ч` : null,
    minutes % 60 > 0 || minutes === 0 ? `${minutes % 60} мин` : null,
  ]
  return parts.filter((part) => part !== null).join(' ')
}

/** What the list of the day says. */
export const today: Words['today'] = {
  sections: { calls: 'Звонки', greetings: 'Поздравления', tasks: 'Дела' },
  nothing: 'На сегодня ничего нет. Хорошего дня!',
  more: (number) => `… и ещё ${number} (--limit)`,
  reason,
  occasion: occasionName,
  kinds: { call: 'звонок', greet: 'поздравление', gift: 'подарок', task: 'дело' },
  unusable: (what) => `Не учтено в списке дня: ${what}. Такого сегмента нет, или его фильтр больше не читается.`,
  lastContact: (when, what) => `последний контакт ${when}${what === '' ? '' : `: ${what}`}`,
  neverContacted: 'контактов ещё не было',
  window: ({ is, until, from }, tomorrow) => {
    switch (is) {
      case 'unknown':
        return null
      case 'open':
        return until === null ? 'можно звонить' : `можно до ${until}`
      case 'later':
        return from === null ? null : `можно с ${from.time}`
      case 'lunch':
        return from === null ? 'обед' : `обед до ${from.time}`
      case 'closed': {
        if (from === null) return 'сегодня закрыто'
        const day = from.date === tomorrow ? 'завтра' : WEEKDAYS[weekday(from.date) - 1]
        return `сегодня закрыто, ${day} с ${from.time}`
      }
    }
  },
  localTime: (time) => `у них ${time}`,
  tried: (time) => `сегодня в ${time} не дозвонились`,
  prefers: (reach) => `удобнее ${reach}`,
  usual: ({ name, quantity, sum }) =>
    `обычно ${name}${quantity === null ? '' : ` × ${quantity}`}${sum === null ? '' : `, ${orders.money(sum)}`}`,
  ask: (gatekeeper, decider) => `спросить: ${[gatekeeper, decider].filter((part) => part !== null).join(' → ')}`,
  person: ({ name, role }, phone) => `${name}${role === null ? '' : `, ${role}`}${phone === null ? '' : ` ${phone}`}`,
  gift: (gift) => `подарок: ${gift}`,
  people: (number) =>
    `${number} ${count(number, { one: 'человек', few: 'человека', many: 'человек', other: 'человека' })}`,
  plan: {
    title: 'План',
    duration,
    total: (calls, minutes) =>
      `${calls} ${count(calls, { one: 'звонок', few: 'звонка', many: 'звонков', other: 'звонка' })}, ${duration(minutes)}`,
    left: (numbers) => `не поместилось: ${numbers}`,
  },
  notToday: (text) => `--at: нужно время сегодняшнего дня, а не «${text}».`,
  page: { title: (date) => `Сегодня: ${date}`, calendar: 'clientele: день' },
}
