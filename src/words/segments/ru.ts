import { plural } from '../plural.js'
import type { segments as english } from './en.js'

const count = plural('ru')

const CLIENT = { one: 'клиент', few: 'клиента', many: 'клиентов', other: 'клиента' }
/** After «у» and «из». */
const OF_CLIENTS = { one: 'клиента', few: 'клиентов', many: 'клиентов', other: 'клиента' }

const clients = (number: number): string => `${number} ${count(number, CLIENT)}`

export const segments: typeof english = {
  help: {
    save: 'сохранить фильтр под именем; у существующего имени фильтр заменяется',
    list: 'все сегменты и сколько клиентов в каждом',
    show: 'кто в сегменте, кто пришёл и кто ушёл с прошлого раза',
    remove: 'удалить сегмент; клиенты остаются',
    name: 'имя сегмента, с @ или без',
    filter: "фильтр, лучше в кавычках: 'тепло:тёплый silent:60d..'",
  },

  titles: {
    hot: 'недавно заказывали или вот-вот закажут',
    warm: 'общение есть, заказа пока не видно',
    cold: 'отклика не было или он был давно',
    vip: 'отмечены как VIP',
    regular: 'заказывают снова и снова',
    rare: 'заказывают время от времени',
    'one-off': 'заказали один раз',
    slipping: 'уже пора бы заказать, а заказа нет',
    sleeping: 'о них не слышно полгода',
    new: 'в базе не дольше месяца',
    'birthday-soon': 'день рождения в ближайшие две недели',
    advocates: 'рекомендуют вас, сами не заказывают',
    'promo-only': 'покупают только по акциям',
    'over-touched': 'контактов много, заказов нет',
    'never-contacted': 'ни одного контакта в базе',
    'no-phone': 'нет телефона',
    'no-email': 'нет почты',
    unverified: 'данные не проверялись год',
  },

  columns: { name: 'Сегмент', size: 'Клиенты', filter: 'Фильтр', about: 'Кто это' },
  own: 'Ваши',
  readyMade: 'Готовые',
  noneOwn: "Пока нет. Сохранить: clientele segment save весна 'warmth:warm silent:60d..'",
  broken: 'фильтр больше не работает',

  show: {
    size: clients,
    empty: 'Сейчас в нём никого нет.',
    nobodyBefore: 'Это первый просмотр; с завтрашнего дня будет видно, кто пришёл и кто ушёл.',
    since: (date) => `С прошлого раза (${date})`,
    nothing: (date) => `С прошлого раза (${date}) никто не пришёл и не ушёл.`,
    came: (number) => `${count(number, { one: 'пришёл', few: 'пришли', many: 'пришли', other: 'пришли' })} ${number}`,
    left: (number) => `${count(number, { one: 'ушёл', few: 'ушли', many: 'ушли', other: 'ушли' })} ${number}`,
    more: (number) => `… и ещё ${number}`,
    gone: (id) => `клиента ${id} больше нет в базе`,
    rest: (number, name) => `… и ещё ${number}: clientele list @${name}`,
  },

  errors: {
    badName: (text) =>
      `«${text}» не годится в имена сегмента: имя состоит из букв, цифр, пробелов, - и _, не длиннее 60 знаков.`,
    taken: (name, key) => `«${name}» – готовый сегмент (@${key}).`,
    takenHint: 'Выберите другое имя.',
    unknown: (name, near) => `Сегмента «${name}» нет.${near === null ? '' : ` Может быть, «${near}»?`}`,
    unknownHint: 'Все сегменты: clientele segment list',
    madeStays: (key) => `@${key} – готовый сегмент, его нельзя удалить.`,
    used: (name, by) =>
      `«${name}» используется в ${by.length === 1 ? 'фильтре' : 'фильтрах'}: ${by.map((each) => `«${each}»`).join(', ')}.`,
    usedHint: 'Сначала измените или удалите их.',
  },

  done: {
    saved: (name, size) => `Сегмент @${name} сохранён: ${clients(size)}.`,
    updated: (name, size) => `У сегмента @${name} новый фильтр: ${clients(size)}.`,
    unchanged: (name, size) => `У сегмента @${name} уже такой фильтр: ${clients(size)}.`,
    wouldSave: (name, size) => `Был бы сохранён сегмент @${name}: ${clients(size)}.`,
    wouldUpdate: (name, size) => `Сегмент @${name} получил бы новый фильтр: ${clients(size)}.`,
    removed: (name) => `Сегмент @${name} удалён. Вернуть: clientele undo`,
    wouldRemove: (name) => `Был бы удалён сегмент @${name}.`,
  },

  edit: {
    plan: (changed, matched) =>
      changed === matched
        ? `Будет изменено: ${clients(changed)}.`
        : `Будет изменено: ${changed} из ${matched} ${count(matched, OF_CLIENTS)}.`,
    clients,
    emptied: 'очищается',
    newField: (key) => `появится поле ${key} (текст)`,
  },
}
