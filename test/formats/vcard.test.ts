import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { isFormatError } from '../../src/formats/table.js'
import { type Card, type CardProperty, readCards, writeCard } from '../../src/formats/vcard.js'

const bytesOf = (text: string, encoding: BufferEncoding = 'utf8'): Uint8Array => Buffer.from(text, encoding)
const cardOf = (lines: string[], version = '3.0'): string =>
  ['BEGIN:VCARD', `VERSION:${version}`, ...lines, 'END:VCARD', ''].join('\r\n')
const read = (text: string | Uint8Array, encoding?: string): Card[] => [
  ...readCards(typeof text === 'string' ? bytesOf(text) : text, encoding),
]
const fixture = (name: string): Uint8Array => readFileSync(new URL(`../../fixtures/import/${name}`, import.meta.url))

/** The first property of the first card behind VERSION. */
function property(line: string, version = '3.0'): CardProperty {
  const found = read(cardOf(line.split('\r\n'), version))[0]?.properties[1]
  if (!found) throw new Error('nothing was read')
  return found
}

const valueIn = (card: Card | undefined, name: string) => card?.properties.find((each) => each.name === name)?.value

describe('one line', () => {
  test.each<[string, string, string | string[]]>([
    ['3.0', 'FN:Ёлкина Анна', 'Ёлкина Анна'],
    ['3.0', 'NOTE:a\\nb\\Nc\\, d\\; e\\: f\\\\n', 'a\nb\nc, d; e: f\\n'],
    ['3.0', 'NOTE:somewhen', 'somewhen'],
    ['3.0', 'N:O\\;Brien;Anna\\,B;x,y;;', ['O;Brien', 'Anna,B', 'x y', '', '']],
    ['3.0', 'ORG:Back\\\\;Sales', ['Back\\', 'Sales']],
    ['3.0', 'CATEGORIES:a\\,b,c', ['a,b', 'c']],
    ['3.0', 'BDAY:somewhen', 'somewhen'],
    ['3.0', 'BDAY;VALUE=date:19850517', '19850517'],
    ['3.0', 'URL:https\\://example.com/a,b;c', 'https://example.com/a,b;c'],
    ['3.0', 'NOTE;X-A="b:c;d":e:f', 'e:f'],
    ['3.0', 'NOTE;ENCODING=b:0J/RgNC40LLQtdGC', 'Привет'],
    ['2.1', 'NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=windows-1251:=CF=F0=E8=E2=E5=F2', 'Привет'],
    ['2.1', 'NOTE;QUOTED-PRINTABLE;CHARSET=KOI8-R:=F0=D2=C9=D7=C5=D4', 'Привет'],
    ['2.1', 'NOTE;ENCODING=QUOTED-PRINTABLE:=CF=F0=E8=E2=E5=F2', 'Привет'],
    ['2.1', 'NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=NO-SUCH:=CF=F0=E8', 'При'],
    ['2.1', 'NOTE;ENCODING=QUOTED-PRINTABLE:1=\r\n2=\r\n =3B 100%=', '12 ; 100%'],
    ['2.1', 'NOTE;ENCODING=QUOTED-PRINTABLE:C:\\new=0D=0Ax=zz', 'C:\\new\nx=zz'],
    ['2.1', 'N;ENCODING=QUOTED-PRINTABLE:=3B=41;B\\;C', [';A', 'B;C']],
    ['2.1', 'N;ENCODING=QUOTED-PRINTABLE:=41=3B=42', ['A', 'B']],
    ['2.1', 'N:Smith, Jr.;John', ['Smith, Jr.', 'John']],
    ['2.1', 'NOTE:folded at a\r\n space', 'folded at a space'],
    ['3.0', 'NOTE:folded in a wo\r\n rd\r\n\t s', 'folded in a word s'],
    ['3.0', 'PHOTO;ENCODING=b:AAAA\r\n AAAA', ''],
  ])('vCard %s %s', (version, line, value) => {
    expect(property(line, version).value).toEqual(value)
  })

  test.each<[string, Partial<CardProperty>]>([
    ['TEL;CELL;PREF:1', { types: ['cell', 'pref'] }],
    ['TEL;TYPE=CELL,voice;TYPE=pref:1', { types: ['cell', 'voice', 'pref'] }],
    ['TEL;TYPE="voice,home";PREF=1:1', { types: ['voice', 'home', 'pref'], params: { pref: ['1'] } }],
    ['TEL;TYPE="voice,home";TYPE="pref,cell":1', { types: ['voice', 'home', 'pref', 'cell'] }],
    ['Item1.tel;type=CELL:1', { name: 'TEL', group: 'item1', types: ['cell'] }],
    ['TEL;X-CUSTOM(CHARSET=UTF-8,ENCODING=QUOTED-PRINTABLE,=D0=B4=D0=B0=D1=87=D0=B0):1', { label: 'дача', types: [] }],
    ['TEL;X-CUSTOM(dacha):1', { label: 'dacha' }],
    ['TEL;X-Dacha:1', { label: 'Dacha' }],
    ['PHOTO;ENCODING=BASE64;JPEG:AAAA', { name: 'PHOTO', value: '' }],
    ['IMPP;X-SERVICE-TYPE=Skype:skype:a', { params: { 'x-service-type': ['Skype'] }, value: 'skype:a' }],
    ['TEL;VALUE=uri:tel:+7;ext=1', { params: { value: ['uri'] }, value: 'tel:+7;ext=1' }],
    ['NOTE;constructor=1;__proto__=2;VALUE=toString:x', { value: 'x' }],
    ['constructor:x', { name: 'CONSTRUCTOR', value: 'x' }],
    ['no colon here', { name: '', value: 'no colon here' }],
    ['два слова: да', { name: '', value: 'два слова: да' }],
    ['NOTE;=x:y', { name: '', value: 'NOTE;=x:y' }],
  ])('%s', (line, expected) => {
    expect(property(line, '2.1')).toMatchObject(expected)
  })

  test('a head of thousands of parameters is no property, and costs no time to speak of', () => {
    for (const part of [';a', ';TYPE="', '(']) {
      const line = `TEL;${part.repeat(50_000)}:1`
      expect(property(line, '2.1')).toMatchObject({ name: '', value: line })
    }
  })

  test('a group gives its label to the property', () => {
    const [card] = read(
      cardOf(['item1.TEL:1', 'item1.X-ABLabel:_$!<Anniversary>!$_', 'item2.TEL:2', 'ITEM2.X-ABLABEL:дача']),
    )
    expect(card?.properties.slice(1).map(({ label, value }) => [label, value])).toEqual([
      ['Anniversary', '1'],
      ['дача', '2'],
    ])
  })
})

