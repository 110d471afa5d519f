// Places that do not take what is written: a limit on the size of files at every size, a small disk that is full at different
// points, folders, files and disks that can only be read, a folder or a base that goes away, a lock that is never let go.
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import sqlite3 from 'sqlite3'
import {
  age,
  beyond,
  contentOf,
  copyFolder,
  dice,
  environment,
  holds,
  side,
  sizeOf,
  start,
  unclear,
  works,
} from './lib/hurt.js'

export const canMount = works('unshare', '-m', 'bash', '-c', 'mount -t tmpfs -o size=64k none /mnt && touch /mnt/x')
const NOBODY = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups']

/** Another user must be able to come as far as the program, which may stand in a folder of its owner's alone. */
export const canBeNobody = (bin) => works(NOBODY[0], ...NOBODY.slice(1), process.execPath, '--check', resolve(bin))

const ROWS = 600

function table(file) {
  const lines = ['Name,Phone,Email,Note,Birthday']
  for (let index = 0; index < ROWS; index += 1)
    lines.push(
      `"Ґалаґан Ёлка ${index}",+7916${String(index).padStart(7, '0')},c${index}@example.com,"note ${index}, a few words",01.02.1990`,
    )
  writeFileSync(file, `${lines.join('\n')}\n`)
}

export async function run({ quick, bin, seed, folder, say }) {
  chmodSync(folder, 0o755)
  const program = resolve(bin)
  const env = (place, more) => environment(join(place, 'home'), { CLIENTELE_DB: join(place, 'base.db'), ...more })
  const clientele = (place, args, more) =>
    start([process.execPath, program, ...args], { env: env(place, more), cwd: place }).ended
  const made = async (name, ...steps) => {
    const place = join(folder, 'begun', name)
    mkdirSync(place, { recursive: true })
    for (const step of steps) {
      if (typeof step === 'function') step(place)
      else {
        const { code, stderr } = await clientele(place, step)
        if (code !== 0) throw new Error(`${step.join(' ')}: exit ${code}: ${stderr}`)
      }
    }
    return place
  }
  const people = [
    ['add', 'Анна Ёлкина', '--phone', '+7 916 555-12-34'],
    ['add', "Pat O'Brien-Ñandú"],
    ['add', 'Анна Ёлкина', '--phone', '+7 916 555-12-34', '--force'],
  ]
  const withTable = (place) => table(join(place, 'rows.csv'))
  const world = {
    quick,
    folder,
    say,
    program,
    env,
    clientele,
    random: dice(seed),
    begun: {
      base: await made('base', ...people, withTable),
      large: await made('large', ...people, withTable, ['import', 'rows.csv']),
      backed: await made(
        'backed',
        ...people,
        withTable,
        ['import', 'rows.csv'],
        ['backup', 'copy.db'],
        ['add', 'Later'],
      ),
    },
  }
  const results = []
  for (const part of [limits, smallDisks, fullDisk, readOnly, goneAway, locks]) {
    const found = await part(world)
    if (!quick) for (const { what, figure } of found) say(`${what}: ${figure}`)
    results.push(...found)
  }
  return results
}

/** Each command with the place it begins in; `mark` is the largest file that it makes. */
const COMMANDS = [
  { name: 'add', from: 'base', args: ['add', 'One More'], room: 400 },
  { name: 'import', from: 'base', args: ['import', 'rows.csv'] },
  { name: 'merge', from: 'base', args: ['merge', '1', '3', '--yes'], room: 400 },
  { name: 'undo', from: 'large', args: ['undo', '--yes'] },
  { name: 'backup', from: 'large', args: ['backup', 'fresh.db'] },
  { name: 'restore', from: 'backed', args: ['restore', 'copy.db', '--yes'] },
  { name: 'export', from: 'large', args: ['export', '--format', 'csv', '-o', 'all.csv'], room: 400 },
]

