import { isCertain, isSameByName, isSameOwn, type Known, knownFrom, pointKey } from '../domain/completing.js'
import { hasDiary } from '../domain/diary.js'
import type { Draft, RowProblem } from '../domain/draft.js'
import { sortKey } from '../domain/fold.js'
import type { Writing } from '../store/store.js'

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

/** Finds the client that a row certainly is, among those of the base and those that the portion has made so far. */
export class RowMatcher {
  #byPoint = new Map<string, Entry[]>()
  #byExternal = new Map<string, Entry[]>()
  #byName = new Map<string, Entry[]>()
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
    for (const draft of drafts) {
      for (const { kind, value } of draft.points) if (kind !== 'url') points.add(value)
      if (draft.values.external_id !== null) externals.add(draft.values.external_id)
      if (onlyNamed(draft)) names.add(sortKey(draft.name))
      if (draft.own?.id != null) ids.add(draft.own.id)
    }
    const found = await writing.importing.find({
      points: [...points],
      externals: [...externals],
      names: [...names],
      ids: [...ids],
    })
    const matcher = new RowMatcher(names.size > 0, before, owners)
    const wanted = new Set<number>(found.ids)
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
    for (const key of known.points) put(this.#byPoint, key, entry)
    if (known.values.external_id !== null) put(this.#byExternal, externalKey(known.values), entry)
    if (this.#namesMatter) put(this.#byName, sortKey(known.name), entry)
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
    const { values, own } = draft
    if (own?.id != null) {
      const same = this.#byId.get(own.id)
      if (
        same?.known &&
        same.createdAt === own.created_at &&
        isSameOwn(same.known, draft) &&
        !this.#isTaken(same, draft)
      )
        return same
    }
    if (values.external_id !== null) {
      const same = this.#byExternal.get(externalKey(values))?.find((entry) => !this.#isTaken(entry, draft))
      if (same) {
        const shares = draft.points.some((point) => knownOf(same).points.has(pointKey(point)))
        if (shares || isCertain(shownBy(same), draft)) return same
        return { code: 'external-conflict', id: knownOf(same).id, name: shownBy(same).name }
      }
    }
    for (const point of draft.points) {
      if (point.kind === 'url') continue
      const same = this.#byPoint
        .get(pointKey(point))
        ?.find(
          (entry) =>
            isCertain(shownBy(entry), draft) && !otherExternal(outside(entry), values) && !this.#isTaken(entry, draft),
        )
      if (same) return same
    }
    if (!onlyNamed(draft)) return null
    const named = this.#byName.get(sortKey(draft.name))
    return named?.find((entry) => isSameByName(knownOf(entry), draft) && !this.#isTaken(entry, draft)) ?? null
  }

  /** Another row of this program's own file is this client already. */
  #isTaken(entry: Entry, { own }: Draft): boolean {
    if (own?.id == null) return false
    const owner = entry.draft?.own?.id ?? (entry.id === null ? undefined : this.#owners.get(entry.id))
    return owner != null && owner !== own.id
  }

  remember(entry: Entry, draft: Draft): void {
    this.#touched.add(entry)
    for (const point of draft.points) put(this.#byPoint, pointKey(point), entry)
    if (draft.values.external_id !== null) put(this.#byExternal, externalKey(draft.values), entry)
    put(this.#byName, sortKey(draft.name), entry)
  }
}

function put(map: Map<string, Entry[]>, key: string, entry: Entry): void {
  const list = map.get(key)
  if (!list) map.set(key, [entry])
  else if (!list.includes(entry)) list.push(entry)
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

const onlyNamed = ({ points, values }: Draft): boolean =>
  values.external_id === null && !points.some(({ kind }) => kind !== 'url')
