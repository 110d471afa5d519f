import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readNameCell } from '../../src/domain/cells/name.js'
import { wordsOf } from '../../src/domain/fold.js'

describe('a person', () => {
  test.each([
    ['Иванов Иван Иванович', 'Иванов', 'Иван', 'Иванович'],
    ['Иван Иванов', 'Иванов', 'Иван', null],
    ['иванов и.и.', 'иванов', 'и.', 'и.'],
    ['Иванов И.И.', 'Иванов', 'И.', 'И.'],
    ['И.И. Иванов', 'Иванов', 'И.', 'И.'],
    ['И. И. Иванов', 'Иванов', 'И.', 'И.'],
    // Two initials, though they spell a legal form.
    ['И.П. Иванов', 'Иванов', 'И.', 'П.'],
    ['ИВАНОВ ИВАН', 'ИВАНОВ', 'ИВАН', null],
    ['Иванов-Петров Иван', 'Иванов-Петров', 'Иван', null],
    ['Оглы Мамед Гасан оглы', 'Оглы', 'Мамед', 'Гасан оглы'],
    ['Мамед Гасан оглы', null, 'Мамед', 'Гасан оглы'],
    ['Анна-Мария Сидорова', 'Сидорова', 'Анна-Мария', null],
    ['Шевченко Тарас Григорович', 'Шевченко', 'Тарас', 'Григорович'],
    ['ван дер Берг Ян', 'ван дер Берг', 'Ян', null],
    ['Ivan Ivanov', 'Ivanov', 'Ivan', null],
    ['Ольга (парикмахер)', null, 'Ольга', null],
    ['Маша Авито', null, 'Маша', null],
    ['(ЕКБ) Иванов Иван', 'Иванов', 'Иван', null],
    ['Иванова (Петрова) Анна', 'Иванова', 'Анна', null],
    ['тётя Зина', null, 'Зина', null],
    ['👩‍💻 Ольга 🇺🇦', null, 'Ольга', null],
    ['Ёлкина Анна ❤️', 'Ёлкина', 'Анна', null],
    ['Ґалаґан Іван', 'Ґалаґан', 'Іван', null],
    ["O'Brien-Ñandú Conor", "O'Brien-Ñandú", 'Conor', null],
    ['Иванов Иван, директор', 'Иванов', 'Иван', null],
    ['Анна, Москва', null, 'Анна', null],
    ['Ольга 2', null, 'Ольга', null],
    ['Иван 89160000001', null, 'Иван', null],
  ])('%s', (text, family_name, given_name, patronymic) =>
    expect(readNameCell(text)).toEqual({
      kind: 'person',
      name: text,
      family_name,
      given_name,
      patronymic,
      company: null,
      note: null,
    }),
  )

  test.each([
    ['Петров, Иван', 'Петров Иван', 'Петров', 'Иван'],
    ['Smith, John', 'Smith John', 'Smith', 'John'],
    ['  Иван \n Иванов ', 'Иван Иванов', 'Иванов', 'Иван'],
  ])('%s is shown as %s', (text, name, family_name, given_name) =>
    expect(readNameCell(text)).toMatchObject({ kind: 'person', name, family_name, given_name }),
  )
})

describe('a firm', () => {
  test.each([
    'ООО «Ромашка»',
    'ООО "Ромашка"',
    'ООО "ООО "Ромашка""',
    'ООО “Ромашка”',
    '«Ромашка»',
    'Ромашка ООО',
    'Ромашка, ООО',
    'ООО «Ромашка», филиал №1',
    'ООО «Ромашка», Нижний Новгород',
    'ООО «Ромашка» (бывший Василёк)',
    'Ромашка ООО Иванов Иван',
    ...'ОАО ЗАО ПАО АО НКО ГУП МУП СПД ТОВ ТзОВ ПП ФОП АТ ПрАТ ПАТ КП ДП ТОО ЧУП УП ЧП ИП'
      .split(' ')
      .flatMap((form) => [`${form} «Приклад»`, `${form} Приклад`, `Приклад ${form}`]),
    'ИП Иванов И.И.',
    'ФОП Шевченко Т.Г.',
    'Иванов Иван (ИП)',
    'Иванов Иван ИП',
    'Example LLC',
    'Example Ltd',
    'Example Ltd.',
    'Example, Inc.',
    'Example GmbH',
    'Kowal Sp. z o.o.',
    'OÜ Näide',
    'Näide OÜ',
    'SIA Piemērs',
    'UAB Pavyzdys',
    'Acme Ltd. - New York',
  ])('%s', (text) =>
    expect(readNameCell(text)).toEqual({
      kind: 'company',
      name: text,
      family_name: null,
      given_name: null,
      patronymic: null,
      company: null,
      note: null,
    }),
  )
})

