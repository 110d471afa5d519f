import { CLIENT_KINDS, CONSENTS, type CustomField, type FieldType, STATUSES } from './client.js'
import { nearestWord } from './nearest.js'
import { POINT_KINDS } from './points.js'

/**
 * The one list of what is known about a client. Flags, import columns, filters, table columns and exports are drawn
 * from it; a new field is one line here, one column in a migration and one word in each catalogue.
 */
export interface Field {
  key: string
  type: FieldType
  /** Where it is kept: a column of the client, contact points, tags, or computed when asked for. */
  kept: 'column' | 'points' | 'tags' | 'dates' | 'relation' | 'computed' | 'custom'
  /** How `field:value` compares text: the whole value, or words inside it. */
  match?: 'whole' | 'words'
  choices?: readonly string[]
  /** Other names it answers to in filters and flags, Russian and Ukrainian ones included. */
  aliases: readonly string[]
  /** Canonical names of import columns that fill it. */
  columns?: readonly string[]
  example: string
}

export const FIELDS: readonly Field[] = [
  { key: 'id', type: 'number', kept: 'column', aliases: ['номер'], example: '12' },
  {
    key: 'kind',
    type: 'choice',
    kept: 'column',
    choices: CLIENT_KINDS,
    aliases: ['вид'],
    columns: ['client_type'],
    example: 'company',
  },
  {
    key: 'name',
    type: 'text',
    kept: 'column',
    match: 'words',
    aliases: ['имя', "ім'я", 'фио', 'піб', 'название', 'назва'],
    columns: ['full_name'],
    example: 'ivanov',
  },
  {
    key: 'family_name',
    type: 'text',
    kept: 'column',
    match: 'whole',
    aliases: ['family', 'фамилия', 'прізвище'],
    columns: ['last_name'],
    example: 'Иванов',
  },
  {
    key: 'given_name',
    type: 'text',
    kept: 'column',
    match: 'whole',
    aliases: ['given'],
    columns: ['first_name'],
    example: 'Пётр',
  },
  {
    key: 'patronymic',
    type: 'text',
    kept: 'column',
    match: 'whole',
    aliases: ['отчество', 'по_батькові'],
    columns: ['middle_name'],
    example: 'Сергеевич',
  },
  {
    key: 'company',
    type: 'text',
    kept: 'relation',
    match: 'words',
    aliases: ['firm', 'компания', 'фирма', 'компанія', 'фірма'],
    columns: ['company', 'legal_name'],
    example: 'Ромашка',
  },
  {
    key: 'position',
    type: 'text',
    kept: 'column',
    match: 'words',
    aliases: ['должность', 'посада'],
    columns: ['position'],
    example: 'director',
  },
  {
    key: 'role',
    type: 'text',
    kept: 'relation',
    match: 'whole',
    aliases: ['роль'],
    columns: ['role'],
    example: 'gatekeeper',
  },
  {
    key: 'status',
    type: 'choice',
    kept: 'column',
    choices: STATUSES,
    aliases: ['статус'],
    columns: ['status'],
    example: 'client',
  },
  {
    key: 'phone',
    type: 'text',
    kept: 'points',
    match: 'whole',
    aliases: ['телефон'],
    columns: ['phone', 'phone_mobile', 'phone_work', 'phone_home', 'phone_other'],
    example: '+79161234567',
  },
  {
    key: 'email',
    type: 'text',
    kept: 'points',
    match: 'whole',
    aliases: ['e-mail', 'mail', 'почта', 'пошта'],
    columns: ['email', 'email_work', 'email_personal', 'email_other'],
    example: 'anna@example.com',
  },
  ...POINT_KINDS.filter((kind) => kind !== 'phone' && kind !== 'email').map(
    (kind): Field => ({
      key: kind,
      type: 'text',
      kept: 'points',
      match: 'whole',
      aliases: [],
      columns: kind === 'url' ? ['website'] : [kind],
      example: kind === 'url' ? 'example.com' : '@ivanov',
    }),
  ),
  {
    key: 'city',
    type: 'text',
    kept: 'column',
    match: 'whole',
    aliases: ['город', 'місто'],
    columns: ['city'],
    example: 'Київ',
  },
  {
    key: 'address',
    type: 'text',
    kept: 'column',
    match: 'words',
    aliases: ['адрес', 'адреса'],
    columns: ['address'],
    example: 'Сумська',
  },
  {
    key: 'birthday',
    type: 'date',
    kept: 'dates',
    aliases: ['день_рождения', 'др', 'день_народження', 'дн'],
    columns: ['birthday'],
    example: '..7d',
  },
  {
    key: 'source',
    type: 'text',
    kept: 'column',
    match: 'whole',
    aliases: ['источник', 'джерело'],
    columns: ['source'],
    example: 'site',
  },
  {
    key: 'tag',
    type: 'text',
    kept: 'tags',
    match: 'whole',
    aliases: ['tags', 'тег', 'теги', 'метка', 'мітка'],
    columns: ['tags'],
    example: 'vip',
  },
  {
    key: 'owner',
    type: 'text',
    kept: 'column',
    match: 'whole',
    aliases: ['ответственный', 'відповідальний'],
    columns: ['owner'],
    example: 'olga',
  },
  { key: 'vip', type: 'yes-no', kept: 'column', aliases: [], columns: ['vip'], example: 'yes' },
  {
    key: 'channel',
    type: 'text',
    kept: 'column',
    match: 'whole',
    aliases: ['канал'],
    columns: ['preferred_channel'],
    example: 'telegram',
  },
  {
    key: 'hours',
    type: 'text',
    kept: 'column',
    match: 'words',
    aliases: ['часы', 'години'],
    columns: ['call_window'],
    example: '09:00-17:30',
  },
  {
    key: 'no_call',
    type: 'text',
    kept: 'column',
    match: 'words',
    aliases: ['no-call'],
    columns: ['call_window_avoid'],
    example: '13:00-14:00',
  },
  {
    key: 'zone',
    type: 'text',
    kept: 'column',
    match: 'whole',
    aliases: ['timezone'],
    columns: ['timezone'],
    example: 'Europe/Kyiv',
  },
  {
    key: 'note',
    type: 'text',
    kept: 'column',
    match: 'words',
    aliases: ['notes', 'заметка', 'нотатка', 'примечание', 'примітка'],
    columns: ['notes'],
    example: 'dog',
  },
  {
    key: 'referred_by',
    type: 'text',
    kept: 'relation',
    match: 'words',
    aliases: ['referred', 'рекомендатель', 'рекомендував'],
    columns: ['referred_by'],
    example: 'Ёлкина',
  },
  {
    key: 'consent',
    type: 'choice',
    kept: 'column',
    choices: CONSENTS,
    aliases: ['согласие', 'згода'],
    columns: ['consent'],
    example: 'yes',
  },
  {
    key: 'verified',
    type: 'date',
    kept: 'column',
    aliases: ['verified_at', 'проверен', 'перевірено'],
    columns: ['verified_at'],
    example: '2026-01-01..',
  },
  {
    key: 'external_id',
    type: 'text',
    kept: 'column',
    match: 'whole',
    aliases: ['ext'],
    columns: ['external_id'],
    example: 'A-17',
  },
  {
    key: 'external_system',
    type: 'text',
    kept: 'column',
    match: 'whole',
    aliases: ['system'],
    columns: ['external_system'],
    example: 'bitrix24',
  },
  {
    key: 'created',
    type: 'date',
    kept: 'column',
    aliases: ['created_at', 'создан', 'створено'],
    example: '2026-01-01..',
  },
  {
    key: 'updated',
    type: 'date',
    kept: 'column',
    aliases: ['updated_at', 'изменён', 'змінено'],
    example: '..2026-01-01',
  },
  { key: 'archived', type: 'yes-no', kept: 'computed', aliases: ['архив', 'архів'], example: 'yes' },
  { key: 'contacts', type: 'number', kept: 'computed', aliases: ['контакты', 'контакти'], example: '3..' },
  { key: 'import', type: 'text', kept: 'computed', aliases: ['импорт', 'імпорт'], example: 'last' },
  { key: 'last', type: 'date', kept: 'computed', aliases: ['last_contact_at'], example: '2026-01-01..2026-02-01' },
]

