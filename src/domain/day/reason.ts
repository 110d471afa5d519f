import type { CivilDate } from '../calendar.js'
import type { PromiseKind } from '../client.js'

export type Section = 'calls' | 'greetings' | 'tasks'
export const SECTIONS: readonly Section[] = ['calls', 'greetings', 'tasks']

/** Reasons to call that follow from the dealings with a client; nobody wrote them down. */
export const CALL_CODES = ['waits', 'unpaid', 'rhythm', 'slipping', 'cadence', 'lead'] as const
export type CallCode = (typeof CALL_CODES)[number]

/** Why an explicit promise to a client who should not be called stands among the tasks. */
export type Held = 'opted-out' | 'paused'

/** `days` from today to the day it speaks of; below nought when that is over. */
interface Dated {
  on: CivilDate
  days: number
}

export interface Promised {
  code: 'promised'
  promise: number
  kind: PromiseKind
  due: CivilDate
  time: string | null
  days: number
  text: string | null
  snoozed: boolean
  held: Held | null
}

/** The last contact was theirs. `since` is its instant, `on` its day. */
export interface Waits extends Dated {
  code: 'waits'
  since: string
  channel: string
  text: string | null
}

/** An order that is past its date of payment; `sum` is what is left to pay, `"1250.00 UAH"`. */
export interface Unpaid extends Dated {
  code: 'unpaid'
  order: number
  sum: string
  what: string | null
}

/**
 * `rhythm`: an order was expected by the client's own rhythm on `expected_on`, and is late since `on`. `slipping`: the same of a
 * regular who has let one whole gap more go by. `gap`: days between its orders.
 */
export interface OffBeat extends Dated {
  code: 'rhythm' | 'slipping'
  expected_on: CivilDate
  gap: number
}

/** Every so many days, by hand, by a tag or by a segment; `on` is the day it fell due, `from` the day it counts from. */
export interface Cadence extends Dated {
  code: 'cadence'
  every: number
  by: 'hand' | 'tag' | 'segment'
  name: string | null
  from: CivilDate | null
}

/** A lead, entered on `on`, and never called. */
export interface Fresh extends Dated {
  code: 'lead'
}

/** Put off on `since` until `on`; `reasons` are the codes of then, which may hold no longer. */
export interface PutOff extends Dated {
  code: 'put-off'
  since: CivilDate
  reasons: string[]
}

/** A birthday or another day of the client's, of somebody of theirs (`who`), or of the first order (`date` null). */
export interface Occasion extends Dated {
  code: 'occasion'
  date: number | null
  occasion: string
  who: string | null
  years: number | null
  /** The years are a round number. */
  round: boolean
}

/** `holiday` is the key of the holiday, `name` that of one of the user's own. */
export interface Holiday extends Dated {
  code: 'holiday'
  holiday: string
  name: string | null
}

/** A present to be bought for an occasion on `on`. */
export interface Gift extends Dated {
  code: 'gift'
  date: number
  occasion: string
  who: string | null
  years: number | null
  gift: string
}

export type CallReason = Waits | Unpaid | OffBeat | Cadence | Fresh | PutOff
export type GreetReason = Occasion | Holiday
/** Why an entry stands on the list: a code and its figures, so that each language can say it and scripts can test it. */
export type Reason = Promised | CallReason | GreetReason | Gift

/** One term of the rank: whole points. `value` is what it was made of (days, a sum), for the explanation. */
export interface RankTerm {
  term:
    | 'promised'
    | 'waits'
    | 'unpaid'
    | 'rhythm'
    | 'slipping'
    | 'cadence'
    | 'lead'
    | 'put-off'
    | 'late'
    | 'money'
    | 'vip'
    | 'tried'
    | 'near'
  points: number
  value: string | null
}

export interface AgendaEntry {
  /** Names what is due, the same through the whole day, see keys.ts. */
  key: string
  section: Section
  client_id: number
  due: CivilDate
  time: string | null
  vip: boolean
  sort_key: string
  /** The strongest first. */
  reasons: Reason[]
  /** Sum of the terms. */
  score: number
  terms: RankTerm[]
  /** Other records of the same person, whom one greeting serves too. */
  also: number[]
}

/** The time for which a promise was given for the day itself, the earliest of several; null when there is none. */
export const promisedTime = (reasons: readonly Reason[]): string | null =>
  reasons
    .flatMap((reason) => (reason.code === 'promised' && reason.days === 0 && reason.time !== null ? reason.time : []))
    .sort()[0] ?? null
