import type { forgetting as english } from './en.js'

export const forgetting: typeof english = {}
