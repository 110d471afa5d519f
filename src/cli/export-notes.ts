import type { ClientCard } from '../domain/client.js'
import { failed } from '../errors.js'
import type { Context } from './context.js'
import type { ExportFormat, ExportPlan } from './export-options.js'

/** Formats without a place for what hangs on a client, by their names. */
const LACKING: Partial<Record<ExportFormat, string>> = { csv: 'CSV', vcf: 'vCard' }

/** Letters that a message shows. */
const SHOWN = 8

export interface LeftOut {
  count(cards: readonly ClientCard[]): void
  say(): void
}

/** Counts what the chosen format has no place for, and says it in one line. */
export function leftOutOf({ say, words }: Context, { format, excel, anonymise }: ExportPlan): LeftOut {
  let contacts = 0
  let promises = 0
  let orders = 0
  return {
    count(cards) {
      for (const card of cards) {
        contacts += card.history.length
        promises += card.promises.length
        orders += card.purchases.length
      }
    },
    say() {
      if (format === 'ics') say(words.export.calendarHolds)
      if (anonymise) say(words.export.anonymised)
      const name = format === 'csv' && !excel ? undefined : LACKING[format]
      if (name !== undefined && contacts + promises + orders > 0)
        say(words.export.leftOut(name, contacts, promises, orders))
    },
  }
}

/** Letters that cp1251 lacks stop the export, unless the user has said with `--force` that question marks will do. */
export function sayLostLetters({ say, words }: Context, { force }: ExportPlan, lost: readonly string[]): void {
  if (lost.length === 0) return
  const shown = `${lost.slice(0, SHOWN).join(' ')}${lost.length > SHOWN ? ' …' : ''}`
  if (force) {
    say(words.export.lettersReplaced(lost.length, shown))
    return
  }
  throw failed((catalogue) => ({
    text: catalogue.export.lettersLost(lost.length, shown),
    hint: catalogue.export.lettersLostHint,
  }))
}
