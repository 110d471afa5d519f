import type { JournalFault } from '../../domain/checking/finding.js'
import { plural } from '../plural.js'
import type { checking as english } from './en.js'

const count = plural('uk')
const of = (number: number, one: string, few: string, many: string): string =>
  `${number.toLocaleString('uk')} ${count(number, { one, few, many, other: few })}`
const clients = (number: number): string => of(number, 'клієнт', 'клієнти', 'клієнтів')
const ofClients = (number: number): string => of(number, 'клієнта', 'клієнтів', 'клієнтів')
const days = (number: number): string => of(number, 'день', 'дні', 'днів')

const size = (bytes: number): string => {
  const decimal = (value: number): string => value.toFixed(1).replace('.', ',')
  if (bytes < 1_048_576) return `${Math.ceil(bytes / 1024)} КБ`
  return bytes < 1_073_741_824 ? `${decimal(bytes / 1_048_576)} МБ` : `${decimal(bytes / 1_073_741_824)} ГБ`
}

const some = (names: readonly (string | number)[], many: number): string =>
  many > names.length ? `${names.join(', ')} і ще ${many - names.length}` : names.join(', ')

const operations = (number: number): string =>
  count(number, { one: 'операція', few: 'операції', many: 'операції', other: 'операції' })

const fault = (fault: JournalFault): string => {
  switch (fault.is) {
    case 'empty':
      return `${operations(fault.many)} ${some(fault.operations, fault.many)}: що було змінено, не записано`
    case 'unreadable':
      return `${operations(fault.many)} ${some(fault.operations, fault.many)}: що було до зміни, не читається`
    case 'unlinked':
      return `${operations(fault.many)} ${some(fault.operations, fault.many)}: не сходиться з тим, чим це скасовано`
    case 'unknown-table':
      return `говорить про таблиці, яких немає: ${fault.tables.join(', ')}`
    case 'rows-missing':
      return `${fault.table}: ${count(fault.rows, { one: 'зник', few: 'зникли', many: 'зникло', other: 'зникло' })} ${of(fault.rows, 'рядок', 'рядки', 'рядків')}, і ніхто ${count(fault.rows, { one: 'його', few: 'їх', many: 'їх', other: 'їх' })} не вилучав`
    case 'rows-unaccounted':
      return `${fault.table}: ${of(fault.rows, 'рядок записано', 'рядки записано', 'рядків записано')} не цією програмою`
  }
}

const LOG_FAULTS = {
  changed: 'змінено',
  unlinked: 'не продовжує попередній',
  missing: 'зник',
  details: 'змінено подробиці',
}

