import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeEntities } from '../../src/domain/reading/entities.js'

test.each([
  ['ООО &quot;Ромашка&quot;', 'ООО "Ромашка"'],
  ['Tom &amp; Jerry', 'Tom & Jerry'],
  ['&laquo;Ёлкина&raquo;', '«Ёлкина»'],
  ['O&#39;Brien-Ñandú', "O'Brien-Ñandú"],
  ['O&#x27;Brien', "O'Brien"],
  ['&#128144;', '💐'],
  ['a&nbsp;b', 'a\u00a0b'],
  ['&QUOT;', '"'],
  // What is no such sign, or none that may stand in a text, is left as it is.
  ['R&D; Q&A', 'R&D; Q&A'],
  ['&unknown;', '&unknown;'],
  ['&#0;&#7;', '&#0;&#7;'],
  ['&#xD800;', '&#xD800;'],
  ['&#1114112;', '&#1114112;'],
  ['&amp;quot;', '&quot;'],
  ['a & b', 'a & b'],
  ['', ''],
])('%j becomes %j', (text, expected) => {
  expect(decodeEntities(text)).toBe(expected)
})

test('text without an ampersand is never changed, and nothing is ever thrown', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(typeof decodeEntities(`&${text};`)).toBe('string')
      expect(decodeEntities(text.replaceAll('&', ''))).toBe(text.replaceAll('&', ''))
    }),
  )
})
