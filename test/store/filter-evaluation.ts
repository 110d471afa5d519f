import type { FilterTree, Term } from '../../src/domain/filter/tree.js'
import { EMPTY_STANDING, type Standing } from '../../src/domain/standing/standing.js'
import { behavioursOn, rhythmOn, warmthOn } from '../../src/domain/standing/state.js'

/*
 * A filter evaluated the slow, obvious way: for one client at a time, in plain code, from what the documentation of the
 * fields says. Of the program it shares the parsed tree and what a standing means on a day, and nothing else.
 */

/** A client as the evaluation sees it. */
export interface Plain {
  id: number
  kind: string
  name: string
  status: string
  city: string | null
  note: string | null
  position: string | null
  vip: boolean
  consent: string | null
  consents: { channel: string; answer: 'yes' | 'no' }[]
  verified_at: string | null
  external_id: string | null
  archived: boolean
  created_at: string
  updated_at: string
  phones: string[]
  emails: string[]
  telegrams: string[]
  tags: string[]
  companies: { name: string; role: string | null }[]
  referredBy: string | null
  /** `1980-03-12`, or `--03-12`. */
  birthday: string | null
  custom: Record<string, string>
  /** Days on which open promises come up. */
  promises: string[]
  standing: Standing | null
}

export interface Plainly {
  today: string
  /** Hours by which the user's clock is ahead of UTC. */
  offset: number
  /** Hundredths of the base currency that one of a currency is worth. */
  worth: Record<string, number>
  segments: Record<string, FilterTree>
}

const DAY = 86_400_000
const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY
const dayText = (number: number): string => new Date(number * DAY).toISOString().slice(0, 10)
const localDay = (instant: string, { offset }: Plainly): string =>
  new Date(Date.parse(instant) + offset * 3_600_000).toISOString().slice(0, 10)

