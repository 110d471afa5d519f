import { plural } from '../plural.js'
import type { orders as english } from './en.js'
import { moneyWriter, SIGNS } from './money.js'

const count = plural('ru')
const money = moneyWriter({ thousands: '\u00a0', mark: ',', signs: SIGNS })

const MONTHS = 'январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь'.split(' ')

const days = (number: number): string =>
  `${number} ${count(number, { one: 'день', few: 'дня', many: 'дней', other: 'дня' })}`
const orderCount = (number: number): string =>
  `${number} ${count(number, { one: 'заказ', few: 'заказа', many: 'заказов', other: 'заказа' })}`
const orderCountIn = (number: number): string => `${number} ${count(number, { one: 'заказе', other: 'заказах' })}`
const about = (name: string, sum: string, what: string | null): string =>
  [name, money(sum), what].filter((part) => part !== null).join(', ')

function every(gap: number): string {
  const each = (number: number): string => count(number, { one: 'каждый', other: 'каждые' })
  if (gap < 50) return gap <= 1 ? 'каждый день' : `${each(gap)} ${days(gap)}`
  const months = Math.round(gap / 30.4)
  if (months >= 11 && months <= 13) return 'раз в год'
  if (months > 18) {
    const years = Math.round(gap / 365)
    return `раз в ${years} ${count(years, { one: 'год', few: 'года', many: 'лет', other: 'года' })}`
  }
  return `раз в ${months} ${count(months, { one: 'месяц', few: 'месяца', many: 'месяцев', other: 'месяца' })}`
}

