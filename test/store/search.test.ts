import { describe, expect, test } from 'vitest'
import { runIn } from '../world.js'
import { freshFolder } from './base.js'

describe('search', () => {
  const finder =
    (folder: string) =>
    async (...words: string[]): Promise<string[]> =>
      (await runIn({ folder }, 'list', ...words, '--format', 'ids')).stdout.split('\n').filter((id) => id !== '')

  test.each(['ёлкина', 'ЁЛКИНА', 'Елкина', 'ЕЛКИНА', 'elkina', 'Elkina', 'yolkina', 'ёлк', 'анна ёлкина', 'anna elk'])(
    '“%s” finds Ёлкина Анна',
    async (words) => {
      const folder = freshFolder()
      await runIn({ folder }, 'add', 'Ёлкина Анна')
      await runIn({ folder }, 'add', 'Борис Волков')
      expect(await finder(folder)(words)).toEqual(['1'])
    },
  )

  test.each([
    ['Їжак Євген', ['їжак', 'ЇЖАК', 'yizhak']],
    ['Ґудзь Соломія', ['ґудзь', 'гудзь', 'солом', 'соломия']],
    ['Коваль Ігор', ['игор', 'ІГОР', 'koval']],
    ["O'Brien-Ñandú Máire", ["o'brien", 'obrien', 'nandu', 'ñandú', 'maire']],
    ['田中 花子', ['田中']],
    ['ООО «Ромашка»', ['ооо', 'ООО Ромашка', 'ромашка ооо', 'ooo romashka']],
    ['WWW Studio', ['www', 'www studio']],
    ['Müller Jörg', ['muller', 'MÜLLER', 'jorg']],
  ])('%s is found by %j', async (name, words) => {
    const folder = freshFolder()
    await runIn({ folder }, 'add', name)
    for (const word of words) expect({ word, found: await finder(folder)(word) }).toEqual({ word, found: ['1'] })
  })

  test('a word of one letter is found, and not whatever begins with the letter', async () => {
    const folder = freshFolder()
    for (const name of ['Олег Ооржак', 'ООО Орион', 'Орлова']) await runIn({ folder }, 'add', name)
    expect(await finder(folder)('ооо')).toEqual(['2'])
    expect((await runIn({ folder }, 'show', 'ооо орион')).code).toBe(0)
  })

  test('follows a rename, its undo and its redo', async () => {
    const folder = freshFolder()
    const find = finder(folder)
    await runIn({ folder }, 'add', 'Ёлкина Анна')
    await runIn({ folder }, 'edit', '1', '--name', 'Соснова Анна')
    expect([await find('ёлкина'), await find('sosnova')]).toEqual([[], ['1']])
    await runIn({ folder }, 'undo')
    expect([await find('ёлкина'), await find('sosnova')]).toEqual([['1'], []])
    await runIn({ folder }, 'undo', '3')
    expect([await find('ёлкина'), await find('sosnova')]).toEqual([[], ['1']])
  })

  test('follows what was added and taken away: notes, tags, mail, phones', async () => {
    const folder = freshFolder()
    const find = finder(folder)
    await runIn({ folder }, 'add', 'Anna', '--note', 'likes herons', '--email', 'heron@example.com')
    expect(await find('herons')).toEqual(['1'])
    expect(await find('heron@example.com')).toEqual(['1'])
    await runIn({ folder }, 'edit', '1', '--note', 'likes swans', '--remove-email', 'heron@example.com')
    expect([await find('herons'), await find('heron@example.com'), await find('swans')]).toEqual([[], [], ['1']])
    await runIn({ folder }, 'undo')
    expect([await find('herons'), await find('heron@example.com'), await find('swans')]).toEqual([['1'], ['1'], []])
  })

  test('a client in the archive is not found, and is again after undo', async () => {
    const folder = freshFolder()
    const find = finder(folder)
    await runIn({ folder }, 'add', 'Ёлкина Анна')
    await runIn({ folder }, 'remove', '1')
    expect(await find('ёлкина')).toEqual([])
    await runIn({ folder }, 'undo')
    expect(await find('ёлкина')).toEqual(['1'])
  })

  test('signs that mean something to the engine are just signs', async () => {
    const folder = freshFolder()
    await runIn({ folder }, 'add', 'Anna "Nan" O\'Neil* (Jr)')
    for (const words of ['nan', "o'neil*", 'anna*', 'NEAR', '"', "'", 'a OR b', 'name : anna', '^anna', '%', '_'])
      expect((await runIn({ folder }, 'list', words)).stderr).not.toContain('bug')
  })
})
