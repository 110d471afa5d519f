import { beforeEach, describe, expect, test } from 'vitest'
import { type Place, place } from './import-world.js'

let here: Place
beforeEach(() => {
  here = place()
})

const done = async (...argv: string[]): Promise<string> => {
  const { code, stdout, stderr } = await here.run(...argv)
  if (code !== 0) throw new Error(`${argv.join(' ')}: ${code} ${stderr}`)
  return stdout
}

interface Answers {
  consent: string | null
  consent_origin: string | null
  consent_at: string | null
  consents: { channel: string; answer: string; origin: string | null; at: string }[]
}

const answersIn = async (there: Place, client: string): Promise<Answers> => {
  const { stdout } = await there.run('show', client, '--json')
  const { consent, consent_origin, consent_at, consents } = JSON.parse(stdout) as Answers
  return { consent, consent_origin, consent_at, consents }
}
const answers = (client = '1'): Promise<Answers> => answersIn(here, client)
const short = async (client = '1'): Promise<string> => {
  const { consent, consents } = await answers(client)
  return [consent ?? '-', ...consents.map(({ channel, answer }) => `${channel}:${answer}`).sort()].join(' ')
}

const TODAY = '2026-11-22'

describe('a yes that a wider no keeps from holding', () => {
  const said = async (...argv: string[]): Promise<string> => {
    const { code, stderr } = await here.run(...argv)
    expect(code).toBe(0)
    return stderr
  }

  test.each([
    [
      'en',
      'Note: the no to everything still holds, so e-mail stays refused. To take it back: clientele edit 1 --consent ""',
    ],
    [
      'ru',
      'отказ от всего остаётся в силе, поэтому по-прежнему нельзя: письма. Снять отказ: clientele edit 1 --consent ""',
    ],
    [
      'uk',
      'відмова від усього лишається чинною, тому й далі не можна: листи. Зняти відмову: clientele edit 1 --consent ""',
    ],
  ])('is said in %s, with what lifts it', async (lang, line) => {
    await done('add', 'Ёлкина Анна', '--consent=no')
    expect(await said('edit', '1', '--consent=email:yes', '--lang', lang)).toContain(line)
    expect(await said('edit', '1', '--consent=', '--lang', lang)).not.toContain('--consent')
    expect(await short()).toBe('- email:yes')
  })

  test('of messages too, of many by their number, and of nothing that holds', async () => {
    const holds = 'still holds'
    expect(await said('add', 'Ґалаґан Остап', '--consent=message:no', '--consent=telegram:yes')).toContain(
      'the no to messages still holds, so Telegram stays refused. To take it back: clientele edit 1 --consent message:',
    )
    expect(await said('add', "O'Brien-Ñandú 💡", '--consent=no')).not.toContain(holds)
    await done('add', 'Жук Ян', '--consent=no')
    await done('add', 'Синица Яна', '--consent=call:no')
    const many = await said('edit', 'id:1..4', '--all', '--consent=viber:yes', '--consent=email:yes')
    expect(many).toContain('of 2 clients the no to everything still holds, so Viber, e-mail stay refused')
    expect(many).toContain('of 1 client the no to messages still holds, so Viber stays refused')
    expect(await said('edit', '4', '--consent=email:yes')).not.toContain(holds)
    expect(await said('edit', '4', '--consent=call:yes')).not.toContain(holds)
    expect(await said('edit', '1', '--consent=message:yes')).not.toContain(holds)
    expect(await said('edit', '2', '--city=Львів')).not.toContain(holds)
  })
})

