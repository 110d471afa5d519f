import { plural } from '../plural.js'
import type { merging as english } from './en.js'

const count = plural('ru')

const MOVING = {
  contacts: (n: number): string =>
    `${n} ${count(n, { one: 'контакт', few: 'контакта', many: 'контактов', other: 'контакта' })}`,
  orders: (n: number): string => `${n} ${count(n, { one: 'заказ', few: 'заказа', many: 'заказов', other: 'заказа' })}`,
  expenses: (n: number): string =>
    `${n} ${count(n, { one: 'расход', few: 'расхода', many: 'расходов', other: 'расхода' })}`,
  promises: (n: number): string =>
    `${n} ${count(n, { one: 'обещание', few: 'обещания', many: 'обещаний', other: 'обещания' })}`,
  dates: (n: number): string => `${n} ${count(n, { one: 'дата', few: 'даты', many: 'дат', other: 'даты' })}`,
  tags: (n: number): string => `${n} ${count(n, { one: 'метка', few: 'метки', many: 'меток', other: 'метки' })}`,
  points: (n: number): string =>
    `${n} ${count(n, { one: 'телефон или адрес', few: 'телефона и адреса', many: 'телефонов и адресов', other: 'телефона и адреса' })}`,
}

export const merging: typeof english = {
  help: {
    keep: 'клиент, который останется',
    others: 'клиенты, которые войдут в него',
    choice: 'поле=клиент: чьё значение поля останется (можно повторять)',
    force: 'также человека с компанией, признанных разными или с более мягким согласием',
    one: 'один из двух',
    other: 'другой',
    remove: 'отменить решение',
  },

  plan: {
    title: (keep, gone) =>
      `Один клиент: ${keep}. В него ${gone.length === 1 ? 'войдёт' : 'войдут'}: ${gone.join('; ')}.`,
    of: (id) => `от ${id}`,
    ofSeveral: 'от нескольких',
    note: 'заметки всех и то, чему нет места в полях',
    moves: 'Переходит',
    moving: MOVING,
    nothingMoves: 'ничего',
    sure: 'Слить?',
  },

  note: { from: (id, name, day) => `— от клиента ${id} «${name}», слит ${day}:` },

  card: { merged: 'Слиты сюда', entry: (id, name) => `${name}  #${id}` },

  done: {
    merged: (names, name) => `${names.join(', ')} → ${name}: теперь один клиент.`,
    undo: (operation) => `Вернуть: clientele undo ${operation}`,
    isNow: (typed, id, name) => `${typed} – теперь ${id} (${name}).`,
    distinct: (a, b) => `${a} и ${b} – два разных клиента; это запомнено.`,
    distinctKnown: (a, b) => `Уже известно, что ${a} и ${b} – два разных клиента.`,
    taken: (a, b) => `Решение о ${a} и ${b} отменено.`,
    noVerdict: (a, b) => `О ${a} и ${b} ничего не решено.`,
    wouldRemember: (a, b) => `Было бы запомнено, что ${a} и ${b} – два разных клиента.`,
    wouldTake: (a, b) => `Решение о ${a} и ${b} было бы отменено.`,
    keepApart: (a, b) => `Чтобы их не сливать: clientele distinct ${a} ${b}`,
  },

  errors: {
    nobodyElse: 'Назовите клиента, который останется, и хотя бы одного, который войдёт в него.',
    itself: (name) => `«${name}» нельзя слить с самим собой.`,
    archived: (name) => `«${name}» в архиве и не может быть тем, кто останется.`,
    archivedHint: 'Оставьте действующего клиента, а архивный пусть войдёт в него.',
    twoKinds: (person, company) => `«${person}» – человек, а «${company}» – компания.`,
    judgedDistinct: (a, b) => `${a} и ${b} признаны разными клиентами.`,
    distinctHint: (a, b) => `Отменить решение: clientele distinct ${a} ${b} --remove; или слить с --force.`,
    forceHint: 'Если так и задумано: --force.',
    laxer: 'Тогда «нет» стало бы «да».',
    badChoice: (text) => `«${text}» – не вида поле=клиент.`,
    badField: (field) => `Поля «${field}» для выбора нет; есть:`,
    notOfThese: (field, id, ids) => `--keep ${field}: клиента ${id} нет среди сливаемых (${ids.join(', ')}).`,
    chosenTwice: (field: string, a: number, b: number): string => `--keep ${field} указано дважды: от ${a} и от ${b}.`,
    hasNone: (name, field) => `У «${name}» поле «${field}» пустое.`,
    sameClient: (name) => `Это один и тот же клиент: «${name}».`,
  },
}