/** What one failed command left: null when all is as it should be, else what is wrong. */
async function judged({ place, outcome, whole, code, look }) {
  const state = await holds(place, look)
  if (outcome.hung) return 'it hung'
  const differs = (other) =>
    [...new Set([...Object.keys(state.finals), ...Object.keys(other.finals)])].filter(
      (file) => state.finals[file] !== other.finals[file],
    )
  if (outcome.code === code)
    return differs(whole.after).length === 0 ? null : `exit ${code}, but not done: ${differs(whole.after)}`
  if (![1, 7].includes(outcome.code)) return `exit ${outcome.code}: ${outcome.stderr}`
  const said = unclear(beyond(outcome.stderr, whole.said))
  if (said !== null) return `${said}: ${outcome.stderr}`
  const half = differs(whole.after).filter(
    (file) => state.finals[file] !== undefined && state.finals[file] !== whole.before.finals[file],
  )
  if (half.length > 0) return `half done: ${half}`
  const lost = Object.keys(whole.before.finals).filter((file) => state.finals[file] === undefined)
  if (lost.length > 0) return `lost: ${lost}`
  if (state.drafts.length > 0) return `left behind: ${state.drafts}`
  return null
}

/** How a command goes when nothing is in its way. */
async function unhindered({ clientele, folder, begun }, { from, args }) {
  const place = join(folder, 'clean')
  copyFolder(begun[from], place)
  const look = join(folder, 'look-clean.db')
  const before = await holds(place, look)
  const { code, stderr: said } = await clientele(place, args)
  const after = await holds(place, look)
  const largest = Math.max(...readdirSync(place).map((name) => sizeOf(join(place, name))), sizeOf(`${place}/base.db`))
  return { before, after, code, said, largest }
}

async function limits(world) {
  const { quick, folder, begun, clientele, program, env, random, say } = world
  const results = []
  for (const command of quick ? COMMANDS.filter(({ name }) => ['add', 'import', 'backup'].includes(name)) : COMMANDS) {
    const whole = await unhindered(world, command)
    const top = Math.ceil(whole.largest / 1024) + 700
    const sizes = []
    const tries = quick ? 4 : 60
    for (let index = 0; index < tries; index += 1) sizes.push(Math.floor(((index + random()) * top) / tries))
    if (!quick) sizes.push(0, 1, 31, 32, 33, 64)
    const counts = { done: 0, refused: 0 }
    const wrongs = []
    await side(sizes, 2, async (size, _, worker) => {
      const place = join(folder, `limited-${worker}`)
      copyFolder(begun[command.from], place)
      const script = `trap '' XFSZ; ulimit -f ${size}; exec "$@"`
      const outcome = await start(['bash', '-c', script, 'bash', process.execPath, program, ...command.args], {
        env: env(place),
        cwd: place,
      }).ended
      counts[outcome.code === whole.code ? 'done' : 'refused'] += 1
      const look = join(folder, `look-limited-${worker}.db`)
      const wrong = await judged({ place, outcome, whole, code: whole.code, look }).catch(String)
      if (wrong !== null) wrongs.push(`${command.name} with ${size} KiB: ${wrong}`)
      // Whoever has set the limit looks for a broken disk otherwise.
      else if (outcome.code === 1 && !outcome.stderr.includes('larger than a file may be'))
        wrongs.push(`${command.name} with ${size} KiB does not tell of the limit: ${outcome.stderr}`)
      age(place)
      const next = await clientele(place, command.args)
      const expected = outcome.code === whole.code ? [0, 1, 3, 5, 6] : [whole.code]
      if (!expected.includes(next.code)) wrongs.push(`${command.name} after ${size} KiB: ${next.code} ${next.stderr}`)
      const checked = await clientele(place, ['check'])
      if (checked.code !== 0) wrongs.push(`check after ${command.name} with ${size} KiB: ${checked.stdout}`)
    })
    for (const line of wrongs.slice(0, 6)) say(line)
    results.push({
      what: `a limit on the size of files, ${command.name}`,
      figure: `${sizes.length} sizes up to ${top} KiB: ${counts.done} done, ${counts.refused} refused, ${wrongs.length} wrong`,
      ok: wrongs.length === 0 && counts.done > 0 && (quick || counts.refused > 0),
    })
  }
  return results
}

