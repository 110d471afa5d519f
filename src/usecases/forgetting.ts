import { prefixesOf, wordsOf } from '../domain/fold.js'
import { MESSENGERS } from '../domain/handle.js'
import { ambiguous, isRefusal, notFound } from '../errors.js'
import type { ForgetPlan, Forgotten } from '../store/forgetting.js'
import type { LeftOver, Said } from '../store/forgotten-before.js'
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

/** Somebody who was erased before, as they were named now, with what others' texts still say of them. */
export interface ErasedBefore extends LeftOver {
  said: Said
  /** The number by which it was named, when nothing else was said. */
  number: number | null
}

/** Who was erased before and had this name, phone, address or number; null when nobody had. */
export async function erasedBefore(deps: Deps, text: string): Promise<ErasedBefore | null> {
  const typed = text.trim()
  const said = await saidOf(deps, typed)
  const left = await deps.store.forgetting.left(said)
  if (left !== null) return { said, number: null, ...left }
  const number = /^#?(\d{1,15})$/.exec(typed)?.[1]
  const at = number === undefined ? null : await deps.store.forgetting.erasedAt(Number(number))
  // A number says nothing by which texts could be searched.
  return at === null ? null : { said: { names: [], points: [] }, number: Number(number), at, mentions: [] }
}

/** What is typed is a phone, an address, a name in a messenger, or else the name. */
async function saidOf({ country }: Deps, text: string): Promise<Said> {
  const phone = /^[+\d][\d\s().-]{4,}$/.test(text) ? (await phoneReader(country))(text) : null
  if (phone !== null) return { names: [], points: [{ kind: 'phone', value: phone }] }
  if (/^[^@\s]+@[^@\s]+$/.test(text)) return { names: [], points: [{ kind: 'email', value: text.toLowerCase() }] }
  const [, handle] = /^@([^@\s]+)$/.exec(text) ?? []
  if (handle === undefined) return { names: [text], points: [] }
  return { names: [], points: MESSENGERS.map((kind) => ({ kind, value: handle.toLowerCase() })) }
}

/** Cuts somebody who was erased before out of what others' texts still say of them. */
export async function forgetLeft(deps: Deps, { said }: ErasedBefore): Promise<Forgotten> {
  const forgotten = await deps.store.forgetting.forgetLeft(said, entryOf(deps).at)
  if (forgotten === null) throw new Error('whoever was erased before is not known any more')
  return forgotten
}
