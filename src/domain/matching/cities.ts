import { wordsOf } from '../fold.js'
import { LEAST_FORGIVEN, together } from './city-tables.js'
import { prepared } from './prepared.js'
import { oneSlipFrom, SortedText } from './sorted-text.js'

/** Words before or behind a city's name that only say that it is one. */
const CITY_WORDS: ReadonlySet<string> = new Set(
  'г гор город м місто мест с село смт пгт пос посёлок поселок city town'.split(' '),
)
/** Words of a stretch that is a region or country, and no city. */
const REGION_WORDS: ReadonlySet<string> = new Set(
  `обл область oblast край kray krai район р-н республика респ республіка county state province область. округ ао
  россия рф russia украина україна ukraine беларусь belarus казахстан kazakhstan usa uk england us сша`.split(/\s+/),
)

let opened: SortedText<string> | null = null

function map(): SortedText<string> {
  opened ??= new SortedText(prepared.cities().cities, (city) => city)
  return opened
}

/** The one city whose name is a slip away; null when there is none, or more than one. */
function slipped(folded: string): string | null {
  if (folded.length < LEAST_FORGIVEN) return null
  const { cities, turned } = prepared.cities()
  const found = new Set(oneSlipFrom([cities], turned, folded, LEAST_FORGIVEN).map((name) => map().get(name) as string))
  return found.size === 1 ? ([...found][0] ?? null) : null
}

const isRegion = (words: readonly string[]): boolean => words.some((word) => REGION_WORDS.has(word))

/** The words of a stretch without those that say that it is a city; all of them when nothing would be left. */
function bare(words: readonly string[]): string[] {
  const named = words.filter((word, at) => {
    if (CITY_WORDS.has(word)) return words.length === 1 || (word === 'city' && map().get(together(words)) !== undefined)
    return !(word === 'of' && at > 0 && words[at - 1] === 'city')
  })
  return named.length > 0 ? named : [...words]
}

function readCity(text: string): string {
  const lower = text.toLowerCase()
  const whole = map().get(together(wordsOf(lower)))
  if (whole !== undefined) return whole
  let fallback = ''
  for (const stretch of lower.replace(/\(.*?(?:\)|$)/g, '').split(/[,;|]/)) {
    const words = wordsOf(stretch).filter((word) => !/^\d+$/.test(word))
    if (words.length === 0) continue
    const folded = together(bare(words))
    const city = map().get(folded)
    if (city !== undefined) return city
    if (fallback === '' && !isRegion(words)) fallback = folded
  }
  if (fallback === '') return together(wordsOf(lower))
  return slipped(fallback) ?? fallback
}

const seen = new Map<string, string>()

/** One spelling for every name of a city: Киев, Київ, Kyiv and «г. Киев» are one, «СПб» is Санкт-Петербург. '' of nothing. */
export function cityKey(text: string): string {
  let city = seen.get(text)
  if (city === undefined) {
    city = readCity(text)
    if (seen.size > 20_000) seen.clear()
    seen.set(text, city)
  }
  return city
}
