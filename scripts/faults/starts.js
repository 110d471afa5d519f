// First starts, several at once and some of them killed; then starts on bases of every earlier version, killed while they bring it
// up. Afterwards every base opens, holds what was in it and what was printed, and the copies kept are of the old version.
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { contentOf, dice, query, side } from './lib/hurt.js'
import { lengthOf, programOn } from './lib/killing.js'
import { olderBases } from './lib/old-base.js'

const FULL = { starts: 1000, rounds: 60, clients: 400 }
const QUICK = { starts: 12, rounds: 1, clients: 20 }

const some = (list) => (list.length === 0 ? '0' : `${list.length}: ${list.slice(0, 3).join('; ')}`)

/** An older base with so many clients, and the operation that has made them. */
const withJournal = (make) => async (file, version, clients) => {
  await make(file, version, clients)
  const at = '2026-11-01T10:00:00Z'
  await query(
    file,
    `insert into operation (id, at, command, rows) values (1, '${at}', 'import', ${clients})`,
    `insert into change (operation_id, table_name, action, first_id, last_id) values (1, 'client', 'insert', 1, ${clients})`,
    'select 1',
  )
}

/** One group of starts on a base that is not there yet, or stands as an empty file. */
async function firstStarts({ bin, folder, size, chance, length, found }) {
  mkdirSync(folder, { recursive: true })
  const base = join(folder, 'clients.db')
  if (chance() < 0.25) writeFileSync(base, '')
  const program = programOn(bin, folder, base)
  const starts = await Promise.all(
    Array.from({ length: size }, async (_, number) => {
      const name = `Ёлкина ${number}`
      // In some groups all are killed, in some none.
      const doomed = chance() < 0.4
      const run = doomed ? program.killed(chance() * length, 'add', name) : program.run('add', name)
      return { name, killed: false, ...(await run) }
    }),
  )
  found.starts += size
  found.killed += starts.filter(({ killed }) => killed).length
  const label = folder.split('/').at(-1)
  for (const { killed, code, stderr } of starts)
    if (!killed && code !== 0) found.failed.push(`${label}: exit ${code} ${stderr}`)
  const left = readdirSync(folder).filter((name) => /\.new-|-wal$|-journal$/.test(name))
  if (left.length > 0) found.untidy += 1
  const next = await program.run('add', 'Next')
  if (next.code !== 0) found.failed.push(`${label}, the next start: exit ${next.code} ${next.stderr}`)
  const whole = await query(base, 'pragma integrity_check')
  if (whole.length !== 1 || whole[0].integrity_check !== 'ok') found.damaged.push(label)
  const names = new Map((await query(base, 'select id, name from client')).map(({ id, name }) => [id, name]))
  for (const { name, stdout } of [...starts, { name: 'Next', ...next }]) {
    const printed = /^(\d+)\n$/.exec(stdout)?.[1]
    if (printed !== undefined && names.get(Number(printed)) !== name) found.lost.push(`${label}: ${name} ${printed}`)
  }
  if (new Set(names.values()).size !== names.size) found.damaged.push(`${label}: a client twice`)
  rmSync(folder, { recursive: true, force: true })
}

/** Three starts on an older base, two of them killed while it is brought up; then one that nobody disturbs. */
async function oldBase({ bin, folder, file, version, latest, old, chance, length, found }) {
  const program = programOn(bin, folder, file)
  const runs = await Promise.all([
    program.killed(chance() * length, 'count'),
    program.killed(chance() * length * 1.3, 'list', '--json'),
    chance() < 0.5 ? program.killed(chance() * length, 'add', 'Anna') : program.run('count'),
  ])
  found.starts += runs.length
  found.killed += runs.filter(({ killed }) => killed).length
  const label = folder.split('/').at(-1)
  for (const { killed, code, stderr } of runs)
    if (killed === false && code !== 0) found.failed.push(`${label}: exit ${code} ${stderr}`)
  const [{ user_version: between }] = await query(file, 'pragma user_version')
  if (between === version) found.before += 1
  else if (between === latest) found.after += 1
  else found.damaged.push(`${label}: version ${between}`)
  const next = await program.run('check')
  if (next.code !== 0) found.failed.push(`${label}, the next start: exit ${next.code} ${next.stderr}`)
  const [{ user_version: now }] = await query(file, 'pragma user_version')
  const clients = await query(file, `select id, name from client where name <> 'Anna' order by id`)
  if (now !== latest || JSON.stringify(clients) !== old.clients) found.lost.push(label)
  const beside = readdirSync(folder).filter((name) => name.startsWith('clients.db.before-version-'))
  if (beside.some((name) => name.includes('.part-'))) found.untidy += 1
  const copies = beside.filter((name) => !name.includes('.part-'))
  if (copies.length === 0) found.copies.push(`${label}: none`)
  for (const copy of copies)
    if ((await contentOf(join(folder, copy), join(folder, 'look.db'))) !== old.content)
      found.copies.push(`${label}: ${copy}`)
  rmSync(folder, { recursive: true, force: true })
  return between
}

