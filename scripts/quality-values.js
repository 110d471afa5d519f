// Phones, days and addresses as people write them, and numbers of taxpayers with right check digits.

import { ROMANISATIONS, romanise, slip } from './quality-spelling.js'
import { MAIL, MISTYPED_MAIL, PLACES } from './quality-words.js'

const RU_CITY = ['495', '499', '812', '343', '383', '846']
const RU_MOBILE =
  '903 905 906 909 910 911 912 915 916 917 919 920 921 922 925 926 927 929 950 951 952 953 960 961 963 965 967 968 977 978 979 980 981 982 983 985 987 988 989 999'.split(
    ' ',
  )
const UA_MOBILE = '50 63 66 67 68 73 91 92 93 94 95 96 97 98 99'.split(' ')
const UA_CITY = '44 48 56 57 61'.split(' ')
const US_AREA = '206 212 310 312 415 617 646 713'.split(' ')

/** The national number of a country, digits only. */
export function newPhone(country, dice) {
  if (country === 'ru') return dice.of(dice.chance(0.1) ? RU_CITY : RU_MOBILE) + dice.digits(7)
  if (country === 'uk') return dice.of(dice.chance(0.1) ? UA_CITY : UA_MOBILE) + dice.digits(7)
  if (country === 'us') return dice.of(US_AREA) + dice.between(2, 9) + dice.digits(6)
  return dice.chance(0.15) ? `20${dice.between(2, 9)}${dice.digits(7)}` : `7${dice.between(0, 9)}${dice.digits(8)}`
}

const cut = (digits, ...lengths) => {
  let from = 0
  return lengths.map((length) => {
    from += length
    return digits.slice(from - length, from)
  })
}
const PHONE_FORMS = {
  ru: (n) => {
    const [a, b, c, d] = cut(n, 3, 3, 2, 2)
    return [
      `7${n}`,
      `8${n}`,
      `+7${n}`,
      n,
      `8 ${a} ${b}${c}${d}`,
      `8-${a}-${b}-${c}-${d}`,
      `+7(${a})${b}${c}${d}`,
    ].concat(`+7 ${a} ${b} ${c} ${d}`, `8 (${a}) ${b}-${c}-${d}`, `+7 (${a}) ${b}-${c}-${d}`)
  },
  uk: (n) => {
    const [a, b, c, d] = cut(n, 2, 3, 2, 2)
    return [`380${n}`, `0${n}`, `+380${n}`, `(0${a}) ${b}-${c}-${d}`, `80${n}`, `0${a} ${b} ${c} ${d}`].concat(
      `38 0${a} ${b}${c}${d}`,
      `+380 ${a} ${b} ${c} ${d}`,
      `0${a}-${b}-${c}-${d}`,
      `+38 (0${a}) ${b}-${c}-${d}`,
    )
  },
  us: (n) => {
    const [a, b, c] = cut(n, 3, 3, 4)
    return [`1${n}`, `+1 (${a}) ${b}-${c}`, `+1${n}`, `${a}-${b}-${c}`, `1-${a}-${b}-${c}`, `${a} ${b} ${c}`, n].concat(
      `(${a}) ${b}-${c}`,
      `${a}.${b}.${c}`,
      `+1 ${a} ${b} ${c}`,
    )
  },
  gb: (n) => {
    const [a, b, c, d] = cut(n, 2, 4, 4, 0)
    return [`44${n}`, `+44${n}`, `0044${n}`, `+44 (0)${n}`, `+44 ${n}`, `+44 ${n.slice(0, 4)} ${n.slice(4)}`].concat(
      `0${n.slice(0, 4)} ${n.slice(4)}`,
      `0${a} ${b} ${c}${d}`,
      `0${n.slice(0, 3)} ${n.slice(3, 6)} ${n.slice(6)}`,
    )
  },
}
export const writePhone = (country, digits, dice) => dice.of(PHONE_FORMS[country](digits))

/** A digit wrong, or two neighbours swapped. */
export function mistypedPhone(digits, dice) {
  const at = dice.between(2, digits.length - 2)
  if (dice.chance(0.25) && digits[at] !== digits[at + 1])
    return digits.slice(0, at) + digits[at + 1] + digits[at] + digits.slice(at + 2)
  return digits.slice(0, at) + ((Number(digits[at]) + dice.between(1, 9)) % 10) + digits.slice(at + 1)
}

const two = (number) => String(number).padStart(2, '0')
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

export function newBirthday(dice, from = 1949, to = 2005) {
  return { y: dice.between(from, to), m: dice.between(1, 12), d: dice.between(1, 28) }
}

export function writeBirthday({ y, m, d }, country, dice) {
  const english = country === 'us' || country === 'gb'
  return dice.weighted([
    [54, `${y}-${two(m)}-${two(d)}`],
    ...(english
      ? [
          [36, `${two(m)}/${two(d)}/${y}`],
          [10, `${d} ${MONTHS[m - 1]} ${y}`],
        ]
      : [
          [38, `${two(d)}.${two(m)}.${y}`],
          [8, `${d}.${m}.${two(y % 100)}`],
        ]),
  ])
}

