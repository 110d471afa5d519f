import type { About, LetterWords, Tone } from '../../domain/greeting/letter.js'
import type { Message } from '../../domain/greeting/links.js'
import { plural } from '../plural.js'

const count = plural('ru')

/** Вас and вам as one writes them to whom one says Вы, вы or ты. */
const YOU: Record<Tone, { whom: string; to: string; with: string }> = {
  formal: { whom: 'Вас', to: 'Вам', with: 'Вами' },
  several: { whom: 'вас', to: 'вам', with: 'вами' },
  close: { whom: 'тебя', to: 'тебе', with: 'тобой' },
}

/** Small numbers are words in a letter; the first is 2. */
const NUMBERS = 'два три четыре пять шесть семь восемь девять десять'.split(' ')

const yearsFrom = (number: number, written: string): string =>
  `${written} ${count(number, { one: 'год', few: 'года', many: 'лет', other: 'года' })}`

const ago = (number: number): string =>
  number === 1 ? 'год' : yearsFrom(number, NUMBERS[number - 2] ?? String(number))

const capital = (text: string): string => `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}`

interface Feast {
  subject: string
  /** In the instrumental, behind «с». */
  what: string
  /** The same when it is over; «с прошедшим …». */
  past: string
  formal: (to: string) => string
  close: string
}

/** «с днём», «со Всемирным днём». */
const withPreposition = (what: string): string => `${/^вс/iu.test(what) ? 'со' : 'с'} ${what}`

/** «Поздравляю Вас с …» and a wish. */
const feast =
  ({ subject, what, past, formal, close }: Feast) =>
  ({ tone, timing }: About): Message => {
    const day = withPreposition(timing === 'late' ? past : what)
    return {
      subject,
      text:
        tone === 'close'
          ? `Поздравляю тебя ${day}! ${close}`
          : `От всей души поздравляю ${YOU[tone].whom} ${day}! ${formal(YOU[tone].to)}`,
    }
  }

const IN_INSTRUMENTAL: Readonly<Record<string, string>> = {
  день: 'Днём',
  праздник: 'Праздником',
  'всемирный день': 'Всемирным днём',
  'международный день': 'Международным днём',
}

/** «День учителя» → «Днём учителя», «1 Мая» as it is; what is neither a day nor a date stands in quotes. */
function withDay(name: string, isPast: boolean): string {
  const past = isPast ? 'прошедшим ' : ''
  const day = /^(всемирный день|международный день|день|праздник)(?=\s)/iu.exec(name)?.[1]
  if (day !== undefined) return `${past}${IN_INSTRUMENTAL[day.toLowerCase()]}${name.slice(day.length)}`
  return /^\d/.test(name) ? `${past}${name}` : `${past}праздником «${name}»`
}

const named =
  (formal: (to: string) => string, close: string) =>
  (about: About): Message => {
    if (about.name === null)
      return feast({ subject: 'С праздником!', what: 'праздником', past: 'прошедшим праздником', formal, close })(about)
    const [what, past] = [withDay(about.name, false), withDay(about.name, true)]
    return feast({ subject: `${capital(withPreposition(what))}!`, what, past, formal, close })(about)
  }

const family = ({ tone, timing, who }: About): Message => {
  const what = `${timing === 'late' ? 'прошедшим ' : ''}днём рождения ${who ?? 'близкого человека'}`
  return {
    subject: 'Поздравление с днём рождения',
    text:
      tone === 'close'
        ? `Поздравляю тебя с ${what}! Передай, пожалуйста, от меня самые тёплые пожелания – здоровья, радости и побольше счастливых дней.`
        : `От всей души поздравляю ${YOU[tone].whom} с ${what}! Передайте, пожалуйста, мои самые тёплые пожелания – здоровья, радости и побольше счастливых дней.`,
  }
}

const staff = ({ timing, who }: About): Message => {
  const day = who === null ? 'день рождения в коллективе' : `день рождения ${who}`
  return {
    subject: 'Поздравление с днём рождения',
    text: `${timing === 'late' ? 'Недавно у вас был' : 'Сегодня у вас'} праздник – ${day}. Передайте, пожалуйста, мои искренние поздравления и самые добрые пожелания.`,
  }
}

const firstOrder = ({ tone, years: number }: About): Message => ({
  subject: 'Спасибо за доверие',
  text:
    tone === 'close'
      ? `${number === null ? 'Когда-то' : `${capital(ago(number))} назад`} мы с тобой начали работать вместе. Спасибо за доверие! Пусть всё задуманное получается, а если понадобится помощь – просто напиши.`
      : `${number === null ? 'Когда-то' : `${capital(ago(number))} назад`} мы с ${YOU[tone].with} начали работать вместе. Спасибо за доверие! Желаю ${YOU[tone].to} успехов во всех начинаниях, а если понадобится помощь – просто напишите.`,
})

const generic = ({ tone, timing, name }: About): Message => {
  const { to } = YOU[tone]
  const at = tone === 'close' ? 'тебя' : YOU[tone].whom
  if (name === null)
    return {
      subject: 'Поздравление',
      text:
        tone === 'close'
          ? 'Поздравляю тебя от всей души! Здоровья, радости и удачи во всём.'
          : `Примите мои искренние поздравления! Желаю ${to} здоровья, радости и удачи во всём.`,
    }
  return {
    subject: 'Поздравление',
    text: `${timing === 'late' ? `Недавно у ${at} был` : `Сегодня у ${at}`} особенный день: ${name}. Поздравляю от всей души и желаю, чтобы поводов для радости становилось всё больше.`,
  }
}