export const orders: typeof english = {
  money,
  line: (id, date, client, sum, what) => `${String(id).padStart(6)}  ${date}  ${about(client, sum, what)}`,

  errors: {
    sum: {
      ambiguous: (flag, text) => `${flag}: «${text}» можно прочесть двояко; тысячу пишите как 1000, а дробь как 1,5.`,
      negative: (flag, text) => `${flag}: нужна сумма от нуля, а не «${text}».`,
      exact: (flag, text, currency) => `${flag}: в «${text}» больше знаков после запятой, чем есть у ${currency}.`,
      large: (flag, text) => `${flag}: сумма «${text}» слишком велика.`,
      currency: (flag, text, _currency, wanted) => `${flag}: «${text}» не в ${wanted}, а учёт здесь в этой валюте.`,
    },
    torn: (sum, next) => `Сумма – ${sum} или ${sum} ${next}? Напишите её без пробелов или в кавычках.`,
    currency: (text) => `«${text}» – не валюта; валюты пишутся так: RUB, UAH, USD, EUR.`,
    items: (text) => `--items: не удалось прочесть «${text}».`,
    itemsHint: 'Позиции пишутся так: "логотип 2 x 500; визитки = 1200; консультация".',
    overpaid: (paid, sum) => `Вышло бы, что за заказ на ${money(sum)} оплачено ${money(paid)}.`,
    overpaidHint: 'Если так и есть, повторите с --force.',
    paidBelow: (id, paid) => `По заказу ${id} оплачено не больше чем ${money(paid)}.`,
    noOrder: (id) => `Заказа ${id} нет.`,
    noOrderHint: 'Номера показывает «clientele order list».',
    noExpense: (id) => `Расхода ${id} нет.`,
    noExpenseHint: 'Номера показывает «clientele expense list».',
    nothingToChange: 'Скажите, что изменить: ключами вроде --sum или --stage.',
    backwards: (from, to) => `Период кончается раньше, чем начинается: ${from} – ${to}.`,
  },

  warnings: {
    items: (items, sum) => `Замечание: позиций на ${money(items)}, а заказ на ${money(sum)}.`,
    noRate: (currency, base) =>
      `Замечание: курса ${currency} нет, и в суммы в ${base} это не войдёт. ` +
      `Задать курс: clientele config set rates ${currency}=…`,
    dueBefore: (due, date) => `Замечание: срок оплаты ${due} раньше самого заказа (${date}).`,
  },

  done: {
    added: (id, name, sum, what) => `Заказ ${id}: ${about(name, sum, what)}.`,
    wouldAdd: (name, sum, what) => `Был бы записан заказ: ${about(name, sum, what)}.`,
    changed: (id, name, sum, what) => `Заказ ${id} изменён: ${about(name, sum, what)}.`,
    wouldChange: (id, name, sum, what) => `Заказ ${id} стал бы таким: ${about(name, sum, what)}.`,
    paid: (id, name, sum) => `Заказ ${id} оплачен: ${name}, ${money(sum)}.`,
    paidPart: (id, name, paid, unpaid) => `Заказ ${id}, ${name}: оплачено ${money(paid)}, осталось ${money(unpaid)}.`,
    wouldPay: (id, name, paid, unpaid) =>
      `По заказу ${id}, ${name}, стало бы оплачено ${money(paid)}, осталось бы ${money(unpaid)}.`,
    removed: (id, name, sum, what) => `Заказ ${id} удалён: ${about(name, sum, what)}. Вернуть: clientele undo`,
    wouldRemove: (id, name, sum, what) => `Был бы удалён заказ ${id}: ${about(name, sum, what)}.`,
    becameClient: (name, was) => (was === 'lead' ? `Теперь клиент, а не лид: ${name}.` : `Снова клиент: ${name}.`),
    expenseAdded: (id, name, sum, what) => `Расход ${id}: ${about(name, sum, what)}.`,
    wouldAddExpense: (name, sum, what) => `Был бы записан расход: ${about(name, sum, what)}.`,
    expenseRemoved: (id, name, sum, what) => `Расход ${id} удалён: ${about(name, sum, what)}. Вернуть: clientele undo`,
    wouldRemoveExpense: (id, name, sum, what) => `Был бы удалён расход ${id}: ${about(name, sum, what)}.`,
  },

  list: {
    empty: 'Таких заказов нет.',
    noExpenses: 'Таких расходов нет.',
    columns: {
      id: 'Ном.',
      date: 'Дата',
      client: 'Клиент',
      sum: 'Сумма',
      what: 'Что',
      stage: 'Стадия',
      promo: 'Акция',
      unpaid: 'Долг',
      due_on: 'Срок',
    },
    promo: 'да',
    total: (number, sum, unpaid) =>
      `${orderCount(number)}, ${money(sum)}${unpaid === null ? '' : `, не оплачено ${money(unpaid)}`}`,
    leftOut: (number) =>
      `не считая предложений и отменённых: ${number} ${count(number, { one: 'заказ', few: 'заказа', many: 'заказов', other: 'заказа' })}`,
    shown: (number) => `показаны последние: ${number}`,
    expenses: (number, sum) =>
      `${number} ${count(number, { one: 'расход', few: 'расхода', many: 'расходов', other: 'расхода' })}, ${money(sum)}`,
  },

  order: {
    title: (id) => `Заказ ${id}`,
    client: 'Клиент',
    date: 'Дата',
    sum: 'Сумма',
    what: 'Что',
    items: 'Позиции',
    stage: 'Стадия',
    cost: 'Себестоимость',
    margin: 'Прибыль',
    promo: 'Акция',
    inPromo: 'куплено по акции',
    paid: 'Оплачено',
    unpaid: 'К оплате',
    due: 'Срок',
    classes: { offer: 'предложение', open: 'в работе', done: 'выполнен', cancelled: 'отменён' },
  },

  card: {
    sections: { buys: 'Что покупает', orders: 'Заказы' },
    behaviour: {
      regular: 'заказывает постоянно',
      impulsive: 'покупает по настроению',
      'sale-only': 'покупает только по акциям',
      'clear-need': 'всегда берёт одно и то же',
      'asks-never-buys': 'спрашивает и не покупает',
      'never-answers': 'не отвечает',
      'over-touched': 'слишком много касаний',
      advocate: 'рекомендует, сам не заказывает',
      paused: 'на паузе',
    },
    why: {
      byHand: (until, reason) =>
        `задано вручную${until === null ? '' : ` до ${until}`}${reason === null ? '' : `: ${reason}`}`,
      paused: (until, reason) => `на паузе до ${until}${reason === null ? '' : `: ${reason}`}`,
      noContact: 'контактов ещё не было',
      lastAnswer: (ago) =>
        ago === 0 ? 'на связи сегодня, заказов ещё нет' : `на связи ${days(ago)} назад, заказов ещё нет`,
      neverAnswered: (contacts) =>
        `${contacts} ${count(contacts, { one: 'контакт', few: 'контакта', many: 'контактов', other: 'контакта' })}, без ответа`,
      lastOrder: (ago) => (ago === 0 ? 'заказ сегодня' : `последний заказ ${days(ago)} назад`),
      onlyOrder: (ago) => (ago === 0 ? 'единственный заказ – сегодня' : `единственный заказ ${days(ago)} назад`),
      expected: (gap, date) => `заказывает примерно ${every(gap)}, следующий ждём около ${date}`,
      due: (gap, date) => `заказывает примерно ${every(gap)}, следующему пора (около ${date})`,
      late: (gap, late) => `заказывает примерно ${every(gap)}, опаздывает на ${days(late)}`,
      lost: (gap, ago) => `заказы шли примерно ${every(gap)}, последний – ${days(ago)} назад`,
      offer: (date) => `есть предложение от ${date}`,
      agreed: (date) => `договорились ${date}`,
      leaveUntil: (date) => `не тревожить до ${date}`,
    },
    spent: 'всего',
    spentIn: (sum, number, since) => `${money(sum)} в ${orderCountIn(number)}${since === null ? '' : ` с ${since}`}`,
    usual: 'обычно',
    usualThing: (name, quantity, sum, times, of) =>
      `${name}${quantity === null ? '' : ` × ${quantity}`}${sum === null ? '' : `, ${money(sum)}`}` +
      `  (${times} из ${of})`,
    usualSum: 'обычная сумма',
    about: (sum) => `около ${money(sum)}`,
    season: 'сезон',
    months: (numbers) => numbers.map((number) => MONTHS[number - 1]).join(', '),
    unpaid: 'долг',
    unpaidOrder: (id, sum, what, due, late) =>
      `№${id} ${money(sum)}${what === null ? '' : `, ${what}`}` +
      `${due === null ? '' : late > 0 ? ` – срок был ${due}, просрочено на ${days(late)}` : ` – срок ${due}`}`,
    inWork: 'в работе',
    offer: 'предложение',
    expenses: 'расходы',
    toPay: (sum) => `не оплачено ${money(sum)}`,
    promo: 'акция',
  },

  help: {
    order: {
      add: 'записать заказ',
      list: 'заказы клиента или все, новые сверху',
      show: 'один заказ с позициями',
      edit: 'изменить заказ',
      pay: 'отметить оплату',
      remove: 'удалить заказ по номеру',
    },
    expense: {
      add: 'записать, во что обошёлся клиент',
      list: 'расходы, новые сверху',
      remove: 'удалить расход по номеру',
    },
    args: {
      sum: "1250, 1250.50, '1 250,50', 20usd, '$20'; без неё – сумма позиций",
      expenseSum: "1250, 1250.50, '1 250,50', 20usd, '$20' и так далее",
      payment: 'сколько; без суммы – весь остаток; -500 отменяет оплату',
      what: 'что заказали',
      cost: 'на что',
      number: 'номер, который показывает список',
      clientOrFilter: 'клиент или фильтр',
    },
    flags: {
      date: 'день заказа; без него – сегодня',
      stage: 'стадия: предложение, в работе, выполнен, отменён или своё слово',
      cost: 'во что обошёлся вам',
      promo: 'куплено по акции',
      noPromo: 'куплено не по акции',
      items: 'позиции: "логотип 2 x 500; визитки = 1200"',
      due: 'до какого дня оплатить',
      paid: 'сколько уже оплачено; без суммы – всё',
      currency: 'валюта, например RUB или USD; иначе из настроек',
      what: 'что заказали',
      sum: 'сумма',
      client: 'передать заказ этому клиенту',
      force: 'даже если оплачено больше суммы',
      unpaid: 'только не оплаченные полностью',
      onlyStage: 'только на этой стадии',
      from: 'с этого дня, месяца или года',
      to: 'по этот день, месяц или год',
      period: '2026, 2026-11 или 2026-01-15..2026-02-14',
      expenseDate: 'день расхода; без него – сегодня',
    },
  },
}
