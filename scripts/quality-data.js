// Sets of made-up clients of whom it is known which are one and which only look alike: the same seed, the same bytes.
// How often what happens is in quality-people.js, quality-records.js and quality-damage.js; it was counted on tables kept by hand.
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { damagedRecord } from './quality-damage.js'
import { diceOf } from './quality-dice.js'
import {
  anyPeople,
  branchOf,
  coworkerOf,
  namesakeOf,
  newFirm,
  newHousehold,
  newPerson,
  newTrader,
} from './quality-people.js'
import { firstRecord } from './quality-records.js'

/** How many further records a client has. */
const COPIES = [
  [866, 0],
  [100, 1],
  [27, 2],
  [5.4, 3],
  [1.6, 4],
]

/** Share of those with a frequent surname who have a namesake in their town. */
const NAMESAKES = 0.061

/**
 * Records with their truth: `rows` are lines of CSV without the id in the order they were made, `clusters` the client of
 * each, `copies` `[row, row, tags]` of the first record and a further one, `lookalikes` `[row, row, tag]`.
 */
export function makeSet(count, seed) {
  const dice = diceOf(seed)
  const set = { rows: [], clusters: [], copies: [], lookalikes: [] }
  let clients = 0
  const enter = (client) => {
    const first = set.rows.length
    if (first >= count) return null
    clients += 1
    const cells = firstRecord(client, dice)
    set.rows.push(lineOf(cells))
    set.clusters.push(clients)
    for (let left = dice.weighted(COPIES); left > 0 && set.rows.length < count; left -= 1) {
      const copy = damagedRecord(client, cells, dice)
      set.copies.push([first, set.rows.length, copy.tags])
      set.rows.push(lineOf(copy.cells))
      set.clusters.push(clients)
    }
    return first
  }
  const alike = (a, b, tag) => {
    if (a !== null && b !== null) set.lookalikes.push([a, b, tag])
  }
  const one = (person) => {
    const at = enter(person)
    if (!person.family.isInvented && dice.chance(NAMESAKES)) alike(at, enter(namesakeOf(person, dice)), 'namesake')
    return at
  }
  while (set.rows.length < count) dice.weighted(UNITS)(dice, { enter, alike, one })
  return set
}

const UNITS = [
  [1732, (dice, { one }) => one(newPerson(anyPeople(dice), dice))],
  [
    169,
    (dice, { enter, alike, one }) => {
      const { head, members, twins } = newHousehold(dice)
      const at = one(head)
      const entered = new Map()
      for (const { person, tag } of members) {
        entered.set(person, enter(person))
        alike(at, entered.get(person), tag)
      }
      for (const [a, b] of twins) alike(entered.get(a), entered.get(b), 'twins')
    },
  ],
  [
    238,
    (dice, { enter, alike }) => {
      const firm = newFirm(dice)
      const at = enter(firm)
      if (dice.chance(0.03)) alike(at, enter(branchOf(firm, dice)), 'branch')
      if (!dice.chance(0.055)) return
      for (let left = dice.chance(0.4) ? 2 : 1; left > 0; left -= 1)
        alike(at, enter(coworkerOf(firm, dice)), 'coworker')
    },
  ],
  [62, (dice, { enter }) => enter(newTrader(dice))],
]

const cell = (text) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
const lineOf = ({ kind, name, phone, email, birthday, city, address, tax, note, created }) =>
  [kind, name, phone, email, birthday, city, address, tax, note, created].map(cell).join(',')

/** A new number for each of `count`, mixed. */
function mixed(count, dice) {
  const order = Uint32Array.from({ length: count }, (_, index) => index)
  for (let at = count - 1; at > 0; at -= 1) {
    const other = dice.below(at + 1)
    const kept = order[at]
    order[at] = order[other]
    order[other] = kept
  }
  return order
}

/** Writes clients.csv, truth.csv, lookalikes.csv and copies.csv, the records in no order; returns their paths. */
export function writeSet(folder, count, seed) {
  const { rows, clusters, copies, lookalikes } = makeSet(count, seed)
  const dice = diceOf(seed ^ 0x5bd1e995)
  const order = mixed(rows.length, dice)
  const idOf = new Uint32Array(rows.length)
  order.forEach((row, at) => {
    idOf[row] = at + 1
  })
  mkdirSync(folder, { recursive: true })
  const paths = Object.fromEntries(
    ['clients', 'truth', 'lookalikes', 'copies'].map((name) => [name, join(folder, `${name}.csv`)]),
  )
  const header = 'id,kind,name,phone,email,birthday,city,address,tax_id,note,created'
  writeLines(paths.clients, header, rows.length, (at) => `${at + 1},${rows[order[at]]}`)
  const hidden = mixed(clusters.at(-1) + 1, dice)
  writeLines(paths.truth, 'id,cluster', rows.length, (at) => `${at + 1},c${hidden[clusters[order[at]]]}`)
  const pair = (list) => (at) => `${idOf[list[at][0]]},${idOf[list[at][1]]},${list[at][2]}`
  writeLines(paths.lookalikes, 'id_a,id_b,tag', lookalikes.length, pair(lookalikes))
  writeLines(paths.copies, 'id_a,id_b,tags', copies.length, pair(copies))
  return paths
}

function writeLines(file, header, count, lineAt) {
  const handle = openSync(file, 'w')
  let text = `${header}\n`
  for (let at = 0; at < count; at += 1) {
    text += `${lineAt(at)}\n`
    if (text.length > 1_000_000) {
      writeSync(handle, text)
      text = ''
    }
  }
  writeSync(handle, text)
  closeSync(handle)
}
