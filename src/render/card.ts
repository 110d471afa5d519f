import type { CivilDate } from '../domain/calendar.js'
import type { ClientCard, ContactRecord } from '../domain/client.js'
import { preferredChannel } from '../domain/consent.js'
import { showReach } from '../domain/points.js'
import type { Words } from '../words/en.js'
import { consentText } from './card-consent.js'
import { buyingRows, orderRows } from './card-orders.js'
import { behaviourLine, standingLine } from './card-standing.js'
import { safe } from './safe.js'
import type { Style } from './style.js'
import { cut, hung, padEnd, widthOf, wrap } from './table.js'
import { anniversaryText, shortDate } from './when.js'

interface CardOptions {
  words: Words
  style: Style
  width: number
  today: CivilDate
  /** The day a moment falls on in the user's zone. */
  dayOf: (instant: string) => CivilDate
}

const SHOWN_CONTACTS = 8
const SHOWN_RELATIONS = 12
const SHOWN_ORDERS = 6

/** Everything about a client on one screen: who it is, where it stands, how to reach them, what they buy, what was agreed and said last. */
export function drawCard(card: ClientCard, options: CardOptions): string {
  const { words, style, width, today, dayOf } = options
  const lines: string[] = []
  const facts = [words.card.kinds[card.kind], words.card.statuses[card.status], ...card.tags.map((tag) => `#${tag}`)]
  const vip = card.vip ? `  ★ ${words.card.vip}` : ''
  lines.push(`${style.title(cut(safe(card.name), width - 16))}${vip}  ${style.muted(`#${card.id}`)}`)
  lines.push(style.muted(cut(safe(facts.join(' · ')), width)))
  for (const [index, line] of [standingLine(card, options), behaviourLine(card, options)].entries())
    if (line !== '')
      for (const each of hung(line, width)) lines.push(index === 0 && card.warmth === 'hot' ? style.good(each) : each)
  if (card.archived_at) lines.push(style.late(words.card.archived(shortDate(dayOf(card.archived_at), today, words))))

  const reach: [string, string][] = [
    ...card.phones.map(({ value, label, typed }): [string, string] => [
      labelText(label) ?? words.fields.phone ?? '',
      showReach({ value, typed }),
    ]),
    ...card.emails.map(({ value, label }): [string, string] => [labelText(label) ?? words.fields.email ?? '', value]),
    ...card.handles.map(({ kind, value }): [string, string] => [
      kind,
      kind === 'url' || value.startsWith('+') ? value : `@${value}`,
    ]),
  ]
  section(words.card.sections.reach, reach)
  const details: [string, string][] = []
  for (const key of [
    'company',
    'role',
    'position',
    'city',
    'address',
    'channel',
    'hours',
    'no_call',
    'zone',
    'country',
    'sex',
    'language',
    'closeness',
    'source',
    'consent',
    'owner',
    'verified_at',
  ] as const) {
    const value =
      key === 'channel' ? preferredChannel(card) : key === 'consent' ? consentText(card, options) : card[key]
    const named = key === 'sex' || key === 'language' || key === 'closeness' ? words.filter.choices[key] : {}
    const said = Object.hasOwn(named, value ?? '') ? (named as Record<string, string>)[value ?? ''] : value
    if (value !== null) details.push([words.fields[key] ?? key, said ?? value])
  }
  for (const [key, value] of Object.entries(card.custom)) details.push([key, value])
  if (card.external_id !== null)
    details.push([
      words.fields.external_id ?? '',
      [card.external_id, card.external_system].filter((part) => part !== null).join(' · '),
    ])
  if (card.note !== null) details.push([words.fields.note ?? '', card.note])
  section(words.card.sections.details, details)
  section(
    words.card.sections.relations,
    card.relations
      .slice(0, SHOWN_RELATIONS)
      .map(({ relation, name, role, client_id }) => [
        words.card.relation[relation],
        `${name}${role === null ? '' : ` (${role})`}  #${client_id}`,
      ]),
    card.relations.length - SHOWN_RELATIONS,
  )
  section(
    words.merging.card.merged,
    (card.merged ?? [])
      .slice(0, SHOWN_RELATIONS)
      .map(({ id, name, at, external_id }) => [
        shortDate(dayOf(at), today, words),
        `${words.merging.card.entry(id, name)}${external_id === null ? '' : ` · ${external_id}`}`,
      ]),
    (card.merged?.length ?? 0) - SHOWN_RELATIONS,
  )
  section(
    words.card.sections.dates,
    card.dates.map(({ occasion, who, date }) => [
      anniversaryText(date, words),
      `${occasion === 'birthday' ? words.card.birthday : occasion}${who === null ? '' : `, ${who}`}`,
    ]),
  )
  section(words.orders.card.sections.buys, buyingRows(card, options))
  const ordered = card.purchases.length
  section(
    `${words.orders.card.sections.orders} (${ordered})`,
    orderRows(card.purchases.slice(0, SHOWN_ORDERS), options),
    ordered - SHOWN_ORDERS,
  )
  const open = card.promises.filter(({ state }) => state === 'open')
  section(
    words.card.sections.promises,
    open.map((promise) => [
      shortDate(promise.snoozed_until ?? promise.due, today, words),
      [promise.time, promise.text ?? words.today.kinds[promise.kind]].filter((part) => part !== null).join(' '),
    ]),
  )
  const count = card.history.length
  section(
    count === 0 ? words.card.sections.history : `${words.card.sections.history} (${count})`,
    card.history
      .slice(0, SHOWN_CONTACTS)
      .map((contact) => [shortDate(dayOf(contact.at), today, words), contactText(contact, words)]),
    count - SHOWN_CONTACTS,
  )
  lines.push('', style.muted(words.card.since(shortDate(dayOf(card.created_at), today, words))))
  return `${lines.join('\n')}\n`

  function labelText(label: string | null): string | null {
    return label !== null && Object.hasOwn(words.card.labels, label) ? (words.card.labels[label] ?? label) : label
  }

  function section(title: string, rows: readonly [string, string][], more = 0): void {
    if (rows.length === 0) return
    lines.push('', style.heading(title))
    const left = Math.min(18, Math.max(...rows.map(([label]) => widthOf(safe(label)))))
    for (const [label, value] of rows) {
      const [first = '', ...rest] = wrap(value, Math.max(20, width - left - 4))
      lines.push(`  ${style.muted(padEnd(cut(safe(label), left), left))}  ${first}`.trimEnd())
      for (const line of rest) lines.push(`${' '.repeat(left + 4)}${line}`)
    }
    if (more > 0) lines.push(`  ${style.muted(words.card.more(more))}`)
  }
}

function contactText({ channel, direction, result, text, minutes }: ContactRecord, words: Words): string {
  const known = (words.ask.channels as Record<string, string>)[channel] ?? channel
  const facts = [known, direction === 'in' ? '←' : '→', result, minutes === null ? null : `${minutes}′`].filter(
    (part) => part !== null,
  )
  return `${facts.join(' ')}${text === null ? '' : `: ${text}`}`
}
