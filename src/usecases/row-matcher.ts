import { hasDiary } from '../domain/diary.js'
import type { Draft, RowProblem } from '../domain/draft.js'
import { looseText, sortKey } from '../domain/fold.js'
import {
  birthdayOf,
  isOnlyNamed,
  isSameByName,
  isSameOwn,
  type Known,
  knownBirthday,
  knownFrom,
  liveApart,
  maySpeakOfFormer,
  pointKey,
  sharesPoint,
} from '../domain/known.js'
import { fullBirthday } from '../domain/matching/looking.js'
import { areGenerationsApart } from '../domain/matching/newcomer.js'
import { areOneName, areOneWholeName } from '../domain/matching/one-name.js'
import { isStandIn } from '../domain/reading/stand-in.js'
import type { Writing } from '../store/store.js'
import { CROWD, put, Shelf } from './shelf.js'

/**
 * A client that a row may be: one of the base, one that this portion is making, or one that the portion before it made
 * and that is being written just now.
 */
export interface Entry {
  draft: Draft | null
  /** Of a client that the file brought it is worked out only when a second row meets it. */
  known: Known | null
  createdAt: string
  /** Null until the client has its number: as long as further rows may still join the draft itself. */
  id: number | null
}

export function knownOf(entry: Entry): Known {
  if (entry.known === null && entry.draft === null) throw new Error('an entry is either known or being made')
  entry.known ??= knownFrom(entry.id ?? -1, entry.draft as Draft, entry.createdAt)
  if (entry.id !== null) entry.known.id = entry.id
  return entry.known
}

const shownBy = (entry: Entry): { kind: Draft['kind']; name: string } => (entry.known ?? entry.draft) as Known | Draft
const outside = (entry: Entry) => ((entry.known ?? entry.draft) as Known | Draft).values
const bornOn = ({ known, draft }: Pick<Entry, 'known' | 'draft'>): string | null =>
  known ? knownBirthday(known) : draft ? birthdayOf(draft) : null

/** City and birthday, by which namesakes who have nothing else are told apart. */
const whereAndWhen = (entry: Pick<Entry, 'known' | 'draft'>): string =>
  `${looseText((entry.known ?? entry.draft)?.values.city ?? '')}|${bornOn(entry) ?? ''}`

/** May the client, which shares an outside id with the row, be called so, or one that went into it? */
const isCalled = ({ known, draft }: Entry, row: Draft): boolean =>
  areOneName((known ?? draft) as Known | Draft, row) || known?.former.some((each) => areOneName(each, row)) === true

/** Is it the client, which shares a phone or an e-mail with the row? A father and a son of one name are two. */
const isCertain = (entry: Entry, row: Draft): boolean =>
  isCalled(entry, row) && !areGenerationsApart(bornOn(entry), birthdayOf(row))

/** Finds the client that a row certainly is, among those of the base and those that the portion has made so far. */
export class RowMatcher {
  #byPoint = new Shelf<Entry>()
  #byExternal = new Map<string, Entry[]>()
  #byName = new Shelf<Entry>()
  /** By full birthdays, when rows have nothing else but a name. */
  #byBirth = new Map<string, Entry[]>()
  #byId = new Map<number, Entry>()
  /** Entries that this portion has made or completed. */
  #touched = new Set<Entry>()
  #namesMatter: boolean
  /** By client: the id in this program's own file of the row that it is. Two rows of such a file are two clients. */
  #owners: ReadonlyMap<number, number>
  /** The portion before, whose rows the base does not show yet. */
  #before: RowMatcher | null

  private constructor(namesMatter: boolean, before: RowMatcher | null, owners: ReadonlyMap<number, number>) {
    this.#namesMatter = namesMatter
    this.#owners = owners
    this.#before = before
    if (before) before.#before = null
  }

  static async for(
    writing: Writing,
    drafts: readonly Draft[],
    before: RowMatcher | null,
    owners: ReadonlyMap<number, number>,
  ): Promise<RowMatcher> {
    const points = new Set<string>()
    const externals = new Set<string>()
    const names = new Set<string>()
    const ids = new Set<number>()
    const births = new Map<string, NonNullable<ReturnType<typeof fullBirthday>>>()
    for (const draft of drafts) {
      for (const { kind, value } of draft.points) if (kind !== 'url') points.add(value)
      if (draft.values.external_id !== null) externals.add(draft.values.external_id)
      if (isOnlyNamed(draft)) {
        names.add(draft.name)
        const birthday = birthdayOf(draft)
        const born = fullBirthday(birthday)
        if (birthday !== null && born !== null) births.set(birthday, born)
      }
      if (draft.own?.id != null) ids.add(draft.own.id)
    }
    const found = await writing.importing.find({
      points: [...points],
      externals: [...externals],
      names: [...names],
      ids: [...ids],
      births: [...births.values()],
      called: new Set(drafts.map(({ name }) => sortKey(name))),
      cities: new Set(drafts.flatMap(({ values: { city } }) => (city === null ? [] : [looseText(city)]))),
    })
    const matcher = new RowMatcher(names.size > 0, before, owners)
    const wanted = new Set<number>([...found.ids, ...found.born])
    for (const list of found.byPoint.values()) for (const id of list) wanted.add(id)
    for (const list of found.byExternal.values()) for (const { id } of list) wanted.add(id)
    for (const list of found.byName.values()) for (const id of list) wanted.add(id)
    for (const known of (await writing.importing.known([...wanted], drafts.some(hasDiary))).values())
      matcher.#rememberKnown(known)
    return matcher
  }

