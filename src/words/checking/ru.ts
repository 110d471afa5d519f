import type { JournalFault } from '../../domain/checking/finding.js'
import { plural } from '../plural.js'
import type { checking as english } from './en.js'

const count = plural('ru')
const of = (number: number, one: string, few: string, many: string): string =>
  `${number.toLocaleString('ru')} ${count(number, { one, few, many, other: few })}`
const clients = (number: number): string => of(number, 'клиент', 'клиента', 'клиентов')
const ofClients = (number: number): string => of(number, 'клиента', 'клиентов', 'клиентов')
const days = (number: number): string => of(number, 'день', 'дня', 'дней')

const size = (bytes: number): string => {
  const decimal = (value: number): string => value.toFixed(1).replace('.', ',')
  if (bytes < 1_048_576) return `${Math.ceil(bytes / 1024)} КБ`
  return bytes < 1_073_741_824 ? `${decimal(bytes / 1_048_576)} МБ` : `${decimal(bytes / 1_073_741_824)} ГБ`
}

const some = (names: readonly (string | number)[], many: number): string =>
  many > names.length ? `${names.join(', ')} и ещё ${many - names.length}` : names.join(', ')

const operations = (number: number): string =>
  count(number, { one: 'операция', few: 'операции', many: 'операции', other: 'операции' })

const fault = (fault: JournalFault): string => {
  switch (fault.is) {
    case 'empty':
      return `${operations(fault.many)} ${some(fault.operations, fault.many)}: что было изменено, не записано`
    case 'unreadable':
      return `${operations(fault.many)} ${some(fault.operations, fault.many)}: что было до изменения, не читается`
    case 'unlinked':
      return `${operations(fault.many)} ${some(fault.operations, fault.many)}: не сходится с тем, чем это отменено`
    case 'unknown-table':
      return `говорит о таблицах, которых нет: ${fault.tables.join(', ')}`
    case 'rows-missing':
      return `${fault.table}: ${count(fault.rows, { one: 'пропала', few: 'пропали', many: 'пропало', other: 'пропало' })} ${of(fault.rows, 'строка', 'строки', 'строк')}, и никто ${count(fault.rows, { one: 'её', few: 'их', many: 'их', other: 'их' })} не удалял`
    case 'rows-unaccounted':
      return `${fault.table}: ${of(fault.rows, 'строка записана', 'строки записаны', 'строк записано')} не этой программой`
  }
}

const LOG_FAULTS = {
  changed: 'изменена',
  unlinked: 'не продолжает предыдущую',
  missing: 'пропала',
  details: 'изменены подробности',
}

