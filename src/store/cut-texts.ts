import { CUT, type CutTexts, noCuts } from '../domain/cut-texts.js'
import type { Db } from './sqlite.js'

const SOME = `%${CUT}%`

/** Of every client the records whose texts have the sign that stands where an erased person was cut out. */
export async function cutTexts(db: Db): Promise<Map<number, CutTexts>> {
  const found = new Map<number, CutTexts>()
  const of = (client: number): CutTexts => {
    const cuts = found.get(client) ?? noCuts()
    found.set(client, cuts)
    return cuts
  }
  const contacts = db.selectFrom('contact').select(['client_id', 'at', 'channel', 'direction', 'text'])
  for (const { client_id, text, ...row } of await contacts.where('text', 'like', SOME).execute())
    of(client_id).contacts.push({ ...row, text: text ?? '' })
  const promises = db.selectFrom('promise').select(['client_id', 'due', 'kind', 'text', 'created_at'])
  for (const { client_id, text, ...row } of await promises.where('text', 'like', SOME).execute())
    of(client_id).promises.push({ ...row, text: text ?? '' })
  for (const [table, list] of [
    ['client_order', 'orders'],
    ['expense', 'expenses'],
  ] as const) {
    const sums = db.selectFrom(table).select(['client_id', 'date', 'sum_minor', 'currency', 'what', 'created_at'])
    for (const { client_id, what, ...row } of await sums.where('what', 'like', SOME).execute())
      of(client_id)[list].push({ ...row, what: what ?? '' })
  }
  const dates = db.selectFrom('anniversary').select(['client_id', 'occasion', 'who', 'month_day'])
  for (const { client_id, ...row } of await dates
    .where((where) => where.or([where('occasion', 'like', SOME), where('who', 'like', SOME)]))
    .execute())
    of(client_id).dates.push(row)
  return found
}
