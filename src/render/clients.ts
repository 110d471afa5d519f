import { type CivilDate, daysBetween } from '../domain/calendar.js'
import type { ClientRecord } from '../domain/client.js'
import { consentText } from '../domain/consent-text.js'
import { fieldNamed } from '../domain/fields.js'
import { joinItems } from '../domain/own-csv.js'
import { showReach } from '../domain/points.js'
import type { Words } from '../words/en.js'
import { consentInForce } from './card-consent.js'
import type { TableColumn } from './table.js'
import { anniversaryText } from './when.js'

/** By whose day and clock a list is read. */
export interface ClientView {
  today: CivilDate
  /** The user's day on which a moment (`YYYY-MM-DDTHH:MM:SSZ`) falls. */
  dayOf(instant: string): CivilDate
}

interface ClientColumn {
  align?: 'right'
  flexible?: boolean
  /** As a person reads it; without a view, days are those of UTC. */
  text: (client: ClientRecord, words: Words, view?: ClientView) => string
  /** As a script reads it, when that differs. */
  data?: (client: ClientRecord, view: ClientView) => string
  /** As JSON has it, for what is no field of the client. */
  json?: (client: ClientRecord, view: ClientView) => unknown
}

const plain = (key: keyof ClientRecord, flexible = true): ClientColumn => ({
  flexible,
  text: (client) => {
    const value = client[key]
    return value === null || value === undefined ? '' : String(value)
  },
})

/** A moment: its day for people, all of it for scripts. */
const day = (
  key: 'created_at' | 'updated_at' | 'last_contact_at' | 'last_answer_at' | 'archived_at',
): ClientColumn => ({
  text: (client, _, view) => {
    const instant = client[key]
    return instant === null ? '' : view ? view.dayOf(instant) : instant.slice(0, 10)
  },
  data: (client) => client[key] ?? '',
})

const choice = (key: 'warmth' | 'frequency' | 'rhythm' | 'sex' | 'language' | 'closeness'): ClientColumn => ({
  // A column full of nothing tells nothing.
  text: (client, { filter: { choices } }) => {
    const value = client[key] ?? 'none'
    return value === 'none' ? '' : ((choices[key] as Record<string, string>)[value] ?? value)
  },
  data: (client) => client[key] ?? '',
})

/** Whole days since the last contact, or since the client was entered. */
const silence = ({ last_contact_at, created_at }: ClientRecord, { today, dayOf }: ClientView): number =>
  Math.max(0, daysBetween(dayOf(last_contact_at ?? created_at), today))

const sum = (key: 'spent' | 'cost' | 'margin' | 'unpaid' | 'referred_income'): ClientColumn => ({
  align: 'right',
  text: ({ [key]: money }, { orders }) => (money === null ? '' : orders.money(money)),
  data: ({ [key]: money }) => money ?? '',
})

