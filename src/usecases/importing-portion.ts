import { type Additions, addsNothing, extendDraft, refusalsOf } from '../domain/completing.js'
import { dateAnswers } from '../domain/consent-added.js'
import { type Draft, emptyDraft, type Remark } from '../domain/draft.js'
import type { Known } from '../domain/known.js'
import type { Run } from './importing-run.js'
import { type Entry, knownOf } from './row-entry.js'
import type { RowMatcher } from './row-matcher.js'

/** A row that could be read, with its cells in case it is rejected all the same. */
export interface Readable {
  draft: Draft
  cells: readonly string[]
}

/** What rows of a portion add to a client that is there. */
export interface Extension {
  known: Known
  additions: Additions[]
}

/** What a portion brings: clients to be made, and what is added to others. */
export class Portion {
  readonly created: Entry[] = []
  readonly #extensions = new Map<number, Extension>()

  constructor(
    readonly run: Run,
    readonly matcher: RowMatcher,
  ) {}

  get extensions(): Extension[] {
    return [...this.#extensions.values()]
  }

  create(draft: Draft): void {
    const { run } = this
    dateAnswers(draft, draft, run.today)
    const entry: Entry = { draft, known: null, createdAt: draft.own?.created_at ?? run.now, id: null }
    this.created.push(entry)
    this.matcher.remember(entry, draft)
    run.summary.created += 1
  }

  /** Adds to a client what a row brings; the rest of this portion must see it. False when there is nothing to add. */
  extend(entry: Entry, draft: Draft, additions: Additions): boolean {
    if (addsNothing(additions)) return false
    const known = knownOf(entry)
    const making = entry.id === null ? entry.draft : null
    extendDraft(making ?? emptyDraft(draft.line), known, additions)
    if (making === null) {
      const extension = this.#extensions.get(known.id) ?? { known, additions: [] }
      extension.additions.push(additions)
      this.#extensions.set(known.id, extension)
    }
    this.matcher.touch(entry)
    return true
  }

  /** Takes what a row refuses for a client, and nothing else of it. */
  refuse(entry: Entry, draft: Draft): Remark[] {
    const additions = refusalsOf(knownOf(entry), draft)
    dateAnswers(additions, draft, this.run.today)
    this.extend(entry, draft, additions)
    return additions.remarks
  }
}