export const checking: typeof english = {
  names: {
    file: 'файл',
    schema: 'схема',
    search: 'поиск',
    standings: 'расчёты',
    journal: 'журнал',
    exports: 'журнал выгрузок',
    consent: 'согласия',
    erasure: 'стирание',
    clock: 'часы',
    engine: 'SQLite',
    permissions: 'права доступа',
    owner: 'владелец',
    place: 'диск',
    sync: 'облачная папка',
    copies: 'двойники',
    leftovers: 'остатки',
    space: 'место на диске',
    backups: 'копии',
  },
  states: { ok: 'в порядке', warning: 'внимание', problem: 'проблема' },
  summary: (number, bytes, version, engine) =>
    `${clients(number)} · ${size(bytes)} · схема ${version} · SQLite ${engine}`,
  fine: 'База в порядке.',
  fineBut: (warnings) =>
    `База в порядке, но есть ${of(warnings, 'предупреждение', 'предупреждения', 'предупреждений')}.`,
  bad: (number) => `В базе ${of(number, 'проблема', 'проблемы', 'проблем')}.`,
  restoreHint: 'Восстановите резервную копию: clientele restore <файл>. То, что есть сейчас, останется рядом.',
  restoreNewest: (command, number) =>
    `Последняя резервная копия ${number === 0 ? 'сегодняшняя' : `сделана ${days(number)} назад`}: ${command}`,
  noBaseHint: 'Проверять пока нечего. Базу создаст любая другая команда; другую базу можно назвать через --db.',

  found: {
    whole: ({ bytes }) => ({ detail: `${size(bytes)}, все страницы и ссылки на месте` }),
    damaged: ({ lines }) => ({
      detail: 'повреждён; в него ничего не записано',
      more: lines,
      advice: 'восстановите последнюю резервную копию; то, что есть сейчас, останется рядом',
    }),
    schemaRight: ({ version }) => ({ detail: `такая, какой её делает версия ${version}, ничего лишнего` }),
    schemaForeign: ({ lines }) => ({
      detail: 'не такая, какой её делает программа: - нет, + лишнее, ! другое',
      more: lines,
      advice: 'базу изменила другая программа; восстановите копию, сделанную до этого',
    }),
    searchRight: ({ clients: number }) => ({ detail: `находит ${ofClients(number)} по их словам` }),
    searchWrong: ({ clients: number }) => ({
      detail: `слова ${ofClients(number)} в поиске не те`,
      advice: 'clientele check без -n это исправит',
    }),
    searchMended: ({ clients: number }) => ({ detail: `слова ${ofClients(number)} в поиске были не те; исправлено` }),
    searchBroken: ({ lines }) => ({
      detail: 'поисковый индекс испорчен, сами клиенты целы',
      more: lines,
      advice: 'clientele check без -n построит его заново',
    }),
    standingsRight: ({ clients: number }) => ({
      detail: `теплота, суммы и ритм ${ofClients(number)} соответствуют истории`,
    }),
    standingsWrong: ({ clients: number }) => ({
      detail: `теплота, суммы или ритм ${ofClients(number)} не соответствуют истории`,
      advice: 'clientele check без -n это исправит',
    }),
    standingsMended: ({ clients: number }) => ({
      detail: `теплота, суммы или ритм ${ofClients(number)} не соответствовали истории; посчитано заново`,
    }),
    journalWhole: ({ operations: number }) => ({
      detail: `${of(number, 'операция', 'операции', 'операций')}, у каждой строки известно, откуда она`,
    }),
    journalBroken: ({ faults }) => ({
      detail: 'не объясняет того, что есть в базе',
      more: faults.map(fault),
      advice: 'базу изменила другая программа; сравните её с резервной копией',
    }),
    exportsWhole: ({ entries }) => ({
      detail: entries === 0 ? 'ничего ещё не выгружали' : `${of(entries, 'запись', 'записи', 'записей')}, цепочка цела`,
    }),
    exportsBroken: ({ faults }) => ({
      detail: 'кто-то правил журнал выгрузок',
      more: faults.map(({ is, id, until }) => `запись ${id === until ? id : `${id}–${until}`}: ${LOG_FAULTS[is]}`),
      advice: 'сравните его с журналом из резервной копии: clientele --db <копия> history --exports',
    }),
    consentPlain: ({ answers }) => ({
      detail: answers === 0 ? 'никого ещё не спрашивали' : of(answers, 'ответ', 'ответа', 'ответов'),
    }),
    consentOdd: ({ clients: number }) => ({
      detail: `у ${ofClients(number)} записано то, чем ответить нельзя`,
      advice: 'это записала другая программа; запишите заново: clientele edit <клиент> --consent',
    }),
    erasuresSwept: ({ people }) => ({
      detail:
        people === 0
          ? 'никого не стирали'
          : `${count(people, { one: 'стёрт', few: 'стёрты', many: 'стёрто', other: 'стёрто' })} ${of(people, 'человек', 'человека', 'человек')}, старые записи вычищены из файла`,
    }),
    sweepDue: () => ({
      detail: 'после стирания файл ещё не вычищен',
      advice: 'clientele check без -n сделает это, когда база больше никем не открыта',
    }),
    sweptNow: () => ({ detail: 'после стирания файл ещё не был вычищен; сделано' }),
    clockRight: () => ({ detail: 'нет записей из будущего' }),
    clockBehind: ({ latest }) => ({
      detail: `есть запись от ${latest}, а это время ещё не наступило`,
      advice: 'проверьте часы этого компьютера и других, с которых работают с базой',
    }),
    engineFine: ({ version, withdrawn, crafted }) => ({
      detail: `${version}: известных ошибок, опасных для своей базы, нет`,
      more: [
        ...(withdrawn ? ['отозвана авторами из-за новых возможностей, которыми программа не пользуется'] : []),
        ...(crafted.length > 0
          ? [
              `навредить может нарочно испорченная база (${crafted.join(', ')}): открывайте только те, которым доверяете`,
            ]
          : []),
      ],
    }),
    engineBugs: ({ version, bugs }) => ({
      detail: `в версии ${version} есть известные ошибки`,
      more: bugs.map(
        ({ id, harm, fixed }) =>
          `${id}: ${harm === 'loss' ? 'база может повредиться, когда с ней работают несколько программ' : 'ответы могут быть неверны'}; исправлено в ${fixed}`,
      ),
      advice: 'обновите программу',
    }),
    closed: ({ files }) => ({ detail: `${of(files, 'файл', 'файла', 'файлов')}, доступ только у владельца` }),
    open: ({ paths }) => ({
      detail: `другим пользователям этого компьютера ${count(paths.length, { one: 'доступен', few: 'доступны', many: 'доступно', other: 'доступно' })} ${of(paths.length, 'файл или папка', 'файла или папки', 'файлов и папок')}`,
      advice: 'закройте доступ:',
    }),
    notWritable: ({ path, disk }) => ({
      detail: `писать в ${path} нельзя: ${disk ? 'диск только для чтения' : 'нет прав'}`,
      advice: 'базу можно смотреть, но ничего не сохранится: работайте от имени владельца или скопируйте её к себе',
    }),
    owned: () => ({ detail: 'все файлы ваши' }),
    ownedByOther: ({ paths }) => ({
      detail: `${of(paths.length, 'файл принадлежит', 'файла принадлежат', 'файлов принадлежат')} другому пользователю, он может их читать и менять`,
      more: paths.slice(0, 5),
      advice: 'работайте с базой от имени её владельца, а не root',
    }),
    local: ({ type }) => ({ detail: type === null ? 'сети по пути не видно' : `${type}, этого компьютера` }),
    network: ({ type, point }) => ({
      detail: `${point} – сетевой диск (${type})`,
      advice: 'два компьютера сразу повредят там базу: держите её на своём диске, а туда складывайте копии',
    }),
    maybeNetwork: ({ type, point }) => ({
      detail: `${point}, возможно, сетевой диск (${type})`,
      advice: 'если так, держите базу на диске этого компьютера, а туда складывайте копии',
    }),
    inMemory: ({ type, point }) => ({
      detail: `${point} – это память (${type}): после выключения базы не будет`,
      advice: 'держите базу на диске',
    }),
    notSynchronised: () => ({ detail: 'база не в облачной папке' }),
    synchronised: ({ by, folder }) => ({
      detail: `папку ${folder} синхронизирует ${by}`,
      advice:
        'может скопироваться половина изменения или столкнуться два: держите базу в другом месте, а здесь – копии',
    }),
    noCopies: () => ({ detail: 'второй базы с этим именем рядом нет' }),
    conflictCopies: ({ names }) => ({
      detail: `рядом ${count(names.length, { one: 'файл, похожий на копию', few: 'файлы, похожие на копии', many: 'файлы, похожие на копии', other: 'файлы, похожие на копии' })}: вручную или от одновременной записи с двух компьютеров`,
      more: [...names],
      advice:
        'посмотрите, чего нет в базе, и перенесите: clientele --db <копия> export -o <файл>, clientele import <файл>',
    }),
    tidy: () => ({ detail: 'нет' }),
    keptCopies: ({ copies, bytes }) => ({
      detail: `рядом ${count(copies, { one: 'лежит', few: 'лежат', many: 'лежит', other: 'лежит' })} ${of(copies, 'прежняя база', 'прежние базы', 'прежних баз')}, ${size(bytes)}; в них могут быть и те, кого потом стёрли`,
    }),
    leftovers: ({ items }) => ({
      detail: `от ${count(items.length, { one: 'прерванной команды', few: 'прерванных команд', many: 'прерванных команд', other: 'прерванных команд' })}`,
      more: items.map(({ path, bytes }) => `${path}, ${size(bytes)}`),
      advice: 'когда ничего не запущено, черновики можно удалить; -wal и -journal нельзя: их заберёт любая команда',
    }),
    room: ({ free }) => ({ detail: `свободно ${size(free)}` }),
    tight: ({ free, needed }) => ({
      detail: `свободно ${size(free)}; большому импорту или новой версии базы может понадобиться ${size(needed)}`,
      advice: 'освободите место до следующего из них',
    }),
    spaceUnknown: () => ({ detail: 'узнать нельзя' }),
    backupFresh: ({ path, days: number }) => ({
      detail: `${number === 0 ? 'сегодня' : `${days(number)} назад`}: ${path}`,
    }),
    backupOld: ({ path, days: number }) => ({
      detail: `последней ${days(number)}: ${path}`,
      advice: 'сделайте новую, а лучше делайте каждый день:',
    }),
    backupNone: ({ folder }) => ({
      detail: `в ${folder} ни одной`,
      advice: 'сделайте копию, а лучше делайте каждый день:',
    }),
    backupToRestore: ({ path, days: number }) => ({
      detail: `последняя ${number === 0 ? 'сегодняшняя' : `сделана ${days(number)} назад`}: ${path}`,
      advice: 'верните её; повреждённая база останется рядом:',
    }),
    backupNoneToRestore: ({ folder }) => ({
      detail: `в ${folder} ни одной`,
      advice: 'если копия лежит в другом месте, верните её: clientele restore <файл>',
    }),
    backupNotYet: () => ({ detail: 'ещё нет; пока клиентов мало, это не страшно' }),
  },
}
