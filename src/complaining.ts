import type { World } from './cli/context.js'
import type { GlobalFlags } from './cli/globals.js'
import { systemCode } from './durable.js'
import { failed, isRefusal, type Refusal } from './errors.js'
import { safe, safeLines, safeSentence } from './render/safe.js'
import { type Style, styleFor } from './render/style.js'
import type { Words } from './words/en.js'

/** NO_COLOR and --no-color win over FORCE_COLOR; otherwise colour goes to a terminal that can show it. */
export function colourWanted(flags: GlobalFlags, { env, stdout }: World): boolean {
  if (flags.color === false || (env.NO_COLOR !== undefined && env.NO_COLOR !== '')) return false
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false'
  return stdout.isTerminal && env.TERM !== 'dumb'
}

/** The one place where an error becomes a sentence and an exit code; `asTyped` gives words of the user back as they were. */
export function complain(
  error: unknown,
  world: World,
  words: Words,
  flags: GlobalFlags,
  asTyped: (text: string) => string = (text) => text,
): number {
  const style: Style = styleFor(colourWanted(flags, { ...world, stdout: world.stderr }))
  if (!isRefusal(error)) {
    const known = systemFailure(error)
    if (known) return complain(known, world, words, flags)
    const { message, stack } = error instanceof Error ? error : new Error(String(error))
    world.stderr.write(
      `${style.late(words.errors.internal(safe(message)))}\n${words.errors.internalHint}\n${safeLines(stack ?? '').join('\n')}\n`,
    )
    return 1
  }
  const said = error.say(words)
  const { text, details = [], hint } = typeof said === 'string' ? { text: said } : said
  const shown = (line: string): string => safeSentence(asTyped(line))
  world.stderr.write(
    `${[style.late(shown(text)), ...details.map((line) => `  ${shown(line)}`), ...(hint === undefined ? [] : [style.muted(shown(hint))])].join('\n')}\n`,
  )
  return error.exit
}

/** Files that cannot be read or written are the disk's doing, not a bug. */
function systemFailure(error: unknown): Refusal | null {
  if (!(error instanceof Error) || !('code' in error) || !('syscall' in error)) return null
  if (!('path' in error)) {
    const code = systemCode(error)
    return failed((words) => words.faults.file(words.faults.reason(code)))
  }
  const path = String(error.path)
  switch (error.code) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return failed((words) => ({ text: words.errors.readOnly(path), hint: words.errors.readOnlyHint }))
    case 'EFBIG':
      return failed((words) => ({ text: words.faults.tooLarge(path), hint: words.faults.tooLargeHint }))
    case 'ENOSPC':
    case 'EDQUOT':
      return failed((words) => words.errors.diskFull(path))
    case 'ENOENT':
    case 'ENOTDIR':
      return failed((words) => words.errors.noSuchFile(path))
    case 'EISDIR':
      return failed((words) => words.errors.isFolder(path))
    default:
      return failed((words) => words.errors.inputOutput(path, systemCode(error)))
  }
}
