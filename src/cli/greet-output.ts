import { LINK_KINDS } from '../domain/greeting/links.js'
import { writeCsv } from '../formats/csv-writing.js'
import { drawGreetings, greetingReach, reasonText } from '../render/greet.js'
import type { Context } from './context.js'
import type { Format } from './globals.js'
import type { Worded } from './greet-letters.js'
import { outCsv, outJson, outMarkdown, outNdjson, outTsv, roomOf, textWidth } from './output.js'

export const GREET_FORMATS = ['table', 'json', 'ndjson', 'csv', 'tsv', 'md', 'ids'] as const satisfies readonly Format[]

const COLUMNS = [
  'number',
  'client',
  'name',
  'occasion',
  'due',
  'language',
  'closeness',
  'reach',
  'subject',
  'text',
  ...LINK_KINDS,
]

/** Shows greetings in the format asked for; `text` and `links` say what people are to see of the words. */
export function outGreetings(
  context: Context,
  format: Format,
  shown: readonly Worded[],
  { text, links }: { text: boolean; links: boolean },
): void {
  const { words, style } = context
  if (format === 'json') outJson(context, shown.map(plain))
  else if (format === 'ndjson') outNdjson(context, shown.map(plain))
  else if (format === 'ids') context.out(shown.map(({ greeting }) => `${greeting.client.id}\n`).join(''))
  else if (format === 'csv') outCsv(context, [COLUMNS, ...shown.map((each) => rowOf(each, context))], writeCsv)
  else if (format === 'tsv') outTsv(context, [COLUMNS, ...shown.map((each) => rowOf(each, context))])
  else if (shown.length === 0) return
  else if (format === 'md') outAsMarkdown(context, shown, text)
  else
    context.out(
      drawGreetings(
        shown.map(({ greeting, letter, links: own }) => ({
          greeting,
          message: text ? letter : null,
          links: links ? own : null,
        })),
        { words, style, width: textWidth(context), breakLines: roomOf(context) !== null },
      ),
    )
}

/** As scripts read it. */
const plain = ({ greeting, language, closeness, letter, links }: Worded) => ({
  number: greeting.number,
  client: greeting.client,
  reasons: greeting.entry.reasons,
  due: greeting.entry.due,
  occasion: greeting.occasion.key,
  language,
  closeness,
  subject: letter.subject,
  text: letter.text,
  template: letter.template,
  links,
  also: greeting.entry.also,
})

const rowOf = ({ greeting, language, closeness, letter, links }: Worded, { words }: Context): string[] => [
  greeting.number ?? '',
  String(greeting.client.id),
  greeting.client.name,
  reasonText(greeting, words),
  greeting.entry.due,
  language,
  closeness,
  greetingReach(greeting.client),
  letter.subject,
  letter.text,
  ...LINK_KINDS.map((kind) => links[kind] ?? ''),
]

function outAsMarkdown(context: Context, shown: readonly Worded[], text: boolean): void {
  const { words } = context
  const titles = [words.fields.id, words.fields.name, words.greeting.columns.occasion].map((title) => title ?? '')
  outMarkdown(
    context,
    text ? [...titles, words.greeting.columns.text] : titles,
    shown.map(({ greeting, letter }) => [
      greeting.number ?? String(greeting.client.id),
      greeting.client.name,
      reasonText(greeting, words),
      ...(text ? [letter.text.replace(/\n+/g, ' ')] : []),
    ]),
  )
}
