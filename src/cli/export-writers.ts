import { type CivilDate, isoInstant } from '../domain/calendar.js'
import type { ClientCard } from '../domain/client.js'
import { CARD_COLUMNS } from '../domain/records.js'
import { safe, safeJson, safeLines } from '../render/safe.js'
import type { Deps } from '../usecases/deps.js'
import { exportTable } from '../usecases/exporting.js'
import type { Context } from './context.js'
import type { ExportPlan } from './export-options.js'

export type Piece = string | Uint8Array

/** Clients as the pieces of a file, in portions. */
export interface Writer {
  /** Keys of the fields that are written; empty for all that a client has. */
  fields: readonly string[]
  begin: Piece
  portion(cards: readonly ClientCard[]): Piece
  end(): Piece
}

/** The writer of the format that the plan names; what only this format needs is loaded here. */
export async function writerFor(context: Context, deps: Deps, plan: ExportPlan): Promise<Writer> {
  switch (plan.format) {
    case 'json':
      return jsonWriter(await jsonOf(deps))
    case 'ndjson': {
      const json = await jsonOf(deps)
      return {
        fields: [],
        begin: '',
        portion: (cards) => cards.map((card) => `${json(card)}\n`).join(''),
        end: () => '',
      }
    }
    case 'xlsx':
      return workbookWriter(context, deps)
    case 'vcf':
      return shownOnTerminal(context, plan, await cardWriter(deps, plan))
    case 'ics':
      return shownOnTerminal(context, plan, await calendarWriter(context))
    default:
      return tableWriter(context, deps, plan)
  }
}

/** A card as JSON, with the types of its custom fields, so that an import makes them again as they are. */
async function jsonOf(deps: Deps): Promise<(card: ClientCard) => string> {
  const fields = await deps.store.clients.customFields()
  const typed = fields.filter(({ type, label }) => type !== 'text' || label !== null)
  return (card) => {
    const custom_fields = typed
      .filter(({ key }) => Object.hasOwn(card.custom, key))
      .map(({ key, label, type, choices }) => ({ key, label, type, choices }))
    return safeJson(JSON.stringify(custom_fields.length === 0 ? card : { ...card, custom_fields }))
  }
}

function jsonWriter(json: (card: ClientCard) => string): Writer {
  let first = true
  return {
    fields: [],
    begin: '[',
    portion: (cards) => {
      const begun = first ? '\n' : ',\n'
      first = false
      return `${begun}${cards.map(json).join(',\n')}`
    },
    end: () => '\n]\n',
  }
}

const MARK = '\ufeff'

async function tableWriter(context: Context, deps: Deps, plan: ExportPlan): Promise<Writer> {
  const { writeCsv } = await import('../formats/csv-writing.js')
  const { header, cells } = await exportTable(deps, { withDiary: !plan.excel })
  const write = (rows: string[][]): string => writeCsv(rows, plan.delimiter, { safe: true })
  // On a terminal even data must not act; a file holds what was stored.
  const shown = onTerminal(context, plan) ? (row: string[]) => row.map(safe) : (row: string[]) => row
  return {
    // `custom.size:number` is the field `size`.
    fields: header.map((title) => title.replace(/^custom\.([^:]*)(:.*)?$/s, '$1')),
    begin: (plan.mark ? MARK : '') + write([header]),
    portion: (cards) => write(cards.map((card) => shown(cells(card)))),
    end: () => '',
  }
}

async function workbookWriter({ say, words }: Context, deps: Deps): Promise<Writer> {
  const { workbookOf } = await import('../usecases/export-sheets.js')
  const workbook = await workbookOf(deps)
  const { writeWorkbook } = await import('../formats/spreadsheet.js')
  return {
    fields: [],
    begin: '',
    portion: (cards) => {
      workbook.add(cards)
      return ''
    },
    end: () => {
      const bytes = writeWorkbook(workbook.sheets())
      if (workbook.cut() > 0) say(words.export.cellsCut(workbook.cut()))
      return bytes
    },
  }
}

/** What a vCard has no place for. */
const NOT_ON_CARDS: readonly string[] = ['phones_typed', 'archived_at']

async function cardWriter(deps: Deps, { vcard }: ExportPlan): Promise<Writer> {
  const { propertiesOf } = await import('../domain/cards/cards.js')
  const { writeCard } = await import('../formats/vcard.js')
  return {
    fields: [
      ...CARD_COLUMNS.filter((key) => !NOT_ON_CARDS.includes(key)),
      ...(await deps.store.clients.customFields()).map(({ key }) => key),
    ],
    begin: '',
    portion: (cards) => cards.map((card) => writeCard(propertiesOf(card, vcard), vcard)).join(''),
    end: () => '',
  }
}

async function calendarWriter({ words, clock }: Context): Promise<Writer> {
  const { eventsOf } = await import('../domain/calendar-events.js')
  const { writeCalendar } = await import('../formats/ics.js')
  const events: ReturnType<typeof eventsOf> = []
  const toInstant = (date: CivilDate, time: string): string => isoInstant(clock.toInstant({ date, time }))
  return {
    fields: CALENDAR_FIELDS,
    begin: '',
    portion: (cards) => {
      for (const card of cards) events.push(...eventsOf(card, words.export.calendar, toInstant))
      return ''
    },
    end: () => writeCalendar(events, { now: isoInstant(clock.now()), name: words.export.calendar.name }),
  }
}

/** What a calendar tells of a client. */
const CALENDAR_FIELDS = ['name', 'birthday', 'dates', 'promises']

const onTerminal = ({ world }: Context, { target }: ExportPlan): boolean =>
  target === undefined && world.stdout.isTerminal

/** What a terminal could act on is shown as signs, line by line. */
function shownOnTerminal(context: Context, plan: ExportPlan, writer: Writer): Writer {
  if (!onTerminal(context, plan)) return writer
  const show = (piece: Piece): Piece => (typeof piece === 'string' ? safeLines(piece).join('\n') : piece)
  return { ...writer, portion: (cards) => show(writer.portion(cards)), end: () => show(writer.end()) }
}
