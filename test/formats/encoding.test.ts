import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decoderOf, encodeCp1251, undouble } from '../../src/formats/code-pages.js'
import { EncodingScan, findEncoding } from '../../src/formats/encoding.js'
import { FormatError } from '../../src/formats/table.js'

const PAGES = ['windows-1251', 'koi8-u', 'ibm866', 'x-mac-cyrillic'] as const

/** What windows-1252 really has where Node's own decoder leaves control characters. */
const WESTERN: Record<string, number> = { '€': 0x80, '–': 0x96, '’': 0x92, Œ: 0x8c, Š: 0x8a, ž: 0x9e }

const tables = new Map<string, Map<string, number>>()
function tableOf(encoding: string): Map<string, number> {
  const known = tables.get(encoding)
  if (known) return known
  const upper = new TextDecoder(encoding).decode(Uint8Array.from({ length: 128 }, (_, index) => 128 + index))
  const table = new Map([...upper].map((letter, index) => [letter, 128 + index]))
  if (encoding === 'windows-1252') for (const [letter, byte] of Object.entries(WESTERN)) table.set(letter, byte)
  tables.set(encoding, table)
  return table
}

/** Null where the encoding does not have a letter. */
function encode(text: string, encoding: string): Uint8Array | null {
  if (encoding === 'utf-8') return new TextEncoder().encode(text)
  if (encoding.startsWith('utf-16')) {
    const bytes = Buffer.from(text, 'utf16le')
    return new Uint8Array(encoding === 'utf-16le' ? bytes : bytes.swap16())
  }
  const bytes = [...text].map((letter) => (letter < '\u0080' ? letter.charCodeAt(0) : tableOf(encoding).get(letter)))
  return bytes.includes(undefined) ? null : Uint8Array.from(bytes as number[])
}

const readAs = (bytes: Uint8Array): string => decoderOf(findEncoding(bytes).encoding).decode(bytes)

const CYRILLIC = [
  'Ёлкина Анна',
  'Иванов Пётр',
  'ИВАНОВ ПЁТР',
  'иванов пётр',
  'Мария;Москва',
  'ФИО;Телефон;Город\r\nЁлкина Анна;+7 916 000-00-01;Москва\r\n',
  'ФИО;ТЕЛЕФОН\nСИДОРОВА ОЛЬГА ПЕТРОВНА;8 495 000-00-02\n',
  'Имя\nЩукина\nЮдин\nЭрмитаж\n',
  'ООО «Ромашка»;Москва',
  'ООО "Ромашка";№ 5',
  `name,phone,city\n${'Ivan Testov,+79160000001,Kyiv\n'.repeat(40)}Olga,+79160000002,Москва`,
  `id;note\n${'1;call back\n'.repeat(9_000)}2;перезвонить завтра`,
  'Жданова Юлия Эдуардовна, ул. Щорса, д. 5, кв. 12',
  'просил перезвонить после обеда, трубку не берёт',
  'Съезд; объект; подъезд',
  'Наименование;ИНН;КПП\nРога и копыта;7700000000;770000000\n',
  'Шевченко Олена;Одеса',
  'ШЕВЧЕНКО ОЛЕНА;ХАРКОВ',
]
const UKRAINIAN = [
  'Київ;Львів',
  'Їжак Ірина',
  'Ґалаґан Єва',
  'ЄВГЕНІЯ БІЛИК',
  'Прізвище;Телефон;Місто\nКоваленко Олексій;067 000 00 03;Запоріжжя\n',
  'передзвонити після обіду, їй зручніше ввечері',
]
const WESTERN_TEXTS = [
  'Müller;José',
  'O’Brien-Ñandú',
  'First Name,Last Name\nFrançois,Lefèvre\nÅse,Løvås\n',
  'Großmann',
  'Zoë',
  'café – España',
  'ÉLODIE DUPRÉ',
]

const cases = [
  ...CYRILLIC.flatMap((text) => PAGES.map((encoding) => [encoding, text] as const)),
  ...UKRAINIAN.flatMap((text) => PAGES.map((encoding) => [encoding, text] as const)),
  ...WESTERN_TEXTS.map((text) => ['windows-1252', text] as const),
  ...[...CYRILLIC, ...UKRAINIAN, ...WESTERN_TEXTS, '🎂', '日本', '€', '山田'].flatMap((text) =>
    ['utf-8', 'utf-16le', 'utf-16be'].map((encoding) => [encoding, text] as const),
  ),
].flatMap(([encoding, text]) => {
  const bytes = encode(text, encoding)
  // Capitals are the same bytes in cp866 and Mac Cyrillic, and two signs of Chinese are no pattern of UTF-16.
  const unknowable = encoding.startsWith('utf-16') && /^[日山🎂€]/u.test(text)
  return bytes === null || unknowable ? [] : [[encoding, text.slice(-40), text, bytes] as const]
})

