import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach } from 'vitest'
import { everything } from '../store/base.js'
import { type FakeOptions, type Ran, runIn } from '../world.js'

export const FIXTURES = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'fixtures', 'import')

const made: string[] = []
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true })
})

export interface Summary {
  rows: number
  created: number
  updated: number
  unchanged: number
  rejected: number
  operation: number | null
  companies: number
  new_fields: string[]
  rejects: string | null
  dry_run: boolean
  plan: {
    format: string
    system: string | null
    encoding: string | null
    delimiter: string | null
    tables: { header_line: number | null; columns: { column: string; field: string | null }[] }[]
  }
}

/** A folder of its own with a base in it, and what is done there. */
export interface Place {
  folder: string
  path(name: string): string
  /** Writes a file and gives its path. */
  write(name: string, content: string | Uint8Array): string
  /** Copies a fixture and gives the path of the copy. */
  fixture(name: string): string
  run(...argv: string[]): Promise<Ran>
  runWith(options: Partial<FakeOptions>, ...argv: string[]): Promise<Ran>
  /** `import … --json`, and what it says; throws when it says nothing. */
  take(...argv: string[]): Promise<Summary>
  /** Every row that belongs to the user. */
  base(): Promise<Record<string, unknown>>
  names(): Promise<string[]>
}

export function place(): Place {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'clientele-import-')))
  made.push(folder)
  const path = (name: string): string => join(folder, name)
  const runWith = (options: Partial<FakeOptions>, ...argv: string[]): Promise<Ran> =>
    runIn({ folder, ...options }, ...argv)
  const run = (...argv: string[]): Promise<Ran> => runWith({}, ...argv)
  return {
    folder,
    path,
    write(name, content) {
      writeFileSync(path(name), content)
      return path(name)
    },
    fixture(name) {
      cpSync(join(FIXTURES, name), path(name))
      return path(name)
    },
    run,
    runWith,
    async take(...argv) {
      const { stdout, stderr } = await run('import', ...argv, '--json')
      if (stdout === '') throw new Error(stderr)
      return JSON.parse(stdout) as Summary
    },
    base: () => everything(path('clients.db')),
    async names() {
      const { stdout } = await run('list', '--json')
      return (JSON.parse(stdout) as { name: string }[]).map(({ name }) => name).sort()
    },
  }
}

export const bytesOf = (file: string): string => readFileSync(file).toString('base64')
