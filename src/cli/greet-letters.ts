import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Closeness } from '../domain/client.js'
import { refuses } from '../domain/consent.js'
import { type LetterLanguage, letterLanguage } from '../domain/greeting/language.js'
import { type Letter, type OwnTemplates, writeLetter } from '../domain/greeting/letter.js'
import { type Links, linksFor } from '../domain/greeting/links.js'
import { personOf } from '../domain/greeting/person.js'
import { PLACEHOLDERS, readTemplate, type Template, type TemplateProblem } from '../domain/greeting/template.js'
import { cleanLine } from '../domain/text.js'
import { type Refusal, typedWrongly } from '../errors.js'
import type { Greeting } from '../usecases/greet.js'
import { celebrated, LETTERS } from '../words/greeting/letters.js'
import { holidayName } from '../words/holidays.js'
import type { Context } from './context.js'

/** A greeting with its words. */
export interface Worded {
  greeting: Greeting
  language: LetterLanguage
  closeness: Closeness
  letter: Letter
  links: Links
}

/** What the command line and the settings say of the words. */
export interface Wording {
  /** Null: each client’s own. */
  language: LetterLanguage | null
  closeness: Closeness | null
  /** The language of the user, for names that could be of two. */
  own: LetterLanguage
  sign: string
  templates: OwnTemplates
}

export const templateFolder = ({ configFile }: Context): string => join(dirname(configFile), 'greetings')

/** The templates of one’s own, by the name of the file without `.txt`. Refuses one that cannot be used, with its file and line. */
export function readTemplates(folder: string): Map<string, Template> {
  const templates = new Map<string, Template>()
  if (!existsSync(folder)) return templates
  for (const name of readdirSync(folder).sort()) {
    if (!name.endsWith('.txt') || name.startsWith('.')) continue
    const file = join(folder, name)
    const template = readTemplate(decoded(file))
    if ('placeholder' in template) throw placeholderRefusal(file, template)
    templates.set(name.slice(0, -'.txt'.length).toLowerCase(), template)
  }
  return templates
}

function decoded(file: string): string {
  const bytes = readFileSync(file)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw typedWrongly(({ greeting }) => greeting.errors.notUtf8(file))
  }
}

const placeholderRefusal = (file: string, { line, placeholder, nearest }: TemplateProblem): Refusal =>
  typedWrongly(({ greeting: { errors } }) => ({
    text: errors.noPlaceholder(file, line, placeholder),
    hint: nearest === null ? errors.placeholders(shortList()) : errors.meant(nearest),
  }))

/** Without those in a case, which docs/greetings.md lists. */
const shortList = (): string =>
  PLACEHOLDERS.filter((each) => !each.includes(':'))
    .map((each) => `{${each}}`)
    .join(', ')

/** Names as a sentence can hold them: what stands in a base of somebody else's may have lines of its own. */
const onOneLine = <T extends object>(record: T): T =>
  Object.fromEntries(
    Object.entries(record).map(([key, value]) => [key, typeof value === 'string' ? cleanLine(value) : value]),
  ) as T

/** Finds the words for a greeting, and the links that carry them. */
export function worded(greeting: Greeting, { own, sign, templates, ...wanted }: Wording): Worded {
  const { client, occasion, reason } = {
    ...greeting,
    client: onOneLine(greeting.client),
    occasion: onOneLine(greeting.occasion),
  }
  const language = wanted.language ?? letterLanguage(client.language, client.name, own)
  const closeness = wanted.closeness ?? client.closeness ?? 'formal'
  const { kind, company } = client
  const letter = writeLetter(
    { ...personOf(client), kind, company, language, closeness },
    {
      occasion,
      timing: reason.days > 0 ? 'early' : reason.days < 0 ? 'late' : 'day',
      name:
        occasion.holiday === null ? occasion.name : celebrated(holidayName(occasion.holiday, occasion.name, language)),
      sign,
    },
    LETTERS[language],
    templates,
  )
  return {
    greeting,
    language,
    closeness,
    letter,
    links: linksFor(client, letter, (channel) => refuses(channel, client)),
  }
}
