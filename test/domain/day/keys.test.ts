import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type EntryKey, readKey, writeKey } from '../../../src/domain/day/keys.js'

const id = fc.integer({ min: 1, max: 2_000_000_000 })
const occursOn = fc
  .tuple(fc.integer({ min: 1000, max: 9999 }), fc.integer({ min: 10, max: 12 }), fc.integer({ min: 10, max: 30 }))
  .map(([year, month, day]) => `${year}-${month}-${day}`)

const key: fc.Arbitrary<EntryKey> = fc.oneof(
  fc.record({ is: fc.constant('call' as const), client: id }),
  fc.record({ is: fc.constant('promise' as const), id }),
  fc.record({ is: fc.constant('date' as const), id, occursOn }),
  fc.record({ is: fc.constant('gift' as const), id, occursOn }),
  fc.record({ is: fc.constant('first-order' as const), client: id, occursOn }),
  fc.record({
    is: fc.constant('holiday' as const),
    client: id,
    occursOn,
    holiday: fc.oneof(fc.constantFrom('new-year', 'день: ёлки', 'Ґ:', '8 березня 🌷'), fc.string({ minLength: 1 })),
  }),
)

test('what is written is read again', () => {
  fc.assert(
    fc.property(key, (each) => {
      expect(readKey(writeKey(each))).toEqual(each)
    }),
  )
})

test('two entries have two keys', () => {
  fc.assert(
    fc.property(key, key, (a, b) => {
      const isSame = JSON.stringify(Object.entries(a).sort()) === JSON.stringify(Object.entries(b).sort())
      expect(writeKey(a) === writeKey(b)).toBe(isSame)
    }),
  )
})

test.each([
  '',
  'call',
  'call:',
  'call:x',
  'call:-1',
  'promise:1.5',
  'date:1',
  'date:1:2026',
  'gift:1:tomorrow',
  'holiday:1:2026-11-22',
  'birthday:1:2026-11-22',
])('%j is no key', (text) => expect(readKey(text)).toBeNull())
