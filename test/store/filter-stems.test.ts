import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldWord } from '../../src/domain/fold.js'
import { certainPart } from '../../src/store/filter/text.js'

/* A note is looked up by the part of a beginning whose folding no letter behind it can change: nothing may be missed. */
test.each(['абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґ', 'abcdefghijklmnopqrstuvwxyz', 'shctzkpyjiueaow', 'abcшщьъыиюяéü'])(
  'the certain part of a beginning begins the word, of the letters %s',
  (letters) => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...letters), { minLength: 1, maxLength: 9 }), fc.nat(8), (word, cut) => {
        const whole = word.join('')
        const stem = foldWord(certainPart(whole.slice(0, cut + 1)))
        if (stem.length > 1) expect([whole, stem, foldWord(whole).startsWith(stem)]).toEqual([whole, stem, true])
      }),
      { numRuns: 3000 },
    )
  },
)
