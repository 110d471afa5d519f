// Restores beside other commands: what was acknowledged is in the base or in what was kept aside, nothing is written to another
// client than the one that was named, and an export into a slow pipe is of one base. With bases that are sound, broken inside,
// empty, and without a log.
import { mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { dice, environment, query, start } from './lib/hurt.js'

const FULL = { exported: 20_000, rounds: 60, commands: 12 }
const QUICK = { exported: 5_000, rounds: 4, commands: 3 }

const wait = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds))

const baseAt = (folder) => join(folder, 'base.db')

function world(folder, bin) {
  const env = environment(join(folder, 'home'), {
    CLIENTELE_DB: baseAt(folder),
    CLIENTELE_WAIT: '30',
    CLIENTELE_LANG: 'en',
  })
  const begin = (...args) => start([process.execPath, resolve(bin), ...args], { env, cwd: folder })
  const clientele = async (...args) => {
    const outcome = await begin(...args).ended
    if (outcome.hung) throw new Error(`${args.join(' ')} hung`)
    return outcome
  }
  const surely = async (...args) => {
    const outcome = await clientele(...args)
    if (outcome.code !== 0) throw new Error(`${args.join(' ')}: exit ${outcome.code}: ${outcome.stderr}`)
    return outcome
  }
  return { folder, begin, clientele, surely }
}

export async function run({ quick, bin, seed, folder, say }) {
  const counts = quick ? QUICK : FULL
  const made = (name) => {
    const place = join(folder, name)
    mkdirSync(join(place, 'home'), { recursive: true })
    return world(place, bin)
  }
  return [...(await exported(made('export'), counts, say)), ...(await beside(made('beside'), counts, dice(seed), say))]
}

/** An export that is being read slowly while another base, of the same numbers, is put in its place. */
async function exported({ folder, begin, surely }, { exported: rows }, say) {
  const table = (name) =>
    `Name,Phone\n${Array.from({ length: rows }, (_, row) => `${name} Ёлка ${row},+7916${String(row).padStart(7, '0')}\n`).join('')}`
  for (const name of ['Old', 'New']) {
    rmSync(baseAt(folder), { force: true })
    writeFileSync(join(folder, `${name}.csv`), table(name))
    await surely('import', `${name}.csv`)
    await surely('backup', `${name}.db`)
  }
  const wrongs = []
  const formats = [
    ['export', '--format', 'csv'],
    ['export', '--format', 'ndjson'],
    ['export', '--format', 'csv', '-o', 'out.csv', '--force'],
  ]
  for (const args of formats) {
    await surely('restore', 'Old.db', '--yes')
    const { child, outcome, ended } = begin(...args)
    child.stdout.pause()
    await wait(args.includes('-o') ? 150 : 600)
    await surely('restore', 'New.db', '--yes')
    child.stdout.resume()
    const { code, stderr } = await ended
    const text = args.includes('-o') && code === 0 ? readFileSync(join(folder, 'out.csv'), 'utf8') : outcome.stdout
    const [old, fresh] = ['Old', 'New'].map((name) => text.split(`${name} Ёлка `).length - 1)
    const whole = code === 0 && ((old === rows && fresh === 0) || (fresh === rows && old === 0))
    if (!whole && !(code === 7 && (old === 0 || fresh === 0)))
      wrongs.push(`${args.join(' ')}: exit ${code}, ${old} old, ${fresh} new, ${stderr}`)
  }
  for (const line of wrongs) say(line)
  return [
    {
      what: 'an export while the base is replaced',
      figure: `${formats.length} of ${rows} clients, ${wrongs.length} mixed`,
      ok: wrongs.length === 0,
    },
  ]
}

/** What is done to the base before a round: nothing, what a bad disk does, what a broken synchronisation does, another mode. */
const STATES = {
  sound: async () => {},
  broken: async (base) => {
    const [{ rootpage }] = await query(
      base,
      'pragma wal_checkpoint(truncate)',
      "select rootpage from sqlite_master where name = 'matching_model'",
    )
    const bytes = readFileSync(base)
    bytes.fill(0x5a, (rootpage - 1) * 8192, rootpage * 8192)
    writeFileSync(base, bytes)
  },
  empty: async (base) => {
    await query(base, 'pragma wal_checkpoint(truncate)')
    truncateSync(base)
  },
  'without a log': async (base) => {
    await query(base, 'pragma journal_mode = delete')
  },
}

