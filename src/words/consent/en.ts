/** What is said of consent and opt-outs. */
export const consent = {}
