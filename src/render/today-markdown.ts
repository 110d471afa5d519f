import { SECTIONS } from '../domain/day/reason.js'
import { safe } from './safe.js'
import type { DayShown } from './today.js'
import { type EntryView, grouped, viewOf } from './today-view.js'
import { longDate } from './when.js'

const escaped = (text: string): string => safe(text).replace(/([\\`*_[\]<>#|~])/g, '\\$1')

/** The day as Markdown, for a note: everything that is due can be ticked off. */
export function dayAsMarkdown(day: DayShown): string {
  const { date, entries, more, words, plan } = day
  const lines = [`# ${longDate(date, words)}`]
  if (plan !== null) {
    lines.push('', `## ${words.today.plan.title}`, '')
    for (const { time, entry, minutes } of plan.calls)
      lines.push(`- ${time} **${entry.number}** ${escaped(entry.client.name)}, ${words.today.plan.duration(minutes)}`)
    lines.push('', words.today.plan.total(plan.calls.length, plan.minutes))
    if (plan.left.length > 0) lines.push('', words.today.plan.left(plan.left.map(({ number }) => number).join(', ')))
  }
  for (const section of SECTIONS) {
    const own = entries.filter((entry) => entry.section === section).map((entry) => viewOf(entry, entries, day))
    if (own.length === 0) continue
    lines.push('', `## ${words.today.sections[section]}`)
    const { alone, holidays } = grouped(own, words)
    if (alone.length > 0) lines.push('', ...alone.flatMap(entryLines))
    for (const { title, people, entries: greeted } of holidays)
      lines.push('', `### ${escaped(title)} · ${people}`, '', ...greeted.map(headLine))
  }
  if (more > 0) lines.push('', words.today.more(more))
  return `${lines.join('\n')}\n`
}

const headLine = ({ number, who, vip, first }: EntryView): string =>
  `- [ ] **${number}** ${escaped(who)}${vip ? ' ★' : ''}${first === null ? '' : `, ${escaped(first.text)}`}`

function entryLines(view: EntryView): string[] {
  const facts = [...(view.window === null ? [] : [view.window.text]), ...view.facts]
  return [
    headLine(view),
    ...view.reasons.map(({ text }) => `  - ${escaped(text)}`),
    ...(facts.length === 0 ? [] : [`  - *${escaped(facts.join(' · '))}*`]),
  ]
}
