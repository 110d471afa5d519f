// What `npm run quality` prints.
import { readFileSync } from 'node:fs'
import Papa from 'papaparse'

/** Rows of a CSV file, or of `text`, by the names of their columns. */
export function readRows(file, text = readFileSync(file, 'utf8')) {
  return Papa.parse(text.replace(/^\ufeff/, ''), { header: true, skipEmptyLines: true }).data
}

const share = (number) => number.toFixed(4).replace(/^0/, '')
const percent = (part, whole) => `${((100 * part) / whole).toFixed(2)} %`

export function sayRates(name, { precision, recall, f1, right, joined, real }) {
  const wrong = `${joined - right} wrong, ${real - right} missed`
  console.log(`${name.padEnd(22)} precision ${share(precision)}  recall ${share(recall)}  F1 ${share(f1)}  (${wrong})`)
}

/** Look-alikes that may stand in one cluster, in per cent. */
const LIMITS = { household: 0.3, twins: 0.3, branch: 0.3, coworker: 0.3, namesake: 1.5, father_son: 30 }

export function sayLookalikes(tags) {
  for (const [tag, { pairs, wrong }] of tags) {
    const limit = LIMITS[tag]
    const verdict = limit === undefined ? '' : `  (limit ${limit} %)  ${(100 * wrong) / pairs <= limit ? 'ok' : 'OVER'}`
    console.log(`  ${tag.padEnd(20)} ${String(wrong).padStart(6)} of ${pairs}  ${percent(wrong, pairs)}${verdict}`)
  }
}

const SHOWN_TAGS = 40

export function sayBreakdown({ tags, missed }, { tags: wrongTags, wrong }) {
  if (missed.length > 0) console.log(`missed pairs by what was done to them: ${missed.length}`)
  const rows = [...tags].filter(([, counts]) => counts.missed > 0).sort(([, a], [, b]) => b.missed - a.missed)
  for (const [tag, counts] of rows.slice(0, SHOWN_TAGS))
    console.log(
      `  ${tag.padEnd(20)} ${String(counts.missed).padStart(6)} of ${counts.pairs}  ${percent(counts.missed, counts.pairs)}`,
    )
  if (wrong.length > 0) console.log(`wrong pairs by what they are to each other: ${wrong.length}`)
  for (const [tag, count] of [...wrongTags].sort(([, a], [, b]) => b - a))
    console.log(`  ${tag.padEnd(20)} ${String(count).padStart(6)}`)
}

/** Up to `count` of the missed and of the wrong pairs, spread evenly, with their cells below each other. */
export function sayErrors(table, missed, wrong, count) {
  if (count === 0) return
  const shown = [
    ['missed', spread(missed, count)],
    ['wrong', spread(wrong, count)],
  ]
  const wanted = new Set(shown.flatMap(([, pairs]) => pairs.flat()))
  const lines = new Map()
  const key = idColumn(table)
  for (const row of readRows(table)) if (wanted.has(row[key])) lines.set(row[key], Object.values(row).join(' | '))
  for (const [name, pairs] of shown)
    for (const [a, b, tag] of pairs) console.log(`${name}: ${tag}\n    ${lines.get(a)}\n    ${lines.get(b)}`)
}

const spread = (list, count) =>
  list.length <= count ? list : Array.from({ length: count }, (_, at) => list[Math.floor((at * list.length) / count)])

function idColumn(table) {
  const [header] = readFileSync(table, 'utf8').split('\n', 1)
  const columns = header
    .replace(/^\ufeff/, '')
    .split(',')
    .map((name) => name.trim())
  return ['id', 'rec_id', 'unique_id', 'external_id'].find((name) => columns.includes(name)) ?? columns[0]
}
