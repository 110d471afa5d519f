import { companyKey, looksLikeCompany } from '../domain/company-name.js'
import type { RowProblem } from '../domain/draft.js'
import { sortKey, wordsOf } from '../domain/fold.js'
import { shownWho, type Who } from '../domain/history/who.js'
import { compatibleNames } from '../domain/name.js'
import type { Person, WhoIs } from '../store/history.js'
import type { Writing } from '../store/store.js'

/** Nobody of the base: the row's client is unknown, or is to be made. */
export const UNKNOWN = 'unknown'

type Found = number | RowProblem | typeof UNKNOWN

/** How many names are remembered, so that memory does not grow with the file. */
const NAMES_KEPT = 50_000
/** The same of phones and other signs. */
const SIGNS_KEPT = 100_000
/** Finding what was probably meant takes some queries for each name; a file with more unknown names has another trouble. */
const NEAREST_SOUGHT = 1_000
const SHOWN = 3

/** Finds the clients of a log's rows: one set of queries a portion, and one for each name that only its words find. */
export class HistoryMatcher {
  #names = new Map<string, Found>()
  #nearest = new Map<string, string[]>()
  #companies: Map<string, number> | null = null
  /** By which signs the clients made for this portion are known. */
  #made = new Map<number, Set<string>>()
  #whoIs: WhoIs = { ids: new Map(), byPoint: new Map(), byExternal: new Map(), byName: new Map() }

  constructor(
    readonly writing: Writing,
    /** Clients that nobody fits are made: then a name of one word is only who is called just that. */
    readonly creating: boolean,
  ) {}

  /** Companies by their keys, with those that this import makes. */
  async companies(): Promise<Map<string, number>> {
    this.#companies ??= await this.writing.importing.companies()
    return this.#companies
  }

  /** Asks the base about all rows of a portion at once. */
  async look(rows: readonly { who: Who }[]): Promise<void> {
    const wanted = {
      ids: new Set<number>(),
      points: new Set<string>(),
      externals: new Set<string>(),
      names: new Set<string>(),
    }
    for (const { who } of rows) {
      if (who.id !== null) wanted.ids.add(who.id)
      if (who.external !== null) wanted.externals.add(who.external)
      for (const { value } of who.points) wanted.points.add(value)
      const name = who.name ?? who.company
      if (name !== null && !this.#names.has(nameKey(who))) wanted.names.add(sortKey(name))
    }
    this.#made.clear()
    this.#forget()
    const { ids, byPoint, byExternal, byName } = this.#whoIs
    const found = await this.writing.history.whoIs({
      ids: unasked(wanted.ids, ids),
      points: unasked(wanted.points, byPoint),
      externals: unasked(wanted.externals, byExternal),
      names: wanted.names,
    })
    for (const value of wanted.points) if (!byPoint.has(value)) byPoint.set(value, found.byPoint.get(value) ?? [])
    for (const value of wanted.externals)
      if (!byExternal.has(value)) byExternal.set(value, found.byExternal.get(value) ?? [])
    for (const [id, person] of found.ids) ids.set(id, person)
    byName.clear()
    for (const [key, people] of found.byName) byName.set(key, people)
  }

  /** What earlier portions asked holds on: an import changes nobody's name or phone, and makes only whom it remembers. */
  #forget(): void {
    const { ids, byPoint, byExternal } = this.#whoIs
    for (const map of [ids, byPoint, byExternal]) if (map.size > SIGNS_KEPT) map.clear()
  }

  /** The client of a row that only its phone or the like names, when nobody else has that: by far the usual case. */
  findAtOnce({ id, external, points }: Who): number | null {
    if (id !== null || external !== null) return null
    for (const { value } of points) {
      const people = this.#whoIs.byPoint.get(value)
      if (people && people.length > 0) return people.length === 1 ? (people[0]?.id ?? null) : null
    }
    return null
  }

  /** The client of a row, by the surest sign it has that finds somebody. */
  async find(who: Who): Promise<Found> {
    const own = who.id === null ? undefined : this.#whoIs.ids.get(who.id)
    if (own && (who.name === null || own.name === who.name || fits(own, who))) return own.id
    const outside = who.external === null ? [] : (this.#whoIs.byExternal.get(who.external) ?? [])
    const known = outside.filter((person) => who.name === null || fits(person, who))
    if (known.length > 0) return this.#choose(known, who)
    for (const { value } of who.points) {
      const people = this.#whoIs.byPoint.get(value)
      if (people && people.length > 0) return this.#choose(people, who)
    }
    const named = await this.#byName(who)
    const [other] = outside
    // The id is somebody's, whose name is another: rather nobody than the wrong one.
    if (named === UNKNOWN && other) return { code: 'external-conflict', id: other.id, name: other.name }
    return named
  }

  /** Of several with the same sign, the one whose name or company the row says. */
  async #choose(people: readonly Person[], who: Who): Promise<Found> {
    const [only] = people
    if (only && people.length === 1) return only.id
    let left = who.name === null ? people : people.filter((person) => fits(person, who))
    if (left.length !== 1 && who.company !== null) {
      const key = companyKey(who.company)
      const pool = left.length > 0 ? left : people
      const ofCompany = await this.writing.history.companiesOf(pool.map(({ id }) => id))
      left = pool.filter(({ id, kind, name }) =>
        kind === 'company' ? who.name === null && companyKey(name) === key : ofCompany.get(id)?.has(key),
      )
    }
    const [chosen] = left
    return chosen && left.length === 1 ? chosen.id : several(left.length > 0 ? left : people, who)
  }

