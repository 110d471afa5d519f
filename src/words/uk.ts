import type { Words } from './en.js'
import { exporting } from './exporting/uk.js'
import { filter } from './filter/uk.js'
import { history } from './history/uk.js'
import { importing, NEEDS } from './importing/uk.js'
import { matching } from './matching/uk.js'
import { merging } from './merging/uk.js'
import { MESSENGER_NAMES } from './messengers.js'
import { orders } from './orders/uk.js'
import { plural } from './plural.js'
import { segments } from './segments/uk.js'
import { standing } from './standing/uk.js'

const count = plural('uk')

/** In the genitive, as they stand in a date. */
const MONTHS = [
  'січня',
  'лютого',
  'березня',
  'квітня',
  'травня',
  'червня',
  'липня',
  'серпня',
  'вересня',
  'жовтня',
  'листопада',
  'грудня',
]
const SHORT_MONTHS = [
  'січ.',
  'лют.',
  'бер.',
  'квіт.',
  'трав.',
  'черв.',
  'лип.',
  'серп.',
  'вер.',
  'жовт.',
  'лист.',
  'груд.',
]
const WEEKDAYS = ['понеділок', 'вівторок', 'середа', 'четвер', 'п’ятниця', 'субота', 'неділя']

const DAY = { one: 'день', few: 'дні', many: 'днів', other: 'дня' }
const YEAR = { one: 'рік', few: 'роки', many: 'років', other: 'року' }
const CLIENT = { one: 'клієнт', few: 'клієнти', many: 'клієнтів', other: 'клієнта' }
/** After «у», «з» and forms in -но. */
const OF_CLIENTS = { one: 'клієнта', few: 'клієнтів', many: 'клієнтів', other: 'клієнта' }
const FIT = { one: 'підходить', few: 'підходять', many: 'підходить', other: 'підходять' }

const days = (number: number): string => `${Math.abs(number)} ${count(number, DAY)}`
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
/** «о 14:30», but «об 11:30». */
const atTime = (time: string): string => `${time.startsWith('11') ? 'об' : 'о'} ${time}`
/** Ends a sentence; a short month or an initial has its full stop already. */
const stop = (text: string): string => (text.endsWith('.') ? text : `${text}.`)
const perhaps = (near: string | null): string => (near === null ? '' : ` Можливо, ${near}?`)
const quoted = (text: string | null): string | null => (text === null ? null : `«${text}»`)

const occasionName = (occasion: string): string =>
  occasion === 'birthday' ? 'день народження' : occasion === 'anniversary' ? 'річниця' : occasion

