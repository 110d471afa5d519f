import type { Expected } from '../../domain/filter/tree.js'
import type { filter as english } from './en.js'

const NEEDS: Record<Exclude<Expected, 'field'>, string> = {
  text: 'потрібен текст',
  number: 'потрібне число, наприклад 5, 3.. або 2..10',
  money: 'потрібна сума, наприклад 5000.., ..100usd або 100..200',
  date: 'потрібна дата, наприклад 2026-01-31, 2026-01, вчора або 30d..',
  'day-ahead': 'потрібна дата, наприклад 2026-01-31, завтра або ..7d',
  import: 'потрібно last або номер операції',
  country: 'потрібна країна, наприклад UA або Україна',
  choice: 'потрібен один із варіантів',
  'yes-no': 'потрібно «так» або «ні»',
  duration: 'потрібна кількість днів, наприклад 30d.., ..2w або 1m..3m',
  percent: 'потрібні відсотки, наприклад 80.. або ..50',
}

const meant = (near: string | null): string => (near === null ? '' : ` Можливо, «${near}»?`)

export const filter: typeof english = {
  errors: {
    nothingBefore: (word) => `«${word}» ставлять між двома умовами, а перед ним умови немає.`,
    nothingAfter: (word) => `Після «${word}» бракує умови.`,
    emptyBrackets: 'У цих дужках нічого немає.',
    unclosedBracket: 'Цю дужку не закрито.',
    strayBracket: 'Ця дужка нічого не закриває.',
    unclosed: 'Ці лапки не закрито.',
    afterQuote: 'Після лапок бракує пробілу.',
    noField: 'Перед цим знаком бракує назви поля.',
    noSegment: 'Бракує назви сегмента: @назва.',
    tooDeep: 'Забагато вкладених дужок.',
    tooLong: 'Для одного фільтра цього забагато.',
    unknownField: (name, near) => `Немає поля «${name}».${meant(near)}`,
    unknownSegment: (name, near) => `Немає сегмента «${name}».${meant(near)}`,
    circle: (path) => `Сегменти посилаються один на одного по колу: ${path.join(' → ')}.`,
    inSegment: (name, text) => `У сегменті «${name}»: ${text}`,
    needsValue: (field) => `Для ${field} потрібне значення.`,
    needsField: (field) => `Після ${field}: потрібна назва поля.`,
    wrongValue: (field, value, type) => `${field}: ${NEEDS[type]}, а не «${value}».`,
    wrongChoice: (field, value, choices, near) =>
      `${field}: потрібен один із варіантів (${choices.join(', ')}), а не «${value}».${meant(near)}`,
    backwards: (field, from, to) =>
      `Кінці переставлено: між ${from} і ${to} нічого немає. Можливо, «${field}:${to}..${from}»?`,
    rate: (currency, base) => `Немає курсу ${currency}, тому із сумами в ${base} не порівняти.`,
    comparison: (field, sign, type) =>
      type === 'field'
        ? `Після «${field}» ставлять двокрапку й поле, наприклад ${field}:email, а не «${sign}».`
        : `${field}: значення не можна порівняти на більше й менше; замість «${sign}» потрібно «:», «=» або «!=».`,
  },
  hint: 'Усі поля: clientele fields',
  segmentHint: 'Усі сегменти: clientele segment list',
  rateHint: (currency) => `Задати курс: clientele config set rates ${currency}=…`,
  missing: 'Немає фільтра: без нього підійшли б усі.',
  missingHint: 'Якщо потрібні всі клієнти: id:1..',
  valueHint: (example: string): string => `Якщо ці слова – одне значення, візьміть його в лапки: '${example}'`,
  quoteHint: 'Текст із таким знаком беруть у лапки: "12:30".',

  types: {
    text: 'текст',
    number: 'число',
    money: 'гроші',
    date: 'дата',
    choice: 'вибір',
    'yes-no': 'так/ні',
    duration: 'дні',
    percent: 'відсотки',
  },

  choices: {
    warmth: { cold: 'холодний', warm: 'теплий', hot: 'гарячий' },
    frequency: { none: 'немає', 'one-off': 'разовий', rare: 'рідкісний', regular: 'постійний' },
    rhythm: { none: 'немає', early: 'зарано', due: 'час', late: 'запізнюється', lost: 'втрачено', paused: 'пауза' },
    sex: { female: 'жіноча', male: 'чоловіча' },
    language: { ru: 'російська', uk: 'українська', en: 'англійська' },
    closeness: { close: 'на ти', formal: 'на ви' },
    behaviour: {
      regular: 'постійний',
      impulsive: 'імпульсивний',
      'sale-only': 'лише акції',
      'clear-need': 'чітка потреба',
      'asks-never-buys': 'питає, не купує',
      'never-answers': 'не відповідає',
      'over-touched': 'занадто часто',
      advocate: 'рекомендує',
      paused: 'пауза',
    },
  },

  titles: {
    rhythm: 'Ритм',
    behaviour: 'Поведінка',
    silent: 'Мовчить',
    last_answer_at: 'Остання відповідь',
    first_order_on: 'Перше замовлення',
    last_order_on: 'Останнє замовлення',
    next_order_on: 'Наступне замовлення',
    touch_on: 'Не раніше',
    contacts_in: 'Вхідних',
    contacts_out: 'Вихідних',
    minutes: 'Хвилин',
    cost: 'Витрати',
    margin: 'Маржа',
    unpaid: 'Не сплачено',
    promo_share: 'Акції, %',
    gap: 'Між замовленнями, дн.',
    cadence: 'Ритм дотиків, дн.',
    referrals: 'Рекомендацій',
    referred_income: 'За рекомендаціями',
    origin: 'Звідки',
  },
  days: (number) => `${number} дн.`,
}
