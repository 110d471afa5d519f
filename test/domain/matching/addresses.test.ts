import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ADDRESS_LEVELS, addressKey, compareAddresses } from '../../../src/domain/matching/place.js'

/** The level of two addresses as they were typed; 'none' when one of them says nothing. */
function levelOf(a: string, b: string): string | undefined {
  const [left, right] = [addressKey(a), addressKey(b)]
  return left === null || right === null ? 'none' : (ADDRESS_LEVELS[compareAddresses(left, right)] ?? 'none')
}

describe('two addresses', () => {
  test.each([
    // One address in the habits of Russian and Ukrainian.
    ['ул. Октябрьская, д. 54 кв 51', 'ул.Октябрьская,54, кв.51', 'same', 'signs and spaces'],
    ['ул. Октябрьская, д. 54 кв 51', 'Октябрьская 54-51', 'same', 'the shortest form'],
    ['ул. Октябрьская, д. 54 кв 51', 'Oktyabrskaya 54/51', 'same', 'Latin letters'],
    ['ул. Октябрьская, д. 54 кв 51', 'ОКТЯБРЬСКАЯ УЛ., ДОМ 54, КВАРТИРА 51', 'same', 'words in full, capitals'],
    ['улица Горького, 48 кв 5', 'ul. Gorkogo 48, kv. 5', 'same', 'Latin letters throughout'],
    ['вулиця Франка, буд. 21, кв.23', 'вул Франка 21-23', 'same', 'Ukrainian'],
    ['вул. Лесі Українки, 45-237', 'ул. Леси Украинки, д. 45, кв. 237', 'same', 'two languages'],
    ['ул. Шевченко, 5', 'вул. Шевченка, 5', 'same', 'a name that Ukrainian declines'],
    ['ул. Школьная, 16', 'вул. Шкільна, 16', 'same', 'a name that is translated'],
    ['пр-т Победы, 10', 'просп. Перемоги 10', 'same', 'a prospect, translated'],
    ['ул. Мира, 3', 'вул. Миру 3', 'same', 'a declined name'],
    ['Соборная площадь, 3', 'Соборна площа, 3', 'same', 'a square'],
    ['Соборная площадь, 3', 'пл. Соборная, 3', 'same', 'the way before or behind'],
    ['бульвар Шевченко, 23', 'бул. Шевченка, буд. 23', 'same', 'a boulevard'],
    ['пер. Садовый, 4', 'переулок Садовый, дом 4', 'same', 'a lane'],
    ['Московское шоссе, 7', 'Московское ш., 7', 'same', 'a highway'],
    ['ул. 8 Марта, д. 12, кв 3', '8 Марта 12-3', 'same', 'a date in the name'],
    ['1-я Тверская-Ямская, 5', 'ул. 1-я Тверская Ямская, д. 5', 'same', 'an ordinal in the name'],
    ['ул. Ленина, 12а', 'Ленина 12 А', 'same', 'a letter behind the house'],
    ['ул. Ленина, 12-А', 'Lenina 12a', 'same', 'a letter with a hyphen'],
    ['ул. Ленина 12 к 2', 'Ленина, д. 12, корп. 2', 'same', 'a block'],
    ['ул. Ленина 12к2 кв 5', 'Ленина 12, корпус 2, кв. 5', 'same', 'a block without a space'],
    ['ул. Пушкина 10 стр 1 оф 203', 'Пушкина, 10, строение 1, офис 203', 'same', 'an office'],
    ['ул. Ленина, д. 5/7, кв. 3', 'Ленина 5/7 кв 3', 'same', 'a house at a corner'],
    ['ул. Б. Хмельницкого, 5', 'вул. Богдана Хмельницького, 5', 'same', 'an initial'],
    ['ул. А. С. Пушкина, 5', 'Пушкина 5', 'same', 'initials'],
    ['123456, г. Москва, ул. Тверская, д. 5', 'Тверская 5', 'same', 'code and city before it'],
    ['01001 Київ, вул. Хрещатик, 24', 'Крещатик 24, Киев', 'same', 'one letter between the languages'],
    ['м. Київ вул. Хрещатик 24', 'Хрещатик, 24', 'same', 'a city without a comma'],
    ['Московская обл., г. Химки, ул. Мира, 3', 'ул. Мира, 3', 'same', 'region and city'],
    ['Россия, Казань, Баумана, 44, 12', 'ул. Баумана, д. 44, кв. 12', 'same', 'commas alone'],
    ['вул. Ґалаґана, 8', 'ул. Галагана, 8', 'same', 'ґ'],
    ['ул. Зелёная, 6', 'ул. Зеленая, 6', 'same', 'ё'],
    ["вул. Об'їзна, 4", 'вул. Обїзна 4', 'same', 'an apostrophe'],
    ['ул. Ленина, 5 👍', 'Ленина 5', 'same', 'a sign'],
    // English and German.
    ['10 Station Road, Apt 2', '10 Station Rd Apt 2', 'same', 'Road'],
    ['10 Station Road, Apt 2', 'Flat 2, 10 Station Road', 'same', 'the flat first'],
    ['10 Station Road, Apt 2', '10 Station Rd #2', 'same', 'a sign for the flat'],
    ['10 Station Road, Apt 2', '2/10 Station Road', 'same', 'as Australians write a unit'],
    ['10 Station Road', '10 Station Road, London SW1A 2AA', 'same', 'a British code'],
    ['12345 Main St', '12345 Main Street, Springfield, IL 62704', 'same', 'a long house number'],
    ['25 Smith St', '25 Smith Street, Canberra 2615', 'same', 'an Australian code'],
    ['4 Oak Avenue', '4 Oak Ave.', 'same', 'Avenue'],
    ['4 Oak Dr', '4 Oak Drive', 'same', 'Drive'],
    ['4 Oak Ln', '4 OAK LANE', 'same', 'Lane'],
    ['4 Sunset Boulevard', '4 Sunset Blvd', 'same', 'Boulevard'],
    ['12 E 42nd Street', '12 E. 42nd St', 'same', 'a number for a name'],
    ['Kings Court, 10 Station Road', '10 Station Rd', 'same', 'the name of a building'],
    ["7 O'Brien Street", '7 OBrien St', 'same', 'an apostrophe in English'],
    ['Hauptstr. 5', 'Hauptstraße 5', 'same', 'German'],
    ['Hauptstr. 5, 10115 Berlin', 'Hauptstrasse 5', 'same', 'a German code'],
    // A slip in a long name.
    ['ул. Железнодорожная, 7', 'ул. Железнодоржная, 7', 'same', 'a letter lost'],
    ['44 Jefferson Road', '44 Jeferson Road', 'same', 'a letter lost that was double'],
    ['44 Jefferson Road', '44 Jefferosn Road', 'same', 'neighbours changed places'],
    // A flat is missing.
    ['ул. Ленина, 5, кв. 7', 'ул. Ленина, 5', 'house', 'a flat is missing'],
    ['10 Station Road, Apt 2', '10 Station Road', 'house', 'a flat is missing in English'],
    ['ул. Ленина, 5', 'ул. Ленина, 5', 'same', 'no flat on either side'],
    // Nearly.
    ['ул. Ленина, 5, кв. 7', 'ул. Ленина, 5, кв. 8', 'street', 'neighbours'],
    ['ул. Ленина', 'ул. Ленина, 5', 'street', 'a house is missing'],
    ['ул. Ленина', 'Ленина', 'street', 'no house at all'],
    ['10 Station Road', '10 Station Street', 'street', 'two kinds of ways'],
    ['пр. Ленина, 5', 'пер. Ленина, 5', 'street', 'a prospect and a lane'],
    ['пр. Ленина, 5', 'Ленина 5', 'same', 'the kind of way is left out'],
    ['ул. Ленина, 54, кв. 51', 'ул. Ленина, 45, кв. 51', 'street', 'a slip in the house, and one flat'],
    // Others.
    ['ул. Ленина, 5', 'ул. Ленина, 6', 'other', 'another house'],
    ['ул. Ленина, 12', 'ул. Ленина, 12а', 'other', 'the house beside it'],
    ['ул. Ленина, 12 корп. 1', 'ул. Ленина, 12 корп. 2', 'other', 'another block'],
    ['ул. Ленина, 5', 'ул. Мира, 5', 'other', 'another street'],
    ['ул. Лесная, 5', 'ул. Лестная, 5', 'other', 'a short name with a slip'],
    ['1-я Парковая, 5', '2-я Парковая, 5', 'other', 'numbered streets'],
    ['12-я Парковая, 5', '13-я Парковая, 5', 'other', 'numbered streets with a common figure'],
    ['ул. 1-я Заводская, 5', 'ул. 10-я Заводская, 5', 'other', 'numbered streets, a figure more'],
    ['8 Марта 12', '9 Мая 12', 'other', 'other dates'],
    ['10 Station Road', '10 Church Road', 'other', 'another road'],
    ['2615', '2615', 'street', 'one postal code, and no more'],
    ['2615', '2616', 'other', 'two postal codes'],
    ['2615', 'ул. Ленина, 5', 'none', 'a postal code and a street'],
    ['', 'ул. Ленина, 5', 'none', 'nothing'],
    ['-', '👍', 'none', 'signs'],
  ])('%s | %s: %s (%s)', (a, b, level) => {
    expect(levelOf(a, b)).toBe(level)
    expect(levelOf(b, a)).toBe(level)
  })
})

