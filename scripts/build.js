// Bundles src/ into dist/: one file for the program, one for each heavy part that is loaded on first use, and a V8 code
// cache for each. CommonJS, although the sources are ES modules: Node's ESM loader alone costs more than a bare start.
import { spawnSync } from 'node:child_process'
import { copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))
const out = process.argv[2] ? resolve(process.argv[2]) : join(root, 'dist')
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

/** Parts with a file of their own: what most commands never need. */
const PARTS = {
  'src/run.ts': 'run',
  'src/domain/phone.ts': 'phone',
  'src/cli/ask.ts': 'ask',
  'src/cli/import.ts': 'import',
  'src/cli/export.ts': 'export',
  'src/cli/demo.ts': 'demo',
  'src/cli/dedupe.ts': 'dedupe',
  'src/cli/greet.ts': 'greet',
  'src/cli/schedule.ts': 'schedule',
  'src/cli/backup.ts': 'backup',
  'src/cli/restore.ts': 'restore',
  'src/cli/check.ts': 'check',
  'src/store/surroundings.ts': 'surroundings',
  'src/cli/forget.ts': 'forget',
  'src/formats/age.ts': 'age',
  'src/domain/forgetting/knowing.ts': 'forgetting',
  'src/render/today-html.ts': 'today-html',
  'src/usecases/newcomers.ts': 'newcomers',
  'src/formats/spreadsheet.ts': 'spreadsheet',
  'src/formats/vcard.ts': 'vcard',
  'src/formats/ics.ts': 'ics',
  'src/words/ru.ts': 'ru',
  'src/words/uk.ts': 'uk',
}

/** Dynamic imports of a part become requires of its file; everything else stays in the bundle. */
const separateParts = {
  name: 'separate-parts',
  setup(builder) {
    builder.onResolve({ filter: /^\.\.?\// }, ({ path, importer, kind }) => {
      if (kind !== 'dynamic-import') return
      const source = relative(root, resolve(dirname(importer), path)).replace(/\.js$/, '.ts')
      const part = PARTS[source]
      return part ? { path: `./${part}.cjs`, external: true } : undefined
    })
  },
}

/**
 * The driver's JavaScript goes into the bundle, and its binary is taken from where npm puts it; the driver's own search
 * tries a dozen places, each a failed require. Where the binary is elsewhere, the package is loaded as it is.
 */
const nativeDriver = {
  name: 'native-driver',
  setup(builder) {
    builder.onResolve({ filter: /^sqlite3$/ }, ({ kind }) =>
      kind === 'require-resolve' ? { path: 'sqlite3', external: true } : undefined,
    )
    builder.onResolve({ filter: /sqlite3-binding\.js$/ }, () => ({
      path: 'sqlite3-binding',
      namespace: 'native-driver',
    }))
    builder.onLoad({ filter: /.*/, namespace: 'native-driver' }, () => ({
      contents: `
        const path = require.resolve('sqlite3').replace(/lib.sqlite3\\.js$/, 'build/Release/node_sqlite3.node')
        module.exports = require('node:fs').existsSync(path) ? require(path) : require('sqlite3/lib/sqlite3-binding.js')`,
    }))
  },
}

/** Commander starts programs only for sub-commands that are files of their own; there are none, and the module costs 6 ms. */
const noChildren = {
  name: 'no-children',
  setup(builder) {
    builder.onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
      /commander/.test(importer) ? { path: 'no-children', namespace: 'no-children' } : undefined,
    )
    builder.onLoad({ filter: /.*/, namespace: 'no-children' }, () => ({ contents: 'module.exports = {}' }))
  },
}

/**
 * The program talks to no network, and what could is not in it: a letter's parts could be links that nodemailer would fetch, were
 * there any. What needs one of these modules after all finds it empty, and fails.
 */
