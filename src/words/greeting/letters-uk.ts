import type { About, LetterWords, Tone } from '../../domain/greeting/letter.js'
import type { Message } from '../../domain/greeting/links.js'
import { plural } from '../plural.js'

const count = plural('uk')

/** Вас and Вам as one writes them to whom one says Ви, ви or ти. */
const YOU: Record<Tone, { whom: string; to: string; with: string }> = {
  formal: { whom: 'Вас', to: 'Вам', with: 'Вами' },
  several: { whom: 'вас', to: 'вам', with: 'вами' },
  close: { whom: 'тебе', to: 'тобі', with: 'тобою' },
}

/** Small numbers are words in a letter; the first is 2. */
const NUMBERS = 'два три чотири п’ять шість сім вісім дев’ять десять'.split(' ')

const yearsFrom = (number: number, written: string): string =>
  `${written} ${count(number, { one: 'рік', few: 'роки', many: 'років', other: 'року' })}`

const ago = (number: number): string =>
  number === 1 ? 'рік' : yearsFrom(number, NUMBERS[number - 2] ?? String(number))

const capital = (text: string): string => `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}`

interface Feast {
  subject: string
  /** In the instrumental, behind «з», «із» or «зі». */
  what: string
  /** The same when it is over. */
  past: string
  formal: (to: string) => string
  close: string
}

/** «Вас із днем», «тебе з днем», «з іменинами»; before two consonants that begin a feast, «зі святом». */
function withPreposition(tone: Tone, what: string): string {
  if (/^(св|сп|ст|сх|зв|зл)/iu.test(what)) return `зі ${what}`
  return `${/^[аеиоуі]/iu.test(what) || (tone === 'close' && !/^[зсшжчц]/iu.test(what)) ? 'з' : 'із'} ${what}`
}

const feast =
  ({ subject, what, past, formal, close }: Feast) =>
  ({ tone, timing }: About): Message => {
    const day = withPreposition(tone, timing === 'late' ? past : what)
    return {
      subject,
      text:
        tone === 'close'
          ? `Вітаю тебе ${day}! ${close}`
          : `Щиро вітаю ${YOU[tone].whom} ${day}! ${formal(YOU[tone].to)}`,
    }
  }

const IN_INSTRUMENTAL: Readonly<Record<string, string>> = {
  день: 'Днем',
  свято: 'Святом',
  'всесвітній день': 'Всесвітнім днем',
  'міжнародний день': 'Міжнародним днем',
}

/** «День учителя» → «Днем учителя», «1 Травня» as it is; what is neither a day nor a date stands in quotes. */
function withDay(name: string, isPast: boolean): string {
  const past = isPast ? 'минулим ' : ''
  const day = /^(всесвітній день|міжнародний день|день|свято)(?=\s)/iu.exec(name)?.[1]
  if (day !== undefined) return `${past}${IN_INSTRUMENTAL[day.toLowerCase()]}${name.slice(day.length)}`
  return /^\d/.test(name) ? `${past}${name}` : `${past}святом «${name}»`
}

const named =
  (formal: (to: string) => string, close: string) =>
  (about: About): Message => {
    if (about.name === null)
      return feast({ subject: 'Зі святом!', what: 'святом', past: 'минулим святом', formal, close })(about)
    const [what, past] = [withDay(about.name, false), withDay(about.name, true)]
    return feast({ subject: `${capital(withPreposition('close', what))}!`, what, past, formal, close })(about)
  }

const family = ({ tone, timing, who }: About): Message => {
  const day = withPreposition(tone, `${timing === 'late' ? 'минулим ' : ''}днем народження ${who ?? 'близької людини'}`)
  return {
    subject: 'Вітання з днем народження',
    text:
      tone === 'close'
        ? `Вітаю тебе ${day}! Передай, будь ласка, від мене найтепліші побажання – здоров’я, радості й якнайбільше щасливих днів.`
        : `Щиро вітаю ${YOU[tone].whom} ${day}! Передайте, будь ласка, мої найтепліші побажання – здоров’я, радості й якнайбільше щасливих днів.`,
  }
}

const staff = ({ timing, who }: About): Message => {
  const day = who === null ? 'день народження в колективі' : `день народження ${who}`
  return {
    subject: 'Вітання з днем народження',
    text: `${timing === 'late' ? 'Нещодавно у вас було' : 'Сьогодні у вас'} свято – ${day}. Передайте, будь ласка, мої щирі вітання й найкращі побажання.`,
  }
}

const firstOrder = ({ tone, years: number }: About): Message => {
  const since = number === null ? 'Колись' : `${capital(ago(number))} тому`
  return {
    subject: 'Дякую за довіру',
    text:
      tone === 'close'
        ? `${since} ми з тобою почали працювати разом. Дякую за довіру! Нехай усе задумане вдається, а якщо знадобиться допомога – просто напиши.`
        : `${since} ми з ${YOU[tone].with} почали працювати разом. Дякую за довіру! Бажаю ${YOU[tone].to} успіхів у всіх починаннях, а якщо знадобиться допомога – просто напишіть.`,
  }
}

const generic = ({ tone, timing, name }: About): Message => {
  const { to, whom } = YOU[tone]
  const at = tone === 'close' ? 'тебе' : whom
  if (name === null)
    return {
      subject: 'Вітання',
      text:
        tone === 'close'
          ? 'Вітаю тебе від усього серця! Здоров’я, радості й удачі в усьому.'
          : `Прийміть мої щирі вітання! Бажаю ${to} здоров’я, радості й удачі в усьому.`,
    }
  return {
    subject: 'Вітання',
    text: `${timing === 'late' ? `Нещодавно у ${at} був` : `Сьогодні у ${at}`} особливий день: ${name}. Вітаю від усього серця й бажаю, щоб приводів для радості ставало дедалі більше.`,
  }
}

