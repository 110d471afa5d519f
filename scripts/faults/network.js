// Runs every verb under strace and looks for a socket; then looks into the program for anything that could open one.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { builtinModules, createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { environment, start, works } from './lib/hurt.js'
import { COMMANDS } from './lib/network-verbs.js'

const fixtures = fileURLToPath(new URL('../../fixtures', import.meta.url))

/** There is strace, and it may look into other processes here. */
export const canTrace = works('strace', '-qq', '-e', 'trace=none', '-o', '/dev/null', 'true')

const SOCKETS = new Set([
  'socket',
  'socketpair',
  'connect',
  'bind',
  'listen',
  'accept',
  'accept4',
  'sendto',
  'sendmsg',
  'sendmmsg',
])

/**
 * What C libraries ask when the name that goes with a user's number is wanted, as it is for the log of exports: the services of
 * this machine that know users, through files of it. Node does the same when it alone is asked: `os.userInfo()`.
 */
const USER_SERVICES =
  /sun_path="\/(?:var\/)?(?:run\/nscd\/socket|run\/nslcd\/socket|run\/systemd\/userdb\/|lib\/sss\/pipes\/)/

/** Reads a trace: calls that could leave the machine, and those that ask a service of it who somebody is. */
function readTrace(text) {
  const away = []
  let users = 0
  for (const line of text.split('\n')) {
    const [, call] = /^\d+ +(\w+)\(/.exec(line) ?? []
    if (call === undefined || !SOCKETS.has(call)) continue
    if (call === 'socket' && line.includes('(AF_UNIX,')) continue
    if (line.includes('AF_UNIX') && USER_SERVICES.test(line)) users += 1
    // On a socket that is open already: what is sent to the same services.
    else if (['sendto', 'sendmsg', 'sendmmsg'].includes(call) && users > 0 && !/sa_family=AF_INET/.test(line))
      users += 1
    else away.push(line)
  }
  return { away, users }
}

/** Runs a command line of a program under strace; its words are parted at spaces. */
async function traced(words, { env, cwd, trace }) {
  const command = ['strace', '-f', '-qq', '-s', '200', '-e', 'trace=network', '-o', trace, process.execPath, ...words]
  const { code, stderr } = await start(command, { env, cwd }).ended
  return { code, stderr, ...readTrace(readFileSync(trace, 'utf8')) }
}

function prepare(place) {
  mkdirSync(place, { recursive: true })
  writeFileSync(
    join(place, 'orders.csv'),
    'Name,Phone,Date,Sum,What\nАнна Ёлкина,+79161234567,2026-11-01,500,flowers\n',
  )
  writeFileSync(join(place, 'secret.txt'), 'correct horse battery staple\n', { mode: 0o600 })
}

async function runAll({ quick, bin, folder, say }) {
  const place = join(folder, 'place')
  prepare(place)
  const env = environment(join(folder, 'home'), { CLIENTELE_DB: join(place, 'base.db') })
  const trace = join(folder, 'trace.txt')
  const alone = await traced(['-e', '0'], { env, cwd: place, trace })
  // A trace that sees nothing would prove nothing.
  const proof = await traced(['-e', "require('node:net').connect(9, '127.0.0.1').on('error', () => {})"], {
    env,
    cwd: place,
    trace,
  })
  const chosen = COMMANDS.filter(([, mark]) => !quick || mark === 'quick')
  const verbs = new Set()
  const failures = []
  const away = []
  let users = 0
  for (const [line] of chosen) {
    const words = line.split(' ').map((word) => word.replace('FIXTURES', fixtures))
    const ran = await traced([bin, ...words], { env, cwd: place, trace })
    verbs.add(words[0])
    users += ran.users
    if (ran.away.length > 0) away.push(`${line}: ${ran.away[0]}`)
    if (ran.code !== (line === 'no-such-verb' ? 2 : 0) || /bug in clientele/.test(ran.stderr))
      failures.push(`${line}: exit ${ran.code}: ${ran.stderr.trim().split('\n').slice(0, 2).join(' ')}`)
  }
  for (const each of [...failures, ...away]) say(each)
  if (users > 0) say(`${users} questions to this machine who its user is (not the network)`)
  const { stdout } = await start([process.execPath, bin, 'help'], { env, cwd: place }).ended
  const known = [...stdout.matchAll(/^ {2}([a-z]+)(?: |$)/gm)].map(([, verb]) => verb)
  const missed = known.filter((verb) => !verbs.has(verb))
  return [
    { what: 'a bare node opens', figure: `${alone.away.length} sockets`, ok: alone.away.length === 0 },
    { what: 'the trace sees a socket where there is one', figure: `${proof.away.length}`, ok: proof.away.length > 0 },
    {
      what: 'commands that ran',
      figure: `${chosen.length - failures.length} of ${chosen.length}`,
      ok: failures.length === 0,
    },
    ...(quick
      ? []
      : [
          {
            what: 'verbs of the help that none of them has',
            figure: missed.join(', ') || 'none',
            ok: known.length > 25 && missed.length === 0,
          },
        ]),
    { what: 'sockets opened by them', figure: `${away.length}`, ok: away.length === 0 },
  ]
}

const NETWORK = new Set([
  'http',
  'https',
  'http2',
  'net',
  'tls',
  'dgram',
  'dns',
  'dns/promises',
  'inspector',
  'inspector/promises',
  'cluster',
])

/** The folder of the bundles that a start script hands over to. */
function bundlesOf(bin) {
  const beside = join(dirname(bin), '..', 'dist')
  return existsSync(join(dirname(bin), 'main.cjs')) ? dirname(bin) : beside
}

/** Which modules of Node the bundles name, and what of them could reach out. */
function lookInside(bin) {
  const folder = bundlesOf(bin)
  const bundles = readdirSync(folder).filter((name) => name.endsWith('.cjs'))
  const named = new Set()
  const globals = []
  for (const name of bundles) {
    const text = readFileSync(join(folder, name), 'utf8')
    for (const [, module] of text.matchAll(/(?:require|getBuiltinModule|import)\(\s*["'`](?:node:)?([\w/]+)["'`]/g))
      if (builtinModules.includes(module)) named.add(module)
    // Methods of these names are somebody's own; the globals of Node that reach out stand alone. papaparse asks for XMLHttpRequest,
    // which only browsers have, when it is handed an address, which it never is.
    for (const [found] of text.matchAll(/(?<![\w.$#])(?:fetch|WebSocket|EventSource)\((?![^)]{0,40}\)\s*\{)/g))
      globals.push(`${name}: ${found}`)
  }
  const reaching = [...named].filter((module) => NETWORK.has(module))
  return { bundles, named, reaching, globals }
}

/** What of the system's functions the database driver takes; null where nm is missing. */
async function driverCalls(env, cwd) {
  if (!works('nm', '--version')) return null
  const driver = createRequire(import.meta.url)
    .resolve('sqlite3')
    .replace(/lib.sqlite3\.js$/, 'build/Release/node_sqlite3.node')
  const { code, stdout } = await start(['nm', '-D', '--undefined-only', driver], { env, cwd }).ended
  if (code !== 0) return null
  const taken = [...stdout.matchAll(/ U (\w+)/g)].map(([, name]) => name)
  return {
    taken,
    reaching: taken.filter((name) =>
      /^(?:socket|socketpair|connect|bind|listen|accept4?|getaddrinfo|gethostbyname\w*|send(?:to|msg))$/.test(name),
    ),
  }
}

export async function run(given) {
  // Commands run in a folder of their own.
  const bin = resolve(given.bin)
  const { folder, say } = given
  const { bundles, named, reaching, globals } = lookInside(bin)
  const results = [
    {
      what: 'network modules of Node that the program names',
      figure: reaching.join(', ') || `none of ${named.size}`,
      // Bundles without a single module would mean that they were not understood.
      ok: bundles.length > 10 && named.has('fs') && reaching.length === 0,
    },
    { what: 'calls of fetch and the like', figure: globals.join(', ') || 'none', ok: globals.length === 0 },
  ]
  const driver = await driverCalls(environment(folder), folder)
  if (driver === null) say('skipped: what the driver calls, as there is no nm or no driver built in its place')
  else
    results.push({
      what: 'socket functions that the database driver takes from the system',
      figure: driver.reaching.join(', ') || `none of ${driver.taken.length}`,
      ok: driver.taken.includes('fsync') && driver.reaching.length === 0,
    })
  if (!canTrace) {
    say('skipped: the verbs under strace, as there is no strace here or it may not trace')
    return results
  }
  return [...results, ...(await runAll({ ...given, bin }))]
}
