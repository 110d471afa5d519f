// Measures whole processes as ratios to something in the same run, on files generated from a seed:
//   npm run bench                     everything at 100,000 clients
//   npm run bench -- --rows 1000000   with the import of a million rows as well
//   npm run bench -- --only import    import, undo | --only verbs
// Needs Debian's sqlite-utils for the comparison of the import; without it that ratio is left out.
import { spawnSync } from 'node:child_process'
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import Papa from 'papaparse'
import sqlite3 from 'sqlite3'

const require = createRequire(import.meta.url)

const root = fileURLToPath(new URL('..', import.meta.url))
const program = join(root, 'bin', 'clientele.js')
const folder = join(root, '.bench')
const option = (name, fallback) => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? fallback : process.argv[at + 1]
}
const runs = Number(option('runs', 10))
const only = option('only', 'all')
const largest = Number(option('rows', 100_000))
const CLIENTS = 100_000
const CONTACTS = 1_000_000
const now = '2026-11-22T09:30:00Z'
const env = { ...process.env, CLIENTELE_NOW: now, CLIENTELE_LANG: 'en', CLIENTELE_TZ: 'Europe/Kyiv', HOME: folder }

/** mulberry32: small, seeded, good enough for fixtures. */
function random(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const FAMILY =
  'Иванов Петров Сидоров Кузнецов Смирнов Ёлкин Шевченко Ковальчук Бондаренко Ґалаґан Мельник Ткаченко Новиков Морозов Волков Лебедев Козлов Степанов Орлов Макаров Зайцев Соловьёв Борисов Яковлев Григорьев Романов Воробьёв Сергеев Фролов Крылов'.split(
    ' ',
  )
const SYLLABLES = 'бар вел гор дан жук зим кал лес мор неж пол рос сад тур фил хар цар чар шум щед'.split(' ')
const GIVEN = 'Иван Пётр Сергей Андрей Олег Тарас Микола Дмитрий Алексей Максим Павел Юрий Богдан Роман Виктор'.split(
  ' ',
)
const PATRONYMIC = 'Иванович Петрович Сергеевич Андреевич Олегович Дмитриевич Алексеевич Николаевич Павлович'.split(' ')
const CITY = 'Киев Москва Харьков Львов Одесса Казань Самара Днепр Полтава Тверь'.split(' ')
const SOURCE = 'сайт знакомые реклама выставка партнёр'.split(' ')

function writeRows(file, rows) {
  const next = random(42)
  const of = (list) => list[Math.floor(next() * list.length)]
  const digits = (count) => String(Math.floor(next() * 10 ** count)).padStart(count, '0')
  const handle = openSync(file, 'w')
  let text =
    'Фамилия,Имя,Отчество,Мобильный телефон,Email,Город,Компания,Должность,День рождения,Источник,Теги,Примечание\r\n'
  for (let index = 0; index < rows; index += 1) {
    const family =
      next() < 0.5
        ? of(FAMILY)
        : `${of(SYLLABLES)}${of(SYLLABLES)}${of(SYLLABLES)}ов`.replace(/^./, (letter) => letter.toUpperCase())
    const phone =
      next() < 0.5
        ? `8 (9${digits(2)}) ${digits(3)}-${digits(2)}-${digits(2)}`
        : `+380 ${of(['50', '67', '93'])} ${digits(3)}-${digits(2)}-${digits(2)}`
    const day = `${String(1 + Math.floor(next() * 28)).padStart(2, '0')}.${String(1 + Math.floor(next() * 12)).padStart(2, '0')}.${1950 + Math.floor(next() * 50)}`
    const company = next() < 0.3 ? `"ООО ""${of(SYLLABLES)}${Math.floor(next() * 5000)}"""` : ''
    text += `${family},${of(GIVEN)},${of(PATRONYMIC)},${phone},user${index}@example.com,${of(CITY)},${company},${next() < 0.3 ? 'директор' : ''},${next() < 0.3 ? day : ''},${of(SOURCE)},${next() < 0.1 ? 'vip' : ''},"Заметка ${index}, важная"\r\n`
    if (text.length > 1_000_000) {
      writeSync(handle, text)
      text = ''
    }
  }
  writeSync(handle, text)
  closeSync(handle)
}

function timed(command, args, { quiet = true } = {}) {
  const began = performance.now()
  const { status, stderr, stdout } = spawnSync(command, args, { env, encoding: 'utf8', maxBuffer: 1 << 28 })
  const elapsed = performance.now() - began
  if (status !== 0 && status !== 6) throw new Error(`${command} ${args.join(' ')}: ${status}\n${stderr}`)
  if (!quiet) process.stdout.write(stdout)
  return elapsed
}

/** Peak memory of the children so far is not told apart by process, so a process is asked for its own. */
function peakMegabytes(args) {
  const { stderr } = spawnSync('/usr/bin/time', ['-f', 'peak=%M', process.execPath, program, ...args], {
    env,
    encoding: 'utf8',
  })
  const peak = /peak=(\d+)/.exec(stderr ?? '')?.[1]
  return peak ? Math.round(Number(peak) / 1024) : null
}

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)]
const clean = (file) => {
  for (const ending of ['', '-wal', '-shm']) rmSync(file + ending, { force: true })
}
const row = (name, ratio, limit, detail) =>
  console.log(
    `${name.padEnd(34)} ${ratio.toFixed(2).padStart(6)} ×  (limit ${String(limit).padStart(4)})  ${ratio <= limit ? 'ok  ' : 'OVER'}  ${detail}`,
  )

