import { typedWrongly } from '../errors.js'
import type { OutgoingEntry } from '../usecases/outgoing.js'
import { takings } from '../usecases/outgoing.js'
import type { Context } from './context.js'
import { formatOf, outJson, outNdjson, outTsv, roomOf } from './output.js'

/** `history --exports`: what was taken out, latest first, and the hash that stands for all of it. */
export async function showExports(
  context: Context,
  typed: readonly string[],
  page: { limit: number; offset: number },
): Promise<void> {
  const { words, clock, style } = context
  if (typed.length > 0) throw typedWrongly(({ errors }) => errors.eitherOr('--exports', typed.join(' ')))
  const format = formatOf(context, ['table', 'json', 'ndjson', 'tsv'])
  const deps = await context.deps()
  const { entries, head } = await takings(deps, page)
  if (format === 'json') outJson(context, entries.map(flat))
  else if (format === 'ndjson') outNdjson(context, entries.map(flat))
  else if (format === 'tsv') outTsv(context, [[...COLUMNS], ...entries.map(cells)])
  else if (entries.length === 0) context.say(words.outgoing.log.empty)
  else {
    const { drawOutgoing } = await import('../render/outgoing.js')
    const localTime = (instant: string): string => {
      const moment = new Date(instant)
      if (Number.isNaN(moment.getTime())) return instant
      const { date, time } = clock.toLocal(moment)
      return `${date} ${time}`
    }
    context.out(drawOutgoing(entries, { words, style, width: roomOf(context), localTime }))
  }
  if (head === null) return
  context.say(words.outgoing.log.head(head.id, head.hash))
  if (format === 'table') context.say(words.outgoing.log.headHint)
}

/** As a script reads it: what may have been emptied beside the rest, under keys that are always there. */
const flat = ({ details, hash, ...entry }: OutgoingEntry) => ({
  ...entry,
  filter: details?.filter ?? null,
  target: details?.target ?? null,
  reason: details?.reason ?? null,
  anonymised: details?.anonymised === true,
  mailing: details?.mailing ?? null,
  replaced: details?.replaced ?? null,
  /** It named somebody who was erased since. */
  emptied: details === null,
  hash,
})

const COLUMNS = [
  ...(['id', 'at', 'who', 'what', 'format', 'rows', 'fields', 'filter', 'target', 'reason'] as const),
  ...(['encrypted', 'anonymised', 'mailing', 'emptied', 'hash'] as const),
] as const

function cells(entry: OutgoingEntry): string[] {
  const row = flat(entry)
  return COLUMNS.map((column) => {
    const value = row[column]
    if (typeof value === 'boolean') return value ? 'yes' : 'no'
    return Array.isArray(value) ? value.join(',') : String(value ?? '')
  })
}
