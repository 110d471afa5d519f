import { SECTIONS } from '../domain/agenda.js'
import type { CivilDate } from '../domain/calendar.js'
import type { ClientRecord } from '../domain/client.js'
import { showReach } from '../domain/points.js'
import type { NumberedEntry } from '../usecases/today.js'
import type { Words } from '../words/en.js'
import { safe } from './safe.js'
import type { Style } from './style.js'
import { cut, padEnd, widthOf, wrap } from './table.js'
import { longDate, shortDate } from './when.js'

interface DayShown {
  date: CivilDate
  entries: readonly NumberedEntry[]
  more: number
}

export interface LastContact {
  date: CivilDate
  channel: string
  text: string | null
}

const reachOf = ({ phones, handles, emails }: ClientRecord): string => {
  const [phone] = phones
  if (phone) return showReach(phone)
  const [handle] = handles
  if (handle) return handle.kind === 'url' ? handle.value : `${handle.kind} @${handle.value}`
  return emails[0]?.value ?? ''
}

/**
 * The day as text: the date, then calls, greetings and tasks, each with its number, whom it is about, how to reach them,
 * and below it why. `width` is the terminal's, or 80 in a mail.
 */
export function drawDay(
  { date, entries, more }: DayShown,
  { words, style, width, last }: { words: Words; style: Style; width: number; last: ReadonlyMap<number, LastContact> },
): string {
  const lines = [style.title(longDate(date, words))]
  const numberWidth = Math.max(3, ...entries.map(({ number }) => number.length))
  const indent = ' '.repeat(numberWidth + 4)
  for (const section of SECTIONS) {
    const own = entries.filter((entry) => entry.section === section)
    if (own.length === 0) continue
    lines.push('', style.heading(words.today.sections[section]))
    for (const entry of own) {
      const { client } = entry
      const reach = safe(reachOf(client))
      const room = Math.max(10, Math.min(width, 100) - indent.length - (reach === '' ? 0 : widthOf(reach) + 2))
      const who = [client.name, client.company ?? ''].filter((part) => part !== '').map(safe)
      const vip = client.vip ? ` ★ ${words.card.vip}` : ''
      const name = cut(who.join(' · ') + vip, room)
      lines.push(
        `  ${style.number(entry.number.padStart(numberWidth))}  ${padEnd(name, room)}${reach === '' ? '' : `  ${style.strong(reach)}`}`.trimEnd(),
      )
      for (const reason of entry.reasons) {
        for (const text of wrap(words.today.reason(reason), width - indent.length))
          lines.push(indent + (reason.days < 0 ? style.late(text) : text))
      }
      const contact = last.get(entry.client_id)
      if (section === 'calls') {
        const told = contact
          ? words.today.lastContact(shortDate(contact.date, date, words), safe(contact.text ?? ''))
          : words.today.neverContacted
        lines.push(indent + style.muted(cut(told, width - indent.length)))
      }
    }
  }
  if (more > 0) lines.push('', style.muted(words.today.more(more)))
  return `${lines.join('\n')}\n`
}

/** The day as Markdown, for a mail program or a note. */
export function dayAsMarkdown({ date, entries, more }: DayShown, words: Words): string {
  const escaped = (text: string): string => safe(text).replace(/([\\`*_[\]<>#|])/g, '\\$1')
  const lines = [`# ${longDate(date, words)}`]
  for (const section of SECTIONS) {
    const own = entries.filter((entry) => entry.section === section)
    if (own.length === 0) continue
    lines.push('', `## ${words.today.sections[section]}`, '')
    for (const { number, client, reasons } of own) {
      const reach = reachOf(client)
      lines.push(
        `- **${number}** ${escaped(client.name)}${reach === '' ? '' : `, ${escaped(reach)}`}: ${reasons.map((reason) => escaped(words.today.reason(reason))).join('; ')}`,
      )
    }
  }
  if (more > 0) lines.push('', words.today.more(more))
  return `${lines.join('\n')}\n`
}
