import { notFound, refused } from '../errors.js'
import type { Row } from '../store/schema.js'
import { type Deps, entryOf } from './deps.js'

export interface OperationRecord {
  id: number
  at: string
  command: string
  rows: number
  state: 'done' | 'undone'
  /** The operation that this one took back. */
  undoes: number | null
  undone_by: number | null
  /** It erased a client, or all that it did was erased with one: it cannot be taken back. */
  erased: boolean
}

const record = ({ id, at, command, rows, state, undoes, undone_by, erased }: Row<'operation'>): OperationRecord => ({
  id,
  at,
  command,
  rows,
  state,
  undoes,
  undone_by,
  erased: erased === 1,
})

export async function history(
  deps: Deps,
  input: { client: number | null; limit: number; offset: number },
): Promise<OperationRecord[]> {
  return (await deps.store.operations.list(input)).map(record)
}

export interface Undone {
  operation: OperationRecord
  /** Number of the operation that the undo itself is. */
  by: number
  rows: number
  /** Clients that are two again, of a merge that was taken back. */
  parted: { kept: number; gone: number } | null
}

export async function undo(deps: Deps, id: number | null): Promise<Undone> {
  const outcome = await deps.store.undo(id, entryOf(deps))
  if (outcome === 'nothing') throw notFound((words) => words.errors.nothingToUndo)
  if (outcome === 'unknown') throw notFound((words) => words.errors.noOperation(id ?? 0))
  if (outcome === 'already') throw refused((words) => words.errors.alreadyUndone(id ?? 0))
  if (outcome === 'redo') throw refused((words) => words.errors.undoTheFirst(id ?? 0))
  if ('erased' in outcome) {
    const { erased, isErasure, earlier } = outcome
    throw refused(({ forgetting: { errors } }) => ({
      text: (isErasure ? errors.isErasure : errors.nothingLeft)(erased.id),
      ...(earlier === null ? {} : { hint: errors.earlierHint(earlier) }),
    }))
  }
  if ('obstacles' in outcome) {
    const { obstacles } = outcome
    throw refused((words) => ({
      text: words.errors.undoBlocked(obstacles.length),
      details: obstacles.slice(0, 20).map((each) => words.obstacle(each)),
      hint: words.errors.undoBlockedHint,
    }))
  }
  return { operation: record(outcome.done), by: outcome.by, rows: outcome.rows, parted: outcome.parted }
}
