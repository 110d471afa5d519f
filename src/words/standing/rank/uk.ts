import { plural } from '../../plural.js'
import type { rank as en } from './en.js'

const count = plural('uk')
const days = (number: number): string =>
  `${number} ${count(number, { one: 'день', few: 'дні', many: 'днів', other: 'дня' })}`

export const rank: typeof en = {
  title: (number) => `Чому ${number} у списку`,
  rank: 'Місце у списку',
  sum: 'Разом',
  points: (points) => (points < 0 ? `\u2212${-points}` : String(points)),
  term: ({ term, value }, money) => {
    const number = Number(value ?? 0)
    const late = number > 0 ? `, прострочено на ${days(number)}` : ''
    switch (term) {
      case 'promised':
        return `обіцяно${late}`
      case 'waits':
        return `чекає на відповідь${number > 0 ? ` ${days(number)}` : ''}`
      case 'unpaid':
        return number > 1 ? `прострочені оплати: ${number}` : 'оплату прострочено'
      case 'rhythm':
        return `наступне замовлення запізнюється${number > 0 ? ` на ${days(number)}` : ''}`
      case 'slipping':
        return 'постійний клієнт іде'
      case 'cadence':
        return `час нагадати про себе${late}`
      case 'lead':
        return 'ще жодного разу не дзвонили'
      case 'put-off':
        return number > 0 ? `було відкладено, чекає вже ${days(number)}` : 'було відкладено до сьогодні'
      case 'late':
        return `запізнення: ${(value ?? '').replace('%', '\u00a0%')} власного інтервалу`
      case 'money':
        return `гроші на кону: ${money(value ?? '')}`
      case 'vip':
        return 'VIP'
      case 'tried':
        return 'сьогодні вже дзвонили, марно'
      case 'near':
        return number === 0 ? 'це сьогодні' : number > 0 ? `через ${days(number)}` : `${days(-number)} тому`
    }
  },
}