async function smallDisks(world) {
  const { quick, folder, begun, program, env, random, say } = world
  if (!canMount) return [{ what: 'a small disk', figure: 'skipped: nothing can be mounted here', ok: true }]
  const results = []
  for (const command of quick ? COMMANDS.filter(({ name }) => ['import'].includes(name)) : COMMANDS) {
    const whole = await unhindered(world, command)
    const from = begun[command.from]
    const filled = Math.ceil(readdirSync(from).reduce((sum, name) => sum + sizeOf(join(from, name)), 0) / 1024)
    const tries = quick ? 3 : 25
    const wrongs = []
    const counts = { done: 0, refused: 0 }
    await side(
      Array.from({ length: tries }, (_, index) => Math.floor(((index + random()) * (command.room ?? 4_000)) / tries)),
      2,
      async (room, _, worker) => {
        const size = filled + 40 + room
        const place = join(folder, `disk-${worker}`)
        const out = join(folder, `disk-out-${worker}`)
        for (const each of [place, out]) {
          rmSync(each, { recursive: true, force: true })
          mkdirSync(each, { recursive: true })
        }
        // The disk is there for this one process and those it starts; what is on it in the end is copied out.
        const script = `mount -t tmpfs -o size=${size}k none "$PLACE" && cp -r "$FROM"/. "$PLACE" && cd "$PLACE" || exit 99
          "$@"; code=$?; cp -r "$PLACE"/. "$OUT"; exit $code`
        const outcome = await start(
          ['unshare', '-m', 'bash', '-c', script, 'bash', process.execPath, program, ...command.args],
          { env: { ...env(place), PLACE: place, FROM: from, OUT: out } },
        ).ended
        if (outcome.code === 99) return
        counts[outcome.code === whole.code ? 'done' : 'refused'] += 1
        const look = join(folder, `look-disk-${worker}.db`)
        const wrong = await judged({ place: out, outcome, whole, code: whole.code, look }).catch(String)
        if (wrong !== null) wrongs.push(`${command.name} with ${room} KiB of room: ${wrong}`)
      },
    )
    for (const line of wrongs.slice(0, 6)) say(line)
    results.push({
      what: `a small disk, ${command.name}`,
      figure: `${counts.done} done, ${counts.refused} refused, ${wrongs.length} wrong`,
      ok: wrongs.length === 0 && counts.done + counts.refused === tries,
    })
  }
  return results
}

/**
 * A disk on which nothing fits any more, not even the index of the log. Reading reads, also what is only in the log; a backup goes to
 * another disk; writing says that there is no room; and when there is room again, all is as it was.
 */
async function fullDisk(world) {
  const { quick, folder, begun, clientele, program, env, say } = world
  if (!canMount) return [{ what: 'a full disk', figure: 'skipped: nothing can be mounted here', ok: true }]
  const wrongs = []
  let many = 0
  for (const from of quick ? ['logged'] : ['closed', 'logged']) {
    const [place, out, filled] = ['', '-out', '-from'].map((end) => join(folder, `full-${from}${end}`))
    for (const each of [place, out]) mkdirSync(each, { recursive: true })
    copyFolder(begun.base, filled)
    const promised = await clientele(filled, ['next', '1', 'today', 'ask'])
    if (promised.code !== 0) throw new Error(promised.stderr)
    if (from === 'logged') await leaveLog(world, filled)
    const lines = [
      ...(quick ? [READING[0], READING[3], READING[7]] : READING).map((args) => ({ args, reads: true })),
      ...(quick ? WRITING.slice(0, 1) : WRITING.filter(([verb]) => verb !== 'import')).map((args) => ({ args })),
      { args: ['backup', join(out, 'copy.db')], reads: true, beside: 'log of exports' },
      { args: ['backup', 'copy.db'] },
      { args: ['list'], reads: true },
    ]
    const script = `mount -t tmpfs -o size=3m none "$PLACE" && cp "$FROM"/base.db* "$PLACE" && cd "$PLACE" || exit 99
      fill() { dd if=/dev/zero of=filling bs=1k oflag=append conv=notrunc 2>/dev/null; }
      fill; test -s filling || exit 98
      number=0
      run() { "$@" > "$OUT/$number.out" 2> "$OUT/$number.err"; echo $? > "$OUT/$number.code"; number=$((number + 1)); }
      ${lines.map(({ args }) => `run "$@" ${args.map((word) => `'${word}'`).join(' ')}; fill`).join('\n      ')}
      rm filling; run "$@" add 'One More'; run "$@" check; run "$@" list`
    const { code } = await start(['unshare', '-m', 'bash', '-c', script, 'bash', process.execPath, program], {
      env: { ...env(place), PLACE: place, FROM: filled, OUT: out },
      limit: 120_000,
    }).ended
    if (code !== 0) wrongs.push(`${from}: the disk could not be filled: ${code}`)
    const after = [
      { args: ['add', 'One More'], reads: true },
      { args: ['check'], reads: true },
      { args: ['list'], reads: true },
    ]
    for (const [index, { args, reads, beside }] of [...lines, ...after].entries()) {
      many += 1
      const [told, stdout, stderr] = ['code', 'out', 'err'].map((end) =>
        readFileSync(join(out, `${index}.${end}`), 'utf8'),
      )
      const what = `${from}, ${args.join(' ')}: exit ${told.trim()}: ${stdout}${stderr}`
      if (reads ? told.trim() !== '0' || stdout === '' : told.trim() !== '1' || stdout !== '') wrongs.push(what)
      if (!reads && !stderr.includes('no room left')) wrongs.push(`it does not tell that the disk is full: ${what}`)
      if (beside !== undefined && !stderr.includes(beside)) wrongs.push(`it does not tell of the ${beside}: ${what}`)
      if (args[0] === 'list' && from === 'logged' && !stdout.includes(LOGGED))
        wrongs.push(`the log is not read: ${what}`)
    }
    const whole = await contentOf(join(out, 'copy.db'), join(folder, 'look-full.db')).catch(String)
    if (from === 'logged' && !whole.includes(LOGGED)) wrongs.push(`the backup lacks what is in the log: ${whole}`)
  }
  for (const line of wrongs.slice(0, 6)) say(line)
  return [{ what: 'a full disk', figure: `${many} commands, ${wrongs.length} wrong`, ok: wrongs.length === 0 }]
}

