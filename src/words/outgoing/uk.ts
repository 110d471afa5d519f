import { plural } from '../plural.js'
import type { outgoing as english } from './en.js'

const count = plural('uk')

const number = (value: number): string => value.toLocaleString('uk')
const clients = (value: number): string =>
  `${number(value)} ${count(value, { one: 'клієнт', few: 'клієнти', many: 'клієнтів', other: 'клієнта' })}`

export const outgoing: typeof english = {
  flags: {
    reason: 'навіщо вивантажується – для журналу вивантажень',
    client: 'усе, що зберігається про одного клієнта, – для нього самого (JSON)',
    mailing: 'лише ті, хто має адресу в цьому каналі й від нього не відмовився (якщо не вказано, email)',
    exports: 'що вивантажували: коли, хто й навіщо',
  },

  reasonNeeded: (rows, over) =>
    over === 0
      ? `${clients(rows)}: без зазначення причини нікого не вивантажують.`
      : `Одразу ${clients(rows)}: понад ${number(over)} вивантажують лише із зазначенням причини.`,
  reasonHint: 'Додайте --reason "…" – причина потрапить до журналу вивантажень.',
  exportInstead: 'Вивантажте їх так: clientele export --reason "…".',
  askReason: (rows) => `Навіщо вивантажуються ${clients(rows)}? (відповідь потрапить до журналу вивантажень)`,
  reasonEmpty: 'Напишіть хоча б кілька слів.',
  reasonLong: (most) => `Причина – не більше ${most} знаків.`,
  notNoted:
    'Кожне вивантаження спершу записується до журналу, тож нічого не вивантажено. Зробіть копію й вивантажте з неї: clientele backup <файл>, потім --db <файл>.',
  isBase: (file) => `${file} – це сама база або її частина.`,
  isSettings: (file) => `${file} – це файл налаштувань.`,
  isBackup: (file) => `${file} – це база або її копія; поверх неї нічого не пишеться.`,
  onlyOne: (words) => `--client називає одного клієнта; «${words}» тут зайве.`,

  personWritten: (name, file, whole) =>
    whole
      ? `Усе, що зберігається про клієнта ${name}, записано у файл ${file}.`
      : `Картку клієнта ${name} записано у файл ${file}.`,
  wouldWritePerson: (name, file, whole) =>
    whole
      ? `Усе, що зберігається про клієнта ${name}, було б записано у файл ${file}.`
      : `Картку клієнта ${name} було б записано у файл ${file}.`,
  notEverything: (format) => `До ${format} потрапляє лише картка; усе, що зберігається, дає --format json.`,

  mailing: (channel, rows) => `Для розсилки (${channel}): ${clients(rows)}.`,
  leftOut: ({ archived, refused, no_address, refused_channel, refused_elsewhere }) =>
    `Не ввійшли: ${(
      [
        [refused, 'відмовилися від усього'],
        [refused_channel, 'відмовилися від цього каналу'],
        [refused_elsewhere, 'з адресою, від якої відмовився хтось інший'],
        [no_address, 'без адреси в цьому каналі'],
        [archived, 'в архіві'],
      ] as const
    )
      .filter(([value]) => value !== 0)
      .map(([value, why]) => `${why} – ${number(value)}`)
      .join(', ')}.`,

  log: {
    empty: 'Ще нічого не вивантажували.',
    whats: { export: 'вивантаження', backup: 'копія', client: 'один клієнт', restore: 'відновлення' },
    rows: (value) => `${number(value)} ${count(value, { one: 'рядок', few: 'рядки', many: 'рядків', other: 'рядка' })}`,
    encrypted: 'зашифровано',
    anonymised: 'знеособлено',
    mailing: (channel) => `розсилка: ${channel}`,
    filter: 'фільтр',
    target: 'куди',
    reason: 'навіщо',
    fields: 'поля',
    all: 'усі',
    everybody: 'усі клієнти',
    output: 'стандартний вивід',
    more: (value) => `і ще ${value}`,
    emptied: 'подробиці стерто: у них названо того, чиї дані видалено',
    replaced: (entries, head) =>
      `замінено журнал, у якому ${count(entries, { one: 'був', few: 'було', many: 'було', other: 'було' })} ${entries} ${count(entries, { one: 'запис', few: 'записи', many: 'записів', other: 'запису' })}; хеш останнього – ${head}`,
    head: (id, hash) => `Хеш запису ${id}: ${hash}`,
    headHint: 'Збережіть його деінде: за ним потім видно, що раніше нічого не змінювали.',
  },
}
