import type { CustomField } from '../../src/domain/client.js'
import { type Column, type ColumnPlan, planColumns } from '../../src/domain/tables/columns.js'
import { nameOfTarget } from '../../src/domain/tables/target-names.js'
import type { Target } from '../../src/domain/tables/targets.js'

/** What a column fills, as one word: `phone_work`, `custom order_amount money RUB`, `address work.city`, `- technical`. */
export function said({ target }: Pick<Column, 'target'>): string {
  switch (target.to) {
    case 'custom':
      return ['custom', target.key, target.type === 'text' ? null : target.type, target.currency]
        .filter((each) => each !== null)
        .join(' ')
    case 'nothing':
      return `- ${target.why}`
    case 'pair':
      return `${target.pair} ${target.part} ${target.group}`
    case 'address':
      return `address ${target.group}.${target.part}`
    case 'label':
      return `label ${target.kind}`
    default:
      return nameOfTarget(target) ?? target.to
  }
}

/** Decides the columns of a header that stands alone, or above these rows. */
export const planned = (
  header: readonly string[],
  sample: readonly (readonly string[])[] = [],
  custom: readonly CustomField[] = [],
  maps: ReadonlyMap<string, Target> = new Map(),
): ColumnPlan => planColumns(header, { maps, custom, sample, named: true })

/** Of each column what it fills, in their order. */
export const fills = (header: readonly string[], custom: readonly CustomField[] = []): string[] =>
  planned(header, [], custom).columns.map(said)
