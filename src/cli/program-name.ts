import { quoted } from '../domain/checking/finding.js'
import type { Context } from './context.js'

/** What is to be typed for this base. */
export const programOf = ({ flags, dbFile }: Pick<Context, 'flags' | 'dbFile'>): string =>
  flags.db === undefined ? 'clientele' : `clientele --db ${quoted(dbFile)}`
