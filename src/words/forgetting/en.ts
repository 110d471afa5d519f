import { plural } from '../plural.js'

const count = plural('en')

/** What `forget` says, and what is said of people who were erased. */
export const forgetting = {
  help: {
    client: 'client to erase; none: finish an erasure that another program kept from ending',
    everywhere: 'also cut it out of the notes and contacts of others',
  },

  plan: {
    title: (id: number, name: string): string => `To be erased for good, without undo: ${id} «${name}».`,
    gone: (ids: readonly number[]): string => `With it goes what went into it: ${ids.join(', ')}.`,
    earlier: (ids: readonly number[]): string =>
      `With it go earlier entries of the same one, which were taken back: ${ids.join(', ')}.`,
    /** Rows of each table, behind the number. */
    tables: {
      client: 'card',
      contact_point: 'phones, e-mails and the like',
      relation: 'ties between persons and companies',
      anniversary: 'dates',
      greeting: 'greetings',
      contact: 'contacts',
      promise: 'promises',
      client_order: 'orders',
      expense: 'expenses',
      client_tag: 'tags',
      custom_value: 'values of own fields',
      care: 'settings by hand',
      attention: 'reminders that were dealt with',
      channel_consent: 'answers for channels',
      judgement: 'verdicts on duplicates',
      merging: 'merges',
    } as Record<string, string>,
    exports: (number: number): string =>
      `Since it is in the base, data was exported ${number} ${count(number, { one: 'time', other: 'times' })}; those files are not in the program's hands (clientele history --exports).`,
    sure: 'Erase for good?',
  },

  mentions: {
    title: (number: number): string =>
      `${number} ${count(number, { one: 'text of others speaks', other: 'texts of others speak' })} of it and ${count(number, { one: 'stays', other: 'stay' })} as written; edit what must not:`,
    entry: (client: number | null, table: string, id: number, field: string): string =>
      [...(client === null ? [] : [`client ${client}`]), ...(table === 'client' ? [] : [`${table} ${id}`])].join(', ') +
      `: ${field}`,
    cut: (number: number): string =>
      `It was cut out of ${number} ${count(number, { one: 'text', other: 'texts' })} of others.`,
    more: (number: number): string => `… and ${number} more (--json lists all)`,
  },

  copies: {
    title: (number: number): string =>
      `${number} ${count(number, { one: 'copy', other: 'copies' })} of the base still ${count(number, { one: 'holds', other: 'hold' })} it. Restoring leaves it out; delete what is not needed:`,
    encrypted: (file: string): string => `${file} (cannot be looked into)`,
  },

  done: {
    forgotten: (id: number): string => `${id} is erased, from the file as well.`,
    swept: 'An earlier erasure is finished: the file and its log hold nothing of it any more.',
    nothingDue: 'No erasure is left to finish.',
  },

  /** Of an operation in the list of all. */
  state: 'erased',

  import: {
    leftOut: (number: number): string =>
      `${number} ${count(number, { one: 'row was', other: 'rows were' })} left out: people who were erased from this base. To take one in again: clientele add … --force`,
  },

  errors: {
    yesNeeded: 'An erasure cannot be taken back: without a terminal it takes --yes.',
    yesNeededHint: 'What would go is shown by --dry-run.',
    sweepWaits: (file: string): string =>
      `The client is erased, but another program is reading ${file}, and the log beside it still holds old data.`,
    sweepFailed: (file: string, message: string): string =>
      `The client is erased, but ${file} could not be written anew, so old data is still in free places of it: ${message}.`,
    sweepWaitsHint: 'When that is put right, finish with: clientele forget --yes (or clientele check).',
    isErasure: (id: number): string => `Operation ${id} erased a client for good; that cannot be taken back.`,
    nothingLeft: (id: number): string =>
      `Operation ${id} cannot be taken back: what it did was erased together with a client.`,
    earlierHint: (id: number): string => `What came before it can be: clientele undo ${id}`,
    wasErased: (name: string, day: string): string =>
      `“${name}” is somebody who was erased from this base on ${day}, on their request perhaps.`,
    wasErasedHint: 'If they are to be a client again: --force.',
  },
}
