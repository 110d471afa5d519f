import type { Field } from '../fields/field.js'
import { looseText } from '../fold.js'
import { nearestWord } from '../nearest.js'

/** Spaces, hyphens and underscores are one, so that a choice of two words needs no quotes. */
const plain = (text: string): string => looseText(text).replace(/[\s_\u2010-\u2015-]+/g, '-')

const namesOf = ({ choices = [], choiceNames = {} }: Field): [string, string][] =>
  choices.flatMap((choice) => [choice, ...(choiceNames[choice] ?? [])].map((name): [string, string] => [name, choice]))

const readOne = (field: Field, text: string): string | null =>
  field.read?.(text) ?? namesOf(field).find(([name]) => plain(name) === plain(text))?.[1] ?? null

/** The choices that a value names, by key or in another language, several parted by commas; or the one that is none. */
export function readChoices(field: Field, value: string): { choices: string[] } | { wrong: string } {
  const whole = readOne(field, value)
  if (whole !== null) return { choices: [whole] }
  const choices: string[] = []
  for (const part of value.split(',')) {
    const choice = readOne(field, part)
    if (choice === null) return { wrong: part.trim() }
    choices.push(choice)
  }
  return { choices }
}

/** The name of a choice nearest to a mistyped one, in the language it was typed in. */
export const nearestChoice = (field: Field, text: string): string | null =>
  nearestWord(
    text,
    namesOf(field).map(([name]) => name),
  )
