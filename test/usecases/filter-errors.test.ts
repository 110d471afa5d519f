import { describe, expect, test } from 'vitest'
import { filterRefusal } from '../../src/cli/filter.js'
import { FilterError } from '../../src/domain/filter/tree.js'
import { filterFrom } from '../../src/domain/filter/understand.js'
import type { Complaint } from '../../src/errors.js'
import { en, type Words } from '../../src/words/en.js'
import { ru } from '../../src/words/ru.js'
import { uk } from '../../src/words/uk.js'
import { CONTEXT } from '../domain/filter-context.js'

/** A broken filter, the carets under it, the exit code, and what is said in three languages. */
const BROKEN: [string, string, number, string, string, string][] = [
  [
    'silnt:30d..',
    '^^^^^',
    2,
    'There is no field “silnt”. Did you mean “silent”?',
    'Нет поля «silnt». Может быть, «silent»?',
    'Немає поля «silnt». Можливо, «silent»?',
  ],
  [
    'молчыт:30д..',
    '^^^^^^',
    2,
    'There is no field “молчыт”. Did you mean “молчит”?',
    'Нет поля «молчыт». Может быть, «молчит»?',
    'Немає поля «молчыт». Можливо, «молчит»?',
  ],
  [
    'stauts:lead',
    '^^^^^^',
    2,
    'There is no field “stauts”. Did you mean “status”?',
    'Нет поля «stauts». Может быть, «status»?',
    'Немає поля «stauts». Можливо, «status»?',
  ],
  [
    'has:pone',
    '    ^^^^',
    2,
    'There is no field “pone”. Did you mean “phone”?',
    'Нет поля «pone». Может быть, «phone»?',
    'Немає поля «pone». Можливо, «phone»?',
  ],
  [
    'has:',
    '    ^',
    2,
    'has: needs the name of a field.',
    'После has: нужно название поля.',
    'Після has: потрібна назва поля.',
  ],
  [
    'no:',
    '   ^',
    2,
    'no: needs the name of a field.',
    'После no: нужно название поля.',
    'Після no: потрібна назва поля.',
  ],
  [
    'has>phone',
    '^^^^^^^^^',
    2,
    '“has” takes a field behind a colon, like has:email, not “>”.',
    'После «has» ставят двоеточие и поле, например has:email, а не «>».',
    'Після «has» ставлять двокрапку й поле, наприклад has:email, а не «>».',
  ],
  [
    'warmth:hott',
    '       ^^^^',
    2,
    'warmth is one of cold, warm, hot, not “hott”. Did you mean “hot”?',
    'warmth: нужен один из вариантов (cold, warm, hot), а не «hott». Может быть, «hot»?',
    'warmth: потрібен один із варіантів (cold, warm, hot), а не «hott». Можливо, «hot»?',
  ],
  [
    'тепло:гарячй',
    '      ^^^^^^',
    2,
    'warmth is one of cold, warm, hot, not “гарячй”. Did you mean “гарячий”?',
    'warmth: нужен один из вариантов (cold, warm, hot), а не «гарячй». Может быть, «гарячий»?',
    'warmth: потрібен один із варіантів (cold, warm, hot), а не «гарячй». Можливо, «гарячий»?',
  ],
  [
    'status:friend',
    '       ^^^^^^',
    2,
    'status is one of lead, client, former, not “friend”.',
    'status: нужен один из вариантов (lead, client, former), а не «friend».',
    'status: потрібен один із варіантів (lead, client, former), а не «friend».',
  ],
  [
    'warmth<hot',
    '^^^^^^^^^^',
    2,
    'warmth has no order to compare by: use “:”, “=” or “!=” instead of “<”.',
    'warmth: значения нельзя сравнить на больше и меньше; вместо «<» нужно «:», «=» или «!=».',
    'warmth: значення не можна порівняти на більше й менше; замість «<» потрібно «:», «=» або «!=».',
  ],
  [
    'orders:many',
    '       ^^^^',
    2,
    'orders takes a number, like 5, 3.. or 2..10; “many” is not.',
    'orders: нужно число, например 5, 3.. или 2..10, а не «many».',
    'orders: потрібне число, наприклад 5, 3.. або 2..10, а не «many».',
  ],
  [
    'orders:-1',
    '       ^^',
    2,
    'orders takes a number, like 5, 3.. or 2..10; “-1” is not.',
    'orders: нужно число, например 5, 3.. или 2..10, а не «-1».',
    'orders: потрібне число, наприклад 5, 3.. або 2..10, а не «-1».',
  ],
  [
    'contacts:1e5',
    '         ^^^',
    2,
    'contacts takes a number, like 5, 3.. or 2..10; “1e5” is not.',
    'contacts: нужно число, например 5, 3.. или 2..10, а не «1e5».',
    'contacts: потрібне число, наприклад 5, 3.. або 2..10, а не «1e5».',
  ],
  [
    'contacts:3..x',
    '         ^^^^',
    2,
    'contacts takes a number, like 5, 3.. or 2..10; “3..x” is not.',
    'contacts: нужно число, например 5, 3.. или 2..10, а не «3..x».',
    'contacts: потрібне число, наприклад 5, 3.. або 2..10, а не «3..x».',
  ],
  [
    'spent:..',
    '      ^^',
    2,
    'spent takes a sum of money, like 5000.., ..100usd or 100..200; “..” is not.',
    'spent: нужна сумма, например 5000.., ..100usd или 100..200, а не «..».',
    'spent: потрібна сума, наприклад 5000.., ..100usd або 100..200, а не «..».',
  ],
  [
    'spent:1.234',
    '      ^^^^^',
    2,
    'spent takes a sum of money, like 5000.., ..100usd or 100..200; “1.234” is not.',
    'spent: нужна сумма, например 5000.., ..100usd или 100..200, а не «1.234».',
    'spent: потрібна сума, наприклад 5000.., ..100usd або 100..200, а не «1.234».',
  ],
  [
    'spent:100..xyz',
    '      ^^^^^^^^',
    2,
    'spent takes a sum of money, like 5000.., ..100usd or 100..200; “100..xyz” is not.',
    'spent: нужна сумма, например 5000.., ..100usd или 100..200, а не «100..xyz».',
    'spent: потрібна сума, наприклад 5000.., ..100usd або 100..200, а не «100..xyz».',
  ],
  [
    'spent:5gbp..',
    '      ^^^^^^',
    2,
    'There is no rate for GBP, so it cannot be compared with sums in UAH.',
    'Нет курса GBP, поэтому с суммами в UAH не сравнить.',
    'Немає курсу GBP, тому із сумами в UAH не порівняти.',
  ],
  [
    'spent:200..100',
    '      ^^^^^^^^',
    2,
    'This range runs backwards: nothing lies between 200 and 100. Did you mean “spent:100..200”?',
    'Концы переставлены: между 200 и 100 ничего нет. Может быть, «spent:100..200»?',
    'Кінці переставлено: між 200 і 100 нічого немає. Можливо, «spent:100..200»?',
  ],
  [
    'last:10d..30d',
    '     ^^^^^^^^',
    2,
    'This range runs backwards: nothing lies between 10d and 30d. Did you mean “last:30d..10d”?',
    'Концы переставлены: между 10d и 30d ничего нет. Может быть, «last:30d..10d»?',
    'Кінці переставлено: між 10d і 30d нічого немає. Можливо, «last:30d..10d»?',
  ],
  [
    'last:someday',
    '     ^^^^^^^',
    2,
    'last takes a date, like 2026-01-31, 2026-01, yesterday or 30d..; “someday” is not.',
    'last: нужна дата, например 2026-01-31, 2026-01, вчера или 30d.., а не «someday».',
    'last: потрібна дата, наприклад 2026-01-31, 2026-01, вчора або 30d.., а не «someday».',
  ],
  [
    'last:2026-02-30',
    '     ^^^^^^^^^^',
    2,
    'last takes a date, like 2026-01-31, 2026-01, yesterday or 30d..; “2026-02-30” is not.',
    'last: нужна дата, например 2026-01-31, 2026-01, вчера или 30d.., а не «2026-02-30».',
    'last: потрібна дата, наприклад 2026-01-31, 2026-01, вчора або 30d.., а не «2026-02-30».',
  ],
  [
    'birthday:2026-02-30',
    '         ^^^^^^^^^^',
    2,
    'birthday takes a date, like 2026-01-31, tomorrow or ..7d; “2026-02-30” is not.',
    'birthday: нужна дата, например 2026-01-31, завтра или ..7d, а не «2026-02-30».',
    'birthday: потрібна дата, наприклад 2026-01-31, завтра або ..7d, а не «2026-02-30».',
  ],
  [
    'birthday:30.02',
    '         ^^^^^',
    2,
    'birthday takes a date, like 2026-01-31, tomorrow or ..7d; “30.02” is not.',
    'birthday: нужна дата, например 2026-01-31, завтра или ..7d, а не «30.02».',
    'birthday: потрібна дата, наприклад 2026-01-31, завтра або ..7d, а не «30.02».',
  ],
  [
    'birthday:7d..3d',
    '         ^^^^^^',
    2,
    'This range runs backwards: nothing lies between 7d and 3d. Did you mean “birthday:3d..7d”?',
    'Концы переставлены: между 7d и 3d ничего нет. Может быть, «birthday:3d..7d»?',
    'Кінці переставлено: між 7d і 3d нічого немає. Можливо, «birthday:3d..7d»?',
  ],
  [
    'silent:-3d',
    '       ^^^',
    2,
    'silent takes a number of days, like 30d.., ..2w or 1m..3m; “-3d” is not.',
    'silent: нужно число дней, например 30d.., ..2w или 1m..3m, а не «-3d».',
    'silent: потрібна кількість днів, наприклад 30d.., ..2w або 1m..3m, а не «-3d».',
  ],
  [
    'silent:2q',
    '       ^^',
    2,
    'silent takes a number of days, like 30d.., ..2w or 1m..3m; “2q” is not.',
    'silent: нужно число дней, например 30d.., ..2w или 1m..3m, а не «2q».',
    'silent: потрібна кількість днів, наприклад 30d.., ..2w або 1m..3m, а не «2q».',
  ],
  [
    'vip:maybe',
    '    ^^^^^',
    2,
    'vip takes yes or no; “maybe” is not.',
    'vip: нужно «да» или «нет», а не «maybe».',
    'vip: потрібно «так» або «ні», а не «maybe».',
  ],
  [
    'city>Київ',
    '^^^^^^^^^',
    2,
    'city has no order to compare by: use “:”, “=” or “!=” instead of “>”.',
    'city: значения нельзя сравнить на больше и меньше; вместо «>» нужно «:», «=» или «!=».',
    'city: значення не можна порівняти на більше й менше; замість «>» потрібно «:», «=» або «!=».',
  ],
  ['city:', '     ^', 2, 'city needs a value.', 'Для city нужно значение.', 'Для city потрібне значення.'],
  ['name:""', '     ^^', 2, 'name needs a value.', 'Для name нужно значение.', 'Для name потрібне значення.'],
  [
    'promo_share:half',
    '            ^^^^',
    2,
    'promo_share takes per cent, like 80.. or ..50; “half” is not.',
    'promo_share: нужны проценты, например 80.. или ..50, а не «half».',
    'promo_share: потрібні відсотки, наприклад 80.. або ..50, а не «half».',
  ],
  ['(a', '^', 2, 'This bracket is never closed.', 'Эта скобка не закрыта.', 'Цю дужку не закрито.'],
  ['a)', ' ^', 2, 'This bracket closes nothing.', 'Эта скобка ничего не закрывает.', 'Ця дужка нічого не закриває.'],
  ['()', '^^', 2, 'There is nothing in these brackets.', 'В этих скобках ничего нет.', 'У цих дужках нічого немає.'],
  [
    'or b',
    '^^',
    2,
    '“or” stands between two conditions; there is none before it.',
    '«or» ставят между двумя условиями, а перед ним условия нет.',
    '«or» ставлять між двома умовами, а перед ним умови немає.',
  ],
  [
    'a or',
    '  ^^',
    2,
    'A condition is missing after “or”.',
    'После «or» не хватает условия.',
    'Після «or» бракує умови.',
  ],
  [
    'not',
    '^^^',
    2,
    'A condition is missing after “not”.',
    'После «not» не хватает условия.',
    'Після «not» бракує умови.',
  ],
  [
    'a and and b',
    '  ^^^',
    2,
    'A condition is missing after “and”.',
    'После «and» не хватает условия.',
    'Після «and» бракує умови.',
  ],
  ['"a b', '^^^^', 2, 'This quotation mark is never closed.', 'Эта кавычка не закрыта.', 'Ці лапки не закрито.'],
  [
    'name:«Громов',
    '     ^^^^^^^',
    2,
    'This quotation mark is never closed.',
    'Эта кавычка не закрыта.',
    'Ці лапки не закрито.',
  ],
  [
    '"a"b',
    '   ^',
    2,
    'A space is missing after the quotation mark.',
    'После кавычки не хватает пробела.',
    'Після лапок бракує пробілу.',
  ],
  ['12:30', '^^', 2, 'There is no field “12”.', 'Нет поля «12».', 'Немає поля «12».'],
  [
    ':vip',
    '^',
    2,
    'The name of a field is missing before this sign.',
    'Перед этим знаком не хватает названия поля.',
    'Перед цим знаком бракує назви поля.',
  ],
  [
    '@',
    '^',
    2,
    'The name of a segment is missing: @name.',
    'Не хватает названия сегмента: @название.',
    'Бракує назви сегмента: @назва.',
  ],
  [
    '@sleping',
    '^^^^^^^^',
    3,
    'There is no segment “sleping”. Did you mean “sleeping”?',
    'Нет сегмента «sleping». Может быть, «sleeping»?',
    'Немає сегмента «sleping». Можливо, «sleeping»?',
  ],
  [
    '@zzzzzzzz',
    '^^^^^^^^^',
    3,
    'There is no segment “zzzzzzzz”.',
    'Нет сегмента «zzzzzzzz».',
    'Немає сегмента «zzzzzzzz».',
  ],
  [
    'segment>cold',
    '^^^^^^^^^^^^',
    2,
    'segment has no order to compare by: use “:”, “=” or “!=” instead of “>”.',
    'segment: значения нельзя сравнить на больше и меньше; вместо «>» нужно «:», «=» или «!=».',
    'segment: значення не можна порівняти на більше й менше; замість «>» потрібно «:», «=» або «!=».',
  ],
  ['field:x', '^^^^^', 2, 'There is no field “field”.', 'Нет поля «field».', 'Немає поля «field».'],
  [
    'import:x',
    '       ^',
    2,
    'import takes “last”, or the number of an operation; “x” is not.',
    'import: нужно last или номер операции, а не «x».',
    'import: потрібно last або номер операції, а не «x».',
  ],
  [
    '(tag:vip or',
    '         ^^',
    2,
    'A condition is missing after “or”.',
    'После «or» не хватает условия.',
    'Після «or» бракує умови.',
  ],
  [
    '@a',
    '^^',
    2,
    'In the segment “c”: These segments go round in a circle: a → b → c → a.',
    'В сегменте «c»: Сегменты ссылаются друг на друга по кругу: a → b → c → a.',
    'У сегменті «c»: Сегменти посилаються один на одного по колу: a → b → c → a.',
  ],
  [
    '@broken',
    '      ^^^^^',
    2,
    'In the segment “broken”: There is no field “silnt”. Did you mean “silent”?',
    'В сегменте «broken»: Нет поля «silnt». Может быть, «silent»?',
    'У сегменті «broken»: Немає поля «silnt». Можливо, «silent»?',
  ],
  [
    '@outer',
    '      ^^^^^',
    2,
    'In the segment “broken”: There is no field “silnt”. Did you mean “silent”?',
    'В сегменте «broken»: Нет поля «silnt». Может быть, «silent»?',
    'У сегменті «broken»: Немає поля «silnt». Можливо, «silent»?',
  ],
  [
    '🌷 stauts:x',
    '   ^^^^^^',
    2,
    'There is no field “stauts”. Did you mean “status”?',
    'Нет поля «stauts». Может быть, «status»?',
    'Немає поля «stauts». Можливо, «status»?',
  ],
  [
    'тег:«Ґалаґан» stauts:x',
    '              ^^^^^^',
    2,
    'There is no field “stauts”. Did you mean “status”?',
    'Нет поля «stauts». Может быть, «status»?',
    'Немає поля «stauts». Можливо, «status»?',
  ],
]

function refusalOf(source: string): ReturnType<typeof filterRefusal> {
  try {
    filterFrom(source, CONTEXT)
  } catch (error) {
    if (error instanceof FilterError) return filterRefusal(error)
    throw error
  }
  throw new Error(`nothing is wrong with ${source}`)
}

describe('broken filters', () => {
  test('there are enough of them', () => {
    expect(new Set(BROKEN.map(([source]) => source)).size).toBeGreaterThanOrEqual(40)
  })

  test.each(BROKEN)('%s', (source, carets, exit, english, russian, ukrainian) => {
    const refusal = refusalOf(source)
    expect(refusal.exit).toBe(exit)
    const said = ([en, ru, uk] as Words[]).map((words) => refusal.say(words) as Complaint)
    expect(said.map(({ text }) => text)).toEqual([english, russian, ukrainian])
    for (const { details = [], hint } of said) {
      expect(details[1]).toBe(carets)
      expect(hint).toMatch(/clientele|"12:30"/)
    }
  })
})
