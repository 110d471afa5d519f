import { existsSync, readFileSync } from 'node:fs'
import { expect } from 'vitest'
import { foldWord, wordsOf } from '../../src/domain/fold.js'
import { type Place, place } from './import-world.js'

/** A base as it lies on the disk. */
export const baseOf = (at: Place): string => at.path('clients.db')

/** Every way in which a text may stand in the files: as it is, in small letters, escaped in JSON, and as the search words it has. */
export function spellings(text: string): string[] {
  const escaped = [...text].map((letter) =>
    /[\x20-\x7e]/.test(letter)
      ? letter
      : [...letter.split('')].map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''),
  )
  // Words of the index share their beginnings with their neighbours, so the rest of a word is looked for.
  const words = wordsOf(text)
    .map(foldWord)
    .flatMap((word) => [word, word.slice(1), word.slice(2)])
    .filter((word) => word.length > 4)
  return [...new Set([text, text.toLowerCase(), escaped.join(''), ...words])].filter((each) => each.length > 3)
}

/** Which of these texts are anywhere in the base, its log or its index, in any spelling. */
export function found(file: string, texts: readonly string[]): string[] {
  const bytes = Buffer.concat(
    ['', '-wal', '-shm'].map((end) => (existsSync(file + end) ? readFileSync(file + end) : Buffer.alloc(0))),
  )
  return texts.filter((text) => spellings(text).some((each) => bytes.includes(Buffer.from(each))))
}

export interface Answer {
  forgotten: number | null
  gone: number[]
  rows: Record<string, number>
  mentions: { table: string; id: number; client: number | null; field: string }[]
  copies: { file: string; encrypted: boolean }[]
  exports: number
  operation: number | null
  swept: boolean
}

/** A base, and short words for what is done with it; every command must end well unless it is told otherwise. */
export function forgettingWorld() {
  const at = place()
  const ok = async (...argv: string[]): Promise<string> => {
    const { code, stdout, stderr } = await at.run(...argv)
    expect(`${argv.join(' ')}: ${code} ${code === 0 ? '' : stderr}`.trim()).toBe(`${argv.join(' ')}: 0`)
    return stdout.trim()
  }
  const add = async (...argv: string[]): Promise<number> => Number(await ok('add', ...argv))
  const forget = async (...argv: string[]): Promise<Answer> =>
    JSON.parse(await ok('forget', ...argv, '--yes', '--json')) as Answer
  const sound = async (): Promise<void> => {
    const { ok: isSound, problems } = JSON.parse(await ok('check', '--json')) as { ok: boolean; problems: unknown[] }
    expect({ isSound, problems }).toEqual({ isSound: true, problems: [] })
  }
  return { at, file: baseOf(at), ok, add, forget, sound, found: (...texts: string[]) => found(baseOf(at), texts) }
}
