import { MESSENGER_NAMES } from '../messengers.js'
import { plural } from '../plural.js'

const count = plural('en')

const CHANNELS: Record<string, string> = {
  call: 'calls',
  email: 'e-mail',
  message: 'messages',
  sms: 'SMS',
  ...MESSENGER_NAMES,
  post: 'post',
  meet: 'meetings',
}

const channelName = (channel: string): string =>
  Object.hasOwn(CHANNELS, channel) ? (CHANNELS[channel] ?? '') : channel

const ANSWERS = { yes: 'yes', no: 'no' }

/** What is said of consent and opt-outs. */
export const consent = {
  /** What one answers yes or no to. */
  channel: channelName,
  answers: ANSWERS,
  /** An answer in brackets behind which stand how and when it was got; `channel` is null for everything. */
  answer: (channel: string | null, answer: 'yes' | 'no', details: readonly string[]): string =>
    `${channel === null ? '' : `${channelName(channel)}: `}${ANSWERS[answer]}${details.length === 0 ? '' : ` (${details.join(', ')})`}`,
  /** What a column fills that tells of consent. */
  column: (channels: readonly string[], refusal: boolean): string =>
    `${refusal ? 'Refuses' : 'Consent'}: ${channels.length === 0 ? 'everything' : channels.map(channelName).join(', ')}`,
  meant: (near: string): string => `Did you mean ${near}?`,
  hint: 'For example: --consent yes, --consent no, --consent email:no; an empty answer, email:, takes it away.',
  errors: {
    badAnswer: (typed: string): string =>
      `--consent takes yes or no, or a channel with it, like email:no; not “${typed}”.`,
    badChannel: (typed: string, channels: readonly string[]): string =>
      `There is no channel “${typed}” to consent to; there are ${channels.join(', ')}.`,
    twice: (channel: string | null): string =>
      channel === null
        ? '--consent is said twice, and differently.'
        : `--consent says two different things of ${channelName(channel)}.`,
    originAlone: '--consent-origin tells where an answer comes from: say the answer too.',
  },
  remarks: {
    kept: (channel: string | null): string =>
      channel === null
        ? 'kept: no; a file does not turn a refusal into consent'
        : `kept: no to ${channelName(channel)}; a file does not turn a refusal into consent`,
    taken: (channel: string | null): string =>
      channel === null
        ? 'the client says no, which is taken though the row is skipped'
        : `the client says no to ${channelName(channel)}, which is taken though the row is skipped`,
  },
  /** A contact is written down with somebody who refused it. */
  loggedAgainst: (name: string, channel: string | null): string =>
    channel === null ? `${name} asked not to be contacted at all.` : `${name} said no to ${channelName(channel)}.`,
  /** What was agreed to stays refused, because more was. */
  overruled: (by: 'message' | null, channels: readonly string[], who: { id: number } | { clients: number }): string => {
    const refused = `the no to ${by === null ? 'everything' : channelName(by)} still holds`
    const kept = `so ${channels.map(channelName).join(', ')} ${channels.length === 1 && channels[0] !== 'call' ? 'stays' : 'stay'} refused`
    const flag = `--consent ${by === null ? '""' : `${by}:`}`
    return 'id' in who
      ? `Note: ${refused}, ${kept}. To take it back: clientele edit ${who.id} ${flag}`
      : `Note: of ${who.clients} ${count(who.clients, { one: 'client', other: 'clients' })} ${refused}, ${kept}. To take it back: ${flag}`
  },
  refusedLetters: (names: string): string => `Said no to e-mail: ${names}.`,
  unreachable: (name: string): string => `${name}: every way to send it was refused.`,
  help: {
    flag: 'yes or no to being contacted, or to one channel: email:no, call:yes; repeatable',
    origin: 'how the answers were got: "signed form 12.03"',
  },
}
