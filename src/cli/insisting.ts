import { cancelled } from '../errors.js'
import type { Context } from './context.js'

/* Questions of yes or no, which every verb asks the same way. */

/** In all languages at once: people answer in the one they think in, whatever the question is asked in. */
const YES = new Set(['y', 'yes', 'д', 'да', 'т', 'так'])
const NO = new Set(['n', 'no', 'н', 'нет', 'ні'])

/** What an answer says; null when it is neither, which is never taken for a yes. Nothing typed is a no. */
export function yesOrNo(answer: string): boolean | null {
  const word = answer.trim().normalize('NFC').toLowerCase()
  if (word === '') return false
  return YES.has(word) ? true : NO.has(word) ? false : null
}

/** Goes on only when the user says yes; otherwise the command is cancelled. */
export async function insist({ world, words, style }: Context, question: string): Promise<void> {
  const asker = await world.asker()
  if (!(await asker.confirm(question, { words: words.ask.sure, style }))) throw cancelled()
}
