import type { Words } from './en.js'

export const LANGUAGES = ['en', 'ru', 'uk'] as const
export type Language = (typeof LANGUAGES)[number]

/** Loads one catalogue; only the language in use is read. */
export async function wordsIn(language: Language): Promise<Words> {
  if (language === 'ru') return bare((await import('./ru.js')).ru)
  if (language === 'uk') return bare((await import('./uk.js')).uk)
  return bare((await import('./en.js')).en)
}

/**
 * A catalogue whose objects have nothing but what stands in them: words are looked up by what users name, and a field, a channel or
 * an occasion may be called `constructor`.
 */
function bare<T extends object>(words: T): T {
  if (Object.getPrototypeOf(words) === null) return words
  Object.setPrototypeOf(words, null)
  for (const value of Object.values(words))
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) bare(value)
  return words
}

/** The language of a locale such as `uk_UA.UTF-8`, or null. */
export function languageOf(locale: string | undefined): Language | null {
  const code = locale?.slice(0, 2).toLowerCase()
  return code === 'ua' ? 'uk' : (LANGUAGES.find((language) => language === code) ?? null)
}
