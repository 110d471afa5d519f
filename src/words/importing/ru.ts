import type { FieldType } from '../../domain/client.js'
import { consent } from '../consent/ru.js'
import { plural } from '../plural.js'
import type { ImportWords } from './en.js'

const count = plural('ru')

const ROW = { one: 'строка', few: 'строки', many: 'строк', other: 'строки' }

export const NEEDS: Record<FieldType | 'status', string> = {
  text: 'нужен текст',
  number: 'нужно число',
  money: 'нужна сумма',
  date: 'нужна дата',
  choice: 'нужен один из вариантов',
  'yes-no': 'нужно «да» или «нет»',
  status: 'нужен статус',
}

/** What an import says. */
export const importing: ImportWords = {
  errors: {
    nothingKnown: 'Ни по одному столбцу не понять, кто эти клиенты.',
    nothingKnownHint: 'Назовите столбцы сами: --map "Столбец=name" --map "Другой=phone".',
    encoding: (name, line) =>
      `Файл не в кодировке ${name}${line === null ? '' : ` (первое несовпадение около строки ${line})`}.`,
    encodingHint: 'Файлы из русской или украинской Windows часто в cp1251: --encoding cp1251.',
    unknownEncoding: (name) => `Кодировка «${name}» неизвестна.`,
    unclosedQuote: (line) => `Кавычка, открытая около строки ${line ?? '?'}, не закрыта.`,
    badMap: (text) => `--map: нужно "Столбец=поле", а не «${text}».`,
    noColumn: (name) => `В файле нет столбца «${name}».`,
    noFieldNamed: (name, nearest) =>
      `Нет поля «${name}», которое можно заполнить.${nearest.length === 0 ? '' : ` Ближайшие: ${nearest.join(', ')}.`}`,
    empty: 'Файл пуст.',
    nothingPiped: 'Через конвейер ничего не пришло, записывать нечего.',
    nothingPipedHint: 'Контакт без слов записывается без чёрточки.',
    badDelimiter: (text) => `--delimiter: нужен один знак или «tab», а не «${text}».`,
    badProfileName: (name) => `Профиль нельзя назвать «${name}»: годятся буквы, цифры, пробелы, точки и дефисы.`,
    unclosedQuoteHint:
      'Исправьте эту строку или сохраните таблицу заново в той программе, откуда она. Ничего не записано.',
    tooLarge: (name, size) => `${name}: отказ. В распакованном виде это ${size} МБ, таких списков клиентов не бывает.`,
    tooLargeHint: 'Если это настоящая таблица, сохраните её как CSV и импортируйте его.',
    tooWide: (name, most) => `${name}: больше ${most} столбцов, такой файл не принимается.`,
    tooWideHint: 'Возможно, столбцы разделяет другой знак: --delimiter.',
    cellTooLong: (beginning) => `Текст длиннее 32 767 знаков, которые вмещает ячейка таблицы: «${beginning}…».`,
    encrypted: (name) => `${name} защищён паролем.`,
    encryptedHint: 'Откройте файл, сохраните без пароля и импортируйте.',
    broken: (name, format, line) =>
      `${name} повреждён или это не ${format}${line === null ? '' : ` (строка ${line})`}.`,
    noSheet: (name, names) => `Листа «${name}» нет${names.length === 0 ? '' : `; есть: ${names.join(', ')}`}.`,
    notATable: (name, kind) => {
      const kinds: Record<string, string> = {
        sqlite: 'это база данных',
        pdf: 'это PDF',
        image: 'это картинка',
        archive: 'это архив, сначала распакуйте его',
        document: 'это текстовый документ, сохраните его таблицу как XLSX или CSV',
        xml: 'это XML неизвестного вида; сохраните его как таблицу в той программе, откуда он',
        calendar: 'это календарь, клиентов в нём нет',
        binary: 'это не текст и не таблица',
      }
      return `${name} не импортировать: ${kinds[kind] ?? 'это не таблица'}.`
    },
    rejectsOntoItself: '--rejects указывает на тот же файл, что импортируется.',
    noRejectsFolder: (file) => `Нет папки для файла ${file}.`,
    notTheirs: 'Контакты, обещания и заказы читаются из таблиц: CSV, Excel, JSON.',
  },

  problem: (problem) => {
    switch (problem.code) {
      case 'no-name':
        return 'нет имени'
      case 'bad-phone':
        return `в поле «${problem.column}» не телефон: ${problem.value}`
      case 'bad-email':
        return `в поле «${problem.column}» не адрес почты: ${problem.value}`
      case 'bad-handle':
        return `не удалось прочитать поле «${problem.column}»: ${problem.value}`
      case 'bad-date':
        return `в поле «${problem.column}» не дата: ${problem.value}`
      case 'impossible-date':
        return `в поле «${problem.column}» дата, которой не бывает: ${problem.value}`
      case 'ambiguous-date':
        return `в поле «${problem.column}» не понять, где день, а где месяц: ${problem.value}`
      case 'future-date':
        return `в поле «${problem.column}» дата, которая ещё не наступила: ${problem.value}`
      case 'bad-value':
        return `в поле «${problem.column}» ${NEEDS[problem.expected]}, а там: ${problem.value}`
      case 'external-conflict':
        return `этот внешний ID уже у клиента ${problem.id}, ${problem.name}`
      case 'bad-record':
        return 'это не запись о клиенте'
      case 'too-long':
        return `слишком длинное значение «${problem.field}»: ${problem.length.toLocaleString('ru')} знаков, а можно не больше ${problem.most.toLocaleString('ru')}`
      case 'broken-signs':
        return 'в записи есть знак NUL или половина буквы, сохранить их как есть нельзя'
      case 'broken-line':
        return 'строка не читается как JSON'
      case 'broken-card':
        return problem.why === 'no-end' ? 'у карточки нет END:VCARD' : 'эти строки не в карточке: нет BEGIN:VCARD'
      case 'lost-digits':
        return `в поле «${problem.column}» таблица потеряла последние цифры: ${problem.value}`
      case 'no-client':
        return 'не сказано, о каком клиенте речь'
      case 'unknown-client':
        return `клиента «${problem.who}» нет в базе${problem.nearest.length === 0 ? '' : `; ближайшие: ${problem.nearest.join(', ')}`}`
      case 'several-clients':
        return `«${problem.who}» – подходят несколько: ${problem.candidates.join(', ')}`
      case 'no-date':
        return 'нет даты'
      case 'no-sum':
        return 'нет суммы'
      case 'bad-sum':
        return `не сумма в «${problem.column}»: ${problem.value}`
      case 'negative-sum':
        return `сумма меньше нуля в «${problem.column}», а у заказа такой не бывает: ${problem.value}`
      case 'ambiguous-sum':
        return `не понять, где тысячи, а где копейки, в «${problem.column}»: ${problem.value}`
      case 'bad-currency':
        return `неизвестная валюта или не та, что у заказа, в «${problem.column}»: ${problem.value}`
      case 'order-conflict':
        return `заказ ${problem.number} принадлежит клиенту ${problem.id}, ${problem.name}`
    }
  },

  remark: (remark) => {
    switch (remark.code) {
      case 'extra-cells':
        return `ячеек больше, чем столбцов: ${remark.count} ${count(remark.count, { one: 'лишняя сохранена', few: 'лишние сохранены', many: 'лишних сохранено', other: 'лишней сохранено' })} в заметке`
      case 'only-name':
        return 'заполнена одна ячейка; возможно, это подзаголовок, а не клиент'
      case 'differs':
        return `«${remark.column}»: в базе остаётся ${remark.base}, в файле ${remark.value}`
      case 'kept-as-note':
        return remark.why
          ? `${importing.problem(remark.why)} (сохранено в заметке)`
          : `поле «${remark.column}» не прочиталось и сохранено в заметке: ${remark.value}`
      case 'named-by':
        return `имени нет, вместо него – ${remark.value}`
      case 'repaired':
        return `«${remark.column}»: ${remark.value} прочитано как ${remark.became}`
      case 'refusal-kept':
        return consent.remarks.kept(remark.channel)
      case 'refusal-taken':
        return consent.remarks.taken(remark.channel)
      case 'refusal-for-all':
        return `имени нет; отказ, и только он, записан всем, у кого есть ${remark.value}: ${remark.clients}`
      case 'no-referrer':
        return `рекомендовал клиент ${remark.value} другой базы; здесь его нет, а имени в файле нет`
      case 'erased-company':
        return `без компании ${remark.value}: её стёрли из базы`
    }
  },

  import: {
    plan: (file) => `План импорта: ${file}`,
    column: 'Столбец',
    becomes: 'Куда',
    customField: (key) => `своё поле «${key}»`,
    ignored: {
      technical: 'пропущено (служебное)',
      sensitive: 'пропущено (слишком личное, чтобы хранить)',
      asked: 'пропущено (--map)',
    },
    counts: {
      rows: (number) => `${number} ${count(number, ROW)}`,
      created: 'добавлено',
      updated: 'дополнено',
      unchanged: 'без изменений',
      rejected: 'отклонено',
    },
    companies: (number) =>
      `${number} ${count(number, { one: 'компания добавлена', few: 'компании добавлены', many: 'компаний добавлено', other: 'компании добавлено' })} для людей из файла`,
    kept: (number) =>
      `${number} ${count(number, { one: 'значение отличается', few: 'значения отличаются', many: 'значений отличаются', other: 'значения отличаются' })} от базы; оставлено как в базе (взять из файла: --on-match update)`,
    newFields: (keys) => `Новые поля: ${keys}`,
    dryRun: 'Ничего не записано (--dry-run).',
    line: (line, problem) => `строка ${line}: ${problem}`,
    moreProblems: (number) => `… и ещё ${number}`,
    rejects: (number, file) =>
      `${number} ${count(number, { one: 'отклонённая строка', few: 'отклонённые строки', many: 'отклонённых строк', other: 'отклонённой строки' })} – в файле ${file}, причина указана в каждой; исправьте и импортируйте этот файл.`,
    progress: (rows) => `${rows} ${count(rows, ROW)} …`,
    undoHint: (operation) => `Отменить: clientele undo ${operation}`,
    ownFile: 'Это выгрузка clientele; она читается обратно без потерь.',
    samples: 'Например',
    undecided: '(?)',
    emptyColumns: (number) =>
      `${number} ${count(number, { one: 'пустой столбец не показан', few: 'пустых столбца не показаны', many: 'пустых столбцов не показано', other: 'пустого столбца не показано' })}.`,
    noHeader: 'В таблице нет заголовка; столбцы названы буквами.',
    hiddenRows: (number) =>
      `${number} ${count(number, { one: 'скрытая строка тоже прочитана', few: 'скрытые строки тоже прочитаны', many: 'скрытых строк тоже прочитано', other: 'скрытой строки тоже прочитано' })}.`,
    nuls: (number) =>
      `${number} ${count(number, { one: 'нулевой символ пропущен', few: 'нулевых символа пропущено', many: 'нулевых символов пропущено', other: 'нулевого символа пропущено' })}; остальной текст взят целиком.`,
    errorCells: (number) =>
      `${number} ${count(number, { one: 'ячейка с ошибкой вроде #Н/Д прочитана как пустая', few: 'ячейки с ошибкой вроде #Н/Д прочитаны как пустые', many: 'ячеек с ошибкой вроде #Н/Д прочитано как пустые', other: 'ячейки с ошибкой вроде #Н/Д прочитано как пустые' })}.`,
    totalRow: (line) => `Строка ${line} – итог, она пропущена.`,
    sensitive: (columns) => `Пропущено, такое здесь хранить не следует: ${columns}.`,
    orderUnknown: (column) => `«${column}»: не понять, где день, а где месяц; укажите --date-order dmy или mdy.`,
    formats: {
      vcard: 'vCard',
      html: 'таблица HTML',
      text: 'текст',
      xml: 'таблица XML',
      json: 'JSON',
      ndjson: 'NDJSON',
    },
    delimiter: (sign) => `разделитель – ${sign === '\t' ? 'табуляция' : `«${sign}»`}`,
    doubled: 'Текст где-то был перекодирован дважды; он прочитан так, как задуман.',
    sheet: (name) => `лист «${name}»`,
    headerOn: (line) => `заголовок в строке ${line}`,
    cards: 'Сколько',
    cardFills: {
      name: 'Имя',
      company: 'Компания',
      position: 'Должность',
      phones: 'Телефоны',
      emails: 'Почта',
      handles: 'Мессенджеры',
      address: 'Адрес, город',
      birthday: 'День рождения',
      dates: 'Даты',
      note: 'Заметка',
      tags: 'Теги',
      external_id: 'Внешний ID',
      own: 'Как было при выгрузке',
      custom: 'своё поле',
    },
    otherSheets: (names) => `Не прочитано: ${names} (--sheet <имя> или --sheet all)`,
    likely: {
      found: (number) =>
        `${number} ${count(number, { one: 'новый клиент, возможно, уже есть', few: 'новых клиента, возможно, уже есть', many: 'новых клиентов, возможно, уже есть', other: 'нового клиента, возможно, уже есть' })}:`,
      known: (name, id, other) => `${name} → #${id} ${other}`,
      ofFile: (name, row, other) => `${name} → строка ${row}, ${other}`,
      because: (text, reasons) => (reasons === '' ? text : `${text}: ${reasons}`),
      more: (number) => `… и ещё ${number}`,
      hint: 'Объединить их или развести: clientele dedupe --review',
      added: (id, known, name, reasons) =>
        `Возможно, это #${known} ${name}${reasons === '' ? '' : ` (${reasons})`}. Один и тот же: clientele merge ${known} ${id}; разные: clientele distinct ${known} ${id}`,
    },
    moreRemarks: (number) => `… и ещё ${number} ${count(number, ROW)} с замечаниями`,
    fills: {
      label: 'Подпись',
      extension: 'Добавочный номер',
      im: 'Мессенджеры',
      event: 'Дата',
      relation: 'своё поле',
      custom: 'своё поле',
      anniversary: 'Годовщина',
      'name day': 'Именины',
      'last-contact': 'Последний контакт',
      'next-contact': 'Обещание: позвонить',
      'next-action': 'Обещание: что',
    },
    profileKept: (name) => `Столбцы запомнены как профиль «${name}».`,
    foundAgain: 'Посмотреть: clientele list import:last',
    asking: {
      what: 'Записать в базу?',
      apply: 'Да, как показано',
      change: 'Поправить столбец',
      order: (columns) => `Сказать, как записаны даты: ${columns}`,
      leave: 'Нет, ничего не менять',
      which: 'Как записаны даты?',
      dayFirst: 'сначала день: 05/06 – это 5 июня',
      monthFirst: 'сначала месяц: 05/06 – это 6 мая',
      column: 'Какой столбец?',
      back: 'Назад',
      field: 'Что в нём? (начните печатать)',
      own: 'своё поле',
      rare: 'редко:',
      ignore: 'пропустить',
    },
    moreFields: {
      phone_mobile: 'Телефон (мобильный)',
      phone_work: 'Телефон (рабочий)',
      email_work: 'Почта (рабочая)',
      last_contact: 'Последний контакт',
      next_contact: 'Следующий звонок',
      next_action: 'Что обещано',
      anniversary: 'Годовщина',
      messenger: 'Мессенджеры',
    },
  },
}
