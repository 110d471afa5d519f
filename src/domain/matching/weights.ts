import { BIRTHDAY_LEVELS } from './birthday.js'
import { CONTRADICTS, type Comparison } from './compare.js'
import type { Frequencies } from './frequencies.js'
import type { Objection } from './judging.js'
import { CUSTOM, FIELD, levelsOf } from './levels.js'
import { bitsOf, type MatchModel, RELIABLE, type Unreliable } from './model.js'
import type { PersonKey } from './person.js'
import type { Roster } from './roster.js'

/** From so many bits on, without any objection, a pair may be merged without looking. */
export const CERTAIN_BITS = 10
/** From so many on a pair is taken for one client until a person says otherwise. */
export const LIKELY_BITS = 0
/** The same where names are kept carelessly: there are no families to mistake for one client, and less agrees. */
const LIKELY_BITS_OF_CARELESS = -2
export const likelyFrom = ({ name }: Unreliable): number => (name ? LIKELY_BITS_OF_CARELESS : LIKELY_BITS)
/** From so many on a pair is worth a look on request. */
export const POSSIBLE_BITS = -3

/** No frequency moves a score by more than this. */
const MOST_FOR_FREQUENCY = 10
/** A given name goes along with sex and age, so its rarity counts for less (MATCHING, from the trial). */
const GIVEN_COUNTS = 0.7
/** A name with a number before the @ of two providers: of two namesakes one in some dozens does so. */
const MOVED_MAIL_BITS = 6
/** Values of so many imagined clients stand behind the counts of a small base. */
const IMAGINED = 20
const SAME_BIRTHDAY = BIRTHDAY_LEVELS.indexOf('same')
const NEAR_BIRTHDAY = BIRTHDAY_LEVELS.indexOf('day')
const SLIP_IN_BIRTHDAY = BIRTHDAY_LEVELS.indexOf('near')

/** A phone or e-mail of a family: up to so many clients it is nothing to wonder at. */
const FAMILY = 3

const USUAL_CHANCE = { family: 0.001, given: 0.02, company: 0.0005, city: 0.06 } as const

const clamp = (bits: number): number => Math.max(-MOST_FOR_FREQUENCY, Math.min(MOST_FOR_FREQUENCY, bits))

/** Bits that the rarity of a shared value adds: log2 of chance agreement over the value's own share (Winkler 1989). */
function rarity(count: number, of: number, chance: number, usual: number): number {
  const pairs = of * of
  const held = (chance * pairs + usual * 1e5) / (pairs + 1e5)
  return clamp(Math.log2((held * (of + IMAGINED)) / (Math.max(count, 1) + IMAGINED * held)))
}

/** Turns comparisons into bits. */
export class Weigher {
  #bits: number[][]
  #prior: number
  #rarities = new Map<string, number>()

  constructor(
    readonly model: MatchModel,
    readonly frequencies: Frequencies,
    readonly roster: Roster,
  ) {
    this.#bits = bitsOf(model)
    this.#prior = Math.log2(model.lambda / (1 - model.lambda))
  }

  /** Bits of the levels alone, with the prior odds. */
  base(levels: Int8Array): number {
    let sum = this.#prior
    for (let field = 0; field < levels.length; field += 1) sum += this.field(levels, field)
    return sum
  }

  get prior(): number {
    return this.#prior
  }

