import type { CivilDate } from '../domain/calendar.js'
import type { FieldType } from '../domain/client.js'
import type { OnMatch } from '../domain/completing.js'
import type { CutTexts } from '../domain/cut-texts.js'
import type { Draft, Remark, RowProblem } from '../domain/draft.js'
import type { Known } from '../domain/known.js'
import type { Creation } from '../store/import-rows.js'
import type { Writing } from '../store/store.js'
import type { Graves } from '../store/tombstones.js'
import type { Likeness } from './newcomers.js'

export interface ImportOptions {
  onMatch: OnMatch
  dryRun: boolean
  onProgress: (rows: number) => void
  onReject: (row: { line: number; cells: readonly string[]; problem: RowProblem }) => void
  onRemark: (line: number, remark: Remark) => void
}

export interface ImportSummary {
  rows: number
  created: number
  updated: number
  unchanged: number
  rejected: number
  /** Rows that would have made a client of somebody who was erased, or brought nothing but such a company; they are left out. */
  forgotten: number
  /** How many of them brought nothing but an erased company. */
  forgotten_companies: number
  operation: number | null
  /** Companies made because persons of the file belong to them; not counted as rows. */
  companies: number
  /** Values of matched rows that differ from the base and were left as the base has them. */
  kept: number
  /** Custom fields made for columns that no field knows. */
  new_fields: string[]
  /** New clients who are likely another client, of the base or of the file; at least so many, see `newcomers.pairsFrom`. */
  likely_count: number
  /** The first of them, strongest first. */
  likely: LikelyRow[]
  /** Rows of which something was set aside or repaired. */
  remarks: number
}

/** A row that made a client, held against the client that it likely is. */
export interface LikelyRow extends Likeness {
  row: number
  /** The row of the file that made the other one; null when the base had it. */
  otherRow: number | null
}

export const noSummary = (): ImportSummary => ({
  rows: 0,
  created: 0,
  updated: 0,
  unchanged: 0,
  rejected: 0,
  forgotten: 0,
  forgotten_companies: 0,
  operation: null,
  companies: 0,
  kept: 0,
  new_fields: [],
  likely_count: 0,
  likely: [],
  remarks: 0,
})

/** Whom a row names as the one who recommended: by name, in this program's own files by number too. */
export interface Referral {
  id: number
  name: string | null
  number: number | null
  line: number
}

/** What is known while a file is taken in. */
export interface Run {
  writing: Writing
  now: string
  today: CivilDate
  options: ImportOptions
  summary: ImportSummary
  /** Everybody who was erased; null when nobody was. */
  graves: Graves | null
  companies: Map<string, number> | null
  /** Companies made only because persons belong to them, by key: a row of their own completes them. */
  implied: Map<string, Creation>
  /** Companies that rows were found to be by their bare names, with what the rows have brought so far. */
  bare: Map<number, Known>
  /** Id of the first client that was made, null when none was. */
  firstId: number | null
  /** Lines of the rows that made clients, by the clients' ids. */
  lines: Map<number, number>
  fieldIds: Map<string, number>
  fieldTypes: ReadonlyMap<string, { label: string; type: FieldType; choices: string[] }>
  /** Ids in this program's own file, and what they became here. */
  ownIds: Map<number, number>
  /** The same the other way round. */
  owners: Map<number, number>
  referrals: Referral[]
  /** Rows of the portion that is being decided. */
  rejected: Parameters<ImportOptions['onReject']>[0][]
  /** Texts out of which an erased person was cut, by client; read when a row of an own file first meets a client. */
  cuts: ReadonlyMap<number, CutTexts> | null
}

export function reject(run: Run, line: number, cells: readonly string[], problem: RowProblem): void {
  run.summary.rejected += 1
  run.rejected.push({ line, cells, problem })
}

/** Hands the rows of a portion out that were rejected, in the order of the file. */
export function handOutRejected({ rejected, options }: Run): void {
  for (const row of rejected.sort((a, b) => a.line - b.line)) options.onReject(row)
  rejected.length = 0
}

/** Tells what was set aside or repaired in a row that is taken; `counted`: of the row something was told before. */
export function tell({ summary, options }: Run, line: number, remarks: readonly Remark[], counted = false): void {
  if (!counted && remarks.some(({ code }) => code !== 'differs')) summary.remarks += 1
  for (const remark of remarks) options.onRemark(line, remark)
}

/** Notes which client a row of this program's own file is. */
export function own({ ownIds, owners }: Run, inFile: number, id: number): void {
  ownIds.set(inFile, id)
  owners.set(id, inFile)
}

/** Notes whom a row names as the one who recommended. */
export function refer(run: Run, id: number, { referredBy: name, own: mine, line }: Draft): void {
  const number = mine?.referrer ?? null
  if (name !== null || number !== null) run.referrals.push({ id, name, number, line })
}

/** Makes the fields of the user's own that rows have values for. */
export async function ensureFields(run: Run, drafts: readonly Pick<Draft, 'custom'>[]): Promise<void> {
  for (const { custom } of drafts)
    for (const { key } of custom) {
      if (run.fieldIds.has(key)) continue
      const { label, type, choices } = run.fieldTypes.get(key) ?? { label: key, type: 'text' as const, choices: [] }
      run.fieldIds.set(
        key,
        await run.writing.importing.addCustomField({ key, label: label === key ? null : label, type, choices }),
      )
      run.summary.new_fields.push(key)
    }
}
