/** Letters typed in the wrong alphabet or on the wrong keyboard layout, and the two scripts of a word. */

const LOOSE: Record<string, string> = { ё: 'е', є: 'е', э: 'е', і: 'и', ї: 'и', ы: 'и', ґ: 'г', ў: 'у', ъ: '', ь: '' }

/**
 * A Cyrillic word as a key of the dictionary: ё/е, і/и/ы and ґ/г are one, soft signs and doubled letters fall away.
 * Unlike the skeleton it keeps а and я, г and х apart.
 */
export function looseCyrillic(word: string): string {
  let key = ''
  for (let index = 0; index < word.length; index += 1) {
    const letter = word.charAt(index)
    const plain = LOOSE[letter] ?? letter
    if (plain !== key.charAt(key.length - 1)) key += plain
  }
  return key
}

/** 1: has Cyrillic letters; 2: has Latin ones; 3: both. */
export function scriptOf(word: string): number {
  let script = 0
  for (let index = 0; index < word.length; index += 1) {
    const code = word.charCodeAt(index)
    if (code >= 0x400 && code <= 0x52f) script |= 1
    else if (code < 0x250 && code > 0x40) script |= 2
  }
  return script
}

/** Latin letters and the Cyrillic ones that look like them, small and capital. */
const LATIN_LOOKS = 'aceiopxykmtbhgnurABCEHIKMOPTXYSJ'
const CYRILLIC_LOOKS = 'асеіорхукмтвнгпигАВСЕНІКМОРТХУЅЈ'
const TO_CYRILLIC = new Map([...LATIN_LOOKS].map((letter, index) => [letter, CYRILLIC_LOOKS.charAt(index)]))
const TO_LATIN = new Map(
  [...'асеіорхуАВСЕНІКМОРТХУѕј'].map((letter, index) => [letter, 'aceiopxyABCEHIKMOPTXYsj'.charAt(index)]),
)

const mapped = (word: string, table: ReadonlyMap<string, string>): string => {
  let text = ''
  for (const letter of word) text += table.get(letter) ?? letter
  return text
}

/** A word of mixed scripts in the one it was meant in: Cyrillic, unless only its Cyrillic letters have look-alikes. */
export function oneScript(word: string): string {
  const cyrillic = mapped(word, TO_CYRILLIC)
  if (scriptOf(cyrillic) === 1) return cyrillic
  const latin = mapped(word, TO_LATIN)
  return scriptOf(latin) === 2 ? latin : cyrillic
}

const LATIN_KEYS = 'qwertyuiop[]asdfghjkl;\'zxcvbnm,.`QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>~'
const RUSSIAN_KEYS = 'йцукенгшщзхъфывапролджэячсмитьбюёЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮЁ'
const UKRAINIAN_KEYS = 'йцукенгшщзхїфівапролджєячсмитьбюґЙЦУКЕНГШЩЗХЇФІВАПРОЛДЖЄЯЧСМИТЬБЮҐ'

const layout = (from: string, to: string): Map<string, string> =>
  new Map([...from].map((letter, index) => [letter, to.charAt(index)]))

const AS_RUSSIAN = layout(LATIN_KEYS, RUSSIAN_KEYS)
const AS_UKRAINIAN = layout(LATIN_KEYS, UKRAINIAN_KEYS)
const AS_LATIN = new Map([...layout(UKRAINIAN_KEYS, LATIN_KEYS), ...layout(RUSSIAN_KEYS, LATIN_KEYS)])

/** What the keys of a word write on the Russian, the Ukrainian and the Latin layout. */
export const asRussianKeys = (word: string): string => mapped(word, AS_RUSSIAN)
export const asUkrainianKeys = (word: string): string => mapped(word, AS_UKRAINIAN)
export const asLatinKeys = (word: string): string => mapped(word, AS_LATIN)
