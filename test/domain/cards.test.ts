import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatAnniversary } from '../../src/domain/anniversary.js'
import { type CardTarget, draftFromCard, propertiesOf, targetOfProperty } from '../../src/domain/cards/cards.js'
import type { ClientCard } from '../../src/domain/client.js'
import type { Draft, RowProblem, Values } from '../../src/domain/draft.js'
import { toE164 } from '../../src/domain/phone.js'
import { readPoint } from '../../src/domain/points.js'
import type { ReadContext } from '../../src/domain/reading/row.js'
import { cleanLine, cleanText } from '../../src/domain/text.js'
import { readCards, writeCard } from '../../src/formats/vcard.js'
import { clientCard } from './client-card.js'

const CONTEXT: ReadContext = {
  today: '2026-11-22',
  now: '2026-11-22T10:00:00Z',
  instantOf: (date, time) => `${date}T${time}:00Z`,
  readPhone: (typed) => toE164(typed, 'RU'),
  source: null,
  tags: [],
  system: null,
}

const outcomes = (bytes: Uint8Array, context = CONTEXT): (Draft | RowProblem)[] =>
  [...readCards(bytes)].map((card) => draftFromCard(card, context))

/** Reads one card of these lines; `FN:Анна` unless they name somebody. */
function outcome(lines: string[], context = CONTEXT): Draft | RowProblem | undefined {
  const named = lines.some((line) => /^(?:FN|N|ORG)[;:]/.test(line)) ? lines : ['FN:Анна', ...lines]
  return outcomes(Buffer.from(['BEGIN:VCARD', 'VERSION:3.0', ...named, 'END:VCARD'].join('\r\n')), context)[0]
}
function draft(...lines: string[]): Draft {
  const found = outcome(lines)
  if (!found || 'code' in found) throw new Error(JSON.stringify(found))
  return found
}

const pointsOf = ({ points }: Draft) => points.map(({ kind, label, value }) => `${kind}/${label ?? ''}/${value}`)
const datesOf = ({ dates }: Draft) =>
  dates.map(({ occasion, who, anniversary }) => `${occasion}/${who ?? ''}/${formatAnniversary(anniversary)}`)
const customOf = ({ custom }: Draft) => Object.fromEntries(custom.map(({ key, value }) => [key, value]))
const filledOf = ({ values }: Draft) => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null))

