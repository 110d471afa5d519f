/** How somebody can be reached, as the base keeps it: phones in E.164, handles bare. */
export interface Reachable {
  phones: readonly { value: string }[]
  emails: readonly { value: string }[]
  handles: readonly { kind: string; value: string }[]
}

export interface Message {
  subject: string
  text: string
}

/** Links that open a program with the message in it, ready to be sent by hand; only those for which there is an address that was not refused. */
export interface Links {
  mailto?: string
  sms?: string
  telegram?: string
  whatsapp?: string
  viber?: string
}

export const LINK_KINDS = ['mailto', 'sms', 'telegram', 'whatsapp', 'viber'] as const

/** Half a character cannot be encoded. */
const LONE_SURROGATES = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** Percent-encoding of all but the unreserved characters of RFC 3986, so that no shell or page stumbles over a quote. */
const encoded = (text: string): string =>
  encodeURIComponent(text.replace(LONE_SURROGATES, '\ufffd')).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )

const onLines = (text: string, lineBreak: string): string => text.replace(/\r\n|\r|\n/g, lineBreak)

/** RFC 6068: lines of the body end with CRLF, and what stands before the `@` is encoded as well. */
export function mailtoLink(address: string, { subject, text }: Message): string {
  const at = address.lastIndexOf('@')
  const to = `${encoded(address.slice(0, at))}@${encoded(address.slice(at + 1))}`
  return `mailto:${to}?subject=${encoded(onLines(subject, ' '))}&body=${encoded(onLines(text, '\r\n'))}`
}

/** RFC 5724 knows no text; `body` is what the phones of today understand. */
export const smsLink = (phone: string, text: string): string => `sms:${phone}?body=${encoded(onLines(text, '\n'))}`

/** WhatsApp's click to chat: the number in full, digits only. */
export const whatsappLink = (phone: string, text: string): string =>
  `https://wa.me/${phone.replace(/\D/g, '')}?text=${encoded(onLines(text, '\n'))}`

/** By user name or by number; `text` is put into the input line (core.telegram.org/api/links), by older apps it is not. */
export const telegramLink = (handle: string, text: string): string =>
  `https://t.me/${encoded(handle.replace(/^@/, '')).replace(/^%2B/, '+')}?text=${encoded(onLines(text, '\n'))}`

/** Opens the chat; Viber takes no text for a number. */
export const viberLink = (phone: string): string => `viber://chat?number=${encoded(phone)}`

const isPhone = (value: string): boolean => /^\+\d{7,15}$/.test(value)

export function linksFor(
  { phones, emails, handles }: Reachable,
  message: Message,
  refuses: (channel: string) => boolean = () => false,
): Links {
  const handle = (kind: string): string | undefined => handles.find((each) => each.kind === kind)?.value
  const phone = phones.find(({ value }) => isPhone(value))?.value
  const email = emails[0]?.value
  const telegram = handle('telegram')
  const whatsapp = [handle('whatsapp'), phone].find((value) => value !== undefined && isPhone(value))
  const viber = handle('viber')
  return {
    ...(email === undefined || refuses('email') ? {} : { mailto: mailtoLink(email, message) }),
    ...(phone === undefined || refuses('sms') ? {} : { sms: smsLink(phone, message.text) }),
    ...(telegram === undefined || refuses('telegram') ? {} : { telegram: telegramLink(telegram, message.text) }),
    ...(whatsapp === undefined || refuses('whatsapp') ? {} : { whatsapp: whatsappLink(whatsapp, message.text) }),
    ...(viber === undefined || !isPhone(viber) || refuses('viber') ? {} : { viber: viberLink(viber) }),
  }
}
