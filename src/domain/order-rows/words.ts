/** What cells of a list of orders say in a word, in the three languages. */

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[\s_-]+/g, ' ')
    .replace(/[.!]+$/, '')

const words = (list: string): ReadonlySet<string> => new Set(list.split('|'))

const YES = words('yes|y|true|1|+|да|есть|так|є|✓|✔|x|х|v|истина|promo|sale|акция|акція|скидка|знижка|on')
const NO = words('no|n|false|0|-|–|—|нет|не|немає|ні|ложь|none|off|без скидки|без знижки|without discount|full price')

const PAID = words(
  'paid|fully paid|paid in full|оплачен|оплачена|оплачено|оплачен полностью|оплачено полностью|полная оплата|сплачено|сплачена|сплачений|повна оплата|повністю сплачено',
)
const UNPAID = words(
  'unpaid|not paid|pending|awaiting payment|не оплачен|не оплачена|не оплачено|неоплачен|ожидает оплаты|ждет оплаты|не сплачено|не сплачена|не сплачений|очікує оплати|очікує на оплату',
)

/** Paid or not, by the words of a status; null for anything else. */
export function readPaidWord(text: string): boolean | null {
  const word = plain(text)
  if (PAID.has(word)) return true
  return UNPAID.has(word) ? false : null
}

/** Yes or no; null for other words. */
export function readYesNo(text: string): boolean | null {
  const word = plain(text)
  if (YES.has(word)) return true
  return NO.has(word) ? false : null
}

/** Was it sold cheaper? A percentage, a sum above nothing and a promo code say so as «да» does. */
export function readPromo(text: string): boolean {
  const word = readYesNo(text)
  if (word !== null) return word
  return /[1-9\p{L}]/u.test(text)
}