describe('bytes', () => {
  const text = cardOf(['FN:Ґалаґан 🌻', 'NOTE:й'])
  test.each<[string, Uint8Array, string | undefined]>([
    ['UTF-8', bytesOf(text), undefined],
    ['UTF-8 with mark', bytesOf(`\ufeff${text}`), undefined],
    ['UTF-8 said', bytesOf(text), 'utf-8'],
    ['UTF-16LE with mark', bytesOf(`\ufeff${text}`, 'utf16le'), undefined],
    ['UTF-16LE', bytesOf(text, 'utf16le'), undefined],
    ['UTF-16BE with mark', Buffer.from(bytesOf(`\ufeff${text}`, 'utf16le')).swap16(), undefined],
    ['LF', bytesOf(text.replaceAll('\r\n', '\n')), undefined],
    ['CR', bytesOf(text.replaceAll('\r\n', '\r')), undefined],
    ['mixed ends', bytesOf(text.replace('\r\n', '\n').replace('🌻\r\n', '🌻\r')), undefined],
  ])('%s', (_, bytes, encoding) => {
    const [card, ...others] = read(bytes, encoding)
    expect([valueIn(card, 'FN'), valueIn(card, 'NOTE'), others.length]).toEqual(['Ґалаґан 🌻', 'й', 0])
  })

  const single = Buffer.concat([bytesOf('BEGIN:VCARD\nFN:'), Buffer.from([0xcf, 0xf0, 0xe8]), bytesOf('\nEND:VCARD\n')])
  test.each([
    [undefined, 'При'],
    ['koi8-r', 'оПХ'],
  ])('single bytes without charset, encoding %s', (encoding, expected) => {
    expect(valueIn(read(single, encoding)[0], 'FN')).toBe(expected)
  })

  test.each([
    ['utf-8', 'encoding'],
    ['no-such', 'unknown-encoding'],
  ])('encoding %s is refused: %s', (encoding, problem) => {
    expect(() => read(single, encoding)).toThrow(expect.objectContaining({ name: 'FormatError', problem }))
  })

  test('a line is unfolded before its letters are read', () => {
    const [head, tail] = [Buffer.from([0xd1]), Buffer.from([0x8f])]
    const bytes = Buffer.concat([
      bytesOf('BEGIN:VCARD\r\nNOTE:дн'),
      head,
      bytesOf('\r\n '),
      tail,
      bytesOf('\r\nEND:VCARD'),
    ])
    expect(valueIn(read(bytes)[0], 'NOTE')).toBe('дня')
  })
})

