// One written form into another: romanisations, the neighbour's language, slips of the hand, wrong keyboards.

const table = (text) =>
  new Map(
    text
      .split(' ')
      .map((pair) => pair.split('='))
      .map(([from, to]) => [from, to ?? '']),
  )
const LATIN = table(
  'а=a б=b в=v г=g д=d е=e ё=e ж=zh з=z и=i й=y к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=h ц=ts ч=ch ш=sh щ=sch ъ= ы=y ь= э=e ю=yu я=ya і=i ї=yi є=ye ґ=g',
)
const with_ = (base, text) => new Map([...base, ...table(text)])

/** Ways in which names are romanised; the first of each language is that of its passports. */
export const ROMANISATIONS = {
  ru: [
    with_(LATIN, 'х=kh й=i ю=iu я=ia ъ=ie щ=shch'),
    with_(LATIN, 'х=kh е=ye ё=yo щ=shch'),
    with_(LATIN, 'е=ye ё=jo й=j ю=ju я=ja х=kh щ=shch'),
    with_(LATIN, 'ц=c ё=yo'),
    LATIN,
  ],
  uk: [
    with_(LATIN, 'г=h и=y і=i ї=i й=i є=ie ґ=g х=kh ю=iu я=ia щ=shch'),
    with_(LATIN, 'г=h и=y ї=yi й=y є=ye х=kh щ=shch'),
    with_(LATIN, 'и=i ї=i є=e'),
    LATIN,
  ],
}

/** Letter by letter; a capital stays one. What the table does not know, an apostrophe aside, is left as it is. */
export function romanise(text, letters) {
  let written = ''
  for (const letter of text) {
    const small = letter.toLowerCase()
    const latin = letters.get(small)
    if (latin === undefined) written += /['’ʼ]/.test(letter) ? '' : letter
    else written += letter === small ? latin : latin.charAt(0).toUpperCase() + latin.slice(1)
  }
  return written
}

const TO_RUSSIAN = table("і=и ї=и є=е ґ=г ’=ъ '=ъ")
const TO_UKRAINIAN = table('и=і ы=и э=е ё=ьо ъ=’')
/** A surname as the neighbours write it. */
export const inRussian = (text) =>
  respell(
    text
      .replace(/ський$/, 'ский')
      .replace(/ська$/, 'ская')
      .replace(/ій$/, 'ий'),
    TO_RUSSIAN,
  )
export const inUkrainian = (text) =>
  respell(text.replace(/ский$/, 'ський').replace(/ская$/, 'ська'), TO_UKRAINIAN).replace(/^Е(?=[а-я])/, 'Є')
const respell = (text, letters) =>
  [...text]
    .map((letter) => {
      const small = letter.toLowerCase()
      const other = letters.get(small)
      return other === undefined ? letter : letter === small ? other : other.charAt(0).toUpperCase() + other.slice(1)
    })
    .join('')

const KEYS = 'йцукенгшщзхъфывапролджэячсмитьбю'
const LATIN_KEYS = "qwertyuiop[]asdfghjkl;'zxcvbnm,."
/** Typed in Cyrillic with the Latin keyboard on. */
export const onWrongKeyboard = (text) =>
  [...text]
    .map((letter) => {
      const at = KEYS.indexOf(letter.toLowerCase())
      const key = at < 0 ? letter : LATIN_KEYS[at]
      return letter === letter.toLowerCase() ? key : key.toUpperCase()
    })
    .join('')

const TWINS = table('а=a е=e о=o р=p с=c у=y х=x і=i А=A В=B Е=E К=K М=M Н=H О=O Р=P С=C Т=T Х=X І=I')
/** Latin letters that look like Cyrillic ones put in their place. */
export const inMixedScript = (text) => [...text].map((letter) => TWINS.get(letter) ?? letter).join('')

const NEAR_ROWS = { ru: ['йцукенгшщзхъ', 'фывапролджэ', 'ячсмитьбю'], en: ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'] }
const SOUNDS = [
  ['ов$', 'оф'],
  ['ова$', 'офа'],
  ['ев$', 'еф'],
  ['тс', 'ц'],
  ['ться', 'ца'],
  ['о(?=[лнрт])', 'а'],
  ['ph', 'f'],
  ['ck', 'k'],
  ['ea', 'ee'],
]

/** One slip in a word: a letter lost, doubled, swapped with the next, the key beside, another letter, or as it sounds. */
export function slip(word, dice) {
  if (word.length < 3) return word
  const at = dice.between(1, word.length - 2)
  const letter = word[at]
  const put = (text, length = 1) => word.slice(0, at) + text + word.slice(at + length)
  const kind = dice.weighted([
    [26, 'lost'],
    [18, 'doubled'],
    [20, 'swapped'],
    [18, 'beside'],
    [8, 'last'],
    [10, 'sound'],
  ])
  if (kind === 'lost') return put('')
  if (kind === 'doubled') return put(letter + letter)
  if (kind === 'swapped') return put(word[at + 1] + letter, 2)
  if (kind === 'last') return dice.chance(0.5) ? word.slice(0, -1) : word.slice(0, -1) + besideOf(word.at(-1), dice)
  if (kind === 'sound') {
    const fitting = SOUNDS.filter(([from]) => new RegExp(from).test(word))
    if (fitting.length > 0) {
      const [from, to] = dice.of(fitting)
      return word.replace(new RegExp(from), to)
    }
  }
  return put(besideOf(letter, dice))
}

function besideOf(letter, dice) {
  const small = letter.toLowerCase()
  const rows = /[a-z]/.test(small) ? NEAR_ROWS.en : NEAR_ROWS.ru
  const row = rows.find((each) => each.includes(small))
  if (!row) return letter
  const at = row.indexOf(small)
  return row[at === 0 ? 1 : at === row.length - 1 ? at - 1 : at + (dice.chance(0.5) ? 1 : -1)]
}

export const capitalised = (word) => word.charAt(0).toUpperCase() + word.slice(1)
