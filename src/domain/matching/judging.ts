/** *certain*: safe to merge without looking; *likely*: a person decides; *possible*: namesakes, families. */
export const LANES = ['certain', 'likely', 'possible'] as const
export type Lane = (typeof LANES)[number]

/** What is compared of two clients. */
export const FIELDS = [
  'name',
  'company',
  'phone',
  'email',
  'handle',
  'birthday',
  'address',
  'city',
  'tax',
  'custom',
] as const
export type Field = (typeof FIELDS)[number]

/** One term of a score: how many bits it adds (or takes), and what was compared, as the clients have it. */
export interface Term {
  field: Field
  /** Of `person.PERSON_LEVELS`, `company.COMPANY_LEVELS`, `identifiers.PHONE_LEVELS` …; `same` or `other` of custom fields. */
  level: string
  bits: number
  a: string
  b: string
  /** Key of a custom field. */
  key?: string
}

/**
 * What speaks against two clients being one, whatever the score. `namesake`: only the name and the city agree; `company`: two firms;
 * `chain`: another client of the group contradicts.
 */
export const OBJECTIONS = [
  'given',
  'father',
  'family',
  'sex',
  'generation',
  'birthday',
  'tax',
  'company',
  'namesake',
  'chain',
] as const
export type Objection = (typeof OBJECTIONS)[number]

/** Two clients held against each other; `a` < `b` are their ids. */
export interface Judgement {
  a: number
  b: number
  lane: Lane
  /** Bits of evidence, the prior odds included: 0 is one to one. */
  bits: number
  /** The same as a number from 0 to 1. */
  score: number
  /** Strongest first; those that speak against have negative bits. */
  terms: Term[]
  against: Objection[]
}

/** Clients that are one, or may be: members by id, and the pairs that hold them together, best first. */
export interface DuplicateGroup {
  lane: Lane
  /** Of its weakest necessary link. */
  score: number
  bits: number
  members: number[]
  pairs: Judgement[]
}
