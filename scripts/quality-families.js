// Surnames and patronymics of made-up people.
import { SURNAMES, SYLLABLES } from './quality-names.js'
import { capitalised, inRussian, inUkrainian } from './quality-spelling.js'

/** How steeply the frequency of names and cities falls with their rank. */
export const LAW = { family: 0.45, given: 0.75, city: 1.1 }

const FATHERS = {
  ru: {
    Илья: ['Ильич', 'Ильинична'],
    Никита: ['Никитич', 'Никитична'],
    Лев: ['Львович', 'Львовна'],
    Пётр: ['Петрович', 'Петровна'],
    Павел: ['Павлович', 'Павловна'],
    Михаил: ['Михайлович', 'Михайловна'],
    Яков: ['Яковлевич', 'Яковлевна'],
    Дмитрий: ['Дмитриевич', 'Дмитриевна'],
    Георгий: ['Георгиевич', 'Георгиевна'],
  },
  uk: {
    Ілля: ['Ілліч', 'Іллівна'],
    Микола: ['Миколайович', 'Миколаївна'],
    Микита: ['Микитович', 'Микитівна'],
    Лев: ['Львович', 'Львівна'],
    Яків: ['Якович', 'Яківна'],
    Федір: ['Федорович', 'Федорівна'],
    Григорій: ['Григорович', 'Григорівна'],
  },
}

/** The patronymic of a father's given name. */
export function patronymicOf(name, language, sex) {
  const known = FATHERS[language][name]
  if (known) return known[sex === 'm' ? 0 : 1]
  if (language === 'ru') {
    const stem = name
      .replace(/ий$/, 'ьев')
      .replace(/([ае])й$/, '$1ев')
      .replace(/ь$/, 'ев')
    return (stem === name ? `${name}ов` : stem) + (sex === 'm' ? 'ич' : 'на')
  }
  if (/ій$/.test(name)) return name.slice(0, -1) + (sex === 'm' ? 'йович' : 'ївна')
  return name.replace(/[оь]$/, '') + (sex === 'm' ? 'ович' : 'івна')
}

function womansForm(family, language) {
  if (/ський$|цький$/.test(family)) return family.replace(/ий$/, 'а')
  if (/ский$|цкий$/.test(family)) return family.replace(/ий$/, 'ая')
  if (language === 'ru') return /([оеё]в|[иы]н)$/.test(family) ? `${family}а` : family.replace(/(ый|ой)$/, 'ая')
  return /ишин$/.test(family) ? `${family}а` : family
}

/** A surname in the languages it is written in, men's and women's form; `invented` ones are nobody else's by chance alone. */
export function newFamily(people, dice) {
  const isInvented = !dice.chance(0.46)
  const m = isInvented ? invented(people, dice) : dice.frequent(SURNAMES[people], LAW.family)
  if (people === 'en') return { isInvented, en: { m, f: m } }
  const own = { m, f: womansForm(m, people) }
  const translate = people === 'ru' ? inUkrainian : inRussian
  const other = { m: translate(own.m), f: translate(own.f) }
  return { isInvented, ...(people === 'ru' ? { ru: own, uk: other } : { ru: other, uk: own }) }
}

function invented(people, dice) {
  const { onset, vowel, coda, ending } = SYLLABLES[people]
  const last = dice.weighted(ending)
  let text = ''
  for (
    let left = dice.weighted([
      [45, 1],
      [45, 2],
      [10, 3],
    ]);
    left > 0;
    left -= 1
  ) {
    text += dice.of(onset) + dice.of(vowel)
    if (left === 1 || dice.chance(0.4)) text += dice.of(coda)
  }
  return capitalised(text + last)
}
