import { typedWrongly } from '../errors.js'
import { shortDate } from '../render/when.js'
import type { OrderWarning } from '../usecases/orders-values.js'
import type { Context } from './context.js'

/** Says what was done as asked, but should be looked at. */
export function sayWarnings({ words, clock, say }: Context, warnings: readonly OrderWarning[]): void {
  const today = clock.toLocal(clock.now()).date
  const { warnings: said } = words.orders
  for (const warning of warnings)
    switch (warning.is) {
      case 'items':
        say(said.items(warning.items, warning.sum))
        break
      case 'no-rate':
        say(said.noRate(warning.currency, warning.base))
        break
      case 'due-before':
        say(said.dueBefore(shortDate(warning.due, today, words), shortDate(warning.date, today, words)))
    }
}

/** The number of an order or expense: `41`, `#41`, `№41`. */
export function readNumber(text: string): number {
  const digits = /^[#№]?(\d{1,15})$/.exec(text.trim())?.[1]
  if (digits === undefined) throw typedWrongly((words) => words.errors.badNumber('<number>', text))
  return Number(digits)
}
