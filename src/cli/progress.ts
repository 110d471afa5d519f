import type { Context } from './context.js'

/** How far long work has come, told as a share from 0 to 1. */
export interface ProgressBar {
  show(share: number): void
  clear(): void
}

const CELLS = 24

/** A bar on standard error from one second on; only where somebody watches. */
export function progressBar(
  { world, interactive, flags }: Context,
  say: (bar: string, percent: number) => string,
): ProgressBar {
  const began = world.now().getTime()
  const silent = !interactive || flags.quiet === true || !world.stderr.isTerminal
  let shown = -1
  return {
    show: (share) => {
      const percent = Math.floor(Math.min(1, Math.max(0, share)) * 100)
      if (silent || percent === shown || world.now().getTime() - began < 1000) return
      shown = percent
      const full = Math.round((percent / 100) * CELLS)
      world.stderr.write(`\r${say(`${'█'.repeat(full)}${'░'.repeat(CELLS - full)}`, percent)}`)
    },
    clear: () => {
      if (shown >= 0) world.stderr.write('\r\u001b[K')
      shown = -1
    },
  }
}
