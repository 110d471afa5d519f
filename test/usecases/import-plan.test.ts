import { describe, expect, test } from 'vitest'
import type { RawRow } from '../../src/domain/tables/layout.js'
import { isRefusal } from '../../src/errors.js'
import {
  clientRows,
  columnNamed,
  planTable,
  readWish,
  requireNames,
  rowsBelow,
  type TableLike,
  type Wish,
  weighColumns,
} from '../../src/usecases/import-plan.js'
import { said } from '../domain/column-words.js'

/** A table of these lines, cells parted by `|`; its head is the first rows, its portions have three rows each. */
function tableOf(text: string, head = 400): TableLike {
  const rows: RawRow[] = text
    .split('\n')
    .map((line, index) => ({ line: index + 1, cells: line === '' ? [] : line.split('|') }))
  return {
    head: rows.slice(0, head),
    merges: [],
    async *portions() {
      for (let from = 0; from < rows.length; from += 3) yield rows.slice(from, from + 3)
    },
  }
}

const planOf = (text: string, wishes: Wish[] = [], kept: Wish[] = []) => planTable(tableOf(text), [], wishes, kept)

function refused(run: () => unknown): boolean {
  try {
    run()
  } catch (error) {
    return isRefusal(error)
  }
  return false
}

describe('--map', () => {
  test.each<[string, Wish]>([
    ['Кто=name', ['Кто', 'name']],
    [' Кто = name ', ['Кто', 'name']],
    ['a=b=phone', ['a=b', 'phone']],
    ['Лишнее=', ['Лишнее', '']],
  ])('%j', (typed, wish) => {
    expect(readWish(typed)).toEqual(wish)
  })

  test.each(['Кто', '=name', ''])('%j is refused', (typed) => {
    expect(refused(() => readWish(typed))).toBe(true)
  })

  test('a column is known by its name, whatever its case', () => {
    expect(columnNamed(['ФИО ', 'Телефон'], 'ФИО')).toBe('ФИО ')
    expect(columnNamed(['ФИО', 'Ёмкость'], 'емкость')).toBe('Ёмкость')
    expect(columnNamed(['ФИО'], 'Нет')).toBeNull()
  })

  test('a column or a field that is not there is refused; those of a profile are passed over', () => {
    const text = 'Кто|Как\nАнна|+7 916 000-00-01'
    expect(refused(() => planOf(text, [['Нет', 'name']]))).toBe(true)
    expect(refused(() => planOf(text, [['Кто', 'shoe-size']]))).toBe(true)
    expect(
      planOf(
        text,
        [],
        [
          ['Нет', 'name'],
          ['Кто', 'shoe-size'],
          ['Как', 'telegram'],
        ],
      ).columns.map(said),
    ).toEqual(['name', 'telegram'])
  })

  test('what is typed comes before what a profile says', () => {
    const plan = planOf(
      'Кто|Как\nАнна|x',
      [['Кто', 'company']],
      [
        ['Кто', 'name'],
        ['Как', 'note'],
      ],
    )
    expect(plan.columns.map((column) => [said(column), column.by])).toEqual([
      ['company', 'map'],
      ['note', 'map'],
    ])
  })

  test('columns without a header are named by letters', () => {
    const plan = planOf('Анна|+7 916 000-00-01\nПётр|+7 916 000-00-02', [['B', 'phone_work']])
    expect(plan.columns.map(said)).toEqual(['name', 'phone_work'])
  })
})

describe('what a table is', () => {
  test('columns of unknown names by their cells', () => {
    const plan = planOf(
      'Foo|Bar|Baz\nАнна Ёлкина|+7 916 000-00-01|a@example.com\nПётр Щукин|+7 916 000-00-02|p@example.com',
    )
    expect(plan.columns.map((column) => [said(column), column.by])).toEqual([
      ['name', 'cells'],
      ['phone', 'cells'],
      ['email', 'cells'],
    ])
  })

  test('up to three different cells of each column are shown', () => {
    const plan = planOf('ФИО|Город\nА|Тверь\nБ|Тверь\nВ|\nГ|Клин\nД|Тула\nЕ|Орёл')
    expect(plan.samples).toEqual([
      ['А', 'Б', 'В'],
      ['Тверь', 'Клин', 'Тула'],
    ])
  })

  test('rows that are no clients are no samples', () => {
    const table = tableOf('ФИО|Город\n\nИтого|2\nАнна|Тверь')
    const { layout } = planTable(table, [], [], [])
    expect(clientRows(table.head, layout).map(({ line }) => line)).toEqual([4])
  })

  test('without anything to call a client by it is refused', () => {
    expect(refused(() => requireNames(planOf('Цвет|Рост\nсиний|180\nбелый|170')))).toBe(true)
    expect(refused(() => requireNames(planOf('Телефон\n+7 916 000-00-01')))).toBe(false)
  })
})

describe('what a whole column tells', () => {
  async function weighed(text: string, head?: number, order: 'dmy' | 'mdy' | null = null) {
    const table = tableOf(text, head)
    const plan = planTable(table, [], [], [])
    await weighColumns(table, plan, order)
    return {
      orders: plan.columns.map((column) => column.order),
      undecided: plan.undecided.map(({ header }) => header),
      decimals: plan.columns.map(({ decimal }) => decimal),
    }
  }

  test.each<[string, string, 'dmy' | 'mdy' | null, string[]]>([
    ['a day above twelve decides', '05/04/1990\nБ|17/04/1990', 'dmy', []],
    ['a month behind decides', '05/04/1990\nБ|04/17/1990', 'mdy', []],
    ['nothing decides', '05/04/1990\nБ|06/04/1990', null, ['День рождения']],
    ['dots decide', '1990-04-05\nБ|05.04.1990', 'dmy', []],
  ])('%s', async (_, cells, order, undecided) => {
    const found = await weighed(`ФИО|День рождения\nА|${cells}`)
    expect([found.orders[1], found.undecided]).toEqual([order, undecided])
  })

  test('rows far below the first ones are looked at', async () => {
    const rows = Array.from({ length: 50 }, (_, index) => `К${index}|05/04/1990`).join('\n')
    expect((await weighed(`ФИО|День рождения\n${rows}\nЯ|17/04/1990`, 10)).orders[1]).toBe('dmy')
  })

  test('--date-order overrules', async () => {
    const found = await weighed('ФИО|День рождения\nА|05/04/1990', 400, 'mdy')
    expect([found.orders[1], found.undecided]).toEqual(['mdy', []])
  })

  test('the sign of fractions', async () => {
    expect((await weighed('ФИО|Сумма\nА|1.234\nБ|1.234,50')).decimals[1]).toBe(',')
    expect((await weighed('ФИО|Сумма\nА|1,234\nБ|1,234.50')).decimals[1]).toBe('.')
    expect((await weighed('ФИО|Сумма\nА|1.234')).decimals[1]).toBeNull()
  })
})

test('rows below the header come whole, wherever portions end', async () => {
  for (const titles of [0, 1, 2, 3, 4, 5]) {
    const table = tableOf(`${'Отчёт\n'.repeat(titles)}ФИО|Телефон\nА|+7 916 000-00-01\nБ|+7 916 000-00-02\nВ|`)
    const { layout } = planTable(table, [], [], [])
    const names: string[] = []
    for await (const portion of rowsBelow(table, layout)) names.push(...portion.map(({ cells }) => cells[0] ?? ''))
    expect(names).toEqual(['А', 'Б', 'В'])
  }
})
