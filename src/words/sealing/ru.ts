import { plural } from '../plural.js'
import type { sealing as english } from './en.js'

const count = plural('ru')

export const sealing: typeof english = {
  args: {
    backup: 'файл или папка; в папке имя будет с датой и временем',
    restore: 'резервная копия, зашифрованная или нет',
  },
  flags: {
    encrypt: 'зашифровать файл в формате age; спросит пароль, если не сказано, чем шифровать',
    recipient: 'зашифровать для владельца ключа к этому получателю age (age1…; можно повторять)',
    recipientsFile: 'зашифровать для получателей из этого файла, по одному в строке',
    sealPassphrase: 'взять пароль из первой строки файла; - стандартный ввод',
    openPassphrase: 'открыть зашифрованный файл паролем из этого файла; - стандартный ввод',
    identity: 'открыть зашифрованный файл секретным ключом из этого файла (AGE-SECRET-KEY-1…; можно повторять)',
    keep: 'затем оставить в этой папке <n> последних копий этой базы, а более старые удалить',
  },
  ask: {
    newPassphrase: 'Пароль для зашифрованного файла:',
    again: 'Ещё раз:',
    differ: 'Пароли не совпали. Ещё раз:',
    passphraseOf: (file) => `Пароль к файлу ${file}:`,
    restore: (base, file) =>
      `Содержимое ${base} будет заменено тем, что в ${file}; нынешнее сохранится рядом. Продолжить?`,
  },
  errors: {
    withWhat: 'Чтобы зашифровать файл, нужен пароль или получатель.',
    withWhatHint: 'Без терминала: --passphrase-file <файл> или --recipient <age1…>.',
    emptyPassphrase: 'Пароль пуст.',
    shortPassphrase: (least) =>
      `Пароль слишком короткий: у кого есть файл, тот может подбирать пароль годами. Нужно не меньше ${least} знаков.`,
    passphrasesDiffer: 'Пароли не совпали.',
    badPassphraseFile: (file) => `В файле ${file} нет пароля: первой строкой должен быть текст не длиннее 1000 знаков.`,
    badRecipient: (text) =>
      `«${text}» — не целый получатель age: он начинается с age1 и копируется до последней буквы.`,
    badRecipientLine: (file, line) => `Строка ${line} файла ${file} — не получатель age: он начинается с age1.`,
    secretAsRecipient: 'Это секретный ключ, а не получатель. Возможно, он уже остался в истории команд.',
    secretAsRecipientHint: 'Получатель — открытая половина ключа: age-keygen -y <файл с ключом>.',
    secretInRecipients: (file) => `В файле ${file} секретный ключ, а нужны получатели.`,
    noRecipients: (file) => `В файле ${file} нет ни одного получателя.`,
    secretTyped: 'Секретный ключ не вводят в командной строке: назовите файл, в котором он лежит.',
    noIdentities: (file) => `В файле ${file} нет ключа age (AGE-SECRET-KEY-1…).`,
    badIdentityLine: (file, line) => `Строка ${line} файла ${file} — не ключ age: он начинается с AGE-SECRET-KEY-1.`,
    sealedIdentity: (file) => `Файл ${file} сам зашифрован.`,
    sealedIdentityHint: 'Сначала расшифруйте его: age -d.',
    notSealed: (file) => `Файл ${file} не зашифрован программой age.`,
    needsPassphrase: (file) => `Файл ${file} зашифрован паролем.`,
    needsPassphraseHint: 'Укажите --passphrase-file <файл> или запустите команду в терминале.',
    needsIdentity: (file) => `Файл ${file} зашифрован для ключа age.`,
    needsIdentityHint: 'Назовите файл с ключом: --identity <файл>.',
    wrongPassphrase: (file) => `Пароль не подходит к файлу ${file}.`,
    wrongIdentity: (file) => `Файл ${file} зашифрован для другого ключа.`,
    damaged: (file) => `Файл ${file} повреждён: после шифрования его изменили или обрезали.`,
    damagedHint: 'Ничего не записано. Возьмите другую копию.',
    tooHard: (file) => `Чтобы открыть ${file}, нужно больше памяти, чем требует честный файл; попытки не было.`,
    readableSecret: (file) => `Файл ${file} могут прочитать другие. Закройте его: chmod 600 ${file}`,
    sealedDiffers: (file) => `Прочитанное из ${file} отличается от записанного.`,
    sealedOnTerminal: 'Зашифрованный файл не выводится на терминал.',
    sealedOnTerminalHint: 'Назовите файл через -o или передайте вывод дальше.',

    damagedBase: (base) => `База ${base} повреждена; копия не сделана, чтобы не вытеснить исправные.`,
    damagedBaseHint:
      'Сначала скопируйте файл как есть. Затем сохраните то, что ещё читается (clientele export --format json -o saved.json), и восстановите последнюю копию: clientele restore <файл>.',
    noBase: (base) => `Базы ${base} нет: копировать нечего.`,
    notAFile: (target) => `Резервная копия — это файл, а ${target} — нечто иное.`,
    keepNeedsFolder: '--keep — для папки с копиями: укажите папку или не указывайте ничего.',
    notRemoved: (file) => `Копия сделана, но старую копию ${file} удалить не удалось.`,
    openBackup: (file) =>
      `Внимание: файл ${file} могут прочитать другие: этот диск не хранит, чей файл. Зашифруйте копию: --encrypt`,
    notLogged: (why) => `Эту копию не удалось записать в журнал выгрузок: ${why}`,
    writtenMeanwhile: (file) => `В файл ${file} сейчас пишут; он не восстановлен.`,
    strangeSchema: (file) => `В файле ${file} есть не наши таблицы, триггеры или представления; он не тронут.`,
    otherBackup: 'База осталась прежней. Возьмите другую копию.',
  },
  done: {
    sealed: (file) => `Резервная копия зашифрована и проверена: ${file}`,
    exported: (file) => `${file === null ? 'Вывод зашифрован' : `Файл ${file} зашифрован`} (age).`,
    otherEnding: (file) => `Имя ${file} не оканчивается на .age: по нему не видно, что файл зашифрован.`,
    removed: (number) =>
      count(number, {
        one: `Удалена ${number} старая копия.`,
        few: `Удалены ${number} старые копии.`,
        many: `Удалено ${number} старых копий.`,
        other: `Удалено ${number} старых копий.`,
      }),
    wouldBackUp: (file) => `Была бы сделана копия: ${file}`,
    wouldRemove: (file) => `Была бы удалена старая копия: ${file}`,
    wouldRestore: (base, clients) =>
      `Копия исправна. После восстановления в ${base} ${count(clients, {
        one: `был бы ${clients} клиент`,
        few: `было бы ${clients} клиента`,
        many: `было бы ${clients} клиентов`,
        other: `было бы ${clients} клиентов`,
      })}.`,
    leftOut: (people) =>
      count(people, {
        one: `${people} стёртый человек остался стёртым.`,
        few: `${people} стёртых человека остались стёртыми.`,
        many: `${people} стёртых человек остались стёртыми.`,
        other: `${people} стёртых человек остались стёртыми.`,
      }),
    notCarried:
      'Прежнюю базу прочитать не удалось: стёртые из неё люди могли вернуться, а её журнал выгрузок остался только в сохранённой рядом копии.',
  },
}
