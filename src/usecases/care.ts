import type { CivilDate } from '../domain/calendar.js'
import { looseText } from '../domain/fold.js'
import type { Care, Warmth } from '../domain/standing/dealings.js'
import { readSpanDays } from '../domain/standing/model.js'
import { cleanLine } from '../domain/text.js'
import { parseWhen } from '../domain/when.js'
import { notFound, typedWrongly } from '../errors.js'
import { type Deps, entryOf, localNow } from './deps.js'
import { whenRefusal } from './promises.js'

/** What can be set by hand for a client; what is absent is left alone. */
export interface CareInput {
  /** null takes back the warmth set by hand. */
  warmth?: { value: string; until: string | null } | null
  /** The day on which a paused client comes back; null ends the pause. */
  pause?: string | null
  /** Why it is warm, or paused. */
  reason?: string
  /** `30d`, `2w`, `1m`, or `none`. */
  cadence?: string
}

export interface CareSet {
  operation: number | null
  /** What holds now; null when nothing is set by hand. */
  care: Care | null
}

const NOTHING: Care = {
  warmth: null,
  warmth_until: null,
  warmth_reason: null,
  cadence_days: null,
  paused_until: null,
  paused_reason: null,
}

/** Words for a warmth in three languages, in any gender: «горячая», «тёплый», «теплі». */
const WARMTH_WORDS: readonly [RegExp, Warmth][] = [
  [/^(hot|горяч\p{L}*|гаряч\p{L}*)$/u, 'hot'],
  [/^(warm|тепл\p{L}*)$/u, 'warm'],
  [/^(cold|холодн\p{L}*)$/u, 'cold'],
]

const NONE = /^(none|no|нет|немає|нема|0)$/iu

/** A warmth by its word; null for another word. */
export function readWarmth(text: string): Warmth | null {
  const word = looseText(text)
  return WARMTH_WORDS.find(([pattern]) => pattern.test(word))?.[1] ?? null
}

/**
 * Sets by hand how a client is to be treated; kept beside what is computed. `keep` false only checks. Throws exit 2 for
 * what cannot be read and for days that are not ahead.
 */
export async function setCare(deps: Deps, client: number, input: CareInput, keep = true): Promise<CareSet> {
  const patch = patchOf(deps, input)
  const { at } = entryOf(deps)
  const { result, operation } = await deps.store.write(
    entryOf(deps),
    async (writing): Promise<Care | null> => {
      const row = await writing.parts.care(client)
      if (!row && !(await writing.clients.byId(client)))
        throw notFound((words) => words.errors.noClient(String(client)))
      const care: Care = { ...careOf(row ?? NOTHING), ...patch }
      if (isNothing(care)) {
        if (row) await writing.remove('care', [row.id])
        return null
      }
      if (!row) await writing.insert('care', { client_id: client, ...care, set_at: at })
      else if (!isSame(care, row)) await writing.update('care', row.id, { ...care, set_at: at })
      return care
    },
    { keep },
  )
  return { operation, care: result }
}

function patchOf(deps: Deps, { warmth, pause, reason, cadence }: CareInput): Partial<Care> {
  const why = reason === undefined ? null : cleanLine(reason) || null
  return {
    ...(warmth === undefined
      ? {}
      : warmth === null
        ? { warmth: null, warmth_until: null, warmth_reason: null }
        : {
            warmth: warmthOf(warmth.value),
            warmth_until: warmth.until === null ? null : dayAhead(deps, '--until', warmth.until, 0),
            warmth_reason: why,
          }),
    ...(pause === undefined
      ? {}
      : pause === null
        ? { paused_until: null, paused_reason: null }
        : { paused_until: dayAhead(deps, '--pause', pause, 1), paused_reason: why }),
    ...(cadence === undefined ? {} : { cadence_days: cadenceOf(cadence) }),
  }
}

function warmthOf(text: string): Warmth {
  const warmth = readWarmth(text)
  if (warmth === null) throw typedWrongly((words) => words.standing.errors.badWarmth(text))
  return warmth
}

function cadenceOf(text: string): number | null {
  if (NONE.test(text.trim())) return null
  const days = readSpanDays(text)
  if (days === null) throw typedWrongly((words) => words.standing.errors.badCadence(text))
  return days
}

/** A day that is not over: today at the earliest, or so many days later. */
function dayAhead(deps: Deps, flag: string, text: string, least: 0 | 1): CivilDate {
  const now = localNow(deps)
  const reading = parseWhen(text, now)
  if ('problem' in reading) throw whenRefusal(reading.problem, reading.text)
  const { date } = reading.when
  if (least === 0 ? date < now.date : date <= now.date)
    throw typedWrongly((words) => words.standing.errors.notAhead(flag, date))
  return date
}

const careOf = ({ warmth, warmth_until, warmth_reason, cadence_days, paused_until, paused_reason }: Care): Care => ({
  warmth,
  warmth_until,
  warmth_reason,
  cadence_days,
  paused_until,
  paused_reason,
})

const isNothing = ({ warmth, cadence_days, paused_until }: Care): boolean =>
  warmth === null && cadence_days === null && paused_until === null

const isSame = (care: Care, row: Care): boolean =>
  (Object.keys(care) as (keyof Care)[]).every((key) => care[key] === row[key])