async function fillContacts(file) {
  const db = await new Promise((resolve, reject) => {
    const handle = new sqlite3.Database(file, (error) => (error ? reject(error) : resolve(handle)))
  })
  await new Promise((resolve, reject) =>
    db.exec(
      `begin;
       with recursive n(i) as (select 0 union all select i + 1 from n where i < ${CONTACTS - 1})
       insert into contact (client_id, at, channel, direction, result, text)
       select 1 + (i * 7919) % ${CLIENTS}, strftime('%Y-%m-%dT%H:%M:%SZ', '2026-11-20', '-' || (i * 31 % 1500000) || ' minutes'),
         case i % 3 when 0 then 'call' when 1 then 'email' else 'message' end, case i % 2 when 0 then 'in' else 'out' end, 'reached', 'разговор ' || i from n;
       with recursive n(i) as (select 0 union all select i + 1 from n where i < 199)
       insert into promise (client_id, kind, due, shown_on, text, state, created_at)
       select 1 + i * 17, case i % 3 when 0 then 'task' else 'call' end, date('2026-11-22', (i % 40 - 5) || ' days'), date('2026-11-22', (i % 40 - 5) || ' days'), 'обещание ' || i, 'open', '${now}' from n;
       commit;`,
      (error) => (error ? reject(error) : resolve()),
    ),
  )
  await new Promise((resolve) => db.close(resolve))
}

mkdirSync(folder, { recursive: true })
const csv = join(folder, `rows-${CLIENTS}.csv`)
if (!existsSync(csv)) writeRows(csv, CLIENTS)
const hasUtils = spawnSync('sqlite-utils', ['--version']).status === 0

/** The same rows as a workbook, against the same rows as CSV. */
function benchWorkbook(file) {
  const book = join(folder, 'rows.xlsx')
  const base = join(folder, 'import.db')
  if (!existsSync(book)) {
    const [header, ...rows] = readFileSync(file, 'utf8')
      .trim()
      .split('\r\n')
      .map((line) => Papa.parse(line).data[0])
    const { writeWorkbook } = require(join(root, 'dist', 'loader.cjs'))('spreadsheet.cjs')
    const columns = header.map((title) => ({ title, kind: 'text' }))
    writeFileSync(book, writeWorkbook([{ name: 'clients', columns, rows }]))
  }
  const times = { csv: [], xlsx: [] }
  for (let round = 0; round < Math.min(5, runs); round += 1)
    for (const [key, source] of [
      ['csv', file],
      ['xlsx', book],
    ]) {
      clean(base)
      timed(process.execPath, [program, '--db', base, 'count'])
      times[key].push(timed(process.execPath, [program, '--db', base, 'import', source, '-q']))
    }
  row('the same rows as XLSX', median(times.xlsx) / median(times.csv), 3, `${(median(times.xlsx) / 1000).toFixed(2)} s`)
  clean(base)
}

