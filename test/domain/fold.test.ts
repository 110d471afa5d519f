import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldWord, looseText, prefixesOf, searchKey, sortKey, wordsOf } from '../../src/domain/fold.js'

describe('spellings of one name share a skeleton', () => {
  test.each(
    `Ёлкина ЁЛКИНА ёлкина Елкина Elkina ELKINA Yolkina Yelkina Jolkina
    Ґалаґан Галаган Halahan Galagan
    Щербак Shcherbak Scherbak
    Щукин Shchukin Schukin
    Юлія Юлия Yulia Julia Iuliia Yuliya Yuliia
    Сергей Sergey Sergei Sergej
    Сергій Serhii Serhiy Sergii
    Олексій Oleksii Oleksiy Oleksij
    Євген Yevhen Evgen Jevhen
    Евгений Evgeny Evgeniy Evgenii Yevgeny Yevgeniy
    Хрущёв Хрущев Khrushchev Khrushchyov Hruschev
    Чайковский Tchaikovsky Chaikovskii Chaykovskiy
    Чехов Chekhov Tchekhov
    Жуков Zhukov
    Цой Tsoi Tsoy Coj
    Ющенко Yushchenko Iushchenko
    Шевченко Shevchenko SHEVCHENKO
    Мария Марія Maria Mariya Mariia
    Дарья Дарія Daria Darya
    Татьяна Tatiana Tatyana
    Наталья Наталія Natalia Natalya Nataliia
    Илья Ілля Ilya Ilia Illia
    Фёдор Федор Fedor Fyodor
    Пётр Петр Petr Pyotr
    Соловьёв Соловьев Solovyov Solovyev Solovev
    Воробьёв Vorobyov Vorobyev Vorobev
    Королёв Королев Korolev Korolyov
    Васильев Vasilyev Vasilev
    Дмитрий Дмитрій Dmitry Dmitriy Dmitrii
    Дмитриев Dmitriev Dmitriyev
    Юрий Юрій Yuri Yury Yuriy Yurii Iurii
    Ксения Ксенія Ksenia Kseniya Xenia
    Филипп Filipp Filip
    Яков Yakov Iakov Jakov
    Михаил Mikhail Mihail
    Хмельницький Хмельницкий Khmelnytskyi Khmelnitsky
    Зеленський Зеленский Zelenskyi Zelensky Zelenskyy Zelenskiy
    Гнатюк Hnatiuk Hnatyuk Gnatyuk
    Кличко Klychko Klichko
    Шульц Schultz Shults Shultz
    Шмидт Schmidt Shmidt
    Вагнер Wagner Vagner
    Ольга Olga Olha
    Галина Galina Halyna
    Ігор Игорь Igor Ihor
    Александр Aleksandr Alexandr
    Олександр Oleksandr
    Андрій Andrii Andriy
    Андрей Andrey Andrei
    Андрієнко Андриенко Andriienko Andrienko
    Запорожець Запорожец Zaporozhets
    Гайдай Haidai Gaidai Gayday
    Майя Maya Maia Maiia
    Филипп Philip
    София Sophia
    Тищенко Tyshchenko Tishchenko
    Ігнатенко Игнатенко Ihnatenko Ignatenko
    Подъячев Подьячев Podyachev
    Жанна Zhanna
    Müller Muller
    Łukasz Lukasz`
      .split('\n')
      .flatMap((line) => {
        const [first = '', ...others] = line.trim().split(' ')
        return others.map((other) => [first, other])
      }),
  )('%s = %s', (first = '', other = '') => {
    expect(foldWord(first)).not.toBe('')
    expect(foldWord(other)).toBe(foldWord(first))
  })

  test.each([
    ["Лук'янов", 'Лук’янов'],
    ["Лук'янов", 'Лукʼянов'],
    ["Лук'янов", 'Лукьянов'],
    ["Лук'янов", 'Lukyanov'],
    ["Лук'янов", 'Lukianov'],
    ["Лук'янов", 'Лук`янов'],
    ["Дар'я", 'Дарья'],
    ["Дар'я", 'Daria'],
    ["O'Brien", 'OBrien'],
    ['  Ёлкина   АННА ', 'elkina anna'],
    ['Иванов-Петров', 'Иванов Петров'],
    // Decomposed text, as macOS gives it.
    ['Йосипенко', 'Йосипенко'.normalize('NFD')],
    ['Ёлкина', 'Ёлкина'.normalize('NFD')],
    ['Їжакевич', 'Їжакевич'.normalize('NFD')],
    ['Müller', 'Müller'.normalize('NFD')],
    ['«Ромашка», ООО', 'Romashka OOO'],
  ])('searchKey: %s = %s', (first, other) => expect(searchKey(other)).toBe(searchKey(first)))
})

