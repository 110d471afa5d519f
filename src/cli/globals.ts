import type { Command } from 'commander'
import type { Words } from '../words/en.js'

/** How what is found can be written; no verb has all of them. */
export type Format = 'table' | 'json' | 'ndjson' | 'csv' | 'tsv' | 'ids' | 'md' | 'html' | 'ics'

/** Flags that every verb takes. */
export interface GlobalFlags {
  db?: string
  format?: string
  json?: boolean
  lang?: string
  tz?: string
  now?: string
  color?: boolean
  input?: boolean
  quiet?: boolean
  yes?: boolean
  dryRun?: boolean
}

const WITH_VALUE = new Set(['--db', '--format', '--lang', '--tz', '--now'])

/** Flags of verbs whose value may itself begin with a hyphen: `--sort -spent`, `--at -2d`. */
const HYPHEN_VALUES = new Set([
  '--sort',
  '--at',
  '--next',
  '--filter',
  '--note',
  '--until',
  '--map',
  '--set',
  '--remind',
  '--birthday',
  '--for',
  '--date',
])

/** Verbs whose words are a filter, in which a leading hyphen says *not*. */
const FILTER_VERBS = new Set(['list', 'count', 'export', 'edit', 'segment', 'dedupe', 'greet'])

/**
 * Arguments as commander may read them. A hyphen that belongs to a word (`-2w`, `-tag:vip`) becomes a minus sign, which the
 * readers of days and filters know, and a value that begins with a hyphen is joined to its flag.
 */
export function prepare(argv: readonly string[]): {
  args: string[]
  verb: string | null
  /** A sentence in which words stand as they were typed, a hyphen as a hyphen. */
  asTyped: (text: string) => string
} {
  const verb = verbOf(argv)
  const takesFilter = verb !== null && (FILTER_VERBS.has(verb) || (verb === 'order' && argv.includes('list')))
  const args: string[] = []
  const changed: string[] = []
  const asTyped = (text: string): string =>
    changed.reduce((said, word) => said.replaceAll(word, `-${word.slice(1)}`), text)
  const withMinus = (word: string): void => {
    const minus = `\u2212${word.slice(1)}`
    changed.push(minus)
    args.push(minus)
  }
  for (let index = 0; index < argv.length; index += 1) {
    const word = argv[index] ?? ''
    const next = argv[index + 1]
    if (word === '--') {
      return { args: args.concat(argv.slice(index)), verb, asTyped }
    }
    if (HYPHEN_VALUES.has(word) && next?.startsWith('-') && next.length > 1 && !next.startsWith('--')) {
      args.push(`${word}=${next}`)
      index += 1
    } else if (/^-\d+\p{L}*$/u.test(word) || (takesFilter && isNegated(word))) withMinus(word)
    else args.push(word)
  }
  return { args, verb, asTyped }
}

/** `-tag:vip`, `-@spring`, `-(a or b)`, `-"a b"`, `-Ёлкина`: no flag is written like these. */
const isNegated = (word: string): boolean => /^-(?:[^-\s][^=]*[:=<>]|[@("'«“„]|[^\p{ASCII}])/u.test(word)

/** The first word that is neither a flag nor the value of a global one. */
function verbOf(argv: readonly string[]): string | null {
  for (let index = 0; index < argv.length; index += 1) {
    const word = argv[index] ?? ''
    if (WITH_VALUE.has(word)) index += 1
    else if (!word.startsWith('-')) return word
  }
  return null
}

/** A look at the global flags before any verb is known, for the language in which even a mistake is explained. */
export function peek(argv: readonly string[], flag: string): string | undefined {
  let found: string | undefined
  for (let index = 0; index < argv.length; index += 1) {
    const word = argv[index] ?? ''
    if (word === '--') break
    if (word === flag) found = argv[index + 1]
    else if (word.startsWith(`${flag}=`)) found = word.slice(flag.length + 1)
  }
  return found
}

export function addGlobals(program: Command, { help: { flags } }: Words): Command {
  return program
    .option('--db <file>', flags.db)
    .option('--format <format>', flags.format)
    .option('--json', flags.json)
    .option('--lang <language>', flags.lang)
    .option('--tz <zone>', flags.tz)
    .option('--now <time>', flags.now)
    .option('--no-color', flags.noColor)
    .option('--no-input', flags.noInput)
    .option('-q, --quiet', flags.quiet)
    .option('-y, --yes', flags.yes)
    .option('-n, --dry-run', flags.dryRun)
}
