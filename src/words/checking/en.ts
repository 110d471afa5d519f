/** What `check` says. */
export const checking = {}
