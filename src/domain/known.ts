import { formatAnniversary } from './anniversary.js'
import type { ClientKind, Status } from './client.js'
import { companyKey } from './company-name.js'
import { type Diary, diaryOf } from './diary.js'
import type { Draft, DraftConsent, Values } from './draft.js'
import { looseText } from './fold.js'
import { birthdayKey, birthdaysContradict } from './matching/birthday.js'
import { tagKeyOf } from './text.js'

/** Who a client was besides: one that went into it, or itself under its former name, then without an outside id. */
export interface Former {
  /** Null of the client itself. */
  id: number | null
  kind: ClientKind
  name: string
  external_id: string | null
  external_system: string | null
  created_at: string | null
}

/** A client of the base as far as an import looks at it. */
export interface Known {
  id: number
  kind: ClientKind
  name: string
  status: Status
  vip: boolean
  created_at: string
  values: Values
  points: Set<string>
  tags: Set<string>
  /** `occasion|who` of each date. */
  dates: Map<string, string>
  companies: Set<string>
  custom: Map<string, string>
  /** Answers for single channels, by the channel. */
  consents: Map<string, DraftConsent>
  /** Whom it was merged from: their rows are its rows. */
  former: readonly Former[]
  /** What is in the diary already; null unless rows of the file bring something for it. */
  diary: Diary | null
}

export const pointKey = ({ kind, value }: { kind: string; value: string }): string => `${kind}:${value}`
export const dateKey = ({ occasion, who }: { occasion: string; who: string | null }): string =>
  `${occasion}|${who ?? ''}`

const isSameOutside = (former: Former, { external_id, external_system }: Values): boolean =>
  external_id !== null && former.external_id === external_id && former.external_system === external_system

/**
 * May a row speak of one that went into this client? By the outside id; in this program's own file by name and time of making;
 * with a phone or e-mail in common by the name; with a name alone by that, unless a birthday speaks against it: the merged one's city may well be another.
 */
export function maySpeakOfFormer(known: Known, draft: Draft): boolean {
  const { own, values } = draft
  return known.former.some((former) => {
    if (isSameOutside(former, values)) return true
    if (former.kind !== draft.kind || former.name !== draft.name) return false
    if (own?.id != null) {
      const { id, created_at } = former.id === null ? known : former
      return own.created_at === null ? own.id === id : own.created_at === created_at
    }
    return isOnlyNamed(draft) ? !bornApart(known, draft) : sharesPoint(known, draft)
  })
}

export const sharesPoint = ({ points }: Known, draft: Draft): boolean =>
  draft.points.some((point) => point.kind !== 'url' && points.has(pointKey(point)))

/** Does it speak of one of them, and not of the client itself? */
export function speaksOfFormer(known: Known, draft: Draft): boolean {
  if (known.former.length === 0 || !maySpeakOfFormer(known, draft)) return false
  const { own, values } = draft
  if (known.former.some((former) => isSameOutside(former, values))) return true
  if (known.name !== draft.name) return true
  if (own?.id == null) return !isSameByName(known, draft)
  return own.created_at === null ? own.id !== known.id : own.created_at !== known.created_at
}

const BIRTHDAY = dateKey({ occasion: 'birthday', who: null })

/** The client's own birthday as the row says it; null when it does not. */
export function birthdayOf({ dates }: Draft): string | null {
  const date = dates.find((each) => dateKey(each) === BIRTHDAY)
  return date ? formatAnniversary(date.anniversary) : null
}

export const knownBirthday = ({ dates }: Known): string | null => dates.get(BIRTHDAY) ?? null

const bornApart = (known: Known, draft: Draft): boolean =>
  birthdaysContradict(birthdayKey(knownBirthday(known)), birthdayKey(birthdayOf(draft)))

/** Has the row nothing to be known by but its name and what is told of many? */
export const isOnlyNamed = ({ points, values }: Draft): boolean =>
  values.external_id === null && !points.some(({ kind }) => kind !== 'url')

/**
 * Is a row of this program's own file, with the id, the name and the time of making of a client, that client? An id means
 * nothing in another base, and an import makes many clients in one second: something must not speak against it.
 */
export function isSameOwn(known: Known, draft: Draft): boolean {
  const points = draft.points.filter(({ kind }) => kind !== 'url')
  const both = points.length > 0 && known.points.size > 0
  if (both && !points.some((point) => known.points.has(pointKey(point)))) return false
  return isSameByName(known, draft)
}

/** A row without phone, e-mail and outside id is known again only by its exact name, with nothing that speaks against. */
export function isSameByName(known: Known, draft: Draft): boolean {
  if (known.kind !== draft.kind || known.name !== draft.name || liveApart(known, draft)) return false
  return draft.dates.every((date) => {
    const current = known.dates.get(dateKey(date))
    return current === undefined || current === formatAnniversary(date.anniversary)
  })
}

/** Both cities are known, and are two. */
export const liveApart = (known: Known, { values: { city } }: Draft): boolean =>
  city !== null && known.values.city !== null && looseText(city) !== looseText(known.values.city)

/** What a client will look like to the rest of the file once this row has made it. */
export const knownFrom = (id: number, draft: Draft, createdAt: string): Known => ({
  id,
  kind: draft.kind,
  name: draft.name,
  status: draft.status ?? 'lead',
  vip: draft.vip ?? false,
  created_at: createdAt,
  values: { ...draft.values },
  points: new Set(draft.points.map(pointKey)),
  tags: new Set(draft.tags.map(tagKeyOf)),
  dates: new Map(draft.dates.map((date) => [dateKey(date), formatAnniversary(date.anniversary)])),
  companies: new Set(draft.companies.map(({ name }) => companyKey(name))),
  custom: new Map(draft.custom.map(({ key, value }) => [key, value])),
  consents: new Map(draft.consents.map((each) => [each.channel, each])),
  former: [],
  diary: diaryOf(draft),
})
