import type { CivilDate } from '../domain/calendar.js'
import type { Term } from '../domain/standing/explanation.js'
import type { Words } from '../words/en.js'
import { safe } from './safe.js'
import type { Style } from './style.js'
import { cut, hung, padEnd, widthOf, wrap } from './table.js'
import { shortDate } from './when.js'
import {
  adviceText,
  frequencyTexts,
  moneyTexts,
  rhythmMarks,
  rhythmTexts,
  touchTexts,
  type WhyOptions,
  type WhyShown,
} from './why-texts.js'

/** More lines of the bill than these are put together into one. */
const MOST_TERMS = 12

/** The whole bill of a client: what it stands at, every term with its points, and what follows. */
export function drawWhy(shown: WhyShown, options: WhyOptions): string {
  const { words, style, width } = options
  const said = words.standing.why
  const lines = headline(shown, options)
  lines.push(style.strong(`→ ${safe(adviceText(shown, options))}`))
  const section = (title: string, value: string, texts: readonly (string | null)[]): void => {
    lines.push('', `${style.heading(title)}${value === '' ? '' : `  ${style.strong(value)}`}`)
    for (const text of texts) if (text !== null) lines.push(...wrap(text, width - 2).map((line) => `  ${line}`))
  }
  lines.push('', style.heading(said.bill), ...bill(shown, options))
  section(said.frequency, words.standing.frequency[shown.frequency.is], frequencyTexts(shown, options))
  const rhythm = rhythmTexts(shown, options)
  section(said.rhythm, rhythm.is, [rhythm.why, ...rhythmMarks(shown, options)])
  section(said.touch, '', touchTexts(shown, options))
  if (shown.behaviours.length > 0) {
    lines.push('', style.heading(said.behaviour))
    lines.push(...behaviourLines(shown, options))
  }
  if (shown.money.orders > 0 || shown.money.referrals > 0 || !/^0+(\.0+)? /.test(shown.money.cost))
    section(said.money, '', moneyTexts(shown, options))
  return `${lines.join('\n')}\n`
}

