import { addDays, isoInstant, parts } from '../domain/calendar.js'
import type { Direction, PromiseKind } from '../domain/client.js'
import { type Deps, entryOf, localNow } from './deps.js'
import { writePromise } from './promises.js'

/** What happened to the demo's clients and what is due, in days from today, so that the day is always alive. */
export interface Diary {
  contacts: {
    client: string
    at: string
    time: string
    channel: string
    direction: Direction
    result: string | null
    minutes: number | null
    text: string | null
  }[]
  promises: { client: string; kind: PromiseKind; due: string; time: string | null; text: string | null }[]
  dates: {
    client: string
    occasion: string
    in: string
    year: number | null
    who: string | null
    remind: number | null
  }[]
}

/** `-12d`, `0d`, `+3d` from today. */
const offset = (text: string): number => Number.parseInt(text, 10) || 0

export async function fillDiary(deps: Deps, diary: Diary): Promise<void> {
  const { date: today } = localNow(deps)
  const { at } = entryOf(deps)
  await deps.store.write({ at, command: 'diary' }, async (writing) => {
    const idOf = async (externalId: string): Promise<number | undefined> =>
      (await writing.clients.byExternal(externalId))[0]?.id
    for (const { client, at: days, time, ...contact } of diary.contacts) {
      const id = await idOf(client)
      if (id === undefined) continue
      const instant = isoInstant(deps.clock.toInstant({ date: addDays(today, offset(days)), time }))
      await writing.insert('contact', { client_id: id, at: instant, purpose: null, cost_minor: null, ...contact })
    }
    for (const { client, kind, due, time, text } of diary.promises) {
      const id = await idOf(client)
      if (id !== undefined)
        await writePromise(writing, id, { kind, when: { date: addDays(today, offset(due)), time }, text }, at)
    }
    for (const { client, occasion, in: days, year, who, remind } of diary.dates) {
      const id = await idOf(client)
      if (id === undefined) continue
      const { month, day } = parts(addDays(today, offset(days)))
      const month_day = `${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
      const own = (await writing.clients.anniversaries(id)).find(
        (each) => each.occasion === occasion && each.who === who,
      )
      if (own) await writing.update('anniversary', own.id, { year, month_day, remind_days: remind })
      else await writing.insert('anniversary', { client_id: id, occasion, who, year, month_day, remind_days: remind })
    }
  })
}
