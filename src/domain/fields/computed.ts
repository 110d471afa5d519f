import { WARMTHS } from '../standing/dealings.js'
import { BEHAVIOURS, FREQUENCIES, RHYTHMS } from '../standing/standing.js'
import { BEHAVIOUR_NAMES, FREQUENCY_NAMES, RHYTHM_NAMES, WARMTH_NAMES } from './choices.js'
import type { Field } from './field.js'

/** What is found when it is asked for, from rows that no standing sums up. */
const FOUND: readonly Field[] = [
  { key: 'archived', type: 'yes-no', kept: 'computed', aliases: ['архив', 'архів'], example: 'yes' },
  { key: 'import', type: 'text', kept: 'computed', aliases: ['импорт', 'імпорт'], example: 'last' },
  {
    key: 'due',
    type: 'date',
    kept: 'computed',
    ahead: true,
    aliases: ['срок', 'обещано', 'термін', 'обіцяно'],
    example: '..7d',
  },
  {
    key: 'silent',
    type: 'duration',
    kept: 'computed',
    aliases: ['silence', 'молчит', 'молчание', 'мовчить', 'мовчання'],
    example: '30d..',
  },
]

const choice = (
  key: string,
  choices: readonly string[],
  choiceNames: NonNullable<Field['choiceNames']>,
  example: string,
  ...aliases: string[]
): Field => ({ key, type: 'choice', kept: 'standing', choices, choiceNames, aliases, example })

const plain = (key: string, type: Field['type'], example: string, ...aliases: string[]): Field => ({
  key,
  type,
  kept: 'standing',
  aliases,
  example,
})

/** What is computed of a client from contacts, orders, expenses and recommendations; its meaning stands in docs/warmth.md. */
export const COMPUTED_FIELDS: readonly Field[] = [
  choice('warmth', WARMTHS, WARMTH_NAMES, 'hot', 'тепло', 'теплота'),
  choice('frequency', FREQUENCIES, FREQUENCY_NAMES, 'regular', 'частота'),
  choice('rhythm', RHYTHMS, RHYTHM_NAMES, 'late', 'ритм'),
  choice('behaviour', BEHAVIOURS, BEHAVIOUR_NAMES, 'sale-only', 'behavior', 'поведение', 'поведінка'),
  plain('last', 'date', '30d..', 'last_contact_at', 'последний_контакт', 'останній_контакт'),
  plain('last_answer', 'date', '90d..', 'last_answer_at', 'последний_ответ', 'остання_відповідь'),
  plain('first_contact', 'date', '..1y', 'first_contact_at', 'первый_контакт', 'перший_контакт'),
  plain('contacts', 'number', '3..', 'контакты', 'контакти'),
  plain('contacts_in', 'number', '1..', 'входящие', 'вхідні'),
  plain('contacts_out', 'number', '..5', 'исходящие', 'вихідні'),
  plain('answered', 'number', '0', 'ответил', 'ответила', 'відповів', 'відповіла'),
  plain('minutes', 'number', '60..', 'минуты', 'хвилини'),
  plain('orders', 'number', '2..', 'заказы', 'замовлення'),
  plain('spent', 'money', '50000..', 'потратил', 'потратила', 'потрачено', 'витратив', 'витратила', 'витрачено'),
  plain('cost', 'money', '..1000', 'затраты', 'витрати'),
  plain('margin', 'money', '..0', 'маржа', 'прибыль', 'прибуток'),
  plain('unpaid', 'money', '1..', 'не_оплачено', 'неоплачено', 'не_сплачено', 'несплачено'),
  plain('promo_share', 'percent', '80..', 'доля_акций', 'частка_акцій'),
  plain('first_order', 'date', '2026', 'first_order_on', 'первый_заказ', 'перше_замовлення'),
  plain('last_order', 'date', '..180d', 'last_order_on', 'последний_заказ', 'останнє_замовлення'),
  {
    ...plain('next_order', 'date', '..14d', 'next_order_on', 'следующий_заказ', 'наступне_замовлення'),
    ahead: true,
  },
  {
    ...plain('touch', 'date', '..today', 'touch_on', 'не_трогать_до', 'не_турбувати_до'),
    ahead: true,
  },
  plain('gap', 'duration', '..30d', 'промежуток', 'проміжок'),
  plain('cadence', 'duration', '..2w', 'периодичность', 'періодичність'),
  plain('referrals', 'number', '1..', 'рекомендации', 'рекомендації'),
  plain('referred_income', 'money', '10000..', 'доход_по_рекомендациям', 'дохід_за_рекомендаціями'),
  ...FOUND,
]
