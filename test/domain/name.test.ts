import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { companyKey, looksLikeCompany } from '../../src/domain/company-name.js'
import { compatibleNames, editDistance } from '../../src/domain/name.js'
import { joinName, splitName } from '../../src/domain/name-split.js'
import { nearestWord } from '../../src/domain/nearest.js'

const split = (name: string) => {
  const { family_name, given_name, patronymic } = splitName(name)
  return [family_name, given_name, patronymic]
}

describe('splitName', () => {
  test.each([
    ['Иванов Пётр', 'Иванов', 'Пётр', null],
    ['Пётр Иванов', 'Иванов', 'Пётр', null],
    ['Иванов Пётр Сергеевич', 'Иванов', 'Пётр', 'Сергеевич'],
    ['Пётр Сергеевич Иванов', 'Иванов', 'Пётр', 'Сергеевич'],
    ['Иванова Анна', 'Иванова', 'Анна', null],
    ['Анна Иванова', 'Иванова', 'Анна', null],
    ['Александр Александров', 'Александров', 'Александр', null],
    ['Иван Павлов', 'Павлов', 'Иван', null],
    ['Павлов Иван', 'Павлов', 'Иван', null],
    ['Ким Анна', 'Ким', 'Анна', null],
    ['Цой Виктор', 'Цой', 'Виктор', null],
    ['Виктор Цой', 'Цой', 'Виктор', null],
    ['Лев Толстой', 'Толстой', 'Лев', null],
    ['Толстой Лев Николаевич', 'Толстой', 'Лев', 'Николаевич'],
    ['Лев Николаевич Толстой', 'Толстой', 'Лев', 'Николаевич'],
    ['Федор Михайлович Достоевский', 'Достоевский', 'Федор', 'Михайлович'],
    ['Николаева Вера Ильинична', 'Николаева', 'Вера', 'Ильинична'],
    ['Шульц Мария Карловна', 'Шульц', 'Мария', 'Карловна'],
    ['Пётр Ильич Чайковский', 'Чайковский', 'Пётр', 'Ильич'],
    ['Чайковский Пётр Ильич', 'Чайковский', 'Пётр', 'Ильич'],
    ['Сидоров Иван Лукич', 'Сидоров', 'Иван', 'Лукич'],
    ['Соня Мармеладова', 'Мармеладова', 'Соня', null],
    ['Захар Сидоров', 'Сидоров', 'Захар', null],
    ['Сидоров Захар', 'Сидоров', 'Захар', null],
    ['Рашид Мамедов', 'Мамедов', 'Рашид', null],
    ['Зоя Петрова', 'Петрова', 'Зоя', null],
    ['Иванов-Петров Сергей', 'Иванов-Петров', 'Сергей', null],
    ['Кузьмич Анна', 'Кузьмич', 'Анна', null],
    ['Абрамович Роман', 'Абрамович', 'Роман', null],
    ['Дзюба Артем', 'Дзюба', 'Артем', null],
    ['Леся Українка', 'Українка', 'Леся', null],
    ['Ян Ли', 'Ли', 'Ян', null],
    ['Тарас Шевченко', 'Шевченко', 'Тарас', null],
    ['Шевченко Тарас', 'Шевченко', 'Тарас', null],
    ['Шевченко Тарас Григорович', 'Шевченко', 'Тарас', 'Григорович'],
    ['Коваленко Олена Іванівна', 'Коваленко', 'Олена', 'Іванівна'],
    ['Ганна Петрівна Шевчук', 'Шевчук', 'Ганна', 'Петрівна'],
    ['Гоголь Микола Васильович', 'Гоголь', 'Микола', 'Васильович'],
    ['Олена Коваленко', 'Коваленко', 'Олена', null],
    ['Микола Гнатюк', 'Гнатюк', 'Микола', null],
    ['Гнатюк Микола', 'Гнатюк', 'Микола', null],
    ['Юлія Ткачук', 'Ткачук', 'Юлія', null],
    ['Ткач Юлія', 'Ткач', 'Юлія', null],
    ['Катерина Дашко', 'Дашко', 'Катерина', null],
    ['Ільїн Ілля', 'Ільїн', 'Ілля', null],
    ['Ілля Ільїн', 'Ільїн', 'Ілля', null],
    // Latin
    ['Petr Ivanov', 'Ivanov', 'Petr', null],
    ['Ivanov Petr', 'Ivanov', 'Petr', null],
    ['Taras Shevchenko', 'Shevchenko', 'Taras', null],
    ['Shevchenko Taras', 'Shevchenko', 'Taras', null],
    ['John Smith', 'Smith', 'John', null],
    ['Anna Kim', 'Kim', 'Anna', null],
    ['Kim Anna', 'Kim', 'Anna', null],
    ['Anna-Maria Kovač', 'Kovač', 'Anna-Maria', null],
    ['Anna Petrivna Kovalenko', 'Kovalenko', 'Anna', 'Petrivna'],
    ['Kovalenko Anna Petrivna', 'Kovalenko', 'Anna', 'Petrivna'],
    // only a part
    ['Анна', null, 'Анна', null],
    ['Таня', null, 'Таня', null],
    ['Иван Петрович', null, 'Иван', 'Петрович'],
    ['Марія Іванівна', null, 'Марія', 'Іванівна'],
    ['Анна Павловна', null, 'Анна', 'Павловна'],
    ['Роман Аркадьевич', null, 'Роман', 'Аркадьевич'],
    ['Ольга Ильинична', null, 'Ольга', 'Ильинична'],
    // initials
    ['Иванов И.', 'Иванов', 'И.', null],
    ['И.И. Иванов', 'Иванов', 'И.', 'И.'],
    ['Иванов И.И.', 'Иванов', 'И.', 'И.'],
    ['Иванов И. И.', 'Иванов', 'И.', 'И.'],
    ['И. И. Иванов', 'Иванов', 'И.', 'И.'],
    ['И. Иванов', 'Иванов', 'И.', null],
    ['иванов и.и.', 'иванов', 'и.', 'и.'],
    ['Иванов Иван И.', 'Иванов', 'Иван', 'И.'],
    ['J. K. Rowling', 'Rowling', 'J.', 'K.'],
    ['John A. Smith', 'Smith', 'John', 'A.'],
    ['Анна П.', 'П.', 'Анна', null],
    // parts in several words
    ['Мамед Гасан оглы', null, 'Мамед', 'Гасан оглы'],
    ['Оглы Мамед Гасан оглы', 'Оглы', 'Мамед', 'Гасан оглы'],
    ['ван дер Берг Ян', 'ван дер Берг', 'Ян', null],
    ['Vincent van Gogh', 'van Gogh', 'Vincent', null],
    ['Мария де ла Крус', 'де ла Крус', 'Мария', null],
    // words beside the name
    ['Маша Авито', null, 'Маша', null],
    ['Катя маникюр', null, 'Катя', null],
    ['Авито Маша', null, 'Маша', null],
    ['тётя Зина', null, 'Зина', null],
    ['г. Москва', null, null, null],
    ['г-н Иванов Иван', 'Иванов', 'Иван', null],
    ['Mr. John Smith', 'Smith', 'John', null],
    ['Доктор Смирнов', null, null, null],
    // as written, also without capitals or with nothing else
    ['ИВАНОВ ИВАН', 'ИВАНОВ', 'ИВАН', null],
    ['иванов иван', 'иванов', 'иван', null],
    ['анна магазин', null, null, null],
    ['Анна-Мария Сидорова', 'Сидорова', 'Анна-Мария', null],
    ["O'Brien-Ñandú Conor", "O'Brien-Ñandú", 'Conor', null],
    ['Ґалаґан Іван', 'Ґалаґан', 'Іван', null],
    // comma form
    ['Иванов, Пётр', 'Иванов', 'Пётр', null],
    ['Иванов, Пётр Сергеевич', 'Иванов', 'Пётр', 'Сергеевич'],
    ['Smith, John', 'Smith', 'John', null],
    ['Smith, John A.', 'Smith', 'John', 'A.'],
    ['Анна, Москва', null, null, null],
    ['Иванов Иван, директор', null, null, null],
    // nothing tells
    ['Анна Мария', null, null, null],
    ['Ван Гог', null, null, null],
    ['Мамедов Рашид оглы', null, null, null],
    ['Mary Ann Smith', null, null, null],
    ['Иванов', null, null, null],
    ['', null, null, null],
  ])('%s', (name, ...parts) => expect(split(name)).toEqual(parts))

  test.each([
    ['Бондаренко  Іван  ', 'Бондаренко Іван'],
    ['\tАнна\nИванова', 'Анна Иванова'],
    ['Иванов И. И.', 'Иванов И. И.'],
    ['И.И. Иванов', 'И.И. Иванов'],
    ['Пётр Иванов', 'Пётр Иванов'],
    ['Иванов, Пётр', 'Иванов Пётр'],
    ['Йосипенко Іван'.normalize('NFD'), 'Йосипенко Іван'],
  ])('%s is shown as %s', (typed, shown) => expect(splitName(typed).name).toBe(shown))

  test('parts are words of the name, and nothing throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const { name, family_name, given_name, patronymic } = splitName(text)
        for (const part of [family_name, given_name, patronymic]) if (part !== null) expect(name).toContain(part)
      }),
    )
  })
})

