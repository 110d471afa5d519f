/** What `check` looks at, in the order in which it is told. */
export const CHECKS = [
  'file',
  'schema',
  'search',
  'standings',
  'journal',
  'exports',
  'consent',
  'erasure',
  'clock',
  'engine',
  'permissions',
  'owner',
  'place',
  'sync',
  'copies',
  'leftovers',
  'space',
  'backups',
] as const
export type CheckName = (typeof CHECKS)[number]

/** A warning is about what may go wrong; a problem is something that has. */
export type State = 'ok' | 'warning' | 'problem'

/** What is wrong with the journal. `operations` are numbers of some of them. */
export type JournalFault =
  | { is: 'empty' | 'unreadable' | 'unlinked'; operations: number[]; many: number }
  | { is: 'unknown-table'; tables: string[] }
  | { is: 'rows-missing' | 'rows-unaccounted'; table: string; rows: number }

/** What is known of each answer; the words say it. */
export interface Facts {
  whole: { bytes: number }
  damaged: { lines: string[] }
  schemaRight: { version: number }
  schemaForeign: { lines: string[] }
  searchRight: { clients: number }
  searchWrong: { clients: number }
  searchMended: { clients: number }
  searchBroken: { lines: string[] }
  standingsRight: { clients: number }
  standingsWrong: { clients: number }
  standingsMended: { clients: number }
  journalWhole: { operations: number }
  journalBroken: { faults: JournalFault[] }
  exportsWhole: { entries: number }
  exportsBroken: {
    faults: readonly { is: 'changed' | 'unlinked' | 'missing' | 'details'; id: number; until: number }[]
  }
  consentPlain: { answers: number }
  consentOdd: { clients: number }
  erasuresSwept: { people: number }
  sweepDue: Record<never, never>
  sweptNow: Record<never, never>
  clockRight: Record<never, never>
  clockBehind: { latest: string }
  engineFine: { version: string; withdrawn: boolean; crafted: string[] }
  engineBugs: { version: string; bugs: { id: string; harm: 'loss' | 'answers'; fixed: string }[] }
  closed: { files: number }
  open: { paths: string[] }
  /** Told only when it is so: whatever is typed, nothing will be kept. */
  notWritable: { path: string; disk: boolean }
  owned: Record<never, never>
  ownedByOther: { paths: string[] }
  local: { type: string | null }
  network: { type: string; point: string }
  maybeNetwork: { type: string; point: string }
  inMemory: { type: string; point: string }
  notSynchronised: Record<never, never>
  synchronised: { by: string; folder: string }
  noCopies: Record<never, never>
  conflictCopies: { names: string[] }
  tidy: Record<never, never>
  keptCopies: { copies: number; bytes: number }
  leftovers: { items: { path: string; bytes: number }[] }
  room: { free: number }
  tight: { free: number; needed: number }
  spaceUnknown: Record<never, never>
  backupFresh: { path: string; days: number }
  backupOld: { path: string; days: number }
  backupNone: { folder: string }
  /** Of a damaged base no backup is made any more: which to put back, or that there is none here. */
  backupToRestore: { path: string; days: number }
  backupNoneToRestore: { folder: string }
  /** None yet, of a base in which there is little to lose. */
  backupNotYet: Record<never, never>
}

export type Finding = {
  [Kind in keyof Facts]: {
    name: CheckName
    state: State
    is: Kind
    facts: Facts[Kind]
    /** Lines for a shell that put it right. */
    commands?: string[]
  }
}[keyof Facts]

/** The answer to one question. */
export const found = <Kind extends keyof Facts>(
  name: CheckName,
  state: State,
  is: Kind,
  facts: Facts[Kind],
  commands: string[] = [],
): Finding => ({ name, state, is, facts, ...(commands.length > 0 ? { commands } : {}) }) as Finding

/** A word as a POSIX shell takes it, whatever is in it. */
export const quoted = (word: string): string =>
  /^[\p{L}\p{N}@%+=:,./_-]+$/u.test(word) && !word.startsWith('-') ? word : `'${word.replaceAll("'", `'\\''`)}'`
