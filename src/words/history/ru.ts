import { plural } from '../plural.js'
import type { HistoryWords } from './en.js'

const count = plural('ru')

/** What the import of contacts and promises says. */
export const history: HistoryWords = {
  targets: {
    'client.id': 'клиент (номер в базе)',
    'client.external_id': 'клиент (внешний ID)',
    'client.phone': 'клиент (телефон)',
    'client.email': 'клиент (почта)',
    'client.handle': 'клиент (мессенджер)',
    'client.name': 'клиент (имя)',
    'client.family_name': 'клиент (фамилия)',
    'client.given_name': 'клиент (личное имя)',
    'client.patronymic': 'клиент (отчество)',
    'client.company': 'клиент (компания)',
    date: 'дата',
    time: 'время',
    text: 'текст',
    labelled: 'текст, с названием столбца',
    channel: 'канал',
    direction: 'входящий или исходящий',
    result: 'результат',
    purpose: 'цель',
    minutes: 'минуты',
    seconds: 'длительность (в секундах)',
    cost: 'стоимость',
    kind: 'вид обещания',
    state: 'сделано или нет',
    'promise-date': 'следующий контакт (обещание)',
    'promise-text': 'что обещано',
    snoozed: 'отложено до',
    created: 'когда записано',
    closed: 'когда закрыто',
    'nothing.technical': 'пропущено (служебное)',
    'nothing.sensitive': 'пропущено (слишком личное, чтобы хранить)',
    'nothing.empty-header': 'пропущено (без названия)',
    'nothing.asked': 'пропущено (--map)',
  },
  needs: {
    client: 'Ни по одному столбцу не понять, о каком клиенте речь.',
    date: 'Ни по одному столбцу не понять, когда это было.',
  },
  needsHint: 'Назовите столбцы сами: --map "Столбец=client" --map "Другой=date".',
  clientsMade: (number) =>
    `${number} ${count(number, { one: 'клиент добавлен', few: 'клиента добавлены', many: 'клиентов добавлено', other: 'клиента добавлено' })}: в базе таких не было (--create-clients)`,
  promisesMade: (number) =>
    `из них ${number} ${count(number, { one: 'обещание', few: 'обещания', many: 'обещаний', other: 'обещания' })}`,
}
