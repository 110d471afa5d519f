import { plural } from '../plural.js'
import type { forgetting as english } from './en.js'

const count = plural('ru')

export const forgetting: typeof english = {
  help: {
    client: 'кого стереть; никого: закончить стирание, которому помешала другая программа',
    everywhere: 'вырезать упоминания и из чужих заметок и контактов',
  },

  plan: {
    title: (id, name) => `Будет стёрто насовсем, без возврата: ${id} «${name}».`,
    gone: (ids) => `Вместе с теми, кто в него вошёл: ${ids.join(', ')}.`,
    earlier: (ids) => `Вместе с прежними записями о нём же, которые были отменены: ${ids.join(', ')}.`,
    tables: {
      client: 'карточка',
      contact_point: 'телефоны, почта и прочее',
      relation: 'связи людей и компаний',
      anniversary: 'даты',
      greeting: 'поздравления',
      contact: 'контакты',
      promise: 'обещания',
      client_order: 'заказы',
      expense: 'расходы',
      client_tag: 'метки',
      custom_value: 'значения своих полей',
      care: 'настройки вручную',
      attention: 'разобранные напоминания',
      channel_consent: 'ответы по каналам',
      judgement: 'решения о дублях',
      merging: 'слияния',
    },
    exports: (number) =>
      `С тех пор как клиент в базе, данные выгружали ${number} ${count(number, { one: 'раз', few: 'раза', many: 'раз', other: 'раза' })}; над теми файлами программа не властна (clientele history --exports).`,
    sure: 'Стереть насовсем?',
  },

  mentions: {
    title: (number) =>
      `О клиенте говорится ещё в ${number} ${count(number, { one: 'чужом тексте, он останется', few: 'чужих текстах, они останутся', many: 'чужих текстах, они останутся', other: 'чужих текстах, они останутся' })} как есть; исправьте, где это лишнее:`,
    entry: (client, table, id, field) =>
      [...(client === null ? [] : [`клиент ${client}`]), ...(table === 'client' ? [] : [`${table} ${id}`])].join(', ') +
      `: ${field}`,
    cut: (number) =>
      `Упоминания вырезаны из ${number} ${count(number, { one: 'чужого текста', few: 'чужих текстов', many: 'чужих текстов', other: 'чужих текстов' })}.`,
    more: (number) => `… и ещё ${number} (все покажет --json)`,
  },

  copies: {
    title: (number) =>
      `Данные клиента остаются в ${number} ${count(number, { one: 'копии', few: 'копиях', many: 'копиях', other: 'копиях' })} базы. При восстановлении он в базу не вернётся; ненужное удалите:`,
    encrypted: (file) => `${file} (внутрь не заглянуть)`,
  },

  done: {
    forgotten: (id) => `${id}: стёрто, в том числе из файла.`,
    swept: 'Прежнее стирание закончено: ни в файле, ни в его журнале записи ничего не осталось.',
    nothingDue: 'Незаконченных стираний нет.',
  },

  state: 'стёрто',

  import: {
    leftOut: (number) =>
      `${number} ${count(number, { one: 'строка пропущена', few: 'строки пропущены', many: 'строк пропущено', other: 'строки пропущено' })}: это люди, стёртые из базы. Принять кого-то снова: clientele add … --force`,
  },

  errors: {
    yesNeeded: 'Стирание не отменить, поэтому без терминала нужен --yes.',
    yesNeededHint: 'Что будет стёрто, покажет --dry-run.',
    sweepWaits: (file) =>
      `Клиент стёрт, но ${file} читает другая программа, и в журнале записи рядом ещё лежат старые данные.`,
    sweepFailed: (file, message) =>
      `Клиент стёрт, но переписать ${file} заново не вышло, и на свободных местах в нём ещё лежат старые данные: ${message}.`,
    sweepWaitsHint: 'Устраните помеху и завершите стирание: clientele forget --yes (или clientele check).',
    isErasure: (id) => `Операция ${id} стёрла клиента насовсем, её не отменить.`,
    nothingLeft: (id) => `Операцию ${id} не отменить: то, что она сделала, стёрто вместе с клиентом.`,
    earlierHint: (id) => `То, что было до неё, отменить можно: clientele undo ${id}`,
    wasErased: (name, day) => `«${name}» – это человек, стёртый из базы ${day}; возможно, по его просьбе.`,
    wasErasedHint: 'Если он снова станет клиентом: --force.',
  },
}