const noNetwork = {
  name: 'no-network',
  setup(builder) {
    builder.onResolve({ filter: /^(?:node:)?(?:https?|http2|net|tls|dgram|dns|dns\/promises|inspector)$/ }, () => ({
      path: 'no-network',
      namespace: 'no-network',
    }))
    builder.onLoad({ filter: /.*/, namespace: 'no-network' }, () => ({ contents: 'module.exports = {}' }))
  },
}

/** chalk asks at once whether there is a terminal, which is decided elsewhere; the module brings the network and streams: 3 ms of CPU. */
const noTerminal = {
  name: 'no-terminal',
  setup(builder) {
    builder.onResolve({ filter: /^node:tty$/ }, ({ importer }) =>
      /chalk/.test(importer) ? { path: 'no-terminal', namespace: 'no-terminal' } : undefined,
    )
    builder.onLoad({ filter: /.*/, namespace: 'no-terminal' }, () => ({
      contents: 'module.exports = { isatty: () => false }',
    }))
  },
}

/**
 * What matching looks words up in is worked out of the lists here, once, and not at each start of the program: the module's own
 * exports are called, and their answers stand in its place.
 */
const preparedTables = {
  name: 'prepared-tables',
  setup(builder) {
    let contents = null
    builder.onLoad({ filter: /domain.matching.prepared\.ts$/ }, async ({ path }) => {
      contents ??= work(path)
      return { contents: await contents }
    })
  },
}

async function work(path) {
  const { outputFiles } = await build({
    entryPoints: [path],
    bundle: true,
    write: false,
    format: 'cjs',
    target: 'node20',
  })
  const made = { exports: {} }
  new Function('module', 'exports', outputFiles[0].text)(made, made.exports)
  const tables = Object.entries(made.exports.prepared)
  return `${tables.map(([name, table]) => `const ${name} = ${JSON.stringify(table())}`).join('\n')}
    export const prepared = { ${tables.map(([name]) => `${name}: () => ${name}`).join(', ')} }`
}

/** What `import.meta.url` is in a CommonJS file, without loading anything for it; and the program itself comes through the loader. */
const BANNER = String.raw`const __metaUrl='file://'+(__filename[0]==='/'?'':'/')+encodeURI(__filename.replaceAll('\\','/')).replace(/[?#]/g,encodeURIComponent);{const r=require;require=(n)=>n==='./run.cjs'?r('./loader.cjs')('run.cjs'):r(n);require.resolve=r.resolve}`

rmSync(out, { recursive: true, force: true })
await build({
  absWorkingDir: root,
  entryPoints: {
    main: 'src/main.ts',
    ...Object.fromEntries(Object.entries(PARTS).map(([file, name]) => [name, file])),
  },
  outdir: out,
  outExtension: { '.js': '.cjs' },
  bundle: true,
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  supported: { 'dynamic-import': false },
  minify: !process.env.READABLE,
  charset: 'ascii',
  legalComments: 'linked',
  external: ['sqlite3/lib/*'],
  plugins: [separateParts, nativeDriver, noChildren, noNetwork, noTerminal, preparedTables],
  banner: { js: BANNER },
  define: { __VERSION__: JSON.stringify(version), 'import.meta.url': '__metaUrl' },

  logLevel: 'warning',
})
// esbuild leaves letters of regular expressions as they are, and the loader reads bundles as ASCII.
for (const file of readdirSync(out).filter((name) => name.endsWith('.cjs'))) {
  const path = join(out, file)
  const ascii = readFileSync(path, 'utf8').replace(
    /[^\0-\x7f]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  writeFileSync(path, ascii)
}
copyFileSync(join(root, 'scripts', 'loader.cjs'), join(out, 'loader.cjs'))
const { status, stderr } = spawnSync(process.execPath, [join(root, 'scripts', 'cache.cjs'), out], { encoding: 'utf8' })
if (status !== 0)
  process.stderr.write(`The code cache was not made; the program works without it, a little slower.\n${stderr}\n`)
