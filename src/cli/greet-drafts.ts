import { createHash } from 'node:crypto'
import { refuses } from '../domain/consent.js'
import { safe } from '../render/safe.js'
import { refuseBulk } from './bulk.js'
import type { Context } from './context.js'
import { checkTarget } from './export-target.js'
import type { Worded } from './greet-letters.js'
import { fileSink } from './sink.js'

/** So many names of those without an address are said. */
const NAMES_SAID = 5

/** Writes the greetings of all who have an e-mail address as drafts, mode 0600, and says who has none. Sends nothing. */
export async function writeDrafts(
  context: Context,
  shown: readonly Worded[],
  target: string,
  force: boolean,
): Promise<void> {
  const { words, clock } = context
  checkTarget(context, target, force)
  const written = shown.flatMap((each) => {
    const [email] = each.greeting.client.emails
    return email === undefined || refuses('email', each.greeting.client) ? [] : [{ ...each, address: email.value }]
  })
  refuseBulk(context, written.length)
  const without = shown.filter(({ greeting }) => greeting.client.emails.length === 0)
  if (written.length > 0 && context.flags.dryRun !== true) {
    const { mboxMessage } = await import('../formats/mbox.js')
    const sink = fileSink(target, force)
    try {
      for (const { greeting, letter, address } of written)
        sink.write(
          await mboxMessage({
            to: { name: greeting.client.name, address },
            subject: letter.subject,
            text: letter.text,
            date: clock.now(),
            id: messageId(greeting.entry.key, context.dbFile),
          }),
        )
      sink.finish()
    } finally {
      sink.discard()
    }
  }
  if (written.length > 0)
    context.say(
      (context.flags.dryRun === true ? words.greeting.wouldDraft : words.greeting.drafts)(written.length, safe(target)),
    )
  if (without.length > 0) context.say(words.greeting.withoutMail(namesOf(without, context)))
  const refused = shown.filter(({ greeting: { client } }) => client.emails.length > 0 && refuses('email', client))
  if (refused.length > 0) context.say(words.consent.refusedLetters(namesOf(refused, context)))
}

/** The same greeting of the same base has the same id, so that a mail program can tell a draft written twice. */
const messageId = (key: string, base: string): string =>
  createHash('sha256').update(`${base}\n${key}`).digest('hex').slice(0, 32)

function namesOf(shown: readonly Worded[], { words }: Context): string {
  const names = shown.slice(0, NAMES_SAID).map(({ greeting }) => safe(greeting.client.name))
  const more = shown.length - names.length
  return [names.join(', '), ...(more > 0 ? [words.greeting.andOthers(more)] : [])].join(' ')
}
