import { agreeing } from './agreeing.js'
import type { Comparison } from './compare.js'
import type { Field, Judgement, Lane, Objection, Term } from './judging.js'
import type { MatchInput } from './keys.js'
import { CUSTOM, FIELD } from './levels.js'
import { CERTAIN_BITS, isSure, LIKELY_BITS, levelName, likelyFrom, scoreOf, type Weigher } from './weights.js'

const FIELD_NAMES: readonly Field[] = [
  'name',
  'company',
  'phone',
  'email',
  'handle',
  'birthday',
  'address',
  'city',
  'tax',
]

/** The lane of a pair by its bits and what speaks against it. */
export function laneOf(bits: number, objections: readonly Objection[], sure: boolean, likely = LIKELY_BITS): Lane {
  if (objections.length > 0) return 'possible'
  return sure && bits >= CERTAIN_BITS ? 'certain' : bits >= likely ? 'likely' : 'possible'
}

/** What stands against a pair makes two clients of it rather than one, however much agrees. */
const MOST_OBJECTED = 0.4999

/** The score of so many bits as it is shown and asked for, to four places. */
export function shownScore(bits: number, isObjected: boolean): number {
  const score = Math.round(scoreOf(bits) * 10_000) / 10_000
  return isObjected ? Math.min(score, MOST_OBJECTED) : score
}

/** The text that a client has in a field of one value, as it is shown. */
function shown(input: MatchInput, field: number): string {
  switch (field) {
    case FIELD.birthday:
      return input.birthday ?? ''
    case FIELD.address:
      return input.address ?? ''
    case FIELD.city:
      return input.city ?? ''
    default:
      return input.name
  }
}

/** Every term of the score of two clients in bits, strongest first, and what speaks against them. */
export function explain(
  weigher: Weigher,
  [a, b]: readonly [number, number],
  comparison: Comparison,
  [one, other]: readonly [MatchInput, MatchInput],
  objections: readonly Objection[],
): Judgement {
  const terms: Term[] = []
  const same = { phone: comparison.phone, mail: weigher.roster.mailKeys[comparison.mail] ?? null }
  comparison.levels.forEach((level, field) => {
    if (level < 0) return
    const bits = weigher.field(comparison.levels, field) + weigher.frequency(a, b, comparison, field)
    const key = field >= CUSTOM ? (weigher.model.custom[field - CUSTOM] as string) : null
    const own = (input: MatchInput) => input.custom.find((each) => each.key === key)?.value ?? ''
    const [left, right] =
      key === null
        ? (agreeing(field, level, [one, other], same) ?? [shown(one, field), shown(other, field)])
        : [own(one), own(other)]
    terms.push({
      field: key === null ? (FIELD_NAMES[field] as Field) : 'custom',
      level: levelName(field, level),
      bits: Math.round(bits * 10) / 10,
      a: left,
      b: right,
      ...(key === null ? {} : { key }),
    })
  })
  terms.sort((x, y) => y.bits - x.bits)
  const bits = weigher.weigh(a, b, comparison)
  return {
    a: one.id,
    b: other.id,
    lane: laneOf(bits, objections, isSure(comparison), likelyFrom(weigher.model.unreliable)),
    bits: Math.round(bits * 10) / 10,
    score: shownScore(bits, objections.length > 0),
    terms,
    against: [...objections],
  }
}
