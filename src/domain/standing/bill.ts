import { dateOf } from './days.js'
import type { Term } from './explanation.js'
import type { Happening } from './happenings.js'
import type { Model } from './model.js'
import { apportion, fadedBy, hundredths, type Share } from './score.js'

/** So many of the latest happenings have a line of their own. */
const OWN_LINES = 10

interface Line {
  happening: Happening
  since: Happening
  count: number
  channels: Set<string>
  directions: Set<string>
  fresh: number
  now: number
}

const lineOf = ({ happening, points, forgotten }: Share, today: number, { halfLife }: Model): Line => ({
  happening,
  since: happening,
  count: 1,
  channels: new Set(happening.touch ? [happening.touch.channel] : []),
  directions: new Set(happening.touch ? [happening.touch.direction] : []),
  fresh: points,
  now: forgotten ? 0 : points * fadedBy(today - happening.day, halfLife),
})

/** Puts an older line into one of the same kind. */
function add(line: Line, older: Line): void {
  line.since = older.since
  line.count += older.count
  for (const each of older.channels) line.channels.add(each)
  for (const each of older.directions) line.directions.add(each)
  line.fresh += older.fresh
  line.now += older.now
}

/** Latest first: what counts, one by one; then what is older, and what counts nothing, a line a kind. */
function linesOf(shares: readonly Share[], today: number, model: Model): Line[] {
  const own: Line[] = []
  const older = new Map<string, Line>()
  const nothing = new Map<string, Line>()
  for (let index = shares.length - 1; index >= 0; index -= 1) {
    const share = shares[index]
    if (!share || share.happening.kind === 'note') continue
    const line = lineOf(share, today, model)
    const counts = share.points !== 0 && !share.forgotten
    const group = counts ? older : nothing
    if (counts && own.length < OWN_LINES) own.push(line)
    else {
      const same = group.get(share.happening.kind)
      if (same) add(same, line)
      else group.set(share.happening.kind, line)
    }
  }
  return [...own, ...older.values(), ...nothing.values()]
}

const only = <T>(values: ReadonlySet<T>): T | null => (values.size === 1 ? ([...values][0] ?? null) : null)

/** The score of a day as a bill: its lines add up to the total, in whole hundredths of points and in per cent. */
export function billOf(shares: readonly Share[], today: number, model: Model): { total: number; terms: Term[] } {
  const lines = linesOf(shares, today, model)
  const exact = lines.map(({ now }) => now * 100)
  const sum = exact.reduce((all, each) => all + each, 0)
  const total = hundredths(sum / 100)
  const now = apportion(exact, total)
  const percent =
    total > 0
      ? apportion(
          exact.map((each) => (each * 100) / sum),
          100,
        )
      : exact.map(() => 0)
  const terms = lines.map(({ happening, since, count, channels, directions, fresh }, index): Term => {
    const { kind, day, at, what } = happening
    return {
      kind,
      on: dateOf(day),
      since: dateOf(since.day),
      at,
      since_at: since.at,
      count,
      channel: only(channels),
      direction: only(directions) as Term['direction'],
      what: count === 1 ? what : null,
      age_days: Math.max(0, today - day),
      fresh_hundredths: Math.round(fresh * 100),
      now_hundredths: now[index] ?? 0,
      share_percent: percent[index] ?? 0,
    }
  })
  return { total, terms }
}
