// How a client stands in the table for the first time: rather well, with much left out.
import { patronymicOf } from './quality-families.js'
import { writeAddress, writeBirthday, writePhone } from './quality-values.js'
import { NO_MAIL, NO_PHONE, NOTES } from './quality-words.js'

/** What is not damaged: shares of what is left out and of the orders of names in first records. */
const FIRST = {
  order: { ru: 0.16, uk: 0.15 },
  noPatronymic: 0.335,
  initials: 0.03,
  missing: { phone: 0.065, mail: 0.06, birthday: 0.33, city: 0.15, address: 0.5, tax: 0 },
}

/** The cells of a client's first record. */
export function firstRecord(client, dice) {
  const missing = (field) => dice.chance(FIRST.missing[field])
  const { country } = client
  return {
    kind: client.kind,
    name: client.title ? firstTitle(client, dice) : firstName(client, dice),
    phone: missing('phone') ? '' : dice.chance(0.005) ? dice.of(NO_PHONE) : writePhone(country, client.phone, dice),
    email: !client.mail || missing('mail') ? '' : dice.chance(0.007) ? dice.of(NO_MAIL) : client.mail,
    birthday: !client.hasBirthday || missing('birthday') ? '' : writeBirthday(client.birthday, country, dice),
    city: missing('city') ? '' : client.city.name,
    address: missing('address') ? '' : writeAddress(client.address, country, dice),
    tax: client.tax ?? '',
    ...remarks(dice),
  }
}

export const remarks = (dice) => ({
  note: dice.chance(0.52) ? dice.of(NOTES) : '',
  created: `${dice.between(2016, 2024)}-${String(dice.between(1, 12)).padStart(2, '0')}-${String(dice.between(1, 28)).padStart(2, '0')}`,
})

const firstTitle = ({ people, legal, title }, dice) =>
  people === 'en' ? `${title} ${legal}` : `${legal} ${dice.of([`«${title}»`, `"${title}"`, `"${title}"`, title])}`

function firstName(client, dice) {
  const { people, trader } = client
  if (people === 'en')
    return englishName(client, { middle: dice.chance(0.13), family: client.family.en[client.sex] }, dice)
  const parts = slavicParts(client, people)
  const initials = dice.chance(trader ? 0.25 : FIRST.initials)
  const patronymic = trader || !dice.chance(FIRST.noPatronymic)
  const order = !trader && dice.chance(patronymic ? FIRST.order[people] : 0.44)
  const text = initials
    ? initialled(parts, false)
    : ordered({ ...parts, father: patronymic ? parts.father : '' }, order)
  return trader ? `${client.legal} ${text}` : text
}

export const slavicParts = ({ name, father, family, sex }, language) => ({
  given: name[language],
  father: patronymicOf(father[language], language, sex),
  family: family[language][sex],
})

export const joined = (...parts) => parts.filter(Boolean).join(' ')
export const ordered = ({ given, father, family }, givenFirst) =>
  givenFirst ? joined(given, father, family) : joined(family, given, father)
export const initialled = ({ given, father, family }, givenFirst) =>
  givenFirst ? `${given[0]}. ${father[0]}. ${family}` : `${family} ${given[0]}.${father[0]}.`

export function englishName(
  client,
  { given = client.name.en, middle = false, initials = false, family, order = false },
  dice,
) {
  const second = client.middle?.en
  const first = initials
    ? joined(`${given[0]}.`, second ? `${second[0]}.` : '')
    : joined(given, middle && second ? second : '')
  const last = client.junior && dice.chance(0.8) ? `${family} Jr` : family
  return order ? `${last}${dice.chance(0.5) ? ',' : ''} ${first}` : `${first} ${last}`
}
