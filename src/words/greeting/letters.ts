import type { LetterLanguage } from '../../domain/greeting/language.js'
import type { LetterWords } from '../../domain/greeting/letter.js'
import { lettersEn } from './letters-en.js'
import { lettersRu } from './letters-ru.js'
import { lettersUk } from './letters-uk.js'

/** The greetings themselves: each client is greeted in a language of their own, so all are at hand. */
export const LETTERS: Readonly<Record<LetterLanguage, LetterWords>> = { en: lettersEn, ru: lettersRu, uk: lettersUk }

/** The country that the list of holidays tells apart by, which nobody who keeps the day would say. */
const COUNTRY = /\s*\([^()]*\)$|\s[ву]\s(?:России|Украине|Беларуси|Росії|Україні|Білорусі)$/u

/** A holiday as one names it to those who keep it: «День матери», not «День матери в Украине». */
export const celebrated = (name: string): string => name.replace(COUNTRY, '')
