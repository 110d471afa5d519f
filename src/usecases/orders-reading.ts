import type { CivilDate, LocalTime } from '../domain/calendar.js'
import { type OrderItem, readItems } from '../domain/items.js'
import { currencyNamed, readSum, wordsOfName, wordsOfSum } from '../domain/orders.js'
import type { Sum } from '../domain/standing/dealings.js'
import { parseWhen } from '../domain/when.js'
import { isRefusal, typedWrongly } from '../errors.js'
import type { Deps } from './deps.js'
import { type Named, nameClient, type Pick } from './naming.js'
import { whenRefusal } from './promises.js'

/** A sum as it was typed; refuses with exit 2 what cannot be read in one way only. `fixed`: in this currency alone. */
export function typedSum(text: string, flag: string, currency: string, fixed = true): Sum {
  const reading = readSum(text, { currency, fixed })
  if (!('problem' in reading)) return reading
  const { problem } = reading
  throw typedWrongly((words) =>
    problem === 'unreadable'
      ? words.errors.badMoney(flag, text)
      : words.orders.errors.sum[problem](flag, text, reading.currency, currency),
  )
}

/** A currency as it was typed, in capitals. */
export function typedCurrency(text: string): string {
  const code = currencyNamed(text)
  if (code === null) throw typedWrongly((words) => words.orders.errors.currency(text))
  return code
}

export function typedItems(text: string, currency: string): OrderItem[] {
  const reading = readItems(text, currency)
  if ('items' in reading) return reading.items
  const { problem } = reading
  throw typedWrongly((words) => ({
    text: words.orders.errors.items(problem),
    hint: words.orders.errors.itemsHint,
  }))
}

/** A day as it was typed. Days without a year are those that were, or those to come. */
export function typedDay(text: string, now: LocalTime, direction: 'past' | 'future'): CivilDate {
  const reading = parseWhen(text, now, direction)
  if ('problem' in reading) throw whenRefusal(reading.problem, reading.text)
  return reading.when.date
}

/**
 * A sum that was typed without quotes, put together again (`5 тыс руб`), and the words behind it; refuses with exit 2 what
 * may be a sum torn at its spaces (`5 000`).
 */
export function typedSumWords(sum: string, behind: readonly string[]): { sum: string; rest: string[] } {
  // What was quoted is no part of the sum.
  const taken = /\s/.test(behind[0] ?? '') ? 0 : wordsOfSum(sum.trim(), behind)
  if (taken === null) throw typedWrongly((words) => words.orders.errors.torn(sum, behind[0] ?? ''))
  return { sum: [sum, ...behind.slice(0, taken)].join(' '), rest: behind.slice(taken) }
}

/** The client whom the words before a sum name, quoted or not, and the words from the sum on. */
export async function clientBeforeSum(
  deps: Deps,
  words: readonly string[],
  pick: Pick,
): Promise<{ client: Named; behind: string[] }> {
  const size = wordsOfName(words)
  if (size > 1)
    try {
      return { client: await nameClient(deps, words.slice(0, size).join(' '), pick), behind: words.slice(size) }
    } catch (error) {
      // Then the words may be in a wrong order, and the sum is what is missed.
      if (!isRefusal(error) || error.exit !== 3) throw error
    }
  return { client: await nameClient(deps, words[0] ?? '', pick), behind: words.slice(1) }
}
