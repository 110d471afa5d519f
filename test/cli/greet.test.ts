import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { runIn } from '../world.js'

let folder = ''

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'clientele-greet-'))
  await say('add', 'Громова Ольга Ильинична', '--birthday', '22.11.1966', '--email', 'olga@example.com')
  await say('add', 'Коваль Сашко', '--birthday', '22.11', '--language', 'uk', '--closeness', 'close')
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

const say = (...argv: string[]) => runIn({ folder }, ...argv)
const json = async (...argv: string[]) => JSON.parse((await say('greet', '--json', ...argv)).stdout)

function template(name: string, text: string | Uint8Array): string {
  const own = join(folder, 'home', '.config', 'clientele', 'greetings')
  mkdirSync(own, { recursive: true })
  writeFileSync(join(own, name), text)
  return join(own, name)
}

describe('JSON', () => {
  test('has all that a script needs to send a greeting', async () => {
    const [first, second] = await json()
    expect(first).toMatchObject({
      number: 't1',
      due: '2026-11-22',
      language: 'ru',
      closeness: 'formal',
      subject: 'С юбилеем!',
      occasion: 'birthday-round',
      template: null,
      also: [],
    })
    expect(first.client.id).toBe(1)
    expect(first.reasons[0].code).toBe('occasion')
    expect(Object.keys(first.links)).toEqual(['mailto'])
    expect(second).toMatchObject({ number: 't2', language: 'uk', closeness: 'close', links: {} })
    expect(second.text).toMatch(/^Привіт, Сашку!/)
  })

  test('numbers are those of today', async () => {
    await say('next', '1', 'today', 'call about the roof')
    const greeted = await json()
    const { greetings } = JSON.parse((await say('today', '--json')).stdout)
    expect(greeted.map(({ number }: { number: string }) => number)).toEqual(
      greetings.map(({ number }: { number: string }) => number),
    )
    expect((await say('greet', 't1')).code).toBe(2)
    expect((await say('done', greeted[0].number)).code).toBe(0)
    expect(await json()).toHaveLength(1)
  })
})

describe('marking', () => {
  test('logs a contact, closes the greeting, in one operation that undo takes back', async () => {
    expect((await say('greet', '--mark')).stderr).toContain('2 greetings noted')
    const { history } = JSON.parse((await say('show', '1', '--json')).stdout)
    expect(history).toMatchObject([
      { channel: 'message', direction: 'out', purpose: 'greeting', text: 'birthday', result: null },
    ])
    expect(await json()).toEqual([])
    const again = await say('greet', '--mark')
    expect([again.code, again.stdout, again.stderr]).toEqual([0, '', ''])
    expect((await say('undo')).code).toBe(0)
    expect(await json()).toHaveLength(2)
    expect(JSON.parse((await say('show', '1', '--json')).stdout).history).toEqual([])
  })

  test('one by its number; another stays', async () => {
    await say('greet', 't1', '--mark', '--channel', 'call')
    expect((await json()).map(({ client }: { client: { id: number } }) => client.id)).toEqual([2])
    const second = await say('greet', 't1', '--mark')
    expect([second.code, second.stdout]).toEqual([0, ''])
  })

  test('a holiday that nobody here keeps says so', async () => {
    const { code, stdout, stderr } = await say('greet', '--holiday', 'independence-day-kz')
    expect([code, stdout]).toEqual([0, ''])
    expect(stderr).toContain('is meant for')
  })

  test('a filter of the moment takes the place of the countries of a church holiday', async () => {
    await say('edit', '1', '--country', 'KZ')
    expect((await say('greet', '--holiday', 'christmas', '--format', 'ids')).stdout).not.toContain('1')
    expect((await say('greet', '--holiday', 'christmas', 'громова', '--format', 'ids')).stdout).toBe('1\n')
  })

  test('a holiday of everybody is marked at once', async () => {
    await say('greet', '--holiday', 'new-year', '--mark', '-q')
    expect((await say('greet', '--holiday', 'new-year', '--format', 'ids')).stdout).toBe('')
    expect((await say('greet', '--date', '01.01', '--format', 'ids')).stdout).toBe('')
    await say('undo')
    expect((await say('greet', '--date', '01.01', '--format', 'ids')).stdout).toBe('1\n2\n')
  })

  test('whose day is still to come waits for it, unless it is asked for', async () => {
    await say('add', 'Ёлкина Анна', '--birthday', '24.11', '--vip')
    expect(await json()).toHaveLength(3)
    expect((await say('greet', '--mark')).stderr).toContain('2 greetings noted')
    const left = await json()
    expect(left.map(({ client }: { client: { id: number } }) => client.id)).toEqual([3])
    expect((await say('greet', '--mark')).stdout).toBe('')
    await say('greet', left[0].number, '--mark')
    expect(await json()).toEqual([])
    await say('undo')
    await say('greet', '--ahead', '3', '--mark')
    expect(await json()).toEqual([])
  })

  test('a dry run writes nothing', async () => {
    expect((await say('greet', '--mark', '-n')).stderr).toContain('would be noted')
    expect(await json()).toHaveLength(2)
  })
})

