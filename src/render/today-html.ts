import { SECTIONS } from '../domain/day/reason.js'
import type { DayPlan } from '../usecases/day-plan.js'
import type { Words } from '../words/en.js'
import { safe } from './safe.js'
import type { DayShown } from './today.js'
import { attributes, COLOURS, escapeHtml, FONT, MEDIA } from './today-html-style.js'
import type { Reach } from './today-reach.js'
import { type EntryView, grouped, type HolidayGroup, viewOf } from './today-view.js'
import { longDate } from './when.js'

const text = (value: string): string => escapeHtml(safe(value))

/**
 * The day as one page that stands alone: in a mail, whose programs keep tables and inline styles and drop most else, and on a phone. It loads nothing.
 */
export function dayAsHtml(day: DayShown): string {
  const { words, date, entries, more, plan } = day
  const sections = SECTIONS.flatMap((section) => {
    const own = entries.filter((entry) => entry.section === section).map((entry) => viewOf(entry, entries, day))
    if (own.length === 0) return []
    const { alone, holidays } = grouped(own, words)
    return [
      heading(words.today.sections[section], own.length),
      ...alone.map((view, index) => entryRow(view, words, index === 0)),
      ...holidays.map((group, index) => holidayRows(group, words, alone.length + index === 0)),
    ]
  })
  const body = [
    `<tr><td ${attributes('title')}>${text(longDate(date, words))}</td></tr>`,
    ...(plan === null ? [] : [planRows(plan, words)]),
    ...sections,
    ...(more > 0 ? [`<tr><td ${attributes('more')}>${text(words.today.more(more))}</td></tr>`] : []),
  ]
  return `<!DOCTYPE html>
<html lang="${words.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no">
<title>${text(words.today.page.title(longDate(date, words)))}</title>
<style>${MEDIA}</style>
</head>
<body class="page" style="margin:0;padding:0;background:${COLOURS.page};-webkit-text-size-adjust:100%">
<table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" border="0" style="background:${COLOURS.page}">
<tr><td align="center" class="p" style="padding:16px 8px">
<table role="presentation" class="sheet" width="100%" cellpadding="0" cellspacing="0" border="0" ${sheetStyle}>
${body.join('\n')}
</table>
</td></tr>
</table>
</body>
</html>
`
}

const sheetStyle = `style="max-width:640px;background:${COLOURS.sheet};border-radius:14px;font-family:${FONT};color:${COLOURS.text};text-align:left"`

const heading = (title: string, count: number): string =>
  `<tr><td ${attributes('heading')}>${text(title)} <span ${attributes('count')}>${count}</span></td></tr>`

/** A row of the sheet: the number at the left, all else beside it, a line above all but the first. */
const row = (number: string, content: string, first: boolean): string =>
  `<tr><td style="padding:0 20px"><table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr>` +
  `<td ${attributes(first ? 'numberFirst' : 'number')}>${text(number)}</td>` +
  `<td ${attributes(first ? 'contentFirst' : 'content')}>${content}</td></tr></table></td></tr>`

function nameOf({ entry, vip }: EntryView, words: Words): string {
  const { name, company } = entry.client
  const star = vip ? ` <span ${attributes('vip')}>★&nbsp;${text(words.card.vip)}</span>` : ''
  const firm = company === null || company === '' ? '' : `<div ${attributes('muted')}>${text(company)}</div>`
  return `<div ${attributes('name')}>${text(name)}${star}</div>${firm}`
}

function entryRow(view: EntryView, words: Words, first: boolean): string {
  const reasons = view.reasons.map(
    (reason) => `<div ${attributes(reason.late ? 'late' : 'reason')}>${text(reason.text)}</div>`,
  )
  const window =
    view.window === null
      ? []
      : [`<span ${attributes(view.window.open ? 'open' : 'plain')}>${text(view.window.text)}</span>`]
  const facts = [...window, ...view.facts.map(text)].join(' &middot; ')
  const links = [view.first, view.preferred].filter((reach) => reach !== null)
  return row(
    view.number,
    [
      nameOf(view, words),
      ...reasons,
      ...(facts === '' ? [] : [`<div ${attributes('muted')}>${facts}</div>`]),
      ...(links.length === 0 ? [] : [`<div style="padding-top:8px">${links.map(button).join(' ')}</div>`]),
    ].join(''),
    first,
  )
}

/** So many letters fit beside the number on the narrowest phone; a phone number must not break in two. */
const ONE_LINE = 26

/** Big enough for a thumb: 44 points, as both makers of phones ask for. */
const button = ({ text: label, href }: Reach): string =>
  href === null
    ? `<span ${attributes('plain')}>${text(label)}</span>`
    : `<a href="${text(href)}" ${attributes(label.length > ONE_LINE ? 'longButton' : 'button')}>${text(label)}</a>`

function holidayRows({ title, people, entries }: HolidayGroup, words: Words, first: boolean): string {
  const head = `<tr><td ${attributes(first ? 'groupFirst' : 'group')}>${text(title)} <span ${attributes('count')}>${text(people)}</span></td></tr>`
  return [head, ...entries.map((view, index) => greetedRow(view, words, index === 0))].join('\n')
}

/** A greeting is short, so that its link stands beside the name. */
function greetedRow(view: EntryView, words: Words, first: boolean): string {
  const beside = view.first === null ? '' : `<td ${attributes('beside')}>${button(view.first)}</td>`
  const name = `<td ${attributes('greeted')}>${nameOf(view, words)}</td>`
  return row(
    view.number,
    `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr>${name}${beside}</tr></table>`,
    first,
  )
}

function planRows({ calls, left, minutes }: DayPlan, { today: { plan } }: Words): string {
  const rows = calls.map(({ time, entry, minutes: length }, index) =>
    row(
      time,
      `<div ${attributes('name')}>${text(entry.client.name)}</div><div ${attributes('muted')}>${text(entry.number)} &middot; ${text(plan.duration(length))}</div>`,
      index === 0,
    ),
  )
  const rest = left.length === 0 ? '' : `<br>${text(plan.left(left.map(({ number }) => number).join(', ')))}`
  return [
    `<tr><td ${attributes('heading')}>${text(plan.title)}</td></tr>`,
    ...rows,
    `<tr><td ${attributes('total')}>${text(plan.total(calls.length, minutes))}${rest}</td></tr>`,
  ].join('\n')
}
