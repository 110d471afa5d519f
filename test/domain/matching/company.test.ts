import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { COMPANY_LEVELS, type CompanyKey, compareCompanies, readCompany } from '../../../src/domain/matching/company.js'

function companyOf(name: string): CompanyKey {
  const { company } = readCompany(name)
  if (!company) throw new Error(`${name} was read as a person`)
  return company
}

const levelOf = (a: string, b: string): string | undefined =>
  COMPANY_LEVELS[compareCompanies(companyOf(a), companyOf(b))]

describe('names of firms', () => {
  test.each([
    // The legal form says nothing about which firm it is.
    ['ООО «Ромашка»', 'Ромашка', 'same', 'a form or none'],
    ['ООО «Ромашка»', 'ооо ромашка', 'same', 'small letters'],
    ['ООО «Ромашка»', '«Ромашка» ООО', 'same', 'the form behind'],
    ['ООО «Ромашка»', 'О.О.О. Ромашка', 'same', 'points in the form'],
    ['ООО «Ромашка»', 'О. О. О. «Ромашка»', 'same', 'points and spaces in the form'],
    ['ООО «Ромашка»', "OOO 'Ромашка'", 'same', 'a Latin form'],
    ['OОО «Ромашка»', 'ООО «Ромашка»', 'same', 'a form of both alphabets'],
    ['ООО «Ромашка»', 'Общество с ограниченной ответственностью «Ромашка»', 'same', 'the form in full'],
    ['ООО «Ромашка»', '«ромашка» общество с ограниченной ответственностью', 'same', 'in full and behind'],
    ['ООО «Ромашка»', 'АО «Ромашка»', 'same', 'a firm may change its form'],
    ['ТОВ «Ромашка»', 'Товариство з обмеженою відповідальністю “Ромашка”', 'same', 'the Ukrainian form in full'],
    ['ТОВ «Ромашка»', 'ТзОВ Ромашка', 'same', 'the Ukrainian form of the west'],
    ['ТОВ «Ромашка»', 'ООО «Ромашка»', 'same', 'the form in the other language'],
    ['TOV «Romashka»', 'ТОВ «Ромашка»', 'same', 'all in Latin letters'],
    ['ЗАО «Лотос»', 'Лотос, закрытое акционерное общество', 'same', 'a form of three words'],
    ['ПАО «Лотос»', 'Публичное акционерное общество «Лотос»', 'same', 'a form of three words before'],
    ['ПрАТ «Лотос»', 'Приватне акціонерне товариство «Лотос»', 'same', 'the Ukrainian one'],
    ['ЧП «Лотос»', 'Частное предприятие «Лотос»', 'same', 'a private firm'],
    ['ПП «Лотос»', 'Приватне підприємство «Лотос»', 'same', 'a private firm in Ukrainian'],
    ['ООО НПП «Сатурн»', 'НПП Сатурн', 'same', 'two forms'],
    ['ГК «Сатурн»', 'Сатурн', 'same', 'a group'],
    ['Компания «Сатурн»', 'ООО «Сатурн»', 'same', 'a word for a firm'],
    ['Acme Ltd', 'Acme Limited', 'same', 'an English form'],
    ['Acme Ltd', 'Acme, Ltd.', 'same', 'with comma and point'],
    ['Acme Ltd', 'ACME LTD', 'same', 'capitals'],
    ['Acme LLC', 'Acme L.L.C.', 'same', 'points'],
    ['Acme SA', 'Acme S.A.', 'same', 'points in two letters'],
    ['Acme LLC', 'Acme Limited Liability Company', 'same', 'in full'],
    ['Acme, Inc.', 'Acme Corporation', 'same', 'another form'],
    ['Acme Pty Ltd', 'Acme', 'same', 'an Australian form'],
    ['Acme Co., Ltd.', 'Acme', 'same', 'an Asian form'],
    ['Muster GmbH', 'Muster GmbH & Co. KG', 'same', 'German forms'],
    ['Firma Example Sp. z o.o.', 'EXAMPLE FIRMA', 'near', 'a Polish form, and another order'],
    ['Example Sp. z o.o.', 'Example spółka z ograniczoną odpowiedzialnością', 'same', 'a Polish form in full'],
    ['Lotos s.r.o.', 'Лотос', 'same', 'a Czech form'],
    // Spellings.
    ['ООО «Феникс-Про»', 'Feniks Pro', 'same', 'Latin letters, a hyphen'],
    ['ООО «Феникс-Про»', 'Phoenix Pro', 'same', 'the word in English'],
    ['Сервис-Центр', 'СервисЦентр', 'same', 'a hyphen lost'],
    ['Сервис Центр', 'Сервіс-Центр', 'same', 'in Ukrainian'],
    ['Service Center', 'Сервис-центр', 'same', 'in English'],
    ['Строймонтаж', 'Строй-Монтаж', 'same', 'one word or two'],
    ['Комфорт', 'Comfort', 'same', 'c that is k'],
    ['Вектор', 'Vektor', 'same', 'k for k'],
    ['Coca-Cola', 'Кока-Кола', 'same', 'c that is k, twice'],
    ['Эко Групп', 'Eco Group', 'same', 'words of trade'],
    ['Еко-Груп', 'Эко-Групп', 'same', 'Ukrainian and Russian'],
    ['Меблі Люкс', 'Мебель Люкс', 'same', 'a word of trade in both languages'],
    ['«Ёлкина и партнёры»', 'Елкина & партнеры', 'same', 'ё and an and'],
    ['Ґалаґан Плюс', 'Галаган плюс', 'same', 'ґ'],
    ["O'Brien-Ñandú Ltd", 'OBrien Nandu', 'same', 'apostrophe and accents'],
    ['Партнёр', 'Партнер', 'same', 'ё'],
    ['«Рога и Копыта»', 'Roga & Kopyta LLC', 'same', 'and is &'],
    ['Рога и копыта', 'Рога та копита', 'same', 'and in Ukrainian'],
    ['Green and Russell', 'Green & Russell Ltd', 'same', 'and in English'],
    ['Альфа+', 'Альфа Плюс', 'same', 'a plus'],
    ['М.Видео', 'М Видео', 'same', 'a point'],
    ['Кафе «У Маши»', 'кафе У МАШИ', 'same', 'quotation marks inside'],
    ['Кафе "Ґанок"', 'Кафе „Ганок“', 'same', 'other quotation marks'],
    ['🎈 Шарики', 'Шарики', 'same', 'a balloon'],
    ['👍', '👍', 'same', 'a name of signs alone'],
    ['Kyiv Star', 'Київстар', 'same', 'one word or two in two alphabets'],
    ['1С-Рарус', '1с рарус', 'same', 'a digit in a name'],
    ['Орион 2004', 'Орион-2004', 'same', 'a year in a name'],
    // Slips.
    ['Торгметалл', 'Торгметалд', 'near', 'one letter'],
    ['Альфа Строй', 'Альфа Стррй', 'near', 'one letter in one word'],
    ['Delta Labs', 'Delt Labs', 'near', 'a letter lost'],
    ['Nova Energy', 'Nova Eneryg', 'near', 'neighbours changed places'],
    ['Северный ветер', 'Севреный ветер', 'near', 'neighbours changed places'],
    ['Лимонад', 'Лимонат', 'near', 'one letter of seven'],
    ['Муравейник', 'Муровейнек', 'near', 'two letters of ten'],
    ['Синяя птица', 'Синяя птца', 'near', 'a letter lost'],
    ['Метасервис', 'Метал Сервис', 'near', 'a slip and a space'],
    ['Pioneer Sevices', 'Pioneer Services', 'same', 'a slip in a long word of trade, which can be no other'],
    // Another order, abbreviations.
    ['Строй-Монтаж', 'Монтаж-Строй', 'near', 'another order'],
    ['Green & Russell', 'Russell & Green', 'near', 'two partners'],
    ['Кафе Ромашка', '«Ромашка», кафе', 'near', 'another order'],
    ['РЖД', 'Российские железные дороги', 'near', 'first letters'],
    ['СМК', 'Северная молочная кухня', 'near', 'first letters'],
    // More words.
    ['ТОВ «Нова Пошта»', 'Нова Пошта Логістик', 'beginning', 'a branch or a daughter'],
    ['Ромашка', 'Ромашка Трейд', 'beginning', 'one more word'],
    ['Ресторан «Ёлкина»', 'Ёлкина', 'beginning', 'one more word before'],
    ['Консалт', 'Консалт-М', 'beginning', 'one more letter as a word'],
    ['Санаторий Золотой колос', 'Золотой колос', 'beginning', 'the words at the end'],
    ['Альфа-Банк', 'Альфа-Банк (филиал)', 'beginning', 'a remark'],
    ['Светлана', 'Светланаинвест', 'beginning', 'a beginning of one word'],
    ['Студия красоты', 'Студия красоты Анны', 'beginning', 'whose it is'],
    // Others.
    ['Юг', 'Юг-2', 'other', 'a number more'],
    ['Школа 5', 'Школа 6', 'other', 'other numbers'],
    ['Школа № 15', 'Школа № 51', 'other', 'neighbours of a number are no slip'],
    ['Аптека 36', 'Аптека 36,6', 'other', 'more digits'],
    ['Орион 2004', 'Орион 2005', 'other', 'other years'],
    ['Авто Групп', 'Агро Групп', 'other', 'two words of trade'],
    ['Орион-Про', 'Орион-Пром', 'other', 'two words of trade'],
    ['River Services', 'Silver Services', 'other', 'two slips in a short word'],
    ['Север', 'Вера', 'other', 'short words'],
    ['Мир', 'Мис', 'other', 'too short for a slip'],
    ['Эко', 'Эхо', 'other', 'too short for a slip'],
    ['Лада', 'Лида', 'other', 'too short for a slip'],
    ['Василёк', 'Подсолнух', 'other', 'nothing alike'],
    ['Ромашка Трейд', 'Лотос Трейд', 'other', 'only the word of trade'],
    ['ООО «Атлант»', 'ООО «Гранит»', 'other', 'only the form'],
    ['Про', 'Про Мебель', 'other', 'a beginning too short to tell'],
    ['Acme Ltd', 'Apex Ltd', 'other', 'only the form'],
    ['👍', '🎈', 'other', 'other signs'],
  ])('%s | %s: %s (%s)', (a, b, level) => {
    expect(levelOf(a, b)).toBe(level)
    expect(levelOf(b, a)).toBe(level)
  })
})

