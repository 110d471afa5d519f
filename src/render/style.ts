import { Chalk } from 'chalk'

/** Styles are named by what they mean. Colour never stands alone: the words say the same. */
export interface Style {
  title: (text: string) => string
  heading: (text: string) => string
  muted: (text: string) => string
  late: (text: string) => string
  good: (text: string) => string
  number: (text: string) => string
  strong: (text: string) => string
}

export function styleFor(colour: boolean): Style {
  const chalk = new Chalk({ level: colour ? 1 : 0 })
  return {
    title: (text) => chalk.bold(text),
    heading: (text) => chalk.bold.cyan(text),
    muted: (text) => chalk.dim(text),
    late: (text) => chalk.red(text),
    good: (text) => chalk.green(text),
    number: (text) => chalk.cyan(text),
    strong: (text) => chalk.bold(text),
  }
}
