// What hurried hands do to a client who is written down once more.
import { LAW, newFamily } from './quality-families.js'
import { mailOf } from './quality-people.js'
import { englishName, initialled, joined, ordered, remarks, slavicParts } from './quality-records.js'
import { capitalised, inMixedScript, onWrongKeyboard, ROMANISATIONS, romanise, slip } from './quality-spelling.js'
import {
  aliasOf,
  mistypedBirthday,
  mistypedMail,
  mistypedPhone,
  newAddress,
  newPhone,
  writeAddress,
  writeBirthday,
  writePhone,
} from './quality-values.js'
import { NO_PHONE, PLACES } from './quality-words.js'

/** Shares of the damages of a copy, by people where they differ. */
const DAMAGE = {
  ru_uk: { ru: 0.032, uk: 0.34 },
  nickname: { ru: 0.2, uk: 0.13, en: 0.16 },
  typo: 0.19,
  married: 0.075,
  order: { ru: 0.49, uk: 0.37, en: 0.25 },
  no_patronymic: { ru: 0.57, uk: 0.55 },
  initials: { ru: 0.07, uk: 0.11, en: 0.04 },
  no_surname: 0.022,
  translit: { ru: 0.115, uk: 0.145 },
  homoglyph: 0.012,
  layout: 0.004,
  case: 0.07,
  spaces: 0.012,
  no_legal: 0.19,
  legal_moved: 0.21,
  phone_missing: 0.09,
  phone_changed: 0.085,
  phone_typo: 0.055,
  phone_note: 0.046,
  phone_two: 0.017,
  email_missing: 0.165,
  email_changed: 0.16,
  email_typo: 0.095,
  email_alias: 0.04,
  email_case: 0.07,
  bday_missing: 0.4,
  bday_typo: 0.075,
  bday_0101: 0.035,
  bday_noyear: 0.028,
  moved: 0.07,
  city_variant: 0.27,
}
const PHONE_NOTES = [' доб. 12', ' (мама)', ' viber', ' раб.', ' x34']

/** A chance of the damage that takes the people into account; what happened is written into `tags`. */
function damager(client, tags, dice) {
  return (tag) => {
    const share = DAMAGE[tag]
    const happened = dice.chance(typeof share === 'number' ? share : (share[client.people] ?? 0))
    if (happened) tags.push(tag)
    return happened
  }
}

/**
 * The cells of a further record of a client and what was done to them, `same` where nothing was. One that has nothing but
 * its name in common with the first record is mostly made anew: people are written down by a phone, a mail, a birthday;
 * where it stays, it is `bare`.
 */
export function damagedRecord(client, first, dice) {
  for (;;) {
    const tags = []
    const cells = damagedCells(client, tags, dice)
    const kept = sharesIdentifier(first, cells, tags)
    if (!kept && dice.chance(0.9)) continue
    if (!kept) tags.push('bare')
    return { cells, tags: tags.length > 0 ? tags.join('+') : 'same' }
  }
}

function sharesIdentifier(first, cells, tags) {
  const both = (field, ...damages) =>
    first[field] !== '' && cells[field] !== '' && !damages.some((damage) => tags.includes(damage))
  return (
    both('phone', 'phone_changed', 'phone_typo') ||
    both('email', 'email_changed', 'email_typo') ||
    both('birthday', 'bday_typo', 'bday_0101', 'bday_noyear') ||
    both('tax') ||
    both('address', 'moved', 'married')
  )
}

function damagedCells(client, tags, dice) {
  const happens = damager(client, tags, dice)
  const name = client.title ? damagedTitle(client, tags, happens, dice) : damagedName(client, tags, happens, dice)
  return {
    kind: client.kind,
    name,
    phone: damagedPhone(client, happens, dice),
    email: damagedMail(client, happens, dice),
    birthday: client.hasBirthday ? damagedBirthday(client, happens, dice) : '',
    ...damagedPlace(client, happens, dice),
    tax: client.tax && dice.chance(0.55) ? client.tax : '',
    ...remarks(dice),
  }
}

function damagedName(client, tags, happens, dice) {
  const english = client.people === 'en'
  const language = english ? 'en' : happens('ru_uk') ? { ru: 'uk', uk: 'ru' }[client.people] : client.people
  const parts = english
    ? { given: client.name.en, father: '', family: client.family.en[client.sex] }
    : slavicParts(client, language)
  const short = client.name.short[language]
  const initials = happens('initials')
  const nickname = !initials && short.length > 0 && happens('nickname')
  if (nickname) parts.given = dice.of(short)
  if (happens('typo')) misspell(parts, !nickname && parts.given.length > 3, dice)
  if (client.sex === 'f' && happens('married')) {
    const other = newFamily(client.people, dice)[language].f
    parts.family = dice.chance(0.35) ? `${parts.family}-${other}` : other
  }
  respelt(parts, tags, dice)
  const order = happens('order')
  let text
  if (english) {
    const middle = dice.chance(0.1)
    text = englishName(client, { given: parts.given, middle, initials, family: parts.family, order }, dice)
  } else if (initials) text = initialled(parts, order)
  else if (happens('no_surname')) text = joined(parts.given, parts.father)
  else text = ordered({ ...parts, father: happens('no_patronymic') ? '' : parts.father }, order)
  if (!english) text = inOtherLetters(text, language, happens, dice)
  if (happens('case')) text = dice.chance(0.5) ? text.toUpperCase() : text.toLowerCase()
  if (happens('spaces')) text = ` ${text.replaceAll(' ', '  ')} `
  return client.trader ? withTrade(text, client, tags, dice) : text
}

