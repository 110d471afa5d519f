import type { HistoryContext } from '../domain/history/cells.js'
import type { HistoryColumn } from '../domain/history/columns.js'
import { type HistoryRow, readHistoryRow, usualChannel } from '../domain/history/reading.js'
import { type Fresh, freshOf } from './history-fresh.js'
import type { Log } from './history-log.js'

/** A log of contacts or promises. */
export function diaryLog(
  kind: 'contacts' | 'promises',
  columns: readonly HistoryColumn[],
  context: HistoryContext,
): Log<HistoryRow, Fresh> {
  const usual = usualChannel(columns)
  /** Ranges of ids of promises that stood beside a contact. */
  const followUps: [number, number][] = []
  return {
    keptTogether: -1,
    isAside: () => false,
    read: (cells) => readHistoryRow(cells, columns, kind, usual, context),
    join: (rows) => rows.map(({ line, outcome }) => ({ lines: [line], outcome })),
    makesClient: () => false,

    async compare(writing, owned, { summary }) {
      const fresh = await freshOf(
        writing,
        owned.map(({ client, outcome }) => ({ client, row: outcome })),
      )
      summary.created += fresh.rows
      summary.unchanged += owned.length - fresh.rows
      summary.promises_created += fresh.promises.length
      return fresh
    },

    async write({ history }, { contacts, promises }) {
      await history.addContacts(contacts)
      const range = await history.addPromises(promises.filter(({ entry }) => entry.followsContact))
      await history.addPromises(promises.filter(({ entry }) => !entry.followsContact))
      if (range) noteFollowUps(followUps, range)
    },

    async finish({ history }) {
      for (const range of followUps) await history.settle(range, context.today)
    },
  }
}

function noteFollowUps(ranges: [number, number][], [first, last]: [number, number]): void {
  const previous = ranges[ranges.length - 1]
  if (previous && previous[1] === first - 1) previous[1] = last
  else ranges.push([first, last])
}
