import type { FormField, FormPart, FormPartKey } from '../domain/form.js'
import { safe } from './safe.js'
import { cut, padEnd, widthOf } from './table.js'

/** What a blank form says, in the user's language. */
export interface FormWords {
  title: string
  /** What the asterisk means. */
  required: string
  parts: Record<FormPartKey, string>
  yes: string
  /** Of a date that is written by hand: dd.mm.yyyy. */
  date: string
  filledIn: string
  signed: string
}

export interface FormTexts {
  language: string
  words: FormWords
  nameOf: (field: FormField) => string
  choiceOf: (field: FormField, choice: string) => string
}

/** A page of A4 in a type of fixed width. */
const WIDTH = 80
const LINES_FOR_LONG = 2
const SHORT = 24
const BOX = '[ ]'

const marked = (field: FormField, { nameOf }: FormTexts): string =>
  `${safe(nameOf(field))}${field.required ? ' *' : ''}`

const ticks = (field: FormField, { words, choiceOf }: FormTexts): string =>
  field.entry === 'yes-no'
    ? `${BOX} ${words.yes}`
    : field.choices.map((choice) => `${BOX} ${safe(choiceOf(field, choice))}`).join('   ')

const isTicked = ({ entry }: FormField): boolean => entry === 'choice' || entry === 'yes-no'

/** 80 columns, for printing as it is. */
export function drawForm(parts: readonly FormPart[], texts: FormTexts): string {
  const { words } = texts
  const titles = parts.flatMap(({ fields }) => fields.map((field) => widthOf(marked(field, texts))))
  const left = Math.min(Math.max(...titles), SHORT) + 2
  const blank = '_'.repeat(WIDTH - left)
  const row = (field: FormField): string[] => {
    const title = padEnd(cut(marked(field, texts), left - 2), left)
    if (isTicked(field))
      return wrapped(ticks(field, texts), WIDTH - left).map(
        (line, index) => (index === 0 ? title : ' '.repeat(left)) + line,
      )
    if (field.entry === 'date') return [`${title}____.____.________  (${words.date})`]
    const lines = field.entry === 'lines' ? LINES_FOR_LONG : 1
    return Array.from({ length: lines }, (_, index) => (index === 0 ? title : ' '.repeat(left)) + blank)
  }
  const lines = [words.title.toUpperCase(), words.required]
  for (const { key, fields } of parts) {
    lines.push('', words.parts[key].toUpperCase())
    // Messengers and the like are short: two of them share a line.
    const short = fields.filter((field) => key === 'reach' && isHandle(field))
    for (const field of fields) {
      if (!short.includes(field)) lines.push(...row(field))
      else if (short.indexOf(field) % 2 === 0) lines.push(pairOf(field, short[short.indexOf(field) + 1], texts, left))
    }
  }
  lines.push('', foot(words))
  return `${lines.join('\n')}\n`
}

const isHandle = ({ key, required }: FormField): boolean =>
  !required && key !== 'phone' && key !== 'email' && !LONGER.has(key)
const LONGER = new Set(['channel', 'hours', 'no_call', 'zone', 'language', 'closeness', 'url'])

function pairOf(first: FormField, second: FormField | undefined, texts: FormTexts, left: number): string {
  const title = padEnd(cut(marked(first, texts), left - 2), left)
  if (second === undefined) return title + '_'.repeat(WIDTH - left)
  const half = Math.floor((WIDTH - left) / 2) - 1
  const other = `${marked(second, texts)} `
  return `${title}${'_'.repeat(half)}  ${other}${'_'.repeat(WIDTH - left - half - 2 - widthOf(other))}`
}

function foot({ filledIn, signed }: FormWords): string {
  const room = WIDTH - widthOf(filledIn) - widthOf(signed) - 4
  return `${filledIn} ${'_'.repeat(Math.floor(room / 2))}  ${signed} ${'_'.repeat(Math.ceil(room / 2))}`
}

function wrapped(text: string, width: number): string[] {
  const lines: string[] = []
  for (const item of text.split('   ')) {
    const last = lines[lines.length - 1]
    if (last === undefined || widthOf(`${last}   ${item}`) > width) lines.push(cut(item, width))
    else lines[lines.length - 1] = `${last}   ${item}`
  }
  return lines
}

/** Markdown, a table to a part. */
export function markdownForm(parts: readonly FormPart[], texts: FormTexts): string {
  const { words } = texts
  const escaped = (text: string): string => text.replace(/([\\|*_`<>[\]])/g, '\\$1')
  const lines = [`# ${escaped(words.title)}`, '', escaped(words.required)]
  for (const { key, fields } of parts) {
    lines.push('', `## ${escaped(words.parts[key])}`, '', '| | |', '| --- | --- |')
    for (const field of fields) {
      const entry = isTicked(field) ? escaped(ticks(field, texts)) : field.entry === 'date' ? escaped(words.date) : ''
      lines.push(`| ${escaped(marked(field, texts))} | ${entry} |`)
    }
  }
  lines.push(
    '',
    `${escaped(words.filledIn)} \\_\\_\\_\\_\\_\\_\\_\\_  ${escaped(words.signed)} \\_\\_\\_\\_\\_\\_\\_\\_`,
  )
  return `${lines.join('\n')}\n`
}

const STYLE = `@page { size: A4; margin: 15mm }
body { font: 11pt/1.3 sans-serif; max-width: 180mm; margin: 0 auto }
h1 { font-size: 16pt; margin: 0 } h2 { font-size: 11pt; margin: 3mm 0 1mm }
table { border-collapse: collapse; width: 100% }
th { text-align: left; font-weight: normal; width: 45mm }
th, td { border: 0.3pt solid #777; padding: 1mm 2mm; height: 5mm; vertical-align: top } td.lines { height: 14mm }
.choice { margin-right: 6mm; white-space: nowrap } .hint { color: #777 }`

/** A page of HTML that needs nothing else, for a browser to print on A4. */
export function htmlForm(parts: readonly FormPart[], texts: FormTexts): string {
  const { words, choiceOf } = texts
  const box = (text: string): string => `<span class="choice">☐ ${escapeHtml(text)}</span>`
  const entry = (field: FormField): string => {
    if (field.entry === 'yes-no') return box(words.yes)
    if (field.entry === 'choice') return field.choices.map((choice) => box(choiceOf(field, choice))).join(' ')
    return field.entry === 'date' ? `<span class="hint">${escapeHtml(words.date)}</span>` : ''
  }
  const row = (field: FormField): string =>
    `<tr><th>${escapeHtml(marked(field, texts))}</th><td${field.entry === 'lines' ? ' class="lines"' : ''}>${entry(field)}</td></tr>`
  const sections = parts.map(
    ({ key, fields }) => `<h2>${escapeHtml(words.parts[key])}</h2>\n<table>\n${fields.map(row).join('\n')}\n</table>`,
  )
  return `<!doctype html>
<html lang="${escapeHtml(texts.language)}">
<head><meta charset="utf-8"><title>${escapeHtml(words.title)}</title>
<style>
${STYLE}
</style></head>
<body>
<h1>${escapeHtml(words.title)}</h1>
<p>${escapeHtml(words.required)}</p>
${sections.join('\n')}
<table><tr><th>${escapeHtml(words.filledIn)}</th><td></td><th>${escapeHtml(words.signed)}</th><td></td></tr></table>
</body>
</html>
`
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

const escapeHtml = (text: string): string => safe(text).replace(/[&<>"']/g, (letter) => ENTITIES[letter] ?? letter)
