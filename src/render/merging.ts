import { type CivilDate, parts } from '../domain/calendar.js'
import { readConsentText } from '../domain/consent-text.js'
import type { MergedField, MergePlan } from '../usecases/merging.js'
import type { Words } from '../words/en.js'
import { safe } from './safe.js'
import type { Style } from './style.js'
import { cut, padEnd, widthOf, wrap } from './table.js'

interface Options {
  words: Words
  style: Style
  width: number
}

/** What a merge would make of clients, field by field: what stays and whose it is, what the others had, and what moves. */
export function drawMergePlan({ keep, names, fields, moved }: MergePlan, { words, style, width }: Options): string {
  const { plan } = words.merging
  const title = plan.title(
    `${keep} «${safe(names.after)}»`,
    names.gone.map(({ id, name }) => `${id} «${safe(name)}»`),
  )
  // What the client had and keeps needs no line, except its name.
  const told = fields.filter(({ field, from, others }) => field === 'name' || others.length > 0 || from !== keep)
  const titles = [...told.map(({ field }) => safe(words.fields[field] ?? field)), plan.moves]
  const left = Math.min(20, Math.max(...titles.map(widthOf)))
  const room = Math.max(20, width - left - 4)
  const line = (label: string, text: string): string => {
    const [first = '', ...rest] = wrap(text, room)
    const beside = `  ${style.muted(padEnd(cut(label, left), left))}  ${first}`.trimEnd()
    return [beside, ...rest.map((each) => `${' '.repeat(left + 4)}${each}`)].join('\n')
  }
  const moving = (Object.keys(moved) as (keyof typeof moved)[])
    .filter((key) => moved[key] > 0)
    .map((key) => plan.moving[key](moved[key]))
  return [
    title,
    ...told.map((field, index) => line(titles[index] ?? '', fieldText(field, keep, words))),
    line(plan.moves, moving.join(', ') || plan.nothingMoves),
  ].join('\n')
}

function fieldText({ field, value, from, others }: MergedField, keep: number, words: Words): string {
  const { plan } = words.merging
  if (field === 'note') return plan.note
  const whose = from === keep ? '' : ` (${from === null ? plan.ofSeveral : plan.of(from)})`
  const had = others.map(({ id, value: other }) => `${id}: ${shown(field, other, words)}`)
  const stays = value === null ? '–' : `${shown(field, value, words)}${whose}`
  return [stays, ...had].join(' · ')
}

const shown = (field: string, value: string, words: Words): string => {
  if (field === 'status') return words.card.statuses[value as keyof Words['card']['statuses']] ?? value
  if (field === 'referred_by') return `#${value}`
  if (field === 'consents')
    return safe(
      value
        .split(BETWEEN_ANSWERS)
        .map((line) => answerText(line, words))
        .join('; '),
    )
  if (field === 'consent' || field === 'vip') return words.consent.answers[value as 'yes' | 'no'] ?? value
  const choices = (words.filter.choices as Record<string, Record<string, string> | undefined>)[field]
  if (choices && Object.hasOwn(choices, value)) return choices[value] ?? value
  if (/^\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z)?$/.test(value)) return dayText(value.slice(0, 10), words)
  return safe(value.replace(/\s+/g, ' '))
}

/** An origin may hold a semicolon itself. */
const BETWEEN_ANSWERS = /; (?=[a-z]+:(?:yes|no)(?: \(|; |$))/u

function answerText(line: string, words: Words): string {
  const read = readConsentText(line)
  if (read === null) return line
  const { channel, answer, origin, at } = read
  const details = [origin, at === null ? null : dayText(at, words)].filter((each) => each !== null)
  return words.consent.answer(channel, answer, details)
}

function dayText(date: CivilDate, words: Words): string {
  const { year, month, day } = parts(date)
  return words.shortDate(day, month, year)
}
