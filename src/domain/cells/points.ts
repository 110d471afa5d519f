import { type HandleKind, handleValue, messengerNamed, type PhoneReader, readProfileLink } from '../handle.js'
import { type CellReading, EMAIL, type Point, phoneValue, readPoint } from '../points.js'
import { scanPhones } from './phones.js'
import { LONGEST, plainCell, saysNothing, writtenCell } from './text.js'

const NUMBER_ALONE = /^\+?[\d ()-]+$/
/** What forms leave behind that nobody filled in: zeros, a country's code alone, a mask. */
const UNFILLED = /^(?:0+|\+\d{1,3}|\+?\d{0,3}[\s()-]*_[\s()_-]*)$/

/**
 * Reads the phones of one cell: several, with extensions (kept in `typed`), words beside them (the label; a messenger's
 * name makes a point of that kind as well), the notation of spreadsheets. `bad` is the first part that is none;
 * 'lost-digits' is a number that a spreadsheet rounded. A cell that says it is empty gives no points.
 */
export function readPhoneCell(text: string, label: string | null, readPhone: PhoneReader): CellReading {
  const typed = text.trim()
  if (typed.length > LONGEST) return tooLong('bad-phone', typed)
  // Nearly every cell is one plain number.
  const value = NUMBER_ALONE.test(typed) ? readPhone(typed) : null
  if (value === null)
    return saysNothing(typed) || UNFILLED.test(typed) ? nothing() : scanPhones(typed, label, readPhone)
  return { points: [{ kind: 'phone', label, typed, value }], remarks: [], bad: null }
}

const tooLong = (code: 'bad-phone' | 'bad-email' | 'bad-handle', text: string): CellReading => ({
  points: [],
  remarks: [],
  bad: { code, value: `${text.slice(0, 80)}…` },
})

const nothing = (): CellReading => ({ points: [], remarks: [], bad: null })

/** `Name <address>`, the name in quotation marks or without. */
const NAMED = /(?:"[^"]*"\s*|[^<>,;"\n|]*)<\s*(?:mailto:)?([^<>\s]+@[^<>\s]+?)\s*>/gi
/** before, address, after */
const ADDRESS = /^(?:(.*?)[\s:=(]+)?([^\s:=()]+@[^\s()]+?)(?:\?[^\s]*)?[.,]*(?:[\s)]+(.*))?$/su
const MAIL_WORDS = /^(?:e-?mail|mail|почта|пошта|эл\.? ?почта|емейл|имейл|адрес)$/iu

/** Reads the e-mails of one cell, each with the words beside it as its label; `bad` is the first part that is none. */
export function readEmailCell(text: string, label: string | null): CellReading {
  const reading = nothing()
  const add = (typed: string, address: string, words: string | null): void => {
    const value = address.toLowerCase()
    if (!EMAIL.test(value)) reading.bad ??= { code: 'bad-email', value: typed }
    else if (!reading.points.some((point) => point.value === value))
      reading.points.push({ kind: 'email', label: [label, words].filter(Boolean).join(', ') || null, typed, value })
  }
  const written = writtenCell(text)
  if (written.length > LONGEST) return tooLong('bad-email', written)
  if (EMAIL.test(written) && !written.includes(':')) {
    add(written, written, null)
    if (!/[.,]$/.test(written)) return reading
    reading.points.pop()
  }
  if (saysNothing(written)) return reading
  const rest = written.replace(NAMED, (named, address: string) => {
    add(named.trim(), address, null)
    return ';'
  })
  for (const piece of rest.split(/[;,\n\r\t|]+|\s:::\s|\s\/\s|\/(?=[^/\s]*@)/u)) {
    const parts = piece.split('@').length > 2 ? piece.trim().split(/\s+/) : [piece.trim()]
    for (const part of parts) if (part !== '' && !saysNothing(part)) readAddress(part, add, reading)
  }
  return reading
}

