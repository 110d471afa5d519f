import { existsSync, realpathSync } from 'node:fs'
import { refused } from '../errors.js'
import type { Context } from './context.js'
import { placeOf } from './sink.js'

/** Refuses a file that may not be written before anything is read; the base itself even with `--force`. */
export function checkTarget({ dbFile }: Context, target: string | undefined, force: boolean): void {
  if (target === undefined) return
  const { file, stream } = placeOf(target, force)
  if (stream || !existsSync(file)) return
  const base = ['', '-wal', '-shm'].map((ending) => `${dbFile}${ending}`).filter((each) => existsSync(each))
  if (base.some((each) => realpathSync(each) === realpathSync(file)))
    throw refused((words) => words.errors.restoreOntoItself)
}
