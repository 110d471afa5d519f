import { describe, expect, test } from 'vitest'
import { survivorOf } from '../../src/domain/matching/survivor.js'
import { bestBirthday, birthdayText, saysLess } from '../../src/domain/matching/survivor-birthday.js'
import { CARE_COLUMNS, CHOOSABLE, type Member } from '../../src/domain/matching/survivor-member.js'
import { bestName } from '../../src/domain/matching/survivor-name.js'
import { joinedNote } from '../../src/domain/matching/survivor-note.js'
import { splitName } from '../../src/domain/name-split.js'

const member = (id: number, more: Partial<Member> = {}): Member => ({
  id,
  kind: 'person',
  name: `Client ${id}`,
  family_name: null,
  given_name: null,
  patronymic: null,
  status: 'lead',
  position: null,
  city: null,
  address: null,
  source: null,
  owner: null,
  vip: false,
  channel: null,
  hours: null,
  no_call: null,
  zone: null,
  sex: null,
  language: null,
  closeness: null,
  country: null,
  note: null,
  referred_by: null,
  consent: null,
  consent_origin: null,
  consent_at: null,
  verified_at: null,
  external_system: null,
  external_id: null,
  created_at: '2026-01-01T00:00:00Z',
  updated_at: `2026-01-0${id}T00:00:00Z`,
  birthdays: [],
  custom: {},
  consents: [],
  care: null,
  ...more,
})

/** Named so, in this order; each changed later than the one before. */
const named = (...names: string[]): Member[] => names.map((name, index) => member(index + 1, splitName(name)))

describe('names of persons', () => {
  test.each<[string[], string]>([
    [['Саша Иванов', 'Иванов Александр Петрович'], 'Иванов Александр Петрович'],
    [['Иванов Александр Петрович', 'Саша Иванов'], 'Иванов Александр Петрович'],
    [['Иванов А. П.', 'Иванов Александр'], 'Иванов Александр П.'],
    [['ЁЛКИНА АННА', 'Ёлкина Анна'], 'Ёлкина Анна'],
    [['ёлкина анна', 'Ёлкина Анна'], 'Ёлкина Анна'],
    [['ИВАНОВА МАРИЯ СЕРГЕЕВНА', 'Иванова Мария'], 'Иванова Мария Сергеевна'],
    [['Иванова Мария', 'Иванова Мария Сергеевна'], 'Иванова Мария Сергеевна'],
    [['Катенька Белова', 'Екатерина Белова'], 'Екатерина Белова'],
    [['Белова Катя', 'Белова Екатерина'], 'Белова Екатерина'],
    [['Андрюша Громов', 'Громов Андрей'], 'Громов Андрей'],
    // Married: the later family name, and the patronymic that only the earlier record had.
    [['Сидорова Анна Ивановна', 'Петрова Анна'], 'Петрова Анна Ивановна'],
    [['Петрова Анна', 'Сидорова Анна Ивановна'], 'Сидорова Анна Ивановна'],
    // Not married: the same family name in other forms.
    [['Петрова-Водкина Анна', 'Петрова Анна'], 'Петрова-Водкина Анна'],
    [['Громов Игорь', 'Громовв Игорь'], 'Громов Игорь'],
    [['Громов Игорь', 'Громв Игорь', 'Громов Игорь'], 'Громов Игорь'],
    // The alphabet of most; at a tie Cyrillic.
    [['Ivanov Petr', 'Иванов Пётр'], 'Иванов Пётр'],
    [['Galagan Oles', 'Ґалаґан Олесь', 'Galagan Oles'], 'Galagan Oles'],
    [['Ґалаґан Олесь', 'Galagan Oles', 'Ґалаґан Олесь Іванович'], 'Ґалаґан Олесь Іванович'],
    [["O'Brien-Ñandú Máire", "Máire O'Brien"], "O'Brien-Ñandú Máire"],
    [['Марья 💡', 'Иванова Мария'], 'Иванова Мария'],
    [['Анна', 'Анна'], 'Анна'],
    [['тётя Зина', 'Зина'], 'тётя Зина'],
    [['田中 花子', '田中'], '田中 花子'],
  ])('%j → %s', (names, expected) => {
    expect(bestName(named(...names), 'person').name).toBe(expected)
  })

  test('the parts go with the name', () => {
    expect(bestName(named('Сидорова Анна Ивановна', 'Петрова Анна'), 'person')).toEqual({
      name: 'Петрова Анна Ивановна',
      family_name: 'Петрова',
      given_name: 'Анна',
      patronymic: 'Ивановна',
      from: null,
    })
  })

  test('of a person and a company that are forced together, the name is of the kind that stays', () => {
    const people = [
      member(1, splitName('Ёлкина Анна')),
      member(2, { kind: 'company', name: 'ИП Ёлкина Анна Петровна' }),
    ]
    expect(bestName(people, 'person').name).toBe('Ёлкина Анна')
  })
})

