import MailComposer from 'nodemailer/lib/mail-composer'

/** A message that is to be read through and sent by hand. */
export interface MailDraft {
  to: { name: string; address: string }
  subject: string
  text: string
  /** When it was written. */
  date: Date
  /** Tells it from all others: letters, digits, dots and hyphens. */
  id: string
}

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** `Sun Nov 22 07:30:00 2026`, in UTC, as the line between messages has it (RFC 4155). */
function asctime(date: Date): string {
  const two = (number: number, pad = '0'): string => String(number).padStart(2, pad)
  const time = [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()].map((part) => two(part)).join(':')
  return `${DAYS[date.getUTCDay()]} ${MONTHS[date.getUTCMonth()]} ${two(date.getUTCDate(), ' ')} ${time} ${date.getUTCFullYear()}`
}

/**
 * One message of an mbox in the variant called mboxrd: a `>` is put before every line that is `From ` behind any number of `>`, so
 * that reading can take exactly one away. Its headers say that it is a draft: `X-Unsent` to Outlook, `X-Status: T` to
 * programs that keep mbox files. Text is quoted-printable, so a line is never longer than mail allows.
 */
export async function mboxMessage({ to, subject, text, date, id }: MailDraft): Promise<string> {
  const bytes = await new MailComposer({
    to: { name: to.name, address: to.address },
    subject,
    text,
    date,
    messageId: `<${id}@clientele.invalid>`,
    headers: { 'X-Unsent': '1', Status: 'RO', 'X-Status': 'T' },
    encoding: 'quoted-printable',
    textEncoding: 'B',
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build()
  const lines = bytes
    .toString('latin1')
    .replace(/\r\n/g, '\n')
    .replace(/^(>*From )/gm, '>$1')
  return `From - ${asctime(date)}\n${lines.replace(/\n*$/, '\n')}\n`
}