describe('a list', () => {
  test.each([
    [['--consent=no', '--consent=email:yes'], 'no', 'нет', 'ні'],
    [['--consent=email:no'], 'e-mail: no', 'письма: нет', 'листи: ні'],
    [
      ['--consent=yes', '--consent=call:no', '--consent=email:yes'],
      'yes; calls: no',
      'да; звонки: нет',
      'так; дзвінки: ні',
    ],
    [['--consent=message:no', '--consent=viber:yes'], 'messages: no', 'сообщения: нет', 'повідомлення: ні'],
    [['--city=Київ'], '', '', ''],
  ])('shows of %j what is in force', async (flags, ...shown) => {
    await done('add', 'Ёлкина Анна', ...flags)
    for (const [at, lang] of ['en', 'ru', 'uk'].entries()) {
      const [, row = ''] = (await done('list', '--columns', 'id,consent', '--lang', lang)).split('\n')
      expect(row.replace(/^\s*1\s*/, '').trimEnd()).toBe(shown[at])
    }
    const [first] = flags
    const overall = { '--consent=no': 'no', '--consent=yes': 'yes' }[first ?? ''] ?? ''
    expect((await done('list', '--columns', 'id,consent', '--format', 'tsv')).split('\n')[1]).toBe(`1\t${overall}`)
  })
})

describe('the preview of a merge', () => {
  test.each([
    [
      'en',
      'no (of 2) · 3: yes',
      'calls: no (22 Nov 2026); e-mail: no (анкета; call:no, 22 Nov 2026) (of several)',
      'Go into it',
    ],
    ['ru', 'нет (от 2) · 3: да', 'звонки: нет (22 нояб. 2026); письма: нет (анкета; call:no, 22 нояб. 2026)', 'войдут'],
    [
      'uk',
      'ні (від 2) · 3: так',
      'дзвінки: ні (22 лист. 2026); листи: ні (анкета; call:no, 22 лист. 2026)',
      'ввійдуть',
    ],
  ])('says answers in the words of %s', async (lang, all, channels, verb) => {
    await done('add', 'Ёлкина Мария', '--consent=call:yes', '--consent=email:no', '--consent-origin=анкета; call:no')
    await done('add', 'Ёлкина Мария', '--consent=call:no', '--consent=no', '--force')
    await done('add', 'Ёлкина Мария', '--consent=yes', '--force')
    const { stderr } = await here.run('merge', '1', '2', '3', '--dry-run', '--lang', lang)
    const line = stderr.replace(/\s+/g, ' ')
    for (const text of [all, channels, verb]) expect(line).toContain(text)
  })

  test('lists for scripts whose answers for channels are not those that stay', async () => {
    const fieldsOf = async (): Promise<unknown> => {
      const { fields } = JSON.parse(await done('merge', '1', '2', '--dry-run', '--json')) as {
        fields: { field: string }[]
      }
      return fields.find(({ field }) => field === 'consents')
    }
    await done('add', 'Ґалаґан Остап', '--consent=email:yes')
    await done('add', 'Ґалаґан Остап', '--consent=email:no', '--force')
    const yes = { id: 1, value: `email:yes (${TODAY})` }
    expect(await fieldsOf()).toEqual({ field: 'consents', value: `email:no (${TODAY})`, from: 2, others: [yes] })
    await done('edit', '2', '--consent=call:no')
    const no = { id: 2, value: `call:no (${TODAY}); email:no (${TODAY})` }
    expect(await fieldsOf()).toEqual({ field: 'consents', value: no.value, from: 2, others: [yes] })
    await done('edit', '1', '--consent=viber:no')
    const both = `email:yes (${TODAY}); viber:no (${TODAY})`
    expect(await fieldsOf()).toMatchObject({ from: null, others: [{ id: 1, value: both }, no] })
    // Who never answered has nothing that could differ.
    await done('edit', '1', '--consent=viber:', '--consent=email:')
    expect(await fieldsOf()).toMatchObject({ from: 2, others: [] })
  })
})