describe('names of companies', () => {
  test.each<[string[], string]>([
    [['Ромашка', 'ООО «Ромашка»'], 'ООО «Ромашка»'],
    [['ООО "РОМАШКА"', 'ООО "Ромашка"'], 'ООО "Ромашка"'],
    [['ТОВ «Кавовий лан»', 'Кавовий лан, мережа'], 'ТОВ «Кавовий лан»'],
    [['Acme', 'Acme Ltd'], 'Acme Ltd'],
    [['МТС', 'МТС'], 'МТС'],
  ])('%j → %s', (names, expected) => {
    const companies = names.map((name, index) => member(index + 1, { kind: 'company', name }))
    expect(bestName(companies, 'company').name).toBe(expected)
  })
})

const day = (text: string) => {
  const [, year, month_day = ''] = /^(\d{4}|-)-(.+)$/.exec(text) ?? []
  return { year: year === '-' ? null : Number(year), month_day }
}

describe('birthdays', () => {
  test.each<[string[], string]>([
    [['--03-12', '1980-03-12'], '1980-03-12'],
    [['1980-01-01', '--03-12'], '--03-12'],
    [['1980-01-01', '1980-03-12'], '1980-03-12'],
    [['1980-03-12', '1980-12-03', '1980-12-03'], '1980-12-03'],
    [['1980-03-12', '1981-03-12', '--03-12'], '1980-03-12'],
    [['1980-03-12', '1981-04-13', '--04-13'], '1981-04-13'],
    [['--01-01', '1980-01-01'], '1980-01-01'],
    [['--02-29', '1988-02-29'], '1988-02-29'],
  ])('%j → %s', (days, expected) => {
    const found = bestBirthday(days.map((text, index) => ({ id: index + 1, birthdays: [day(text)] })))
    expect(found.birthday && birthdayText(found.birthday)).toBe(expected)
  })

  test.each([
    ['--03-12', '1980-03-12', true],
    ['1980-01-01', '1980-03-12', true],
    ['1980-01-01', '1981-03-12', false],
    ['1980-03-12', '1980-03-13', false],
    ['1981-03-12', '--03-12', false],
  ])('%s says less than %s: %s', (a, b, expected) => {
    expect(saysLess(day(a), day(b))).toBe(expected)
  })
})

