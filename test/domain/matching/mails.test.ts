import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareMails, MAIL_LEVELS, mailKey } from '../../../src/domain/matching/identifiers.js'

/** The level of two addresses as they were typed; 'none' when one of them is nobody's own. */
function levelOf(a: string, b: string): string | undefined {
  const [left, right] = [mailKey(a), mailKey(b)]
  return left === null || right === null ? 'none' : MAIL_LEVELS[compareMails(left, right)]
}

describe('two addresses', () => {
  test.each([
    // One mailbox in several spellings.
    ['maria@example.com', 'maria@example.com', 'same', 'the same text'],
    ['Maria@Example.COM', 'maria@example.com', 'same', 'capitals'],
    [' maria@example.com ', 'maria@example.com', 'same', 'spaces around it'],
    ['mailto:maria@example.com', 'maria@example.com', 'same', 'out of a link'],
    ['<maria@example.com>', 'maria@example.com', 'same', 'brackets'],
    ['maria+shop@example.com', 'maria@example.com', 'same', 'a tag'],
    ['ma.ria@gmail.com', 'maria@gmail.com', 'same', 'points that Gmail does not read'],
    ['maria.elkina+news@googlemail.com', 'mariaelkina@gmail.com', 'same', 'Gmail’s other name'],
    ['elkina@ya.ru', 'elkina@yandex.ru', 'same', 'Yandex, in short'],
    ['elkina@yandex.com', 'elkina@yandex.ua', 'same', 'Yandex of other countries'],
    ['elkina@narod.ru', 'elkina@yandex.by', 'same', 'Yandex of old'],
    ['maria-elkina@yandex.ru', 'maria.elkina@yandex.ru', 'same', 'Yandex reads a hyphen as a point'],
    ['elkina@me.com', 'elkina@icloud.com', 'same', 'Apple’s other name'],
    ['elkina@pm.me', 'elkina@protonmail.com', 'same', 'Proton’s other name'],
    // A mistyped provider.
    ['elkina@gmial.com', 'elkina@gmail.com', 'same', 'gmial'],
    ['elkina@gmal.com', 'elkina@gmail.com', 'same', 'gmal'],
    ['elkina@gmai.com', 'elkina@gmail.com', 'same', 'gmai'],
    ['elkina@gmail.ru', 'elkina@gmail.com', 'same', 'gmail.ru'],
    ['elkina@gmail.con', 'elkina@gmail.com', 'same', '.con'],
    ['elkina@gmail.cim', 'elkina@gmail.com', 'same', 'a slip that is on no list'],
    ['elkina@hotmial.com', 'elkina@hotmail.com', 'same', 'hotmial'],
    ['elkina@yandx.ru', 'elkina@yandex.ru', 'same', 'yandx'],
    ['elkina@yandeks.ru', 'elkina@yandex.ru', 'same', 'yandeks'],
    ['elkina@mail.tu', 'elkina@mail.ru', 'same', 'the key beside r'],
    ['elkina@mail.rи', 'elkina@mail.ru', 'same', 'a Cyrillic letter'],
    ['elkina@mаil.ru', 'elkina@mail.ru', 'same', 'a Cyrillic a'],
    ['еlkina@mail.ru', 'elkina@mail.ru', 'same', 'a Cyrillic e in the name'],
    ['elkina@urk.net', 'elkina@ukr.net', 'same', 'urk.net'],
    ['elkina@outlok.com', 'elkina@outlook.com', 'same', 'outlok'],
    ['elkina@icloud.con', 'elkina@icloud.com', 'same', 'icloud.con'],
    ['elkina@rambler.tu', 'elkina@rambler.ru', 'same', 'rambler.tu'],
    ['elkina@yahooo.com', 'elkina@yahoo.com', 'same', 'a letter too many'],
    // A firm's office.
    ['info@romashka.example', 'info@romashka.example', 'same', 'an office of a firm is a key'],
    ['zakaz@romashka.example', 'sales@romashka.example', 'near', 'two offices of one firm'],
    ['mail@romashka.example', 'mil@romashka.example', 'near', 'a slip at a firm'],
    ['info@romashka.example', 'info@lotos.example', 'other', 'offices of two firms'],
    ['director@romashka.example', 'director@lotos.example', 'other', 'directors of two firms'],
    ['elkina@romashka.example', 'sokolova@romashka.example', 'other', 'two people of one firm'],
    // The same name with another provider.
    ['maria.elkina@mail.ru', 'maria.elkina@yandex.ru', 'near', 'a telling name'],
    ['elkina@gmail.com', 'elkina@ukr.net', 'near', 'six letters'],
    ['olga7@gmail.com', 'olga7@ukr.net', 'near', 'five with a digit'],
    ['olga@gmail.com', 'olga@ukr.net', 'other', 'four letters say little'],
    ['marta@gmail.com', 'marta@ukr.net', 'other', 'five letters without a digit'],
    ['manager@lotos.example', 'manager@gmail.com', 'none', 'a role at a public provider'],
    // A slip in the name.
    ['elkinamaria@mail.ru', 'elkinamria@mail.ru', 'near', 'a letter lost'],
    ['elkina.maria@mail.ru', 'elkina.mraia@mail.ru', 'near', 'neighbours changed places'],
    ['maria.elkina85@mail.ru', 'maria_elkina85@mail.ru', 'near', 'another sign'],
    ['galagan.olena@ukr.net', 'galahan.olena@ukr.net', 'near', 'another letter'],
    ['valentinakemun@gmail.com', 'valentynakemun@gmail.com', 'near', 'another romanisation'],
    ['elkina4821@mail.ru', 'elkina4831@mail.ru', 'near', 'one of four digits'],
    ['elkina77@mail.ru', 'elkina78@mail.ru', 'other', 'one of two digits: two people'],
    ['ivan@mail.ru', 'ivam@mail.ru', 'other', 'too short for a slip'],
    ['elkina@mail.ru', 'sokolova@mail.ru', 'other', 'nothing alike'],
    ['elkina@mail.ru', 'elkinb@yandex.ru', 'other', 'a slip and another provider'],
    // Nobody's.
    ['no@mail.ru', 'no@mail.ru', 'none', 'no'],
    ['none@example.com', 'none@example.com', 'none', 'none'],
    ['test@test.com', 'test@test.com', 'none', 'a test'],
    ['noemail@example.com', 'noemail@example.com', 'none', 'no mail'],
    ['нет@mail.ru', 'нет@mail.ru', 'none', '«нет»'],
    ['info@example.org', 'info@example.org', 'none', 'an example'],
    ['1@1.ru', '1@1.ru', 'none', 'one key'],
    ['mail@mail.ru', 'mail@mail.ru', 'none', 'the provider twice'],
    ['info@gmail.com', 'info@gmail.com', 'none', 'an office at a public provider'],
    ['нет', 'нет', 'none', 'no @'],
    ['-', '-', 'none', 'a sign'],
    ['', '', 'none', 'nothing'],
    ['@mail.ru', '@mail.ru', 'none', 'no name'],
    ['elkina@', 'elkina@', 'none', 'no domain'],
    ['elkina@localhost', 'elkina@localhost', 'none', 'a domain without a point'],
    ['...@mail.ru', '...@mail.ru', 'none', 'signs for a name'],
  ])('%s | %s: %s (%s)', (a, b, level) => {
    expect(levelOf(a, b)).toBe(level)
    expect(levelOf(b, a)).toBe(level)
  })
})

test.each([
  ['Ma.Ria+x@GoogleMail.com', { local: 'maria', domain: 'gmail.com' }],
  ['ma.ria@mail.ru', { local: 'ma.ria', domain: 'mail.ru' }],
  ['elkina@mail.eu.example', { local: 'elkina', domain: 'mail.eu.example' }],
  ['+tag@example.com', { local: '+tag', domain: 'example.com' }],
])('the key of %s', (typed, key) => expect(mailKey(typed)).toEqual(key))

describe('properties', () => {
  const text = fc.string({ unit: fc.constantFrom(...'ab.1-+@нЁ👍') })

  test('any text is read, and comparing is symmetric', () => {
    fc.assert(
      fc.property(text, text, fc.constantFrom('mail.ru', 'gmail.com', 'lotos.example'), (a, b, domain) => {
        const [left, right] = [mailKey(`${a}@${domain}`), mailKey(`${b}@${domain}`)]
        mailKey(a)
        if (!left || !right) return
        expect(compareMails(left, right)).toBe(compareMails(right, left))
        expect(compareMails(left, left)).toBe(2)
      }),
      { numRuns: 1000 },
    )
  })
})