export function mistypedBirthday(day, dice) {
  return dice.weighted([
    [30, { ...day, y: day.y + dice.of([-1, 1]) }],
    [25, { ...day, y: day.y + dice.of([-10, 10]) }],
    [25, { ...day, d: 1 + ((day.d + dice.of([1, 9, 19])) % 28) }],
    [10, { ...day, m: 1 + (day.m % 12) }],
    [10, day.d <= 12 ? { ...day, d: day.m, m: day.d } : { ...day, y: day.y + dice.of([-1, 1]) }],
  ])
}

export const newAddress = (country, dice) => ({
  street: dice.of(PLACES[country].streets),
  kind: dice.below(5),
  house: dice.chance(0.3) ? dice.between(1, 9) : dice.between(10, 120),
  flat: dice.chance(0.78) ? dice.between(1, 250) : null,
})

const LONG = ['Street', 'Road', 'Lane', 'Avenue', 'Drive']
const SHORT = ['St', 'Rd', 'Ln', 'Ave', 'Dr']

export function writeAddress({ street, kind, house, flat }, country, dice) {
  const shown = flat !== null && dice.chance(0.8) ? flat : null
  if (country === 'us' || country === 'gb') {
    const road = `${house} ${street} ${(dice.chance(0.6) ? LONG : SHORT)[kind]}`
    return shown === null ? road : dice.chance(0.9) ? `${road}, Apt ${shown}` : `${road} #${shown}`
  }
  const road =
    country === 'ru'
      ? dice.weighted([
          [60, `ул. ${street}, д. ${house}`],
          [11, `ул.${street},${house}`],
          [9, `улица ${street}, ${house}`],
          [10, `${street} ${house}`],
          [10, `ул ${street} ${house}`],
        ])
      : dice.weighted([
          [58, `вул. ${street}, ${house}`],
          [14, `вулиця ${street}, буд. ${house}`],
          [9, `ул. ${street}, ${house}`],
          [9, `${street} ${house}`],
          [10, `вул ${street} ${house}`],
        ])
  return shown === null ? road : road + dice.of([`, кв. ${shown}`, `-${shown}`, ` кв ${shown}`, `, кв.${shown}`])
}

const mail = (text) =>
  romanise(text, ROMANISATIONS.ru[3])
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')

/** An address from a name, as people choose them, and nobody else's. */
export function newMail({ given, family, year, people }, dice) {
  const first = mail(given) || 'client'
  const last = mail(family)
  for (;;) {
    const number = dice.chance(0.45) ? String(year % 100).padStart(2, '0') : dice.digits(dice.between(1, 5))
    const local = dice.weighted([
      [10, `${last}.${first}`],
      [7, `${first}.${last}`],
      [7, `${first}.${last}${number}`],
      [7, `${first[0]}.${last}${number}`],
      [10, `${last}_${first}${number}`],
      [8, `${first}_${number}${dice.digits(2)}`],
      [18, `${last}${number}`],
      [8, `${last}${first[0]}${number}`],
      [7, `${first}${number}`],
      [6, `${first}${last}`],
      [6, `${number}${last}`],
      [5, `${number}${last}${dice.digits(2)}`],
    ])
    const address = `${local}@${dice.of(MAIL[people])}`
    if (dice.fresh(address)) return address
  }
}

export function mistypedMail(address, dice) {
  const [local, domain] = address.split('@')
  const wrong = MISTYPED_MAIL[domain]
  return wrong && dice.chance(0.5) ? `${local}@${dice.of(wrong)}` : `${slip(local, dice)}@${domain}`
}

/** Another address that reaches the same box. */
export function aliasOf(address, dice) {
  const [local, domain] = address.split('@')
  if (domain === 'ya.ru') return `${local}@yandex.ru`
  if (domain !== 'gmail.com') return null
  return dice.chance(0.5) && local.includes('.')
    ? `${local.replaceAll('.', '')}@${domain}`
    : `${local}+${dice.of(['shop', 'crm', 'work'])}@${domain}`
}

const sum = (digits, weights) => weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0)

/** ИНН of 10 or 12 digits, РНОКПП, ЄДРПОУ with their check digits; a plain number of eight digits elsewhere. */
export function newTaxId(country, company, birthday, dice) {
  if (country === 'us' || country === 'gb') return dice.digits(8)
  if (country === 'ru' && company) {
    const nine = `77${dice.digits(7)}`
    return nine + ((sum(nine, [2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11) % 10)
  }
  if (country === 'ru') {
    const ten = dice.digits(10)
    const eleven = ten + ((sum(ten, [7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11) % 10)
    return eleven + ((sum(eleven, [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11) % 10)
  }
  if (company) {
    const seven = `3${dice.digits(6)}`
    const first = sum(seven, [1, 2, 3, 4, 5, 6, 7]) % 11
    return seven + (first < 10 ? first : (sum(seven, [3, 4, 5, 6, 7, 8, 9]) % 11) % 10)
  }
  const { y, m, d } = birthday
  const days = Math.round((Date.UTC(y, m - 1, d) - Date.UTC(1899, 11, 31)) / 86_400_000)
  const nine = String(days).padStart(5, '0') + dice.digits(4)
  return nine + ((((sum(nine, [-1, 5, 7, 9, 4, 6, 10, 5, 7]) % 11) + 11) % 11) % 10)
}
