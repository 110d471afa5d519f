import { type Command, Option } from 'commander'
import { CLIENT_KINDS } from '../domain/client.js'
import { POINT_KINDS, type PointKind } from '../domain/points.js'
import { cleanLine } from '../domain/text.js'
import { parseWhen } from '../domain/when.js'
import { typedWrongly } from '../errors.js'
import { type ClientInput, TEXT_KEYS } from '../usecases/client-input.js'
import { type Deps, localNow } from '../usecases/deps.js'
import { nameClient } from '../usecases/naming.js'
import { whenRefusal } from '../usecases/promises.js'
import type { Words } from '../words/en.js'
import { type Context, pickerOf } from './context.js'

const collect = (value: string, previous: string[] = []): string[] => [...previous, value]

/** The flags by which a client is described, the same for `add` and `edit`. */
export function addClientFlags(command: Command, { help: { flags } }: Words): Command {
  command.addOption(new Option('--kind <kind>', flags.kind).choices([...CLIENT_KINDS]))
  for (const kind of POINT_KINDS) command.option(`--${kind} <${kind}>`, flags.point, collect)
  return command
    .option('--company <name>', flags.company)
    .option('--role <role>', flags.role)
    .option('--position <position>', flags.position)
    .option('--city <city>', flags.city)
    .option('--address <address>', flags.address)
    .option('--birthday <date>', flags.birthday)
    .option('--source <source>', flags.source)
    .option('--referred-by <client>', flags.referredBy)
    .option('--tag <tag>', flags.tag, collect)
    .option('--owner <owner>', flags.owner)
    .option('--vip', flags.vip)
    .option('--no-vip', flags.noVip)
    .option('--status <status>', flags.status)
    .option('--channel <channel>', flags.channelPreferred)
    .option('--hours <hours>', flags.hours)
    .option('--no-call <hours>', flags.noCall)
    .option('--zone <zone>', flags.zone)
    .option('--sex <sex>', flags.sex)
    .option('--language <language>', flags.clientLanguage)
    .option('--closeness <closeness>', flags.closeness)
    .option('--country <country>', flags.country)
    .option('--note <text>', flags.note)
    .option('--set <key=value>', flags.set, collect)
    .option('--external-id <id>', flags.externalId)
    .option('--system <name>', flags.system)
    .option('--consent <answer>', flags.consent, collect)
    .option('--consent-origin <text>', flags.consentOrigin)
    .option('--verified <day>', flags.verified)
}

export function addRemovalFlags(command: Command, { help: { flags } }: Words): Command {
  command.option('--name <name>', flags.nameFlag)
  for (const kind of POINT_KINDS) command.option(`--remove-${kind} <${kind}>`, flags.removePoint, collect)
  return command
    .option('--remove-tag <tag>', flags.removeTag, collect)
    .option('--remove-company <name>', flags.removeCompany, collect)
}

type Flags = Record<string, unknown>

const camel = (key: string): string => key.replace(/[-_](\w)/g, (_, letter: string) => letter.toUpperCase())
const text = (value: unknown): string | null | undefined =>
  typeof value === 'string' ? (value.trim() === '' ? null : value) : undefined
const list = (value: unknown): string[] => (Array.isArray(value) ? (value as string[]) : [])

/** Turns typed flags into what the use cases take. An empty value empties the field. */
export async function readClientFlags(context: Context, deps: Deps, flags: Flags): Promise<ClientInput> {
  const input: ClientInput = {
    points: [],
    removePoints: [],
    removeCompanies: list(flags.removeCompany),
    texts: {},
    tags: list(flags.tag),
    removeTags: list(flags.removeTag),
    custom: [],
  }
  for (const kind of POINT_KINDS) {
    for (const typed of list(flags[kind])) input.points.push({ kind: kind as PointKind, text: typed })
    for (const typed of list(flags[camel(`remove-${kind}`)]))
      input.removePoints.push({ kind: kind as PointKind, text: typed })
  }
  for (const key of TEXT_KEYS) {
    const typed = key === 'no_call' ? text(flags.call) : text(flags[key])
    if (typed !== undefined) input.texts[key] = typed
  }
  if (typeof flags.name === 'string') input.name = flags.name
  if (flags.kind === 'person' || flags.kind === 'company') input.kind = flags.kind
  const company = text(flags.company)
  if (company !== undefined) input.company = company
  const role = text(flags.role)
  if (role !== undefined) input.role = role
  const birthday = text(flags.birthday)
  if (birthday !== undefined) input.birthday = birthday
  if (typeof flags.vip === 'boolean') input.vip = flags.vip
  if (typeof flags.status === 'string') input.status = flags.status
  const origin = text(flags.consentOrigin)
  if (flags.consent !== undefined || origin !== undefined)
    input.consent = { answers: list(flags.consent), ...(origin === undefined ? {} : { origin }) }
  const external = text(flags.externalId)
  // As an import keeps it.
  if (external !== undefined) input.externalId = external === null ? null : cleanLine(external) || null
  const system = text(flags.system)
  if (system !== undefined) input.system = system === null ? null : cleanLine(system) || null
  const verified = text(flags.verified)
  if (verified !== undefined) input.verified = verified === null ? null : verifiedOn(deps, verified)
  const referrer = text(flags.referredBy)
  if (referrer !== undefined)
    input.referredBy = referrer === null ? null : (await nameClient(deps, referrer, pickerOf(context))).id
  if (input.texts.zone != null) checkZone(input.texts.zone)
  for (const pair of list(flags.set)) {
    const at = pair.indexOf('=')
    if (at < 1) throw typedWrongly((words) => words.errors.badPair(pair))
    const value = pair.slice(at + 1)
    input.custom.push({ key: pair.slice(0, at).trim(), value: value.trim() === '' ? null : value })
  }
  return input
}

function verifiedOn(deps: Deps, typed: string): string {
  const reading = parseWhen(typed, localNow(deps), 'past')
  if ('problem' in reading) throw whenRefusal(reading.problem, reading.text)
  if (reading.when.date > localNow(deps).date)
    throw typedWrongly((words) => words.errors.verifiedAhead(reading.when.date))
  return reading.when.date
}

export function checkZone(zone: string): void {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
  } catch {
    throw typedWrongly((words) => words.errors.badZone(zone))
  }
}
