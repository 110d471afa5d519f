import type { Words } from '../en.js'
import { plural } from '../plural.js'

const count = plural('ru')

const drafts = (number: number): string =>
  `${number} ${count(number, { one: 'черновик', few: 'черновика', many: 'черновиков', other: 'черновика' })}`

/** What `greet` says; the greetings themselves are in letters.ts. */
export const greeting: Words['greeting'] = {
  flags: {
    date: 'другой день вместо сегодняшнего',
    ahead: 'и на столько дней вперёд',
    belated: 'и на столько дней назад',
    holiday: 'все, кому подходит праздник, отмечаете вы его или нет',
    text: 'текст каждого поздравления',
    links: 'ссылки, которые открывают почту, СМС, Telegram или WhatsApp с готовым текстом',
    mbox: 'черновики для почтовой программы, файлом mbox',
    force: 'заменить существующий файл',
    mark: 'отметить всех как поздравленных: контакт каждому, поздравление закрыто',
    channel: 'канал для --mark (иначе тот, что предпочитает клиент)',
    language: 'язык поздравлений: en, ru, uk',
    formal: 'ко всем на «вы»',
    close: 'ко всем на «ты»',
    templates: 'для каких поводов есть тексты и откуда они',
    holidays: 'все праздники: какие отмечаются, для кого, когда следующий',
    keep: 'отмечать праздник',
    for: 'для кого: фильтр (вместе с --keep)',
    day: 'день и месяц своего праздника, 12.06 (вместе с --keep)',
    remind: 'за сколько дней напомнить, 3d (вместе с --keep)',
    drop: 'больше не отмечать праздник',
  },
  note: 'Программа ничего не отправляет: greet показывает, кого и какими словами поздравить, отправляете вы.',
  more: (number) => `… и ещё ${number} (--limit)`,
  nobody: (holiday: string): string =>
    `Праздник «${holiday}»: поздравлять некого – он ни для кого в базе или все уже поздравлены.`,
  marked: (number) =>
    `Отмечено ${number} ${count(number, { one: 'поздравление', few: 'поздравления', many: 'поздравлений', other: 'поздравления' })}. Отменить: «clientele undo».`,
  wouldMark: (number) =>
    `Было бы отмечено ${number} ${count(number, { one: 'поздравление', few: 'поздравления', many: 'поздравлений', other: 'поздравления' })}.`,
  drafts: (number, file) => `${drafts(number)} в файле ${file}. Ничего не отправлено.`,
  wouldDraft: (number, file) => `В файл ${file} записалось бы ${drafts(number)}.`,
  withoutMail: (names) => `Нет адреса почты: ${names}.`,
  andOthers: (number) => `и ещё ${number}`,
  noReach: 'связаться нечем',
  subject: 'Тема',
  promised: 'обещанное поздравление',
  columns: { occasion: 'Повод', text: 'Текст', file: 'Откуда' },
  builtIn: 'программа',
  unused: (files) => `Не используются, потому что такого повода нет: ${files}.`,
  folder: (folder) => `Папка для своих текстов: ${folder}`,
  occasions: {
    birthday: 'день рождения',
    'birthday-round': 'юбилей',
    'birthday-family': 'день рождения в семье',
    'birthday-staff': 'день рождения в компании',
    'company-day': 'день рождения компании',
    'first-order': 'годовщина первого заказа',
    'name-day': 'именины',
    wedding: 'годовщина свадьбы',
    'new-year': 'Новый год',
    christmas: 'Рождество, 25 декабря',
    'christmas-7-january': 'Рождество, 7 января',
    easter: 'Пасха',
    '8-march': '8 Марта',
    '23-february': '23 Февраля',
    professional: 'профессиональный праздник',
    holiday: 'другой праздник',
    generic: 'всё остальное',
  },
  holidays: {
    columns: { day: 'Когда', name: 'Праздник', key: 'Ключ', whom: 'Для кого', clients: 'Клиентов', kept: 'Отмечается' },
    kept: 'да',
    whom: { everyone: 'все', female: 'женщины', male: 'мужчины', chosen: 'никто без --for' },
    keptNow: (name, day, clients) =>
      `${name}: отмечается, следующий раз ${day}${clients === null ? '' : `, ${clients} ${count(clients, { one: 'клиент', few: 'клиента', many: 'клиентов', other: 'клиента' })}`}.`,
    dropped: (name) => `${name}: больше не отмечается.`,
  },
  errors: {
    noGreeting: (number) => `${number} – не поздравление.`,
    noPlaceholder: (file, line, placeholder) => `${file}, строка ${line}: подстановки {${placeholder}} нет.`,
    meant: (nearest) => `Может быть, {${nearest}}?`,
    placeholders: (all) => `Есть ${all}.`,
    notUtf8: (file) => `Файл ${file} записан не в UTF-8.`,
    badLanguage: (typed) => `Поздравления пишутся на en, ru или uk, а не на «${typed}».`,
    badDay: (typed) => `--date ждёт день, а не «${typed}».`,
    onlyWithKeep: (flag) => `${flag} указывают вместе с --keep.`,
    entryAlone: (number) => `${number} – одно поздравление: назовите его без фильтра.`,
  },
}
