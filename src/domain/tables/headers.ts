import synonyms from './headers.generated.json' with { type: 'json' }
import { MORE_NAMES, MORE_PATTERNS } from './more-headers.js'
import { isSensitiveName } from './sensitive.js'

/** A column's name as it is compared: without case, spelling of ё and apostrophes, doubled spaces and marks at the end. */
export const normaliseHeader = (header: string): string =>
  header
    // No column has a name of more than a few words, and patterns look for some in it.
    .slice(0, 300)
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[’ʼ`]/g, "'")
    .replace(/[_\s]+/g, ' ')
    .trim()

interface Synonyms {
  names: Map<string, string>
  patterns: [RegExp, string][]
}

let table: Synonyms | null = null

/** Made when a file is first looked at: no other command needs it. */
function synonymTable(): Synonyms {
  if (table) return table
  const names = new Map<string, string>()
  for (const [canonical, spellings] of Object.entries(synonyms.names))
    for (const spelling of spellings) {
      const name = normaliseHeader(spelling)
      if (!names.has(name)) names.set(name, canonical)
    }
  for (const [name, canonical] of Object.entries(MORE_NAMES)) names.set(name, canonical)
  const patterns = [
    ...MORE_PATTERNS,
    ...synonyms.patterns.map(([pattern, canonical]): [RegExp, string] => [
      new RegExp(pattern ?? '', 'u'),
      canonical ?? '',
    ]),
  ]
  table = { names, patterns }
  return table
}

/** What stands in brackets or after a comma behind the name proper: a unit, a currency, a hint to the one who fills it in. */
const TAIL = /^(.+?)\s*(?:[,(]\s*[^,()]{1,20}\)?)$/u

/** The canonical name of a column from the table of synonyms, or null. */
export function canonicalOf(header: string): string | null {
  const name = normaliseHeader(header)
  if (isSensitiveName(name)) return '_sensitive_ignore'
  const found = lookUp(name) ?? lookUp(name.replace(/[\s:*.!]+$/, ''))
  if (found !== null) return found
  const tail = TAIL.exec(name)
  return tail?.[1] ? lookUp(tail[1]) : null
}

function lookUp(name: string): string | null {
  const { names, patterns } = synonymTable()
  const direct = names.get(name)
  if (direct !== undefined) return direct
  for (const [pattern, canonical] of patterns) {
    const match = pattern.exec(name)
    if (!match) continue
    if (!canonical.startsWith('_strip')) return canonical
    const inner = names.get((canonical === '_strip_prefix' ? match[2] : match[1]) ?? '')
    if (inner !== undefined) return inner
  }
  return null
}

/** The number of a numbered group of columns: `E-mail 2 - Value` is of group 2; 1 where there is none. */
export const groupOf = (header: string): number => Number(/\b(\d+)\b/.exec(header)?.[1] ?? 1)

const CURRENCY_SIGNS: [RegExp, string][] = [
  // «руб» is also in «бел. руб.», «грн» in «ОГРН», «eur» in «Europe»: whole words only.
  [/(?<!\p{L})(byn|бел\.?\s*руб\p{L}*)(?!\p{L})/iu, 'BYN'],
  [/₽|(?<!\p{L})(руб\p{L}*|rub|р\.)(?!\p{L})/iu, 'RUB'],
  [/₴|(?<!\p{L})(грн|гривн\p{L}*|uah)(?!\p{L})/iu, 'UAH'],
  [/\$|(?<!\p{L})(usd|долл\p{L}*)(?!\p{L})/iu, 'USD'],
  [/€|(?<!\p{L})(eur|євро|евро)(?!\p{L})/iu, 'EUR'],
  [/₸|(?<!\p{L})(тенге|kzt)(?!\p{L})/iu, 'KZT'],
]

/** The currency that a column's name tells for all its sums: «Бюджет ₸», «Сумма, руб.». */
export const currencyOfHeader = (header: string): string | null =>
  CURRENCY_SIGNS.find(([pattern]) => pattern.test(header))?.[1] ?? null
