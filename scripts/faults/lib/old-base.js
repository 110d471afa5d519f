// A base as an earlier version of the program left it: made with the steps of the schema up to that version.
import { chmodSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { query } from './hurt.js'

const root = fileURLToPath(new URL('../../..', import.meta.url))

async function exported(entry) {
  const { outputFiles } = await build({
    absWorkingDir: root,
    stdin: { contents: entry, resolveDir: root, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'node',
    packages: 'external',
  })
  const made = { exports: {} }
  new Function('module', 'exports', outputFiles[0].text)(made, made.exports)
  return made.exports
}

/** The version that the program makes now, and a way to make a base of any earlier one with so many clients. */
export async function olderBases() {
  const { MIGRATIONS } = await exported(`export { MIGRATIONS } from './src/store/migrations.js'`)
  const make = async (file, version, clients) => {
    const statements = ['pragma page_size = 8192', 'pragma journal_mode = wal', 'pragma application_id = 0x434c4e54']
    for (const step of MIGRATIONS.filter((each) => each.version <= version)) {
      statements.push(...step.statements)
      if (step.version === 1)
        statements.push(
          `create virtual table client_search using fts5 (name, rest, content = '', contentless_delete = 1, detail = column, tokenize = 'ascii')`,
        )
    }
    const at = '2026-11-01T10:00:00Z'
    for (let id = 1; id <= clients; id += 1) {
      statements.push(
        `insert into client (id, kind, name, sort_key, status, created_at, updated_at)
         values (${id}, 'person', 'Ґалаґан Ёлка ${id}', 'галаган елка ${id}', 'lead', '${at}', '${at}')`,
        `insert into client_search (rowid, name, rest) values (${id}, 'галаган елка ${id}', '')`,
      )
    }
    writeFileSync(file, '', { mode: 0o600 })
    chmodSync(file, 0o600)
    await query(file, ...statements, `pragma user_version = ${version}`)
  }
  return { latest: MIGRATIONS.at(-1).version, make }
}
