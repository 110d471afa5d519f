// The library that is loaded into the program before all others and makes calls fail; compiled where it is used.
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { works } from './hurt.js'

/** A machine without a C compiler, or of another kind than Linux, cannot be hurt in this way. */
export const canPreload = process.platform === 'linux' && works('cc', '--version')

export function compileShim(folder) {
  const shim = join(folder, 'shim.so')
  const source = fileURLToPath(new URL('./shim.c', import.meta.url))
  execFileSync('cc', ['-shared', '-fPIC', '-O1', '-Wall', '-Werror', '-o', shim, source, '-ldl'])
  return shim
}