/** Letters set aside by every comparison of text. */
const loose = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/ё/g, 'е')
    .replace(/і/g, 'и')
    .replace(/ґ/g, 'г')
    .replace(/[’ʼ`]/g, "'")
    .trim()

/** Words of a text as search knows them: accents and apostrophes set aside as well. */
const words = (text: string): string[] =>
  loose(text)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/'/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')

const everyWordBegins = (wanted: string, texts: (string | null)[]): boolean => {
  const known = texts.flatMap((text) => words(text ?? ''))
  const asked = words(wanted)
  return asked.length > 0 && asked.every((word) => known.some((each) => each.startsWith(word)))
}

const beginsAWord = (text: string, value: string): boolean => {
  const [inside, wanted] = [loose(text), loose(value)]
  for (let at = inside.indexOf(wanted); at >= 0; at = inside.indexOf(wanted, at + 1))
    if (at === 0 || !/[\p{L}\p{N}_']/u.test(inside[at - 1] ?? '')) return true
  return false
}

export function passes(tree: FilterTree, client: Plain, by: Plainly): boolean {
  switch (tree.is) {
    case 'and':
      return tree.parts.every((part) => passes(part, client, by))
    case 'or':
      return tree.parts.some((part) => passes(part, client, by))
    case 'not':
      return !passes(tree.part, client, by)
    case 'segment':
      return passes(by.segments[tree.name] as FilterTree, client, by)
    case 'words': {
      const points = [...client.phones, ...client.emails, ...client.telegrams]
      const value = loose(tree.text).replace(/^@/, '')
      const digits = tree.text.replace(/\D/g, '')
      const isNumber = /^[+\d\s().-]+$/.test(tree.text) && digits.length >= 3
      const begins = isNumber
        ? [`+${digits}`, digits, `+7${digits}`, `+7${digits.slice(1)}`, `+380${digits}`, `+38${digits}`]
        : [value]
      const byPoint = begins.some((each) => each.length > 1 && points.some((point) => point.startsWith(each)))
      const severalWords = /\s/.test(tree.text.trim()) && !isNumber
      const companies = client.companies.map(({ name }) => name)
      return everyWordBegins(tree.text, [client.name, client.note, ...companies]) || (byPoint && !severalWords)
    }
    case 'term': {
      if (tree.field === 'has') return has(tree.value, client, by)
      if (tree.field === 'no') return !has(tree.value, client, by)
      const met = meets(tree, client, by)
      return tree.comparison === '!=' ? !met : met
    }
  }
}

const has = (field: string, client: Plain, by: Plainly): boolean => {
  const known = lookUp(field, client, by)
  if (known === null || known === undefined) return false
  if (Array.isArray(known)) return known.length > 0
  if (field === 'spent' && client.standing?.foreign_sums) return true
  if (field === 'frequency' || field === 'rhythm') return known !== 'none'
  return known !== 0 && known !== false && known !== ''
}

const CUSTOM_TYPES: Record<string, string> = {
  size: 'number',
  colour: 'choice',
  budget: 'money',
  contract: 'date',
  newsletter: 'yes-no',
  dog: 'text',
}

const CHANNELS = ['call', 'email', 'message', 'sms', 'telegram', 'viber', 'post']
const MESSAGES = ['message', 'sms', 'telegram', 'viber']

/** Whoever refused more refused this too; else what was said of just this, of messages, of everything. */
function said({ consent, consents }: Plain, channel: string): string | undefined {
  const own = consents.find((each) => each.channel === channel)?.answer
  const messages = MESSAGES.includes(channel) ? consents.find((each) => each.channel === 'message')?.answer : undefined
  return [consent, own, messages].includes('no') ? 'no' : (own ?? messages ?? consent ?? undefined)
}

/** The value of a field as a person would look it up; null when it is not known. */
export function lookUp(field: string, client: Plain, by: Plainly): unknown {
  const standing = client.standing ?? EMPTY_STANDING
  const day = (instant: string | null): string | null => (instant === null ? null : localDay(instant, by))
  switch (field) {
    case 'phone':
      return client.phones
    case 'email':
      return client.emails
    case 'telegram':
      return client.telegrams
    case 'tag':
      return client.tags
    case 'company':
      return client.companies.map(({ name }) => name)
    case 'role':
      return client.companies.flatMap(({ role }) => role ?? [])
    case 'referred_by':
      return client.referredBy
    case 'refuses':
    case 'accepts':
      return CHANNELS.filter((channel) => said(client, channel) === (field === 'refuses' ? 'no' : 'yes'))
    case 'created':
      return localDay(client.created_at, by)
    case 'updated':
      return localDay(client.updated_at, by)
    case 'verified':
      return client.verified_at
    case 'warmth':
      return warmthOn(standing, by.today)
    case 'frequency':
      return standing.frequency
    case 'rhythm':
      return rhythmOn(standing, by.today)
    case 'behaviour':
      return behavioursOn(standing, by.today)
    case 'last':
      return day(standing.last_contact_at)
    case 'last_answer':
      return day(standing.last_answer_at)
    case 'first_contact':
      return day(standing.first_contact_at)
    case 'silent': {
      const since = localDay(standing.last_contact_at ?? client.created_at, by)
      return Math.max(0, dayNumber(by.today) - dayNumber(since))
    }
    case 'spent':
      return standing.spent_minor
    case 'cost':
      return standing.cost_minor
    case 'margin':
      return standing.spent_minor - standing.cost_minor
    case 'unpaid':
      return standing.unpaid_minor
    case 'referred_income':
      return standing.referred_minor
    case 'promo_share':
      return standing.orders === 0 ? null : (100 * standing.promo_orders) / standing.orders
    case 'first_order':
      return standing.first_order_on
    case 'last_order':
      return standing.last_order_on
    case 'next_order':
      return standing.expected_on
    case 'touch':
      return standing.touch_on
    case 'gap':
      return standing.gap_median
    case 'cadence':
      return standing.cadence_days
    case 'due':
      return client.promises.toSorted()[0] ?? null
    default:
      if (field in CUSTOM_TYPES) return client.custom[field] ?? null
      if (field in standing) return standing[field as keyof Standing]
      return client[field as keyof Plain]
  }
}

const DATES = new Set(
  'created updated verified last last_answer first_contact first_order last_order next_order touch due contract'.split(
    ' ',
  ),
)
const AHEAD = new Set(['next_order', 'touch', 'due'])
const MONEY = new Set(['spent', 'cost', 'margin', 'unpaid', 'referred_income', 'budget'])
const DURATIONS = new Set(['silent', 'gap', 'cadence'])
const WORDS = new Set(['note', 'position'])

function meets({ field, comparison, value }: Term, client: Plain, by: Plainly): boolean {
  const known = lookUp(field, client, by)
  if (field === 'birthday') return birthdayMeets(comparison, value, client, by)
  if (DATES.has(field))
    return within(known as string | null, comparison, value, (text) => period(text, AHEAD.has(field), by))
  if (MONEY.has(field)) {
    const minor = field === 'budget' ? customSum(client.custom.budget, by) : (known as number)
    return within(minor, comparison, value, (text) => both(sum(text, by)))
  }
  if (DURATIONS.has(field)) return within(known as number | null, comparison, value, (text) => both(duration(text)))
  if (field === 'size')
    return within(known === null ? null : Number(known), comparison, value, (text) => both(Number(text)))
  if (typeof known === 'number' || field === 'promo_share')
    return within(known as number | null, comparison, value, (text) => both(Number(text)))
  if (field === 'vip' || field === 'archived') return known === (value === 'yes')
  if (['behaviour', 'refuses', 'accepts'].includes(field))
    return value.split(',').some((choice) => (known as string[]).includes(choice))
  if (['warmth', 'frequency', 'rhythm', 'status', 'kind', 'consent', 'colour', 'newsletter'].includes(field))
    return value.split(',').some((choice) => loose(choice) === loose(String(known ?? '')))
  return textMeets(field, comparison, value, known)
}

function textMeets(field: string, comparison: string, value: string, known: unknown): boolean {
  const texts = (Array.isArray(known) ? known : [known]).filter((each): each is string => typeof each === 'string')
  if (field === 'name' || field === 'company' || field === 'referred_by')
    if (comparison === ':') return texts.some((text) => everyWordBegins(value, [text]))
  if (field === 'phone')
    return texts.some((text) => text.replace(/\D/g, '').endsWith(value.replace(/\D/g, '').slice(-10)))
  if (field === 'telegram') return texts.some((text) => text === loose(value).replace(/^@/, ''))
  const wholly = comparison !== ':' || !WORDS.has(field)
  return texts.some((text) => (wholly ? loose(text) === loose(value) : beginsAWord(text, value)))
}

const both = <T>(value: T): [T, T] => [value, value]

/** Is a value between what the ends of a range mean, each of which may itself be a period? */
function within<T extends string | number>(
  known: T | null,
  comparison: string,
  value: string,
  read: (text: string) => [T, T],
): boolean {
  if (known === null || known === undefined) return false
  if (value.includes('..')) {
    const [from = '', to = ''] = value.split('..')
    return (from === '' || known >= read(from)[0]) && (to === '' || known <= read(to)[1])
  }
  const [first, last] = read(value)
  switch (comparison) {
    case '>':
      return known > last
    case '>=':
      return known >= first
    case '<':
      return known < first
    case '<=':
      return known <= last
    default:
      return known >= first && known <= last
  }
}

function period(text: string, isAhead: boolean, { today }: Plainly): [string, string] {
  if (text === 'today') return [today, today]
  if (/^\d{4}$/.test(text)) return [`${text}-01-01`, `${text}-12-31`]
  if (/^\d{4}-\d{2}$/.test(text)) {
    const last = new Date(Date.UTC(Number(text.slice(0, 4)), Number(text.slice(5)), 0))
    return [`${text}-01`, last.toISOString().slice(0, 10)]
  }
  const span = /^([+-]?)(\d+)([dw])$/.exec(text)
  if (!span) return [text, text]
  const days = Number(span[2]) * (span[3] === 'w' ? 7 : 1)
  const direction = span[1] === '+' || (span[1] === '' && isAhead) ? 1 : -1
  return both(dayText(dayNumber(today) + direction * days))
}

const UNITS: Record<string, number> = { d: 1, w: 7, m: 30, y: 365 }

const duration = (text: string): number => Number(text.replace(/[dwmy]$/, '')) * (UNITS[text.slice(-1)] ?? 1)

/** Hundredths of the base currency. */
function sum(text: string, { worth }: Plainly): number {
  const match = /^(-?)(\d+)(?:\.(\d{1,2}))?([a-z]{3})?$/.exec(text)
  if (!match) throw new Error(`no sum: ${text}`)
  const minor = Number(match[2]) * 100 + Number((match[3] ?? '').padEnd(2, '0'))
  const base = Math.round((minor * (worth[(match[4] ?? '').toUpperCase()] ?? 100)) / 100)
  return match[1] === '-' ? -base : base
}

function customSum(text: string | undefined, by: Plainly): number | null {
  if (text === undefined) return null
  const [amount = '', currency] = text.split(' ')
  return currency !== undefined && !(currency in by.worth) ? null : sum(amount + (currency ?? '').toLowerCase(), by)
}

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/** Days from today until a birthday is kept; 29 February is kept on the 28th of years that have none. */
function daysUntil(monthDay: string, today: string): number {
  for (let days = 0; ; days += 1) {
    const date = dayText(dayNumber(today) + days)
    const kept = monthDay === '02-29' && !isLeap(Number(date.slice(0, 4))) ? '02-28' : monthDay
    if (date.slice(5) === kept) return days
  }
}

function birthdayMeets(comparison: string, value: string, { birthday }: Plain, by: Plainly): boolean {
  if (birthday === null) return false
  const isBorn = /\d{4}/.test(value)
  if (isBorn)
    return within(birthday.startsWith('--') ? null : birthday, comparison, value, (text) => period(text, false, by))
  const monthDay = birthday.slice(-5)
  const read = (text: string): number =>
    text === 'today' ? 0 : /[dwm]$/.test(text) ? duration(text) : daysUntil(text.replace(/^--/, ''), by.today)
  const days = daysUntil(monthDay, by.today)
  const [from = '', to = ''] = value.split('..')
  if (value.includes('..') && from !== '' && to !== '' && read(from) > read(to))
    return days >= read(from) || days <= read(to)
  return within(days, comparison, value, (text) => both(read(text)))
}
