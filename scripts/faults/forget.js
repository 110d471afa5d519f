// Forgets people who left traces everywhere, some of them under kill -9, and looks for every byte of them; then tries to get
// them back, by the file they came from and by a backup of before.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { dice, ENDINGS, environment, query, side, start } from './lib/hurt.js'

const FULL = { people: 100, others: 20, killed: 30 }
const QUICK = { people: 8, others: 2, killed: 2 }

const SYLLABLES = 'ба да ла ма на па ра са та ва'.split(' ')
const LATIN = { б: 'b', д: 'd', л: 'l', м: 'm', н: 'n', п: 'p', р: 'r', с: 's', т: 't', в: 'v', а: 'a' }
const latin = (text) => [...text].map((letter) => LATIN[letter] ?? letter).join('')

/** Four syllables that only this number has. */
const codeOf = (number) => [...String(number).padStart(4, '0')].map((digit) => SYLLABLES[digit]).join('')

const capital = (text) => text.slice(0, 1).toUpperCase() + text.slice(1)

/** The family name: a code before and behind it, so that no neighbour in the index can hide all of it. `folded`: its search word. */
const FAMILIES = [
  (code) => ({ family: `${capital(code)}ёлкина${code}`, given: 'Мария', folded: `elkina${latin(code)}` }),
  (code) => ({ family: `${capital(code)}ґалаґан${code}`, given: 'Остап', folded: `galagan${latin(code)}` }),
  (code) => ({ family: `O'${capital(latin(code))}-Ñandú${latin(code)}`, given: 'Zoë', folded: `nandu${latin(code)}` }),
  (code) => ({ family: `${capital(code)}цветик${code}🌸`, given: 'Лілія', folded: `cvetik${latin(code)}` }),
]

function personOf(number) {
  const code = codeOf(number)
  const { family, given, folded } = FAMILIES[number % FAMILIES.length](code)
  const digits = `916${String(4_000_000 + number * 7)}`
  const shown = `+7 ${digits.slice(0, 3)} ${digits.slice(3, 6)}-${digits.slice(6, 8)}-${digits.slice(8)}`
  const plain = latin(code)
  return {
    number,
    name: `${family} ${given}`,
    phone: `+7${digits}`,
    shown,
    email: `q${plain}.x@post-${plain}.ru`,
    handle: `q${plain}_tg`,
    city: `Град${code}`,
    note: (version) => `заметка${code} номер-${version}-${code}`,
    custom: `пионы${code}`,
    said: `разговор${code}`,
    bought: `портьеры${code}`,
    outside: `Z-${plain}-77`,
    folded,
    family,
    plain,
    code,
  }
}

const escaped = (text) =>
  [...text.split('')]
    .map((unit) => (/[\x20-\x7e]/.test(unit) ? unit : `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`))
    .join('')

/** Whatever may stand in a file of somebody, by kind. */
function tracesOf(person) {
  const digits = person.phone.slice(1)
  return {
    name: [person.family, person.family.toLowerCase(), person.family.toUpperCase(), escaped(person.family)],
    word: [person.folded],
    phone: [person.phone, person.shown, digits, digits.slice(1)],
    mail: [person.email],
    handle: [person.handle],
    text: [
      person.note(1),
      person.note(2),
      person.note(3),
      person.said,
      person.bought,
      person.custom,
      person.city,
    ].flatMap((text) => [text, escaped(text)]),
    outside: [person.outside],
    // The code itself, in both alphabets, is in all of it: anything that was missed above.
    code: [person.code, person.plain],
  }
}

/** How often each kind of trace is in the files of a base. */
function hitsIn(file, people) {
  const bytes = Buffer.concat(
    ENDINGS.map((ending) => (existsSync(file + ending) ? readFileSync(file + ending) : Buffer.alloc(0))),
  )
  const hits = {}
  for (const person of people)
    for (const [kind, texts] of Object.entries(tracesOf(person))) {
      hits[kind] ??= 0
      for (const text of new Set(texts)) {
        const needle = Buffer.from(text)
        for (let at = bytes.indexOf(needle); at >= 0; at = bytes.indexOf(needle, at + 1)) hits[kind] += 1
      }
    }
  return hits
}

const total = (hits) => Object.values(hits).reduce((sum, each) => sum + each, 0)
const told = (hits) =>
  Object.entries(hits)
    .map(([kind, count]) => `${kind} ${count}`)
    .join(', ')