/** Who, how warm, and by which rule. Also the top of `warmth <client>`. */
export function headline({ id, name, on, warmth }: WhyShown, { words, style, width }: WhyOptions): string[] {
  const { why, warmth: names, rules } = words.standing
  const date = (day: CivilDate): string => shortDate(day, on, words)
  const lines = [`${style.title(cut(safe(name), width - 12))}  ${style.muted(`#${id}`)}`]
  const { by_hand: hand } = warmth
  const rule = rules[warmth.rule]
  const texts: string[] = []
  if (hand?.in_force) {
    texts.push(why.byHand(names[hand.warmth], hand.until && date(hand.until), hand.reason && safe(hand.reason)))
    texts.push(why.computed(names[warmth.computed], rule))
  } else if (hand?.until)
    texts.push(why.byHandOver(names[hand.warmth], date(hand.until), hand.reason && safe(hand.reason)))
  const ahead = (day: CivilDate | null): string | null => (day !== null && day >= on ? date(day) : null)
  const hot = warmth.computed === 'hot' ? ahead(warmth.hot_until) : null
  const warm = ahead(warmth.warm_until)
  if (hot !== null || warm !== null) texts.push(why.holds(hot, warm))
  const now = paint(warmth.now, style)(names[warmth.now])
  lines.push(hand?.in_force ? now : `${now} – ${rule}`)
  return [...lines, ...texts.flatMap((text) => hung(text, width)).map((line) => style.muted(line))]
}

const paint = (warmth: string, style: Style): ((text: string) => string) =>
  warmth === 'hot' ? style.good : warmth === 'warm' ? style.strong : style.muted

/** The terms as a bill: when, what, what it was worth, what it is worth now, its share; and the sum. */
function bill({ score, on }: WhyShown, { words, style, width, dayOf }: WhyOptions): string[] {
  const { why } = words.standing
  const measure = [
    why.measure(why.points(score.warm_from_hundredths), score.half_life_days),
    ...(score.counts_from === null ? [] : [why.anew(shortDate(score.counts_from, on, words))]),
  ].flatMap((text) => wrap(text, width - 2).map((line) => `  ${style.muted(line)}`))
  if (score.terms.length === 0) return [`  ${why.nothing}`, ...measure]
  const { columns } = why
  // Days are counted in UTC, and shown as the user lived them.
  const local = (at: string): CivilDate => (at.length > 10 ? dayOf(at) : at)
  const terms = score.terms.map((term) => ({ ...term, on: local(term.at), since: local(term.since_at) }))
  const rows = cells(
    terms.sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0)),
    on,
    words,
  )
  const heads: Cells = [columns.when, columns.what, columns.fresh, columns.now, columns.share]
  const sum: Cells = ['', why.sum, '', why.points(score.hundredths), score.hundredths > 0 ? '100 %' : '']
  const all = [heads, ...rows, sum]
  const widths = [0, 1, 2, 3, 4].map((index) => Math.max(...all.map((row) => widthOf(row[index] ?? ''))))
  const fixed = widths.reduce((total, each, index) => total + (index === 1 ? 0 : each), 0)
  const what = Math.max(12, Math.min(widths[1] ?? 0, width - fixed - 10))
  const line = (row: Cells): string => {
    const [when, text, ...numbers] = row
    const right = numbers.map((each, index) => ' '.repeat((widths[index + 2] ?? 0) - widthOf(each)) + each)
    return `  ${[padEnd(when, widths[0] ?? 0), padEnd(cut(text, what), what), ...right].join('  ')}`.trimEnd()
  }
  const rule = `  ${'─'.repeat(fixed + what + 8)}`
  return [style.muted(line(heads)), ...rows.map(line), style.muted(rule), style.strong(line(sum)), ...measure]
}

type Cells = [string, string, string, string, string]

function cells(terms: readonly Term[], on: CivilDate, words: Words): Cells[] {
  const { why } = words.standing
  const shown = terms.length > MOST_TERMS ? terms.slice(0, MOST_TERMS - 1) : terms
  const rest = terms.slice(shown.length)
  const percent = (share: number): string => `${share < 0 ? `\u2212${-share}` : share} %`
  const rows = shown.map((term): Cells => {
    const since = term.count > 1 && term.since !== term.on ? ` ${why.since(shortDate(term.since, on, words))}` : ''
    return [
      shortDate(term.on, on, words),
      safe(why.term(term)) + since,
      why.points(term.fresh_hundredths),
      why.points(term.now_hundredths),
      percent(term.share_percent),
    ]
  })
  if (rest.length > 0) {
    const total = (pick: (term: Term) => number): number => rest.reduce((sum, term) => sum + pick(term), 0)
    rows.push([
      '',
      why.earlier(total(({ count }) => count)),
      why.points(total(({ fresh_hundredths }) => fresh_hundredths)),
      why.points(total(({ now_hundredths }) => now_hundredths)),
      percent(total(({ share_percent }) => share_percent)),
    ])
  }
  return rows
}

function behaviourLines({ behaviours, frequency, on }: WhyShown, { words, width }: WhyOptions): string[] {
  const { why, behaviours: names } = words.standing
  const left = Math.max(...behaviours.map(({ is }) => widthOf(names[is])))
  return behaviours.flatMap((reason) => {
    const date = (day: CivilDate | null): string => (day === null ? '' : shortDate(day, on, words))
    const text = why.behaviourText(reason, { until: date(reason.until), since: date(reason.since), by: frequency.by })
    const [first = '', ...rest] = wrap(text, width - left - 4)
    return [`  ${padEnd(names[reason.is], left)}  ${first}`, ...rest.map((line) => `${' '.repeat(left + 4)}${line}`)]
  })
}
