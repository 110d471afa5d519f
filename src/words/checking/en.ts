import type { CheckName, Facts, JournalFault, State } from '../../domain/checking/finding.js'
import { plural } from '../plural.js'

const count = plural('en')
const of = (number: number, one: string, other: string): string =>
  `${number.toLocaleString('en')} ${count(number, { one, other })}`
const clients = (number: number): string => of(number, 'client', 'clients')

const size = (bytes: number): string =>
  bytes < 1_048_576
    ? `${Math.ceil(bytes / 1024)} KB`
    : bytes < 1_073_741_824
      ? `${(bytes / 1_048_576).toFixed(1)} MB`
      : `${(bytes / 1_073_741_824).toFixed(1)} GB`

const some = (names: readonly (string | number)[], many: number): string =>
  many > names.length ? `${names.join(', ')} and ${many - names.length} more` : names.join(', ')

const fault = (fault: JournalFault): string => {
  switch (fault.is) {
    case 'empty':
      return `what was changed by ${count(fault.many, { one: 'operation', other: 'operations' })} ${some(fault.operations, fault.many)} is not there`
    case 'unreadable':
      return `what ${count(fault.many, { one: 'operation', other: 'operations' })} ${some(fault.operations, fault.many)} replaced cannot be read`
    case 'unlinked':
      return `${count(fault.many, { one: 'operation', other: 'operations' })} ${some(fault.operations, fault.many)} and what took them back do not fit together`
    case 'unknown-table':
      return `it speaks of tables that are not there: ${fault.tables.join(', ')}`
    case 'rows-missing':
      return `${of(fault.rows, 'row', 'rows')} of ${fault.table} ${count(fault.rows, { one: 'is', other: 'are' })} gone, and nobody removed ${count(fault.rows, { one: 'it', other: 'them' })}`
    case 'rows-unaccounted':
      return `${of(fault.rows, 'row', 'rows')} of ${fault.table} ${count(fault.rows, { one: 'was', other: 'were' })} put there by something else than this program`
  }
}

const LOG_FAULTS = {
  changed: 'was changed',
  unlinked: 'does not follow the one before it',
  missing: 'is missing',
  details: 'had its details changed',
}

/** One answer: what there is, lines of their own below it, and what to do. */
export interface Said {
  detail: string
  more?: string[]
  advice?: string
}

