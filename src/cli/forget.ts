import type { Command } from 'commander'
import type { Context } from './context.js'

export function registerForget(program: Command, { words }: Context): void {
  program.command('forget').description(words.help.verbs.forget).argument('<client...>', words.help.args.client)
}