describe('who it is', () => {
  type Name = [name: string, family: string | null, given: string | null, patronymic: string | null]
  test.each<[string[], Name]>([
    [
      ['N:Ёлкина;Анна;Сергеевна;;', 'FN:Анна'],
      ['Ёлкина Анна Сергеевна', 'Ёлкина', 'Анна', 'Сергеевна'],
    ],
    [
      ["N:O'Brien-Ñandú;Renée;;;", "FN:Renée O'Brien-Ñandú"],
      ["Renée O'Brien-Ñandú", "O'Brien-Ñandú", 'Renée', null],
    ],
    [['FN:Ґалаґан Юрій'], ['Ґалаґан Юрій', 'Ґалаґан', 'Юрій', null]],
    [
      ['N:;;;;', 'FN:Пётр Иванов'],
      ['Пётр Иванов', 'Иванов', 'Пётр', null],
    ],
    [['N:;Пётр Иванов;;;'], ['Пётр Иванов', 'Иванов', 'Пётр', null]],
    [
      ['N:;Мама;;;', 'FN:Мама'],
      ['Мама', null, 'Мама', null],
    ],
    [
      ['N:Иванов;Пётр;;;', 'FN:Иванов Пётр Сергеевич'],
      ['Иванов Пётр Сергеевич', 'Иванов', 'Пётр', 'Сергеевич'],
    ],
    [['FN:Мастер по окнам'], ['Мастер по окнам', null, null, null]],
    [
      ['NICKNAME:Бублик', 'FN:'],
      ['Бублик', null, null, null],
    ],
    [
      ['N:Doe;J\u0000ohn', 'FN:John Doe'],
      ['John Doe', 'Doe', 'John', null],
    ],
  ])('%j', (lines, [name, family, given, patronymic]) => {
    const { kind, name: called, values } = draft(...lines)
    expect([kind, called, values.family_name, values.given_name, values.patronymic]).toEqual([
      'person',
      name,
      family,
      given,
      patronymic,
    ])
  })

  test.each<[string[], string, string[], Record<string, string>]>([
    [['ORG:ООО «Василёк»'], 'ООО «Василёк»', [], {}],
    [['FN:Василёк', 'N:;;;;', 'ORG:ООО «Василёк»;Склад'], 'ООО «Василёк»', [], { department: 'Склад' }],
    [['N:;Василёк;;;', 'ORG:Василёк'], 'Василёк', [], {}],
    [['FN:ТОВ «Мрія»', 'N:;ТОВ «Мрія»;;;'], 'ТОВ «Мрія»', [], {}],
    [['FN:Мрія', 'KIND:org'], 'Мрія', [], {}],
    [['N:Ёлкина;Анна', 'ORG:Мрія', 'X-ABShowAs:COMPANY'], 'Мрія', [], { contact_person: 'Ёлкина Анна' }],
  ])('a company: %j', (lines, name, companies, custom) => {
    const read = draft(...lines)
    expect([read.kind, read.name, read.companies, customOf(read)]).toEqual(['company', name, companies, custom])
    expect(read.values.given_name).toBeNull()
  })

  test.each<[string[], RowProblem]>([
    [['FN:', 'TEL:+79160000001'], { code: 'no-name' }],
    [['N:;;;;'], { code: 'no-name' }],
    [['FN:Друзья', 'KIND:group'], { code: 'bad-record' }],
    [['FN:Друзья', 'X-ADDRESSBOOKSERVER-KIND:group'], { code: 'bad-record' }],
  ])('rejected: %j', (lines, problem) => {
    expect(outcome(lines)).toEqual(problem)
  })

  test('a broken card is rejected with its line', () => {
    const text = 'BEGIN:VCARD\nFN:a\nBEGIN:VCARD\nFN:Анна\nEND:VCARD\n'
    expect(outcomes(Buffer.from(text)).map((each) => ('code' in each ? each.code : [each.line, each.name]))).toEqual([
      'broken-card',
      [3, 'Анна'],
    ])
  })

  test('what FN says beyond the parts is kept', () => {
    expect(customOf(draft('N:Иванов;Пётр;;;', 'FN:Пётр Иванов сантехник'))).toEqual({
      display_name: 'Пётр Иванов сантехник',
    })
    expect(customOf(draft('N:Doe;John;;Dr.;PhD', 'FN:Dr. John Doe PhD'))).toEqual({
      honorific: 'Dr.',
      honorific_suffix: 'PhD',
    })
  })
})