function readAddress(
  part: string,
  add: (typed: string, address: string, words: string | null) => void,
  reading: CellReading,
): void {
  const [, before = '', address, after = ''] = ADDRESS.exec(part.replace(/mailto:/i, '')) ?? []
  const lead = before.replace(/[\s:(.-]+$/, '')
  const isNamed = lead === '' || part.includes(':') || MAIL_WORDS.test(lead) || isCyrillic(lead)
  const isExplained = after.trim() === '' || /[([]/.test(part) || isCyrillic(after)
  // "ivan petrov@example.org" is more likely a slip in an address than a name before one.
  if (address === undefined || !isNamed || !isExplained) reading.bad ??= { code: 'bad-email', value: part }
  else {
    const words = [MAIL_WORDS.test(lead) ? '' : lead, after.replace(/^[\s([-]+|[\s)\]]+$/g, '')]
    const clean = address.replace(/^["']+|["'.]+$/g, '')
    add(clean, clean, words.filter((word) => word !== '').join(' ') || null)
  }
}

const isCyrillic = (text: string): boolean => /\p{Script=Cyrillic}/u.test(text) && !/[a-z@]/i.test(text)

const LEADING_WORD = /^[\s(]*(\p{L}[\p{L}.-]*)\s*(?:(?:[:)&/,]|-\s|\+(?=\s*\p{L}))+\s*|\s+)(?=\S)/u
const HANDLE_PARTS = /[;\n\r\t|]+|\s:::\s|(?:,\s*|\s+\/\s+|\s+(?:и|та|and)\s+)(?![^()]*\))/u

/**
 * Reads the names, links and numbers of messengers in one cell. A word or a link says which messenger it is, else
 * `kind` does; with `kind` null, `@name` is Telegram's and anything untold is `bad`. Links that lead to no profile (an
 * invitation, a post, another site) are kept as `url`.
 */
export function readHandleCell(
  text: string,
  kind: HandleKind | null,
  label: string | null,
  readPhone: PhoneReader,
): CellReading {
  const reading = nothing()
  const written = writtenCell(text)
  if (written.length > LONGEST) return tooLong('bad-handle', written)
  if (saysNothing(written)) return reading
  let named: HandleKind[] = []
  for (const part of written
    .replace(/whats\s+app/gi, 'WhatsApp')
    .split(kind === 'url' ? /[;\n\r\t|]+|,?\s+/ : HANDLE_PARTS)) {
    if (part.trim() === '' || saysNothing(part)) continue
    const alone = messengerNamed(part.trim().replace(/:$/, ''))
    if (alone !== null) {
      named.push(alone)
      continue
    }
    const points = readHandles(part.trim(), kind, named, label, readPhone)
    named = []
    if (points === null) reading.bad ??= { code: 'bad-handle', value: part.trim() }
    for (const point of points ?? [])
      if (!reading.points.some((each) => each.kind === point.kind && each.value === point.value))
        reading.points.push(point)
  }
  if (named.length > 0) reading.bad ??= { code: 'bad-handle', value: written }
  return reading
}

/** The points of one part: of several kinds when several messengers are named for one number. Null when it names nobody. */
function readHandles(
  part: string,
  kind: HandleKind | null,
  named: readonly HandleKind[],
  label: string | null,
  readPhone: PhoneReader,
): Point[] | null {
  const kinds = new Set(named)
  let rest = part
  for (let word = LEADING_WORD.exec(rest); word !== null; word = LEADING_WORD.exec(rest)) {
    const isLink = /^\w+:\/\//.test(rest) || readProfileLink(rest.split(/\s/)[0] ?? '') !== null
    const messenger = isLink ? null : messengerNamed(word[1] ?? '')
    if (messenger === null) break
    kinds.add(messenger)
    rest = rest.slice(word[0].length)
  }
  const number = /^(\+?[\d(][\d\s().\u00a0\u2010-\u2015-]{5,}\d)(?=$|\D)(.*)$/su.exec(rest)
  const [, typed = rest, after = ''] = number ?? /^(\S+)(?:\s+(.*))?$/su.exec(rest) ?? []
  const words: string[] = []
  for (const word of after.split(/[\s,/()&]+/)) {
    const messenger = messengerNamed(word)
    if (messenger) kinds.add(messenger)
    else if (word !== '') words.push(word)
  }
  // A name in two words is how somebody is called, not their handle.
  if (words.length > 0 && !number && !/^@|[/:]/.test(typed) && !/[([]/.test(after)) return null
  const own = [label, words.join(' ')].filter(Boolean).join(', ') || null
  const plain = plainCell(typed)
  const link = readProfileLink(plain)
  if (link === 'page' || (link === null && /^https?:\/\/\S+\.\S/i.test(plain)) || (kind === 'url' && link === null)) {
    const page = readPoint('url', typed, own, readPhone)
    return page && [page]
  }
  if (kinds.size === 0 && link === null && kind === null) {
    if (EMAIL.test(plain)) return [{ kind: 'email', label: own, typed, value: plain.toLowerCase() }]
    if (/^@\w+$/.test(plain)) kinds.add('telegram')
  }
  const all = link ? [link.kind] : kinds.size > 0 ? [...kinds] : kind === null ? [] : [kind]
  const points: Point[] = []
  for (const each of all) {
    const value = handleValue(each, link?.value ?? plain, (text) => phoneValue(text, readPhone))
    if (value === null) return null
    points.push({ kind: each, label: own, typed, value })
  }
  return points.length > 0 ? points : null
}