/** One view of columns feeds the table, CSV, TSV and Markdown. */
export const CLIENT_COLUMNS: Record<string, ClientColumn> = {
  id: { ...plain('id', false), align: 'right' },
  kind: { ...plain('kind', false), text: ({ kind }, words) => words.card.kinds[kind], data: ({ kind }) => kind },
  name: plain('name'),
  family_name: plain('family_name'),
  given_name: plain('given_name'),
  patronymic: plain('patronymic'),
  company: plain('company'),
  position: plain('position'),
  role: plain('role'),
  status: { text: ({ status }, words) => words.card.statuses[status], data: ({ status }) => status },
  phone: {
    text: ({ phones }) => (phones[0] ? showReach(phones[0]) : ''),
    data: ({ phones }) => phones[0]?.value ?? '',
  },
  phones: {
    flexible: true,
    text: ({ phones }) => phones.map(showReach).join(', '),
    data: ({ phones }) => phones.map(({ value }) => value).join(', '),
  },
  email: { flexible: true, text: ({ emails }) => emails[0]?.value ?? '' },
  emails: { flexible: true, text: ({ emails }) => emails.map(({ value }) => value).join(', ') },
  handles: { flexible: true, text: ({ handles }) => handles.map(({ kind, value }) => `${kind}:${value}`).join(', ') },
  city: plain('city'),
  address: plain('address'),
  birthday: {
    text: ({ birthday }, words) => (birthday === null ? '' : anniversaryText(birthday, words)),
    data: ({ birthday }) => birthday ?? '',
  },
  source: plain('source'),
  tags: { flexible: true, text: ({ tags }) => tags.join(', ') },
  owner: plain('owner'),
  vip: { text: ({ vip }) => (vip ? '★' : ''), data: ({ vip }) => (vip ? 'yes' : 'no') },
  channel: plain('channel'),
  hours: plain('hours', false),
  no_call: plain('no_call', false),
  zone: plain('zone'),
  sex: choice('sex'),
  language: choice('language'),
  closeness: choice('closeness'),
  country: plain('country', false),
  note: plain('note'),
  referred_by: { ...plain('referred_by', false), align: 'right' },
  consent: {
    flexible: true,
    text: (client, words) => consentInForce(client, words),
    data: ({ consent }) => consent ?? '',
  },
  consent_origin: plain('consent_origin'),
  consent_at: plain('consent_at', false),
  consents: {
    flexible: true,
    text: ({ consents }, words) =>
      consents.map(({ channel, answer }) => words.consent.answer(channel, answer, [])).join('; '),
    data: ({ consents }) => joinItems(consents.map(consentText)),
  },
  verified_at: plain('verified_at', false),
  external_id: plain('external_id'),
  external_system: plain('external_system'),
  contacts: { ...plain('contacts', false), align: 'right' },
  last_contact_at: day('last_contact_at'),
  last_answer_at: day('last_answer_at'),
  silent: {
    align: 'right',
    text: (client, { filter }, view) => (view ? filter.days(silence(client, view)) : ''),
    data: (client, view) => String(silence(client, view)),
    json: silence,
  },
  orders: { ...plain('orders', false), align: 'right' },
  spent: sum('spent'),
  first_order_on: plain('first_order_on', false),
  last_order_on: plain('last_order_on', false),
  next_order_on: plain('next_order_on', false),
  touch_on: plain('touch_on', false),
  contacts_in: { ...plain('contacts_in', false), align: 'right' },
  contacts_out: { ...plain('contacts_out', false), align: 'right' },
  minutes: { ...plain('minutes', false), align: 'right' },
  cost: sum('cost'),
  margin: sum('margin'),
  unpaid: sum('unpaid'),
  promo_share: { ...plain('promo_share', false), align: 'right' },
  gap: { ...plain('gap', false), align: 'right' },
  cadence: { ...plain('cadence', false), align: 'right' },
  referrals: { ...plain('referrals', false), align: 'right' },
  referred_income: sum('referred_income'),
  warmth: choice('warmth'),
  frequency: choice('frequency'),
  rhythm: choice('rhythm'),
  behaviour: {
    flexible: true,
    text: ({ behaviour }, { filter: { choices } }) => behaviour.map((each) => choices.behaviour[each]).join(', '),
    data: ({ behaviour }) => behaviour.join(', '),
  },
  custom: {
    flexible: true,
    text: ({ custom }) =>
      Object.entries(custom)
        .map(([key, value]) => `${key}=${value}`)
        .join(', '),
  },
  archived_at: day('archived_at'),
  created_at: day('created_at'),
  updated_at: day('updated_at'),
}

/** Columns that stand under another name than the field of a filter. */
const COLUMN_OF: Readonly<Record<string, string>> = {
  tag: 'tags',
  created: 'created_at',
  updated: 'updated_at',
  last: 'last_contact_at',
  last_answer: 'last_answer_at',
  first_order: 'first_order_on',
  last_order: 'last_order_on',
  next_order: 'next_order_on',
  touch: 'touch_on',
  verified: 'verified_at',
  refuses: 'consents',
  accepts: 'consents',
  archived: 'archived_at',
}

/** The column of this name, in any language, or of a custom field; null when there is neither. */
export function clientColumn(name: string, custom: readonly string[]): (ClientColumn & { key: string }) | null {
  for (const known of [name, fieldNamed(name)?.key ?? name]) {
    const key = Object.hasOwn(COLUMN_OF, known) ? (COLUMN_OF[known] ?? known) : known
    if (Object.hasOwn(CLIENT_COLUMNS, key)) return { key, ...(CLIENT_COLUMNS[key] as ClientColumn) }
  }
  return custom.includes(name)
    ? {
        key: name,
        flexible: true,
        text: (client) => (Object.hasOwn(client.custom, name) ? (client.custom[name] ?? '') : ''),
      }
    : null
}

export const titled = (column: ClientColumn & { key: string }, words: Words): TableColumn => ({
  title: words.filter.titles[column.key] ?? words.fields[column.key] ?? column.key,
  ...(column.align ? { align: column.align } : {}),
  ...(column.flexible ? { flexible: true } : {}),
})

/** Columns of a list when none are asked for, by the room there is. */
export const defaultColumns = (width: number | null): string[] =>
  width !== null && width < 100
    ? ['id', 'name', 'phone', 'city', 'last_contact_at']
    : ['id', 'name', 'company', 'phone', 'email', 'city', 'tags', 'last_contact_at']
