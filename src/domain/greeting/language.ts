/** Languages in which greetings are written. */
export const LETTER_LANGUAGES = ['en', 'ru', 'uk'] as const
export type LetterLanguage = (typeof LETTER_LANGUAGES)[number]

const CYRILLIC = /\p{Script=Cyrillic}/u

/** Letters that Ukrainian has and Russian has not. */
const UKRAINIAN = /[іїєґ]/iu

/** Letters that Russian has and Ukrainian has not; И begins no Ukrainian name. */
const RUSSIAN = /[ыэёъ]|(?<!\p{L})и\p{L}/iu

/** Patronymics and given names as only Russian spells them: Ukrainian has Сергій, Сергійович, Марія, Павло. */
const RUSSIAN_NAMES =
  /(?:еевич|еевна|иевич|иевна|ьич|ьевич|ьевна)(?!\p{L})|(?<!\p{L})(?:александра?|алексей|анатолий|андрей|антонина|валентин|валерий|василий|виктор|виталий|виктория|владимир|григорий|дарья|дмитрий|евгени[йя]|екатерина|елена|елизавета|ксения|мария|матвей|михаил|наталья|наталия|никита|николай|павел|петр|светлана|сергей|татьяна|юлия|юрий)(?!\p{L})/iu

/**
 * In which language somebody is greeted: the one that was entered, else the one that the spelling of the name shows. What both
 * Russian and Ukrainian would write so is read as the user's own language when it is one of the two.
 */
export function letterLanguage(entered: string | null, name: string, own: LetterLanguage): LetterLanguage {
  const code = entered?.trim().slice(0, 2).toLowerCase()
  const known = LETTER_LANGUAGES.find((language) => language === (code === 'ua' ? 'uk' : code))
  if (known) return known
  if (UKRAINIAN.test(name)) return 'uk'
  if (RUSSIAN.test(name) || RUSSIAN_NAMES.test(name)) return 'ru'
  if (CYRILLIC.test(name)) return own === 'uk' ? 'uk' : 'ru'
  return 'en'
}

/** Are all letters of the text ones that the language is written with? */
export const isWrittenIn = (language: LetterLanguage, text: string): boolean =>
  language === 'en'
    ? !CYRILLIC.test(text)
    : CYRILLIC.test(text) && !/\p{Script=Latin}/u.test(text) && !(language === 'ru' && UKRAINIAN.test(text))
