import { Journal, searchRowsOf } from './journal.js'
import { type Db, dropSearchOf, emptySearch, indexedWords, unsearchedAndGone } from './sqlite.js'
import { everybody, type Judging } from './standing.js'

/** How many words of the index are looked at together. */
const WORDS_AT_ONCE = 2_000
/** What FTS5 cuts a longer word down to, in bytes. */
const LONGEST_WORD = 32_768

const COLUMNS = ['name', 'rest'] as const

/** A sum of two numbers below this is exact. */
const MODULUS = 2 ** 52

/**
 * The words of a client, in whatever order, as one number of 52 bits: each word of each column has one, and they are added up.
 * Two different sets of words have the same number once in four million billion.
 */
class Sums {
  #sums = new Map<number, number>()

  add(client: number, word: number): void {
    this.#sums.set(client, ((this.#sums.get(client) ?? 0) + word) % MODULUS)
  }

  take(client: number): number {
    const sum = this.#sums.get(client) ?? 0
    this.#sums.delete(client)
    return sum
  }

  /** The clients that nobody has asked for. */
  left(): number[] {
    return [...this.#sums.keys()]
  }
}

function numberOf(word: string, column: string): number {
  let high = column === 'name' ? 0x811c9dc5 : 0x01000193
  let low = 0xcbf29ce4
  for (let index = 0; index < word.length; index += 1) {
    const unit = word.charCodeAt(index)
    high = Math.imul(high ^ unit, 0x01000193)
    low = Math.imul(low ^ (unit + index), 0x85ebca6b)
    low ^= low >>> 13
  }
  return ((high >>> 0) % 0x100000) * 0x100000000 + (low >>> 0)
}

/** A text's words as the index has them: it knows the letters of ASCII and takes all others for letters too. */
const wordsIn = (text: string): Set<string> =>
  new Set(text.split(' ').flatMap((word) => (word === '' ? [] : [cut(word)])))

function cut(word: string): string {
  if (word.length <= LONGEST_WORD / 4) return word
  const bytes = Buffer.from(word)
  return bytes.length <= LONGEST_WORD ? word : bytes.toString('utf8', 0, LONGEST_WORD)
}

async function readIndex(db: Db): Promise<Sums> {
  const sums = new Sums()
  for (let after = ''; ; ) {
    const words = await indexedWords(db, after, WORDS_AT_ONCE)
    for (const { term, places } of words) {
      const numbers = Object.fromEntries(COLUMNS.map((column) => [column, numberOf(term, column)]))
      for (const place of places.split(',')) {
        const colon = place.indexOf(':')
        sums.add(Number(place.slice(0, colon)), numbers[place.slice(colon + 1)] ?? 1)
      }
    }
    const last = words[words.length - 1]
    if (last === undefined) return sums
    after = last.term
  }
}

/**
 * Clients of whom the search index does not hold the words that their rows have, no more and no less. Reads only, each client
 * and each word of the index once.
 */
export async function unfoundClients(db: Db): Promise<number[]> {
  const indexed = await readIndex(db)
  const { unsearched, gone } = await unsearchedAndGone(db)
  const wrong = new Set([...unsearched, ...gone])
  for (const whose of await everybody(db, undefined))
    for (const { id, name, rest } of await searchRowsOf(db, whose)) {
      let sum = 0
      for (const word of wordsIn(name)) sum = (sum + numberOf(word, 'name')) % MODULUS
      for (const word of wordsIn(rest)) sum = (sum + numberOf(word, 'rest')) % MODULUS
      if (indexed.take(id) !== sum) wrong.add(id)
    }
  for (const id of indexed.left()) wrong.add(id)
  return [...wrong]
}

/**
 * Writes the words of these clients into the search index anew, inside a transaction; of those who are no clients it takes them
 * out. An index that cannot be mended so is made anew as a whole.
 */
export async function mendSearch(db: Db, clients: readonly number[], judging: Judging): Promise<void> {
  for (let from = 0; from < clients.length; from += 500) await dropSearchOf(db, clients.slice(from, from + 500))
  await new Journal(db, { at: '', command: '' }, judging).reindex(clients)
  if ((await unfoundClients(db)).length > 0) await rebuildSearch(db, judging)
}

/** Makes the whole search index anew, inside a transaction; tells of how many clients. */
export async function rebuildSearch(db: Db, judging: Judging): Promise<number> {
  await emptySearch(db)
  const journal = new Journal(db, { at: '', command: '' }, judging)
  const clients = await db.selectFrom('client').select('id').orderBy('id').execute()
  await journal.reindex(clients.map(({ id }) => id))
  return clients.length
}
