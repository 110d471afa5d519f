import { isSensitiveName } from '../tables/sensitive.js'

/** One line of a vCard, as `formats/vcard` reads and writes it. */
export interface CardPropertyLike {
  /** Upper case; '' for a line that is none, which then is its value. */
  name: string
  group: string | null
  /** Lower case. */
  types: string[]
  label: string | null
  params: Record<string, string[]>
  value: string | string[]
}

export interface CardLike {
  line: number
  properties: readonly CardPropertyLike[]
  /** Set when the card cannot be read; it has no properties then. */
  problem?: string | null
}

/** What a property of a card becomes. `own` are this program's own fields, `X-CLIENTELE-…`. */
export type CardTarget =
  | 'name'
  | 'company'
  | 'position'
  | 'phones'
  | 'emails'
  | 'handles'
  | 'address'
  | 'birthday'
  | 'dates'
  | 'note'
  | 'tags'
  | 'external_id'
  | 'own'
  | 'custom'
  | 'technical'

const TARGETS: Record<string, CardTarget> = {}
for (const [target, names] of [
  ['name', 'N FN'],
  ['company', 'ORG KIND X-ABSHOWAS X-ADDRESSBOOKSERVER-KIND'],
  ['position', 'TITLE ROLE'],
  ['phones', 'TEL'],
  ['emails', 'EMAIL'],
  [
    'handles',
    `URL IMPP X-SOCIALPROFILE SOCIALPROFILE X-TELEGRAM X-WHATSAPP X-VIBER X-SKYPE X-SKYPE-USERNAME X-SIGNAL X-VK X-VKONTAKTE
     X-INSTAGRAM X-FACEBOOK X-LINKEDIN X-JABBER X-ICQ X-AIM X-MSN X-YAHOO X-GTALK X-GOOGLE-TALK X-QQ X-TWITTER`,
  ],
  ['address', 'ADR'],
  ['birthday', 'BDAY'],
  ['dates', 'ANNIVERSARY X-ANNIVERSARY X-ABDATE X-EVOLUTION-ANNIVERSARY X-KADDRESSBOOK-X-ANNIVERSARY X-MS-ANNIVERSARY'],
  ['note', 'NOTE'],
  ['tags', 'CATEGORIES'],
  ['external_id', 'UID'],
  ['own', 'TZ GENDER X-GENDER LANG'],
  [
    'technical',
    `VERSION PRODID REV PHOTO LOGO SOUND KEY AGENT MAILER CLASS SORT-STRING LABEL CLIENTPIDMAP XML SOURCE NAME PROFILE
     MEMBER X-ADDRESSBOOKSERVER-MEMBER CALURI CALADRURI FBURL BEGIN END X-CLIENTELE-LINE X-CLIENTELE-REASON`,
  ],
] as const)
  for (const name of names.split(/\s+/)) TARGETS[name] = target

/** Notes of other programs to themselves: order, colours, crops of photos. */
const TECHNICAL =
  /^X-(?:AB(?:UID|ADR|LABEL|ORDER|PHOTO|CROP)|MS-(?:OL|CARDPICTURE|TEXT|WAB)|EVOLUTION-FILE-AS|IMAGE(?:TYPE|HASH)|SHARED-PHOTO|WALLPAPER|MOZILLA-HTML|PHOTO)/

/** What a property becomes, by its name; the plan of an import shows it. */
export function targetOfProperty(name: string): CardTarget {
  const upper = name.toUpperCase()
  const target = Object.hasOwn(TARGETS, upper) ? TARGETS[upper] : undefined
  if (target) return target
  if (upper.startsWith(OWN)) return 'own'
  return TECHNICAL.test(upper) || isSensitiveName(upper.replaceAll('-', ' ')) ? 'technical' : 'custom'
}

/** Before the names of fields that only this program has. */
export const OWN = 'X-CLIENTELE-'

/** Says in PRODID whose card it is; what this program has written is taken back to the letter. */
export const PRODID = '-//clientele//clientele//EN'

/** Custom fields that cards have a place for: whose relative or colleague somebody is, as phones label it. */
export const RELATIONS: readonly string[] = [
  'spouse',
  'partner',
  'child',
  'son',
  'daughter',
  'mother',
  'father',
  'parent',
  'brother',
  'sister',
  'friend',
  'relative',
  'assistant',
  'manager',
]

/** Fields of one's own for parts of a card that no field of the base takes. */
export const CARD_FIELDS = {
  nickname: 'nickname',
  department: 'department',
  prefix: 'honorific',
  suffix: 'honorific_suffix',
} as const

/** The year by which Apple's programs mean that there is none. */
export const NO_YEAR = '1604'