test.each([
  ['ул. Ленина, д. 54, кв. 51', { street: 'lenin', house: '54', flat: '51', postcode: '' }],
  ['123456, Москва, пр-т Мира, 7', { street: 'mir:pr', house: '7', flat: '', postcode: '123456' }],
  ['10 Station Road, London SW1A 2AA', { street: 'station:rd', house: '10', flat: '', postcode: 'sw1a2aa' }],
  ['12345 Main St, Springfield, IL 62704', { street: 'main:st', house: '12345', flat: '', postcode: '62704' }],
  ['ул. Ленина', { street: 'lenin', house: '', flat: '', postcode: '' }],
  ['2615', { street: '', house: '', flat: '', postcode: '2615' }],
  ['звонить', { street: 'zvonit', house: '', flat: '', postcode: '' }],
  ['', null],
])('the key of «%s»', (text, key) => expect(addressKey(text)).toEqual(key))

test('any texts are read and compared either way', () => {
  const word = fc.constantFrom(
    'ул.',
    'Ленина',
    '5',
    '12а',
    ',',
    '-',
    '/',
    'кв.',
    'St',
    'Oak',
    'корп',
    'г.',
    '#',
    '👍',
    '2615',
    'SW1A',
    '2AA',
  )
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(word, { maxLength: 8 }).map((words) => words.join(' ')),
  )
  fc.assert(
    fc.property(text, text, (a, b) => {
      const [left, right] = [addressKey(a), addressKey(b)]
      if (left && right) expect(compareAddresses(left, right)).toBe(compareAddresses(right, left))
      if (left && left.street !== '') expect(compareAddresses(left, left)).toBeGreaterThan(0)
    }),
    { numRuns: 1000 },
  )
})
