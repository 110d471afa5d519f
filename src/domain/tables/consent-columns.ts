import { CONSENT_CHANNELS, type ConsentChannel } from '../consent.js'
import { readConsentWord } from '../consent-words.js'

/** A column that tells to what a client says yes, or what it does not want. */
export interface ConsentTarget {
  to: 'consent'
  /** `do_not_call`, `consent_email`: the name that `--map` takes. */
  key: string
  /** Empty for everything. */
  channels: readonly ConsentChannel[]
  /** «Не звонить», "Email Opt Out": *yes* in such a column is a no. */
  refusal: boolean
}

/** Who does not want to be written to, or agrees to mailings, speaks of letters and of messages. */
const WRITTEN: readonly ConsentChannel[] = ['email', 'message']

/** What a canonical name of a column says of consent; null when it says nothing. The answer to everything is `consent` itself. */
export function consentTarget(canonical: string): ConsentTarget | null {
  const [, sense, what = ''] = /^(do_not|consent)_([a-z]+)$/.exec(canonical) ?? []
  if (sense === undefined) return null
  const refusal = sense === 'do_not'
  const target = (channels: readonly ConsentChannel[]): ConsentTarget => ({
    to: 'consent',
    key: canonical,
    channels,
    refusal,
  })
  if (refusal && what === 'contact') return target([])
  if (what === (refusal ? 'write' : 'mailing')) return target(WRITTEN)
  const channel = CONSENT_CHANNELS.find((each) => each === what)
  return channel === undefined ? null : target([channel])
}

/** What a column means of which only its cells tell whether it is about mailings: a subscription may be to a gym. */
const VAGUE = 'subscription'

/** The meaning of a column of subscriptions, by its cells; null when they are no answers, or there are none. */
export function settled(canonical: string | null, cells: readonly string[]): string | null {
  if (canonical !== VAGUE) return canonical
  const filled = cells.filter((cell) => cell.trim() !== '')
  return filled.length > 0 && filled.every((cell) => readConsentWord(cell) !== null) ? 'consent_mailing' : null
}

