import { plural } from '../plural.js'
import type { forgetting as english } from './en.js'

const count = plural('uk')

export const forgetting: typeof english = {
  help: {
    client: 'кого стерти; нікого: закінчити стирання, якому завадила інша програма',
    everywhere: 'вирізати згадки й із чужих нотаток та контактів',
  },

  plan: {
    title: (id, name) => `Буде стерто назавжди, без вороття: ${id} «${name}».`,
    gone: (ids) => `Разом із тими, хто ввійшов до нього: ${ids.join(', ')}.`,
    earlier: (ids) => `Разом із попередніми записами про нього ж, які було скасовано: ${ids.join(', ')}.`,
    tables: {
      client: 'картка',
      contact_point: 'телефони, пошта та інше',
      relation: "зв'язки людей і компаній",
      anniversary: 'дати',
      greeting: 'вітання',
      contact: 'контакти',
      promise: 'обіцянки',
      client_order: 'замовлення',
      expense: 'витрати',
      client_tag: 'мітки',
      custom_value: 'значення власних полів',
      care: 'налаштування вручну',
      attention: 'опрацьовані нагадування',
      channel_consent: 'відповіді щодо каналів',
      judgement: 'рішення про дублікати',
      merging: "об'єднання",
    },
    exports: (number) =>
      `Відколи клієнт у базі, дані вивантажували ${number} ${count(number, { one: 'раз', few: 'рази', many: 'разів', other: 'разу' })}; над тими файлами програма не має влади (clientele history --exports).`,
    sure: 'Стерти назавжди?',
  },

  mentions: {
    title: (number) =>
      `Про клієнта йдеться ще в ${number} ${count(number, { one: 'чужому тексті, він залишиться', few: 'чужих текстах, вони залишаться', many: 'чужих текстах, вони залишаться', other: 'чужих текстах, вони залишаться' })} як є; виправте, де це зайве:`,
    entry: (client, table, id, field) =>
      [...(client === null ? [] : [`клієнт ${client}`]), ...(table === 'client' ? [] : [`${table} ${id}`])].join(', ') +
      `: ${field}`,
    cut: (number) =>
      `Згадки вирізано з ${number} ${count(number, { one: 'чужого тексту', few: 'чужих текстів', many: 'чужих текстів', other: 'чужих текстів' })}.`,
    more: (number) => `… і ще ${number} (усі покаже --json)`,
  },

  copies: {
    title: (number) =>
      `Дані клієнта залишаються у ${number} ${count(number, { one: 'копії', few: 'копіях', many: 'копіях', other: 'копіях' })} бази. Під час відновлення він до бази не повернеться; непотрібне видаліть:`,
    encrypted: (file) => `${file} (усередину не зазирнути)`,
  },

  done: {
    forgotten: (id) => `${id}: стерто, зокрема з файлу.`,
    swept: 'Попереднє стирання закінчено: ні у файлі, ні в його журналі запису нічого не залишилося.',
    nothingDue: 'Незакінчених стирань немає.',
  },

  state: 'стерто',

  import: {
    leftOut: (number) =>
      `${number} ${count(number, { one: 'рядок пропущено', few: 'рядки пропущено', many: 'рядків пропущено', other: 'рядка пропущено' })}: це люди, стерті з бази. Прийняти когось знову: clientele add … --force`,
  },

  errors: {
    yesNeeded: 'Стирання не скасувати, тому без термінала потрібен --yes.',
    yesNeededHint: 'Що буде стерто, покаже --dry-run.',
    sweepWaits: (file) =>
      `Клієнта стерто, але ${file} читає інша програма, і в журналі запису поруч ще лежать старі дані.`,
    sweepFailed: (file, message) =>
      `Клієнта стерто, але переписати ${file} наново не вдалося, і на вільних місцях у ньому ще лежать старі дані: ${message}.`,
    sweepWaitsHint: 'Усуньте перешкоду й завершіть стирання: clientele forget --yes (або clientele check).',
    isErasure: (id) => `Операція ${id} стерла клієнта назавжди, її не скасувати.`,
    nothingLeft: (id) => `Операцію ${id} не скасувати: те, що вона зробила, стерто разом із клієнтом.`,
    earlierHint: (id) => `Те, що було до неї, скасувати можна: clientele undo ${id}`,
    wasErased: (name, day) => `«${name}» – це людина, яку стерто з бази ${day}; можливо, на її прохання.`,
    wasErasedHint: 'Якщо вона знову стане клієнтом: --force.',
  },
}
