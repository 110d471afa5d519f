import type { Command } from 'commander'
import { failed } from '../errors.js'
import type { Context } from './context.js'
import { formatOf, outJson } from './output.js'

const size = (bytes: number): string =>
  bytes < 1_048_576 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1_048_576).toFixed(1)} MB`

export function registerCheck(program: Command, context: Context): void {
  const { words } = context
  program
    .command('check')
    .description(words.help.verbs.check)
    .action(async () => {
      const format = formatOf(context, ['table', 'json'])
      const { store } = await context.deps()
      const { problems, mended, version, engine, clients, searched, mode, bytes } = await store.check()
      const all = [...problems, ...(searched === clients ? [] : [words.check.searchOff(clients, searched)])]
      if (format === 'json')
        outJson(context, {
          file: store.file,
          ok: all.length === 0,
          problems: all,
          schema: version,
          engine,
          clients,
          searched,
          mode: mode.toString(8).padStart(4, '0'),
          bytes,
          mended,
        })
      else {
        const rows = [
          [words.check.file, store.file],
          [words.check.size, size(bytes)],
          [words.check.clients, String(clients)],
          [words.check.schema, String(version)],
          [words.check.engine, engine],
        ]
        const { padEnd, widthOf } = await import('../render/table.js')
        const left = Math.max(...rows.map(([label = '']) => widthOf(label)))
        context.out(`${rows.map(([label = '', value]) => `${padEnd(label, left)}  ${value}\n`).join('')}`)
      }
      if (all.length > 0)
        throw failed(() => ({ text: words.check.bad(all.length), details: all, hint: words.check.restoreHint }))
      if (mended > 0) context.say(words.standing.mended(mended))
      context.say(words.check.fine)
    })
}
