import { plural } from '../plural.js'
import type { forgetting as english } from './en.js'

const count = plural('ru')

const numbers = (ids: readonly number[]): string => ids.map((id) => `#${id}`).join(', ')

/** «… из 5 чужих текстов». */
const ofTexts = (number: number): string =>
  `${number} ${count(number, { one: 'чужого текста', few: 'чужих текстов', many: 'чужих текстов', other: 'чужого текста' })}`

/** «… в 5 чужих текстах». */
const inTexts = (number: number): string =>
  `${number} ${count(number, { one: 'чужом тексте', few: 'чужих текстах', many: 'чужих текстах', other: 'чужого текста' })}`

const PLACES: Record<string, string> = {
  'client.name': 'само имя или название',
  'client.city': 'город',
  'client.address': 'адрес',
  'client.owner': 'чей это клиент',
  'client.channel': 'удобный канал',
  'client.hours': 'часы для звонков',
  'client.no_call': 'когда не звонить',
  'client.zone': 'часовой пояс',
  'client.external_id': 'номер в другой системе',
  'client.external_system': 'название другой системы',
  'contact_point.value': 'телефон, адрес или страница',
  'contact.result': 'итог контакта',
  'contact.channel': 'канал контакта',
  'client_order.stage': 'этап заказа',
  'client_order.external_id': 'номер заказа в другой системе',
  'client_order.external_system': 'другая система заказа',
  'custom_field.key': 'название своего поля',
  'custom_field.choices': 'варианты поля',
  'merging.name': 'имя присоединённого клиента',
  'merging.kept_name': 'имя до слияния',
  'merging.external_id': 'номер присоединённого клиента',
  'merging.external_system': 'другая система присоединённого клиента',
  'client.note': 'заметка',
  'client.source': 'источник',
  'client.position': 'должность',
  'client.consent_origin': 'откуда согласие',
  'contact_point.label': 'подпись телефона или адреса',
  'relation.role': 'роль в компании',
  'anniversary.occasion': 'повод даты',
  'anniversary.who': 'чья дата',
  'anniversary.gift': 'подарок к дате',
  'greeting.why': 'почему не поздравили',
  'contact.text': 'контакт',
  'contact.purpose': 'цель контакта',
  'promise.text': 'обещание',
  'promise.why': 'почему снято обещание',
  'client_order.what': 'заказ',
  'client_order.items': 'состав заказа',
  'expense.what': 'расход',
  'client_tag.tag': 'метка',
  'custom_value.value': 'поле',
  'care.warmth_reason': 'почему теплота задана вручную',
  'care.paused_reason': 'почему пауза',
  'attention.why': 'почему снято напоминание',
  'channel_consent.origin': 'откуда согласие на канал',
  'segment.name': 'название сегмента',
  'segment.filter': 'фильтр сегмента',
  'holiday.name': 'название праздника',
  'holiday.filter': 'фильтр праздника',
}

