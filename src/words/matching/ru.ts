import { plural } from '../plural.js'
import type { matching as english } from './en.js'

const count = plural('ru')

const clients = (number: number): string =>
  `${number} ${count(number, { one: 'клиент', few: 'клиента', many: 'клиентов', other: 'клиента' })}`
const groups = (number: number): string =>
  `${number} ${count(number, { one: 'группа', few: 'группы', many: 'групп', other: 'группы' })}`
const ofGroups = (number: number): string =>
  `${number} ${count(number, { one: 'группу', few: 'группы', many: 'групп', other: 'группы' })}`
const both = (a: string, b: string): string => (a === b ? a : `${a} ~ ${b}`)
const apart = (a: string, b: string): string => `${a} и ${b}`

export const matching: typeof english = {
  lanes: { certain: 'явно', likely: 'вероятно', possible: 'возможно' },

  help: {
    lane: 'только certain (явные), likely (вероятные) или possible (возможные); без флага – первые две',
    min: 'только от этой оценки, от 0 до 1',
    limit: 'не больше стольких групп (в таблице 20)',
    clusters: 'каждый клиент с номером его кластера: id,external_id,cluster',
    apply: 'certain: слить явные группы одной операцией',
    review: 'решать пару за парой в терминале',
    examples: `Примеры:
  clientele dedupe                            кто записан дважды и почему
  clientele dedupe tag:vip --lane possible    тёзки, семьи
  clientele dedupe --apply certain -n         что было бы слито
  clientele dedupe --review                   решить остальных, бок о бок
  clientele dedupe --clusters --format csv    каждый клиент со своим кластером`,
  },

  progress: (bar, percent) => `Сравниваю клиентов  ${bar}  ${percent} %`,
  none: (number) =>
    number === 0
      ? 'Клиентов пока нет.'
      : `Среди ${number} ${count(number, { one: 'клиента', few: 'клиентов', many: 'клиентов', other: 'клиента' })} никто не записан дважды.`,
  noneHere: 'Здесь таких двойников нет.',

  table: {
    columns: { group: 'Группа', lane: 'Уверенность', score: 'Оценка' },
    found: (certain, likely, number) =>
      `Просмотрено: ${clients(number)}. Группы: явных ${certain}, вероятных ${likely}.`,
    foundPossible: (possible, number) => `Просмотрено: ${clients(number)}. Группы: возможных ${possible}.`,
    members: clients,
    against: 'против',
    moreMembers: (number) => `… и ещё ${clients(number)}`,
    moreGroups: (number) => `… и ещё ${groups(number)}`,
    moreHint: 'показать их',
    possible: (number) => `Ещё ${groups(number)} – возможно: тёзки, семьи`,
    steps: {
      apply: 'слить явных сразу',
      review: 'решать пару за парой',
      merge: 'сделать из двоих одного',
      distinct: 'больше об этих двоих не спрашивать',
    },
  },

  apply: {
    plan: (all, gone) =>
      `${groups(all)}: в каждой остался бы один клиент, ${clients(gone)} ${count(gone, { one: 'вошёл', other: 'вошли' })} бы в других.`,
    question: (all) => `Слить ${ofGroups(all)}?`,
    nothing: 'Нет таких явных, чтобы слить не глядя.',
    done: (all, gone) =>
      `${count(all, { one: 'Слита', other: 'Слито' })} ${groups(all)}: ${clients(gone)} ${count(gone, { one: 'вошёл', other: 'вошли' })} в других со всем, что у них было.`,
    undo: (operation) => `Разделить снова: clientele undo ${operation}`,
    onlyCertain: (typed) => `--apply принимает только certain, а не «${typed}».`,
    onlyCertainHint: 'Вероятных решает человек: clientele dedupe --review.',
  },

  errors: {
    badMin: (typed) => `--min принимает число от 0 до 1, например 0.9, а не «${typed}».`,
    needsTerminal: '--review спрашивает в терминале, а его нет на обоих концах.',
    needsTerminalHint: 'Для скрипта: clientele dedupe --json, затем merge или distinct.',
  },

  review: {
    place: (number, all) => `${number} из ${all}`,
    nothing: 'Решать больше нечего.',
    keeps: (id, name) => `При слиянии остаётся #${id} ${name}`,
    keys: { merge: 'слить', distinct: 'разные', later: 'позже', undo: 'отменить', quit: 'выйти' },
    merged: (gone, kept) => `Слито: #${gone} теперь в #${kept}.`,
    distinct: (a, b) => `Разные: #${a} и #${b} – не одно и то же.`,
    later: 'Отложено: спросим в другой день.',
    undone: 'Решение отменено.',
    nothingToUndo: 'В этом просмотре больше нечего отменять.',
    gone: (id) => `#${id} больше нет.`,
    summary: (merged, distinct, later, left) =>
      `Слито: ${merged}, разные: ${distinct}, отложено: ${later}; осталось: ${left}.`,
    byForce: (keep, gone) => `Если так и задумано: clientele merge ${keep} ${gone} --force`,
    undoHint: 'Каждое решение – отдельная операция: clientele history, clientele undo.',
    contacts: (number, last) => (last === null ? `${number}` : `${number}, последний ${last}`),
    orders: (number, spent) => (spent === null ? `${number}` : `${number}, ${spent}`),
  },

  date: (day, month, year) => (year === null ? `${day}.${month}` : `${day}.${month}.${year}`),

  parts: {
    family: (a, b) => (a === b ? 'та же фамилия' : `фамилии ${both(a, b)}`),
    given: (a, b) => (a === b ? 'то же имя' : `имена ${both(a, b)}`),
    father: (a, b) => (a === b ? 'то же отчество' : `отчества ${both(a, b)}`),
  },

  reasons: {
    name: {
      full: (a, b) => (a === b ? 'то же полное имя' : `то же полное имя: ${both(a, b)}`),
      same: (a, b) => (a === b ? 'то же имя' : `то же имя: ${both(a, b)}`),
      near: (a, b) => `имена отличаются опиской: ${both(a, b)}`,
      initial: (a, b) => `имена совпадают, насколько они написаны: ${both(a, b)}`,
      half: (a, b) => `имена совпадают отчасти: ${both(a, b)}`,
      given: (a, b) => `совпадает только личное имя: ${both(a, b)}`,
      conflict: (a, b) => `та же фамилия, но разные имена: ${apart(a, b)}`,
      other: (a, b) => `разные имена: ${apart(a, b)}`,
    },
    company: {
      same: (a, b) => (a === b ? 'то же название' : `то же название: ${both(a, b)}`),
      near: (a, b) => `названия отличаются опиской: ${both(a, b)}`,
      beginning: (a, b) => `одно название начинается как другое: ${both(a, b)}`,
      other: (a, b) => `разные названия: ${apart(a, b)}`,
    },
    phone: {
      same: (a, b) => `тот же телефон ${both(a, b)}`,
      near: (a, b) => `телефоны отличаются опиской: ${apart(a, b)}`,
      other: (a, b) => `разные телефоны: ${apart(a, b)}`,
    },
    email: {
      same: (a, b) => `та же почта ${both(a, b)}`,
      near: (a, b) => `почта почти та же: ${apart(a, b)}`,
      other: (a, b) => `разная почта: ${apart(a, b)}`,
    },
    handle: {
      same: (a, b) => `тот же мессенджер ${both(a, b)}`,
      near: (a, b) => `мессенджеры почти те же: ${apart(a, b)}`,
      other: (a, b) => `разные мессенджеры: ${apart(a, b)}`,
    },
    birthday: {
      same: (a, b) => (a === b ? 'день рождения тот же' : `день рождения тот же: ${both(a, b)}`),
      near: (a, b) => `дни рождения почти те же: ${apart(a, b)}`,
      digit: (a, b) => `день рождения отличается одной цифрой: ${apart(a, b)}`,
      swapped: (a, b) => `в дне рождения переставлены день и месяц: ${apart(a, b)}`,
      part: (a, b) => `дни рождения совпадают отчасти: ${apart(a, b)}`,
      loose: (a, b) => `дни рождения отличаются двумя цифрами: ${apart(a, b)}`,
      day: (a, b) => `день рождения тот же, год неизвестен: ${both(a, b)}`,
      year: (a, b) => `тот же год рождения: ${both(a, b)}`,
      other: (a, b) => `разные дни рождения: ${apart(a, b)}`,
    },
    address: {
      same: (a, b) => (a === b ? 'тот же адрес' : `тот же адрес: ${both(a, b)}`),
      house: (a, b) => `тот же дом: ${both(a, b)}`,
      street: (a, b) => `та же улица: ${both(a, b)}`,
      other: (a, b) => `разные адреса: ${apart(a, b)}`,
    },
    city: {
      same: (a, b) => (a === b ? 'тот же город' : `тот же город: ${both(a, b)}`),
      other: (a, b) => `разные города: ${apart(a, b)}`,
    },
    tax: {
      same: (a, b) => `тот же ИНН ${both(a, b)}`,
      near: (a, b) => `ИНН отличаются опиской: ${apart(a, b)}`,
      other: (a, b) => `разные ИНН: ${apart(a, b)}`,
    },
    custom: {
      same: (a, b) => `совпадает ${both(a, b)}`,
      near: (a, b) => `почти совпадает: ${apart(a, b)}`,
      other: (a, b) => `различается: ${apart(a, b)}`,
    },
  },

  objections: {
    given: (a, b) => (a === '' ? 'разные имена' : `разные имена: ${apart(a, b)}`),
    father: (a, b) => (a === '' ? 'разные отчества' : `разные отчества: ${apart(a, b)}`),
    family: (a, b) => (a === '' ? 'разные фамилии' : `разные фамилии: ${apart(a, b)}`),
    sex: () => 'мужское имя и женское',
    generation: () => 'по пометкам – двое из одной семьи, как старший и младший',
    birthday: (a, b) => (a === '' ? 'разные дни рождения' : `разные дни рождения: ${apart(a, b)}`),
    tax: (a, b) => (a === '' ? 'разные ИНН' : `разные ИНН: ${apart(a, b)}`),
    company: (a, b) => (a === '' ? 'разные компании' : `разные компании: ${apart(a, b)}`),
    namesake: (city) => (city === '' ? 'совпадает только имя' : 'совпадают только имя и город'),
    chain: () => 'другой клиент группы не подходит',
  },
}
