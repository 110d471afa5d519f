import type { OccasionKey } from '../../domain/greeting/occasions.js'
import { plural } from '../plural.js'

const count = plural('en')

const greetings = (number: number): string => `${number} ${count(number, { one: 'greeting', other: 'greetings' })}`

/** What `greet` says; the greetings themselves are in letters.ts. */
export const greeting = {
  flags: {
    date: 'another day than today',
    ahead: 'days ahead as well',
    belated: 'and so many days back',
    holiday: 'all whom a holiday is meant for, kept or not',
    text: 'the words of each greeting',
    links: 'links that open mail, SMS, Telegram or WhatsApp with the words in them',
    mbox: 'drafts for a mail program, as an mbox file',
    force: 'replace a file that exists',
    mark: 'note all of them as said: a contact each, the greeting closed',
    channel: 'the channel for --mark (else the one each client prefers)',
    language: 'the language of the words: en, ru, uk',
    formal: 'address everybody formally',
    close: 'address everybody as friends',
    templates: 'which occasions have words, and where they come from',
    holidays: 'all holidays: which are kept, for whom, on which day next',
    keep: 'keep a holiday from now on',
    for: 'for whom: a filter (with --keep)',
    day: 'day and month of a holiday of your own, 12.06 (with --keep)',
    remind: 'days of notice, 3d (with --keep)',
    drop: 'keep a holiday no longer',
  },
  /** Below the help. */
  note: 'Nothing is ever sent: greet shows whom and with which words, you send.',
  more: (number: number): string => `… and ${number} more (--limit)`,
  /** Of a holiday, where there is nobody for it or all are greeted. */
  nobody: (holiday: string): string => `“${holiday}” is meant for nobody here who is not greeted yet.`,
  marked: (number: number): string => `${greetings(number)} noted as said. “clientele undo” takes it back.`,
  wouldMark: (number: number): string => `${greetings(number)} would be noted as said.`,
  drafts: (number: number, file: string): string =>
    `${number} ${count(number, { one: 'draft', other: 'drafts' })} written to ${file}. Nothing was sent.`,
  wouldDraft: (number: number, file: string): string =>
    `${number} ${count(number, { one: 'draft', other: 'drafts' })} would be written to ${file}.`,
  withoutMail: (names: string): string => `No e-mail address: ${names}.`,
  andOthers: (number: number): string => `and ${number} more`,
  noReach: 'no way to reach them',
  subject: 'Subject',
  promised: 'a greeting that was promised',
  columns: { occasion: 'Occasion', text: 'Text', file: 'From' },
  builtIn: 'the program',
  unused: (files: string): string => `Never used, because no occasion is called so: ${files}.`,
  folder: (folder: string): string => `Your own texts go to ${folder}`,
  occasions: {
    birthday: 'birthday',
    'birthday-round': 'round birthday',
    'birthday-family': 'birthday in the family',
    'birthday-staff': 'birthday at a company',
    'company-day': 'birthday of a company',
    'first-order': 'anniversary of the first order',
    'name-day': 'name day',
    wedding: 'wedding anniversary',
    'new-year': 'New Year',
    christmas: 'Christmas, 25 December',
    'christmas-7-january': 'Christmas, 7 January',
    easter: 'Easter',
    '8-march': '8 March',
    '23-february': '23 February',
    professional: 'professional day',
    holiday: 'other holiday',
    generic: 'anything else',
  } satisfies Record<OccasionKey, string> as Record<OccasionKey, string>,
  holidays: {
    columns: { day: 'Next', name: 'Holiday', key: 'Key', whom: 'For', clients: 'Clients', kept: 'Kept' },
    kept: 'yes',
    whom: { everyone: 'everyone', female: 'women', male: 'men', chosen: 'nobody without --for' },
    keptNow: (name: string, day: string, clients: number | null): string =>
      `${name} is kept: next on ${day}${clients === null ? '' : `, ${clients} ${count(clients, { one: 'client', other: 'clients' })}`}.`,
    dropped: (name: string): string => `${name} is kept no longer.`,
  },
  errors: {
    noGreeting: (number: string): string => `${number} is no greeting.`,
    noPlaceholder: (file: string, line: number, placeholder: string): string =>
      `${file}, line ${line}: there is no {${placeholder}}.`,
    meant: (nearest: string): string => `Did you mean {${nearest}}?`,
    placeholders: (all: string): string => `There are ${all}.`,
    notUtf8: (file: string): string => `${file} is not UTF-8 text.`,
    badLanguage: (typed: string): string => `Greetings are written in en, ru or uk, not in “${typed}”.`,
    badDay: (typed: string): string => `--date takes a day, not “${typed}”.`,
    onlyWithKeep: (flag: string): string => `${flag} goes with --keep.`,
    entryAlone: (number: string): string => `${number} is one greeting: name it alone, without a filter.`,
  },
}
