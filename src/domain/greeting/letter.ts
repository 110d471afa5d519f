import type { ClientKind, Closeness } from '../client.js'
import type { Kin } from './kin.js'
import { readWho } from './kin.js'
import { isWrittenIn, type LetterLanguage } from './language.js'
import type { Message } from './links.js'
import { NAME_CASES, type NameCase, nameInCase, partInCase } from './name-cases.js'
import type { Occasion, OccasionKey } from './occasions.js'
import { type NamedPerson, sexOf } from './sex.js'
import { fill, type Template } from './template.js'

/** ты, Вы to one person, вы to the people of a company. */
export type Tone = 'close' | 'formal' | 'several'

/** Before the day, on it, after it. */
export type Timing = 'early' | 'day' | 'late'

/** Whom a greeting is addressed to. */
export interface Addressee extends NamedPerson {
  kind: ClientKind
  company: string | null
  language: LetterLanguage
  closeness: Closeness
}

/** A name as an address needs it: in the vocative where the language has one. */
export interface Called {
  sex: 'female' | 'male' | null
  given: string | null
  patronymic: string | null
  whole: string
}

/** What a letter speaks of, ready for the sentence. */
export interface About {
  tone: Tone
  timing: Timing
  years: number | null
  /** Whose birthday it is, in the genitive or as the language needs it; null when it cannot be said. */
  who: string | null
  /** Name of the day or holiday in the letter’s language; null when it has none there. */
  name: string | null
}

/** The words of one language, see words/greeting. */
export interface LetterWords {
  address(called: Called, tone: Tone): string
  /** What stands above the name of the writer. */
  regards(tone: Tone): string
  years(count: number): string
  /** «супруги», «жены»: in the genitive where the language has one. */
  kin(kin: Kin, tone: Tone): string
  letters: Readonly<Record<OccasionKey, (about: About) => Message>>
}

/** Templates of the user’s own by the name of their file without `.txt`. */
export type OwnTemplates = ReadonlyMap<string, Template>

/** Texts one may write for instead of the nearest: own birthdays serve round ones too. */
const INSTEAD: Partial<Record<OccasionKey, OccasionKey>> = { 'birthday-round': 'birthday', professional: 'holiday' }

/** The names under which a template of one’s own would be used, the most fitting first. */
export function templateNames({ key, holiday, isBelated }: Occasion, language: string, closeness: Closeness): string[] {
  const instead = INSTEAD[key]
  const keys = [...(holiday === null ? [] : [holiday]), key, ...(instead === undefined ? [] : [instead])]
  return keys.flatMap((each) => {
    const name = isBelated ? `${each}-belated` : each
    return [`${name}.${language}.${closeness}`, `${name}.${language}`, `${name}.${closeness}`, name]
  })
}

export interface Letter extends Message {
  /** The template of one’s own that it was made of; null for the words of the program. */
  template: string | null
}

/** Writes the greeting. `name` is what the day is called in the letter’s language, `sign` the name under it or ''. */
export function writeLetter(
  to: Addressee,
  { occasion, timing, name, sign }: { occasion: Occasion; timing: Timing; name: string | null; sign: string },
  words: LetterWords,
  own: OwnTemplates,
): Letter {
  const tone = to.kind === 'company' ? 'several' : to.closeness
  const about: About = {
    tone,
    timing: occasion.isBelated ? 'late' : timing,
    years: occasion.years,
    who: whoIn(occasion.who, to, tone, words),
    name: name !== null && isWrittenIn(to.language, name) ? name : null,
  }
  const builtIn = words.letters[occasion.key](about)
  const template = templateNames(occasion, to.language, to.closeness).find((each) => own.has(each)) ?? null
  const chosen = template === null ? undefined : own.get(template)
  const value = valuesFor(to, { occasion, about, name, sign }, words)
  return {
    subject: (fill(chosen?.subject ?? '', value) || builtIn.subject).replace(/\s+/g, ' ').trim(),
    text:
      chosen === undefined
        ? [value('address'), builtIn.text, value('closing')].filter((part) => part !== '').join('\n\n')
        : fill(chosen.body, value),
    template,
  }
}

/** «супруги Анны», «Анны», «супруги»; null when the name cannot be put into the case and no kin is told. */
function whoIn(who: string | null, to: Addressee, tone: Tone, words: LetterWords): string | null {
  if (who === null) return null
  const { kin, person } = readWho(who)
  const grammar = { language: to.language, sex: person === null ? null : sexOf(person) }
  const name =
    person !== null && (to.language === 'en' || isWrittenIn(to.language, person.name))
      ? nameInCase(person, 'genitive', grammar)
      : null
  const said = [kin === null ? null : words.kin(kin, tone), name].filter((part) => part !== null)
  return said.length === 0 ? null : said.join(' ')
}

function valuesFor(
  to: Addressee,
  { occasion, about, name, sign }: { occasion: Occasion; about: About; name: string | null; sign: string },
  words: LetterWords,
): (placeholder: string) => string {
  const sex = to.kind === 'company' ? null : sexOf(to)
  const grammar = { language: to.language, sex }
  const plain: Record<string, () => string> = {
    address: () => words.address(calledOf(to), about.tone),
    name: () => to.name,
    given: () => to.given_name ?? to.name,
    patronymic: () => to.patronymic ?? '',
    family: () => to.family_name ?? '',
    company: () => (to.kind === 'company' ? to.name : (to.company ?? '')),
    who: () => occasion.who ?? '',
    occasion: () => name ?? occasion.name ?? '',
    years: () => (occasion.years === null ? '' : String(occasion.years)),
    'years:text': () => (occasion.years === null ? '' : words.years(occasion.years)),
    sign: () => sign,
    closing: () => (sign === '' ? '' : [words.regards(about.tone), sign].filter((line) => line !== '').join('\n')),
  }
  const inCase = (what: string, wanted: NameCase): string | null => {
    if (what === 'who') return about.who
    if (what === 'name') return nameInCase(to, wanted, grammar)
    const text = { given: to.given_name, patronymic: to.patronymic, family: to.family_name }[what]
    return text ? partInCase(text, what as 'given', wanted, grammar) : null
  }
  return (placeholder) => {
    const [what = '', wanted] = placeholder.split(':')
    const known = NAME_CASES.find((each) => each === wanted)
    return (known === undefined ? null : inCase(what, known)) ?? (plain[placeholder] ?? plain[what])?.() ?? ''
  }
}

/** The name as the address has it. */
export function calledOf(to: Addressee): Called {
  const sex = to.kind === 'company' ? null : sexOf(to)
  const grammar = { language: to.language, sex }
  const part = (text: string | null, which: 'given' | 'patronymic'): string | null =>
    text === null || isInitial(text) ? null : partInCase(text, which, 'vocative', grammar)
  const given = part(to.given_name, 'given')
  return {
    sex,
    given,
    patronymic: part(to.patronymic, 'patronymic'),
    whole: given === null ? to.name : [given, to.family_name].filter((each) => each !== null).join(' '),
  }
}

/** «Петров И. С.» gives nothing to address him by. */
const isInitial = (text: string): boolean => /^\p{L}\.?$/u.test(text)
