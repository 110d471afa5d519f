import { type ClientCard, type ContactRecord, PROMISE_KINDS, type PromiseRecord } from './client.js'
import type { Draft } from './draft.js'
import { day, instant, type Json, text, whole } from './json-values.js'
import { type Deals, dealsOf } from './order-rows/deals.js'

/** Contacts and promises as JSON or a sheet has them; numbers may be text. What has no date is passed over. */
export const diaryFrom = (
  history: readonly Json[],
  promises: readonly Json[],
): Pick<Draft, 'history' | 'promises'> => ({
  history: history.flatMap(contactFrom),
  promises: promises.flatMap(promiseFrom),
})

function contactFrom(each: Json): Omit<ContactRecord, 'id' | 'client_id'>[] {
  const at = instant(each.at)
  if (at === null) return []
  return [
    {
      at,
      channel: text(each.channel) ?? 'call',
      direction: each.direction === 'in' ? 'in' : 'out',
      result: text(each.result),
      purpose: text(each.purpose),
      minutes: whole(
        typeof each.minutes === 'string' && /^\d{1,6}$/.test(each.minutes) ? Number(each.minutes) : each.minutes,
      ),
      cost: typeof each.cost === 'string' && /^\d{1,12}(\.\d{1,3})?$/.test(each.cost) ? each.cost : null,
      text: text(each.text),
    },
  ]
}

function promiseFrom(each: Json): Omit<PromiseRecord, 'id' | 'client_id'>[] {
  const due = day(each.due)
  if (due === null) return []
  return [
    {
      kind: PROMISE_KINDS.find((kind) => kind === each.kind) ?? 'task',
      due,
      time: typeof each.time === 'string' && /^\d{2}:\d{2}$/.test(each.time) ? each.time : null,
      text: text(each.text),
      state: each.state === 'done' || each.state === 'skipped' ? each.state : 'open',
      snoozed_until: day(each.snoozed_until),
      created_at: instant(each.created_at) ?? `${due}T00:00:00Z`,
      closed_at: instant(each.closed_at),
      why: text(each.why),
    },
  ]
}

/** The columns behind all others in which this program's own CSV keeps what happened and what was promised, as JSON. */
export const DIARY_COLUMNS = ['history', 'promises'] as const

export const diaryCells = ({ history, promises }: ClientCard): string[] =>
  [history, promises].map((list) =>
    list.length === 0 ? '' : JSON.stringify(list.map(({ id, client_id, ...entry }) => entry)),
  )

/** Two contacts of a client are one when these agree; a minute is as exact as people log. */
export const contactKey = ({
  at,
  channel,
  direction,
  text,
}: Pick<Draft['history'][number], 'at' | 'channel' | 'direction' | 'text'>): string =>
  `${at.slice(0, 16)}|${channel}|${direction}|${text ?? ''}`

export const promiseKey = ({ due, kind, text }: Pick<Draft['promises'][number], 'due' | 'kind' | 'text'>): string =>
  `${due}|${kind}|${text ?? ''}`

/** The bare fact of a last contact, as an entry of the diary. */
export const bareContact = (at: string): Draft['history'][number] => ({
  at,
  channel: 'other',
  direction: 'out',
  result: null,
  purpose: null,
  minutes: null,
  cost: null,
  text: null,
})

/** Does the row say anything of contacts, promises, orders, costs, or of what was set by hand? */
export const hasDiary = ({ history, promises, purchases, expenses, care, lastContact }: Draft): boolean =>
  history.length + promises.length + purchases.length + expenses.length > 0 || care !== null || lastContact !== null

/** What a client has already: keys of the contacts and promises, the instant of the last contact, orders and the like. */
export interface Diary {
  contacts: Set<string>
  promises: Set<string>
  last: string | null
  deals: Deals
}

/** The diary of a client that the row has just made. */
export function diaryOf(draft: Draft): Diary {
  const { history, promises, lastContact } = draft
  const instants = [...history.map(({ at }) => at), ...(lastContact === null ? [] : [lastContact])].sort()
  return {
    contacts: new Set(history.map(contactKey)),
    promises: new Set(promises.map(promiseKey)),
    last: instants.at(-1) ?? null,
    deals: dealsOf(draft),
  }
}