  async #byName(who: Who): Promise<Found> {
    const name = who.name ?? who.company
    if (name === null) return UNKNOWN
    const key = nameKey(who)
    let found = this.#names.get(key)
    if (found === undefined) {
      found = await this.#lookUpName(name, who)
      if (this.#names.size >= NAMES_KEPT) this.#names.clear()
      this.#names.set(key, found)
    }
    return found
  }

  async #lookUpName(name: string, who: Who): Promise<Found> {
    if (who.name === null || looksLikeCompany(name)) {
      const company = (await this.companies()).get(companyKey(name))
      if (company !== undefined) return company
    }
    const exact = this.#whoIs.byName.get(sortKey(name)) ?? []
    const people = exact.length > 0 ? exact : await this.#byWords(name, who)
    const whole = people.filter((person) => wordsOf(person.name).length === wordsOf(name).length)
    const allowed = await this.#allowed(whole.length > 0 ? whole : people, whole.length > 0, who)
    return allowed.length === 0 ? UNKNOWN : this.#choose(allowed, who)
  }

  async #byWords(name: string, who: Who): Promise<Person[]> {
    const candidates = await this.writing.clients.byName(name)
    return candidates
      .map(({ id, kind, name: full }): Person => ({ id, kind, name: full, archived: false }))
      .filter((person) => fits(person, who))
  }

  /**
   * A part of somebody's name is taken for them when nothing contradicts: «Анна» is the only Anna of the base. Beside
   * a phone or an id that nobody has, two whole words must agree; and where clients may be made, one who is reached
   * in another way is another.
   */
  async #allowed(people: readonly Person[], whole: boolean, who: Who): Promise<readonly Person[]> {
    const words = wordsOf(who.name ?? who.company ?? '')
    const isStranger = who.points.length > 0 || who.external !== null || who.unread !== null
    // Of several, none may be chosen and none made: the row goes back to be said more fully.
    if (!isStranger) return whole || words.length > 1 || people.length > 1 || !this.creating ? people : []
    const enough = words.filter((word) => word.length > 1).length > 1
    const left = people.filter(({ kind }) => enough || kind === 'company')
    if (!this.creating || left.length === 0) return left
    const signs = await this.writing.history.signsOf(left.map(({ id }) => id))
    const said = [...who.points.map(({ kind }) => kind), ...(who.external === null ? [] : ['external_id'])]
    return left.filter(({ id }) => !said.some((sign) => (this.#made.get(id) ?? signs.get(id))?.has(sign)))
  }

  /** A client was made for this row; from now on its signs mean them. */
  remember(who: Who, made: Person): void {
    const name = who.name ?? who.company
    this.#made.set(
      made.id,
      new Set([...who.points.map(({ kind }) => kind), ...(who.external === null ? [] : ['external_id'])]),
    )
    for (const { value } of who.points) put(this.#whoIs.byPoint, value, made)
    if (who.external !== null) put(this.#whoIs.byExternal, who.external, made)
    if (name === null) return
    put(this.#whoIs.byName, sortKey(name), made)
    // A second person of the name with another phone is somebody else, so of such only the phone is remembered.
    if (who.points.length === 0 && who.external === null) this.#names.set(nameKey(who), made.id)
  }

  /** The problem of a row whose client nobody is, with the names that come nearest. */
  async unknown(who: Who): Promise<RowProblem> {
    if (who.unread && who.name === null && who.company === null && who.points.length === 0) return who.unread
    const name = who.name ?? who.company
    return {
      code: 'unknown-client',
      who: shownWho(who),
      nearest: name === null ? [] : await this.#nearestTo(name),
    }
  }

  async #nearestTo(name: string): Promise<string[]> {
    const known = this.#nearest.get(name)
    if (known || this.#nearest.size >= NEAREST_SOUGHT) return known ?? []
    const near = (await this.writing.clients.nearest(name)).slice(0, SHOWN).map((each) => each.name)
    this.#nearest.set(name, near)
    return near
  }
}

/** The row's name can be this client's. What a row says in the place of a company is a person only by the whole name. */
function fits({ kind, name }: Person, who: Who): boolean {
  const said = who.name ?? who.company ?? ''
  if (kind === 'company') return companyKey(said) === companyKey(name)
  if (who.name === null && wordsOf(said).length !== wordsOf(name).length) return false
  return compatibleNames({ kind: 'person', name }, { kind: 'person', name: said })
}

const unasked = <K>(wanted: ReadonlySet<K>, known: ReadonlyMap<K, unknown>): Set<K> =>
  new Set([...wanted].filter((each) => !known.has(each)))

function put(map: Map<string, Person[]>, key: string, person: Person): void {
  const list = map.get(key)
  if (list) list.push(person)
  else map.set(key, [person])
}

const several = (people: readonly Person[], who: Who): RowProblem => ({
  code: 'several-clients',
  who: shownWho(who),
  candidates: people.slice(0, SHOWN).map(({ id, name }) => `${name} (${id})`),
})

const SEPARATOR = '\u0001'

/** Rows with the same key are of the same client: what is sought is the name, and what decides between namesakes. */
function nameKey({ name, company, points, external }: Who): string {
  const alone = points.length === 0 && external === null ? '' : '+'
  return [alone, name ?? '', company ?? ''].join(SEPARATOR)
}
