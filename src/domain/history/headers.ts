import { HANDLE_KINDS } from '../handle.js'

/**
 * What a column's name speaks of, before it is known which columns stand beside it. `client.row_id` is an id that does
 * not say whose; `when` is any date, `call-date` one that tables of clients use for the next call and logs for the last.
 */
export type Role =
  | 'when'
  | 'call-date'
  | 'last'
  | 'due'
  | 'next'
  | 'created'
  | 'closed'
  | 'time'
  | 'type'
  | 'channel'
  | 'direction'
  | 'result'
  | 'status'
  | 'purpose'
  | 'minutes'
  | 'cost'
  | 'subject'
  | 'text'
  | 'what'
  | 'done'
  | 'technical'
  | 'sensitive'
  | 'client.row_id'
  | 'client.external_id'
  | 'client.phone'
  | 'client.email'
  | 'client.handle'
  | 'client.name'
  | 'client.family_name'
  | 'client.given_name'
  | 'client.patronymic'
  | 'client.company'

/** Names of columns as logs use them, where the table of synonyms for clients is silent or means something else. */
const NAMES: Partial<Record<Role, string>> = {
  when: `at|date|date/time|datetime|date and time|timestamp|when|start|start time|start date|started|activity date
    |call date|date of call|дата|дата и время|дата/время|дата время|когда|начало|дата начала|дата записи
    |дата звонка (факт)|дата та час|дата/час|дата час|коли|початок|дата початку|дата запису`,
  'call-date': 'дата звонка|дата касания|дата дзвінка|дата дотику|дата события|дата події',
  due: `due|due date|due on|deadline|activity - due date|срок|срок исполнения|срок выполнения|крайний срок|дедлайн
    |выполнить до|сделать до|термін|термін виконання|крайній термін|виконати до|зробити до`,
  closed:
    'closed|closed at|completed at|completion date|дата закрытия|дата выполнения|дата завершения|дата закриття|дата виконання|дата завершення',
  time: `time|due time|activity - due time|call time|время|время звонка|время начала|час|час дзвінка|час початку`,
  type: 'type|kind|тип|вид|тип события|вид события|тип події|вид події|тип записи|тип запису|тип задачи|тип завдання',
  channel: `channel|medium|via|communication channel|канал|канал связи|способ|способ связи|способ контакта
    |канал зв'язку|спосіб|спосіб зв'язку`,
  direction: `direction|in/out|call direction|call type|направление|напр.|тип звонка|вид звонка|вх/исх|вх./исх.
    |входящий/исходящий|напрямок|напрям|тип дзвінка|вид дзвінка|вх/вих|вхідний/вихідний`,
  result: `result|outcome|call result|call outcome|disposition|результат|итог|итоги|исход|результат звонка
    |итог звонка|итог разговора|статус звонка|підсумок|підсумки|результат дзвінка|підсумок дзвінка|підсумок розмови
    |статус дзвінка|call status`,
  status: 'status|state|статус|состояние|стан',
  purpose: 'purpose|goal|reason for call|цель|цель звонка|цель контакта|повод|мета|мета дзвінка|мета контакту|привід',
  minutes: `duration|call duration|talk time|length|minutes|min|длительность|длит.|продолжительность|минут|минуты|мин
    |тривалість|хвилин|хвилини|хв`,
  cost: 'cost|call cost|expense|стоимость звонка|стоимость контакта|затраты|расход|расходы|вартість дзвінка|витрати',
  subject: 'subject|topic|title|activity - subject|тема|заголовок|тема звонка|тема письма|тема листа|тема дзвінка',
  text: `text|body|content|contents|message|summary|details|note body|transcript|текст|содержание|суть|о чем говорили
    |о чем|что обсудили|сообщение|запись|пометка|пометки|зміст|про що говорили|про що|що обговорили|повідомлення
    |результаты|позначка`,
  what: 'what|to do|todo|task|task name|promise|что|что сделать|что обещано|обещание|задача|дело|задание|поручение|що|що зробити|обіцянка|завдання|справа|доручення',
  done: `done|completed|is completed|is done|activity - done|finished|выполнено|выполнена|сделано|готово|завершено
    |виконано|виконана|зроблено`,
  'client.name': `client|contact|customer|who|with|with whom|caller|person|lead|lead name|guest|клиент|клієнт|контакт
    |кто|с кем|кому|от кого|собеседник|гость|лид|хто|з ким|від кого|співрозмовник|гість|лід|associated contact`,
  'client.company': 'organization - name|organisation - name|associated company|company|account|компания|компанія',
  'client.phone': `caller id|caller number|phone number|number|номер|номер телефона|номер абонента|номер клиента (телефон)
    |номер телефону|номер абонента`,
  'client.row_id': `id|record id|uid|guid|uuid|unique id|crm id|ид|код|идентификатор|уникальный id|ід
    |ідентифікатор|call id|activity id|note id|task id|id звонка|id дела|id задачи|id дзвінка|id завдання`,
  technical: 'line no|row|row no|№|no|no.|№ п/п|№ з/п|номер строки',
}

