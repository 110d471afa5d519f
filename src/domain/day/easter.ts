import { orthodoxEaster, easter as westernEaster } from 'date-easter'
import { type CivilDate, civil } from '../calendar.js'

/** Easter Sunday of a year, by the Gregorian calendar; the only use of the package that computes it. */
export function easterOf(church: 'orthodox' | 'western', year: number): CivilDate {
  const { month, day } = (church === 'orthodox' ? orthodoxEaster : westernEaster)(year)
  return civil(year, month, day)
}
