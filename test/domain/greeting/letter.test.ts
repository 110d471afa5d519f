import { describe, expect, test } from 'vitest'
import { isWrittenIn, letterLanguage } from '../../../src/domain/greeting/language.js'
import { type Addressee, calledOf, templateNames, writeLetter } from '../../../src/domain/greeting/letter.js'
import { OCCASIONS, type Occasion, type OccasionKey } from '../../../src/domain/greeting/occasions.js'
import { personOf } from '../../../src/domain/greeting/person.js'
import { sexOf } from '../../../src/domain/greeting/sex.js'
import { splitName } from '../../../src/domain/name-split.js'
import { celebrated, LETTERS } from '../../../src/words/greeting/letters.js'

type Language = 'en' | 'ru' | 'uk'

const to = (name: string, language: Language, more: Partial<Addressee> = {}): Addressee => {
  const split = splitName(name)
  const person = personOf({ ...split, sex: more.sex ?? null })
  return { ...person, kind: 'person', company: null, language, closeness: 'formal', ...more }
}

const company = (language: Language): Addressee => ({
  ...to('ООО Василёк', language, { kind: 'company' }),
  family_name: null,
  given_name: null,
})

const about = (key: OccasionKey, more: Partial<Occasion> = {}): Occasion => ({
  key,
  holiday: null,
  name: null,
  who: null,
  years: null,
  isBelated: false,
  ...more,
})

const write = (addressee: Addressee, occasion: Occasion, name: string | null = null, sign = '') =>
  writeLetter(addressee, { occasion, timing: 'day', name, sign }, LETTERS[addressee.language], new Map())

describe('the address', () => {
  test.each<[string, Language, 'formal' | 'close', string]>([
    ['Громова Ольга Ильинична', 'ru', 'formal', 'Уважаемая Ольга Ильинична!'],
    ['Ёлкин Пётр Сергеевич', 'ru', 'formal', 'Уважаемый Пётр Сергеевич!'],
    ['Ольга Громова', 'ru', 'formal', 'Здравствуйте, Ольга!'],
    ['Саша Ким', 'ru', 'formal', 'Здравствуйте, Саша Ким!'],
    ['Петров И. С.', 'ru', 'formal', 'Здравствуйте, Петров И. С.!'],
    ['Оля Громова', 'ru', 'close', 'Привет, Оля!'],
    ['Громова Ольга Іллівна', 'uk', 'formal', 'Шановна Ольго Іллівно!'],
    ['Шевченко Олександр Іванович', 'uk', 'formal', 'Шановний Олександре Івановичу!'],
    ['Ґалаґан Андрій', 'uk', 'formal', 'Шановний Андрію!'],
    ['Саша Кім', 'uk', 'formal', 'Доброго дня, Сашо Кім!'],
    ['Коваль Сашко', 'uk', 'close', 'Привіт, Сашку!'],
    ['Peter Brown', 'en', 'formal', 'Dear Peter,'],
    ["O'Brien-Ñandú Peter", 'en', 'close', 'Hi Peter,'],
    ["O'Brien-Ñandú Peter 🎂", 'en', 'formal', 'Dear Peter,'],
    ['Соседка Люба', 'ru', 'formal', 'Здравствуйте, Люба!'],
    ['Маша и Петя', 'ru', 'formal', 'Здравствуйте, Маша и Петя!'],
    ['🎂', 'en', 'formal', 'Dear 🎂,'],
    ['🎂', 'ru', 'close', 'Привет!'],
  ])('%s, %s, %s', (name, language, closeness, address) => {
    const addressee = to(name, language, { closeness })
    expect(LETTERS[language].address(calledOf(addressee), closeness)).toBe(address)
  })

  test('a company is addressed as several people, with a small вы', () => {
    expect(write(company('ru'), about('company-day')).text).toMatch(/^Уважаемые коллеги!\n\n.* поздравляю вас с /)
    expect(write(company('uk'), about('company-day')).text).toMatch(/^Шановні колеги!\n\n.* вітаю вас із /)
    expect(write(company('en'), about('company-day')).text).toMatch(/^Dear colleagues,\n/)
  })
})

