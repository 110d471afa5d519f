import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { MODEL_SETTINGS, type ModelKey } from './domain/standing/model.js'
import { failed, typedWrongly } from './errors.js'
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
  if (!existsSync(file)) return {}
  let parsed: unknown
  try {
    parsed = JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    throw failed((words) => words.errors.badConfig(file))
  }
  if (parsed === null || typeof parsed !== 'object' || Array.isArray(parsed))
    throw failed((words) => words.errors.badConfig(file))
  const config: Config = {}
  for (const key of SETTING_KEYS) {
    const value = Object.hasOwn(parsed, key) ? (parsed as Record<string, unknown>)[key] : undefined
    if (typeof value === 'string' || typeof value === 'number') config[key] = String(value)
  }
  return config
}

/** Settings and profiles: readable by their owner alone, and never half written. */
export function writeConfig(file: string, config: object): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const draft = `${file}.part`
  writeFileSync(draft, `${JSON.stringify(config, null, 2)}\n`, { mode: 0o600 })
  renameSync(draft, file)
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