const tally = () => ({
  ...{ starts: 0, killed: 0, untidy: 0, before: 0, after: 0 },
  ...{ failed: [], lost: [], damaged: [], copies: [] },
})

const isSound = ({ failed, lost, damaged, copies }) =>
  [failed, lost, damaged, copies].every((list) => list.length === 0)

const told = ({ failed, lost, damaged }) => `lost ${some(lost)}, failed ${some(failed)}, damaged ${some(damaged)}`

export async function run({ quick, bin, seed, folder, say }) {
  const counts = quick ? QUICK : FULL
  const chance = dice(seed)
  const first = tally()
  const trial = (name) => join(folder, name)
  const length = await lengthOf(
    [1, 2, 3, 4].map(
      (number) => () => programOn(bin, trial('trial'), join(folder, 'trial', 'clients.db')).run('add', `${number}`),
    ),
  )
  say(`a first start takes ${Math.round(length)} ms with four at once`)
  for (let group = 0; first.starts < counts.starts; group += 1) {
    const size = quick ? 4 : 4 + Math.floor(chance() * 5)
    await firstStarts({ bin, folder: trial(`group-${group}`), size, chance, length, found: first })
    if (group % 25 === 24) say(`${first.starts} first starts`)
  }
  const { latest, make: makeClients } = await olderBases()
  const make = withJournal(makeClients)
  const results = [
    {
      what: 'first starts',
      figure: `${first.starts}, ${first.killed} of them killed, ${told(first)}; drafts lay about after ${first.untidy} groups`,
      ok: isSound(first) && first.starts >= counts.starts,
    },
  ]
  for (let version = 1; version < latest; version += 1) {
    const found = tally()
    const models = trial(`version-${version}`)
    mkdirSync(models, { recursive: true })
    const model = join(models, 'model.db')
    await make(model, version, counts.clients)
    const old = {
      content: await contentOf(model, join(models, 'look.db')),
      clients: JSON.stringify(await query(model, 'select id, name from client order by id')),
    }
    const fresh = async (name) => {
      const place = join(models, name)
      mkdirSync(place, { recursive: true })
      await make(join(place, 'clients.db'), version, counts.clients)
      return place
    }
    const place = await fresh('trial')
    let longest = await lengthOf([() => programOn(bin, place, join(place, 'clients.db')).run('count')])
    await side(Array.from({ length: counts.rounds }), 2, async (_, round) => {
      const here = await fresh(`v${version}-${round}`)
      const file = join(here, 'clients.db')
      if (!existsSync(file)) throw new Error(`${file} was not made`)
      const between = await oldBase({ bin, folder: here, file, version, latest, old, chance, length: longest, found })
      longest *= between === version ? 1.05 : 0.95
    })
    say(`version ${version}: ${counts.rounds} bases, a start takes ${Math.round(longest)} ms`)
    results.push({
      what: `from version ${version}`,
      figure: `${found.starts} starts, ${found.killed} killed, then ${found.before} of version ${version} and ${found.after} of ${latest}; ${told(found)}, copies not of the old one ${some(found.copies)}, drafts left ${found.untidy}`,
      ok: isSound(found) && found.untidy === 0 && found.starts > 0,
    })
  }
  return results
}