/** The program on one base of its own. */
function programOn(bin, folder) {
  const home = join(folder, 'home')
  mkdirSync(home, { recursive: true })
  const base = join(folder, 'base.db')
  const env = environment(home, { CLIENTELE_DB: base, CLIENTELE_WAIT: '30' })
  const begin = (argv) => start([process.execPath, bin, ...argv], { env, cwd: folder })
  return {
    base,
    begin,
    run: (...argv) => begin(argv).ended,
    async must(...argv) {
      const outcome = await begin(argv).ended
      if (outcome.code !== 0) throw new Error(`${argv.join(' ')}: ${outcome.code} ${outcome.stderr}`)
      return outcome.stdout
    },
  }
}

function writeFiles(folder, people, others) {
  const file = join(folder, 'clients.csv')
  const rows = [
    ...people.map((each) =>
      [
        each.name,
        each.phone,
        each.email,
        each.handle,
        each.city,
        each.note(1),
        each.custom,
        each.outside,
        '12.03.1980',
      ].join(','),
    ),
    ...others.map((number) => `Постоянная${codeOf(9000 + number)} Анна,+7917${4_000_000 + number},,,,сама по себе,,,`),
  ]
  writeFileSync(file, `Имя,Телефон,Почта,Telegram,Город,Заметка,Любимое,ID,День рождения\n${rows.join('\n')}\n`)
  const log = join(folder, 'log.csv')
  writeFileSync(
    log,
    `Клиент,Телефон,Дата,Текст\n${people.map((each) => `${each.name},${each.phone},2026-10-0${1 + (each.number % 9)},${each.said}`).join('\n')}\n`,
  )
  const orders = join(folder, 'orders.csv')
  writeFileSync(
    orders,
    `Клиент,Телефон,Дата,Сумма,Что\n${people.map((each) => `${each.name},${each.phone},2026-09-0${1 + (each.number % 9)},5500,${each.bought}`).join('\n')}\n`,
  )
  return { file, log, orders }
}

/** Everybody leaves traces: by import, by hand, changed, merged, taken back, in texts of segments. */
async function live(program, people, files) {
  await program.must('import', files.file, '--system', 'crm')
  await program.must('import', files.log, '--as', 'contacts')
  await program.must('import', files.orders, '--as', 'orders')
  await side(people, 2, async (each) => {
    await program.must('edit', each.phone, '--note', each.note(2))
    await program.must('edit', each.phone, '--note', each.note(3), '--set', `любимое=${each.custom}-снова`)
    if (each.number % 3 === 0)
      await program.must('log', each.phone, '--call', `${each.said} вживую`, '--next', `2026-12-01 ${each.said}`)
    if (each.number % 4 === 1) {
      const id = (
        await program.must(
          'add',
          each.name,
          '--email',
          `q${each.plain}.y@post-${each.plain}.ru`,
          '--note',
          each.note(1),
          '--force',
        )
      ).trim()
      await program.must('merge', each.phone, id, '--yes')
    }
  })
  for (const each of people.filter(({ number }) => number % 5 === 2)) {
    // Added once before and taken back: only the journal has that.
    await program.must('add', each.name, '--phone', each.phone, '--note', each.note(2), '--force')
    await program.must('undo')
  }
  for (const each of people.filter(({ number }) => number % 10 === 3)) {
    await program.must('segment', 'save', `любимые${each.number}`, `name:${each.family.replace(/[^\p{L}]/gu, '')}`)
    await program.must('segment', 'remove', `любимые${each.number}`)
  }
}

/** Forgets somebody; some are killed in the middle of it, and then it is done again. True when nothing was by halves. */
async function forget(program, person, { kill, chance, length }) {
  if (!kill) {
    const { code, stderr } = await program.run('forget', person.phone, '--yes', '--json')
    return { ok: code === 0, why: stderr, was: 'erased' }
  }
  const { child, ended } = program.begin(['forget', person.phone, '--yes', '--json'])
  const timer = setTimeout(() => child.kill('SIGKILL'), length * (0.2 + chance() * 0.9))
  await ended
  clearTimeout(timer)
  const rows = await query(
    program.base,
    `select id from client join (select client_id from contact_point where value = '${person.phone}') on client_id = id`,
  )
  const card = rows.length === 0 ? null : JSON.parse(await program.must('show', String(rows[0].id), '--json'))
  const whole =
    card === null || (card.note.startsWith(person.note(3)) && card.history.length > 0 && card.phones.length > 0)
  if (card === null) {
    // Erased before the program was killed: at most the sweep is left.
    const { code, stderr } = await program.run('forget', '--yes')
    return { ok: whole && (code === 0 || code === 2), why: stderr, was: code === 0 ? 'to be swept' : 'erased' }
  }
  const { code, stderr } = await program.run('forget', person.phone, '--yes')
  return { ok: whole && code === 0, why: stderr, was: 'untouched' }
}

