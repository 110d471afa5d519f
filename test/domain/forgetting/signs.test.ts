import { describe, expect, it } from 'vitest'
import { type Bearer, type Sign, signKey } from '../../../src/domain/forgetting/bearer.js'
import { erasedAs, nameKeys, signsOfOthers, signsToKeep } from '../../../src/domain/forgetting/signs.js'

const bearer = (name: string, more: Partial<Bearer> = {}): Bearer => ({
  kind: 'person',
  names: [name],
  points: [],
  city: null,
  birthday: null,
  externals: [],
  custom: [],
  rows: [],
  ...more,
})
const phone = (value: string): Bearer['points'][number] => ({ kind: 'phone', value })
const email = (value: string): Bearer['points'][number] => ({ kind: 'email', value })

/** Does the second meet what is kept of the first? */
function meets(
  erased: Bearer,
  other: Bearer,
  {
    shared = [],
    once = [],
    how = 'by any sign' as const,
  }: {
    shared?: Bearer['points']
    once?: Bearer['points']
    how?: 'surely' | 'by any sign'
  } = {},
): boolean {
  const others = signsOfOthers({ kind: 'person', points: shared, custom: [] })
  const kept = new Set(signsToKeep(erased, { shared: others, once }).map(signKey))
  const whose = (sign: Sign): number[] => (kept.has(signKey(sign)) ? [7] : [])
  return erasedAs(other, whose, how) === 7
}

const MARIA = bearer('Ёлкина Мария Петровна', {
  points: [
    phone('+79161234567'),
    email('m.elkina@gmail.com'),
    { kind: 'telegram', value: 'elka' },
    { kind: 'url', value: 'https://firm.example' },
  ],
  city: 'Киев',
  birthday: '1980-03-12',
  externals: [{ id: 'A-17', system: 'crm' }],
  custom: [
    { key: 'инн', value: '500100732259' },
    { key: 'любимое', value: 'пионы' },
  ],
  rows: [{ id: 12, created_at: '2026-01-01T00:00:00Z' }],
})