/** Names of such columns that the table of synonyms lacks, or knows less exactly, by what they say. */
const NAMES: Record<string, string> = {
  do_not_call: `do not phone|do not allow phone calls|donotphone|do not call flag|phone opt out|call opt out|opted out of calls|no calls
    |не звоните|запрет звонков|запрет на звонки|отказ от звонков|не беспокоить звонками|не телефонувати|заборона дзвінків
    |відмова від дзвінків`,
  do_not_email: `hasoptedoutofemail|has opted out of email|email opted out|opted out of email|email opt-out|opt-out|opted out|optout
    |e-mail opt out|donotemail|do not allow emails|do not allow bulk emails|donotbulkemail|do not send email|unsubscribed from all email
    |unsubscribed from email|unsubscribe|unsubscribe date|date unsubscribed|unsubscribed at|unsub time|отписался|отписалась|отписаны
    |отписан от рассылки|отписан от рассылок|отписан от email-рассылки|отписка от рассылки|дата отписки|не слать письма
    |не присылать письма|не присылать email|відписався|відписалася|відписано|відписаний від розсилки|відписка від розсилки
    |дата відписки|не надсилати листи|не надсилати розсилку`,
  do_not_sms: `sms opt out|sms opt-out|sms unsubscribed|do not sms|donotsms|do not text|opted out of sms|hasoptedoutofsms|no sms|не слать sms
    |не слать смс|не присылать sms|не присылать смс|отписан от sms|отписан от смс|отказ от sms|отказ от смс|не надсилати sms
    |не надсилати смс|відписаний від sms|відмова від sms`,
  do_not_post: `do not mail|do not allow mails|donotpostalmail|do not send mail|postal opt out|mail opt out|не слать почтой`,
  do_not_write: `не писать|не писати|запрет рассылки|запрет на рассылку|запрет рассылок|отказ от рассылки|отказ от рассылок|без рассылки
    |заборона розсилки|відмова від розсилки|відмова від розсилок|без розсилки`,
  do_not_contact: `do not contact|donotcontact|do not disturb|no contact|has opted out|hasoptedout|opted out of all|opt out of all
    |unsubscribed from all|не беспокоить|не связываться|не контактировать|отказ от общения|отозвал согласие|согласие отозвано
    |отзыв согласия|не турбувати|не зв'язуватися|не контактувати|відмова від спілкування|згоду відкликано|відкликання згоди`,
  consent_email: `accepts marketing|accepts email marketing|email consent|email opt in|email opt-in|email marketing consent|email subscription
    |email subscriber status|email marketing status|marketing status|subscribed to email|согласие на email|согласие на e-mail
    |согласие на письма|подписан на email-рассылку|подписан на email|подписка на email|згода на email|згода на листи
    |підписаний на email|email newsletter|email-рассылка|email рассылка|e-mail рассылка|e-mail-рассылка|email-розсилка|email розсилка`,
  consent_sms: `accepts sms marketing|sms consent|sms opt in|sms opt-in|sms marketing consent|sms subscriber status|согласие на sms
    |согласие на смс|подписан на sms|sms-рассылка|sms рассылка|смс-рассылка|смс рассылка|sms-розсилка|смс-розсилка|згода на sms|згода на смс|підписаний на sms`,
  consent_call: `phone consent|call consent|согласие на звонки|согласие на звонок|згода на дзвінки|згода на дзвінок`,
  consent_mailing: `newsletter|newsletter subscription|newsletter consent|subscribed|mailing consent|agreed to mailing|согласие на рассылку
    |согласие на рассылки|согласие на получение рассылки|согласие на рекламу|согласие на рекламную рассылку|подписан на рассылку|подписан
    |подписана|подписка на рассылку|рассылка|згода на розсилку|згода на розсилки|згода на отримання розсилки|згода на рекламу
    |підписаний на розсилку|підписаний|підписана|підписка на розсилку|розсилка|рассылки|розсилки|получает рассылку|получать рассылку
    |отримує розсилку|отримувати розсилку|новостная рассылка|рекламная рассылка|рассылка новостей|подписка на новости|подписан на новости
    |подписана на рассылку|розсилка новин|підписка на новини|підписаний на новини|підписана на розсилку|marketing opt in|marketing opt-in
    |marketing emails|receives newsletter|is subscribed|subscribed to newsletter`,
  [VAGUE]: 'подписка|подписки|підписка|підписки|subscription|subscriptions',
  consent: `consent given|consented|opted in|opt-in|optin|gdpr|gdpr consent|data processing consent|consent to data processing|personal data consent|privacy consent|опд|соглашение пд
    |согласие на обработку|согласие на обработку пд|согласие на обработку пдн|согласие на обработку данных|согласие на обработку персональных данных
    |согласие пд|согласие пдн|согласие на опд|согласие опд|согласие на пдн|согласен на обработку персональных данных|обработка персональных данных
    |пользовательское соглашение|згода на обробку|згода на обробку пд|згода на обробку даних|згода на обробку персональних даних
    |обробка персональних даних|согласие на общение
    |согласие на связь|згода на спілкування`,
  consent_at: `consent since|consent date|date of consent|consented at|consent time|opt in date|opt-in date|optin time|дата согласия|согласие от
    |дата получения согласия|дата згоди|згода від|дата отримання згоди`,
  consent_origin: `consent from|consent source|consent origin|source of consent|opt in source|opt-in source|источник согласия|откуда согласие
    |способ получения согласия|основание согласия|джерело згоди|звідки згода|спосіб отримання згоди`,
}

/** Each name, as it is compared, with what it says. */
export const CONSENT_HEADERS: readonly [name: string, canonical: string][] = Object.entries(NAMES).flatMap(
  ([canonical, names]) => names.split('|').map((name): [string, string] => [name.trim(), canonical]),
)