  field(levels: Int8Array, field: number): number {
    const level = levels[field] as number
    if (level < 0) return 0
    // Who lives in one house lives in one city.
    if (field === FIELD.city && level === 1 && (levels[FIELD.address] as number) >= 2) return 0
    return (this.#bits[field] as number[])[level] as number
  }

  /** Bits that the frequency of what agrees adds to a field, or takes. */
  frequency(a: number, b: number, { levels, phone, mail, mailMoved }: Comparison, field: number): number {
    const { roster, frequencies } = this
    const level = levels[field] as number
    if (level <= 0) return 0
    switch (field) {
      case FIELD.name:
        return this.#ofName(roster.persons[a] as PersonKey, roster.persons[b] as PersonKey, level)
      case FIELD.company: {
        const core = roster.companies[a]?.core ?? ''
        if (level !== 3) return 0
        return rarity(
          frequencies.company(core),
          frequencies.companies,
          frequencies.chance.company,
          USUAL_CHANCE.company,
        )
      }
      case FIELD.phone:
        return phone < 0 ? 0 : shared(frequencies.phone(phone))
      case FIELD.email:
        if (mailMoved && level === 1) return Math.min(0, MOVED_MAIL_BITS - this.field(levels, field))
        return mail < 0 ? 0 : shared(frequencies.mail(roster.mailKeys[mail] as { local: string; domain: string }))
      case FIELD.city: {
        if ((levels[FIELD.address] as number) >= 2) return 0
        const city = roster.texts[roster.city[a] as number] as string
        return rarity(frequencies.city(city), frequencies.clients, frequencies.chance.city, USUAL_CHANCE.city) / 2
      }
      default:
        return field >= CUSTOM ? this.#ofCustom(a, b, field) : 0
    }
  }

  #ofName(a: PersonKey, b: PersonKey, level: number): number {
    let bits = 0
    if (level >= 4 && a.family === b.family && a.family !== '') bits += this.#family(a.family)
    if ((level === 2 || level === 3 || level >= 5) && a.given.length > 1 && b.given.length > 1)
      bits += this.#given(a, b)
    return bits
  }

  #family(family: string): number {
    let bits = this.#rarities.get(family)
    if (bits === undefined) {
      const { frequencies } = this
      bits = rarity(frequencies.family(family), frequencies.persons, frequencies.chance.family, USUAL_CHANCE.family)
      if (this.#rarities.size > 100_000) this.#rarities.clear()
      this.#rarities.set(family, bits)
    }
    return bits
  }

  #given(a: PersonKey, b: PersonKey): number {
    const { frequencies } = this
    let count = 0
    for (const name of a.names) if (b.names.includes(name)) count = Math.max(count, frequencies.name(name))
    if (count === 0) count = Math.max(frequencies.given(a.given), frequencies.given(b.given))
    return GIVEN_COUNTS * rarity(count, frequencies.persons, frequencies.chance.given, USUAL_CHANCE.given)
  }

  #chanceOf(key: string): number {
    const { custom } = this.frequencies.chance
    return Object.hasOwn(custom, key) ? (custom[key] ?? 0) : 0
  }

  #ofCustom(a: number, b: number, field: number): number {
    const { roster, frequencies, model } = this
    const key = model.custom[field - CUSTOM] as string
    const number = roster.customFields.indexOf(key)
    const { start, items } = roster.custom
    for (let at = start[a] as number; at < (start[a + 1] as number); at += 2) {
      if (items[at] !== number) continue
      for (let other = start[b] as number; other < (start[b + 1] as number); other += 2) {
        if (items[other] !== number || items[other + 1] !== items[at + 1]) continue
        const text = roster.texts[items[at + 1] as number] as string
        return rarity(frequencies.custom(key, text), frequencies.clients, this.#chanceOf(key), 0.05)
      }
    }
    return 0
  }

  /** The most that a pair of these levels can have: of what agrees, all is as rare as can be. */
  ceiling(levels: Int8Array): number {
    const { frequencies, model } = this
    const { chance } = frequencies
    const name = levels[FIELD.name] as number
    let most = this.base(levels)
    if (name >= 4) most += Math.max(0, rarity(1, frequencies.persons, chance.family, USUAL_CHANCE.family))
    if (name === 2 || name === 3 || name >= 5)
      most += GIVEN_COUNTS * Math.max(0, rarity(1, frequencies.persons, chance.given, USUAL_CHANCE.given))
    if (levels[FIELD.company] === 3)
      most += Math.max(0, rarity(1, frequencies.companies, chance.company, USUAL_CHANCE.company))
    if (levels[FIELD.city] === 1)
      most += Math.max(0, rarity(1, frequencies.clients, chance.city, USUAL_CHANCE.city) / 2)
    for (let field = CUSTOM; field < levels.length; field += 1)
      if (levels[field] === 1)
        most += Math.max(
          0,
          rarity(1, frequencies.clients, chance.custom[model.custom[field - CUSTOM] as string] ?? 0, 0.05),
        )
    return most
  }

  /** All bits of a pair. */
  weigh(a: number, b: number, comparison: Comparison): number {
    let bits = this.base(comparison.levels)
    for (let field = 0; field < comparison.levels.length; field += 1) bits += this.frequency(a, b, comparison, field)
    return bits
  }
}

