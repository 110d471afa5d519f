import { taxKey } from './identifiers.js'
import { isTaxField } from './keys.js'
import { type Birthday, bestBirthday, birthdayText, saysLess } from './survivor-birthday.js'
import { decideConsent, noteConsents } from './survivor-consent.js'
import { compare, Deciding } from './survivor-deciding.js'
import { type Choices, LATEST, type Member, PLAIN, type Survivor } from './survivor-member.js'
import { bestName } from './survivor-name.js'

/**
 * Which value of each field stays when clients become one; the first of them is the one that is kept. The rules:
 * - **name**: see `survivor-name`. **birthday**: see `survivor-birthday`.
 * - **city, address**: of the client that was changed last and has one, since people move.
 * - **position, source, owner, channel, hours, no_call, zone, sex, language, closeness, country, referred_by**: the kept
 *   client's own, or else the latest: they are matters of dealing with the client, and whoever chose the one to keep chose these with it.
 * - **status**: client before former before lead. Whoever has bought is a client; *former* was said by somebody, while *lead* is
 *   what every new client is born as and so says nothing against either.
 * - **vip**: when any is. **consent**: *no* before *yes* before unknown: to write to somebody who refused does harm, not to write does none;
 *   so of each channel, and the answer that stays keeps its origin and its day.
 * - **created_at**: the earliest, **verified_at**: the latest, since both are known of the same client.
 * - **external_id**: the kept client's own; when it has none, the first of another. What is left out stays known as a gone one's.
 * - **custom fields**: the kept client's own value, or else another's; of tax ids one whose check digits hold.
 * - **care**: of warmth and cadence what was set last, of pauses the one that ends last: the promise to leave somebody in peace holds.
 * `choices` go before all rules. What differs and does not stay is in `dropped`.
 */
export function survivorOf(members: readonly Member[], choices: Choices = new Map()): Survivor {
  const decide = new Deciding(members, choices)
  const [kept] = members
  if (!kept) throw new Error('nobody to merge')
  const chosen = members.find(({ id }) => id === choices.get('name'))
  const { from: nameFrom, ...name } = chosen
    ? {
        name: chosen.name,
        family_name: chosen.family_name,
        given_name: chosen.given_name,
        patronymic: chosen.patronymic,
        from: chosen.id,
      }
    : bestName(members, kept.kind)
  decide.note('name', name.name, nameFrom, (member) => member.name, 'kept')
  const birthday = decideBirthday(decide)
  const latest = decide.byLatest
  const texts = Object.fromEntries([
    ...LATEST.map((key) => [key, decide.text(key, latest)]),
    ...PLAIN.map((key) => [key, decide.text(key, [kept, ...latest])]),
  ]) as Pick<Member, (typeof LATEST)[number] | (typeof PLAIN)[number]>
  const consent = decideConsent(decide)
  noteConsents(decide)
  return {
    ...name,
    birthday,
    ...texts,
    status: decide.ranked('status', ['client', 'former', 'lead']) ?? 'lead',
    vip: decide.ranked('vip', [true, false]) ?? false,
    ...consent,
    referred_by: decideReferrer(decide, [kept, ...latest]),
    created_at: decide.least('created_at'),
    verified_at: decide.greatest('verified_at'),
    ...decideExternal(decide),
    care: decideCare(decide),
    custom: decideCustom(decide),
    fields: decide.fields,
    dropped: decide.dropped,
  }
}

function decideBirthday(decide: Deciding): Birthday | null {
  const chosen = decide.chosen('birthday')
  const found = chosen ? { birthday: chosen.birthdays[0] ?? null, from: chosen.id } : bestBirthday(decide.members)
  const { birthday, from } = found
  const others = decide.members.flatMap(({ id, birthdays }) =>
    birthdays
      .filter((each) => birthday === null || birthdayText(each) !== birthdayText(birthday))
      .map((each) => ({ id, value: birthdayText(each), less: birthday !== null && saysLess(each, birthday) })),
  )
  if (birthday === null && others.length === 0) return null
  const value = birthday === null ? null : birthdayText(birthday)
  decide.fields.push({ field: 'birthday', value, from, others: others.map(({ less: _, ...other }) => other) })
  for (const { less, ...other } of others) if (!less) decide.dropped.push({ ...other, field: 'birthday' })
  return birthday
}