describe('how to reach them', () => {
  test.each<[string, string[]]>([
    ['TEL;TYPE=CELL:8 (916) 000-00-01', ['phone/mobile/+79160000001']],
    ['TEL;TYPE=WORK,FAX:+7 495 000-00-02', ['phone/fax/+74950000002']],
    ['TEL;TYPE=WORK:84950000002\\,12', ['phone/work/+74950000002']],
    ['TEL;VALUE=uri;TYPE=home:tel:+7-495-000-00-02;ext=12', ['phone/home/+74950000002']],
    ['TEL:+7 916 000-00-01, +380 67 000 00 03', ['phone//+79160000001', 'phone//+380670000003']],
    ['item1.TEL:+79160000001\r\nitem1.X-ABLabel:дача', ['phone/дача/+79160000001']],
    ['item1.TEL:+79160000001\r\nitem1.X-ABLabel:_$!<Mobile>!$_', ['phone/mobile/+79160000001']],
    ['TEL:+79160000001\r\nTEL;TYPE=pref:+79160000002', ['phone//+79160000002', 'phone//+79160000001']],
    ['EMAIL;TYPE=INTERNET;TYPE=HOME:Anna@Example.com', ['email/home/anna@example.com']],
    ['URL:https://example.com/a?b=1,2;c=3', ['url//https://example.com/a?b=1,2;c=3']],
    ['URL:https://t.me/anna_e', ['telegram//anna_e']],
    ['X-TELEGRAM:@Anna_E', ['telegram//anna_e']],
    ['X-SKYPE-USERNAME:live:anna', ['skype//live:anna']],
    ['X-WHATSAPP:+380 67 000 00 03', ['whatsapp//+380670000003']],
    ['IMPP;X-SERVICE-TYPE=Skype;TYPE=HOME:skype:anna?chat', ['skype/home/anna']],
    ['IMPP:viber:+380670000003', ['viber//+380670000003']],
    ['IMPP;X-SERVICE-TYPE=Telegram:x-apple:anna_e', ['telegram//anna_e']],
    ['X-SOCIALPROFILE;TYPE=whatsapp:https://wa.me/447700900123', ['whatsapp//+447700900123']],
    ['X-SOCIALPROFILE;TYPE=instagram;x-user=Anna.E:https://instagram.com/other', ['instagram//anna.e']],
    ['X-SOCIALPROFILE;TYPE=twitter;x-user=a:https://twitter.com/a', ['url/twitter/https://twitter.com/a']],
  ])('%s', (lines, points) => {
    const read = draft(...lines.split('\r\n'))
    expect(pointsOf(read)).toEqual(points)
    expect([read.remarks, read.custom, read.values.note]).toEqual([[], [], null])
  })

  test('a phone is kept as it was typed', () => {
    expect(draft('TEL;TYPE=WORK:84950000002\\,12').points[0]?.typed).toBe('84950000002,12')
  })

  test.each([
    ['TEL', 'nobody knows'],
    ['EMAIL', 'anna at home'],
    ['X-SKYPE', 'Анна Ёлкина дома'],
    ['BDAY', '---17'],
    ['BDAY', '1985'],
    ['BDAY', '1985-02-30'],
    ['BDAY', '2085-02-03'],
    ['BDAY', 'в мае'],
    ['X-ABDATE', 'в мае'],
  ])('%s:%s goes to the note and is said', (column, value) => {
    const read = draft(`${column}:${value}`, 'NOTE:первая')
    expect(read.values.note).toBe(`первая\n${column}: ${value}`)
    expect(read.remarks).toEqual([{ code: 'kept-as-note', column, value }])
    expect([read.points, read.dates]).toEqual([[], []])
  })

  test('so does a line that is none', () => {
    expect(draft('NOTE:первая', 'вторая строка').values.note).toBe('первая\n?: вторая строка')
  })
})

describe('dates', () => {
  test.each<[string, string[]]>([
    ['BDAY:1985-05-17', ['birthday//1985-05-17']],
    ['BDAY:19850517', ['birthday//1985-05-17']],
    ['BDAY:1985-05-17T00:00:00Z', ['birthday//1985-05-17']],
    ['BDAY:19850517T100000', ['birthday//1985-05-17']],
    ['BDAY:--0308', ['birthday//--03-08']],
    ['BDAY:--03-08', ['birthday//--03-08']],
    ['BDAY:1604-02-29', ['birthday//--02-29']],
    ['BDAY;X-APPLE-OMIT-YEAR=1904:1904-03-08', ['birthday//--03-08']],
    ['BDAY;VALUE=text:17.05.1985', ['birthday//1985-05-17']],
    ['ANNIVERSARY:20090808', ['anniversary//2009-08-08']],
    ['X-ANNIVERSARY:2009-08-08', ['anniversary//2009-08-08']],
    ['item1.X-ABDATE:2009-08-08\r\nitem1.X-ABLabel:_$!<Anniversary>!$_', ['anniversary//2009-08-08']],
    ['item1.X-ABDATE:2009-08-08\r\nitem1.X-ABLabel:Перша угода', ['Перша угода//2009-08-08']],
    ['X-ABDATE:2009-08-08', ['other//2009-08-08']],
    ['X-ANDROID-CUSTOM:vnd.android.cursor.item/contact_event;2009-08-08;1;', ['anniversary//2009-08-08']],
    ['X-ANDROID-CUSTOM:vnd.android.cursor.item/contact_event;--08-08;0;именины', ['именины//--08-08']],
  ])('%s', (lines, dates) => {
    const read = draft(...lines.split('\r\n'))
    expect(datesOf(read)).toEqual(dates)
    expect([read.remarks, read.custom]).toEqual([[], []])
  })

  test('a second birthday does not take the place of the first', () => {
    const read = draft('BDAY:1985-05-17', 'BDAY:1986-05-17')
    expect(datesOf(read)).toEqual(['birthday//1985-05-17'])
    expect(read.values.note).toBe('BDAY: 1986-05-17')
  })
})

