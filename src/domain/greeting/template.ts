import { nearestWord } from '../nearest.js'
import { NAME_CASES } from './name-cases.js'

const PLAIN = [
  'address',
  'name',
  'given',
  'patronymic',
  'family',
  'company',
  'who',
  'occasion',
  'years',
  'sign',
  'closing',
] as const
const WITH_CASES = ['name', 'given', 'patronymic', 'family'] as const

/** What may stand between braces in a template; `{given:vocative}` is a name in a case, `{years:text}` "3 years". */
export const PLACEHOLDERS: readonly string[] = [
  ...PLAIN,
  ...WITH_CASES.flatMap((name) => NAME_CASES.map((wanted) => `${name}:${wanted}`)),
  'who:genitive',
  'years:text',
]

export interface Template {
  subject: string | null
  body: string
}

/** A placeholder that does not exist; `nearest` is the one that was meant. */
export interface TemplateProblem {
  line: number
  placeholder: string
  nearest: string | null
}

const BRACES = /\{([^{}\n]*)\}/g
const SUBJECT = /^(?:subject|тема)\s*:[ \t]*(.*)$/iu

/** Reads a template: `Subject: …` may be its first line, the text follows. Refuses placeholders that do not exist. */
export function readTemplate(source: string): Template | TemplateProblem {
  const lines = source.replace(/^\ufeff/, '').split(/\r\n|\r|\n/)
  for (const [index, line] of lines.entries())
    for (const [, typed = ''] of line.matchAll(BRACES)) {
      const placeholder = typed.trim()
      if (!PLACEHOLDERS.includes(placeholder))
        return { line: index + 1, placeholder, nearest: nearestWord(placeholder, PLACEHOLDERS) }
    }
  const subject = SUBJECT.exec(lines[0] ?? '')?.[1]?.trim() ?? null
  return { subject: subject === '' ? null : subject, body: lines.slice(subject === null ? 0 : 1).join('\n') }
}

/**
 * Puts values into a text. A line none of whose placeholders has a value goes, and so do empty lines at both ends and all but one
 * of several in a row.
 */
export function fill(text: string, valueFor: (placeholder: string) => string): string {
  const lines = text.split('\n').flatMap((line) => {
    const values = [...line.matchAll(BRACES)].map(([, typed = '']) => valueFor(typed.trim()))
    if (values.length > 0 && values.every((value) => value === '')) return []
    return [line.replace(BRACES, () => values.shift() ?? '').trimEnd()]
  })
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+|\n+$/g, '')
}
