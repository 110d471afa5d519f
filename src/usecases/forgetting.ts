import { prefixesOf, wordsOf } from '../domain/fold.js'
import { ambiguous, isRefusal, notFound } from '../errors.js'
import type { ForgetPlan, Forgotten } from '../store/forgetting.js'
import { type Deps, entryOf, phoneReader } from './deps.js'
import { nameClient, type Pick } from './naming.js'

/**
 * The number of the client that is to be erased. Besides those whom every verb finds, those in the archive are found, and
 * those whom only the journal still has.
 */
export async function nameToForget(deps: Deps, text: string, pick: Pick): Promise<number> {
  try {
    return (await nameClient(deps, text, pick)).id
  } catch (error) {
    if (!isRefusal(error) || error.exit !== 3) throw error
    const found = await deps.store.forgetting.aside(await asideOf(deps, text.trim()))
    const [only] = found
    if (only === undefined) throw error
    if (found.length === 1) return only.id
    if (pick) return (await pick(found)).id
    throw ambiguous((words) => ({
      text: words.errors.severalClients(text, found.length),
      details: found.map(words.candidate),
      hint: words.errors.severalHint,
    }))
  }
}

async function asideOf({ country }: Deps, text: string) {
  const bare = text.replace(/^@/, '').toLowerCase()
  const digits = text.replace(/\D/g, '')
  const isNumber = /^[+\d][\d\s().-]*$/.test(text)
  const phone = isNumber && digits.length > 4 ? (await phoneReader(country))(text) : null
  const points = [bare, ...(isNumber ? [digits, `+${digits}`] : []), ...(phone === null ? [] : [phone])]
  return {
    id: /^\d{1,15}$/.test(text) ? Number(text) : null,
    words: isNumber || /[@:]/.test(text) ? [] : wordsOf(text).map(prefixesOf),
    points: points.filter((value) => value.length > 3),
  }
}

/** What erasing a client would take and leave; `backups` are folders in which there may be copies of the base. */
export async function planForgetting(deps: Deps, id: number, backups: readonly string[]): Promise<ForgetPlan> {
  const plan = await deps.store.forgetting.plan(id, backups)
  if (plan === null) throw notFound((words) => words.errors.noClient(String(id)))
  return plan
}

/** Erases a client for good; `everywhere`: also out of what others' texts say of it. */
export async function forget(deps: Deps, id: number, everywhere: boolean): Promise<Forgotten> {
  const forgotten = await deps.store.forgetting.forget(id, entryOf(deps).at, everywhere)
  if (forgotten === null) throw notFound((words) => words.errors.noClient(String(id)))
  return forgotten
}
