import type { Run } from './lib/part.js'

export const run: Run
export const canMount: boolean
export function canBeNobody(bin: string): boolean
