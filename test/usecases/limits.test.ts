import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { LIMITS } from '../../src/domain/limits.js'
import { freshFolder } from '../store/base.js'
import { runIn } from '../world.js'

const LONG = 'ї'.repeat(LIMITS.line + 1)
const PHONE = '+380441234567'

describe('what is typed', () => {
  test.each([
    [[LONG], 'name is too long: 1,001 characters; at most 1,000 are kept.'],
    [['Anna', '--city', LONG], '--city'],
    [['Anna', '--company', LONG], '--company'],
    [['Anna', '--tag', `vip,${LONG}`], '--tag'],
    [['Anna', '--external-id', LONG], '--external-id'],
    [['Anna', '--phone', `${LONG}:${PHONE}`], '--phone'],
    [['Anna', '--set', `${LONG}=1`], '--set'],
    [['Anna', '--no-call', LONG], '--no-call'],
    [['Anna', '--note', 'x'.repeat(LIMITS.text + 1)], '--note is too long: 1,000,001 characters'],
  ])('is refused by add and by edit when it is too long (%#)', async (argv, said) => {
    const folder = freshFolder()
    await runIn({ folder }, 'add', 'Ёлкина Анна')
    const [name = '', ...flags] = argv
    const ways = [
      ['add', ...argv],
      ['edit', '1', '--name', name, ...flags],
    ]
    for (const way of ways) {
      const { code, stderr } = await runIn({ folder }, ...way)
      expect(code).toBe(2)
      expect(stderr).toContain(said)
      expect(stderr.length).toBeLessThan(400)
    }
    expect((await runIn({ folder }, 'list', '--json')).stdout).toContain('"name": "Ёлкина Анна"')
  })

  test('may be as long as it is allowed', async () => {
    const folder = freshFolder()
    const note = `${'я '.repeat(LIMITS.text / 2 - 1)}яя`
    const ran = await runIn({ folder }, 'add', 'ї'.repeat(LIMITS.line), '--note', note)
    expect(ran).toMatchObject({ code: 0 })
    expect(JSON.parse((await runIn({ folder }, 'show', '1', '--json')).stdout)).toMatchObject({ note })
  })
})

const imported = async (name: string, text: string) => {
  const folder = freshFolder()
  const file = join(folder, name)
  writeFileSync(file, text)
  const { code, stdout } = await runIn({ folder }, 'import', file, '--json')
  const summary = JSON.parse(stdout) as { created: number; rejected: number; rejects: string | null }
  const clients = JSON.parse((await runIn({ folder }, 'export', '--json')).stdout) as Record<string, unknown>[]
  return { code, summary, clients, rejects: summary.rejects === null ? '' : readFileSync(summary.rejects, 'utf8') }
}

describe('what is imported', () => {
  test.each([
    ['a.csv', `Name,Phone\n${LONG},${PHONE}\nЁлкина Анна,\n`],
    ['a.csv', `Name,Tags\nPetro,${LONG}\nЁлкина Анна,\n`],
    ['a.csv', `Name,Company\nPetro,${LONG}\nЁлкина Анна,\n`],
    ['a.csv', `Name,Note\nPetro,${'x'.repeat(LIMITS.text + 1)}\nЁлкина Анна,\n`],
    ['a.json', JSON.stringify([{ name: LONG }, { name: 'Ёлкина Анна' }])],
    [
      'a.vcf',
      `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:${LONG}\r\nEND:VCARD\r\nBEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ёлкина Анна\r\nEND:VCARD\r\n`,
    ],
  ])('is a reject when it is too long (%s, %#)', async (name, text) => {
    const { code, summary, clients, rejects } = await imported(name, text)
    expect(code).toBe(6)
    expect(summary).toMatchObject({ created: 1, rejected: 1 })
    expect(clients.map(({ name: each }) => each)).toEqual(['Ёлкина Анна'])
    expect(rejects).toContain('is too long')
  })

  const own = { kind: 'person', status: 'lead', phones: [] }
  test.each([
    ['NUL in another program’s JSON', [{ name: 'Pet\0ro' }, { name: 'Ёлкина Анна' }]],
    ['half a letter in it', [{ name: 'Petro', city: 'x\ud83d' }, { name: 'Ёлкина Анна' }]],
    [
      'NUL in our own',
      [
        { ...own, name: 'Petro', note: 'a\0b' },
        { ...own, name: 'Ёлкина Анна' },
      ],
    ],
    [
      'half a letter in our own',
      [
        { ...own, name: 'Petro', tags: ['\udc00'] },
        { ...own, name: 'Ёлкина Анна' },
      ],
    ],
  ])('%s is a reject', async (_, records) => {
    const { code, summary, clients, rejects } = await imported('a.json', JSON.stringify(records))
    expect(code).toBe(6)
    expect(summary).toMatchObject({ created: 1, rejected: 1 })
    expect(clients.map(({ name }) => name)).toEqual(['Ёлкина Анна'])
    expect(rejects).toContain('NUL or half a letter')
  })

  test('what only looks like such signs is kept', async () => {
    const note = 'C:\\ud83d\\u0000 💡'
    const { code, clients } = await imported('a.json', JSON.stringify([{ ...own, name: 'Ёлкина Анна 🎂', note }]))
    expect(code).toBe(0)
    expect(clients[0]).toMatchObject({ name: 'Ёлкина Анна 🎂', note })
  })

  test.each(['constructor', 'toString', 'hasOwnProperty', '__proto__', 'valueOf'])(
    'a column called %s is a field like any other',
    async (name) => {
      for (const [file, text] of [
        ['a.csv', `Name,${name}\nЁлкина Анна,odd value\n`],
        ['a.json', `[{"name":"Ёлкина Анна","${name}":"odd value"}]`],
      ] as const) {
        const { code, clients } = await imported(file, text)
        expect(code).toBe(0)
        expect(Object.values(clients[0]?.custom as object)).toEqual(['odd value'])
      }
    },
  )

  test('a number of many digits is kept digit by digit', async () => {
    const text =
      '[{"name":"Ёлкина \\"1e999\\" \\\\","id":12345678901234567890,"phone":380441234567,"card":4276550012345679001,"small":1.50,"far":1e999}]'
    const { code, clients } = await imported('a.json', text)
    expect(code).toBe(0)
    expect(JSON.stringify(clients[0])).toContain('12345678901234567890')
    expect(JSON.stringify(clients[0])).toContain('4276550012345679001')
    expect(clients[0]).toMatchObject({ phones: [{ value: '+380441234567' }] })
    expect(JSON.stringify(clients[0])).not.toContain('Infinity')
  })
})
