import type { CivilDate } from '../domain/calendar.js'
import type { ChannelConsent, ClientRecord } from '../domain/client.js'
import { answerFor, holdingFor } from '../domain/consent.js'
import type { Words } from '../words/en.js'
import { shortDate } from './when.js'

/** The answers in force, in one short line: the one for everything, then of channels what differs from it. */
export function consentInForce(client: Pick<ClientRecord, 'consent' | 'consents'>, words: Words): string {
  const { consent, consents } = client
  const answers = consents.flatMap(({ channel }) => {
    const answer = answerFor(channel, client)
    const wider =
      channel !== 'message' && holdingFor(channel).includes('message') ? answerFor('message', client) : consent
    return answer === null || answer === wider ? [] : [words.consent.answer(channel, answer, [])]
  })
  return [...(consent === null ? [] : [words.consent.answers[consent]]), ...answers].join('; ')
}

/** What a client has answered, to everything first, and how and when; null when it was never asked. */
export function consentText(
  { consent, consent_origin, consent_at, consents }: ClientRecord,
  { words, today }: { words: Words; today: CivilDate },
): string | null {
  const answer = (
    channel: string | null,
    { answer, origin, at }: Omit<ChannelConsent, 'channel' | 'at'> & { at: string | null },
  ) =>
    words.consent.answer(
      channel,
      answer,
      [origin, at === null ? null : shortDate(at, today, words)].filter((each) => each !== null),
    )
  const all = consent === null ? [] : [answer(null, { answer: consent, origin: consent_origin, at: consent_at })]
  const said = [...all, ...consents.map((each) => answer(each.channel, each))]
  return said.length === 0 ? null : said.join('; ')
}
