import type { DayEntry } from './agenda.js'
import type { Checked } from './checking.js'
import type { Copied } from './copies.js'
import type { Outgoing } from './export-log.js'
import type { Forgetting } from './forgetting.js'
import type { historyQueries } from './history.js'
import type { importQueries } from './importing.js'
import type { Queries } from './queries.js'
import type { Journalled, NewRow, Patch } from './schema.js'
import type { Look } from './segments.js'
import type { UndoOutcome } from './undo.js'

/* What a store offers, to the use cases and to whoever makes another one. */

/** A write in progress: the queries as of now, and the journalled changes. */
export interface Writing extends Queries {
  insert<T extends Journalled>(table: T, row: NewRow<T>): Promise<number>
  insertMany<T extends Journalled>(table: T, rows: readonly NewRow<T>[]): Promise<void>
  update<T extends Journalled>(table: T, id: number, patch: Patch<T>): Promise<number>
  updateMany<T extends Journalled>(table: T, patches: readonly { id: number; patch: Patch<T> }[]): Promise<number>
  remove(table: Journalled, ids: readonly number[]): Promise<number>
  importing: ReturnType<typeof importQueries>
  history: ReturnType<typeof historyQueries>
}

export interface Written<T> {
  result: T
  /** Number of the journalled operation; null when nothing changed. */
  operation: number | null
}

export interface Store extends Queries {
  file: string
  /** One transaction, begun as a writer, and one operation of the journal. `keep` false rolls everything back at the end. */
  write<T>(
    entry: { at: string; command: string },
    work: (writing: Writing) => Promise<T>,
    options?: { keep: boolean },
  ): Promise<Written<T>>
  undo(
    id: number | null,
    entry: { at: string; command: string },
  ): Promise<UndoOutcome | 'nothing' | 'unknown' | 'already' | 'redo'>
  /** Numbers entries of a day that have none yet; nothing a user would want to take back. */
  numberEntries(day: string, entries: readonly { entry: string; client_id: number }[]): Promise<DayEntry[]>
  /** Notes who is in a segment on a day, for telling later who came and who left; nothing a user would want to take back. */
  noteLook(key: string, look: Look): Promise<void>
  /**
   * Keeps what a full search for duplicates has learned, nothing a user would want to take back; false when the base
   * cannot be written just now, which is nobody's trouble: it is learned anew the next time.
   */
  keepModel(kept: { at: string; clients: number; model: string }): Promise<boolean>
  /** Writes down, and commits, that something is about to be taken out; nothing a user would want to take back. */
  noteOut(entry: Outgoing, patience?: number): Promise<number>
  /**
   * Looks at everything in the base; with `mend`, which is what is done when nothing is said, what is computed and wrong is
   * computed anew. `now`: the moment on this machine's clock, for telling what lies ahead of it.
   */
  check(options?: { mend: boolean; now: string | null }): Promise<Checked>
  /** Reads that belong together: when the whole base was replaced between them, as by a restore, they are read again. */
  steadily<T>(work: () => Promise<T>): Promise<T>
  /**
   * From now on all that is read is of one moment, until what is answered with is called; nothing can be written meanwhile. For
   * what cannot be read again, as it is given out bit by bit.
   */
  still(): Promise<() => Promise<void>>
  /** Fills an empty file with a verified copy, made while others use the base. `named` is the file that is spoken of. */
  backup(draft: string, named: string): Promise<Copied>
  forgetting: Forgetting
  close(): Promise<void>
}
