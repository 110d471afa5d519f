import { expect, test } from 'vitest'
import { keptText, learnedFrom, MATCHING_VERSION } from '../../../src/domain/matching/kept.js'
import { defaultModel } from '../../../src/domain/matching/model.js'

const counted = (...counts: [string | number, number][]) => ({ counts: new Map(counts), filled: 1_000 })

/** What a search of a base has learned, as far as it is kept. */
function learned() {
  const model = { ...defaultModel(1_000), custom: [], unreliable: { name: true, birthday: false, sparse: true } }
  const { frequencies } = learnedFrom(null, 1_000)
  const counts = {
    family: counted(['ivan', 90], ['elkin', 7], ["o'brien:x", 3]),
    names: counted(['1,2', 60]),
    given: counted(['anna', 40]),
    company: counted(['vosgod', 5], [':-)', 2]),
    city: counted([1, 300]),
  }
  return { model, frequencies: { ...frequencies, persons: 900, companies: 100 }, counts }
}

const TEXTS = ['', 'kiiv']
const kept = (): string =>
  keptText({ texts: TEXTS, size: 1_000 }, learned() as unknown as Parameters<typeof keptText>[1]) ?? ''

test('what was learned comes back as it was', () => {
  const { model, frequencies } = learnedFrom(kept(), 1_000)
  expect(model).toEqual(learned().model)
  expect(model.unreliable).toEqual({ name: true, birthday: false, sparse: true })
  expect(frequencies).toMatchObject({ clients: 1_000, persons: 900, companies: 100 })
  expect(['ivan', 'elkin', 'anna'].map(frequencies.family)).toEqual([90, 7, 0])
  expect(frequencies.name('1,2' as never)).toBe(60)
  expect(frequencies.given('anna')).toBe(40)
  expect(frequencies.company('vosgod')).toBe(5)
  expect(frequencies.city('kiiv')).toBe(300)
})

test('a name that has the signs of the layout is forgotten, and spoils nothing', () => {
  const { frequencies } = learnedFrom(kept(), 1_000)
  expect(["o'brien:x", ':-)', 'constructor', ''].map(frequencies.family)).toEqual([0, 0, 0, 0])
  expect(frequencies.company(':-)')).toBe(0)
})

test.each([
  ['none', null],
  ['an older one', JSON.stringify({ ...JSON.parse(kept()), version: MATCHING_VERSION - 1 })],
  ['a newer one', JSON.stringify({ ...JSON.parse(kept()), version: MATCHING_VERSION + 1 })],
])('%s is not used', (_, text) => expect(learnedFrom(text, 1_000).model).toEqual(defaultModel(1_000)))

test('of a small base nothing is kept', () => {
  const all = learned() as unknown as Parameters<typeof keptText>[1]
  expect(keptText({ texts: TEXTS, size: 299 }, all)).toBeNull()
})
