import { beforeEach, describe, expect, test } from 'vitest'
import type { Filter } from '../../src/domain/filter.js'
import { type LeftOut, mailing, mailingChannel } from '../../src/usecases/mailing.js'
import { freshFolder, opened } from '../store/base.js'
import { runIn } from '../world.js'

let folder = ''
beforeEach(() => {
  folder = freshFolder()
})

const done = async (...argv: string[]): Promise<string> => {
  const { code, stdout, stderr } = await runIn({ folder }, ...argv)
  if (code !== 0) throw new Error(`${argv.join(' ')}: ${stderr}`)
  return stdout
}

const ALL: Filter = { is: 'and', parts: [] }

/** Who is mailed, by their ids, and who is not and why. */
async function mailed(channel: string | null, filter: Filter = ALL): Promise<{ who: number[]; left: LeftOut }> {
  const store = await opened(`${folder}/clients.db`)
  const { filter: wanted, count, left } = await mailing({ store } as never, filter, mailingChannel(channel))
  const who = await store.clients.ids({
    filter: wanted,
    sort: [{ key: 'id', descending: false }],
    limit: null,
    offset: 0,
  })
  expect(count).toBe(who.length)
  return { who, left }
}

const NOBODY: LeftOut = { archived: 0, refused: 0, no_address: 0, refused_channel: 0, refused_elsewhere: 0 }

describe('a mailing', () => {
  test('reaches who has an address there and has not refused it, and counts the others once', async () => {
    await done('add', 'Asked nothing', '--email=a1@example.com')
    await done('add', 'Said yes', '--email=a2@example.com', '--consent=yes')
    await done('add', 'Refused all', '--email=a3@example.com', '--consent=no', '--consent=email:yes')
    await done('add', 'Refused all, no address', '--consent=no')
    await done('add', 'Refused letters', '--email=a5@example.com', '--consent=email:no')
    await done('add', 'Refused calls', '--email=a6@example.com', '--consent=call:no')
    await done('add', 'No address', '--phone=+7 916 000-00-07')
    await done('add', 'Refused letters, no address', '--consent=email:no')
    await done('add', 'Archived', '--email=a9@example.com')
    await done('remove', '9', '-y')
    const left = { ...NOBODY, refused: 2, no_address: 2, refused_channel: 1 }
    expect(await mailed(null)).toEqual({ who: [1, 2, 6], left })
    const archivedToo: Filter = {
      is: 'or',
      parts: ['yes', 'no'].map((answer) => ({
        is: 'yes-no',
        field: { key: 'archived', type: 'yes-no', kept: 'computed', aliases: [], example: '' },
        value: answer === 'yes',
      })),
    }
    expect(await mailed('e-mail', archivedToo)).toEqual({ who: [1, 2, 6], left: { ...left, archived: 1 } })
  })

  test.each([
    ['call', [1, 3, 4]],
    ['sms', [1, 3]],
    ['telegram', [2, 4]],
    ['message', [2, 3, 4]],
    ['viber', [3]],
    ['post', [2]],
    ['почта', []],
  ])('by %s', async (channel, who) => {
    await done('add', 'Phone', '--phone=+7 916 000-00-01')
    await done('add', 'Messenger', '--telegram=two', '--address=Сумська 1')
    await done(
      'add',
      'Both',
      '--phone=+7 916 000-00-03',
      '--telegram=three',
      '--viber=+79160000003',
      '--consent=telegram:no',
    )
    await done(
      'add',
      'No SMS',
      '--phone=+7 916 000-00-04',
      '--telegram=four',
      '--address=вул. 4',
      '--consent=sms:no',
      '--consent=post:no',
    )
    await done('add', 'No messages', '--telegram=five', '--consent=message:no', '--consent=telegram:yes')
    expect((await mailed(channel)).who).toEqual(who)
  })

  test('an address that one card refused is refused on every other, that in the archive too', async () => {
    await done('add', 'Anna Vane', '--email=anna@example.com', '--phone=+7 916 000-00-01', '--consent=no')
    await done('add', 'Anna Vane', '--email=anna@example.com', '--phone=+7 916 000-00-01', '--force')
    await done('add', 'Boris', '--email=boris@example.com')
    expect(await mailed('email')).toEqual({ who: [3], left: { ...NOBODY, refused: 1, refused_elsewhere: 1 } })
    await done('remove', '1', '-y')
    expect(await mailed('email')).toEqual({ who: [3], left: { ...NOBODY, refused_elsewhere: 1 } })
    // The phone of an office is many people's.
    expect((await mailed('call')).who).toEqual([2])
    expect((await mailed('sms')).who).toEqual([])
    await done('edit', '1', '--consent=')
    expect((await mailed('email')).who).toEqual([2, 3])
  })

  test('tells those whom their own refusal keeps out from those whose address another refused', async () => {
    await done('add', 'Ёлкина Анна', '--telegram=anna', '--viber=+79160000001', '--consent=telegram:no')
    await done('add', 'Анна Ё.', '--telegram=anna', '--force')
    await done('add', 'Ґалаґан Остап', '--telegram=anna', '--viber=+380671234567', '--force')
    await done('add', "O'Brien-Ñandú", '--telegram=zoe', '--consent=telegram:no')
    const left = { ...NOBODY, refused_channel: 1, refused_elsewhere: 1 }
    expect(await mailed('message')).toEqual({ who: [1, 3], left })
    expect(await mailed('telegram')).toEqual({ who: [], left: { ...NOBODY, refused_channel: 2, refused_elsewhere: 2 } })
    const said = async (lang: string): Promise<string> =>
      (await runIn({ folder }, 'export', '--mailing', 'message', '--lang', lang)).stderr
    expect(await said('en')).toContain('Left out: 1 refused this channel, 1 whose address somebody else refused.')
    expect(await said('ru')).toContain(
      'Не вошли: отказались от этого канала – 1, с адресом, от которого отказался кто-то другой – 1.',
    )
    expect(await said('uk')).toContain('з адресою, від якої відмовився хтось інший – 1.')
  })

  test.each([
    [null, 'email'],
    ['', 'email'],
    ['Telegram', 'telegram'],
    ['смс', 'sms'],
  ])('%j is the channel %s', (typed, channel) => {
    expect(mailingChannel(typed)).toBe(channel)
  })

  test.each(['meet', 'зустріч', 'pigeon', '__proto__'])('by %s there is none', (typed) => {
    expect(() => mailingChannel(typed)).toThrow(expect.objectContaining({ exit: 2 }))
  })
})