/** A slip in one of the names; a short form is too short to slip in and still be read. */
function misspell(parts, givenToo, dice) {
  const which = dice.weighted([
    [50, 'family'],
    [givenToo ? 42 : 0, 'given'],
    [parts.father ? 8 : 0, 'father'],
  ])
  parts[which] = slip(parts[which], dice)
}

/** ё as е, and the other apostrophe or none. */
function respelt(parts, tags, dice) {
  const all = Object.values(parts).join(' ')
  if (/ё/i.test(all) && dice.chance(0.6)) {
    tags.push('yo')
    for (const key of Object.keys(parts)) parts[key] = parts[key].replaceAll('ё', 'е').replaceAll('Ё', 'Е')
  }
  if (/['’]/.test(all) && dice.chance(0.5)) {
    tags.push('apostrophe')
    const mark = dice.of(['’', '', 'ʼ', '`'])
    for (const key of Object.keys(parts)) parts[key] = parts[key].replace(/['’]/g, mark)
  }
}

function inOtherLetters(text, language, happens, dice) {
  if (happens('translit')) return romanise(text, dice.of(ROMANISATIONS[language]))
  if (happens('homoglyph')) return inMixedScript(text)
  return happens('layout') ? onWrongKeyboard(text) : text
}

function withTrade(text, { otherLegal, legal }, tags, dice) {
  const bare = dice.chance(0.12)
  tags.push(bare ? 'no_legal' : 'legal_form')
  return bare ? text : `${dice.chance(0.7) ? dice.of(otherLegal) : legal} ${text}`
}

function damagedTitle(client, tags, happens, dice) {
  const { people, otherLegal } = client
  let title = client.title
  if (happens('typo')) {
    const words = title.split(' ')
    const at = dice.below(words.length)
    words[at] = slip(words[at], dice)
    title = words.join(' ')
  }
  const latin = people !== 'en' && dice.chance(0.045)
  if (latin) {
    tags.push('translit')
    title = romanise(title, dice.of(ROMANISATIONS[people]))
  }
  if (people === 'en' && dice.chance(0.3)) title = title.replace('&', 'and')
  if (happens('case')) title = dice.chance(0.5) ? title.toUpperCase() : title.toLowerCase()
  if (happens('no_legal')) return title
  const shown =
    people === 'en' || dice.chance(0.25) ? title : dice.of([`«${title}»`, `"${title}"`, `“${title}”`, `'${title}'`])
  const moved = happens('legal_moved')
  if (!moved) tags.push('legal_form')
  const form = dice.of(otherLegal)
  if (people !== 'en') return moved ? `${shown} ${form}` : `${form} ${shown}`
  return `${shown}${moved ? ',' : ''} ${form}`
}

function damagedPhone({ country, phone }, happens, dice) {
  if (happens('phone_missing')) return ''
  if (dice.chance(0.004)) return dice.of(NO_PHONE)
  if (happens('phone_changed')) return writePhone(country, newPhone(country, dice), dice)
  const written = writePhone(country, happens('phone_typo') ? mistypedPhone(phone, dice) : phone, dice)
  if (happens('phone_note')) return written + dice.of(PHONE_NOTES)
  return happens('phone_two')
    ? written + dice.of([' / ', '; ', ', ']) + writePhone(country, newPhone(country, dice), dice)
    : written
}

function damagedMail(client, happens, dice) {
  const { mail, title } = client
  if (!mail || happens('email_missing')) return ''
  if (happens('email_changed'))
    return title ? `${dice.of(['shop', 'client', 'zakaz'])}@${mail.split('@')[1]}` : mailOf(client, dice)
  if (happens('email_typo')) return mistypedMail(mail, dice)
  if (aliasOf(mail, dice) && happens('email_alias')) return aliasOf(mail, dice)
  if (happens('email_case')) return dice.chance(0.7) ? capitalised(mail) : mail.toUpperCase()
  return mail
}

function damagedBirthday({ birthday, country }, happens, dice) {
  if (happens('bday_missing')) return ''
  if (happens('bday_typo')) return writeBirthday(mistypedBirthday(birthday, dice), country, dice)
  if (happens('bday_0101')) return `${birthday.y}-01-01`
  if (happens('bday_noyear')) {
    const [day, month] = [birthday.d, birthday.m].map((number) => String(number).padStart(2, '0'))
    return country === 'us' ? `--${month}-${day}` : `${day}.${month}`
  }
  return writeBirthday(birthday, country, dice)
}

function damagedPlace(client, happens, dice) {
  const { country } = client
  const moved = happens('moved')
  const city = moved && dice.chance(0.6) ? dice.frequent(PLACES[country].cities, LAW.city) : client.city
  const address = moved ? newAddress(country, dice) : client.address
  const written = dice.chance(0.19) ? '' : happens('city_variant') ? dice.of(city.others) : city.name
  return { city: written, address: dice.chance(0.52) ? '' : writeAddress(address, country, dice) }
}
