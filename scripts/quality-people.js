// Who the clients really are: people with families and namesakes, firms with branches and staff.
import { LAW, newFamily } from './quality-families.js'
import { GIVEN, SURNAMES } from './quality-names.js'
import { ROMANISATIONS, romanise } from './quality-spelling.js'
import { newAddress, newBirthday, newMail, newPhone, newTaxId } from './quality-values.js'
import { FIRMS, LEGAL, PLACES, TRADERS } from './quality-words.js'

const countryOf = (people, dice) => (people === 'en' ? (dice.chance(0.62) ? 'us' : 'gb') : people)

/** A person; what `given` holds is taken over. */
export function newPerson(people, dice, given = {}) {
  const country = given.country ?? countryOf(people, dice)
  const sex = given.sex ?? (dice.chance(0.48) ? 'm' : 'f')
  const names = people === 'en' ? GIVEN.en : GIVEN.slavic
  const person = {
    kind: 'person',
    people,
    country,
    sex,
    name: dice.frequent(names[sex], LAW.given),
    father: people === 'en' ? null : dice.frequent(names.m, LAW.given),
    middle: people === 'en' && dice.chance(0.3) ? dice.frequent(names[sex], LAW.given) : null,
    family: given.family ?? newFamily(people, dice),
    birthday: newBirthday(dice),
    phone: newPhone(country, dice),
    city: dice.frequent(PLACES[country].cities, LAW.city),
    address: newAddress(country, dice),
    junior: false,
    ...given,
  }
  if (given.mail === undefined) person.mail = dice.chance(0.77) ? mailOf(person, dice) : null
  person.tax = dice.chance(0.06) ? newTaxId(country, false, person.birthday, dice) : null
  person.hasBirthday = dice.chance(0.89)
  return person
}

/** Another address for the same person; `@` of the same people's usual providers. */
export function mailOf({ people, name, family, birthday }, dice) {
  const language = people === 'en' ? 'en' : 'ru'
  return newMail({ given: name[language], family: family[language].m, year: birthday.y, people }, dice)
}

const PEOPLE = [
  [46, 'ru'],
  [34, 'uk'],
  [20, 'en'],
]
export const anyPeople = (dice) => dice.weighted(PEOPLE)

/** Phone and mail of the head, as children and wives leave them. */
function shared(head, dice) {
  return {
    ...(dice.chance(0.28) ? { phone: head.phone } : {}),
    ...(dice.chance(0.23) && head.mail ? { mail: head.mail } : {}),
  }
}

/** A man, his wife and now and then children: every member with the tag that it is a look-alike of the head by. */
export function newHousehold(dice) {
  const people = anyPeople(dice)
  const head = newPerson(people, dice, { sex: 'm', birthday: newBirthday(dice, 1949, 1980) })
  const home = { country: head.country, family: head.family, city: head.city, address: head.address }
  const born = (from, to) => newBirthday(dice, head.birthday.y + from, head.birthday.y + to)
  const members = [
    {
      person: newPerson(people, dice, { ...home, sex: 'f', birthday: born(-2, 4), ...shared(head, dice) }),
      tag: 'household',
    },
  ]
  const children = dice.weighted([
    [52, []],
    [34, ['child']],
    [3.5, ['namesake']],
    [8.5, ['child', 'twin']],
    [2, ['child', 'child']],
  ])
  const twins = []
  for (const child of children) {
    const first = members[1]?.person
    const own = {
      ...home,
      father: head.name,
      birthday: child === 'twin' ? first.birthday : born(21, 32),
      ...shared(head, dice),
    }
    let kid = child === 'namesake' ? juniorOf(head, own, dice) : newPerson(people, dice, own)
    while (child === 'twin' && kid.name === first.name) kid = newPerson(people, dice, own)
    members.push({ person: kid, tag: kid.name === head.name ? 'father_son' : 'household' })
    if (child === 'twin') twins.push([first, kid])
  }
  return { head, members, twins }
}

