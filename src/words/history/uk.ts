import { plural } from '../plural.js'
import type { HistoryWords } from './en.js'

const count = plural('uk')

/** What the import of contacts, promises and orders says. */
export const history: HistoryWords = {
  targets: {
    'client.id': 'клієнт (номер у базі)',
    'client.external_id': 'клієнт (зовнішній ID)',
    'client.phone': 'клієнт (телефон)',
    'client.email': 'клієнт (пошта)',
    'client.handle': 'клієнт (месенджер)',
    'client.name': "клієнт (повне ім'я)",
    'client.family_name': 'клієнт (прізвище)',
    'client.given_name': "клієнт (ім'я)",
    'client.patronymic': 'клієнт (по батькові)',
    'client.company': 'клієнт (компанія)',
    date: 'дата',
    time: 'час',
    text: 'текст',
    labelled: 'текст, з назвою стовпця',
    channel: 'канал',
    direction: 'вхідний чи вихідний',
    result: 'результат',
    purpose: 'мета',
    minutes: 'хвилини',
    seconds: 'тривалість (у секундах)',
    cost: 'вартість',
    kind: 'вид обіцянки',
    state: 'виконано чи ні',
    'promise-date': 'наступний контакт (обіцянка)',
    'promise-text': 'що обіцяно',
    snoozed: 'відкладено до',
    created: 'коли записано',
    closed: 'коли закрито',
    'nothing.technical': 'пропущено (службове)',
    'nothing.sensitive': 'пропущено (надто особисте, щоб зберігати)',
    'nothing.empty-header': 'пропущено (без назви)',
    'nothing.asked': 'пропущено (--map)',
    sum: 'сума',
    currency: 'валюта',
    what: 'що замовлено',
    item: 'позиція замовлення',
    quantity: 'кількість',
    price: 'ціна за одиницю',
    items: 'позиції замовлення',
    stage: 'етап',
    promo: 'за акцією чи ні',
    paid: 'сплачено',
    'paid-at': 'коли сплачено',
    due: 'сплатити до',
    'order-id': 'номер замовлення',
    'order-system': 'звідки номер',
    'own-id': 'номер замовлення в базі',
    'nothing.unknown': 'пропущено (у замовленні цьому немає місця)',
  },
  needs: {
    client: 'З жодного стовпця не зрозуміло, про якого клієнта йдеться.',
    date: 'З жодного стовпця не зрозуміло, коли це було.',
    sum: 'З жодного стовпця не зрозуміло, на яку суму.',
  },
  needsHint: 'Назвіть стовпці самі: --map "Стовпець=client" --map "Інший=date", для замовлень --map "Третій=sum".',
  clientsMade: (number) =>
    `${number} ${count(number, { one: 'клієнта', few: 'клієнти', many: 'клієнтів', other: 'клієнта' })} додано: у базі таких не було (--create-clients)`,
  ordersMade: (number) =>
    `${number} ${count(number, { one: 'замовлення', few: 'замовлення', many: 'замовлень', other: 'замовлення' })}: деякі мають кілька рядків, по одному на позицію`,
  perhapsOrders: 'Схоже на список замовлень; вони читаються з --as orders.',
  paymentUntold:
    'Жоден стовпець не говорить про оплату: замовлення вважаються оплаченими, а незавершені – неоплаченими.',
  promisesMade: (number) =>
    `з них ${number} ${count(number, { one: 'обіцянка', few: 'обіцянки', many: 'обіцянок', other: 'обіцянки' })}`,
}