/** Nobody recommends themselves, however they were called. */
function decideReferrer(decide: Deciding, order: readonly Member[]): number | null {
  const ids = new Set(decide.members.map(({ id }) => id))
  const of = ({ referred_by: by }: Member): number | null => (by === null || ids.has(by) ? null : by)
  const winner = decide.chosen('referred_by') ?? order.find((member) => of(member) !== null)
  const value = winner ? of(winner) : null
  decide.note('referred_by', value === null ? null : String(value), winner?.id ?? null, (member) =>
    of(member) === null ? null : String(of(member)),
  )
  return value
}

function decideExternal(decide: Deciding): Pick<Member, 'external_id' | 'external_system'> {
  const winner = decide.chosen('external_id') ?? decide.members.find(({ external_id }) => external_id !== null)
  const text = ({ external_id: id, external_system: system }: Member): string | null =>
    id === null ? null : [id, system].filter((part) => part !== null).join(' · ')
  decide.note('external_id', winner ? text(winner) : null, winner?.id ?? null, text, 'none')
  return { external_id: winner?.external_id ?? null, external_system: winner?.external_system ?? null }
}

function decideCustom(decide: Deciding): Record<string, string> {
  // Keys are what users named: an object without any of its own.
  const custom: Record<string, string> = Object.create(null)
  for (const key of new Set(decide.members.flatMap(({ custom: own }) => Object.keys(own)))) {
    const having = decide.members.filter((member) => Object.hasOwn(member.custom, key))
    const valid = isTaxField(key) ? having.find((member) => taxKey(member.custom[key] ?? '')?.valid) : undefined
    const chosen = decide.chosen(key)
    const winner = chosen ?? valid ?? having[0]
    const value = winner && Object.hasOwn(winner.custom, key) ? (winner.custom[key] ?? null) : null
    if (value !== null) custom[key] = value
    decide.note(key, value, winner?.id ?? null, (member) =>
      Object.hasOwn(member.custom, key) ? (member.custom[key] ?? null) : null,
    )
  }
  return custom
}

function decideCare(decide: Deciding): Member['care'] {
  const having = decide.members.filter((member) => member.care !== null)
  const bySet = [...having].sort((a, b) => compare(b.care?.set_at ?? null, a.care?.set_at ?? null))
  const [last] = bySet
  if (!last?.care) return null
  const warm = decide.chosen('warmth') ?? bySet.find(({ care }) => care?.warmth !== null)
  const often = decide.chosen('cadence') ?? bySet.find(({ care }) => care?.cadence_days !== null)
  const paused = having.filter(({ care }) => care?.paused_until !== null)
  const [longest] = [...paused].sort((a, b) => compare(b.care?.paused_until ?? null, a.care?.paused_until ?? null))
  const rest = decide.chosen('paused_until') ?? longest
  const joined = (parts: readonly (string | null | undefined)[]): string | null =>
    parts.filter((part) => part !== null && part !== undefined).join(' · ') || null
  const warmth = ({ care }: Member) => joined([care?.warmth, care?.warmth_until, care?.warmth_reason])
  const cadence = ({ care }: Member) => (care?.cadence_days === null || !care ? null : String(care.cadence_days))
  const pause = ({ care }: Member) => joined([care?.paused_until, care?.paused_reason])
  for (const [field, winner, text] of [
    ['warmth', warm, warmth],
    ['cadence', often, cadence],
    ['paused_until', rest, pause],
  ] as const)
    decide.note(field, winner ? text(winner) : null, winner?.id ?? null, text)
  return {
    warmth: warm?.care?.warmth ?? null,
    warmth_until: warm?.care?.warmth_until ?? null,
    warmth_reason: warm?.care?.warmth_reason ?? null,
    cadence_days: often?.care?.cadence_days ?? null,
    paused_until: rest?.care?.paused_until ?? null,
    paused_reason: rest?.care?.paused_reason ?? null,
    set_at: last.care.set_at,
  }
}
