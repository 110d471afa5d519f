import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openRejects } from '../../src/cli/rejects.js'
import { isRefusal } from '../../src/errors.js'
import { en } from '../../src/words/en.js'
import { freshFolder } from '../store/base.js'

const SHAPE = { as: 'csv', header: ['Name'], delimiter: ',' } as const

const said = (work: () => unknown): string => {
  try {
    work()
  } catch (error) {
    if (!isRefusal(error)) throw error
    const told = error.say(en)
    return typeof told === 'string' ? told : [told.text, told.hint].join('\n')
  }
  return 'nothing refused'
}

test('two imports at once whose rejects have one name do not write into each other', () => {
  const file = join(freshFolder(), 'rejects.csv')
  const [one, other] = [0, 1].map(() => openRejects({ file, earlier: [] }, SHAPE, true))
  one?.write(['Ёлкина'], 1, 'first')
  other?.write(["O'Brien-Ñandú"], 1, 'second')
  one?.write(['Ґалаґан'], 2, 'first')
  one?.finish(2)
  expect(readFileSync(file, 'utf8').split('\r\n')).toEqual([
    '\ufeffName,line,reason',
    'Ёлкина,1,first',
    'Ґалаґан,2,first',
    '',
  ])
  other?.finish(1)
  expect(readFileSync(file, 'utf8').split('\r\n')).toEqual(['\ufeffName,line,reason', "O'Brien-Ñandú,1,second", ''])
  expect(readdirSync(join(file, '..'))).toEqual(['rejects.csv'])
})

test('rejects are their owner’s alone, whatever the umask, and a link to their place stays', () => {
  const folder = freshFolder()
  const real = join(folder, 'real.csv')
  writeFileSync(real, 'earlier', { mode: 0o644 })
  symlinkSync(real, join(folder, 'link.csv'))
  const before = process.umask(0)
  try {
    for (const name of ['fresh.csv', 'link.csv']) {
      const rejects = openRejects({ file: join(folder, name), earlier: [] }, SHAPE, true)
      rejects.write(['Ёлкина'], 1, 'no')
      rejects.finish(1)
    }
  } finally {
    process.umask(before)
  }
  expect(['fresh.csv', 'real.csv'].map((name) => (statSync(join(folder, name)).mode & 0o777).toString(8))).toEqual([
    '600',
    '600',
  ])
  expect(readFileSync(real, 'utf8')).toContain('Ёлкина')
  expect(readdirSync(folder)).toEqual(['fresh.csv', 'link.csv', 'real.csv'])
})

test('a name that cannot be given in the end is told as what it is: the import is kept', () => {
  const folder = freshFolder()
  const file = join(folder, 'rejects.csv')
  const rejects = openRejects({ file, earlier: [] }, SHAPE, true)
  rejects.write(['Ёлкина'], 1, 'no')
  mkdirSync(join(file, 'in the way'), { recursive: true })
  expect(said(() => rejects.finish(1))).toBe(
    `The import is kept, but the rejected rows could not be written to ${file}: it is a folder.\n${en.faults.rejectsLostHint}`,
  )
  rejects.discard()
  expect(readdirSync(folder)).toEqual(['rejects.csv'])
})

test('a device takes rows and stays one', () => {
  const rejects = openRejects({ file: '/dev/null', earlier: [] }, SHAPE, true)
  rejects.write(['Ёлкина'], 1, 'no')
  rejects.finish(1)
  expect(statSync('/dev/null').isCharacterDevice()).toBe(true)
})