describe('who trades alone is a person', () => {
  test.each([
    'ИП Глазев А. М.',
    'ИП Глазев А.О.',
    'ИП Глазев Александр Михайлович',
    'ип глазев александр',
    'Глазев А.М., ИП',
    'Индивидуальный предприниматель Глазев Саня',
    'IP Molchanova Ekaterina Andreevna',
    'ФОП Кучулак Ольга Леонідівна',
    'ФОП "Ґалаґан О.К."',
    'Фізична особа-підприємець Юрко Ґалаґан',
    'Фізична особа - підприємець Ґалаґан Юрко',
    'ФЛП Ґалаґан Юрий',
    'СПД Ґалаґан Ю.',
    'ПБОЮЛ Ёлкина Мария Ивановна',
    'ПП Іваненко',
    'ПП Іваненко О.П.',
    'ЧП Сидоров Александр',
    'павлова инна',
  ])('%s', (name) => {
    const { company, person } = readCompany(name)
    expect(company).toBeNull()
    expect(person).not.toBeNull()
  })

  test.each([
    'ПП «Фенікс»',
    'ПП Логістика Буд',
    'ЧП Ромашка',
    'ИП «Ромашка»',
    'IP Solutions Ltd',
    'Green & Russell',
    'Иванов и Ко',
    '«Павлова Инна»',
    'Студия Анны Павловой',
    'ООО «Иванова Мария»',
  ])('%s is a firm', (name) => expect(readCompany(name).company).not.toBeNull())
})

