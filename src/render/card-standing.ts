import { type CivilDate, daysBetween } from '../domain/calendar.js'
import type { ClientCard } from '../domain/client.js'
import { stageClass } from '../domain/stage.js'
import { outcomeOf } from '../domain/standing/outcome.js'
import type { Words } from '../words/en.js'
import { shortDate } from './when.js'

interface View {
  words: Words
  today: CivilDate
  /** The day a moment falls on in the user's zone. */
  dayOf: (instant: string) => CivilDate
}

/** An offer or an agreement older than so many days explains nothing any more. */
const RECENT = 60

/** `hot · regular – orders about every 30 days, the next expected around 3 Dec`: where a client stands, and why. */
export function standingLine(card: ClientCard, view: View): string {
  const { warmth, frequency } = view.words.standing
  const names = [warmth[card.warmth], ...(card.orders === 0 ? [] : [frequency[card.frequency]])]
  return `${names.join(' · ')} – ${whyOf(card, view)}`
}

/** What else is known of how they behave, in one line; empty without any. */
export function behaviourLine({ behaviour, touch_on, rhythm }: ClientCard, { words, today }: View): string {
  const { behaviour: names, why } = words.orders.card
  // These two stand in the line above already.
  const said = behaviour.filter((each) => each !== 'regular' && each !== 'paused').map((each) => names[each])
  if (touch_on !== null && touch_on > today && rhythm !== 'paused')
    said.push(why.leaveUntil(shortDate(touch_on, today, words)))
  return said.join(' · ')
}

function whyOf(card: ClientCard, view: View): string {
  const { words, today } = view
  const { why } = words.orders.card
  const day = (date: CivilDate): string => shortDate(date, today, words)
  const { care } = card
  const byHand =
    care !== null &&
    care.warmth !== null &&
    care.warmth === card.warmth &&
    (care.warmth_until === null || care.warmth_until >= today)
      ? why.byHand(care.warmth_until === null ? null : day(care.warmth_until), care.warmth_reason)
      : null
  const paused =
    card.rhythm === 'paused' && care !== null && care.paused_until !== null
      ? why.paused(day(care.paused_until), care.paused_reason)
      : null
  const computed = paused === null ? [intentText(card, view), rhythmText(card, view)] : []
  return [byHand, paused, ...computed].filter((part) => part !== null).join('; ')
}

/** What makes a client hot whose rhythm does not: an open offer, or an agreement. */
function intentText({ warmth, rhythm, purchases, history }: ClientCard, { words, today, dayOf }: View): string | null {
  if (warmth !== 'hot' || rhythm === 'early' || rhythm === 'due') return null
  const { why } = words.orders.card
  const isRecent = (date: CivilDate): boolean => date <= today && daysBetween(date, today) <= RECENT
  const offer = purchases.find(({ stage, date }) => stageClass(stage) === 'offer' && isRecent(date))?.date ?? null
  const at = history.find(({ result }) => outcomeOf(result) === 'agreed')?.at
  const agreed = at !== undefined && isRecent(dayOf(at)) ? dayOf(at) : null
  if (agreed !== null && (offer === null || agreed > offer)) return why.agreed(shortDate(agreed, today, words))
  return offer === null ? null : why.offer(shortDate(offer, today, words))
}

function rhythmText(card: ClientCard, { words, today, dayOf }: View): string {
  const { why } = words.orders.card
  const { last_order_on, next_order_on, rhythm, orders, contacts, last_answer_at } = card
  const ago = (date: CivilDate): number => Math.max(0, daysBetween(date, today))
  if (orders === 0 || last_order_on === null) {
    if (contacts === 0) return why.noContact
    return last_answer_at === null ? why.neverAnswered(contacts) : why.lastAnswer(ago(dayOf(last_answer_at)))
  }
  if (orders === 1) return why.onlyOrder(ago(last_order_on))
  if (next_order_on === null) return why.lastOrder(ago(last_order_on))
  const gap = daysBetween(last_order_on, next_order_on)
  const expected = shortDate(next_order_on, today, words)
  switch (rhythm) {
    case 'late':
      return why.late(gap, daysBetween(next_order_on, today))
    case 'lost':
      return why.lost(gap, ago(last_order_on))
    case 'due':
      return why.due(gap, expected)
    default:
      return why.expected(gap, expected)
  }
}
