import { foldWord } from '../fold.js'

/*
 * Cases of a name as skeletons (`fold.foldWord`), in which Russian and Ukrainian, Cyrillic and Latin are one: «Ёлкиной» and "Elkinoi"
 * end alike. It is no grammar: an ending too many costs nothing, because hardly any word is a name with a wrong ending.
 */

const NOUN = 'a u i e o om em ovi evi'
/** Of a name in a consonant: «Рыбаков», «Мороз», «Олег»; adjectives' endings are those of family names in -ов and -ин. */
const POSSESSIVE = 'a u im e om i ig imi ovi'
/** Of a name in -а or -я, without it: «Гора», «Мария», «Галя». */
const FEMININE = 'a i e u oi ei ou eu iei ieu o ie'
/** Of «Ёлкина» and «Петрова»: the family as a whole too. */
const POSSESSIVE_FEMININE = 'a oi u ou i ig im imi e'
const ADJECTIVE = 'i ogo ego omu emu im om em ie ig imi'
const ADJECTIVE_FEMININE = 'a oi ei u ou eu uu ie i ig im imi'
/** Of a name in -ий, -ай or a soft -ей: «Дмитрий», «Николай», «Соловей». */
const SOFT = 'i a u ie iem iei em e ovi evi'
const NEUTER = 'o a u e i om ovi'

const list = (text: string): string[] => text.split(' ')

/** As `foldWord` leaves what comes together at a joint. */
const joined = (stem: string, ending: string): string =>
  `${stem}${ending}`.replace(/i([ua])/g, '$1').replace(/([^\d])\1+/gu, '$1')

const CONSONANT = /[bcdfgjklmnpqrstvwz]$/
/** A vowel that is lost when an ending comes: «Кравец», «Чайок», «Павел», «Лев». */
const FLEETING = /^(.*[bcdfgjklmnpqrstvwz])[eo]([cknl])$/

function stemsOf(word: string): [stem: string, endings: string][] {
  const stem = word.slice(0, -1)
  if (/(?:ov|ev|in)a$/.test(word)) return [[stem, POSSESSIVE_FEMININE]]
  if (/[sc]ka$/.test(word)) return [[stem, `${FEMININE} ${ADJECTIVE_FEMININE}`]]
  if (word.endsWith('a'))
    return [
      [stem, FEMININE],
      // «Белая», «Толстая»: which word is an adjective no ending tells.
      [stem, ADJECTIVE_FEMININE],
      // Ukrainian: «Ользі», «Оленці».
      ...(/[gk]$/.test(stem) ? [[stem.slice(0, -1) + (stem.endsWith('g') ? 'z' : 'c'), 'i'] as [string, string]] : []),
    ]
  if (word.endsWith('oi')) return [[word.slice(0, -2), ADJECTIVE]]
  if (word.endsWith('ei'))
    return [
      [stem, SOFT],
      [word.slice(0, -2), 'a u em e i'],
    ]
  if (word.endsWith('i')) return [[stem, `${ADJECTIVE} ${SOFT}`]]
  if (word.endsWith('o')) return [[stem, NEUTER]]
  if (!CONSONANT.test(word)) return []
  const [, before = '', after = ''] = FLEETING.exec(word) ?? []
  return [
    [word, /(?:ov|ev|in)$/.test(word) ? POSSESSIVE : NOUN],
    ...(before === '' ? [] : [[before + after, NOUN] as [string, string]]),
    ...(word === 'lev' ? [['lv', NOUN] as [string, string]] : []),
  ]
}

const known = new Map<string, ReadonlySet<string>>()

/** The forms of a name's word, which is folded: it declined, and as "Smith's". */
export function formsOf(word: string): ReadonlySet<string> {
  let forms = known.get(word)
  if (forms === undefined) {
    const found = new Set([word, `${word}s`])
    if (word.length > 1)
      for (const [stem, endings] of stemsOf(word)) for (const ending of list(endings)) found.add(joined(stem, ending))
    forms = found
    if (known.size > 1_000) known.clear()
    known.set(word, forms)
  }
  return forms
}

const FAMILY_SHAPE = /..(?:ov|ev|in|ova|eva|ina|ski|cki|ska|cka|enko|quk|dze|wvili|ovig|evig)$/

/** What has the ending of a family name and is a word all the same. */
const WORDS = `остров покров засов улов гнев хлев напев посев нагрев подогрев рассев
  господин гражданин хозяин дельфин пингвин павлин рубин жасмин камин мандарин апельсин бензин магазин кувшин аршин  армянин
  болгарин татарин мещанин крестьянин мужчин женщин машин витамин термин карантин пластилин
  калина малина рябина година долина дубина былина перина корзина машина вершина пружина половина середина причина картина щетина
  осина дружина хмарина стежина мужчина женщина глубина ширина длина старина година родина чужина хвилина людина тварина дитина
  обнова корова подкова основа королева
  русский московский киевский київський польский польський донской невский казанский сибирский уральский крымский кримський немецкий
  німецький турецкий турецький греческий детский женский мужской морской городской заводской сельский английский французский литовский
  татарский новгородский одесский львовский харьковский днепровский волынский волинський полтавский полтавський черниговский советский
  русская московская киевская польская сибирская крымская немецкая турецкая детская женская морская городская сельская английская
  французская одесская львовская харьковская советская українська український украинский украинская`

let words: Set<string> | null = null

/** Has the folded word the shape of a family name, and is no ordinary word besides? */
export function isFamilyShaped(word: string): boolean {
  if (!FAMILY_SHAPE.test(word)) return false
  words ??= new Set(WORDS.split(/\s+/).map(foldWord))
  return !words.has(word)
}

const CASE = /(?:oi|ou|u|im|imi|om|ogo|omu|e|i|ig|a)$/

/** Is it a family name in any case, as far as endings tell? */
export function isFamilyCase(word: string): boolean {
  const stem = word.replace(CASE, '')
  return [word, stem, `${stem}i`].some(isFamilyShaped)
}
