import { CUSTOM, FIELD, levelsOf } from './levels.js'

/**
 * The model of Fellegi and Sunter (A Theory for Record Linkage, JASA 64, 1969): of each field and level, how often pairs of records
 * of one client show it (`m`) and how often pairs of different clients do (`u`); and the share of all pairs that are one client.
 */
export interface MatchModel {
  m: number[][]
  u: number[][]
  /** Share of the pairs of the base that are one client. */
  lambda: number
  /** Clients in the base it was learned from. */
  clients: number
  /** Keys of the own fields that are compared, from place `CUSTOM` on. */
  custom: string[]
  /** How many pairs it was learned from; few of them, and it is the defaults. */
  learned: number
  unreliable: Unreliable
}

/** What is typed so carelessly in this base that a contradiction is rather a slip than another person. */
export interface Unreliable {
  name: boolean
  birthday: boolean
  /** Hardly anybody has a phone, e-mail, messenger or tax id: names have to do. */
  sparse: boolean
}

export const RELIABLE: Unreliable = { name: false, birthday: false, sparse: false }

/** Stable values of the trial that MATCHING names, 20,000 to 1,000,000 clients; levels as in `LEVELS`, worst first. */
const DEFAULT_M: readonly (readonly number[])[] = [
  [0.01, 0.0045, 0.017, 0.023, 0.04, 0.19, 0.56, 0.155],
  [0.01, 0.03, 0.11, 0.85],
  [0.2, 0.066, 0.734],
  [0.31, 0.075, 0.615],
  [0.3, 0.7],
  [0.04, 0.02, 0.01, 0.02, 0.02, 0.06, 0.83],
  [0.1, 0.03, 0.36, 0.51],
  [0.14, 0.86],
  [0.02, 0.03, 0.95],
]

/** Of different clients; what a base of a few thousand shows. */
const DEFAULT_U: readonly (readonly number[])[] = [
  [0.9622, 0.002, 0.033, 0.0025, 2e-4, 4e-5, 4e-5, 2e-6],
  [0.995, 0.003, 0.0005, 0.0005],
  [1, 1e-6, 1e-5],
  [1, 4e-6, 1e-5],
  [1, 2e-6],
  [0.97, 0.018, 0.005, 0.004, 0.0025, 0.0015, 4e-5],
  [0.994, 0.005, 1e-4, 2e-5],
  [0.94, 0.06],
  [1, 1e-6, 1e-6],
]
const CUSTOM_M: readonly number[] = [0.4, 0.6]
const CUSTOM_U: readonly number[] = [0.9, 0.1]

/** Levels at which the base must not teach otherwise: left free, they learn families and offices. */
export function fixedLevels(field: number, { name, birthday }: Unreliable): readonly number[] {
  switch (field) {
    case FIELD.name:
      return name ? [] : [0, 1]
    case FIELD.birthday:
      return birthday ? [] : [0]
    case FIELD.company:
    case FIELD.tax:
      return [0]
    default:
      return []
  }
}

export const defaultM = (field: number): readonly number[] => DEFAULT_M[field] ?? CUSTOM_M
export const defaultU = (field: number): readonly number[] => DEFAULT_U[field] ?? CUSTOM_U

/** About one client in seven has another record; with few clients there is nothing to learn it from. */
const RECORDS_TWICE = 0.15

/** Share of pairs that are one client when nothing is known but the size of the base. */
export const defaultLambda = (clients: number): number => {
  const size = Math.max(clients, 50)
  return (RECORDS_TWICE * size) / ((size * (size - 1)) / 2)
}

/** The model of a base that nothing was learned from yet. */
export function defaultModel(clients: number, custom: readonly string[] = []): MatchModel {
  const fields = CUSTOM + custom.length
  return {
    m: Array.from({ length: fields }, (_, field) => [...defaultM(field)]),
    u: Array.from({ length: fields }, (_, field) => [...defaultU(field)]),
    lambda: defaultLambda(clients),
    clients,
    custom: [...custom],
    learned: 0,
    unreliable: RELIABLE,
  }
}

/** log2(m/u) of each field and level, made rising with the level (pool adjacent violators), so that more agreement never says less. */
export function bitsOf({ m, u }: MatchModel): number[][] {
  return m.map((shares, field) => {
    const levels = levelsOf(field).length
    const pools: { m: number; u: number; levels: number }[] = []
    for (let level = 0; level < levels; level += 1) {
      pools.push({ m: shares[level] as number, u: (u[field] as number[])[level] as number, levels: 1 })
      while (pools.length > 1) {
        const [before, last] = pools.slice(-2) as [(typeof pools)[0], (typeof pools)[0]]
        if (before.m / before.u <= last.m / last.u) break
        pools.splice(-2, 2, { m: before.m + last.m, u: before.u + last.u, levels: before.levels + last.levels })
      }
    }
    return pools.flatMap((pool) => Array<number>(pool.levels).fill(Math.log2(pool.m / pool.u)))
  })
}