export async function run({ quick, bin, seed, folder, say }) {
  const counts = quick ? QUICK : FULL
  const chance = dice(seed)
  const program = programOn(bin, folder)
  const people = Array.from({ length: counts.people }, (_, number) => personOf(number))
  const others = Array.from({ length: counts.others }, (_, number) => number)
  const files = writeFiles(folder, people, others)
  await live(program, people, files)
  const backup = join(folder, 'before.db')
  await program.must('backup', backup)
  const othersBefore = await program.must('list', 'Постоянная', '--json', '--sort', 'id')
  const before = hitsIn(program.base, people)
  say(`before: ${told(before)}`)
  const results = [
    {
      what: 'the search finds each of them before',
      figure: `${total(before)} hits of ${people.length} people`,
      ok:
        Object.values(before).every((hits) => hits > 0) &&
        people.every((each) => total(hitsIn(program.base, [each])) > 5),
    },
  ]
  let length = 0
  const became = { untouched: 0, 'to be swept': 0, erased: 0 }
  const wrong = []
  const order = [...people].sort(() => chance() - 0.5)
  for (const [index, person] of order.entries()) {
    const kill = index > 0 && index <= counts.killed
    const began = performance.now()
    const { ok, why, was } = await forget(program, person, { kill, chance, length })
    if (!kill) length = performance.now() - began
    else became[was] += 1
    if (!ok) wrong.push(`${person.name}: ${why}`)
    const left = hitsIn(program.base, [person])
    if (total(left) > 0) wrong.push(`${person.name}: ${told(left)}`)
  }
  for (const line of wrong) say(line)
  const after = hitsIn(program.base, people)
  say(`after: ${told(after)}; killed: ${told(became)}`)
  results.push(
    { what: 'nothing of them is left in base, log and index', figure: `${total(after)} hits`, ok: total(after) === 0 },
    {
      what: 'killed in the middle, each is whole or erased',
      figure: `${counts.killed} killed (${told(became)}), ${wrong.length} wrong`,
      ok: wrong.length === 0,
    },
  )
  const othersAfter = await program.must('list', 'Постоянная', '--json', '--sort', 'id')
  results.push({
    what: 'others are as they were',
    figure: `${counts.others} clients`,
    ok: othersAfter === othersBefore && JSON.parse(othersAfter).length === counts.others,
  })
  results.push(...(await comeBack(program, people, files, { backup, counts })))
  return results
}

/** The same file once more, then a backup of before. */
async function comeBack(program, people, files, { backup, counts }) {
  const again = JSON.parse(await program.must('import', files.file, '--system', 'crm', '--json'))
  const log = JSON.parse(await program.must('import', files.log, '--as', 'contacts', '--create-clients', '--json'))
  const imported = hitsIn(program.base, people)
  const size = JSON.parse(await program.must('count', '--json'))
  const held = hitsIn(backup, people)
  await program.must('restore', backup, '--yes')
  const restored = hitsIn(program.base, people)
  const { ok, problems } = JSON.parse((await program.run('check', '--json')).stdout)
  const left = JSON.parse(await program.must('count', '--json'))
  return [
    {
      what: 'the file that brought them does not bring them again',
      figure: `${again.forgotten} and ${log.forgotten} rows left out, ${again.created + log.created} taken, ${total(imported)} hits`,
      ok:
        again.created + log.clients_created === 0 &&
        again.forgotten === people.length &&
        log.forgotten === people.length &&
        total(imported) === 0,
    },
    {
      what: 'nor does a backup of before',
      figure: `${total(held)} hits in the backup, ${total(restored)} in what was restored of it, ${JSON.stringify(left)} clients`,
      ok:
        total(held) > 0 &&
        total(restored) === 0 &&
        JSON.stringify(left) === JSON.stringify(size) &&
        left === counts.others,
    },
    { what: 'the base is sound', figure: `${problems.length} problems`, ok },
  ]
}
