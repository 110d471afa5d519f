import { contentType, type Job, type MachineTime } from '../schedule.js'

/** A word as a shell reads it back. */
export const shellWord = (text: string): string =>
  /^[\w@%+:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`

const WEEKDAYS = [1, 2, 3, 4, 5]

/** Days of the week, Sunday 0; where the machine's date is another, the days move with it. */
const daysOf = ({ days }: Job, shift: number): string =>
  days === 'daily'
    ? '*'
    : WEEKDAYS.map((day) => (day + shift + 7) % 7)
        .sort((a, b) => a - b)
        .join(',')

/**
 * The lines of a crontab, without comments. The environment stands in the line itself, because variables of a crontab are those of
 * all lines below. A per cent sign would end the command, crontab(5), so it is escaped. Debian's cron goes by the machine's clock
 * alone: where that goes otherwise in summer than the job's zone, each time of the year has its line, which asks what time it is there.
 */
export function cronLines(job: Job, times: readonly MachineTime[]): string[] {
  const { mail, zone, at, environment, command } = job
  const run = [
    ...Object.entries(environment).map(([key, value]) => `${key}=${shellWord(value)}`),
    ...command.map(shellWord),
  ]
  const guard = times.length > 1 ? [`[ "$(TZ=${shellWord(zone)} date +%H)" = ${at.slice(0, 2)} ] &&`] : []
  const text = [...guard, ...run].join(' ').replaceAll('%', '\\%')
  return [
    ...(mail === null ? [] : [`MAILTO=${mail}`]),
    `CONTENT_TYPE="${contentType(job)}"`,
    'CONTENT_TRANSFER_ENCODING=8bit',
    ...times.map(({ time, shift }) => {
      const [hour, minute] = time.split(':').map(Number)
      return `${minute} ${hour} * * ${daysOf(job, shift)} ${text}`
    }),
  ]
}
