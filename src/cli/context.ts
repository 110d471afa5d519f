import type { Clock } from '../domain/calendar.js'
import type { Finding } from '../domain/checking/finding.js'
import type { Model } from '../domain/standing/model.js'
import { safe } from '../render/safe.js'
import type { Style } from '../render/style.js'
import type { Candidate } from '../store/clients.js'
import type { Accepted, Restored } from '../store/restoring.js'
import type { Store } from '../store/store.js'
import type { Inside } from '../store/surroundings.js'
import type { Deps } from '../usecases/deps.js'
import type { Words } from '../words/en.js'
import type { GlobalFlags } from './globals.js'
import type { Keys } from './keys.js'

/** The outside world as the program sees it; a test hands in one of its own. */
export interface World {
  env: Readonly<Record<string, string | undefined>>
  home: string
  /** Who runs the program, as the system knows them: `anna@desk`. */
  user(): string
  now(): Date
  /** Makes this the zone of `toLocal` and `toInstant`; false when there is no such zone. */
  useZone(zone: string): boolean
  /** The machine's own zone, whatever the terminal says. */
  machineZone(): string
  /** Absolute paths: of Node, and of what it was started with. */
  program: { node: string; script: string }
  toLocal: Clock['toLocal']
  toInstant: Clock['toInstant']
  inZone: Clock['inZone']
  stdout: Output
  stderr: Output
  stdin: { isTerminal: boolean; bytes(): AsyncIterable<Uint8Array> }
  /** From now on a first SIGINT, SIGTERM or SIGHUP is only noted, for long work to end itself; tells whether one came. */
  watchInterrupts?(): () => boolean
  /** Asks on the terminal; loaded when first used. */
  asker(): Promise<Asker>
  /** Keys of the terminal, each as it is pressed. */
  keys(): Promise<Keys>
}

export interface Output {
  write(text: string | Uint8Array): void
  isTerminal: boolean
  columns: number | null
  /** False once whoever read it has gone away (`| head`). */
  open(): boolean
  /** Why writing failed, when it did: a full disk, say. */
  failure(): Error | null
}

/** How a question of yes or no is put: in the user's words, in the style of the terminal. */
export interface Confirming {
  words: Words['ask']['sure']
  style: Style
}

export interface Asker {
  input(message: string, options?: { default?: string; check?: (value: string) => true | string }): Promise<string>
  select(message: string, choices: readonly { name: string; value: string }[]): Promise<string>
  confirm(message: string, how: Confirming): Promise<boolean>
  /** What is typed is not shown. */
  password(message: string): Promise<string>
  /** `nothing` is said in the place of choices when none fits. */
  search(
    message: string,
    find: (text: string) => Promise<{ name: string; value: string }[]>,
    nothing: string,
  ): Promise<string>
}

/** What every verb is handed: the world in order, the language chosen, the base behind a door that opens when asked. */
export interface Context {
  world: World
  words: Words
  style: Style
  flags: GlobalFlags
  clock: Clock
  /** May the user be asked? Only with a terminal on both ends. */
  interactive: boolean
  dbFile: string
  country: string
  /** IANA name of the user's zone. */
  zone: string
  /** By what clients are judged, and the base currency. */
  model: Model
  span: { ahead: number; belated: number }
  /** Keys of the fields that a form marks as required, besides the name. */
  required: readonly string[]
  /** Above so many rows a reason is asked for what is taken out; null for never. */
  reasonOver: number | null
  configFile: string
  dataFolder: string
  command: string
  deps(): Promise<Deps>
  openBase(file: string): Promise<Store>
  /** Looks at a copy of a backup through and through, and brings it up; `name` is how the backup is called. */
  acceptCopy(draft: string, name: string): Promise<Accepted>
  /** Puts an accepted copy in the place of a base; what was there is kept aside. */
  /** A look at all that is around the base and may harm it or give it away. */
  lookAround(inside: Inside, about: { own: readonly string[]; program: string; now: Date }): Promise<Finding[]>
  restoreBase(draft: string, to: string): Promise<Restored>
  /** Data, to standard output. */
  out(text: string): void
  /** Anything else, to standard error; silent with --quiet. */
  say(text: string): void
}

/** Chooses one of several clients on a terminal; null where nobody can be asked. */
export function pickerOf({
  interactive,
  words,
  world,
}: Context): ((candidates: readonly Candidate[]) => Promise<Candidate>) | null {
  if (!interactive) return null
  return async (candidates) => {
    const asker = await world.asker()
    const id = await asker.select(
      words.ask.which,
      candidates.map((candidate) => ({ name: safe(words.candidate(candidate)), value: String(candidate.id) })),
    )
    return candidates.find((candidate) => String(candidate.id) === id) as Candidate
  }
}
