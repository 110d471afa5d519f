import { type EntryKey, writeKey } from '../domain/day/keys.js'
import { callNotDue, dueCall } from './closing-calls.js'
import { noSettlement, type Settlement } from './closing-writing.js'
import { sameOccasions } from './day-greetings.js'
import type { Deps } from './deps.js'

/** What an entry of a client stands for; `gone` when its row is no more, null when nothing of it is open any more. */
export async function settlementOf(deps: Deps, key: EntryKey, client: number): Promise<Settlement | 'gone' | null> {
  switch (key.is) {
    case 'call':
      return (await dueCall(deps, client)) ?? (await callNotDue(deps, client))
    case 'promise': {
      const promise = await deps.store.agenda.promise(key.id)
      if (!promise) return 'gone'
      return { ...noSettlement(promise.client_id, 'promise'), text: promise.text, promises: [promise.id] }
    }
    case 'date':
      return ofDate(deps, key)
    case 'gift': {
      const date = await deps.store.agenda.anniversary(key.id)
      if (!date) return 'gone'
      const mark = `${key.id}:${key.occursOn}`
      return {
        ...noSettlement(date.client_id, 'gift'),
        text: date.gift,
        occasion: date.occasion,
        marks: [{ client_id: date.client_id, about: 'gift', mark }],
      }
    }
    case 'first-order':
    case 'holiday': {
      const mark = key.is === 'holiday' ? `${key.holiday}:${key.occursOn}` : key.occursOn
      // The key may speak of a client who has gone into this one.
      const cards = await sameOccasions(deps, writeKey({ ...key, client }))
      const clients = new Set([client, ...cards.map(({ client_id }) => client_id)])
      return {
        ...noSettlement(client, key.is),
        occasion: key.is === 'holiday' ? key.holiday : key.is,
        marks: [...clients].map((client_id) => ({ client_id, about: key.is, mark })),
      }
    }
  }
}

/** The greeting of a day, on all the cards on which it stands. */
async function ofDate(deps: Deps, key: EntryKey & { is: 'date' }): Promise<Settlement | 'gone'> {
  const date = await deps.store.agenda.anniversary(key.id)
  if (!date) return 'gone'
  const others = (await sameOccasions(deps, writeKey(key))).filter(
    (each) => each.date !== null && each.date !== date.id,
  )
  return {
    ...noSettlement(date.client_id, 'date'),
    text: date.who,
    occasion: date.occasion,
    greetings: [{ date: date.id, client_id: date.client_id }, ...others].flatMap(({ date: id, client_id }) =>
      id === null ? [] : [{ client_id, date: id, occursOn: key.occursOn }],
    ),
  }
}
