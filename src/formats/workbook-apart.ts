import {
  closeSync,
  existsSync,
  fstatSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execPath } from 'node:process'
import { fileURLToPath } from 'node:url'
import { cancelled } from '../errors.js'
import { FormatError } from './table.js'
import { labelOf } from './workbook-label.js'
import { fromBytes, type Rows, type Workbook } from './workbook-packing.js'
import { claimedSize } from './zip.js'

/*
 * The library that reads spreadsheets may ask for any amount of memory and time over a damaged file of a few kilobytes. So it works
 * in a process of its own, which may have as much of both as a file of that size can need. A thread would not do: V8 ends a thread
 * that is out of memory only where it can, and else the whole program with it.
 */

const MEGABYTE = 2 ** 20
/** Files beyond this are refused unread: what is in them stands in memory more than once. */
const LARGEST_FILE = 128 * MEGABYTE
/** Below it, a file that takes too much is damaged; above, it may be only too large for us. */
const MODEST = 16 * MEGABYTE

/**
 * Megabytes of objects that a file of so many, unpacked, may need: nearly twice what they were seen to need, for .xlsx 250 MB for
 * 100,000 rows of 12 columns (54 MB), for .xls 350 MB for 65,000 rows of 10 (16 MB).
 */
const heapFor = (megabytes: number, label: string): number => Math.ceil(96 + megabytes * (label === 'XLS' ? 36 : 10))
/** Seconds of CPU: three times what those rows take, and ten times what small files do. */
const patienceFor = (megabytes: number): number => Math.min(15, 3 + megabytes * 0.4)
/** On a machine with much else to do, and where nobody tells how much a process has worked. */
const WAITS_FOR_CPU = 10

/** What the process loads, beside the bundle that this is part of; null where the sources run as they are. */
function loaderBeside(): string | null {
  const here = import.meta.url
  return here.endsWith('.cjs') ? join(fileURLToPath(here), '..', 'loader.cjs') : null
}

/** A file without a name, in memory where the system keeps one there: it is gone when it is closed, however the program ends. */
function unnamedFile(): number {
  const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'clientele-'))
  try {
    return openSync(join(folder, 'workbook'), 'wx+', 0o600)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function writeAll(handle: number, bytes: Uint8Array): void {
  for (let written = 0; written < bytes.length; )
    written += writeSync(handle, bytes, written, bytes.length - written, written)
}

function readAll(handle: number): Buffer {
  const bytes = Buffer.allocUnsafeSlow(fstatSync(handle).size)
  for (let at = 0; at < bytes.length; ) {
    const got = readSync(handle, bytes, at, bytes.length - at, at)
    if (got === 0) return bytes.subarray(0, at)
    at += got
  }
  return bytes
}

/** Seconds that a process has worked, as Linux tells them; null elsewhere. */
function workedBy(pid: number): number | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ').at(-1)?.split(' ') ?? []
    return (Number(fields[11]) + Number(fields[12])) / 100
  } catch {
    return null
  }
}

/** Runs the reader over a file; false when it took too much, of memory or of time, or was ended. */
async function ran(
  loader: string,
  { input, output, megabytes, label }: { input: number; output: number; megabytes: number; label: string },
): Promise<boolean> {
  const { spawn } = await import('node:child_process')
  const code = `require(${JSON.stringify(loader)})('spreadsheet.cjs').answer()`
  const flags = [`--max-old-space-size=${heapFor(megabytes, label)}`, '--max-semi-space-size=8', '-e', code]
  const child = spawn(execPath, flags, { stdio: [input, output, 'ignore'] })
  const patience = patienceFor(megabytes)
  const began = performance.now()
  return await new Promise((resolve, reject) => {
    const watch = setInterval(() => {
      const worked = workedBy(child.pid ?? 0)
      const waited = (performance.now() - began) / 1000
      if ((worked ?? 0) > patience || waited > patience * WAITS_FOR_CPU) child.kill('SIGKILL')
    }, 200)
    child.on('error', (error) => {
      clearInterval(watch)
      reject(error)
    })
    child.on('exit', (status, signal) => {
      clearInterval(watch)
      // Ctrl-C goes to all that run in a terminal, this program too.
      if (signal === 'SIGINT' || signal === 'SIGTERM' || signal === 'SIGHUP') reject(cancelled())
      else resolve(status === 0)
    })
  })
}

/**
 * Reads a workbook as `readWorkbook` does, in a process that can be ended; its rows are made of their texts when they are taken.
 * Throws FormatError.
 */
export async function readWorkbookApart(bytes: Uint8Array): Promise<Workbook<Rows>> {
  if (bytes.length > LARGEST_FILE) throw new FormatError('too-large', null, String(Math.ceil(bytes.length / MEGABYTE)))
  const loader = loaderBeside()
  if (loader === null) return (await import('./spreadsheet.js')).readWorkbook(bytes)
  const size = claimedSize(bytes)
  const label = labelOf(bytes)
  const input = unnamedFile()
  const output = unnamedFile()
  try {
    writeAll(input, bytes)
    const done = await ran(loader, { input, output, megabytes: size / MEGABYTE, label })
    const answer = done ? fromBytes(readAll(output)) : null
    if (answer === null)
      throw size > MODEST
        ? new FormatError('too-large', null, String(Math.ceil(size / MEGABYTE)))
        : new FormatError('broken', null, label)
    if ('workbook' in answer) return answer.workbook
    if ('problem' in answer) throw new FormatError(answer.problem, null, answer.detail)
    throw new Error(answer.unknown)
  } finally {
    closeSync(input)
    closeSync(output)
  }
}
