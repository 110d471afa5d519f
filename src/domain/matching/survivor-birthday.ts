import { formatAnniversary } from '../anniversary.js'

/** A birthday as the base keeps it; `month_day` is `MM-DD`. */
export interface Birthday {
  year: number | null
  month_day: string
}

/** `1980-03-12`, or `--03-12` when the year is unknown. */
export const birthdayText = ({ year, month_day }: Birthday): string =>
  formatAnniversary({ year, month: Number(month_day.slice(0, 2)), day: Number(month_day.slice(3)) })

/** How much a birthday says: 1 January stands in many bases for "only the year is known". */
const fullness = ({ year, month_day }: Birthday): number => (month_day === '01-01' ? 0 : 2) + (year === null ? 0 : 1)

/** Does `a` say nothing that `b` does not say too? */
export function saysLess(a: Birthday, b: Birthday): boolean {
  const sameYear = a.year === null || a.year === b.year
  return sameYear && (a.month_day === b.month_day || (a.month_day === '01-01' && a.year !== null))
}

/**
 * The birthday that stays: one with day and year before one without a year, that before 1 January; of several such the one
 * that most clients have, and of these the first client's.
 */
export function bestBirthday(members: readonly { id: number; birthdays: readonly Birthday[] }[]): {
  birthday: Birthday | null
  from: number | null
} {
  const all = members.flatMap(({ id, birthdays }) => birthdays.map((birthday) => ({ birthday, from: id })))
  const best = Math.max(...all.map(({ birthday }) => fullness(birthday)))
  const full = all.filter(({ birthday }) => fullness(birthday) === best)
  const votes = (wanted: Birthday): number => all.filter(({ birthday }) => saysLess(birthday, wanted)).length
  const [winner] = [...full].sort((a, b) => votes(b.birthday) - votes(a.birthday))
  return winner ?? { birthday: null, from: null }
}
