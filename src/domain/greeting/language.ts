/** Languages in which greetings are written. */
export const LETTER_LANGUAGES = ['en', 'ru', 'uk'] as const
export type LetterLanguage = (typeof LETTER_LANGUAGES)[number]

const CYRILLIC = /\p{Script=Cyrillic}/u

/** Letters that Ukrainian has and Russian has not. */
const UKRAINIAN = /[іїєґ]/iu

/**
 * In which language somebody is greeted: the one that was entered, else the one that the letters of the name show. Cyrillic
 * letters that both Russian and Ukrainian have are read as the user's own language when it is one of the two.
 */
export function letterLanguage(entered: string | null, name: string, own: LetterLanguage): LetterLanguage {
  const code = entered?.trim().slice(0, 2).toLowerCase()
  const known = LETTER_LANGUAGES.find((language) => language === (code === 'ua' ? 'uk' : code))
  if (known) return known
  if (UKRAINIAN.test(name)) return 'uk'
  if (CYRILLIC.test(name)) return own === 'uk' ? 'uk' : 'ru'
  return 'en'
}

/** Are all letters of the text ones that the language is written with? */
export const isWrittenIn = (language: LetterLanguage, text: string): boolean =>
  language === 'en'
    ? !CYRILLIC.test(text)
    : CYRILLIC.test(text) && !/\p{Script=Latin}/u.test(text) && !(language === 'ru' && UKRAINIAN.test(text))
