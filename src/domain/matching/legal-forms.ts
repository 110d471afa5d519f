import { prepared } from './prepared.js'
import { SortedText } from './sorted-text.js'

/** Forms that are words or names in small letters or in the middle; they are forms as capitals that stand first or last. */
const CAPITAL_FORMS = new Set(
  'КП ДП УП ГК ТД ГБУ МБОУ НВП НПО НПП БФ ГО ЧАО НАО ПК UAB OÜ OU AG BV SA AB AS KG UG NV SL SPA EOOD'.split(' '),
)

/** Forms of a person who trades alone. */
const TRADERS: ReadonlySet<string> = new Set(['ип', 'фоп', 'спд', 'пбоюл'])

/** The canonical form belongs to a person, whatever follows. */
export const isTraderForm = (form: string): boolean => TRADERS.has(form)
/** The canonical form may belong to a person: «ПП Іваненко» was one before 2004 and is written so to this day. */
export const mayBeTraderForm = (form: string): boolean => form === 'чп'

interface Spelling {
  /** The words behind the first. */
  further: readonly string[]
  form: string
}

let opened: SortedText<Spelling[]> | null = null

/** Spellings by their first word, the longest first. */
function spellings(): SortedText<Spelling[]> {
  opened ??= new SortedText(prepared.legalForms(), (text) =>
    text.split(';').map((spelling) => {
      const [form = '', ...further] = spelling.split(' ')
      return { form, further }
    }),
  )
  return opened
}

/**
 * The legal form that begins at a word: its canonical name and how many words it takes; null when none does.
 * `isFirst`: nothing but other forms stands before the word.
 */
export function formAt(
  words: readonly string[],
  lower: readonly string[],
  at: number,
  isFirst: boolean,
): { form: string; length: number } | null {
  const first = lower[at] ?? ''
  for (const { further, form } of spellings().get(first) ?? [])
    if (further.every((word, index) => word === lower[at + 1 + index])) return { form, length: 1 + further.length }
  const isEdge = isFirst || at === words.length - 1
  return isEdge && words.length > 1 && CAPITAL_FORMS.has(words[at] ?? '') ? { form: first, length: 1 } : null
}
