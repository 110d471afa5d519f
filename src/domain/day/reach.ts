import type { ClientRecord } from '../client.js'
import { refuses } from '../consent.js'
import { messengerNamed } from '../handle.js'
import { readChannel } from '../history/words.js'
import type { Asking } from './asking.js'

/** By what to reach somebody: `phone`, `sms`, `email` or a messenger, and its value: E.164, an address, a handle without `@`. */
export interface Reach {
  channel: string
  value: string
}

type Points = Pick<ClientRecord, 'kind' | 'phones' | 'emails' | 'handles' | 'channel' | 'consent' | 'consents'>

/** Messengers one can call or write to a person in, the handiest first. */
const MESSENGERS = ['telegram', 'whatsapp', 'viber', 'signal', 'skype', 'vk', 'facebook', 'instagram'] as const

/** These know people by their phone, so any phone will do. */
const BY_PHONE: readonly string[] = ['whatsapp', 'viber', 'signal']

const WORK = /раб|служ|офис|офіс|роб|work|office|business|main/i
const MOBILE = /моб|сот|личн|особист|mob|cell|personal/i
const FAX = /факс|fax/i

/** Numbers of mobile networks in the two plans that most users have. */
const MOBILE_NUMBER = /^\+(?:79\d{9}|380(?:39|50|6[3678]|7[37]|9\d)\d{7})$/

/** The phone to call: of a company its work phone, of a person its mobile, else the first that is no fax. */
export function phoneOf({ kind, phones }: Pick<Points, 'kind' | 'phones'>): string | null {
  const callable = phones.filter(({ label }) => label === null || !FAX.test(label))
  const labelled = (pattern: RegExp) => callable.find(({ label }) => label !== null && pattern.test(label))
  const best =
    kind === 'company'
      ? labelled(WORK)
      : (labelled(MOBILE) ??
        callable.find(({ label, value }) => MOBILE_NUMBER.test(value) && (label === null || !WORK.test(label))))
  return (best ?? callable[0])?.value ?? null
}

/** By what to reach a client for a call, never by what it refused: as it prefers, else by phone, messenger or e-mail; a company without any by the phone of who decides there. */
export function reachOf(client: Points, asking: Asking | null): Reach | null {
  const { kind, emails, handles } = client
  const phone = phoneOf(client)
  const messenger = MESSENGERS.filter((each) => !refuses(each, client))
    .map((each) => handles.find((handle) => handle.kind === each))
    .find(Boolean)
  const email = emails[0]?.value
  const by = (channel: string): Reach | null => {
    if (channel === 'call' || channel === 'sms')
      return phone === null ? null : { channel: channel === 'sms' ? 'sms' : 'phone', value: phone }
    if (channel === 'email') return email === undefined ? null : { channel, value: email }
    if (channel === 'message') return messenger ? { channel: messenger.kind, value: messenger.value } : null
    const own = handles.find((handle) => handle.kind === channel)
    if (own) return { channel, value: own.value }
    return phone !== null && BY_PHONE.includes(channel) ? { channel, value: phone } : null
  }
  for (const channel of [...preferred(client.channel), 'call', 'message', 'email']) {
    const reach = refuses(channel, client) ? null : by(channel)
    if (reach) return reach
  }
  const insider = kind === 'company' ? (asking?.decider?.phone ?? asking?.gatekeeper?.phone ?? null) : null
  return insider === null ? null : { channel: 'phone', value: insider }
}

/** The channels that a client prefers, as far as the words for them are known: «WhatsApp или телефон» names two. */
function preferred(text: string | null): string[] {
  if (text === null) return []
  return [text, ...text.split(/[,;/+]|\s(?:или|либо|або|чи|or|and|и|і|та)\s/i)].map((part) => {
    const word = part.trim()
    return messengerNamed(word) ?? readChannel(word).channel ?? ''
  })
}