describe('known limits', () => {
  test.each([
    // A family name in -ович behind a given name reads as a patronymic, even a woman's, who could not have it.
    ['Анна Абрамович', null, 'Анна', 'Абрамович'],
    // No two Latin words tell a city from a person.
    ['New York', 'York', 'New', null],
  ])('%s is split otherwise than people would', (name, ...parts) => expect(split(name)).toEqual(parts))

  // Only Cyrillic Я and Ю are told from А and У at the beginning of a name, though one skeleton stands for both.
  test('Anna and Yana may be one in Latin letters', () => {
    const person = (name: string) => ({ kind: 'person', name })
    expect(compatibleNames(person('Anna Petrova'), person('Yana Petrova'))).toBe(true)
  })
})

describe('joinName', () => {
  test.each([
    ['Иванов', 'Пётр', 'Сергеевич', 'Иванов Пётр Сергеевич'],
    ['Smith', 'John', null, 'John Smith'],
    ['Шевченко', 'Тарас', null, 'Шевченко Тарас'],
    [null, 'Анна', null, 'Анна'],
    ['Иванов', null, null, 'Иванов'],
    [null, null, null, ''],
    ['', 'Анна', '', 'Анна'],
    ["O'Brien", 'Conor', null, "Conor O'Brien"],
  ])('%s, %s, %s', (family, given, patronymic, name) => expect(joinName(family, given, patronymic)).toBe(name))
})