describe('is it somebody who was erased', () => {
  it.each([
    ['her phone, whatever the name', bearer('Мария', { points: [phone('+79161234567')] })],
    ['her phone as that of a messenger', bearer('М', { points: [{ kind: 'whatsapp', value: '+79161234567' }] })],
    ['her address as the provider reads it', bearer('Маша', { points: [email('melkina@gmail.com')] })],
    ['her name in a messenger', bearer('Маша', { points: [{ kind: 'telegram', value: 'Elka' }] })],
    ['her number in the same system', bearer('Маша', { externals: [{ id: 'A-17', system: 'crm' }] })],
    ['her own tax id', bearer('Маша', { custom: [{ key: 'ИНН', value: '5001 0073 2259' }] })],
    ['name and birthday, in another alphabet and order', bearer('Maria Elkina', { birthday: '1980-03-12' })],
    ['the very row', bearer('Совсем Другая', { rows: [{ id: 12, created_at: '2026-01-01T00:00:00Z' }] })],
  ])('%s', (_, other) => {
    expect(meets(MARIA, other)).toBe(true)
  })

  it.each([
    ['a namesake', bearer('Ёлкина Мария Петровна', { city: 'Киев' })],
    ['a namesake with another phone', bearer('Ёлкина Мария Петровна', { points: [phone('+79160000000')] })],
    ['somebody born on the day', bearer('Сидорова Мария', { birthday: '1980-03-12' })],
    ['a namesake of another year', bearer('Ёлкина Мария', { birthday: '1981-03-12' })],
    ['the same number of another system', bearer('Маша', { externals: [{ id: 'A-17', system: 'shop' }] })],
    ['a name in another messenger', bearer('Маша', { points: [{ kind: 'skype', value: 'elka' }] })],
    ['a page', bearer('Маша', { points: [{ kind: 'url', value: 'https://firm.example' }] })],
    ['a field that is no number of the state', bearer('Маша', { custom: [{ key: 'любимое', value: 'пионы' }] })],
    ['the number of a row of another base', bearer('Маша', { rows: [{ id: 12, created_at: '2026-01-02T00:00:00Z' }] })],
  ])('not %s', (_, other) => {
    expect(meets(MARIA, other)).toBe(false)
  })

  it.each([
    ['an office phone that others have too', phone('+74951234567'), [phone('+74951234567')]],
    ['a desk', email('info@tridevyat.ru'), []],
    ['an extension', phone('112'), []],
  ])('%s counts only beside the name', (_, point, shared) => {
    const erased = bearer('Ёлкина Мария', { points: [point] })
    expect(meets(erased, bearer('Семёнов Глеб', { points: [point] }), { shared })).toBe(false)
    expect(meets(erased, bearer('Мария Елкина', { points: [point] }), { shared })).toBe(true)
    expect(meets(erased, bearer('Ёлкина Мария'), { shared })).toBe(false)
  })

  it('a phone she gave up counts only beside the name', () => {
    const once = [phone('+79165550000')]
    expect(meets(MARIA, bearer('Семёнов Глеб', { points: once }), { once })).toBe(false)
    expect(meets(MARIA, bearer('Ёлкина Мария', { points: once }), { once })).toBe(true)
  })

  it('the number of an unnamed system counts only beside the name', () => {
    const erased = bearer('Ёлкина Мария', { externals: [{ id: '17', system: null }] })
    expect(meets(erased, bearer('Семёнов Глеб', { externals: [{ id: '17', system: null }] }))).toBe(false)
    expect(meets(erased, bearer('Ёлкина Мария', { externals: [{ id: '17', system: null }] }))).toBe(true)
  })

  it.each([
    ['Киев', 'киев', true],
    ['Киев', null, true],
    [null, 'Киев', true],
    [null, null, true],
    ['Киев', 'Львов', false],
  ])('with nothing but a name: of %s, met in %s', (was, is, same) => {
    const erased = bearer('Ёлкина Мария', { city: was })
    expect(meets(erased, bearer('Мария Елкина', { city: is }))).toBe(same)
    expect(meets(erased, bearer('Мария Елкина', { city: is, points: [phone('+79160000000')] }))).toBe(false)
  })

  it('a company by its name without the legal form', () => {
    const erased = bearer('ООО «Ромашка»', { kind: 'company', points: [phone('+79161234567')] })
    expect(meets(erased, bearer('Ромашка', { kind: 'company' }))).toBe(true)
    expect(meets(erased, bearer('Ромашка'))).toBe(false)
  })

  it('surely, a phone or an address alone is not enough: it may be another’s by now', () => {
    const glib = bearer('Семёнов Глеб', { points: [phone('+79161234567'), email('m.elkina@gmail.com')] })
    expect(meets(MARIA, glib)).toBe(true)
    expect(meets(MARIA, glib, { how: 'surely' })).toBe(false)
    const masha = bearer('Ёлкина М.', { points: [phone('+79161234567')] })
    expect(meets(MARIA, masha, { how: 'surely' })).toBe(true)
    expect(meets(MARIA, bearer('Глеб', { externals: MARIA.externals }), { how: 'surely' })).toBe(true)
  })
})

describe('names as they are compared', () => {
  it.each([
    ['Ёлкина Мария', 'Maria Elkina'],
    ['ЕЛКИНА  МАРИЯ', 'Ёлкина Мария'],
    ['Ґалаґан Остап', 'Галаган Остап'],
    ["O'Brien-Ñandú Zoë", 'Zoe OBrien Nandu'],
  ])('%s is %s', (a, b) => {
    const others = new Set(nameKeys('person', [b]))
    expect(nameKeys('person', [a]).some((key) => others.has(key))).toBe(true)
  })

  it('leaves nothing of a name without letters', () => {
    expect(nameKeys('person', ['🌸'])).toEqual([])
  })
})
