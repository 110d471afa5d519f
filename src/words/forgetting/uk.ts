import { plural } from '../plural.js'
import type { forgetting as english } from './en.js'

const count = plural('uk')

const numbers = (ids: readonly number[]): string => ids.map((id) => `#${id}`).join(', ')

/** «… з 5 чужих текстів». */
const ofTexts = (number: number): string =>
  `${number} ${count(number, { one: 'чужого тексту', few: 'чужих текстів', many: 'чужих текстів', other: 'чужого тексту' })}`

/** «… у 5 чужих текстах». */
const inTexts = (number: number): string =>
  `${number} ${count(number, { one: 'чужому тексті', few: 'чужих текстах', many: 'чужих текстах', other: 'чужого тексту' })}`

const PLACES: Record<string, string> = {
  'client.name': "саме ім'я чи назва",
  'client.city': 'місто',
  'client.address': 'адреса',
  'client.owner': 'чий це клієнт',
  'client.channel': 'зручний канал',
  'client.hours': 'години для дзвінків',
  'client.no_call': 'коли не дзвонити',
  'client.zone': 'часовий пояс',
  'client.external_id': 'номер в іншій системі',
  'client.external_system': 'назва іншої системи',
  'contact_point.value': 'телефон, адреса чи сторінка',
  'contact.result': 'підсумок контакту',
  'contact.channel': 'канал контакту',
  'client_order.stage': 'етап замовлення',
  'client_order.external_id': 'номер замовлення в іншій системі',
  'client_order.external_system': 'інша система замовлення',
  'custom_field.key': 'назва свого поля',
  'custom_field.choices': 'варіанти поля',
  'merging.name': "ім'я приєднаного клієнта",
  'merging.kept_name': "ім'я до об'єднання",
  'merging.external_id': 'номер приєднаного клієнта',
  'merging.external_system': 'інша система приєднаного клієнта',
  'client.note': 'нотатка',
  'client.source': 'джерело',
  'client.position': 'посада',
  'client.consent_origin': 'звідки згода',
  'contact_point.label': 'підпис телефону чи адреси',
  'relation.role': 'роль у компанії',
  'anniversary.occasion': 'привід дати',
  'anniversary.who': 'чия дата',
  'anniversary.gift': 'подарунок до дати',
  'greeting.why': 'чому не привітали',
  'contact.text': 'контакт',
  'contact.purpose': 'мета контакту',
  'promise.text': 'обіцянка',
  'promise.why': 'чому знято обіцянку',
  'client_order.what': 'замовлення',
  'client_order.items': 'склад замовлення',
  'expense.what': 'витрата',
  'client_tag.tag': 'мітка',
  'custom_value.value': 'поле',
  'care.warmth_reason': 'чому теплоту задано вручну',
  'care.paused_reason': 'чому пауза',
  'attention.why': 'чому знято нагадування',
  'channel_consent.origin': 'звідки згода на канал',
  'segment.name': 'назва сегмента',
  'segment.filter': 'фільтр сегмента',
  'holiday.name': 'назва свята',
  'holiday.filter': 'фільтр свята',
}

