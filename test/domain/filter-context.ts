import type { CustomField } from '../../src/domain/client.js'
import { FilterError, type FilterProblem } from '../../src/domain/filter/tree.js'
import type { FilterContext } from '../../src/domain/filter/understand.js'
import { resolverOf } from '../../src/domain/segments.js'

export const TODAY = '2026-11-22'
export const CUSTOM: CustomField[] = [
  { id: 1, key: 'size', label: 'Размер', type: 'number', choices: [] },
  { id: 2, key: 'colour', label: null, type: 'choice', choices: ['red', 'Синий'] },
  { id: 3, key: 'budget', label: null, type: 'money', choices: [] },
  { id: 4, key: 'contract', label: null, type: 'date', choices: [] },
  { id: 5, key: 'newsletter', label: null, type: 'yes-no', choices: [] },
  { id: 6, key: 'dog', label: 'Кличка', type: 'text', choices: [] },
]

/** What the filters of tests are read by; some of the segments are wrong on purpose. */
export const CONTEXT: FilterContext = {
  custom: CUSTOM,
  today: TODAY,
  model: { currency: 'UAH', rates: { USD: '41.5', EUR: '45' } },
  segments: resolverOf([
    { key: 'весна-26', name: 'весна 26', filter: 'city:Київ or city:Киев' },
    { key: 'a', name: 'a', filter: '@b' },
    { key: 'b', name: 'b', filter: 'tag:x @c' },
    { key: 'c', name: 'c', filter: '@a' },
    { key: 'broken', name: 'broken', filter: 'tag:x silnt:30d..' },
    { key: 'outer', name: 'outer', filter: '@broken' },
    { key: 'badly', name: 'badly', filter: '(tag:x' },
  ]),
}

export function problemOf(run: () => unknown): FilterProblem {
  try {
    run()
  } catch (error) {
    if (error instanceof FilterError) return error.problem
    throw error
  }
  throw new Error('no problem')
}
