/** What is said of the log of what was taken out. */
export const outgoing = {}
