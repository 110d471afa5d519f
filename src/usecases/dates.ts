import { formatAnniversary, parseAnniversary } from '../domain/anniversary.js'
import type { DateRecord } from '../domain/client.js'
import { cleanLine } from '../domain/text.js'
import { parseWhen } from '../domain/when.js'
import { notFound, typedWrongly } from '../errors.js'
import { type Deps, entryOf, localNow } from './deps.js'

export interface DateInput {
  client: number
  when: string
  occasion: string
  who: string | null
  remind: string | null
  /** The present in mind; empty for none any more, null as it is. */
  gift?: string | null
}

/** The occasion that every program knows, in the words people type for it. */
const BIRTHDAY = /^(birthday|bday|день[\s_]рождения|др|д\.р\.?|день[\s_]народження|дн|уродини)$/iu

/** `7d`, `2w`, `1m`: days ahead, at most 366. Exit 2 for anything else. */
export function readRemind(text: string): number {
  const match = /^(\d{1,3})\s*([dwmднмт]?)\p{L}*$/u.exec(text.trim().toLowerCase())
  const days = match
    ? Number(match[1]) *
      (match[2] === 'w' || match[2] === 'н' || match[2] === 'т' ? 7 : match[2] === 'm' || match[2] === 'м' ? 30 : 1)
    : Number.NaN
  if (!Number.isInteger(days) || days > 366) throw typedWrongly((words) => words.errors.badRemind(text))
  return days
}

/**
 * Notes a day that comes back, in the place of the one of the same occasion and person. Exit 2 for a day, occasion or span that
 * cannot be read.
 */
export async function addDate(
  deps: Deps,
  { client, when, occasion, who, remind, gift = null }: DateInput,
): Promise<DateRecord> {
  const now = localNow(deps)
  let anniversary = parseAnniversary(when, now.date)
  if (anniversary === 'unreadable') {
    const reading = parseWhen(when, now)
    if ('when' in reading) anniversary = parseAnniversary(`--${reading.when.date.slice(5)}`, now.date)
  }
  if (typeof anniversary === 'string') {
    const problem = anniversary
    throw typedWrongly((words) => ({ text: words.errors.when[problem](when), hint: words.errors.birthdayHint }))
  }
  const name = BIRTHDAY.test(occasion.trim()) ? 'birthday' : cleanLine(occasion)
  if (name === '') throw typedWrongly((words) => words.errors.noOccasion)
  const value = {
    year: anniversary.year,
    month_day: formatAnniversary({ ...anniversary, year: null }).slice(2),
    ...(remind === null ? {} : { remind_days: readRemind(remind) }),
    ...(gift === null ? {} : { gift: cleanLine(gift) || null }),
  }
  const person = who === null ? null : cleanLine(who) || null
  const { result } = await deps.store.write(entryOf(deps), async (writing) => {
    const same = (await writing.clients.anniversaries(client)).find(
      (each) => each.occasion === name && each.who === person,
    )
    if (same) {
      await writing.update('anniversary', same.id, value)
      return same.id
    }
    return writing.insert('anniversary', {
      client_id: client,
      occasion: name,
      who: person,
      remind_days: null,
      gift: null,
      ...value,
    })
  })
  const date = (await deps.store.agenda.dates(client)).find(({ id }) => id === result)
  if (!date) throw new Error('a date just written is gone')
  return date
}

export const listDates = (deps: Deps, client: number | null): Promise<(DateRecord & { client: string })[]> =>
  deps.store.agenda.dates(client)

export async function removeDate(deps: Deps, id: number): Promise<void> {
  await deps.store.write(entryOf(deps), async (writing) => {
    const date = await writing.agenda.anniversary(id)
    if (!date) throw notFound((words) => words.errors.noDate(id))
    await writing.remove(
      'greeting',
      (await writing.agenda.greetingsOf(id)).map((greeting) => greeting.id),
    )
    await writing.remove('anniversary', [id])
  })
}
