// The process in which the fuzzer works: a hang or a crash here is seen by the one that started it. Its arguments are the bundle of
// what is called, a folder, the seed, from which input, how many, and a share of whole commands.

import { mkdirSync, openSync, writeSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { inputsFrom } from './fuzz-inputs.js'
import { dice } from './hurt.js'

const [bundle, folder, seedText, fromText, countText, everyText] = process.argv.slice(2)
const [seed, from, count, every] = [seedText, fromText, countText, everyText].map(Number)
const program = createRequire(import.meta.url)(bundle)
const place = openSync(join(folder, 'at'), 'w')
const CODES = new Set([0, 1, 2, 3, 4, 5, 6, 7, 10, 130])
const TODAY = '2026-11-22'

const home = join(folder, 'home')
mkdirSync(home, { recursive: true })

/** One command line in process; what it said on standard error. */
async function command(argv, stdin) {
  let errors = ''
  let output = ''
  const stream = (write) => ({ write, isTerminal: false, columns: null, open: () => true, failure: () => null })
  const world = {
    env: {
      HOME: home,
      PATH: '/usr/bin:/bin',
      NO_COLOR: '1',
      CLIENTELE_DB: join(folder, 'fuzz.db'),
      CLIENTELE_NOW: `${TODAY}T09:30:00`,
      CLIENTELE_TZ: 'Europe/Kyiv',
      CLIENTELE_WAIT: '2',
    },
    home,
    user: () => 'fuzz@desk',
    now: () => new Date(`${TODAY}T07:30:00Z`),
    ...program.zones,
    machineZone: () => 'UTC',
    program: { node: '/usr/bin/node', script: '/opt/clientele.js' },
    stdout: stream((text) => {
      output += typeof text === 'string' ? text : Buffer.from(text).toString()
    }),
    stderr: stream((text) => {
      errors += text
    }),
    stdin: {
      isTerminal: false,
      async *bytes() {
        yield stdin
      },
    },
    watchInterrupts: () => () => false,
    asker: async () => {
      throw new Error('something was asked without a terminal')
    },
    keys: async () => {
      throw new Error('a key was waited for without a terminal')
    },
  }
  const code = await program.main(argv, world)
  if (!CODES.has(code)) throw new Error(`exit code ${code}`)
  if (/\n\s+at |bug in clientele/.test(errors)) throw new Error(errors)
  if (code !== 0 && code !== 6 && code !== 10 && errors.trim() === '')
    throw new Error(`exit code ${code} and not a word`)
  if (/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/.test(errors))
    throw new Error(`signs that act: ${JSON.stringify(errors.slice(0, 500))}`)
  if (
    argv.includes('--json') &&
    code === 0 &&
    output !== '' &&
    // What is typed without a verb gets the help.
    !output.startsWith('Usage: ') &&
    !argv.some((word) => /^-(-format|q|-help|h)/.test(word))
  )
    JSON.parse(output)
}

const readPhone = (text) => program.toE164(text, 'UA')
const CONTEXT = {
  custom: [
    { id: 1, key: 'dog', label: 'Dog', type: 'text', choices: [] },
    { id: 2, key: 'size', label: null, type: 'number', choices: [] },
    { id: 3, key: 'budget', label: null, type: 'money', choices: [] },
  ],
  today: TODAY,
  model: { currency: 'UAH', rates: { USD: '41.5' } },
  segments: program.resolverOf([
    { key: 'mine', name: 'mine', filter: 'city:Kyiv @vip' },
    { key: 'loop', name: 'loop', filter: '@loop' },
  ]),
}
const now = { date: TODAY, time: '09:30' }
const none = async () => {}

/** What each reader may throw: its own errors, which say what is wrong and where. */
const isMeant = (error) =>
  error instanceof Error && (['FormatError', 'Refusal', 'BadCell'].includes(error.name) || error.problem !== undefined)

/** What is called with an input of each kind. */
const CALLS = {
  filter: (text) => {
    program.filterFrom(text, CONTEXT)
    program.quotedInstead(text)
  },
  when: (text) => {
    program.parseWhen(text, now)
    program.parseWhen(text, now, 'past')
    program.readWhen(text.split(' '), now)
    program.parseAnniversary(text, TODAY)
    program.readFileDate(text, { today: TODAY, order: null, past: false })
    program.typedValue(text, 'date', [], TODAY)
  },
  phone: (text) => {
    program.readPhoneCell(text, null, readPhone)
    const { typed, label } = program.splitLabel(text)
    const point = program.readPoint('phone', typed, label, readPhone)
    if (point) program.showReach(point)
  },
  handle: (text) => {
    for (const kind of ['telegram', 'whatsapp', 'url', null]) program.readHandleCell(text, kind, null, readPhone)
    program.readEmailCell(text, null)
    program.readPoint('email', text, null, readPhone)
  },
  hours: (text) => {
    program.readHours(text)
    program.readNoCall(text)
  },
  money: (text) => {
    program.readAmount(text, { decimal: null })
    program.readAmount(text, { decimal: ',' })
    program.readSum(text, { currency: 'UAH', fixed: false })
    program.readItems(text, 'UAH')
    program.typedValue(text, 'money', [], TODAY)
    program.typedValue(text, 'number', [], TODAY)
  },
  consent: (text) => void program.readConsents({ answers: [text], origin: text }, TODAY),
  name: (text) => {
    program.readNameCell(text)
    program.looksLikeCompany(text)
    program.companyKey(text)
    program.readSegmentName(text)
  },
  text: (text) => {
    const clean = program.cleanText(text)
    if (program.cleanText(clean) !== clean) throw new Error('cleaned again, it is another text')
    const line = program.cleanLine(text)
    if (program.cleanLine(line) !== line || /[\n\r]/.test(line)) throw new Error('cleaned again, it is another line')
    const shown = program.safe(text)
    if (program.safe(shown) !== shown) throw new Error('made safe again, it is another text')
    if (JSON.stringify(JSON.parse(program.safeJson(JSON.stringify({ text })))) !== JSON.stringify({ text }))
      throw new Error('JSON made safe has another value')
    program.drawTable([{ title: 'a', flexible: true }], [[text]], { width: 40, style: program.styleFor(false) })
    program.wrap(text, 30)
  },
  csv: async (_, bytes) => {
    program.recognise(bytes)
    const { encoding } = program.findEncoding(bytes)
    const pieces = async function* () {
      for (let at = 0; at < bytes.length; at += 97) yield bytes.subarray(at, at + 97)
    }
    for await (const rows of program.readCsv(pieces(), { encoding, delimiter: null }, none)) void rows
  },
  card: (_, bytes) => {
    for (const card of program.readCards(bytes)) void card
  },
  json: (text) => {
    const { records } = program.readJson(text, () => false)
    program.tableOfRecords(records)
    if ({}.polluted !== undefined) throw new Error('the prototype of all objects was changed')
  },
  ldif: (text) => void program.readLdif(text),
}

const kinds = Object.keys(CALLS)
for (let index = from; index < from + count; index += 1) {
  const { texts, command: commandOf, stdin, bytes, below } = inputsFrom(dice(seed * 1_000_003 + index))
  writeSync(place, String(index).padEnd(12), 0)
  let shown = ''
  try {
    if (index % every === 0) {
      const argv = commandOf()
      const given = bytes(stdin())
      shown = JSON.stringify({ argv, stdin: given.toString('latin1') })
      await command(argv, given)
    } else {
      const kind = kinds[below(kinds.length)]
      const text = texts[kind]()
      shown = JSON.stringify({ kind, text })
      try {
        await CALLS[kind](text, bytes(text))
      } catch (error) {
        if (!isMeant(error)) throw error
      }
    }
  } catch (error) {
    process.stdout.write(
      `${JSON.stringify({ index, input: shown.slice(0, 2000), error: String(error?.stack ?? error).slice(0, 1500) })}\n`,
    )
  }
}
process.stdout.write('"done"\n')
