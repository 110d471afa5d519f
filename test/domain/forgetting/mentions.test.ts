import { describe, expect, it } from 'vitest'
import { isPersonal, neutral } from '../../../src/domain/forgetting/command.js'
import { loneWords, type Mentioned, Mentions } from '../../../src/domain/forgetting/mentions.js'

const ELKINA: Mentioned = {
  kind: 'person',
  names: ['Ёлкина Мария Петровна', 'Сергеева Мария'],
  points: [
    { kind: 'phone', value: '+79161234567' },
    { kind: 'email', value: 'm.elkina@post.example' },
    { kind: 'telegram', value: 'elka_m' },
    { kind: 'url', value: 'https://elkina.example/me' },
  ],
  numbers: ['500100732259'],
}

describe('does a text speak of somebody', () => {
  const alone = new Mentions(ELKINA, ['elkina'])
  const notAlone = new Mentions(ELKINA, [])

  it.each([
    ['сестра Марии Ёлкиной', 'сестра … …'],
    ['ЕЛКИНА МАРИЯ', '… …'],
    ['Maria Elkina called', '… … called'],
    ['Мария Петровна Ёлкина', '… … …'],
    ['раньше Сергеева Мария', 'раньше … …'],
    ['телефон 8 (916) 123-45-67, вечером', 'телефон …, вечером'],
    ['тел. +79161234567', 'тел. +…'],
    ['пишите M.Elkina@post.example', 'пишите …'],
    ['tg @elka_m или elka_m', 'tg … или …'],
    ['см. https://Elkina.example/me', 'см. https://…'],
    ['ИНН 500100732259', 'ИНН …'],
  ])('%s', (text, left) => {
    expect(notAlone.in(text)).toBe(true)
    expect(notAlone.without(text)).toBe(left)
  })

  it.each([
    'Мария',
    'Ёлкин лес',
    'Петровна',
    'Мария из соседнего дома, у которой большая собака и новая машина, не Ёлкина',
    'elka_mm',
    '+7 916 123-45-68',
    'ёлка на площади',
    '',
  ])('not «%s» when others bear the family name', (text) => {
    expect(notAlone.in(text)).toBe(false)
    expect(notAlone.without(text)).toBe(text)
  })

  it.each(['сказала Ёлкина', 'к Ёлкиной', 'Yolkina'.replace('Yo', 'E')])('«%s» when nobody else does', (text) => {
    expect(notAlone.in(text)).toBe(false)
    expect(alone.in(text)).toBe(true)
  })

  it('knows names that are written with apostrophes, hyphens and without letters', () => {
    const brien = new Mentions({ kind: 'person', names: ["O'Brien-Ñandú Zoë"], points: [], numbers: [] }, [])
    expect(brien.without('friend of Zoe OBrien-Nandu, Kyiv')).toBe('friend of … …-…, Kyiv')
    const flowers = new Mentions({ kind: 'person', names: ['🌸🌸'], points: [], numbers: [] }, [])
    expect(flowers.without('от 🌸🌸 привет')).toBe('от … привет')
    const galagan = new Mentions({ kind: 'person', names: ['Ґалаґан Остап'], points: [], numbers: [] }, [])
    expect(galagan.without('спитати Остапа Галаґана')).toBe('спитати … …')
  })

  it('takes a company for the words of its name, one behind the other', () => {
    const firm = new Mentions({ kind: 'company', names: ['ООО «Синий берег»'], points: [], numbers: [] }, [])
    expect(firm.without('работал в «Синий Берег»')).toBe('работал в «… …»')
    expect(firm.in('берег был синий')).toBe(false)
  })

  it.each([
    ['person', 'Ёлкина Мария', ['elkina']],
    ['person', "Zoë O'Brien-Ñandú", ['obrien', 'nandu']],
    ['person', 'Галя', ['gala']],
    ['person', 'Ян', []],
    ['company', 'ООО «Ромашка»', ['romawka']],
    ['company', 'ООО «Синий берег»', []],
  ] as const)('the lone words of %s %s', (kind, name, words) => {
    expect(loneWords(kind, name)).toEqual(words)
  })
})

describe('what is left of a command', () => {
  it.each([
    ['add "Ёлкина Мария" --phone +79161234567', 'add …'],
    ['order add 12 5000 платье', 'order add …'],
    ['log ёлкина "говорили о ремонте"', 'log …'],
    ['order', 'order …'],
    ['--force add Ёлкина', '…'],
    ['Ёлкина', '…'],
  ])('%s', (command, left) => {
    expect(neutral(command)).toBe(left)
  })

  it('tells apart what was typed of one client and what of a file', () => {
    expect(['log 12 "говорили"', 'edit "ёлкина" --all', 'merge 1 2'].map(isPersonal)).toEqual([true, true, true])
    expect(['import a.csv', 'dedupe --apply certain', 'undo 4'].map(isPersonal)).toEqual([false, false, false])
  })
})
