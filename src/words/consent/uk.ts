import { MESSENGER_NAMES } from '../messengers.js'
import { plural } from '../plural.js'
import type { consent as english } from './en.js'

const count = plural('uk')

const CHANNELS: Record<string, string> = {
  call: 'дзвінки',
  email: 'листи',
  message: 'повідомлення',
  sms: 'SMS',
  ...MESSENGER_NAMES,
  post: 'паперова пошта',
  meet: 'зустрічі',
}

const channelName = (channel: string): string =>
  Object.hasOwn(CHANNELS, channel) ? (CHANNELS[channel] ?? '') : channel

const ANSWERS = { yes: 'так', no: 'ні' }

export const consent: typeof english = {
  channel: channelName,
  answers: ANSWERS,
  answer: (channel, answer, details) =>
    `${channel === null ? '' : `${channelName(channel)}: `}${ANSWERS[answer]}${details.length === 0 ? '' : ` (${details.join(', ')})`}`,
  column: (channels, refusal) =>
    `${refusal ? 'Відмова' : 'Згода'}: ${channels.length === 0 ? 'усе' : channels.map(channelName).join(', ')}`,
  meant: (near) => `Можливо, ${near}?`,
  hint: 'Наприклад: --consent yes, --consent no, --consent email:no; порожня відповідь, email:, прибирає її.',
  errors: {
    badAnswer: (typed) => `--consent приймає yes або no, можна з каналом, наприклад email:no; не «${typed}».`,
    badChannel: (typed, channels) => `Каналу «${typed}» для згоди немає; є ${channels.join(', ')}.`,
    twice: (channel) =>
      channel === null
        ? '--consent вказано двічі й по-різному.'
        : `У --consent дві різні відповіді про канал «${channelName(channel)}».`,
    originAlone: '--consent-origin каже, звідки відповідь: вкажіть і саму відповідь.',
  },
  remarks: {
    kept: (channel) =>
      channel === null
        ? 'лишається «ні»: файл не перетворює відмову на згоду'
        : `лишається «ні» (${channelName(channel)}): файл не перетворює відмову на згоду`,
    taken: (channel) =>
      channel === null
        ? 'клієнт відмовився; відмову записано, хоч рядок пропущено'
        : `клієнт відмовився (${channelName(channel)}); відмову записано, хоч рядок пропущено`,
  },
  loggedAgainst: (name, channel) =>
    channel === null
      ? `${name}: прохання зовсім не турбувати.`
      : `${name}: відмова від каналу «${channelName(channel)}».`,
  overruled: (by, channels, who) => {
    const refused = `відмова від ${by === null ? 'усього' : 'усіх повідомлень'} лишається чинною, тому й далі не можна: ${channels.map(channelName).join(', ')}`
    const flag = `--consent ${by === null ? '""' : `${by}:`}`
    return 'id' in who
      ? `Увага: ${refused}. Зняти відмову: clientele edit ${who.id} ${flag}`
      : `Увага: у ${who.clients} ${count(who.clients, { one: 'клієнта', few: 'клієнтів', many: 'клієнтів', other: 'клієнта' })} ${refused}. Зняти відмову: ${flag}`
  },
  refusedLetters: (names) => `Відмовилися від листів: ${names}.`,
  unreachable: (name) => `${name}: від усіх способів надіслати є відмова.`,
  help: {
    flag: 'yes або no: згода на спілкування чи на один канал: email:no, call:yes; можна кілька разів',
    origin: 'звідки відповіді: «анкета від 12.03»',
  },
}
