import { renameSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { isoInstant } from '../domain/calendar.js'
import { giveFreshName, makeFolder, syncFolder, systemCode } from '../durable.js'
import { cancelled, isRefusal, refused } from '../errors.js'
import { safe } from '../render/safe.js'
import { isFull } from '../room.js'
import type { Deps } from '../usecases/deps.js'
import type { BackupNames } from './backup-names.js'
import type { Context } from './context.js'
import { type Draft, draftIn } from './drafts.js'
import { sealFile } from './sealed-copy.js'
import type { Seal } from './sealing.js'
import { explained, placeOf } from './sink.js'

/** Where the backup goes: into a file that was named, or under a name with the moment into a folder. */
export interface Target {
  folder: string
  /** The file that was typed; null when the name is ours to choose. */
  file: string | null
}

/** A base that is busy is waited for so long to write down that a backup is made, in milliseconds; the backup itself need not wait. */
const PATIENCE = 3_000

/** One backup in the making: drafts, encryption, and the name at the end. */
export class Making {
  readonly #drafts: Draft[] = []
  readonly #stop: () => void

  constructor(
    readonly context: Context,
    readonly deps: Deps,
    readonly seal: Seal | null,
  ) {
    const interrupted = context.world.watchInterrupts?.() ?? (() => false)
    this.#stop = () => {
      if (interrupted()) throw cancelled()
    }
  }

  async into({ folder, file }: Target, names: BackupNames, force: boolean): Promise<{ file: string; bytes: number }> {
    const { seal } = this
    const name = (): string => file ?? names.free(folder, seal?.ending ?? '')
    const named = name()
    try {
      makeFolder(folder)
      const real = file === null ? null : placeOf(file, force).file
      const final = this.#draft(real === null ? folder : dirname(real))
      // A folder of backups may be a cloud or a stick: what is not encrypted never lies there on the way.
      const plain = seal === null ? final : this.#draftAtHome()
      await this.#note(named)
      this.#stop()
      const copied = await this.deps.store.backup(plain.file, named)
      this.#stop()
      const bytes =
        seal === null ? copied.bytes : await sealFile(plain.file, final.file, { seal, named, look: () => this.#stop() })
      this.#stop()
      return { file: this.#name(final.file, { real, name, typed: file, force }), bytes }
    } catch (error) {
      throw explained(error, named)
    } finally {
      for (const draft of this.#drafts) draft.discard()
    }
  }

  #draft(folder: string): Draft {
    const draft = draftIn(folder)
    this.#drafts.push(draft)
    return draft
  }

  /** Beside the base, where the same people can read it; where nothing can be written there, or no more fits, in the data folder. */
  #draftAtHome(): Draft {
    const { dbFile, dataFolder } = this.context
    const home = dirname(resolve(dbFile))
    try {
      if (!isFull(home)) return this.#draft(home)
    } catch {
      // Not ours to write into.
    }
    makeFolder(dataFolder)
    return this.#draft(dataFolder)
  }

  /** Before the first byte. A backup is what saves a base that cannot be written any more, so it is made all the same. */
  async #note(target: string): Promise<void> {
    const { context, deps, seal } = this
    const { store, clock } = deps
    try {
      await store.noteOut(
        {
          at: isoInstant(clock.now()),
          who: context.world.user(),
          what: 'backup',
          format: 'db',
          rows: await store.clients.total(),
          fields: [],
          encrypted: seal !== null,
          details: { filter: null, target: resolve(target), reason: null },
        },
        PATIENCE,
      )
    } catch (error) {
      if (!isRefusal(error)) throw error
      const said = error.say(context.words)
      context.world.stderr.write(
        `${context.words.sealing.errors.notLogged(safe(typeof said === 'string' ? said : said.text))}\n`,
      )
    }
  }

  #name(
    draft: string,
    { real, name, typed, force }: { real: string | null; name: () => string; typed: string | null; force: boolean },
  ): string {
    if (real !== null && typed !== null) {
      if (force) renameSync(draft, real)
      else if (!tookName(draft, real))
        throw refused((words) => ({ text: words.errors.fileExists(typed), hint: words.errors.fileExistsHint }))
      return settled(typed, real)
    }
    for (;;) {
      const chosen = name()
      // Another backup of this second may be quicker.
      if (tookName(draft, chosen)) return settled(chosen, chosen)
    }
  }
}

function tookName(draft: string, file: string): boolean {
  try {
    giveFreshName(draft, file)
    return true
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false
    throw error
  }
}

/** The backup has its name; should the disk not be able to keep it, that is no failure for which nothing was written. */
function settled(said: string, file: string): string {
  try {
    syncFolder(dirname(file))
  } catch (error) {
    throw Object.assign(error as Error, { code: 'EIO' })
  }
  return said
}