describe('single values', () => {
  const other = { city: 'Тверь', owner: 'olga', position: 'director', hours: '09:00-17:30' }
  test.each<[string, Partial<Member>, Partial<Member>, Partial<Member>]>([
    ['city: the later', { city: 'Москва' }, { city: 'Тверь' }, { city: 'Тверь' }],
    ['city: what there is', { city: 'Москва' }, {}, { city: 'Москва' }],
    ['address: the later', { address: 'Сумська 1' }, { address: 'Сумська 2' }, { address: 'Сумська 2' }],
    ['owner: the kept one’s', { owner: 'ivan' }, { owner: 'olga' }, { owner: 'ivan' }],
    ['owner: or else the other’s', {}, other, { owner: 'olga', position: 'director', hours: '09:00-17:30' }],
    ['status: client', { status: 'lead' }, { status: 'client' }, { status: 'client' }],
    ['status: client before former', { status: 'former' }, { status: 'client' }, { status: 'client' }],
    ['status: former before lead', { status: 'lead' }, { status: 'former' }, { status: 'former' }],
    ['vip: any', {}, { vip: true }, { vip: true }],
    ['consent: no before yes', { consent: 'yes' }, { consent: 'no' }, { consent: 'no' }],
    ['consent: yes before unknown', {}, { consent: 'yes' }, { consent: 'yes' }],
    ['consent: no stays', { consent: 'no' }, { consent: 'yes' }, { consent: 'no' }],
    [
      'consent: with its origin and its day',
      { consent: 'yes', consent_origin: 'анкета', consent_at: '2026-05-01' },
      { consent: 'no', consent_origin: 'по телефону', consent_at: '2026-02-01' },
      { consent: 'no', consent_origin: 'по телефону', consent_at: '2026-02-01' },
    ],
    [
      'consent: the same answer, with the origin that is known',
      { consent: 'no', consent_at: '2026-05-01' },
      { consent: 'no', consent_origin: 'лист', consent_at: '2026-02-01' },
      { consent: 'no', consent_origin: 'лист', consent_at: '2026-02-01' },
    ],
    [
      'consent: no origin is taken from another answer',
      { consent: 'no' },
      { consent: 'yes', consent_origin: 'анкета', consent_at: '2026-02-01' },
      { consent: 'no', consent_origin: null, consent_at: null },
    ],
    [
      'created: earliest',
      { created_at: '2026-02-02T00:00:00Z' },
      { created_at: '2025-02-02T00:00:00Z' },
      { created_at: '2025-02-02T00:00:00Z' },
    ],
    ['verified: latest', { verified_at: '2026-01-01' }, { verified_at: '2026-02-01' }, { verified_at: '2026-02-01' }],
    ['verified: what there is', {}, { verified_at: '2026-02-01' }, { verified_at: '2026-02-01' }],
    [
      'outside id: own',
      { external_id: 'A' },
      { external_id: 'B', external_system: 'crm' },
      { external_id: 'A', external_system: null },
    ],
    [
      'outside id: taken over',
      {},
      { external_id: 'B', external_system: 'crm' },
      { external_id: 'B', external_system: 'crm' },
    ],
    ['referrer: never oneself', { referred_by: 2 }, { referred_by: 1 }, { referred_by: null }],
    ['referrer: the other’s', { referred_by: 2 }, { referred_by: 9 }, { referred_by: 9 }],
    [
      'custom: own',
      { custom: { dog: 'Rex' } },
      { custom: { dog: 'Lassie', car: 'Volvo' } },
      { custom: { dog: 'Rex', car: 'Volvo' } },
    ],
  ])('%s', (_what, first, second, expected) => {
    expect(survivorOf([member(1, first), member(2, second)])).toMatchObject(expected)
  })

  test.each([
    ['7707083893', '7707083894', '7707083893'],
    ['7707083894', '7707083893', '7707083893'],
    ['7707083894', '7707083895', '7707083894'],
  ])('tax ids %s and %s: the one whose check digits hold, %s', (first, second, expected) => {
    const two = [member(1, { custom: { inn: first } }), member(2, { custom: { inn: second } })]
    expect(survivorOf(two).custom).toEqual({ inn: expected })
  })

  test('what is set by hand: warmth and cadence set last, the pause that ends last', () => {
    const nothing = {
      warmth: null,
      warmth_until: null,
      warmth_reason: null,
      cadence_days: null,
      paused_until: null,
      paused_reason: null,
    }
    const { care } = survivorOf([
      member(1, {
        care: {
          ...nothing,
          warmth: 'hot',
          cadence_days: 7,
          paused_until: '2027-02-01',
          paused_reason: 'away',
          set_at: '2026-01-01T00:00:00Z',
        },
      }),
      member(2, { care: { ...nothing, warmth: 'cold', paused_until: '2027-01-01', set_at: '2026-02-01T00:00:00Z' } }),
    ])
    expect(care).toEqual({
      ...nothing,
      warmth: 'cold',
      cadence_days: 7,
      paused_until: '2027-02-01',
      paused_reason: 'away',
      set_at: '2026-02-01T00:00:00Z',
    })
  })

  type Plain = Exclude<(typeof CHOOSABLE)[number], 'name' | 'birthday' | keyof typeof CARE_COLUMNS>
  const isPlain = (field: (typeof CHOOSABLE)[number]): field is Plain =>
    field !== 'name' && field !== 'birthday' && !(field in CARE_COLUMNS)

  test.each(CHOOSABLE.filter(isPlain))('--keep %s', (field) => {
    const values = {
      status: ['client', 'former'],
      consent: ['no', 'yes'],
      vip: [true, false],
      referred_by: [7, 8],
    } as Record<string, unknown[]>
    const [own, others] = values[field] ?? ['own', 'other']
    const two = [member(1, { [field]: own }), member(2, { [field]: others })]
    expect(survivorOf(two, new Map([[field, 1]]))[field]).toBe(own)
    expect(survivorOf(two, new Map([[field, 2]]))[field]).toBe(others)
  })

  test('--keep warmth, cadence and paused_until, each of another', () => {
    const care = (warmth: 'hot' | 'cold', days: number, until: string, set_at: string): Member['care'] => ({
      warmth,
      warmth_until: until,
      warmth_reason: `${warmth} by hand`,
      cadence_days: days,
      paused_until: until,
      paused_reason: `until ${until}`,
      set_at,
    })
    const two = [
      member(1, { care: care('hot', 10, '2026-12-01', '2026-01-01T00:00:00Z') }),
      member(2, { care: care('cold', 20, '2026-12-31', '2026-02-01T00:00:00Z') }),
    ]
    const choices = new Map([
      ['warmth', 1],
      ['cadence', 2],
      ['paused_until', 1],
    ])
    expect(survivorOf(two, choices).care).toEqual({
      warmth: 'hot',
      warmth_until: '2026-12-01',
      warmth_reason: 'hot by hand',
      cadence_days: 20,
      paused_until: '2026-12-01',
      paused_reason: 'until 2026-12-01',
      set_at: '2026-02-01T00:00:00Z',
    })
    expect(survivorOf(two).care).toMatchObject({ warmth: 'cold', paused_until: '2026-12-31' })
  })

  test('--keep name and birthday', () => {
    const two = [
      member(1, { ...splitName('Саша Иванов'), birthdays: [day('--03-12')] }),
      member(2, { ...splitName('Иванов Александр'), birthdays: [day('1980-03-12')] }),
    ]
    const { name, given_name, birthday } = survivorOf(
      two,
      new Map([
        ['name', 1],
        ['birthday', 1],
      ]),
    )
    expect({ name, given_name, birthday }).toEqual({
      name: 'Саша Иванов',
      given_name: 'Саша',
      birthday: day('--03-12'),
    })
  })
})

