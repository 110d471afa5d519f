import type { ClientRecord } from '../domain/client.js'
import { reachOf } from '../domain/day/reach.js'
import { LINK_KINDS, type Links } from '../domain/greeting/links.js'
import { showReach } from '../domain/points.js'
import type { Greeting } from '../usecases/greet.js'
import type { Words } from '../words/en.js'
import { MESSENGER_NAMES } from '../words/messengers.js'
import { safe, safeLines } from './safe.js'
import type { Style } from './style.js'
import { cut, padEnd, widthOf, wrap } from './table.js'

/** A greeting with what is to be shown of its words; null what was not asked for. */
export interface GreetingShown {
  greeting: Greeting
  message: { subject: string; text: string } | null
  links: Links | null
}

/** By what one would greet somebody: `+7 916 000-00-01`, `Telegram @olga`; '' when there is no way. */
export function greetingReach(client: ClientRecord): string {
  const reach = reachOf(client, null)
  if (reach === null) return ''
  const { channel, value } = reach
  if (channel === 'phone' || channel === 'sms')
    return showReach(client.phones.find((each) => each.value === value) ?? { value, typed: value })
  if (channel === 'email') return value
  const name = MESSENGER_NAMES[channel as keyof typeof MESSENGER_NAMES] ?? channel
  return `${name} ${value.startsWith('+') ? showReach({ value, typed: value }) : `@${value}`}`
}

/** For what somebody is greeted, in words. */
export const reasonText = ({ reason }: Greeting, words: Words): string => {
  const said = words.today.reason(reason)
  return said === '' ? words.greeting.promised : said
}

/**
 * Whom to greet, as text: number, name and how to reach them on a line, the occasion below it, then the words and the links
 * where they were asked for. Links are never broken, so that they stay whole when copied.
 */
export function drawGreetings(
  shown: readonly GreetingShown[],
  { words, style, width, breakLines }: { words: Words; style: Style; width: number; breakLines: boolean },
): string {
  const numberWidth = shown.reduce((most, { greeting }) => Math.max(most, greeting.number?.length ?? 0), 0)
  const margin = numberWidth === 0 ? '  ' : ' '.repeat(numberWidth + 4)
  const blocks = shown.map(({ greeting, message, links }) => {
    const lines = [
      ...headLines(greeting, { words, style, width, numberWidth, margin }),
      ...occasionLines(greeting, { words, style, width, margin }),
    ]
    if (message !== null)
      lines.push(
        '',
        `${style.muted(`${words.greeting.subject}: ${safe(message.subject)}`)}`,
        '',
        ...textLines(message.text, breakLines ? width : null),
      )
    if (links !== null)
      lines.push(...(message === null ? [] : ['']), ...linkLines(links, style, message === null ? margin : ''))
    return lines.join('\n')
  })
  const isLong = shown.some(({ message, links }) => message !== null || links !== null)
  return `${blocks.join(isLong ? '\n\n' : '\n')}\n`
}

interface Frame {
  words: Words
  style: Style
  width: number
  margin: string
}

function headLines(
  { number, client }: Greeting,
  { words, style, width, numberWidth, margin }: Frame & { numberWidth: number },
): string[] {
  const reach = safe(greetingReach(client))
  const room = width - margin.length
  const name = [
    [client.name, client.company ?? '']
      .filter((part) => part !== '')
      .map(safe)
      .join(' · '),
    client.vip ? `★ ${words.card.vip}` : '',
  ]
    .filter((part) => part !== '')
    .join(' ')
  const left = numberWidth === 0 ? margin : `  ${style.number((number ?? '').padStart(numberWidth))}  `
  const shownReach = reach === '' ? style.muted(words.greeting.noReach) : style.strong(reach)
  const reachWidth = widthOf(reach === '' ? words.greeting.noReach : reach)
  if (widthOf(name) + 2 + reachWidth <= room) return [`${left}${padEnd(name, room - reachWidth)}${shownReach}`]
  return [`${left}${cut(name, room)}`, `${margin}${shownReach}`]
}

const occasionLines = (greeting: Greeting, { words, style, width, margin }: Frame): string[] =>
  wrap(reasonText(greeting, words), width - margin.length).map(
    (line) => margin + (greeting.reason.days < 0 ? style.late(line) : line),
  )

const textLines = (text: string, width: number | null): string[] =>
  width === null ? safeLines(text) : wrap(text, width)

const linkLines = (links: Links, style: Style, margin: string): string[] =>
  LINK_KINDS.flatMap((kind) => {
    const link = links[kind]
    return link === undefined ? [] : [margin + style.muted(link)]
  })