export const lettersUk: LetterWords = {
  address: ({ sex, given, patronymic, whole }, tone) => {
    if (tone === 'several') return 'Шановні колеги!'
    if (tone === 'close') return given === null ? 'Привіт!' : `Привіт, ${given}!`
    if (given === null || sex === null) return `Доброго дня, ${whole}!`
    return `${sex === 'female' ? 'Шановна' : 'Шановний'} ${[given, patronymic].filter((part) => part !== null).join(' ')}!`
  },
  regards: (tone) => (tone === 'close' ? '' : 'З повагою,'),
  years: (number) => yearsFrom(number, String(number)),
  kin: (kin) =>
    ({
      wife: 'дружини',
      husband: 'чоловіка',
      son: 'сина',
      daughter: 'доньки',
      child: 'дитини',
      mother: 'мами',
      father: 'тата',
      brother: 'брата',
      sister: 'сестри',
      grandmother: 'бабусі',
      grandfather: 'дідуся',
      grandson: 'онука',
      granddaughter: 'онуки',
    })[kin],
  letters: {
    birthday: feast({
      subject: 'З днем народження!',
      what: 'днем народження',
      past: 'минулим днем народження',
      formal: (to) =>
        `Бажаю ${to} міцного здоров’я, радості та здійснення задуманого. Нехай новий рік життя буде щедрим на добрі новини.`,
      close: 'Нехай здійснюється задумане, а поруч завжди будуть ті, з ким тепло.',
    }),
    'birthday-round': feast({
      subject: 'З ювілеєм!',
      what: 'ювілеєм',
      past: 'минулим ювілеєм',
      formal: (to) => `Бажаю ${to} здоров’я, сил і натхнення. Нехай попереду буде багато днів, які приємно згадувати.`,
      close: 'Нехай здоров’я та сил вистачає на все задумане, а попереду чекає найцікавіше.',
    }),
    'birthday-family': family,
    'birthday-staff': staff,
    'company-day': feast({
      subject: 'З днем народження компанії!',
      what: 'днем народження компанії',
      past: 'минулим днем народження компанії',
      formal: (to) => `Бажаю ${to} надійних партнерів, цікавих проєктів і впевненого зростання. Дякую за співпрацю!`,
      close: 'Надійних партнерів, цікавих проєктів і впевненого зростання!',
    }),
    'first-order': firstOrder,
    'name-day': feast({
      subject: 'З іменинами!',
      what: 'іменинами',
      past: 'минулими іменинами',
      formal: (to) => `Бажаю ${to} здоров’я, душевного тепла й миру в родині.`,
      close: 'Здоров’я тобі, душевного тепла й добрих людей поруч.',
    }),
    wedding: feast({
      subject: 'З річницею весілля!',
      what: 'річницею весілля',
      past: 'минулою річницею весілля',
      formal: (to) => `Бажаю ${to} любові, злагоди й довгих щасливих років разом.`,
      close: 'Любові, злагоди й довгих щасливих років разом!',
    }),
    'new-year': (about) =>
      feast({
        subject: 'З Новим роком!',
        what: about.timing === 'early' ? 'прийдешнім Новим роком' : 'Новим роком',
        past: 'Новим роком, що вже настав',
        formal: (to) => `Нехай він принесе ${to} добрі зміни, здоров’я рідним і багато приводів для радості.`,
        close: 'Нехай він принесе добрі зміни, здоров’я рідним і багато приводів для радості.',
      })(about),
    christmas: feast({
      subject: 'З Різдвом!',
      what: 'Різдвом',
      past: 'минулим Різдвом',
      formal: (to) => `Бажаю ${to} миру, тепла й світлих днів у колі рідних.`,
      close: 'Миру, тепла й світлих днів у колі рідних!',
    }),
    'christmas-7-january': feast({
      subject: 'З Різдвом Христовим!',
      what: 'Різдвом Христовим',
      past: 'минулим Різдвом Христовим',
      formal: (to) => `Бажаю ${to} миру, тепла й світлих днів у колі рідних.`,
      close: 'Миру, тепла й світлих днів у колі рідних!',
    }),
    easter: feast({
      subject: 'Зі світлим святом Великодня!',
      what: 'світлим святом Великодня',
      past: 'минулим Великоднем',
      formal: (to) => `Бажаю ${to} миру, здоров’я та світлої радості в домі.`,
      close: 'Миру, здоров’я та світлої радості в домі!',
    }),
    '8-march': feast({
      subject: 'З 8 Березня!',
      what: '8 Березня',
      past: 'минулим 8 Березня',
      formal: (to) => `Бажаю ${to} весняного настрою, здоров’я та часу на все, що до душі.`,
      close: 'Весняного тобі настрою, здоров’я та часу на все, що до душі!',
    }),
    '23-february': feast({
      subject: 'З Днем захисника!',
      what: 'Днем захисника',
      past: 'минулим Днем захисника',
      formal: (to) => `Бажаю ${to} здоров’я, сил і спокою за рідних.`,
      close: 'Здоров’я, сил і спокою за рідних!',
    }),
    professional: named(
      (to) => `Бажаю ${to} цікавих завдань, заслуженого визнання та сил на все задумане.`,
      'Цікавих завдань, заслуженого визнання та сил на все задумане!',
    ),
    holiday: named((to) => `Бажаю ${to} здоров’я, миру й добра.`, 'Здоров’я, миру й добра!'),
    generic,
  },
}