export const forgetting: typeof english = {
  help: {
    client: 'кого стерти; нікого: закінчити стирання, якому завадила інша програма',
    everywhere: 'вирізати згадки й із чужих нотаток, контактів та інших текстів',
    force: 'зокрема завести знову стерту компанію',
  },

  plan: {
    title: (id, name) => `Буде стерто назавжди, без вороття: #${id} ${name}`,
    gone: (ids) => `Разом із записами, об'єднаними з цим: ${numbers(ids)}.`,
    earlier: (ids) => `Разом із попередніми записами про того самого клієнта, які було скасовано: ${numbers(ids)}.`,
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
      `Відколи клієнт у базі, дані вивантажували ${number} ${count(number, { one: 'раз', few: 'рази', many: 'разів', other: 'разу' })}; до тих файлів стирання не дійде: clientele history --exports.`,
    sure: 'Стерти назавжди?',
  },

  mentions: {
    stay: (number) => `Згадки залишаться у ${inTexts(number)} (вирізати: --everywhere):`,
    cut: (number) => `Згадки буде вирізано з ${ofTexts(number)}:`,
    stayed: (number) => `Згадки залишилися у ${inTexts(number)} (вирізати: --everywhere):`,
    fixed: (number) =>
      `Із ${number} ${count(number, { one: 'місця', few: 'місць', many: 'місць', other: 'місця' })} згадку не вирізати, або це може бути звичайне слово; виправте або видаліть самі:`,
    place: (where, { day, title }) =>
      [PLACES[where] ?? where, ...(title === null ? [] : [`«${title}»`]), ...(day === null ? [] : [`від ${day}`])].join(
        ' ',
      ),
    said: (text) => `«${text}»`,
    done: (number) => `Згадки вирізано з ${ofTexts(number)}.`,
    more: (number) => `… і ще ${number} (усі покаже --json)`,
  },

  before: {
    erased: (day) => `Цього клієнта вже стерто з бази (${day}).`,
    nothing: "Під цим ім'ям чи номером у чужих текстах згадок немає.",
    erasedNumber: (id, day) => `Клієнта #${id} вже стерто з бази (${day}).`,
    sayName:
      'За номером більше нічого не дізнатися; щоб знайти згадки в чужих текстах, назвіть клієнта: clientele forget "Ім’я"',
  },

  copies: {
    title: (number) =>
      `Дані клієнта є ще в ${number} ${count(number, { one: 'копії', few: 'копіях', many: 'копіях', other: 'копії' })} бази. Під час відновлення вони не повернуться; непотрібне видаліть:`,
    encrypted: (file) => `${file} (не прочитати: можливо, і там)`,
  },

  done: {
    forgotten: (id, left) =>
      left === 0
        ? `Клієнта #${id} стерто, у файлі бази від нього теж нічого не залишилося.`
        : `Клієнта #${id} стерто. Згадки залишилися у ${left} ${count(left, { one: 'місці', few: 'місцях', many: 'місцях', other: 'місця' })} в інших; крім них, у файлі бази від нього нічого немає.`,
    swept: 'Попереднє стирання закінчено: у файлі бази від стертого нічого не залишилося.',
    nothingDue: 'Незакінчених стирань немає.',
  },

  state: 'стерто',

  import: {
    leftOut: (number, companies) => {
      const people = number - companies
      const rows = (size: number): string =>
        `${size} ${count(size, { one: 'рядок пропущено', few: 'рядки пропущено', many: 'рядків пропущено', other: 'рядка пропущено' })}`
      const told = [
        ...(people > 0
          ? [
              `${rows(people)}: ${people === 1 ? 'його клієнта' : 'їхніх клієнтів'} стерто з бази. Прийняти когось знову: clientele add … --force`,
            ]
          : []),
        ...(companies > 0
          ? [
              `${rows(companies)}: нічого нового, крім стертої з бази компанії, у ${companies === 1 ? 'ньому' : 'них'} немає. Завести її знову: clientele edit … --company … --force`,
            ]
          : []),
      ]
      return told.join('\n')
    },
  },

  errors: {
    yesNeeded: 'Стирання не скасувати, тому без термінала потрібен --yes.',
    yesNeededHint: 'Що буде стерто, покаже --dry-run.',
    sweepWaits: (file) =>
      `Клієнта стерто, але ${file} читає інша програма, і в журналі запису поруч ще лежать старі дані.`,
    sweepFailed: (file, message) =>
      `Клієнта стерто, але переписати ${file} наново не вдалося, і на вільних місцях у ньому ще лежать старі дані: ${message}.`,
    sweepWaitsHint: 'Усуньте перешкоду й завершіть стирання: clientele forget --yes (або clientele check).',
    isErasure: (id) => `Операція ${id} стерла дані клієнта назавжди, її не скасувати.`,
    nothingLeft: (id) => `Операцію ${id} не скасувати: те, що вона зробила, стерто разом із клієнтом.`,
    earlierHint: (id) => `Те, що було до неї, скасувати можна: clientele undo ${id}`,
    wasErased: (name, day) => `Цього клієнта стерли з бази ${day}, можливо, на його прохання: ${name}`,
    wasErasedHint: 'Якщо він знову стане клієнтом: --force.',
  },
}
