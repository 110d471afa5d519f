import type { consent as english } from './en.js'

export const consent: typeof english = {}
