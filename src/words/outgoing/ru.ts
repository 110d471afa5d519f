import { plural } from '../plural.js'
import type { outgoing as english } from './en.js'

const count = plural('ru')

const number = (value: number): string => value.toLocaleString('ru')
const clients = (value: number): string =>
  `${number(value)} ${count(value, { one: 'клиент', few: 'клиента', many: 'клиентов', other: 'клиента' })}`

export const outgoing: typeof english = {
  flags: {
    reason: 'зачем выгружается – для журнала выгрузок',
    client: 'всё, что хранится об одном клиенте, – для него самого (JSON)',
    mailing: 'только те, у кого есть адрес в этом канале и кто от него не отказался (по умолчанию email)',
    exports: 'что выгружали: когда, кто и зачем',
  },

  reasonNeeded: (rows, over) =>
    over === 0
      ? `${clients(rows)}: без указания причины никого не выгружают.`
      : `Сразу ${clients(rows)}: больше ${number(over)} выгружают только с указанием причины.`,
  reasonHint: 'Добавьте --reason "…" – причина попадёт в журнал выгрузок.',
  exportInstead: 'Выгрузите их так: clientele export --reason "…".',
  askReason: (rows) => `Зачем выгружаются ${clients(rows)}? (ответ попадёт в журнал выгрузок)`,
  reasonEmpty: 'Напишите хотя бы несколько слов.',
  reasonLong: (most) => `Причина не длиннее ${most} знаков.`,
  notNoted:
    'Любая выгрузка сначала записывается в журнал, поэтому ничего не выгружено. Сделайте копию и выгрузите из неё: clientele backup <файл>, затем --db <файл>.',
  isBase: (file) => `${file} – это сама база или её часть.`,
  isSettings: (file) => `${file} – это файл настроек.`,
  isBackup: (file) => `${file} – это база или её копия; поверх неё ничего не пишется.`,
  onlyOne: (words) => `--client называет одного клиента; «${words}» здесь лишнее.`,

  personWritten: (name, file, whole) =>
    whole ? `Всё, что хранится о клиенте ${name}, записано в ${file}.` : `Карточка клиента ${name} записана в ${file}.`,
  wouldWritePerson: (name, file, whole) =>
    whole
      ? `Всё, что хранится о клиенте ${name}, было бы записано в ${file}.`
      : `Карточка клиента ${name} была бы записана в ${file}.`,
  notEverything: (format) => `В ${format} попадает только карточка; всё, что хранится, даёт --format json.`,

  mailing: (channel, rows) => `Для рассылки (${channel}): ${clients(rows)}.`,
  leftOut: ({ archived, refused, no_address, refused_channel, refused_elsewhere }) =>
    `Не вошли: ${(
      [
        [refused, 'отказались от всего'],
        [refused_channel, 'отказались от этого канала'],
        [refused_elsewhere, 'с адресом, от которого отказался кто-то другой'],
        [no_address, 'без адреса в этом канале'],
        [archived, 'в архиве'],
      ] as const
    )
      .filter(([value]) => value !== 0)
      .map(([value, why]) => `${why} – ${number(value)}`)
      .join(', ')}.`,

  log: {
    empty: 'Пока ничего не выгружали.',
    whats: { export: 'выгрузка', backup: 'копия', client: 'один клиент', restore: 'восстановление' },
    rows: (value) =>
      `${number(value)} ${count(value, { one: 'строка', few: 'строки', many: 'строк', other: 'строки' })}`,
    encrypted: 'зашифровано',
    anonymised: 'обезличено',
    mailing: (channel) => `рассылка: ${channel}`,
    filter: 'фильтр',
    target: 'куда',
    reason: 'зачем',
    fields: 'поля',
    all: 'все',
    everybody: 'все клиенты',
    output: 'стандартный вывод',
    more: (value) => `и ещё ${value}`,
    emptied: 'подробности стёрты: в них назван тот, чьи данные удалены',
    replaced: (entries, head) =>
      `заменён журнал, в котором ${count(entries, { one: 'была', few: 'было', many: 'было', other: 'было' })} ${entries} ${count(entries, { one: 'запись', few: 'записи', many: 'записей', other: 'записи' })}; хеш последней – ${head}`,
    head: (id, hash) => `Хеш записи ${id}: ${hash}`,
    headHint: 'Сохраните его в другом месте: по нему потом видно, что раньше ничего не меняли.',
  },
}
