import { contentType, type Job } from '../schedule.js'

export const SERVICE = 'clientele-today.service'
export const TIMER = 'clientele-today.timer'

export interface Unit {
  name: string
  text: string
}

/** What the units say to people; comments may have several lines. `subject` is encoded as a mail's header wants it. */
export interface UnitWords {
  service: { title: string; comment: string }
  timer: { title: string; comment: string }
  /** Why there is so little, or no, confinement. */
  hardening: string
  subject: string
}

/** Source: systemd.service(5) and systemd.unit(5): quotes, escapes and specifiers. */
const quoted = (text: string): string => `"${text.replace(/[\\"]/g, '\\$&').replaceAll('%', '%%')}"`

/** The same of an argument, in which `$` names a variable. */
const argument = (text: string): string => quoted(text).replaceAll('$', '$$$$')

const comment = (text: string): string[] => text.split('\n').map((line) => `# ${line}`.trimEnd())

/**
 * Options that need no right which a user's own manager may lack: namespaces are often forbidden to it. Executable memory is not
 * denied, since V8 compiles.
 */
const CONFINED = [
  'NoNewPrivileges=yes',
  'RestrictSUIDSGID=yes',
  'RestrictRealtime=yes',
  'LockPersonality=yes',
  'SystemCallArchitectures=native',
  'RestrictAddressFamilies=AF_UNIX',
]

/** Runs its arguments, and mails what they say if they say anything. */
function mailing(job: Job, mail: string, subject: string): string {
  const headers = [
    `To: ${mail}`,
    `Subject: ${subject}`,
    'MIME-Version: 1.0',
    `Content-Type: ${contentType(job)}`,
    'Content-Transfer-Encoding: 8bit',
    '',
  ]
  const lines = headers.map((line) => `'${line}'`).join(' ')
  return `day=$("$@") || exit; [ -z "$day" ] || printf '%s\\n' ${lines} "$day" | /usr/sbin/sendmail -t`
}

function commandOf(job: Job, subject: string): string {
  const [program = '', ...rest] = job.command
  // The program itself is not searched for variables.
  const plain = [quoted(program), ...rest.map(argument)].join(' ')
  if (job.mail === null) return plain
  return `/bin/sh -c ${argument(mailing(job, job.mail, subject))} sh ${job.command.map(argument).join(' ')}`
}

/** Both units of a user's own manager. A program that mails may need the rights of the mail system's group, so it is not confined. */
export function unitsOf(job: Job, words: UnitWords): Unit[] {
  const days = job.days === 'daily' ? '' : 'Mon..Fri '
  const service = [
    ...comment(words.service.comment),
    '[Unit]',
    `Description=${words.service.title}`,
    '',
    '[Service]',
    'Type=oneshot',
    ...Object.entries(job.environment).map(([key, value]) => `Environment=${quoted(`${key}=${value}`)}`),
    `ExecStart=${commandOf(job, words.subject)}`,
    ...comment(words.hardening),
    'UMask=0077',
    ...(job.mail === null ? CONFINED : []),
  ]
  const timer = [
    ...comment(words.timer.comment),
    '[Unit]',
    `Description=${words.timer.title}`,
    '',
    '[Timer]',
    `OnCalendar=${days}*-*-* ${job.at}:00 ${job.zone}`,
    'Persistent=true',
    `Unit=${SERVICE}`,
    '',
    '[Install]',
    'WantedBy=timers.target',
  ]
  return [
    { name: SERVICE, text: `${service.join('\n')}\n` },
    { name: TIMER, text: `${timer.join('\n')}\n` },
  ]
}
