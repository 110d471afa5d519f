import { plural } from '../plural.js'

const count = plural('en')

const clients = (number: number): string =>
  `${number.toLocaleString('en')} ${count(number, { one: 'client', other: 'clients' })}`

interface LeftOutLike {
  archived: number
  refused: number
  no_address: number
  refused_channel: number
  refused_elsewhere: number
}

/** What is said of the log of what was taken out. */
export const outgoing = {
  flags: {
    reason: 'why it is taken out, for the log of exports',
    client: 'everything held about this one client, for the client to have (JSON)',
    mailing: 'only clients with an address in this channel who do not refuse it (email unless named)',
    exports: 'what was taken out, when, by whom and why',
  },

  reasonNeeded: (rows: number, over: number): string =>
    over === 0
      ? `${clients(rows)}: nobody is taken out without a reason.`
      : `${clients(rows)} at once: more than ${over.toLocaleString('en')} are taken out only with a reason.`,
  reasonHint: 'Add --reason "…". It is written into the log of exports.',
  exportInstead: 'Take them out with clientele export --reason "…".',
  askReason: (rows: number): string => `Why are ${clients(rows)} taken out? (goes into the log of exports)`,
  reasonEmpty: 'A few words are needed.',
  reasonLong: (most: number): string => `A reason may be ${most} letters long.`,
  notNoted:
    'What is taken out is written into the log first, so nothing was. Make a copy and take it out of that: clientele backup <file>, then --db <file>.',
  isBase: (file: string): string => `${file} is the base itself, or a part of it.`,
  isSettings: (file: string): string => `${file} is the file with the settings.`,
  isBackup: (file: string): string => `${file} is a base or a backup; nothing is written over it.`,
  onlyOne: (words: string): string => `--client names one client; ${words} is one word too many.`,

  /** To the person's own data. */
  /** `whole`: not the card alone. */
  personWritten: (name: string, file: string, whole: boolean): string =>
    `${whole ? 'Everything held about' : 'The card of'} ${name} is in ${file}.`,
  wouldWritePerson: (name: string, file: string, whole: boolean): string =>
    `Would write ${whole ? 'everything held about' : 'the card of'} ${name} to ${file}.`,
  notEverything: (format: string): string =>
    `In ${format} it is the card alone; everything that is held comes with --format json.`,

  mailing: (channel: string, number: number): string => `For a mailing (${channel}): ${clients(number)}.`,
  leftOut: ({ archived, refused, no_address, refused_channel, refused_elsewhere }: LeftOutLike): string =>
    `Left out: ${[
      [refused, 'refused everything'],
      [refused_channel, 'refused this channel'],
      [refused_elsewhere, 'whose address somebody else refused'],
      [no_address, 'with no address in this channel'],
      [archived, 'archived'],
    ]
      .filter(([number]) => number !== 0)
      .map(([number, why]) => `${number} ${why}`)
      .join(', ')}.`,

  log: {
    empty: 'Nothing has been taken out yet.',
    whats: { export: 'export', backup: 'backup', client: 'one client', restore: 'restore' } as Record<string, string>,
    rows: (number: number): string => `${number.toLocaleString('en')} ${count(number, { one: 'row', other: 'rows' })}`,
    encrypted: 'encrypted',
    anonymised: 'anonymised',
    mailing: (channel: string): string => `mailing: ${channel}`,
    filter: 'filter',
    target: 'to',
    reason: 'reason',
    fields: 'fields',
    all: 'all',
    everybody: 'everybody',
    output: 'standard output',
    more: (number: number): string => `and ${number} more`,
    emptied: 'details emptied: they named somebody who was erased',
    replaced: (entries: number, head: string): string =>
      `a log of ${entries} ${count(entries, { one: 'entry', other: 'entries' })} was replaced, its last hash ${head}`,
    head: (id: number, hash: string): string => `Hash of entry ${id}: ${hash}`,
    headHint: 'Note it elsewhere: it shows later that nothing before it was changed.',
  },
}