describe('what is typed', () => {
  test('is recorded with its origin and its day', async () => {
    await done('add', 'Ёлкина Анна', '--consent=yes', '--consent=почта:нет', '--consent-origin=анкета 12.03')
    const told = { answer: 'no', origin: 'анкета 12.03', at: TODAY }
    expect(await answers()).toEqual({
      consent: 'yes',
      consent_origin: 'анкета 12.03',
      consent_at: TODAY,
      consents: [{ channel: 'email', ...told }],
    })
  })

  test.each([
    [['--consent=no'], 'no call:no email:yes'],
    [['--consent=нет', '--consent=дзвінки:так'], 'no call:yes email:yes'],
    [['--consent='], '- call:no email:yes'],
    [['--consent=email:'], 'yes call:no'],
    [['--consent=call:', '--consent=email:no', '--consent=viber:yes'], 'yes email:no viber:yes'],
    [['--consent=yes', '--consent=yes'], 'yes call:no email:yes'],
  ])('%j makes of “yes call:no email:yes” %j', async (flags, expected) => {
    await done('add', "O'Brien-Ñandú 💡", '--consent=yes', '--consent=call:no', '--consent=email:yes')
    await done('edit', '1', ...flags)
    expect(await short()).toBe(expected)
  })

  test.each([
    ['--consent=maybe', '--consent takes yes or no, or a channel with it, like email:no; not “maybe”.'],
    ['--consent=pigeon:no', 'There is no channel “pigeon” to consent to;'],
    ['--consent=emal:no', 'Did you mean email:no?'],
    ['--consent=email:maybe', 'not “email:maybe”'],
    ['--consent-origin=form', 'say the answer too'],
  ])('%s is refused, and nothing is written', async (flag, message) => {
    await done('add', 'Ґалаґан Олесь')
    const before = await here.base()
    const { code, stderr } = await here.run('edit', '1', flag)
    expect(code).toBe(2)
    expect(stderr).toContain(message)
    expect(await here.base()).toEqual(before)
  })

  test.each([
    [['--consent=yes', '--consent=no'], '--consent is said twice, and differently.'],
    [['--consent=email:yes', '--consent=почта:no'], '--consent says two different things of e-mail.'],
  ])('%j contradicts itself', async (flags, message) => {
    const { code, stderr } = await here.run('add', 'Bob', ...flags)
    expect({ code, stderr }).toEqual({ code: 2, stderr: `${message}\n` })
  })

  test('said again without an origin it stays as old as it was; with another origin it is new', async () => {
    await done('add', 'Ёлкина', '--consent=yes', '--consent=call:no', '--consent-origin=form', '--now=2026-01-02T10:00')
    const before = await answers()
    await done('edit', '1', '--consent=yes', '--consent=call:no')
    expect(await answers()).toEqual(before)
    await done('edit', '1', '--consent=call:no', '--consent-origin=by phone')
    expect(await answers()).toEqual({ ...before, consents: [{ ...before.consents[0], origin: 'by phone', at: TODAY }] })
    // Another answer does not inherit the origin of the one before.
    await done('edit', '1', '--consent=no')
    expect(await answers()).toMatchObject({ consent: 'no', consent_origin: null, consent_at: TODAY })
  })

  test('by hand a refusal may become a consent, of many at once too, and undo gives each its own back', async () => {
    await done('add', 'Ёлкина', '--tag=fair', '--consent=no', '--consent=email:no')
    await done('add', 'Ґалаґан', '--tag=fair')
    const before = [await answers('1'), await answers('2')]
    await done('edit', 'tag:fair', '--all', '--consent=yes', '--consent=email:yes', '--consent-origin=fair', '-y')
    for (const client of ['1', '2'])
      expect(await answers(client)).toMatchObject({
        consent: 'yes',
        consent_origin: 'fair',
        consents: [{ answer: 'yes' }],
      })
    await done('undo')
    expect([await answers('1'), await answers('2')]).toEqual(before)
  })

  test('an edit that is only tried tells what it would change', async () => {
    await done('add', 'Ёлкина', '--consent=email:no')
    const { stderr } = await here.run('edit', '1', '--consent=no', '--consent=email:', '--consent=call:yes', '-n')
    expect(stderr.match(/Consent.*/g)).toEqual([
      expect.stringMatching(/^Consent\s+= no/),
      expect.stringMatching(/^Consent by channel\s+– email|^Consent by channel.*email/),
      expect.stringMatching(/^Consent by channel\s+= call:yes/),
    ])
    expect(await short()).toBe('- email:no')
  })
})

