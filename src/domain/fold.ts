/**
 * One skeleton for every spelling of a name: case, accents, ё/е, і/и, apostrophes and the choice between
 * Cyrillic and any romanisation fall away, so «Ёлкина», «ЁЛКИНА» and "elkina" meet.
 * The letter classes follow the table in the team's notes on matching (ICAO, BGN, ISO 9 and passport spellings merged).
 */
const CYRILLIC: Record<string, string> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  ґ: 'g',
  д: 'd',
  е: 'e',
  є: 'e',
  э: 'e',
  ё: 'e',
  ж: 'j',
  з: 'z',
  и: 'i',
  і: 'i',
  ї: 'i',
  й: 'i',
  ы: 'i',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ў: 'u',
  ф: 'f',
  х: 'g',
  ц: 'c',
  ч: 'q',
  ш: 'w',
  щ: 'w',
  ъ: '',
  ь: '',
  ю: 'u',
  я: 'a',
}

const LATIN_EXTRA: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ł: 'l',
  ı: 'i',
  ð: 'd',
  þ: 't',
}

/** Longest first: the digraphs by which Latin spellings write one Cyrillic letter. */
const DIGRAPHS: [RegExp, string][] = [
  [/shch|sch|sh/g, 'W'],
  [/tch|ch/g, 'Q'],
  [/zh/g, 'J'],
  [/ph/g, 'f'],
  [/kh|h/g, 'g'],
  [/ts|tz/g, 'C'],
  [/[yji]u/g, 'U'],
  [/[yji]a/g, 'A'],
  [/[yj][eo]/g, 'E'],
  [/ck/g, 'k'],
  [/q/g, 'k'],
  [/w/g, 'v'],
  [/x/g, 'ks'],
  [/y|j/g, 'i'],
]

const COMBINING = /\p{M}+/gu
/** Marks, and what some single letters are taken apart into besides letters: «⒗» is 16 and a dot, «ﷺ» four words. */
const NO_LETTER = /[^\p{L}\p{N}]+/gu
const APOSTROPHES = /['’ʼ`´ʹ]/g
const WORD = /[\p{L}\p{N}]+/gu

function foldLatin(word: string): string {
  let text = word
  for (const [pattern, code] of DIGRAPHS) text = text.replace(pattern, code)
  return text.toLowerCase()
}

const cache = new Map<string, string>()
const LONGEST_WORD = 120

/** The skeleton of one word; of a word without any known letter, the word itself in lower case. */
export function foldWord(word: string): string {
  const first = word.charCodeAt(0)
  if (first >= 0x30 && first <= 0x39 && /^\d+$/.test(word)) return word
  const known = cache.get(word)
  if (known !== undefined) return known
  // No word of a language is so long; what is tells itself from others by its beginning.
  const folded = computeFold(word.length > LONGEST_WORD ? word.slice(0, LONGEST_WORD) : word)
  // Names repeat: a bounded memory of words makes a large import several times cheaper.
  if (cache.size > 50_000) cache.clear()
  if (word.length <= LONGEST_WORD) cache.set(word, folded)
  return folded
}

function computeFold(word: string): string {
  const lower = word.toLowerCase()
  // й and ї must keep their letter before combining marks fall away; they all fold to i anyway.
  // A sign that was typed stays: «Анна,» is not the name that «Анна» is.
  const signs = /[^\p{L}\p{N}\p{M}]/u.test(lower) ? COMBINING : NO_LETTER
  const plain = /^[a-z0-9]*$/.test(lower) ? lower : lower.normalize('NFKD').replace(signs, '')
  let latin = ''
  let cyrillic = ''
  let hasCyrillic = false
  for (const letter of plain) {
    const code = CYRILLIC[letter]
    if (code !== undefined) hasCyrillic = true
    cyrillic += code ?? LATIN_EXTRA[letter] ?? letter
    latin += LATIN_EXTRA[letter] ?? letter
  }
  // A Cyrillic letter's code is final; Latin digraphs are read only in words that are Latin throughout.
  const codes = (hasCyrillic ? cyrillic : foldLatin(latin))
    .replace(/i([ua])/g, '$1')
    .replace(/(.)\1+/gu, (run, letter) => (/\d/.test(letter) ? run : letter))
  // «-ий», "-iy", "-y" and the like all end in one i; names such as «Мария», "Maria", "Mariia" lose theirs before a.
  return codes
}

/** Letters and digits of ASCII and of the Cyrillic block, which nearly all text consists of. */
const isPlainLetter = (code: number): boolean =>
  (code >= 0x30 && code <= 0x39) ||
  (code >= 0x41 && code <= 0x5a) ||
  (code >= 0x61 && code <= 0x7a) ||
  (code >= 0x400 && code <= 0x481) ||
  (code >= 0x48a && code <= 0x52f)

/** Splits text into words of letters and digits, apostrophes dropped inside words. */
export function wordsOf(text: string): string[] {
  const words: string[] = []
  let start = -1
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (isPlainLetter(code)) {
      if (start < 0) start = index
    } else if (code === 0x27 || code === 0x60 || code > 0x7f) {
      // Apostrophes, accents and other alphabets: the general rule, several times slower.
      return text.normalize('NFC').replace(APOSTROPHES, '').match(WORD) ?? []
    } else if (start >= 0) {
      words.push(text.slice(start, index))
      start = -1
    }
  }
  if (start >= 0) words.push(text.slice(start))
  return words
}