function benchImport(file, rows, limit) {
  const base = join(folder, 'import.db')
  const other = join(folder, 'utils.db')
  const ours = []
  const theirs = []
  const undos = []
  const rounds = rows > 200_000 ? 1 : Math.min(5, runs)
  for (let round = 0; round < rounds; round += 1) {
    clean(base)
    timed(process.execPath, [program, '--db', base, 'count'])
    ours.push(timed(process.execPath, [program, '--db', base, 'import', file, '-q']))
    undos.push(timed(process.execPath, [program, '--db', base, 'undo', '-q']))
    if (hasUtils) {
      rmSync(other, { force: true })
      theirs.push(timed('sqlite-utils', ['insert', other, 't', csv, '--csv']))
    }
  }
  const seconds = (list) => `${(median(list) / 1000).toFixed(2)} s`
  if (hasUtils)
    row(
      `import of ${rows} rows`,
      median(ours) / median(theirs),
      limit,
      `${seconds(ours)} against ${seconds(theirs)} of sqlite-utils for ${CLIENTS} rows`,
    )
  else console.log(`import of ${rows} rows: ${seconds(ours)} (sqlite-utils is not installed)`)
  row(`undo of ${rows} rows`, median(undos) / median(ours), 1, seconds(undos))
  clean(base)
  timed(process.execPath, [program, '--db', base, 'count'])
  const peak = peakMegabytes(['--db', base, 'import', file, '-q'])
  if (peak !== null) row(`memory of that import, MB`, peak, 400, `${(statSync(file).size / 1e6).toFixed(0)} MB of CSV`)
  clean(base)
}

async function benchVerbs() {
  const base = join(folder, 'verbs.db')
  if (!existsSync(base)) {
    timed(process.execPath, [program, '--db', base, 'import', csv, '-q'])
    await fillContacts(base)
  }
  const phone = readFileSync(csv, 'utf8').split('\r\n')[5000].split(',')[3]
  timed(process.execPath, [program, '--db', base, 'today'])
  // Other clients than an earlier run has added.
  let name = Math.floor(performance.timeOrigin / 1000) % 9_000_000
  const newClient = () => {
    name += 1
    return ['add', `Новый Клиент${name}`, '--phone', `+7916${String(name).padStart(7, '0')}`]
  }
  const cases = [
    ['--version', 1.2, () => ['--version']],
    ['today', 1.6, () => ['today']],
    ['show <phone>', 1.6, () => ['show', phone]],
    ['list --limit 20', 1.6, () => ['list', '--limit', '20']],
    ['list <word> --limit 20', 1.6, () => ['list', 'елкин', '--limit', '20']],
    ['list <rare word> --limit 20', 1.6, () => ['list', 'user77777', '--limit', '20']],
    ['add', 1.8, newClient],
    ['log', 1.8, () => ['log', '500', '--call', 'agreed', '--next', 'fri send it']],
  ]
  // Each command is paired with a bare node in turn, so that a drift of the machine meets both.
  for (const [label, limit, args] of cases) {
    const ours = []
    const bare = []
    for (let round = 0; round < runs + 1; round += 1) {
      const node = timed(process.execPath, ['-e', '0'])
      const typed = args()
      const own = timed(process.execPath, [program, ...(typed[0] === '--version' ? [] : ['--db', base]), ...typed])
      if (round > 0) {
        bare.push(node)
        ours.push(own)
      }
    }
    row(
      label,
      median(ours) / median(bare),
      limit,
      `${median(ours).toFixed(0)} ms against ${median(bare).toFixed(0)} ms of node -e 0`,
    )
  }
}

if (only === 'all' || only === 'verbs') await benchVerbs()
if (only === 'all' || only === 'import') {
  benchImport(csv, CLIENTS, 1)
  benchWorkbook(csv)
  if (largest > CLIENTS) {
    const large = join(folder, `rows-${largest}.csv`)
    if (!existsSync(large)) writeRows(large, largest)
    benchImport(large, largest, (11 * largest) / 1_000_000)
  }
}