describe('the note loses nothing', () => {
  const noteOf = (members: Member[]): string | null => joinedNote(members, survivorOf(members).dropped, '2026-11-22')
  test.each<[string, Partial<Member>, Partial<Member>, string | null]>([
    ['nothing to say', { city: 'Москва' }, { city: 'москва' }, null],
    ['its own only', { note: 'чай' }, {}, 'чай'],
    ['of the other', {}, { note: 'собака' }, '— #2 «Client 2», 2026-11-22: собака'],
    ['both', { note: 'чай' }, { note: 'собака' }, 'чай\n— #2 «Client 2», 2026-11-22: собака'],
    ['the same one once', { note: 'чай' }, { note: 'чай' }, 'чай'],
    [
      'a value of the kept one',
      { note: 'чай', city: 'Москва' },
      { city: 'Тверь' },
      'чай\n— #1 «Client 1», 2026-11-22: city: Москва',
    ],
    [
      'values of the other',
      { owner: 'a', zone: 'UTC' },
      { owner: 'b', zone: 'Europe/Kyiv' },
      '— #2 «Client 2», 2026-11-22: owner: b; zone: Europe/Kyiv',
    ],
    [
      'a birthday that is another',
      { birthdays: [day('1980-03-12')] },
      { birthdays: [day('1981-04-13')] },
      '— #2 «Client 2», 2026-11-22: birthday: 1981-04-13',
    ],
    ['no birthday that says less', { birthdays: [day('1980-03-12')] }, { birthdays: [day('--03-12')] }, null],
    [
      'an own field',
      { custom: { dog: 'Rex' } },
      { custom: { dog: 'Lassie' } },
      '— #2 «Client 2», 2026-11-22: dog: Lassie',
    ],
    ['note and values', {}, { note: 'a\nb', custom: {}, referred_by: 1 }, '— #2 «Client 2», 2026-11-22: a\nb'],
  ])('%s', (_what, first, second, expected) => {
    const alike = { name: 'Client 1' }
    const two = [member(1, { ...first, ...alike }), member(2, { ...second, name: 'Client 2' })]
    expect(noteOf(two)).toBe(expected)
  })

  test('what the kept client was called is told, what the other was called stands at its paragraph', () => {
    const two = named('Саша Иванов', 'Иванов Александр Петрович')
    expect(noteOf(two)).toBe('— #1 «Саша Иванов», 2026-11-22: name: Саша Иванов')
  })
})