describe('cards that are not whole', () => {
  const good = cardOf(['FN:Анна'])
  test.each<[string, string, [number, string | null, number][]]>([
    [
      'no END in the middle',
      `BEGIN:VCARD\r\nFN:x\r\n${good}`,
      [
        [1, 'no-end', 0],
        [3, null, 2],
      ],
    ],
    [
      'no END at the end',
      `${good}BEGIN:VCARD\r\nFN:x`,
      [
        [1, null, 2],
        [5, 'no-end', 0],
      ],
    ],
    [
      'text between',
      `${good}what is this\r\n\r\n${good}`,
      [
        [1, null, 2],
        [5, 'outside', 0],
        [7, null, 2],
      ],
    ],
    [
      'text behind',
      `${good}END:VCARD`,
      [
        [1, null, 2],
        [5, 'outside', 0],
      ],
    ],
    [
      'garbage inside',
      `BEGIN:VCARD\r\nFN:x\r\nwhat is this\r\nEND:VCARD\r\n${good}`,
      [
        [1, null, 2],
        [5, null, 2],
      ],
    ],
    [
      'a soft break before END',
      `BEGIN:VCARD\r\nNOTE;QUOTED-PRINTABLE:x=\r\nEND:VCARD\r\n${good}`,
      [
        [1, null, 1],
        [4, null, 2],
      ],
    ],
    [
      'a photo before END',
      `BEGIN:VCARD\r\nPHOTO;BASE64:AAAA\r\nBBBB=\r\nEND:VCARD\r\n${good}`,
      [
        [1, null, 1],
        [5, null, 2],
      ],
    ],
    [
      'a card in a card',
      `BEGIN:VCARD\r\nAGENT:\r\nBEGIN:VCARD\r\nFN:y\r\nEND:VCARD\r\nFN:x\r\nEND:VCARD\r\n${good}`,
      [
        [1, null, 2],
        [8, null, 2],
      ],
    ],
    [
      'a card in a card that does not end',
      `BEGIN:VCARD\r\nAGENT:\r\nBEGIN:VCARD\r\nFN:y\r\nEND:VCARD\r\n${good}`,
      [
        [1, 'no-end', 0],
        [6, null, 2],
      ],
    ],
    ['an empty card', 'BEGIN:VCARD\r\nEND:VCARD', [[1, null, 0]]],
  ])('%s', (_, text, expected) => {
    expect(read(text).map(({ line, problem, properties }) => [line, problem, properties.length])).toEqual(expected)
  })

  test('keep their text', () => {
    expect(read(`BEGIN:VCARD\r\nFN:Ёлкина\r\n${good}oops`).map(({ text }) => text)).toEqual([
      'BEGIN:VCARD\r\nFN:Ёлкина\r\n',
      good,
      'oops\r\n',
    ])
  })

  test.each(['hello', 'BEGIN:VCALENDAR\nEND:VCALENDAR\n'])('no card at all: %s', (text) => {
    expect(() => read(text)).toThrow(expect.objectContaining({ name: 'FormatError', problem: 'broken' }))
  })

  test('an empty file has no cards', () => {
    expect(read('\r\n')).toEqual([])
  })
})

describe('files', () => {
  test.each([
    [
      'contacts_21_qp.vcf',
      [
        [1, '2.1', null, 'Ёлкина'],
        [27, '2.1', null, ''],
      ],
    ],
    [
      'contacts_21_cp1251.vcf',
      [
        [1, '2.1', null, 'Соколов'],
        [8, '2.1', null, 'Щукина'],
        [13, '2.1', null, 'Ґалаґан'],
        [19, '2.1', null, 'Жукова'],
        [24, '2.1', 'no-end', undefined],
        [28, '2.1', null, 'Зимин'],
      ],
    ],
    [
      'contacts_30_apple.vcf',
      [
        [1, '3.0', null, 'Ґалаґан'],
        [36, '3.0', null, ''],
      ],
    ],
    [
      'contacts_40.vcf',
      [
        [1, '4.0', null, "O'Brien-Ñandú"],
        [21, '4.0', null, undefined],
        [29, '4.0', null, undefined],
      ],
    ],
  ])('%s', (name, expected) => {
    expect(read(fixture(name)).map((card) => [card.line, card.version, card.problem, valueIn(card, 'N')?.[0]])).toEqual(
      expected,
    )
  })

  test('the text of a card is a card without its photo', () => {
    for (const name of ['contacts_21_qp.vcf', 'contacts_21_cp1251.vcf', 'contacts_30_apple.vcf', 'contacts_40.vcf'])
      for (const { text, properties, problem } of read(fixture(name))) {
        if (problem) continue
        expect(text).not.toContain('PHOTO')
        const again = read(text)[0]?.properties
        expect(again).toEqual(properties.filter((each) => each.name !== 'PHOTO'))
      }
  })
})

