import { currencyOf } from './currency-of.js'
import { type Cadences, readSetting, type SettingKind } from './setting-values.js'
import type { TouchKind } from './touch-kinds.js'

export { currencyOf } from './currency-of.js'
export { readSpanDays } from './setting-values.js'
export { TOUCH_KINDS, type TouchKind } from './touch-kinds.js'

/** Raised when the same settings would give other answers than before, so that kept standings are computed anew. */
const VERSION = 4

/**
 * By what a client is judged: every threshold, weight and rate. Days are whole days, shares per cent. The meaning of each
 * and where it comes from stands in docs/warmth.md.
 */
export interface Model {
  /** ISO 4217 code of the base currency. */
  currency: string
  /** How much of the base currency one unit of another costs, as a decimal string. */
  rates: Readonly<Record<string, string>>
  /** Days between touches, by key of a tag. */
  cadences: Readonly<Record<string, number>>
  /** The same by name of a segment, without `@`. Who is in one is asked on the day, so no standing depends on it. */
  segmentCadences: Readonly<Record<string, number>>
  /** Days after which a touch counts half. */
  halfLife: number
  /** What each kind of touch counts when it is fresh. */
  points: Readonly<Record<TouchKind, number>>
  /** Points from which a client is warm. */
  warmFrom: number
  /** By how many per cent a refusal lowers what contacts before it count. */
  refusal: number
  /** For how many days a first order, and an agreement or an offer, keeps a client hot. */
  freshOrder: number
  intent: number
  /** So many orders, no further apart than so many days, make a regular. */
  regularOrders: number
  regularGap: number
  /** Orders less than so many days apart are one occasion. */
  together: number
  /** Per cent of the own gap by which an order may come early or late, at least. */
  tolerance: number
  /** After so many own gaps without an order a client is lost. */
  lostGaps: number
  /** So many gaps make a rhythm sure. */
  sureGaps: number
  /** For so many days after we turned to a client it is left alone. */
  rest: number
  /** So many enquiries without an order: asks and never buys. */
  asks: number
  /** So many contacts in vain: never answers. */
  unanswered: number
  /** So many outgoing contacts within so many days, and no order: over-touched. */
  overTouched: number
  overTouchedDays: number
  /** Per cent of orders: bought in promotions only; of one and the same thing. */
  saleShare: number
  needShare: number
  /** Spread of the gaps in per cent of their median from which buying is impulsive. */
  impulse: number
}

/** The settings that make the model, with what holds when they are not set. */
export const MODEL_SETTINGS = [
  { key: 'currency', kind: 'currency', default: '' },
  { key: 'rates', kind: 'rates', default: '' },
  { key: 'cadence', kind: 'cadences', default: '' },
  { key: 'warmth.half-life', kind: 'days', default: '90' },
  { key: 'warmth.points', kind: 'weights', default: '' },
  { key: 'warmth.warm', kind: 'points', default: '1' },
  { key: 'warmth.refusal', kind: 'percent', default: '50' },
  { key: 'hot.fresh-order', kind: 'days', default: '30' },
  { key: 'hot.intent', kind: 'days', default: '21' },
  { key: 'frequency.regular-orders', kind: 'count', default: '3' },
  { key: 'frequency.regular-gap', kind: 'days', default: '200' },
  { key: 'rhythm.together', kind: 'days', default: '5' },
  { key: 'rhythm.tolerance', kind: 'percent', default: '25' },
  { key: 'rhythm.lost-gaps', kind: 'count', default: '3' },
  { key: 'rhythm.sure-gaps', kind: 'count', default: '4' },
  { key: 'touch.rest', kind: 'days', default: '3' },
  { key: 'behaviour.asks', kind: 'count', default: '4' },
  { key: 'behaviour.unanswered', kind: 'count', default: '4' },
  { key: 'behaviour.over-touched', kind: 'count', default: '8' },
  { key: 'behaviour.over-touched-days', kind: 'days', default: '180' },
  { key: 'behaviour.sale-share', kind: 'percent', default: '80' },
  { key: 'behaviour.clear-need', kind: 'percent', default: '70' },
  { key: 'behaviour.impulsive', kind: 'percent', default: '75' },
] as const satisfies readonly { key: string; kind: SettingKind; default: string }[]

export type ModelKey = (typeof MODEL_SETTINGS)[number]['key']

const POINTS: Record<TouchKind, number> = {
  call: 2,
  message: 2,
  enquiry: 3,
  visit: 4,
  subscription: 2,
  agreed: 6,
  refused: 0,
  unanswered: 0,
  note: 0,
  referral: 4,
  order: 10,
  offer: 3,
}

/** Can this be the value of a setting of the model? */
export function fitsModel(key: ModelKey, text: string): boolean {
  const setting = MODEL_SETTINGS.find((each) => each.key === key)
  return setting !== undefined && readSetting(setting.kind, text) !== null
}

export const isModelKey = (key: string): key is ModelKey => MODEL_SETTINGS.some((each) => each.key === key)

/** The model that settings make; what is not set or unreadable is the default. */
export function modelFrom(settings: Partial<Record<string, string>>, country: string): Model {
  const read = (key: ModelKey): unknown => {
    const setting = MODEL_SETTINGS.find((each) => each.key === key)
    if (!setting) return null
    const typed = settings[key]
    return (typed === undefined ? null : readSetting(setting.kind, typed)) ?? readSetting(setting.kind, setting.default)
  }
  const number = (key: ModelKey): number => Number(read(key))
  const cadences = read('cadence') as Cadences | null
  return {
    currency: (read('currency') as string | null) ?? currencyOf(country),
    rates: (read('rates') as Record<string, string> | null) ?? {},
    cadences: cadences?.tags ?? {},
    segmentCadences: cadences?.segments ?? {},
    halfLife: number('warmth.half-life'),
    points: { ...POINTS, ...(read('warmth.points') as Partial<Record<TouchKind, number>> | null) },
    warmFrom: number('warmth.warm'),
    refusal: Math.min(100, number('warmth.refusal')),
    freshOrder: number('hot.fresh-order'),
    intent: number('hot.intent'),
    regularOrders: number('frequency.regular-orders'),
    regularGap: number('frequency.regular-gap'),
    together: number('rhythm.together'),
    tolerance: number('rhythm.tolerance'),
    lostGaps: number('rhythm.lost-gaps'),
    sureGaps: number('rhythm.sure-gaps'),
    rest: number('touch.rest'),
    asks: number('behaviour.asks'),
    unanswered: number('behaviour.unanswered'),
    overTouched: number('behaviour.over-touched'),
    overTouchedDays: number('behaviour.over-touched-days'),
    saleShare: number('behaviour.sale-share'),
    needShare: number('behaviour.clear-need'),
    impulse: number('behaviour.impulsive'),
  }
}

export const DEFAULT_MODEL: Model = modelFrom({}, 'RU')

const sorted = (record: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)))

/** The same for models that give the same standings, another for any other. */
export const fingerprintOf = ({ segmentCadences: _, ...model }: Model): string =>
  JSON.stringify([
    VERSION,
    sorted({ ...model, rates: sorted(model.rates), cadences: sorted(model.cadences), points: sorted(model.points) }),
  ])