/** What `check` says. */
export const checking = {
  names: {
    file: 'file',
    schema: 'schema',
    search: 'search',
    standings: 'computed',
    journal: 'journal',
    exports: 'exports log',
    consent: 'consent',
    erasure: 'erasure',
    clock: 'clock',
    engine: 'SQLite',
    permissions: 'permissions',
    owner: 'owner',
    place: 'disk',
    sync: 'cloud folder',
    copies: 'copies',
    leftovers: 'leftovers',
    space: 'free space',
    backups: 'backups',
  } as Record<CheckName, string>,
  states: { ok: 'ok', warning: 'warning', problem: 'problem' } as Record<State, string>,
  summary: (number: number, bytes: number, version: number, engine: string): string =>
    `${clients(number)} · ${size(bytes)} · schema ${version} · SQLite ${engine}`,
  fine: 'The base is sound.',
  fineBut: (warnings: number): string => `The base is sound, with ${of(warnings, 'warning', 'warnings')}.`,
  bad: (number: number): string => `The base has ${of(number, 'problem', 'problems')}.`,
  restoreHint: 'Restore a backup: clientele restore <file>. What is there now is kept beside it.',
  restoreNewest: (command: string, days: number): string =>
    `The latest backup is ${days === 0 ? 'of today' : `${of(days, 'day', 'days')} old`}: ${command}`,
  noBaseHint: 'There is nothing to check yet. Any other command makes the base, or name one with --db.',

  found: {
    whole: ({ bytes }) => ({ detail: `${size(bytes)}, every page and every reference in its place` }),
    damaged: ({ lines }) => ({
      detail: 'damaged; nothing was written into it',
      more: lines,
      advice: 'restore the latest backup; what is there now is kept beside it',
    }),
    schemaRight: ({ version }) => ({ detail: `as version ${version} of the program makes it, nothing added` }),
    schemaForeign: ({ lines }) => ({
      detail: 'not as the program makes it: - is missing, + was added, ! is different',
      more: lines,
      advice: 'another program has changed it; restore a backup from before that',
    }),
    searchRight: ({ clients: number }) => ({ detail: `finds ${clients(number)} by the words they have` }),
    searchWrong: ({ clients: number }) => ({
      detail: `does not have the right words of ${clients(number)}`,
      advice: 'clientele check without -n puts it right',
    }),
    searchMended: ({ clients: number }) => ({
      detail: `did not have the right words of ${clients(number)}; put right`,
    }),
    searchBroken: ({ lines }) => ({
      detail: 'the index is broken, the clients are not',
      more: lines,
      advice: 'clientele check without -n makes it anew',
    }),
    standingsRight: ({ clients: number }) => ({
      detail: `warmth, sums and rhythm of ${clients(number)} are what the history says`,
    }),
    standingsWrong: ({ clients: number }) => ({
      detail: `warmth, sums or rhythm of ${clients(number)} are not what the history says`,
      advice: 'clientele check without -n puts them right',
    }),
    standingsMended: ({ clients: number }) => ({
      detail: `warmth, sums or rhythm of ${clients(number)} were not what the history says; computed anew`,
    }),
    journalWhole: ({ operations }) => ({
      detail: `${of(operations, 'operation', 'operations')}, and every row came about by one`,
    }),
    journalBroken: ({ faults }) => ({
      detail: 'does not account for what is in the base',
      more: faults.map(fault),
      advice: 'another program has changed the base; compare it with a backup',
    }),
    exportsWhole: ({ entries }) => ({
      detail: entries === 0 ? 'nothing was taken out yet' : `${of(entries, 'entry', 'entries')}, an unbroken chain`,
    }),
    exportsBroken: ({ faults }) => ({
      detail: 'somebody has been at the log of what was taken out',
      more: faults.map(({ is, id, until }) => `entry ${id === until ? id : `${id}–${until}`} ${LOG_FAULTS[is]}`),
      advice: 'compare it with that of a backup: clientele --db <backup> history --exports',
    }),
    consentPlain: ({ answers }) => ({
      detail: answers === 0 ? 'nobody was asked yet' : of(answers, 'answer', 'answers'),
    }),
    consentOdd: ({ clients: number }) => ({
      detail: `what ${clients(number)} answered is not something that can be answered`,
      advice: 'another program wrote it; set it anew: clientele edit <client> --consent',
    }),
    erasuresSwept: ({ people }) => ({
      detail:
        people === 0
          ? 'nobody was erased'
          : `${of(people, 'person', 'people')} erased, old versions swept out of the file`,
    }),
    sweepDue: () => ({
      detail: 'an erasure was not swept out of the file yet',
      advice: 'clientele check without -n does it, when nobody else has the base open',
    }),
    sweptNow: () => ({ detail: 'an erasure was not swept out of the file yet; done' }),
    clockRight: () => ({ detail: 'nothing was written later than now' }),
    clockBehind: ({ latest }) => ({
      detail: `something was written at ${latest}, which is still ahead`,
      advice: 'look at the clock of this machine and of others that use the base',
    }),
    engineFine: ({ version, withdrawn, crafted }) => ({
      detail: `${version}: no known bug that could harm a base of your own`,
      more: [
        ...(withdrawn ? ['taken back by its makers for new features, which are not used here'] : []),
        ...(crafted.length > 0
          ? [`a base made to do harm could do some (${crafted.join(', ')}): open only what you trust`]
          : []),
      ],
    }),
    engineBugs: ({ version, bugs }) => ({
      detail: `${version} has known bugs`,
      more: bugs.map(
        ({ id, harm, fixed }) =>
          `${id}: ${harm === 'loss' ? 'a base may be damaged when several programs use it' : 'answers may be wrong'}; mended in ${fixed}`,
      ),
      advice: 'update the program',
    }),
    closed: ({ files }) => ({ detail: `${of(files, 'file', 'files')}, for their owner alone` }),
    open: ({ paths }) => ({
      detail: `others on this machine can get at ${of(paths.length, 'file or folder', 'files and folders')}`,
      advice: 'close them:',
    }),
    notWritable: ({ path, disk }) => ({
      detail: `${path} cannot be written: ${disk ? 'the disk can only be read' : 'no permission'}`,
      advice:
        'the base can be looked at, and nothing will be kept: use it as its owner, or copy it to a place of your own',
    }),
    owned: () => ({ detail: 'all files are yours' }),
    ownedByOther: ({ paths }) => ({
      detail: `${of(paths.length, 'file belongs', 'files belong')} to another user, who can read and change them`,
      more: paths.slice(0, 5),
      advice: 'use the base as its owner, and not as root',
    }),
    local: ({ type }) => ({
      detail: type === null ? 'no network in between, as far as can be seen' : `${type}, of this machine`,
    }),
    network: ({ type, point }) => ({
      detail: `${point} is reached over a network (${type})`,
      advice: 'two machines at once damage a base there: keep it on a disk of this one, and put backups there',
    }),
    maybeNetwork: ({ type, point }) => ({
      detail: `${point} may be reached over a network (${type})`,
      advice: 'if it is, keep the base on a disk of this machine, and put backups there',
    }),
    inMemory: ({ type, point }) => ({
      detail: `${point} is memory (${type}): the base is gone when the machine is switched off`,
      advice: 'keep the base on a disk',
    }),
    notSynchronised: () => ({ detail: 'not in one' }),
    synchronised: ({ by, folder }) => ({
      detail: `${folder} is kept in step with other machines by ${by}`,
      advice: 'half of a change may be copied, or two changes meet: keep the base elsewhere, and put backups there',
    }),
    noCopies: () => ({ detail: 'no second base of this name beside it' }),
    conflictCopies: ({ names }) => ({
      detail: `beside it ${count(names.length, { one: 'lies what looks like a copy', other: 'lie what look like copies' })}, made by hand or when two machines wrote at once`,
      more: names,
      advice:
        'see what only they have, then take it over: clientele --db <copy> export -o <file>, clientele import <file>',
    }),
    tidy: () => ({ detail: 'none' }),
    keptCopies: ({ copies, bytes }) => ({
      detail: `${of(copies, 'earlier base', 'earlier bases')} kept beside it, ${size(bytes)}; they may hold people who were erased since`,
    }),
    leftovers: ({ items }) => ({
      detail: `of ${count(items.length, { one: 'a command that was', other: 'commands that were' })} cut short`,
      more: items.map(({ path, bytes }) => `${path}, ${size(bytes)}`),
      advice: 'when nothing is running, drafts may be removed; a -wal or -journal never: any command takes it in',
    }),
    room: ({ free }) => ({ detail: size(free) }),
    tight: ({ free, needed }) => ({
      detail: `${size(free)}; a large import or a new version of the base may need ${size(needed)}`,
      advice: 'make room before the next of them',
    }),
    spaceUnknown: () => ({ detail: 'cannot be told here' }),
    backupFresh: ({ path, days }) => ({
      detail: `${days === 0 ? 'today' : `${of(days, 'day', 'days')} ago`}: ${path}`,
    }),
    backupOld: ({ path, days }) => ({
      detail: `the latest is ${of(days, 'day', 'days')} old: ${path}`,
      advice: 'make one, best each day:',
    }),
    backupNone: ({ folder }) => ({ detail: `none in ${folder}`, advice: 'make one, best each day:' }),
    backupToRestore: ({ path, days }) => ({
      detail: `the latest is ${days === 0 ? 'of today' : `${of(days, 'day', 'days')} old`}: ${path}`,
      advice: 'put it back; the damaged base is kept beside it:',
    }),
    backupNoneToRestore: ({ folder }) => ({
      detail: `none in ${folder}`,
      advice: 'if one is kept elsewhere, put it back: clientele restore <file>',
    }),
    backupNotYet: () => ({ detail: 'none yet; with so few clients it is early' }),
  } as { [Kind in keyof Facts]: (facts: Facts[Kind]) => Said },
}
