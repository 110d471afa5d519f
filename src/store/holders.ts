import { readdirSync, readFileSync, readlinkSync, realpathSync, statSync } from 'node:fs'
import { basename } from 'node:path'

/*
 * Who holds the lock that a command has waited for in vain. Linux lists the locks of files in /proc/locks, as kind, process,
 * device and number of the file, first and last byte; other systems do not tell.
 */

export interface Holder {
  pid: number
  /** What it runs, shortened; empty when that is not to be learned. */
  command: string
}

interface Lock {
  pid: number
  writing: boolean
  device: string
  inode: string
  first: number
  last: number
}

/** In the index of the log one byte is locked by who writes, and the two behind it by who moves the log or mends it. */
const LOG_WRITER = 120
const LOG_MOVERS = [121, 122] as const
/** In a base without a log these bytes stand for reading and writing; whoever uses a base holds one for reading. */
const BASE = [0x40000000, 0x40000000 + 511] as const

/** The process that most likely holds the base of this name, or null. Asks for names only, opens nothing of the base. */
export function holderOf(file: string): Holder | null {
  try {
    const locks = readLocks()
    const base = realpathSync(file)
    const index = `${base}-shm`
    const pid =
      holding(index, locks, (lock) => lock.writing && covers(lock, LOG_WRITER, LOG_WRITER)) ??
      holding(base, locks, (lock) => lock.writing && covers(lock, ...BASE)) ??
      holding(index, locks, (lock) => lock.writing && covers(lock, ...LOG_MOVERS))
    return pid === null ? null : { pid, command: commandOf(pid) }
  } catch {
    // Another system, or one that hides its processes: then nobody is named.
    return null
  }
}

const covers = (lock: Lock, first: number, last: number): boolean => lock.first <= last && lock.last >= first

function readLocks(): Lock[] {
  const own = Number(readlinkSync('/proc/self'))
  const line = /^\d+: (?:POSIX|OFDLCK)\s+\S+\s+(READ|WRITE) (\d+) ([0-9a-f]+:[0-9a-f]+):(\d+) (\d+) (\d+|EOF)$/
  return readFileSync('/proc/locks', 'latin1')
    .split('\n')
    .flatMap((text) => {
      const [, kind, pid, device, inode, first, last] = line.exec(text) ?? []
      if (pid === undefined || device === undefined || inode === undefined || Number(pid) === own) return []
      const end = last === 'EOF' ? Number.POSITIVE_INFINITY : Number(last)
      return [{ pid: Number(pid), writing: kind === 'WRITE', device, inode, first: Number(first), last: end }]
    })
}

function holding(file: string, locks: readonly Lock[], fits: (lock: Lock) => boolean): number | null {
  let inode: string
  let device: string
  try {
    const { ino, dev } = statSync(file, { bigint: true })
    inode = String(ino)
    const [major, minor] = [(dev >> 8n) & 0xfffn, (dev & 0xffn) | ((dev >> 12n) & 0xfff00n)]
    device = [major, minor].map((part) => part.toString(16).padStart(2, '0')).join(':')
  } catch {
    return null
  }
  // Some file systems give a file another device than the list does; then what the process has open decides.
  const found = locks.find(
    (lock) => lock.inode === inode && fits(lock) && (lock.device === device || hasOpen(lock.pid, file)),
  )
  return found?.pid ?? null
}

function hasOpen(pid: number, file: string): boolean {
  try {
    return readdirSync(`/proc/${pid}/fd`).some((name) => {
      try {
        return readlinkSync(`/proc/${pid}/fd/${name}`) === file
      } catch {
        return false
      }
    })
  } catch {
    return false
  }
}

/** `node /opt/…/clientele.js import clients.csv` is “clientele import …”: what follows the verb may name people. */
function commandOf(pid: number): string {
  let words: string[]
  try {
    words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\u0000')
  } catch {
    return ''
  }
  if (words[words.length - 1] === '') words.pop()
  const [program = '', script] = words
  const rest =
    script !== undefined && /^(node|nodejs|python[\d.]*|perl|ruby)$/.test(basename(program)) && !script.startsWith('-')
      ? [script, ...words.slice(2)]
      : words
  const name = basename(rest[0] ?? '').replace(/\.[cm]?js$/, '')
  const verb = rest[1] !== undefined && /^[a-z]+$/.test(rest[1]) ? ` ${rest[1]}` : ''
  const more = rest.length > (verb === '' ? 1 : 2) ? ' …' : ''
  return [...`${name}${verb}${more}`].slice(0, 80).join('')
}
