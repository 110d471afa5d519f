import { join, resolve as resolvePath } from 'node:path'
import { fileOf, openBase, waitOf, watched } from './base.js'
import type { Context, World } from './cli/context.js'
import { type GlobalFlags, peek, prepare } from './cli/globals.js'
import { runProgram } from './cli/program.js'
import { colourWanted, complain } from './complaining.js'
import { type Clock, isoInstant } from './domain/calendar.js'
import { DEFAULT_GREETING } from './domain/day/greeting.js'
import { currencyOf, MODEL_SETTINGS, type ModelKey, modelFrom } from './domain/standing/model.js'
import { systemCode } from './durable.js'
import { failed, type Refusal, typedWrongly } from './errors.js'
import { safe } from './render/safe.js'
import { styleFor } from './render/style.js'
import {
  type Config,
  configFile,
  dataFolder,
  type Resolved,
  readConfig,
  resolve,
  resolveLanguage,
  type SettingKey,
} from './settings.js'
import type { Store } from './store/store.js'
import { DEFAULT_CALLING, type Deps } from './usecases/deps.js'
import { DEFAULT_SPAN } from './usecases/today.js'
import { wordsIn } from './words/catalogue.js'
import type { Words } from './words/en.js'

/** Puts the world in order for one command: settings, language, clock, base; and says what went wrong. */
export async function run(argv: readonly string[], world: World): Promise<number> {
  const { args, verb, asTyped } = prepare(argv)
  const flags = globalsOf(args)
  let words: Words | null = null
  let exitCode = 0
  let store: Store | null = null
  let kept = false
  const keep = (): void => {
    kept = true
  }
  try {
    const settingsFile = configFile(world.env, world.home)
    const config = readConfig(settingsFile)
    words = await wordsIn(resolveLanguage(flags.lang, world.env, config))
    const settings = resolveAll(flags, world, config)
    const parts = { world, words, flags, settings, settingsFile, command: commandText(argv), keep }
    const context = contextOf(parts, async () => {
      store ??= watched(await openBase(settings.db.value, context), keep)
      return store
    })
    await runProgram(args, verb, context, {
      exit: (code) => {
        exitCode = code
      },
      effective: () => settings,
    })
  } catch (error) {
    words ??= await wordsIn(fallbackLanguage(world))
    exitCode = complain(error, world, words, flags, asTyped)
  } finally {
    await (store as Store | null)?.close().catch((error: unknown) => {
      exitCode ||= complain(error, world, words as Words, flags, asTyped)
    })
  }
  const failure = world.stdout.failure()
  if (failure) {
    const code = complain(unheard(failure, kept), world, words as Words, flags)
    exitCode ||= code
  }
  return exitCode
}

/** What was asked for could not be said. What was done is not undone by that, and must not be done a second time. */
const unheard = (failure: Error, kept: boolean): Refusal =>
  failed((words) => ({
    text: words.errors.outputFailed(words.faults.reason(systemCode(failure))),
    ...(kept ? { hint: words.faults.keptUnheard } : {}),
  }))

function globalsOf(args: readonly string[]): GlobalFlags {
  const has = (...names: string[]): boolean => {
    const end = args.indexOf('--')
    return args.slice(0, end < 0 ? undefined : end).some((arg) => names.includes(arg))
  }
  const text = (flag: string): string | undefined => peek(args, flag)
  const flags: GlobalFlags = {
    json: has('--json'),
    color: !has('--no-color'),
    input: !has('--no-input'),
    quiet: has('-q', '--quiet'),
    yes: has('-y', '--yes'),
    dryRun: has('-n', '--dry-run'),
  }
  for (const key of ['db', 'format', 'lang', 'tz', 'now'] as const) {
    const value = text(`--${key}`)
    if (value !== undefined) flags[key] = value
  }
  return flags
}

type Settings = Record<SettingKey, Resolved>

