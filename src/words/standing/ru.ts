import { plural } from '../plural.js'
import type { standing as english } from './en.js'
import { rank } from './rank/ru.js'
import { behaviour, term } from './terms/ru.js'

const count = plural('ru')

type Forms = { one: string; few: string; many: string; other: string }
const forms = (one: string, few: string, many: string): Forms => ({ one, few, many, other: few })
const of = (number: number, noun: Forms): string => `${number} ${count(number, noun)}`

const DAY = forms('день', 'дня', 'дней')
const ORDER = forms('заказ', 'заказа', 'заказов')
const VISIT = forms('визит', 'визита', 'визитов')
const TIME = forms('раз', 'раза', 'раз')
const CONTACT = forms('контакт', 'контакта', 'контактов')
const CLIENT = forms('клиент', 'клиента', 'клиентов')

/** Ends a sentence; a short month has its full stop already. */
const stop = (text: string): string => (text.endsWith('.') ? text : `${text}.`)
const days = (number: number): string => of(number, DAY)
/** `каждые 30 дней`, `каждый день`. */
const every = (number: number): string =>
  `${count(number, { one: 'каждый', few: 'каждые', many: 'каждые', other: 'каждые' })} ${days(number)}`

export const standing: typeof english = {
  recomputing: (number) =>
    `Показатели клиентов (${number}) вычисляются заново: другие настройки или новая версия. Это займёт немного времени.`,
  mended: (number) => `Показатели клиентов (${number}) расходились с историей; они вычислены заново.`,
  help: {
    clear: 'снять теплоту, заданную вручную',
    set: 'cold, warm или hot, что бы ни было вычислено',
    until: 'до этого дня включительно; без него – бессрочно',
    reason: 'почему',
    pause: 'не трогать до этого дня',
    resume: 'закончить паузу',
    cadence: 'напоминать о себе раз в 30d, 2w, 1m; none – как вычислено',
  },

  warmth: { cold: 'холодный', warm: 'тёплый', hot: 'горячий' },
  frequency: { none: 'пока нет', 'one-off': 'разовый', rare: 'редкий', regular: 'постоянный' },
  rhythm: { none: 'пока нет', early: 'рано', due: 'пора', late: 'опаздывает', lost: 'потерян', paused: 'на паузе' },
  status: { lead: 'лид', client: 'клиент', former: 'бывший' },
  sureness: { unsure: 'неуверенно', fair: 'довольно уверенно', sure: 'уверенно' },
  behaviours: {
    regular: 'постоянный',
    impulsive: 'импульсивный',
    'sale-only': 'только по акциям',
    'clear-need': 'знает, что нужно',
    'asks-never-buys': 'спрашивает, не покупает',
    'never-answers': 'не отвечает',
    'over-touched': 'слишком часто беспокоили',
    advocate: 'рекомендует',
    paused: 'на паузе',
  },

  rules: {
    'within-rhythm': 'заказывает, и следующий заказ ещё не опаздывает',
    'fresh-order': 'последний заказ недавний',
    agreed: 'обещана покупка',
    offer: 'предложение ещё открыто',
    score: 'то, что было, ещё не остыло',
    expected: 'давно молчит, но время для следующего раза ещё не прошло',
    'late-not-lost': 'опаздывает, но ещё не потерян',
    paused: 'на паузе',
    'never-touched': 'между вами ещё ничего не было',
    'never-answered': 'контакты были, отклика не было',
    refused: 'последним ответом было «нет»',
    lost: 'по своему ритму молчит слишком долго',
    faded: 'всё было слишком давно',
  },

  why: {
    points: (hundredths) => (hundredths / 100).toFixed(2).replace('.', ',').replace('-', '\u2212'),
    holds: (hot, warm) =>
      hot !== null
        ? stop(`Если ничего не случится: горячий по ${hot}${warm === null ? '' : `, тёплый по ${warm}`}`)
        : stop(`Если ничего не случится: тёплый по ${warm}`),
    byHand: (warmth, until, reason) =>
      stop(`Задано вручную: ${warmth}${until === null ? '' : ` по ${until}`}${reason === null ? '' : ` – ${reason}`}`),
    byHandOver: (warmth, until, reason) =>
      stop(`Было задано вручную: ${warmth}, закончилось ${until}${reason === null ? '' : ` (${reason})`}`),
    computed: (warmth, rule) => `Вычислено: ${warmth} – ${rule}.`,
    bill: 'Из чего складывается',
    columns: { when: 'Когда', what: 'Что', fresh: 'Было', now: 'Сейчас', share: 'Доля' },
    term,
    since: (date) => `с ${date}`,
    earlier: (number) => `${number} ранее`,
    sum: 'Итого',
    nothing: 'Ничего, что шло бы в счёт.',
    anew: (date) => `Потерян: из того, что было до ${date}, в счёт идут лишь рекомендации.`,
    measure: (from, halfLife) => `Тёплый от ${from}. За ${days(halfLife)} вес каждого события падает вдвое.`,
    frequency: 'Частота',
    gaps: (by, occasions, gaps, median, all) => {
      const times = all === occasions ? '' : ` за ${of(occasions, TIME)}`
      const apart = median === null ? `промежуток ${gaps}\u00a0дн` : `промежутки в днях: ${gaps}; обычно ${median}`
      return `${of(all, by === 'orders' ? ORDER : VISIT)}${times}, ${apart}.`
    },
    once: (by, occasions, all) =>
      occasions === 0
        ? 'Ни заказов, ни череды визитов.'
        : `${of(all, by === 'orders' ? ORDER : VISIT)}${all === occasions ? '' : ' за один раз'}.`,
    regularFrom: (from, gap) => `Постоянный: от ${from}, не реже раза в ${days(gap)}.`,
    rhythm: 'Ритм',
    last: (by, date, ago, median, spread) =>
      `Последний ${by === 'orders' ? 'заказ' : 'визит'} ${date}, ${ago === 0 ? 'сегодня' : `${days(ago)} назад`}; обычно раз в ${median}\u00a0дн., разброс ${spread}\u00a0дн.`,
    line: { due: 'пора с', expected: 'ожидается', late: 'опоздание с', lost: 'потерян с' },
    lateBy: (number) => `опаздывает на ${days(number)}`,
    sure: (sureness, gaps, needed, uneven) =>
      `${sureness}: ${count(gaps, { one: 'известен', few: 'известно', many: 'известно', other: 'известно' })} ${of(gaps, forms('промежуток', 'промежутка', 'промежутков'))}${uneven ? ', ритм неровный' : ''}${gaps < needed ? ` (уверенно от ${needed})` : ''}`,
    putOff: (date) => stop(`Из-за паузы отложено до ${date}`),
    noRhythm: 'Ритм видно с двух заказов, по визитам – позже.',
    touch: 'Общение',
    notBefore: (date) => `Не беспокоить до ${date}`,
    resting: (date) => stop(`Последними обращались вы; лучше не раньше ${date}`),
    anyTime: 'Сегодня ничто не мешает связаться',
    sources: {
      hand: (cadence) => `${every(cadence)}, задано вручную`,
      tag: (cadence, tag) => `${every(cadence)}, по тегу ${tag}`,
      rhythm: () => 'по собственному ритму',
      pause: () => 'на паузе',
    },
    counted: (date) => `считая с ${date}`,
    talked: (all, incoming, outgoing, answered) =>
      all === 0
        ? 'Контактов ещё не было.'
        : `${of(all, CONTACT)}: от клиента ${incoming}, от вас ${outgoing}, с откликом ${answered}.`,
    lastAnswer: (date) => stop(`Последний отклик ${date}`),
    behaviour: 'Поведение',
    behaviourText: behaviour,
    money: 'Деньги',
    amounts: {
      spent: 'потрачено',
      cost: 'расходы',
      margin: 'прибыль',
      unpaid: 'не оплачено',
      referred: 'по рекомендациям',
    },
    orders: (number, promo) => `${of(number, ORDER)}${promo === 0 ? '' : `, по акциям ${promo}`}`,
    referrals: (number) => `${of(number, CLIENT)} по рекомендации`,
    foreign: (sums) => `кроме того, в валютах без курса: ${sums}`,
    advices: {
      paused: (date) => `Не трогать до ${date}, затем напомнить о себе.`,
      'over-touched': () => 'Сбавить напор: контактов много, заказов нет.',
      late: (_, by) => `${by === 'orders' ? 'Заказ' : 'Визит'} запаздывает: связаться сейчас.`,
      lost: () => 'Похоже, потеря: один честный вопрос – и отпустить.',
      due: (_, by) => `Пора следующему ${by === 'orders' ? 'заказу' : 'визиту'}: удачное время напомнить о себе.`,
      early: (date) => stop(`Рано: не раньше ${date}`),
      wait: (date) => stop(`Не раньше ${date}`),
      rest: (date) => stop(`Только что обращались: подождать до ${date}`),
      intent: () => 'Вот-вот купит: не дать остыть.',
      'first-touch': () => 'Познакомиться: первый контакт.',
      'never-answers': () => 'Попробовать другой канал или оставить в покое.',
      refused: () => 'Оставить в покое до нового обращения.',
      'ask-why': () => 'Спрашивает и не покупает: узнать, что мешает.',
      thank: () => 'Поблагодарить за рекомендации.',
      rekindle: () => 'Нужен новый повод для разговора.',
      'keep-warm': () => 'Поддерживать общение: узнать, что понадобится дальше.',
    },
  },

  rank,

  card: { computed: 'вычислено', byHand: 'вручную', until: (date) => `по ${date}` },

  base: {
    title: (number) => `В базе ${of(number, CLIENT)}`,
    warmth: 'Теплота',
    frequency: 'Частота',
    status: 'Статус',
    rhythm: 'Ритм',
    care: 'Что требует внимания',
    empty: 'В базе пока нет клиентов.',
  },

  errors: {
    badWarmth: (text) => `--set принимает cold, warm или hot (холодный, тёплый, горячий), а не «${text}».`,
    badCadence: (text) => `--cadence принимает 30d, 2w, 1m или none, а не «${text}».`,
    untilWithoutSet: '--until указывают вместе с --set.',
    reasonAlone: '--reason указывают вместе с --set или --pause.',
    notAhead: (flag, date) => `${flag}: день ${date} уже не впереди.`,
    clientFirst: 'Укажите клиента: clientele warmth <клиент> --set …',
  },

  done: {
    set: (name, warmth, until) => `${name}: ${warmth}, задано вручную${until === null ? '' : ` (по ${until})`}.`,
    cleared: (name) => `${name}: теплота снова вычисляется.`,
    paused: (name, until) => stop(`${name}: на паузе, вернуться ${until}`),
    resumed: (name) => `${name}: пауза закончена.`,
    cadence: (name, number) => `${name}: напоминать о себе ${every(number)}.`,
    noCadence: (name) => `${name}: собственной периодичности больше нет.`,
    would: (text) => `Было бы так: ${text}`,
    unchanged: 'Ничего не изменилось.',
  },
}
