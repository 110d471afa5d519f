import { fieldNamed } from '../fields.js'
import { parseFilter } from './parse.js'
import { isQuoted } from './tokens.js'
import type { FilterTree } from './tree.js'

/**
 * The value and the words behind it in quotes, `city:"New York"` for `city:New York`, where a value in letters is followed by
 * words; null for a filter without such a place.
 */
export function quotedInstead(source: string): string | null {
  const found = (tree: FilterTree): string | null => {
    if (tree.is === 'not') return found(tree.part)
    if (tree.is !== 'and' && tree.is !== 'or') return null
    const at = tree.is === 'or' ? -1 : tree.parts.findIndex((part, index) => isCut(part, tree.parts[index + 1]))
    const term = tree.parts[at]
    if (term?.is !== 'term') return tree.parts.map(found).find((each) => each !== null) ?? null
    const behind = tree.parts.slice(at + 1)
    const end = behind.findIndex((part) => part.is !== 'words')
    const last = (end < 0 ? behind : behind.slice(0, end)).at(-1)
    const value = last?.is === 'words' ? source.slice(term.valuePlace.from, last.place.to) : term.value
    return `${source.slice(term.place.from, term.valuePlace.from)}"${value.replaceAll('"', '')}"`
  }
  const isCut = (part: FilterTree, next: FilterTree | undefined): boolean =>
    part.is === 'term' &&
    (fieldNamed(part.field)?.type ?? 'text') === 'text' &&
    /^[:=]$/.test(part.comparison) &&
    /^\p{L}/u.test(part.value) &&
    next?.is === 'words' &&
    /^[\p{L}\p{N}]/u.test(next.text) &&
    !isQuoted(source[part.valuePlace.from] ?? '') &&
    !isQuoted(source[next.place.from] ?? '')
  return found(parseFilter(source))
}
