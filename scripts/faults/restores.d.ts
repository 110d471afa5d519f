import type { Run } from './lib/part.js'

export const run: Run
