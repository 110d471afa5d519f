import { HOLIDAYS } from '../domain/day/holiday-list.js'
import { OCCASIONS } from '../domain/greeting/occasions.js'
import { safe } from '../render/safe.js'
import { drawTable } from '../render/table.js'
import { LETTERS } from '../words/greeting/letters.js'
import type { Context } from './context.js'
import { readTemplates, templateFolder } from './greet-letters.js'
import { formatOf, outJson, roomOf } from './output.js'

/** `birthday-belated.uk.close` */
const NAME = /^([a-z0-9-]+?)(-belated)?(?:\.(en|ru|uk))?(?:\.(close|formal))?$/

/** Tells for which occasions there are words, and which of them are templates of one’s own. */
export async function listTemplates(context: Context): Promise<void> {
  const { words, style } = context
  const format = formatOf(context, ['table', 'json'])
  const folder = templateFolder(context)
  const files = [...readTemplates(folder).keys()]
  const occasions = [...OCCASIONS, ...ownOccasions(files)]
  const filesOf = (occasion: string): string[] => files.filter((file) => NAME.exec(file)?.[1] === occasion)
  const unused = files.filter((file) => !occasions.includes(NAME.exec(file)?.[1] ?? ''))
  if (format === 'json')
    return outJson(context, {
      folder,
      occasions: occasions.map((occasion) => ({
        occasion,
        languages: Object.keys(LETTERS),
        own: filesOf(occasion).map((file) => `${file}.txt`),
      })),
      unused: unused.map((file) => `${file}.txt`),
    })
  const { columns, builtIn, occasions: names } = words.greeting
  const rows = occasions.map((occasion) => {
    const own = filesOf(occasion).map((file) => `${file}.txt`)
    const said = Object.hasOwn(names, occasion) ? names[occasion as keyof typeof names] : occasion
    return [occasion, said, own.length === 0 ? builtIn : own.join(', ')]
  })
  context.out(
    drawTable(
      [
        { title: words.greeting.holidays.columns.key },
        { title: columns.occasion, flexible: true },
        { title: columns.file, flexible: true },
      ],
      rows,
      { width: roomOf(context), style },
    ),
  )
  context.say(words.greeting.folder(safe(folder)))
  if (unused.length > 0) context.say(words.greeting.unused(unused.map((file) => safe(`${file}.txt`)).join(', ')))
}

/** Holidays, of the list and one’s own, for which there are templates. */
function ownOccasions(files: readonly string[]): string[] {
  const holidays = new Set(HOLIDAYS.map(({ key }) => key))
  const named = new Set(files.map((file) => NAME.exec(file)?.[1] ?? ''))
  return [...named].filter(
    (key) => !(OCCASIONS as readonly string[]).includes(key) && (holidays.has(key) || key.startsWith('own-')),
  )
}
