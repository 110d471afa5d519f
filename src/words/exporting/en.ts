import type { PromiseKind } from '../../domain/client.js'
import { plural } from '../plural.js'

const count = plural('en')

const contacts = (number: number): string => `${number} ${count(number, { one: 'contact', other: 'contacts' })}`
const promises = (number: number): string => `${number} ${count(number, { one: 'promise', other: 'promises' })}`
const orders = (number: number): string => `${number} ${count(number, { one: 'order', other: 'orders' })}`

/** What an export says. */
export const exporting = {
  notOnTerminal: 'A workbook is no text and would spoil the terminal.',
  notOnTerminalHint: 'Name a file: -o clients.xlsx',
  onlyFor: (flag: string, formats: string): string => `${flag} belongs to the format ${formats} only.`,
  noFolder: (folder: string): string => `There is no folder ${folder}.`,
  notWritable: (file: string): string => `${file} cannot be written: no permission, or a read-only disk.`,
  notWritableHint: 'Choose another folder, or check the rights of this one.',
  longName: (name: string): string => `The name is too long for a file: ${name}…`,
  cellsCut: (number: number): string =>
    `${number} ${count(number, { one: 'cell was', other: 'cells were' })} longer than the 32,767 letters that Excel takes and ${count(number, { one: 'was', other: 'were' })} cut; ndjson keeps all.`,
  lettersLost: (number: number, letters: string): string =>
    `${number} ${count(number, { one: 'letter is', other: 'letters are' })} used that cp1251 does not have: ${letters}`,
  lettersLostHint: 'Leave out --encoding, or write xlsx; with --force, question marks stand for them.',
  lettersReplaced: (number: number, letters: string): string =>
    `Question marks stand for ${number} ${count(number, { one: 'letter', other: 'letters' })} that cp1251 does not have: ${letters}`,
  leftOut: (format: string, history: number, open: number, bought: number): string =>
    `${format} has no place for contacts, promises and orders (${contacts(history)}, ${promises(open)}, ${orders(bought)}); xlsx, json and ndjson keep them.`,
  anonymised:
    'Positions, roles, sources, tags, cities, sums and days stay as they are; only names, numbers and addresses in them are replaced.',
  calendarHolds: 'A calendar holds birthdays, other dates and open promises, and nothing else.',

  calendar: {
    name: 'Clients',
    dates: 'Dates',
    promises: 'Promises',
    birthday: (name: string, who: string | null): string =>
      who === null ? `${name}: birthday` : `${name}: birthday, ${who}`,
    occasion: (occasion: string, name: string, who: string | null): string =>
      `${name}: ${occasion}${who === null ? '' : `, ${who}`}`,
    promise: (kind: PromiseKind, name: string, text: string | null): string =>
      `${{ call: 'Call', greet: 'Greet', gift: 'Gift', task: 'To do' }[kind]}: ${name}${text === null ? '' : ` – ${text}`}`,
  },

  form: {
    title: 'Client form',
    required: 'Fields marked * must be filled in.',
    parts: {
      who: 'Who',
      reach: 'How to reach you',
      about: 'About you',
      own: 'More',
      office: 'For office use',
    },
    /** Of the field `name`: on paper, “name” alone would be taken for the given one. */
    name: 'Full name',
    yes: 'yes',
    consents: { yes: 'yes', no: 'no' } as Record<string, string>,
    date: 'day.month.year',
    filledIn: 'Date',
    signed: 'Signature',
    written: (file: string): string => `The form is in ${file}.`,
    wouldWrite: (file: string): string => `Would write the form to ${file}.`,
  },

  flags: {
    output: 'write to this file; --format or its ending says how: csv, tsv, xlsx, vcf, ics, json, ndjson',
    excel: 'CSV as Excel opens it: UTF-8 with a mark, semicolons',
    encoding: 'utf-8 or cp1251',
    delimiter: 'what separates the cells of CSV: , ; | tab',
    vcard: 'version of vCard: 3.0 (phones) or 4.0',
    anonymise: 'replace names, contacts and texts by invented ones',
    form: 'a blank form to fill in by hand: text, md, html, csv',
  },
}

export type ExportWords = typeof exporting
