import type { ClientKind } from '../client.js'
import { HOLIDAYS } from '../day/holiday-list.js'
import type { Reason } from '../day/reason.js'

/** Occasions for which there are words. */
export const OCCASIONS = [
  'birthday',
  'birthday-round',
  'birthday-family',
  'birthday-staff',
  'company-day',
  'first-order',
  'name-day',
  'wedding',
  'new-year',
  'christmas',
  'christmas-7-january',
  'easter',
  '8-march',
  '23-february',
  'professional',
  'holiday',
  'generic',
] as const
export type OccasionKey = (typeof OCCASIONS)[number]

/** What is kept, as far as the words need it. */
export interface Occasion {
  key: OccasionKey
  /** The name of a holiday of its own, for whose words one may have a template. */
  holiday: string | null
  /** As it was entered: a day with a name of its own, or a holiday of the user’s. */
  name: string | null
  who: string | null
  years: number | null
  isBelated: boolean
}

const NAME_DAY = /^(name[ -]?day|именины|день ангела|іменини|день янгола)$/iu
const WEDDING = /^(wedding( anniversary| day)?|(годовщина )?свадьб[аы]|день свадьбы|(річниця )?весілля|день весілля)$/iu
const COMPANY =
  /^(company( day| anniversary| birthday)?|anniversary|день (рождения )?(компании|фирмы)|годовщина( компании| фирмы)?|день (народження )?(компанії|фірми)|річниця( компанії| фірми)?)$/iu

/** For what a reason of the list is a greeting; null when it is none (a call, a present to buy). */
export function occasionOf(reason: Reason, kind: ClientKind): Occasion | null {
  if (reason.code === 'holiday')
    return { ...NOTHING, ...holidayKey(reason.holiday), name: reason.name, isBelated: reason.days < 0 }
  if (reason.code === 'promised') return reason.kind === 'greet' ? { ...NOTHING, name: null, isBelated: false } : null
  if (reason.code !== 'occasion') return null
  const { occasion, who, years, days } = reason
  const key =
    reason.date === null
      ? 'first-order'
      : occasion === 'birthday'
        ? birthdayKey(kind, who, years)
        : dayKey(occasion.trim(), kind)
  return { key, holiday: null, name: key === 'generic' ? occasion : null, who, years, isBelated: days < 0 }
}

const NOTHING: Occasion = { key: 'generic', holiday: null, name: null, who: null, years: null, isBelated: false }

/** Birthdays that are called a jubilee: 30, 40, and every fifth from 50 on. To list a day as round takes less. */
const isJubilee = (years: number | null): boolean =>
  years !== null && years >= 30 && years % (years < 50 ? 10 : 5) === 0

function birthdayKey(kind: ClientKind, who: string | null, years: number | null): OccasionKey {
  if (who !== null) return kind === 'company' ? 'birthday-staff' : 'birthday-family'
  if (kind === 'company') return 'company-day'
  return isJubilee(years) ? 'birthday-round' : 'birthday'
}

function dayKey(occasion: string, kind: ClientKind): OccasionKey {
  if (NAME_DAY.test(occasion)) return 'name-day'
  if (WEDDING.test(occasion)) return 'wedding'
  return kind === 'company' && COMPANY.test(occasion) ? 'company-day' : 'generic'
}

/** Holidays of the list that have words of their own under another name. */
const OWN_WORDS: Readonly<Record<string, OccasionKey>> = {
  'new-year': 'new-year',
  christmas: 'christmas',
  'christmas-7-january': 'christmas-7-january',
  'easter-orthodox': 'easter',
  'easter-western': 'easter',
  'womens-day': '8-march',
  'defenders-day': '23-february',
}

/** Days of a calling in life, not of a trade. */
const NO_TRADE = /^(mothers|fathers|defenders|knowledge)-day/

function holidayKey(holiday: string): Pick<Occasion, 'key' | 'holiday'> {
  const own = OWN_WORDS[holiday]
  if (own !== undefined) return { key: own, holiday }
  const listed = HOLIDAYS.find(({ key }) => key === holiday)
  return { key: listed?.whom === 'chosen' && !NO_TRADE.test(holiday) ? 'professional' : 'holiday', holiday }
}
