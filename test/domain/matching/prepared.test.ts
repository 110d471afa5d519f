import { describe, expect, test } from 'vitest'
import { cityKey } from '../../../src/domain/matching/cities.js'
import { cityTables } from '../../../src/domain/matching/city-tables.js'
import { diminutivesOf, namesOf, slipsOf } from '../../../src/domain/matching/names/dictionary.js'
import { skeletonOf } from '../../../src/domain/matching/names/skeleton.js'
import { nameTables } from '../../../src/domain/matching/names/tables.js'
import { slipsBetween } from '../../../src/domain/matching/slips.js'
import { oneSlipFrom, SortedText, sortedText, turnedText } from '../../../src/domain/matching/sorted-text.js'

/* What matching looks words up in is one text per table: asked by halving at first, by a Map after many look-ups. */

const keysIn = (text: string): string[] => [...text.matchAll(/^([^:\n]+):/gm)].map(([, key]) => key as string)

/** The same sequence in every run. */
function dice(): (sides: number) => number {
  let state = 7
  return (sides) => {
    state = (state * 1103515245 + 12345) % 2147483648
    return Math.floor((state / 2147483648) * sides)
  }
}

const CYRILLIC = 'абвгдежзийклмнопрстуфхцчшщыьэюяіїєґё'
const LATIN = 'abcdefghijklmnopqrstuvwxyz'

/** One slip of a hand, at a place and of a kind that the dice decide. */
function slip(word: string, roll: (sides: number) => number): string {
  const letters = /[а-яё]/.test(word) ? CYRILLIC : LATIN
  const at = roll(word.length)
  const letter = letters.charAt(roll(letters.length))
  const [before, after] = [word.slice(0, at), word.slice(at + 1)]
  return (
    [
      before + after,
      before + letter + word.slice(at),
      before + letter + after,
      before + after.slice(0, 1) + word.charAt(at) + after.slice(1),
    ][roll(4)] ?? ''
  )
}

const TABLES = nameTables()

describe('a text of sorted lines', () => {
  test.each([['written'], ['skeletons'], ['fathers']] as const)('%s answers by halving as by a Map', (table) => {
    const text = TABLES[table]
    const known = keysIn(text)
    const roll = dice()
    const asked = [...known, ...known.map((key) => slip(key, roll)), '', 'a', 'zzzz', '~', 'я', '😀']
    const busy = new SortedText(text, String)
    for (let count = 0; count <= 5_000; count += 1) busy.get('nobody')
    expect(busy.isBusy).toBe(true)
    // Each asked but a few times, so that it stays as it was made.
    for (let from = 0; from < asked.length; from += 1_000) {
      const fresh = new SortedText(text, String)
      for (const key of asked.slice(from, from + 1_000)) expect([key, fresh.get(key)]).toEqual([key, busy.get(key)])
      expect(fresh.isBusy).toBe(false)
    }
  })

  test.each([
    ['nothing', [], 'a', undefined],
    ['one', [['a', '1']], 'a', '1'],
    [
      'a key that begins another',
      [
        ['a', '1'],
        ['ab', '2'],
        ['a1', '3'],
      ],
      'a',
      '1',
    ],
    [
      'a key that another begins',
      [
        ['ab', '2'],
        ['a', '1'],
      ],
      'ab',
      '2',
    ],
    ['less than the first', [['b', '1']], 'a', undefined],
    ['more than the last', [['b', '1']], 'c', undefined],
    ['a part of a key', [['anna', '1']], 'ann', undefined],
    ['nothing behind the key', [['anna', '']], 'anna', ''],
  ] as [string, [string, string][], string, string | undefined][])('%s', (_, lines, key, expected) =>
    expect(new SortedText(sortedText(lines), String).get(key)).toBe(expected),
  )
})

describe('words one slip away', () => {
  test.each([
    ['names', [TABLES.written, TABLES.skeletons], TABLES.turned, 5],
    ['cities', [cityTables().cities], cityTables().turned, 7],
  ] as const)('%s: as by comparing with every key', (_, texts, turned, least) => {
    const known = [...new Set(texts.flatMap(keysIn))].filter(({ length }) => length >= least)
    const roll = dice()
    const words = Array.from({ length: 400 }, () => slip(known[roll(known.length)] as string, roll))
    for (const word of [...words, ...words.slice(0, 100).map((each) => slip(each, roll))]) {
      if (word.length < 3) continue
      const expected = known.filter((key) => slipsBetween(key, word, 1) <= 1).sort()
      expect([word, oneSlipFrom(texts, turned, word, least).sort()]).toEqual([word, expected])
    }
  })

  test.each([
    ['swapped in the middle', 'abdcef'],
    ['swapped at the beginning', 'bacdef'],
    ['swapped at the end', 'abcdfe'],
    ['missing at the beginning', 'bcdef'],
    ['missing at the end', 'abcde'],
    ['added in the middle', 'abcxdef'],
    ['added before all', 'xabcdef'],
    ['added behind all', 'abcdefx'],
    ['wrong in the middle', 'abxdef'],
    ['none', 'abcdef'],
  ])('%s', (_, word) => {
    expect(oneSlipFrom([sortedText([['abcdef', '']])], turnedText(['abcdef']), word, 5)).toEqual(['abcdef'])
  })
})

test('of a name read at first and after thousands of others the same is known', () => {
  const roll = dice()
  const forms = keysIn(TABLES.skeletons)
  const words = [
    ...['саша', 'олександр', 'танюша', 'ёлкина', 'николай', 'микола', 'олекандр', 'sasha', 'alexnader', 'ñandú'],
    ...Array.from({ length: 150 }, () => slip(forms[roll(forms.length)] as string, roll)),
  ]
  const read = () =>
    words.map((word) => {
      const skeleton = skeletonOf(word)
      return [namesOf(word, skeleton), slipsOf(word, skeleton), diminutivesOf(skeleton, false)]
    })
  const first = read()
  for (const form of forms) {
    namesOf(slip(form, roll), form)
    slipsOf(slip(form, roll), form)
  }
  expect(read()).toEqual(first)
})

test.each([
  ['Екатериндург', 'Екатеринбург'],
  ['Новосибирcк', 'Новосибирск'],
  ['Дніпропетровск', 'Днепр'],
  ['Житомыр', 'Житомир'],
])('%s is %s', (written, city) => expect(cityKey(written)).toBe(cityKey(city)))
