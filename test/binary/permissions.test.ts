import { chmodSync, copyFileSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import sqlite3 from 'sqlite3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Program } from './program.js'

let program: Program
beforeAll(async () => {
  program = await Program.build()
}, 60_000)
afterAll(() => program.remove())

/** Whoever makes a list of files of this kind by hand forgets one; so everything that a command leaves anywhere is looked at. */
function modesIn(folder: string, under = folder): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder, { withFileTypes: true }).flatMap((entry): [string, string][] => {
      const path = join(folder, entry.name)
      const own: [string, string] = [relative(under, path), (statSync(path).mode & 0o777).toString(8)]
      return entry.isDirectory() ? [own, ...Object.entries(modesIn(path, under))] : [own]
    }),
  )
}

/** Each line is run in a folder with a base of three clients; behind it what it must have left there, folders with a slash. */
const COMMANDS: readonly (readonly [line: string, left: readonly string[]])[] = [
  ['clientele add Anna', []],
  [
    'clientele --db "new folder/below/first.db" add Anna',
    ['new folder/', 'new folder/below/', 'new folder/below/first.db'],
  ],
  ['clientele demo -q >/dev/null', ['home/data/clientele/', 'home/data/clientele/demo.db']],
  ['clientele config set country UA', ['home/config/clientele/', 'home/config/clientele/config.json']],
  ['clientele import rows.csv || test $? = 6', ['rows.rejects.csv']],
  ['clientele import rows.csv --rejects mine.csv || test $? = 6', ['mine.csv']],
  ['clientele export -o all.csv', ['all.csv']],
  ['clientele export -o all.xlsx', ['all.xlsx']],
  ['clientele export -o all.vcf', ['all.vcf']],
  ['clientele export -o all.ics', ['all.ics']],
  ['clientele export -o all.json', ['all.json']],
  ['clientele export --client 1 --format json -o one.json', ['one.json']],
  ['clientele export -o all.csv.age --encrypt --passphrase-file secret', ['all.csv.age']],
  ['clientele greet --mbox drafts.mbox', ['drafts.mbox']],
  ['clientele backup copy.db', ['copy.db']],
  ['mkdir -m 700 copies && clientele backup copies/', ['copies/']],
  ['clientele backup', ['home/data/clientele/backups/']],
  ['clientele backup copy.db.age --encrypt --passphrase-file secret', ['copy.db.age']],
  ['clientele backup -q copy.db && clientele restore copy.db -y', ['copy.db']],
  ['clientele forget 2 -y', []],
  ['clientele schedule systemd --write units/', ['units/']],
]

/** Where the umask takes more than ours does, what is written must still be the owner's to read. */
const SOME = /^clientele (?:--db|config|import rows\.csv \|\||export -o all\.csv$|backup$)/

describe.each([
  ['000', COMMANDS],
  ['022', COMMANDS.filter(([line]) => SOME.test(line))],
  ['0777', COMMANDS.filter(([line]) => SOME.test(line))],
])('with an umask of %s', (umask, commands) => {
  const env = { CLIENTELE_NOW: '2026-11-22T09:30:00', CLIENTELE_TZ: 'Europe/Kyiv' }
  let base = ''

  beforeAll(async () => {
    const place = join(program.work, `umask-${umask}`, 'base')
    mkdirSync(place, { recursive: true })
    base = join(place, 'clients.db')
    const adds = ['Ёлкина', 'Ґалаґан', "O'Brien-Ñandú"].map(
      (name) => `clientele add "${name}" --email a@example.com --birthday 22.11 --force`,
    )
    const { code, stderr } = await program.shell(`set -e; umask ${umask}\n${adds.join('\n')}`, {
      env: { ...env, CLIENTELE_DB: base },
    })
    expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' })
    expect(modesIn(place)).toEqual({ 'clients.db': '600' })
  })

  test.each(commands)('%s: what it writes is for its owner alone', async (line, left) => {
    const place = join(program.work, `umask-${umask}`, line.replace(/\W+/g, '-'))
    const home = join(place, 'home')
    mkdirSync(home, { recursive: true })
    chmodSync(home, 0o700)
    copyFileSync(base, join(place, 'clients.db'))
    writeFileSync(join(place, 'rows.csv'), 'Name,Birthday\nBoris,01.02.1990\nOlena,31.02.1990\n', { mode: 0o600 })
    writeFileSync(join(place, 'secret'), 'correct horse battery staple\n', { mode: 0o600 })
    const { code, stderr } = await program.shell(`set -e; umask ${umask}\n${line}`, {
      cwd: place,
      env: {
        ...env,
        HOME: home,
        XDG_CONFIG_HOME: join(home, 'config'),
        XDG_DATA_HOME: join(home, 'data'),
        CLIENTELE_DB: join(place, 'clients.db'),
      },
    })
    expect({ line, code, stderr: code === 0 ? '' : stderr }).toEqual({ line, code: 0, stderr: '' })
    const modes = modesIn(place)
    const wrong = Object.entries(modes).filter(([path, mode]) =>
      statSync(join(place, path)).isDirectory() ? mode !== '700' : mode !== '600',
    )
    expect(wrong).toEqual([])
    for (const path of left) expect(Object.keys(modes)).toContain(path.replace(/\/$/, ''))
  })

  test('so are the log and the index of the log while somebody works with the base', async () => {
    const place = join(program.work, `umask-${umask}`, 'log')
    mkdirSync(place, { recursive: true })
    const file = join(place, 'clients.db')
    const add = `umask ${umask}; clientele --db ${file} add`
    expect((await program.shell(`${add} Anna`)).code).toBe(0)
    // Held open, so that the log stays when the program ends.
    const other = new sqlite3.Database(file, sqlite3.OPEN_READWRITE)
    try {
      await new Promise((resolve) => other.get('select count(*) from client', resolve))
      expect((await program.shell(`${add} Boris`)).code).toBe(0)
      expect(modesIn(place)).toEqual({ 'clients.db': '600', 'clients.db-wal': '600', 'clients.db-shm': '600' })
    } finally {
      await new Promise((resolve) => other.close(resolve))
    }
  })
})
