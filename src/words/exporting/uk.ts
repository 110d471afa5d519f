import { plural } from '../plural.js'
import type { ExportWords } from './en.js'

const count = plural('uk')

const contacts = (number: number): string =>
  `${number} ${count(number, { one: 'контакт', few: 'контакти', many: 'контактів', other: 'контакту' })}`
const promises = (number: number): string =>
  `${number} ${count(number, { one: 'обіцянка', few: 'обіцянки', many: 'обіцянок', other: 'обіцянки' })}`
const orders = (number: number): string =>
  `${number} ${count(number, { one: 'замовлення', few: 'замовлення', many: 'замовлень', other: 'замовлення' })}`

/** What an export says. */
export const exporting: ExportWords = {
  notOnTerminal: 'Книга Excel – не текст, у термінал її виводити не можна.',
  notOnTerminalHint: 'Укажіть файл: -o clients.xlsx',
  onlyFor: (flag, formats) => `Параметр ${flag} пасує лише до формату ${formats}.`,
  noFolder: (folder) => `Теки ${folder} немає.`,
  notWritable: (file) => `Не вдається записати ${file}: немає прав або диск лише для читання.`,
  notWritableHint: 'Виберіть іншу теку або перевірте права на цю.',
  longName: (name) => `Надто довга назва файлу: ${name}…`,
  cellsCut: (number) =>
    `${number} ${count(number, { one: 'клітинка довша', few: 'клітинки довші', many: 'клітинок довші', other: 'клітинки довші' })} за 32 767 знаків, які приймає Excel, – зайве обрізано; повністю все зберігає ndjson.`,
  lettersLost: (number, letters) => `Є знаки, яких немає в cp1251 (${number}): ${letters}`,
  lettersLostHint: 'Приберіть --encoding або вивантажте в xlsx; із --force замість них стоятимуть знаки питання.',
  lettersReplaced: (number, letters) =>
    `Замість знаків, яких немає в cp1251 (${number}), стоять знаки питання: ${letters}`,
  leftOut: (format, history, open, bought) =>
    `У ${format} немає місця для контактів, обіцянок і замовлень (${contacts(history)}, ${promises(open)}, ${orders(bought)}); їх зберігають xlsx, json і ndjson.`,
  anonymised:
    'Посади, ролі, джерела, теги, міста, суми й дні лишаються як є; у них замінено тільки імена, номери та адреси.',
  calendarHolds: 'До календаря потрапляють лише дні народження, інші дати та відкриті обіцянки.',

  calendar: {
    name: 'Клієнти',
    dates: 'Дати',
    promises: 'Обіцянки',
    birthday: (name, who) => `${name}: день народження${who === null ? '' : `, ${who}`}`,
    occasion: (occasion, name, who) =>
      `${name}: ${occasion === 'anniversary' ? 'річниця' : occasion}${who === null ? '' : `, ${who}`}`,
    promise: (kind, name, text) =>
      `${{ call: 'Подзвонити', greet: 'Привітати', gift: 'Подарунок', task: 'Справа' }[kind]}: ${name}${text === null ? '' : ` – ${text}`}`,
  },

  form: {
    title: 'Анкета клієнта',
    required: 'Поля зі знаком * обов’язкові.',
    parts: {
      who: 'Хто ви',
      reach: 'Як із вами зв’язатися',
      about: 'Про вас',
      own: 'Додатково',
      office: 'Заповнює працівник',
    },
    name: 'ПІБ',
    yes: 'так',
    consents: { yes: 'так', no: 'ні' },
    date: 'день.місяць.рік',
    filledIn: 'Дата',
    signed: 'Підпис',
    written: (file) => `Анкету записано у файл ${file}.`,
    wouldWrite: (file) => `Анкету було б записано до ${file}.`,
  },

  flags: {
    output: 'записати в цей файл; формат задає --format або розширення: csv, tsv, xlsx, vcf, ics, json, ndjson',
    excel: 'CSV для Excel: UTF-8 з позначкою, крапка з комою',
    encoding: 'utf-8 або cp1251',
    delimiter: 'чим розділити клітинки CSV: , ; | tab',
    vcard: 'версія vCard: 3.0 (для телефонів) або 4.0',
    anonymise: 'замінити імена, контакти й тексти вигаданими',
    form: 'порожня анкета, щоб заповнити від руки: text, md, html, csv',
  },
}
