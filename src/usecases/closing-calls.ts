import type { CivilDate } from '../domain/calendar.js'
import { writeKey } from '../domain/day/keys.js'
import type { CallReason, Promised, Reason } from '../domain/day/reason.js'
import { PUT_OFF, puttingOff, readPutOff, type Settles, settledBy } from '../domain/day/settling.js'
import { noSettlement, type Settlement } from './closing-writing.js'
import { type Deps, localNow } from './deps.js'
import { agendaFor, DEFAULT_SPAN } from './today.js'

/** So far ahead, in days, a reason that was computed may be closed before its day. */
const AHEAD = 31

type DueReason = Promised | CallReason

export const dayOfInstant =
  ({ clock }: Deps) =>
  (instant: string): CivilDate =>
    clock.toLocal(new Date(instant)).date

/** Everything for which a client stands among the calls now, as far as `holds`; null when that is nothing. */
export async function dueCall(
  deps: Deps,
  client: number,
  holds: (reason: DueReason) => boolean = () => true,
): Promise<Settlement | null> {
  const reasons = (await callReasons(deps, client, DEFAULT_SPAN.ahead)).filter(holds)
  if (reasons.length === 0) return null
  const row = puttingOff(await attentionOf(deps, client))
  const isBack = row !== null && row.snoozed_until <= localNow(deps).date
  const isComputed = reasons.some(({ code }) => code !== 'promised')
  return ofReasons(client, reasons, isBack && isComputed ? [PUT_OFF] : [])
}

/** A client who is put off until a later day, with the reasons of then; null when it is not. */
export async function putOffCall(deps: Deps, client: number): Promise<(Settlement & { since: string }) | null> {
  const row = puttingOff(await attentionOf(deps, client))
  if (row === null || row.snoozed_until <= localNow(deps).date) return null
  return { ...ofReasons(client, [], [...readPutOff(row.why), PUT_OFF]), since: row.at }
}

/**
 * What closing means for a client who does not stand among the calls now: what was put off, else, unless the client was turned
 * to today, what comes nearest, for it may have been shown with `--ahead`. Null when there is nothing.
 */
export async function callNotDue(deps: Deps, client: number): Promise<Settlement | null> {
  const today = localNow(deps).date
  if (await wasClosedToday(deps, client, today)) return null
  const promises = (await deps.store.agenda.promisesUntil('9999-12-31', null, client)).filter(
    ({ kind }) => kind === 'call',
  )
  const putOff = await putOffCall(deps, client)
  const until = puttingOff(await attentionOf(deps, client))?.snoozed_until
  const snoozed = promises.filter(({ snoozed_until, shown_on }) => snoozed_until !== null && shown_on > today)
  const nearest = [...(putOff && until ? [until] : []), ...snoozed.map(({ shown_on }) => shown_on)].sort()[0]
  if (nearest !== undefined) {
    const back = snoozed.filter(({ shown_on }) => shown_on === nearest)
    return joined(client, back, putOff && until === nearest ? putOff.marks : [])
  }
  if (await wasTurnedToToday(deps, client, today)) return null
  const computed = (await callReasons(deps, client, AHEAD)).filter((reason) => reason.code !== 'promised')
  const first = [...promises.map(({ shown_on }) => shown_on), ...computed.map(({ on }) => on)].sort()[0]
  if (first === undefined) return null
  const due = promises.filter(({ shown_on }) => shown_on === first)
  return joined(
    client,
    due,
    ofReasons(
      client,
      computed.filter(({ on }) => on === first),
    ).marks,
  )
}

async function callReasons(deps: Deps, client: number, ahead: number): Promise<DueReason[]> {
  const key = writeKey({ is: 'call', client })
  const entries = await agendaFor(deps, { ...DEFAULT_SPAN, ahead }, null, client)
  return (entries.find((entry) => entry.key === key)?.reasons ?? []).filter(isCallReason)
}

const isCallReason = (reason: Reason): reason is DueReason =>
  reason.code !== 'occasion' && reason.code !== 'holiday' && reason.code !== 'gift'

const attentionOf = async (deps: Deps, client: number) => (await deps.store.attention.of([client])).get(client) ?? []

function ofReasons(client: number, reasons: readonly DueReason[], more: readonly Settles[] = []): Settlement {
  const promised = reasons.filter((reason) => reason.code === 'promised')
  const settles = [
    ...more,
    ...reasons.flatMap((reason) =>
      reason.code === 'promised' || reason.code === 'put-off' ? [] : [settledBy(reason)],
    ),
  ]
  return {
    ...noSettlement(client, 'call'),
    text: promised[0]?.text ?? null,
    promises: promised.map(({ promise }) => promise),
    marks: settles.map((each) => ({ client_id: client, about: each.about, mark: each.mark })),
  }
}

const joined = (
  client: number,
  promises: readonly { id: number; text: string | null }[],
  marks: Settlement['marks'],
): Settlement => ({
  ...noSettlement(client, 'call'),
  text: promises[0]?.text ?? null,
  promises: promises.map(({ id }) => id),
  marks,
})

/** Was a call with the client done or skipped today, or, by a clock that was set back, later? */
async function wasClosedToday(deps: Deps, client: number, today: CivilDate): Promise<boolean> {
  const dayOf = dayOfInstant(deps)
  const rows = await attentionOf(deps, client)
  const isCall = (about: string): boolean => !['gift', 'holiday', 'first-order'].includes(about)
  if (rows.some(({ about, state, at }) => isCall(about) && state !== 'snoozed' && dayOf(at) >= today)) return true
  const closed = await deps.store.attention.lastClosedCall(client)
  return closed !== null && dayOf(closed) >= today
}

async function wasTurnedToToday(deps: Deps, client: number, today: CivilDate): Promise<boolean> {
  const last = (await deps.store.agenda.lastContacts([client])).get(client)
  return last !== undefined && dayOfInstant(deps)(last.at) >= today
}
