import type { Words } from './en.js'

export const LANGUAGES = ['en', 'ru', 'uk'] as const
export type Language = (typeof LANGUAGES)[number]

/** Loads one catalogue; only the language in use is read. */
export async function wordsIn(language: Language): Promise<Words> {
  if (language === 'ru') return (await import('./ru.js')).ru
  if (language === 'uk') return (await import('./uk.js')).uk
  return (await import('./en.js')).en
}

/** The language of a locale such as `uk_UA.UTF-8`, or null. */
export function languageOf(locale: string | undefined): Language | null {
  const code = locale?.slice(0, 2).toLowerCase()
  return code === 'ua' ? 'uk' : (LANGUAGES.find((language) => language === code) ?? null)
}
