import { describe, expect, test } from 'vitest'
import { addDays } from '../../src/domain/calendar.js'
import { FIELD_TYPES } from '../../src/domain/client.js'
import type { Reason } from '../../src/domain/day/reason.js'
import type { Remark, RowProblem } from '../../src/domain/draft.js'
import { HANDLE_KINDS } from '../../src/domain/handle.js'
import { LANGUAGES, languageOf, wordsIn } from '../../src/words/catalogue.js'
import { en } from '../../src/words/en.js'
import { plural } from '../../src/words/plural.js'
import { ru } from '../../src/words/ru.js'
import { uk } from '../../src/words/uk.js'

type Leaf = string | ((...given: never[]) => unknown)

/** Every word with the way to it: `errors.when.unreadable`. */
function leaves(value: unknown, path = ''): [string, Leaf][] {
  if (typeof value === 'string' || typeof value === 'function') return [[path, value as Leaf]]
  return Object.entries(value as object).flatMap(([key, each]) => leaves(each, path === '' ? key : `${path}.${key}`))
}

const english = new Map(leaves(en))
const others = [
  ['ru', ru],
  ['uk', uk],
] as const

/** The same in all languages: signs, names and pure forms without a word. */
const SAME = new Set([
  // names of things
  'card.vip',
  'fields.vip',
  'checking.names.engine',
  ...HANDLE_KINDS.filter((kind) => kind !== 'url').map((kind) => `fields.${kind}`),
  'import.formats.vcard',
  'import.formats.json',
  'import.formats.ndjson',
  // a sign
  'import.undecided',
  // a command to be typed
  'schedule.units.enable',
  // values of a flag, which are typed the same whatever the language
  'help.flags.result',
  'help.flags.only',
])

describe.each(others)('%s', (language, words) => {
  const own = new Map(leaves(words))

  test('has the words of English, no more and no fewer', () => {
    expect([...own.keys()].toSorted()).toEqual([...english.keys()].toSorted())
    expect(words.language).toBe(language)
  })

  test('its functions take what the English ones take', () => {
    const arity = (map: Map<string, Leaf>) =>
      [...map].map(([path, leaf]) => `${path}: ${typeof leaf === 'function' ? leaf.length : 'text'}`).toSorted()
    const equal = arity(own).filter((each) => !each.startsWith('language'))
    // A function may leave out what its language does not say, but may not ask for more.
    for (const [path, leaf] of own) {
      const model = english.get(path)
      expect(`${path}: ${typeof leaf}`).toBe(`${path}: ${typeof model}`)
      if (typeof leaf === 'function' && typeof model === 'function')
        expect(`${path}: ${leaf.length}`).toBe(`${path}: ${model.length}`)
    }
    expect(equal.length).toBeGreaterThan(300)
  })

  test('nothing was left in English', () => {
    const same = [...own]
      .filter(([path, leaf]) => typeof leaf === 'string' && leaf === english.get(path))
      .map(([path]) => path)
    expect(same.filter((path) => !SAME.has(path))).toEqual([])
  })

  test('texts have letters of the language', () => {
    const bare = [...own]
      .filter(
        ([path, leaf]) =>
          typeof leaf === 'string' && !/[а-яіїєґ]/i.test(leaf) && !SAME.has(path) && path !== 'language',
      )
      .map(([path]) => path)
    expect(bare.toSorted()).toEqual(['fields.id'])
  })

  test('letters of the other language do not slip in', () => {
    const foreign = language === 'ru' ? /[іїєґ]/i : /[ыэёъ]/i
    const texts = [...own].filter(([, leaf]) => typeof leaf === 'string' && foreign.test(leaf))
    expect(texts).toEqual([])
    const code = [...own].filter(([, leaf]) => typeof leaf === 'function' && foreign.test(String(leaf)))
    expect(code.map(([path]) => path)).toEqual([])
  })

  test('no Latin letter stands inside a Cyrillic word', () => {
    const mixed = /[a-z][а-яёіїєґ]|[а-яёіїєґ][a-z]/i
    const found = [...own]
      .map(([path, leaf]): [string, string] => [path, String(leaf)])
      .filter(([, text]) => mixed.test(text.replace(/\\[nrt]/g, ' ')))
    expect(found).toEqual([])
  })

  test('names the same flags and commands as English', () => {
    for (const [path, leaf] of own) {
      if (typeof leaf !== 'string') continue
      const flags = (text: unknown) => (String(text).match(/--[a-z-]+/g) ?? []).toSorted()
      expect([path, flags(leaf)]).toEqual([path, flags(english.get(path))])
    }
  })

  test('every table of fields and problems is complete', () => {
    for (const type of FIELD_TYPES) {
      expect(words.errors.badCustom('k', 'v', type, [])).toMatch(/k.*v/s)
      expect(words.filter.errors.wrongValue('k', 'v', type)).toMatch(/k.*v/s)
      expect(words.filter.errors.wrongValue('k', 'v', type)).not.toContain('undefined')
    }
    expect(words.months).toHaveLength(12)
    expect(words.weekdays).toHaveLength(7)
    for (let month = 1; month <= 12; month += 1) {
      expect(words.shortDate(5, month, null)).toMatch(/^5 \p{L}+\.?$/u)
      expect(words.shortDate(5, month, 2026)).toMatch(/^5 \p{L}+\.? 2026$/u)
    }
  })
})

