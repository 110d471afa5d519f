import { HEADER_ROLES, roleOf as historyRole, type Role } from '../history/headers.js'
import { canonicalOf, normaliseHeader } from '../tables/headers.js'

/**
 * What a column's name speaks of in a list of orders. There are several dates, of which one is the order's; `order` is a
 * number in one program and what was ordered in another; `row-id` is an id that does not say of what.
 */
export type OrderRole =
  | 'ordered'
  | 'created'
  | 'closed'
  | 'paid-at'
  | 'due'
  | 'sum'
  | 'price'
  | 'subtotal'
  | 'quantity'
  | 'currency'
  | 'what'
  | 'item'
  | 'order'
  | 'order-id'
  | 'row-id'
  | 'stage'
  | 'payment'
  | 'delivery'
  | 'paid'
  | 'cost'
  | 'promo'
  | 'comment'
  | 'technical'
  | 'sensitive'
  | Extract<Role, `client.${string}`>

/** Names as shops, sales programs and hand-kept lists use them, without a word on whose they are. */
const NAMES: Partial<Record<OrderRole, string>> = {
  ordered: `date|order date|date of order|ordered at|purchase date|date of purchase|sale date|sales date|deal date
    |transaction date|invoice date|date/time|date and time|datetime|timestamp|when|day|дата|дата заказа|дата и время
    |дата/время|дата время|дата покупки|дата продажи|дата сделки|дата счета|дата документа|дата услуги|дата визита
    |дата операции|день|когда|дата замовлення|дата та час|дата/час|дата продажу|дата угоди|дата рахунку|дата послуги
    |дата візиту|дата операції|коли`,
  created: `created|created at|create date|creation date|date created|created time|order created|deal created|дата создания
    |дата создания сделки|дата создания заказа|дата оформления|дата добавления|создан|создано|оформлен|дата створення
    |дата створення угоди|дата створення замовлення|дата оформлення|створено`,
  closed: `close date|closed|closed at|closed date|closing date|won time|deal closed|completed at|completed date|дата закрытия
    |дата завершения|дата выполнения|дата закриття|дата завершення|дата виконання`,
  'paid-at': 'paid at|paid on|payment date|date paid|paid date|дата оплаты|оплачено когда|дата оплати',
  due: `due|due date|due on|payment due|payment due date|pay by|срок оплаты|оплатить до|срок|дедлайн|термін оплати
    |сплатити до|термін`,
  sum: `sum|total|amount|order total|order total amount|grand total|total price|total amount|total sum|order amount|order sum
    |payment amount|invoice amount|deal value|deal amount|value|opportunity|budget|revenue|net revenue|n. revenue|net sales
    |сумма|сумма заказа|сумма сделки|сумма документа|сумма чека|сумма счета|сумма к оплате|сумма покупки|сумма продажи
    |сумма продаж|сумма с учетом скидки|к оплате|итого|итог|всего|итоговая сумма|общая сумма|общая сумма заказа|стоимость заказа|бюджет|выручка|доход
    |сума|сума замовлення|сума угоди|сума документа|сума чека|сума рахунку|сума до сплати|сума покупки|сума продажу|до сплати
    |разом|всього|усього|загальна сума|підсумкова сума|вартість замовлення|виторг|дохід`,
  price: `price|unit price|item price|item cost|line item price|lineitem price|price per item|цена|цена продажи|цена за единицу|цена за штуку|стоимость|чек|ціна|ціна продажу
    |ціна за одиницю|вартість`,
  subtotal: 'subtotal|order subtotal|order subtotal amount|сумма без скидки|сума без знижки',
  quantity: `quantity|qty|line item quantity|lineitem quantity|item quantity|pieces|pcs|количество|кол-во|кол|штук|шт
    |количество товара|кол-во товара|кількість|к-сть|кількість товару`,
  currency: `currency|currency code|currency id|currency of value|ccy|order currency|валюта|код валюты|валюта сделки|валюта заказа|код валюти
    |валюта угоди|валюта замовлення`,
  what: `what|product|products|product(s)|product name|products list|service|services|item|items|goods|description|subject|title|deal name|deal title
    |opportunity name|project|job|work|bought|ordered items|товар|товары|товары в заказе|услуга|услуги|название|наименование|название сделки
    |название товара|наименование товара|название услуги|номенклатура|состав|состав заказа|содержание|предмет|описание|продукт|проект
    |работа|работы|процедура|вид услуги|вид работ|что|что купил|что купили|что заказал|что заказали|за что|товари|послуга|послуги|назва
    |найменування|назва угоди|назва товару|найменування товару|назва послуги|склад|склад замовлення|зміст|опис|проєкт|робота
    |роботи|вид послуги|вид робіт|що|що купив|що купили|що замовив|що замовили|за що`,
  item: 'line item|line item name|lineitem name|item name|order item|позиция|позиция заказа|товарная позиция|позиція',
  order: 'order|orders|deal|sale|purchase|invoice|заказ|сделка|продажа|покупка|чек|замовлення|угода|продаж|документ',
  'order-id': `order id|orderid|order no|order no.|order number|order #|number|deal id|invoice id|invoice number|invoice no
    |invoice #|receipt number|transaction id|tranid|transaction|payment id|sale id|номер|номер заказа|no заказа|n заказа|№ заказа|id заказа
    |номер сделки|id сделки|номер документа|номер счета|счет no|счет №|номер чека|id оплаты|id транзакции|код заказа|номер замовлення
    |no замовлення|№ замовлення|id замовлення|номер угоди|id угоди|номер рахунку|рахунок №|код замовлення|external id|external_id`,
  'row-id': 'id|record id|uid|guid|uuid|crm id|ид|ід|код|идентификатор|ідентифікатор',
  stage: `stage|status|state|deal stage|order status|order state|sales stage
    |стадия|стадия сделки|этап|этап сделки|статус|статус заказа|статус сделки|состояние|состояние заказа
    |стадія|стадія угоди|етап|етап угоди|статус замовлення|статус угоди|стан|стан замовлення`,
  payment: 'payment status|financial status|статус оплаты|состояние оплаты|статус оплати|стан оплати',
  delivery: 'fulfillment status|delivery status|shipping status|статус доставки',
  paid: `paid|is paid|amount paid|paid amount|paid sum|received|prepaid|prepayment|deposit|advance|оплачено|оплачен|оплата|оплачена
    |сумма оплаты|сумма оплат|внесено|получено|предоплата|аванс|сплачено|сума оплати|отримано|передоплата`,
  cost: `cost|cost price|cogs|unit cost|cost of goods|expenses|себестоимость|затраты|расходы|закупка|закупочная цена|закупочная стоимость
    |закупочная сумма|собівартість|витрати|закупівля|закупівельна ціна|закупівельна вартість`,
  promo: `promo|promotion|on sale|discount|discount code|discount amount|coupon|coupons|coupon(s)|coupon code|promo code|promocode|voucher|cart discount amount
    |скидка|скидка %|размер скидки|сумма скидки|акция|по акции|промокод|купон|знижка|знижка %|розмір знижки|сума знижки|акція|за акцією`,
  comment: `comment|comments|note|notes|remark|remarks|customer note|order note|order notes|комментарий|комментарии|комментарий к заказу|комментарий клиента
    |комментарий покупателя|примечание|примечания|заметка|заметки|пояснение|коментар|коментарі|коментар до замовлення|коментар клієнта
    |примітка|примітки|нотатка|нотатки|пояснення`,
  'client.name': `client|customer|buyer|payer|client name|customer name|buyer name|billing name|contact|contact name|contact person|person|full name|fio
    |associated contact|клиент|покупатель|заказчик|плательщик|контрагент|контакт|фио|фио клиента|фио покупателя|имя клиента|имя покупателя|имя заказчика
    |полное имя контакта|имя контакта|основной контакт|клієнт|покупець|замовник|платник|піб|піб клієнта|піб покупця|ім'я клієнта|ім'я покупця
    |повне ім'я контакту|кто|кому|хто`,
  'client.company': `company|organization|organisation|associated company|account|account name|company name|компания|компания контакта|организация|фирма
    |компанія|компанія контакту|організація|фірма`,
  'client.external_id': `customer id|client id|contact id|buyer id|associated contact ids|id клиента|id контакта|id покупателя|код клиента|код контрагента|код покупателя
    |id клієнта|id контакту|id покупця|код клієнта|код контрагента|код покупця`,
  technical: `№|no|no.|#|n|row|row no|line no|№ п/п|n п/п|no п/п|№ з/п|no з/п|номер строки|pipeline|воронка|owner|deal owner|ответственный|відповідальний`,
}