export const checking: typeof english = {
  names: {
    file: 'файл',
    schema: 'схема',
    search: 'пошук',
    standings: 'розрахунки',
    journal: 'журнал',
    exports: 'журнал вивантажень',
    consent: 'згоди',
    erasure: 'стирання',
    clock: 'годинник',
    engine: 'SQLite',
    permissions: 'права доступу',
    owner: 'власник',
    place: 'диск',
    sync: 'хмарна тека',
    copies: 'двійники',
    leftovers: 'залишки',
    space: 'місце на диску',
    backups: 'копії',
  },
  states: { ok: 'гаразд', warning: 'увага', problem: 'проблема' },
  summary: (number, bytes, version, engine) =>
    `${clients(number)} · ${size(bytes)} · схема ${version} · SQLite ${engine}`,
  fine: 'З базою все гаразд.',
  fineBut: (warnings) => `З базою все гаразд, але є ${of(warnings, 'попередження', 'попередження', 'попереджень')}.`,
  bad: (number) => `У базі ${of(number, 'проблема', 'проблеми', 'проблем')}.`,
  restoreHint: 'Відновіть резервну копію: clientele restore <файл>. Те, що є зараз, залишиться поруч.',
  restoreNewest: (command, number) =>
    `Останню резервну копію зроблено ${number === 0 ? 'сьогодні' : `${days(number)} тому`}: ${command}`,
  noBaseHint: 'Перевіряти ще нічого. Базу створить будь-яка інша команда; іншу базу можна назвати через --db.',

  found: {
    whole: ({ bytes }) => ({ detail: `${size(bytes)}, усі сторінки й посилання на місці` }),
    damaged: ({ lines }) => ({
      detail: 'пошкоджено; до нього нічого не записано',
      more: lines,
      advice: 'відновіть останню резервну копію; те, що є зараз, залишиться поруч',
    }),
    schemaRight: ({ version }) => ({ detail: `така, якою її робить версія ${version}, нічого зайвого` }),
    schemaForeign: ({ lines }) => ({
      detail: 'не така, якою її робить програма: - немає, + зайве, ! інше',
      more: lines,
      advice: 'базу змінила інша програма; відновіть копію, зроблену до цього',
    }),
    searchRight: ({ clients: number }) => ({ detail: `знаходить ${ofClients(number)} за їхніми словами` }),
    searchWrong: ({ clients: number }) => ({
      detail: `слова ${ofClients(number)} у пошуку не ті`,
      advice: 'clientele check без -n це виправить',
    }),
    searchMended: ({ clients: number }) => ({ detail: `слова ${ofClients(number)} у пошуку були не ті; виправлено` }),
    searchBroken: ({ lines }) => ({
      detail: 'пошуковий індекс зіпсовано, самі клієнти цілі',
      more: lines,
      advice: 'clientele check без -n побудує його наново',
    }),
    standingsRight: ({ clients: number }) => ({
      detail: `теплота, суми й ритм ${ofClients(number)} відповідають історії`,
    }),
    standingsWrong: ({ clients: number }) => ({
      detail: `теплота, суми чи ритм ${ofClients(number)} не відповідають історії`,
      advice: 'clientele check без -n це виправить',
    }),
    standingsMended: ({ clients: number }) => ({
      detail: `теплота, суми чи ритм ${ofClients(number)} не відповідали історії; обчислено наново`,
    }),
    journalWhole: ({ operations: number }) => ({
      detail: `${of(number, 'операція', 'операції', 'операцій')}, про кожен рядок відомо, звідки він`,
    }),
    journalBroken: ({ faults }) => ({
      detail: 'не пояснює того, що є в базі',
      more: faults.map(fault),
      advice: 'базу змінила інша програма; порівняйте її з резервною копією',
    }),
    exportsWhole: ({ entries }) => ({
      detail:
        entries === 0 ? 'нічого ще не вивантажували' : `${of(entries, 'запис', 'записи', 'записів')}, ланцюжок цілий`,
    }),
    exportsBroken: ({ faults }) => ({
      detail: 'хтось правив журнал вивантажень',
      more: faults.map(({ is, id, until }) => `запис ${id === until ? id : `${id}–${until}`}: ${LOG_FAULTS[is]}`),
      advice: 'порівняйте його з журналом із резервної копії: clientele --db <копія> history --exports',
    }),
    consentPlain: ({ answers }) => ({
      detail: answers === 0 ? 'нікого ще не питали' : of(answers, 'відповідь', 'відповіді', 'відповідей'),
    }),
    consentOdd: ({ clients: number }) => ({
      detail: `у ${ofClients(number)} записано те, чим відповісти не можна`,
      advice: 'це записала інша програма; запишіть наново: clientele edit <клієнт> --consent',
    }),
    erasuresSwept: ({ people }) => ({
      detail:
        people === 0
          ? 'нікого не стирали'
          : `стерто ${of(people, 'людину', 'людини', 'людей')}, старі записи вичищено з файлу`,
    }),
    sweepDue: () => ({
      detail: 'після стирання файл іще не вичищено',
      advice: 'clientele check без -n зробить це, коли базу більше ніхто не тримає відкритою',
    }),
    sweptNow: () => ({ detail: 'після стирання файл іще не було вичищено; зроблено' }),
    clockRight: () => ({ detail: 'записів із майбутнього немає' }),
    clockBehind: ({ latest }) => ({
      detail: `є запис від ${latest}, а цей час іще не настав`,
      advice: 'перевірте годинник цього комп’ютера та інших, з яких працюють із базою',
    }),
    engineFine: ({ version, withdrawn, crafted }) => ({
      detail: `${version}: відомих помилок, небезпечних для власної бази, немає`,
      more: [
        ...(withdrawn ? ['відкликана авторами через нові можливості, якими програма не користується'] : []),
        ...(crafted.length > 0
          ? [`зашкодити може навмисно зіпсована база (${crafted.join(', ')}): відкривайте лише ті, яким довіряєте`]
          : []),
      ],
    }),
    engineBugs: ({ version, bugs }) => ({
      detail: `у версії ${version} є відомі помилки`,
      more: bugs.map(
        ({ id, harm, fixed }) =>
          `${id}: ${harm === 'loss' ? 'база може пошкодитися, коли з нею працюють кілька програм' : 'відповіді можуть бути хибними'}; виправлено в ${fixed}`,
      ),
      advice: 'оновіть програму',
    }),
    closed: ({ files }) => ({ detail: `${of(files, 'файл', 'файли', 'файлів')}, доступ лише у власника` }),
    open: ({ paths }) => ({
      detail: `іншим користувачам цього комп’ютера ${count(paths.length, { one: 'доступний', few: 'доступні', many: 'доступно', other: 'доступно' })} ${of(paths.length, 'файл або тека', 'файли або теки', 'файлів і тек')}`,
      advice: 'закрийте доступ:',
    }),
    notWritable: ({ path, disk }) => ({
      detail: `писати в ${path} не можна: ${disk ? 'диск лише для читання' : 'немає прав'}`,
      advice: 'базу можна переглядати, але нічого не збережеться: працюйте від імені власника або скопіюйте її до себе',
    }),
    owned: () => ({ detail: 'усі файли ваші' }),
    ownedByOther: ({ paths }) => ({
      detail: `${of(paths.length, 'файл належить', 'файли належать', 'файлів належить')} іншому користувачеві, він може їх читати й змінювати`,
      more: paths.slice(0, 5),
      advice: 'працюйте з базою від імені її власника, а не root',
    }),
    local: ({ type }) => ({ detail: type === null ? 'мережі на шляху не видно' : `${type}, цього комп’ютера` }),
    network: ({ type, point }) => ({
      detail: `${point} – мережевий диск (${type})`,
      advice: 'два комп’ютери водночас пошкодять там базу: тримайте її на своєму диску, а туди складайте копії',
    }),
    maybeNetwork: ({ type, point }) => ({
      detail: `${point}, можливо, мережевий диск (${type})`,
      advice: 'якщо так, тримайте базу на диску цього комп’ютера, а туди складайте копії',
    }),
    inMemory: ({ type, point }) => ({
      detail: `${point} – це пам’ять (${type}): після вимкнення бази не буде`,
      advice: 'тримайте базу на диску',
    }),
    notSynchronised: () => ({ detail: 'база не в хмарній теці' }),
    synchronised: ({ by, folder }) => ({
      detail: `теку ${folder} синхронізує ${by}`,
      advice: 'може скопіюватися половина зміни або зіткнутися дві: тримайте базу в іншому місці, а тут – копії',
    }),
    noCopies: () => ({ detail: 'другої бази з цим іменем поруч немає' }),
    conflictCopies: ({ names }) => ({
      detail: `поруч ${count(names.length, { one: 'файл, схожий на копію', few: 'файли, схожі на копії', many: 'файли, схожі на копії', other: 'файли, схожі на копії' })}: вручну або від одночасного запису з двох комп’ютерів`,
      more: [...names],
      advice:
        'подивіться, чого немає в базі, і перенесіть: clientele --db <копія> export -o <файл>, clientele import <файл>',
    }),
    tidy: () => ({ detail: 'немає' }),
    keptCopies: ({ copies, bytes }) => ({
      detail: `поруч ${count(copies, { one: 'лежить', few: 'лежать', many: 'лежить', other: 'лежить' })} ${of(copies, 'попередня база', 'попередні бази', 'попередніх баз')}, ${size(bytes)}; у них можуть бути й ті, кого потім стерли`,
    }),
    leftovers: ({ items }) => ({
      detail: `від ${count(items.length, { one: 'перерваної команди', few: 'перерваних команд', many: 'перерваних команд', other: 'перерваних команд' })}`,
      more: items.map(({ path, bytes }) => `${path}, ${size(bytes)}`),
      advice: 'коли нічого не запущено, чернетки можна вилучити; -wal і -journal не можна: їх забере будь-яка команда',
    }),
    room: ({ free }) => ({ detail: `вільно ${size(free)}` }),
    tight: ({ free, needed }) => ({
      detail: `вільно ${size(free)}; великому імпорту чи новій версії бази може знадобитися ${size(needed)}`,
      advice: 'звільніть місце до наступного з них',
    }),
    spaceUnknown: () => ({ detail: 'дізнатися не можна' }),
    backupFresh: ({ path, days: number }) => ({
      detail: `${number === 0 ? 'сьогодні' : `${days(number)} тому`}: ${path}`,
    }),
    backupOld: ({ path, days: number }) => ({
      detail: `останній ${days(number)}: ${path}`,
      advice: 'зробіть нову, а краще робіть щодня:',
    }),
    backupNone: ({ folder }) => ({
      detail: `у ${folder} жодної`,
      advice: 'зробіть копію, а краще робіть щодня:',
    }),
    backupToRestore: ({ path, days: number }) => ({
      detail: `останню зроблено ${number === 0 ? 'сьогодні' : `${days(number)} тому`}: ${path}`,
      advice: 'поверніть її; пошкоджена база залишиться поруч:',
    }),
    backupNoneToRestore: ({ folder }) => ({
      detail: `у ${folder} жодної`,
      advice: 'якщо копія лежить деінде, поверніть її: clientele restore <файл>',
    }),
    backupNotYet: () => ({ detail: 'ще немає; поки клієнтів мало, це не страшно' }),
  },
}
