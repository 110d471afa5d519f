import type { Piece } from './export-writers.js'
import type { Sink } from './sink.js'

export interface Encoder {
  encode(text: Piece): Piece
  /** Letters met so far that the encoding does not have, each once. */
  lost(): string[]
}

export const plainEncoder: Encoder = { encode: (text) => text, lost: () => [] }

/** Windows-1251, in which a letter that it lacks becomes a question mark. */
export async function cp1251Encoder(): Promise<Encoder> {
  const { encodeCp1251 } = await import('../formats/code-pages.js')
  const letters = new Set<string>()
  return {
    encode: (text) => {
      if (typeof text !== 'string') return text
      const { bytes, lost } = encodeCp1251(text)
      for (const letter of lost) letters.add(letter)
      return bytes
    },
    lost: () => [...letters],
  }
}

/** Keeps everything back until `finish`, for output that cannot be taken back once it is out. */
export function heldBack(sink: Sink): Sink {
  let held: Piece[] = []
  return {
    write: (data) => {
      held.push(data)
    },
    open: sink.open,
    finish: () => {
      for (const data of held) sink.write(data)
      sink.finish()
    },
    discard: () => {
      held = []
      sink.discard()
    },
  }
}
