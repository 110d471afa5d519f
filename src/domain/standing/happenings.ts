import { stageClass } from '../stage.js'
import { dayOf } from './days.js'
import type { Dealings, Purchase, Touch } from './dealings.js'
import { kindOfTouch } from './touch.js'
import type { TouchKind } from './touch-kinds.js'

/** Something that happened between a client and us, as far as its warmth goes by it. */
export interface Happening {
  kind: TouchKind
  day: number
  /** `YYYY-MM-DD` or, of contacts, the instant. */
  at: string
  /** Null when it is no contact. */
  touch: Touch | null
  /** What was bought or offered, `#12` for a client that was recommended. */
  what: string | null
}

/** All that is counted, sorted, so that the order of the rows makes no difference. */
export interface History {
  /** By day; on one day orders, offers and recommendations, which have no hour, stand before contacts. */
  happenings: readonly Happening[]
  /** Orders that count, by day. */
  orders: readonly Purchase[]
  /** Offers, which are no orders yet, by day. */
  offers: readonly Purchase[]
}

const compare = (a: string | null, b: string | null): number =>
  a === b ? 0 : a === null ? -1 : b === null ? 1 : a < b ? -1 : 1

function inOrder(a: Happening, b: Happening): number {
  if (a.day !== b.day) return a.day - b.day
  if (a.touch === null || b.touch === null) {
    if (a.touch !== b.touch) return a.touch === null ? -1 : 1
    return compare(a.kind, b.kind) || compare(a.what, b.what)
  }
  return (
    compare(a.at, b.at) ||
    compare(a.kind, b.kind) ||
    compare(a.touch.channel, b.touch.channel) ||
    compare(a.touch.direction, b.touch.direction)
  )
}

const byDate = (a: Purchase, b: Purchase): number => compare(a.date, b.date) || a.id - b.id

/** Rows mostly come sorted. */
function sorted<T>(rows: T[], compareRows: (a: T, b: T) => number): T[] {
  return rows.every((row, index) => index === 0 || compareRows(rows[index - 1] as T, row) <= 0)
    ? rows
    : rows.sort(compareRows)
}

/** What happened, in order. */
export function historyOf({ touches, purchases, referrals }: Dealings): History {
  const happenings: Happening[] = []
  const orders: Purchase[] = []
  const offers: Purchase[] = []
  for (const touch of touches)
    happenings.push({ kind: kindOfTouch(touch), day: dayOf(touch.at), at: touch.at, touch, what: null })
  for (const purchase of purchases) {
    const stage = stageClass(purchase.stage)
    if (stage === 'cancelled') continue
    const isOffer = stage === 'offer'
    ;(isOffer ? offers : orders).push(purchase)
    happenings.push({
      kind: isOffer ? 'offer' : 'order',
      day: dayOf(purchase.date),
      at: purchase.date,
      touch: null,
      what: purchase.what,
    })
  }
  for (const { id, on } of referrals)
    happenings.push({ kind: 'referral', day: dayOf(on), at: on, touch: null, what: `#${id}` })
  return { happenings: sorted(happenings, inOrder), orders: sorted(orders, byDate), offers: sorted(offers, byDate) }
}