describe('what is shown', () => {
  test.each([
    ['en', 'Consent', 'yes (form, 22 Nov); e-mail: no (form, 22 Nov)', 'Source', 'fair'],
    ['ru', 'Согласие', 'да (form, 22 нояб.); письма: нет (form, 22 нояб.)', 'Источник', 'fair'],
    ['uk', 'Згода', 'так (form, 22 лист.); листи: ні (form, 22 лист.)', 'Джерело', 'fair'],
  ])('the card tells it beside the source, in %s', async (lang, label, text, source, from) => {
    await done('add', 'Ёлкина', '--source=fair', '--consent=yes', '--consent=email:no', '--consent-origin=form')
    const lines = (await done('show', '1', '--lang', lang)).split('\n')
    const at = lines.findIndex((line) => line.trim().startsWith(source))
    expect(lines[at]).toContain(from)
    expect(lines[at + 1]?.trim().replace(/\s{2,}/, ' ')).toBe(`${label} ${text}`)
  })

  test('the preferred channel is not proposed once it is refused', async () => {
    await done('add', 'Ёлкина', '--channel=email', '--email=a@example.com', '--phone=+7 916 000-00-01')
    expect(await done('show', '1')).toMatch(/Prefers\s+email/)
    await done('edit', '1', '--consent=email:no')
    expect(await done('show', '1')).not.toMatch(/Prefers/)
  })

  test('columns of a list', async () => {
    await done('add', 'Ёлкина', '--consent=no', '--consent=call:no', '--consent-origin=она; "сама"')
    const columns = ['--columns', 'consent,consent_origin,consent_at,consents']
    expect(await done('list', ...columns, '--format', 'tsv')).toContain(
      `no\tона; "сама"\t${TODAY}\tcall:no (она\\; "сама", ${TODAY})`,
    )
    expect(JSON.parse(await done('list', ...columns, '--json'))).toMatchObject([
      { consent: 'no', consent_at: TODAY, consents: [{ channel: 'call' }] },
    ])
    expect(await done('list', '--columns', 'refuses')).toContain('calls: no')
  })
})

test.each(['csv', 'tsv', 'xlsx', 'json', 'ndjson', 'vcf'])('what %s holds comes back whole', async (format) => {
  await done(
    'add',
    'Ёлкина Анна',
    '--phone=+7 916 000-00-01',
    '--consent=no',
    '--consent-origin=«да; нет», (2026-01-01)',
  )
  await done('add', "O'Brien-Ñandú Máire 💡", '--email=m@example.com', '--consent=email:no', '--consent=post:yes')
  await done('add', 'Ґалаґан Олесь', '--email=o@example.com', '--consent=yes', '--now=2025-05-06T10:00')
  await done('edit', '2', '--consent=telegram:no', '--consent-origin=| \\ "сам сказал": нет, 2020-01-01')
  const file = here.path(`all.${format}`)
  await done('export', '--format', format, '-o', file)
  const there = place()
  expect(await there.take(file)).toMatchObject({ created: 3, rejected: 0, remarks: 0 })
  for (const name of ['Ёлкина', "O'Brien", 'Ґалаґан']) expect(await answersIn(there, name)).toEqual(await answers(name))
  expect(await there.take(file, '--on-match=update')).toMatchObject({ created: 0, updated: 0, operation: null })
})

