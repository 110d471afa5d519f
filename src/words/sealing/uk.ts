import { plural } from '../plural.js'
import type { sealing as english } from './en.js'

const count = plural('uk')

export const sealing: typeof english = {
  args: {
    backup: 'файл або тека; у теці назва буде з датою й часом',
    restore: 'резервна копія, зашифрована чи ні',
  },
  flags: {
    encrypt: 'зашифрувати файл у форматі age; запитає пароль, якщо не сказано, чим шифрувати',
    recipient: 'зашифрувати для власника ключа до цього отримувача age (age1…; можна повторювати)',
    recipientsFile: 'зашифрувати для отримувачів із цього файла, по одному в рядку',
    sealPassphrase: 'узяти пароль із першого рядка файла; - стандартний ввід',
    openPassphrase: 'відкрити зашифрований файл паролем із цього файла; - стандартний ввід',
    identity: 'відкрити зашифрований файл секретним ключем із цього файла (AGE-SECRET-KEY-1…; можна повторювати)',
    keep: 'потім залишити в цій теці <n> останніх копій цієї бази, а старіші вилучити',
  },
  ask: {
    newPassphrase: 'Пароль для зашифрованого файла:',
    again: 'Ще раз:',
    differ: 'Паролі не збіглися. Ще раз:',
    passphraseOf: (file) => `Пароль до файла ${file}:`,
    restore: (base, file) => `Вміст ${base} буде замінено тим, що в ${file}; теперішній збережеться поруч. Продовжити?`,
  },
  errors: {
    withWhat: 'Щоб зашифрувати файл, потрібен пароль або отримувач.',
    withWhatHint: 'Без термінала: --passphrase-file <файл> або --recipient <age1…>.',
    emptyPassphrase: 'Пароль порожній.',
    shortPassphrase: (least) =>
      `Пароль закороткий: хто має файл, той може добирати пароль роками. Потрібно щонайменше ${least} знаків.`,
    passphrasesDiffer: 'Паролі не збіглися.',
    badPassphraseFile: (file) => `У файлі ${file} немає пароля: першим рядком має бути текст не довший за 1000 знаків.`,
    badRecipient: (text) =>
      `«${text}» — не цілий отримувач age: він починається з age1 і копіюється до останньої літери.`,
    badRecipientLine: (file, line) => `Рядок ${line} файла ${file} — не отримувач age: він починається з age1.`,
    secretAsRecipient: 'Це секретний ключ, а не отримувач. Можливо, він уже лишився в історії команд.',
    secretAsRecipientHint: 'Отримувач — відкрита половина ключа: age-keygen -y <файл із ключем>.',
    secretInRecipients: (file) => `У файлі ${file} секретний ключ, а потрібні отримувачі.`,
    noRecipients: (file) => `У файлі ${file} немає жодного отримувача.`,
    secretTyped: 'Секретний ключ не вводять у командному рядку: назвіть файл, у якому він лежить.',
    noIdentities: (file) => `У файлі ${file} немає ключа age (AGE-SECRET-KEY-1…).`,
    badIdentityLine: (file, line) => `Рядок ${line} файла ${file} — не ключ age: він починається з AGE-SECRET-KEY-1.`,
    sealedIdentity: (file) => `Файл ${file} сам зашифрований.`,
    sealedIdentityHint: 'Спершу розшифруйте його: age -d.',
    notSealed: (file) => `Файл ${file} не зашифрований програмою age.`,
    needsPassphrase: (file) => `Файл ${file} зашифрований паролем.`,
    needsPassphraseHint: 'Укажіть --passphrase-file <файл> або запустіть команду в терміналі.',
    needsIdentity: (file) => `Файл ${file} зашифрований для ключа age.`,
    needsIdentityHint: 'Назвіть файл із ключем: --identity <файл>.',
    wrongPassphrase: (file) => `Пароль не підходить до файла ${file}.`,
    wrongIdentity: (file) => `Файл ${file} зашифрований для іншого ключа.`,
    damaged: (file) => `Файл ${file} пошкоджений: після шифрування його змінили або обрізали.`,
    damagedHint: 'Нічого не записано. Візьміть іншу копію.',
    tooHard: (file) => `Щоб відкрити ${file}, потрібно більше пам’яті, ніж вимагає чесний файл; спроби не було.`,
    readableSecret: (file) => `Файл ${file} можуть прочитати інші. Закрийте його: chmod 600 ${file}`,
    sealedDiffers: (file) => `Прочитане з ${file} відрізняється від записаного.`,
    sealedOnTerminal: 'Зашифрований файл не виводиться на термінал.',
    sealedOnTerminalHint: 'Назвіть файл через -o або передайте виведення далі.',

    damagedBase: (base) => `База ${base} пошкоджена; копію не зроблено, щоб не витіснити справні.`,
    damagedBaseHint:
      'Спершу скопіюйте файл як є. Потім збережіть те, що ще читається (clientele export --format json -o saved.json), і відновіть останню копію: clientele restore <файл>.',
    noBase: (base) => `Бази ${base} немає: копіювати нічого.`,
    notAFile: (target) => `Резервна копія — це файл, а ${target} — щось інше.`,
    keepNeedsFolder: '--keep — для теки з копіями: укажіть теку або не вказуйте нічого.',
    notRemoved: (file) => `Копію зроблено, але старішу копію ${file} вилучити не вдалося.`,
    openBackup: (file) =>
      `Увага: файл ${file} можуть прочитати інші: цей диск не зберігає, чий файл. Зашифруйте копію: --encrypt`,
    notLogged: (why) => `Цю копію не вдалося записати до журналу вивантажень: ${why}`,
    writtenMeanwhile: (file) => `У файл ${file} зараз пишуть; його не відновлено.`,
    strangeSchema: (file) => `У файлі ${file} є не наші таблиці, тригери чи подання; його не зачеплено.`,
    otherBackup: 'База лишилася такою, як була. Візьміть іншу копію.',
  },
  done: {
    sealed: (file) => `Резервна копія зашифрована й перевірена: ${file}`,
    exported: (file) => `${file === null ? 'Виведене зашифровано' : `Файл ${file} зашифровано`} (age).`,
    otherEnding: (file) => `Назва ${file} не закінчується на .age: з неї не видно, що файл зашифровано.`,
    removed: (number) =>
      count(number, {
        one: `Вилучено ${number} стару копію.`,
        few: `Вилучено ${number} старі копії.`,
        many: `Вилучено ${number} старих копій.`,
        other: `Вилучено ${number} старих копій.`,
      }),
    wouldBackUp: (file) => `Було б зроблено копію: ${file}`,
    wouldRemove: (file) => `Було б вилучено старішу копію: ${file}`,
    wouldRestore: (base, clients) =>
      `Копія справна. Після відновлення в ${base} ${count(clients, {
        one: `був би ${clients} клієнт`,
        few: `було б ${clients} клієнти`,
        many: `було б ${clients} клієнтів`,
        other: `було б ${clients} клієнтів`,
      })}.`,
    leftOut: (people) =>
      count(people, {
        one: `${people} стерта людина лишилася стертою.`,
        few: `${people} стерті людини лишилися стертими.`,
        many: `${people} стертих людей лишилися стертими.`,
        other: `${people} стертих людей лишилися стертими.`,
      }),
    notCarried:
      'Попередню базу прочитати не вдалося: стерті з неї люди могли повернутися, а її журнал вивантажень лишився тільки в збереженій поруч копії.',
  },
}
