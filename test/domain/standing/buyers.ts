import { bought, offered, recommended, type Story, theyAsked, theyCalled, theyWrote, weCalled, weMet } from './life.js'

/** Lives of those who bought, and the days on which they are looked at. */
export const BUYERS: Story[] = [
  {
    name: 'Twice a year, large, for years: left alone in between, missed when late',
    life: [
      bought('2023-03-10', 'sofa covers'),
      bought('2023-09-12', 'Sofa covers'),
      bought('2024-03-08', 'sofa covers, 12 pcs'),
      bought('2024-09-10', 'curtains'),
      bought('2025-03-11', 'sofa covers'),
    ],
    looks: {
      '2025-04-11': 'hot ‹ within-rhythm · regular · early (sure) · regular, clear-need',
      '2025-08-20': 'hot ‹ within-rhythm · regular · due (sure) · regular, clear-need',
      '2025-10-25': 'hot ‹ within-rhythm · regular · due (sure) · regular, clear-need',
      '2025-11-20': 'warm ‹ score · regular · late (sure) · regular, clear-need',
      '2026-08-01': 'warm ‹ late-not-lost · regular · late (sure) · regular, clear-need',
      '2026-09-20': 'cold ‹ lost · regular · lost (sure) · regular, clear-need',
    },
    says: {
      // A month after the order: nothing to do before the end of July.
      '2025-04-11': {
        rhythm: { expected_on: '2025-09-11', due_from: '2025-07-27', late_from: '2025-10-28', days_late: 0 },
        touch: { not_before: '2025-07-27', source: 'rhythm', now: false },
      },
      '2025-11-20': { rhythm: { days_late: 70 }, touch: { now: true } },
    },
  },
  {
    name: 'One order and nothing since',
    life: [theyAsked('2025-01-10'), bought('2025-01-20', 'portrait')],
    looks: {
      '2025-01-15': 'warm ‹ score · none · none · –',
      '2025-01-25': 'hot ‹ fresh-order · one-off · none · –',
      '2025-02-20': 'warm ‹ score · one-off · none · –',
      '2025-10-01': 'warm ‹ score · one-off · none · –',
      '2026-01-20': 'cold ‹ faded · one-off · none · –',
    },
  },
  {
    name: 'Bought twice, half a year apart',
    life: [bought('2025-01-10', 'tax return'), bought('2025-07-10', 'tax return')],
    looks: {
      '2025-08-01': 'hot ‹ fresh-order · rare · early (unsure) · –',
      '2025-12-01': 'hot ‹ within-rhythm · rare · due (unsure) · –',
      '2026-01-20': 'warm ‹ score · rare · due (unsure) · –',
      '2026-06-01': 'warm ‹ score · rare · late (unsure) · –',
      '2027-03-01': 'cold ‹ lost · rare · lost (unsure) · –',
    },
  },
  {
    name: 'Every month, and now late',
    life: ['2025-01-05', '2025-02-04', '2025-03-06', '2025-04-05', '2025-05-06', '2025-06-05'].map((day) =>
      bought(day, 'bookkeeping'),
    ),
    looks: {
      '2025-06-20': 'hot ‹ within-rhythm · regular · early (sure) · regular, clear-need',
      '2025-07-01': 'hot ‹ within-rhythm · regular · due (sure) · regular, clear-need',
      '2025-07-20': 'warm ‹ score · regular · late (sure) · regular, clear-need',
      '2025-09-10': 'cold ‹ lost · regular · lost (sure) · regular, clear-need',
    },
  },
  {
    name: 'Every week, small and often',
    life: ['2025-05-05', '2025-05-12', '2025-05-19', '2025-05-26', '2025-06-02'].map((day) => bought(day, null)),
    looks: {
      '2025-06-05': 'hot ‹ within-rhythm · regular · due (sure) · regular',
      '2025-06-12': 'hot ‹ within-rhythm · regular · due (sure) · regular',
      '2025-06-20': 'warm ‹ score · regular · late (sure) · regular',
      '2025-07-10': 'cold ‹ lost · regular · lost (sure) · regular',
    },
  },
  {
    name: 'Every week for months, then never again: given up, whatever all the orders would add up to',
    life: [
      ...Array.from({ length: 20 }, (_, week) =>
        bought(new Date(Date.UTC(2025, 0, 6 + 7 * week)).toISOString().slice(0, 10), 'bread'),
      ),
      weCalled('2025-05-17', 'договорились'),
    ],
    looks: {
      '2025-05-20': 'hot ‹ within-rhythm · regular · early (sure) · regular, clear-need',
      '2025-06-17': 'warm ‹ score · regular · late (sure) · regular, clear-need',
      '2025-06-19': 'cold ‹ lost · regular · lost (sure) · regular, clear-need',
    },
    says: {
      '2025-06-17': { score: { counts_from: null } },
      '2025-06-19': {
        warmth: { warm_until: '2025-06-18' },
        score: {
          hundredths: 0,
          counts_from: '2025-05-26',
          terms: [
            { kind: 'order', count: 20, fresh_hundredths: 20_000, now_hundredths: 0 },
            { kind: 'agreed', count: 1, fresh_hundredths: 600, now_hundredths: 0 },
          ],
        },
      },
    },
  },
  {
    name: 'Given up, and called again: only what came since the order was expected counts',
    life: [
      ...['2025-01-05', '2025-02-04', '2025-03-06', '2025-04-05'].map((day) => bought(day, 'cut')),
      recommended(12, '2025-02-10'),
      theyCalled('2025-06-20'),
    ],
    looks: {
      '2025-07-20': 'warm ‹ score · regular · lost (fair) · regular, clear-need',
      '2025-11-30': 'cold ‹ lost · regular · lost (fair) · regular, clear-need',
    },
    says: {
      '2025-07-20': {
        score: {
          hundredths: 275,
          counts_from: '2025-05-05',
          terms: [
            { kind: 'call', now_hundredths: 159 },
            { kind: 'referral', now_hundredths: 116 },
            { kind: 'order', count: 4, now_hundredths: 0 },
          ],
        },
      },
    },
  },
  {
    name: 'Said yes, and ordered: the yes is spent',
    life: [
      ...['2025-01-06', '2025-01-13', '2025-01-20', '2025-01-27'].map((day) => bought(day, 'cake')),
      weCalled('2025-02-02', 'agreed'),
      bought('2025-02-03', 'cake'),
    ],
    looks: {
      '2025-02-02': 'hot ‹ within-rhythm · regular · due (fair) · regular, clear-need',
      '2025-02-22': 'warm ‹ score · regular · late (sure) · regular, clear-need',
    },
  },
  {
    name: 'An offer that became an order is no open offer',
    life: [
      ...['2025-01-06', '2025-01-13', '2025-01-20'].map((day) => bought(day, 'cake')),
      offered('2025-01-24', 'wedding cake'),
      bought('2025-01-27', 'wedding cake'),
    ],
    looks: { '2025-02-14': 'warm ‹ score · regular · late (fair) · regular, clear-need' },
  },
  {
    name: 'Once a year before the New Year: not cold in between',
    life: ['2021-12-10', '2022-12-12', '2023-12-08', '2024-12-11', '2025-12-09'].map((day) =>
      bought(day, 'gift boxes'),
    ),
    looks: {
      '2026-01-20': 'hot ‹ within-rhythm · rare · early (sure) · clear-need',
      '2026-11-01': 'hot ‹ within-rhythm · rare · due (sure) · clear-need',
      '2027-02-10': 'hot ‹ within-rhythm · rare · due (sure) · clear-need',
      '2027-04-01': 'warm ‹ late-not-lost · rare · late (sure) · clear-need',
      '2028-11-01': 'warm ‹ late-not-lost · rare · late (sure) · clear-need',
      '2029-02-01': 'cold ‹ lost · rare · lost (sure) · clear-need',
    },
  },
  {
    name: 'Returned after two years',
    life: [
      bought('2022-01-10', 'logo'),
      bought('2022-03-15', 'site'),
      bought('2022-05-10', 'leaflet'),
      weCalled('2024-06-01', 'reached'),
      bought('2024-06-10', 'site'),
    ],
    looks: {
      '2022-06-01': 'hot ‹ within-rhythm · regular · early (fair) · regular',
      '2023-06-01': 'cold ‹ lost · regular · lost (fair) · regular',
      '2024-06-05': 'warm ‹ score · regular · lost (fair) · regular',
      '2024-06-20': 'hot ‹ within-rhythm · regular · early (fair) · regular',
      '2024-09-01': 'warm ‹ score · regular · late (fair) · regular',
      '2025-03-01': 'cold ‹ lost · regular · lost (fair) · regular',
    },
  },
  {
    name: 'Buys in promotions only',
    life: [
      bought('2025-01-15', 'massage', { promo: true }),
      bought('2025-03-08', 'peeling', { promo: true }),
      bought('2025-05-20', 'massage', { promo: true }),
      bought('2025-07-01', 'mask', { promo: true }),
      bought('2025-08-20', 'massage'),
    ],
    looks: {
      '2025-09-01': 'hot ‹ within-rhythm · regular · early (sure) · regular, sale-only',
      '2025-11-15': 'warm ‹ score · regular · late (sure) · regular, sale-only',
    },
    says: { '2025-09-01': { behaviours: [{ is: 'regular' }, { is: 'sale-only', count: 4, of: 5, percent: 80 }] } },
  },
  {
    name: 'Buys on a whim, anything, any time',
    life: [
      bought('2025-01-02', 'candle'),
      bought('2025-01-20', 'vase'),
      bought('2025-03-20', 'lamp'),
      bought('2025-03-28', 'rug'),
      bought('2025-06-30', 'mirror'),
      bought('2025-07-10', 'clock'),
    ],
    looks: {
      '2025-07-20': 'hot ‹ fresh-order · regular · due (unsure) · impulsive',
      '2025-09-01': 'warm ‹ score · regular · late (unsure) · impulsive',
      '2025-09-20': 'cold ‹ lost · regular · lost (unsure) · impulsive',
      '2026-05-01': 'cold ‹ lost · regular · lost (unsure) · impulsive',
    },
  },
  {
    name: 'A clear need: always the same food for the same dog',
    life: [
      bought('2025-02-01', 'Корм 10 кг'),
      bought('2025-03-15', 'корм 15 кг'),
      bought('2025-04-28', 'Корм, 10 кг'),
      bought('2025-06-10', 'ошейник'),
      bought('2025-07-22', 'корм 10кг'),
    ],
    looks: { '2025-07-30': 'hot ‹ within-rhythm · regular · early (sure) · regular, clear-need' },
    says: {
      '2025-07-30': { behaviours: [{ is: 'regular' }, { is: 'clear-need', what: 'корм 10кг', count: 4, percent: 80 }] },
    },
  },
  {
    name: 'What was forgotten is ordered two days later: one occasion, not a rhythm of two days',
    life: [bought('2025-03-01', 'wallpaper'), bought('2025-03-03', 'glue'), bought('2025-05-30', 'wallpaper')],
    looks: {
      '2025-03-20': 'hot ‹ fresh-order · one-off · none · –',
      '2025-06-15': 'hot ‹ fresh-order · rare · early (unsure) · –',
      '2025-07-15': 'hot ‹ within-rhythm · rare · due (unsure) · –',
    },
  },
  {
    name: 'Two orders on one day are one occasion',
    life: [bought('2025-03-01', 'ring'), bought('2025-03-01', 'earrings')],
    looks: {
      '2025-03-10': 'hot ‹ fresh-order · one-off · none · –',
      '2025-04-10': 'warm ‹ score · one-off · none · –',
    },
    says: {
      '2025-03-10': { frequency: { occasions: 1, gaps: [] }, money: { orders: 2, spent: '200.00 RUB' } },
    },
  },
  {
    name: 'An order that was cancelled is no order',
    life: [weMet('2025-03-01'), bought('2025-03-05', 'kitchen', { stage: 'отменён', paid_minor: 0 })],
    looks: { '2025-03-10': 'warm ‹ score · none · none · –', '2025-07-10': 'warm ‹ score · none · none · –' },
    says: {
      '2025-03-10': { money: { orders: 0, spent: '0.00 RUB', unpaid: '0.00 RUB' } },
    },
  },
  {
    name: 'An order noted for a day to come has not happened yet',
    life: [weCalled('2025-03-01', 'reached'), bought('2025-04-15', 'wedding photos')],
    looks: { '2025-03-20': 'warm ‹ score · none · none · –', '2025-04-15': 'hot ‹ fresh-order · one-off · none · –' },
    says: {
      '2025-03-20': { money: { orders: 0, spent: '0.00 RUB' } },
      '2025-04-15': { money: { orders: 1, spent: '100.00 RUB' } },
    },
  },
  {
    name: 'Born on 29 February: every year on the last day of February',
    life: [
      bought('2020-02-29', 'cake'),
      bought('2021-02-28', 'cake'),
      bought('2022-02-28', 'cake'),
      bought('2024-02-29', 'cake'),
    ],
    looks: {
      '2024-03-01': 'hot ‹ within-rhythm · rare · early (fair) · clear-need',
      '2025-02-28': 'hot ‹ within-rhythm · rare · due (fair) · clear-need',
      '2025-06-10': 'warm ‹ late-not-lost · rare · late (fair) · clear-need',
    },
    says: {
      '2024-03-01': { frequency: { gaps: [365, 365, 731] }, rhythm: { expected_on: '2025-02-28' } },
    },
  },
  {
    name: 'Agreed yesterday',
    life: [theyAsked('2025-05-01', 'заявка'), weCalled('2025-05-10', 'договорились')],
    looks: {
      '2025-05-05': 'warm ‹ score · none · none · –',
      '2025-05-11': 'hot ‹ agreed · none · none · –',
      '2025-06-05': 'warm ‹ score · none · none · –',
      '2026-01-20': 'warm ‹ score · none · none · –',
    },
  },
  {
    name: 'An offer is open, then refused',
    life: [theyWrote('2025-05-01'), offered('2025-05-03', 'wardrobe'), weCalled('2025-05-15', 'отказ, дорого')],
    looks: {
      '2025-05-10': 'hot ‹ offer · none · none · –',
      '2025-05-16': 'warm ‹ score · none · none · –',
      '2025-06-16': 'warm ‹ score · none · none · –',
      '2025-11-01': 'cold ‹ refused · none · none · –',
    },
  },
  {
    name: 'An offer that nobody answered',
    life: [offered('2025-05-03', 'wardrobe')],
    looks: {
      '2025-05-24': 'hot ‹ offer · none · none · –',
      '2025-05-25': 'warm ‹ score · none · none · –',
      '2025-11-01': 'cold ‹ faded · none · none · –',
    },
  },
  {
    name: 'One project written down as three orders looks like a rhythm (one order with payments would not)',
    life: [
      bought('2025-03-01', 'site, advance'),
      bought('2025-03-15', 'site, layout'),
      bought('2025-04-02', 'site, rest'),
    ],
    looks: {
      '2025-04-20': 'hot ‹ within-rhythm · regular · due (fair) · regular',
      '2025-05-10': 'warm ‹ score · regular · late (fair) · regular',
      '2025-07-01': 'cold ‹ lost · regular · lost (fair) · regular',
      '2026-01-10': 'cold ‹ lost · regular · lost (fair) · regular',
    },
  },
]
