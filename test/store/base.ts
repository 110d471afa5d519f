import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach } from 'vitest'
import { JOURNALLED, type NewRow } from '../../src/store/schema.js'
import { openDatabase } from '../../src/store/sqlite.js'
import { type OpenOptions, openStore, type Store } from '../../src/store/store.js'

const folders: string[] = []
const stores: Store[] = []

afterEach(async () => {
  for (const store of stores.splice(0)) await store.close().catch(() => {})
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** A folder of this test alone. */
export function freshFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'clientele-store-')))
  folders.push(folder)
  return folder
}

export async function opened(file: string, options?: OpenOptions): Promise<Store> {
  const store = await openStore(file, options)
  stores.push(store)
  return store
}

export const AT = '2026-11-22T07:30:00Z'
export const entry = (command: string): { at: string; command: string } => ({ at: AT, command })

export const clientRow = (name: string, more: Partial<NewRow<'client'>> = {}): NewRow<'client'> => ({
  kind: 'person',
  name,
  family_name: null,
  given_name: null,
  patronymic: null,
  sort_key: name.toLowerCase(),
  position: null,
  status: 'lead',
  city: null,
  address: null,
  source: null,
  owner: null,
  vip: 0,
  channel: null,
  hours: null,
  no_call: null,
  zone: null,
  note: null,
  referred_by: null,
  consent: null,
  verified_at: null,
  external_system: null,
  external_id: null,
  archived_at: null,
  created_at: AT,
  updated_at: AT,
  ...more,
})

export const contactRow = (client: number, text: string): NewRow<'contact'> => ({
  client_id: client,
  at: AT,
  channel: 'call',
  direction: 'out',
  result: null,
  purpose: null,
  minutes: null,
  cost_minor: null,
  text,
})

/** Every row that belongs to the user, table by table, and how many clients can be searched. */
export async function everything(file: string): Promise<Record<string, unknown>> {
  const db = await openDatabase(file, { create: false })
  try {
    const tables: Record<string, unknown> = {}
    for (const table of JOURNALLED) {
      const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(table)} order by id`.execute(db)
      tables[table] = rows
    }
    tables.searched = (await sql`select rowid from client_search order by rowid`.execute(db)).rows
    return tables
  } finally {
    await db.destroy()
  }
}