describe('templates of one’s own', () => {
  test('the most fitting is used, with names in their cases', async () => {
    template('birthday.txt', 'Subject: {given}!\n{address}\n{company}\n{years:text}: {name:genitive}\n\n{closing}')
    await say('config', 'set', 'greet.sign', 'Мария')
    expect((await json())[0]).toMatchObject({
      subject: 'Ольга!',
      text: 'Уважаемая Ольга Ильинична!\n60 лет: Ольги Ильиничны\n\nС уважением,\nМария',
      template: 'birthday',
    })
    template('birthday.uk.close.txt', '{given:vocative}, {given:genitive}')
    expect((await json())[1]).toMatchObject({ template: 'birthday.uk.close', text: 'Сашку, Сашка' })
  })

  test('a placeholder that does not exist is refused with file, line and the one that was meant', async () => {
    const file = template('birthday.uk.txt', 'Так\n{adress}')
    const { code, stdout, stderr } = await say('greet')
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toBe(`${file}, line 2: there is no {adress}.\nDid you mean {address}?\n`)
  })

  test('a file that is no UTF-8 is refused', async () => {
    template('birthday.txt', new Uint8Array([0xcf, 0xf0, 0xe8]))
    expect((await say('greet')).code).toBe(2)
  })

  test('a file that is never used is told of', async () => {
    template('birtday.txt', 'x')
    template('programmer-ru.txt', 'x')
    template('birthday.ru.txt', 'x')
    const { stdout, stderr } = await say('greet', '--templates')
    expect(stdout).toMatch(/^birthday +birthday +birthday\.ru\.txt$/m)
    expect(stdout).toMatch(/^programmer-ru .*programmer-ru\.txt$/m)
    expect(stderr).toContain('is called so: birtday.txt.')
    const listed = JSON.parse((await say('greet', '--templates', '--json')).stdout)
    expect(listed.unused).toEqual(['birtday.txt'])
    expect(listed.occasions[0]).toEqual({
      occasion: 'birthday',
      languages: ['en', 'ru', 'uk'],
      own: ['birthday.ru.txt'],
    })
  })
})

test('drafts: those with an address, and never over another file', async () => {
  const file = join(folder, 'drafts.mbox')
  const { stderr } = await say('greet', '--mbox', file)
  expect(stderr).toContain('1 draft written')
  expect(stderr).toContain('No e-mail address: Коваль Сашко.')
  expect(readFileSync(file, 'latin1').match(/^From - /gm)).toHaveLength(1)
  writeFileSync(file, 'mine')
  expect((await say('greet', '--mbox', file)).code).toBe(5)
  expect((await say('greet', '--mbox', join(folder, 'clients.db'), '--force')).code).toBe(5)
  expect(readFileSync(file, 'latin1')).toBe('mine')
  await say('greet', '--mbox', file, '--yes', '--dry-run')
  expect(readFileSync(file, 'latin1')).toBe('mine')
})

test('an escape in a stored name reaches no terminal', async () => {
  await say('date', 'add', '1', '22.11', 'x\u001b[31m', '--who', 'жена\u001b[2J')
  const { stdout } = await runIn({ folder, terminal: true }, 'greet', '--text', '--links')
  expect(stdout).toContain('Ольга')
  expect(stdout).not.toContain('\u001b')
})