/** Names in the form in which headers are compared. */
export const HEADER_ROLES: ReadonlyMap<string, Role> = new Map(
  (Object.keys(NAMES) as Role[]).flatMap((role) =>
    (NAMES[role] ?? '').split('|').map((name): [string, Role] => [name.trim(), role]),
  ),
)

const CANONICAL: Record<string, Role> = {
  interaction_date: 'when',
  interaction_type: 'type',
  interaction_log: 'text',
  notes: 'text',
  next_contact: 'next',
  next_action: 'what',
  last_contact: 'last',
  preferred_channel: 'channel',
  client_type: 'type',
  status: 'status',
  created_at: 'created',
  updated_at: 'technical',
  row_no: 'technical',
  _ignore: 'technical',
  _sensitive_ignore: 'sensitive',
  full_name: 'client.name',
  first_name: 'client.given_name',
  last_name: 'client.family_name',
  middle_name: 'client.patronymic',
  company: 'client.company',
  legal_name: 'client.company',
  external_id: 'client.external_id',
  phone: 'client.phone',
  phone_mobile: 'client.phone',
  phone_work: 'client.phone',
  phone_home: 'client.phone',
  phone_other: 'client.phone',
  email: 'client.email',
  email_work: 'client.email',
  email_personal: 'client.email',
  email_other: 'client.email',
  messenger: 'client.handle',
  social: 'client.handle',
  im: 'client.handle',
}
for (const kind of HANDLE_KINDS) if (kind !== 'url') CANONICAL[kind] = 'client.handle'

/** «Длительность разговора, сек» is a duration as well: what the thing is of, and its unit. */
const OF_WHAT =
  /\s+(?:(?:к|о|об|по|of|про|до)\s+)?(?:звонк|дзвінк|разговор|розмов|контакт|встреч|зустріч|общени|спілкуванн|задач|завданн|call|activity|contact|conversation)\p{L}*$/u

const PREFIX = /^(?:call|activity|interaction|task|conversation)\s+(?:-\s+)?/u

const IN_WORDS: [RegExp, Role][] = [
  [/(^|[^\p{L}])(тел|телефон|phone|mobile|моб)($|[^\p{L}])/u, 'client.phone'],
  [/e-?mail|почт[аы]|пошт[аи]/u, 'client.email'],
  [/^(client|customer|клиент|клієнт)([^\p{L}]|$)/u, 'client.name'],
]

/** The role of a column whose whole name is not in the list: by its canonical name, without unit and "of the call", by a word in it. */
export function roleOf(name: string, canonical: string | null): Role | null {
  const bare = name.replace(/\s*[,(].*$/u, '').replace(/[\s:*.!?]+$/u, '')
  const direct = HEADER_ROLES.get(bare)
  if (direct) return direct
  const known = canonical === null ? undefined : CANONICAL[canonical]
  if (known) return known
  if (canonical !== null) return null
  const short = bare.replace(OF_WHAT, '').replace(PREFIX, '')
  if (short !== bare && short !== '') {
    const role = HEADER_ROLES.get(short)
    if (role) return role === 'when' ? 'call-date' : role
  }
  return IN_WORDS.find(([pattern]) => pattern.test(name))?.[1] ?? null
}
