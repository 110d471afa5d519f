import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clustersOf, type Link } from '../../../src/domain/matching/clusters.js'

const link = (a: number, b: number, bits: number): Link => ({ a, b, bits })
const sets = (of: Uint32Array): number[][] => {
  const found = new Map<number, number[]>()
  of.forEach((root, record) => {
    found.set(root, [...(found.get(root) ?? []), record])
  })
  return [...found.values()].filter((each) => each.length > 1)
}

describe('clusters', () => {
  test.each([
    ['nobody is like anybody', 3, [], () => 5, []],
    ['a pair', 3, [link(0, 2, 8)], () => 5, [[0, 2]]],
    ['three that fit one another', 3, [link(0, 1, 12), link(1, 2, 9)], () => 4, [[0, 1, 2]]],
    ['a bridge between two who contradict', 3, [link(0, 1, 12), link(1, 2, 9)], () => null, [[0, 1]]],
    ['the stronger link wins, whatever came first', 3, [link(1, 2, 9), link(0, 1, 12)], () => null, [[0, 1]]],
    ['strangers on average', 3, [link(0, 1, 7), link(1, 2, 7)], () => -20, [[0, 1]]],
    [
      'two pairs of whom two contradict',
      4,
      [link(0, 1, 20), link(2, 3, 20), link(1, 2, 11)],
      (a: number, b: number) => (a === 0 && b === 3 ? null : 8),
      [
        [0, 1],
        [2, 3],
      ],
    ],
  ] as [string, number, Link[], (a: number, b: number) => number | null, number[][]][])(
    '%s',
    (_why, size, links, cross, expected) => {
      expect(sets(clustersOf(size, links, cross).of)).toEqual(expected)
    },
  )

  test('links that were refused are told', () => {
    const refused = clustersOf(3, [link(0, 1, 12), link(1, 2, 9)], () => null).refused
    expect(refused).toEqual([link(1, 2, 9)])
  })

  test('nobody is held more than sixty times: a chain of a hundred falls into parts', () => {
    const chain = Array.from({ length: 99 }, (_, at) => link(at, at + 1, 30))
    const largest = Math.max(...sets(clustersOf(100, chain, () => 30).of).map((each) => each.length))
    expect(largest).toBe(60)
  })

  test('no two members of a cluster contradict, and the order of the links does not matter', () => {
    const pairs = fc.array(fc.tuple(fc.nat(11), fc.nat(11), fc.integer({ min: 6, max: 30 })), { maxLength: 40 })
    const forbidden = fc.array(fc.tuple(fc.nat(11), fc.nat(11)), { maxLength: 12 })
    fc.assert(
      fc.property(pairs, forbidden, fc.nat(), (drawn, never, turn) => {
        const no = new Set(never.map(([a, b]) => `${Math.min(a, b)}:${Math.max(a, b)}`))
        const links = drawn
          .filter(([a, b]) => a !== b)
          .map(([a, b, bits]) => link(Math.min(a, b), Math.max(a, b), bits))
          .filter(({ a, b }) => !no.has(`${a}:${b}`))
        const cross = (a: number, b: number): number | null => (no.has(`${a}:${b}`) ? null : 7)
        const { of } = clustersOf(12, links, cross)
        for (const members of sets(of))
          for (const a of members) for (const b of members) if (a < b) expect(no.has(`${a}:${b}`)).toBe(false)
        const at = links.length === 0 ? 0 : turn % links.length
        expect(clustersOf(12, [...links.slice(at), ...links.slice(0, at)], cross).of).toEqual(of)
      }),
    )
  })
})
