import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { VERB_NAMES } from '../src/cli/program.js'
import { CLIENT_COLUMNS } from '../src/render/clients.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const read = (file: string): string => readFileSync(join(root, file), 'utf8')
const lines = (file: string): number => read(file).trimEnd().split('\n').length

describe('the papers', () => {
  test.each(VERB_NAMES)('README names the verb %s', (verb) => {
    expect(read('README.md')).toMatch(new RegExp(`^\\|.*\`${verb}[ \`]`, 'm'))
  })

  test('README shows the two commands', () => {
    expect(read('README.md')).toContain('npm ci && npm run demo')
    expect(read('README.md')).toContain('npm ci && npm test')
  })

  test('ARCHITECTURE and CONTRIBUTING stay short', () => {
    expect(lines('ARCHITECTURE.md')).toBeLessThanOrEqual(100)
    expect(lines('CONTRIBUTING.md')).toBeLessThanOrEqual(60)
  })

  test.each(Object.keys(CLIENT_COLUMNS).filter((key) => key !== 'phone' && key !== 'email'))(
    'docs/json.md explains %s',
    (key) => {
      expect(read('docs/json.md')).toContain(`\`${key}\``)
    },
  )

  test('docs/formats.md names fixtures and tests that are there', () => {
    const rows = read('docs/formats.md')
      .split('\n')
      .filter((line) => /^\| (?!format|---)/.test(line))
    expect(rows.length).toBeGreaterThan(9)
    for (const row of rows) {
      const [, , , , fixtures = '', tests = ''] = row.split('|').map((cell) => cell.trim())
      const named = (text: string): string[] => [...text.matchAll(/`([^`]+)`/g)].flatMap(([, name]) => name ?? [])
      expect(named(tests).length, row).toBeGreaterThan(0)
      for (const file of named(tests)) expect(existsSync(join(root, file)), file).toBe(true)
      if (fixtures !== '–') expect(named(fixtures).length, row).toBeGreaterThan(0)
      for (const file of named(fixtures))
        expect(existsSync(join(root, 'fixtures', file.includes('/') ? file : `import/${file}`)), file).toBe(true)
    }
  })

  test('fixtures/README.md tells of every fixture', () => {
    for (const folder of ['import', 'orders'])
      for (const file of readdirSync(join(root, 'fixtures', folder)))
        expect(read('fixtures/README.md'), file).toContain(`\`${folder}/${file}\``)
  })

  test('package.json says which install scripts are needed', () => {
    const { allowScripts, dependencies } = JSON.parse(read('package.json')) as {
      allowScripts: Record<string, boolean>
      dependencies: Record<string, string>
    }
    expect(allowScripts).toEqual({ sqlite3: true, esbuild: true })
    // All else is bundled: an install of the package brings the driver and nothing more.
    expect(Object.keys(dependencies)).toEqual(['sqlite3'])
  })
})
