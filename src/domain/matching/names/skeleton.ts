/**
 * The one spelling in which names are compared: Cyrillic, its romanisations (passport, BGN, ISO 9, scholarly, everyday)
 * and the usual variants of Latin names meet in it. Coarser than `fold.foldWord` (я, ья, ия, ia, iia are one letter; ё, йо, yo,
 * io, ie are е) and finer in one place: a name that begins with я or ю is not one that begins with а or у («Яна», «Анна»).
 * Letters of the skeleton: a–z, where j is ж, w is ш and щ, q is ч, c is ц, g stands for г, ґ and х, y for й before а and у.
 */
const CYRILLIC = lettersOf(
  'аa бb вv гg ґg дd еe єe эe ёe жj зz иi іi їi йi ыi кk лl мm нn оo пp рr сs тt уu ўu фf хg цc чq шw щw ъ ь юu яa јi љl њn ћq ђd џj',
)

/** Latin letters with marks that stand for a sound of their own; all others lose their marks. */
const MARKED = lettersOf('čch ćch çch šsh şsh șsh ŝshch žzh żzh ğg łl ßss æae œoe øo đd ðd þth ıi əa')

function lettersOf(table: string): Map<string, string> {
  return new Map(table.split(' ').map((entry) => [entry.charAt(0), entry.slice(1)]))
}

const isVowel = (letter: string): boolean => letter === 'a' || letter === 'e' || letter === 'u' || letter === 'o'

/** Adds a letter: doubled ones are single, and an i before a vowel melts into it. */
function add(skeleton: string, letter: string): string {
  const last = skeleton.charAt(skeleton.length - 1)
  if (last === letter) return skeleton
  if (last !== 'i' || !isVowel(letter)) return skeleton + letter
  const soft = letter === 'o' ? 'e' : letter
  if (skeleton.length > 1) return add(skeleton.slice(0, -1), soft)
  return soft === 'e' ? 'e' : `y${soft}`
}

function ofCyrillic(word: string): string {
  let skeleton = ''
  for (let index = 0; index < word.length; index += 1) {
    const letter = word.charAt(index)
    const next = word.charAt(index + 1)
    if (index === 0 && (letter === 'я' || letter === 'ю')) skeleton = letter === 'я' ? 'ya' : 'yu'
    else if (letter === 'т' && (next === 'с' || next === 'ц' || next === 'ч')) {
      skeleton = add(skeleton, next === 'ч' ? 'q' : 'c')
      index += 1
    } else if (next === 'о' && (letter === 'ь' || letter === 'й' || letter === 'ъ')) {
      skeleton = add(skeleton, 'e')
      index += 1
    } else {
      const code = CYRILLIC.get(letter) ?? letter
      if (code !== '') skeleton = add(skeleton, code)
    }
  }
  return skeleton
}

/** The letters by which romanisations write one Cyrillic letter, longest first. */
const GROUPS: readonly (readonly [string, string])[] = [
  ['shch', 'w'],
  ['sch', 'w'],
  ['tch', 'q'],
  ['sh', 'w'],
  ['sz', 'w'],
  ['ch', 'q'],
  ['cz', 'q'],
  ['ck', 'k'],
  ['zh', 'j'],
  ['kh', 'g'],
  ['gh', 'g'],
  ['ph', 'f'],
  ['th', 't'],
  ['ts', 'c'],
  ['tz', 'c'],
]

function groupAt(word: string, index: number): readonly [string, string] | null {
  const next = word.charCodeAt(index + 1)
  // h, c, s, z and k are the only second letters: a cheap look before the list.
  if (next !== 0x68 && next !== 0x63 && next !== 0x73 && next !== 0x7a && next !== 0x6b) return null
  for (const group of GROUPS) if (word.startsWith(group[0], index)) return group
  return null
}

function ofLatin(word: string): string {
  let skeleton = ''
  let index = 0
  while (index < word.length) {
    const group = groupAt(word, index)
    if (group !== null) {
      skeleton = add(skeleton, group[1])
      index += group[0].length
      continue
    }
    skeleton = addLatin(skeleton, word, index)
    index += 1
  }
  return skeleton
}

function addLatin(skeleton: string, word: string, index: number): string {
  const letter = word.charAt(index)
  const next = word.charAt(index + 1)
  switch (letter) {
    case 'h':
      // "Sarah", "John": the letter is mute.
      if (index > 0 && index === word.length - 1 && isVowel(word.charAt(index - 1))) return skeleton
      return index === 2 && word.startsWith('joh') ? skeleton : add(skeleton, 'g')
    case 'c':
      return add(skeleton, next === 'e' || next === 'i' || next === 'y' || (next === 'v' && index === 0) ? 'c' : 'k')
    case 'x':
      return add(add(skeleton, 'k'), 's')
    case 'q':
      return add(skeleton, 'k')
    case 'w':
      return add(skeleton, 'v')
    case 'j':
      return index === 0 ? 'y' : add(skeleton, 'i')
    case 'y':
      return add(skeleton, 'i')
    default:
      return add(skeleton, letter)
  }
}

const PLAIN_LATIN = /^[a-z]*$/
const CYRILLIC_LETTER = /[\u0400-\u04ff]/
const MARKS = /\p{M}+/gu

/** A Latin word in plain letters: "Müller" is "muller", "Novák" is "novak", "Šimić" is "shimich". */
export function plainLatin(word: string): string {
  if (PLAIN_LATIN.test(word)) return word
  let plain = ''
  for (const letter of word) plain += MARKED.get(letter) ?? letter
  return plain.normalize('NFKD').replace(MARKS, '')
}

/** Skeleton of one word in lower case, without apostrophes and hyphens. */
export function skeletonOf(word: string): string {
  if (word.length === 1) return initialOf(word)
  return CYRILLIC_LETTER.test(word) ? ofCyrillic(word) : ofLatin(plainLatin(word))
}

/** The letter of the skeleton that an initial stands for. */
function initialOf(letter: string): string {
  if (letter === 'я' || letter === 'ю' || letter === 'j') return 'y'
  const skeleton = CYRILLIC_LETTER.test(letter) ? ofCyrillic(letter) : plainLatin(letter)
  if (skeleton === 'h' || skeleton === 'x') return 'g'
  if (skeleton === 'c') return 'k'
  return skeleton === 'w' ? 'v' : skeleton.charAt(0)
}
