import type { ChannelConsent, ClientRecord, Consent } from './client.js'
import { MESSENGERS, messengerNamed } from './handle.js'
import { readChannel } from './history/words.js'

/** By what a client may be reached, as consent parts it; `message` stands for all that comes next to it in `MESSAGES`. */
export const CONSENT_CHANNELS = ['call', 'email', 'message', 'sms', ...MESSENGERS, 'post', 'meet'] as const
export type ConsentChannel = (typeof CONSENT_CHANNELS)[number]

const MESSAGES: ReadonlySet<string> = new Set<ConsentChannel>(['sms', ...MESSENGERS])

/** What a client has answered: for everything, and for single channels. */
export interface Consents {
  consent: Consent | null
  consents: readonly Pick<ChannelConsent, 'channel' | 'answer'>[]
}

/** The channels whose answers hold for a channel, itself first: of a messenger also that for messages. */
export const holdingFor = (channel: string): string[] => (MESSAGES.has(channel) ? [channel, 'message'] : [channel])

/**
 * The answer in force for a channel. A *no* to more is a *no* to everything in it: whoever refused all, or all messages, is not
 * written to in Telegram, whatever was said of Telegram. Else the channel's own answer holds, then that for messages, then that
 * for all.
 */
export function answerFor(channel: string, { consent, consents }: Consents): Consent | null {
  if (consents.length === 0 || consent === 'no') return consent
  const answers = holdingFor(channel).flatMap((each) => consents.find((own) => own.channel === each)?.answer ?? [])
  return answers.includes('no') ? 'no' : (answers[0] ?? consent)
}

/** May nobody be reached by this channel who answered so? What was never asked is not refused. */
export const refuses = (channel: string, answers: Consents): boolean => answerFor(channel, answers) === 'no'

const POST = new Set(
  (
    'post|postal|postal mail|paper mail|paper letter|direct mail|бумажная почта|бумажное письмо|почта россии|почтой|' +
    'паперова пошта|паперовий лист|укрпошта|поштою'
  ).split('|'),
)

/** The channel that a word names in any of the languages, «почта», "WhatsApp", `дзвінок`; null when it names none. */
export function consentChannelNamed(word: string): ConsentChannel | null {
  const typed = word.trim().toLowerCase()
  if (POST.has(typed)) return 'post'
  const named = messengerNamed(typed) ?? readChannel(typed).channel
  return CONSENT_CHANNELS.find((channel) => channel === typed || channel === named) ?? null
}

/** By what somebody may be reached at all, whatever was answered. */
export function channelsOf({ phones, emails, handles }: Pick<ClientRecord, 'phones' | 'emails' | 'handles'>): string[] {
  const messengers = handles.flatMap(({ kind }) => (kind === 'url' ? [] : [kind]))
  return [...(phones.length > 0 ? ['call', 'sms'] : []), ...(emails.length > 0 ? ['email'] : []), ...messengers]
}

/** Has somebody addresses, all of which were refused? */
export function refusesEveryWay(
  client: Pick<ClientRecord, 'phones' | 'emails' | 'handles' | 'consent' | 'consents'>,
): boolean {
  const channels = channelsOf(client)
  return channels.length > 0 && channels.every((channel) => refuses(channel, client))
}

/** The channel that a client prefers, as it was typed; null when it was refused since. */
export function preferredChannel(client: Pick<ClientRecord, 'channel' | 'consent' | 'consents'>): string | null {
  const channel = client.channel === null ? null : consentChannelNamed(client.channel)
  return channel !== null && refuses(channel, client) ? null : client.channel
}
