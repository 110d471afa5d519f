import { AGE_BEGINNINGS, AgeError } from './age-file.js'

const END = '-----END AGE ENCRYPTED FILE-----'
const FULL_LINE = 64
/** Longer than any line of the format, and than the blank that may stand before it. */
const LONGEST = 2048
const damaged = (): AgeError => new AgeError('damaged')

/** The lines of a text, without holding more of it than one of them. */
async function* linesOf(bytes: AsyncIterable<Uint8Array>): AsyncIterable<string> {
  let rest = ''
  for await (const piece of bytes) {
    const lines = (rest + Buffer.from(piece).toString('latin1')).split('\n')
    rest = lines.pop() ?? ''
    if (rest.length > LONGEST) throw damaged()
    for (const line of lines) yield line.endsWith('\r') ? line.slice(0, -1) : line
  }
  if (rest !== '') yield rest
}

/** The bytes behind the letters: strict lines of base64 between the two marks, and nothing else but blanks around them. */
export async function* withoutArmor(bytes: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  let state: 'before' | 'inside' | 'short' | 'after' = 'before'
  let gathered: Buffer[] = []
  for await (const line of linesOf(bytes)) {
    if (state === 'before') {
      if (line.trim() === '') continue
      if (line.trimStart() !== AGE_BEGINNINGS[1]) throw damaged()
      state = 'inside'
    } else if (state === 'after') {
      if (line.trim() !== '') throw damaged()
    } else if (line.trimEnd() === END) state = 'after'
    else {
      const decoded = Buffer.from(line, 'base64')
      // Node's decoder overlooks what is no base64; whoever writes the same bytes must get the same line.
      if (state === 'short' || line === '' || line.length > FULL_LINE || decoded.toString('base64') !== line)
        throw damaged()
      if (line.length < FULL_LINE || line.endsWith('=')) state = 'short'
      gathered.push(decoded)
      if (gathered.length === 1024) {
        yield Buffer.concat(gathered)
        gathered = []
      }
    }
  }
  if (state !== 'after') throw damaged()
  if (gathered.length > 0) yield Buffer.concat(gathered)
}
