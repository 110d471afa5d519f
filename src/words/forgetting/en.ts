/** What `forget` says. */
export const forgetting = {}