describe('a person and their firm', () => {
  test.each([
    ['ООО «Ромашка», Иванов Иван', 'Иванов Иван', 'ООО «Ромашка»', null],
    ['Иванов Иван, ООО «Ромашка»', 'Иванов Иван', 'ООО «Ромашка»', null],
    ['Иванов Иван (ООО Ромашка)', 'Иванов Иван', 'ООО Ромашка', null],
    ['ООО Ромашка (Иванов Иван)', 'Иванов Иван', 'ООО Ромашка', null],
    ['Анна Ёлкина - ТОВ «Світло»', 'Анна Ёлкина', 'ТОВ «Світло»', null],
    ['ТОВ «Світло» / Шевченко Тарас Григорович', 'Шевченко Тарас Григорович', 'ТОВ «Світло»', null],
    ['Acme Ltd. - John Smith', 'John Smith', 'Acme Ltd.', null],
    ['Example, Inc. — John Smith', 'John Smith', 'Example, Inc.', null],
    ['ООО «Ромашка» Иванов Иван', 'Иванов Иван', 'ООО «Ромашка»', null],
    ['Иванов Иван ООО Ромашка', 'Иванов Иван', 'ООО Ромашка', null],
    ['Иванов Иван ООО «Ромашка»', 'Иванов Иван', 'ООО «Ромашка»', null],
    ['Иванов Иван; ООО Ромашка', 'Иванов Иван', 'ООО Ромашка', null],
    ['ООО Ромашка, Иванов Иван, директор', 'Иванов Иван', 'ООО Ромашка', 'директор'],
    ['ООО «Ромашка, Лютик и Ко», Ёлкина Анна', 'Ёлкина Анна', 'ООО «Ромашка, Лютик и Ко»', null],
  ])('%s', (text, name, company, note) => {
    const cell = readNameCell(text)
    expect(cell).toMatchObject({ kind: 'person', name, company, note })
    expect(cell.family_name).not.toBeNull()
    expect(cell.given_name).not.toBeNull()
  })
})

describe('nobody can tell', () => {
  test.each([
    'Доктор Смирнов / Клиника',
    'Анна / Ольга',
    '张伟',
    'г. Москва',
    'анна магазин',
    '"Ромашка" Иванова Анна',
    'Ромашка',
    '🙂',
    '-',
    '',
    'я'.repeat(5000),
  ])('%s', (text) =>
    expect(readNameCell(text)).toMatchObject({
      kind: null,
      name: text,
      family_name: null,
      given_name: null,
      patronymic: null,
      company: null,
    }),
  )
})

test('no word of a cell is lost', () => {
  const word = fc.constantFrom(
    ...'Иванов Иван Иванович И.И. ООО ИП ТОВ «Ромашка» "Світло" Acme Ltd. John Smith (парикмахер) (ООО Ромашка) , - / | ; 🙂 оглы ван дер'.split(
      ' ',
    ),
  )
  const text = fc.oneof(
    fc.array(word, { maxLength: 7 }).map((words) => words.join(' ')),
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
  )
  fc.assert(
    fc.property(text, (cell) => {
      const { name, company, note } = readNameCell(cell)
      const kept = wordsOf([name, company, note].join(' ')).sort()
      expect(kept).toEqual(wordsOf(cell.normalize('NFC')).sort())
    }),
    { numRuns: 3000 },
  )
})
