import type { Run } from './lib/part.js'

export const run: Run
export const canHaveTerminal: boolean
