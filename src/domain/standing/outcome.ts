/**
 * What the result of a contact says, in the words of the three languages. Anything may be written there; what is not
 * understood is `said`: somebody wrote down a result, so there was one.
 */
export type Outcome = 'agreed' | 'refused' | 'subscribed' | 'not-reached' | 'one-way' | 'said'

const beginning = (words: string): RegExp => new RegExp(`(?<!\\p{L})(?:${words})`, 'u')
const whole = (words: string): RegExp => new RegExp(`^(?:${words})$`, 'u')

const NOT_REACHED = beginning(
  "no[- ]?(?:answer|reply|response|show|one)|not (?:reach|answer|avail|there|(?:at )?home|in(?!\\p{L}))|unanswer|un(?:reach|avail)|did ?n['o]t (?:answer|reply|pick|respond|reach|come)|busy(?!\\p{L})|voice ?mail|answering machine|missed|wrong number|switched off|out of reach|left (?:a )?message" +
    '|не ?(?:ответ|отвеч|отозв|дозвон|берет|взял|подн|снима|подош(?:ел|ла|ли) к|приш|явил|застал|доступ|достуч|слыш)|недозвон|недоступ|нет ответа|без ответа|занят(?:о|а)?(?!\\p{L})|сброс|автоответ|выключен|вне зоны|пропущен|ошиблись номером|неверный номер|номер не' +
    '|не ?(?:відпов|додзв|бере|взя|підн|прийш|з.явив|заста|доступ)|недоступ|немає відповіді|без відповіді|зайнят(?:о|ий|а)?(?!\\p{L})|скину(?:в|ла)(?: виклик| дзвінок)?$|автовідпов|вимкнен|поза зоною|помилились номером',
)
const REFUSED = new RegExp(
  `${
    beginning(
      "refus|reject|declin|unsubscri|opted out|not (?:interest|agreed|going to)|no (?:interest|thanks|need|deal)|do(?:es)? ?n['o]t (?:want|need)|disagree|turned (?:us )?down" +
        '|отказ|отклон|отпис|передумал|не (?:интерес|нужн|надо|хочет|хотят|хочу|актуал|будет брать|договор|соглас|устро|подош)|неинтерес|неактуал' +
        '|відмов|відхил|відпис|передума|не (?:цікав|потріб|треба|хоче|актуал|домов|згод|погод|влашт)|нецікав',
    ).source
  }|${whole('no|n|нет|ні').source}`,
  'u',
)
const AGREED = new RegExp(
  `${
    beginning(
      'agree|will (?:buy|order|pay|take|come)|wants to (?:buy|order)|buying|ordered|deal(?!\\p{L})|sold|confirmed|accepted|booked|signed' +
        '|договор|соглас(?:и|ен|на|ны|ован)|купит|закаж|заказал|готов[аы]? (?:куп|взя|плат|заказ)|продано|подтвер|подписал[аи]? (?:дог|контр)|записал(?:ся|ась)|оплатит' +
        '|домов|погод(?:и|жен)|згод|згіден|куплять|замов(?:ить|ив|ила|лять)|готов(?:ий|а|і) (?:куп|взя|плат|замов)|підтверд|підписа(?:в|ла|ли) (?:дог|контр)|записа(?:вся|лася)',
    ).source
  }|${whole('yes|y|ok|да|так|сделка|угода').source}`,
  'u',
)
const SUBSCRIBED = beginning(
  'subscri|sign(?:ed)? ?up|opt(?:ed)?[- ]?in|подпис(?:к|ал(?:ся|ась|ись)(?!\\p{L}))|підпис(?:к|а(?:вся|лася|лися))',
)
const ONE_WAY = beginning(
  'sent|deliver|bounce|wait|await|pending|queued|undeliver|spam' +
    '|отправ|выслал|послал|доставл|ожида|ждем|жду|не доставл|спам|оставил' +
    '|надісла|відправ|доставл|очіку|чека|недоставл|залиши',
)

const plain = (text: string): string =>
  text
    // Words that tell a result stand at its beginning.
    .slice(0, 500)
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[’ʼ`]/g, "'")
    .replace(/[\s_]+/g, ' ')
    .replace(/[.!]+$/, '')
    .replace(/(?<=\p{L})-(?=\p{L})/gu, ' ')
    .trim()

/** What a result says; null when there is none. */
export function outcomeOf(result: string | null): Outcome | null {
  const text = result === null ? '' : plain(result)
  if (text === '') return null
  if (NOT_REACHED.test(text)) return 'not-reached'
  if (REFUSED.test(text)) return 'refused'
  if (SUBSCRIBED.test(text)) return 'subscribed'
  if (AGREED.test(text)) return 'agreed'
  return ONE_WAY.test(text) ? 'one-way' : 'said'
}

const ENQUIRY = beginning(
  'enquir|inquir|price|quot|estimat|question|request|ask|rfq|form(?!\\p{L})|site form|lead(?!\\p{L})|consult|order(?!\\p{L})' +
    '|заявк|запрос|вопрос|цен[аыуе]|прайс|стоимост|смет|расчет|консультац|заказ|интерес|сколько|спрашив|спросил|узна' +
    '|запит|питан(?:ня|ням|нь)(?!\\p{L})|питає|питав|питала|цін[аиуі]|вартіст|кошторис|розрахун|консультац|замовлен|цікав|скільки',
)
const SUBSCRIPTION = beginning('subscri|newsletter|подпис(?:к|ал(?:ся|ась))|рассылк|підпис(?:к|а(?:вся|лася))|розсилк')

/** Does a purpose or a channel speak of an enquiry: a price, a question, a request, a site form? */
export const speaksOfEnquiry = (text: string | null): boolean => text !== null && ENQUIRY.test(plain(text))

export const speaksOfSubscription = (text: string | null): boolean => text !== null && SUBSCRIPTION.test(plain(text))
