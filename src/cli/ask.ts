import { cancelled } from '../errors.js'
import type { Asker } from './context.js'
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
    confirm: (message) => ask({ type: 'confirm', message, default: false }),
    search: async (message, find, nothing) => {
      const { source, validate, chosen } = searching(find, nothing)
      return chosen(await ask<Choice>({ type: 'search', message, source, validate, pageSize: 10, theme: THEME }))
    },
  }
}