describe('compatibleNames', () => {
  const people = (a: string, b: string) => {
    const answer = compatibleNames({ kind: 'person', name: a }, { kind: 'person', name: b })
    expect(compatibleNames({ kind: 'person', name: b }, { kind: 'person', name: a })).toBe(answer)
    return answer
  }

  test('one letter is another than one that only sounds like it', () => {
    expect(people('Q', 'K')).toBe(false)
    expect(people('Иванов Е', 'Иванов Э')).toBe(false)
    expect(people('Иванов И', 'Ivanov I')).toBe(true)
    expect(people('Иванов Ё', 'Иванов Е')).toBe(true)
    expect(people('Петренко І', 'Петренко И')).toBe(true)
  })

  test.each([
    ['Иванов Пётр', 'Иванов Пётр'],
    ['Иванов Пётр', 'Пётр Иванов'],
    ['Иванов Пётр', 'Petr Ivanov'],
    ['Иванов Пётр Сергеевич', 'Пётр Иванов'],
    ['И. Петров', 'Иван Петров'],
    ['Петров И.', 'Иван Петров'],
    ['Петров И. С.', 'Петров Иван Сергеевич'],
    ['Анна', 'Анна Петрова'],
    ['Шевченко Тарас', 'Шевчинко Тарас'],
    ['Шевченко Тарас', 'Шевенко Тарас'],
    ['Yulia Tkachuk', 'Ткачук Юлія'],
    ['Ёлкина Анна', 'ЕЛКИНА АННА'],
    ["Лук'янов Іван", 'Лукʼянов Іван'],
    ['Мария Ким', 'Марья Ким'],
  ])('%s may be %s', (a, b) => expect(people(a, b)).toBe(true))

  test.each([
    ['Иванова Мария', 'Иванова Анна'],
    ['Иванова Мария', 'Иванова Марина'],
    ['Иванова Мария Петровна', 'Иванова Ольга Петровна'],
    ['Ковальчук Ольга', 'Коваль Ольга'],
    ['Анна', 'Ольга'],
    ['Анна Шевченко', 'Инна Шевченко'],
    ['И. Петров', 'Пётр Петров'],
    ['Петров Иван', 'Сидоров Иван'],
    ['Иванов Пётр', 'Сидорова Анна'],
    ['', 'Анна'],
    ['—', 'Анна'],
    ['Анна Анна', 'Анна Петрова'],
    // One letter tells husband and wife, brother and sister apart.
    ['Иванов Александр', 'Иванова Александра'],
    ['Иванов Евгений', 'Иванова Евгения'],
    ['Валерий Петренко', 'Валерия Петренко'],
    ['Олександр Бондаренко', 'Олександра Бондаренко'],
    // Names of one skeleton, and a skeleton of one letter.
    ['Петрова Анна', 'Петрова Яна'],
    ['Ия Петрова', 'Анна Петрова'],
  ])('%s is not %s', (a, b) => expect(people(a, b)).toBe(false))

  test('a person is never a company', () => {
    expect(compatibleNames({ kind: 'person', name: 'Ромашка' }, { kind: 'company', name: 'Ромашка' })).toBe(false)
  })

  test.each([
    ['ООО «Ромашка»', 'Ромашка', true],
    ['ООО «Ромашка»', 'OOO "Romashka"', true],
    ['ООО «Ромашка»', 'ООО «Ромашка-2»', false],
    ['ООО «Ромашка»', 'ООО «Ромашко»', false],
  ])('companies %s and %s: %s', (a, b, answer) =>
    expect(compatibleNames({ kind: 'company', name: a }, { kind: 'company', name: b })).toBe(answer),
  )
})

