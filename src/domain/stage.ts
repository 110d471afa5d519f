/**
 * What the stage of an order means, whatever a user or another program calls it: `offer` is not an order yet, `open` is
 * being worked on, `done` is done (also when nothing is said), `cancelled` never came to anything or was given back.
 */
export const STAGE_CLASSES = ['offer', 'open', 'done', 'cancelled'] as const
export type StageClass = (typeof STAGE_CLASSES)[number]

/** Words of the three languages and of the sales programs that bases come from, by how they begin. */
const beginning = (words: string): RegExp => new RegExp(`(?<!\\p{L})(?:${words})`, 'u')

const CANCELLED = beginning(
  'cancel|refund|return|void|lost(?!\\p{L})|fail|reject|declin|abandon|expired|chargeback|no[- ]show' +
    '|отмен|аннул|возвра|потерян|проигр|провал|отказ|отклон|не состоя|не реализ|брошен' +
    '|скасован|анул|поверн|втрачен|програ|відмов|відхил|не відбул|не реаліз|покинут',
)
const PARTLY = beginning('part|частич|частков')
const OFFER = beginning(
  'offer|quot|estimat|propos|negotiat|draft|qualif|prospect|presentation|tender' +
    '|смет|предлож|переговор|черновик|расчет|принимают решение|думает|презентац|тендер|кп(?!\\p{L})|коммерческ' +
    '|кошторис|пропоз|перемов|чернетк|розрахун|приймають рішення|думає|комерційн',
)
const ACCEPTED =
  /(?<!(?:^|[^\p{L}])(?:not|не|un) ?)(?<!\p{L})(?:accept|approv|won(?!\p{L})|принят|соглас|утвержд|прийнят|погодж|затвердж)/u
const UNFINISHED = beginning(
  'un|not |in[- ]?complet|await|pending|to be |ready to|part|не |ждет|ожида|к оплат|част|чекає|очіку|до сплат|до оплат',
)
const PAID = /(?<!\p{L})(?:(?:fully |pre)?paid|оплачен|сплачен|оплата получена|оплату отримано)/u
const DONE = beginning(
  'done|paid|complet|deliver|fulfil|finish|closed|won(?!\\p{L})|shipped|success|archiv|issued' +
    '|выполнен|завершен|оплачен|готов(?:о|а|ы|ий|ая|ый)?(?!\\p{L})|доставлен|закрыт|сдан|выдан|отгружен|успеш|сделан|архив|реализован|вручен' +
    '|викона|завершен|сплачен|здан|видан|відвантаж|успіш|зроблен|архів|закрит|реалізован',
)

const plain = (stage: string): string =>
  stage
    // A stage is a word or a few; patterns that look for one in a novel would take minutes.
    .slice(0, 200)
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[\s_]+/g, ' ')
    .trim()

function classify(stage: string): StageClass {
  const text = plain(stage)
  if (text === '') return 'done'
  if (CANCELLED.test(text) && !PARTLY.test(text)) return 'cancelled'
  if (OFFER.test(text)) return ACCEPTED.test(text) ? 'open' : 'offer'
  if (UNFINISHED.test(text) && !PARTLY_BACK.test(text)) return 'open'
  return DONE.test(text) || PARTLY_BACK.test(text) ? 'done' : 'open'
}

/** Partly refunded: the rest was done. */
const PARTLY_BACK = /(?:part\p{L}*|частич\p{L}*|частков\p{L}*) (?:refund|return|возвр|поверн)/u

/** A base has few stages and many orders: what was once worked out is remembered. */
function remembered<T>(work: (stage: string) => T): (stage: string) => T {
  const known = new Map<string, T>()
  return (stage) => {
    const found = known.get(stage)
    if (found !== undefined) return found
    const answer = work(stage)
    if (known.size > 1_000) known.clear()
    known.set(stage, answer)
    return answer
  }
}

const classOf = remembered(classify)
const tellsPaid = remembered((stage) => PAID.test(plain(stage)) && classOf(stage) === 'done')

/** What a stage means for counting; null and empty are an order that is done. */
export const stageClass = (stage: string | null): StageClass => (stage === null ? 'done' : classOf(stage))

/** True when the stage itself says that all was paid, whatever sum was noted. */
export const saysPaid = (stage: string | null): boolean => stage !== null && tellsPaid(stage)
