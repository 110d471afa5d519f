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
  liveApart,
  maySpeakOfFormer,
  pointKey,
  sharesPoint,
} from '../domain/known.js'
import { fullBirthday } from '../domain/matching/looking.js'
import { areOneWholeName } from '../domain/matching/one-name.js'
import type { Point } from '../domain/points.js'
import { isStandIn, isUnnamed } from '../domain/reading/stand-in.js'
import type { Writing } from '../store/store.js'
import {
  type Entry,
  externalKey,
  isCalled,
  isCertain,
  knownOf,
  otherExternal,
  outside,
  shownBy,
  whereAndWhen,
} from './row-entry.js'
import { CROWD, put, Shelf } from './shelf.js'

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
    const borne = new Set<string>()
    const externals = new Set<string>()
    const names = new Set<string>()
    const ids = new Set<number>()
    const births = new Map<string, NonNullable<ReturnType<typeof fullBirthday>>>()
    for (const draft of drafts) {
      for (const { kind, value } of draft.points) {
        if (kind === 'url') continue
        points.add(value)
        if (isUnnamed(draft)) borne.add(value)
      }
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
      borne,
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
    return this.#matchNamed(draft) ?? (isUnnamed(draft) ? this.#loneBearer(draft) : null)
  }

  /** Everybody who has one of these points. */
  bearers(points: readonly Point[]): Entry[] {
    const found = new Map<number | Entry, Entry>()
    const before = this.#before
    for (const entry of this.#bearersHere(points)) found.set(entry.id ?? entry, entry)
    // What the portion before made or completed is newer than what the base shows.
    for (const entry of before === null ? [] : before.#bearersHere(points)) {
      if (!before?.isTouched(entry)) continue
      const here = found.get(entry.id ?? entry)
      if (entry.known && here) entry.known.diary ??= here.known?.diary ?? null
      found.set(entry.id ?? entry, entry)
    }
    return [...found.values()]
  }

  #bearersHere(points: readonly Point[]): Entry[] {
    return points.flatMap((point) => (point.kind === 'url' ? [] : this.#byPoint.all(pointKey(point))))
  }

  /** The others who certainly are the client of the row too: cards that were made twice. */
  twins(draft: Draft): Entry[] {
    return this.bearers(draft.points).filter(
      (entry) => isCertain(entry, draft) && !otherExternal(outside(entry), draft.values),
    )
  }

  /**
   * A row that names nobody is the one client who has its phone or e-mail. An id that such a client could not keep makes a client
   * of its own, because orders and calls will come by it.
   */
  #loneBearer(draft: Draft): Entry | null {
    const lone = new Set<Entry>()
    for (const point of draft.points) {
      const [first, second] = this.bearers([point])
      if (first && !second) lone.add(first)
    }
    const [entry, other] = lone
    if (!entry || other) return null
    return draft.values.external_id === null || outside(entry).external_id === null ? entry : null
  }

  #matchNamed(draft: Draft): Entry | RowProblem | null {
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
    if (draft.name === '' || sharesPoint(knownOf(same), draft) || isCalled(same, draft)) return same
    // Whoever was named by an id or an address has got a name since, here or there.
    if (isStandIn(draft.name) || isStandIn(shownBy(same).name)) return same
    return { code: 'external-conflict', id: knownOf(same).id, name: shownBy(same).name }
  }

  #bySharedPoint(draft: Draft): Entry | null {
    if (draft.name === '') return null
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

  isTouched(entry: Entry): boolean {
    return this.#touched.has(entry)
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
