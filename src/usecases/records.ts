import type { PromiseRecord } from '../domain/client.js'
import type { Row } from '../store/schema.js'

/** A promise as JSON shows it. */
export function promiseRecordOf(row: Row<'promise'> | undefined): PromiseRecord {
  if (!row) throw new Error('a promise just written is gone')
  const { shown_on, ...record } = row
  return record
}
