import { plural } from '../plural.js'
import type { standing as english } from './en.js'
import { rank } from './rank/uk.js'
import { behaviour, term } from './terms/uk.js'

const count = plural('uk')

type Forms = { one: string; few: string; many: string; other: string }
const forms = (one: string, few: string, many: string): Forms => ({ one, few, many, other: few })
const of = (number: number, noun: Forms): string => `${number} ${count(number, noun)}`

const DAY = forms('день', 'дні', 'днів')
const ORDER = forms('замовлення', 'замовлення', 'замовлень')
const VISIT = forms('візит', 'візити', 'візитів')
const TIME = forms('раз', 'рази', 'разів')
const CONTACT = forms('контакт', 'контакти', 'контактів')
const CLIENT = forms('клієнт', 'клієнти', 'клієнтів')

/** Ends a sentence; a short month has its full stop already. */
const stop = (text: string): string => (text.endsWith('.') ? text : `${text}.`)
const days = (number: number): string => of(number, DAY)
/** `кожні 30 днів`, `кожен день`. */
const every = (number: number): string =>
  `${count(number, { one: 'кожен', few: 'кожні', many: 'кожні', other: 'кожні' })} ${days(number)}`

export const standing: typeof english = {
  recomputing: (number) =>
    `Показники клієнтів (${number}) обчислюються наново: інші налаштування або нова версія. Це забере трохи часу.`,
  mended: (number) => `Показники клієнтів (${number}) розходилися з історією; їх обчислено наново.`,
  help: {
    clear: 'зняти теплоту, задану вручну',
    set: 'cold, warm або hot, хоч би що було обчислено',
    until: 'до цього дня включно; без нього – безстроково',
    reason: 'чому',
    pause: 'не турбувати до цього дня',
    resume: 'закінчити паузу',
    cadence: 'нагадувати про себе раз на 30d, 2w, 1m; none – як обчислено',
  },

  warmth: { cold: 'холодний', warm: 'теплий', hot: 'гарячий' },
  frequency: { none: 'поки немає', 'one-off': 'разовий', rare: 'рідкісний', regular: 'постійний' },
  rhythm: {
    none: 'поки немає',
    early: 'рано',
    due: 'на часі',
    late: 'запізнюється',
    lost: 'втрачений',
    paused: 'на паузі',
  },
  status: { lead: 'лід', client: 'клієнт', former: 'колишній' },
  sureness: { unsure: 'непевно', fair: 'досить певно', sure: 'певно' },
  behaviours: {
    regular: 'постійний',
    impulsive: 'імпульсивний',
    'sale-only': 'лише на акціях',
    'clear-need': 'знає, що потрібно',
    'asks-never-buys': 'питає, не купує',
    'never-answers': 'не відповідає',
    'over-touched': 'надто часто турбували',
    advocate: 'рекомендує',
    paused: 'на паузі',
  },

  rules: {
    'within-rhythm': 'замовляє, і наступне замовлення ще не запізнюється',
    'fresh-order': 'останнє замовлення нещодавнє',
    agreed: 'обіцяно покупку',
    offer: 'пропозиція ще відкрита',
    score: 'те, що було, ще не охололо',
    expected: 'давно мовчить, але час наступного разу ще не минув',
    'late-not-lost': 'запізнюється, але ще не втрачений',
    paused: 'на паузі',
    'never-touched': 'між вами ще нічого не було',
    'never-answered': 'контакти були, відгуку не було',
    refused: 'останньою відповіддю було «ні»',
    lost: 'за власним ритмом мовчить надто довго',
    faded: 'усе було надто давно',
  },

  why: {
    points: (hundredths) => (hundredths / 100).toFixed(2).replace('.', ',').replace('-', '\u2212'),
    holds: (hot, warm) =>
      hot !== null
        ? stop(`Якщо нічого не станеться: гарячий по ${hot}${warm === null ? '' : `, теплий по ${warm}`}`)
        : stop(`Якщо нічого не станеться: теплий по ${warm}`),
    byHand: (warmth, until, reason) =>
      stop(`Задано вручну: ${warmth}${until === null ? '' : ` по ${until}`}${reason === null ? '' : ` – ${reason}`}`),
    byHandOver: (warmth, until, reason) =>
      stop(`Було задано вручну: ${warmth}, закінчилося ${until}${reason === null ? '' : ` (${reason})`}`),
    computed: (warmth, rule) => `Обчислено: ${warmth} – ${rule}.`,
    bill: 'З чого складається',
    columns: { when: 'Коли', what: 'Що', fresh: 'Було', now: 'Зараз', share: 'Частка' },
    term,
    since: (date) => `з ${date}`,
    earlier: (number) => `${number} раніше`,
    sum: 'Разом',
    nothing: 'Нічого, що йшло б у залік.',
    anew: (date) => `Втрачений: із того, що було до ${date}, у залік ідуть лише рекомендації.`,
    measure: (from, halfLife) => `Теплий від ${from}. За ${days(halfLife)} вага кожної події падає вдвічі.`,
    frequency: 'Частота',
    gaps: (by, occasions, gaps, median, all) => {
      const times = all === occasions ? '' : ` за ${of(occasions, TIME)}`
      const apart = median === null ? `проміжок ${gaps}\u00a0дн` : `проміжки в днях: ${gaps}; зазвичай ${median}`
      return `${of(all, by === 'orders' ? ORDER : VISIT)}${times}, ${apart}.`
    },
    once: (by, occasions, all) =>
      occasions === 0
        ? 'Ні замовлень, ні низки візитів.'
        : `${of(all, by === 'orders' ? ORDER : VISIT)}${all === occasions ? '' : ' за один раз'}.`,
    regularFrom: (from, gap) => `Постійний: від ${from}, не рідше разу на ${days(gap)}.`,
    rhythm: 'Ритм',
    last: (by, date, ago, median, spread) =>
      `${by === 'orders' ? 'Останнє замовлення' : 'Останній візит'} ${date}, ${ago === 0 ? 'сьогодні' : `${days(ago)} тому`}; зазвичай раз на ${median}\u00a0дн., розкид ${spread}\u00a0дн.`,
    line: { due: 'на часі з', expected: 'очікується', late: 'запізнення з', lost: 'втрачений з' },
    lateBy: (number) => `запізнюється на ${days(number)}`,
    sure: (sureness, gaps, needed, uneven) =>
      `${sureness}: відомо ${of(gaps, forms('проміжок', 'проміжки', 'проміжків'))}${uneven ? ', ритм нерівний' : ''}${gaps < needed ? ` (певно від ${needed})` : ''}`,
    putOff: (date) => stop(`Через паузу відкладено до ${date}`),
    noRhythm: 'Ритм видно з двох замовлень, за візитами – пізніше.',
    touch: 'Спілкування',
    notBefore: (date) => `Не турбувати до ${date}`,
    resting: (date) => stop(`Останніми зверталися ви; краще не раніше ${date}`),
    anyTime: 'Сьогодні ніщо не заважає зв’язатися',
    sources: {
      hand: (cadence) => `${every(cadence)}, задано вручну`,
      tag: (cadence, tag) => `${every(cadence)}, за тегом ${tag}`,
      rhythm: () => 'за власним ритмом',
      pause: () => 'на паузі',
    },
    counted: (date) => `рахуючи з ${date}`,
    talked: (all, incoming, outgoing, answered) =>
      all === 0
        ? 'Контактів ще не було.'
        : `${of(all, CONTACT)}: від клієнта ${incoming}, від вас ${outgoing}, з відгуком ${answered}.`,
    lastAnswer: (date) => stop(`Останній відгук ${date}`),
    behaviour: 'Поведінка',
    behaviourText: behaviour,
    money: 'Гроші',
    amounts: {
      spent: 'витрачено',
      cost: 'витрати',
      margin: 'прибуток',
      unpaid: 'не оплачено',
      referred: 'за рекомендаціями',
    },
    orders: (number, promo) => `${of(number, ORDER)}${promo === 0 ? '' : `, на акціях ${promo}`}`,
    referrals: (number) => `${of(number, CLIENT)} за рекомендацією`,
    foreign: (sums) => `крім того, у валютах без курсу: ${sums}`,
    advices: {
      paused: (date) => `Не турбувати до ${date}, потім нагадати про себе.`,
      'over-touched': () => 'Послабити натиск: контактів багато, замовлень немає.',
      late: (_, by) => `${by === 'orders' ? 'Замовлення' : 'Візит'} запізнюється: зв’язатися зараз.`,
      lost: () => 'Схоже, втрата: одне чесне запитання – і відпустити.',
      due: (_, by) => `Час наступного ${by === 'orders' ? 'замовлення' : 'візиту'}: слушна нагода нагадати про себе.`,
      early: (date) => stop(`Рано: не раніше ${date}`),
      wait: (date) => stop(`Не раніше ${date}`),
      rest: (date) => stop(`Щойно зверталися: зачекати до ${date}`),
      intent: () => 'Ось-ось купить: не дати охолонути.',
      'first-touch': () => 'Познайомитися: перший контакт.',
      'never-answers': () => 'Спробувати інший канал або дати спокій.',
      refused: () => 'Дати спокій до нового звернення.',
      'ask-why': () => 'Питає і не купує: з’ясувати, що заважає.',
      thank: () => 'Подякувати за рекомендації.',
      rekindle: () => 'Потрібна нова нагода для розмови.',
      'keep-warm': () => 'Підтримувати спілкування: дізнатися, що знадобиться далі.',
    },
  },

  rank,

  card: { computed: 'обчислено', byHand: 'вручну', until: (date) => `по ${date}` },

  base: {
    title: (number) => `У базі ${of(number, CLIENT)}`,
    warmth: 'Теплота',
    frequency: 'Частота',
    status: 'Статус',
    rhythm: 'Ритм',
    care: 'Що потребує уваги',
    empty: 'У базі поки немає клієнтів.',
  },

  errors: {
    badWarmth: (text) => `--set приймає cold, warm або hot (холодний, теплий, гарячий), а не «${text}».`,
    badCadence: (text) => `--cadence приймає 30d, 2w, 1m або none, а не «${text}».`,
    untilWithoutSet: '--until вказують разом із --set.',
    reasonAlone: '--reason вказують разом із --set або --pause.',
    notAhead: (flag, date) => `${flag}: день ${date} уже не попереду.`,
    clientFirst: 'Укажіть клієнта: clientele warmth <клієнт> --set …',
  },

  done: {
    set: (name, warmth, until) => `${name}: ${warmth}, задано вручну${until === null ? '' : ` (по ${until})`}.`,
    cleared: (name) => `${name}: теплота знову обчислюється.`,
    paused: (name, until) => stop(`${name}: на паузі, повернутися ${until}`),
    resumed: (name) => `${name}: паузу закінчено.`,
    cadence: (name, number) => `${name}: нагадувати про себе ${every(number)}.`,
    noCadence: (name) => `${name}: власної періодичності більше немає.`,
    would: (text) => `Було б так: ${text}`,
    unchanged: 'Нічого не змінилося.',
  },
}
