import { plural } from '../plural.js'
import type { segments as english } from './en.js'

const count = plural('uk')

const CLIENT = { one: 'клієнт', few: 'клієнти', many: 'клієнтів', other: 'клієнта' }
/** After «у» and «із». */
const OF_CLIENTS = { one: 'клієнта', few: 'клієнтів', many: 'клієнтів', other: 'клієнта' }

const clients = (number: number): string => `${number} ${count(number, CLIENT)}`

export const segments: typeof english = {
  help: {
    save: 'зберегти фільтр під назвою; у наявної назви фільтр замінюється',
    list: 'усі сегменти й скільки клієнтів у кожному',
    show: 'хто в сегменті, хто прийшов і хто пішов від минулого разу',
    remove: 'видалити сегмент; клієнти залишаються',
    name: 'назва сегмента, з @ або без',
    filter: "фільтр, краще в лапках: 'warmth:warm silent:60d..'",
  },

  titles: {
    hot: 'нещодавно замовляли або ось-ось замовлять',
    warm: 'спілкування є, замовлення поки не видно',
    cold: 'відгуку не було або він був давно',
    vip: 'позначені як VIP',
    regular: 'замовляють знову й знову',
    rare: 'замовляють час від часу',
    'one-off': 'замовили один раз',
    slipping: 'уже час замовити, а замовлення немає',
    sleeping: 'про них не чути пів року',
    new: 'у базі не довше місяця',
    'birthday-soon': 'день народження найближчі два тижні',
    advocates: 'рекомендують вас, самі не замовляють',
    'promo-only': 'купують лише на акціях',
    'over-touched': 'контактів багато, замовлень немає',
    'never-contacted': 'жодного контакту в базі',
    'no-phone': 'немає телефону',
    'no-email': 'немає пошти',
    unverified: 'дані не перевіряли рік',
  },

  columns: { name: 'Сегмент', size: 'Клієнти', filter: 'Фільтр', about: 'Хто це' },
  own: 'Ваші',
  readyMade: 'Готові',
  noneOwn: "Поки немає. Зберегти: clientele segment save весна 'warmth:warm silent:60d..'",
  broken: 'фільтр більше не працює',

  show: {
    size: clients,
    empty: 'Зараз у ньому нікого немає.',
    nobodyBefore: 'Це перший перегляд; від завтра буде видно, хто прийшов і хто пішов.',
    since: (date) => `Від минулого разу (${date})`,
    nothing: (date) => `Від минулого разу (${date}) ніхто не прийшов і не пішов.`,
    came: (number) =>
      `${count(number, { one: 'прийшов', few: 'прийшли', many: 'прийшли', other: 'прийшли' })} ${number}`,
    left: (number) => `${count(number, { one: 'пішов', few: 'пішли', many: 'пішли', other: 'пішли' })} ${number}`,
    more: (number) => `… і ще ${number}`,
    gone: (id) => `клієнта ${id} більше немає в базі`,
    rest: (number, name) => `… і ще ${number}: clientele list @${name}`,
  },

  errors: {
    badName: (text) =>
      `«${text}» не може бути назвою сегмента: назва складається з літер, цифр, пробілів, - та _, не більше 60 знаків.`,
    taken: (name, key) => `«${name}» – готовий сегмент (@${key}).`,
    takenHint: 'Виберіть іншу назву.',
    unknown: (name, near) => `Сегмента «${name}» немає.${near === null ? '' : ` Можливо, «${near}»?`}`,
    unknownHint: 'Усі сегменти: clientele segment list',
    madeStays: (key) => `@${key} – готовий сегмент, його не можна видалити.`,
    used: (name, by) =>
      `«${name}» використовується у ${by.length === 1 ? 'фільтрі' : 'фільтрах'}: ${by.map((each) => `«${each}»`).join(', ')}.`,
    usedHint: 'Спочатку змініть або видаліть їх.',
  },

  done: {
    saved: (name, size) => `Сегмент @${name} збережено: ${clients(size)}.`,
    updated: (name, size) => `Сегмент @${name} має новий фільтр: ${clients(size)}.`,
    unchanged: (name, size) => `Сегмент @${name} уже має такий фільтр: ${clients(size)}.`,
    wouldSave: (name, size) => `Було б збережено сегмент @${name}: ${clients(size)}.`,
    wouldUpdate: (name, size) => `Сегмент @${name} отримав би новий фільтр: ${clients(size)}.`,
    removed: (name) => `Сегмент @${name} видалено. Повернути: clientele undo`,
    wouldRemove: (name) => `Було б видалено сегмент @${name}.`,
  },

  edit: {
    plan: (changed, matched) =>
      changed === matched
        ? `Буде змінено: ${clients(changed)}.`
        : `Буде змінено: ${changed} із ${matched} ${count(matched, OF_CLIENTS)}.`,
    clients,
    emptied: 'очищується',
    newField: (key) => `з’явиться поле ${key} (текст)`,
  },
}