/** What several clients share is each one's the less. */
const shared = (holders: number): number => (holders > FAMILY ? -Math.log2(holders / FAMILY) : 0)

/** How many identifiers agree that hardly two people share. */
function strongOnes(levels: Int8Array): number {
  let strong = 0
  if (levels[FIELD.phone] === 2) strong += 1
  if (levels[FIELD.email] === 2) strong += 1
  if (levels[FIELD.birthday] === SAME_BIRTHDAY) strong += 1
  if (levels[FIELD.tax] === 2) strong += 2
  if (levels[FIELD.handle] === 1) strong += 1
  return strong
}

/** Nothing but the name, and perhaps the city, agrees of two persons: there are namesakes of the rarest names. */
function isNamesake(levels: Int8Array): boolean {
  if (levels[FIELD.name] === -1) return false
  for (let field = 0; field < levels.length; field += 1)
    if (field !== FIELD.name && field !== FIELD.city && (levels[field] as number) > 0) return false
  return true
}

/**
 * What forbids to join two clients, however many bits: families and offices share identifiers. A changed family name is forgiven to one
 * who was born on the same day or has the same e-mail or tax id, to a woman with the same phone too; names and birthdays that contradict, to one with the same tax id
 * and one more that is his own; a different tax id, where two others agree.
 */
export function objectionsTo(
  { levels, contradictions, women }: Comparison,
  unreliable: Unreliable = RELIABLE,
): Objection[] {
  const found: Objection[] = []
  if (!unreliable.sparse && !unreliable.name && isNamesake(levels)) found.push('namesake')
  if (contradictions === 0) return found
  const strong = strongOnes(levels)
  const has = (flag: number): boolean => (contradictions & flag) !== 0
  const named = (levels[FIELD.name] as number) >= 5
  const sameDay = levels[FIELD.birthday] === SAME_BIRTHDAY
  const sameHouse = (levels[FIELD.address] as number) >= 2
  // One number of the state and one day of birth belong to one person, whatever was typed as the name.
  const proven =
    levels[FIELD.tax] === 2 && (named || unreliable.name || (levels[FIELD.birthday] as number) >= NEAR_BIRTHDAY)
  if (has(CONTRADICTS.given) && !proven && !unreliable.name) found.push('given')
  if (has(CONTRADICTS.father) && !proven && !unreliable.name) found.push('father')
  if (has(CONTRADICTS.generation)) found.push('generation')
  if (has(CONTRADICTS.sex) && strong < 2 && !unreliable.name) found.push('sex')
  if (has(CONTRADICTS.birthday) && !proven && !unreliable.birthday) found.push('birthday')
  if (has(CONTRADICTS.company) && levels[FIELD.tax] !== 2) found.push('company')
  if (has(CONTRADICTS.tax) && strong < 2 && !(named && sameDay && sameHouse)) found.push('tax')
  const married =
    sameDay || levels[FIELD.email] === 2 || levels[FIELD.tax] === 2 || (women && levels[FIELD.phone] === 2)
  if (has(CONTRADICTS.family) && !married && !unreliable.name) found.push('family')
  return found
}

/**
 * May a pair with bits enough be merged without looking? Something that is one's own must agree (a house is shared by a father and his son,
 * and so is a name), and nothing may hint at two of one name.
 */
export function isSure({ levels, kin, mixed }: Comparison): boolean {
  if (mixed) return false
  const own =
    levels[FIELD.phone] === 2 ||
    levels[FIELD.email] === 2 ||
    levels[FIELD.handle] === 1 ||
    levels[FIELD.tax] === 2 ||
    (levels[FIELD.birthday] as number) >= SLIP_IN_BIRTHDAY
  return own && (!kin || levels[FIELD.birthday] === SAME_BIRTHDAY || levels[FIELD.tax] === 2)
}

/** What forbids two clients to be in one cluster that others hold together: two records of one client need have nothing in common. */
export function contradictionsOf(comparison: Comparison, unreliable: Unreliable = RELIABLE): Objection[] {
  return objectionsTo(comparison, unreliable).filter(
    (each) => each !== 'namesake' && (each !== 'family' || !comparison.women),
  )
}

/** Bits as a number from 0 to 1. */
export const scoreOf = (bits: number): number => 1 / (1 + 2 ** -bits)

export const levelName = (field: number, level: number): string => levelsOf(field)[level] ?? 'other'
