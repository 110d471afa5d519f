import type { CivilDate } from '../domain/calendar.js'
import type { ClientCard } from '../domain/client.js'
import type { Field, Judgement, Term } from '../domain/matching/judging.js'
import { showReach } from '../domain/points.js'
import type { Words } from '../words/en.js'
import { contradicts, dateByNumbers, isObjected, same } from './duplicate-reasons.js'
import type { Style } from './style.js'
import { shortDate } from './when.js'

export interface ReviewOptions {
  words: Words
  style: Style
  width: number
  today: CivilDate
  /** The day a moment falls on in the user's zone. */
  dayOf: (instant: string) => CivilDate
}

/** `=` the same; `≈` written differently, and yet the same or nearly; `≠` different; blank where nothing can be compared. */
export type Mark = '=' | '≈' | '≠' | ' '

/** One line of the comparison; '' where nothing is known. */
export interface PairRow {
  label: string
  left: string
  right: string
  mark: Mark
}

const TEXTS = ['address', 'company', 'role', 'position', 'source', 'owner'] as const

/** Everything that is known of two clients, line by line; what neither has is left out. */
export function pairRows(
  { pair, a, b }: { pair: Judgement; a: ClientCard; b: ClientCard },
  { words, today, dayOf }: ReviewOptions,
): PairRow[] {
  const { review } = words.matching
  const day = (instant: string): string => shortDate(dayOf(instant), today, words)
  const label = (key: string): string => words.fields[key] ?? key
  const row = (key: string, read: (client: ClientCard) => string | null, field?: Field): PairRow =>
    single(label(key), read(a) ?? '', read(b) ?? '', marked(pair, field))
  // Two clients that are one have two notes, two histories and two outside ids as a rule: that tells nothing.
  const plain = (key: string, read: (client: ClientCard) => string | null): PairRow => ({
    label: label(key),
    left: read(a) ?? '',
    right: read(b) ?? '',
    mark: ' ',
  })
  const list = (key: string, read: (client: ClientCard) => string[], field?: Field): PairRow[] =>
    several(label(key), read(a), read(b), field === undefined ? () => ' ' : marked(pair, field))
  const own = [...new Set([...Object.keys(a.custom), ...Object.keys(b.custom)])]
  const contacts = ({ contacts, last_contact_at: last }: ClientCard): string | null =>
    contacts === 0 ? null : review.contacts(contacts, last === null ? null : day(last))
  return [
    row('name', ({ name }) => name, a.kind === 'company' ? 'company' : 'name'),
    ...(a.kind === b.kind ? [] : [row('kind', ({ kind }) => words.card.kinds[kind])]),
    ...list('phone', ({ phones }) => phones.map(showReach), 'phone'),
    ...list('email', ({ emails }) => emails.map(({ value }) => value), 'email'),
    ...list('handles', ({ handles }) => handles.map(({ kind, value }) => `${kind} ${value}`), 'handle'),
    row('birthday', ({ birthday }) => (birthday === null ? null : dateByNumbers(birthday, words)), 'birthday'),
    row('city', ({ city }) => city, 'city'),
    ...TEXTS.map((key) => row(key, (client) => client[key], key === 'address' ? 'address' : undefined)),
    ...own.map((key) => {
      const said = ({ custom }: typeof a): string => (Object.hasOwn(custom, key) ? (custom[key] ?? '') : '')
      const [left, right] = [said(a), said(b)]
      return single(key, left, right, markOf(ownTerm(pair, key, left, right)))
    }),
    ...(a.status === b.status ? [] : [row('status', ({ status }) => words.card.statuses[status])]),
    row('consent', ({ consent }) => (consent === null ? null : words.consent.answers[consent])),
    ...list('consents', ({ consents }) =>
      consents.map(({ channel, answer }) => `${words.consent.channel(channel)}: ${words.consent.answers[answer]}`),
    ),
    ...list('tags', ({ tags }) => tags),
    plain('note', ({ note }) => note),
    plain('external_id', ({ external_id }) => external_id),
    plain('contacts', contacts),
    plain('orders', ({ orders, spent }) => (orders === 0 ? null : review.orders(orders, spent))),
    plain('created_at', ({ created_at }) => day(created_at)),
  ].filter(({ left, right }) => left !== '' || right !== '')
}

/** The term of a judgement that is about a field of one's own: tax ids are kept so. */
const ownTerm = ({ terms }: Judgement, key: string, left: string, right: string): Term | undefined =>
  terms.find((term) => term.field === 'custom' && term.key === key) ??
  terms.find((term) => term.field === 'tax' && same(term.a, left) && same(term.b, right))

const marked = (pair: Judgement, field: Field | undefined): (() => Mark) =>
  field !== undefined && isObjected(pair, field) ? () => '≠' : markOf(pair.terms.find((each) => each.field === field))

/** Values that are written differently are nearly the same when the comparison says so. */
const markOf = (term: Term | undefined) => (): Mark => (term !== undefined && !contradicts(term) ? '≈' : '≠')

function single(label: string, left: string, right: string, differing: () => Mark): PairRow {
  const mark = left === '' || right === '' ? ' ' : same(left, right) ? '=' : differing()
  return { label, left, right, mark }
}

/** What both have stands side by side first; then what each has of its own. */
function several(label: string, left: readonly string[], right: readonly string[], differing: () => Mark): PairRow[] {
  const common = left.filter((value) => right.some((other) => same(value, other)))
  const rest = (values: readonly string[]): string[] =>
    values.filter((value) => !common.some((other) => same(value, other)))
  const [ours, theirs] = [rest(left), rest(right)]
  const rows = [
    ...common.map((value): PairRow => ({ label, left: value, right: value, mark: '=' })),
    ...Array.from({ length: Math.max(ours.length, theirs.length) }, (_, at) =>
      // Where one number is shared, another is no contradiction.
      single(label, ours[at] ?? '', theirs[at] ?? '', common.length > 0 ? () => ' ' : differing),
    ),
  ]
  return rows.map((row, at) => (at === 0 ? row : { ...row, label: '' }))
}
