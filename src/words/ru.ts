import type { Words } from './en.js'
import { exporting } from './exporting/ru.js'
import { filter } from './filter/ru.js'
import { history } from './history/ru.js'
import { importing, NEEDS } from './importing/ru.js'
import { matching } from './matching/ru.js'
import { merging } from './merging/ru.js'
import { MESSENGER_NAMES } from './messengers.js'
import { orders } from './orders/ru.js'
import { plural } from './plural.js'
import { segments } from './segments/ru.js'
import { standing } from './standing/ru.js'

const count = plural('ru')

/** In the genitive, as they stand in a date. */
const MONTHS = [
  'января',
  'февраля',
  'марта',
  'апреля',
  'мая',
  'июня',
  'июля',
  'августа',
  'сентября',
  'октября',
  'ноября',
  'декабря',
]
const SHORT_MONTHS = ['янв.', 'февр.', 'мар.', 'апр.', 'мая', 'июн.', 'июл.', 'авг.', 'сент.', 'окт.', 'нояб.', 'дек.']
const WEEKDAYS = ['понедельник', 'вторник', 'среда', 'четверг', 'пятница', 'суббота', 'воскресенье']

const DAY = { one: 'день', few: 'дня', many: 'дней', other: 'дня' }
const YEAR = { one: 'год', few: 'года', many: 'лет', other: 'года' }
const CLIENT = { one: 'клиент', few: 'клиента', many: 'клиентов', other: 'клиента' }
/** After «у» and «из». */
const OF_CLIENTS = { one: 'клиента', few: 'клиентов', many: 'клиентов', other: 'клиента' }
const FIT = { one: 'подходит', few: 'подходят', many: 'подходит', other: 'подходят' }

const days = (number: number): string => `${Math.abs(number)} ${count(number, DAY)}`
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
/** Ends a sentence; a short month or an initial has its full stop already. */
const stop = (text: string): string => (text.endsWith('.') ? text : `${text}.`)
const perhaps = (near: string | null): string => (near === null ? '' : ` Может быть, ${near}?`)
const quoted = (text: string | null): string | null => (text === null ? null : `«${text}»`)

const occasionName = (occasion: string): string =>
  occasion === 'birthday' ? 'день рождения' : occasion === 'anniversary' ? 'годовщина' : occasion

