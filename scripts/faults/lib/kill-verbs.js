// kill -9 during verbs that rewrite much: each on a copy of the same base, which afterwards is what it was, or what it would be.
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { contentOf, copyFolder } from './hurt.js'
import { lengthOf, momentsIn, programOn, untilKilled } from './killing.js'

const PEOPLE = 120
const AT_ONCE = 2

/** A base with pairs of the same people, a backup of it, and then an operation more. */
async function prepare(bin, folder) {
  const program = programOn(bin, folder, join(folder, 'clients.db'))
  const rows = Array.from({ length: PEOPLE }, (_, index) => {
    const person = Math.floor(index / 2)
    return `Ёлкина${person} Анна${person},+38067${String(1_000_000 + person)},anna${person}@example.org`
  })
  const csv = join(folder, 'people.csv')
  writeFileSync(csv, `name,phone,email\n${rows.join('\n')}\n`)
  mkdirSync(join(folder, 'kept'))
  const steps = [
    ['import', csv, '--on-match', 'create', '-q'],
    ['backup', join(folder, 'kept', 'old.db'), '-q'],
    ['add', "O'Brien-Ñandú 🎂", '--phone', '+380501234567'],
    ['import', csv, '--on-match', 'create', '-q'],
  ]
  for (const step of steps) {
    const { code, stderr } = await program.run(...step)
    if (code !== 0) throw new Error(`${step.join(' ')}: ${code} ${stderr}`)
  }
}

const VERBS = {
  merge: () => ['dedupe', '--apply', 'certain', '--yes'],
  undo: () => ['undo', '--yes'],
  backup: (folder) => ['backup', join(folder, 'kept', 'new.db')],
  restore: (folder) => ['restore', join(folder, 'kept', 'old.db'), '--yes'],
}

/** Copies that stand under a final name, each of which has to be whole. */
const copiesIn = (folder) =>
  [folder, join(folder, 'kept')].flatMap((place) =>
    readdirSync(place)
      .filter((name) => /\.before-restore-\d+T?\d*$|^(old|new)\.db$/.test(name))
      .map((name) => join(place, name)),
  )

async function killVerb({ verb, bin, template, folder, chance, count, say }) {
  const look = (name) => join(folder, `look-${name}.db`)
  const fresh = (name) => {
    const place = join(folder, name)
    copyFolder(template, place)
    return place
  }
  const on = (place) => programOn(bin, place, join(place, 'clients.db'))
  const model = fresh('model')
  const before = await contentOf(join(model, 'clients.db'), look('model'))
  const old = await contentOf(join(model, 'kept', 'old.db'), look('model'))
  const moments = momentsIn(await lengthOf([() => on(model).run(...VERBS[verb](model))]), chance)
  const after = await contentOf(join(model, 'clients.db'), look('model'))
  const tally = { runs: 0, before: 0, after: 0, problems: [] }
  if (verb !== 'backup' && before === after) tally.problems.push('the undisturbed run changed nothing')
  await untilKilled(count, AT_ONCE, async (number) => {
    const place = fresh(`round-${number}`)
    const { killed, code, stderr } = await on(place).killed(moments.next(), ...VERBS[verb](place))
    tally.runs += 1
    if (!killed && code !== 0) tally.problems.push(`exit ${code}: ${stderr}`)
    try {
      const now = existsSync(join(place, 'clients.db'))
        ? await contentOf(join(place, 'clients.db'), look(number))
        : 'no base'
      const isDone = verb === 'backup' ? existsSync(join(place, 'kept', 'new.db')) : now === after
      moments.met(isDone)
      if (!isDone && !killed) tally.problems.push(`round ${number}: it ended and did nothing`)
      else if (isDone && now === after) tally.after += 1
      else if (!isDone && now === before) tally.before += 1
      else tally.problems.push(`round ${number}: neither as before nor as after`)
      for (const copy of copiesIn(place)) {
        const content = await contentOf(copy, look(number))
        if (![before, old].includes(content)) tally.problems.push(`${copy} is not what it was copied from`)
      }
      const next = await on(place).run('count')
      if (next.code !== 0) tally.problems.push(`round ${number}: the next start: ${next.code} ${next.stderr}`)
    } catch (error) {
      tally.problems.push(`round ${number}: ${error.message}`)
    }
    rmSync(place, { recursive: true, force: true })
    return killed
  })
  say(`${verb}: ${tally.runs} runs of ${moments.told()}`)
  return {
    what: `killed during ${verb}`,
    figure: `${count} of ${tally.runs} runs: ${tally.before} as before, ${tally.after} as after, problems ${tally.problems.length}${tally.problems.length > 0 ? `: ${tally.problems.slice(0, 3).join('; ')}` : ''}`,
    ok: tally.problems.length === 0 && tally.before + tally.after === tally.runs,
  }
}

export async function killVerbs({ bin, folder, chance, count, say }) {
  const template = join(folder, 'template')
  mkdirSync(template, { recursive: true })
  await prepare(bin, template)
  const results = []
  for (const verb of Object.keys(VERBS))
    results.push(await killVerb({ verb, bin, template, folder: join(folder, verb), chance, count, say }))
  return results
}