describe('every row problem is said in every language', () => {
  const problems: RowProblem[] = [
    { code: 'no-sum' },
    { code: 'bad-sum', value: 'v', column: 'c' },
    { code: 'negative-sum', value: 'v', column: 'c' },
    { code: 'ambiguous-sum', value: 'v', column: 'c' },
    { code: 'bad-currency', value: 'v', column: 'c' },
    { code: 'order-conflict', number: 'A-1', id: 7, name: 'Ёлкина Анна' },
    { code: 'no-name' },
    { code: 'bad-phone', value: 'V', column: 'C' },
    { code: 'bad-email', value: 'V', column: 'C' },
    { code: 'bad-handle', value: 'V', column: 'C' },
    { code: 'bad-date', value: 'V', column: 'C' },
    { code: 'impossible-date', value: 'V', column: 'C' },
    { code: 'ambiguous-date', value: 'V', column: 'C' },
    { code: 'future-date', value: 'V', column: 'C' },
    ...FIELD_TYPES.map((expected) => ({ code: 'bad-value' as const, value: 'V', column: 'C', expected })),
    { code: 'bad-value', value: 'V', column: 'C', expected: 'status' },
    { code: 'lost-digits', value: '7,916E+10', column: 'Phone' },
    { code: 'no-client' },
    { code: 'unknown-client', who: 'Ёлкина', nearest: ['Елкина Анна'] },
    { code: 'unknown-client', who: 'Ёлкина', nearest: [] },
    { code: 'several-clients', who: 'Ёлкина', candidates: ['Ёлкина Анна (1)', 'Ёлкина Яна (2)'] },
    { code: 'no-date' },
    { code: 'external-conflict', id: 5, name: 'N' },
    { code: 'bad-record' },
    { code: 'broken-line' },
    { code: 'broken-signs' },
    { code: 'too-long', field: 'name', length: 12_345, most: 1_000 },
    { code: 'broken-card', why: 'no-end' },
    { code: 'broken-card', why: 'outside' },
  ]
  test.each(problems.flatMap((problem) => ([en, ru, uk] as const).map((words) => [words.language, problem] as const)))(
    '%s: %j',
    (language, problem) => {
      const words = language === 'ru' ? ru : language === 'uk' ? uk : en
      const said = words.problem(problem)
      expect(said).not.toMatch(/undefined|null|\[object/)
      if ('value' in problem) expect(said).toContain(problem.value)
      if ('column' in problem) expect(said).toContain(problem.column)
      if ('count' in problem) expect(said).toContain('7')
    },
  )
})

describe('every remark is said in every language', () => {
  const remarks: Remark[] = [
    { code: 'extra-cells', count: 7 },
    { code: 'only-name' },
    { code: 'differs', column: 'C', value: 'V', base: 'B' },
    { code: 'kept-as-note', column: 'C', value: 'V' },
    { code: 'kept-as-note', column: 'C', value: 'V', why: { code: 'impossible-date', column: 'C', value: 'V' } },
    { code: 'named-by', value: 'V' },
    { code: 'refusal-for-all', value: 'a@example.com', clients: 'Ёлкина Анна (1), Ґалаґан (2)' },
    { code: 'no-referrer', value: '17' },
    { code: 'repaired', column: 'C', value: 'V', became: 'B' },
  ]
  test.each(remarks.flatMap((remark) => [en, ru, uk].map((words) => [words.language, remark, words] as const)))(
    '%s: %j',
    (_, remark, words) => {
      const said = words.remark(remark)
      expect(said).not.toMatch(/undefined|null|\[object/)
      for (const [key, value] of Object.entries(remark))
        if (key !== 'code' && key !== 'why') expect(said).toContain(String(value))
      if ('why' in remark && remark.why) expect(said).toContain(words.problem(remark.why))
    },
  )
})

describe('plurals', () => {
  test.each([
    [0, 'клиентов', 'клієнтів', 'clients'],
    [1, 'клиент', 'клієнт', 'client'],
    [2, 'клиента', 'клієнти', 'clients'],
    [4, 'клиента', 'клієнти', 'clients'],
    [5, 'клиентов', 'клієнтів', 'clients'],
    [11, 'клиентов', 'клієнтів', 'clients'],
    [12, 'клиентов', 'клієнтів', 'clients'],
    [21, 'клиент', 'клієнт', 'clients'],
    [22, 'клиента', 'клієнти', 'clients'],
    [25, 'клиентов', 'клієнтів', 'clients'],
    [111, 'клиентов', 'клієнтів', 'clients'],
    [1001, 'клиент', 'клієнт', 'clients'],
    [-1, 'клиент', 'клієнт', 'client'],
    [1.5, 'клиента*', 'клієнта', 'clients'],
  ])('%d %s, %s, %s', (number, russian, ukrainian, inEnglish) => {
    expect(plural('ru')(number, { one: 'клиент', few: 'клиента', many: 'клиентов', other: 'клиента*' })).toBe(russian)
    expect(plural('uk')(number, { one: 'клієнт', few: 'клієнти', many: 'клієнтів', other: 'клієнта' })).toBe(ukrainian)
    expect(plural('en')(number, { one: 'client', other: 'clients' })).toBe(inEnglish)
  })

  test.each([
    [
      1,
      'Под фильтр подходит 1 клиент; чтобы изменить, добавьте --all.',
      'Під фільтр підходить 1 клієнт; щоб змінити, додайте --all.',
    ],
    [
      2,
      'Под фильтр подходят 2 клиента; чтобы изменить, добавьте --all.',
      'Під фільтр підходять 2 клієнти; щоб змінити, додайте --all.',
    ],
    [
      5,
      'Под фильтр подходит 5 клиентов; чтобы изменить, добавьте --all.',
      'Під фільтр підходить 5 клієнтів; щоб змінити, додайте --all.',
    ],
    [
      21,
      'Под фильтр подходит 21 клиент; чтобы изменить, добавьте --all.',
      'Під фільтр підходить 21 клієнт; щоб змінити, додайте --all.',
    ],
  ])('allNeeded, %i', (number, russian, ukrainian) => {
    expect(ru.errors.allNeeded(number)).toBe(russian)
    expect(uk.errors.allNeeded(number)).toBe(ukrainian)
  })

  test.each([
    [
      1,
      'Поле x заполнено у 1 клиента; сначала очистите его там.',
      'Поле x заповнено в 1 клієнта; спершу очистьте його там.',
    ],
    [
      2,
      'Поле x заполнено у 2 клиентов; сначала очистите его там.',
      'Поле x заповнено в 2 клієнтів; спершу очистьте його там.',
    ],
    [
      5,
      'Поле x заполнено у 5 клиентов; сначала очистите его там.',
      'Поле x заповнено в 5 клієнтів; спершу очистьте його там.',
    ],
    [
      21,
      'Поле x заполнено у 21 клиента; сначала очистите его там.',
      'Поле x заповнено в 21 клієнта; спершу очистьте його там.',
    ],
  ])('fieldInUse, %i', (number, russian, ukrainian) => {
    expect(ru.errors.fieldInUse('x', number)).toBe(russian)
    expect(uk.errors.fieldInUse('x', number)).toBe(ukrainian)
  })

  test.each([
    [1, 'Изменён 1 клиент.', 'Змінено 1 клієнта.', 'Changed 1 client.'],
    [2, 'Изменено 2 клиента.', 'Змінено 2 клієнтів.', 'Changed 2 clients.'],
    [5, 'Изменено 5 клиентов.', 'Змінено 5 клієнтів.', 'Changed 5 clients.'],
    [21, 'Изменён 21 клиент.', 'Змінено 21 клієнта.', 'Changed 21 clients.'],
  ])('edited, %i', (number, russian, ukrainian, inEnglish) => {
    expect(ru.done.edited(number)).toBe(russian)
    expect(uk.done.edited(number)).toBe(ukrainian)
    expect(en.done.edited(number)).toBe(inEnglish)
  })

  test.each([
    [1, '1 строка …', '1 рядок …'],
    [2, '2 строки …', '2 рядки …'],
    [5, '5 строк …', '5 рядків …'],
    [21, '21 строка …', '21 рядок …'],
  ])('progress, %i', (number, russian, ukrainian) => {
    expect(ru.import.progress(number)).toBe(russian)
    expect(uk.import.progress(number)).toBe(ukrainian)
  })

  const late = (days: number): Reason => ({
    code: 'promised',
    promise: 1,
    kind: 'call',
    due: '2026-11-22',
    time: null,
    days,
    text: null,
    snoozed: false,
    held: null,
  })
  test.each([
    [1, 'завтра', 'завтра', 'tomorrow'],
    [2, 'через 2 дня', 'через 2 дні', 'in 2 days'],
    [5, 'через 5 дней', 'через 5 днів', 'in 5 days'],
    [21, 'через 21 день', 'через 21 день', 'in 21 days'],
    [-1, 'опоздание 1 день', 'запізнення 1 день', '1 day late'],
    [-2, 'опоздание 2 дня', 'запізнення 2 дні', '2 days late'],
    [-5, 'опоздание 5 дней', 'запізнення 5 днів', '5 days late'],
    [-21, 'опоздание 21 день', 'запізнення 21 день', '21 days late'],
    [0, 'обещано на сегодня', 'обіцяно на сьогодні', 'promised for today'],
  ])('a promise %i days away', (days, russian, ukrainian, inEnglish) => {
    expect(ru.today.reason(late(days))).toBe(russian)
    expect(uk.today.reason(late(days))).toBe(ukrainian)
    expect(en.today.reason(late(days))).toBe(inEnglish)
  })

  const wedding = (years: number): Reason => ({
    code: 'occasion',
    date: 1,
    occasion: 'anniversary',
    who: null,
    on: '2026-11-22',
    days: 0,
    years,
    round: false,
  })
  test.each([
    [1, 'годовщина, 1 год – сегодня', 'річниця, 1 рік – сьогодні'],
    [2, 'годовщина, 2 года – сегодня', 'річниця, 2 роки – сьогодні'],
    [5, 'годовщина, 5 лет – сегодня', 'річниця, 5 років – сьогодні'],
    [21, 'годовщина, 21 год – сегодня', 'річниця, 21 рік – сьогодні'],
  ])('%i years', (years, russian, ukrainian) => {
    expect(ru.today.reason(wedding(years))).toBe(russian)
    expect(uk.today.reason(wedding(years))).toBe(ukrainian)
  })

  test('one row is not “1 rows” in English either', () => {
    expect(en.import.counts.rows(1)).toBe('1 row')
    expect(en.import.rejects(1, 'f')).toMatch(/^1 rejected row is/)
  })
})

describe('every reason is said in every language', () => {
  const TODAY = '2026-11-22'
  const dated = (days: number) => ({ on: addDays(TODAY, days), days })
  const promise = { code: 'promised', promise: 1, kind: 'call', due: TODAY, time: null, days: 0 } as const
  const given = { ...promise, text: 'call back', snoozed: false, held: null } as const
  const unpaid = { code: 'unpaid', order: 5, sum: '12500.00 RUB', what: 'logo' } as const
  const beat = { ...dated(-14), expected_on: '2026-11-02', gap: 30 } as const
  const cadence = { code: 'cadence', ...dated(-7), by: 'hand', name: null, from: '2026-11-01' } as const
  const birthday = { code: 'occasion', date: 1, occasion: 'birthday', who: null, years: null, round: false } as const
  const present = {
    code: 'gift',
    ...dated(5),
    date: 1,
    occasion: 'birthday',
    who: null,
    years: null,
    gift: 'X',
  } as const
  test.each<[Reason, string, string, string]>([
    [given, 'call back', 'call back', 'call back'],
    [
      { ...given, held: 'opted-out' },
      'call back – asked not to be called',
      'call back – просили не звонить',
      'call back – просили не дзвонити',
    ],
    [
      { ...given, days: -2, held: 'paused' },
      'call back – 2 days late, paused',
      'call back – опоздание 2 дня, на паузе',
      'call back – запізнення 2 дні, на паузі',
    ],
    [
      { ...given, snoozed: true, time: null },
      'call back – promised for today, put off before',
      'call back – обещано на сегодня, уже откладывали',
      'call back – обіцяно на сьогодні, уже відкладали',
    ],
    [{ ...given, time: '11:30', text: null }, 'at 11:30', 'в 11:30', 'об 11:30'],
    [
      { ...given, days: 1, time: '11:30' },
      'call back – tomorrow at 11:30',
      'call back – завтра в 11:30',
      'call back – завтра об 11:30',
    ],
    [
      { ...given, days: 3, time: '14:30' },
      'call back – in 3 days at 14:30',
      'call back – через 3 дня в 14:30',
      'call back – через 3 дні о 14:30',
    ],
    ...(
      [
        [0, 'today', 'с сегодняшнего дня', 'із сьогодні'],
        [-1, 'yesterday', 'со вчерашнего дня', 'з учора'],
        [-2, 'Friday', 'с пятницы', 'з п’ятниці'],
        [-4, 'Wednesday', 'со среды', 'із середи'],
        [-5, 'Tuesday', 'со вторника', 'з вівторка'],
        [-20, '2 November', 'со 2 ноября', 'з 2 листопада'],
        [-366, '21 November 2025', 'с 21 ноября 2025', 'з 21 листопада 2025'],
      ] as const
    ).map(([days, english, russian, ukrainian]): [Reason, string, string, string] => [
      { code: 'waits', ...dated(days), since: '', channel: 'message', text: 'how much?' },
      `waiting for an answer since ${english}: “how much?”`,
      `ждёт ответа ${russian}: «how much?»`,
      `чекає на відповідь ${ukrainian}: «how much?»`,
    ]),
    [
      { ...unpaid, ...dated(-12) },
      '12,500\u00a0RUB unpaid, logo – was due 10 November, 12 days ago',
      'не оплачено 12\u00a0500\u00a0₽, logo – срок был 10 ноября, 12 дней назад',
      'не оплачено 12\u00a0500\u00a0₽, logo – термін був 10 листопада, 12 днів тому',
    ],
    [
      { ...unpaid, ...dated(1), what: null },
      '12,500\u00a0RUB unpaid – due tomorrow',
      'не оплачено 12\u00a0500\u00a0₽ – срок завтра',
      'не оплачено 12\u00a0500\u00a0₽ – термін завтра',
    ],
    [
      { code: 'rhythm', ...beat },
      'usually orders every 30 days, expected 2 November',
      'обычно заказывает раз в 30 дней, ждали 2 ноября',
      'зазвичай замовляє раз на 30 днів, чекали 2 листопада',
    ],
    [
      { code: 'rhythm', ...beat, gap: 1 },
      'usually orders every day, expected 2 November',
      'обычно заказывает каждый день, ждали 2 ноября',
      'зазвичай замовляє щодня, чекали 2 листопада',
    ],
    [
      { code: 'slipping', ...beat, gap: 21 },
      'slipping away: ordered every 21 days, expected 2 November, 20 days ago',
      'уходит: заказы шли раз в 21 день, ждали 2 ноября, 20 дней назад',
      'відходить: замовлення йшли раз на 21 день, чекали 2 листопада, 20 днів тому',
    ],
    ...(
      [
        [1, 'day', 'день', 'день'],
        [3, '3 days', '3 дня', '3 дні'],
        [7, 'week', 'неделю', 'тиждень'],
        [14, '2 weeks', '2 недели', '2 тижні'],
        [35, '5 weeks', '5 недель', '5 тижнів'],
        [30, 'month', 'месяц', 'місяць'],
        [90, '3 months', '3 месяца', '3 місяці'],
        [365, 'year', 'год', 'рік'],
      ] as const
    ).map(([every, english, russian, ukrainian]): [Reason, string, string, string] => [
      { ...cadence, every },
      `to be called every ${english}, last 1 November`,
      `звонить раз в ${russian}, последний раз 1 ноября`,
      `дзвонити раз на ${ukrainian}, востаннє 1 листопада`,
    ]),
    [
      { ...cadence, every: 10, by: 'tag', name: 'vip', from: null },
      'to be called every 10 days, #vip, not yet',
      'звонить раз в 10 дней, #vip, ещё ни разу',
      'дзвонити раз на 10 днів, #vip, ще жодного разу',
    ],
    [
      { ...cadence, every: 10, by: 'segment', name: 'slipping' },
      'to be called every 10 days, @slipping, last 1 November',
      'звонить раз в 10 дней, @slipping, последний раз 1 ноября',
      'дзвонити раз на 10 днів, @slipping, востаннє 1 листопада',
    ],
    [
      { code: 'lead', ...dated(-15) },
      'new, not called yet, in the base since 7 November',
      'новый контакт, ещё не звонили, в базе с 7 ноября',
      'новий контакт, ще не дзвонили, у базі із 7 листопада',
    ],
    [
      { code: 'put-off', ...dated(0), since: '2026-11-15', reasons: ['waits', 'unpaid', 'of-later-times'] },
      'put off on 15 November: waited for an answer, unpaid order',
      'отложено 15 ноября: ждёт ответа, не оплачен заказ',
      'відкладено 15 листопада: чекає на відповідь, не оплачене замовлення',
    ],
    [
      { ...birthday, ...dated(0), years: 50, round: true, who: 'X' },
      'birthday, X, turns 50, a milestone – today',
      'день рождения, X, исполняется 50, юбилей – сегодня',
      'день народження, X, виповнюється 50, ювілей – сьогодні',
    ],
    [
      { ...birthday, ...dated(-2), years: 41 },
      'birthday, turned 41 – 2 days ago, belated',
      'день рождения, исполнилось 41 – 2 дня назад, с опозданием',
      'день народження, виповнилося 41 – 2 дні тому, із запізненням',
    ],
    [
      { ...birthday, ...dated(3), occasion: 'first-order', years: 10, round: true },
      'anniversary of the first order, 10 years, a milestone – in 3 days',
      'годовщина первого заказа, 10 лет, юбилей – через 3 дня',
      'річниця першого замовлення, 10 років, ювілей – через 3 дні',
    ],
    [
      { ...birthday, ...dated(1), occasion: 'wedding', years: 10, round: true },
      'wedding anniversary, 10 years, a milestone – tomorrow',
      'годовщина свадьбы, 10 лет, юбилей – завтра',
      'річниця весілля, 10 років, ювілей – завтра',
    ],
    [
      { code: 'holiday', ...dated(-1), holiday: 'own', name: 'X' },
      'X – yesterday, belated',
      'X – вчера, с опозданием',
      'X – учора, із запізненням',
    ],
    [
      { ...present, who: 'Y', years: 30 },
      'buy a present: X – birthday in 5 days, Y, turns 30',
      'купить подарок: X – через 5 дней день рождения, Y, исполняется 30',
      'купити подарунок: X – через 5 днів день народження, Y, виповнюється 30',
    ],
  ])('%j', (reason, english, russian, ukrainian) => {
    expect(en.today.reason(reason)).toBe(english)
    expect(ru.today.reason(reason)).toBe(russian)
    expect(uk.today.reason(reason)).toBe(ukrainian)
  })
})

describe('catalogue', () => {
  test.each([
    ['uk_UA.UTF-8', 'uk'],
    ['ru_RU.UTF-8', 'ru'],
    ['en-GB', 'en'],
    ['UK', 'uk'],
    ['ua', 'uk'],
    ['de_DE', null],
    ['C', null],
    ['', null],
    [undefined, null],
  ])('the language of %s is %s', (locale, language) => expect(languageOf(locale)).toBe(language))

  test.each(LANGUAGES)('%s is loaded', async (language) => expect((await wordsIn(language)).language).toBe(language))
})