describe('companyKey', () => {
  test.each([
    ['ООО «Ромашка»', 'Ромашка'],
    ['ООО "Ромашка"', 'Ромашка'],
    ['ООО"Ромашка"', 'Ромашка'],
    ['Ромашка, ООО', 'Ромашка'],
    ['ооо ромашка', 'Ромашка'],
    ['OOO "Romashka"', 'Ромашка'],
    ['Romashka LLC', 'ООО «Ромашка»'],
    ['ТОВ «Світанок»', 'Світанок'],
    ['ТОВ «Світанок»', 'Svitanok Ltd'],
    ['АТ «ПриватБанк»', 'ПриватБанк'],
    ['ФОП Іваненко', 'Іваненко'],
    ['ИП Иванов', 'Иванов'],
    ['ПП «Вектор»', 'Вектор'],
    ['Acme Inc.', 'ACME'],
    ['Bosch GmbH', 'Bosch'],
    ['Kowal Sp. z o.o.', 'Kowal'],
    ['SIA Piemērs', 'Piemērs'],
    ['Näide OÜ', 'Näide'],
    ['ТОО «Пример»', 'Пример'],
    ['КП Водоканал', 'Водоканал'],
    ['О.О.О. Ромашка', 'Ромашка'],
  ])('%s = %s', (a, b) => expect(companyKey(a)).toBe(companyKey(b)))

  test.each([
    ['Ромашка', 'Астра'],
    ['Ромашка 1', 'Ромашка 2'],
    ['ООО «Ромашка»', 'ООО «Ромашка плюс»'],
    ['ООО', 'ТОВ'],
    ['Вектор П', 'Вектор'],
    ['О! Суши', 'Суши'],
    ['Sia Cosmetics', 'Cosmetics'],
    ['Дп Приклад', 'Приклад'],
    ['Zoo Market', 'Market'],
  ])('%s and %s differ', (a, b) => expect(companyKey(a)).not.toBe(companyKey(b)))

  test('a legal form alone is its own key', () => {
    expect(companyKey('ООО')).not.toBe('')
    expect(companyKey('!')).toBe('')
  })
})

describe('looksLikeCompany', () => {
  test.each([
    ['ООО «Ромашка»', true],
    ['ООО Ромашка', true],
    ['Ромашка, ООО', true],
    ['«Ромашка»', true],
    ['"Ромашка"', true],
    ['“Romashka”', true],
    ['ТОВ «Світанок»', true],
    ['ФОП Іваненко', true],
    ['ИП Иванов', true],
    ['Svitanok LLC', true],
    ['Bosch GmbH', true],
    ['Acme Inc.', true],
    ['Acme Ltd', true],
    ['Acme Ltd.', true],
    ['Acme Corp', true],
    ['Nokia Oy', true],
    ['Иванова Анна', false],
    ['ИВАНОВА АННА', false],
    ['Ромашка', false],
    ['Тов Анна', false],
    ['Анна П', false],
    ['Kim Jo', false],
    ['', false],
    // A nickname in quotation marks is not the whole name.
    ['Анна «Ромашка» Петрова', false],
  ])('%s: %s', (name, answer) => expect(looksLikeCompany(name)).toBe(answer))
})

describe('editDistance and nearestWord', () => {
  test.each([
    ['', '', 0],
    ['abc', 'abc', 0],
    ['abc', 'abd', 1],
    ['abc', 'ab', 1],
    ['abc', '', 3],
    ['kitten', 'sitting', 3],
    ['шевченко', 'шевчинко', 1],
  ])('%s, %s: %i', (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance)
    expect(editDistance(b, a)).toBe(distance)
  })

  test('is a distance', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 })
    fc.assert(
      fc.property(word, word, word, (a, b, c) => {
        expect(editDistance(a, c)).toBeLessThanOrEqual(editDistance(a, b) + editDistance(b, c))
        expect(editDistance(a, b) === 0).toBe(a === b)
      }),
    )
  })

  test.each([
    ['satus', ['status', 'city'], 'status'],
    ['cty', ['status', 'city'], 'city'],
    ['город', ['status', 'city'], null],
    ['x', [], null],
  ])('%s among %j: %s', (typed, known, answer) => expect(nearestWord(typed, known)).toBe(answer))
})
