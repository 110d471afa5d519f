import { Command, CommanderError } from 'commander'
import { nearestWord } from '../domain/nearest.js'
import { type Refusal, typedWrongly } from '../errors.js'
import type { SettingKey } from '../settings.js'
import type { Context } from './context.js'
import { addGlobals } from './globals.js'

export interface Exits {
  /** Ends the program with this code when the verb is done. */
  exit: (code: number) => void
  effective: () => Record<SettingKey, { value: string; origin: string }>
}

type Register = (program: Command, context: Context, exits: Exits) => void | Promise<void>

/** Each verb is loaded when it is typed; `help` loads them all. */
const VERBS: Record<string, () => Promise<Register>> = {
  today: async () => {
    const { registerToday } = await import('./today.js')
    return (program, context, { exit }) => registerToday(program, context, exit)
  },
  log: async () => (await import('./log.js')).registerLog,
  next: async () => (await import('./promising.js')).registerNext,
  done: async () => {
    const { registerClosing } = await import('./closing.js')
    return (program, context) => registerClosing(program, context, 'done')
  },
  snooze: async () => (await import('./closing.js')).registerSnooze,
  skip: async () => {
    const { registerClosing } = await import('./closing.js')
    return (program, context) => registerClosing(program, context, 'skip')
  },
  greet: async () => (await import('./greet.js')).registerGreet,
  date: async () => (await import('./dates.js')).registerDate,
  add: async () => (await import('./clients.js')).registerAdd,
  edit: async () => (await import('./editing.js')).registerEdit,
  show: async () => (await import('./clients.js')).registerShow,
  list: async () => (await import('./listing.js')).registerList,
  count: async () => (await import('./listing.js')).registerCount,
  remove: async () => (await import('./clients.js')).registerRemove,
  forget: async () => (await import('./forget.js')).registerForget,
  import: async () => {
    const { registerImport } = await import('./import.js')
    return (program, context, { exit }) => registerImport(program, context, exit)
  },
  order: async () => (await import('./orders.js')).registerOrder,
  expense: async () => (await import('./orders.js')).registerExpense,
  warmth: async () => (await import('./standing.js')).registerWarmth,
  why: async () => (await import('./standing.js')).registerWhy,
  segment: async () => (await import('./segments.js')).registerSegment,
  dedupe: async () => (await import('./dedupe.js')).registerDedupe,
  merge: async () => (await import('./merging.js')).registerMerge,
  distinct: async () => (await import('./merging.js')).registerDistinct,
  export: async () => (await import('./export.js')).registerExport,
  undo: async () => (await import('./history.js')).registerUndo,
  history: async () => (await import('./history.js')).registerHistory,
  backup: async () => (await import('./backup.js')).registerBackup,
  restore: async () => (await import('./restore.js')).registerRestore,
  check: async () => (await import('./check.js')).registerCheck,
  schedule: async () => (await import('./schedule.js')).registerSchedule,
  fields: async () => (await import('./fields.js')).registerFields,
  config: async () => {
    const { registerConfig } = await import('./config.js')
    return (program, context, { effective }) => registerConfig(program, context, effective)
  },
  demo: async () => {
    const { registerDemo } = await import('./demo.js')
    return (program, context, exits) =>
      registerDemo(program, context, async (deps) => {
        const { registerToday } = await import('./today.js')
        const day = new Command()
        registerToday(day, { ...context, deps: async () => deps }, exits.exit)
        await day.parseAsync(['today'], { from: 'user' })
      })
  },
}

const GROUPS = {
  day: ['today', 'log', 'next', 'done', 'snooze', 'skip', 'greet', 'date'],
  clients: ['add', 'show', 'list', 'count', 'edit', 'remove', 'forget', 'segment'],
  value: ['order', 'expense', 'warmth', 'why'],
  data: ['import', 'export', 'dedupe', 'merge', 'distinct', 'undo', 'history'],
  base: ['backup', 'restore', 'check', 'schedule', 'config', 'fields', 'demo', 'help'],
} as const

export const VERB_NAMES = [...Object.keys(VERBS), 'help']

