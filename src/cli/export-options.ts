import { typedWrongly } from '../errors.js'
import type { Context } from './context.js'
import type { SealFlags } from './sealing.js'

export const EXPORT_FORMATS = ['csv', 'tsv', 'xlsx', 'vcf', 'ics', 'json', 'ndjson'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

const VCARD_VERSIONS = ['3.0', '4.0'] as const

/** As commander hands them over. */
export interface ExportFlags extends SealFlags {
  output?: string
  force?: boolean
  excel?: boolean
  encoding?: string
  delimiter?: string
  vcard?: string
  anonymise?: boolean
  form?: boolean
  /** Everything about this one. */
  client?: string
  reason?: string
  /** A channel, or nothing behind the flag. */
  mailing?: string | true
}

export interface ExportPlan {
  format: ExportFormat
  /** The file to write; undefined for standard output. */
  target: string | undefined
  force: boolean
  /** What separates the cells of CSV. */
  delimiter: string
  /** For Excel and the people at it: without what only an import reads. */
  excel: boolean
  /** A byte order mark in front, by which Excel knows UTF-8. */
  mark: boolean
  encoding: 'utf-8' | 'cp1251'
  vcard: (typeof VCARD_VERSIONS)[number]
  anonymise: boolean
  /** Is the file to be encrypted? */
  sealed: boolean
}

/** What is to be written and how; refuses flags that do not go together with exit 2. */
export function planOf(context: Context, flags: ExportFlags, fallback: ExportFormat = 'csv'): ExportPlan {
  const target = targetOf(flags)
  const format = formatFor(context, flags, { target, fallback })
  const text = format === 'csv' || format === 'tsv'
  if (flags.excel && format !== 'csv') throw onlyFor('--excel', 'csv')
  if (flags.delimiter !== undefined && format !== 'csv') throw onlyFor('--delimiter', 'csv')
  if (flags.encoding !== undefined && !text) throw onlyFor('--encoding', 'csv, tsv')
  if (flags.vcard !== undefined && format !== 'vcf') throw onlyFor('--vcard', 'vcf')
  const sealed = isSealed(flags)
  if (format === 'xlsx' && !sealed && target === undefined && context.world.stdout.isTerminal)
    throw typedWrongly((words) => ({ text: words.export.notOnTerminal, hint: words.export.notOnTerminalHint }))
  const encoding = flags.encoding === undefined ? 'utf-8' : encodingNamed(flags.encoding)
  return {
    format,
    target,
    force: flags.force === true,
    delimiter: format === 'tsv' ? '\t' : delimiterOf(flags),
    excel: flags.excel === true,
    mark: flags.excel === true && encoding === 'utf-8',
    encoding,
    vcard: versionNamed(flags.vcard ?? VCARD_VERSIONS[0]),
    anonymise: flags.anonymise === true,
    sealed,
  }
}

/** `-o -` is standard output, as it is without `-o`. */
export function targetOf({ output }: ExportFlags): string | undefined {
  if (output?.trim() === '') throw typedWrongly((words) => words.errors.missingValue('--output'))
  return output === '-' ? undefined : output
}

/** The ending that tells the format: of an encrypted file the one before `.age`. */
export const endingOf = (file: string | undefined, sealed = false): string | undefined =>
  /\.([a-z]+)$/i.exec((file ?? '').replace(sealed ? /\.age$/i : /$/, ''))?.[1]?.toLowerCase()

export const isSealed = ({ encrypt, recipient, recipientsFile, passphraseFile }: SealFlags): boolean =>
  encrypt === true || recipient !== undefined || recipientsFile !== undefined || passphraseFile !== undefined

/** Other endings that the formats go by. */
const ALIASES: Record<string, ExportFormat> = { vcard: 'vcf', jsonl: 'ndjson', ical: 'ics', txt: 'csv' }

/** `--format`, else the ending of the file's name, else what a flag belongs to, else the fallback. */
function formatFor(
  { flags: global }: Context,
  flags: ExportFlags,
  { target, fallback }: { target: string | undefined; fallback: ExportFormat },
): ExportFormat {
  const written = endingOf(target, isSealed(flags)) ?? ''
  const ending = EXPORT_FORMATS.find((each) => each === (Object.hasOwn(ALIASES, written) ? ALIASES[written] : written))
  if (written !== '' && !ending && !global.json && global.format === undefined)
    throw typedWrongly((words) => words.errors.formatNotHere(written, EXPORT_FORMATS))
  const implied = flags.vcard === undefined ? fallback : 'vcf'
  const wanted = global.json === true ? 'json' : (global.format ?? ending ?? implied)
  const format = EXPORT_FORMATS.find((each) => each === wanted)
  if (!format) throw typedWrongly((words) => words.errors.formatNotHere(wanted, EXPORT_FORMATS))
  return format
}

const onlyFor = (flag: string, formats: string) => typedWrongly((words) => words.export.onlyFor(flag, formats))

function encodingNamed(typed: string): ExportPlan['encoding'] {
  if (/^utf-?8$/i.test(typed)) return 'utf-8'
  if (/^(cp|win|windows)-?1251$/i.test(typed)) return 'cp1251'
  throw typedWrongly((words) => words.errors.notOneOf('--encoding', typed, ['utf-8', 'cp1251']))
}

function delimiterOf({ delimiter, excel }: ExportFlags): string {
  if (delimiter === undefined) return excel ? ';' : ','
  if (/^(tab|\\t|\t)$/i.test(delimiter)) return '\t'
  if ([',', ';', '|'].includes(delimiter)) return delimiter
  throw typedWrongly((words) => words.errors.notOneOf('--delimiter', delimiter, [',', ';', '|', 'tab']))
}

function versionNamed(typed: string): ExportPlan['vcard'] {
  const version = VCARD_VERSIONS.find((each) => each === typed || each === `${typed}.0`)
  if (!version) throw typedWrongly((words) => words.errors.notOneOf('--vcard', typed, VCARD_VERSIONS))
  return version
}
