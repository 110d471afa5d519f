import { MESSENGER_NAMES } from '../messengers.js'
import { plural } from '../plural.js'
import type { consent as english } from './en.js'

const count = plural('ru')

const CHANNELS: Record<string, string> = {
  call: 'звонки',
  email: 'письма',
  message: 'сообщения',
  sms: 'SMS',
  ...MESSENGER_NAMES,
  post: 'бумажная почта',
  meet: 'встречи',
}

const channelName = (channel: string): string =>
  Object.hasOwn(CHANNELS, channel) ? (CHANNELS[channel] ?? '') : channel

const ANSWERS = { yes: 'да', no: 'нет' }

export const consent: typeof english = {
  channel: channelName,
  answers: ANSWERS,
  answer: (channel, answer, details) =>
    `${channel === null ? '' : `${channelName(channel)}: `}${ANSWERS[answer]}${details.length === 0 ? '' : ` (${details.join(', ')})`}`,
  column: (channels, refusal) =>
    `${refusal ? 'Отказ' : 'Согласие'}: ${channels.length === 0 ? 'всё' : channels.map(channelName).join(', ')}`,
  meant: (near) => `Может быть, ${near}?`,
  hint: 'Например: --consent yes, --consent no, --consent email:no; пустой ответ, email:, убирает его.',
  errors: {
    badAnswer: (typed) => `--consent принимает yes или no, можно с каналом, например email:no; не «${typed}».`,
    badChannel: (typed, channels) => `Канала «${typed}» для согласия нет; есть ${channels.join(', ')}.`,
    twice: (channel) =>
      channel === null
        ? '--consent указан дважды и по-разному.'
        : `В --consent два разных ответа про канал «${channelName(channel)}».`,
    originAlone: '--consent-origin говорит, откуда взялся ответ: укажите и сам ответ.',
  },
  remarks: {
    kept: (channel) =>
      channel === null
        ? 'остаётся «нет»: файл не превращает отказ в согласие'
        : `остаётся «нет» (${channelName(channel)}): файл не превращает отказ в согласие`,
    taken: (channel) =>
      channel === null
        ? 'клиент отказался; отказ записан, хотя строка пропущена'
        : `клиент отказался (${channelName(channel)}); отказ записан, хотя строка пропущена`,
  },
  loggedAgainst: (name, channel) =>
    channel === null ? `${name}: просьба совсем не беспокоить.` : `${name}: отказ от канала «${channelName(channel)}».`,
  overruled: (by, channels, who) => {
    const refused = `отказ от ${by === null ? 'всего' : 'всех сообщений'} остаётся в силе, поэтому по-прежнему нельзя: ${channels.map(channelName).join(', ')}`
    const flag = `--consent ${by === null ? '""' : `${by}:`}`
    return 'id' in who
      ? `Внимание: ${refused}. Снять отказ: clientele edit ${who.id} ${flag}`
      : `Внимание: у ${who.clients} ${count(who.clients, { one: 'клиента', few: 'клиентов', many: 'клиентов', other: 'клиента' })} ${refused}. Снять отказ: ${flag}`
  },
  refusedLetters: (names) => `Отказались от писем: ${names}.`,
  unreachable: (name) => `${name}: от всех способов отправить есть отказ.`,
  help: {
    flag: 'yes или no: согласие на общение или на один канал: email:no, call:yes; можно несколько раз',
    origin: 'откуда ответы: «анкета от 12.03»',
  },
}