/** Runs one command line. Refusals are thrown, in the user's words, for `main` to say. */
export async function runProgram(
  args: readonly string[],
  verb: string | null,
  context: Context,
  exits: Exits,
): Promise<void> {
  const program = await buildProgram(verb, context, exits)
  try {
    await program.parseAsync([...args], { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (error.exitCode === 0) return
    // A verb of several, with none named: its help is the answer.
    if (error.code === 'commander.help') return context.out(helpOf(program, verb))
    throw translated(error, verb, program)
  }
}

async function buildProgram(verb: string | null, context: Context, exits: Exits): Promise<Command> {
  const { words } = context
  const program = addGlobals(new Command('clientele'), words)
    .description(`${words.help.tagline}\n\n${words.help.daily}`)
    .version(__VERSION__, '-V, --version', words.help.flags.version)
    .helpOption('-h, --help', words.help.flags.help)
    .helpCommand(false)
  const needsAll = verb === null || verb === 'help'
  const wanted = needsAll ? Object.keys(VERBS) : Object.keys(VERBS).filter((name) => name === verb)
  if (wanted.length === 0 && verb !== null)
    throw typedWrongly((catalogue) => ({
      text: catalogue.errors.unknownCommand(verb, nearestWord(verb, VERB_NAMES)),
      hint: catalogue.errors.usageHint(''),
    }))
  for (const name of wanted) {
    const register = await VERBS[name]?.()
    await register?.(program, context, exits)
  }
  if (needsAll) {
    program
      .command('help')
      .description(words.help.verbs.help)
      .argument('[verb...]', words.help.args.verb)
      .action((names: string[]) => {
        let found: Command = program
        for (const name of names) {
          const next = found.commands.find((each) => each.name() === name)
          if (!next)
            throw typedWrongly((catalogue) => catalogue.errors.unknownCommand(name, nearestWord(name, VERB_NAMES)))
          found = next
        }
        context.out(found.helpInformation())
      })
    for (const [group, names] of Object.entries(GROUPS))
      for (const name of names)
        program.commands
          .find((each) => each.name() === name)
          ?.helpGroup(`${words.help.groups[group as keyof typeof GROUPS]}:`)
    program.action(() => {
      context.out(program.helpInformation())
    })
  }
  for (const each of family(program)) {
    each
      .helpOption('-h, --help', words.help.flags.help)
      .helpCommand(false)
      .exitOverride()
      .showSuggestionAfterError(true)
      .configureOutput({
        writeOut: (text) => context.out(text),
        writeErr: () => {},
        getOutHelpWidth: () => Math.min(context.world.stdout.columns ?? 80, 100),
      })
      .configureHelp({ styleTitle: (title) => titles(title, context), showGlobalOptions: each !== program })
  }
  return program
}

const helpOf = (program: Command, verb: string | null): string =>
  (program.commands.find((each) => each.name() === verb) ?? program).helpInformation()

const family = (command: Command): Command[] => [command, ...command.commands.flatMap(family)]

function titles(title: string, { words: { help }, style }: Context): string {
  const known: Record<string, string> = {
    'Usage:': help.usage,
    'Arguments:': help.arguments,
    'Options:': help.options,
    'Global Options:': help.globals,
    'Commands:': help.commands,
  }
  const said = Object.hasOwn(known, title) ? `${known[title]}:` : title
  return style.strong(said)
}

/** Commander's complaints in the user's language. */
function translated(error: CommanderError, verb: string | null, program: Command): Refusal {
  const quoted = /'([^']*)'/.exec(error.message)?.[1] ?? ''
  const suggestion = /Did you mean (?:one of )?([^)?]+)\??\)/.exec(error.message)?.[1]?.split(',')[0]?.trim() ?? null
  const hint = verb ?? ''
  return typedWrongly((words) => {
    const said = (text: string) => ({ text, hint: words.errors.usageHint(hint) })
    switch (error.code) {
      case 'commander.unknownOption':
        return said(words.errors.unknownOption(quoted.replace(/^\u2212/, '-'), suggestion))
      case 'commander.unknownCommand':
        return said(words.errors.unknownCommand(quoted, suggestion))
      case 'commander.missingArgument':
        return said(words.errors.missingArgument(quoted))
      case 'commander.optionMissingArgument':
        return said(words.errors.missingValue(quoted.split(' ')[0]?.replace(/,$/, '') ?? quoted))
      case 'commander.conflictingOption': {
        const [first = '', second = ''] = [...error.message.matchAll(/'([^']*)'/g)].map(
          (match) => (match[1] ?? '').split(' ')[0] ?? '',
        )
        return said(words.errors.eitherOr(first, second))
      }
      case 'commander.excessArguments':
        return said(words.errors.tooManyArguments(program.args.slice(-1).join(' ')))
      case 'commander.invalidArgument': {
        const option = /option '([^']*)' argument '([^']*)'/.exec(error.message)
        const choices = /Allowed choices are ([^.]*)\./.exec(error.message)?.[1]
        if (option && choices)
          return said(
            words.errors.notOneOf((option[1] ?? '').split(' ')[0] ?? '', option[2] ?? '', choices.split(', ')),
          )
        return said(words.errors.usage(error.message.replace(/^error: /, '')))
      }
      default:
        return said(words.errors.usage(error.message.replace(/^error: /, '')))
    }
  })
}
