import { cancelled } from '../errors.js'
import type { Context } from './context.js'
import { heldBack } from './export-encoding.js'
import type { ExportPlan } from './export-options.js'
import type { Piece } from './export-writers.js'
import type { Seal } from './sealing.js'
import { type Sink, sinkFor } from './sink.js'

/**
 * Writes pieces to where the plan says, through the seal if there is one, so that nothing unencrypted touches the disk. The
 * file gets its name when all is written and `finished` has found nothing wrong with it; otherwise nothing is left of it.
 */
export async function pour(
  context: Context,
  {
    plan,
    seal,
    finished,
  }: { plan: Pick<ExportPlan, 'target' | 'force' | 'encoding'>; seal: Seal | null; finished?: () => void },
  pieces: AsyncIterable<Piece>,
): Promise<void> {
  const interrupted = context.world.watchInterrupts?.() ?? (() => false)
  const stopIfInterrupted = (): void => {
    if (interrupted()) throw cancelled()
  }
  const sink = openSink(context, plan)
  try {
    for await (const piece of seal === null ? pieces : seal.seal(pieces)) {
      stopIfInterrupted()
      sink.write(piece)
      if (!sink.open()) break
    }
    finished?.()
    stopIfInterrupted()
    sink.finish()
  } catch (error) {
    sink.discard()
    throw error
  }
}

/** Standard output cannot be taken back, so text that may turn out not to fit its encoding waits. */
function openSink(
  context: Context,
  { encoding, force, target }: Pick<ExportPlan, 'target' | 'force' | 'encoding'>,
): Sink {
  const sink = sinkFor(context, target, force)
  return encoding === 'cp1251' && !force && target === undefined ? heldBack(sink) : sink
}
