import { plural } from '../../plural.js'
import type { rank as en } from './en.js'

const count = plural('ru')
const days = (number: number): string =>
  `${number} ${count(number, { one: 'день', few: 'дня', many: 'дней', other: 'дня' })}`

export const rank: typeof en = {
  title: (number) => `Почему ${number} в списке`,
  rank: 'Место в списке',
  sum: 'Итого',
  points: (points) => (points < 0 ? `\u2212${-points}` : String(points)),
  term: ({ term, value }, money) => {
    const number = Number(value ?? 0)
    const late = number > 0 ? `, просрочено на ${days(number)}` : ''
    switch (term) {
      case 'promised':
        return `обещано${late}`
      case 'waits':
        return `ждёт ответа${number > 0 ? ` ${days(number)}` : ''}`
      case 'unpaid':
        return number > 1 ? `просроченные оплаты: ${number}` : 'оплата просрочена'
      case 'rhythm':
        return `следующий заказ запаздывает${number > 0 ? ` на ${days(number)}` : ''}`
      case 'slipping':
        return 'постоянный клиент уходит'
      case 'cadence':
        return `пора напомнить о себе${late}`
      case 'lead':
        return 'ещё ни разу не звонили'
      case 'put-off':
        return number > 0 ? `было отложено, ждёт уже ${days(number)}` : 'было отложено до сегодня'
      case 'late':
        return `опоздание: ${(value ?? '').replace('%', '\u00a0%')} собственного интервала`
      case 'money':
        return `деньги на кону: ${money(value ?? '')}`
      case 'vip':
        return 'VIP'
      case 'tried':
        return 'сегодня уже звонили, безуспешно'
      case 'near':
        return number === 0 ? 'это сегодня' : number > 0 ? `через ${days(number)}` : `${days(-number)} назад`
    }
  },
}
