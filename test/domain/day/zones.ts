import type { Zone } from '../../../src/domain/calendar.js'
import { zones } from '../../../src/main.js'

/** A zone of the real world. */
export function zone(name: string): Zone {
  const found = zones.inZone(name)
  if (!found) throw new Error(`no zone ${name}`)
  return found
}
