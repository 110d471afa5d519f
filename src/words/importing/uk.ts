import type { FieldType } from '../../domain/client.js'
import { consent } from '../consent/uk.js'
import { plural } from '../plural.js'
import type { ImportWords } from './en.js'

const count = plural('uk')

const ROW = { one: 'рядок', few: 'рядки', many: 'рядків', other: 'рядка' }

export const NEEDS: Record<FieldType | 'status', string> = {
  text: 'потрібен текст',
  number: 'потрібне число',
  money: 'потрібна сума',
  date: 'потрібна дата',
  choice: 'потрібен один із варіантів',
  'yes-no': 'потрібно «так» або «ні»',
  status: 'потрібен статус',
}

/** What an import says. */
export const importing: ImportWords = {
  errors: {
    nothingKnown: 'З жодного стовпця не зрозуміло, хто ці клієнти.',
    nothingKnownHint: 'Назвіть стовпці самі: --map "Стовпець=name" --map "Інший=phone".',
    encoding: (name, line) =>
      `Файл не в кодуванні ${name}${line === null ? '' : ` (перша невідповідність біля рядка ${line})`}.`,
    encodingHint: 'Файли з російської чи української Windows часто в cp1251: --encoding cp1251.',
    unknownEncoding: (name) => `Кодування «${name}» невідоме.`,
    unclosedQuote: (line) => `Лапки, відкриті біля рядка ${line ?? '?'}, не закрито.`,
    badMap: (text) => `--map: потрібно "Стовпець=поле", а не «${text}».`,
    noColumn: (name) => `У файлі немає стовпця «${name}».`,
    noFieldNamed: (name, nearest) =>
      `Немає поля «${name}», яке можна заповнити.${nearest.length === 0 ? '' : ` Найближчі: ${nearest.join(', ')}.`}`,
    empty: 'Файл порожній.',
    nothingPiped: 'Через конвеєр нічого не надійшло, записувати нічого.',
    nothingPipedHint: 'Контакт без слів записується без рисочки.',
    badDelimiter: (text) => `--delimiter: потрібен один знак або «tab», а не «${text}».`,
    badProfileName: (name) => `Профіль не можна назвати «${name}»: годяться літери, цифри, пробіли, крапки й дефіси.`,
    unclosedQuoteHint:
      'Виправте цей рядок або збережіть таблицю наново в тій програмі, звідки вона. Нічого не записано.',
    tooLarge: (name, size) =>
      `${name}: відмова. У розпакованому вигляді це ${size} МБ, таких списків клієнтів не буває.`,
    tooLargeHint: 'Якщо це справжня таблиця, збережіть її як CSV та імпортуйте його.',
    tooWide: (name, most) => `${name}: понад ${most} стовпців, такий файл не приймається.`,
    tooWideHint: 'Можливо, стовпці розділяє інший знак: --delimiter.',
    cellTooLong: (beginning) => `Текст довший за 32 767 знаків, які вміщує клітинка таблиці: «${beginning}…».`,
    encrypted: (name) => `${name} захищено паролем.`,
    encryptedHint: 'Відкрийте файл, збережіть без пароля та імпортуйте.',
    broken: (name, format, line) => `${name} пошкоджено або це не ${format}${line === null ? '' : ` (рядок ${line})`}.`,
    noSheet: (name, names) => `Аркуша «${name}» немає${names.length === 0 ? '' : `; є: ${names.join(', ')}`}.`,
    notATable: (name, kind) => {
      const kinds: Record<string, string> = {
        sqlite: 'це база даних',
        pdf: 'це PDF',
        image: 'це зображення',
        archive: 'це архів, спершу розпакуйте його',
        document: 'це текстовий документ, збережіть його таблицю як XLSX або CSV',
        xml: 'це XML невідомого виду; збережіть його як таблицю в тій програмі, звідки він',
        calendar: 'це календар, клієнтів у ньому немає',
        binary: 'це не текст і не таблиця',
      }
      return `${name} не імпортувати: ${kinds[kind] ?? 'це не таблиця'}.`
    },
    rejectsOntoItself: '--rejects вказує на той самий файл, що імпортується.',
    noRejectsFolder: (file) => `Немає теки для файлу ${file}.`,
    notTheirs: 'Контакти, обіцянки й замовлення читаються з таблиць: CSV, Excel, JSON.',
  },

  problem: (problem) => {
    switch (problem.code) {
      case 'no-name':
        return 'немає імені'
      case 'bad-phone':
        return `у полі «${problem.column}» не телефон: ${problem.value}`
      case 'bad-email':
        return `у полі «${problem.column}» не адреса пошти: ${problem.value}`
      case 'bad-handle':
        return `не вдалося прочитати поле «${problem.column}»: ${problem.value}`
      case 'bad-date':
        return `у полі «${problem.column}» не дата: ${problem.value}`
      case 'impossible-date':
        return `у полі «${problem.column}» дата, якої не буває: ${problem.value}`
      case 'ambiguous-date':
        return `у полі «${problem.column}» не зрозуміти, де день, а де місяць: ${problem.value}`
      case 'future-date':
        return `у полі «${problem.column}» дата, яка ще не настала: ${problem.value}`
      case 'bad-value':
        return `у полі «${problem.column}» ${NEEDS[problem.expected]}, а там: ${problem.value}`
      case 'external-conflict':
        return `цей зовнішній ID уже в клієнта ${problem.id}, ${problem.name}`
      case 'bad-record':
        return 'це не запис про клієнта'
      case 'too-long':
        return `надто довге значення «${problem.field}»: ${problem.length.toLocaleString('uk')} знаків, а можна не більш як ${problem.most.toLocaleString('uk')}`
      case 'broken-signs':
        return 'у записі є знак NUL або половина літери, зберегти їх як є не можна'
      case 'broken-line':
        return 'рядок не читається як JSON'
      case 'broken-card':
        return problem.why === 'no-end' ? 'у картки немає END:VCARD' : 'ці рядки не в картці: немає BEGIN:VCARD'
      case 'lost-digits':
        return `у полі «${problem.column}» таблиця загубила останні цифри: ${problem.value}`
      case 'no-client':
        return 'не сказано, про якого клієнта йдеться'
      case 'unknown-client':
        return `клієнта «${problem.who}» немає в базі${problem.nearest.length === 0 ? '' : `; найближчі: ${problem.nearest.join(', ')}`}`
      case 'several-clients':
        return `«${problem.who}» – підходять кілька: ${problem.candidates.join(', ')}`
      case 'no-date':
        return 'немає дати'
      case 'no-sum':
        return 'немає суми'
      case 'bad-sum':
        return `не сума в «${problem.column}»: ${problem.value}`
      case 'negative-sum':
        return `сума менша за нуль у «${problem.column}», а в замовлення такої не буває: ${problem.value}`
      case 'ambiguous-sum':
        return `не зрозуміти, де тисячі, а де копійки, в «${problem.column}»: ${problem.value}`
      case 'bad-currency':
        return `невідома валюта або не та, що в замовлення, в «${problem.column}»: ${problem.value}`
      case 'order-conflict':
        return `замовлення ${problem.number} належить клієнту ${problem.id}, ${problem.name}`
    }
  },

  remark: (remark) => {
    switch (remark.code) {
      case 'extra-cells':
        return `клітинок більше, ніж стовпців: ${remark.count} ${count(remark.count, { one: 'зайву збережено', few: 'зайві збережено', many: 'зайвих збережено', other: 'зайвої збережено' })} в нотатці`
      case 'only-name':
        return 'заповнено одну клітинку; можливо, це підзаголовок, а не клієнт'
      case 'differs':
        return `«${remark.column}»: у базі лишається ${remark.base}, у файлі ${remark.value}`
      case 'kept-as-note':
        return remark.why
          ? `${importing.problem(remark.why)} (збережено в нотатці)`
          : `поле «${remark.column}» не прочиталося і збережене в нотатці: ${remark.value}`
      case 'named-by':
        return `імені немає, замість нього – ${remark.value}`
      case 'repaired':
        return `«${remark.column}»: ${remark.value} прочитано як ${remark.became}`
      case 'refusal-kept':
        return consent.remarks.kept(remark.channel)
      case 'refusal-taken':
        return consent.remarks.taken(remark.channel)
      case 'refusal-for-all':
        return `імені немає; відмову, і лише її, записано всім, у кого є ${remark.value}: ${remark.clients}`
      case 'no-referrer':
        return `рекомендував клієнт ${remark.value} іншої бази; тут його немає, а імені у файлі немає`
      case 'erased-company':
        return `без компанії ${remark.value}: її стерли з бази`
    }
  },

  import: {
    plan: (file) => `План імпорту: ${file}`,
    column: 'Стовпець',
    becomes: 'Куди',
    customField: (key) => `власне поле «${key}»`,
    ignored: {
      technical: 'пропущено (службове)',
      sensitive: 'пропущено (надто особисте, щоб зберігати)',
      asked: 'пропущено (--map)',
    },
    counts: {
      rows: (number) => `${number} ${count(number, ROW)}`,
      created: 'додано',
      updated: 'доповнено',
      unchanged: 'без змін',
      rejected: 'відхилено',
    },
    companies: (number) =>
      `${number} ${count(number, { one: 'компанію', few: 'компанії', many: 'компаній', other: 'компанії' })} додано для людей із файлу`,
    kept: (number) =>
      `${number} ${count(number, { one: 'значення відрізняється', few: 'значення відрізняються', many: 'значень відрізняються', other: 'значення відрізняються' })} від бази; залишено як у базі (узяти з файлу: --on-match update)`,
    newFields: (keys) => `Нові поля: ${keys}`,
    dryRun: 'Нічого не записано (--dry-run).',
    line: (line, problem) => `рядок ${line}: ${problem}`,
    moreProblems: (number) => `… і ще ${number}`,
    rejects: (number, file) =>
      `${number} ${count(number, { one: 'відхилений рядок', few: 'відхилені рядки', many: 'відхилених рядків', other: 'відхиленого рядка' })} – у файлі ${file}, причину вказано в кожному; виправте й імпортуйте цей файл.`,
    progress: (rows) => `${rows} ${count(rows, ROW)} …`,
    undoHint: (operation) => `Скасувати: clientele undo ${operation}`,
    ownFile: 'Це вивантаження clientele; воно читається назад без втрат.',
    samples: 'Наприклад',
    undecided: '(?)',
    emptyColumns: (number) =>
      `${number} ${count(number, { one: 'порожній стовпець не показано', few: 'порожні стовпці не показано', many: 'порожніх стовпців не показано', other: 'порожнього стовпця не показано' })}.`,
    noHeader: 'У таблиці немає заголовка; стовпці названо літерами.',
    hiddenRows: (number) =>
      `${number} ${count(number, { one: 'прихований рядок теж прочитано', few: 'приховані рядки теж прочитано', many: 'прихованих рядків теж прочитано', other: 'прихованого рядка теж прочитано' })}.`,
    nuls: (number) =>
      `${number} ${count(number, { one: 'нульовий символ пропущено', few: 'нульові символи пропущено', many: 'нульових символів пропущено', other: 'нульового символу пропущено' })}; решту тексту взято повністю.`,
    errorCells: (number) =>
      `${number} ${count(number, { one: 'клітинку з помилкою на кшталт #N/A прочитано як порожню', few: 'клітинки з помилкою на кшталт #N/A прочитано як порожні', many: 'клітинок із помилкою на кшталт #N/A прочитано як порожні', other: 'клітинки з помилкою на кшталт #N/A прочитано як порожні' })}.`,
    totalRow: (line) => `Рядок ${line} – підсумок, його пропущено.`,
    sensitive: (columns) => `Пропущено, такого тут зберігати не слід: ${columns}.`,
    orderUnknown: (column) => `«${column}»: не зрозуміти, де день, а де місяць; вкажіть --date-order dmy або mdy.`,
    formats: {
      vcard: 'vCard',
      html: 'таблиця HTML',
      text: 'текст',
      xml: 'таблиця XML',
      json: 'JSON',
      ndjson: 'NDJSON',
    },
    delimiter: (sign) => `роздільник – ${sign === '\t' ? 'табуляція' : `«${sign}»`}`,
    doubled: 'Текст десь було перекодовано двічі; його прочитано так, як задумано.',
    sheet: (name) => `аркуш «${name}»`,
    headerOn: (line) => `заголовок у рядку ${line}`,
    cards: 'Скільки',
    cardFills: {
      name: 'Ім’я',
      company: 'Компанія',
      position: 'Посада',
      phones: 'Телефони',
      emails: 'Пошта',
      handles: 'Месенджери',
      address: 'Адреса, місто',
      birthday: 'День народження',
      dates: 'Дати',
      note: 'Нотатка',
      tags: 'Теги',
      external_id: 'Зовнішній ID',
      own: 'Як було під час вивантаження',
      custom: 'своє поле',
    },
    otherSheets: (names) => `Не прочитано: ${names} (--sheet <назва> або --sheet all)`,
    likely: {
      found: (number) =>
        `${number} ${count(number, { one: 'новий клієнт, можливо, уже є', few: 'нові клієнти, можливо, уже є', many: 'нових клієнтів, можливо, уже є', other: 'нового клієнта, можливо, уже є' })}:`,
      known: (name, id, other) => `${name} → #${id} ${other}`,
      ofFile: (name, row, other) => `${name} → рядок ${row}, ${other}`,
      because: (text, reasons) => (reasons === '' ? text : `${text}: ${reasons}`),
      more: (number) => `… і ще ${number}`,
      hint: 'Об’єднати їх чи розвести: clientele dedupe --review',
      added: (id, known, name, reasons) =>
        `Можливо, це #${known} ${name}${reasons === '' ? '' : ` (${reasons})`}. Той самий: clientele merge ${known} ${id}; різні: clientele distinct ${known} ${id}`,
    },
    moreRemarks: (number) => `… і ще ${number} ${count(number, ROW)} із зауваженнями`,
    fills: {
      label: 'Підпис',
      extension: 'Додатковий номер',
      im: 'Месенджери',
      event: 'Дата',
      relation: 'своє поле',
      custom: 'своє поле',
      anniversary: 'Річниця',
      'name day': 'Іменини',
      'last-contact': 'Останній контакт',
      'next-contact': 'Обіцянка: зателефонувати',
      'next-action': 'Обіцянка: що',
    },
    profileKept: (name) => `Стовпці запам’ятовано як профіль «${name}».`,
    foundAgain: 'Переглянути: clientele list import:last',
    asking: {
      what: 'Записати в базу?',
      apply: 'Так, як показано',
      change: 'Виправити стовпець',
      order: (columns) => `Сказати, як записано дати: ${columns}`,
      leave: 'Ні, нічого не змінювати',
      which: 'Як записано дати?',
      dayFirst: 'спершу день: 05/06 – це 5 червня',
      monthFirst: 'спершу місяць: 05/06 – це 6 травня',
      column: 'Який стовпець?',
      back: 'Назад',
      field: 'Що в ньому? (почніть друкувати)',
      own: 'своє поле',
      rare: 'рідко:',
      ignore: 'пропустити',
    },
    moreFields: {
      phone_mobile: 'Телефон (мобільний)',
      phone_work: 'Телефон (робочий)',
      email_work: 'Пошта (робоча)',
      last_contact: 'Останній контакт',
      next_contact: 'Наступний дзвінок',
      next_action: 'Що обіцяно',
      anniversary: 'Річниця',
      messenger: 'Месенджери',
    },
  },
}
