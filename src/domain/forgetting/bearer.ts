import type { ClientKind } from '../client.js'
import type { PointKind } from '../points.js'

/**
 * What somebody is known again by. A sign is never kept as it is: the store keeps a keyed hash of kind and value.
 * `called` and `family` alone prove nothing; they are asked beside another sign.
 */
export interface Sign {
  kind:
    | 'row'
    | 'phone'
    | 'email'
    | 'handle'
    | 'outside'
    | 'tax'
    | 'named'
    | 'born'
    | 'name'
    | 'company'
    | 'called'
    | 'family'
  value: string
}

/** Somebody as far as signs are read: a client with all it ever was called, or a row of a file. */
export interface Bearer {
  kind: ClientKind
  /** The name, and those it was known under before. */
  names: readonly string[]
  points: readonly { kind: PointKind; value: string }[]
  city: string | null
  /** `YYYY-MM-DD`; null also when the year is not known. */
  birthday: string | null
  externals: readonly { id: string; system: string | null }[]
  /** Values of own fields by key. */
  custom: readonly { key: string; value: string }[]
  /** Rows of a base that this is, or is made of: number and time of making. */
  rows: readonly { id: number; created_at: string }[]
}

const FULL_DAY = /^\d{4}-\d{2}-\d{2}$/

/** A birthday that tells people apart: with its year. */
export const fullDay = (birthday: string | null): string | null =>
  birthday !== null && FULL_DAY.test(birthday) ? birthday : null

/** One text for a sign, to tell equal ones by. */
export const signKey = ({ kind, value }: Sign): string => `${kind}\u0001${value}`

/** Whose sign it is among those who were erased: their numbers. */
export type Whose = (sign: Sign) => readonly number[]
