import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { failed, typedWrongly } from '../errors.js'
import { writeConfig } from '../settings.js'
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

export const writeProfile = (file: string, profile: Profile): void => writeConfig(file, profile)

export const wishesOf = (profile: Profile | null): Wish[] => Object.entries(profile?.columns ?? {})