const ROLES: ReadonlyMap<string, OrderRole> = new Map(
  (Object.keys(NAMES) as OrderRole[]).flatMap((role) =>
    (NAMES[role] ?? '').split('|').map((name): [string, OrderRole] => [name.trim(), role]),
  ),
)

/** Words by which programs say that a column is of the order, or of who pays it: "Deal - Value", "Phone (Billing)". */
const OF_ORDER = /^(?:deal|order|сделка|заказ|угода|замовлення)(?:\s*[-:.]\s*|\s+)/u
const OF_CLIENT =
  /^(?:billing|customer|client|contact|buyer|клиент|контакт|покупатель|заказчик|плательщик|клієнт|покупець|замовник|платник)(?:\s*[-:.]\s*|\s+)/u
const BEHIND =
  /\s*(?:\((?:billing|customer|client)\)|(?:клиента|контакта|покупателя|заказчика|плательщика|клієнта|контакту|покупця|замовника|платника))$/u

/** «Бюджет ₸», «Сумма руб.» */
const CURRENCY = /(?:\s*\p{Sc}|\s(?:руб\p{L}*|грн|тг|тенге|rub|uah|usd|eur|kzt|byn|pln|gbp))\.?$/u

/** What the name of a column says in a list of orders; null for what an order has no place for. */
export function orderRoleOf(header: string): OrderRole | null {
  const name = normaliseHeader(header)
  const bare = name
    .replace(/\s*[,(]\s*[^,()]{1,20}\)?$/u, '')
    .replace(CURRENCY, '')
    .replace(/[\s:*.!?]+$/u, '')
  const direct = ROLES.get(name) ?? ROLES.get(bare) ?? ROLES.get(bare.replace(OF_ORDER, ''))
  if (direct) return direct
  for (const pattern of [OF_CLIENT, BEHIND]) {
    const short = name.replace(pattern, '')
    const role = short === name || short === '' ? null : clientRole(short)
    if (role?.startsWith('client.')) return role
  }
  return clientRole(name)
}

/** A column that says whose the order is, as in a log of contacts. */
function clientRole(name: string): OrderRole | null {
  const own = ROLES.get(name)
  if (own?.startsWith('client.')) return own
  const direct = HEADER_ROLES.get(name)
  const role = direct?.startsWith('client.') ? direct : historyRole(name, canonicalOf(name))
  if (role === 'sensitive') return 'sensitive'
  if (role === 'client.row_id') return 'row-id'
  return role?.startsWith('client.') ? (role as OrderRole) : null
}

const NUMBERS: readonly (OrderRole | null)[] = ['order-id', 'what', 'item']
const DAYS: readonly (OrderRole | null)[] = ['ordered', 'created', 'closed']

/** Is this the header of a list of orders rather than of clients? Then it says for how much, when, whose and what or which. */
export function looksLikeOrders(headers: readonly string[]): boolean {
  const roles = headers.map(orderRoleOf)
  return (
    roles.includes('sum') &&
    roles.some((role) => NUMBERS.includes(role)) &&
    roles.some((role) => DAYS.includes(role)) &&
    roles.some((role) => role?.startsWith('client.'))
  )
}
