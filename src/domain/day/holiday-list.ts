/** On which day of a year a holiday falls. `nth` -1 is the last; `weekday` 1 is Monday. */
export type HolidayRule =
  | { is: 'day'; monthDay: string }
  | { is: 'weekday'; nth: 1 | 2 | 3 | 4 | -1; weekday: number; month: number }
  | { is: 'day-of-year'; day: number }
  | { is: 'easter'; church: 'orthodox' | 'western' }

/** For whom it is meant; `chosen`: for those of a trade or a life that no base knows, so for nobody without a filter. */
export type Whom = 'everyone' | 'female' | 'male' | 'chosen'

export interface HolidayOfTheList {
  key: string
  rule: HolidayRule
  whom: Whom
  /** ISO 3166 codes of the countries whose clients it is for; null for those of all. */
  countries: readonly string[] | null
  /** Church days may be kept by people of any country: a filter takes the place of the countries. */
  church: boolean
  /** Kept without having been asked for. */
  byDefault: boolean
}

const FRIDAY = 5
const SATURDAY = 6
const SUNDAY = 7

const on = (monthDay: string): HolidayRule => ({ is: 'day', monthDay })
const the = (nth: 1 | 2 | 3 | 4 | -1, weekday: number, month: number): HolidayRule => ({
  is: 'weekday',
  nth,
  weekday,
  month,
})

const plain = { countries: null, church: false, byDefault: false }

/** A state holiday or another day for everybody of some countries. */
const forAll = (countries: string, key: string, rule: HolidayRule, whom: Whom = 'everyone') =>
  ({ ...plain, key, rule, whom, countries: countries.split(' ') }) as const
const church = (countries: string, key: string, rule: HolidayRule) =>
  ({ ...forAll(countries, key, rule), church: true }) as const
/** A day of a trade, of mothers, of defenders: the user says who they are. */
const chosen = (country: string | null, key: string, rule: HolidayRule) =>
  ({ ...plain, key, rule, whom: 'chosen', countries: country === null ? null : country.split(' ') }) as const

const WESTERN =
  'PL CZ SK HU DE AT CH LI FR IT ES PT GB IE US CA NL BE LU SE NO DK FI IS LT LV EE HR SI MT AU NZ BR AR MX CL CO PE'

/**
 * The holidays that can be kept. Only the New Year is by default. State days stand with the country whose law has them, Ukraine's as
 * they are since 2023; days of remembrance are left out, and so are days whose date is not settled. Trades: docs/today.md.
 */
