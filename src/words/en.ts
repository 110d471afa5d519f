import type { Reason } from '../domain/agenda.js'
import type { FieldType } from '../domain/client.js'
import { exporting } from './exporting/en.js'
import { filter } from './filter/en.js'
import { history } from './history/en.js'
import { FIELD_TYPES, importing } from './importing/en.js'
import { matching } from './matching/en.js'
import { merging } from './merging/en.js'
import { MESSENGER_NAMES } from './messengers.js'
import { orders } from './orders/en.js'
import { plural } from './plural.js'
import { segments } from './segments/en.js'
import { standing } from './standing/en.js'

const count = plural('en')

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

const days = (number: number): string => `${Math.abs(number)} ${count(number, { one: 'day', other: 'days' })}`

interface CandidateLike {
  id: number
  name: string
  city: string | null
  phone: string | null
}

interface ObstacleLike {
  operation: number | null
  at: string | null
  command: string | null
  what: string
}

/** Everything the program says, in English. The other catalogues have the same shape: a missing word does not compile. */
export const en = {
  language: 'en',
  months: MONTHS,
  weekdays: WEEKDAYS,
  /** `Sunday, 22 November 2026` */
  longDate: (weekday: number, day: number, month: number, year: number): string =>
    `${WEEKDAYS[weekday - 1]}, ${day} ${MONTHS[month - 1]} ${year}`,
  /** `22 Nov`, with the year when it is not this one. */
  shortDate: (day: number, month: number, year: number | null): string =>
    `${day} ${(MONTHS[month - 1] ?? '').slice(0, 3)}${year === null ? '' : ` ${year}`}`,

  candidate: ({ id, name, city, phone }: CandidateLike): string =>
    [String(id).padStart(6), name, phone, city].filter((part) => part !== null && part !== '').join('  '),
  obstacle: ({ operation, at, command, what }: ObstacleLike): string =>
    operation === null
      ? what
      : `operation ${operation} of ${(at ?? '').slice(0, 16).replace('T', ' ')} UTC: ${command}`,

  errors: {
    eitherOr: (a: string, b: string): string => `${a} and ${b} exclude each other.`,
    verifiedAhead: (date: string): string => `${date} is still ahead: data is verified on a day that was.`,
    outputFailed: (message: string): string => `The output could not be written: ${message}.`,
    cancelled: 'Cancelled.',
    internal: (message: string): string => `This is a bug in clientele: ${message}`,
    internalHint: 'The base was not changed by it. Please report it with the lines below.',
    busy: (file: string): string => `Another program is writing to ${file} and has not finished.`,
    busyHint: 'Perhaps a long import is running. Try again when it is done.',
    notABase: (file: string): string => `${file} is not a clientele base.`,
    notABaseHint: 'It was left untouched. Name another file with --db, or import it if it is a table.',
    damaged: (file: string): string => `${file} is damaged.`,
    damagedHint: 'Restore the latest backup: clientele restore <file>. The damaged file is kept beside it.',
    diskFull: (file: string): string => `There is no room left to write to ${file}.`,
    nothingWritten: 'Nothing of this command was written.',
    readOnly: (file: string): string => `${file} cannot be written: no permission, or a read-only disk.`,
    readOnlyHint: 'Check the rights of the file and of its folder, or name another base with --db.',
    cannotOpen: (file: string): string => `${file} cannot be opened.`,
    inputOutput: (file: string, message: string): string => `Reading or writing ${file} failed: ${message}.`,
    constraint: (message: string): string => `This would break a rule of the base: ${message}.`,
    migrationBroke: 'Bringing the base to the new version failed its check; it stays as it was.',
    isFolder: (file: string): string => `${file} is a folder, not a file.`,
    noSuchFile: (file: string): string => `There is no file ${file}.`,
    newerBase: (file: string, version: number, latest: number): string =>
      `${file} was written by a newer clientele (schema ${version}; this program knows up to ${latest}).`,
    newerBaseHint: 'Update the program. The base was not touched.',
    fileExists: (file: string): string => `${file} exists already.`,
    fileExistsHint: 'Choose another name, or use --force to replace it.',
    restoreOntoItself: 'That file is the base itself.',

    usage: (message: string): string => message,
    usageHint: (verb: string): string => `See: clientele help${verb === '' ? '' : ` ${verb}`}`,
    unknownCommand: (name: string, near: string | null): string =>
      `There is no command “${name}”.${near === null ? '' : ` Did you mean “${near}”?`}`,
    unknownOption: (name: string, near: string | null): string =>
      `There is no option ${name} here.${near === null ? '' : ` Did you mean ${near}?`}`,
    missingArgument: (name: string): string => `<${name}> is missing.`,
    missingValue: (option: string): string => `${option} needs a value.`,
    tooManyArguments: (text: string): string => `Too many words: “${text}”.`,
    notOneOf: (flag: string, value: string, choices: readonly string[]): string =>
      `${flag} takes ${choices.join(', ')}, not “${value}”.`,
    badNumber: (flag: string, value: string): string => `${flag} takes a whole number, not “${value}”.`,
    badZone: (zone: string): string => `“${zone}” is not a time zone; one looks like Europe/Kyiv.`,
    badNow: (text: string): string => `“${text}” is not a time; one looks like 2026-11-22T09:30.`,
    badLanguage: (text: string): string => `The language is en, ru or uk, not “${text}”.`,
    badUrl: (text: string): string => `“${text}” is not a base this version can open; name a file.`,
    badConfig: (file: string): string => `${file} is not readable as settings (JSON).`,
    badSetting: (key: string, near: string | null): string =>
      `There is no setting “${key}”.${near === null ? '' : ` Did you mean “${near}”?`}`,
    badSettingValue: (key: string, value: string): string => `“${value}” does not fit the setting ${key}.`,
    formatNotHere: (format: string, formats: readonly string[]): string =>
      `The format here is ${formats.join(', ')}, not “${format}”.`,
    needsTerminal: 'Something is missing, and there is no terminal to ask on.',

    noClient: (text: string): string => `No client fits “${text}”.`,
    nearestHint: 'The nearest are above. A client is named by id, phone, e-mail, @handle or words of the name.',
    noClientHint: 'A client is named by id, phone, e-mail, @handle or words of the name.',
    severalClients: (text: string, number: number): string => `“${text}” fits ${number} clients.`,
    severalHint: 'Name one by its id, or add a word.',
    noEntry: (text: string): string => `There is no ${text} on today's list.`,
    noEntryHint: 'Numbers are those that “clientele today” shows: t1, t2 …',
    notAnEntry: (text: string): string => `“${text}” is not a number of today's list.`,
    alreadyClosed: (text: string): string => `${text} is closed already.`,
    snoozeBack: (date: string): string => `${date} is not ahead: an entry is put off to a later day.`,
    noDate: (id: number): string => `There is no date with number ${id}.`,
    noOperation: (id: number): string => `There is no operation ${id}.`,
    nothingToUndo: 'There is nothing to take back.',
    alreadyUndone: (id: number): string => `Operation ${id} is taken back already.`,
    undoTheFirst: (id: number): string => `Operation ${id} put an earlier one in force again; take back that one.`,
    undoBlocked: (number: number): string =>
      `This cannot be taken back: ${number} later ${count(number, { one: 'change stands', other: 'changes stand' })} on it.`,
    undoBlockedHint: 'Take those back first: clientele undo <operation>. Nothing was changed.',

    noName: 'A client needs a name.',
    badPoint: (flag: string, text: string): string => `“${text}” does not fit ${flag}.`,
    badHours: (flag: string, text: string): string => `${flag} takes hours like 09:00-17:30, not “${text}”.`,
    badMoney: (flag: string, text: string): string => `${flag} takes a sum like 1250.50, not “${text}”.`,
    badMinutes: (text: string): string => `--minutes takes a number or h:mm, not “${text}”.`,
    badRemind: (text: string): string => `--remind takes days or weeks ahead, like 7d or 2w, not “${text}”.`,
    badCustom: (key: string, value: string, type: FieldType, choices: readonly string[]): string =>
      `${key} takes ${FIELD_TYPES[type]}${choices.length > 0 ? ` (${choices.join(', ')})` : ''}, not “${value}”.`,
    badPair: (text: string): string => `--set takes key=value, not “${text}”.`,
    badFieldKey: (name: string): string => `“${name}” cannot name a field: a name begins with a letter.`,
    builtInField: (key: string): string => `${key} is a built-in field; it has a flag of its own.`,
    fieldExists: (key: string): string => `There is a field ${key} already.`,
    fieldInUse: (key: string, uses: number): string =>
      `${key} is filled in for ${uses} ${count(uses, { one: 'client', other: 'clients' })}; empty it there first.`,
    noField: (name: string): string => `There is no custom field “${name}”.`,
    choicesNeeded: 'A choice field, and only it, takes --choices a,b,c.',
    notThere: (flag: string, text: string): string => `${flag}: the client has no “${text}”.`,
    roleWithoutCompany: 'A role is a role at a company: add --company.',
    refersToItself: 'Nobody recommends themselves.',
    duplicate: (name: string): string => `“${name}” is in the base already.`,
    duplicateHint: (id: number): string =>
      `Complete it with: clientele edit ${id} … If it is somebody else, repeat with --force.`,
    alreadyArchived: (name: string): string => `${name} is in the archive already.`,
    contactAhead: (date: string): string => `${date} is still ahead: a contact is logged after it happened.`,
    contactAheadHint: 'For what is to come, use: clientele next <client> <when> [what].',
    noOccasion: 'Say what is kept on that day: birthday, anniversary, …',
    nothingToChange: 'Say what to change, with flags like --city or --phone.',
    allNeeded: (number: number): string =>
      `The filter fits ${number} ${count(number, { one: 'client', other: 'clients' })}; add --all to change them.`,

    when: {
      unreadable: (text: string): string => `“${text}” is not a day that can be read.`,
      impossible: (text: string): string => `“${text}” does not exist.`,
      ambiguous: (text: string): string => `“${text}” can be read two ways.`,
    },
    whenHint: 'Days look like 2026-12-01, 01.12, fri, tomorrow, +3d, in 2 weeks; a time like 14:30 may follow.',
    birthdayHint: 'Dates look like 12.03.1980, 1980-03-12, or without the year 12.03 and --03-12.',

    import: importing.errors,
  },

  problem: importing.problem,
  remark: importing.remark,
  import: importing.import,
  export: exporting,
  diary: history,
  filter,
  orders,
  matching,
  merging,
  segments,
  standing,

  today: {
    sections: { calls: 'Calls', greetings: 'Greetings', tasks: 'Tasks' },
    nothing: 'Nothing is due. Have a good day.',
    more: (number: number): string => `… and ${number} more (--limit)`,
    /** Why an entry is there, in one line. */
    reason: (reason: Reason): string => {
      if (reason.code === 'occasion') {
        const whose = reason.who === null ? '' : `, ${reason.who}`
        const what = reason.occasion === 'birthday' ? `birthday${whose}` : `${reason.occasion}${whose}`
        const age =
          reason.years === null
            ? ''
            : reason.occasion === 'birthday'
              ? `, turns ${reason.years}`
              : `, ${reason.years} ${count(reason.years, { one: 'year', other: 'years' })}`
        const day =
          reason.days === 0
            ? 'today'
            : reason.days > 0
              ? `in ${days(reason.days)}`
              : `${days(reason.days)} ago, belated`
        return `${what}${age} – ${day}`
      }
      if (reason.days === 0 && reason.time === null && reason.text !== null && !reason.snoozed) return reason.text
      const late =
        reason.days < 0
          ? `${days(reason.days)} late`
          : reason.days === 0
            ? reason.time === null
              ? 'promised for today'
              : `at ${reason.time}`
            : `in ${days(reason.days)}`
      return `${reason.text ?? ''}${reason.text === null ? '' : ' – '}${late}${reason.snoozed ? ', put off before' : ''}`
    },
    kinds: { call: 'call', greet: 'greet', gift: 'gift', task: 'task' },
    lastContact: (when: string, what: string): string => `last contact ${when}${what === '' ? '' : `: ${what}`}`,
    neverContacted: 'no contact yet',
  },

  card: {
    sections: {
      reach: 'Reach',
      relations: 'Belongs together',
      dates: 'Dates',
      promises: 'Promises',
      history: 'Contacts',
      details: 'Details',
    },
    kinds: { person: 'person', company: 'company' },
    statuses: { lead: 'lead', client: 'client', former: 'former client' },
    archived: (date: string): string => `in the archive since ${date}`,
    relation: { company: 'at', person: 'with', referred_by: 'recommended by', referred: 'recommended' },
    more: (number: number): string => `… and ${number} more`,
    vip: 'VIP',
    promiseStates: { open: 'open', done: 'done', skipped: 'skipped' },
    contactsSummary: (number: number): string => `${number} ${count(number, { one: 'contact', other: 'contacts' })}`,
    since: (date: string): string => `in the base since ${date}`,
    birthday: 'birthday',
    /** Labels of contact points that imports give; others are shown as they were typed. */
    labels: { mobile: 'mobile', work: 'work', home: 'home', personal: 'personal', other: 'other' } as Record<
      string,
      string
    >,
  },

  /** Names of columns and of the lines of a card. */
  fields: {
    id: 'Id',
    kind: 'Kind',
    name: 'Name',
    family_name: 'Family name',
    given_name: 'Given name',
    patronymic: 'Patronymic',
    company: 'Company',
    position: 'Position',
    role: 'Role',
    status: 'Status',
    phone: 'Phone',
    phones: 'Phones',
    email: 'E-mail',
    emails: 'E-mails',
    handles: 'Messengers',
    ...MESSENGER_NAMES,
    url: 'Website',
    city: 'City',
    address: 'Address',
    birthday: 'Birthday',
    source: 'Source',
    tag: 'Tags',
    tags: 'Tags',
    owner: 'Owner',
    vip: 'VIP',
    channel: 'Prefers',
    hours: 'Hours',
    no_call: 'Do not call',
    zone: 'Time zone',
    note: 'Note',
    referred_by: 'Recommended by',
    consent: 'Consent',
    verified: 'Verified',
    verified_at: 'Verified',
    external_id: 'Outside id',
    external_system: 'System',
    created_at: 'Created',
    updated_at: 'Changed',
    archived_at: 'Archived',
    contacts: 'Contacts',
    last_contact_at: 'Last contact',
    orders: 'Orders',
    spent: 'Spent',
    warmth: 'Warmth',
    cadence: 'Touch every, days',
    paused_until: 'Paused until',
    frequency: 'Frequency',
    occasion: 'Occasion',
    who: 'Whose',
    date: 'Date',
    remind_days: 'Remind',
    client: 'Client',
    at: 'When',
    command: 'What was run',
    rows: 'Rows',
    state: 'State',
    type: 'Type',
    names: 'Also called',
    example: 'Example',
    value: 'Value',
    origin: 'From',
    key: 'Setting',
  } as Record<string, string>,

  done: {
    wouldExport: (number: number, file: string): string =>
      `Would write ${number} ${count(number, { one: 'client', other: 'clients' })} to ${file}.`,
    wouldAdd: (name: string): string => `Would add ${name}.`,
    wouldRemove: (name: string): string => `Would move ${name} to the archive.`,
    newField: (key: string): string => `New field: ${key} (text). Give it a type with: clientele fields add.`,
    logged: (name: string): string => `Logged: ${name}.`,
    promised: (name: string, when: string): string => `Promised: ${name}, ${when}.`,
    closed: (number: string, name: string): string => `Done: ${number}, ${name}.`,
    skipped: (number: string, name: string): string => `Skipped: ${number}, ${name}.`,
    snoozed: (number: string, name: string, when: string): string => `Put off: ${number}, ${name}, until ${when}.`,
    stillOpen: (number: string): string => `${number} stays open; close it with: clientele done ${number}`,
    edited: (number: number): string => `Changed ${number} ${count(number, { one: 'client', other: 'clients' })}.`,
    unchanged: 'Nothing is different.',
    wouldEdit: (number: number): string =>
      `Would change ${number} ${count(number, { one: 'client', other: 'clients' })}.`,
    archived: (name: string): string => `${name} is in the archive. Take it back with: clientele undo`,
    dateAdded: (name: string, occasion: string, date: string): string => `Noted: ${name}, ${occasion}, ${date}.`,
    dateRemoved: 'The date is removed.',
    undone: (id: number, command: string, rows: number): string =>
      `Took back operation ${id} (${command}): ${rows} ${count(rows, { one: 'row', other: 'rows' })}.`,
    redoHint: (by: number): string => `To have it again: clientele undo ${by}`,
    exported: (number: number, file: string): string =>
      `Wrote ${number} ${count(number, { one: 'client', other: 'clients' })} to ${file}.`,
    backedUp: (file: string): string => `Backup, verified: ${file}`,
    restored: (file: string): string => `Restored from ${file}.`,
    keptAside: (file: string): string => `What was there before is kept: ${file}`,
    copied: (file: string): string => `The base was brought to this version; the old one is kept: ${file}`,
    fieldAdded: (key: string): string => `Field ${key} is ready: --set ${key}=…`,
    fieldRemoved: (key: string): string => `Field ${key} is removed.`,
    settingSaved: (key: string, value: string): string => `${key} = ${value}`,
    settingRemoved: (key: string): string => `${key} is back to its default.`,
    removeQuestion: (name: string): string => `Move ${name} to the archive?`,
    firstBase: (file: string): string => `A new base was made: ${file}`,
    openToOthers: (file: string): string =>
      `Warning: other users of this machine can read ${file}. Close it with: chmod 600`,
    emptyList: 'No client fits.',
    sure: 'Sure?',
  },

  check: {
    fine: 'The base is sound.',
    bad: (number: number): string => `The base has ${number} ${count(number, { one: 'problem', other: 'problems' })}.`,
    file: 'File',
    size: 'Size',
    clients: 'Clients',
    schema: 'Schema',
    engine: 'SQLite',
    searchOff: (clients: number, searched: number): string =>
      `the search index holds ${searched} of ${clients} clients`,
    restoreHint: 'Restore the latest backup: clientele restore <file>.',
  },

  history: {
    states: { done: 'in force', undone: 'taken back' },
    undoes: (id: number): string => `takes back ${id}`,
    empty: 'Nothing has been changed yet.',
  },

  ask: {
    client: 'Which client?',
    which: 'Which one is meant?',
    nothing: 'nothing found',
    name: 'Name',
    phone: 'Phone (may be empty)',
    email: 'E-mail (may be empty)',
    company: 'Company (may be empty)',
    birthday: 'Birthday (may be empty)',
    note: 'Note (may be empty)',
    channel: 'What was it?',
    channels: { call: 'call', email: 'e-mail', meet: 'meeting', message: 'message' },
    said: 'What was said?',
    next: 'And next? (day and what, may be empty)',
    when: 'When?',
    what: 'What?',
    type: 'type to search',
  },

  demo: {
    ready: (file: string): string => `The demo base is ${file}. Try: clientele --db ${file} show t1`,
    intro: 'A base of invented clients. Your own is not touched.',
  },

  help: {
    tagline: 'Your clients in the terminal: whom to call, whom to greet, what was promised.',
    usage: 'Usage',
    commands: 'Commands',
    options: 'Options',
    arguments: 'Arguments',
    globals: 'Everywhere',
    daily: 'The day: today → log t1 --call "agreed" --next "fri send it" → snooze t2 +1d → done t3',
    groups: { day: 'Every day', clients: 'Clients', value: 'Orders and warmth', data: 'In and out', base: 'The base' },
    verbs: {
      add: 'add a client',
      edit: 'change a client, or many by a filter with --all',
      show: 'everything about a client',
      list: 'clients that pass a filter',
      count: 'how many pass a filter',
      log: 'write down a contact',
      next: 'promise something for a day',
      done: 'close an entry of the day',
      snooze: 'put an entry off',
      skip: 'drop an entry',
      today: 'calls, greetings and tasks of the day',
      date: 'birthdays and other days that come back',
      import: 'take clients in from a file',
      export: 'write clients out',
      order: 'orders: in, paid, changed',
      expense: 'what clients cost besides',
      warmth: 'warmth, frequency and rhythm of a client; set by hand with --set',
      why: 'why a client is warm, due or lost, term by term',
      dedupe: 'find clients that are held twice; merge the certain ones, judge the rest',
      merge: 'make one client of several; undo takes it back',
      distinct: 'remember that two clients are not the same',
      segment: 'filters kept under a name, used as @name',
      undo: 'take an operation back',
      history: 'what was changed, and when',
      backup: 'make a verified copy of the base',
      restore: 'put a backup in place of the base',
      check: 'is the base sound?',
      remove: 'move a client to the archive',
      demo: 'a ready-made base to try things on',
      config: 'settings',
      fields: 'fields, and those of your own',
      help: 'help on a command',
    },
    dateVerbs: { add: 'note a day', list: 'list days', remove: 'remove a day by its number' },
    fieldVerbs: { list: 'list the fields', add: 'make a field of your own', remove: 'remove a field that is not used' },
    configVerbs: {
      list: 'show all settings',
      get: 'show one',
      set: 'change one',
      unset: 'back to the default',
      path: 'where the settings are kept',
    },
    args: {
      name: 'name of the person or company',
      client: 'id, t3, phone, e-mail, @handle, ext:id, or words of the name',
      filter: 'words, field:value, tag:vip, status:client …',
      text: 'what was said; - reads it from standard input',
      when: 'tomorrow, fri, +3d, 01.12, 2026-12-01 14:30',
      what: 'what was promised',
      entry: 'a number of today’s list, like t3',
      file: 'a file, or - for standard input',
      operation: 'number of an operation; the latest when left out',
      occasion: 'birthday, anniversary, …',
      key: 'name of the setting',
      value: 'its value',
      verb: 'a command',
      number: 'the number that date list shows',
      field: 'name of the field',
    },
    flags: {
      db: 'the base (file)',
      format: 'table, json, ndjson, csv, tsv, ids, md where it makes sense',
      json: 'short for --format json',
      lang: 'en, ru or uk',
      tz: 'time zone, like Europe/Kyiv',
      now: 'take this as the present moment',
      noColor: 'no colour',
      noInput: 'never ask',
      quiet: 'only data and errors',
      yes: 'answer yes',
      dryRun: 'show what would be done, change nothing',
      version: 'print the version',
      help: 'print help',
      kind: 'person or company',
      point: 'a way to reach them, value or label:value; repeatable',
      removePoint: 'take one away; repeatable',
      company: 'company they belong to',
      removeCompany: 'no longer belongs to this company',
      role: 'role there: director, accounts, gatekeeper …',
      position: 'position',
      city: 'city',
      address: 'address',
      birthday: 'birthday, with or without the year',
      source: 'where they came from',
      referredBy: 'who recommended you',
      tag: 'a tag; repeatable',
      removeTag: 'take a tag away',
      owner: 'who answers for the client',
      vip: 'a VIP',
      noVip: 'no longer a VIP',
      status: 'lead, client or former',
      channelPreferred: 'preferred channel',
      hours: 'when to call: 09:00-17:30',
      noCall: 'when not to call: 13:00-14:00',
      zone: 'the client’s time zone',
      note: 'a note',
      set: 'a field of your own: key=value; repeatable',
      externalId: 'id in another system',
      system: 'name of that system',
      consent: 'yes or no: consent to be contacted',
      verified: 'the data was verified on this day',
      force: 'even if it is there already',
      nameFlag: 'a new name',
      all: 'change all that the filter finds',
      columns: 'columns, like id,name,phone',
      sort: 'order, like -created,name',
      limit: 'at most so many',
      offset: 'leave out the first so many',
      call: 'a call',
      email: 'a letter',
      meet: 'a meeting',
      message: 'a message',
      channel: 'another channel',
      in: 'they came to you',
      out: 'you came to them',
      result: 'reached, no-answer, refused, agreed …',
      purpose: 'what for',
      minutes: 'how long, in minutes',
      cost: 'what it cost',
      at: 'when it was',
      next: 'what comes next: "fri send it"',
      promiseKind: 'call, greet, gift or task',
      ahead: 'look so many days ahead',
      belated: 'and so many days back for greetings',
      only: 'calls, greetings, tasks',
      filter: 'only clients that pass this filter',
      exitCode: 'exit with 10 when nothing is due',
      who: 'whose day it is: "wife Anna"',
      remind: 'say it so long before: 7d, 2w',
      as: 'what the rows are: clients',
      map: '"Column=field"; repeatable',
      profile: 'a saved mapping',
      encoding: 'encoding of the file: utf-8, cp1251 …',
      delimiter: 'what separates the columns',
      sheet: 'the sheet of a workbook',
      dateOrder: 'say how dates are written: dmy or mdy',
      createClients: 'make leads of clients in a log whom nobody knows',
      onMatch: 'for what is there: skip, fill (usual for clients), update (for orders), create',
      rejects: 'file for rejected rows',
      output: 'write to this file',
      overwrite: 'replace a file that exists',
      fresh: 'make it anew',
      type: 'text, number, money, date, choice or yes-no',
      choices: 'the choices, a,b,c',
      label: 'how it is called in lists',
    },
  },
}

export type Words = typeof en
