import { formatAnniversary, readAnniversary } from '../anniversary.js'
import { daysInMonth } from '../calendar.js'
import type { ClientCard, ClientRecord, CustomField, FieldType } from '../client.js'
import { namesFrom } from './names.js'
import { pickerOf } from './picking.js'
import { newPoints } from './points.js'
import { textsFrom } from './texts.js'

export interface Anonymiser {
  /** Every client that will be written is shown once before the first `card`, so that no invented name is a real one. */
  see(record: ClientRecord): void
  /** The same client with everything invented that could tell who it is; status, city, tags, sums, and the days of contacts are kept. */
  card(card: ClientCard): ClientCard
}

/**
 * What is invented depends on the salt: the same original becomes the same within one salt, and without the salt, which
 * belongs to nobody, there is no way back. Invented names keep sex, language, company form and number of words.
 */
export function anonymiserOf(salt: string, fields: readonly CustomField[]): Anonymiser {
  const picker = pickerOf(salt)
  const names = namesFrom(picker)
  const points = newPoints()
  const texts = textsFrom(picker, names)
  const types = new Map(fields.map(({ key, type }): [string, FieldType] => [key, type]))

  const nameOf = (name: string, kind: string): string =>
    kind === 'company'
      ? names.company(name)
      : names.person({ name, family_name: null, given_name: null, patronymic: null }).name
  const kept = orNull(texts.kept)
  const text = orNull(texts.text)

  /** Another day of the same month, the same for the same date of the same client. */
  const moved = (date: string, id: number): string => {
    const read = readAnniversary(date)
    if (!read) return date
    const days = daysInMonth(read.year ?? 2000, read.month)
    const day = ((read.day + picker.number(`${id} ${date}`, days - 1)) % days) + 1
    return formatAnniversary({ ...read, day })
  }

  const custom = (values: Record<string, string>): Record<string, string> =>
    Object.fromEntries(
      Object.entries(values).map(([key, value]) => {
        const type = types.get(key) ?? 'text'
        if (type === 'text') return [key, texts.value(value)]
        // A number so long is one by which somebody can be found: of a passport, of a taxpayer.
        if (type === 'number') return [key, value.replace(/\D/g, '').length >= 7 ? texts.digits(value) : value]
        return [key, value]
      }),
    )

  return {
    see(record) {
      names.see(record, record.kind)
      if (record.company !== null) names.see({ name: record.company }, 'company')
      for (const { value } of [...record.phones, ...record.emails, ...record.handles]) points.see(value)
      if (record.external_id !== null) points.see(record.external_id)
    },

    card(card) {
      const { name, family_name, given_name, patronymic } = card
      const own =
        card.kind === 'company'
          ? { name: names.company(name), family_name: null, given_name: null, patronymic: null }
          : names.person({ name, family_name, given_name, patronymic })
      return {
        ...card,
        ...own,
        company: orNull(names.company)(card.company),
        position: kept(card.position),
        role: kept(card.role),
        phones: card.phones
          .map(({ value, label }) => ({ ...points.phone(value), label: texts.label(label) }))
          .map(inOrder),
        emails: card.emails.map(({ value, label }) => ({ value: points.email(value), label: texts.label(label) })),
        handles: card.handles.map(({ kind, value, label }) => ({
          kind,
          value: points.handle(kind, value),
          label: texts.label(label),
        })),
        address: orNull(texts.address)(card.address),
        birthday: card.birthday === null ? null : moved(card.birthday, card.id),
        source: kept(card.source),
        tags: card.tags.map(texts.kept),
        owner: card.owner === null ? null : nameOf(card.owner, 'person'),
        channel: kept(card.channel),
        note: text(card.note),
        consent_origin: text(card.consent_origin),
        consents: card.consents.map((each) => ({ ...each, origin: text(each.origin) })),
        external_id: orNull(points.externalId)(card.external_id),
        external_system: kept(card.external_system),
        // To the day: cards and calendar entries are named by the moment, and must not be taken for the real ones.
        created_at: toDay(card.created_at),
        updated_at: toDay(card.updated_at),
        custom: custom(card.custom),
        dates: card.dates.map((each) => ({
          ...each,
          occasion: texts.kept(each.occasion),
          who: orNull(names.whose)(each.who),
          date: moved(each.date, card.id),
          gift: text(each.gift),
        })),
        history: card.history.map((each) => ({
          ...each,
          channel: texts.kept(each.channel),
          result: kept(each.result),
          purpose: text(each.purpose),
          text: text(each.text),
        })),
        promises: card.promises.map((each) => ({ ...each, text: text(each.text), why: text(each.why) })),
        purchases: card.purchases.map((each) => ({
          ...each,
          what: text(each.what),
          items: each.items.map((item) => ({ ...item, name: texts.text(item.name) })),
          stage: kept(each.stage),
          external_id: orNull(points.externalId)(each.external_id),
          external_system: kept(each.external_system),
          created_at: toDay(each.created_at),
        })),
        expenses: card.expenses.map((each) => ({ ...each, what: text(each.what), created_at: toDay(each.created_at) })),
        care:
          card.care === null
            ? null
            : {
                ...card.care,
                warmth_reason: text(card.care.warmth_reason),
                paused_reason: text(card.care.paused_reason),
              },
        relations: card.relations.map((each) => ({
          ...each,
          name: nameOf(each.name, each.kind),
          role: kept(each.role),
        })),
      }
    },
  }
}

const toDay = (at: string): string => `${at.slice(0, 10)}T00:00:00Z`

type Phone = ClientCard['phones'][number]

const inOrder = ({ value, label, typed }: Phone): Phone => ({ value, label, typed })

const orNull =
  <T>(change: (value: string) => T) =>
  (value: string | null): T | null =>
    value === null ? null : change(value)
