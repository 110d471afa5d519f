import { isResting } from '../domain/advice.js'
import type { CivilDate } from '../domain/calendar.js'
import type { Why } from '../usecases/standing.js'
import type { Words } from '../words/en.js'
import { safe } from './safe.js'
import type { Style } from './style.js'
import { shortDate } from './when.js'

const MOST_GAPS = 8

export type WhyShown = Why

export interface WhyOptions {
  words: Words
  style: Style
  width: number
  /** The day a moment falls on in the user's zone. */
  dayOf: (instant: string) => CivilDate
}

/** A piece that no line end may part. */
const unbroken = (text: string): string => text.replaceAll(' ', '\u00a0')

const wholeDays = (days: number): string => String(Math.round(days))

export function frequencyTexts({ frequency, money }: WhyShown, { words }: WhyOptions): (string | null)[] {
  const { why } = words.standing
  const { by, occasions, gaps, gap_median, regular_from, regular_gap } = frequency
  const shown = gaps.slice(-MOST_GAPS)
  const all = by === 'orders' ? money.orders : occasions
  const list = `${gaps.length > shown.length ? '… ' : ''}${shown.join(', ')}`
  return [
    gap_median === null
      ? why.once(by, occasions, all)
      : why.gaps(by, occasions, list, gaps.length === 1 ? null : wholeDays(gap_median), all),
    occasions === 0 ? null : why.regularFrom(regular_from, regular_gap),
  ]
}

/** The state of the rhythm in a word or two, and why. */
export function rhythmTexts(
  { rhythm, on, pause }: WhyShown,
  { words }: WhyOptions,
): { is: string; why: string | null } {
  const { why, rhythm: names } = words.standing
  if (rhythm === null) {
    const paused = pause !== null && pause.until > on
    return paused ? { is: names.paused, why: null } : { is: names.none, why: why.noRhythm }
  }
  const { by, last_on, days_since, gap_median, gap_spread } = rhythm
  return {
    is: rhythm.is === 'late' ? why.lateBy(rhythm.days_late) : names[rhythm.is],
    why: why.last(by, shortDate(last_on, on, words), days_since, wholeDays(gap_median), wholeDays(gap_spread)),
  }
}

/** Is it the spread of the gaps that makes less sure, rather than their number? */
const isUneven = ({ sureness, gaps, sure_gaps }: NonNullable<WhyShown['rhythm']>): boolean =>
  sureness === 'unsure' ? gaps > 1 : sureness === 'fair' && gaps >= sure_gaps

/** The days on which the rhythm changes, and how sure it is. */
export function rhythmMarks({ rhythm, on }: WhyShown, { words }: WhyOptions): (string | null)[] {
  if (rhythm === null) return []
  const { why, sureness } = words.standing
  const date = (day: CivilDate): string => shortDate(day, on, words)
  const { due_from, expected_on, late_from, lost_from, put_off_to } = rhythm
  const marks = [
    `${why.line.due} ${date(due_from)}`,
    `${why.line.expected} ${date(expected_on)}`,
    `${why.line.late} ${date(late_from)}`,
    `${why.line.lost} ${date(lost_from)}`,
  ]
  return [
    marks.map(unbroken).join(' → '),
    why.sure(sureness[rhythm.sureness], rhythm.gaps, rhythm.sure_gaps, isUneven(rhythm)),
    put_off_to === null ? null : why.putOff(date(put_off_to)),
  ]
}

export function touchTexts({ touch, contacts, on }: WhyShown, { words, dayOf }: WhyOptions): (string | null)[] {
  const { why } = words.standing
  const date = (day: CivilDate): string => shortDate(day, on, words)
  // Where it comes from matters while it forbids, or when somebody has set it.
  const isTold = !touch.now || touch.source === 'hand' || touch.source === 'tag'
  const source =
    touch.source === null || !isTold
      ? null
      : [
          why.sources[touch.source](touch.cadence_days ?? 0, `#${safe(touch.tag ?? '')}`),
          touch.counted_from === null ? null : why.counted(date(touch.counted_from)),
        ]
          .filter((part) => part !== null)
          .join(', ')
  const may = touch.not_before === null || touch.now ? why.anyTime : why.notBefore(date(touch.not_before))
  return [
    isResting({ touch, on }) && touch.rests_until !== null
      ? why.resting(date(touch.rests_until))
      : `${may}${source === null ? '' : ` (${source})`}.`,
    why.talked(contacts.all, contacts.in, contacts.out, contacts.answered),
    contacts.last_answer_at === null ? null : why.lastAnswer(date(dayOf(contacts.last_answer_at))),
  ]
}

export function moneyTexts({ money }: WhyShown, { words }: WhyOptions): (string | null)[] {
  const { why } = words.standing
  const isNothing = (sum: string): boolean => /^0+(\.0+)? /.test(sum)
  const amount = (key: keyof typeof why.amounts): string | null =>
    isNothing(money[key]) ? null : `${why.amounts[key]} ${words.orders.money(money[key])}`
  const joined = (parts: readonly (string | null)[]): string | null =>
    parts
      .filter((part) => part !== null)
      .map(unbroken)
      .join(' · ') || null
  return [
    joined([
      money.orders === 0 ? null : why.orders(money.orders, money.promo_orders),
      amount('spent'),
      amount('cost'),
      // Without any cost it is what was spent.
      isNothing(money.cost) ? null : amount('margin'),
      amount('unpaid'),
    ]),
    money.referrals === 0 ? null : joined([why.referrals(money.referrals), amount('referred')]),
    money.foreign.length === 0 ? null : why.foreign(money.foreign.map((sum) => words.orders.money(sum)).join(', ')),
  ]
}

export function adviceText({ advice, advice_on, on, frequency }: WhyShown, { words }: WhyOptions): string {
  return words.standing.why.advices[advice](advice_on === null ? '' : shortDate(advice_on, on, words), frequency.by)
}
