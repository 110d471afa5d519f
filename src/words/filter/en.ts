import type { Closeness, Sex } from '../../domain/client.js'
import type { ValueType } from '../../domain/fields/field.js'
import type { Expected } from '../../domain/filter/tree.js'
import type { Warmth } from '../../domain/standing/dealings.js'
import type { Behaviour, Frequency, Rhythm } from '../../domain/standing/standing.js'

const NEEDS: Record<Exclude<Expected, 'field'>, string> = {
  text: 'a text',
  number: 'a number, like 5, 3.. or 2..10',
  money: 'a sum of money, like 5000.., ..100usd or 100..200',
  date: 'a date, like 2026-01-31, 2026-01, yesterday or 30d..',
  'day-ahead': 'a date, like 2026-01-31, tomorrow or ..7d',
  import: '“last”, or the number of an operation',
  country: 'a country, like UA or Ukraine',
  choice: 'one of the choices',
  'yes-no': 'yes or no',
  duration: 'a number of days, like 30d.., ..2w or 1m..3m',
  percent: 'per cent, like 80.. or ..50',
}

const meant = (near: string | null): string => (near === null ? '' : ` Did you mean “${near}”?`)

/** What is said of filters: what is wrong with one, the names of computed columns and values, and of types of fields. */
export const filter = {
  errors: {
    nothingBefore: (word: string): string => `“${word}” stands between two conditions; there is none before it.`,
    nothingAfter: (word: string): string => `A condition is missing after “${word}”.`,
    emptyBrackets: 'There is nothing in these brackets.',
    unclosedBracket: 'This bracket is never closed.',
    strayBracket: 'This bracket closes nothing.',
    unclosed: 'This quotation mark is never closed.',
    afterQuote: 'A space is missing after the quotation mark.',
    noField: 'The name of a field is missing before this sign.',
    noSegment: 'The name of a segment is missing: @name.',
    tooDeep: 'This is nested too deeply.',
    tooLong: 'This is more than one filter can hold.',
    unknownField: (name: string, near: string | null): string => `There is no field “${name}”.${meant(near)}`,
    unknownSegment: (name: string, near: string | null): string => `There is no segment “${name}”.${meant(near)}`,
    circle: (path: readonly string[]): string => `These segments go round in a circle: ${path.join(' → ')}.`,
    inSegment: (name: string, text: string): string => `In the segment “${name}”: ${text}`,
    needsValue: (field: string): string => `${field} needs a value.`,
    needsField: (field: string): string => `${field}: needs the name of a field.`,
    wrongValue: (field: string, value: string, type: Exclude<Expected, 'field'>): string =>
      `${field} takes ${NEEDS[type]}; “${value}” is not.`,
    wrongChoice: (field: string, value: string, choices: readonly string[], near: string | null): string =>
      `${field} is one of ${choices.join(', ')}, not “${value}”.${meant(near)}`,
    backwards: (field: string, from: string, to: string): string =>
      `This range runs backwards: nothing lies between ${from} and ${to}. Did you mean “${field}:${to}..${from}”?`,
    rate: (currency: string, base: string): string =>
      `There is no rate for ${currency}, so it cannot be compared with sums in ${base}.`,
    comparison: (field: string, sign: string, type: ValueType | 'field'): string =>
      type === 'field'
        ? `“${field}” takes a field behind a colon, like ${field}:email, not “${sign}”.`
        : `${field} has no order to compare by: use “:”, “=” or “!=” instead of “${sign}”.`,
  },
  hint: 'See the fields with: clientele fields',
  segmentHint: 'See the segments with: clientele segment list',
  rateHint: (currency: string): string => `Set a rate: clientele config set rates ${currency}=…`,
  missing: 'The filter is missing: it would fit everybody.',
  missingHint: 'All clients, if that is meant: id:1..',
  valueHint: (example: string): string => `If these words are one value, they go in quotes: '${example}'`,
  quoteHint: 'A text with such a sign goes in quotes: "12:30".',

  types: {
    text: 'text',
    number: 'number',
    money: 'money',
    date: 'date',
    choice: 'choice',
    'yes-no': 'yes/no',
    duration: 'days',
    percent: 'per cent',
  } as Record<ValueType, string>,

  choices: {
    warmth: { cold: 'cold', warm: 'warm', hot: 'hot' } as Record<Warmth, string>,
    frequency: { none: 'none', 'one-off': 'one-off', rare: 'rare', regular: 'regular' } as Record<Frequency, string>,
    rhythm: {
      none: 'none',
      early: 'early',
      due: 'due',
      late: 'late',
      lost: 'lost',
      paused: 'paused',
    } as Record<Rhythm, string>,
    sex: { female: 'female', male: 'male' } as Record<Sex, string>,
    language: { ru: 'Russian', uk: 'Ukrainian', en: 'English' } as Record<string, string>,
    closeness: { close: 'close', formal: 'formal' } as Record<Closeness, string>,
    behaviour: {
      regular: 'regular',
      impulsive: 'impulsive',
      'sale-only': 'sales only',
      'clear-need': 'clear need',
      'asks-never-buys': 'asks, never buys',
      'never-answers': 'never answers',
      'over-touched': 'over-touched',
      advocate: 'advocate',
      paused: 'paused',
    } as Record<Behaviour, string>,
  },

  /** Titles of computed columns. */
  titles: {
    rhythm: 'Rhythm',
    behaviour: 'Behaviour',
    silent: 'Silent',
    last_answer_at: 'Last answer',
    first_order_on: 'First order',
    last_order_on: 'Last order',
    next_order_on: 'Next order',
    touch_on: 'Not before',
    contacts_in: 'Contacts in',
    contacts_out: 'Contacts out',
    minutes: 'Minutes',
    cost: 'Cost',
    margin: 'Margin',
    unpaid: 'Unpaid',
    promo_share: 'Promo %',
    gap: 'Days between',
    cadence: 'Cadence, days',
    referrals: 'Referrals',
    referred_income: 'By referrals',
    origin: 'Found',
  } as Record<string, string>,
  /** How long nobody has spoken with a client. */
  days: (number: number): string => `${number} d`,
}