export const HOLIDAYS: readonly HolidayOfTheList[] = [
  { ...plain, key: 'new-year', rule: on('01-01'), whom: 'everyone', byDefault: true },
  church(`${WESTERN} UA BY MD RO BG GR CY`, 'christmas', on('12-25')),
  church('RU BY MD GE RS ME MK', 'christmas-7-january', on('01-07')),
  church('RU UA BY MD GE RS ME MK BG RO GR CY', 'easter-orthodox', { is: 'easter', church: 'orthodox' }),
  church(WESTERN, 'easter-western', { is: 'easter', church: 'western' }),
  church('UA', 'saint-nicholas-ua', on('12-06')),
  { ...plain, key: 'womens-day', rule: on('03-08'), whom: 'female' },
  forAll('RU BY', 'defenders-day', on('02-23'), 'male'),
  forAll('RU BY MD', 'labour-day', on('05-01')),
  forAll('RU BY KZ KG', 'victory-day', on('05-09')),
  forAll('KZ KG UZ', 'nauryz', on('03-21')),

  forAll('RU', 'russia-day', on('06-12')),
  forAll('RU', 'family-day-ru', on('07-08')),
  forAll('RU', 'unity-day-ru', on('11-04')),
  forAll('RU', 'constitution-day-ru', on('12-12')),
  forAll('UA', 'unity-day-ua', on('01-22')),
  forAll('UA', 'vyshyvanka-day', the(3, 4, 5)),
  forAll('UA', 'constitution-day-ua', on('06-28')),
  forAll('UA', 'statehood-day-ua', on('07-15')),
  forAll('UA', 'flag-day-ua', on('08-23')),
  forAll('UA', 'independence-day-ua', on('08-24')),
  forAll('BY', 'constitution-day-by', on('03-15')),
  forAll('BY', 'independence-day-by', on('07-03')),
  forAll('KZ', 'republic-day-kz', on('10-25')),
  forAll('KZ', 'independence-day-kz', on('12-16')),

  chosen('UA', 'defenders-day-ua', on('10-01')),
  chosen('RU', 'mothers-day-ru', the(-1, SUNDAY, 11)),
  chosen('UA', 'mothers-day-ua', the(2, SUNDAY, 5)),
  chosen('BY', 'mothers-day-by', on('10-14')),
  chosen('RU', 'fathers-day-ru', the(3, SUNDAY, 10)),
  chosen('UA', 'fathers-day-ua', the(3, SUNDAY, 6)),
  chosen('RU UA BY', 'knowledge-day', on('09-01')),

  chosen(null, 'nurse', on('05-12')),
  chosen(null, 'pharmacist', on('09-25')),
  chosen(null, 'tourism', on('09-27')),
  chosen(null, 'translator', on('09-30')),
  chosen(null, 'architect', the(1, 1, 10)),
  chosen(null, 'chef', on('10-20')),
  chosen(null, 'theatre', on('03-27')),
  chosen(null, 'system-administrator', the(-1, FRIDAY, 7)),

  chosen('RU', 'journalist-ru', on('01-13')),
  chosen('RU', 'scientist-ru', on('02-08')),
  chosen('RU', 'civil-aviation-ru', on('02-09')),
  chosen('RU', 'utilities-ru', the(3, SUNDAY, 3)),
  chosen('RU', 'culture-ru', on('03-25')),
  chosen('RU', 'notary-ru', on('04-26')),
  chosen('RU', 'communications-ru', on('05-07')),
  chosen('RU', 'entrepreneur-ru', on('05-26')),
  chosen('RU', 'librarian-ru', on('05-27')),
  chosen('RU', 'chemist-ru', the(-1, SUNDAY, 5)),
  chosen('RU', 'social-worker-ru', on('06-08')),
  chosen('RU', 'light-industry-ru', the(2, SUNDAY, 6)),
  chosen('RU', 'medic-ru', the(3, SUNDAY, 6)),
  chosen('RU', 'metallurgist-ru', the(3, SUNDAY, 7)),
  chosen('RU', 'trade-ru', the(4, SATURDAY, 7)),
  chosen('RU', 'railway-ru', the(1, SUNDAY, 8)),
  chosen('RU', 'builder-ru', the(2, SUNDAY, 8)),
  chosen('RU', 'miner-ru', the(-1, SUNDAY, 8)),
  chosen('RU', 'oil-and-gas-ru', the(1, SUNDAY, 9)),
  chosen('RU', 'programmer-ru', { is: 'day-of-year', day: 256 }),
  chosen('RU', 'secretary-ru', the(3, FRIDAY, 9)),
  chosen('RU', 'forester-ru', the(3, SUNDAY, 9)),
  chosen('RU', 'nursery-teacher-ru', on('09-27')),
  chosen('RU', 'machine-builder-ru', the(-1, SUNDAY, 9)),
  chosen('RU', 'teacher-ru', on('10-05')),
  chosen('RU', 'insurer-ru', on('10-06')),
  chosen('RU', 'agriculture-ru', the(2, SUNDAY, 10)),
  chosen('RU', 'food-industry-ru', the(3, SUNDAY, 10)),
  chosen('RU', 'road-builder-ru', the(3, SUNDAY, 10)),
  chosen('RU', 'advertiser-ru', on('10-23')),
  chosen('RU', 'driver-ru', the(-1, SUNDAY, 10)),
  chosen('RU', 'accountant-ru', on('11-21')),
  chosen('RU', 'banker-ru', on('12-02')),
  chosen('RU', 'lawyer-ru', on('12-03')),
  chosen('RU', 'energy-ru', on('12-22')),

  chosen('UA', 'utilities-ua', the(3, SUNDAY, 3)),
  chosen('UA', 'scientist-ua', the(3, SATURDAY, 5)),
  chosen('UA', 'banker-ua', on('05-20')),
  chosen('UA', 'chemist-ua', the(-1, SUNDAY, 5)),
  chosen('UA', 'journalist-ua', on('06-06')),
  chosen('UA', 'light-industry-ua', the(2, SUNDAY, 6)),
  chosen('UA', 'farmer-ua', on('06-19')),
  chosen('UA', 'architecture-ua', on('07-01')),
  chosen('UA', 'accountant-ua', on('07-16')),
  chosen('UA', 'metallurgist-ua', the(3, SUNDAY, 7)),
  chosen('UA', 'medic-ua', on('07-27')),
  chosen('UA', 'trade-ua', the(-1, SUNDAY, 7)),
  chosen('UA', 'builder-ua', the(2, SUNDAY, 8)),
  chosen('UA', 'miner-ua', the(-1, SUNDAY, 8)),
  chosen('UA', 'notary-ua', on('09-02')),
  chosen('UA', 'entrepreneur-ua', the(1, SUNDAY, 9)),
  chosen('UA', 'pharmacist-ua', the(3, SATURDAY, 9)),
  chosen('UA', 'forester-ua', the(3, SUNDAY, 9)),
  chosen('UA', 'machine-builder-ua', the(-1, SUNDAY, 9)),
  chosen('UA', 'librarian-ua', on('09-30')),
  chosen('UA', 'teacher-ua', the(1, SUNDAY, 10)),
  chosen('UA', 'lawyer-ua', on('10-08')),
  chosen('UA', 'food-industry-ua', the(3, SUNDAY, 10)),
  chosen('UA', 'driver-ua', the(-1, SUNDAY, 10)),
  chosen('UA', 'social-worker-ua', the(1, SUNDAY, 11)),
  chosen('UA', 'railway-ua', on('11-04')),
  chosen('UA', 'culture-ua', on('11-09')),
  chosen('UA', 'communications-ua', on('11-16')),
  chosen('UA', 'agriculture-ua', the(3, SUNDAY, 11)),
  chosen('UA', 'energy-ua', on('12-22')),
]
