import { plural } from '../plural.js'
import type { matching as english } from './en.js'

const count = plural('uk')

const clients = (number: number): string =>
  `${number} ${count(number, { one: 'клієнт', few: 'клієнти', many: 'клієнтів', other: 'клієнта' })}`
const groups = (number: number): string =>
  `${number} ${count(number, { one: 'група', few: 'групи', many: 'груп', other: 'групи' })}`
const ofGroups = (number: number): string =>
  `${number} ${count(number, { one: 'групу', few: 'групи', many: 'груп', other: 'групи' })}`
const both = (a: string, b: string): string => (a === b ? a : `${a} ~ ${b}`)
const apart = (a: string, b: string): string => `${a} і ${b}`

export const matching: typeof english = {
  lanes: { certain: 'напевно', likely: 'імовірно', possible: 'можливо' },

  help: {
    lane: 'лише certain (певні), likely (імовірні) або possible (можливі); без прапорця – перші дві',
    min: 'лише від цієї оцінки, від 0 до 1',
    limit: 'не більше стількох груп (у таблиці 20)',
    clusters: 'кожен клієнт із номером його кластера: id,external_id,cluster',
    apply: 'certain: об’єднати певні групи однією операцією',
    review: 'вирішувати пару за парою в терміналі',
    examples: `Приклади:
  clientele dedupe                            хто записаний двічі й чому
  clientele dedupe tag:vip --lane possible    тезки, родини
  clientele dedupe --apply certain -n         що було б об’єднано
  clientele dedupe --review                   вирішити решту, поруч
  clientele dedupe --clusters --format csv    кожен клієнт зі своїм кластером`,
  },

  progress: (bar, percent) => `Порівнюю клієнтів  ${bar}  ${percent} %`,
  none: (number) =>
    number === 0
      ? 'Клієнтів поки немає.'
      : `Серед ${number} ${count(number, { one: 'клієнта', few: 'клієнтів', many: 'клієнтів', other: 'клієнта' })} ніхто не записаний двічі.`,
  noneHere: 'Тут таких двійників немає.',

  table: {
    columns: { group: 'Група', lane: 'Певність', score: 'Оцінка' },
    found: (certain, likely, number) =>
      `Переглянуто: ${clients(number)}. Групи: певних ${certain}, імовірних ${likely}.`,
    foundPossible: (possible, number) => `Переглянуто: ${clients(number)}. Групи: можливих ${possible}.`,
    members: clients,
    against: 'проти',
    moreMembers: (number) => `… і ще ${clients(number)}`,
    moreGroups: (number) => `… і ще ${groups(number)}`,
    moreHint: 'показати їх',
    possible: (number) => `Ще ${groups(number)} – можливо: тезки, родини`,
    steps: {
      apply: 'об’єднати певних одразу',
      review: 'вирішувати пару за парою',
      merge: 'зробити з двох одного',
      distinct: 'більше про цих двох не питати',
    },
  },

  apply: {
    plan: (all, gone) =>
      `${groups(all)}: у кожній лишився б один клієнт, ${clients(gone)} ${count(gone, { one: 'увійшов', other: 'увійшли' })} би до інших.`,
    question: (all) => `Об’єднати ${ofGroups(all)}?`,
    nothing: 'Немає таких певних, щоб об’єднати не дивлячись.',
    done: (all, gone) =>
      `Об’єднано ${ofGroups(all)}: ${clients(gone)} ${count(gone, { one: 'увійшов', other: 'увійшли' })} до інших з усім, що в них було.`,
    undo: (operation) => `Розділити знову: clientele undo ${operation}`,
    onlyCertain: (typed) => `--apply приймає лише certain, а не «${typed}».`,
    onlyCertainHint: 'Імовірних вирішує людина: clientele dedupe --review.',
  },

  errors: {
    badMin: (typed) => `--min приймає число від 0 до 1, наприклад 0.9, а не «${typed}».`,
    needsTerminal: '--review питає в терміналі, а його немає на обох кінцях.',
    needsTerminalHint: 'Для скрипту: clientele dedupe --json, потім merge або distinct.',
  },

  review: {
    place: (number, all) => `${number} з ${all}`,
    nothing: 'Вирішувати більше нічого.',
    keeps: (id, name) => `При об’єднанні лишається #${id} ${name}`,
    keys: { merge: 'об’єднати', distinct: 'різні', later: 'пізніше', undo: 'скасувати', quit: 'вийти' },
    merged: (gone, kept) => `Об’єднано: #${gone} тепер у #${kept}.`,
    distinct: (a, b) => `Різні: #${a} і #${b} – не одне й те саме.`,
    later: 'Відкладено: запитаємо іншого дня.',
    undone: 'Рішення скасовано.',
    nothingToUndo: 'У цьому перегляді більше нічого скасовувати.',
    gone: (id) => `#${id} більше немає.`,
    summary: (merged, distinct, later, left) =>
      `Об’єднано: ${merged}, різні: ${distinct}, відкладено: ${later}; лишилося: ${left}.`,
    byForce: (keep, gone) => `Якщо так і задумано: clientele merge ${keep} ${gone} --force`,
    undoHint: 'Кожне рішення – окрема операція: clientele history, clientele undo.',
    contacts: (number, last) => (last === null ? `${number}` : `${number}, останній ${last}`),
    orders: (number, spent) => (spent === null ? `${number}` : `${number}, ${spent}`),
  },

  date: (day, month, year) => (year === null ? `${day}.${month}` : `${day}.${month}.${year}`),

  parts: {
    family: (a, b) => (a === b ? 'те саме прізвище' : `прізвища ${both(a, b)}`),
    given: (a, b) => (a === b ? 'те саме ім’я' : `імена ${both(a, b)}`),
    father: (a, b) => (a === b ? 'те саме ім’я по батькові' : `по батькові ${both(a, b)}`),
  },

  reasons: {
    name: {
      full: (a, b) => (a === b ? 'те саме повне ім’я' : `те саме повне ім’я: ${both(a, b)}`),
      same: (a, b) => (a === b ? 'те саме ім’я' : `те саме ім’я: ${both(a, b)}`),
      near: (a, b) => `імена різняться опискою: ${both(a, b)}`,
      initial: (a, b) => `імена збігаються, наскільки вони написані: ${both(a, b)}`,
      half: (a, b) => `імена збігаються почасти: ${both(a, b)}`,
      given: (a, b) => `збігається лише особове ім’я: ${both(a, b)}`,
      conflict: (a, b) => `те саме прізвище, але різні імена: ${apart(a, b)}`,
      other: (a, b) => `різні імена: ${apart(a, b)}`,
    },
    company: {
      same: (a, b) => (a === b ? 'та сама назва' : `та сама назва: ${both(a, b)}`),
      near: (a, b) => `назви різняться опискою: ${both(a, b)}`,
      beginning: (a, b) => `одна назва починається як інша: ${both(a, b)}`,
      other: (a, b) => `різні назви: ${apart(a, b)}`,
    },
    phone: {
      same: (a, b) => `той самий телефон ${both(a, b)}`,
      near: (a, b) => `телефони різняться опискою: ${apart(a, b)}`,
      other: (a, b) => `різні телефони: ${apart(a, b)}`,
    },
    email: {
      same: (a, b) => `та сама пошта ${both(a, b)}`,
      near: (a, b) => `пошта майже та сама: ${apart(a, b)}`,
      other: (a, b) => `різна пошта: ${apart(a, b)}`,
    },
    handle: {
      same: (a, b) => `той самий месенджер ${both(a, b)}`,
      near: (a, b) => `месенджери майже ті самі: ${apart(a, b)}`,
      other: (a, b) => `різні месенджери: ${apart(a, b)}`,
    },
    birthday: {
      same: (a, b) => (a === b ? 'день народження той самий' : `день народження той самий: ${both(a, b)}`),
      near: (a, b) => `дні народження майже ті самі: ${apart(a, b)}`,
      digit: (a, b) => `день народження різниться однією цифрою: ${apart(a, b)}`,
      swapped: (a, b) => `у дні народження переставлено день і місяць: ${apart(a, b)}`,
      part: (a, b) => `дні народження збігаються почасти: ${apart(a, b)}`,
      loose: (a, b) => `дні народження різняться двома цифрами: ${apart(a, b)}`,
      day: (a, b) => `день народження той самий, рік невідомий: ${both(a, b)}`,
      year: (a, b) => `той самий рік народження: ${both(a, b)}`,
      other: (a, b) => `різні дні народження: ${apart(a, b)}`,
    },
    address: {
      same: (a, b) => (a === b ? 'та сама адреса' : `та сама адреса: ${both(a, b)}`),
      house: (a, b) => `той самий будинок: ${both(a, b)}`,
      street: (a, b) => `та сама вулиця: ${both(a, b)}`,
      other: (a, b) => `різні адреси: ${apart(a, b)}`,
    },
    city: {
      same: (a, b) => (a === b ? 'те саме місто' : `те саме місто: ${both(a, b)}`),
      other: (a, b) => `різні міста: ${apart(a, b)}`,
    },
    tax: {
      same: (a, b) => `той самий податковий номер ${both(a, b)}`,
      near: (a, b) => `податкові номери різняться опискою: ${apart(a, b)}`,
      other: (a, b) => `різні податкові номери: ${apart(a, b)}`,
    },
    custom: {
      same: (a, b) => `збігається ${both(a, b)}`,
      near: (a, b) => `майже збігається: ${apart(a, b)}`,
      other: (a, b) => `різниться: ${apart(a, b)}`,
    },
  },

  objections: {
    given: (a, b) => (a === '' ? 'різні імена' : `різні імена: ${apart(a, b)}`),
    father: (a, b) => (a === '' ? 'різні імена по батькові' : `різні імена по батькові: ${apart(a, b)}`),
    family: (a, b) => (a === '' ? 'різні прізвища' : `різні прізвища: ${apart(a, b)}`),
    sex: () => 'чоловіче ім’я й жіноче',
    generation: () => 'за позначками – двоє з однієї родини, як старший і молодший',
    birthday: (a, b) => (a === '' ? 'різні дні народження' : `різні дні народження: ${apart(a, b)}`),
    tax: (a, b) => (a === '' ? 'різні податкові номери' : `різні податкові номери: ${apart(a, b)}`),
    company: (a, b) => (a === '' ? 'різні компанії' : `різні компанії: ${apart(a, b)}`),
    namesake: (city) => (city === '' ? 'збігається лише ім’я' : 'збігаються лише ім’я та місто'),
    chain: () => 'інший клієнт групи не підходить',
  },
}
