import { describe, expect, test } from 'vitest'
import { type StageClass, saysPaid, stageClass } from '../../../src/domain/stage.js'

const STAGES: Record<StageClass, string[]> = {
  offer: [
    'offer',
    'Quote sent',
    'estimate',
    'Negotiation/Review',
    'Draft',
    'Proposal',
    'КП',
    'КП отправлено',
    'Коммерческое предложение',
    'смета',
    'Переговоры',
    'черновик',
    'Принимают решение',
    'Кошторис',
    'пропозиція надіслана',
    'переговори',
    'Чернетка',
  ],
  open: [
    'new',
    'in work',
    'In progress',
    'pending',
    'unpaid',
    'not paid',
    'partially paid',
    'awaiting delivery',
    'Quote accepted',
    'Новая',
    'в работе',
    'Не оплачен',
    'частично оплачен',
    'ожидает оплаты',
    'Готовится',
    'готовим макет',
    'ready to ship',
    'смета согласована',
    'нове',
    'в роботі',
    'не сплачено',
    'очікує оплати',
    'кошторис погоджено',
    'Шьём 🙂',
    "O'Brien's desk",
  ],
  done: [
    '',
    ' ',
    'done',
    'Paid',
    'delivered',
    'Completed',
    'Closed Won',
    'Shipped',
    'Выполнен',
    'Оплачено',
    'готов',
    'Готово!',
    'Сдано',
    'Закрыта',
    'Успешно реализовано',
    'Сделка успешна',
    'частичный возврат',
    'Partially refunded',
    'Виконано',
    'сплачено',
    'Здано',
    'закрито',
  ],
  cancelled: [
    'cancelled',
    'canceled by client',
    'Refunded',
    'Closed Lost',
    'returned',
    'declined',
    'Отменён',
    'отменено клиентом',
    'возврат',
    'Отказ',
    'Закрыто и не реализовано',
    'Сделка провалена',
    'скасовано',
    'Повернення',
    'повернуто',
    'відмова',
  ],
}

describe.each(Object.entries(STAGES))('%s', (expected, stages) => {
  test.each(stages)('«%s»', (stage) => {
    expect(stageClass(stage)).toBe(expected)
    expect(stageClass(stage.toUpperCase())).toBe(expected)
  })
})

test('an order without a stage is done', () => {
  expect(stageClass(null)).toBe('done')
})

test.each([
  ['paid', true],
  ['Оплачено', true],
  ['сплачено повністю', true],
  ['unpaid', false],
  ['не оплачен', false],
  ['частично оплачен', false],
  ['done', false],
  ['возврат, было оплачено', false],
  [null, false],
])('«%s» says that it is paid: %s', (stage, expected) => {
  expect(saysPaid(stage)).toBe(expected)
})
