import fc from 'fast-check'
import stringWidth from 'string-width'
import { describe, expect, test } from 'vitest'
import type { CallWindow } from '../../src/domain/day/window.js'
import { styleFor } from '../../src/render/style.js'
import { drawDay } from '../../src/render/today.js'
import { dayAsMarkdown } from '../../src/render/today-markdown.js'
import { en } from '../../src/words/en.js'
import { ru } from '../../src/words/ru.js'
import { uk } from '../../src/words/uk.js'
import {
  cadence,
  callFacts,
  dayOf,
  entry,
  fullDay,
  gift,
  holiday,
  lead,
  occasion,
  offBeat,
  promised,
  TODAY,
  unpaid,
  waits,
} from './today-entries.js'

const PLAIN = styleFor(false)
const draw = (entries: ReturnType<typeof entry>[], width = 80): string =>
  drawDay(dayOf(entries), { style: PLAIN, width })
const phones = [{ value: '+79160000001', typed: '+79160000001', label: null }]

const odd = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom(
    'Ёлкина',
    "O'Brien-Ñandú",
    '👩‍👩‍👧 семья',
    '株式会社さくら',
    'слово'.repeat(40),
    'a b '.repeat(50),
    '\u001b[31mred',
  ),
)

describe('no line is wider than the terminal', () => {
  test.each([
    [40, en],
    [80, en],
    [80, ru],
    [80, uk],
    [100, ru],
  ] as const)('a full day at %i', (width, words) => {
    const drawn = drawDay({ ...dayOf(fullDay(), words), more: 3 }, { style: PLAIN, width })
    for (const line of drawn.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(width)
  })

  test('whatever the names, companies, texts and ways to reach them', () => {
    fc.assert(
      fc.property(fc.array(odd, { minLength: 8, maxLength: 8 }), fc.integer({ min: 40, max: 120 }), (texts, width) => {
        const [name = '', company = '', text = '', role = '', handle = '', note = '', thing = '', what = ''] = texts
        const client = { name, company, vip: true, handles: [{ kind: 'vk' as const, value: handle, label: null }] }
        const person = { client_id: 1, name: role, role: text, phone: '+79160000001' }
        const facts = callFacts({
          window: { is: 'open', until: '18:00', from: null, local_time: '10:00' },
          ask: { gatekeeper: person, decider: person },
          last_contact: { at: '2026-11-01T10:00:00Z', channel: 'call', text: note },
          usual: { name: thing, times: 2, quantity: '3', sum: '10.00 UAH' },
        })
        const entries = [
          entry([waits({ text }), unpaid({ what }), cadence({ name: role })], { client, facts }),
          entry([holiday({ name: text })], { client, section: 'greetings' }),
          entry([gift({ gift: what, who: role })], { client, section: 'tasks' }),
        ]
        const call = entries[0]!
        const plan = { calls: [{ entry: call, date: TODAY, time: '09:30', minutes: 90 }], left: entries, minutes: 90 }
        const drawn = drawDay({ ...dayOf(entries, ru), plan, more: 1 }, { style: PLAIN, width })
        for (const line of drawn.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(width)
      }),
    )
  })
})

describe('a call', () => {
  test('stands with its number to dial, reasons, and what helps', () => {
    expect(draw(fullDay().slice(0, 1))).toBe(`Sunday, 22 November 2026

Calls
   t1  Ёлкина Анна Сергеевна · ООО «Северный свет» ★ VIP        +7 916 000-00-01
       waiting for an answer since Friday: “спросил цену”
       12,500\u00a0RUB unpaid, логотип – was due 10 November, 12 days ago
       open until 18:00, 10:30 there · prefers Telegram @anna_elkina
       usually логотип, 12,500\u00a0RUB
`)
  })

  test('has three lines of reasons at most, the strongest first', () => {
    const drawn = draw([entry([waits(), unpaid(), offBeat(), cadence()], { number: 't1' })])
    expect(drawn.split('\n').slice(4)).toEqual([
      '       waiting for an answer since Friday: “спросил цену”',
      '       12,500\u00a0RUB unpaid, логотип – was due 10 November, 12 days ago',
      '       usually orders every 30 days, expected 2 November …',
      '',
    ])
  })

  test('says nothing where nothing is known', () => {
    expect(draw([entry([lead()], { number: 't1' })])).toBe(
      'Sunday, 22 November 2026\n\nCalls\n   t1  Ёлкина Анна\n       new, not called yet, in the base since Friday\n',
    )
  })

  test('is late in colour only when something was to be done', () => {
    const coloured = drawDay(dayOf([entry([unpaid(), waits()], { number: 't1' })]), {
      style: styleFor(true),
      width: 80,
    })
    const late = coloured.split('\n').filter((line) => line.includes('\u001b[31m'))
    expect(late).toHaveLength(1)
    expect(late[0]).toContain('unpaid')
  })

  test.each<[CallWindow['is'], Partial<CallWindow>, string, string, string]>([
    ['open', { until: '18:00' }, 'open until 18:00', 'можно до 18:00', 'можна до 18:00'],
    ['open', {}, 'open now', 'можно звонить', 'можна дзвонити'],
    ['later', { from: { date: TODAY, time: '14:00' } }, 'opens at 14:00', 'можно с 14:00', 'можна з 14:00'],
    ['lunch', { from: { date: TODAY, time: '14:00' } }, 'lunch until 14:00', 'обед до 14:00', 'обід до 14:00'],
    [
      'closed',
      { from: { date: '2026-11-23', time: '09:00' } },
      'closed today, opens tomorrow 09:00',
      'сегодня закрыто, завтра с 09:00',
      'сьогодні зачинено, завтра з 09:00',
    ],
    [
      'closed',
      { from: { date: '2026-11-27', time: '09:00' } },
      'closed today, opens Fri 09:00',
      'сегодня закрыто, пт с 09:00',
      'сьогодні зачинено, пт з 09:00',
    ],
    ['closed', {}, 'closed today', 'сегодня закрыто', 'сьогодні зачинено'],
  ])('window %s %j', (is, more, inEnglish, russian, ukrainian) => {
    const window = { is, until: null, from: null, local_time: null, ...more }
    expect(en.today.window(window, '2026-11-23')).toBe(inEnglish)
    expect(ru.today.window(window, '2026-11-23')).toBe(russian)
    expect(uk.today.window(window, '2026-11-23')).toBe(ukrainian)
    expect(draw([entry([lead()], { facts: callFacts({ window }) })])).toContain(`\n       ${inEnglish}\n`)
  })
})

describe('greetings', () => {
  test('for one holiday stand together under it', () => {
    const of = (name: string) =>
      entry([holiday()], { section: 'greetings', client: { name, phones }, number: `t${name.length}` })
    expect(draw([of('Анна'), entry([occasion()], { section: 'greetings', number: 't9' }), of('Ірина')])).toBe(
      `Sunday, 22 November 2026

Greetings
   t9  Ёлкина Анна
       birthday – today
  День студии – in 3 days · 2 people
   t4  Анна                                                     +7 916 000-00-01
   t5  Ірина                                                    +7 916 000-00-01
`,
    )
  })

  test('bring the present in mind', () => {
    const drawn = draw([
      entry([occasion({ date: 9, days: 5, on: '2026-11-27' })], { section: 'greetings' }),
      entry([gift()], { section: 'tasks' }),
    ])
    expect(drawn).toContain('birthday – in 5 days\n       present: книга\n')
  })
})

test('the plan says when to call whom, for how long, and who is left', () => {
  const [first, second] = [entry([lead()], { number: 't1' }), entry([lead()], { number: 't2' })] as const
  const plan = { calls: [{ entry: second, date: TODAY, time: '10:15', minutes: 90 }], left: [first], minutes: 90 }
  const day = { ...dayOf([second, first]), plan }
  expect(drawDay(day, { style: PLAIN, width: 60 })).toContain(`
Plan
  10:15   t2  Ёлкина Анна                         1 h 30 min
  1 call, 1 h 30 min
  did not fit: t1
`)
  expect(dayAsMarkdown(day)).toContain(
    '- 10:15 **t2** Ёлкина Анна, 1 h 30 min\n\n1 call, 1 h 30 min\n\ndid not fit: t1\n',
  )
})

test('Markdown has a box to tick for everything, and nothing in a name acts', () => {
  const client = { name: '[x](y) *a*\n# b', company: '<b>', vip: true, phones }
  const written = dayAsMarkdown({
    ...dayOf([entry([promised({ text: '_soon_' })], { client, number: 't1' })]),
    more: 4,
  })
  expect(written).toBe(`# Sunday, 22 November 2026

## Calls

- [ ] **t1** \\[x\\](y) \\*a\\* \\# b · \\<b\\> ★, +7 916 000-00-01
  - \\_soon\\_
  - *no contact yet*

… and 4 more (--limit)
`)
})