test('a base whose answers have no day, as older ones have none, exports them without one', async () => {
  const file = here.write(
    'old.json',
    JSON.stringify([{ kind: 'person', name: 'Ёлкина', status: 'lead', phones: [], consent: 'no' }]),
  )
  await here.take(file)
  expect(await answers()).toEqual({ consent: 'no', consent_origin: null, consent_at: null, consents: [] })
})

describe('an import', () => {
  const HEAD = 'Name,Email,Consent,Email consent,Do Not Call'
  const row = (...cells: string[]): string => ['Anna Vane,anna@example.com', ...cells].join(',')
  const take = (mode: string, ...rows: string[]) =>
    here.take(here.write('c.csv', `${[HEAD, ...rows].join('\n')}\n`), `--on-match=${mode}`)
  const anna = (...flags: string[]) => done('add', 'Anna Vane', '--email=anna@example.com', ...flags)

  test.each(['skip', 'fill', 'update'])('by %s never turns a no into a yes', async (mode) => {
    await anna('--consent=no', '--consent=email:no', '--consent=call:no', '--consent-origin=she said so')
    const before = await answers()
    const summary = await take(mode, row('yes', 'yes', '0'))
    expect(await answers()).toEqual(before)
    expect(summary).toMatchObject({ updated: 0, unchanged: 1, kept: 0, remarks: mode === 'skip' ? 0 : 1 })
    const remarked = (summary as unknown as { remarked: object[] }).remarked
    const kept = [null, 'email'].map((channel) => ({ line: 2, code: 'refusal-kept', channel }))
    expect(remarked).toEqual(mode === 'skip' ? [] : kept.map((each) => expect.objectContaining(each)))
  })

  test.each(['skip', 'fill', 'update'])('by %s never by an emptier row either', async (mode) => {
    await anna('--consent=no', '--consent=email:no', '--consent-origin=she said so')
    const before = await answers()
    await take(mode, row('', '', ''))
    await here.take(here.write('d.csv', 'Name,Email\nAnna Vane,anna@example.com\n'), `--on-match=${mode}`)
    expect(await answers()).toEqual(before)
  })

  test.each([
    ['skip', '-', 'no call:no email:no'],
    ['fill', 'yes', 'no call:no email:no'],
    ['update', 'yes', 'no call:no email:no'],
  ])('by %s always takes a no', async (mode, _, expected) => {
    await anna('--consent=yes', '--consent=email:yes', '--consent-origin=form')
    const summary = await take(mode, row('no', 'no', '1'))
    expect(await short()).toBe(expected)
    expect(await answers()).toMatchObject({ consent_origin: null, consent_at: TODAY })
    expect(summary).toMatchObject({ updated: 1, unchanged: 0 })
    await done('undo')
    expect(await short()).toBe('yes email:yes')
  })

  test('by skip takes nothing but the refusals, and says so', async () => {
    await anna('--consent=yes')
    const file = here.write('c.csv', `${HEAD},City,Phone\n${row('no', 'yes', '1')},Cork,+7 916 000-00-09\n`)
    const { stderr } = await here.run('import', file, '--on-match=skip', '-y')
    expect(await short()).toBe('no call:no')
    expect(stderr).toContain('line 2: the client says no, which is taken though the row is skipped')
    expect(stderr).toContain('line 2: the client says no to calls, which is taken though the row is skipped')
    expect(JSON.parse(await done('show', '1', '--json'))).toMatchObject({ city: null, phones: [] })
  })

  test.each(['skip', 'fill', 'update'])('by %s keeps a no that an earlier row of the file brought', async (mode) => {
    await take(mode, row('no', 'no', '1'), row('yes', 'yes', '0'), row('', '', ''))
    expect(await short()).toBe('no call:no email:no')
    const later = await take(mode, row('yes', 'yes', '0'), row('', 'yes', ''))
    expect(later).toMatchObject({ created: 0, updated: 0 })
    expect(await short()).toBe('no call:no email:no')
  })

  test('keeps it across the portions in which a file is read', async () => {
    const filler = Array.from({ length: 2_500 }, (_, index) => `Client ${index},c${index}@example.com,yes,,`)
    for (const gap of [10, 1_100, 2_400]) {
      here = place()
      const rows = [row('no', 'no', '1'), ...filler.slice(0, gap), row('yes', 'yes', '0'), ...filler.slice(gap)]
      await take('update', ...rows, row('yes', 'yes', ''))
      expect(await short('Anna')).toBe('no call:no email:no')
    }
  })

  test.each(['fill', 'update'])('by %s of companies that are known by their bare names alone', async (mode) => {
    const people = 'Имя,Компания\nАнна Ёлкина,Ромашка\n'
    const companies = 'Компания,Согласие\nООО «Ромашка»,нет\nРОМАШКА ООО,да\n"ООО ""Ромашка""",да\n'
    await here.take(here.write('people.csv', people))
    await here.take(here.write('companies.csv', companies), `--on-match=${mode}`)
    expect(await short('Ромашка')).toBe('no')
  })

  test('by create makes another client, who has refused as well', async () => {
    await anna('--consent=no')
    await take('create', row('yes', '', ''))
    expect([await short('1'), await short('2')]).toEqual(['no', 'no'])
    await done('merge', '2', '1')
    expect(await short('2')).toBe('no')
  })

  test('reads consent to the handling of data, plus and minus, and says where it comes from', async () => {
    const rows =
      'Имя,Email,Согласие на обработку ПД,Подписка\nЁлкина Анна,a@example.com,да,-\nҐалаґан Остап,b@example.com,нет,+\n'
    await here.take(here.write('d.csv', rows))
    expect([await short('1'), await short('2')]).toEqual(['yes email:no message:no', 'no email:yes message:yes'])
    expect(await done('show', '1')).toContain('Согласие на обработку ПД')
    // A file that says yes of it later does not lift the refusal.
    await here.take(here.write('e.csv', rows.replace('нет', 'да')), '--on-match=update')
    expect(await short('2')).toBe('no email:yes message:yes')
    expect((await here.run('export', '--mailing')).stdout).not.toContain('Остап')
  })

  test('says where its answers come from', async () => {
    await here.take(here.write('c.csv', 'Name,Email,Отписан,Согласие на связь\nAnna,a@example.com,12.03.2024,да\n'))
    expect(await answers()).toEqual({
      consent: 'yes',
      consent_origin: 'Согласие на связь',
      consent_at: TODAY,
      consents: [{ channel: 'email', answer: 'no', origin: 'Отписан', at: '2024-03-12' }],
    })
    // The next day the same file says nothing new.
    expect(await here.take(here.path('c.csv'), '--on-match=update', '--now=2026-11-29T10:00')).toMatchObject({
      updated: 0,
    })
  })
})