describe('different names stay apart', () => {
  test.each([
    ['Иванов', 'Иванова'],
    ['Иванов', 'Иваненко'],
    ['Анна', 'Инна'],
    ['Анна', 'Алла'],
    ['Юлия', 'Юрий'],
    ['Мария', 'Марина'],
    ['Коваль', 'Ковальчук'],
    ['Жуков', 'Зуков'],
    ['Чернов', 'Шернов'],
    ['Цой', 'Чой'],
    ['Шевченко', 'Ткаченко'],
    ['Олег', 'Ольга'],
    ['Александр', 'Александра'],
    ['Петр', 'Петро'],
    ['Смирнов', 'Смирнова'],
    ['Кац', 'Кач'],
    ['Лев', 'Леся'],
    ['Rome', 'Romy'],
    ['1', '2'],
    ['11', '1'],
    ['100', '10'],
    ['李', '王'],
  ])('%s and %s', (first, other) => expect(foldWord(other)).not.toBe(foldWord(first)))
})

describe('a typed beginning is found', () => {
  const begins = (typed: string, word: string): boolean =>
    prefixesOf(typed).some((prefix) => foldWord(word).startsWith(prefix))

  test.each([
    ['s', 'Шевченко'],
    ['sh', 'Шевченко'],
    ['shev', 'Шевченко'],
    ['Shevc', 'Шевченко'],
    ['SHEVC', 'Шевченко'],
    ['shevch', 'Шевченко'],
    ['шев', 'Шевченко'],
    ['Шевч', 'Шевченко'],
    ['шевченко', 'Shevchenko'],
    ['yo', 'Ёлкина'],
    ['y', 'Ёлкина'],
    ['el', 'Ёлкина'],
    ['ёл', 'Elkina'],
    ['ел', 'Ёлкина'],
    ['k', 'Хрущёв'],
    ['kh', 'Хрущёв'],
    ['khrus', 'Хрущёв'],
    ['khrush', 'Хрущёв'],
    ['khrushc', 'Хрущёв'],
    ['z', 'Жуков'],
    ['zh', 'Жуков'],
    ['t', 'Цой'],
    ['ts', 'Цой'],
    ['y', 'Юлия'],
    ['yu', 'Юлия'],
    ['yuli', 'Юлия'],
    ['juli', 'Юлия'],
    ['i', 'Iuliia'],
    ['c', 'Чехов'],
    ['sc', 'Щербак'],
    ['shc', 'Щербак'],
    ['shch', 'Щербак'],
    ['щ', 'Shcherbak'],
    ['mari', 'Мария'],
    ['mariy', 'Мария'],
    ['hnat', 'Гнатюк'],
    ['гнатю', 'Hnatiuk'],
    ['xe', 'Ксения'],
    ['12', '1234'],
    ['Мари', 'Мария'],
    ['Юли', 'Юлия'],
    ['Наталі', 'Наталія'],
    ['Май', 'Майя'],
    ['Виктори', 'Виктория'],
    ['T', 'Tchaikovsky'],
    ['Bec', 'Beck'],
    ['J', 'Jevhen'],
    ['J', 'Jolkina'],
  ])('%s begins %s', (typed, word) => expect(begins(typed, word)).toBe(true))

  test.each([
    ['sho', 'Шевченко'],
    ['evch', 'Шевченко'],
    ['Ив', 'Петров'],
  ])('%s does not begin %s', (typed, word) => expect(begins(typed, word)).toBe(false))

  test('prefixes are never empty', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(prefixesOf(text)).not.toContain('')
      }),
    )
    expect(prefixesOf('ъ')).toEqual([])
    // One letter again and again is no beginning of Zed, Жанна or Олег, but a word: «ООО».
    expect(prefixesOf('zzz')).toEqual(['z '])
    expect(prefixesOf('ООО')).toEqual(['o '])
    expect(prefixesOf('ъъъ')).toEqual([])
    expect(prefixesOf('aa')).toContain('a')
  })
})

describe('known limits', () => {
  // Spellings in use that do not meet: left for the issue on matching, as every rule that joins them also joins others.
  test.each([
    // «ье», «є» as `ie`: very common for -ьев, and what passports had for years.
    ['Соловьёв', 'Soloviev'],
    ['Васильев', 'Vasiliev'],
    ['Євген', 'Ievgen'],
    // `io` for ё.
    ['Пётр', 'Piotr'],
    ['Фёдор', 'Fiodor'],
    // «йо» in Cyrillic and `yo` in Latin.
    ['Йосип', 'Yosyp'],
    // ISO 9: accents fall away before they are looked at.
    ['Жуков', 'Žukov'],
    // German and English spellings.
    ['Кличко', 'Klitschko'],
    ['Александр', 'Alexander'],
    ['Мюллер', 'Mueller'],
    // A Latin letter inside a Cyrillic word that only looks alike.
    ['Сергей', 'Cергей'],
  ])('%s and %s do not meet', (first, other) => expect(foldWord(other)).not.toBe(foldWord(first)))

  // Different names of one skeleton: я is `a`, double letters are one, х and г share a letter because of the Latin `h`.
  // Search finds one too many; matching tells Яна from Анна by her first letter, but not Харин from Гарин.
  test.each([
    ['Анна', 'Яна'],
    ['Харин', 'Гарин'],
  ])('%s and %s meet', (first, other) => expect(foldWord(other)).toBe(foldWord(first)))

  test('«ь» alone begins nothing', () => expect(prefixesOf('ь')).toEqual([]))
})

