import { plural } from '../plural.js'
import type { orders as english } from './en.js'
import { moneyWriter, SIGNS } from './money.js'

const count = plural('uk')
const money = moneyWriter({ thousands: '\u00a0', mark: ',', signs: SIGNS })

const MONTHS = 'січень лютий березень квітень травень червень липень серпень вересень жовтень листопад грудень'.split(
  ' ',
)

const days = (number: number): string =>
  `${number} ${count(number, { one: 'день', few: 'дні', many: 'днів', other: 'дня' })}`
const orderCount = (number: number): string =>
  `${number} ${count(number, { one: 'замовлення', few: 'замовлення', many: 'замовлень', other: 'замовлення' })}`
const about = (name: string, sum: string, what: string | null): string =>
  [name, money(sum), what].filter((part) => part !== null).join(', ')

function every(gap: number): string {
  const each = (number: number): string => count(number, { one: 'кожен', other: 'кожні' })
  if (gap < 50) return gap <= 1 ? 'щодня' : `${each(gap)} ${days(gap)}`
  const months = Math.round(gap / 30.4)
  if (months >= 11 && months <= 13) return 'раз на рік'
  if (months > 18) {
    const years = Math.round(gap / 365)
    return `раз на ${years} ${count(years, { one: 'рік', few: 'роки', many: 'років', other: 'року' })}`
  }
  return `раз на ${months} ${count(months, { one: 'місяць', few: 'місяці', many: 'місяців', other: 'місяця' })}`
}