describe('a merge', () => {
  test('keeps the stricter of everything and of each channel, shows it, and undo gives both back', async () => {
    await done(
      'add',
      'Ёлкина Анна',
      '--consent=yes',
      '--consent=email:yes',
      '--consent=call:no',
      '--consent-origin=form',
    )
    await done(
      'add',
      'Ёлкина Аня',
      '--consent=no',
      '--consent=email:no',
      '--consent=viber:yes',
      '--consent-origin=by phone',
    )
    const before = await here.base()
    const plan = JSON.parse(await done('merge', '1', '2', '--json', '-n')) as {
      fields: { field: string; value: string }[]
    }
    const stays = (field: string) => plan.fields.find((each) => each.field === field)?.value
    expect([stays('consent'), stays('consent_origin')]).toEqual(['no', 'by phone'])
    expect(stays('consents')).toBe(
      `call:no (form, ${TODAY}); email:no (by phone, ${TODAY}); viber:yes (by phone, ${TODAY})`,
    )
    expect(await here.base()).toEqual(before)
    await done('merge', '1', '2')
    expect(await short('1')).toBe('no call:no email:no viber:yes')
    expect(await answers('1')).toMatchObject({ consent_origin: 'by phone' })
    const both = [await answers('1')]
    await done('undo')
    expect([await short('1'), await short('2')]).toEqual(['yes call:no email:yes', 'no email:no viber:yes'])
    // And the undo taken back is the merge again.
    await done('undo', '4')
    expect([await answers('1')]).toEqual(both)
  })

  test('a row of the file of the one who went in cannot loosen it', async () => {
    await done('add', 'Ёлкина Анна', '--email=a@example.com', '--consent=yes')
    await done('add', 'Ёлкина Аня', '--email=b@example.com', '--external-id=A-2', '--consent=email:no')
    await done('merge', '1', '2')
    for (const mode of ['skip', 'fill', 'update'])
      await here.take(
        here.write('c.csv', 'Name,Email,id,Email consent\nЁлкина Аня,b@example.com,A-2,yes\n'),
        `--on-match=${mode}`,
        '--map=id=external_id',
      )
    expect(await short('1')).toBe('yes email:no')
  })
})