test.each([
  ['ООО «Восход-Тех»', 'vosgodteg', 'ооо'],
  ['ТОВ «Лідер»', 'lider', 'ооо'],
  ['Acme Limited', 'akme', 'ltd'],
  ['Ромашка', 'romawka', ''],
  ['ООО', 'o', ''],
])('%s is kept as %s with the form «%s»', (name, core, form) => expect(companyOf(name)).toMatchObject({ core, form }))

describe('properties', () => {
  const word = fc.constantFrom(
    'ООО',
    'Ромашка',
    '«Эко»',
    'Group',
    '&',
    'и',
    '5',
    'ФОП',
    'Ґалаґан',
    "O'Brien",
    '+',
    '🎈',
    'Ltd.',
  )
  const name = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(word, { maxLength: 6 }).map((words) => words.join(' ')),
  )

  test('any two names can be compared, either way, and a name is the same as itself', () => {
    fc.assert(
      fc.property(name, name, (a, b) => {
        const [left, right] = [readCompany(a).company, readCompany(b).company]
        if (!left || !right) return
        expect(compareCompanies(left, right)).toBe(compareCompanies(right, left))
        expect(compareCompanies(left, left)).toBe(left.core === '' ? -1 : 3)
      }),
      { numRuns: 1000 },
    )
  })
})