export const lettersRu: LetterWords = {
  address: ({ sex, given, patronymic, whole }, tone) => {
    if (tone === 'several') return 'Уважаемые коллеги!'
    if (tone === 'close') return given === null ? 'Привет!' : `Привет, ${given}!`
    if (given === null || sex === null) return `Здравствуйте, ${whole}!`
    if (patronymic === null) return `Здравствуйте, ${given}!`
    return `${sex === 'female' ? 'Уважаемая' : 'Уважаемый'} ${given} ${patronymic}!`
  },
  regards: (tone) => (tone === 'close' ? '' : 'С уважением,'),
  years: (number) => yearsFrom(number, String(number)),
  kin: (kin, tone) =>
    ({
      wife: tone === 'close' ? 'жены' : 'супруги',
      husband: tone === 'close' ? 'мужа' : 'супруга',
      son: 'сына',
      daughter: tone === 'close' ? 'дочки' : 'дочери',
      child: 'ребёнка',
      mother: 'мамы',
      father: tone === 'close' ? 'папы' : 'отца',
      brother: 'брата',
      sister: 'сестры',
      grandmother: 'бабушки',
      grandfather: 'дедушки',
      grandson: 'внука',
      granddaughter: 'внучки',
    })[kin],
  letters: {
    birthday: feast({
      subject: 'С днём рождения!',
      what: 'днём рождения',
      past: 'прошедшим днём рождения',
      formal: (to) =>
        `Желаю ${to} крепкого здоровья, радости и исполнения задуманного. Пусть новый год жизни будет щедрым на хорошие новости.`,
      close: 'Пусть сбывается задуманное, а рядом всегда будут те, с кем тепло.',
    }),
    'birthday-round': feast({
      subject: 'С юбилеем!',
      what: 'юбилеем',
      past: 'прошедшим юбилеем',
      formal: (to) =>
        `Желаю ${to} здоровья, сил и вдохновения. Пусть впереди будет много дней, которые приятно вспоминать.`,
      close: 'Пусть здоровья и сил хватает на всё задуманное, а впереди ждёт самое интересное.',
    }),
    'birthday-family': family,
    'birthday-staff': staff,
    'company-day': feast({
      subject: 'С днём рождения компании!',
      what: 'днём рождения компании',
      past: 'прошедшим днём рождения компании',
      formal: (to) =>
        `Желаю ${to} надёжных партнёров, интересных проектов и уверенного роста. Спасибо за сотрудничество!`,
      close: 'Надёжных партнёров, интересных проектов и уверенного роста!',
    }),
    'first-order': firstOrder,
    'name-day': feast({
      subject: 'С именинами!',
      what: 'именинами',
      past: 'прошедшими именинами',
      formal: (to) => `Желаю ${to} здоровья, душевного тепла и мира в семье.`,
      close: 'Здоровья тебе, душевного тепла и добрых людей рядом.',
    }),
    wedding: feast({
      subject: 'С годовщиной свадьбы!',
      what: 'годовщиной свадьбы',
      past: 'прошедшей годовщиной свадьбы',
      formal: (to) => `Желаю ${to} любви, согласия и долгих счастливых лет вместе.`,
      close: 'Любви, согласия и долгих счастливых лет вместе!',
    }),
    'new-year': (about) =>
      feast({
        subject: 'С Новым годом!',
        what: about.timing === 'early' ? 'наступающим Новым годом' : 'Новым годом',
        past: 'наступившим Новым годом',
        formal: (to) => `Пусть он принесёт ${to} добрые перемены, здоровье близким и много поводов для радости.`,
        close: 'Пусть он принесёт добрые перемены, здоровье близким и много поводов для радости.',
      })(about),
    christmas: feast({
      subject: 'С Рождеством!',
      what: 'Рождеством',
      past: 'прошедшим Рождеством',
      formal: (to) => `Желаю ${to} мира, тепла и светлых дней в кругу близких.`,
      close: 'Мира, тепла и светлых дней в кругу близких!',
    }),
    'christmas-7-january': feast({
      subject: 'С Рождеством Христовым!',
      what: 'Рождеством Христовым',
      past: 'прошедшим Рождеством Христовым',
      formal: (to) => `Желаю ${to} мира, тепла и светлых дней в кругу близких.`,
      close: 'Мира, тепла и светлых дней в кругу близких!',
    }),
    easter: feast({
      subject: 'Со светлым праздником Пасхи!',
      what: 'праздником Пасхи',
      past: 'прошедшим праздником Пасхи',
      formal: (to) => `Желаю ${to} мира, здоровья и светлой радости в доме.`,
      close: 'Мира, здоровья и светлой радости в доме!',
    }),
    '8-march': feast({
      subject: 'С 8 Марта!',
      what: '8 Марта',
      past: 'прошедшим 8 Марта',
      formal: (to) => `Желаю ${to} весеннего настроения, здоровья и времени на всё, что по душе.`,
      close: 'Весеннего тебе настроения, здоровья и времени на всё, что по душе!',
    }),
    '23-february': feast({
      subject: 'С Днём защитника Отечества!',
      what: 'Днём защитника Отечества',
      past: 'прошедшим Днём защитника Отечества',
      formal: (to) => `Желаю ${to} здоровья, сил и спокойствия за близких.`,
      close: 'Здоровья, сил и спокойствия за близких!',
    }),
    professional: named(
      (to) => `Желаю ${to} интересных задач, заслуженного признания и сил на всё задуманное.`,
      'Интересных задач, заслуженного признания и сил на всё задуманное!',
    ),
    holiday: named((to) => `Желаю ${to} здоровья, мира и добра.`, 'Здоровья, мира и добра!'),
    generic,
  },
}
