import { companyKey, looksLikeCompany } from '../domain/company-name.js'
import { emptyDraft } from '../domain/draft.js'
import { bearerOfDraft } from '../domain/forgetting/signs.js'
import type { Who } from '../domain/history/who.js'
import { splitName } from '../domain/name-split.js'
import { showPhone } from '../domain/points.js'
import { cleanLine } from '../domain/text.js'
import type { Creation } from '../store/import-rows.js'
import type { Writing } from '../store/store.js'
import type { Graves } from '../store/tombstones.js'
import type { HistoryMatcher } from './history-matching.js'

/** Somebody who was erased, and is not to come back by a file. */
export const FORGOTTEN = 'forgotten'

/** Makes leads, or clients, of those whom a log names and the base does not know, once each; they are written a portion at a time. */
export class NewClients {
  /** How many were made, with the companies they belong to. */
  count = 0
  #waiting: Creation[] = []
  readonly source: string | null
  readonly now: string
  readonly graves: Graves | null

  constructor(
    readonly writing: Writing,
    readonly matcher: HistoryMatcher,
    { source, now, graves }: { source: string | null; now: string; graves: Graves | null },
  ) {
    this.source = source
    this.now = now
    this.graves = graves
  }

  /** The number of the new client; null when the row has nothing that could be its name. `ordered`: more than a lead. */
  async make(who: Who, ordered = false): Promise<number | null | typeof FORGOTTEN> {
    const name = nameOf(who)
    if (name === null) return null
    const draft = emptyDraft(0)
    draft.kind = who.name === null && who.company !== null ? 'company' : looksLikeCompany(name) ? 'company' : 'person'
    draft.name = name
    if (ordered) draft.status = 'client'
    if (draft.kind === 'person' && who.name !== null) {
      const { name: whole, family_name, given_name, patronymic } = splitName(name)
      draft.name = whole
      Object.assign(draft.values, { family_name, given_name, patronymic })
    }
    draft.values.source = this.source
    draft.values.external_id = who.external
    const seen = new Set<string>()
    draft.points = who.points.filter(({ value }) => !seen.has(value) && seen.add(value))
    if (this.graves?.meets(bearerOfDraft(draft))) return FORGOTTEN
    const id = await this.#add({ id: 0, draft, companies: [] })
    if (draft.kind === 'person' && who.company !== null) await this.#join(who.company)
    if (draft.kind === 'company') (await this.matcher.companies()).set(companyKey(name), id)
    this.matcher.remember(who, { id, kind: draft.kind, name: draft.name, archived: false })
    return id
  }

  async #add(creation: Creation): Promise<number> {
    creation.id = await this.writing.importing.reserveClients(1)
    this.#waiting.push(creation)
    this.count += 1
    return creation.id
  }

  /** Joins the client made last to a company, which is made as well when the base has none of that name. */
  async #join(name: string): Promise<void> {
    const person = this.#waiting[this.#waiting.length - 1]
    const key = companyKey(name)
    if (!person || key === '') return
    const companies = await this.matcher.companies()
    let id = companies.get(key)
    if (id === undefined) {
      const draft = { ...emptyDraft(0), kind: 'company' as const, name }
      draft.values.source = this.source
      if (this.graves?.meets(bearerOfDraft(draft))) return
      id = await this.#add({ id: 0, draft, companies: [] })
      companies.set(key, id)
    }
    person.companies = [{ id, name, role: null }]
  }

  /** Writes those made since the last time. */
  async write(): Promise<void> {
    if (this.#waiting.length === 0) return
    const prepared = await this.writing.importing.prepare(this.#waiting, this.now, new Map())
    this.#waiting = []
    await this.writing.importing.create(prepared)
  }
}

/** What a row calls its client; one that has only a phone or an address is called by it. */
function nameOf({ name, company, points }: Who): string | null {
  const said = name ?? company
  if (said !== null) return cleanLine(said)
  const [point] = points
  if (!point) return null
  return point.kind === 'phone' ? showPhone(point.value) : point.typed
}
