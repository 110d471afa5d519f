import type { Advice } from '../../domain/advice.js'
import type { Status } from '../../domain/client.js'
import type { Warmth } from '../../domain/standing/dealings.js'
import type { Rule, TouchSource } from '../../domain/standing/explanation.js'
import type { Behaviour, Frequency, Rhythm, Sureness } from '../../domain/standing/standing.js'
import { plural } from '../plural.js'
import { rank } from './rank/en.js'
import { behaviour, term } from './terms/en.js'

const count = plural('en')

const of = (number: number, one: string, other: string): string => `${number} ${count(number, { one, other })}`
const days = (number: number): string => of(number, 'day', 'days')
const things = (by: 'orders' | 'visits', number: number): string =>
  by === 'orders' ? of(number, 'order', 'orders') : of(number, 'visit', 'visits')

/** What is said of warmth, frequency and rhythm, and of the bill behind them. */
export const standing = {
  recomputing: (number: number): string =>
    `What is known of ${of(number, 'client', 'clients')} is computed anew, by other settings or a new version; this takes a while.`,
  mended: (number: number): string =>
    `What was kept of ${of(number, 'client', 'clients')} was not what the history says; it has been computed anew.`,
  help: {
    clear: 'take back the warmth set by hand',
    set: 'cold, warm or hot, whatever is computed',
    until: 'until this day; for ever when left out',
    reason: 'why',
    pause: 'leave alone until this day',
    resume: 'end the pause',
    cadence: 'touch every 30d, 2w, 1m; none: as computed',
  },

  warmth: { cold: 'cold', warm: 'warm', hot: 'hot' } satisfies Record<Warmth, string> as Record<Warmth, string>,
  frequency: { none: 'none yet', 'one-off': 'one-off', rare: 'rare', regular: 'regular' } as Record<Frequency, string>,
  rhythm: {
    none: 'none yet',
    early: 'early',
    due: 'due',
    late: 'late',
    lost: 'lost',
    paused: 'paused',
  } as Record<Rhythm, string>,
  status: { lead: 'lead', client: 'client', former: 'former' } as Record<Status, string>,
  sureness: { unsure: 'unsure', fair: 'fairly sure', sure: 'sure' } as Record<Sureness, string>,
  behaviours: {
    regular: 'regular',
    impulsive: 'impulsive',
    'sale-only': 'sale-only',
    'clear-need': 'clear need',
    'asks-never-buys': 'asks, never buys',
    'never-answers': 'never answers',
    'over-touched': 'over-touched',
    advocate: 'advocate',
    paused: 'paused',
  } as Record<Behaviour, string>,

  /** What decided the warmth, behind its name and a dash. */
  rules: {
    'within-rhythm': 'keeps ordering, and the next order is not late',
    'fresh-order': 'the last order is fresh',
    agreed: 'agreed to buy',
    offer: 'an offer is open',
    score: 'what happened has not faded yet',
    expected: 'long silent, but what comes next is not late yet',
    'late-not-lost': 'late, but not to be given up yet',
    paused: 'paused',
    'never-touched': 'nothing ever happened between you',
    'never-answered': 'contacts, but never an answer',
    refused: 'the last thing said was no',
    lost: 'silent for too long by the own rhythm',
    faded: 'all that happened is too long ago',
  } as Record<Rule, string>,

  why: {
    /** Whole hundredths of points. */
    points: (hundredths: number): string => (hundredths / 100).toFixed(2),
    holds: (hot: string | null, warm: string | null): string =>
      hot !== null
        ? `Without anything new: hot until ${hot}${warm === null ? '' : `, warm until ${warm}`}.`
        : `Without anything new: warm until ${warm}.`,
    byHand: (warmth: string, until: string | null, reason: string | null): string =>
      `Set by hand: ${warmth}${until === null ? '' : ` until ${until}`}${reason === null ? '' : ` – ${reason}`}.`,
    byHandOver: (warmth: string, until: string, reason: string | null): string =>
      `Set by hand to ${warmth}, over since ${until}${reason === null ? '' : ` (${reason})`}.`,
    computed: (warmth: string, rule: string): string => `Computed: ${warmth} – ${rule}.`,
    bill: 'What counts',
    columns: { when: 'When', what: 'What', fresh: 'Fresh', now: 'Now', share: 'Share' },
    term,
    since: (date: string): string => `since ${date}`,
    earlier: (number: number): string => `${number} earlier`,
    sum: 'Together',
    nothing: 'Nothing that would count.',
    anew: (date: string): string => `Given up: of what was before ${date}, only recommendations count.`,
    measure: (from: string, halfLife: number): string =>
      `Warm from ${from}. After ${days(halfLife)} a thing counts half.`,
    frequency: 'Frequency',
    /** The median is null with a single gap; of orders there may be more than occasions. */
    gaps: (by: 'orders' | 'visits', occasions: number, gaps: string, median: string | null, all: number): string =>
      `${things(by, all)}${all === occasions ? '' : ` on ${of(occasions, 'occasion', 'occasions')}`}, ${gaps} days apart${median === null ? '' : `, as a rule ${median}`}.`,
    once: (by: 'orders' | 'visits', occasions: number, all: number): string =>
      occasions === 0
        ? 'No orders, nor a series of visits.'
        : `${things(by, all)}${all === occasions ? '' : ' on one occasion'}.`,
    regularFrom: (from: number, gap: number): string => `Regular: from ${from}, at most ${days(gap)} apart.`,
    rhythm: 'Rhythm',
    last: (by: 'orders' | 'visits', date: string, ago: number, every: string, spread: string): string =>
      `Last ${by === 'orders' ? 'order' : 'visit'} ${date}, ${ago === 0 ? 'today' : `${days(ago)} ago`}; as a rule every ${every} ${every === '1' ? 'day' : 'days'}, give or take ${spread}.`,
    line: { due: 'due from', expected: 'expected', late: 'late from', lost: 'given up from' },
    lateBy: (number: number): string => `${days(number)} late`,
    sure: (sureness: string, gaps: number, needed: number, uneven: boolean): string =>
      `${sureness}: ${of(gaps, 'interval', 'intervals')} known${uneven ? ', uneven' : ''}${gaps < needed ? ` (sure from ${needed})` : ''}`,
    putOff: (date: string): string => `Put off by the pause to ${date}.`,
    noRhythm: 'Two orders make a rhythm; of visits it takes more.',
    touch: 'Contact',
    notBefore: (date: string): string => `Do not touch before ${date}`,
    resting: (date: string): string => `You turned to them last; better not before ${date}.`,
    anyTime: 'Nothing stands against a contact today',
    sources: {
      hand: (cadence: number): string => `every ${days(cadence)}, set by hand`,
      tag: (cadence: number, tag: string): string => `every ${days(cadence)}, by the tag ${tag}`,
      rhythm: (): string => 'by the own rhythm',
      pause: (): string => 'paused',
    } as Record<TouchSource, (cadence: number, tag: string) => string>,
    counted: (date: string): string => `counted from ${date}`,
    talked: (all: number, incoming: number, outgoing: number, answered: number): string =>
      all === 0
        ? 'No contacts yet.'
        : `${of(all, 'contact', 'contacts')}: ${incoming} from them, ${outgoing} from you, ${answered} two-way.`,
    lastAnswer: (date: string): string => `Last sign of life ${date}.`,
    behaviour: 'Behaviour',
    behaviourText: behaviour,
    money: 'Money',
    amounts: { spent: 'spent', cost: 'cost', margin: 'margin', unpaid: 'unpaid', referred: 'brought by referrals' },
    orders: (number: number, promo: number): string =>
      `${of(number, 'order', 'orders')}${promo === 0 ? '' : `, ${promo} in promotions`}`,
    referrals: (number: number): string => `${of(number, 'client', 'clients')} recommended`,
    foreign: (sums: string): string => `besides, in currencies without a rate: ${sums}`,
    advices: {
      paused: (date): string => `Leave alone until ${date}, then get in touch.`,
      'over-touched': (): string => 'Ease off: many contacts, no order.',
      late: (_, by): string => `The ${by === 'orders' ? 'order' : 'visit'} is overdue: get in touch now.`,
      lost: (): string => 'Probably gone: one honest question, then let go.',
      due: (_, by): string => `The next ${by === 'orders' ? 'order' : 'visit'} is due: a good time to get in touch.`,
      early: (date): string => `Too early: not before ${date}.`,
      wait: (date): string => `Not before ${date}.`,
      rest: (date): string => `Just contacted: give it time until ${date}.`,
      intent: (): string => 'Close to buying: do not let it cool.',
      'first-touch': (): string => 'Get to know each other: a first contact.',
      'never-answers': (): string => 'Try another channel, or let be.',
      refused: (): string => 'Leave in peace until they come back.',
      'ask-why': (): string => 'Asks and never buys: find out what is in the way.',
      thank: (): string => 'Thank for the recommendations.',
      rekindle: (): string => 'Needs a fresh occasion to talk.',
      'keep-warm': (): string => 'Keep in touch: find out what is needed next.',
    } as Record<Advice, (date: string, by: 'orders' | 'visits') => string>,
  },

  rank,

  card: { computed: 'computed', byHand: 'by hand', until: (date: string): string => `until ${date}` },

  base: {
    title: (number: number): string => `${of(number, 'client', 'clients')} in the base`,
    warmth: 'Warmth',
    frequency: 'Frequency',
    status: 'Status',
    rhythm: 'Rhythm',
    care: 'What needs care',
    empty: 'The base has no clients yet.',
  },

  errors: {
    badWarmth: (text: string): string => `--set takes cold, warm or hot, not “${text}”.`,
    badCadence: (text: string): string => `--cadence takes 30d, 2w, 1m or none, not “${text}”.`,
    untilWithoutSet: '--until belongs to --set.',
    reasonAlone: '--reason belongs to --set or --pause.',
    notAhead: (flag: string, date: string): string => `${flag}: ${date} is not ahead.`,
    clientFirst: 'Say whose warmth: clientele warmth <client> --set …',
  },

  done: {
    set: (name: string, warmth: string, until: string | null): string =>
      `${name}: ${warmth} by hand${until === null ? '' : ` until ${until}`}.`,
    cleared: (name: string): string => `${name}: warmth as computed.`,
    paused: (name: string, until: string): string => `${name}: paused, back on ${until}.`,
    resumed: (name: string): string => `${name}: no longer paused.`,
    cadence: (name: string, number: number): string => `${name}: to be touched every ${days(number)}.`,
    noCadence: (name: string): string => `${name}: no cadence of its own.`,
    would: (text: string): string => `Would be so: ${text}`,
    unchanged: 'Nothing is different.',
  },
}