describe('the rest', () => {
  test.each<[string[], Partial<Values>]>([
    [['TITLE:директор', 'ROLE:решает'], { position: 'директор' }],
    [['ROLE:маникюр'], { position: 'маникюр' }],
    [
      ['ADR:;кв. 3;ул. Примерная\\, 5;Тула;;300000;Россия'],
      { city: 'Тула', address: 'ул. Примерная, 5, кв. 3, 300000, Россия', country: 'RU' },
    ],
    [['ADR:;;;Тула;;;'], { city: 'Тула' }],
    [['ADR:;;a\\n\\nb;;;;'], { address: 'a, b' }],
    [['NOTE:a\\nb', 'NOTE:c'], { note: 'a\nb\nc' }],
    [['UID:abc'], { external_id: 'abc', external_system: 'vcard' }],
    [['UID:clientele-12-20260102030405'], {}],
    [['TZ:Europe/Kyiv'], { zone: 'Europe/Kyiv' }],
    [['TZ:+02:00'], {}],
    [['GENDER:F;она', 'LANG;PREF=1:uk-UA', 'LANG:ru'], { sex: 'female', language: 'uk' }],
    [['X-GENDER:Male'], { sex: 'male' }],
    [['GENDER:O;it is complicated', 'LANG:fr'], { note: 'GENDER: O, it is complicated\nLANG: fr' }],
    [['GENDER:U'], {}],
  ])('%j', (lines, values) => {
    const { given_name, ...filled } = filledOf(draft(...lines))
    expect(filled).toEqual(values)
  })

  test.each<[string[], Record<string, string>]>([
    [['NICKNAME:Аня,Нюра'], { nickname: 'Аня, Нюра' }],
    [['ADR:;;a;b;;;', 'ADR;TYPE=HOME:;;c;d;;;', 'ADR:;;e;;;;'], { home_address: 'd, c', address_2: 'e' }],
    [['item1.X-ABRELATEDNAMES:Андрій', 'item1.X-ABLabel:_$!<Spouse>!$_'], { spouse: 'Андрій' }],
    [['item1.X-ABRELATEDNAMES:Андрій', 'item1.X-ABLabel:кум'], { кум: 'Андрій' }],
    [['RELATED;TYPE=child:Оля', 'RELATED;TYPE=child:Коля'], { child: 'Оля, Коля' }],
    [['X-ANDROID-CUSTOM:vnd.android.cursor.item/relation;Пётр;14;'], { spouse: 'Пётр' }],
    [['X-ANDROID-CUSTOM:vnd.android.cursor.item/nickname;Аня;1;'], { nickname: 'Аня' }],
    [['X-SPOUSE:Пётр', 'X-EVOLUTION-MANAGER:Лев'], { spouse: 'Пётр', manager: 'Лев' }],
    [['X-JABBER:a@example.com', 'IMPP:icq:12345'], { jabber: 'a@example.com', icq: '12345' }],
    [['X-LOYALTY-NUMBER:17\\,A', 'X-FOO:F'], { x_loyalty_number: '17,A', x_foo: 'F' }],
    [['X-CLIENTELE-SIZE:42'], { x_clientele_size: '42' }],
    [['item1.X-CLIENTELE-CUSTOM:42', 'item1.X-ABLabel:name'], { name_given: '42' }],
    [['PHOTO;ENCODING=b:AAAA', 'REV:1', 'PRODID:x', 'X-ABUID:1', 'X-MS-OL-DESIGN:x'], {}],
  ])('%j', (lines, custom) => {
    expect(customOf(draft(...lines))).toEqual(custom)
  })

  test('companies, roles, tags', () => {
    const read = draft('N:Ёлкина;Анна', 'ORG:Мрія;Збут;Київ', 'ROLE:решает', 'CATEGORIES:VIP,a\\,b,VIP,myContacts')
    expect(read.companies).toEqual([{ name: 'Мрія', role: 'решает' }])
    expect([read.tags, customOf(read)]).toEqual([['VIP', 'a,b'], { department: 'Збут, Київ' }])
  })

  test('marks of the import', () => {
    const read = outcome(['CATEGORIES:VIP', 'UID:1'], { ...CONTEXT, source: 'phone', tags: ['new'], system: 'google' })
    expect(read).toMatchObject({ tags: ['VIP', 'new'], values: { source: 'phone', external_system: 'vcard' } })
  })

  test.each<[string, CardTarget]>([
    ['N', 'name'],
    ['tel', 'phones'],
    ['URL', 'handles'],
    ['X-TELEGRAM', 'handles'],
    ['X-CLIENTELE-VIP', 'own'],
    ['PHOTO', 'technical'],
    ['X-ABUID', 'technical'],
    ['X-SOMETHING', 'custom'],
    ['CONSTRUCTOR', 'custom'],
  ])('%s becomes %s', (name, target) => {
    expect(targetOfProperty(name)).toBe(target)
  })
})

