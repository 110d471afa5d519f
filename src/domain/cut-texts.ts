import { contactKey, promiseKey } from './diary.js'
import type { Draft } from './draft.js'
import { dateKey, type Known } from './known.js'
import { expenseKey, orderKey } from './order-rows/deals.js'

/** What stands where somebody who was erased has been cut out of a text. */
export const CUT = '…'

/** Records of a client whose texts somebody may have been cut out of. */
export interface CutTexts {
  contacts: (Pick<Contact, 'at' | 'channel' | 'direction'> & { text: string })[]
  promises: (Pick<Promised, 'due' | 'kind' | 'created_at'> & { text: string })[]
  orders: SoldText[]
  expenses: SoldText[]
  dates: { occasion: string; who: string | null; month_day: string }[]
}

type Contact = Draft['history'][number]
type Promised = Draft['promises'][number]
type Sold = Draft['expenses'][number]
export type SoldText = Omit<Sold, 'what'> & { what: string }

export const noCuts = (): CutTexts => ({ contacts: [], promises: [], orders: [], expenses: [], dates: [] })

/** Is it the whole text with something cut out of it? */
export function isCutOf(cut: string, whole: string): boolean {
  if (cut === whole || !cut.includes(CUT)) return false
  const pieces = cut.split(CUT)
  const [first = ''] = pieces
  const last = pieces.at(-1) ?? ''
  if (!whole.startsWith(first) || !whole.endsWith(last) || whole.length < first.length + last.length) return false
  const end = whole.length - last.length
  let from = first.length
  for (const piece of pieces.slice(1, -1)) {
    const at = whole.indexOf(piece, from)
    if (at < 0 || at + piece.length > end) return false
    from = at + piece.length
  }
  return from <= end
}

const mayBeCut = (cut: string | null, whole: string | null): boolean =>
  cut === whole || (cut !== null && whole !== null && isCutOf(cut, whole))

/**
 * Gives what an older file of this program tells of a client the texts that the base has by now: a contact, an order or a day out of
 * whose text somebody was cut is the same as before, and comes neither twice nor with that person in it.
 */
export function takeCuts(draft: Draft, { diary, dates }: Known, cuts: CutTexts): void {
  draft.history = matched(draft.history, cuts.contacts, {
    textOf: ({ text }) => text,
    isThere: (each) => diary?.contacts.has(contactKey(each)) === true,
    isSame: (cut, { at, channel, direction }) =>
      cut.at === at && cut.channel === channel && cut.direction === direction,
    withText: (each, text) => ({ ...each, text }),
  })
  draft.promises = matched(draft.promises, cuts.promises, {
    textOf: ({ text }) => text,
    isThere: (each) => diary?.promises.has(promiseKey(each)) === true,
    isSame: (cut, { due, kind, created_at }) => cut.due === due && cut.kind === kind && cut.created_at === created_at,
    withText: (each, text) => ({ ...each, text }),
  })
  draft.purchases = sold(draft.purchases, cuts.orders, (each) => diary?.deals.orders.has(orderKey(each)) === true)
  draft.expenses = sold(draft.expenses, cuts.expenses, (each) => diary?.deals.expenses.has(expenseKey(each)) === true)
  draft.dates = draft.dates.map((each) => {
    if (dates.has(dateKey(each))) return each
    const { month, day } = each.anniversary
    const monthDay = [month, day].map((part) => String(part).padStart(2, '0')).join('-')
    const same = cuts.dates.find(
      ({ occasion, who, month_day }) =>
        month_day === monthDay && mayBeCut(occasion, each.occasion) && mayBeCut(who, each.who),
    )
    return same ? { ...each, occasion: same.occasion, who: same.who } : each
  })
}

const sold = <T extends Sold>(list: readonly T[], cuts: readonly SoldText[], isThere: (each: T) => boolean): T[] =>
  matched(list, cuts, {
    textOf: ({ what }) => what,
    isThere,
    isSame: (cut, { date, sum_minor, currency, created_at }) =>
      cut.date === date && cut.sum_minor === sum_minor && cut.currency === currency && cut.created_at === created_at,
    withText: (each, what) => ({ ...each, what }),
  })

interface Matching<T, C> {
  textOf: (each: T | C) => string | null
  /** Does the base have it with this very text? */
  isThere: (each: T) => boolean
  /** Do all but their texts agree? */
  isSame: (cut: C, each: T) => boolean
  withText: (each: T, text: string) => T
}

/** Each record of the base stands for one of the file, first of all for the one that has its very text. */
function matched<T, C>(
  list: readonly T[],
  cuts: readonly C[],
  { textOf, isThere, isSame, withText }: Matching<T, C>,
): T[] {
  if (cuts.length === 0) return [...list]
  const left = [...cuts]
  const take = (found: C | undefined): C | undefined => {
    if (found !== undefined) left.splice(left.indexOf(found), 1)
    return found
  }
  const there = list.map((each) => {
    take(left.find((cut) => isSame(cut, each) && textOf(cut) === textOf(each)))
    return isThere(each)
  })
  return list.map((each, index) => {
    const text = textOf(each)
    if (text === null || there[index]) return each
    const same = take(left.find((cut) => isSame(cut, each) && isCutOf(textOf(cut) ?? '', text)))
    return same === undefined ? each : withText(each, textOf(same) ?? text)
  })
}
