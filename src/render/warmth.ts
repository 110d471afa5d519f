import type { BaseShares } from '../usecases/shares.js'
import type { Words } from '../words/en.js'
import type { Style } from './style.js'
import { padEnd, widthOf, wrap } from './table.js'
import { headline } from './why.js'
import { adviceText, frequencyTexts, rhythmTexts, touchTexts, type WhyOptions, type WhyShown } from './why-texts.js'

/** Warmth, frequency and rhythm of a client, each with a line of why; the whole bill is `drawWhy`. */
export function drawWarmth(shown: WhyShown, options: WhyOptions): string {
  const { words, style, width } = options
  const { why, frequency } = words.standing
  const rhythm = rhythmTexts(shown, options)
  const rows: [string, string, string][] = [
    [why.frequency, frequency[shown.frequency.is], frequencyTexts(shown, options)[0] ?? ''],
    [why.rhythm, rhythm.is, rhythm.why ?? ''],
    [why.touch, '', touchTexts(shown, options)[0] ?? ''],
    ['→', '', adviceText(shown, options)],
  ]
  const left = Math.max(...rows.map(([title]) => widthOf(title)))
  const lines = rows.flatMap(([title, value, text]) => {
    const said = value === '' || text === '' ? value + text : `${value}. ${text}`
    const [first = '', ...rest] = wrap(said, Math.max(20, width - left - 2))
    return [`${style.muted(padEnd(title, left))}  ${first}`, ...rest.map((line) => `${' '.repeat(left + 2)}${line}`)]
  })
  return `${[...headline(shown, options), '', ...lines].join('\n')}\n`
}

const BAR = 24

/** What the base consists of, as bars, and what in it needs care. */
export function drawBase(base: BaseShares, { words, style }: { words: Words; style: Style }): string {
  const { standing, segments } = words
  const lines = [style.title(standing.base.title(base.clients))]
  const groups = [
    ['warmth', standing.base.warmth, standing.warmth],
    ['frequency', standing.base.frequency, standing.frequency],
    ['status', standing.base.status, standing.status],
    ['rhythm', standing.base.rhythm, standing.rhythm],
  ] as const
  const nameOf = (names: Readonly<Record<string, string>>, key: string): string => names[key] ?? key
  const left = Math.max(
    ...groups.flatMap(([group, , names]) => base[group].map(({ key }) => widthOf(nameOf(names, key)))),
    ...base.care.map(({ key }) => key.length + 1),
  )
  const digits = Math.max(String(base.clients).length, 1)
  for (const [group, title, names] of groups) {
    lines.push('', style.heading(title))
    for (const { key, clients, percent } of base[group]) {
      const bar = '█'.repeat(Math.round(((percent ?? 0) * BAR) / 100)).padEnd(BAR, '·')
      const share = `${percent ?? 0} %`.padStart(5)
      lines.push(
        `  ${padEnd(nameOf(names, key), left)}  ${String(clients).padStart(digits)} ${share}  ${style.number(bar)}`,
      )
    }
  }
  const care = base.care.filter(({ clients }) => clients > 0)
  if (care.length > 0) lines.push('', style.heading(standing.base.care))
  for (const { key, clients } of care) {
    const about = segments.titles[key] ?? ''
    lines.push(`  ${padEnd(`@${key}`, left)}  ${String(clients).padStart(digits)}  ${style.muted(about)}`.trimEnd())
  }
  return `${lines.join('\n')}\n`
}
