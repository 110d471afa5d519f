import { describe, expect, it } from 'vitest'
import { isPersonal, neutral } from '../../../src/domain/forgetting/command.js'
import { type Mentioned, Mentions } from '../../../src/domain/forgetting/mentions.js'
import { besideOthers, loneWords } from '../../../src/domain/forgetting/person-name.js'

const NOBODY = { alone: [], namesakes: [], calledSo: [] }

/** A person, by the names of all others in the base. */
const personBeside = (name: string, ...others: string[]): Mentions => {
  const mentioned: Mentioned = { kind: 'person', names: [name], points: [], numbers: [] }
  const clients = others.map((other) => ({ kind: /ИП|ООО/.test(other) ? 'company' : 'person', name: other }) as const)
  return new Mentions(mentioned, besideOthers('person', [name], clients))
}

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
  const alone = new Mentions(ELKINA, { ...NOBODY, alone: ['elkina'] })
  const notAlone = new Mentions(ELKINA, NOBODY)

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
    const brien = new Mentions({ kind: 'person', names: ["O'Brien-Ñandú Zoë"], points: [], numbers: [] }, NOBODY)
    expect(brien.without('friend of Zoe OBrien-Nandu, Kyiv')).toBe('friend of … …-…, Kyiv')
    const flowers = new Mentions({ kind: 'person', names: ['🌸🌸'], points: [], numbers: [] }, NOBODY)
    expect(flowers.without('от 🌸🌸 привет')).toBe('от … привет')
    const galagan = new Mentions({ kind: 'person', names: ['Ґалаґан Остап'], points: [], numbers: [] }, NOBODY)
    expect(galagan.without('спитати Остапа Галаґана')).toBe('спитати … …')
  })

  it('takes a company for the words of its name, one behind the other', () => {
    const firm = new Mentions({ kind: 'company', names: ['ООО «Синий берег»'], points: [], numbers: [] }, NOBODY)
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

describe('a family name alone', () => {
  it.each([
    ['Рыбаков Лев', 'рыбак в белой рубашке поехал в горы; Рыбаки, рыбаки', null],
    ['Белый Олег', 'рубашка белая, белый снег, у белых. Белые ночи; Белым по чёрному', null],
    ['Гора Анна', 'поехал в горы, под гору', null],
    ['Мороз Ян', 'на улице мороз; Дед Мороз приходил', null],
    ['Ёлкина Мария', 'Ёлки нарядили, куст ёлки, Ёлкин лес, ёлка', null],
    [
      'Рыбаков Лев',
      'Рыбаков звонил, был у Рыбакова, с Рыбаковым, о Рыбакове, Рыбаковы',
      '… звонил, был у …, с …, о …, …',
    ],
    ['Ёлкина Мария', 'к Ёлкиной, с Ёлкиной, видел Ёлкину, Ёлкины, у ЁЛКИНЫХ', 'к …, с …, видел …, …, у …'],
    ['Мороз Ян', 'говорили о Морозе и с Морозом', 'говорили о … и с …'],
    ['Белый Олег', 'видел Белого, потом Белому отдал', 'видел …, потом … отдал'],
    ['Вишневская Анна', 'у Вишневской, с Вишневскою', 'у …, с …'],
    ['Коваленко Олена', 'був у Коваленка, Коваленкові, Коваленку', 'був у …, …, …'],
    ['Кравец Пётр', 'у Кравца, с Кравцом', 'у …, с …'],
    ['Ґалаґан Остап', 'спитати Ґалаґана, Галагану', 'спитати …, …'],
    ['ёлкина маша', 'у ёлкиной', 'у …'],
  ])('%s: %s', (name, text, left) => {
    expect(personBeside(name).without(text)).toBe(left ?? text)
  })

  it.each([
    // The capital says nothing at the beginning of a sentence, in a title, in capitals throughout.
    ['Мороз Ян', 'Мороз звонил'],
    ['Мороз Ян', 'Пришли. Мороз на дворе'],
    ['Белый Олег', 'был в магазине «Белый»'],
    ['Гора Анна', 'жил у Старой Горы, Белая Гора'],
    ['Белый Олег', 'БЕЛЫЙ СНЕГ'],
    ['Рыбаков Лев', 'от рыбаков'],
    ['Галя', 'была Галя'],
    ['Королёв Пётр', 'встретились на ул. Королёва'],
    ['Киров Олег', 'уехал в Киров'],
  ])('in doubt of %s is told and stays: %s', (name, text) => {
    const mentions = personBeside(name)
    expect(mentions.in(text)).toBe(true)
    expect(mentions.without(text)).toBe(text)
    expect(mentions.without(text, { all: true })).not.toBe(text)
  })

  it('a word like any other beside the given name, or in a filter', () => {
    expect(personBeside('Мороз Ян').without('Мороз Ян звонил, у Яна Мороза, Мороз Я. и Я. Мороз')).toBe(
      '… … звонил, у … …, … …. и …. …',
    )
    expect(personBeside('Белый Олег').without('белый снег у Олега, белый Олег')).toBe('белый снег у Олега, белый Олег')
    expect(personBeside('Мороз Ян').in('name:мороз', 'filter')).toBe(true)
    expect(personBeside('Мороз Ян').in('name:мороз')).toBe(false)
  })

  it('of a town or a street in the city or the address of others is no mention', () => {
    expect(personBeside('Киров Олег').in('Киров', 'city')).toBe(false)
    expect(personBeside('Королёва Анна').in('ул. Королёвой, 5', 'city')).toBe(false)
    expect(personBeside('Рубцова Зоя').in('у Рубцовой', 'city')).toBe(true)
  })
})

describe('beside others of the base', () => {
  it.each(['Карпов Лев (муж Щукиной)', 'Щукина ИП', 'Карпов Лев', 'Щуко Пётр'])('«%s» is no namesake', (other) => {
    const mentions = personBeside('Щукина Яна', other)
    expect(mentions.without('звонила Щукиной')).toBe('звонила …')
    expect(mentions.inName('Карпов Лев (муж Щукиной)')).toBe(true)
    expect(mentions.inName('Щукина ИП')).toBe(true)
    expect(mentions.inName('Щукин Пётр')).toBe(false)
    expect(mentions.inName('Щукина Яна')).toBe(false)
  })

  it.each(['Щукина Вера', 'Щукин Пётр', 'Щукина'])('beside «%s» the family name alone says nothing', (other) => {
    const mentions = personBeside('Щукина Яна', other)
    expect(mentions.without('звонила Щукиной')).toBe('звонила Щукиной')
    for (const text of ['Щукину Яну', 'Яну Щукину', 'Щукиной Яне', 'Яной Щукиной', 'Щукина Яна', 'Янка Щукина'])
      expect(mentions.without(`видел ${text}, потом`)).toBe('видел … …, потом')
    expect(mentions.without('видел Щукину Веру и Веру Щукину')).toBe('видел Щукину Веру и Веру Щукину')
  })

  it('an initial tells people apart, unless a namesake has it too', () => {
    expect(personBeside('Щукина Яна', 'Щукина Вера').without('Щукиной Я. и Я. П. Щукиной, Щукиной В.')).toBe(
      '… …. и …. …. …, Щукиной В.',
    )
    expect(personBeside('Щукина Яна', 'Щукина Юлия').without('к Щукиной Я.')).toBe('к … ….')
    expect(personBeside('Щукина Яна', 'Щукина Янина').without('к Щукиной Я.')).toBe('к Щукиной Я.')
  })

  it('given name and patronymic count, unless another has both, or another’s family name stands there', () => {
    const alone = personBeside('Ёлкина Анна Петровна', 'Ёлкина Вера', 'Кедрова Анна Ивановна')
    expect(alone.without('Анна Петровна звонила, у Анны Петровны')).toBe('… … звонила, у … …')
    expect(alone.without('Ёлкина Анна Петровна звонила')).toBe('… … … звонила')
    expect(alone.without('видел Сидорову Анну Петровну')).toBe('видел Сидорову Анну Петровну')
    expect(alone.without('Петровна, Анна')).toBe('Петровна, Анна')
    expect(personBeside('Ёлкина Анна Петровна', 'Кедрова Анна Петровна').in('Анна Петровна звонила')).toBe(false)
  })

  it.each(['­', '​', '⁠', '﻿', '͏'])('a sign that nobody sees (%j) hides nothing', (sign) => {
    const mentions = new Mentions({ ...ELKINA, names: ['Ёлкина Анна'] }, { ...NOBODY, alone: ['elkina'] })
    expect(mentions.without(`к Ёлк${sign}иной Ан${sign}не`)).toBe('к … …')
    expect(mentions.without(`m.elk${sign}ina@post.example`)).toBe('…')
    expect(mentions.without(`8 916 12${sign}3-45-67`)).toBe('…')
  })

  it('letters taken apart are the letters', () => {
    expect(personBeside('Ёлкина Анна').without('к Ёлкиной'.normalize('NFD'))).toBe('к …')
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
