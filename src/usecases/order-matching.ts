import type { OrderEntry, OrderRow } from '../domain/order-rows/rows.js'
import { type OrderValues, sameNumber, sameTraits } from '../domain/order-rows/same.js'
import type { StoredOrder } from '../store/order-rows.js'
import type { Writing } from '../store/store.js'
import type { Owned } from './history-log.js'

/** An order that is there, or will be with this portion: then it has no id yet. */
export interface Known {
  id: number | null
  values: OrderValues
  /** Name of its client, when that may be another one. */
  owner: string | null
}

/** The orders that rows of a portion may be. */
export interface There {
  find(client: number, order: OrderEntry): Known | null
  /** A row has made this one. */
  add(values: OrderValues): void
}

/**
 * Asks the base for the orders that a portion may bring again: by their numbers, and by client and day. In this program's own files two
 * orders that are alike are two, so each finds another one; in other files they are a row that was doubled.
 */
export async function ordersThere(writing: Writing, owned: readonly Owned<OrderRow>[], own: boolean): Promise<There> {
  const numbers = new Set<string>()
  const ids = new Set<number>()
  const days = new Map<string, { client: number; date: string }>()
  for (const { client, outcome } of owned) {
    const { external_id, date, own: mine } = outcome.order
    if (external_id !== null) numbers.add(external_id)
    if (mine?.id) ids.add(mine.id)
    days.set(`${client}|${date}`, { client, date })
  }
  const { history } = writing
  const numbered = await history.ordersNumbered(numbers)
  const there = new OrdersThere(own)
  const seen = new Set<number>()
  for (const row of [
    ...numbered,
    ...(await history.ordersById(ids)),
    ...(await history.ordersOn([...days.values()])),
  ]) {
    if (seen.has(row.id)) continue
    seen.add(row.id)
    there.put(knownFrom(row))
  }
  await nameOwners(writing, owned, there)
  return there
}

function knownFrom({ id, ...values }: StoredOrder): Known {
  return { id, values, owner: null }
}

/** Numbers that are of another client's order are told with that client's name. */
async function nameOwners(writing: Writing, owned: readonly Owned<OrderRow>[], there: OrdersThere): Promise<void> {
  const strangers = new Map<number, Known[]>()
  for (const { client, outcome } of owned)
    for (const known of there.numbered(outcome.order.external_id))
      if (known.values.client_id !== client)
        strangers.set(known.values.client_id, [...(strangers.get(known.values.client_id) ?? []), known])
  if (strangers.size === 0) return
  const { ids } = await writing.history.whoIs({
    ids: new Set(strangers.keys()),
    points: new Set(),
    externals: new Set(),
    names: new Set(),
  })
  for (const [client, list] of strangers) for (const known of list) known.owner = ids.get(client)?.name ?? null
}

const NONE: readonly Known[] = []

class OrdersThere implements There {
  #byNumber = new Map<string, Known[]>()
  #byDay = new Map<string, Known[]>()
  #byId = new Map<number, Known>()
  #taken = new Set<Known>()

  constructor(readonly own: boolean) {}

  put(known: Known): void {
    const { external_id, client_id, date } = known.values
    if (external_id !== null) push(this.#byNumber, external_id, known)
    push(this.#byDay, `${client_id}|${date}`, known)
    if (this.own && known.id !== null) this.#byId.set(known.id, known)
  }

  add(values: OrderValues): void {
    const known = { id: null, values, owner: null }
    this.put(known)
    if (this.own) this.#taken.add(known)
  }

  numbered(number: string | null): readonly Known[] {
    return number === null ? NONE : (this.#byNumber.get(number) ?? NONE)
  }

  find(client: number, order: OrderEntry): Known | null {
    const found = this.#sought(client, order)
    if (found !== null && this.own) this.#taken.add(found)
    return found
  }

  #sought(client: number, order: OrderEntry): Known | null {
    const isFree = (known: Known): boolean => !this.#taken.has(known)
    const mine = order.own?.id ? this.#byId.get(order.own.id) : undefined
    const isMine = mine?.values.client_id === client && mine.values.created_at === order.own?.created_at
    if (mine && isMine && isFree(mine)) return mine
    if (order.external_id !== null) {
      const same = this.numbered(order.external_id).filter((known) => isFree(known) && sameNumber(known.values, order))
      const known = same.find(({ values }) => values.client_id === client) ?? same[0]
      if (known) return known
    }
    const alike = (this.#byDay.get(`${client}|${order.date}`) ?? NONE).find(
      (known) =>
        isFree(known) &&
        (order.external_id === null || known.values.external_id === null) &&
        sameTraits(known.values, order),
    )
    return alike ?? null
  }
}

function push(map: Map<string, Known[]>, key: string, known: Known): void {
  const list = map.get(key)
  if (list) list.push(known)
  else map.set(key, [known])
}
