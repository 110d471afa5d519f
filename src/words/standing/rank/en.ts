import type { RankTerm } from '../../../domain/day/reason.js'
import { plural } from '../../plural.js'

const count = plural('en')
const days = (number: number): string => `${number} ${count(number, { one: 'day', other: 'days' })}`

/** Why an entry stands on the list of the day, and why so high. */
export const rank = {
  title: (number: string): string => `Why ${number} is on the list`,
  rank: 'Its place in the list',
  sum: 'Together',
  points: (points: number): string => (points < 0 ? `\u2212${-points}` : String(points)),
  /** What a term of the rank stands for; sums of money are put by `money`. */
  term: ({ term, value }: RankTerm, money: (sum: string) => string): string => {
    const number = Number(value ?? 0)
    const late = number > 0 ? `, ${days(number)} late` : ''
    switch (term) {
      case 'promised':
        return `promised${late}`
      case 'waits':
        return `waits for an answer${number > 0 ? ` for ${days(number)}` : ''}`
      case 'unpaid':
        return number > 1 ? `${number} payments overdue` : 'a payment overdue'
      case 'rhythm':
        return `the next order is late${number > 0 ? ` by ${days(number)}` : ''}`
      case 'slipping':
        return 'a regular who slips away'
      case 'cadence':
        return `time to get in touch${late}`
      case 'lead':
        return 'never called'
      case 'put-off':
        return `was put off until ${number > 0 ? `${days(number)} ago` : 'today'}`
      case 'late':
        return `late by ${(value ?? '').replace('%', '\u00a0%')} of the own period`
      case 'money':
        return `money at stake: ${money(value ?? '')}`
      case 'vip':
        return 'VIP'
      case 'tried':
        return 'called today already, in vain'
      case 'near':
        return number === 0 ? 'it is today' : number > 0 ? `in ${days(number)}` : `${days(-number)} ago`
    }
  },
}
