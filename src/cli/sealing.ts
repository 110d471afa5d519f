import type { Command } from 'commander'
import { failed, type Refusal, typedWrongly } from '../errors.js'
import type { Key, Lock, LockKind } from '../formats/age.js'
import { AGE_ENDING, isAgeError } from '../formats/age-file.js'
import { safe } from '../render/safe.js'
import type { Words } from '../words/en.js'
import type { Context } from './context.js'
import { identitiesOf, passphraseIn, recipientsOf } from './secrets.js'

/** Loaded when something is sealed or opened, and not before. */
const age = () => import('../formats/age.js')

/** As commander hands them over. */
export interface SealFlags {
  encrypt?: boolean
  recipient?: string[]
  recipientsFile?: string
  passphraseFile?: string
}

/** Encrypts what goes through it. */
export interface Seal {
  /** What the name of the file ends in. */
  ending: string
  /** What is read, encrypted, as it comes: nothing but a portion of it is in memory. */
  seal(pieces: AsyncIterable<Uint8Array | string>): AsyncIterable<Uint8Array>
  /** Opens what was sealed, to see that it can be opened; null when only others have the key. */
  open: ((bytes: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array>) | null
}

/** As commander hands them over. */
export interface OpenFlags {
  passphraseFile?: string
  identity?: string[]
}

/**
 * Whoever has the file can try passphrases on their own machine for as long as they like. Each try costs a second, so eight
 * characters that are not in a dictionary last for centuries, and six do not.
 */
const SHORTEST = 8
const TRIES = 3

const collect = (value: string, previous: string[] = []): string[] => [...previous, value]

/** The flags that say that a file is to be encrypted, and with what. */
export const addSealFlags = (command: Command, { sealing: { flags } }: Words): Command =>
  command
    .option('--encrypt', flags.encrypt)
    .option('--recipient <age1…>', flags.recipient, collect)
    .option('--recipients-file <file>', flags.recipientsFile)
    .option('--passphrase-file <file>', flags.sealPassphrase)

/** The flags that say with what an encrypted file is opened. */
export const addOpenFlags = (command: Command, { sealing: { flags } }: Words): Command =>
  command.option('--passphrase-file <file>', flags.openPassphrase).option('--identity <file>', flags.identity, collect)

/** Whether a file is to be encrypted at all. */
export const wantsSeal = ({ encrypt, recipient, recipientsFile, passphraseFile }: SealFlags): boolean =>
  encrypt === true || recipient !== undefined || recipientsFile !== undefined || passphraseFile !== undefined

/**
 * What is to be encrypted with, or null when nothing is. Any of the flags asks for it, so that a recipient typed without
 * `--encrypt` never makes a file that everybody can read. Asks for a passphrase on a terminal, before anything is written.
 */
export async function sealFor(context: Context, flags: SealFlags): Promise<Seal | null> {
  const { recipient, recipientsFile, passphraseFile } = flags
  if (!wantsSeal(flags)) return null
  const forOthers = recipient !== undefined || recipientsFile !== undefined
  if (forOthers && passphraseFile !== undefined)
    throw typedWrongly((words) =>
      words.errors.eitherOr(recipient === undefined ? '--recipients-file' : '--recipient', '--passphrase-file'),
    )
  const lock: Lock = forOthers
    ? { recipients: await recipientsOf(recipient, recipientsFile) }
    : { passphrase: await newPassphrase(context, passphraseFile) }
  const { seal, unseal } = await age()
  return {
    ending: AGE_ENDING,
    seal: (pieces) => seal(pieces, lock),
    open: 'passphrase' in lock ? (bytes) => unseal(bytes, lock) : null,
  }
}

/** A file gets the name that it was given, as a script counts on it; one that hides what the file is does not pass unsaid. */
export function sayEnding({ say, words }: Context, file: string): void {
  if (!file.toLowerCase().endsWith(AGE_ENDING)) say(words.sealing.done.otherEnding(safe(file)))
}

/** Says of an export that it is encrypted. */
export function saySealed(context: Context, target: string | undefined): void {
  context.say(context.words.sealing.done.exported(target === undefined ? null : safe(target)))
  if (target !== undefined) sayEnding(context, target)
}

/** An encrypted file on a terminal is noise, and may be lost there. */
export function refuseSealedTerminal({ world }: Context, target: string | undefined): void {
  if (target === undefined && world.stdout.isTerminal)
    throw typedWrongly(({ sealing: { errors } }) => ({
      text: errors.sealedOnTerminal,
      hint: errors.sealedOnTerminalHint,
    }))
}

/**
 * Opens an encrypted file: what it needs is taken from the flags or asked for. `name` is how the file is called in what is said;
 * `head` its first bytes.
 */
export async function openerFor(
  context: Context,
  flags: OpenFlags,
  { name, head }: { name: string; head: Uint8Array },
): Promise<(bytes: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array>> {
  if (flags.passphraseFile !== undefined && flags.identity !== undefined)
    throw typedWrongly((words) => words.errors.eitherOr('--passphrase-file', '--identity'))
  const { lockOf, unseal } = await age()
  const kind = await explained(name, () => lockOf(once(head)))
  const key = await keyFor(context, flags, kind, name)
  return (bytes) => explainedPieces(name, () => unseal(bytes, key))
}

async function keyFor(context: Context, flags: OpenFlags, kind: LockKind, name: string): Promise<Key> {
  if (kind === 'identity') {
    if (flags.identity === undefined)
      throw failed(({ sealing: { errors } }) => ({ text: errors.needsIdentity(name), hint: errors.needsIdentityHint }))
    return { identities: await identitiesOf(context, flags.identity) }
  }
  if (flags.passphraseFile !== undefined) return { passphrase: await passphraseIn(context, flags.passphraseFile) }
  if (flags.identity !== undefined || !context.interactive)
    throw failed(({ sealing: { errors } }) => ({
      text: errors.needsPassphrase(name),
      hint: errors.needsPassphraseHint,
    }))
  return {
    passphrase: await (await context.world.asker()).password(context.words.sealing.ask.passphraseOf(safe(name))),
  }
}

async function newPassphrase(context: Context, file: string | undefined): Promise<string> {
  if (file !== undefined) {
    const passphrase = await passphraseIn(context, file)
    if ([...passphrase].length < SHORTEST) throw tooShort()
    return passphrase
  }
  if (!context.interactive)
    throw typedWrongly(({ sealing: { errors } }) => ({ text: errors.withWhat, hint: errors.withWhatHint }))
  const { ask, errors } = context.words.sealing
  const asker = await context.world.asker()
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const passphrase = await asker.password(ask.newPassphrase)
    if (passphrase === '') context.say(errors.emptyPassphrase)
    else if ([...passphrase].length < SHORTEST) context.say(errors.shortPassphrase(SHORTEST))
    else if ((await asker.password(ask.again)) === passphrase) return passphrase
    else if (attempt < TRIES) context.say(ask.differ)
    else throw typedWrongly((words) => words.sealing.errors.passphrasesDiffer)
  }
  throw tooShort()
}

const tooShort = (): Refusal => typedWrongly(({ sealing: { errors } }) => errors.shortPassphrase(SHORTEST))

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes
}

async function explained<T>(name: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw inWords(error, name)
  }
}

async function* explainedPieces(name: string, work: () => AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  try {
    yield* work()
  } catch (error) {
    throw inWords(error, name)
  }
}

/** What the format says of a file, as a sentence. */
export function inWords(error: unknown, name: string): unknown {
  if (!isAgeError(error)) return error
  const { problem } = error
  return failed(({ sealing: { errors } }) => {
    switch (problem) {
      case 'not-age':
        return errors.notSealed(name)
      case 'wrong-passphrase':
        return errors.wrongPassphrase(name)
      case 'wrong-identity':
        return errors.wrongIdentity(name)
      case 'too-hard':
        return errors.tooHard(name)
      case 'bad-recipient':
      case 'bad-identity':
      case 'damaged':
        return { text: errors.damaged(name), hint: errors.damagedHint }
    }
  })
}
