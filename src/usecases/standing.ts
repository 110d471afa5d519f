import { type Advice, adviceOf } from '../domain/advice.js'
import type { CivilDate } from '../domain/calendar.js'
import { NO_DEALINGS } from '../domain/standing/dealings.js'
import { explain } from '../domain/standing/explain.js'
import type { Explanation } from '../domain/standing/explanation.js'
import { notFound } from '../errors.js'
import { type Deps, localNow } from './deps.js'

/** Why a client stands where it stands, and what follows; JSON as it is. */
export interface Why extends Explanation {
  id: number
  name: string
  advice: Advice
  /** The day that the advice speaks of. */
  advice_on: CivilDate | null
}

/** The whole bill of a client as of now. */
export async function why(deps: Deps, id: number): Promise<Why> {
  const client = await deps.store.clients.byId(id)
  if (!client) throw notFound((words) => words.errors.noClient(String(id)))
  const dealings = (await deps.store.standing.dealings([id])).get(id) ?? NO_DEALINGS
  const explanation = explain(dealings, deps.model, localNow(deps).date)
  const { advice, on } = adviceOf(explanation)
  return { id, name: client.name, ...explanation, advice, advice_on: on }
}
