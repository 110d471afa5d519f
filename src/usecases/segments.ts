import type { CivilDate } from '../domain/calendar.js'
import type { ClientRecord } from '../domain/client.js'
import { parseFilter } from '../domain/filter/parse.js'
import type { FilterTree } from '../domain/filter/tree.js'
import { filterFrom } from '../domain/filter/understand.js'
import type { Filter } from '../domain/filter.js'
import { READY_MADE, readSegmentName, readyMade, resolverOf, type Segment, segmentKey } from '../domain/segments.js'
import { notFound, refused, typedWrongly } from '../errors.js'
import type { Look } from '../store/segments.js'
import { type Deps, entryOf, localNow } from './deps.js'

export interface Saved {
  name: string
  key: string
  filter: string
  size: number
  outcome: 'saved' | 'updated' | 'unchanged'
  operation: number | null
}

/**
 * Keeps a filter under a name, in the place of the one that is there. Throws `FilterError` for a filter that cannot be read,
 * or in which the name comes round to itself; exit 2 for a name that is none, 5 for one of a ready-made segment.
 */
export async function saveSegment(
  deps: Deps,
  { name: typed, filter: source }: { name: string; filter: string },
  keep = true,
): Promise<Saved> {
  const name = readSegmentName(typed)
  if (name === null) throw typedWrongly((words) => words.segments.errors.badName(typed))
  const ready = readyMade(name)
  if (ready)
    throw refused((words) => ({
      text: words.segments.errors.taken(name, ready.key),
      hint: words.segments.errors.takenHint,
    }))
  const filter = source.trim()
  const segment: Segment = { key: segmentKey(name), name, filter }
  const stored = await deps.store.segments.all()
  const understood = filterFrom(filter, await readingOf(deps, [...stored, segment]))
  const size = await deps.store.clients.count(understood)
  const { at } = entryOf(deps)
  const { result, operation } = await deps.store.write(
    entryOf(deps),
    async (writing): Promise<Saved['outcome']> => {
      const before = (await writing.segments.all()).find(({ key }) => key === segment.key)
      if (!before) {
        await writing.insert('segment', { name, name_key: segment.key, filter, created_at: at, updated_at: at })
        return 'saved'
      }
      if (before.filter === filter && before.name === name) return 'unchanged'
      await writing.update('segment', before.id, { name, filter, updated_at: at })
      return 'updated'
    },
    { keep },
  )
  return { ...segment, size, outcome: result, operation }
}

export interface ListedSegment {
  name: string
  key: string
  filter: string
  ready_made: boolean
  /** Null when the filter can no longer be read: a field of one's own that is gone, say. */
  size: number | null
}

/** All segments, one's own first, with their sizes. */
export async function listSegments(deps: Deps): Promise<ListedSegment[]> {
  const stored = await deps.store.segments.all()
  const reading = await readingOf(deps, stored)
  const listed = [
    ...stored.map((each) => ({ ...plain(each), ready_made: false })),
    ...READY_MADE.map((each) => ({ ...plain(each), ready_made: true })),
  ]
  const filters = listed.map(({ filter }): Filter | null => {
    try {
      return filterFrom(filter, reading)
    } catch {
      return null
    }
  })
  const sizes = await deps.store.segments.sizes(filters.filter((filter) => filter !== null))
  return listed.map((each, index) => ({ ...each, size: filters[index] ? (sizes.shift() ?? 0) : null }))
}

const plain = ({ name, key, filter }: Segment): Segment => ({ name, key, filter })

export interface ShownSegment {
  name: string
  key: string
  filter: string
  ready_made: boolean
  size: number
  /** The first of its clients by name, up to the limit. */
  clients: ClientRecord[]
  /** All its clients. */
  ids: number[]
  /** Against the last look on an earlier day; null when there was none. */
  changes: {
    since: string
    came: Member[]
    left: Member[]
  } | null
}

/** A client that came or left; the name is null when it is no longer in the base. */
export interface Member {
  id: number
  name: string | null
}