describe('findEncoding', () => {
  test.each(cases)('%s: %j', (_, __, text, bytes) => expect(readAs(bytes)).toBe(text))

  test('there are enough of them', () => expect(cases.length).toBeGreaterThan(120))

  test.each([
    ['windows-1251', 'Ёлкина Анна Петровна'],
    ['koi8-u', 'Ёлкина Анна Петровна'],
    ['ibm866', 'Ёлкина Анна Петровна'],
    ['x-mac-cyrillic', 'Ёлкина Анна Петровна'],
    ['windows-1252', 'Müller;José'],
    ['utf-8', 'Ёлкина'],
    ['utf-16le', 'Ёлкина'],
    ['utf-16be', 'Name;Ёлкина'],
  ])('%s is called so, and certain', (encoding, text) => {
    expect(findEncoding(encode(text, encoding)!)).toEqual({ encoding, bom: false, certain: true, doubled: false })
  })

  test('two letters are not certain', () => expect(findEncoding(encode('Ян', 'windows-1251')!).certain).toBe(false))

  test.each([
    ['utf-8', [0xef, 0xbb, 0xbf]],
    ['utf-16le', [0xff, 0xfe]],
    ['utf-16be', [0xfe, 0xff]],
  ])('the mark of %s', (encoding, mark) => {
    const text = encode('Їжак', encoding)!
    expect(findEncoding(Uint8Array.from([...mark, ...text]))).toMatchObject({ encoding, bom: true, certain: true })
    expect(findEncoding(Uint8Array.from(mark))).toMatchObject({ encoding, bom: true })
  })

  test.each(['', 'Name;Phone\nIvan;1\n', 'a\0b;x\r\nc;\0\r\n'])('%j is ASCII, so UTF-8', (text) => {
    expect(findEncoding(Buffer.from(text))).toEqual({ encoding: 'utf-8', bom: false, certain: true, doubled: false })
  })

  test('a sample may end inside a letter, a file may not', () => {
    const bytes = encode('Ёлкина 🎂', 'utf-8')!
    for (const cut of [1, 2, 3]) {
      const sample = bytes.subarray(0, bytes.length - cut)
      expect(findEncoding(sample)).toMatchObject({ encoding: 'utf-8', certain: true })
      const scan = new EncodingScan()
      scan.add(sample)
      expect(scan.result().certain).toBe(false)
    }
    expect(findEncoding(encode('Ivan Я', 'windows-1251')!).encoding).not.toBe('utf-8')
  })

  test('UTF-8 with a damaged line is not taken for a code page', () => {
    const bytes = Buffer.concat([encode('Ёлкина;Москва\n'.repeat(50), 'utf-8')!, Buffer.from([0xc8, 0xe2, 0xe0])])
    const scan = new EncodingScan()
    scan.add(bytes)
    expect(scan.result()).toEqual({ encoding: 'utf-8', bom: false, certain: false, doubled: false })
  })

  const FIRST = 'анна мария елена ольга наталья татьяна ирина светлана екатерина юлия людмила марина'.split(' ')
  const LAST = 'иванова петрова жукова щербакова чернова юрьева эльдарова цветкова хохлова шевченко'.split(' ')
  const UK = 'олексій сергій вікторія київ львів запоріжжя ґалаґан їжаченко юрій євген'.split(' ')
  const title = (word: string): string => word[0]!.toUpperCase() + word.slice(1)
  const shapes = [title, (word: string) => word.toUpperCase(), (word: string) => word]

  test('words in any order', () => {
    const words = fc.array(fc.constantFrom(...FIRST, ...LAST, ...UK), { minLength: 2, maxLength: 6 })
    const separator = fc.constantFrom(' ', ';', '\n', ', ', '\t+79160000001\n')
    fc.assert(
      fc.property(
        words,
        separator,
        fc.constantFrom(...shapes),
        fc.constantFrom(...PAGES),
        (list, between, shape, page) => {
          const text = list.map(shape).join(between)
          const bytes = encode(text, page)
          fc.pre(bytes !== null && text.replace(/[^\p{L}]/gu, '').length >= 8)
          // Small letters of Mac Cyrillic are those of cp1251 with «Я» for «я»: «юрій» is read as the other, and may be.
          fc.pre(page !== 'x-mac-cyrillic' || shape !== shapes[2])
          expect(readAs(bytes!)).toBe(text)
        },
      ),
      { numRuns: 3000, seed: 20261122 },
    )
  })

  test('any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        const found = findEncoding(bytes)
        expect(decoderOf(found.encoding).encoding).toBe(found.encoding)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('EncodingScan', () => {
  test.each(cases.filter(([, shown]) => shown.length > 25).slice(0, 60))(
    '%s in small pieces: %j',
    (_, __, ___, bytes) => {
      const scan = new EncodingScan()
      for (let at = 0; at < bytes.length; at += 7) scan.add(bytes.subarray(at, at + 7))
      expect(scan.result().encoding).toBe(findEncoding(bytes).encoding)
    },
  )

  test('one word at the end of a large file', () => {
    for (const encoding of PAGES) {
      const scan = new EncodingScan()
      const plain = Buffer.from('Ivan;+79160000001;note\n'.repeat(3_000))
      for (let part = 0; part < 40; part += 1) scan.add(plain)
      scan.add(encode('Ольга;Москва\n', encoding)!)
      expect(scan.result().encoding).toBe(encoding)
    }
  })

  test('letters cut by the pieces', () => {
    const bytes = encode('Ёжик 🎂;日本\n'.repeat(20_000), 'utf-8')!
    for (const size of [65_535, 65_536, 65_537, 100_001]) {
      const scan = new EncodingScan()
      for (let at = 0; at < bytes.length; at += size) scan.add(bytes.subarray(at, at + size))
      expect(scan.result()).toEqual({ encoding: 'utf-8', bom: false, certain: true, doubled: false })
    }
  })
})

describe('double encoding', () => {
  const doubled = (text: string, as: string): string => decoderOf(as).decode(new TextEncoder().encode(text))

  test.each(
    ['Иван', 'Ёлкина Анна;Москва', 'Ґалаґан – «Їжак» №5', 'ООО Ромашка'].flatMap((text) =>
      ['windows-1251', 'windows-1252'].map((as) => [text, as] as const),
    ),
  )('%j through %s', (text, as) => {
    expect(undouble(doubled(text, as))).toBe(text)
    expect(findEncoding(encode(`name\n${doubled(text, as)}\n`, 'utf-8')!)).toMatchObject({
      encoding: 'utf-8',
      doubled: true,
    })
  })

  test.each(['РџРµС‚СЂРѕРІ', 'Ð˜Ð²Ð°Ð½', 'JosÃ©'])('%j', (text) => expect(undouble(text)).not.toBe(text))

  test.each([
    '',
    'Ivan',
    'Иван',
    'РЖД',
    'Рио',
    'São Paulo',
    'Ð',
    'Ёлкина 🎂',
    'Сергій',
    'діє',
    'дії',
    'Лі',
    'Сі',
    'аіё',
    'РџРµС‚СЂРѕРІ Иван',
  ])('%j is left as it is', (text) => {
    expect(undouble(text)).toBe(text)
    expect(findEncoding(encode(text, 'utf-8')!).doubled).toBe(false)
  })

  test('text of letters that people write is never changed', () => {
    const word = fc.string({ unit: fc.constantFrom(...'абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґ -'), maxLength: 12 })
    fc.assert(
      fc.property(word, (text) => {
        expect(undouble(text)).toBe(text)
      }),
      { numRuns: 5_000 },
    )
  })
})

describe('decoderOf', () => {
  test.each([
    ['cp1251', 'windows-1251'],
    ['win1251', 'windows-1251'],
    ['ANSI', 'windows-1251'],
    ['Windows-1251', 'windows-1251'],
    ['cp866', 'ibm866'],
    ['koi8-r', 'koi8-r'],
    ['KOI8U', 'koi8-u'],
    ['utf8', 'utf-8'],
    ['UTF-16', 'utf-16le'],
    ['utf16be', 'utf-16be'],
    ['mac-cyrillic', 'x-mac-cyrillic'],
    ['latin1', 'windows-1252'],
  ])('%s is %s', (name, encoding) => expect(decoderOf(name).encoding).toBe(encoding))

  test.each(['', 'cp9999', 'русская'])('%j is unknown', (name) => {
    expect(() => decoderOf(name)).toThrow(FormatError)
  })

  test('windows-1252 has its quotes and dashes', () => {
    expect(decoderOf('windows-1252').decode(Uint8Array.from([0x80, 0x92, 0x96, 0xe9]))).toBe('€’–é')
  })

  test('is strict', () => {
    expect(() => decoderOf('utf-8').decode(Uint8Array.from([0xff]))).toThrow(TypeError)
    expect(() => decoderOf('utf-16le').decode(Uint8Array.from([0x00, 0xd8]))).toThrow(TypeError)
  })
})

describe('encodeCp1251', () => {
  test('says what is lost', () => {
    const { bytes, lost } = encodeCp1251('Ґалаґан – №5 🎂 Ñandú 🎂')
    expect(lost).toEqual(['🎂', 'Ñ', 'ú'])
    expect(new TextDecoder('windows-1251').decode(bytes)).toBe('Ґалаґан – №5 ? ?and? ?')
  })

  test('gives every text of its letters back', () => {
    const letters = [
      ...Array.from({ length: 128 }, (_, code) => String.fromCharCode(code)),
      ...tableOf('windows-1251').keys(),
    ]
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...letters) }), (text) => {
        const { bytes, lost } = encodeCp1251(text)
        expect(lost).toEqual([])
        expect(new TextDecoder('windows-1251').decode(bytes)).toBe(text)
      }),
    )
  })
})
