import { readYesNo } from './yes-no.js'

/** That nothing was asked or filled in. */
const NOTHING =
  /^(?:не указан\p{L}*|не вказан\p{L}*|unspecified|not specified|not set|unknown|never subscribed|неизвестно|невідомо|null|none|n\/?a|н\/д|no consent|pending|--+|[–—]+)$/iu
const YES =
  /^(?:x|х|✓|✔|☑|v|on|ok|ок|agreed|granted|given|opted[ -]?in|opt[ -]?in|subscribed|allow(?:ed)?|єсть|есть|є|получено|дано|дал\p{L}?|соглас\p{L}*|подписан\p{L}?|подписал\p{L}*|разрешен\p{L}*|разрешено|можно|отримано|надано|згод\p{L}*|згоден|підписан\p{L}*|дозволено|можна)$/iu
const NO =
  /^(?:refused|denied|withdrawn|revoked|declined|opted[ -]?out|opt[ -]?out|unsubscribed|not subscribed|cleaned|do not allow|not allowed|отписан\p{L}?|отписал\p{L}*|не подписан\p{L}?|отказ|отказал\p{L}*|отозван\p{L}?|не соглас\p{L}*|запрещено|нельзя|відписан\p{L}*|відписа\p{L}*|не підписан\p{L}*|відмова|відмови\p{L}*|відкликан\p{L}?|не згоден|не згодна|заборонено|не можна)$/iu
const TICK = /^(?:x|х|✓|✔|☑|v|on|ok|ок|есть|єсть|є)$/iu
const EMPTY_BOX = /^(?:✗|✘|☐|off)$/iu

/**
 * What a word in a column of consents or of opt-outs says of itself: `yes` and `no` answer what the column asks; `tick` and
 * `empty` agree or disagree with the name of the column; a `minus` is a *no* only where others have a plus; `agreed` and `refused` say it whatever the column is called.
 */
export type ConsentWord = 'nothing' | 'minus' | 'yes' | 'no' | 'tick' | 'empty' | 'agreed' | 'refused'

/** Null for words that are no answer. */
export function readConsentWord(text: string): ConsentWord | null {
  const plain = text.trim().replaceAll('ё', 'е').replaceAll('Ё', 'Е')
  if (plain === '-') return 'minus'
  if (NOTHING.test(plain)) return 'nothing'
  const answered = readYesNo(plain)
  if (answered !== null) return answered ? 'yes' : 'no'
  if (EMPTY_BOX.test(plain)) return 'empty'
  if (NO.test(plain)) return 'refused'
  if (TICK.test(plain)) return 'tick'
  return YES.test(plain) ? 'agreed' : null
}
