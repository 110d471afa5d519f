import type { ClientRecord } from '../domain/client.js'
import type { Judgement } from '../domain/matching/judging.js'
import { writeCsv } from '../formats/csv-writing.js'
import { type ShownGroup, told } from '../render/dedupe.js'
import { safeJson } from '../render/safe.js'
import type { Duplicates, FoundGroup } from '../usecases/dedupe.js'
import type { Deps } from '../usecases/deps.js'
import type { Context } from './context.js'
import type { Format } from './globals.js'
import { outCsv, outMarkdown, outNdjson, outTsv } from './output.js'

/** So many groups are read and written at a time. */
const PORTION = 500

const CSV_HEADER = ['group', 'lane', 'score', 'id', 'external_id', 'name', 'phone', 'email', 'birthday', 'city']

type Row = Pick<ShownGroup, 'lane' | 'score' | 'clients'>

/** Groups with their clients; `whole` with what is computed of them too. */
export async function withClients<G extends { members: number[] }>(
  deps: Deps,
  groups: readonly G[],
  whole: boolean,
): Promise<(Omit<G, 'members'> & { clients: ClientRecord[] })[]> {
  const ids = [...new Set(groups.flatMap(({ members }) => members))]
  const records = new Map((await deps.store.clients.records(ids, whole)).map((client) => [client.id, client]))
  return groups.map(({ members, ...group }) => ({
    ...group,
    clients: members.flatMap((id) => records.get(id) ?? []),
  }))
}

/** Groups as data, in portions, so that memory does not grow with what is written; Markdown is for people, and whole. */
export async function writeGroups(
  context: Context,
  deps: Deps,
  groups: readonly FoundGroup[],
  { format, explained }: { format: Exclude<Format, 'table' | 'html' | 'ics'>; explained: Duplicates['explained'] },
): Promise<void> {
  if (format === 'ids') return context.out(groups.map(({ members }) => `${members.join(' ')}\n`).join(''))
  if (format === 'md') return writeMarkdown(context, await withClients(deps, groups, false))
  const writer = WRITERS[format]
  writer.begin(context)
  for (let from = 0; from < groups.length && context.world.stdout.open(); from += PORTION)
    await writer.portion(context, { deps, explained, groups: groups.slice(from, from + PORTION), from })
  if (format === 'json') context.out(groups.length === 0 ? ']\n' : '\n]\n')
}

interface Portion {
  deps: Deps
  explained: Duplicates['explained']
  groups: readonly FoundGroup[]
  /** So many groups were written before these. */
  from: number
}

interface Writer {
  begin: (context: Context) => void
  portion: (context: Context, portion: Portion) => Promise<void>
}

const recordsOf = async ({ deps, explained, groups, from }: Portion) =>
  (await withClients(deps, await explained(groups), true)).map((group, index) => recordOf(group, from + index + 1))

const cellsOf = async ({ deps, groups, from }: Portion): Promise<string[][]> =>
  rowsOf(await withClients(deps, groups, false), from)

const WRITERS: Readonly<Record<'json' | 'ndjson' | 'csv' | 'tsv', Writer>> = {
  json: {
    begin: ({ out }) => out('['),
    portion: async ({ out }, portion) => {
      const texts = (await recordsOf(portion)).map((record) => JSON.stringify(record, null, 2))
      const indented = texts.map((text) => `\n  ${safeJson(text).replaceAll('\n', '\n  ')}`)
      out(`${portion.from === 0 ? '' : ','}${indented.join(',')}`)
    },
  },
  ndjson: {
    begin: () => {},
    portion: async (context, portion) => outNdjson(context, await recordsOf(portion)),
  },
  csv: {
    begin: (context) => outCsv(context, [CSV_HEADER], writeCsv),
    portion: async (context, portion) => outCsv(context, await cellsOf(portion), writeCsv),
  },
  tsv: {
    begin: (context) => outTsv(context, [CSV_HEADER]),
    portion: async (context, portion) => outTsv(context, await cellsOf(portion)),
  },
}

function writeMarkdown(context: Context, groups: readonly Row[]): void {
  const { words } = context
  const { columns } = words.matching.table
  const title = (key: string): string => columns[key] ?? words.fields[key] ?? key
  if (groups.length === 0) context.say(words.matching.noneHere)
  else outMarkdown(context, CSV_HEADER.map(title), rowsOf(groups, 0))
}

const rounded = (value: number, places: number): number => Math.round(value * 10 ** places) / 10 ** places

/** A group as JSON has it; see docs/json.md. */
function recordOf({ lane, score, bits, clients, pairs }: ShownGroup, group: number) {
  return { group, lane, score: rounded(score, 6), bits: rounded(bits, 2), clients, pairs: pairs.map(pairRecord) }
}

const pairRecord = ({ a, b, lane, score, bits, terms, against }: Judgement) => ({
  a,
  b,
  lane,
  score: rounded(score, 6),
  bits: rounded(bits, 2),
  reasons: terms.map((term) => ({
    field: term.field,
    level: term.level,
    bits: rounded(term.bits, 2),
    a: term.a,
    b: term.b,
    ...(term.key === undefined ? {} : { key: term.key }),
  })),
  against,
})

/** A row for each client of each group; the first of them is the group behind `from`. */
const rowsOf = (groups: readonly Row[], from: number): string[][] =>
  groups.flatMap((group, index) => memberRows(group, from + index + 1))

function memberRows({ lane, score, clients }: Row, group: number): string[][] {
  return clients.map((client) => {
    const others = clients.filter(({ id }) => id !== client.id)
    const reach = (key: 'phones' | 'emails'): string =>
      told<{ value: string }>(
        client[key],
        others.flatMap((other: ClientRecord): { value: string }[] => other[key]),
      )?.value ?? ''
    return [
      String(group),
      lane,
      String(rounded(score, 6)),
      String(client.id),
      client.external_id ?? '',
      client.name,
      reach('phones'),
      reach('emails'),
      client.birthday ?? '',
      client.city ?? '',
    ]
  })
}