export const forgetting: typeof english = {
  help: {
    client: 'кого стереть; никого: закончить стирание, которому помешала другая программа',
    everywhere: 'вырезать упоминания и из чужих заметок, контактов и других текстов',
    force: 'в том числе завести заново стёртую компанию',
  },

  plan: {
    title: (id, name) => `Будет стёрто насовсем, без возврата: #${id} ${name}`,
    gone: (ids) => `Вместе с записями, объединёнными с этой: ${numbers(ids)}.`,
    earlier: (ids) => `Вместе с прежними записями о том же клиенте, которые были отменены: ${numbers(ids)}.`,
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
      `С тех пор как клиент в базе, данные выгружали ${number} ${count(number, { one: 'раз', few: 'раза', many: 'раз', other: 'раза' })}; до тех файлов стирание не дойдёт: clientele history --exports.`,
    sure: 'Стереть насовсем?',
  },

  mentions: {
    stay: (number) => `Упоминания останутся в ${inTexts(number)} (вырезать: --everywhere):`,
    cut: (number) => `Упоминания будут вырезаны из ${ofTexts(number)}:`,
    stayed: (number) => `Упоминания остались в ${inTexts(number)} (вырезать: --everywhere):`,
    fixed: (number) =>
      `Из ${number} ${count(number, { one: 'места', few: 'мест', many: 'мест', other: 'места' })} упоминание не вырезать, или это может быть обычное слово; исправьте или удалите сами:`,
    place: (where, { day, title }) =>
      [PLACES[where] ?? where, ...(title === null ? [] : [`«${title}»`]), ...(day === null ? [] : [`от ${day}`])].join(
        ' ',
      ),
    said: (text) => `«${text}»`,
    done: (number) => `Упоминания вырезаны из ${ofTexts(number)}.`,
    more: (number) => `… и ещё ${number} (все покажет --json)`,
  },

  before: {
    erased: (day) => `Этот клиент уже стёрт из базы (${day}).`,
    nothing: 'Под этим именем или номером в чужих текстах упоминаний нет.',
    erasedNumber: (id, day) => `Клиент #${id} уже стёрт из базы (${day}).`,
    sayName:
      'По номеру больше ничего не узнать; чтобы найти упоминания в чужих текстах, назовите клиента: clientele forget "Имя"',
  },

  copies: {
    title: (number) =>
      `Данные клиента есть ещё в ${number} ${count(number, { one: 'копии', few: 'копиях', many: 'копиях', other: 'копии' })} базы. При восстановлении они не вернутся; ненужное удалите:`,
    encrypted: (file) => `${file} (не прочесть: возможно, и там)`,
  },

  done: {
    forgotten: (id, left) =>
      left === 0
        ? `Клиент #${id} стёрт, в файле базы от него тоже ничего не осталось.`
        : `Клиент #${id} стёрт. Упоминания остались в ${left} ${count(left, { one: 'месте', few: 'местах', many: 'местах', other: 'места' })} у других; кроме них, в файле базы от него ничего нет.`,
    swept: 'Прежнее стирание закончено: в файле базы от стёртого ничего не осталось.',
    nothingDue: 'Незаконченных стираний нет.',
  },

  state: 'стёрто',

  import: {
    leftOut: (number, companies) => {
      const people = number - companies
      const rows = (size: number): string =>
        `${size} ${count(size, { one: 'строка пропущена', few: 'строки пропущены', many: 'строк пропущено', other: 'строки пропущено' })}`
      const told = [
        ...(people > 0
          ? [
              `${rows(people)}: ${people === 1 ? 'её клиент стёрт' : 'их клиенты стёрты'} из базы. Принять кого-то снова: clientele add … --force`,
            ]
          : []),
        ...(companies > 0
          ? [
              `${rows(companies)}: ничего нового, кроме стёртой из базы компании, в ${companies === 1 ? 'ней' : 'них'} нет. Завести её снова: clientele edit … --company … --force`,
            ]
          : []),
      ]
      return told.join('\n')
    },
  },

  errors: {
    yesNeeded: 'Стирание не отменить, поэтому без терминала нужен --yes.',
    yesNeededHint: 'Что будет стёрто, покажет --dry-run.',
    sweepWaits: (file) =>
      `Клиент стёрт, но ${file} читает другая программа, и в журнале записи рядом ещё лежат старые данные.`,
    sweepFailed: (file, message) =>
      `Клиент стёрт, но переписать ${file} заново не вышло, и на свободных местах в нём ещё лежат старые данные: ${message}.`,
    sweepWaitsHint: 'Устраните помеху и завершите стирание: clientele forget --yes (или clientele check).',
    isErasure: (id) => `Операция ${id} стёрла данные клиента насовсем, её не отменить.`,
    nothingLeft: (id) => `Операцию ${id} не отменить: то, что она сделала, стёрто вместе с клиентом.`,
    earlierHint: (id) => `То, что было до неё, отменить можно: clientele undo ${id}`,
    wasErased: (name, day) => `Этого клиента стёрли из базы ${day}, возможно, по его просьбе: ${name}`,
    wasErasedHint: 'Если он снова станет клиентом: --force.',
  },
}
