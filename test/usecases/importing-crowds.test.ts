import { describe, expect, test } from 'vitest'
import { place } from './import-world.js'

/* What a crowd shares tells nobody apart, is no ground for a look, and keeps no row from being known again. */

const CROWD = 120

const SYLLABLES = 'ба го ду же зы ки лю мо ну пе ры'.split(' ')

/** Words of which no two are near: two of them differ in three syllables of four. */
function worded(index: number): string {
  const [first, second] = [index % 11, Math.floor(index / 11)]
  return [first, second, first + second, first + 2 * second].map((place) => SYLLABLES[place % 11]).join('')
}

const table = (head: string, row: (index: number) => string): string =>
  `${[head, ...Array.from({ length: CROWD }, (_, index) => row(index))].join('\n')}\n`

const TABLES: [string, string][] = [
  ['a phone', table('Имя;Телефон', (index) => `Имя${worded(index)} Фамил${worded(index)}ин;+79160000001`)],
  ['an e-mail', table('Имя;E-mail', (index) => `Имя${worded(index)} Фамил${worded(index)}ин;one@example.com`)],
  [
    'a birthday',
    table('Имя;Телефон;День рождения', (index) => `Иван Фамил${worded(index)}ин;+79161${100000 + index};01.02.1990`),
  ],
  ['a birthday and nothing else', table('Имя;День рождения', (index) => `Иван Фамил${worded(index)}ин;01.02.1990`)],
  ['a name', table('Имя;Телефон', (index) => `Иван Иванов;+79161${100000 + index}`)],
  ['a name, with cities alone', table('Имя;Город', (index) => `Иван Иванов;Город${worded(index)}`)],
  [
    'a name, with birthdays alone',
    table(
      'Имя;День рождения',
      (index) => `Иван Иванов;${String((index % 27) + 2).padStart(2, '0')}.05.${1900 + index}`,
    ),
  ],
  [
    'a name and an address',
    table('Имя;Телефон;Город;Адрес', (index) => `Иван Иванов;+79161${100000 + index};Киев;ул. Ленина, 5`),
  ],
]

describe.each(TABLES)('%s that a whole file shares', (_, text) => {
  test('makes clients once, and no talk of likely ones', async () => {
    const here = place()
    const file = here.write('a.csv', text)
    expect(await here.take(file)).toMatchObject({ created: CROWD, updated: 0, likely_count: 0 })
    expect(await here.take(file)).toMatchObject({ created: 0, updated: 0, unchanged: CROWD })
  })
})

test('one of a crowd on a phone is refused by name all the same', async () => {
  const here = place()
  const [, text] = TABLES[0] as [string, string]
  await here.take(here.write('a.csv', text))
  const name = `Имя${worded(110)} Фамил${worded(110)}ин`
  expect((await here.run('add', name, '--phone', '+7 916 000-00-01')).code).toBe(5)
  expect((await here.run('add', 'Ґалаґан Микола', '--phone', '+7 916 000-00-01')).stderr).toBe('')
})
