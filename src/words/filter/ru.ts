import type { Expected } from '../../domain/filter/tree.js'
import type { filter as english } from './en.js'

const NEEDS: Record<Exclude<Expected, 'field'>, string> = {
  text: 'нужен текст',
  number: 'нужно число, например 5, 3.. или 2..10',
  money: 'нужна сумма, например 5000.., ..100usd или 100..200',
  date: 'нужна дата, например 2026-01-31, 2026-01, вчера или 30d..',
  'day-ahead': 'нужна дата, например 2026-01-31, завтра или ..7d',
  import: 'нужно last или номер операции',
  country: 'нужна страна, например UA или Украина',
  choice: 'нужен один из вариантов',
  'yes-no': 'нужно «да» или «нет»',
  duration: 'нужно число дней, например 30d.., ..2w или 1m..3m',
  percent: 'нужны проценты, например 80.. или ..50',
}

const meant = (near: string | null): string => (near === null ? '' : ` Может быть, «${near}»?`)

export const filter: typeof english = {
  errors: {
    nothingBefore: (word) => `«${word}» ставят между двумя условиями, а перед ним условия нет.`,
    nothingAfter: (word) => `После «${word}» не хватает условия.`,
    emptyBrackets: 'В этих скобках ничего нет.',
    unclosedBracket: 'Эта скобка не закрыта.',
    strayBracket: 'Эта скобка ничего не закрывает.',
    unclosed: 'Эта кавычка не закрыта.',
    afterQuote: 'После кавычки не хватает пробела.',
    noField: 'Перед этим знаком не хватает названия поля.',
    noSegment: 'Не хватает названия сегмента: @название.',
    tooDeep: 'Слишком много вложенных скобок.',
    tooLong: 'Для одного фильтра этого слишком много.',
    unknownField: (name, near) => `Нет поля «${name}».${meant(near)}`,
    unknownSegment: (name, near) => `Нет сегмента «${name}».${meant(near)}`,
    circle: (path) => `Сегменты ссылаются друг на друга по кругу: ${path.join(' → ')}.`,
    inSegment: (name, text) => `В сегменте «${name}»: ${text}`,
    needsValue: (field) => `Для ${field} нужно значение.`,
    needsField: (field) => `После ${field}: нужно название поля.`,
    wrongValue: (field, value, type) => `${field}: ${NEEDS[type]}, а не «${value}».`,
    wrongChoice: (field, value, choices, near) =>
      `${field}: нужен один из вариантов (${choices.join(', ')}), а не «${value}».${meant(near)}`,
    backwards: (field, from, to) =>
      `Концы переставлены: между ${from} и ${to} ничего нет. Может быть, «${field}:${to}..${from}»?`,
    rate: (currency, base) => `Нет курса ${currency}, поэтому с суммами в ${base} не сравнить.`,
    comparison: (field, sign, type) =>
      type === 'field'
        ? `После «${field}» ставят двоеточие и поле, например ${field}:email, а не «${sign}».`
        : `${field}: значения нельзя сравнить на больше и меньше; вместо «${sign}» нужно «:», «=» или «!=».`,
  },
  hint: 'Все поля: clientele fields',
  segmentHint: 'Все сегменты: clientele segment list',
  rateHint: (currency) => `Задать курс: clientele config set rates ${currency}=…`,
  missing: 'Нет фильтра: без него подошли бы все.',
  missingHint: 'Если нужны все клиенты: id:1..',
  valueHint: (example: string): string => `Если эти слова – одно значение, возьмите его в кавычки: '${example}'`,
  quoteHint: 'Текст с таким знаком берут в кавычки: "12:30".',

  types: {
    text: 'текст',
    number: 'число',
    money: 'деньги',
    date: 'дата',
    choice: 'выбор',
    'yes-no': 'да/нет',
    duration: 'дни',
    percent: 'проценты',
  },

  choices: {
    warmth: { cold: 'холодный', warm: 'тёплый', hot: 'горячий' },
    frequency: { none: 'нет', 'one-off': 'разовый', rare: 'редкий', regular: 'постоянный' },
    rhythm: { none: 'нет', early: 'рано', due: 'пора', late: 'опаздывает', lost: 'потерян', paused: 'пауза' },
    sex: { female: 'женский', male: 'мужской' },
    language: { ru: 'русский', uk: 'украинский', en: 'английский' },
    closeness: { close: 'на ты', formal: 'на вы' },
    behaviour: {
      regular: 'постоянный',
      impulsive: 'импульсивный',
      'sale-only': 'только акции',
      'clear-need': 'ясная потребность',
      'asks-never-buys': 'спрашивает, не покупает',
      'never-answers': 'не отвечает',
      'over-touched': 'слишком часто',
      advocate: 'рекомендует',
      paused: 'пауза',
    },
  },

  titles: {
    rhythm: 'Ритм',
    behaviour: 'Поведение',
    silent: 'Молчит',
    last_answer_at: 'Последний ответ',
    first_order_on: 'Первый заказ',
    last_order_on: 'Последний заказ',
    next_order_on: 'Следующий заказ',
    touch_on: 'Не раньше',
    contacts_in: 'Входящих',
    contacts_out: 'Исходящих',
    minutes: 'Минут',
    cost: 'Расходы',
    margin: 'Маржа',
    unpaid: 'Не оплачено',
    promo_share: 'Акции, %',
    gap: 'Между заказами, дн.',
    cadence: 'Ритм касаний, дн.',
    referrals: 'Рекомендаций',
    referred_income: 'По рекомендациям',
    origin: 'Откуда',
  },
  days: (number) => `${number} дн.`,
}