describe('sex', () => {
  test.each<[string, 'male' | 'female' | null]>([
    ['Ёлкина Любовь', 'female'],
    ['Ильин Никита', 'male'],
    ['Коваль Микола', 'male'],
    ['Саша Ким', null],
    ['Саша Петрова', 'female'],
    ['Бгхтвщ Тшщк', null],
    ['Peter Brown', 'male'],
  ])('%s', (name, sex) => expect(sexOf(personOf({ ...splitName(name), sex: null }))).toBe(sex))

  test('what was entered goes before what the name shows', () =>
    expect(sexOf({ ...splitName('Ильин Никита'), sex: 'female' })).toBe('female'))
})

describe('the language', () => {
  test.each<[string | null, string, Language, Language]>([
    ['uk', 'Peter', 'en', 'uk'],
    ['UA', 'Peter', 'en', 'uk'],
    [null, 'Ґалаґан Андрій', 'ru', 'uk'],
    [null, 'Ольга', 'en', 'ru'],
    [null, 'Ольга', 'uk', 'uk'],
    [null, 'Peter', 'ru', 'en'],
    ['xx', 'Ольга', 'ru', 'ru'],
    [null, '🎂', 'ru', 'en'],
  ])('%s, %s, the user’s %s → %s', (entered, name, own, language) =>
    expect(letterLanguage(entered, name, own)).toBe(language),
  )

  test('what is written in another language does not go into a letter', () => {
    expect(isWrittenIn('ru', 'wedding')).toBe(false)
    expect(isWrittenIn('ru', 'весілля')).toBe(false)
    expect(isWrittenIn('en', 'свадьба')).toBe(false)
    expect(write(to('Ольга Громова', 'ru'), about('generic'), 'moving day').text).not.toContain('moving')
    expect(write(to('Ольга Громова', 'ru'), about('generic'), 'годовщина переезда').text).toContain(
      ': годовщина переезда.',
    )
  })
})

describe('whose birthday it is', () => {
  test.each<[string, Language, 'formal' | 'close', string]>([
    ['жена Анна', 'ru', 'formal', 'днём рождения супруги Анны!'],
    ['wife Anna', 'ru', 'close', 'днём рождения жены!'],
    ['муж Пётр', 'ru', 'formal', 'днём рождения супруга Петра!'],
    ['Лев', 'ru', 'formal', 'днём рождения Льва!'],
    ['сын Саша', 'ru', 'close', 'днём рождения сына Саши!'],
    ['tenant', 'ru', 'formal', 'днём рождения близкого человека!'],
    ['дочь Варвара', 'ru', 'formal', 'днём рождения дочери Варвары!'],
    ['жена Громова', 'ru', 'formal', 'днём рождения супруги!'],
    ['син Марко', 'uk', 'formal', 'із днем народження сина Марка!'],
    ['дружина Ганна', 'uk', 'formal', 'із днем народження дружини Ганни!'],
    ['доня Оля', 'uk', 'close', 'тебе з днем народження доньки Олі!'],
    ['wife Anna', 'en', 'formal', 'Happy birthday to your wife Anna!'],
    ['жена', 'en', 'formal', 'Happy birthday to your wife!'],
    ['?', 'en', 'formal', 'the birthday in your family!'],
  ])('%s, %s, %s', (who, language, closeness, said) => {
    const name = language === 'en' ? 'Peter Brown' : 'Громов Игорь Львович'
    expect(write(to(name, language, { closeness }), about('birthday-family', { who })).text).toContain(said)
  })

  test('of a company it is somebody who works there', () =>
    expect(write(company('ru'), about('birthday-staff', { who: 'бухгалтер Анна Петровна' })).text).toContain(
      'день рождения Анны Петровны.',
    ))
})