/** Everything the program says, in Russian. */
export const ru: Words = {
  language: 'ru',
  months: MONTHS,
  weekdays: WEEKDAYS,
  longDate: (weekday, day, month, year) =>
    `${capital(WEEKDAYS[weekday - 1] ?? '')}, ${day} ${MONTHS[month - 1]} ${year}`,
  shortDate: (day, month, year) => `${day} ${SHORT_MONTHS[month - 1] ?? ''}${year === null ? '' : ` ${year}`}`,

  candidate: ({ id, name, city, phone }) =>
    [String(id).padStart(6), name, phone, city].filter((part) => part !== null && part !== '').join('  '),
  obstacle: ({ operation, at, command, what }) =>
    operation === null ? what : `операция ${operation} от ${(at ?? '').slice(0, 16).replace('T', ' ')} UTC: ${command}`,

  errors: {
    eitherOr: (a, b) => `${a} и ${b} исключают друг друга.`,
    verifiedAhead: (date) => `${date} ещё впереди: данные проверяют не позже сегодняшнего дня.`,
    outputFailed: (message) => `Не удалось записать вывод: ${message}.`,
    cancelled: 'Прервано.',
    internal: (message) => `Это ошибка в самой программе clientele: ${message}`,
    internalHint: 'База не пострадала. Пожалуйста, сообщите об ошибке и приложите строки ниже.',
    busy: (file) => `Другая программа пишет в ${file} и ещё не закончила.`,
    busyHint: 'Возможно, идёт долгий импорт. Повторите, когда он закончится.',
    notABase: (file) => `${file} – не база clientele.`,
    notABaseHint: 'Файл не тронут. Укажите другой через --db, а если это таблица – импортируйте её.',
    damaged: (file) => `Файл ${file} повреждён.`,
    damagedHint: 'Восстановите последнюю резервную копию: clientele restore <файл>. Повреждённый файл останется рядом.',
    diskFull: (file) => `На диске не осталось места для ${file}.`,
    nothingWritten: 'Эта команда ничего не записала.',
    readOnly: (file) => `Не удаётся записать ${file}: нет прав или диск только для чтения.`,
    readOnlyHint: 'Проверьте права на файл и его папку или укажите другую базу через --db.',
    cannotOpen: (file) => `Не удаётся открыть ${file}.`,
    inputOutput: (file, message) => `Не удалось прочитать или записать ${file}: ${message}.`,
    constraint: (message) => `Это нарушило бы правило базы: ${message}.`,
    migrationBroke: 'Обновление базы до новой версии не прошло проверку; база осталась прежней.',
    isFolder: (file) => `${file} – папка, а не файл.`,
    noSuchFile: (file) => `Файл ${file} не найден.`,
    newerBase: (file, version, latest) =>
      `Файл ${file} записан более новой версией clientele (схема ${version}, а эта программа знает схемы до ${latest}).`,
    newerBaseHint: 'Обновите программу. База не тронута.',
    fileExists: (file) => `Файл ${file} уже есть.`,
    fileExistsHint: 'Выберите другое имя или добавьте --force, чтобы заменить файл.',
    restoreOntoItself: 'Этот файл и есть сама база.',

    usage: (message) => message,
    usageHint: (verb) => `Справка: clientele help${verb === '' ? '' : ` ${verb}`}`,
    unknownCommand: (name, near) => `Нет команды «${name}».${perhaps(quoted(near))}`,
    unknownOption: (name, near) => `Здесь нет параметра ${name}.${perhaps(near)}`,
    missingArgument: (name) => `Не хватает <${name}>.`,
    missingValue: (option) => `Для ${option} нужно значение.`,
    tooManyArguments: (text) => `Лишние слова: «${text}».`,
    notOneOf: (flag, value, choices) => `Значение «${value}» не подходит для ${flag}. Можно: ${choices.join(', ')}.`,
    badNumber: (flag, value) => `${flag}: нужно целое число, а не «${value}».`,
    badZone: (zone) => `«${zone}» – не часовой пояс. Он пишется так: Europe/Kyiv.`,
    badNow: (text) => `«${text}» – не время. Оно пишется так: 2026-11-22T09:30.`,
    badLanguage: (text) => `Язык – en, ru или uk, а не «${text}».`,
    badUrl: (text) => `«${text}» – не та база, которую умеет открывать эта версия; укажите файл.`,
    badConfig: (file) => `Не удаётся прочитать настройки (JSON): ${file}`,
    badSetting: (key, near) => `Нет настройки «${key}».${perhaps(quoted(near))}`,
    badSettingValue: (key, value) => `Значение «${value}» не подходит для настройки ${key}.`,
    formatNotHere: (format, formats) => `Формат «${format}» здесь не подходит. Можно: ${formats.join(', ')}.`,
    needsTerminal: 'Не хватает данных, а спросить негде: терминала нет.',

    noClient: (text) => `Клиент «${text}» не найден.`,
    nearestHint: 'Выше – самые похожие. Клиента называют по id, телефону, почте, @нику или словам из имени.',
    noClientHint: 'Клиента называют по id, телефону, почте, @нику или словам из имени.',
    severalClients: (text, number) => `Под «${text}» ${count(number, FIT)} ${number} ${count(number, CLIENT)}.`,
    severalHint: 'Укажите id или добавьте ещё слово.',
    noEntry: (text) => `В списке на сегодня нет пункта ${text}.`,
    noEntryHint: 'Номера показывает «clientele today»: t1, t2 …',
    notAnEntry: (text) => `«${text}» – не номер из списка на сегодня.`,
    alreadyClosed: (text) => `Пункт ${text} уже закрыт.`,
    snoozeBack: (date) => `Отложить пункт можно только на более поздний день, а не на ${date}.`,
    noDate: (id) => `Даты с номером ${id} нет.`,
    noOperation: (id) => `Операции ${id} нет.`,
    nothingToUndo: 'Отменять нечего.',
    alreadyUndone: (id) => `Операция ${id} уже отменена.`,
    undoTheFirst: (id) => `Операция ${id} лишь вернула в силу более раннюю – отмените ту.`,
    undoBlocked: (number) =>
      `Отменить нельзя: на этом ${count(number, { one: 'держится', few: 'держатся', many: 'держится', other: 'держатся' })} ${number} ${count(number, { one: 'более позднее изменение', few: 'более поздних изменения', many: 'более поздних изменений', other: 'более поздних изменения' })}.`,
    undoBlockedHint: 'Сначала отмените то, что новее: clientele undo <операция>. Ничего не изменено.',

    noName: 'Клиенту нужно имя.',
    badPoint: (flag, text) => `Значение «${text}» не подходит для ${flag}.`,
    badHours: (flag, text) => `${flag}: нужны часы вида 09:00-17:30, а не «${text}».`,
    badMoney: (flag, text) => `${flag}: нужна сумма вида 1250.50, а не «${text}».`,
    badMinutes: (text) => `--minutes: нужно число минут или ч:мм, а не «${text}».`,
    badRemind: (text) => `--remind: нужен срок в днях или неделях, например 7d или 2w, а не «${text}».`,
    badCustom: (key, value, type, choices) =>
      `${key}: ${NEEDS[type]}${choices.length > 0 ? ` (${choices.join(', ')})` : ''}, а не «${value}».`,
    badPair: (text) => `--set: нужно поле=значение, а не «${text}».`,
    badFieldKey: (name) => `Поле нельзя назвать «${name}»: название начинается с буквы.`,
    builtInField: (key) => `${key} – встроенное поле, для него есть отдельный параметр.`,
    fieldExists: (key) => `Поле ${key} уже есть.`,
    fieldInUse: (key, uses) => `Поле ${key} заполнено у ${uses} ${count(uses, OF_CLIENTS)}; сначала очистите его там.`,
    noField: (name) => `Своего поля «${name}» нет.`,
    choicesNeeded: 'Параметр --choices a,b,c нужен полю типа choice, и только ему.',
    notThere: (flag, text) => `${flag}: у клиента нет «${text}».`,
    roleWithoutCompany: 'Роль бывает только в компании: добавьте --company.',
    refersToItself: 'Никто не рекомендует самого себя.',
    duplicate: (name) => `«${name}» уже есть в базе.`,
    duplicateHint: (id) => `Дополнить данные: clientele edit ${id} … Если это кто-то другой, повторите с --force.`,
    alreadyArchived: (name) => `${name} уже в архиве.`,
    contactAhead: (date) => `${date} ещё впереди: контакт записывают, когда он уже состоялся.`,
    contactAheadHint: 'Для будущего есть clientele next <клиент> <когда> [что].',
    noOccasion: 'Укажите, что это за день: день рождения, годовщина …',
    nothingToChange: 'Укажите, что изменить, например --city или --phone.',
    allNeeded: (number) =>
      `Под фильтр ${count(number, FIT)} ${number} ${count(number, CLIENT)}; чтобы изменить, добавьте --all.`,

    when: {
      unreadable: (text) => `Не удалось понять, какой это день: «${text}».`,
      impossible: (text) => `Такого не бывает: «${text}».`,
      ambiguous: (text) => `«${text}» можно понять по-разному.`,
    },
    whenHint: 'День пишут так: 2026-12-01, 01.12, пт, завтра, +3d, через 2 недели. Следом можно указать время: 14:30.',
    birthdayHint: 'Дату пишут так: 12.03.1980 или 1980-03-12, а без года – 12.03 или --03-12.',

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
    sections: { calls: 'Звонки', greetings: 'Поздравления', tasks: 'Дела' },
    nothing: 'На сегодня ничего нет. Хорошего дня!',
    more: (number) => `… и ещё ${number} (--limit)`,
    reason: (reason) => {
      if (reason.code === 'occasion') {
        const whose = reason.who === null ? '' : `, ${reason.who}`
        const turns = reason.days < 0 ? 'исполнилось' : 'исполняется'
        const age =
          reason.years === null
            ? ''
            : reason.occasion === 'birthday'
              ? `, ${turns} ${reason.years}`
              : `, ${reason.years} ${count(reason.years, YEAR)}`
        const day =
          reason.days === 0
            ? 'сегодня'
            : reason.days > 0
              ? `через ${days(reason.days)}`
              : `${days(reason.days)} назад, с опозданием`
        return `${occasionName(reason.occasion)}${whose}${age} – ${day}`
      }
      if (reason.days === 0 && reason.time === null && reason.text !== null && !reason.snoozed) return reason.text
      const late =
        reason.days < 0
          ? `опоздание ${days(reason.days)}`
          : reason.days === 0
            ? reason.time === null
              ? 'обещано на сегодня'
              : `в ${reason.time}`
            : `через ${days(reason.days)}`
      return `${reason.text ?? ''}${reason.text === null ? '' : ' – '}${late}${reason.snoozed ? ', уже откладывали' : ''}`
    },
    kinds: { call: 'звонок', greet: 'поздравление', gift: 'подарок', task: 'дело' },
    lastContact: (when, what) => `последний контакт ${when}${what === '' ? '' : `: ${what}`}`,
    neverContacted: 'контактов ещё не было',
  },

  card: {
    labels: { mobile: 'мобильный', work: 'рабочий', home: 'домашний', personal: 'личный', other: 'другой' },
    sections: {
      reach: 'Как связаться',
      relations: 'Связи',
      dates: 'Даты',
      promises: 'Обещания',
      history: 'Контакты',
      details: 'Подробности',
    },
    kinds: { person: 'человек', company: 'компания' },
    statuses: { lead: 'лид', client: 'клиент', former: 'бывший клиент' },
    archived: (date) => `в архиве с ${date}`,
    relation: {
      company: 'компания',
      person: 'контактное лицо',
      referred_by: 'кто порекомендовал',
      referred: 'кому рекомендует',
    },
    more: (number) => `… и ещё ${number}`,
    vip: 'VIP',
    promiseStates: { open: 'открыто', done: 'выполнено', skipped: 'пропущено' },
    contactsSummary: (number) =>
      `${number} ${count(number, { one: 'контакт', few: 'контакта', many: 'контактов', other: 'контакта' })}`,
    since: (date) => `в базе с ${date}`,
    birthday: 'день рождения',
  },

  fields: {
    id: 'ID',
    kind: 'Вид',
    name: 'Имя',
    family_name: 'Фамилия',
    given_name: 'Личное имя',
    patronymic: 'Отчество',
    company: 'Компания',
    position: 'Должность',
    role: 'Роль',
    status: 'Статус',
    phone: 'Телефон',
    phones: 'Телефоны',
    email: 'Почта',
    emails: 'Адреса почты',
    handles: 'Мессенджеры',
    ...MESSENGER_NAMES,
    url: 'Сайт',
    city: 'Город',
    address: 'Адрес',
    birthday: 'День рождения',
    source: 'Источник',
    tag: 'Теги',
    tags: 'Теги',
    owner: 'Ответственный',
    vip: 'VIP',
    channel: 'Удобный канал',
    hours: 'Когда звонить',
    no_call: 'Не звонить',
    zone: 'Часовой пояс',
    note: 'Заметка',
    referred_by: 'Кто порекомендовал',
    consent: 'Согласие',
    verified: 'Проверено',
    verified_at: 'Проверено',
    external_id: 'Внешний ID',
    external_system: 'Система',
    created_at: 'Создано',
    updated_at: 'Изменено',
    archived_at: 'В архиве с',
    contacts: 'Контакты',
    last_contact_at: 'Последний контакт',
    orders: 'Заказы',
    spent: 'Потрачено',
    warmth: 'Теплота',
    cadence: 'Касаться раз в, дней',
    paused_until: 'Пауза до',
    frequency: 'Частота',
    occasion: 'Повод',
    who: 'Кто',
    date: 'Дата',
    remind_days: 'Напомнить',
    client: 'Клиент',
    at: 'Когда',
    command: 'Команда',
    rows: 'Записи',
    state: 'Состояние',
    type: 'Тип',
    names: 'Другие названия',
    example: 'Пример',
    value: 'Значение',
    origin: 'Откуда',
    key: 'Настройка',
  },

  done: {
    wouldExport: (number, file) => `Было бы записано клиентов: ${number} в ${file}.`,
    wouldAdd: (name) => `Был бы добавлен клиент: ${name}.`,
    wouldRemove: (name) => `В архив ушёл бы клиент: ${name}.`,
    newField: (key) => `Новое поле: ${key} (текст). Задать тип можно так: clientele fields add.`,
    logged: (name) => stop(`Записано: ${name}`),
    promised: (name, when) => stop(`Обещано: ${name}, ${when}`),
    closed: (number, name) => stop(`Готово: ${number}, ${name}`),
    skipped: (number, name) => stop(`Пропущено: ${number}, ${name}`),
    snoozed: (number, name, when) => stop(`Отложено: ${number}, ${name}, до ${when}`),
    stillOpen: (number) => `Пункт ${number} остаётся открытым; закрыть его: clientele done ${number}`,
    edited: (number) =>
      `${count(number, { one: 'Изменён', few: 'Изменено', many: 'Изменено', other: 'Изменено' })} ${number} ${count(number, CLIENT)}.`,
    unchanged: 'Ничего не изменилось.',
    wouldEdit: (number) =>
      `Будет ${count(number, { one: 'изменён', few: 'изменено', many: 'изменено', other: 'изменено' })} ${number} ${count(number, CLIENT)}.`,
    archived: (name) => `${name} теперь в архиве. Вернуть: clientele undo`,
    dateAdded: (name, occasion, date) => stop(`Записано: ${name}, ${occasionName(occasion)}, ${date}`),
    dateRemoved: 'Дата удалена.',
    undone: (id, command, rows) =>
      `Операция ${id} (${command}) отменена: ${rows} ${count(rows, { one: 'запись', few: 'записи', many: 'записей', other: 'записи' })}.`,
    redoHint: (by) => `Вернуть как было: clientele undo ${by}`,
    exported: (number, file) =>
      `${count(number, { one: 'Выгружен', few: 'Выгружено', many: 'Выгружено', other: 'Выгружено' })} ${number} ${count(number, CLIENT)} в файл ${file}.`,
    backedUp: (file) => `Резервная копия готова и проверена: ${file}`,
    restored: (file) => `База восстановлена из ${file}.`,
    keptAside: (file) => `То, что было раньше, сохранено: ${file}`,
    copied: (file) => `База обновлена до этой версии, прежняя сохранена: ${file}`,
    fieldAdded: (key) => `Поле ${key} готово: --set ${key}=…`,
    fieldRemoved: (key) => `Поле ${key} удалено.`,
    settingSaved: (key, value) => `${key} = ${value}`,
    settingRemoved: (key) => `${key}: снова значение по умолчанию.`,
    removeQuestion: (name) => `Убрать в архив: ${name}?`,
    firstBase: (file) => `Создана новая база: ${file}`,
    openToOthers: (file) =>
      `Внимание: другие пользователи этого компьютера могут читать ${file}. Закрыть доступ: chmod 600`,
    emptyList: 'Подходящих клиентов нет.',
    sure: 'Уверены?',
  },

  check: {
    fine: 'База в порядке.',
    bad: (number) =>
      `В базе ${number} ${count(number, { one: 'проблема', few: 'проблемы', many: 'проблем', other: 'проблемы' })}.`,
    file: 'Файл',
    size: 'Размер',
    clients: 'Клиенты',
    schema: 'Схема',
    engine: 'SQLite',
    searchOff: (clients, searched) => `в поисковом индексе ${searched} из ${clients} ${count(clients, OF_CLIENTS)}`,
    restoreHint: 'Восстановите последнюю резервную копию: clientele restore <файл>.',
  },

  history: {
    states: { done: 'в силе', undone: 'отменено' },
    undoes: (id) => `отменяет ${id}`,
    empty: 'Изменений пока не было.',
  },

  ask: {
    client: 'Какой клиент?',
    which: 'Кто из них?',
    nothing: 'ничего не найдено',
    name: 'Имя',
    phone: 'Телефон (необязательно)',
    email: 'Почта (необязательно)',
    company: 'Компания (необязательно)',
    birthday: 'День рождения (необязательно)',
    note: 'Заметка (необязательно)',
    channel: 'Что это было?',
    channels: { call: 'звонок', email: 'письмо', meet: 'встреча', message: 'сообщение' },
    said: 'О чём говорили?',
    next: 'Что дальше? (день и дело, необязательно)',
    when: 'Когда?',
    what: 'Что?',
    type: 'начните вводить, чтобы найти',
  },

  demo: {
    ready: (file) => `Демонстрационная база: ${file}. Попробуйте: clientele --db ${file} show t1`,
    intro: 'База с вымышленными клиентами. Ваша собственная не тронута.',
  },

  help: {
    tagline: 'Ваши клиенты в терминале: кому позвонить, кого поздравить, что обещано.',
    usage: 'Использование',
    commands: 'Команды',
    options: 'Параметры',
    arguments: 'Аргументы',
    globals: 'Для всех команд',
    daily: 'День: today → log t1 --call "договорились" --next "пт отправить" → snooze t2 +1d → done t3',
    groups: {
      day: 'Каждый день',
      clients: 'Клиенты',
      value: 'Заказы и теплота',
      data: 'Импорт и экспорт',
      base: 'База',
    },
    verbs: {
      add: 'добавить клиента',
      edit: 'изменить клиента или, с --all, всех по фильтру',
      show: 'всё о клиенте',
      list: 'клиенты по фильтру',
      count: 'сколько клиентов подходит под фильтр',
      log: 'записать контакт',
      next: 'пообещать что-то на определённый день',
      done: 'закрыть пункт дня',
      snooze: 'отложить пункт',
      skip: 'пропустить пункт',
      today: 'звонки, поздравления и дела на сегодня',
      date: 'дни рождения и другие ежегодные даты',
      import: 'загрузить клиентов из файла',
      export: 'выгрузить клиентов',
      order: 'заказы: завести, оплатить, изменить',
      expense: 'расходы на клиента',
      warmth: 'теплота, частота и ритм клиента; вручную через --set',
      why: 'почему клиент тёплый, на подходе или потерян, по слагаемым',
      dedupe: 'найти клиентов, записанных дважды; слить явных, остальных решить',
      merge: 'сделать из нескольких клиентов одного; undo вернёт всё назад',
      distinct: 'запомнить, что это два разных клиента',
      segment: 'фильтры под именем: @имя',
      undo: 'отменить операцию',
      history: 'что и когда менялось',
      backup: 'сделать и проверить резервную копию',
      restore: 'восстановить базу из копии',
      check: 'в порядке ли база',
      remove: 'убрать клиента в архив',
      demo: 'готовая база, чтобы попробовать',
      config: 'настройки',
      fields: 'поля, в том числе ваши собственные',
      help: 'справка по команде',
    },
    dateVerbs: { add: 'записать дату', list: 'показать даты', remove: 'удалить дату по номеру' },
    fieldVerbs: { list: 'показать поля', add: 'создать своё поле', remove: 'удалить неиспользуемое поле' },
    configVerbs: {
      list: 'показать все настройки',
      get: 'показать одну',
      set: 'изменить одну',
      unset: 'вернуть значение по умолчанию',
      path: 'где хранятся настройки',
    },
    args: {
      name: 'имя человека или название компании',
      client: 'id, t3, телефон, почта, @ник, ext:id или слова из имени',
      filter: 'слова, поле:значение, tag:vip, status:client …',
      text: 'о чём говорили; - читает со стандартного ввода',
      when: 'завтра, пт, +3d, 01.12, 2026-12-01 14:30',
      what: 'что обещано',
      entry: 'номер из списка на сегодня, например t3',
      file: 'файл или - для стандартного ввода',
      operation: 'номер операции; если не указан – последняя',
      occasion: 'день рождения, годовщина …',
      key: 'название настройки',
      value: 'её значение',
      verb: 'команда',
      number: 'номер, который показывает date list',
      field: 'название поля',
    },
    flags: {
      db: 'база (файл)',
      format: 'table, json, ndjson, csv, tsv, ids, md – где это уместно',
      json: 'то же, что --format json',
      lang: 'en, ru или uk',
      tz: 'часовой пояс, например Europe/Kyiv',
      now: 'считать этот момент текущим',
      noColor: 'без цвета',
      noInput: 'ни о чём не спрашивать',
      quiet: 'только данные и ошибки',
      yes: 'отвечать «да»',
      dryRun: 'показать, что будет сделано, ничего не меняя',
      version: 'показать версию',
      help: 'показать справку',
      kind: 'person (человек) или company (компания)',
      point: 'способ связи: значение или подпись:значение; можно повторять',
      removePoint: 'убрать способ связи; можно повторять',
      company: 'компания, к которой относится клиент',
      removeCompany: 'больше не относится к этой компании',
      role: 'роль в ней: директор, бухгалтер, секретарь …',
      position: 'должность',
      city: 'город',
      address: 'адрес',
      birthday: 'день рождения, с годом или без',
      source: 'откуда пришёл клиент',
      referredBy: 'кто вас порекомендовал',
      tag: 'тег; можно повторять',
      removeTag: 'убрать тег',
      owner: 'кто отвечает за клиента',
      vip: 'VIP-клиент',
      noVip: 'больше не VIP',
      status: 'lead, client или former',
      channelPreferred: 'удобный канал',
      hours: 'когда звонить: 09:00-17:30',
      noCall: 'когда не звонить: 13:00-14:00',
      zone: 'часовой пояс клиента',
      note: 'заметка',
      set: 'своё поле: поле=значение; можно повторять',
      externalId: 'ID в другой системе',
      system: 'название этой системы',
      consent: 'yes или no: согласие на общение',
      verified: 'день, когда данные проверены',
      force: 'даже если такой уже есть',
      nameFlag: 'новое имя',
      all: 'изменить всех, кого найдёт фильтр',
      columns: 'столбцы, например id,name,phone',
      sort: 'порядок, например -created,name',
      limit: 'показать не больше этого числа',
      offset: 'сколько первых пропустить',
      call: 'звонок',
      email: 'письмо',
      meet: 'встреча',
      message: 'сообщение',
      channel: 'другой канал',
      in: 'клиент обратился к вам',
      out: 'вы обратились к клиенту',
      result: 'reached, no-answer, refused, agreed …',
      purpose: 'зачем',
      minutes: 'сколько минут длилось',
      cost: 'сколько стоило',
      at: 'когда это было',
      next: 'что дальше: "пт отправить"',
      promiseKind: 'call, greet, gift или task',
      ahead: 'на сколько дней заглянуть вперёд',
      belated: 'а для поздравлений – на сколько дней назад',
      only: 'calls, greetings, tasks',
      filter: 'только клиенты, подходящие под фильтр',
      exitCode: 'выйти с кодом 10, если на сегодня ничего нет',
      who: 'чей это день: "жена Анна"',
      remind: 'за сколько напомнить: 7d, 2w',
      as: 'что в строках: clients',
      map: '"Столбец=поле"; можно повторять',
      profile: 'сохранённое сопоставление столбцов',
      encoding: 'кодировка файла: utf-8, cp1251 …',
      delimiter: 'чем разделены столбцы',
      sheet: 'лист книги',
      dateOrder: 'как записаны даты: dmy или mdy',
      createClients: 'неизвестных из журнала добавить как новых клиентов',
      onMatch: 'если уже есть: skip, fill (обычно для клиентов), update (для заказов), create',
      rejects: 'файл для отклонённых строк',
      output: 'записать в этот файл',
      overwrite: 'заменить файл, если он уже есть',
      fresh: 'создать заново',
      type: 'text, number, money, date, choice или yes-no',
      choices: 'варианты: a,b,c',
      label: 'как называть в списках',
    },
  },
}