function resolveAll(flags: GlobalFlags, world: World, config: Config): Settings {
  const { env } = world
  const span = (value: string | undefined, fallback: number): Resolved =>
    resolve(undefined, undefined, /^\d{1,3}$/.test(value ?? '') ? value : undefined, String(fallback))
  return {
    db: resolve(flags.db, env.CLIENTELE_DB, config.db, join(dataFolder(env, world.home), 'clientele.db')),
    lang: {
      value: resolveLanguage(flags.lang, env, config),
      origin: resolve(flags.lang, env.CLIENTELE_LANG, config.lang, '').origin,
    },
    tz: zoneOf(flags, world, config),
    country: resolve(undefined, undefined, config.country, 'RU'),
    ahead: span(config.ahead, DEFAULT_SPAN.ahead),
    belated: span(config.belated, DEFAULT_SPAN.belated),
    required: resolve(undefined, undefined, config.required, ''),
    'day.hours': resolve(undefined, undefined, config['day.hours'], DEFAULT_CALLING.hours),
    'day.call-minutes': span(config['day.call-minutes'], DEFAULT_CALLING.minutes),
    'day.leads': span(config['day.leads'], DEFAULT_CALLING.leads),
    'greet.leap-day': resolve(undefined, undefined, config['greet.leap-day'] === '1' ? '1' : undefined, '28'),
    'greet.vip-ahead': span(config['greet.vip-ahead'], DEFAULT_GREETING.vipAhead),
    'greet.sign': resolve(undefined, undefined, config['greet.sign'], ''),
    'export.reason-over': resolve(
      undefined,
      undefined,
      /^\d{1,9}$/.test(config['export.reason-over'] ?? '') ? config['export.reason-over'] : undefined,
      '',
    ),
    ...modelSettings(config),
  }
}

/** Thresholds, weights and rates: from the file, else the default. */
function modelSettings(config: Config): Record<ModelKey, Resolved> {
  const currency = currencyOf(config.country ?? 'RU')
  return Object.fromEntries(
    MODEL_SETTINGS.map(({ key, default: fallback }) => [
      key,
      resolve(undefined, undefined, config[key], key === 'currency' ? currency : fallback),
    ]),
  ) as Record<ModelKey, Resolved>
}

/** What TZ may be besides a name: a file, or the rules themselves (`EET-2EEST,M3.5.0/3,M10.5.0/4`, `<+03>-3`). */
const isPosixZone = (text: string): boolean => /^:|^\/|^(?:[A-Za-z]{3,}|<[^>]+>)[+-]?\d/.test(text)

function zoneOf(flags: GlobalFlags, world: World, config: Config): Resolved {
  const zone = resolve(flags.tz, world.env.CLIENTELE_TZ, config.tz, world.machineZone())
  const { TZ } = world.env
  // It is not used, but whoever set it to something that is no zone would take the day that is shown for another.
  if (zone.origin === 'default' && TZ && !isPosixZone(TZ) && !world.useZone(TZ))
    throw typedWrongly((words) => words.errors.badZone(TZ))
  if (!world.useZone(zone.value)) throw typedWrongly((words) => words.errors.badZone(zone.value))
  return zone
}

/** A fixed moment, as `2026-11-22`, `2026-11-22T09:30` in the user's zone, or with `Z` or an offset. A day alone means noon. */
function fixedNow(text: string, world: World): Date {
  const wrong = typedWrongly((words) => words.errors.badNow(text))
  const match = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/i.exec(
    text.trim(),
  )
  if (!match?.[1]) throw wrong
  const instant = match[3]
    ? new Date(text.trim().replace(' ', 'T'))
    : world.toInstant({ date: match[1], time: match[2] ?? '12:00' })
  if (Number.isNaN(instant.getTime())) throw wrong
  // 31 February would quietly become 3 March.
  if (!match[3] && world.toLocal(instant).date !== match[1]) throw wrong
  return instant
}

interface Parts {
  world: World
  words: Words
  flags: GlobalFlags
  settings: Settings
  settingsFile: string
  command: string
  /** Told that something was kept. */
  keep: () => void
}

