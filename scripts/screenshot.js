// Renders an HTML file, such as `clientele today --format html > day.html`, to PNG files with Debian's chromium, to be looked at: as wide as a mail and
// as narrow as a phone, each also on a dark screen. Usage: node scripts/screenshot.js <file.html> [folder]
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const [file, folder = '.'] = process.argv.slice(2)
if (file === undefined) {
  process.stderr.write('Usage: node scripts/screenshot.js <file.html> [folder]\n')
  process.exit(2)
}
if (spawnSync('chromium', ['--version']).status !== 0) {
  process.stderr.write('There is no chromium here; Debian has it as the package "chromium".\n')
  process.exit(1)
}

const QUIET = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--hide-scrollbars']
const OFFLINE = ['--disable-background-networking', '--disable-component-update', '--disable-sync']
const SHOTS = [
  { name: 'mail', width: 720 },
  { name: 'phone', width: 500 },
]
const HEIGHT = 2400

const profile = mkdtempSync(join(tmpdir(), 'screenshot-'))
try {
  for (const { name, width } of SHOTS)
    for (const dark of [false, true]) {
      const picture = resolve(folder, `${basename(file, '.html')}-${name}${dark ? '-dark' : ''}.png`)
      const { status, stderr } = spawnSync(
        'chromium',
        [
          ...QUIET,
          ...OFFLINE,
          `--user-data-dir=${profile}`,
          `--window-size=${width},${HEIGHT}`,
          // The page's own dark colours, not chromium's guess at them.
          ...(dark ? ['--blink-settings=preferredColorScheme=0'] : []),
          `--screenshot=${picture}`,
          pathToFileURL(resolve(file)).href,
        ],
        { encoding: 'utf8', timeout: 60_000 },
      )
      process.stdout.write(status === 0 ? `${picture}\n` : `${picture} failed\n${stderr}\n`)
    }
} finally {
  rmSync(profile, { recursive: true, force: true })
}
