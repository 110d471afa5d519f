// Runs the usual commands once, so that V8 has compiled what they use, and keeps that beside each bundle.
const { mkdtempSync, rmSync, writeFileSync } = require('node:fs')
const { tmpdir } = require('node:os')
const { join } = require('node:path')

const out = process.argv[2]
const folder = mkdtempSync(join(tmpdir(), 'clientele-cache-'))
process.env.HOME = folder
for (const name of [
  'CLIENTELE_DB',
  'CLIENTELE_LANG',
  'CLIENTELE_TZ',
  'CLIENTELE_NOW',
  'XDG_DATA_HOME',
  'XDG_CONFIG_HOME',
])
  delete process.env[name]
const warned = process.stderr.write.bind(process.stderr)

const scripts = new Map()
const load = require(join(out, 'loader.cjs'))
load('main.cjs', (file, script) => scripts.set(file, script))
const { main } = load('main.cjs')

process.umask(0o022)
async function warm() {
  for (const args of [
    ['add', 'Anna', '--phone', '+44 20 7946 0958', '--company', 'Acme', '--birthday', '12.03', '--set', 'dog=Rex'],
    // Resembles her, so that what weighs new clients is there too.
    ['add', 'Anna Example', '--phone', '+44 20 7946 0958', '--city', 'Kyiv', '--address', 'Main st. 5'],
    ['add', 'ООО «Acme»', '--phone', '+44 20 7946 0958'],
    ['next', '1', 'today', 'call back'],
    ['today'],
    ['today', '--json'],
    ['log', 't1', '--call', 'agreed', '--next', 'fri send it'],
    ['show', '8 (916) 123-45-67'],
    ['show', 'anna'],
    ['list', '--limit', '20'],
    ['list', 'anna', 'city:x', '--json'],
    ['list', '--lang', 'ru'],
    ['list', '--lang', 'uk'],
    ['import', join(__dirname, '..', 'fixtures', 'demo', 'clients.csv')],
    ['export', 'anna'],
    // A day with every kind of entry.
    ['demo'],
    ['today', '--format', 'html', '--db', join(folder, '.local', 'share', 'clientele', 'demo.db')],
    ['log', 't2', '--call', 'agreed', '--db', join(folder, '.local', 'share', 'clientele', 'demo.db')],
    ['greet', '--text', '--db', join(folder, '.local', 'share', 'clientele', 'demo.db')],
    ['why', 't1', '--db', join(folder, '.local', 'share', 'clientele', 'demo.db')],
  ])
    await main(args)
}

warm()
  .then(() => {
    for (const [file, script] of scripts)
      if (file !== 'main.cjs') writeFileSync(join(out, `${file}.cache`), script.createCachedData(), { mode: 0o644 })
  })
  .catch((error) => {
    warned(`${error.stack}\n`)
    process.exitCode = 1
  })
  .finally(() => rmSync(folder, { recursive: true, force: true }))
