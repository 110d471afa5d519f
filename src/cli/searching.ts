interface Named {
  name: string
  value: string
}

/** What a choice stands for, and the search that brought it. */
export interface Choice {
  value: string
  search: object
}

interface Shown {
  name: string
  value: Choice
  disabled?: string
}

interface Search {
  found: Promise<Shown[]>
}

/**
 * The list of a search prompt. Keys that arrive in one burst reach the prompt before any answer of the source can, so
 * Enter gives the choice of the list before, while the answer to what was typed is shown. Therefore each choice carries
 * its search: Enter waits for the last one, and a choice of an earlier one means the first of the last.
 */
export function searching(
  find: (text: string) => Promise<Named[]>,
  nothing: string,
): {
  source: (text: string | undefined) => Promise<Shown[]>
  validate: () => Promise<true>
  chosen: (choice: Choice) => Promise<string>
} {
  let last: Search | null = null
  let isEntered = false
  const begin = (text: string): Search => {
    const search = {} as Search
    search.found = find(text).then((choices) =>
      choices.length === 0
        ? [{ name: nothing, value: { value: '', search }, disabled: ' ' }]
        : choices.map(({ name, value }) => ({ name, value: { value, search } })),
    )
    return search
  }
  return {
    source(text) {
      // What is typed behind Enter is no part of the search.
      if (!isEntered || last === null) last = begin(text ?? '')
      return last.found
    },
    async validate() {
      isEntered = true
      const found = (await last?.found) ?? []
      // The prompt shows what was found a moment later, and must have done so before it closes.
      await new Promise((resolve) => setImmediate(resolve))
      if (found.some(({ disabled }) => disabled === undefined)) return true
      isEntered = false
      // Any other verdict would put the name of a choice in the place of what was typed.
      return new Promise<true>(() => {})
    },
    async chosen(choice) {
      if (last === null || choice.search === last) return choice.value
      const [first] = await last.found
      return first?.value.value ?? choice.value
    },
  }
}
