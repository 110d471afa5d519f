import type { checking as english } from './en.js'

export const checking: typeof english = {}
