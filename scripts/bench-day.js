// A base in which thousands of promises are due, for the bench of `today`.
import { copyFileSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import sqlite3 from 'sqlite3'

/** A copy of `base` with `due` open calls of the last month, each of another client; made once. */
export async function crowdedBase(folder, base, clients, due) {
  const file = join(folder, `day-${clients}-${due}.db`)
  if (existsSync(file)) return file
  copyFileSync(base, file)
  const db = await new Promise((resolve, reject) => {
    const handle = new sqlite3.Database(file, (error) => (error ? reject(error) : resolve(handle)))
  })
  await new Promise((resolve, reject) =>
    db.exec(
      `begin;
       with recursive n(i) as (select 0 union all select i + 1 from n where i < ${due - 1})
       insert into promise (client_id, kind, due, shown_on, text, state, created_at)
       select 1 + (i * 7919) % ${clients}, 'call', date('2026-11-22', '-' || (i % 30) || ' days'), date('2026-11-22', '-' || (i % 30) || ' days'),
         'обещание ' || i, 'open', '2026-10-20T09:00:00Z' from n;
       commit;`,
      (error) => (error ? reject(error) : resolve()),
    ),
  )
  await new Promise((resolve) => db.close(resolve))
  return file
}
