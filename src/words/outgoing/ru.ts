import type { outgoing as english } from './en.js'

export const outgoing: typeof english = {}
