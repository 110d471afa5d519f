import { readEmailCell, readHandleCell, readPhoneCell } from '../cells/points.js'
import { plainCell, saysNothing } from '../cells/text.js'
import type { RowProblem } from '../draft.js'
import { HANDLE_KINDS, type HandleKind, type PhoneReader } from '../handle.js'
import { joinName } from '../name-split.js'
import type { Point, PointKind } from '../points.js'
import { normaliseHeader } from '../tables/headers.js'
import { cleanLine } from '../text.js'
import type { ClientBy } from './targets.js'

/** All that a row says of whose it is. */
export interface Who {
  /** An id of this program's own. */
  id: number | null
  external: string | null
  /** Phones first, then e-mails, then names in messengers: the order in which they are looked for. */
  points: Point[]
  name: string | null
  company: string | null
  /** A phone or the like that could not be read: the row's problem when nothing else tells whose it is. */
  unread: RowProblem | null
}

/** Parts of a person's name in columns of their own, until the row is read. */
interface Parts {
  family_name: string | null
  given_name: string | null
  patronymic: string | null
}

export interface WhoDraft extends Who {
  parts: Parts | null
}

export const newWho = (): WhoDraft => ({
  id: null,
  external: null,
  points: [],
  name: null,
  company: null,
  unread: null,
  parts: null,
})

/** True when the row says nothing at all of its client. */
export const saysNobody = ({ id, external, points, name, company, unread }: Who): boolean =>
  id === null && external === null && points.length === 0 && name === null && company === null && unread === null

/** The row's client in its own words: its name, else how to reach it. */
export const shownWho = ({ id, name, company, points, external }: Who): string =>
  name ?? company ?? points[0]?.typed ?? (external === null ? String(id ?? '') : `ext:${external}`)

/** "Anna Petrova (1234567)", several of them parted by semicolons: how HubSpot names what a note belongs to. */
const ASSOCIATED = /^(.*\S)\s*\((\d{2,20})\)$/su

/** Takes one cell in; returns what of it could not be used, to be kept with the row's text. */
export function readWho(who: WhoDraft, by: ClientBy, cell: string, header: string, readPhone: PhoneReader): string {
  const text = cleanLine(cell)
  if (text === '' || saysNothing(text)) return ''
  switch (by) {
    case 'id':
      who.id ??= /^\d{1,15}$/.test(text) ? Number(text) : null
      return ''
    case 'external_id':
      return take(who, 'external', text)
    case 'company':
      return readCompany(who, text, header)
    case 'phone':
    case 'email':
    case 'handle':
      readReach(who, by, cell, header, readPhone)
      return ''
    case 'name':
      return readName(who, text, header, readPhone)
    default:
      who.parts ??= { family_name: null, given_name: null, patronymic: null }
      who.parts[by] ??= text
      return ''
  }
}

/** The first of several columns counts; what another one says is kept as text. */
function take(who: WhoDraft, key: 'external' | 'name' | 'company', text: string): string {
  const before = who[key]
  who[key] ??= text
  return before === null || before === text ? '' : text
}

/** A file has few columns and many rows. */
const associations = new Map<string, boolean>()

function isAssociation(header: string): boolean {
  let is = associations.get(header)
  if (is === undefined) {
    is = normaliseHeader(header).startsWith('associated ')
    if (associations.size > 1_000) associations.clear()
    associations.set(header, is)
  }
  return is
}

function readCompany(who: WhoDraft, text: string, header: string): string {
  const match = isAssociation(header) ? ASSOCIATED.exec(text) : null
  return take(who, 'company', match?.[1] ?? text)
}

function readName(who: WhoDraft, text: string, header: string, readPhone: PhoneReader): string {
  if (isAssociation(header)) {
    const [first = '', ...others] = text.split(/(?<=\(\d{2,20}\));\s*/)
    const match = ASSOCIATED.exec(first)
    if (match?.[1] && match[2]) {
      who.external ??= match[2]
      const rest = take(who, 'name', match[1])
      return [rest, ...others].filter((each) => each !== '').join('; ')
    }
  }
  // A column «Клиент» often holds whatever the client is known by.
  const outside = /^ext:\s*(.+)$/i.exec(text)
  if (outside?.[1]) return take(who, 'external', outside[1])
  if (/^\S+@\S+\.\S+$/.test(text)) readReach(who, 'email', text, header, readPhone)
  else if (/^@\w+$/.test(text)) readReach(who, 'handle', text, header, readPhone)
  else if (/^[+\d(][\d\s().-]{4,}$/.test(plainCell(text))) readReach(who, 'phone', text, header, readPhone)
  else return take(who, 'name', text)
  return ''
}

function readReach(
  who: WhoDraft,
  by: 'phone' | 'email' | 'handle',
  cell: string,
  header: string,
  readPhone: PhoneReader,
): void {
  const { points, bad } =
    by === 'phone'
      ? readPhoneCell(cell, null, readPhone)
      : by === 'email'
        ? readEmailCell(cell, null)
        : readHandleCell(cell, messengerOf(header), null, readPhone)
  who.points.push(...points)
  if (bad) who.unread ??= { ...bad, column: header }
}

/** The messenger that the column's name tells. */
function messengerOf(header: string): HandleKind | null {
  const name = normaliseHeader(header)
  return HANDLE_KINDS.find((kind) => name.includes(kind)) ?? null
}

const ORDER: Partial<Record<PointKind, number>> = { phone: 0, email: 1 }

/** The row is read: parts of the name become one, points stand in the order in which they are looked for. */
export function finishWho({ parts, ...who }: WhoDraft): Who {
  if (parts) {
    const joined = joinName(parts.family_name, parts.given_name, parts.patronymic)
    // «Контакт» beside «Имя» and «Фамилия» says the same once more.
    who.name ??= joined === '' ? null : joined
  }
  if (who.points.length > 1) who.points.sort((a, b) => (ORDER[a.kind] ?? 2) - (ORDER[b.kind] ?? 2))
  return who
}
