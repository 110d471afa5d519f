/** Is there a compiler for what is loaded into the program? */
export const canPreload: boolean
export function compileShim(folder: string): string