/** A son named after his father; his patronymic is the father's name, or his father's own where that name goes on and on. */
const juniorOf = (head, own, dice) =>
  newPerson(head.people, dice, {
    ...own,
    sex: 'm',
    name: head.name,
    father: dice.chance(0.7) ? head.name : head.father,
    junior: head.people === 'en' && dice.chance(0.3),
  })

/** Another person of the very same names in the same town. */
export const namesakeOf = ({ people, country, sex, name, father, middle, family, city }, dice) =>
  newPerson(people, dice, { country, sex, name, father, middle, family, city })

export function newFirm(dice) {
  const people = dice.weighted([
    [39, 'ru'],
    [31, 'uk'],
    [30, 'en'],
  ])
  const country = countryOf(people, dice)
  const title = titleOf(people, dice)
  const [legal, otherLegal] = dice.weighted(LEGAL[people])
  return firmOf({ kind: 'company', people, country, title, legal, otherLegal }, dice)
}

function titleOf(people, dice) {
  const { first, second, cut, tail } = FIRMS[people]
  const year = dice.chance(0.07) ? ` ${dice.between(2000, 2019)}` : ''
  if (people === 'en') {
    const last = dice.chance(0.18) ? `& ${dice.frequent(SURNAMES.en, LAW.family)}` : dice.of(second)
    return `${dice.of(first)} ${last}${year}`
  }
  const title = dice.weighted([
    [20, () => dice.of(first)],
    [32, () => `${dice.of(first)}-${dice.of(second)}`],
    [28, () => `${dice.of(first)} ${dice.of(second)}`],
    [20, () => dice.of(cut) + dice.of(tail)],
  ])()
  return title + year
}

const SITES = { ru: ['ru', 'ru', 'su', 'com'], uk: ['ua', 'com.ua', 'in.ua', 'com'], en: ['com', 'net', 'co.uk'] }

/** An address at a site of the firm's own. */
function firmMail({ title, people }, dice) {
  const name = romanise(title, ROMANISATIONS.ru[3])
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
  for (;;) {
    const site = `${name}${dice.chance(0.3) ? dice.below(1000) : ''}.${dice.of(SITES[people])}`
    if (dice.fresh(site)) return `${dice.of(['info', 'office', 'sales', 'mail', 'zakaz'])}@${site}`
  }
}

const firmOf = (given, dice) => ({
  phone: newPhone(given.country, dice),
  mail: dice.chance(0.7) ? firmMail(given, dice) : null,
  city: dice.frequent(PLACES[given.country].cities, LAW.city),
  address: newAddress(given.country, dice),
  tax: dice.chance(0.45) ? newTaxId(given.country, true, null, dice) : null,
  hasBirthday: false,
  ...given,
})

/** The same firm's name in another city: another client. */
export function branchOf({ kind, people, country, title, legal, otherLegal, city }, dice) {
  let other = dice.frequent(PLACES[country].cities, LAW.city)
  while (other === city) other = dice.frequent(PLACES[country].cities, LAW.city)
  return firmOf({ kind, people, country, title, legal, otherLegal, city: other, mail: null }, dice)
}

/** A person reached at the firm's phone or mail. */
export const coworkerOf = (firm, dice) =>
  newPerson(firm.people, dice, {
    country: firm.country,
    city: firm.city,
    ...(dice.chance(0.92) ? { phone: firm.phone } : {}),
    ...(firm.mail && dice.chance(0.35) ? { mail: firm.mail } : {}),
  })

/** A person in business under their own name: kept as a company, with a birthday and a mail of their own. */
export function newTrader(dice) {
  const people = dice.weighted([
    [44, 'ru'],
    [56, 'uk'],
  ])
  const person = newPerson(people, dice)
  const [legal, otherLegal] = TRADERS[people]
  return {
    ...person,
    kind: 'company',
    legal,
    otherLegal,
    trader: true,
    tax: dice.chance(0.5) ? newTaxId(people, false, person.birthday, dice) : null,
  }
}
