import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { failed, typedWrongly } from '../errors.js'
import type { Wish } from '../usecases/import-plan.js'

/** What was settled about files of one kind, for the next of them. */
export interface Profile {
  columns: Record<string, string>
  encoding?: string
  delimiter?: string
  sheet?: string
  date_order?: 'dmy' | 'mdy'
}

/** Profiles lie beside the settings, a file each, so that they can be read, mended and handed on. */
export function profileFile(configFile: string, name: string): string {
  if (!/^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,60}$/u.test(name))
    throw typedWrongly((words) => words.errors.import.badProfileName(name))
  return join(dirname(configFile), 'profiles', `${name}.json`)
}

export function readProfile(file: string): Profile | null {
  if (!existsSync(file)) return null
  try {
    const parsed = JSON.parse(readFileSync(file, 'utf8')) as Profile
    if (Object.values(parsed.columns).every((field) => typeof field === 'string')) return parsed
  } catch {
    // Said below, as for one that is no profile.
  }
  throw failed((words) => words.errors.badConfig(file))
}

export function writeProfile(file: string, profile: Profile): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const draft = `${file}.part`
  writeFileSync(draft, `${JSON.stringify(profile, null, 2)}\n`, { mode: 0o600 })
  renameSync(draft, file)
}

export const wishesOf = (profile: Profile | null): Wish[] => Object.entries(profile?.columns ?? {})
