import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Clock } from '../../src/domain/calendar.js'
import { momentOf } from '../../src/domain/calendar.js'
import { inBase, moneyText } from '../../src/domain/money.js'
import { countsAsOrder, sumOf } from '../../src/domain/orders.js'
import { modelFrom } from '../../src/domain/standing/model.js'
import { isRefusal } from '../../src/errors.js'
import type { Deps } from '../../src/usecases/deps.js'
import { undo } from '../../src/usecases/history.js'
import { addOrder, editOrder, payOrder, removeOrder } from '../../src/usecases/orders.js'
import { addExpense, removeExpense } from '../../src/usecases/orders-expenses.js'
import { AT, clientRow, entry, freshFolder, opened } from '../store/base.js'

/*
 * Whatever is ordered, changed, paid, removed and taken back: what is computed of a client is what its orders come to,
 * added up here in the plainest way.
 */

const clock: Clock = {
  now: () => new Date(AT),
  toLocal: (instant) => ({ date: instant.toISOString().slice(0, 10), time: instant.toISOString().slice(11, 16) }),
  toInstant: ({ date, time }) => new Date(`${date}T${time}:00Z`),
  inZone: () => null,
}
const model = modelFrom({ currency: 'UAH', rates: 'USD=41.55, JPY=0.27' }, 'UA')

type Step =
  | { do: 'add'; client: number; sum: string; stage: string; date: string; paid: boolean }
  | { do: 'edit'; order: number; sum: string; stage: string; client: number }
  | { do: 'pay'; order: number; sum: string | null }
  | { do: 'remove' | 'remove expense'; order: number }
  | { do: 'expense'; client: number; sum: string }
  | { do: 'undo'; operation: number | null }

const client = fc.integer({ min: 1, max: 2 })
const order = fc.integer({ min: 1, max: 6 })
const sum = fc.constantFrom('0', '0.01', '1250.50', '12к', '19.99 USD', '$1000.01', '777 JPY', '5 EUR')
const stage = fc.constantFrom('', 'в работе', 'offer', 'отменён', 'done')
const date = fc.constantFrom('2024-02-29', '2026-11-21', '2026-11-22', '2026-12-24')
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({ do: fc.constant('add' as const), client, sum, stage, date, paid: fc.boolean() }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('edit' as const), order, sum, stage, client }) },
  fc.record({ do: fc.constant('pay' as const), order, sum: fc.option(fc.constantFrom('1', '-1', '1000')) }),
  fc.record({ do: fc.constantFrom('remove' as const, 'remove expense' as const), order }),
  fc.record({ do: fc.constant('expense' as const), client, sum }),
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('undo' as const), operation: fc.option(fc.integer({ min: 1, max: 8 })) }),
  },
)

const KEEPING = { dryRun: false, force: false }

async function take(deps: Deps, each: Step): Promise<void> {
  try {
    switch (each.do) {
      case 'add':
        await addOrder(
          deps,
          {
            client: each.client,
            sum: each.sum,
            stage: each.stage,
            date: each.date,
            ...(each.paid ? { paid: true } : {}),
          },
          KEEPING,
        )
        break
      case 'edit':
        await editOrder(deps, each.order, { sum: each.sum, stage: each.stage, client: each.client }, KEEPING)
        break
      case 'pay':
        await payOrder(deps, each.order, each.sum, KEEPING)
        break
      case 'remove':
        await removeOrder(deps, each.order, KEEPING)
        break
      case 'remove expense':
        await removeExpense(deps, each.order, KEEPING)
        break
      case 'expense':
        await addExpense(deps, { client: each.client, sum: each.sum, what: '', date: null, currency: null }, KEEPING)
        break
      case 'undo':
        await undo(deps, each.operation)
    }
  } catch (error) {
    // There is no such order, or more would be paid than it comes to: nothing is written then.
    if (!isRefusal(error)) throw error
  }
}

/** What the orders of a client come to, by the rules of the surface alone. */
async function expected({ store }: Deps, id: number): Promise<{ orders: number; spent: string | null }> {
  const card = await store.clients.card(id)
  const counting = (card?.purchases ?? []).filter((each) => countsAsOrder(each.stage) && each.date <= '2026-11-22')
  let base = 0
  const foreign = new Map<string, number>()
  for (const { currency, sum_minor } of counting.map((each) => sumOf(each.sum))) {
    const own = inBase(sum_minor, currency, model)
    if (own === null) foreign.set(currency, (foreign.get(currency) ?? 0) + sum_minor)
    else base += own
  }
  const sums = [
    ...(base !== 0 || (counting.length > 0 && foreign.size === 0) ? [moneyText(base, 'UAH')] : []),
    ...[...foreign].map(([code, minor]) => moneyText(minor, code)),
  ]
  return { orders: counting.length, spent: sums.length === 0 ? null : sums.join(' + ') }
}

test('sums are what the orders come to, whatever was done and taken back', { timeout: 120_000 }, async () => {
  const counts = { kept: 0 }
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 16, size: 'max' }), async (steps) => {
      const store = await opened(join(freshFolder(), 'clients.db'), {
        circumstances: { model, moment: momentOf(clock) },
      })
      const deps: Deps = { store, clock, country: 'UA', model, command: 'test' }
      await store.write(entry('clients'), async (writing) => {
        for (const name of ['Ёлкина', 'Ґалаґан']) await writing.insert('client', clientRow(name))
      })
      for (const each of steps) await take(deps, each)
      for (const id of [1, 2]) {
        const [record] = await store.clients.records([id])
        if (record === undefined) continue
        expect({ orders: record.orders, spent: record.spent }).toEqual(await expected(deps, id))
        counts.kept += record.orders
      }
      await store.close()
    }),
    { numRuns: 80, seed: 20261122 },
  )
  // Were all steps refused, everything would be right.
  expect(counts.kept).toBeGreaterThan(60)
})
