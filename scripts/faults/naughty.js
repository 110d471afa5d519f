// 500 strings that programs stumble over, through arguments, CSV, JSON and the filter, and back: each is what was put in, in a row of its own.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { environment, side, start } from './lib/hurt.js'
import { naughtyStrings } from './lib/naughty-strings.js'

const AT_ONCE = 2

/** What the program says it does to text: composed, without control characters, line breaks alike, blanks at the ends cut off. */
const asText = (text) =>
  text
    .normalize('NFC')
    .trim()
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
    .replace(/\r\n?/g, '\n')
    .trim()
/** And to text of one line: blanks that would break it, or stand side by side, are one space. */
const asLine = (text) => {
  const clean = asText(text)
  return /\s\s|[\n\r\t\u00a0]/.test(clean) ? clean.replace(/\s+/g, ' ') : clean
}
/** In a name every blank is a plain space. */
const asName = (text) => asText(text).replace(/\s+/g, ' ')
const orNull = (text) => (text === '' ? null : text)

const QUOTES = ['""', "''", '«»', '“”']

/** A value as a filter takes it: in quotes that do not stand in it; null when all of them do. */
function quoted(text) {
  const pair = QUOTES.find(([open, close]) => !text.includes(close) && !text.includes(open))
  return pair === undefined ? null : `${pair[0]}${text}${pair[1]}`
}

const cell = (text) => `"${text.replaceAll('"', '""')}"`

