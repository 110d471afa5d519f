import type { Additions } from '../domain/completing.js'
import type { Known } from '../domain/known.js'
import { type DraftDeals, noteDeals } from '../domain/order-rows/deals.js'
import type { Journal } from './journal.js'
import type { Db } from './sqlite.js'

/** Notes what clients have of orders and costs, and what was set by hand. */
export async function readDeals(db: Db, ids: number[], found: ReadonlyMap<number, Known>): Promise<void> {
  const note = (client: number, deals: Partial<DraftDeals>): void => {
    const diary = found.get(client)?.diary
    if (diary) noteDeals(diary.deals, { purchases: [], expenses: [], care: null, ...deals })
  }
  for (const row of await db.selectFrom('client_order').selectAll().where('client_id', 'in', ids).execute())
    note(row.client_id, { purchases: [row] })
  for (const row of await db.selectFrom('expense').selectAll().where('client_id', 'in', ids).execute())
    note(row.client_id, { expenses: [row] })
  for (const { id, client_id, ...care } of await db
    .selectFrom('care')
    .selectAll()
    .where('client_id', 'in', ids)
    .execute())
    note(client_id, { care })
}

/** What was set by hand takes the place of what was before. */
export async function setCares(
  db: Db,
  journal: Journal,
  extensions: readonly { id: number; additions: Additions }[],
): Promise<void> {
  for (const { id, additions } of extensions) {
    if (additions.care === null) continue
    const there = await db.selectFrom('care').select('id').where('client_id', '=', id).executeTakeFirst()
    if (there) await journal.update('care', there.id, additions.care)
    else await journal.insert('care', { client_id: id, ...additions.care })
  }
}
