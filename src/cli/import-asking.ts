import { FIELDS } from '../domain/fields.js'
import { cancelled } from '../errors.js'
import { targetText } from '../render/import.js'
import { safe } from '../render/safe.js'
import { cut } from '../render/table.js'
import type { PlannedTable, Wish } from '../usecases/import-plan.js'
import type { Context } from './context.js'
import type { ImportJob, ImportWishes } from './import-jobs.js'

const YES = 'yes'
const CHANGE = 'change'
const ORDER = 'order'
const NO = 'no'
const BACK = 'back'

/** Fields that a column may be said to fill, besides those of a client's card. */
const MORE = [
  'phone_mobile',
  'phone_work',
  'email_work',
  'last_contact',
  'next_contact',
  'next_action',
  'anniversary',
  'messenger',
]

/**
 * Shows the plan with what it would do and asks: take it in, put a column right, or leave it. Each answer but these two makes a new
 * plan, shown again. Throws the refusal of a cancelled command when the user says no.
 */
export async function confirmImport(
  context: Context,
  wishes: ImportWishes,
  planJob: (wishes: ImportWishes) => Promise<ImportJob>,
  show: (job: ImportJob) => Promise<void>,
): Promise<ImportJob> {
  const { words, world } = context
  const { asking } = words.import
  let now = wishes
  for (;;) {
    const job = await planJob(now)
    await show(job)
    const asker = await world.asker()
    const unsure = job.tables.flatMap(({ undecided }) => undecided)
    const answer = await asker.select(asking.what, [
      { name: asking.apply, value: YES },
      ...(unsure.length > 0
        ? [{ name: asking.order(unsure.map(({ header }) => safe(header)).join(', ')), value: ORDER }]
        : []),
      ...(job.tables.length > 0 ? [{ name: asking.change, value: CHANGE }] : []),
      { name: asking.leave, value: NO },
    ])
    if (answer === NO) throw cancelled()
    if (answer === YES) return planJob(now)
    if (answer === ORDER) {
      const order = await asker.select(asking.which, [
        { name: asking.dayFirst, value: 'dmy' },
        { name: asking.monthFirst, value: 'mdy' },
      ])
      now = { ...now, order: order === 'mdy' ? 'mdy' : 'dmy' }
    } else {
      const wish = await changedColumn(context, job.tables)
      if (wish) now = { ...now, columns: [...now.columns.filter(([column]) => column !== wish[0]), wish] }
    }
  }
}

const short = (cells: readonly string[] = []): string =>
  cells.map((cell) => cut(cell.replace(/\s+/g, ' '), 24)).join(' · ')

async function changedColumn({ words, world }: Context, tables: readonly PlannedTable[]): Promise<Wish | null> {
  const { asking } = words.import
  const asker = await world.asker()
  const columns = tables.flatMap(({ columns: planned, samples, odd }) =>
    planned.map(({ header, target }, index) => {
      const shown = [short(samples[index]), short(odd[index])].filter((each) => each !== '').join(` ${asking.rare} `)
      return { header, name: safe(`${header} → ${targetText(target, words)}${shown === '' ? '' : `  (${shown})`}`) }
    }),
  )
  const chosen = await asker.select(asking.column, [
    { name: asking.back, value: BACK },
    ...columns.map(({ name }, index) => ({ name, value: String(index) })),
  ])
  const header = columns[Number(chosen)]?.header
  if (header === undefined) return null
  const fields = [
    { name: asking.own, value: 'custom' },
    { name: asking.ignore, value: 'ignore' },
    ...[...FIELDS.filter(({ columns: fills }) => fills !== undefined).map(({ key }) => key), ...MORE].map((key) => ({
      name: `${words.fields[key] ?? words.import.moreFields[key] ?? key} (${key})`,
      value: key,
    })),
  ]
  const field = await asker.search(
    asking.field,
    async (text) => fields.filter(({ name }) => name.toLowerCase().includes(text.toLowerCase())),
    words.ask.nothing,
  )
  return [header, field]
}