describe('writing', () => {
  const of = (name: string, value: string | string[], more: Partial<CardProperty> = {}): CardProperty => ({
    name,
    group: null,
    types: [],
    label: null,
    params: {},
    value,
    ...more,
  })

  test('what phones read', () => {
    const properties = [
      of('N', ['Ёлкина', 'Анна', '', '', '']),
      of('TEL', '+79160000001', { types: ['cell'] }),
      of('TEL', '+74950000002,12', { label: 'дача' }),
      of('URL', 'https://example.com/a,b;c'),
      of('NOTE', 'a\r\nb; c, d\\'),
      of('BDAY', '1604-03-08', { params: { 'x-apple-omit-year': ['1604'] } }),
      of('CATEGORIES', ['VIP', 'a,b']),
    ]
    expect(writeCard(properties, '3.0').split('\r\n')).toEqual([
      'BEGIN:VCARD',
      'VERSION:3.0',
      'N:Ёлкина;Анна;;;',
      'TEL;TYPE=CELL:+79160000001',
      'ITEM1.TEL:+74950000002\\,12',
      'ITEM1.X-ABLABEL:дача',
      'URL:https://example.com/a,b;c',
      'NOTE:a\\nb\\; c\\, d\\\\',
      'BDAY;X-APPLE-OMIT-YEAR=1604:1604-03-08',
      'CATEGORIES:VIP,a\\,b',
      'END:VCARD',
      '',
    ])
    expect(writeCard(properties, '4.0')).toContain('VERSION:4.0\r\nN:Ёлкина;Анна;;;\r\nTEL;TYPE=cell:')
  })

  const word = fc.string({ unit: 'grapheme', maxLength: 300 })
  const long = fc.oneof(word, fc.constantFrom('Ґалаґан 🌻'.repeat(50), '\\', ';', ',', 'a\\;b', '\n', 'x\\n'))
  const clean = (text: string): string => text.replace(/\r\n?/g, '\n').replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/g, '')

  test('whatever is written is read again, and no line is longer than 75 octets', () => {
    fc.assert(
      fc.property(
        fc.record({
          note: long,
          org: fc.array(long, { minLength: 1, maxLength: 3 }),
          tags: fc.array(long, { minLength: 1 }),
        }),
        fc.constantFrom('3.0' as const, '4.0' as const),
        ({ note, org, tags }, version) => {
          const written = writeCard(
            [of('NOTE', note, { label: note }), of('ORG', org), of('CATEGORIES', tags)],
            version,
          )
          for (const line of written.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
          const [card, ...others] = read(written)
          expect(others).toEqual([])
          expect(card?.version).toBe(version)
          expect(card?.properties[1]).toMatchObject({ value: clean(note), label: clean(note) })
          expect(valueIn(card, 'ORG')).toEqual(org.map(clean))
          expect(valueIn(card, 'CATEGORIES')).toEqual(tags.map(clean))
        },
      ),
    )
  })

  test('another reader reads it too', () => {
    const written = writeCard([of('FN', 'Ёлкина, Анна'), of('TEL', '+79160000001', { types: ['cell'] })], '4.0')
    expect(ICAL.parse(written)).toEqual([
      'vcard',
      [
        ['version', {}, 'text', '4.0'],
        ['fn', {}, 'text', 'Ёлкина, Анна'],
        ['tel', { type: 'cell' }, 'uri', '+79160000001'],
      ],
      [],
    ])
  })
})

describe('anything', () => {
  const survives = (bytes: Uint8Array): void => {
    try {
      for (const card of readCards(bytes)) expect(typeof card.text).toBe('string')
    } catch (error) {
      if (!isFormatError(error)) throw error
    }
  }

  test('random bytes are read or refused', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 500 }), survives), { numRuns: 300 })
  })

  test('so are lines that look like a card', () => {
    const piece = fc.constantFrom(
      ...[
        'BEGIN:VCARD',
        'END:VCARD',
        'AGENT:',
        '\r\n',
        '\n',
        '\r',
        ' ',
        '\t',
        ':',
        ';',
        '=',
        '"',
        '\\',
        ',',
        '.',
        '(',
        'TEL',
        'N',
      ],
      ...[
        'ENCODING=',
        'QUOTED-PRINTABLE',
        'CHARSET=',
        'KOI8-R',
        'TYPE=',
        '=D0',
        '\xd0',
        'PHOTO',
        'X-ABLabel',
        'item1.',
        '^n',
      ],
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => survives(bytesOf(`BEGIN:VCARD\n${pieces.join('')}`))),
      { numRuns: 500 },
    )
  })

  test('a broken card does not touch the one behind it', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (noise) => {
        const bytes = Buffer.concat([bytesOf('BEGIN:VCARD\r\nX:'), noise, bytesOf(`\r\n\r\n${cardOf(['FN:Анна'])}`)])
        expect(valueIn(read(bytes).at(-1), 'FN')).toBe('Анна')
      }),
    )
  })
})
