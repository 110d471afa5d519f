import {
  bought,
  byHand,
  noted,
  recommended,
  type Story,
  spentOn,
  tagged,
  theyAsked,
  theyCalled,
  theyCame,
  theyWrote,
  weCalled,
  weMet,
  weWrote,
} from './life.js'

const MONTHLY = ['2025-01-05', '2025-02-04', '2025-03-06', '2025-04-05', '2025-05-06'].map((day) =>
  bought(day, 'bookkeeping'),
)

/** Lives of those who did not buy, and of those for whom something was set by hand. */
export const OTHERS: Story[] = [
  { name: 'Never touched', life: [], looks: { '2025-06-01': 'cold ‹ never-touched · none · none · –' } },
  {
    name: 'Only a note was written',
    life: [noted('2025-05-30')],
    looks: { '2025-06-01': 'cold ‹ never-touched · none · none · –' },
    says: { '2025-06-01': { contacts: { all: 0, out: 0, last_at: null }, touch: { not_before: null } } },
  },
  {
    name: 'A note after a talk: nobody spoke with anybody, so the silence goes on',
    life: [weCalled('2025-01-10', 'reached'), noted('2025-05-30')],
    looks: { '2025-06-01': 'cold ‹ faded · none · none · –' },
    says: { '2025-06-01': { contacts: { all: 1, last_at: '2025-01-10T10:00:00Z', by_channel: { call: 1 } } } },
  },
  {
    name: 'Pestered before an order, and a little since: only what came since it is counted',
    life: [
      ...Array.from({ length: 12 }, (_, day) => weCalled(`2025-03-${String(day + 1).padStart(2, '0')}`, 'reached')),
      bought('2025-03-20', 'logo'),
      ...Array.from({ length: 8 }, (_, day) => weCalled(`2025-04-${String(day + 1).padStart(2, '0')}`, 'reached')),
    ],
    looks: { '2025-05-01': 'warm ‹ score · one-off · none · over-touched' },
    says: { '2025-05-01': { behaviours: [{ is: 'over-touched', count: 8, since: '2025-04-01' }] } },
  },
  {
    name: 'We turned to them yesterday: three days of rest, unless they came themselves or agreed',
    life: [
      weCalled('2025-05-01', 'reached'),
      theyCalled('2025-06-01'),
      weWrote('2025-07-01'),
      weCalled('2025-08-01', 'agreed'),
    ],
    settings: { 'touch.rest': '5' },
    looks: { '2025-05-02': 'warm ‹ score · none · none · –' },
    says: {
      '2025-05-02': { touch: { not_before: null, source: null, rests_until: '2025-05-06', now: true } },
      '2025-06-02': { touch: { rests_until: null } },
      '2025-07-02': { touch: { rests_until: '2025-07-06' } },
      '2025-08-02': { touch: { rests_until: null } },
    },
  },
  {
    name: 'Chatty, and never buys',
    life: [
      theyAsked('2025-02-01'),
      theyCalled('2025-02-20', undefined, 'вопрос по срокам'),
      theyWrote('2025-03-15'),
      weCalled('2025-03-16', 'reached'),
      theyAsked('2025-04-30', 'ціна'),
      theyCalled('2025-05-20'),
    ],
    looks: {
      '2025-03-20': 'warm ‹ score · none · none · –',
      '2025-05-25': 'warm ‹ score · none · none · asks-never-buys',
      '2025-11-01': 'warm ‹ score · none · none · asks-never-buys',
      '2026-05-01': 'cold ‹ faded · none · none · asks-never-buys',
    },
  },
  {
    name: 'Letters without an answer',
    life: ['2025-01-10', '2025-02-10', '2025-03-10', '2025-04-10', '2025-05-10'].map((day) => weWrote(day)),
    looks: {
      '2025-06-01': 'cold ‹ never-answered · none · none · never-answers',
    },
    says: {
      '2025-06-01': {
        score: {
          hundredths: 0,
          terms: [{ kind: 'unanswered', count: 5, since: '2025-01-10', on: '2025-05-10', now_hundredths: 0 }],
        },
        contacts: { all: 5, out: 5, answered: 0, last_answer_at: null },
        behaviours: [{ is: 'never-answers', count: 5, limit: 4 }],
      },
    },
  },
  {
    name: 'Calls in vain, then one that got through',
    life: [
      weCalled('2025-03-01', 'no-answer'),
      weCalled('2025-03-02', 'занято'),
      weCalled('2025-03-03', 'не взяв слухавку'),
      weCalled('2025-03-04', 'voicemail'),
      weCalled('2025-04-01', 'reached'),
    ],
    looks: {
      '2025-03-10': 'cold ‹ never-answered · none · none · never-answers',
      '2025-04-10': 'warm ‹ score · none · none · –',
      '2025-08-10': 'cold ‹ faded · none · none · –',
    },
  },
  {
    name: 'Over-touched: eight letters, one yawn',
    life: [
      ...['2025-01-10', '2025-01-24', '2025-02-07', '2025-02-21', '2025-03-07', '2025-03-21', '2025-04-04'].map((day) =>
        weWrote(day),
      ),
      weCalled('2025-04-18', 'reached'),
    ],
    looks: {
      '2025-04-10': 'cold ‹ never-answered · none · none · never-answers',
      '2025-04-20': 'warm ‹ score · none · none · over-touched',
      '2025-07-09': 'warm ‹ score · none · none · over-touched',
      '2025-07-10': 'warm ‹ score · none · none · –',
    },
    says: {
      '2025-04-20': {
        behaviours: [{ is: 'over-touched', count: 8, limit: 8, since: '2025-01-10', until: '2025-07-09' }],
      },
    },
  },
  {
    name: 'Refused at the first call',
    life: [weCalled('2025-05-10', 'не интересно')],
    looks: { '2025-05-11': 'cold ‹ refused · none · none · –' },
  },
  {
    name: 'A long talk, and then no',
    life: [theyAsked('2025-04-01'), weMet('2025-04-10'), weCalled('2025-04-20', 'refused')],
    looks: {
      '2025-04-15': 'warm ‹ score · none · none · –',
      '2025-04-21': 'warm ‹ score · none · none · –',
      '2025-08-01': 'warm ‹ score · none · none · –',
    },
    says: {
      '2025-04-21': {
        score: {
          hundredths: 312,
          terms: [
            { kind: 'refused', fresh_hundredths: -315, now_hundredths: -312 },
            { kind: 'visit', fresh_hundredths: 400, now_hundredths: 367 },
            { kind: 'enquiry', fresh_hundredths: 300, now_hundredths: 257 },
          ],
        },
      },
    },
  },
  {
    name: 'Ёлкина: an advocate, sends friends and buys nothing herself 🙂',
    life: [
      weMet('2024-11-01'),
      recommended(12, '2025-01-15', ['2025-02-01', 50_000_00]),
      recommended(31, '2025-04-20', ['2025-05-05', 12_000_00], ['2025-09-01', 8_000_00]),
    ],
    looks: {
      '2025-02-01': 'warm ‹ score · none · none · advocate',
      '2025-06-01': 'warm ‹ score · none · none · advocate',
      '2025-12-01': 'warm ‹ score · none · none · advocate',
    },
    says: {
      '2025-02-01': { money: { orders: 0, referrals: 1, referred: '50000.00 RUB' } },
      '2025-06-01': {
        behaviours: [{ is: 'advocate', count: 2 }],
        money: { referrals: 2, referred: '62000.00 RUB' },
      },
      '2025-12-01': { money: { referred: '70000.00 RUB' } },
    },
  },
  {
    name: 'Ґалаґан: a salon that notes visits and no orders',
    life: ['2025-01-10', '2025-02-21', '2025-04-04', '2025-05-16', '2025-06-27'].map((day) => theyCame(day)),
    looks: {
      '2025-07-01': 'warm ‹ score · regular · early (sure) · regular',
      '2025-08-08': 'warm ‹ score · regular · due (sure) · regular',
      '2025-09-01': 'warm ‹ score · regular · late (sure) · regular',
      '2025-12-01': 'cold ‹ lost · regular · lost (sure) · regular',
    },
    says: {
      '2025-09-01': { rhythm: { by: 'visits', expected_on: '2025-08-08', days_late: 24 } },
    },
  },
  {
    name: 'A first meeting is not yet a visit of a customer',
    life: [weMet('2025-03-01')],
    looks: { '2025-03-10': 'warm ‹ score · none · none · –', '2025-09-10': 'cold ‹ faded · none · none · –' },
  },
  {
    name: 'Subscribed, and nothing more',
    life: [theyWrote('2025-03-01', 'подписался на рассылку')],
    looks: { '2025-03-10': 'warm ‹ score · none · none · –', '2025-06-10': 'cold ‹ faded · none · none · –' },
  },
  {
    name: 'Paused until autumn: no money now',
    life: [...MONTHLY, byHand({ paused_until: '2025-09-01', paused_reason: 'no money before autumn' })],
    looks: {
      '2025-05-20': 'warm ‹ paused · regular · paused (sure) · regular, clear-need, paused',
      '2025-08-31': 'warm ‹ paused · regular · paused (sure) · regular, clear-need, paused',
      '2025-09-01': 'hot ‹ within-rhythm · regular · due (sure) · regular, clear-need',
      '2025-09-20': 'warm ‹ score · regular · late (sure) · regular, clear-need',
      '2025-12-01': 'cold ‹ lost · regular · lost (sure) · regular, clear-need',
    },
    says: {
      '2025-05-20': {
        pause: { until: '2025-09-01', reason: 'no money before autumn' },
        rhythm: { expected_on: '2025-09-01', put_off_to: '2025-09-01' },
        touch: { not_before: '2025-09-01', source: 'pause', now: false },
      },
    },
  },
  {
    name: "O'Brien-Ñandú: cold by the book, hot by hand until the fair",
    life: [
      weWrote('2025-03-01'),
      byHand({ warmth: 'hot', warmth_until: '2025-05-31', warmth_reason: 'met her at the fair' }),
    ],
    looks: { '2025-05-31': 'hot ‹ by hand · none · none · –', '2025-06-01': 'cold ‹ never-answered · none · none · –' },
  },
  {
    name: 'A regular set cold by hand, for good',
    life: [...MONTHLY, byHand({ warmth: 'cold', warmth_reason: 'does not pay' })],
    looks: { '2025-05-20': 'cold ‹ by hand · regular · early (sure) · regular, clear-need' },
  },
  {
    name: 'A cadence by hand wins over the rhythm',
    life: [...MONTHLY, weCalled('2025-05-10', 'reached'), byHand({ cadence_days: 14 }), tagged('vip')],
    settings: { cadence: 'vip=7d' },
    looks: { '2025-05-20': 'hot ‹ within-rhythm · regular · early (sure) · regular, clear-need' },
    says: {
      '2025-05-20': {
        touch: {
          not_before: '2025-05-24',
          source: 'hand',
          cadence_days: 14,
          tag: null,
          counted_from: '2025-05-10',
          now: false,
        },
      },
    },
  },
  {
    name: 'A cadence by tag, the shortest of several',
    life: [...MONTHLY, weCalled('2025-05-10', 'no-answer'), tagged('partner', 'vip')],
    settings: { cadence: 'partner=60d, vip=30d' },
    looks: { '2025-05-20': 'hot ‹ within-rhythm · regular · early (sure) · regular, clear-need' },
    says: {
      '2025-05-20': { touch: { not_before: '2025-06-09', source: 'tag', cadence_days: 30, tag: 'vip', now: false } },
    },
  },
  {
    name: 'What it cost, what is owed, what was paid in another currency',
    life: [
      spentOn('2025-01-20', 500_00),
      bought('2025-02-01', 'design', { sum_minor: 30_000_00, cost_minor: 4_000_00, paid_minor: 10_000_00 }),
      bought('2025-03-01', 'print', { sum_minor: 100_00, currency: 'EUR', paid_minor: 100_00 }),
      bought('2025-04-01', 'print', { sum_minor: 700_00, currency: 'TRY', paid_minor: 0 }),
    ],
    settings: { rates: 'EUR=90,5' },
    looks: { '2025-04-05': 'hot ‹ within-rhythm · regular · early (fair) · regular' },
    says: {
      '2025-04-05': {
        money: {
          orders: 3,
          spent: '39050.00 RUB',
          cost: '4500.00 RUB',
          margin: '34550.00 RUB',
          unpaid: '20000.00 RUB',
          foreign: ['700.00 TRY'],
        },
      },
    },
  },
]