test.each([
  ['contacts_21_qp.vcf', ['Ёлкина Анна Сергеевна', 'Мастер по окнам']],
  [
    'contacts_21_cp1251.vcf',
    ['Соколов Игорь Львович', 'Щукина Ольга', 'Ґалаґан Юрій', 'Жукова Вера', 'broken-card', 'Зимин Олег'],
  ],
  ['contacts_30_apple.vcf', ['Ґалаґан Оксана Петрівна', 'Пекарня «Колосок»']],
  ['contacts_40.vcf', ["Renée Marie O'Brien-Ñandú", 'ТОВ Приклад', 'bad-record']],
])('the people of %s', (file, names) => {
  const bytes = readFileSync(new URL(`../../fixtures/import/${file}`, import.meta.url))
  expect(outcomes(bytes).map((each) => ('code' in each ? each.code : each.name))).toEqual(names)
})

const FULL = clientCard({
  name: 'Ёлкина Анна Сергеевна',
  patronymic: 'Сергеевна',
  company: 'ООО «Василёк; и, Ко»',
  position: 'дизайнер, флорист',
  role: 'решает',
  status: 'client',
  phones: [
    { value: '+79160000001', label: 'mobile', typed: '8 916 000 00 01' },
    { value: '+74950000002', label: 'work', typed: '+7 495 000-00-02 доб. 12' },
    { value: '+447700900123', label: 'Дача; у моря', typed: '+44 7700 900123' },
    { value: '101', label: null, typed: '101' },
  ],
  emails: [
    { value: 'anna@example.com', label: 'work' },
    { value: 'ёлкина@example.org', label: 'личная' },
  ],
  handles: [
    { kind: 'telegram', value: 'anna_elkina', label: null },
    { kind: 'whatsapp', value: '+447700900123', label: 'work' },
    { kind: 'viber', value: '+79160000001', label: null },
    { kind: 'skype', value: 'live:anna', label: null },
    { kind: 'signal', value: '+79160000001', label: null },
    { kind: 'vk', value: 'id12345', label: null },
    { kind: 'facebook', value: '100012345', label: null },
    { kind: 'linkedin', value: 'anna-elkina', label: null },
    { kind: 'url', value: 'https://t.me/s/some,channel;x', label: 'блог' },
  ],
  city: 'Тула',
  address: 'ул. Примерная, 5; кв. 3',
  birthday: '--02-29',
  source: 'выставка',
  tags: ['VIP', 'Ґ, ї'],
  owner: 'olga',
  vip: true,
  channel: 'telegram',
  hours: '09:00-17:30',
  no_call: '13:00-14:00',
  zone: 'Europe/Kyiv',
  sex: 'female',
  language: 'uk',
  closeness: 'close',
  country: 'UA',
  note: `Любит пионы;\n\tне звонить, 🌻 \\n\n${'Ґалаґан — очень длинная заметка. '.repeat(40)}конец`,
  referred_by: 3,
  consent: 'yes',
  verified_at: '2026-10-01',
  external_id: 'A-17',
  external_system: 'bitrix24',
  custom: {
    nickname: 'Аня',
    honorific: 'г-жа',
    department: 'Склад',
    spouse: 'Пётр, Иванович',
    размер: '42\n44',
    x_foo: 'a;b',
  },
  dates: [
    {
      id: 1,
      client_id: 12,
      occasion: 'birthday',
      who: null,
      date: '--02-29',
      remind_days: 7,
      gift: 'пионы; "белые", 7 шт.',
    },
    {
      id: 2,
      client_id: 12,
      occasion: 'birthday',
      who: 'сын "Пётр", 5: б',
      date: '2015-01-02',
      remind_days: null,
      gift: 'лего',
    },
    { id: 3, client_id: 12, occasion: 'anniversary', who: null, date: '2010-06-12', remind_days: 3, gift: null },
    { id: 4, client_id: 12, occasion: 'День фирмы', who: null, date: '--09-10', remind_days: null, gift: null },
  ],
  relations: [
    { client_id: 20, name: 'ООО «Василёк; и, Ко»', kind: 'company', role: 'решает', relation: 'company' },
    { client_id: 21, name: 'Мрія', kind: 'company', role: 'бухгалтер', relation: 'company' },
    { client_id: 3, name: 'Ґалаґан Юрій', kind: 'person', role: null, relation: 'referred_by' },
  ],
})

