import type { Words } from '../words/en.js'
import { safe } from './safe.js'

interface Drawing {
  words: Words
}

interface PlanView {
  id: number
  name: string
  gone: readonly number[]
  earlier: readonly number[]
  rows: Readonly<Record<string, number>>
  exports: number
}

interface MentionView {
  table: string
  id: number
  client: number | null
  field: string
}

/** So many texts that speak of somebody are listed. */
const SHOWN = 20

/** What an erasure will take. */
export function drawForgetPlan(plan: PlanView, { words }: Drawing): string {
  const said = words.forgetting.plan
  return [
    said.title(plan.id, safe(plan.name)),
    ...(plan.gone.length > 0 ? [said.gone(plan.gone)] : []),
    ...(plan.earlier.length > 0 ? [said.earlier(plan.earlier)] : []),
    ...Object.entries(plan.rows).map(
      ([table, size]) => `  ${String(size).padStart(5)}  ${said.tables[table] ?? table}`,
    ),
    ...(plan.exports > 0 ? [said.exports(plan.exports)] : []),
  ].join('\n')
}

/** Texts of others in which the erased one is named; empty when there are none. */
export function drawMentions(mentions: readonly MentionView[], { words }: Drawing): string {
  if (mentions.length === 0) return ''
  const said = words.forgetting.mentions
  const lines = mentions
    .slice(0, SHOWN)
    .map(({ client, table, id, field }) => `  ${said.entry(client, table, id, words.fields[field] ?? field)}`)
  const more = mentions.length - SHOWN
  return [said.title(mentions.length), ...lines, ...(more > 0 ? [`  ${said.more(more)}`] : [])].join('\n')
}

/** Copies of the base that hold the erased one; empty when there are none. */
export function drawCopies(copies: readonly { file: string; encrypted: boolean }[], { words }: Drawing): string {
  if (copies.length === 0) return ''
  const said = words.forgetting.copies
  return [
    said.title(copies.length),
    ...copies.map(({ file, encrypted }) => `  ${encrypted ? said.encrypted(safe(file)) : safe(file)}`),
  ].join('\n')
}