function contextOf(
  { world, words, flags, settings, settingsFile, command, keep }: Parts,
  open: () => Promise<Store>,
): Context {
  const typedNow = flags.now ?? (world.env.CLIENTELE_NOW || undefined)
  const fixed = typedNow === undefined ? null : fixedNow(typedNow, world)
  const { toLocal, toInstant, inZone } = world
  const clock: Clock = { now: () => fixed ?? world.now(), toLocal, toInstant, inZone }
  const style = styleFor(colourWanted(flags, world))
  const country = settings.country.value.toUpperCase()
  const model = modelFrom(Object.fromEntries(MODEL_SETTINGS.map(({ key }) => [key, settings[key].value])), country)
  const say = (text: string): void => {
    if (!flags.quiet) world.stderr.write(`${text}\n`)
  }
  return {
    world,
    words,
    style,
    flags,
    clock,
    interactive: world.stdin.isTerminal && world.stdout.isTerminal && flags.input !== false,
    dbFile: resolvePath(fileOf(settings.db.value)),
    country,
    zone: settings.tz.value,
    model,
    span: { ahead: Number(settings.ahead.value), belated: Number(settings.belated.value) },
    required: settings.required.value.split(',').filter((key) => key !== ''),
    reasonOver: settings['export.reason-over'].value === '' ? null : Number(settings['export.reason-over'].value),
    configFile: settingsFile,
    dataFolder: dataFolder(world.env, world.home),
    command,
    deps: async (): Promise<Deps> => ({
      store: await open(),
      clock,
      country,
      model,
      calling: {
        hours: settings['day.hours'].value,
        minutes: Number(settings['day.call-minutes'].value),
        leads: Number(settings['day.leads'].value),
      },
      greeting: {
        leapDay: settings['greet.leap-day'].value === '1' ? 1 : 28,
        vipAhead: Number(settings['greet.vip-ahead'].value),
      },
      command,
      who: () => world.user(),
      onGone: (typed, id, name) => say(words.merging.done.isNow(safe(typed), id, safe(name))),
      onUnusable: (what) => say(words.today.unusable(safe(what))),
    }),
    openBase: (file) => openBase(file, { world, words, flags, model, clock, say }),
    acceptCopy: async (draft, name) => (await import('./store/store.js')).acceptCopy(draft, name),
    lookAround: async (inside, { own, program, now }) => {
      const { lookAround } = await import('./store/surroundings.js')
      const base = resolvePath(fileOf(settings.db.value))
      const folder = join(dataFolder(world.env, world.home), 'backups')
      return lookAround({ base, backups: { folder, own }, config: settingsFile, program }, inside, now.getTime())
    },
    restoreBase: async (draft, to) => {
      const { restoreBase } = await import('./store/store.js')
      const at = isoInstant(clock.now())
      const how = { stamp: at.replace(/[-:Z]/g, ''), at, who: world.user(), wait: waitOf(world) }
      const restored = await restoreBase(draft, to, how)
      keep()
      return restored
    },
    out: (text) => world.stdout.write(text),
    say,
  }
}

/** What was typed, for the journal: without the flags that every command takes, quoted where a shell would need it. */
function commandText(argv: readonly string[]): string {
  const kept: string[] = []
  for (let index = 0; index < argv.length; index += 1) {
    const word = argv[index] ?? ''
    if (['--db', '--format', '--lang', '--tz', '--now'].includes(word)) index += 1
    else if (!/^(--(db|format|lang|tz|now)=.*|--json|--no-color|--no-input|-q|--quiet|-y|--yes)$/.test(word))
      kept.push(word)
  }
  const quoted = kept.map((word) =>
    /^[\p{L}\p{N}@%+=:,./_-]+$/u.test(word) ? word : `"${word.replaceAll('"', '\\"')}"`,
  )
  return [...quoted.join(' ')].slice(0, 500).join('')
}

function fallbackLanguage(world: World): 'en' | 'ru' | 'uk' {
  try {
    return resolveLanguage(undefined, world.env, {})
  } catch {
    return 'en'
  }
}