describe('log', () => {
  test.each([
    [['--consent=no'], ['--call'], 'Ёлкина asked not to be contacted at all.'],
    [['--consent=email:no'], ['--email'], 'Ёлкина said no to e-mail.'],
    [['--consent=message:no'], ['--channel=телеграм'], 'Ёлкина said no to Telegram.'],
    [['--consent=email:no'], ['--call'], null],
    // They came to us.
    [['--consent=no'], ['--call', '--in'], null],
    [['--consent=no'], ['--channel=голубь'], 'Ёлкина asked not to be contacted at all.'],
    [['--consent=email:no'], ['--channel=голубь'], null],
  ])('with %j, by %j: %s', async (consent, how, warning) => {
    await done('add', 'Ёлкина', ...consent)
    const { code, stderr } = await here.run('log', '1', 'hello', ...how)
    expect(code).toBe(0)
    expect(stderr.split('\n').slice(1)).toEqual(warning === null ? [''] : [warning, ''])
    expect(JSON.parse(await done('show', '1', '--json')).contacts).toBe(1)
  })
})

test('the filter asks for answers in force', async () => {
  await done('add', 'Nobody asked', '--email=a@example.com')
  await done('add', 'Yes', '--consent=yes', '--consent-origin=форма на сайте')
  await done('add', 'No', '--consent=no', '--consent=email:yes')
  await done('add', 'Silent', '--consent=yes', '--consent=message:no', '--consent=telegram:yes')
  await done('add', 'Letters', '--consent=email:yes')
  const names = async (filter: string): Promise<string> =>
    (await done('list', filter, '--format=ids')).trim().replace(/\n/g, ' ')
  expect({
    'refuses:telegram': await names('refuses:telegram'),
    'accepts:email': await names('accepts:email'),
    'accepts:телеграм': await names('accepts:телеграм'),
    'has:refuses': await names('has:refuses'),
    'no:accepts': await names('no:accepts'),
    '-refuses:email': await names('-refuses:email'),
    'consent_origin:сайт': await names('consent_origin:сайт'),
    'відмова:повідомлення': await names('відмова:повідомлення'),
    'refuses:email,sms': await names('refuses:email,sms'),
  }).toEqual({
    'refuses:telegram': '3 4',
    'accepts:email': '5 4 2',
    'accepts:телеграм': '2',
    'has:refuses': '3 4',
    'no:accepts': '3 1',
    '-refuses:email': '5 1 4 2',
    'consent_origin:сайт': '2',
    'відмова:повідомлення': '3 4',
    'refuses:email,sms': '3 4',
  })
  const { code, stderr } = await here.run('list', 'refuses:pigeon')
  expect(code).toBe(2)
  expect(stderr).toContain('^^^^^^')
})
