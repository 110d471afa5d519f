import { closeSync, constants, existsSync, fstatSync, openSync, readFileSync, realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { MODEL_SETTINGS, type ModelKey } from './domain/standing/model.js'
import { makeFolder, systemCode, writeDurably } from './durable.js'
import { failed, type Refusal, typedWrongly } from './errors.js'
import { LANGUAGES, type Language, languageOf } from './words/catalogue.js'

/** The settings a file may hold. Each is overruled by its environment variable, and that by its flag. */
const OWN_KEYS = [
  'db',
  'lang',
  'tz',
  'country',
  'ahead',
  'belated',
  'required',
  'day.hours',
  'day.call-minutes',
  'day.leads',
  'greet.leap-day',
  'greet.vip-ahead',
  'greet.sign',
  'export.reason-over',
] as const
export type SettingKey = (typeof OWN_KEYS)[number] | ModelKey
export const SETTING_KEYS: readonly SettingKey[] = [...OWN_KEYS, ...MODEL_SETTINGS.map(({ key }) => key)]
export type Config = Partial<Record<SettingKey, string>>

export type Origin = 'flag' | 'environment' | 'file' | 'default'

type Environment = Readonly<Record<string, string | undefined>>

/** An XDG folder must be absolute to count; the specification says to ignore it otherwise. */
const xdg = (value: string | undefined, fallback: string): string => (value?.startsWith('/') ? value : fallback)

export const configFile = (env: Environment, home: string): string =>
  join(xdg(env.XDG_CONFIG_HOME, join(home, '.config')), 'clientele', 'config.json')

export const dataFolder = (env: Environment, home: string): string =>
  join(xdg(env.XDG_DATA_HOME, join(home, '.local', 'share')), 'clientele')

export function readConfig(file: string): Config {
  const kept = recordIn(file)
  const config: Config = {}
  for (const key of SETTING_KEYS) {
    const value = Object.hasOwn(kept, key) ? kept[key] : undefined
    if (typeof value === 'string' || typeof value === 'number') config[key] = String(value)
  }
  return config
}

/** Keeps a setting, or takes it out with null; what this program does not know in the file stays. */
export function changeSetting(file: string, key: SettingKey, value: string | null): void {
  const others = Object.entries(recordIn(file)).filter(([name]) => name !== key)
  writeConfig(file, Object.fromEntries(value === null ? others : [...others, [key, value]]))
}

function recordIn(file: string): Record<string, unknown> {
  const text = contentOf(file)
  if (text === null) return {}
  let parsed: unknown
  try {
    parsed = JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    throw failed((words) => words.errors.badConfig(file))
  }
  if (parsed === null || typeof parsed !== 'object' || Array.isArray(parsed))
    throw failed((words) => words.errors.badConfig(file))
  return parsed as Record<string, unknown>
}

/** More than any settings are, in bytes. */
const LARGEST = 1_000_000

/** The text of the file, null when there is none. A device, a pipe or something huge in its place is not read. */
function contentOf(file: string): string | null {
  let handle: number
  try {
    // Whoever opens a pipe for reading waits for its writer, unless told not to.
    handle = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK)
  } catch (error) {
    // A name below something that is no folder is as good as none.
    if (['ENOENT', 'ENOTDIR'].includes(systemCode(error))) return null
    throw unreadable(file, error)
  }
  try {
    const state = fstatSync(handle)
    if (!state.isFile() || state.size > LARGEST) throw failed((words) => words.errors.badConfig(file))
    return readFileSync(handle, 'utf8')
  } catch (error) {
    throw systemCode(error) === '' ? error : unreadable(file, error)
  } finally {
    closeSync(handle)
  }
}

const unreadable = (file: string, error: unknown): Refusal =>
  failed((words) => words.errors.inputOutput(file, systemCode(error)))

function unwritable(file: string, error: unknown): Refusal {
  const code = systemCode(error)
  const [forbidden, full] = [
    ['EACCES', 'EPERM', 'EROFS'],
    ['ENOSPC', 'EDQUOT'],
  ].map((codes) => codes.includes(code))
  return failed((words) => ({
    text: forbidden
      ? words.errors.readOnly(file)
      : full
        ? words.errors.diskFull(file)
        : words.errors.inputOutput(file, code),
    hint: words.faults.settingsStay,
  }))
}

/** Settings and profiles: readable by their owner alone, and never half written. A link to them stays a link. */
export function writeConfig(file: string, config: object): void {
  const place = existsSync(file) ? realpathSync(file) : file
  try {
    makeFolder(dirname(place))
    writeDurably(place, `${JSON.stringify(config, null, 2)}\n`)
  } catch (error) {
    throw systemCode(error) === '' ? error : unwritable(file, error)
  }
}

export interface Resolved {
  value: string
  origin: Origin
}

/** Flag, then environment, then file, then default. */
export function resolve(
  flag: string | undefined,
  variable: string | undefined,
  configured: string | undefined,
  fallback: string,
): Resolved {
  if (flag !== undefined) return { value: flag, origin: 'flag' }
  if (variable !== undefined && variable !== '') return { value: variable, origin: 'environment' }
  if (configured !== undefined && configured !== '') return { value: configured, origin: 'file' }
  return { value: fallback, origin: 'default' }
}

/** `--lang`, CLIENTELE_LANG, the settings, then the locale of the terminal; English when nothing says more. */
export function resolveLanguage(flag: string | undefined, env: Environment, config: Config): Language {
  const { value, origin } = resolve(flag, env.CLIENTELE_LANG, config.lang, '')
  if (origin !== 'default') {
    const language =
      LANGUAGES.find((each) => each === value.toLowerCase()) ?? (origin === 'flag' ? null : languageOf(value))
    if (!language) throw typedWrongly((words) => words.errors.badLanguage(value))
    return language
  }
  // As gettext reads them: the first that is set decides, even when it names a language that is not here.
  const locale = [env.LC_ALL, env.LC_MESSAGES, env.LANG].find((each) => each !== undefined && each !== '')
  return languageOf(locale) ?? 'en'
}
