import type { DecimalMark } from '../cells/amount.js'
import type { Direction, PromiseKind } from '../client.js'
import { readSum } from '../order-rows/money.js'
import { cleanLine } from '../text.js'

/** What cells of a log say in a word or two, in the three languages. */

const table = <V extends string>(lists: Record<V, string>): Map<string, V> => {
  const words = new Map<string, V>()
  for (const value of Object.keys(lists) as V[]) for (const word of lists[value].split('|')) words.set(word, value)
  return words
}

const plain = (text: string): string =>
  text
    .slice(0, 500)
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[’ʼ`]/g, "'")
    .replace(/[\s_]+/g, ' ')
    .replace(/[.!]+$/, '')
    .trim()

const CHANNEL_WORDS = table({
  call: 'call|calls|phone|phone call|telephone|cold call|звонок|звонки|телефон|тел|телефонный звонок|телефонный разговор|созвон|вызов|дзвінок|дзвінки|телефонний дзвінок|телефонна розмова|виклик',
  email:
    'email|e-mail|emails|mail|letter|письмо|письма|эл. письмо|электронное письмо|почта|эл. почта|электронная почта|лист|листи|електронний лист|пошта|ел. пошта|електронна пошта',
  meet: 'meet|meeting|meetings|visit|встреча|встречи|личная встреча|визит|зустріч|зустрічі|особиста зустріч|візит',
  message:
    'message|messages|chat|text message|сообщение|сообщения|чат|мессенджер|переписка|повідомлення|месенджер|листування',
  note: 'note|notes|заметка|примечание|нотатка|примітка',
  sms: 'sms|смс|sms-сообщение|смс-сообщение',
  whatsapp: 'whatsapp|whats app|ватсап|вотсап|вацап',
  telegram: 'telegram|tg|телеграм|телеграмм|тг',
  viber: 'viber|вайбер',
})

const DIRECTION = {
  in: /^(in|inbound|incoming|received|вх|вход|входящ(ий|ая|ее|ие)|вхід|вхідн(ий|а|е|і)|missed|unanswered|пропущен(ный|ная|ное|ий|а|е))$/u,
  out: /^(out|outbound|outgoing|sent|исх|исход|исходящ(ий|ая|ее|ие)|вих|вихід|вихідн(ий|а|е|і))$/u,
}

const MISSED = /^(missed|unanswered|пропущен)/u

export interface ChannelReading {
  /** `call`, `email`, `meet`, `message`, another known one, or the words as they stand; null when only a direction is said. */
  channel: string | null
  direction: Direction | null
  /** The cell says that a call was missed, which is its result as well. */
  missed: boolean
}

const channels = new Map<string, ChannelReading>()

/** Reads «Исходящий звонок», "incoming call", «лист», `whatsapp`: the channel, and the direction when it is said. */
export function readChannel(text: string): ChannelReading {
  const known = channels.get(text)
  if (known) return known
  const reading = computeChannel(text)
  if (channels.size > 5_000) channels.clear()
  channels.set(text, reading)
  return reading
}

function computeChannel(text: string): ChannelReading {
  const whole = CHANNEL_WORDS.get(plain(text))
  if (whole) return { channel: whole, direction: null, missed: false }
  let direction: Direction | null = null
  let missed = false
  const rest: string[] = []
  for (const word of plain(text).split(/[\s()/:,]+/)) {
    const bare = word.replace(/\.$/, '')
    if (/^[-–—]*$/u.test(bare)) continue
    if (DIRECTION.in.test(bare)) direction = 'in'
    else if (DIRECTION.out.test(bare)) direction = 'out'
    else rest.push(bare)
    missed ||= MISSED.test(bare)
  }
  if (direction !== null && rest.length === 0) return { channel: null, direction, missed }
  const channel = CHANNEL_WORDS.get(rest.join(' '))
  if (channel) return { channel, direction, missed }
  return { channel: cleanLine(text), direction, missed }
}

const KIND_WORDS = table<PromiseKind>({
  call: 'call|phone|phone call|звонок|позвонить|перезвонить|созвон|дзвінок|подзвонити|зателефонувати|передзвонити',
  greet: 'greet|greeting|congratulate|поздравление|поздравить|привітання|привітати',
  gift: 'gift|present|подарок|подарить|подарунок|подарувати',
  task: 'task|to do|todo|to-do|other|задача|дело|поручение|завдання|справа|доручення',
})

/** The kind of promise that a word names; null for any other word. */
export const readPromiseKind = (text: string): PromiseKind | null => KIND_WORDS.get(plain(text)) ?? null

const CALLS =
  /(^|[^\p{L}])(call|ring|phone)($|[^\p{L}])|звонок|звонк|звонить|позвон|перезвон|созвон|набрать|дзвін|дзвон|телефонува/iu

/** What a promise is when nothing names its kind: a call when its words speak of one or there are none, else a task. */
export const kindOfText = (text: string | null): PromiseKind => (text === null || CALLS.test(text) ? 'call' : 'task')

const STATE_WORDS = table<'open' | 'done' | 'skipped'>({
  done: 'done|yes|y|true|1|+|✓|✔|v|x|да|так|ok|ок|completed|complete|closed|finished|held|выполнено|выполнена|выполнен|сделано|готово|завершено|завершена|завершен|закрыто|закрыта|состоялась|виконано|виконана|зроблено|завершена|закрито|відбулася',
  open: 'open|no|n|false|0|-|нет|ні|to do|todo|not done|not started|planned|pending|in progress|active|new|не выполнено|не выполнена|не сделано|открыто|открыта|в работе|запланировано|запланирована|новая|не виконано|не зроблено|відкрито|в роботі|заплановано|нова',
  skipped:
    'skipped|cancelled|canceled|deferred|отменено|отменена|отменен|пропущено|не нужно|скасовано|скасована|не потрібно',
})

/** Is it done? null when the word says nothing that is known. */
export const readState = (text: string): 'open' | 'done' | 'skipped' | null => STATE_WORDS.get(plain(text)) ?? null

const UNITS =
  /^(?:(\d+)\s*(?:h|hrs?|hours?|ч|час\p{L}*|г|год\p{L}*))?\s*(?:(\d+)\s*(?:m|min\p{L}*|мин\p{L}*|м|хв\p{L}*))?\s*(?:(\d+)\s*(?:s|sec\p{L}*|с|сек\p{L}*))?$/u

/**
 * Whole minutes: `0:45` is hours and minutes, `00:01:30` has seconds, a bare number is of the column's unit. What
 * lasted at all lasted a minute. Null when unreadable.
 */
export function readDuration(text: string, unit: 'minutes' | 'seconds'): number | null {
  const value = plain(text)
  const clock = /^(\d{1,3}):([0-5]\d)(?::([0-5]\d))?$/.exec(value)
  if (clock) return fromSeconds(Number(clock[1]) * 3600 + Number(clock[2]) * 60 + Number(clock[3] ?? 0))
  const number = /^\d{1,7}(?:[.,]\d{1,3})?$/.exec(value)
  if (number) return fromSeconds(Number(value.replace(',', '.')) * (unit === 'seconds' ? 1 : 60))
  const units = /\d/.test(value) ? UNITS.exec(value.replaceAll('.', '')) : null
  if (!units) return null
  return fromSeconds(Number(units[1] ?? 0) * 3600 + Number(units[2] ?? 0) * 60 + Number(units[3] ?? 0))
}

function fromSeconds(seconds: number): number | null {
  const minutes = seconds > 0 ? Math.max(1, Math.round(seconds / 60)) : 0
  return minutes <= 99_999 ? minutes : null
}

/** A cost in minor units of the base currency, rounded to them; null when it is unreadable or in another currency. */
export function readCost(text: string, currency: string, decimal: DecimalMark | null): number | null {
  const read = readSum(text, '', currency, decimal)
  if (read === null || 'code' in read) return null
  return read.currency === null || read.currency === currency ? read.minor : null
}

/** `HH:MM` of `9:05`, `09.05`, `14:30:59`, `2:30 PM`; null when it is no time of day. */
export function readTimeOfDay(text: string): string | null {
  const match = /^(\d{1,2})[:.](\d{2})(?:[:.]\d{2}(?:\.\d+)?)?\s*([ap])?\.?(?:m\.?)?$/i.exec(text.trim())
  if (!match) return null
  const half = match[3]?.toLowerCase()
  const typed = Number(match[1])
  if (half && (typed < 1 || typed > 12)) return null
  const hour = half ? (typed % 12) + (half === 'p' ? 12 : 0) : typed
  return hour < 24 && Number(match[2]) < 60 ? `${String(hour).padStart(2, '0')}:${match[2]}` : null
}
