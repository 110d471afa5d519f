import type { Words } from '../en.js'
import { plural } from '../plural.js'

const count = plural('uk')

const drafts = (number: number): string =>
  `${number} ${count(number, { one: 'чернетка', few: 'чернетки', many: 'чернеток', other: 'чернетки' })}`

/** What `greet` says; the greetings themselves are in letters.ts. */
export const greeting: Words['greeting'] = {
  flags: {
    date: 'інший день замість сьогоднішнього',
    ahead: 'і на стільки днів наперед',
    belated: 'і на стільки днів назад',
    holiday: 'усі, кого стосується свято, відзначаєте ви його чи ні',
    text: 'текст кожного вітання',
    links: 'посилання, що відкривають пошту, SMS, Telegram або WhatsApp із готовим текстом',
    mbox: 'чернетки для поштової програми, файлом mbox',
    force: 'замінити наявний файл',
    mark: 'позначити всіх як привітаних: контакт кожному, вітання закрито',
    channel: 'канал для --mark (інакше той, якому клієнт надає перевагу)',
    language: 'мова вітань: en, ru, uk',
    formal: 'до всіх на «ви»',
    close: 'до всіх на «ти»',
    templates: 'для яких нагод є тексти й звідки вони',
    holidays: 'усі свята: які відзначаються, для кого, коли наступне',
    keep: 'відзначати свято',
    for: 'для кого: фільтр (разом із --keep)',
    day: 'день і місяць власного свята, 12.06 (разом із --keep)',
    remind: 'за скільки днів нагадати, 3d (разом із --keep)',
    drop: 'більше не відзначати свято',
  },
  note: 'Програма нічого не надсилає: greet показує, кого і якими словами привітати, надсилаєте ви.',
  more: (number) => `… і ще ${number} (--limit)`,
  nobody: (holiday: string): string =>
    `Свято «${holiday}»: вітати нема кого – воно ні для кого в базі або всіх уже привітано.`,
  marked: (number) =>
    `Позначено ${number} ${count(number, { one: 'вітання', few: 'вітання', many: 'вітань', other: 'вітання' })}. Скасувати: «clientele undo».`,
  wouldMark: (number) =>
    `Було б позначено ${number} ${count(number, { one: 'вітання', few: 'вітання', many: 'вітань', other: 'вітання' })}.`,
  drafts: (number, file) => `${drafts(number)} у файлі ${file}. Нічого не надіслано.`,
  wouldDraft: (number, file) => `У файл ${file} записалося б ${drafts(number)}.`,
  withoutMail: (names) => `Немає електронної адреси: ${names}.`,
  andOthers: (number) => `і ще ${number}`,
  noReach: 'немає як зв’язатися',
  subject: 'Тема',
  promised: 'обіцяне вітання',
  columns: { occasion: 'Нагода', text: 'Текст', file: 'Звідки' },
  builtIn: 'програма',
  unused: (files) => `Не використовуються, бо такої нагоди немає: ${files}.`,
  folder: (folder) => `Тека для власних текстів: ${folder}`,
  occasions: {
    birthday: 'день народження',
    'birthday-round': 'ювілей',
    'birthday-family': 'день народження в родині',
    'birthday-staff': 'день народження в компанії',
    'company-day': 'день народження компанії',
    'first-order': 'річниця першого замовлення',
    'name-day': 'іменини',
    wedding: 'річниця весілля',
    'new-year': 'Новий рік',
    christmas: 'Різдво, 25 грудня',
    'christmas-7-january': 'Різдво, 7 січня',
    easter: 'Великдень',
    '8-march': '8 Березня',
    '23-february': '23 лютого',
    professional: 'професійне свято',
    holiday: 'інше свято',
    generic: 'усе інше',
  },
  holidays: {
    columns: { day: 'Коли', name: 'Свято', key: 'Ключ', whom: 'Для кого', clients: 'Клієнтів', kept: 'Відзначається' },
    kept: 'так',
    whom: { everyone: 'усі', female: 'жінки', male: 'чоловіки', chosen: 'ніхто без --for' },
    keptNow: (name, day, clients) =>
      `${name}: відзначається, наступного разу ${day}${clients === null ? '' : `, ${clients} ${count(clients, { one: 'клієнт', few: 'клієнти', many: 'клієнтів', other: 'клієнта' })}`}.`,
    dropped: (name) => `${name}: більше не відзначається.`,
  },
  errors: {
    noGreeting: (number) => `${number} – не вітання.`,
    noPlaceholder: (file, line, placeholder) => `${file}, рядок ${line}: підстановки {${placeholder}} немає.`,
    meant: (nearest) => `Можливо, {${nearest}}?`,
    placeholders: (all) => `Є ${all}.`,
    notUtf8: (file) => `Файл ${file} записано не в UTF-8.`,
    badLanguage: (typed) => `Вітання пишуться мовами en, ru або uk, а не «${typed}».`,
    badDay: (typed) => `--date чекає на день, а не «${typed}».`,
    onlyWithKeep: (flag) => `${flag} указують разом із --keep.`,
    entryAlone: (number) => `${number} – одне вітання: назвіть його без фільтра.`,
  },
}