const LOGGED = 'Only In The Log'

/** Somebody added a client while another one had the base open, who was killed then: the client stands in the log alone. */
async function leaveLog({ clientele }, place) {
  const file = join(place, 'base.db')
  const holder = await held(file, 'select count(*) from client')
  const { code, stderr } = await clientele(place, ['add', LOGGED])
  process.kill(holder.pid, 'SIGKILL')
  await holder.ended
  rmSync(`${file}-shm`, { force: true })
  if (code !== 0 || sizeOf(`${file}-wal`) === 0) throw new Error(`nothing was left in the log: ${stderr}`)
}

const READING = [
  ['list'],
  ['count'],
  ['show', '1'],
  ['today'],
  ['today', '--json'],
  ['why', '1'],
  ['history'],
  ['check'],
]
const WRITING = [
  ['add', 'One More'],
  ['log', '1', 'spoke'],
  ['import', '../begun/base/rows.csv'],
  ['undo', '--yes'],
]

/** Reading verbs read, writing ones say one sentence; nothing is written and nothing lies beside the base after it. */
async function reads(world, { what, runIn, place, verbs = [...READING, ...WRITING] }) {
  const before = readFileSync(join(place, 'base.db'))
  const around = readdirSync(place).sort().join()
  const wrongs = []
  for (const args of verbs) {
    const { code, stdout, stderr } = await runIn(args)
    const said = stderr.replace(/^Warning: .*\n/gm, '')
    if (READING.includes(args)) {
      if (code !== 0 || stdout === '') wrongs.push(`${args.join(' ')}: exit ${code}: ${stderr}`)
      else if (args[0] === 'today' && !said.includes('not kept'))
        wrongs.push('today does not say that numbers are not kept')
    } else if (code !== 1 || stdout !== '' || unclear(said) !== null)
      wrongs.push(`${args.join(' ')}: exit ${code}: ${stdout}${stderr}`)
    if (readdirSync(place).sort().join() !== around) wrongs.push(`${args.join(' ')} leaves ${readdirSync(place)}`)
  }
  if (!readFileSync(join(place, 'base.db')).equals(before)) wrongs.push('the base was changed')
  for (const line of wrongs.slice(0, 6)) world.say(`${what}: ${line}`)
  return { what, figure: `${verbs.length} commands, ${wrongs.length} wrong`, ok: wrongs.length === 0 }
}