/** Rows of the base and of all that was kept aside; of a broken one as many as can be read. */
async function everywhere(folder, question) {
  const files = readdirSync(folder).filter((name) => /^base\.db(?:\.before-restore-[^-]*(?:-\d+)?)?$/.test(name))
  const found = []
  for (const name of files) found.push(...(await query(join(folder, name), question).catch(() => [])))
  return found
}

async function beside({ folder, clientele, surely }, { rounds, commands }, random, say) {
  const base = baseAt(folder)
  // The same person has another number in each.
  for (const [name, others] of [
    ['one', 0],
    ['two', 3],
  ]) {
    rmSync(base, { force: true })
    for (let other = 0; other < others; other += 1) await surely('add', `Other ${other}`)
    await surely('add', 'Ґалаґан Анна')
    await surely('backup', `${name}.db`)
  }
  const said = []
  const counts = { done: 0, refused: 0 }
  const wrongs = []
  for (let round = 0; round < rounds; round += 1) {
    const state = Object.keys(STATES)[round % Object.keys(STATES).length]
    await surely('restore', round % 2 === 0 ? 'one.db' : 'two.db', '--yes')
    await STATES[state](base)
    const work = Array.from({ length: commands }, async (_, index) => {
      await wait(random() * 500)
      const mark = `mark-${round}-${index}`
      const args = index % 3 === 2 ? ['log', 'галаган', mark] : ['add', `Новый ${mark}`, '--force']
      const { code, stderr } = await clientele(...args)
      if (code === 0) said.push({ mark, logged: args[0] === 'log', state })
      counts[code === 0 ? 'done' : 'refused'] += 1
      // Whoever finds nobody in a file that is still empty is told so.
      if (
        ![0, 7].includes(code) &&
        !(state === 'empty' && [1, 3].includes(code)) &&
        !(state === 'broken' && code === 1)
      )
        wrongs.push(`${args.join(' ')} on a ${state} base: exit ${code}: ${stderr}`)
    })
    await wait(random() * 400)
    const restored = await clientele('restore', round % 2 === 0 ? 'two.db' : 'one.db', '--yes')
    await Promise.all(work)
    if (![0, 7].includes(restored.code))
      wrongs.push(`restore over a ${state} base: exit ${restored.code}: ${restored.stderr}`)
    const checked = restored.code === 0 ? await clientele('check', '--json') : { code: 0 }
    if (checked.code !== 0) wrongs.push(`check after a restore over a ${state} base: ${checked.stdout}`)
  }
  const names = new Set((await everywhere(folder, 'select name from client')).map(({ name }) => name))
  const logged = await everywhere(
    folder,
    'select contact.text, client.name from contact join client on client.id = client_id',
  )
  const texts = new Set(logged.map(({ text }) => text))
  const lost = said.filter(({ mark, logged: isLog }) => !(isLog ? texts.has(mark) : names.has(`Новый ${mark}`)))
  const strays = logged.filter(({ text, name }) => /^mark-/.test(text ?? '') && name !== 'Ґалаґан Анна')
  for (const { mark, state } of lost.slice(0, 6)) say(`${mark} was acknowledged on a ${state} base and is lost`)
  for (const { text, name } of strays.slice(0, 6)) say(`${text} was written to ${name}`)
  for (const line of wrongs.slice(0, 6)) say(line)
  const all = `${rounds} restores, ${counts.done} commands done beside them, ${counts.refused} refused`
  return [
    {
      what: 'acknowledged beside a restore',
      figure: `${all}, ${lost.length} lost`,
      ok: lost.length === 0 && counts.done > 0,
    },
    { what: 'written to somebody else', figure: `${strays.length} of ${logged.length}`, ok: strays.length === 0 },
    { what: 'beside a restore', figure: `${wrongs.length} wrong`, ok: wrongs.length === 0 },
  ]
}
