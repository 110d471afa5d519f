import { plural } from '../plural.js'
import type { ExportWords } from './en.js'

const count = plural('ru')

const contacts = (number: number): string =>
  `${number} ${count(number, { one: 'контакт', few: 'контакта', many: 'контактов', other: 'контакта' })}`
const promises = (number: number): string =>
  `${number} ${count(number, { one: 'обещание', few: 'обещания', many: 'обещаний', other: 'обещания' })}`
const orders = (number: number): string =>
  `${number} ${count(number, { one: 'заказ', few: 'заказа', many: 'заказов', other: 'заказа' })}`

/** What an export says. */
export const exporting: ExportWords = {
  notOnTerminal: 'Книга Excel – не текст, в терминал её выводить нельзя.',
  notOnTerminalHint: 'Укажите файл: -o clients.xlsx',
  onlyFor: (flag, formats) => `Параметр ${flag} подходит только к формату ${formats}.`,
  noFolder: (folder) => `Папки ${folder} нет.`,
  notWritable: (file) => `Не получается записать ${file}: нет прав или диск только для чтения.`,
  notWritableHint: 'Выберите другую папку или проверьте права на эту.',
  longName: (name) => `Слишком длинное имя файла: ${name}…`,
  cellsCut: (number) =>
    `${number} ${count(number, { one: 'ячейка длиннее', few: 'ячейки длиннее', many: 'ячеек длиннее', other: 'ячейки длиннее' })} 32 767 знаков, которые принимает Excel, – лишнее обрезано; целиком всё сохраняет ndjson.`,
  lettersLost: (number, letters) => `Есть знаки, которых нет в cp1251 (${number}): ${letters}`,
  lettersLostHint: 'Уберите --encoding или выгрузите в xlsx; с --force вместо них будут вопросительные знаки.',
  lettersReplaced: (number, letters) =>
    `Вместо знаков, которых нет в cp1251 (${number}), стоят вопросительные: ${letters}`,
  leftOut: (format, history, open, bought) =>
    `В ${format} нет места для контактов, обещаний и заказов (${contacts(history)}, ${promises(open)}, ${orders(bought)}); их сохраняют xlsx, json и ndjson.`,
  anonymised:
    'Должности, роли, источники, теги, города, суммы и дни остаются как есть; в них заменены только имена, номера и адреса.',
  calendarHolds: 'В календарь попадают только дни рождения, другие даты и открытые обещания.',

  calendar: {
    name: 'Клиенты',
    dates: 'Даты',
    promises: 'Обещания',
    birthday: (name, who) => `${name}: день рождения${who === null ? '' : `, ${who}`}`,
    occasion: (occasion, name, who) =>
      `${name}: ${occasion === 'anniversary' ? 'годовщина' : occasion}${who === null ? '' : `, ${who}`}`,
    promise: (kind, name, text) =>
      `${{ call: 'Позвонить', greet: 'Поздравить', gift: 'Подарок', task: 'Дело' }[kind]}: ${name}${text === null ? '' : ` – ${text}`}`,
  },

  form: {
    title: 'Анкета клиента',
    required: 'Поля со знаком * обязательны.',
    parts: {
      who: 'Кто вы',
      reach: 'Как с вами связаться',
      about: 'О вас',
      own: 'Дополнительно',
      office: 'Заполняет сотрудник',
    },
    name: 'ФИО',
    yes: 'да',
    consents: { yes: 'да', no: 'нет' },
    date: 'день.месяц.год',
    filledIn: 'Дата',
    signed: 'Подпись',
    written: (file) => `Анкета записана в файл ${file}.`,
    wouldWrite: (file) => `Анкета была бы записана в ${file}.`,
  },

  flags: {
    output: 'записать в этот файл; формат задаёт --format или расширение: csv, tsv, xlsx, vcf, ics, json, ndjson',
    excel: 'CSV для Excel: UTF-8 с меткой, точка с запятой',
    encoding: 'utf-8 или cp1251',
    delimiter: 'чем разделить ячейки CSV: , ; | tab',
    vcard: 'версия vCard: 3.0 (для телефонов) или 4.0',
    anonymise: 'заменить имена, контакты и тексты вымышленными',
    form: 'пустая анкета, чтобы заполнить от руки: text, md, html, csv',
  },
}