async function readOnly(world) {
  const { quick, folder, begun, program, env } = world
  const verbs = quick ? [READING[0], READING[3], WRITING[0]] : undefined
  const results = []
  const with1 = async (name, change) => {
    const place = join(folder, name)
    copyFolder(begun.base, place)
    await start([process.execPath, program, 'next', '1', 'today', 'ask'], { env: env(place), cwd: place }).ended
    change(place)
    return place
  }
  if (canBeNobody(program)) {
    const asNobody = (place) => (args) =>
      start([...NOBODY, process.execPath, program, ...args], { env: { ...env(place), HOME: '/nonexistent' }, cwd: '/' })
        .ended
    const closed = await with1('closed', (place) => {
      rmSync(join(place, 'home'), { recursive: true, force: true })
      chmodSync(place, 0o755)
      chmodSync(join(place, 'base.db'), 0o644)
    })
    results.push(
      await reads(world, {
        what: 'a folder and a base of another user',
        runIn: asNobody(closed),
        place: closed,
        verbs,
      }),
    )
    const fixed = await with1('fixed', (place) => {
      chmodSync(place, 0o777)
      chmodSync(join(place, 'base.db'), 0o444)
    })
    results.push(
      await reads(world, { what: 'a file that can only be read', runIn: asNobody(fixed), place: fixed, verbs }),
    )
    results.push(await whileInUse(asNobody, with1))
  } else results.push({ what: 'a folder of another user', figure: 'skipped: nobody else can be', ok: true })
  if (canMount) {
    const place = await with1('mounted', () => {})
    const script =
      'mount --bind "$PLACE" "$PLACE" && mount -o remount,bind,ro "$PLACE" || exit 99; cd "$PLACE"; exec "$@"'
    const runIn = (args) =>
      start(['unshare', '-m', 'bash', '-c', script, 'bash', process.execPath, program, ...args], {
        env: { ...env(place), PLACE: place },
      }).ended
    results.push(await reads(world, { what: 'a disk mounted for reading only', runIn, place, verbs }))
  } else results.push({ what: 'a disk mounted for reading only', figure: 'skipped: nothing can be mounted', ok: true })
  return results
}

/** The owner has written and still has the base open: the log holds what the file has not. */
async function whileInUse(asNobody, with1) {
  const place = await with1('in-use', (there) => {
    chmodSync(there, 0o755)
    chmodSync(join(there, 'base.db'), 0o644)
  })
  const owner = new sqlite3.Database(join(place, 'base.db'))
  const ask = (text) => new Promise((done, fail) => owner.exec(text, (error) => (error ? fail(error) : done())))
  try {
    await ask("pragma wal_autocheckpoint = 0; update client set name = 'Only In The Log' where id = 2")
    const { code, stdout, stderr } = await asNobody(place)(['show', '2'])
    const seen = stdout.includes('Only In The Log')
    const refused = code === 1 && unclear(stderr.replace(/^Warning: .*\n/gm, '')) === null
    return {
      what: 'what another user has only in the log',
      figure: seen ? 'is read' : `exit ${code}: ${stderr.trim()}`,
      ok: code === 0 ? seen : refused,
    }
  } finally {
    await new Promise((done) => owner.close(done))
  }
}

async function goneAway(world) {
  const { folder, begun, clientele, quick, program, env } = world
  const results = []
  const wrongs = []
  const place = join(folder, 'gone')
  // The folder of the base, and its settings, are taken away or are no folders at all.
  for (const [what, spoil] of [
    ['its folder is a file', (there) => writeFileSync(join(there, 'sub'), 'x')],
    ['a link leads nowhere', () => {}],
  ]) {
    copyFolder(begun.base, place)
    spoil(place)
    const { code, stderr } = await clientele(place, ['--db', join(place, 'sub', 'base.db'), 'list'])
    if (what.startsWith('its') && (code !== 1 || unclear(stderr) !== null)) wrongs.push(`${what}: ${code} ${stderr}`)
  }
  results.push({ what: 'a base below what is no folder', figure: `${wrongs.length} wrong`, ok: wrongs.length === 0 })

  // Taken away at some moment of a longer command.
  const rounds = quick ? 2 : 24
  const counts = {}
  const odd = []
  for (let round = 0; round < rounds; round += 1) {
    const [verb, taken] = [round % 2 === 0 ? ['import', 'rows.csv'] : ['export', '-o', 'all.csv'], round % 4 < 2]
    copyFolder(begun.large, place)
    rmSync(`${place}-away`, { recursive: true, force: true })
    const { ended } = start([process.execPath, program, ...verb], { env: env(place), cwd: place })
    await new Promise((done) => setTimeout(done, (round * 400) / rounds))
    if (taken) renameSync(place, `${place}-away`)
    else for (const name of ['base.db']) rmSync(join(place, name), { force: true })
    const outcome = await ended
    const end = outcome.code === 0 ? 'done' : `exit ${outcome.code}`
    counts[end] = (counts[end] ?? 0) + 1
    if (
      outcome.hung ||
      ![0, 1, 5, 6].includes(outcome.code) ||
      (outcome.code === 1 && unclear(outcome.stderr) !== null)
    )
      odd.push(`${verb[0]}, ${taken ? 'the folder' : 'the base'}: ${outcome.code} ${outcome.stderr}`)
    if (existsSync(join(`${place}-away`, 'base.db')))
      await contentOf(join(`${place}-away`, 'base.db'), join(folder, 'look-gone.db')).catch((error) =>
        odd.push(String(error)),
      )
  }
  for (const line of odd.slice(0, 6)) world.say(line)
  results.push({
    what: 'a folder or a base that goes away meanwhile',
    figure: `${rounds} times: ${Object.entries(counts).map(([end, times]) => `${times} ${end}`)}`,
    ok: odd.length === 0,
  })
  return results
}

