import { typedWrongly } from '../errors.js'
import { safe } from '../render/safe.js'
import { shortDate } from '../render/when.js'
import type { Deps } from '../usecases/deps.js'
import { type Named, nameClient } from '../usecases/naming.js'
import type { Context } from './context.js'

export const dueText = (
  { due, time }: { due: string; time: string | null },
  today: string,
  { words }: Context,
): string => `${shortDate(due, today, words)}${time === null ? '' : ` ${time}`}`

/** Asks for a client, finding as one types. */
export async function askWho(context: Context, deps: Deps): Promise<Named> {
  const { words, interactive, world } = context
  if (!interactive)
    throw typedWrongly((catalogue) => ({
      text: catalogue.errors.missingArgument('client'),
      hint: catalogue.errors.needsTerminal,
    }))
  const asker = await world.asker()
  const id = await asker.search(
    words.ask.client,
    async (text) =>
      (await deps.store.clients.suggest(text)).map((candidate) => ({
        name: safe(words.candidate(candidate)),
        value: String(candidate.id),
      })),
    words.ask.nothing,
  )
  return nameClient(deps, id, null)
}
