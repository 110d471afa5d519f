import type { sealing as english } from './en.js'

export const sealing: typeof english = {}