const VERSIONS = ['3.0', '4.0'] as const

function again(card: ClientCard, version: (typeof VERSIONS)[number]): Draft {
  const [outcome] = outcomes(Buffer.from(writeCard(propertiesOf(card, version), version)))
  if (!outcome || 'code' in outcome) throw new Error(JSON.stringify(outcome))
  return outcome
}

/** What a card of a client must come back as. */
function expectBack(read: Draft, card: ClientCard): void {
  const { values } = read
  for (const key of Object.keys(values) as (keyof Values)[]) expect([key, values[key]]).toEqual([key, card[key]])
  expect([read.kind, read.name, read.status, read.vip ?? false]).toEqual([card.kind, card.name, card.status, card.vip])
  const of = (kind: string) => (each: { label: string | null; value: string }) =>
    `${kind}/${each.label ?? ''}/${each.value}`
  const points = [...card.phones.map(of('phone')), ...card.emails.map(of('email'))]
  expect(pointsOf(read)).toEqual([...points, ...card.handles.map((each) => of(each.kind)(each))])
  const dates = read.dates.map(({ anniversary, ...each }) => ({ ...each, date: formatAnniversary(anniversary) }))
  expect(dates).toEqual(card.dates.map(({ id, client_id, ...each }) => each))
  expect(customOf(read)).toEqual(card.custom)
  expect(read.tags).toEqual(card.tags)
  expect(read.remarks).toEqual([])
}

