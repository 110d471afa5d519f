import { join } from 'node:path'
import { expect, test } from 'vitest'
import { yesOrNo } from '../../src/cli/insisting.js'
import { freshFolder } from '../store/base.js'
import { runIn } from '../world.js'

test.each([
  ['y', true],
  ['Yes', true],
  ['д', true],
  ['Да', true],
  [' ДА ', true],
  ['т', true],
  ['Так', true],
  ['n', false],
  ['No', false],
  ['н', false],
  ['НЕТ', false],
  ['ні', false],
  ['нi\u0308', null],
  ['', false],
  ['  ', false],
  ['yeah', null],
  ['da', null],
  ['дай', null],
  ['такси', null],
  ['нетто', null],
  ['1', null],
  ['true', null],
  ['ja', null],
])('“%s” as an answer is %s', (answer, said) => {
  expect(yesOrNo(answer)).toBe(said)
})

const remembered = async (folder: string): Promise<string> => (await runIn({ folder }, 'count')).stdout.trim()

test.each([
  ['ru', 'да', 'Ответьте «да» или «нет».'],
  ['uk', 'Так', 'Дайте відповідь «так» або «ні».'],
  ['en', 'д', 'Please answer “yes” or “no”.'],
])('in %s an answer that is neither is asked for again, and %s is a yes', async (lang, yes, again) => {
  const folder = freshFolder()
  await runIn({ folder }, 'add', 'Ґалаґан Ёлкина')
  const { code, world } = await runIn(
    { folder, terminal: true, answers: ['хтозна', yes] },
    '--lang',
    lang,
    'forget',
    '1',
  )
  expect(code).toBe(0)
  expect(world.written.filter(({ to }) => to === 'asker').map(({ text }) => text)).toContain(`${again}\n`)
  expect(await remembered(folder)).toBe('0')
})

test.each([
  ['ru', 'нет'],
  ['uk', 'ні'],
  ['en', ''],
])('in %s “%s” takes nothing away', async (lang, no) => {
  const folder = freshFolder()
  await runIn({ folder }, 'add', "Pat O'Brien-Ñandú")
  const copy = join(folder, 'copy.db')
  await runIn({ folder }, 'backup', copy)
  for (const args of [
    ['forget', '1'],
    ['restore', copy],
    ['edit', 'name:pat', '--all', '--city', 'Київ'],
  ]) {
    const { code, stdout } = await runIn({ folder, terminal: true, answers: [no] }, '--lang', lang, ...args)
    expect({ args, code, stdout }).toEqual({ args, code: 130, stdout: '' })
  }
  expect(await remembered(folder)).toBe('1')
})
