import type { OrderValues } from '../../src/domain/draft.js'
import { openStore, type Store } from '../../src/store/store.js'
import { AT, entry } from '../store/base.js'

const ORDER: OrderValues = {
  client_id: 1,
  date: '2026-10-01',
  sum_minor: 45_000,
  currency: 'UAH',
  what: 'пошив "Ёлка"',
  stage: null,
  cost_minor: null,
  promo: 0,
  due_on: null,
  paid_minor: 0,
  external_system: null,
  external_id: null,
  created_at: AT,
  items: null,
}

async function filled(store: Store): Promise<void> {
  await store.write(entry('fill'), async (writing) => {
    // Two that are alike are two orders.
    for (const _ of [1, 2]) await writing.insert('client_order', ORDER)
    await writing.insert('client_order', {
      ...ORDER,
      date: '2026-10-02',
      sum_minor: 1_250_050,
      what: "Ґалаґан; O'Brien 🧥\nдругая строка",
      stage: 'в работе',
      cost_minor: 700_000,
      promo: 1,
      due_on: '2026-12-01',
      paid_minor: 50_000,
      created_at: '2026-10-02T08:00:00Z',
      items: JSON.stringify([{ name: 'чехол; 2 шт', quantity: '1.5', sum_minor: 1_250_050 }]),
    })
    await writing.insert('client_order', {
      ...ORDER,
      client_id: 3,
      sum_minor: 900,
      currency: 'JPY',
      external_system: 'amocrm',
      external_id: 'A-1',
    })
    await writing.insert('expense', {
      client_id: 1,
      date: '2026-10-03',
      sum_minor: 7_525,
      currency: 'EUR',
      what: 'такси',
      created_at: AT,
    })
    await writing.insert('care', {
      client_id: 1,
      warmth: 'hot',
      warmth_until: '2027-01-31',
      warmth_reason: 'ждёт «смету»',
      cadence_days: 90,
      paused_until: null,
      paused_reason: null,
      set_at: AT,
    })
  })
}

/** Gives clients 1 and 3 of a base orders, a cost and what was set by hand; two of the orders are alike. */
export async function dealings(file: string): Promise<void> {
  const store = await openStore(file)
  try {
    await filled(store)
  } finally {
    await store.close()
  }
}
