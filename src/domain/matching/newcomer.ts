import { BIRTHDAY_LEVELS, birthdayKey, birthdaysContradict } from './birthday.js'
import { COMPANY_LEVELS } from './company.js'
import { Comparer, type Comparison, MOST_HOLDERS, newComparison } from './compare.js'
import { explain } from './explain.js'
import type { Counted } from './frequencies.js'
import type { Judgement, Lane, Objection } from './judging.js'
import type { Learned } from './kept.js'
import { keysOf, type MatchInput } from './keys.js'
import { FIELD } from './levels.js'
import { sharesPoint } from './looking.js'
import type { MatchModel } from './model.js'
import { areOneName } from './one-name.js'
import { PERSON_LEVELS } from './person.js'
import { type Roster, RosterBuilder } from './roster.js'
import { CERTAIN_BITS, LIKELY_BITS, objectionsTo, Weigher } from './weights.js'

/** Years from which one name and one phone are rather a father's and a son's. */
const GENERATION = 14

/** Born so far apart, and not by a slip of the hand, that one name on one phone is two people's? */
export function areGenerationsApart(a: string | null, b: string | null): boolean {
  const [left, right] = [birthdayKey(a), birthdayKey(b)]
  return birthdaysContradict(left, right) && Math.abs((left >> 9) - (right >> 9)) >= GENERATION
}

/** Does anything agree by which people are known, besides the name? */
const SAME_BIRTHDAY = BIRTHDAY_LEVELS.indexOf('same')
const SAME_NAME = PERSON_LEVELS.indexOf('same')
const SAME_COMPANY = COMPANY_LEVELS.indexOf('same')

const isAnchored = (levels: Int8Array): boolean =>
  levels[FIELD.phone] === 2 ||
  levels[FIELD.email] === 2 ||
  levels[FIELD.handle] === 1 ||
  levels[FIELD.birthday] === SAME_BIRTHDAY ||
  levels[FIELD.tax] === 2

const ones = ({ start, items }: Roster['phones'], size: number): Counted => {
  const counts = new Map<number, number>()
  for (const item of items.subarray(0, start[size])) counts.set(item, (counts.get(item) ?? 0) + 1)
  return { counts, filled: size }
}

const busy = ({ counts }: Counted): Set<number> =>
  new Set([...counts].filter(([, holders]) => holders > MOST_HOLDERS).map(([value]) => value as number))

/** Holds some clients against each other by what is known of the whole base. */
export class Judge {
  #inputs: ReadonlyMap<number, MatchInput>
  #places: ReadonlyMap<number, number>
  #comparer: Comparer
  #weigher: Weigher
  #comparison: Comparison
  #model: MatchModel

  constructor(inputs: readonly MatchInput[], { model, frequencies }: Learned) {
    const builder = new RosterBuilder(inputs.length)
    for (const input of inputs) builder.add(input.id, keysOf(input))
    const roster = builder.close()
    const phones = ones(roster.phones, roster.size)
    const mails = ones(roster.mails, roster.size)
    const mailNumbers = new Map(roster.mailKeys.map((key, number) => [key, number]))
    this.#inputs = new Map(inputs.map((input) => [input.id, input]))
    this.#places = new Map(inputs.map(({ id }, place) => [id, place]))
    this.#comparer = new Comparer(roster, { phones: busy(phones), mails: busy(mails) }, model.custom)
    this.#weigher = new Weigher(
      model,
      {
        ...frequencies,
        phone: (key) => phones.counts.get(key) ?? 1,
        mail: (key) => mails.counts.get(mailNumbers.get(key) ?? -1) ?? 1,
      },
      roster,
    )
    this.#model = model
    this.#comparison = newComparison(model.custom.length)
  }

  /** Two of the clients by their ids; null when they are at most a possible one, or not to be compared. */
  judge(a: number, b: number): Judgement | null {
    const [one, other] = [this.#inputs.get(a), this.#inputs.get(b)]
    const [left, right] = [this.#places.get(a), this.#places.get(b)]
    if (!one || !other || left === undefined || right === undefined) return null
    if (!this.#comparer.comparable(left, right)) return null
    this.#comparer.compare(left, right, this.#comparison)
    const objections = objectionsTo(this.#comparison, this.#model.unreliable)
    const lane = this.#lane(one, other, this.#weigher.weigh(left, right, this.#comparison), objections)
    if (lane === 'possible') return null
    return { ...explain(this.#weigher, [left, right], this.#comparison, [one, other], objections), lane }
  }

  #lane(one: MatchInput, other: MatchInput, bits: number, objections: readonly Objection[]): Lane {
    // What has been the rule since the first version, and is what people expect, whatever the numbers say.
    if (sharesPoint(one, other) && areOneName(one, other))
      return areGenerationsApart(one.birthday, other.birthday) ? 'likely' : 'certain'
    const { levels, kin } = this.#comparison
    const isOneName = (levels[FIELD.name] as number) >= SAME_NAME || levels[FIELD.company] === SAME_COMPANY
    // A full search leaves namesakes alone; of one that is just being typed it is worth a word.
    if (objections.every((each) => each === 'namesake')) {
      if (bits >= LIKELY_BITS) return bits >= CERTAIN_BITS && isAnchored(levels) && !kin ? 'certain' : 'likely'
      return isOneName && levels[FIELD.birthday] === SAME_BIRTHDAY ? 'likely' : 'possible'
    }
    return 'possible'
  }
}

/** Whom a new client resembles, certain ones first, then by the bits; `input.id` must be none of theirs. */
export function likenesses(input: MatchInput, others: readonly MatchInput[], learned: Learned): Judgement[] {
  const judge = new Judge([input, ...others], learned)
  return others
    .flatMap(({ id }) => judge.judge(input.id, id) ?? [])
    .sort((x, y) => (x.lane === y.lane ? y.bits - x.bits || x.b - y.b : x.lane === 'certain' ? -1 : 1))
}