/** Who came and who left is named up to so many; all are counted in JSON. */
const MOST_NAMED = 1_000

/** Who is in a segment, and what is different since the last look of an earlier day; notes this look unless told not to. */
export async function showSegment(
  deps: Deps,
  typed: string,
  { limit, note }: { limit: number; note: boolean },
): Promise<ShownSegment> {
  const stored = await deps.store.segments.all()
  const segment = segmentNamed(typed, stored)
  const filter = filterFrom(segment.filter, await readingOf(deps, stored))
  const ids = await deps.store.clients.ids({ filter, sort: [], limit: null, offset: 0 })
  const today = localNow(deps).date
  const before = await lookBefore(deps, segment, today)
  const inside = new Set(ids)
  const known = new Set(before?.members ?? [])
  const shown = {
    ...plain(segment),
    ready_made: readyMade(segment.key) !== null,
    size: ids.length,
    clients: await deps.store.clients.records(ids.slice(0, limit)),
    ids,
    changes:
      before === null
        ? null
        : {
            since: before.day,
            came: await named(
              deps,
              ids.filter((id) => !known.has(id)),
            ),
            left: await named(
              deps,
              before.members.filter((id) => !inside.has(id)),
            ),
          },
  }
  if (note) await deps.store.noteLook(segment.key, { day: today, members: [...ids].sort((a, b) => a - b) })
  return shown
}

/** The last look of an earlier day, if the segment had this filter then. */
async function lookBefore(deps: Deps, segment: Segment, today: CivilDate): Promise<Look | null> {
  const look = await deps.store.segments.lookBefore(segment.key, today)
  if (look === null || !('updated_at' in segment)) return look
  const { date } = deps.clock.toLocal(new Date(String(segment.updated_at)))
  return look.day < date ? null : look
}

async function named(deps: Deps, ids: readonly number[]): Promise<Member[]> {
  const names = new Map(
    (await deps.store.clients.records(ids.slice(0, MOST_NAMED), false)).map(({ id, name }) => [id, name]),
  )
  return ids.map((id) => ({ id, name: names.get(id) ?? null }))
}

/** Removes a segment that no other one names. */
export async function removeSegment(deps: Deps, typed: string, keep = true): Promise<{ name: string; key: string }> {
  const stored = await deps.store.segments.all()
  const segment = segmentNamed(typed, stored)
  const own = stored.find(({ key }) => key === segment.key)
  if (!own) throw refused((words) => words.segments.errors.madeStays(segment.key))
  const users = stored.filter(({ key, filter }) => key !== own.key && namesSegment(filter, own.key))
  if (users.length > 0)
    throw refused((words) => ({
      text: words.segments.errors.used(
        own.name,
        users.map(({ name }) => name),
      ),
      hint: words.segments.errors.usedHint,
    }))
  await deps.store.write(entryOf(deps), (writing) => writing.remove('segment', [own.id]), { keep })
  return { name: own.name, key: own.key }
}

function segmentNamed(typed: string, stored: readonly Segment[]): Segment {
  const resolver = resolverOf(stored)
  const segment = resolver.find(typed)
  if (segment) return segment
  const name = typed.replace(/^@/, '')
  throw notFound((words) => ({
    text: words.segments.errors.unknown(name, resolver.nearest(typed)),
    hint: words.segments.errors.unknownHint,
  }))
}

/** What filters of segments are read by. */
async function readingOf(deps: Deps, stored: readonly Segment[]) {
  const custom = await deps.store.clients.customFields()
  return { custom, today: localNow(deps).date, model: deps.model, segments: resolverOf(stored) }
}

/** Does a filter name a segment, other than through another segment? */
function namesSegment(filter: string, key: string): boolean {
  const names = (tree: FilterTree): boolean => {
    switch (tree.is) {
      case 'and':
      case 'or':
        return tree.parts.some(names)
      case 'not':
        return names(tree.part)
      case 'segment':
        return segmentKey(tree.name) === key
      default:
        return false
    }
  }
  try {
    return names(parseFilter(filter))
  } catch {
    return false
  }
}
