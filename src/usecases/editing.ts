import { notFound, typedWrongly } from '../errors.js'
import type { Part } from '../store/parts.js'
import type { Queries, Writing } from '../store/store.js'
import {
  type Changes,
  type ClientRows,
  changeClient,
  changeParts,
  columnsOf,
  type Noted,
  noChanges,
  type Wish,
} from './client-changes.js'
import { type ClientInput, type Understood, understand } from './client-input.js'
import { type Deps, entryOf } from './deps.js'
import { made, wishOf } from './editing-wish.js'
import { buriedCompany } from './erased-companies.js'
import { refuseTaken } from './outside-id.js'

/** Clients in one portion: few enough for one query, many enough that queries do not count. */
const PORTION = 500

/** What an edit would do, or has done. */
export interface EditPlan {
  /** Clients that were meant. */
  matched: number
  /** Clients of whom something is different now, or would be. */
  changed: number
  /** Each change, with the number of clients it concerns. */
  changes: (Noted & { clients: number })[]
  /** Custom fields that did not exist and are made as text. */
  newFields: string[]
}

/** `many`: the clients were chosen by a filter; `force`: a company that was erased is made again all the same. */
export interface EditWay {
  many?: boolean
  force?: boolean
}

/** What an edit of these clients would change; nothing is written. */
export async function planEdit(
  deps: Deps,
  ids: readonly number[],
  input: ClientInput,
  { many = false, force = false }: EditWay = {},
): Promise<EditPlan> {
  const understood = await understand(deps, input)
  const tally = new Tally(ids.length)
  const wish = await wishOf(deps.store, input, understood, !many, tally.newFields)
  if (wish.company === 0 && ids.length > 0) await buriedCompany(deps, deps.store, input.company ?? '', force)
  for (const portion of portionsOf(ids)) {
    for (const rows of await rowsOf(deps.store, portion, wish)) {
      const changes = noChanges()
      changeClient(rows, wish, changes)
      tally.note(changes.noted)
    }
  }
  return tally.plan()
}

/** Changes these clients in one operation that can be taken back, and tells what was different. */
export async function edit(
  deps: Deps,
  ids: readonly number[],
  input: ClientInput,
  { many = false, force = false }: EditWay = {},
): Promise<EditPlan & { operation: number | null }> {
  const understood = await understand(deps, input)
  if (ids.length > 1 && typeof input.externalId === 'string')
    throw typedWrongly((words) => words.errors.outsideIdOfMany)
  const tally = new Tally(ids.length)
  const { operation } = await deps.store.write(entryOf(deps), async (writing) => {
    const wish = await wishOf(writing, input, understood, !many, tally.newFields)
    let ready = wish
    for (const portion of portionsOf(ids)) {
      const found = await rowsOf(writing, portion, ready)
      if (ready === wish && found[0])
        ready = await made(deps, writing, wish, {
          at: entryOf(deps).at,
          status: understood.status ?? found[0].client.status,
          force,
        })
      await refuseTaken(writing, found, input)
      const changes = noChanges()
      for (const rows of found) {
        const before = changes.noted.length
        changeClient(rows, ready, changes)
        tally.note(changes.noted.slice(before))
      }
      await apply(writing, changes)
    }
  })
  return { ...tally.plan(), operation }
}

/** Writes the parts of a client whose own row has just been made. */
export async function writeParts(
  deps: Deps,
  writing: Writing,
  {
    id,
    input,
    understood,
    newFields,
    force,
  }: { id: number; input: ClientInput; understood: Understood; newFields: string[]; force: boolean },
): Promise<void> {
  const wish = await wishOf(writing, input, understood, true, newFields)
  for (const rows of await rowsOf(writing, [id], wish)) {
    const changes = noChanges()
    const { created_at: at, status } = rows.client
    changeParts(rows, await made(deps, writing, wish, { at, status, force }), changes)
    await apply(writing, changes)
  }
}

function* portionsOf(ids: readonly number[]): Generator<readonly number[]> {
  for (let from = 0; from < ids.length; from += PORTION) yield ids.slice(from, from + PORTION)
}

/** The clients of a portion with those of their parts that the wish concerns, in the order asked for. */
async function rowsOf({ parts }: Queries, ids: readonly number[], wish: Wish): Promise<ClientRows[]> {
  const { input, understood } = wish
  const clients = new Map((await parts.clients(ids, columnsOf(wish))).map((client) => [client.id, client]))
  const concerned = <T extends Part>(table: T, concerns: boolean) =>
    concerns ? parts.of(table, ids) : Promise.resolve([])
  const points = by(await concerned('contact_point', understood.points.length + input.removePoints.length > 0))
  const relations = by(
    await concerned('relation', input.company !== undefined || input.role !== undefined || wish.leave.length > 0),
  )
  const days = by(await concerned('anniversary', understood.birthday !== undefined))
  const tags = by(await concerned('client_tag', input.tags.length + input.removeTags.length > 0))
  const custom = by(await concerned('custom_value', wish.custom.length > 0))
  const consents = by(await concerned('channel_consent', understood.consents.answers.length > 0))
  return ids.map((id) => {
    const client = clients.get(id)
    if (!client) throw notFound((words) => words.errors.noClient(String(id)))
    return {
      client,
      contact_point: points.get(id) ?? [],
      relation: relations.get(id) ?? [],
      anniversary: days.get(id) ?? [],
      client_tag: tags.get(id) ?? [],
      custom_value: custom.get(id) ?? [],
      channel_consent: consents.get(id) ?? [],
    }
  })
}

function by<R extends { client_id: number }>(rows: readonly R[]): Map<number, R[]> {
  const groups = new Map<number, R[]>()
  for (const row of rows) {
    const group = groups.get(row.client_id)
    if (group) group.push(row)
    else groups.set(row.client_id, [row])
  }
  return groups
}

async function apply(writing: Writing, { client, insert, update, remove }: Changes): Promise<void> {
  await writing.updateMany('client', client)
  // A day that goes takes along the notes that it was kept.
  await writing.remove('greeting', await writing.parts.greetings(remove.anniversary))
  for (const table of Object.keys(remove) as Part[]) {
    await writing.remove(table, remove[table])
    await writing.updateMany(table, update[table])
    await writing.insertMany(table, insert[table])
  }
}

/** Counts what is different, client by client. */
class Tally {
  readonly newFields: string[] = []
  #changed = 0
  #changes = new Map<string, Noted & { clients: number }>()

  constructor(readonly matched: number) {}

  note(noted: readonly Noted[]): void {
    if (noted.length > 0) this.#changed += 1
    for (const each of noted) {
      const key = JSON.stringify([each.field, each.change, each.value])
      const before = this.#changes.get(key)
      if (before) before.clients += 1
      else this.#changes.set(key, { ...each, clients: 1 })
    }
  }

  plan(): EditPlan {
    return {
      matched: this.matched,
      changed: this.#changed,
      changes: [...this.#changes.values()],
      newFields: this.newFields,
    }
  }
}
