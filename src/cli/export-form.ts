import { resolve } from 'node:path'
import type { CustomField } from '../domain/client.js'
import { FIELDS, fieldNamed } from '../domain/fields.js'
import { type FormField, type FormPart, formOf } from '../domain/form.js'
import { typedWrongly } from '../errors.js'
import { drawForm, type FormTexts, htmlForm, markdownForm } from '../render/form.js'
import { safe } from '../render/safe.js'
import { noteTaking } from '../usecases/outgoing.js'
import { reasonFor } from './bulk.js'
import type { Context } from './context.js'
import { type ExportFlags, endingOf, isSealed, targetOf } from './export-options.js'
import { pour } from './export-pouring.js'
import { checkTarget } from './export-target.js'
import { refuseSealedTerminal, saySealed, sealFor } from './sealing.js'

const FORM_FORMATS = ['text', 'md', 'html', 'csv'] as const
type FormFormat = (typeof FORM_FORMATS)[number]

const ENDINGS: Record<string, FormFormat> = { txt: 'text', md: 'md', html: 'html', htm: 'html', csv: 'csv' }

/** `export --form`: a blank client form, for a hand or, as CSV, for a spreadsheet. */
export async function writeForm(context: Context, typed: readonly string[], flags: ExportFlags): Promise<void> {
  if (typed.length > 0) throw typedWrongly((words) => words.errors.tooManyArguments(typed.join(' ')))
  for (const flag of ['excel', 'encoding', 'delimiter', 'vcard', 'anonymise', 'mailing'] as const)
    if (flags[flag] !== undefined) throw typedWrongly((words) => words.errors.eitherOr('--form', `--${flag}`))
  const target = targetOf(flags)
  const format = formatFor(context, target, isSealed(flags))
  const force = flags.force === true
  checkTarget(context, target, force)
  if (isSealed(flags)) refuseSealedTerminal(context, target)
  const deps = await context.deps()
  const custom = await deps.store.clients.customFields()
  const parts = formOf(custom, requiredKeys(context.required, custom))
  const text = await formAs(format, parts, textsIn(context))
  const reason = await reasonFor(context, 0, flags.reason)
  if (context.flags.dryRun) return context.say(context.words.export.form.wouldWrite(safe(target ?? '-')))
  const seal = await sealFor(context, flags)
  // Nobody's data is on it, but what left the base, and with which fields of one's own, is in the log without exceptions.
  await noteTaking(deps, {
    what: 'export',
    format: `form-${format}`,
    rows: 0,
    fields: parts.flatMap(({ fields }) => fields.map(({ key }) => key)),
    encrypted: seal !== null,
    details: { target: target === undefined ? null : resolve(target), reason },
  })
  const pieces = async function* (): AsyncGenerator<string> {
    yield text
  }
  await pour(context, { plan: { target, force, encoding: 'utf-8' }, seal }, pieces())
  if (target !== undefined) context.say(context.words.export.form.written(safe(target)))
  if (seal !== null) saySealed(context, target)
}

function formatFor({ flags }: Context, target: string | undefined, sealed: boolean): FormFormat {
  const wanted = flags.json === true ? 'json' : (flags.format ?? ENDINGS[endingOf(target, sealed) ?? ''] ?? 'text')
  const format = FORM_FORMATS.find((each) => each === wanted)
  if (!format) throw typedWrongly((words) => words.errors.formatNotHere(wanted, FORM_FORMATS))
  return format
}

/** What the setting names; a field of one's own that has been removed since is passed over. */
const requiredKeys = (names: readonly string[], custom: readonly CustomField[]): string[] =>
  names.flatMap((name) => fieldNamed(name, custom)?.key ?? [])

function textsIn({ words }: Context): FormTexts {
  const choices: Record<string, Record<string, string>> = {
    kind: words.card.kinds,
    status: words.card.statuses,
    consent: words.export.form.consents,
    sex: words.filter.choices.sex,
    language: words.filter.choices.language,
    closeness: words.filter.choices.closeness,
  }
  return {
    language: words.language,
    words: words.export.form,
    nameOf: ({ key, label }) => label ?? (key === 'name' ? words.export.form.name : words.fields[key]) ?? key,
    choiceOf: ({ key, label }, choice) => (label === null ? choices[key]?.[choice] : null) ?? choice,
  }
}

async function formAs(format: FormFormat, parts: FormPart[], texts: FormTexts): Promise<string> {
  if (format === 'md') return markdownForm(parts, texts)
  if (format === 'html') return htmlForm(parts, texts)
  return format === 'csv' ? headerRow(parts, texts) : drawForm(parts, texts)
}

/** Titles in the user's language where `import` knows them for what they are, else the field's own key. */
async function headerRow(parts: FormPart[], texts: FormTexts): Promise<string> {
  const [{ writeCsv }, { canonicalOf }] = await Promise.all([
    import('../formats/csv-writing.js'),
    import('../domain/tables/headers.js'),
  ])
  const isKnown = (field: FormField): boolean => {
    const canonical = canonicalOf(texts.nameOf(field))
    const { columns = [] } = FIELDS.find(({ key }) => key === field.key) ?? {}
    return field.label !== null || (canonical !== null && columns.includes(canonical))
  }
  const title = (field: FormField): string =>
    `${isKnown(field) ? texts.nameOf(field) : field.key}${field.required ? ' *' : ''}`
  return writeCsv([parts.flatMap(({ fields }) => fields.map(title))], ',', { safe: true })
}
