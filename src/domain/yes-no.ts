const YES = new Set(['yes', 'y', 'true', '1', 'да', 'так', '+'])
const NO = new Set(['no', 'n', 'false', '0', 'нет', 'ні', '-'])

/** Yes or no in three languages, or null. */
export function readYesNo(text: string): boolean | null {
  const word = text.trim().toLowerCase()
  return YES.has(word) ? true : NO.has(word) ? false : null
}