describe('a client becomes a card and a client again', () => {
  test.each(VERSIONS)('with all it may have, vCard %s', (version) => {
    const read = again(FULL, version)
    expectBack(read, FULL)
    expect(read.companies).toEqual([
      { name: 'ООО «Василёк; и, Ко»', role: 'решает' },
      { name: 'Мрія', role: 'бухгалтер' },
    ])
    expect(read.referredBy).toBe('Ґалаґан Юрій')
    expect(read.points[1]?.typed).toBe('+74950000002,12')
  })

  test.each<[string, Partial<ClientCard>]>([
    ['a name in another order', { name: 'Анна Ёлкина' }],
    ['a name without parts', { name: 'Жасмин', family_name: null, given_name: null }],
    ['a name of many words', { name: 'мама Пети, 2 Б', family_name: null, given_name: null }],
    ['a given name alone', { name: 'Жасмин', family_name: null, given_name: 'Жасмин' }],
    ['a family name alone', { name: 'Ёлкина', given_name: null }],
    ['a name with a firm in it', { name: 'ООО Ромашка', family_name: null, given_name: null }],
    ['a company', { kind: 'company', name: 'ТОВ «Мрія»', family_name: null, given_name: null, position: 'x' }],
    ['an id of a vCard', { external_id: 'urn:uuid:1', external_system: 'vcard' }],
    ['an id without a system', { external_id: 'A;1', external_system: null }],
    ['a department without a company', { custom: { department: 'Склад' } }],
    ['no consent', { consent: 'no', status: 'former' }],
  ])('%s', (_, more) => {
    for (const version of VERSIONS) expectBack(again(clientCard(more), version), clientCard(more))
  })

  test('whatever it says', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
    const line = text.map(cleanLine).filter((each) => each !== '')
    const url = text.map((each) => readPoint('url', `https://a.b/${cleanLine(each)}`, null, () => null)?.value)
    const client = fc.record({
      name: line,
      note: text.map(cleanText).filter((each) => each !== ''),
      position: line,
      address: line,
      city: line,
      owner: line,
      tag: line.filter((each) => !/^my ?contacts$/i.test(each)),
      who: line,
      url,
    })
    fc.assert(
      fc.property(client, fc.constantFrom(...VERSIONS), ({ tag, who, url, ...fields }, version) => {
        const card = clientCard({
          ...fields,
          tags: [tag],
          handles: url === undefined ? [] : [{ kind: 'url', value: url, label: null }],
          custom: { размер: fields.note },
          dates: [
            { id: 1, client_id: 12, occasion: 'birthday', who, date: '2015-01-02', remind_days: null, gift: null },
          ],
        })
        expectBack(again(card, version), card)
      }),
    )
  })
})

describe('what phones see', () => {
  const linesOf = (card: ClientCard, version: (typeof VERSIONS)[number]): string[] =>
    writeCard(propertiesOf(card, version), version).replaceAll('\r\n ', '').split('\r\n')

  test.each<[(typeof VERSIONS)[number], string[]]>([
    [
      '3.0',
      [
        'FN:Ёлкина Анна Сергеевна',
        'N:Ёлкина;Анна;Сергеевна;г-жа;',
        'TEL;TYPE=CELL:+79160000001',
        'TEL;TYPE=WORK:+74950000002\\,12',
        `BDAY;X-APPLE-OMIT-YEAR=1604;X-CLIENTELE-REMIND=7;X-CLIENTELE-GIFT="пионы; ^'белые^', 7 шт.":1604-02-29`,
        'ADR:;;ул. Примерная\\, 5\\; кв. 3;Тула;;;UA',
        'X-GENDER:F',
        'X-CLIENTELE-LANGUAGE:uk',
        'X-CLIENTELE-CLOSENESS:close',
        'IMPP;X-SERVICE-TYPE=Skype;X-USER="live:anna":skype:live:anna',
        'X-SOCIALPROFILE;TYPE=TELEGRAM;X-USER=anna_elkina:https://t.me/anna_elkina',
        'TZ;VALUE=text:Europe/Kyiv',
        'UID:clientele-12-20260102030405',
        'REV:2026-11-22T10:00:00Z',
      ],
    ],
    [
      '4.0',
      [
        'TEL;TYPE=cell:+79160000001',
        `BDAY;X-CLIENTELE-REMIND=7;X-CLIENTELE-GIFT="пионы; ^'белые^', 7 шт.":--0229`,
        'TZ:Europe/Kyiv',
        'GENDER:F',
        'LANG:uk',
        'REV:20261122T100000Z',
      ],
    ],
  ])('vCard %s', (version, lines) => {
    expect(linesOf(FULL, version)).toEqual(expect.arrayContaining(lines))
  })

  test('a birthday with a year, a company', () => {
    const card = clientCard({
      kind: 'company',
      name: 'Мрія',
      family_name: null,
      given_name: null,
      birthday: '1985-05-17',
    })
    expect(linesOf(card, '3.0')).toEqual(
      expect.arrayContaining(['N:;;;;', 'ORG:Мрія', 'X-ABSHOWAS:COMPANY', 'BDAY:1985-05-17']),
    )
    expect(linesOf(card, '4.0')).toEqual(expect.arrayContaining(['N:;;;;', 'KIND:org', 'BDAY:19850517']))
  })
})
