/**
 * A birthday as one number: year * 512 + month * 32 + day; year 0 when unknown, month and day 0 when only the year is
 * known (what is written as 1 January stands for that). 0 when nothing is known.
 */
export type BirthdayKey = number

/** The number that `length` digits from `start` write; -1 when one of them is no digit. */
function digitsAt(text: string, start: number, length: number): number {
  let value = 0
  for (let index = start; index < start + length; index += 1) {
    const digit = text.charCodeAt(index) - 0x30
    if (!(digit >= 0 && digit <= 9)) return -1
    value = value * 10 + digit
  }
  return value
}

/** Reads `YYYY-MM-DD`, `--MM-DD` (year unknown) and `YYYY`; 0 for anything else. */
export function birthdayKey(text: string | null): BirthdayKey {
  if (text === null) return 0
  if (text.length === 4) return Math.max(digitsAt(text, 0, 4), 0) * 512
  const isFull = text.length === 10 && text.charCodeAt(4) === 0x2d && text.charCodeAt(7) === 0x2d
  if (!isFull && !(text.length === 7 && text.startsWith('--') && text.charCodeAt(4) === 0x2d)) return 0
  const year = isFull ? digitsAt(text, 0, 4) : 0
  const month = digitsAt(text, isFull ? 5 : 2, 2)
  const day = digitsAt(text, isFull ? 8 : 5, 2)
  if (year < 0 || month < 1 || month > 12 || day < 1 || day > 31) return 0
  // Forms that ask for a whole date get 1 January from people who give only the year.
  return month === 1 && day === 1 ? year * 512 : year * 512 + month * 32 + day
}

export const BIRTHDAY_LEVELS = ['other', 'year', 'loose', 'part', 'day', 'near', 'same'] as const

/** Is one digit of two numbers of equal length different, or did two neighbours change places? */
function digitSlip(a: number, b: number): boolean {
  let different = 0
  let swapped = false
  let restA = a
  let restB = b
  let lastA = -1
  let lastB = -1
  for (let place = 0; place < 4; place += 1) {
    const digitA = restA % 10
    const digitB = restB % 10
    if (digitA !== digitB) {
      different += 1
      if (different === 2) swapped = digitA === lastB && digitB === lastA
      lastA = digitA
      lastB = digitB
    } else {
      // Only neighbours change places.
      lastA = -1
      lastB = -1
    }
    restA = (restA - digitA) / 10
    restB = (restB - digitB) / 10
  }
  return different === 1 || (different === 2 && swapped)
}

const dayOf = (key: BirthdayKey): number => key & 31
const monthOf = (key: BirthdayKey): number => (key >> 5) & 15
const monthAndDay = (key: BirthdayKey): number => key & 511
const yearOf = (key: BirthdayKey): number => key >> 9

const distance = (a: number, b: number): number => (a < b ? b - a : a - b)

/** One part of two full dates differs, and only by what a hand or an eye slips. */
function isNear(a: BirthdayKey, b: BirthdayKey): boolean {
  const yearA = yearOf(a)
  const yearB = yearOf(b)
  const monthA = monthOf(a)
  const monthB = monthOf(b)
  const dayA = dayOf(a)
  const dayB = dayOf(b)
  if (yearA !== yearB)
    return monthAndDay(a) === monthAndDay(b) && (distance(yearA, yearB) <= 2 || digitSlip(yearA, yearB))
  if (monthA === monthB) return distance(dayA, dayB) === 1 || digitSlip(dayA, dayB)
  if (dayA === dayB) return distance(monthA, monthB) === 1 || digitSlip(monthA, monthB)
  return dayA === monthB && monthA === dayB
}

/** Two of day, month and year agree. */
function isPart(a: BirthdayKey, b: BirthdayKey): boolean {
  const sameYear = yearOf(a) === yearOf(b)
  const sameMonth = monthOf(a) === monthOf(b)
  const sameDay = dayOf(a) === dayOf(b)
  return (sameYear && (sameMonth || sameDay)) || (sameMonth && sameDay)
}

/** All but two digits agree: what is left of a date typed carelessly. */
const isLoose = (a: BirthdayKey, b: BirthdayKey): boolean =>
  digitsApart(yearOf(a), yearOf(b)) + digitsApart(monthOf(a), monthOf(b)) + digitsApart(dayOf(a), dayOf(b)) <= 2

/** How many digits of two numbers of up to four digits differ, place by place. */
function digitsApart(a: number, b: number): number {
  let different = 0
  let restA = a
  let restB = b
  while (restA !== restB) {
    if (restA % 10 !== restB % 10) different += 1
    restA = (restA / 10) | 0
    restB = (restB / 10) | 0
  }
  return different
}

/**
 * Index into `BIRTHDAY_LEVELS`, -1 when nothing can be compared. `near`: one part differs by a slip, or day and month changed places;
 * `day`: day and month agree, a year is unknown; `part`: two of the three parts agree; `loose`: all but two digits; `year`: the years
 * agree and one has no day.
 */
export function compareBirthdays(a: BirthdayKey, b: BirthdayKey): number {
  if (a === 0 || b === 0) return -1
  const hasYears = a >= 512 && b >= 512
  const hasDays = monthAndDay(a) !== 0 && monthAndDay(b) !== 0
  if (hasYears && hasDays) return a === b ? 6 : isNear(a, b) ? 5 : isPart(a, b) ? 3 : isLoose(a, b) ? 2 : 0
  if (hasDays) return monthAndDay(a) === monthAndDay(b) ? 4 : 0
  if (hasYears) return yearOf(a) === yearOf(b) ? 1 : 0
  return -1
}

/**
 * Do two birthdays speak against one person: both full, and hardly anything of them agrees? One day and month in two years is rather a slip
 * of the year than a father and his son, who share both by one chance in 365.
 */
export function birthdaysContradict(a: BirthdayKey, b: BirthdayKey): boolean {
  return a >= 512 && b >= 512 && monthAndDay(a) !== 0 && monthAndDay(b) !== 0 && compareBirthdays(a, b) === 0
}
