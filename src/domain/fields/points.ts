import { POINT_KINDS, type PointKind } from '../points.js'
import type { Field } from './field.js'

/** How messengers are called beside their own names; what stands nowhere has no other name. */
const POINT_NAMES: Partial<Record<PointKind, readonly string[]>> = {
  telegram: ['телеграм'],
  whatsapp: ['ватсап', 'вотсап'],
  viber: ['вайбер'],
  skype: ['скайп'],
  signal: ['сигнал'],
  vk: ['вк', 'вконтакте'],
  instagram: ['инстаграм', 'інстаграм'],
  facebook: ['фейсбук'],
  linkedin: ['линкедин', 'лінкедін'],
  url: ['website', 'сайт'],
}

/** Ways to reach a client. */
export const POINT_FIELDS: readonly Field[] = [
  {
    key: 'phone',
    type: 'text',
    kept: 'points',
    match: 'whole',
    aliases: ['phones', 'телефон'],
    columns: ['phone', 'phone_mobile', 'phone_work', 'phone_home', 'phone_other'],
    example: '+79161234567',
  },
  {
    key: 'email',
    type: 'text',
    kept: 'points',
    match: 'whole',
    aliases: ['emails', 'e-mail', 'mail', 'почта', 'пошта'],
    columns: ['email', 'email_work', 'email_personal', 'email_other'],
    example: 'anna@example.com',
  },
  ...POINT_KINDS.filter((kind) => kind !== 'phone' && kind !== 'email').map(
    (kind): Field => ({
      key: kind,
      type: 'text',
      kept: 'points',
      match: 'whole',
      aliases: POINT_NAMES[kind] ?? [],
      columns: kind === 'url' ? ['website'] : [kind],
      example: kind === 'url' ? 'example.com' : '@ivanov',
    }),
  ),
]