  #rememberKnown(known: Known): void {
    const entry: Entry = { draft: null, known, createdAt: known.created_at, id: known.id }
    this.#byId.set(known.id, entry)
    for (const key of known.points) this.#byPoint.put(key, entry, () => sortKey(known.name))
    for (const { id, ...former } of [{ ...known.values, id: null, name: known.name }, ...known.former]) {
      if (id !== null) this.#byId.set(id, entry)
      if (former.external_id !== null) put(this.#byExternal, externalKey(former), entry)
      if (this.#namesMatter) this.#byName.put(sortKey(former.name), entry, () => whereAndWhen(entry))
    }
    this.#rememberBirth(knownBirthday(known), entry)
  }

  #rememberBirth(birthday: string | null, entry: Entry): void {
    if (birthday !== null && fullBirthday(birthday) !== null) put(this.#byBirth, birthday, entry)
  }

  /** The client a row is; a problem when its outside id belongs to somebody else; null when it is new. */
  match(draft: Draft): Entry | RowProblem | null {
    const here = this.#matchHere(draft)
    if (this.#before === null) return here
    const newer = this.#before.#matchHere(draft)
    // What the portion before made or completed is newer than what the base shows; the rest of it is not.
    if (newer === null || 'code' in newer || !this.#before.#touched.has(newer)) return here
    if (newer.known && here && !('code' in here)) newer.known.diary ??= here.known?.diary ?? null
    return newer
  }

  #matchHere(draft: Draft): Entry | RowProblem | null {
    return this.#byOwnId(draft) ?? this.#byOutsideId(draft) ?? this.#bySharedPoint(draft) ?? this.#byNameAlone(draft)
  }

  #byOwnId(draft: Draft): Entry | null {
    const { own } = draft
    const same = own?.id == null ? undefined : this.#byId.get(own.id)
    if (!same?.known) return null
    if (maySpeakOfFormer(same.known, draft)) return same
    const isSame = same.id === own?.id && same.createdAt === own?.created_at && isSameOwn(same.known, draft)
    return isSame && !this.#isTaken(same, draft) ? same : null
  }

  #byOutsideId(draft: Draft): Entry | RowProblem | null {
    if (draft.values.external_id === null) return null
    const same = this.#byExternal.get(externalKey(draft.values))?.find((entry) => !this.#isTaken(entry, draft))
    if (!same) return null
    if (sharesPoint(knownOf(same), draft) || isCalled(same, draft)) return same
    // Whoever was named by an id or an address has got a name since, here or there.
    if (isStandIn(draft.name) || isStandIn(shownBy(same).name)) return same
    return { code: 'external-conflict', id: knownOf(same).id, name: shownBy(same).name }
  }

  #bySharedPoint(draft: Draft): Entry | null {
    for (const point of draft.points) {
      if (point.kind === 'url') continue
      const same = this.#byPoint
        .get(pointKey(point), () => sortKey(draft.name))
        .find(
          (entry) =>
            isCertain(entry, draft) && !otherExternal(outside(entry), draft.values) && !this.#isTaken(entry, draft),
        )
      if (same) return same
    }
    return null
  }

  /** Rows with nothing else: the exact name, or the whole name in any spelling with the day of birth. */
  #byNameAlone(draft: Draft): Entry | null {
    if (!isOnlyNamed(draft)) return null
    const free = (entry: Entry): boolean => !this.#isTaken(entry, draft)
    const named = this.#byName
      .get(sortKey(draft.name), () => whereAndWhen({ known: null, draft }))
      .find((entry) => (isSameByName(knownOf(entry), draft) || maySpeakOfFormer(knownOf(entry), draft)) && free(entry))
    if (named) return named
    const birthday = birthdayOf(draft)
    if (birthday === null || draft.own !== null) return null
    const born = this.#byBirth.get(birthday) ?? []
    // A day that so many share was rather put in for want of a better one.
    if (born.length > CROWD) return null
    return born.find((entry) => areOneWholeName(shownBy(entry), draft) && !liveApart(knownOf(entry), draft)) ?? null
  }

  /** Another row of this program's own file is this client already. */
  #isTaken(entry: Entry, draft: Draft): boolean {
    const { own } = draft
    if (own?.id == null || (entry.known && maySpeakOfFormer(entry.known, draft))) return false
    const owner = entry.draft?.own?.id ?? (entry.id === null ? undefined : this.#owners.get(entry.id))
    return owner != null && owner !== own.id
  }

  /** Notes that the portion knows more of a client than the base shows. */
  touch(entry: Entry): void {
    this.#touched.add(entry)
  }

  remember(entry: Entry, draft: Draft): void {
    this.touch(entry)
    for (const point of draft.points) this.#byPoint.put(pointKey(point), entry, () => sortKey(draft.name))
    if (draft.values.external_id !== null) put(this.#byExternal, externalKey(draft.values), entry)
    this.#byName.put(sortKey(draft.name), entry, () => whereAndWhen(entry))
    this.#rememberBirth(birthdayOf(draft), entry)
  }
}

interface Outside {
  external_id: string | null
  external_system: string | null
}

const externalKey = ({ external_id, external_system }: Outside): string =>
  `${external_system ?? ''}\u0000${external_id ?? ''}`

/** Two different outside ids of one system are two clients, whatever else they share. */
const otherExternal = (a: Outside, b: Outside): boolean =>
  a.external_id !== null &&
  b.external_id !== null &&
  a.external_system === b.external_system &&
  a.external_id !== b.external_id
