import { expect, test } from 'vitest'
import { adviceOf } from '../../src/domain/advice.js'
import {
  bought,
  byHand,
  noted,
  offered,
  onDay,
  type Part,
  recommended,
  tagged,
  theyAsked,
  theyCalled,
  weCalled,
  weMet,
  weWrote,
} from './standing/life.js'

const days = (from: string, every: number, times: number): string[] =>
  Array.from({ length: times }, (_, index) =>
    new Date(Date.parse(`${from}T00:00:00Z`) + index * every * 86_400_000).toISOString().slice(0, 10),
  )
/** Orders on 1 January, 31 January, 2 March and 1 April; due from 21 April, late from 12 May, given up from 1 July. */
const MONTHLY = days('2025-01-01', 30, 4).map((day) => bought(day, 'стрижка'))
const LESSONS = days('2025-01-01', 7, 7).map((day) => weMet(day))
const PAIR = [bought('2025-01-01', 'wallpaper'), bought('2025-01-11', 'paint')]
const TEN_CALLS = days('2025-01-01', 10, 10).map((day) => weCalled(day, 'reached'))

test.each<[name: string, life: Part[], day: string, advice: string]>([
  ['nobody knows her yet', [], '2025-05-15', 'first-touch'],
  ['only a note', [noted('2025-05-14')], '2025-05-15', 'first-touch'],
  ['early', MONTHLY, '2025-04-10', 'early 2025-04-21'],
  ['due', MONTHLY, '2025-05-01', 'due'],
  ['late, and left alone so far', MONTHLY, '2025-05-15', 'late'],
  ['late, called yesterday', [...MONTHLY, weCalled('2025-05-14', 'reached')], '2025-05-15', 'rest 2025-05-17'],
  ['late, called in vain yesterday', [...MONTHLY, weCalled('2025-05-14', 'busy')], '2025-05-15', 'rest 2025-05-17'],
  ['late, called three days ago', [...MONTHLY, weCalled('2025-05-12', 'reached')], '2025-05-15', 'late'],
  ['late, only a note yesterday', [...MONTHLY, noted('2025-05-14')], '2025-05-15', 'late'],
  ['late, and came of its own accord', [...MONTHLY, theyCalled('2025-05-14')], '2025-05-15', 'late'],
  ['late, agreed yesterday', [...MONTHLY, weCalled('2025-05-14', 'agreed')], '2025-05-15', 'intent'],
  ['late, refused', [...MONTHLY, weCalled('2025-05-14', 'refused')], '2025-06-15', 'refused'],
  ['refused before the order became due', [...MONTHLY, weCalled('2025-04-05', 'refused')], '2025-05-15', 'late'],
  ['refused, then asked again', [weCalled('2025-05-01', 'no'), theyAsked('2025-05-10')], '2025-05-15', 'keep-warm'],
  ['refused, and warm still', [weMet('2025-04-01'), weCalled('2025-05-01', 'отказ')], '2025-05-15', 'refused'],
  ['lost, silent', MONTHLY, '2025-09-01', 'lost'],
  ['lost, but we talk', [...MONTHLY, theyCalled('2025-08-20')], '2025-09-01', 'keep-warm'],
  ['lessons, late', LESSONS, '2025-03-10', 'late'],
  ['two orders: unsure, the day after', PAIR, '2025-01-12', 'keep-warm'],
  ['two orders: unsure, on the day itself', PAIR, '2025-01-21', 'due'],
  ['two orders: unsure, nobody can call it late', PAIR, '2025-03-01', 'keep-warm'],
  ['two orders: unsure, and faded', PAIR, '2026-06-01', 'lost'],
  [
    'an agreement that became an order',
    [weCalled('2025-05-10', 'agreed'), bought('2025-05-12', 'logo')],
    '2025-05-20',
    'keep-warm',
  ],
  ['over-touched', TEN_CALLS, '2025-04-20', 'over-touched'],
  ['over-touched, and now agreed', [...TEN_CALLS, weCalled('2025-04-19', 'agreed')], '2025-04-20', 'intent'],
  ['an offer is open', [offered('2025-05-10', 'кухня')], '2025-05-12', 'intent'],
  [
    'an offer is open, called yesterday',
    [offered('2025-05-10', 'кухня'), weCalled('2025-05-11')],
    '2025-05-12',
    'rest 2025-05-14',
  ],
  [
    'a cadence wins over an offer',
    [offered('2025-05-10', 'кухня'), byHand({ cadence_days: 14 })],
    '2025-05-12',
    'wait 2025-05-24',
  ],
  ['a cadence shorter than the rest', [weCalled('2025-05-10'), byHand({ cadence_days: 1 })], '2025-05-11', 'keep-warm'],
  ['paused', [...MONTHLY, byHand({ paused_until: '2025-08-01' })], '2025-05-15', 'paused 2025-08-01'],
  ['always asks, never buys', days('2025-01-01', 20, 5).map((day) => theyAsked(day)), '2025-04-01', 'ask-why'],
  ['never answers', days('2025-01-01', 20, 5).map((day) => weWrote(day)), '2025-05-01', 'never-answers'],
  ['recommends', [recommended(7, '2025-01-10')], '2025-05-01', 'thank'],
  ['cold', [weCalled('2024-01-10', 'reached'), tagged('vip')], '2025-05-01', 'rekindle'],
  ['cold, hot by hand', [weCalled('2024-01-10', 'no'), byHand({ warmth: 'hot' })], '2025-05-01', 'intent'],
  ['agreed, cold by hand', [weCalled('2025-05-01', 'agreed'), byHand({ warmth: 'cold' })], '2025-05-05', 'rekindle'],
])('%s', (_, life, day, expected) => {
  const { advice, on } = adviceOf(onDay({ life }, day))
  expect(on === null ? advice : `${advice} ${on}`).toBe(expected)
})

test('what is advised for a day never stands against what is forbidden on it', () => {
  const lives = [MONTHLY, LESSONS, PAIR, TEN_CALLS, [...MONTHLY, weCalled('2025-05-14', 'reached')]]
  const asksToTouch = [
    'late',
    'lost',
    'due',
    'intent',
    'thank',
    'first-touch',
    'never-answers',
    'ask-why',
    'rekindle',
    'keep-warm',
  ]
  for (const life of lives)
    for (const day of days('2025-01-01', 1, 400)) {
      const told = onDay({ life }, day)
      const { advice, on } = adviceOf(told)
      if (asksToTouch.includes(advice)) expect({ day, advice, may: told.touch.now }).toEqual({ day, advice, may: true })
      if (on !== null) expect(on).toBe(advice === 'rest' ? told.touch.rests_until : told.touch.not_before)
    }
})