export async function run({ quick, bin, seed, folder, say }) {
  const home = join(folder, 'home')
  mkdirSync(home, { recursive: true })
  const env = environment(home, { CLIENTELE_WAIT: '60' })
  const strings = naughtyStrings(500, seed).map(([kind, text], index) => ({
    kind,
    text,
    index,
    name: `P${index} ${text}`,
  }))
  // Of the quick form's share something of every class is part.
  const chosen = quick ? strings.filter(({ index }) => index % 24 === seed % 24) : strings
  const base = (name) => join(folder, `${name}.db`)
  const command = async (db, ...args) => await start([process.execPath, bin, '--db', base(db), ...args], { env }).ended
  const ok = async (db, ...args) => {
    const outcome = await command(db, ...args)
    if (outcome.code !== 0) throw new Error(`${args.slice(0, 3).join(' ')}: ${outcome.code} ${outcome.stderr}`)
    return outcome.stdout
  }
  const wrong = []
  const complain = (where, { kind, text }, said) => {
    wrong.push(where)
    say(`${where}: ${kind}: ${JSON.stringify(text).slice(0, 80)}: ${JSON.stringify(said)?.slice(0, 300)}`)
  }

  await ok('arguments', 'fields', 'add', 'motto', '--type', 'text')
  const ids = new Map()
  await side(chosen, AT_ONCE, async (each) => {
    const { text, name, index } = each
    const flags = [`--note=${text}`, `--city=${text}`, `--set=motto=${text}`, `--external-id=E${index}`]
    const { code, stdout, stderr } = await command('arguments', 'add', ...flags, '--force', '--', name)
    if (code !== 0) return complain('add', each, stderr)
    ids.set(index, Number(stdout))
    const logged = await command(
      'arguments',
      'log',
      '--channel',
      'message',
      '--',
      String(Number(stdout)),
      `said ${text}`,
    )
    if (logged.code !== 0) complain('log', each, logged.stderr)
  })
  say(`${ids.size} strings went in as arguments`)

  const recordsOf = async (db) => JSON.parse(await ok(db, 'export', '--format', 'json'))
  const byExternal = (records) => {
    const found = new Map()
    for (const record of records) {
      const list = found.get(record.external_id) ?? []
      list.push(record)
      found.set(record.external_id, list)
    }
    return found
  }
  const compare = (where, records, { history }) => {
    const found = byExternal(records)
    let same = 0
    for (const each of chosen) {
      const { text, name, index } = each
      const rows = found.get(`E${index}`) ?? []
      if (rows.length !== 1) {
        complain(where, each, `${rows.length} rows`)
        continue
      }
      const [row] = rows
      const wanted = {
        name: asName(name),
        note: orNull(asText(text)),
        city: orNull(asLine(text)),
        motto: orNull(asText(text)),
        ...(history ? { said: asText(`said ${text}`) } : {}),
      }
      const got = {
        name: row.name,
        note: row.note,
        city: row.city,
        motto: row.custom.motto ?? null,
        ...(history ? { said: row.history?.[0]?.text ?? null } : {}),
      }
      if (JSON.stringify(got) === JSON.stringify(wanted)) same += 1
      else
        complain(
          where,
          each,
          Object.keys(wanted).flatMap((key) => (wanted[key] === got[key] ? [] : [[key, wanted[key], got[key]]])),
        )
    }
    return same
  }
  const results = []
  const note = (what, same, all) =>
    results.push({ what, figure: `${same} of ${all} as they were put in`, ok: same === all })

  const first = await recordsOf('arguments')
  note('arguments, and back as JSON', compare('arguments', first, { history: true }), chosen.length)

  for (const format of ['csv', 'json', 'ndjson', 'xlsx']) {
    const file = join(folder, `all.${format}`)
    await ok('arguments', 'export', '--format', format, '-o', file)
    const outcome = await command(format, 'import', file, '--no-input', '--json')
    if (outcome.code !== 0) complain(format, { kind: 'all', text: '' }, outcome.stderr.slice(0, 500))
    note(
      `${format.toUpperCase()} written, read into a new base, and back`,
      compare(format, await recordsOf(format), { history: format !== 'csv' && format !== 'xlsx' }),
      chosen.length,
    )
  }

  // A table as another program would have written it.
  const table = join(folder, 'foreign.csv')
  const rows = chosen.map(({ text, name, index }) => [name, text, text, text, `E${index}`].map(cell).join(','))
  writeFileSync(table, `\ufeffN,T,C,M,X\r\n${rows.join('\r\n')}\r\n`)
  await ok('foreign', 'fields', 'add', 'motto', '--type', 'text')
  const maps = ['N=name', 'T=note', 'C=city', 'M=motto', 'X=external_id'].flatMap((map) => ['--map', map])
  const outcome = await command(
    'foreign',
    'import',
    table,
    '--no-input',
    '--json',
    '--encoding',
    'utf-8',
    '--delimiter',
    ',',
    ...maps,
  )
  const summary = outcome.code === 0 || outcome.code === 6 ? JSON.parse(outcome.stdout) : {}
  const rowsIn = byExternal(await recordsOf('foreign'))
  const single = chosen.filter(({ index }) => rowsIn.get(`E${index}`)?.length === 1).length
  results.push({
    what: 'a table of another program',
    figure: `${summary.created} rows made of ${chosen.length}, ${summary.rejected} rejected, ${single} found by their number`,
    ok: summary.rejected === 0 && single === chosen.length,
  })

  let foundByFilter = 0
  let asked = 0
  await side(
    chosen.filter(({ index }) => ids.has(index)),
    AT_ONCE,
    async (each) => {
      const id = ids.get(each.index)
      const value = quoted(asName(each.name))
      const city = quoted(asLine(each.text))
      if (value === null) return
      asked += 1
      const byName = await command('arguments', 'list', '--format', 'ids', '--', `name=${value}`)
      const byCity =
        city === null || asLine(each.text) === ''
          ? null
          : await command('arguments', 'list', '--format', 'ids', '--', `city=${city}`)
      const ids_ = byName.stdout.trim().split('\n').map(Number)
      const inCity = byCity === null || byCity.stdout.split('\n').includes(String(id))
      if (byName.code === 0 && ids_.length === 1 && ids_[0] === id && inCity) foundByFilter += 1
      else complain('filter', each, [byName.stdout.slice(0, 50), byName.stderr, byCity?.code, byCity?.stderr, inCity])
    },
  )
  note('found by the filter, each alone', foundByFilter, asked)
  const check = await command('arguments', 'check')
  results.push({ what: 'the base afterwards', figure: `check: exit ${check.code}`, ok: check.code === 0 })
  return results
}
