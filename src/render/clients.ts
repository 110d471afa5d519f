import type { ClientRecord } from '../domain/client.js'
import { showReach } from '../domain/points.js'
import type { Words } from '../words/en.js'
import type { TableColumn } from './table.js'
import { anniversaryText } from './when.js'

interface ClientColumn {
  align?: 'right'
  flexible?: boolean
  /** As a person reads it. */
  text: (client: ClientRecord, words: Words) => string
  /** As a script reads it, when that differs. */
  data?: (client: ClientRecord) => string
}

const plain = (key: keyof ClientRecord, flexible = true): ClientColumn => ({
  flexible,
  text: (client) => {
    const value = client[key]
    return value === null || value === undefined ? '' : String(value)
  },
})

const day = (key: 'created_at' | 'updated_at' | 'last_contact_at' | 'archived_at' | 'verified_at'): ClientColumn => ({
  text: (client) => client[key]?.slice(0, 10) ?? '',
  data: (client) => client[key] ?? '',
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
  note: plain('note'),
  referred_by: { ...plain('referred_by', false), align: 'right' },
  consent: plain('consent', false),
  verified_at: day('verified_at'),
  external_id: plain('external_id'),
  external_system: plain('external_system'),
  contacts: { ...plain('contacts', false), align: 'right' },
  last_contact_at: day('last_contact_at'),
  orders: { ...plain('orders', false), align: 'right' },
  spent: { ...plain('spent', false), align: 'right' },
  warmth: plain('warmth', false),
  frequency: plain('frequency', false),
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

const ALIASES: Record<string, string> = {
  tag: 'tags',
  created: 'created_at',
  updated: 'updated_at',
  last: 'last_contact_at',
  verified: 'verified_at',
  archived: 'archived_at',
}

/** The column of this name, or of a custom field; null when there is neither. */
export function clientColumn(name: string, custom: readonly string[]): (ClientColumn & { key: string }) | null {
  const key = Object.hasOwn(ALIASES, name) ? (ALIASES[name] ?? name) : name
  if (Object.hasOwn(CLIENT_COLUMNS, key)) return { key, ...(CLIENT_COLUMNS[key] as ClientColumn) }
  return custom.includes(key)
    ? { key, flexible: true, text: (client) => (Object.hasOwn(client.custom, key) ? (client.custom[key] ?? '') : '') }
    : null
}

export const titled = (column: ClientColumn & { key: string }, words: Words): TableColumn => ({
  title: words.fields[column.key] ?? column.key,
  ...(column.align ? { align: column.align } : {}),
  ...(column.flexible ? { flexible: true } : {}),
})

/** Columns of a list when none are asked for, by the room there is. */
export const defaultColumns = (width: number | null): string[] =>
  width !== null && width < 100
    ? ['id', 'name', 'phone', 'city', 'last_contact_at']
    : ['id', 'name', 'company', 'phone', 'email', 'city', 'tags', 'last_contact_at']
