import { FormatError } from './table.js'

export type CardProblem =
  /** The file ends, or the next card begins, before this one does. */
  | 'no-end'
  /** Text that stands in no card. */
  | 'outside'

/** A card as it is cut out of the file: unfolded lines in which every character is one byte. */
export interface RawCard {
  line: number
  version: '2.1' | '3.0' | '4.0'
  lines: string[]
  problem: CardProblem | null
}

/** Properties whose value is a file or another card: nothing of them is kept. */
export const isBinary = (name: string): boolean => /^(?:PHOTO|LOGO|SOUND|KEY|AGENT|X-MS-CARDPICTURE)$/i.test(name)

const BEGIN = /^\s*BEGIN\s*:\s*VCARD\s*$/i
const END = /^\s*END\s*:\s*VCARD\s*$/i
const BINARY_HEAD = /^(?:[\w-]+\.)?(PHOTO|LOGO|SOUND|KEY|X-MS-CARDPICTURE)[;:]/i
const EMPTY_AGENT = /^(?:[\w-]+\.)?AGENT[^:]*:\s*$/i
const BASE64 = /^[A-Za-z0-9+/=]+$/
const QUOTED_PRINTABLE = /^[^:]*[;=]QUOTED-PRINTABLE[;:]/i
const SOFT_BREAK = /=[ \t]*$/

/** One physical line after another, whatever its end: LF, CRLF or CR. Returns null behind the last. */
function lineReader(bytes: Uint8Array): () => { start: number; end: number } | null {
  let position = 0
  let feed = -1
  let carriage = -1
  const find = (byte: number, from: number): number => {
    const found = bytes.indexOf(byte, from)
    return found < 0 ? bytes.length : found
  }
  return () => {
    if (position >= bytes.length) return null
    // Each kind of break is looked for once and not again before it is passed: files often have only one of them.
    if (feed < position) feed = find(0x0a, position)
    if (carriage < position) carriage = find(0x0d, position)
    const end = Math.min(feed, carriage)
    const line = { start: position, end }
    position = carriage === end && feed === end + 1 ? end + 2 : end + 1
    return line
  }
}

/** Enough of a line to see what it is. */
const PEEK = 200

/** A line as text; of one that holds a photo, which may be as large as the file, only its beginning. */
function textOf(bytes: Buffer, { start, end }: { start: number; end: number }): string {
  if (end - start <= PEEK) return bytes.toString('latin1', start, end)
  const beginning = bytes.toString('latin1', start, start + PEEK)
  return BINARY_HEAD.test(beginning) ? beginning : bytes.toString('latin1', start, end)
}

/** Beyond so many, pieces are put together: a million small texts are many times the memory of one. */
const MOST_PIECES = 1_000

/** A line in the making, as pieces: joining again and again what grows would cost the square of its length. */
interface Growing {
  /** Pieces that were put together. */
  blocks: string[]
  pieces: string[]
  quoted: boolean
}

interface State {
  card: { line: number; lines: Growing[] } | null
  outside: { line: number; lines: string[] } | null
  /** How deep in cards inside a card, all of which are passed over. */
  nested: number
  /** Inside the value of a photo. */
  skipping: boolean
}

/** Cuts a file into cards; a card that does not end, and text between cards, come out with their problem. */
export function* cutCards(bytes: Buffer): Generator<RawCard> {
  const next = lineReader(bytes)
  const state: State = { card: null, outside: null, nested: 0, skipping: false }
  let begun = false
  let line = 0
  for (let place = next(); place !== null; place = next()) {
    line += 1
    const first = bytes[place.start]
    const indented = first === 0x20 || first === 0x09
    if (state.skipping && (indented || place.end === place.start)) continue
    const text = textOf(bytes, place)
    if (state.skipping && BASE64.test(text)) continue
    state.skipping = false
    if (/^[ \tBbEe]/.test(text)) {
      if (BEGIN.test(text)) {
        begun = true
        if (beginsNested(state)) continue
        yield* leftOver(state)
        state.card = { line, lines: [] }
        continue
      }
      if (END.test(text) && state.card !== null) {
        if (state.nested > 0) state.nested -= 1
        else {
          yield finished(state.card.line, state.card.lines, null)
          state.card = null
        }
        continue
      }
    }
    if (state.card === null) takeOutside(state, text, line)
    else if (state.nested === 0) takeLine(state, state.card.lines, text, indented)
  }
  if (!begun && state.outside !== null) throw new FormatError('broken', null, 'vCard')
  yield* leftOver(state)
}

/** An AGENT of vCard 2.1 is a card in a card. Any other BEGIN inside a card means that an END is missing. */
function beginsNested(state: State): boolean {
  const last = state.card?.lines.at(-1)
  if (last === undefined || !EMPTY_AGENT.test(last.pieces[0] ?? '') || state.nested > 0) return false
  // Only one card belongs to one AGENT; the next BEGIN is a card of its own, even when an END is missing.
  last.pieces[0] = 'AGENT:VCARD'
  state.nested += 1
  return true
}

function* leftOver(state: State): Generator<RawCard> {
  if (state.card !== null) yield finished(state.card.line, state.card.lines, 'no-end')
  if (state.outside !== null) {
    const { line, lines } = state.outside
    yield { line, version: '3.0', lines, problem: 'outside' }
  }
  state.card = null
  state.outside = null
  state.nested = 0
}

function takeOutside(state: State, text: string, line: number): void {
  if (text.trim() === '') return
  state.outside ??= { line, lines: [] }
  state.outside.lines.push(text)
}

function takeLine(state: State, lines: Growing[], text: string, indented: boolean): void {
  const last = lines.at(-1)
  const piece = last?.pieces.at(-1)
  if (last?.quoted && piece !== undefined && SOFT_BREAK.test(piece)) {
    last.pieces[last.pieces.length - 1] = piece.replace(SOFT_BREAK, '')
    last.pieces.push(text)
  } else if (indented && last !== undefined) {
    last.pieces.push(`\n${text}`)
    if (last.pieces.length > MOST_PIECES) last.blocks.push(last.pieces.splice(0, MOST_PIECES).join(''))
  } else if (text.trim() !== '') {
    const binary = BINARY_HEAD.exec(text)
    state.skipping = binary !== null
    lines.push({
      blocks: [],
      pieces: [binary ? `${binary[1]}:` : text],
      quoted: QUOTED_PRINTABLE.test(text),
    })
  }
}

function finished(line: number, growing: readonly Growing[], problem: CardProblem | null): RawCard {
  const folded = growing.map(({ blocks, pieces }) =>
    blocks.length + pieces.length === 1 ? (pieces[0] ?? '') : [...blocks, ...pieces].join(''),
  )
  const version = versionOf(folded)
  // vCard 2.1 folds where a space is and keeps it; later ones put the space in.
  const fold = version === '2.1' ? /\n/g : /\n[ \t]/g
  return { line, version, lines: folded.map((text) => (text.includes('\n') ? text.replace(fold, '') : text)), problem }
}

function versionOf(lines: readonly string[]): RawCard['version'] {
  for (const line of lines) {
    const version = /^VERSION\s*:\s*(\d)/i.exec(line)?.[1]
    if (version !== undefined) return version === '2' ? '2.1' : version === '4' ? '4.0' : '3.0'
  }
  return lines.some((line) => QUOTED_PRINTABLE.test(line)) ? '2.1' : '3.0'
}
