import type { FieldType } from '../../domain/client.js'
import type { Remark, RowProblem } from '../../domain/draft.js'
import { consent } from '../consent/en.js'
import { plural } from '../plural.js'

const count = plural('en')

export const FIELD_TYPES: Record<FieldType, string> = {
  text: 'a text',
  number: 'a number',
  money: 'a sum of money',
  date: 'a date',
  choice: 'one of the choices',
  'yes-no': 'yes or no',
}

/** What an import says. */
export const importing = {
  errors: {
    nothingKnown: 'None of the columns says who the clients are.',
    nothingKnownHint: 'Name the columns yourself: --map "Column=name" --map "Other=phone".',
    encoding: (name: string, line: number | null): string =>
      `The file is not ${name}${line === null ? '' : ` (first trouble near line ${line})`}.`,
    encodingHint: 'Files from Russian or Ukrainian Windows are often cp1251: --encoding cp1251.',
    unknownEncoding: (name: string): string => `The encoding “${name}” is not known.`,
    unclosedQuote: (line: number | null): string => `A quotation mark opened near line ${line ?? '?'} is never closed.`,
    badMap: (text: string): string => `--map takes "Column=field", not “${text}”.`,
    noColumn: (name: string): string => `The file has no column “${name}”.`,
    noFieldNamed: (name: string, nearest: readonly string[]): string =>
      `There is no field “${name}” to fill.${nearest.length === 0 ? '' : ` The nearest: ${nearest.join(', ')}.`}`,
    empty: 'The file is empty.',
    /** Of a contact whose text was to come through the pipe. */
    nothingPiped: 'Nothing came through the pipe, so there is nothing to log.',
    nothingPipedHint: 'A contact without words is logged without the dash.',
    badDelimiter: (text: string): string => `--delimiter takes one sign or “tab”, not “${text}”.`,
    badProfileName: (name: string): string =>
      `“${name}” cannot name a profile: letters, digits, spaces, dots and dashes.`,
    unclosedQuoteHint: 'Mend that line, or save the table again from the program it comes from. Nothing was taken in.',
    tooLarge: (name: string, size: string): string =>
      `${name} is refused: unpacked it would be ${size} MB, which no list of clients is.`,
    tooLargeHint: 'If it is a real table, save it as CSV and import that.',
    tooWide: (name: string, most: string): string => `${name} is refused: it has more than ${most} columns.`,
    tooWideHint: 'Perhaps the sign between the columns is another: --delimiter.',
    cellTooLong: (beginning: string): string =>
      `A text is longer than the 32,767 letters a spreadsheet cell holds: “${beginning}…”.`,
    encrypted: (name: string): string => `${name} is protected by a password.`,
    encryptedHint: 'Open it, save it without the password, and import that.',
    broken: (name: string, format: string, line: number | null): string =>
      `${name} is damaged or is not ${format}${line === null ? '' : ` (line ${line})`}.`,
    noSheet: (name: string, names: readonly string[]): string =>
      `There is no sheet “${name}”${names.length === 0 ? '' : `; there are: ${names.join(', ')}`}.`,
    notATable: (name: string, kind: string): string => {
      const kinds: Record<string, string> = {
        sqlite: 'a database',
        pdf: 'a PDF',
        image: 'a picture',
        archive: 'an archive; unpack it first',
        document: 'a text document; save its table as XLSX or CSV',
        xml: 'XML of a kind that is not known; save it as a table where it comes from',
        calendar: 'a calendar, which holds no clients',
        binary: 'no text and no table',
      }
      return `${name} cannot be imported: it is ${kinds[kind] ?? 'no table'}.`
    },
    rejectsOntoItself: '--rejects names the file that is being imported.',
    noRejectsFolder: (file: string): string => `There is no folder for ${file}.`,
    notTheirs: 'Contacts, promises and orders are read from tables: CSV, spreadsheets, JSON.',
  },

  problem: (problem: RowProblem): string => {
    switch (problem.code) {
      case 'no-name':
        return 'no name'
      case 'bad-phone':
        return `not a phone number in “${problem.column}”: ${problem.value}`
      case 'bad-email':
        return `not an e-mail in “${problem.column}”: ${problem.value}`
      case 'bad-handle':
        return `not readable in “${problem.column}”: ${problem.value}`
      case 'bad-date':
        return `not a date in “${problem.column}”: ${problem.value}`
      case 'impossible-date':
        return `no such date in “${problem.column}”: ${problem.value}`
      case 'ambiguous-date':
        return `day and month cannot be told apart in “${problem.column}”: ${problem.value}`
      case 'future-date':
        return `still ahead in “${problem.column}”: ${problem.value}`
      case 'bad-value':
        return `“${problem.column}” takes ${problem.expected === 'status' ? 'a status' : FIELD_TYPES[problem.expected]}: ${problem.value}`
      case 'external-conflict':
        return `its outside id belongs to client ${problem.id}, ${problem.name}`
      case 'bad-record':
        return 'not a client record'
      case 'too-long':
        return `the value of “${problem.field}” is too long: ${problem.length.toLocaleString('en')} characters; at most ${problem.most.toLocaleString('en')} are kept`
      case 'broken-signs':
        return 'it holds NUL or half a letter, which cannot be kept as it is'
      case 'broken-line':
        return 'the line is not readable JSON'
      case 'broken-card':
        return problem.why === 'no-end'
          ? 'the card has no END:VCARD'
          : 'these lines stand in no card: BEGIN:VCARD is missing'
      case 'lost-digits':
        return `the spreadsheet has lost the last digits in “${problem.column}”: ${problem.value}`
      case 'no-client':
        return 'it does not say whose this is'
      case 'unknown-client':
        return `no client fits “${problem.who}”${problem.nearest.length === 0 ? '' : `; the nearest: ${problem.nearest.join(', ')}`}`
      case 'several-clients':
        return `“${problem.who}” fits several: ${problem.candidates.join(', ')}`
      case 'no-date':
        return 'no date'
      case 'no-sum':
        return 'no sum'
      case 'bad-sum':
        return `not a sum in “${problem.column}”: ${problem.value}`
      case 'negative-sum':
        return `a sum below zero in “${problem.column}”, which no order has: ${problem.value}`
      case 'ambiguous-sum':
        return `thousands and fractions cannot be told apart in “${problem.column}”: ${problem.value}`
      case 'bad-currency':
        return `not a currency that is known, or not the order’s, in “${problem.column}”: ${problem.value}`
      case 'order-conflict':
        return `order ${problem.number} is of client ${problem.id}, ${problem.name}`
    }
  },

  remark: (remark: Remark): string => {
    switch (remark.code) {
      case 'extra-cells':
        return `${remark.count} ${count(remark.count, { one: 'cell', other: 'cells' })} more than columns, kept in the note`
      case 'only-name':
        return 'nothing but one cell; perhaps a heading and no client'
      case 'differs':
        return `“${remark.column}” stays ${remark.base}; the file says ${remark.value}`
      case 'kept-as-note':
        return remark.why
          ? `${importing.problem(remark.why)} (kept in the note)`
          : `“${remark.column}” is not readable and is kept in the note: ${remark.value}`
      case 'named-by':
        return `no name; called ${remark.value}`
      case 'repaired':
        return `“${remark.column}”: ${remark.value} read as ${remark.became}`
      case 'refusal-kept':
        return consent.remarks.kept(remark.channel)
      case 'refusal-taken':
        return consent.remarks.taken(remark.channel)
      case 'refusal-for-all':
        return `names nobody; the refusal, and nothing else, is taken for all who have ${remark.value}: ${remark.clients}`
      case 'no-referrer':
        return `recommended by number ${remark.value} of another base, who is not here and whose name the file does not tell`
      case 'erased-company':
        return `without the company ${remark.value}, which was erased from this base`
    }
  },

  import: {
    plan: (file: string): string => `Plan for ${file}`,
    column: 'Column',
    becomes: 'Becomes',
    customField: (key: string): string => `own field “${key}”`,
    ignored: {
      technical: 'left out (technical)',
      sensitive: 'left out (too private to keep)',
      asked: 'left out (--map)',
    },
    counts: {
      rows: (number: number): string => `${number} ${count(number, { one: 'row', other: 'rows' })}`,
      created: 'new',
      updated: 'completed',
      unchanged: 'unchanged',
      rejected: 'rejected',
    },
    companies: (number: number): string =>
      `${number} ${count(number, { one: 'company', other: 'companies' })} made for their people`,
    kept: (number: number): string =>
      `${number} ${count(number, { one: 'value differs', other: 'values differ' })} from the base and ${count(number, { one: 'was', other: 'were' })} left as the base has ${count(number, { one: 'it', other: 'them' })} (--on-match update lets the file win)`,
    newFields: (keys: string): string => `New fields: ${keys}`,
    dryRun: 'Nothing was written (--dry-run).',
    line: (line: number, problem: string): string => `line ${line}: ${problem}`,
    moreProblems: (number: number): string => `… and ${number} more`,
    rejects: (number: number, file: string): string =>
      `${number} rejected ${count(number, { one: 'row is', other: 'rows are' })} in ${file}, each with its reason; mend and import that file.`,
    progress: (rows: number): string => `${rows} rows …`,
    undoHint: (operation: number): string => `To take it back: clientele undo ${operation}`,
    ownFile: 'Written by clientele; it is read back as it was.',
    samples: 'For example',
    undecided: '(?)',
    emptyColumns: (number: number): string =>
      `${number} empty ${count(number, { one: 'column is', other: 'columns are' })} not shown.`,
    noHeader: 'The table has no header; its columns are named by letters.',
    hiddenRows: (number: number): string =>
      `${number} hidden ${count(number, { one: 'row is', other: 'rows are' })} read as well.`,
    nuls: (number: number): string =>
      `${number} NUL ${count(number, { one: 'character is', other: 'characters are' })} left out; nothing else of the text is.`,
    errorCells: (number: number): string =>
      `${number} ${count(number, { one: 'cell holds', other: 'cells hold' })} an error like #N/A and ${count(number, { one: 'is', other: 'are' })} read as empty.`,
    totalRow: (line: number): string => `Line ${line} is a total and is left out.`,
    sensitive: (columns: string): string => `Left out because nobody should keep it here: ${columns}.`,
    orderUnknown: (column: string): string =>
      `“${column}”: day and month cannot be told apart; say --date-order dmy or mdy.`,
    formats: {
      vcard: 'vCard',
      html: 'HTML table',
      text: 'text',
      xml: 'XML table',
      json: 'JSON',
      ndjson: 'NDJSON',
    } as Record<string, string>,
    delimiter: (sign: string): string => `separated by ${sign === '\t' ? 'tabs' : `“${sign}”`}`,
    doubled: 'The text was encoded twice somewhere; it is read as it was meant.',
    sheet: (name: string): string => `sheet “${name}”`,
    headerOn: (line: number): string => `header on line ${line}`,
    cards: 'Times',
    cardFills: {
      name: 'Name',
      company: 'Company',
      position: 'Position',
      phones: 'Phones',
      emails: 'E-mails',
      handles: 'Messengers',
      address: 'Address, city',
      birthday: 'Birthday',
      dates: 'Dates',
      note: 'Note',
      tags: 'Tags',
      external_id: 'Outside id',
      own: 'As it was exported',
      custom: 'own field',
    } as Record<string, string>,
    otherSheets: (names: string): string => `Not read: ${names} (--sheet <name>, or --sheet all)`,
    likely: {
      /** Of the clients that an import makes, how many may be others. */
      found: (number: number): string =>
        `${number} of the new ones ${number === 1 ? 'may be a client' : 'may be clients'} you have:`,
      known: (name: string, id: number, other: string): string => `${name} → #${id} ${other}`,
      ofFile: (name: string, row: number, other: string): string => `${name} → line ${row}, ${other}`,
      because: (text: string, reasons: string): string => (reasons === '' ? text : `${text}: ${reasons}`),
      more: (number: number): string => `… and ${number} more`,
      hint: 'Merge them or keep them apart: clientele dedupe --review',
      added: (id: number, known: number, name: string, reasons: string): string =>
        `It may be #${known} ${name}${reasons === '' ? '' : ` (${reasons})`}. One and the same: clientele merge ${known} ${id}; two people: clientele distinct ${known} ${id}`,
    },
    moreRemarks: (number: number): string =>
      `… and ${number} more ${count(number, { one: 'row', other: 'rows' })} with remarks`,
    fills: {
      label: 'Label',
      extension: 'Extension of the phone',
      im: 'Messengers',
      event: 'Date',
      relation: 'own field',
      custom: 'own field',
      anniversary: 'Anniversary',
      'name day': 'Name day',
      'last-contact': 'Last contact',
      'next-contact': 'Promise: next call',
      'next-action': 'Promise: what',
    },
    profileKept: (name: string): string => `The columns are kept as profile “${name}”.`,
    foundAgain: 'To see them: clientele list import:last',
    asking: {
      what: 'Take it in?',
      apply: 'Yes, as shown',
      change: 'Put a column right',
      order: (columns: string): string => `Say how the dates are written: ${columns}`,
      leave: 'No, leave the base as it is',
      which: 'How are the dates written?',
      dayFirst: 'day first: 05/06 is 5 June',
      monthFirst: 'month first: 05/06 is May 6',
      column: 'Which column?',
      back: 'Back',
      field: 'What is it? (type to search)',
      own: 'a field of its own',
      rare: 'rare:',
      ignore: 'leave it out',
    },
    moreFields: {
      phone_mobile: 'Phone (mobile)',
      phone_work: 'Phone (work)',
      email_work: 'E-mail (work)',
      last_contact: 'Last contact',
      next_contact: 'Next call',
      next_action: 'What was promised',
      anniversary: 'Anniversary',
      messenger: 'Messengers',
    } as Record<string, string>,
  },
}

export type ImportWords = typeof importing
