import { type CellObject, SSF } from 'xlsx'

/** A cell as text: '' for errors and for what is empty. */
export function textOf({ t: type, v: value, z: format }: CellObject, date1904: boolean): string {
  if (type === 'e' || type === 'z' || value === undefined || value === null) return ''
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'number') return numberText(value, typeof format === 'string' ? format : 'General', date1904)
  return value instanceof Date ? value.toISOString().slice(0, 10) : value
}

/** Formats that only put zeros and signs before and between the digits, as for phones and codes: `00000`, `"+"0`. */
const SHOWN_AS_TEXT = /^(?:0|[ ()+-]|\\[^\p{L}]|"[^"\p{L}]*")+$/u

function numberText(value: number, format: string, date1904: boolean): string {
  // A row must not vanish because of a number that is none; Excel shows it so.
  if (!Number.isFinite(value)) return '#NUM!'
  if (format === 'General' || format === '@') return plainDigits(value)
  if (SSF.is_date(format)) return dateText(value, format, date1904) ?? plainDigits(value)
  if (format !== '0' && Number.isInteger(value) && value >= 0 && SHOWN_AS_TEXT.test(format))
    return String(SSF.format(format, value))
  return plainDigits(value)
}

/** A number as people would write it out: no exponent, and fifteen digits, of which a spreadsheet keeps no more. */
function plainDigits(value: number): string {
  if (Number.isInteger(value)) return Math.abs(value) < 1e21 ? String(value) : BigInt(value).toString()
  const short = Number(value.toPrecision(15)).toString()
  return /e/i.test(short) ? value.toFixed(20).replace(/\.?0+$/, '') : short
}

const two = (number: number): string => String(number).padStart(2, '0')

/** Day 0 of the library, which Excel shows as 1900-01-00. */
const FIRST_DAY = Date.UTC(1899, 11, 31)
/** 9999-12-31, the last day of Excel. */
const LAST_DAY = 2_958_465

/** Days before 1900, which OpenDocument has. */
function earlyText(day: number): string | null {
  const date = new Date(FIRST_DAY + day * 86_400_000)
  return date.getUTCFullYear() > 0 ? date.toISOString().slice(0, 10) : null
}

/**
 * `YYYY-MM-DD`, with `THH:MM` when there is a time, `HH:MM` for a time alone or a span of hours; null for what is no day of Excel's
 * calendar, and '' for the zero that stands in a column of days where there is none.
 */
function dateText(serial: number, format: string, date1904: boolean): string | null {
  const seconds = Math.round(serial * 86_400)
  const day = Math.floor(seconds / 86_400)
  const minutes = Math.floor((seconds - day * 86_400) / 60)
  const time = `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
  const marks = format.replace(/"[^"]*"|\\./g, '')
  if (day >= 0 && /\[h+\]/i.test(marks)) return `${two(day * 24 + Math.floor(minutes / 60))}:${two(minutes % 60)}`
  if (day === 0 && !/[dy]/i.test(marks.replace(/\[[^\]]*\]/g, ''))) return time
  if (day === 0 && !date1904) return minutes === 0 ? '' : time
  const date = day < 0 ? earlyText(day) : dayText(day, date1904)
  return date === null || minutes === 0 ? date : `${date}T${time}`
}

function dayText(day: number, date1904: boolean): string | null {
  if (day + (date1904 ? 1462 : 0) > LAST_DAY) return null
  const { y, m, d } = SSF.parse_date_code(day, { date1904 }) as Record<'y' | 'm' | 'd', number>
  return `${String(y).padStart(4, '0')}-${two(m)}-${two(d)}`
}
