import { cancelled } from '../errors.js'
import type { Asker } from './context.js'
import { yesOrNo } from './insisting.js'
import { type Choice, searching } from './searching.js'

/** Keys are shown by their signs alone: the library's words for them are English. */
const THEME = {
  style: { keysHelpTip: (keys: readonly [key: string, action: string][]) => keys.map(([key]) => key).join(' ') },
}

/** Not even how long it is. */
const SILENT = { style: { help: () => '' } }

/** Questions on the terminal. The library is heavy and is loaded only when something is asked. */
export async function terminalAsker(): Promise<Asker> {
  const { default: inquirer } = await import('inquirer')
  const ask = async <T>(question: Record<string, unknown>): Promise<T> => {
    try {
      const answers = (await inquirer.prompt([{ ...question, name: 'answer' }] as never)) as { answer: T }
      return answers.answer
    } catch (error) {
      if (error instanceof Error && (error.name === 'ExitPromptError' || error.name === 'AbortPromptError'))
        throw cancelled()
      throw error
    }
  }
  return {
    input: (message, options = {}) =>
      ask({
        type: 'input',
        message,
        ...(options.default === undefined ? {} : { default: options.default }),
        ...(options.check ? { validate: options.check } : {}),
      }),
    select: (message, choices) => ask({ type: 'select', message, choices: [...choices], pageSize: 12, theme: THEME }),
    password: (message) => ask({ type: 'password', message, mask: false, theme: SILENT }),
    confirm: async (message, { words, style }) => {
      // The library's own question of this kind knows English alone, and takes what it does not know for the default.
      const answer = await ask<string>({
        type: 'input',
        message,
        validate: (typed: string) => yesOrNo(typed) !== null || words.again,
        transformer: (typed: string, { isFinal }: { isFinal: boolean }) =>
          isFinal ? style.number(yesOrNo(typed) ? words.yes : words.no) : typed,
        theme: {
          validationFailureMode: 'clear',
          style: {
            message: (text: string, status: string) =>
              status === 'done' ? style.strong(text) : `${style.strong(text)} ${style.muted(words.hint)}`,
          },
        },
      })
      return yesOrNo(answer) === true
    },
    search: async (message, find, nothing) => {
      const { source, validate, chosen } = searching(find, nothing)
      return chosen(await ask<Choice>({ type: 'search', message, source, validate, pageSize: 10, theme: THEME }))
    },
  }
}
