import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Command, Option } from 'commander'
import { cronLines } from '../domain/schedule/cron.js'
import { type Unit, unitsOf } from '../domain/schedule/units.js'
import { isMailTo, type Job, machineTimes, SCHEDULE_DAYS, type ScheduleDays, timeOf } from '../domain/schedule.js'
import { refused, typedWrongly } from '../errors.js'
import { safe } from '../render/safe.js'
import type { Context } from './context.js'
import { outJson } from './output.js'

interface Flags {
  at?: string
  days?: ScheduleDays
  mail?: string
  write?: string
}

const FORMATS = ['text', 'html', 'json'] as const

export function registerSchedule(program: Command, context: Context): void {
  const { words } = context
  const { flags } = words.schedule
  const schedule = program.command('schedule').description(words.help.verbs.schedule)
  for (const kind of ['cron', 'systemd'] as const) {
    const command = schedule
      .command(kind)
      .description(words.schedule.verbs[kind])
      .option('--at <time>', flags.at)
      .addOption(new Option('--days <days>', flags.days).choices([...SCHEDULE_DAYS]))
      .option('--mail <address>', flags.mail)
    if (kind === 'systemd') command.option('--write <folder>', flags.write)
    command.action((given: Flags) => {
      if (kind === 'cron') printLines(context, given)
      else printUnits(context, given)
    })
  }
}

/** The list of the day as a job for this machine: with absolute paths, and all that the environment of a terminal would tell. */
function jobOf({ world, words, dbFile, zone, flags }: Context, { at = '08:00', days = 'daily', mail }: Flags): Job {
  const time = timeOf(at)
  if (time === null) throw typedWrongly((said) => said.schedule.errors.badTime(at))
  if (mail !== undefined && !isMailTo(mail)) throw typedWrongly((said) => said.schedule.errors.badMail(mail))
  const format = flags.format ?? 'text'
  if (!(FORMATS as readonly string[]).includes(format))
    throw typedWrongly((said) => said.errors.formatNotHere(format, FORMATS))
  const isHtml = format === 'html'
  const { node, script } = world.program
  const { XDG_CONFIG_HOME: settings, XDG_DATA_HOME: data } = world.env
  const job: Job = {
    command: [node, script, 'today', ...(isHtml ? ['--format', 'html'] : [])],
    environment: {
      HOME: world.home,
      PATH: '/usr/local/bin:/usr/bin:/bin',
      ...(settings?.startsWith('/') ? { XDG_CONFIG_HOME: settings } : {}),
      ...(data?.startsWith('/') ? { XDG_DATA_HOME: data } : {}),
      CLIENTELE_DB: dbFile,
      CLIENTELE_LANG: words.language,
      CLIENTELE_TZ: zone,
    },
    at: time,
    zone,
    days,
    mail: mail ?? null,
    isHtml,
  }
  for (const path of [...job.command, ...Object.values(job.environment)])
    if (/[\r\n]/.test(path)) throw refused((said) => said.schedule.errors.lineBreak(path))
  return job
}

const wantsJson = ({ flags }: Context): boolean => flags.json === true || flags.format === 'json'

function printLines(context: Context, flags: Flags): void {
  const { clock, world, words, zone } = context
  const job = jobOf(context, flags)
  const machine = world.machineZone()
  const there = clock.inZone(machine) ?? clock
  const times = machineTimes(job.at, clock, there, clock.toLocal(clock.now()).date)
  const lines = cronLines(job, times)
  if (wantsJson(context)) {
    outJson(context, { lines })
    return
  }
  const { cron } = words.schedule
  const comments = [
    cron.where,
    cron.silent,
    ...(machine === zone ? [] : [cron.clock(job.at, zone, machine)]),
    ...(times.length > 1 ? [cron.seasons] : []),
    cron.mail,
  ]
  context.out(`${[...comments.map((line) => `# ${line}`), ...lines].join('\n')}\n`)
}

function printUnits(context: Context, flags: Flags): void {
  const { units: said } = context.words.schedule
  const job = jobOf(context, flags)
  const enable = [said.enableTitle, `  ${said.enable}`, said.linger]
  const units = unitsOf(job, {
    service: {
      title: said.service,
      comment: [said.place('clientele-today.service'), job.mail === null ? said.journal : said.mail].join('\n'),
    },
    timer: {
      title: said.timer(job.at, job.zone),
      comment: [said.place('clientele-today.timer'), ...enable].join('\n'),
    },
    hardening: job.mail === null ? said.confined : said.free,
    subject: headerText(said.subject),
  })
  if (flags.write !== undefined) writeUnits(context, resolve(flags.write), units, enable)
  if (wantsJson(context)) outJson(context, { units })
  else if (flags.write === undefined) context.out(units.map(({ text }) => text).join('\n'))
}

/** Text of a mail's header. Source: RFC 2047. */
const headerText = (text: string): string =>
  /^[\x20-\x7e]*$/.test(text) ? text : `=?UTF-8?B?${Buffer.from(text).toString('base64')}?=`

function writeUnits({ flags, say, words }: Context, folder: string, units: readonly Unit[], enable: string[]): void {
  const files = units.map(({ name }) => join(folder, name))
  const taken = files.find((file) => existsSync(file))
  if (taken !== undefined && flags.yes !== true)
    throw refused(({ schedule: { errors } }) => ({ text: errors.exists(taken), hint: errors.existsHint }))
  if (flags.dryRun === true) {
    say(words.schedule.done.wouldWrite(files.map(safe)))
    return
  }
  mkdirSync(folder, { recursive: true })
  for (const [index, { text }] of units.entries()) writeFileSync(`${files[index]}.part`, text)
  for (const file of files) renameSync(`${file}.part`, file)
  say([words.schedule.done.written(files.map(safe)), ...enable].join('\n'))
}