/** Names the filter will know once the computed values are built; named so that nobody takes them for a typing error. */
export const LATER_FIELDS: readonly string[] = ['warmth', 'frequency', 'silent', 'orders', 'spent', 'due']

export function fieldNamed(name: string, custom: readonly CustomField[] = []): Field | null {
  const wanted = name.toLowerCase().replaceAll('ё', 'е')
  const built = FIELDS.find(
    ({ key, aliases }) => key === wanted || aliases.some((alias) => alias.replaceAll('ё', 'е') === wanted),
  )
  if (built) return built
  const own = custom.find(
    ({ key, label }) => key.replaceAll('ё', 'е') === wanted || label?.toLowerCase().replaceAll('ё', 'е') === wanted,
  )
  return own ? customAsField(own) : null
}

export function customAsField(own: CustomField): Field {
  return {
    key: own.key,
    type: own.type,
    kept: 'custom',
    match: 'whole',
    aliases: own.label ? [own.label] : [],
    ...(own.type === 'choice' ? { choices: own.choices } : {}),
    example: own.choices[0] ?? '',
  }
}

/** The known name nearest to a mistyped one, when it is near enough to be meant. */
export const nearestField = (name: string, custom: readonly CustomField[] = []): string | null =>
  nearestWord(name, [...FIELDS.flatMap(({ key, aliases }) => [key, ...aliases]), ...custom.map(({ key }) => key)])

/** A custom field's key made from a column name or a label: lower case, words joined by `_`. */
export const keyFrom = (label: string): string =>
  label
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 60)
