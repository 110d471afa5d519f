import type { Counted, Counts, Frequencies } from './frequencies.js'
import { CUSTOM } from './levels.js'
import { defaultModel, type MatchModel } from './model.js'
import type { Roster } from './roster.js'
import { SortedText, sortedText } from './sorted-text.js'

/** By what a new client is weighed: what a full search has learned of the base, or the defaults. */
export interface Learned {
  model: MatchModel
  frequencies: Frequencies
}

/** To be raised when levels, keys or the numbers of names change their meaning: what was kept before is then not used. */
export const MATCHING_VERSION = 2

/** With fewer clients there is nothing to learn; the defaults are better. */
const LEAST_CLIENTS = 300

/** How many values are kept of each kind, the most frequent ones; of the others their mean stands for each. */
const KEPT = { family: 3_000, names: 1_500, given: 500, company: 500, city: 500 } as const

/** Counts of values, see `sorted-text`; `rest` is the mean count of those that are not among them. */
interface KeptCounts {
  counts: string
  rest: number
}

/** The signs by which a `sorted-text` is laid out; a name of them alone is rare enough to be forgotten. */
const LAYOUT = /[:\n]/

interface Kept extends Record<keyof typeof KEPT, KeptCounts> {
  version: number
  model: MatchModel
  clients: number
  persons: number
  companies: number
  chance: Frequencies['chance']
}

function mostFrequent({ counts }: Counted, most: number, text: (value: number | string) => string): KeptCounts {
  const sorted = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  const others = sorted.slice(most)
  const sum = others.reduce((total, [, count]) => total + count, 0)
  return {
    counts: sortedText(
      sorted
        .slice(0, most)
        .map(([value, count]): [string, string] => [text(value), String(count)])
        .filter(([value]) => !LAYOUT.test(value)),
    ),
    rest: others.length === 0 ? 0 : Math.round((10 * sum) / others.length) / 10,
  }
}

/** What a full search has learned, as text to be kept; null when the base is too small to have taught anything. */
export function keptText(
  { texts, size }: Pick<Roster, 'texts' | 'size'>,
  { model, frequencies, counts }: Learned & { counts: Counts },
): string | null {
  if (size < LEAST_CLIENTS) return null
  const { persons, companies, chance } = frequencies
  const kept: Kept = {
    version: MATCHING_VERSION,
    model,
    clients: size,
    persons,
    companies,
    chance,
    family: mostFrequent(counts.family, KEPT.family, String),
    names: mostFrequent(counts.names, KEPT.names, String),
    given: mostFrequent(counts.given, KEPT.given, String),
    company: mostFrequent(counts.company, KEPT.company, String),
    city: mostFrequent(counts.city, KEPT.city, (number) => texts[number as number] ?? ''),
  }
  return JSON.stringify(kept)
}

/** Reads what was kept; of another version, or when there is none, the defaults of a base of so many clients. */
export function learnedFrom(text: string | null, clients: number): Learned {
  const kept = text === null ? null : (JSON.parse(text) as Kept)
  if (kept?.version !== MATCHING_VERSION || kept.model.m.length !== CUSTOM + kept.model.custom.length)
    return { model: defaultModel(clients), frequencies: usualFrequencies(clients) }
  // The more clients there are, the rarer is the one among them who is a new one.
  const lambda = kept.model.lambda * Math.min(1, kept.clients / Math.max(clients, 1))
  return { model: { ...kept.model, lambda }, frequencies: frequenciesFrom(kept) }
}

function frequenciesFrom(kept: Kept): Frequencies {
  const at = ({ counts, rest }: KeptCounts) => {
    const known = new SortedText(counts, Number)
    return (value: string | number): number => known.get(String(value)) ?? rest
  }
  return {
    clients: kept.clients,
    persons: kept.persons,
    companies: kept.companies,
    family: at(kept.family),
    name: at(kept.names),
    given: at(kept.given),
    company: at(kept.company),
    city: at(kept.city),
    ...UNCOUNTED,
    chance: kept.chance,
  }
}

/** What is counted among the candidates themselves, or not at all. */
const UNCOUNTED: Pick<Frequencies, 'phone' | 'mail' | 'birthday' | 'custom'> = {
  phone: () => 1,
  mail: () => 1,
  birthday: () => 1,
  custom: () => 1,
}

/** Every value as frequent as values usually are: nothing is rarer than anything else. */
function usualFrequencies(clients: number): Frequencies {
  const imagined = 10_000
  return {
    clients: Math.max(clients, imagined),
    persons: imagined,
    companies: imagined,
    family: () => 10,
    name: () => 200,
    given: () => 200,
    company: () => 5,
    city: () => Math.max(clients, imagined) * 0.06,
    ...UNCOUNTED,
    chance: { family: 0.001, given: 0.02, company: 0.0005, city: 0.06, custom: {} },
  }
}
