import { type Command, Option } from 'commander'
import { PROMISE_KINDS, type PromiseKind } from '../domain/client.js'
import { typedWrongly } from '../errors.js'
import { safe } from '../render/safe.js'
import { type Named, nameClient } from '../usecases/naming.js'
import { next } from '../usecases/promises.js'
import { type Context, pickerOf } from './context.js'
import { formatOf, outJson } from './output.js'
import { askWho, dueText } from './who.js'

type Flags = Record<string, unknown>

export function registerNext(program: Command, context: Context): void {
  const { words } = context
  program
    .command('next')
    .description(words.help.verbs.next)
    .argument('[client]', words.help.args.client)
    .argument('[when-what...]', `${words.help.args.when}; ${words.help.args.what}`)
    .addOption(new Option('--kind <kind>', words.help.flags.promiseKind).choices([...PROMISE_KINDS]))
    .action(async (typed: string | undefined, typedWords: string[], flags: Flags) => {
      const deps = await context.deps()
      let client: Named
      let wordsBehind = typedWords
      if (typed === undefined) {
        client = await askWho(context, deps)
        const asker = await context.world.asker()
        wordsBehind = [await asker.input(words.ask.when), await asker.input(words.ask.what)]
      } else {
        if (typedWords.length === 0)
          throw typedWrongly((catalogue) => ({
            text: catalogue.errors.missingArgument('when'),
            hint: catalogue.errors.whenHint,
          }))
        client = await nameClient(deps, typed, pickerOf(context))
      }
      if (context.flags.dryRun) return
      const promise = await next(deps, {
        client: client.id,
        words: wordsBehind,
        kind: (flags.kind as PromiseKind | undefined) ?? null,
      })
      const date = context.clock.toLocal(context.clock.now()).date
      context.say(words.done.promised(safe(promise.text ?? client.name), dueText(promise, date, context)))
      if (formatOf(context, ['table', 'json', 'ids']) === 'json') outJson(context, promise)
    })
}
