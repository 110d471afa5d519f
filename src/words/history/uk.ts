import { plural } from '../plural.js'
import type { HistoryWords } from './en.js'

const count = plural('uk')

/** What the import of contacts and promises says. */
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
  },
  needs: {
    client: 'З жодного стовпця не зрозуміло, про якого клієнта йдеться.',
    date: 'З жодного стовпця не зрозуміло, коли це було.',
  },
  needsHint: 'Назвіть стовпці самі: --map "Стовпець=client" --map "Інший=date".',
  clientsMade: (number) =>
    `${number} ${count(number, { one: 'клієнта', few: 'клієнти', many: 'клієнтів', other: 'клієнта' })} додано: у базі таких не було (--create-clients)`,
  promisesMade: (number) =>
    `з них ${number} ${count(number, { one: 'обіцянка', few: 'обіцянки', many: 'обіцянок', other: 'обіцянки' })}`,
}
