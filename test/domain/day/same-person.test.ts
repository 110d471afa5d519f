import { describe, expect, test } from 'vitest'
import { type DayOnCard, groupsOf, pairsOf, sameOccasion, samePerson } from '../../../src/domain/day/same-person.js'

let next = 0
/** `family given [patronymic]`, the year of birth, and more. */
const day = (name: string, year: number | null, more: Partial<DayOnCard> = {}): DayOnCard => {
  next += 1
  const [family = null, given = null] = name.split(' ')
  return {
    id: next,
    client_id: next,
    kind: 'person',
    name,
    family_name: family,
    given_name: given,
    occasion: 'birthday',
    who: null,
    month_day: '03-12',
    year,
    ...more,
  }
}
const firm = (name: string, who: string | null, year: number | null, more: Partial<DayOnCard> = {}): DayOnCard =>
  day(name, year, { kind: 'company', family_name: null, given_name: null, who, ...more })

const LINKED = () => true
const APART = () => false

describe('one occasion of one person', () => {
  test.each<[string, DayOnCard, DayOnCard, boolean, boolean]>([
    ['two records, whole date', day('Ёлкина Анна', 1985), day('Елкина Анна', 1985), true, true],
    ['the same in Latin', day('Ёлкина Анна', 1985), day('Elkina Anna', 1985), true, true],
    ['the words the other way round', day('Ёлкина Анна', 1985), day('Анна Ёлкина', 1985), true, true],
    ['with the patronymic and without', day('Ёлкина Анна Сергеевна', 1985), day('Ёлкина Анна', 1985), true, true],
    ['an initial', day('Ёлкина А.', 1985), day('Ёлкина Анна', 1985), false, true],
    ['no year on one side', day('Ёлкина Анна', null), day('Ёлкина Анна', 1985), false, true],
    ['no year at all', day('Ґалаґан Олена', null), day('Галаган Олена', null), false, true],
    ['namesakes born in different years', day('Иванов Иван', 1960), day('Иванов Иван', 1990), false, false],
    ['father and son', day('Громов Игорь Павлович', 1960), day('Громов Павел Игоревич', 1960), false, false],
    ['other patronymics', day('Громов Игорь Павлович', 1960), day('Громов Игорь Ильич', 1960), false, false],
    ['twins', day('Громов Игорь', 1990), day('Громов Олег', 1990), false, false],
    ['husband and wife', day('Громов Игорь', null), day('Громова Елена', null), false, false],
    ['an apostrophe and accents', day("O'Brien-Ñandú Máire", 1988), day('OBrien-Nandu Maire', 1988), true, true],
    ['another day', day('Ёлкина Анна', 1985), day('Ёлкина Анна', 1985, { month_day: '03-13' }), false, false],
    ['another occasion', day('Ёлкина Анна', 1985), day('Ёлкина Анна', 1985, { occasion: 'name day' }), false, false],
    ['an emoji only', day('🙂', 1985), day('🙂', 1985), false, false],
    ['the director of a firm', day('Ёлкина Анна', 1985), firm('ООО «Север»', 'директор Ёлкина Анна', 1985), true, true],
    [
      'the director, without the year',
      day('Ёлкина Анна', 1985),
      firm('ООО «Север»', 'директор Анна Ёлкина', null),
      false,
      true,
    ],
    [
      'the director by the given name',
      day('Ёлкина Анна', 1985),
      firm('ООО «Север»', 'директор Анна', null),
      false,
      true,
    ],
    [
      'the director by the family name',
      day('Ёлкина Анна', 1985),
      firm('ООО «Север»', 'г-жа Ёлкина', null),
      false,
      true,
    ],
    ['a brother at the firm', day('Громов Игорь', null), firm('ООО «Север»', 'Громов Олег', null), false, false],
    [
      'a director born in another year',
      day('Ёлкина Анна', 1985),
      firm('ООО «Север»', 'Ёлкина Анна', 1958),
      false,
      false,
    ],
    ['a wife who is a client', day('Громова Анна', null), day('Громов Игорь', null, { who: 'жена Анна' }), true, true],
    ['a wife of another family', day('Ким Анна', null), day('Громов Игорь', null, { who: 'жена Анна' }), false, true],
    [
      'a child on both parents’ cards',
      day('Громов Игорь', 2015, { who: 'сын Ваня' }),
      day('Громова Елена', 2015, { who: 'Ваня' }),
      true,
      true,
    ],
    [
      'children of one day',
      day('Громов Игорь', 2015, { who: 'сын Ваня' }),
      day('Громова Елена', 2015, { who: 'дочь Маша' }),
      false,
      false,
    ],
    [
      'one person at two firms',
      firm('ООО «Север»', 'Ёлкина Анна', 1985),
      firm('ТОВ «Лан»', 'Анна Ёлкина', 1985),
      true,
      true,
    ],
    ['the given name at two firms', firm('ООО «Север»', 'Анна', null), firm('ТОВ «Лан»', 'Анна', null), false, true],
    [
      'one firm twice',
      firm('ООО «Северный свет»', null, 2010, { occasion: 'company day' }),
      firm('Северный свет', null, 2010, { occasion: 'company day' }),
      false,
      true,
    ],
    ['two firms of one owner', firm('ООО «Север»', null, 2010), firm('ООО «Запад»', null, 2010), false, false],
    ['a firm and its owner', day('Ёлкина Анна', 1985), firm('ФОП Ёлкина Анна', null, 1985), false, false],
  ])('%s', (_, a, b, apart, linked) => {
    expect([sameOccasion(a, b, APART), sameOccasion(a, b, LINKED)]).toEqual([apart, linked])
    expect([sameOccasion(b, a, APART), sameOccasion(b, a, LINKED)]).toEqual([apart, linked])
  })

  test('a card without a year does not join two people', () => {
    const days = [day('Иванов Иван', 1960), day('Иванов Иван', null), day('Иванов Иван', 1990)]
    const groups = groupsOf(days, pairsOf(days, LINKED))
    expect(groups.map((group) => group.map(({ year }) => year))).toEqual([[1960, null], [1990]])
  })

  test('a person, two firms and a spouse’s card make one', () => {
    const days = [
      day('Громова Анна', 1985),
      firm('ООО «Север»', 'Громова Анна', 1985),
      firm('ТОВ «Лан»', 'Анна Громова', 1985),
      day('Громов Игорь', null, { who: 'жена Анна' }),
      day('Громов Олег', 1985),
    ]
    expect(groupsOf(days, pairsOf(days, APART)).map(({ length }) => length)).toEqual([4, 1])
  })

  test.each([
    ['the same birthday', '03-12', 1985, '03-12', 1985, true],
    ['no birthday and nothing else', null, null, '03-12', 1985, false],
    ['another birthday', '03-12', 1985, '03-13', 1985, false],
    ['another year', '03-12', 1985, '03-12', 1986, false],
  ])('two clients: %s', (_, oneDay, oneYear, otherDay, otherYear, same) => {
    const client = { kind: 'person', name: 'Ёлкина Анна', family_name: 'Ёлкина', given_name: 'Анна' } as const
    const a = { ...client, client_id: 1, month_day: oneDay, year: oneYear }
    const b = { ...client, client_id: 2, month_day: otherDay, year: otherYear }
    expect(samePerson(a, b, APART)).toBe(same)
  })
})