/** The folded words of a text, joined by spaces: what is kept for search and compared by matching. */
export function searchKey(text: string): string {
  let key = ''
  for (const word of wordsOf(text)) {
    const folded = foldWord(word)
    if (folded !== '') key += key === '' ? folded : ` ${folded}`
  }
  return key
}

/**
 * The beginnings a typed word may have in the skeleton. A Latin word may stop in the middle of a digraph
 * ("shev-c" for "Shevchenko"), so its last letter is also read as the first of one. One that ends in a space is a whole word.
 */
export function prefixesOf(word: string): string[] {
  const folded = foldWord(word)
  // One letter again and again is a whole word, «ООО»; its skeleton, the one letter, would begin a great many.
  if (/^(\p{L})\1{2,}$/iu.test(word)) return folded === '' ? [] : [`${folded} `]
  const found = new Set([folded])
  const stem = word.toLowerCase()
  for (const [ending, completed] of [
    ['c', 'ch'],
    ['c', 'ck'],
    ['s', 'sh'],
    ['sc', 'sch'],
    ['shc', 'shch'],
    ['z', 'zh'],
    ['k', 'kh'],
    ['t', 'ts'],
    ['t', 'tch'],
    ['p', 'ph'],
    ['y', 'ya'],
    ['y', 'yu'],
    ['y', 'ye'],
    ['i', 'ia'],
    ['i', 'iu'],
    ['j', 'ja'],
    ['j', 'ju'],
    ['j', 'je'],
    ['j', 'jo'],
    ['и', 'ия'],
    ['і', 'ія'],
    ['й', 'йя'],
    ['ь', 'ья'],
    ['и', 'ию'],
  ] as const) {
    if (stem.endsWith(ending) && (stem.length > 1 || /[a-z]/.test(stem)))
      found.add(foldWord(stem.slice(0, -ending.length) + completed))
  }
  return [...found].filter((each) => each !== '')
}

/** Case, accents of е, and і/и set aside, letters kept: for "is it the same text?" in filters. */
export function looseText(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll('і', 'и')
    .replaceAll('ґ', 'г')
    .replace(APOSTROPHES, "'")
    .trim()
}

/** Text that is composed already: ASCII and the Cyrillic block, which has no combining marks before U+0483. */
const PLAIN = /^[\x20-\x7e\u0400-\u0481]*$/

const SORT_AFTER: Record<string, string> = { ё: 'е', ґ: 'г\u044f', є: 'е\u044f', і: 'и\u044f', ї: 'и\u044f\u044f' }

/** A key whose plain order is near the alphabet's in Russian and Ukrainian; kept, so that lists need no collation. */
export function sortKey(text: string): string {
  const lower = (PLAIN.test(text) ? text : text.normalize('NFC')).toLowerCase()
  const letters = /[ёґєії«»"“”'’ʼ]/.test(lower)
    ? lower.replace(/[ёґєії]/g, (letter) => SORT_AFTER[letter] ?? letter).replace(/[«»"“”'’ʼ]/g, '')
    : lower
  return letters.trim()
}