/** Everything the program says, in Ukrainian. */
export const uk: Words = {
  language: 'uk',
  months: MONTHS,
  weekdays: WEEKDAYS,
  longDate: (weekday, day, month, year) =>
    `${capital(WEEKDAYS[weekday - 1] ?? '')}, ${day} ${MONTHS[month - 1]} ${year}`,
  shortDate: (day, month, year) => `${day} ${SHORT_MONTHS[month - 1] ?? ''}${year === null ? '' : ` ${year}`}`,

  candidate: ({ id, name, city, phone }) =>
    [String(id).padStart(6), name, phone, city].filter((part) => part !== null && part !== '').join('  '),
  obstacle: ({ operation, at, command, what }) =>
    operation === null
      ? what
      : `операція ${operation} від ${(at ?? '').slice(0, 16).replace('T', ' ')} UTC: ${command}`,

  errors: {
    eitherOr: (a, b) => `${a} і ${b} виключають одне одного.`,
    verifiedAhead: (date) => `${date} ще попереду: дані перевіряють не пізніше сьогодні.`,
    outputFailed: (message) => `Не вдалося записати виведення: ${message}.`,
    cancelled: 'Перервано.',
    internal: (message) => `Це помилка в самій програмі clientele: ${message}`,
    internalHint: 'База не постраждала. Будь ласка, повідомте про помилку й додайте рядки нижче.',
    busy: (file) => `Інша програма пише в ${file} і ще не закінчила.`,
    busyHint: 'Можливо, триває довгий імпорт. Спробуйте ще раз, коли він закінчиться.',
    notABase: (file) => `${file} – не база clientele.`,
    notABaseHint: 'Файл не зачеплено. Укажіть інший через --db, а якщо це таблиця – імпортуйте її.',
    damaged: (file) => `Файл ${file} пошкоджено.`,
    damagedHint: 'Відновіть останню резервну копію: clientele restore <файл>. Пошкоджений файл залишиться поруч.',
    diskFull: (file) => `На диску не залишилося місця для ${file}.`,
    nothingWritten: 'Ця команда нічого не записала.',
    readOnly: (file) => `Не вдається записати ${file}: немає прав або диск лише для читання.`,
    readOnlyHint: 'Перевірте права на файл і його теку або вкажіть іншу базу через --db.',
    cannotOpen: (file) => `Не вдається відкрити ${file}.`,
    inputOutput: (file, message) => `Не вдалося прочитати або записати ${file}: ${message}.`,
    constraint: (message) => `Це порушило б правило бази: ${message}.`,
    migrationBroke: 'Оновлення бази до нової версії не пройшло перевірку; база залишилася такою, як була.',
    isFolder: (file) => `${file} – тека, а не файл.`,
    noSuchFile: (file) => `Файл ${file} не знайдено.`,
    newerBase: (file, version, latest) =>
      `Файл ${file} записано новішою версією clientele (схема ${version}, а ця програма знає схеми до ${latest}).`,
    newerBaseHint: 'Оновіть програму. Базу не зачеплено.',
    fileExists: (file) => `Файл ${file} уже є.`,
    fileExistsHint: 'Виберіть іншу назву або додайте --force, щоб замінити файл.',
    restoreOntoItself: 'Цей файл і є сама база.',

    usage: (message) => message,
    usageHint: (verb) => `Довідка: clientele help${verb === '' ? '' : ` ${verb}`}`,
    unknownCommand: (name, near) => `Немає команди «${name}».${perhaps(quoted(near))}`,
    unknownOption: (name, near) => `Тут немає параметра ${name}.${perhaps(near)}`,
    missingArgument: (name) => `Бракує <${name}>.`,
    missingValue: (option) => `Для ${option} потрібне значення.`,
    tooManyArguments: (text) => `Зайві слова: «${text}».`,
    notOneOf: (flag, value, choices) => `Значення «${value}» не підходить для ${flag}. Можна: ${choices.join(', ')}.`,
    badNumber: (flag, value) => `${flag}: потрібне ціле число, а не «${value}».`,
    badZone: (zone) => `«${zone}» – не часовий пояс. Він пишеться так: Europe/Kyiv.`,
    badNow: (text) => `«${text}» – не час. Він пишеться так: 2026-11-22T09:30.`,
    badLanguage: (text) => `Мова – en, ru або uk, а не «${text}».`,
    badUrl: (text) => `«${text}» – не та база, яку вміє відкривати ця версія; укажіть файл.`,
    badConfig: (file) => `Не вдається прочитати налаштування (JSON): ${file}`,
    badSetting: (key, near) => `Немає налаштування «${key}».${perhaps(quoted(near))}`,
    badSettingValue: (key, value) => `Значення «${value}» не підходить для налаштування ${key}.`,
    formatNotHere: (format, formats) => `Формат «${format}» тут не підходить. Можна: ${formats.join(', ')}.`,
    needsTerminal: 'Бракує даних, а спитати ніде: термінала немає.',

    noClient: (text) => `Клієнта «${text}» не знайдено.`,
    nearestHint: 'Вище – найбільш схожі. Клієнта називають за id, телефоном, поштою, @ніком або словами з імені.',
    noClientHint: 'Клієнта називають за id, телефоном, поштою, @ніком або словами з імені.',
    severalClients: (text, number) => `Під «${text}» ${count(number, FIT)} ${number} ${count(number, CLIENT)}.`,
    severalHint: 'Укажіть id або додайте ще слово.',
    noEntry: (text) => `У списку на сьогодні немає пункту ${text}.`,
    noEntryHint: 'Номери показує «clientele today»: t1, t2 …',
    notAnEntry: (text) => `«${text}» – не номер зі списку на сьогодні.`,
    alreadyClosed: (text) => `Пункт ${text} уже закрито.`,
    snoozeBack: (date) => `Відкласти пункт можна лише на пізніший день, а не на ${date}.`,
    noDate: (id) => `Дати з номером ${id} немає.`,
    noOperation: (id) => `Операції ${id} немає.`,
    nothingToUndo: 'Немає чого скасовувати.',
    alreadyUndone: (id) => `Операцію ${id} уже скасовано.`,
    undoTheFirst: (id) => `Операція ${id} лише повернула чинність більш ранній – скасуйте ту.`,
    undoBlocked: (number) =>
      `Скасувати не можна: на цьому ${count(number, { one: 'тримається', few: 'тримаються', many: 'тримається', other: 'тримаються' })} ${number} ${count(number, { one: 'пізніша зміна', few: 'пізніші зміни', many: 'пізніших змін', other: 'пізнішої зміни' })}.`,
    undoBlockedHint: 'Спершу скасуйте те, що новіше: clientele undo <операція>. Нічого не змінено.',

    noName: 'Клієнту потрібне ім’я.',
    badPoint: (flag, text) => `Значення «${text}» не підходить для ${flag}.`,
    badHours: (flag, text) => `${flag}: потрібні години на зразок 09:00-17:30, а не «${text}».`,
    badMoney: (flag, text) => `${flag}: потрібна сума на зразок 1250.50, а не «${text}».`,
    badMinutes: (text) => `--minutes: потрібна кількість хвилин або г:хх, а не «${text}».`,
    badRemind: (text) => `--remind: потрібен термін у днях або тижнях, наприклад 7d або 2w, а не «${text}».`,
    badCustom: (key, value, type, choices) =>
      `${key}: ${NEEDS[type]}${choices.length > 0 ? ` (${choices.join(', ')})` : ''}, а не «${value}».`,
    badPair: (text) => `--set: потрібно поле=значення, а не «${text}».`,
    badFieldKey: (name) => `Поле не можна назвати «${name}»: назва починається з літери.`,
    builtInField: (key) => `${key} – вбудоване поле, для нього є окремий параметр.`,
    fieldExists: (key) => `Поле ${key} уже є.`,
    fieldInUse: (key, uses) => `Поле ${key} заповнено в ${uses} ${count(uses, OF_CLIENTS)}; спершу очистьте його там.`,
    noField: (name) => `Власного поля «${name}» немає.`,
    choicesNeeded: 'Параметр --choices a,b,c потрібен полю типу choice, і лише йому.',
    notThere: (flag, text) => `${flag}: у клієнта немає «${text}».`,
    roleWithoutCompany: 'Роль буває лише в компанії: додайте --company.',
    refersToItself: 'Ніхто не рекомендує самого себе.',
    duplicate: (name) => `«${name}» уже є в базі.`,
    duplicateHint: (id) => `Доповнити дані: clientele edit ${id} … Якщо це хтось інший, повторіть із --force.`,
    alreadyArchived: (name) => `${name} уже в архіві.`,
    contactAhead: (date) => `${date} ще попереду: контакт записують, коли він уже відбувся.`,
    contactAheadHint: 'Для майбутнього є clientele next <клієнт> <коли> [що].',
    noOccasion: 'Укажіть, що це за день: день народження, річниця …',
    nothingToChange: 'Укажіть, що змінити, наприклад --city або --phone.',
    allNeeded: (number) =>
      `Під фільтр ${count(number, FIT)} ${number} ${count(number, CLIENT)}; щоб змінити, додайте --all.`,

    when: {
      unreadable: (text) => `Не вдалося зрозуміти, який це день: «${text}».`,
      impossible: (text) => `Такого не буває: «${text}».`,
      ambiguous: (text) => `«${text}» можна зрозуміти по-різному.`,
    },
    whenHint: 'День пишуть так: 2026-12-01, 01.12, пт, завтра, +3d, через 2 тижні. Далі можна вказати час: 14:30.',
    birthdayHint: 'Дату пишуть так: 12.03.1980 або 1980-03-12, а без року – 12.03 або --03-12.',

    import: importing.errors,
  },

  problem: importing.problem,
  remark: importing.remark,
  import: importing.import,
  export: exporting,
  diary: history,
  filter,
  orders,
  matching,
  merging,
  segments,
  standing,

  today: {
    sections: { calls: 'Дзвінки', greetings: 'Вітання', tasks: 'Справи' },
    nothing: 'На сьогодні нічого немає. Гарного дня!',
    more: (number) => `… і ще ${number} (--limit)`,
    reason: (reason) => {
      if (reason.code === 'occasion') {
        const whose = reason.who === null ? '' : `, ${reason.who}`
        const turns = reason.days < 0 ? 'виповнилося' : 'виповнюється'
        const age =
          reason.years === null
            ? ''
            : reason.occasion === 'birthday'
              ? `, ${turns} ${reason.years}`
              : `, ${reason.years} ${count(reason.years, YEAR)}`
        const day =
          reason.days === 0
            ? 'сьогодні'
            : reason.days > 0
              ? `через ${days(reason.days)}`
              : `${days(reason.days)} тому, із запізненням`
        return `${occasionName(reason.occasion)}${whose}${age} – ${day}`
      }
      if (reason.days === 0 && reason.time === null && reason.text !== null && !reason.snoozed) return reason.text
      const late =
        reason.days < 0
          ? `запізнення ${days(reason.days)}`
          : reason.days === 0
            ? reason.time === null
              ? 'обіцяно на сьогодні'
              : atTime(reason.time)
            : `через ${days(reason.days)}`
      return `${reason.text ?? ''}${reason.text === null ? '' : ' – '}${late}${reason.snoozed ? ', уже відкладали' : ''}`
    },
    kinds: { call: 'дзвінок', greet: 'вітання', gift: 'подарунок', task: 'справа' },
    lastContact: (when, what) => `останній контакт ${when}${what === '' ? '' : `: ${what}`}`,
    neverContacted: 'контактів ще не було',
  },

  card: {
    labels: { mobile: 'мобільний', work: 'робочий', home: 'домашній', personal: 'особистий', other: 'інший' },
    sections: {
      reach: 'Як зв’язатися',
      relations: 'Зв’язки',
      dates: 'Дати',
      promises: 'Обіцянки',
      history: 'Контакти',
      details: 'Подробиці',
    },
    kinds: { person: 'людина', company: 'компанія' },
    statuses: { lead: 'лід', client: 'клієнт', former: 'колишній клієнт' },
    archived: (date) => `в архіві з ${date}`,
    relation: {
      company: 'компанія',
      person: 'контактна особа',
      referred_by: 'хто порекомендував',
      referred: 'кому рекомендує',
    },
    more: (number) => `… і ще ${number}`,
    vip: 'VIP',
    promiseStates: { open: 'відкрито', done: 'виконано', skipped: 'пропущено' },
    contactsSummary: (number) =>
      `${number} ${count(number, { one: 'контакт', few: 'контакти', many: 'контактів', other: 'контакту' })}`,
    since: (date) => `у базі з ${date}`,
    birthday: 'день народження',
  },

  fields: {
    id: 'ID',
    kind: 'Вид',
    name: 'Ім’я',
    family_name: 'Прізвище',
    given_name: 'Власне ім’я',
    patronymic: 'По батькові',
    company: 'Компанія',
    position: 'Посада',
    role: 'Роль',
    status: 'Статус',
    phone: 'Телефон',
    phones: 'Телефони',
    email: 'Пошта',
    emails: 'Адреси пошти',
    handles: 'Месенджери',
    ...MESSENGER_NAMES,
    url: 'Сайт',
    city: 'Місто',
    address: 'Адреса',
    birthday: 'День народження',
    source: 'Джерело',
    tag: 'Теги',
    tags: 'Теги',
    owner: 'Відповідальний',
    vip: 'VIP',
    channel: 'Зручний канал',
    hours: 'Коли дзвонити',
    no_call: 'Не дзвонити',
    zone: 'Часовий пояс',
    note: 'Нотатка',
    referred_by: 'Хто порекомендував',
    consent: 'Згода',
    verified: 'Перевірено',
    verified_at: 'Перевірено',
    external_id: 'Зовнішній ID',
    external_system: 'Система',
    created_at: 'Створено',
    updated_at: 'Змінено',
    archived_at: 'В архіві з',
    contacts: 'Контакти',
    last_contact_at: 'Останній контакт',
    orders: 'Замовлення',
    spent: 'Витрачено',
    warmth: 'Теплота',
    cadence: 'Нагадувати раз на, днів',
    paused_until: 'Пауза до',
    frequency: 'Частота',
    occasion: 'Нагода',
    who: 'Хто',
    date: 'Дата',
    remind_days: 'Нагадати',
    client: 'Клієнт',
    at: 'Коли',
    command: 'Команда',
    rows: 'Записи',
    state: 'Стан',
    type: 'Тип',
    names: 'Інші назви',
    example: 'Приклад',
    value: 'Значення',
    origin: 'Звідки',
    key: 'Налаштування',
  },

  done: {
    wouldExport: (number, file) => `Було б записано клієнтів: ${number} до ${file}.`,
    wouldAdd: (name) => `Було б додано клієнта: ${name}.`,
    wouldRemove: (name) => `До архіву пішов би клієнт: ${name}.`,
    newField: (key) => `Нове поле: ${key} (текст). Задати тип можна так: clientele fields add.`,
    logged: (name) => stop(`Записано: ${name}`),
    promised: (name, when) => stop(`Обіцяно: ${name}, ${when}`),
    closed: (number, name) => stop(`Готово: ${number}, ${name}`),
    skipped: (number, name) => stop(`Пропущено: ${number}, ${name}`),
    snoozed: (number, name, when) => stop(`Відкладено: ${number}, ${name}, до ${when}`),
    stillOpen: (number) => `Пункт ${number} залишається відкритим; закрити його: clientele done ${number}`,
    edited: (number) => `Змінено ${number} ${count(number, OF_CLIENTS)}.`,
    unchanged: 'Нічого не змінилося.',
    wouldEdit: (number) => `Буде змінено ${number} ${count(number, OF_CLIENTS)}.`,
    archived: (name) => `${name} тепер в архіві. Повернути: clientele undo`,
    dateAdded: (name, occasion, date) => stop(`Записано: ${name}, ${occasionName(occasion)}, ${date}`),
    dateRemoved: 'Дату видалено.',
    undone: (id, command, rows) =>
      `Операцію ${id} (${command}) скасовано: ${rows} ${count(rows, { one: 'запис', few: 'записи', many: 'записів', other: 'запису' })}.`,
    redoHint: (by) => `Повернути як було: clientele undo ${by}`,
    exported: (number, file) => `Вивантажено ${number} ${count(number, OF_CLIENTS)} у файл ${file}.`,
    backedUp: (file) => `Резервна копія готова й перевірена: ${file}`,
    restored: (file) => `Базу відновлено з ${file}.`,
    keptAside: (file) => `Те, що було раніше, збережено: ${file}`,
    copied: (file) => `Базу оновлено до цієї версії, попередню збережено: ${file}`,
    fieldAdded: (key) => `Поле ${key} готове: --set ${key}=…`,
    fieldRemoved: (key) => `Поле ${key} видалено.`,
    settingSaved: (key, value) => `${key} = ${value}`,
    settingRemoved: (key) => `${key}: знову типове значення.`,
    removeQuestion: (name) => `Прибрати до архіву: ${name}?`,
    firstBase: (file) => `Створено нову базу: ${file}`,
    openToOthers: (file) => `Увага: інші користувачі цього комп’ютера можуть читати ${file}. Закрити доступ: chmod 600`,
    emptyList: 'Відповідних клієнтів немає.',
    sure: 'Упевнені?',
  },

  check: {
    fine: 'З базою все гаразд.',
    bad: (number) =>
      `У базі ${number} ${count(number, { one: 'проблема', few: 'проблеми', many: 'проблем', other: 'проблеми' })}.`,
    file: 'Файл',
    size: 'Розмір',
    clients: 'Клієнти',
    schema: 'Схема',
    engine: 'SQLite',
    searchOff: (clients, searched) => `у пошуковому індексі ${searched} із ${clients} ${count(clients, OF_CLIENTS)}`,
    restoreHint: 'Відновіть останню резервну копію: clientele restore <файл>.',
  },

  history: {
    states: { done: 'діє', undone: 'скасовано' },
    undoes: (id) => `скасовує ${id}`,
    empty: 'Змін поки не було.',
  },

  ask: {
    client: 'Який клієнт?',
    which: 'Хто з них?',
    nothing: 'нічого не знайдено',
    name: 'Ім’я',
    phone: 'Телефон (необов’язково)',
    email: 'Пошта (необов’язково)',
    company: 'Компанія (необов’язково)',
    birthday: 'День народження (необов’язково)',
    note: 'Нотатка (необов’язково)',
    channel: 'Що це було?',
    channels: { call: 'дзвінок', email: 'лист', meet: 'зустріч', message: 'повідомлення' },
    said: 'Про що говорили?',
    next: 'Що далі? (день і справа, необов’язково)',
    when: 'Коли?',
    what: 'Що?',
    type: 'почніть вводити, щоб знайти',
  },

  demo: {
    ready: (file) => `Демонстраційна база: ${file}. Спробуйте: clientele --db ${file} show t1`,
    intro: 'База з вигаданими клієнтами. Вашу власну не зачеплено.',
  },

  help: {
    tagline: 'Ваші клієнти в терміналі: кому подзвонити, кого привітати, що обіцяно.',
    usage: 'Використання',
    commands: 'Команди',
    options: 'Параметри',
    arguments: 'Аргументи',
    globals: 'Для всіх команд',
    daily: 'День: today → log t1 --call "домовилися" --next "пт надіслати" → snooze t2 +1d → done t3',
    groups: { day: 'Щодня', clients: 'Клієнти', value: 'Замовлення й теплота', data: 'Імпорт і експорт', base: 'База' },
    verbs: {
      add: 'додати клієнта',
      edit: 'змінити клієнта або, з --all, усіх за фільтром',
      show: 'усе про клієнта',
      list: 'клієнти за фільтром',
      count: 'скільки клієнтів підходить під фільтр',
      log: 'записати контакт',
      next: 'пообіцяти щось на певний день',
      done: 'закрити пункт дня',
      snooze: 'відкласти пункт',
      skip: 'пропустити пункт',
      today: 'дзвінки, вітання та справи на сьогодні',
      date: 'дні народження та інші щорічні дати',
      import: 'завантажити клієнтів із файлу',
      export: 'вивантажити клієнтів',
      order: 'замовлення: додати, оплатити, змінити',
      expense: 'витрати на клієнта',
      warmth: 'теплота, частота й ритм клієнта; вручну через --set',
      why: 'чому клієнт теплий, на черзі чи втрачений, за доданками',
      dedupe: "знайти клієнтів, записаних двічі; об'єднати певних, решту вирішити",
      merge: 'зробити з кількох клієнтів одного; undo поверне все назад',
      distinct: "запам'ятати, що це два різні клієнти",
      segment: 'фільтри під назвою: @назва',
      undo: 'скасувати операцію',
      history: 'що й коли змінювалося',
      backup: 'зробити й перевірити резервну копію',
      restore: 'відновити базу з копії',
      check: 'чи все гаразд із базою',
      remove: 'прибрати клієнта до архіву',
      demo: 'готова база, щоб спробувати',
      config: 'налаштування',
      fields: 'поля, зокрема ваші власні',
      help: 'довідка щодо команди',
    },
    dateVerbs: { add: 'записати дату', list: 'показати дати', remove: 'видалити дату за номером' },
    fieldVerbs: {
      list: 'показати поля',
      add: 'створити власне поле',
      remove: 'видалити поле, яке не використовується',
    },
    configVerbs: {
      list: 'показати всі налаштування',
      get: 'показати одне',
      set: 'змінити одне',
      unset: 'повернути типове значення',
      path: 'де зберігаються налаштування',
    },
    args: {
      name: 'ім’я людини або назва компанії',
      client: 'id, t3, телефон, пошта, @нік, ext:id або слова з імені',
      filter: 'слова, поле:значення, tag:vip, status:client …',
      text: 'про що говорили; - читає зі стандартного вводу',
      when: 'завтра, пт, +3d, 01.12, 2026-12-01 14:30',
      what: 'що обіцяно',
      entry: 'номер зі списку на сьогодні, наприклад t3',
      file: 'файл або - для стандартного вводу',
      operation: 'номер операції; якщо не вказано – остання',
      occasion: 'день народження, річниця …',
      key: 'назва налаштування',
      value: 'його значення',
      verb: 'команда',
      number: 'номер, який показує date list',
      field: 'назва поля',
    },
    flags: {
      db: 'база (файл)',
      format: 'table, json, ndjson, csv, tsv, ids, md – де це доречно',
      json: 'те саме, що --format json',
      lang: 'en, ru або uk',
      tz: 'часовий пояс, наприклад Europe/Kyiv',
      now: 'вважати цей момент поточним',
      noColor: 'без кольору',
      noInput: 'ні про що не питати',
      quiet: 'лише дані та помилки',
      yes: 'відповідати «так»',
      dryRun: 'показати, що буде зроблено, нічого не змінюючи',
      version: 'показати версію',
      help: 'показати довідку',
      kind: 'person (людина) або company (компанія)',
      point: 'спосіб зв’язку: значення або підпис:значення; можна повторювати',
      removePoint: 'прибрати спосіб зв’язку; можна повторювати',
      company: 'компанія, до якої належить клієнт',
      removeCompany: 'більше не належить до цієї компанії',
      role: 'роль у ній: директор, бухгалтер, секретар …',
      position: 'посада',
      city: 'місто',
      address: 'адреса',
      birthday: 'день народження, з роком або без',
      source: 'звідки прийшов клієнт',
      referredBy: 'хто вас порекомендував',
      tag: 'тег; можна повторювати',
      removeTag: 'прибрати тег',
      owner: 'хто відповідає за клієнта',
      vip: 'VIP-клієнт',
      noVip: 'більше не VIP',
      status: 'lead, client або former',
      channelPreferred: 'зручний канал',
      hours: 'коли дзвонити: 09:00-17:30',
      noCall: 'коли не дзвонити: 13:00-14:00',
      zone: 'часовий пояс клієнта',
      note: 'нотатка',
      set: 'власне поле: поле=значення; можна повторювати',
      externalId: 'ID в іншій системі',
      system: 'назва цієї системи',
      consent: 'yes або no: згода на спілкування',
      verified: 'день, коли дані перевірено',
      force: 'навіть якщо такий уже є',
      nameFlag: 'нове ім’я',
      all: 'змінити всіх, кого знайде фільтр',
      columns: 'стовпці, наприклад id,name,phone',
      sort: 'порядок, наприклад -created,name',
      limit: 'показати не більше цього числа',
      offset: 'скільки перших пропустити',
      call: 'дзвінок',
      email: 'лист',
      meet: 'зустріч',
      message: 'повідомлення',
      channel: 'інший канал',
      in: 'клієнт звернувся до вас',
      out: 'ви звернулися до клієнта',
      result: 'reached, no-answer, refused, agreed …',
      purpose: 'навіщо',
      minutes: 'скільки хвилин тривало',
      cost: 'скільки коштувало',
      at: 'коли це було',
      next: 'що далі: "пт надіслати"',
      promiseKind: 'call, greet, gift або task',
      ahead: 'на скільки днів зазирнути вперед',
      belated: 'а для вітань – на скільки днів назад',
      only: 'calls, greetings, tasks',
      filter: 'лише клієнти, що підходять під фільтр',
      exitCode: 'вийти з кодом 10, якщо на сьогодні нічого немає',
      who: 'чий це день: "дружина Анна"',
      remind: 'за скільки нагадати: 7d, 2w',
      as: 'що в рядках: clients',
      map: '"Стовпець=поле"; можна повторювати',
      profile: 'збережена відповідність стовпців',
      encoding: 'кодування файлу: utf-8, cp1251 …',
      delimiter: 'чим розділено стовпці',
      sheet: 'аркуш книги',
      dateOrder: 'як записано дати: dmy або mdy',
      createClients: 'невідомих із журналу додати як нових клієнтів',
      onMatch: 'якщо вже є: skip, fill (звичайно для клієнтів), update (для замовлень), create',
      rejects: 'файл для відхилених рядків',
      output: 'записати в цей файл',
      overwrite: 'замінити файл, якщо він уже є',
      fresh: 'створити заново',
      type: 'text, number, money, date, choice або yes-no',
      choices: 'варіанти: a,b,c',
      label: 'як називати в списках',
    },
  },
}
