import { plural } from '../plural.js'
import type { merging as english } from './en.js'

const count = plural('uk')

const MOVING = {
  contacts: (n: number): string =>
    `${n} ${count(n, { one: 'контакт', few: 'контакти', many: 'контактів', other: 'контакту' })}`,
  orders: (n: number): string =>
    `${n} ${count(n, { one: 'замовлення', few: 'замовлення', many: 'замовлень', other: 'замовлення' })}`,
  expenses: (n: number): string =>
    `${n} ${count(n, { one: 'витрата', few: 'витрати', many: 'витрат', other: 'витрати' })}`,
  promises: (n: number): string =>
    `${n} ${count(n, { one: 'обіцянка', few: 'обіцянки', many: 'обіцянок', other: 'обіцянки' })}`,
  dates: (n: number): string => `${n} ${count(n, { one: 'дата', few: 'дати', many: 'дат', other: 'дати' })}`,
  tags: (n: number): string => `${n} ${count(n, { one: 'мітка', few: 'мітки', many: 'міток', other: 'мітки' })}`,
  points: (n: number): string =>
    `${n} ${count(n, { one: 'телефон або адреса', few: 'телефони й адреси', many: 'телефонів і адрес', other: 'телефону й адреси' })}`,
}

export const merging: typeof english = {
  help: {
    keep: 'клієнт, який залишиться',
    others: 'клієнти, які ввійдуть до нього',
    choice: 'поле=клієнт: чиє значення поля залишиться (можна повторювати)',
    force: "також людину з компанією, визнаних різними або з м'якшою згодою",
    one: 'один із двох',
    other: 'другий',
    remove: 'скасувати рішення',
  },

  plan: {
    title: (keep, gone) =>
      `Один клієнт: ${keep}. До нього ${gone.length === 1 ? 'ввійде' : 'ввійдуть'}: ${gone.join('; ')}.`,
    of: (id) => `від ${id}`,
    ofSeveral: 'від кількох',
    note: 'нотатки всіх і те, чому немає місця в полях',
    moves: 'Переходить',
    moving: MOVING,
    nothingMoves: 'нічого',
    sure: "Об'єднати?",
  },

  note: { from: (id, name, day) => `— від клієнта ${id} «${name}», об'єднано ${day}:` },

  card: { merged: "Об'єднано", entry: (id, name) => `${name}  #${id}` },

  done: {
    merged: (names, name) => `${names.join(', ')} → ${name}: тепер один клієнт.`,
    undo: (operation) => `Повернути: clientele undo ${operation}`,
    isNow: (typed, id, name) => `${typed} – тепер ${id} (${name}).`,
    distinct: (a, b) => `${a} і ${b} – два різні клієнти; це запам'ятано.`,
    distinctKnown: (a, b) => `Уже відомо, що ${a} і ${b} – два різні клієнти.`,
    taken: (a, b) => `Рішення щодо ${a} і ${b} скасовано.`,
    noVerdict: (a, b) => `Щодо ${a} і ${b} нічого не вирішено.`,
    wouldRemember: (a, b) => `Було б запам'ятано, що ${a} і ${b} – два різні клієнти.`,
    wouldTake: (a, b) => `Рішення щодо ${a} і ${b} було б скасовано.`,
    keepApart: (a, b) => `Щоб їх не об'єднувати: clientele distinct ${a} ${b}`,
  },

  errors: {
    nobodyElse: 'Назвіть клієнта, який залишиться, і хоча б одного, який увійде до нього.',
    itself: (name) => `«${name}» не можна об'єднати із самим собою.`,
    archived: (name) => `«${name}» в архіві й не може бути тим, хто залишиться.`,
    archivedHint: 'Залиште чинного клієнта, а архівний нехай увійде до нього.',
    twoKinds: (person, company) => `«${person}» – людина, а «${company}» – компанія.`,
    judgedDistinct: (a, b) => `${a} і ${b} визнано різними клієнтами.`,
    distinctHint: (a, b) => `Скасувати рішення: clientele distinct ${a} ${b} --remove; або об'єднати з --force.`,
    forceHint: 'Якщо так і задумано: --force.',
    laxer: 'Тоді «ні» стало б «так».',
    badChoice: (text) => `«${text}» – не вигляду поле=клієнт.`,
    badField: (field) => `Поля «${field}» для вибору немає; є:`,
    notOfThese: (field, id, ids) =>
      `--keep ${field}: клієнта ${id} немає серед тих, кого об'єднують (${ids.join(', ')}).`,
    chosenTwice: (field: string, a: number, b: number): string => `--keep ${field} вказано двічі: від ${a} і від ${b}.`,
    hasNone: (name, field) => `У «${name}» поле «${field}» порожнє.`,
    sameClient: (name) => `Це один і той самий клієнт: «${name}».`,
  },
}
