import { readdirSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { lookalikesOf } from '../domain/checking/conflicts.js'
import { failed } from '../errors.js'
import { firstBackup } from './first-bytes.js'

/*
 * An empty file in the place of a base is either one that nothing was put into yet, as `mktemp` makes it, or what a full disk or
 * a broken synchronisation has left of a base. Copies of a base tell the second. In the first a base begins with the first thing
 * that is kept; who only looks sees a base without clients, and nothing is written.
 */

/** Where else the base of this name may be kept, and how a copy of it is put back. */
export interface Elsewhere {
  /** Backups of the base, wherever they go. */
  backups(): Promise<readonly string[]>
  /** What is typed to put a copy back. */
  command(copy: string): string
}

export const NOWHERE_ELSE: Elsewhere = {
  backups: async () => [],
  command: (copy) => `clientele restore ${copy}`,
}

/** A base that was put aside: before a migration, before a restore. */
export const isCopy = (base: string, name: string): boolean =>
  name.startsWith(`${basename(base)}.before-`) && !/\.part-|-(?:wal|shm|journal)$/.test(name)

/** Refuses an empty file when copies show that a base has stood in its place. */
export async function refuseEmptied(file: string, { backups, command }: Elsewhere): Promise<void> {
  const copies = [...copiesBeside(file), ...(await backups())].flatMap((path) => firstBackup([path]) ?? [])
  const [first, ...others] = copies
  if (first === undefined) return
  const newest = others.reduce((latest, copy) => (copy.at > latest.at ? copy : latest), first)
  throw failed((words) => ({
    text: words.faults.emptied(file),
    hint: words.faults.emptiedHint(command(newest.path)),
  }))
}

function copiesBeside(file: string): string[] {
  const folder = dirname(file)
  const names = readdirSync(folder)
  const lookalikes = lookalikesOf(basename(file), names).filter(({ sure }) => sure)
  return [...names.filter((name) => isCopy(file, name)), ...lookalikes.map(({ name }) => name)]
    .map((name) => join(folder, name))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile() === true)
}

/** What of a store begins a base, or needs one. */
interface Beginning {
  file: string
  write(...typed: never[]): Promise<unknown>
  noteOut(...typed: never[]): Promise<number>
  check(...typed: never[]): Promise<unknown>
  backup(...typed: never[]): Promise<unknown>
  close(): Promise<void>
}

type Parts = Record<PropertyKey, unknown>
type Work = (...typed: unknown[]) => unknown

/**
 * A store on an empty file. It is `nothing`, a base in memory, until something is to be kept; then `begin` makes the file one. What
 * only tries a write out (`keep` false), or notes what is nobody's data, stays in memory.
 */
export function beginningStore<S extends Beginning>(
  nothing: S,
  begin: () => Promise<S>,
  onStillEmpty: () => void = () => {},
): S {
  let store = nothing
  const begun = async (): Promise<S> => {
    if (store === nothing) store = await begin()
    return store
  }
  let told = false
  const refuse = async (): Promise<never> => {
    told = true
    throw failed((words) => ({ text: words.faults.notBegun(nothing.file), hint: words.faults.notBegunHint }))
  }
  const always: Parts = {
    write: async (entry: never, work: never, options = { keep: true }) =>
      (options.keep ? await begun() : store).write(entry, work, options as never),
    close: async () => {
      await nothing.close()
      if (store !== nothing) await store.close()
      else if (!told) onStillEmpty()
    },
  }
  const meanwhile: Parts = {
    // Nothing is in it that could be taken out.
    noteOut: async () => 0,
    check: refuse,
    backup: refuse,
  }
  const current = (key: string): unknown =>
    always[key] ?? (store === nothing ? meanwhile[key] : undefined) ?? (store as Parts)[key]
  const late = (key: string): unknown => {
    const value = current(key)
    if (typeof value === 'function') return (...typed: unknown[]) => (current(key) as Work)(...typed)
    if (value === null || typeof value !== 'object') return value
    // A group of questions may be held by who asks while the base begins.
    return new Proxy(value, { get: (_, name) => (current(key) as Parts)[name] })
  }
  return Object.fromEntries(Object.keys(nothing).map((key) => [key, late(key)])) as unknown as S
}