/** Somebody has the base and does not let go: writing waits, then says so with exit 7; reading goes on. */
async function locks(world) {
  const { folder, begun, quick, clientele } = world
  const place = join(folder, 'locked')
  copyFolder(begun.base, place)
  const file = join(place, 'base.db')
  const look = join(folder, 'look-locked.db')
  const before = await contentOf(file, look)
  const wrongs = []
  const busyIs = async (what, verbs) => {
    for (const args of verbs) {
      const { code, stdout, stderr, hung } = await clientele(place, args)
      // A plan may stand before what is told.
      const told = stderr.trimEnd().split('\n').slice(-2).join('\n')
      if (hung || code !== 7 || stdout !== '' || unclear(told) !== null)
        wrongs.push(`${what}, ${args.join(' ')}: ${hung ? 'hung' : code} ${stdout}${stderr}`)
    }
  }
  const writing = quick
    ? [['add', 'X']]
    : [
        ['add', 'X'],
        ['import', 'rows.csv'],
        ['merge', '1', '3', '--yes'],
        ['undo', '--yes'],
      ]
  const holder = await held(file, 'begin immediate')
  await busyIs('begin immediate', writing)
  const reading = await clientele(place, ['list'])
  if (reading.code !== 0) wrongs.push(`reading beside a writer: ${reading.code} ${reading.stderr}`)
  // A process that was stopped in the middle of a write does not let go either.
  process.kill(holder.pid, 'SIGSTOP')
  await busyIs('a stopped writer', writing.slice(0, 1))
  process.kill(holder.pid, 'SIGCONT')
  holder.end()
  await holder.ended
  const alone = await held(file, 'pragma locking_mode = exclusive; begin exclusive; select 1')
  process.kill(alone.pid, 'SIGSTOP')
  await busyIs('an exclusive lock of a stopped process', quick ? [['list']] : [['list'], ['add', 'X'], ['check']])
  process.kill(alone.pid, 'SIGCONT')
  alone.end()
  await alone.ended
  const after = await contentOf(file, look)
  if (after !== before) wrongs.push('the base was changed')
  const then = await clientele(place, ['add', 'X'])
  if (then.code !== 0) wrongs.push(`after the lock: ${then.code} ${then.stderr}`)
  for (const line of wrongs.slice(0, 6)) world.say(line)
  return [{ what: 'locks that are held for ever', figure: `${wrongs.length} wrong`, ok: wrongs.length === 0 }]
}

/** Another process that runs statements and then holds what it has, until it is told to end. */
async function held(file, statements) {
  const script = `const sqlite3 = require(${JSON.stringify(import.meta.resolve('sqlite3').replace('file://', ''))})
    const db = new sqlite3.Database(${JSON.stringify(file)})
    db.exec(${JSON.stringify(statements)}, (error) => process.stdout.write(error ? String(error) : 'held'))
    process.stdin.on('data', () => process.exit(0))`
  const { child, outcome, ended } = start([process.execPath, '-e', script], {
    env: { PATH: process.env.PATH },
    input: null,
  })
  while (outcome.stdout === '' && child.exitCode === null) await new Promise((done) => setTimeout(done, 5))
  if (outcome.stdout !== 'held') throw new Error(`${outcome.stdout}${outcome.stderr}`)
  return { pid: child.pid, end: () => child.stdin.end('x'), ended }
}