export const orders: typeof english = {
  money,
  line: (id, date, client, sum, what) => `${String(id).padStart(6)}  ${date}  ${about(client, sum, what)}`,

  errors: {
    sum: {
      ambiguous: (flag, text) =>
        `${flag}: «${text}» можна прочитати двома способами; тисячу пишіть як 1000, а дріб як 1,5.`,
      negative: (flag, text) => `${flag}: потрібна сума від нуля, а не «${text}».`,
      exact: (flag, text, currency) => `${flag}: у «${text}» більше знаків після коми, ніж має ${currency}.`,
      large: (flag, text) => `${flag}: сума «${text}» завелика.`,
      currency: (flag, text, _currency, wanted) => `${flag}: «${text}» не в ${wanted}, а облік тут у цій валюті.`,
    },
    torn: (sum, next) => `Сума – ${sum} чи ${sum} ${next}? Напишіть її без пробілів або в лапках.`,
    currency: (text) => `«${text}» – не валюта; валюти пишуть так: UAH, USD, EUR.`,
    items: (text) => `--items: не вдалося прочитати «${text}».`,
    itemsHint: 'Позиції пишуть так: "логотип 2 x 500; візитки = 1200; консультація".',
    overpaid: (paid, sum) => `Вийшло б, що за замовлення на ${money(sum)} сплачено ${money(paid)}.`,
    overpaidHint: 'Якщо так і є, повторіть із --force.',
    paidBelow: (id, paid) => `За замовленням ${id} сплачено не більше ніж ${money(paid)}.`,
    noOrder: (id) => `Замовлення ${id} немає.`,
    noOrderHint: 'Номери показує «clientele order list».',
    noExpense: (id) => `Витрати ${id} немає.`,
    noExpenseHint: 'Номери показує «clientele expense list».',
    nothingToChange: 'Скажіть, що змінити: ключами на зразок --sum або --stage.',
    backwards: (from, to) => `Період закінчується раніше, ніж починається: ${from} – ${to}.`,
  },

  warnings: {
    items: (items, sum) => `Зауваження: позицій на ${money(items)}, а замовлення на ${money(sum)}.`,
    noRate: (currency, base) =>
      `Зауваження: курсу ${currency} немає, тож до сум у ${base} це не ввійде. ` +
      `Задати курс: clientele config set rates ${currency}=…`,
    dueBefore: (due, date) => `Зауваження: строк оплати ${due} раніше за саме замовлення (${date}).`,
  },

  done: {
    added: (id, name, sum, what) => `Замовлення ${id}: ${about(name, sum, what)}.`,
    wouldAdd: (name, sum, what) => `Було б записано замовлення: ${about(name, sum, what)}.`,
    changed: (id, name, sum, what) => `Замовлення ${id} змінено: ${about(name, sum, what)}.`,
    wouldChange: (id, name, sum, what) => `Замовлення ${id} стало б таким: ${about(name, sum, what)}.`,
    paid: (id, name, sum) => `Замовлення ${id} сплачено: ${name}, ${money(sum)}.`,
    paidPart: (id, name, paid, unpaid) =>
      `Замовлення ${id}, ${name}: сплачено ${money(paid)}, залишилося ${money(unpaid)}.`,
    wouldPay: (id, name, paid, unpaid) =>
      `За замовленням ${id}, ${name}, стало б сплачено ${money(paid)}, залишилося б ${money(unpaid)}.`,
    removed: (id, name, sum, what) => `Замовлення ${id} видалено: ${about(name, sum, what)}. Повернути: clientele undo`,
    wouldRemove: (id, name, sum, what) => `Було б видалено замовлення ${id}: ${about(name, sum, what)}.`,
    becameClient: (name, was) => (was === 'lead' ? `Тепер клієнт, а не лід: ${name}.` : `Знову клієнт: ${name}.`),
    expenseAdded: (id, name, sum, what) => `Витрата ${id}: ${about(name, sum, what)}.`,
    wouldAddExpense: (name, sum, what) => `Було б записано витрату: ${about(name, sum, what)}.`,
    expenseRemoved: (id, name, sum, what) =>
      `Витрату ${id} видалено: ${about(name, sum, what)}. Повернути: clientele undo`,
    wouldRemoveExpense: (id, name, sum, what) => `Було б видалено витрату ${id}: ${about(name, sum, what)}.`,
  },

  list: {
    empty: 'Таких замовлень немає.',
    noExpenses: 'Таких витрат немає.',
    columns: {
      id: 'Ном.',
      date: 'Дата',
      client: 'Клієнт',
      sum: 'Сума',
      what: 'Що',
      stage: 'Стадія',
      promo: 'Акція',
      unpaid: 'Борг',
      due_on: 'Строк',
    },
    promo: 'так',
    total: (number, sum, unpaid) =>
      `${orderCount(number)}, ${money(sum)}${unpaid === null ? '' : `, не сплачено ${money(unpaid)}`}`,
    leftOut: (number) =>
      `без пропозицій і скасованих: ${number} ${count(number, { one: 'замовлення', few: 'замовлення', many: 'замовлень', other: 'замовлення' })}`,
    shown: (number) => `показано останні: ${number}`,
    expenses: (number, sum) =>
      `${number} ${count(number, { one: 'витрата', few: 'витрати', many: 'витрат', other: 'витрати' })}, ${money(sum)}`,
  },

  order: {
    title: (id) => `Замовлення ${id}`,
    client: 'Клієнт',
    date: 'Дата',
    sum: 'Сума',
    what: 'Що',
    items: 'Позиції',
    stage: 'Стадія',
    cost: 'Собівартість',
    margin: 'Прибуток',
    promo: 'Акція',
    inPromo: 'куплено за акцією',
    paid: 'Сплачено',
    unpaid: 'До сплати',
    due: 'Строк',
    classes: { offer: 'пропозиція', open: 'у роботі', done: 'виконано', cancelled: 'скасовано' },
  },

  card: {
    sections: { buys: 'Що купує', orders: 'Замовлення' },
    behaviour: {
      regular: 'замовляє постійно',
      impulsive: 'купує під настрій',
      'sale-only': 'купує лише за акціями',
      'clear-need': 'завжди бере те саме',
      'asks-never-buys': 'питає і не купує',
      'never-answers': 'не відповідає',
      'over-touched': 'забагато дотиків',
      advocate: 'рекомендує, сам не замовляє',
      paused: 'на паузі',
    },
    why: {
      byHand: (until, reason) =>
        `задано вручну${until === null ? '' : ` до ${until}`}${reason === null ? '' : `: ${reason}`}`,
      paused: (until, reason) => `на паузі до ${until}${reason === null ? '' : `: ${reason}`}`,
      noContact: 'контактів ще не було',
      lastAnswer: (ago) =>
        ago === 0 ? "на зв'язку сьогодні, замовлень ще немає" : `на зв'язку ${days(ago)} тому, замовлень ще немає`,
      neverAnswered: (contacts) =>
        `${contacts} ${count(contacts, { one: 'контакт', few: 'контакти', many: 'контактів', other: 'контакту' })}, без відповіді`,
      lastOrder: (ago) => (ago === 0 ? 'замовлення сьогодні' : `останнє замовлення ${days(ago)} тому`),
      onlyOrder: (ago) => (ago === 0 ? 'єдине замовлення – сьогодні' : `єдине замовлення ${days(ago)} тому`),
      expected: (gap, date) => `замовляє приблизно ${every(gap)}, наступне чекаємо близько ${date}`,
      due: (gap, date) => `замовляє приблизно ${every(gap)}, наступному пора (близько ${date})`,
      late: (gap, late) => `замовляє приблизно ${every(gap)}, запізнюється на ${days(late)}`,
      lost: (gap, ago) => `замовлення йшли приблизно ${every(gap)}, останнє – ${days(ago)} тому`,
      offer: (date) => `є пропозиція від ${date}`,
      agreed: (date) => `домовилися ${date}`,
      leaveUntil: (date) => `не турбувати до ${date}`,
    },
    spent: 'усього',
    spentIn: (sum, number, since) => `${money(sum)}, ${orderCount(number)}${since === null ? '' : ` з ${since}`}`,
    usual: 'зазвичай',
    usualThing: (name, quantity, sum, times, of) =>
      `${name}${quantity === null ? '' : ` × ${quantity}`}${sum === null ? '' : `, ${money(sum)}`}` +
      `  (${times} з ${of})`,
    usualSum: 'звична сума',
    about: (sum) => `близько ${money(sum)}`,
    season: 'сезон',
    months: (numbers) => numbers.map((number) => MONTHS[number - 1]).join(', '),
    unpaid: 'борг',
    unpaidOrder: (id, sum, what, due, late) =>
      `№${id} ${money(sum)}${what === null ? '' : `, ${what}`}` +
      `${due === null ? '' : late > 0 ? ` – строк був ${due}, прострочено на ${days(late)}` : ` – строк ${due}`}`,
    inWork: 'у роботі',
    offer: 'пропозиція',
    expenses: 'витрати',
    toPay: (sum) => `не сплачено ${money(sum)}`,
    promo: 'акція',
  },

  help: {
    order: {
      add: 'записати замовлення',
      list: 'замовлення клієнта або всі, нові зверху',
      show: 'одне замовлення з позиціями',
      edit: 'змінити замовлення',
      pay: 'позначити оплату',
      remove: 'видалити замовлення за номером',
    },
    expense: {
      add: 'записати, у що обійшовся клієнт',
      list: 'витрати, нові зверху',
      remove: 'видалити витрату за номером',
    },
    args: {
      sum: "1250, 1250.50, '1 250,50', 20usd, '$20'; без неї – сума позицій",
      expenseSum: "1250, 1250.50, '1 250,50', 20usd, '$20' тощо",
      payment: 'скільки; без суми – увесь залишок; -500 скасовує оплату',
      what: 'що замовили',
      cost: 'на що',
      number: 'номер, який показує список',
      clientOrFilter: 'клієнт або фільтр',
    },
    flags: {
      date: 'день замовлення; без нього – сьогодні',
      stage: 'стадія: пропозиція, у роботі, виконано, скасовано або власне слово',
      cost: 'у що обійшлося вам',
      promo: 'куплено за акцією',
      noPromo: 'куплено не за акцією',
      items: 'позиції: "логотип 2 x 500; візитки = 1200"',
      due: 'до якого дня сплатити',
      paid: 'скільки вже сплачено; без суми – усе',
      currency: 'валюта, наприклад UAH чи USD; інакше з налаштувань',
      what: 'що замовили',
      sum: 'сума',
      client: 'передати замовлення цьому клієнтові',
      force: 'навіть якщо сплачено більше за суму',
      unpaid: 'лише не сплачені повністю',
      onlyStage: 'лише на цій стадії',
      from: 'від цього дня, місяця чи року',
      to: 'до цього дня, місяця чи року включно',
      period: '2026, 2026-11 або 2026-01-15..2026-02-14',
      expenseDate: 'день витрати; без нього – сьогодні',
    },
  },
}
