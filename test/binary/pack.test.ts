import { cpSync, existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectSound, filesIn, type Outcome, Program, REPOSITORY, start } from './program.js'

/* The package as a stranger gets it: packed, installed in an empty folder, run by its name. */

/** The real installation, which may compile SQLite's driver for two minutes. */
const FULL = process.env.CLIENTELE_FULL_PACK === '1'

let program: Program
let home: string

beforeAll(async () => {
  program = await Program.build()
  home = join(program.work, 'installed')
  mkdirSync(home)
  // Or npm would look for a project further up.
  writeFileSync(join(home, 'package.json'), '{ "private": true }\n')
})

afterAll(() => program?.remove())

/** npm's settings of the `npm test` around this must not reach the npm inside. */
const npmEnv = (): Record<string, string> => ({
  ...Object.fromEntries(
    Object.entries(process.env).filter(
      (entry): entry is [string, string] =>
        entry[1] !== undefined &&
        (!/^npm_|^(NODE_ENV|VITEST.*|CLIENTELE_.*|INIT_CWD|FORCE_COLOR)$/i.test(entry[0]) ||
          /^npm_config_(registry|cache|userconfig)$/i.test(entry[0])),
    ),
  ),
  npm_config_update_notifier: 'false',
  XDG_DATA_HOME: join(home, 'data'),
  XDG_CONFIG_HOME: join(home, 'config'),
  LANG: 'C',
})

const there = (...command: string[]): Promise<Outcome> => start(command, { cwd: home, env: npmEnv() }).ended

test(
  'the packed program installs and runs by its name',
  async (context) => {
    const packed = await start(['npm', 'pack', '--ignore-scripts', '--json', '--pack-destination', home], {
      cwd: program.folder,
      env: npmEnv(),
    }).ended
    expect({ code: packed.code, stderr: packed.code === 0 ? '' : packed.stderr }).toEqual({ code: 0, stderr: '' })
    const [about] = JSON.parse(packed.stdout) as { filename: string; size: number; files: { path: string }[] }[]
    const folders = new Set(about?.files.map(({ path }) => path.replace(/\/.*/, '')))
    expect([...folders].filter((name) => !/^(bin|dist|fixtures|package\.json|[A-Z]+(\.md)?)$/.test(name))).toEqual([])
    expect(about?.files.map(({ path }) => path).filter((path) => /^fixtures\/(?!demo\/)/.test(path))).toEqual([])
    const tarball = join(home, about?.filename ?? '')
    expect(statSync(tarball).size).toBeLessThan(6_000_000)

    const flags = FULL ? [] : ['--ignore-scripts', '--prefer-offline']
    const installed = await there('npm', 'install', ...flags, '--no-audit', '--no-fund', tarball)
    if (!FULL && /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENOTCACHED/.test(installed.stderr))
      context.skip('the registry cannot be reached, and the dependencies are not in the cache of npm')
    expect({ code: installed.code, stderr: installed.code === 0 ? '' : installed.stderr }).toEqual({
      code: 0,
      stderr: '',
    })
    const modules = join(home, 'node_modules')
    expect(existsSync(join(modules, '.bin', 'clientele'))).toBe(true)
    // What only bundling and testing need is not installed with it.
    for (const name of ['vitest', 'typescript', 'kysely', 'commander', 'inquirer', 'esbuild'])
      expect(existsSync(join(modules, name))).toBe(false)
    if (!FULL)
      cpSync(
        join(REPOSITORY, 'node_modules', 'sqlite3', 'build', 'Release', 'node_sqlite3.node'),
        join(modules, 'sqlite3', 'build', 'Release', 'node_sqlite3.node'),
      )

    const version = await there('npx', 'clientele', '--version')
    expect({ code: version.code, stdout: version.stdout }).toEqual({
      code: 0,
      stdout: `${about?.filename.match(/(\d+\.\d+\.\d+.*)\.tgz$/)?.[1]}\n`,
    })
    const added = await there('npx', 'clientele', 'add', 'Иванов Пётр', '--phone', '+79161234567')
    expect({ code: added.code, stdout: added.stdout }).toEqual({ code: 0, stdout: '1\n' })
    const today = await there('npx', 'clientele', 'today')
    expect({ code: today.code, stdout: today.stdout }).toEqual({ code: 0, stdout: '' })
    const demo = await there('npx', 'clientele', 'demo')
    expect(demo.code).toBe(0)
    expect(demo.stdout).toMatch(/t1 .+/)
    expect(filesIn(join(home, 'data', 'clientele'))).toEqual(['clientele.db', 'demo.db'])
    expect((await expectSound(join(home, 'data', 'clientele', 'clientele.db'))).clients).toBe(1)
    expect((await expectSound(join(home, 'data', 'clientele', 'demo.db'))).clients).toBeGreaterThan(20)
  },
  FULL ? 600_000 : 90_000,
)
