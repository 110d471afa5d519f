import { cleanLine } from '../domain/text.js'
import { refused, typedWrongly } from '../errors.js'
import type { Context } from './context.js'

/** Letters of a reason. */
const LONGEST = 500

/**
 * Why so many rows are taken out: what was typed, or what is asked on a terminal. Refuses with exit 5 where more are wanted
 * than may go without a reason and nobody can be asked.
 */
export async function reasonFor(context: Context, rows: number, typed: string | undefined): Promise<string | null> {
  const reason = typed === undefined ? '' : cleanLine(typed)
  if (typed !== undefined && reason === '') throw typedWrongly((words) => words.errors.missingValue('--reason'))
  if (tooLong(reason)) throw typedWrongly((words) => words.outgoing.reasonLong(LONGEST))
  if (reason !== '') return reason
  const { reasonOver, interactive, flags, words, world } = context
  if (reasonOver === null || rows <= reasonOver) return null
  if (!interactive)
    throw refused(({ outgoing }) => ({ text: outgoing.reasonNeeded(rows, reasonOver), hint: outgoing.reasonHint }))
  if (flags.dryRun) return null
  const { askReason, reasonEmpty, reasonLong } = words.outgoing
  const check = (answer: string): true | string =>
    cleanLine(answer) === '' ? reasonEmpty : tooLong(answer) ? reasonLong(LONGEST) : true
  return cleanLine(await (await world.asker()).input(askReason(rows), { check }))
}

const tooLong = (reason: string): boolean => [...reason].length > LONGEST

/** Refuses with exit 5 so many rows from a verb that asks for no reason and writes nothing into the log of exports. */
export function refuseBulk({ reasonOver }: Context, rows: number): void {
  if (reasonOver !== null && rows > reasonOver)
    throw refused(({ outgoing }) => ({ text: outgoing.reasonNeeded(rows, reasonOver), hint: outgoing.exportInstead }))
}
