/** A bug of SQLite that is written about, and the versions that have it. */
export interface EngineBug {
  id: string
  /** The first version that has it; left out when all before `fixed` count as having it. */
  since?: string
  /** The first version that has it no more, and the branches to which the correction was carried back. */
  fixed: string
  alsoFixed?: readonly string[]
  /**
   * `loss`: a base may be damaged in ordinary use. `answers`: a question may be answered wrongly. `crafted`: only a file that
   * was made to do harm does any.
   */
  harm: 'loss' | 'answers' | 'crafted'
  /** Where it can be read. */
  source: string
}

/**
 * What concerns this program: it keeps a log beside the base (WAL), several processes write, the search is FTS5, filters use
 * EXISTS. Versions before 3.43 cannot open the base at all. Not listed are bugs that need statements of an attacker's own, as
 * nobody but the program writes statements here.
 */
export const ENGINE_BUGS: readonly EngineBug[] = [
  {
    id: 'WAL-reset bug',
    since: '3.7.0',
    fixed: '3.51.3',
    alsoFixed: ['3.44.6', '3.50.7'],
    harm: 'loss',
    source: 'https://sqlite.org/wal.html#walresetbug',
  },
  {
    id: 'nested EXISTS',
    since: '3.51.0',
    fixed: '3.51.1',
    harm: 'answers',
    source: 'https://sqlite.org/releaselog/3_51_1.html',
  },
  { id: 'CVE-2025-7709', fixed: '3.50.3', harm: 'crafted', source: 'https://sqlite.org/releaselog/3_50_3.html' },
  { id: 'CVE-2026-11822', fixed: '3.53.2', harm: 'crafted', source: 'https://sqlite.org/releaselog/3_53_2.html' },
  { id: 'CVE-2026-11824', fixed: '3.53.2', harm: 'crafted', source: 'https://sqlite.org/releaselog/3_53_2.html' },
]

/**
 * Taken back by its makers a week after its release, because some of its new features were not compatible with what was before;
 * it does hold the correction of the WAL-reset bug. This program uses none of the new features.
 */
const WITHDRAWN: readonly string[] = ['3.52.0']

const numbers = (version: string): number[] => version.split('.').map(Number)

function compare(a: string, b: string): number {
  const [left, right] = [numbers(a), numbers(b)]
  for (let index = 0; index < 3; index += 1) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

const sameBranch = (a: string, b: string): boolean =>
  numbers(a).slice(0, 2).join('.') === numbers(b).slice(0, 2).join('.')

/** Which of the bugs this version has. */
export const bugsOf = (version: string, bugs: readonly EngineBug[] = ENGINE_BUGS): EngineBug[] =>
  bugs.filter(
    ({ since, fixed, alsoFixed = [] }) =>
      compare(version, fixed) < 0 &&
      (since === undefined || compare(version, since) >= 0) &&
      !alsoFixed.some((branch) => sameBranch(version, branch) && compare(version, branch) >= 0),
  )

export const isWithdrawn = (version: string): boolean => WITHDRAWN.includes(version)