describe('every letter', () => {
  const people: Addressee[] = (['en', 'ru', 'uk'] as const).flatMap((language) => [
    ...(['formal', 'close'] as const).map((closeness) =>
      to(language === 'en' ? 'Peter Brown' : 'Громова Ольга', language, { closeness }),
    ),
    company(language),
  ])
  const all = people.flatMap((addressee) =>
    OCCASIONS.flatMap((key) => [false, true].map((isBelated) => ({ addressee, key, isBelated }))),
  )

  test.each(all)(
    '$addressee.language $addressee.closeness $addressee.kind $key $isBelated',
    ({ addressee, key, isBelated }) => {
      const { subject, text } = write(addressee, about(key, { isBelated, years: 2 }), null, 'Мария')
      expect(subject).not.toBe('')
      expect(text).toMatch(/\nМария$/)
      expect(`${subject}${text}`).not.toMatch(/[{}]|null|undefined| {2}|[ ,.!]{2}[.!,]|NaN/)
      // Nobody's sex is told of who writes, nor of the one to whom one says ты.
      expect(text).not.toMatch(/\b(рад|рада|готов|готова|радий)\b|\p{L}+лся|\p{L}+лась|\(а\)/u)
      if (addressee.closeness === 'close' && addressee.kind === 'person')
        expect(text).not.toMatch(/(?<!\p{L})(Вас|Вам|Вами)(?!\p{L})/u)
      else expect(text).not.toMatch(/(?<!\p{L})(тебя|тебе|тобі|тобою)(?!\p{L})/u)
      if (addressee.kind === 'company') expect(text).not.toMatch(/(?<!\p{L})(Вас|Вам|Вами)(?!\p{L})/u)
      if (isBelated && key !== 'first-order' && key !== 'generic')
        expect(text).toMatch(/прошедш|наступивш|Недавно|минул|вже настав|Нещодавно|[Bb]elated|recent/)
    },
  )

  test('New Year is greeted before it comes, too', () => {
    const early = (language: Language) =>
      writeLetter(
        to('Громова Ольга', language),
        { occasion: about('new-year'), timing: 'early', name: null, sign: '' },
        LETTERS[language],
        new Map(),
      ).text
    expect(early('ru')).toContain('с наступающим Новым годом!')
    expect(early('uk')).toContain('із прийдешнім Новим роком!')
  })

  test.each<[Language, string, string]>([
    ['ru', 'День учителя', 'С Днём учителя!'],
    ['ru', 'Всемирный день фармацевта', 'Со Всемирным днём фармацевта!'],
    ['ru', 'Наурыз', 'С праздником «Наурыз»!'],
    ['ru', '1 Мая', 'С 1 Мая!'],
    ['uk', 'День учителя', 'З Днем учителя!'],
    ['uk', 'Навруз', 'Зі святом «Навруз»!'],
    ['en', 'Teachers’ Day', 'Happy Teachers’ Day!'],
  ])('%s: a holiday is called %s', (language, name, subject) =>
    expect(write(to('Громова Ольга', language), about('holiday'), name).subject).toBe(subject),
  )

  test('a holiday is not called by the country that lists tell it apart by', () => {
    expect(celebrated('День матери в Украине')).toBe('День матери')
    expect(celebrated('Unity Day (Ukraine)')).toBe('Unity Day')
    expect(celebrated('День России')).toBe('День России')
  })

  test('years since the first order are said as in a letter', () => {
    const said = (years: number) => write(to('Громова Ольга', 'ru'), about('first-order', { years })).text
    expect(said(1)).toContain('Год назад мы с Вами')
    expect(said(5)).toContain('Пять лет назад')
    expect(said(21)).toContain('21 год назад')
    expect(write(to('Ковальчук Олена', 'uk'), about('first-order', { years: 2 })).text).toContain('Два роки тому ми')
  })
})

test('a template of one’s own is sought from the most fitting to the plainest', () => {
  expect(templateNames(about('birthday-round'), 'uk', 'close')).toEqual([
    'birthday-round.uk.close',
    'birthday-round.uk',
    'birthday-round.close',
    'birthday-round',
    'birthday.uk.close',
    'birthday.uk',
    'birthday.close',
    'birthday',
  ])
  expect(templateNames(about('birthday', { isBelated: true }), 'ru', 'formal')[0]).toBe('birthday-belated.ru.formal')
})
