import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayAsHtml } from '../../src/render/today-html.js'
import { en } from '../../src/words/en.js'
import { ru } from '../../src/words/ru.js'
import { uk } from '../../src/words/uk.js'
import { callFacts, dayOf, entry, fullDay, lead, occasion, promised } from './today-entries.js'

const NAMES = ['html', 'head', 'meta', 'title', 'style', 'body', 'table', 'tr', 'td', 'div', 'span', 'a', 'br'] as const
const VOID = new Set(['meta', 'br'])

/** The tags of a page in order; throws when one is not closed in its place, or is none that the page is made of. */
function tagsOf(page: string): string[] {
  const open: string[] = []
  const seen: string[] = []
  for (const [, slash, name = ''] of page.replace('<!DOCTYPE html>', '').matchAll(/<(\/?)([^\s>/]+)[^>]*>/g)) {
    if (!(NAMES as readonly string[]).includes(name)) throw new Error(`a strange tag: ${name}`)
    if (VOID.has(name)) continue
    if (slash === '') open.push(name)
    else if (open.pop() !== name) throw new Error(`${name} is closed out of place`)
    seen.push(name)
  }
  if (open.length > 0) throw new Error(`not closed: ${open.join(', ')}`)
  return seen
}

describe('the page', () => {
  test.each([en, ru, uk])('is whole and stands alone, $language', (words) => {
    const page = dayAsHtml({ ...dayOf(fullDay(), words), more: 2 })
    tagsOf(page)
    expect(page).toContain(`<html lang="${words.language}">`)
    expect(page).toContain('<meta charset="utf-8">')
    expect(page).toContain('prefers-color-scheme:dark')
    expect(page).not.toMatch(/<(?:script|img|link|iframe|form|svg)\b|@import|url\(|src=/i)
    for (const [, href = ''] of page.matchAll(/href="([^"]*)"/g))
      expect(href).toMatch(/^(?:tel:\+?\d+(?:,\d+)?|mailto:\S+|https:\/\/\S+)$/)
    for (const { number } of fullDay()) expect(page).toContain(`>${number}<`)
  })

  test('shows a name as it is, whatever it holds', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(fc.string(), fc.constantFrom('</td>', '"onclick="x', "<script>alert('1')</script>", '&amp;')),
          {
            minLength: 5,
            maxLength: 5,
          },
        ),
        ([name = '', company = '', text = '', handle = '', note = '']) => {
          const client = { name, company, handles: [{ kind: 'vk' as const, value: handle, label: null }] }
          const facts = callFacts({ last_contact: { at: '2026-11-01T10:00:00Z', channel: 'call', text: note } })
          const day = dayOf([
            entry([promised({ text })], { client, facts }),
            entry([occasion({ who: text })], { client, section: 'greetings' }),
          ])
          tagsOf(dayAsHtml(day))
        },
      ),
    )
    const page = dayAsHtml(dayOf([entry([lead()], { client: { name: '<script>alert("1")</script>' } })]))
    expect(page).toContain('&#60;script&#62;alert(&#34;1&#34;)&#60;/script&#62;')
  })

  test('says the plan', () => {
    const call = entry([lead()], { number: 't4' })
    const plan = { calls: [{ entry: call, date: '2026-11-22', time: '10:15', minutes: 20 }], left: [call], minutes: 20 }
    const page = dayAsHtml({ ...dayOf([call]), plan })
    tagsOf(page)
    expect(page).toMatch(/>10:15<.*Ёлкина Анна.*t4 &middot; 20 min.*1 call, 20 min<br>did not fit: t4/s)
  })
})

describe('links', () => {
  const of = (client: Parameters<typeof entry>[1]): string[] =>
    [...dayAsHtml(dayOf([entry([lead()], client)])).matchAll(/href="([^"]*)"/g)].map(([, href = '']) => href)
  const handle = (kind: 'telegram' | 'whatsapp' | 'viber' | 'signal' | 'skype' | 'url', value: string) => ({
    client: { handles: [{ kind, value, label: null }] },
    section: 'tasks' as const,
  })

  test.each<[string, Parameters<typeof entry>[1], string[]]>([
    ['a phone', { client: { phones: [{ value: '+380670000001', typed: '067', label: null }] } }, ['tel:+380670000001']],
    [
      'a phone with an extension',
      { client: { phones: [{ value: '+74950000010', typed: '+7 495 000-00-10 доб. 105', label: null }] } },
      ['tel:+74950000010,105'],
    ],
    ['mail', { client: { emails: [{ value: 'a+b@example.com', label: null }] } }, ['mailto:a+b@example.com']],
    ['telegram', handle('telegram', 'anna'), ['https://t.me/anna']],
    ['telegram by number', handle('telegram', '+380670000001'), ['https://t.me/+380670000001']],
    ['whatsapp', handle('whatsapp', '+79160000001'), ['https://wa.me/79160000001']],
    ['viber', handle('viber', '+79160000001'), ['viber://chat?number=%2B79160000001']],
    ['signal', handle('signal', '+79160000001'), ['https://signal.me/#p/+79160000001']],
    ['skype', handle('skype', 'anna.k'), ['skype:anna.k?chat']],
    ['a page', handle('url', 'https://example.com/a'), ['https://example.com/a']],
    ['a page that is a programme', handle('url', 'javascript:alert(1)'), []],
    [
      'a number, and what they like better',
      {
        client: { phones: [{ value: '+79160000001', typed: '1', label: null }] },
        facts: callFacts({ reach: { channel: 'telegram', value: 'anna' } }),
      },
      ['tel:+79160000001', 'https://t.me/anna'],
    ],
    [
      'nobody but the secretary',
      {
        facts: callFacts({
          ask: { gatekeeper: { client_id: 2, name: 'О', role: null, phone: '+380440000001' }, decider: null },
        }),
      },
      ['tel:+380440000001'],
    ],
    ['nothing', {}, []],
  ])('%s', (_, client, links) => expect(of(client)).toEqual(links))
})
