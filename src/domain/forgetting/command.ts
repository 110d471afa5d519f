/** Verbs that are followed by a second word of their own. */
const TWO_WORDS: ReadonlySet<string> = new Set(['order', 'expense', 'date', 'segment', 'fields', 'config'])

/** Verbs whose words are files and filters: they tell of nobody unless they name somebody. */
const IMPERSONAL: ReadonlySet<string> = new Set(['import', 'dedupe', 'undo', 'restore', 'demo'])

const WORD = /^[a-z]+$/

const verbOf = (command: string): string => command.split(' ', 1)[0] ?? ''

/** What is left of a command when what was typed behind the verb has to go. */
export function neutral(command: string): string {
  const [verb = '', second = ''] = command.split(' ', 2)
  if (!WORD.test(verb)) return '…'
  return TWO_WORDS.has(verb) && WORD.test(second) ? `${verb} ${second} …` : `${verb} …`
}

/** Does what was typed belong to the client whose rows it changed: a name, a note, what was said? */
export const isPersonal = (command: string): boolean => !IMPERSONAL.has(verbOf(command))