describe('foldWord takes anything', () => {
  test('never throws and does not depend on case', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), (text) => {
        foldWord(text)
        searchKey(text)
        looseText(text)
        sortKey(text)
      }),
      { numRuns: 2000 },
    )
    const letters = 'абвгґдеєёжзиіїйклмнопрстуфхцчшщъыьэюяabcdefghijklmnopqrstuvwxyz'
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...letters), maxLength: 12 }), (word) => {
        expect(foldWord(word.toUpperCase())).toBe(foldWord(word))
        expect(foldWord(`${word.slice(0, 1).toUpperCase()}${word.slice(1)}`)).toBe(foldWord(word))
        expect(foldWord(word)).toMatch(/^[a-z]*$/)
        expect(foldWord(word.normalize('NFD'))).toBe(foldWord(word))
      }),
      { numRuns: 2000 },
    )
  })

  test('lone surrogates and names of Object.prototype are words like others', () => {
    expect(foldWord('constructor')).toBe(foldWord('CONSTRUCTOR'))
    expect(() => foldWord('\ud800')).not.toThrow()
    expect(foldWord('')).toBe('')
  })

  test('the memory of words does not change an answer', () => {
    const before = foldWord('Шевченко')
    for (let index = 0; index < 51_000; index += 1) foldWord(`w${index}`)
    expect(foldWord('Шевченко')).toBe(before)
  })
})

describe('wordsOf', () => {
  test.each([
    ['Ёлкина Анна', ['Ёлкина', 'Анна']],
    ["Лук'янов", ['Лукянов']],
    ['Иванов-Петров', ['Иванов', 'Петров']],
    ['ООО «Ромашка»', ['ООО', 'Ромашка']],
    ['a.b+c@d.e', ['a', 'b', 'c', 'd', 'e']],
    ['Müller 2', ['Müller', '2']],
    ['', []],
    [' - ', []],
    ['«»', []],
  ])('%s', (text, words) => expect(wordsOf(text)).toEqual(words))
})

describe('sortKey', () => {
  const sorted = (words: string[]) =>
    words.toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : sortKey(a) > sortKey(b) ? 1 : 0))

  test.each([
    ['Russian: ё beside е', ['Егоров', 'Ёлкина', 'Ельцин', 'Жуков']],
    ['Russian', ['Анна', 'Борис', 'Ева', 'Ёлка', 'Жанна', 'Зоя', 'Игорь', 'Йод', 'Яна']],
    ['Ukrainian: г ґ д', ['Галина', 'Гнат', 'Ґалаґан', 'Ґудзь', 'Дмитро']],
    ['Ukrainian: е є ж', ['Еней', 'Емма', 'Євген', 'Єва', 'Жанна'].toSorted((a, b) => a.localeCompare(b, 'uk'))],
    ['Ukrainian: и і ї й', ['Ива', 'Іван', 'Ігор', 'Їжак', 'Йосип', 'Катерина']],
    ['quotation marks set aside', ['«Астра»', 'Берёзка', '"Ваза"', '«Горн»']],
    ['case set aside', ['анна', 'Борис', 'вера', 'ГАЛИНА']],
  ])('%s', (_, words) => expect(sorted(words.toReversed())).toEqual(words))

  test.each([
    ['е', 'ё'],
    ['ё', 'ж'],
    ['г', 'ґ'],
    ['ґ', 'д'],
    ['е', 'є'],
    ['є', 'ж'],
    ['и', 'і'],
    ['і', 'ї'],
    ['ї', 'й'],
    ['й', 'к'],
  ])('%s is not behind %s', (a, b) => {
    expect(sortKey(a) <= sortKey(b)).toBe(true)
    expect(sortKey(a.toUpperCase())).toBe(sortKey(a))
    expect(sortKey(b.normalize('NFD'))).toBe(sortKey(b))
  })
})

describe('looseText', () => {
  test.each([
    ['Ёлкина', 'елкина'],
    ['Київ', 'КИЇВ'],
    ['Ігор', 'Игор'],
    ['ґанок', 'Ганок'],
    ['п’ять', "п'ять"],
    [' Киев ', 'киев'],
  ])('%s = %s', (a, b) => expect(looseText(a)).toBe(looseText(b)))
  test.each([
    ['Анна', 'Anna'],
    ['Киев', 'Київ'],
  ])('%s and %s differ', (a, b) => expect(looseText(a)).not.toBe(looseText(b)))
})
