import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import {
  currencyOf,
  DEFAULT_MODEL,
  fingerprintOf,
  fitsModel,
  isModelKey,
  MODEL_SETTINGS,
  type ModelKey,
  modelFrom,
  readSpanDays,
  TOUCH_KINDS,
} from '../../../src/domain/standing/model.js'

test.each<[string, number | null]>([
  ['30', 30],
  ['30d', 30],
  ['2w', 14],
  ['3 m', 90],
  ['1y', 365],
  ['10д', 10],
  ['2н', 14],
  ['2т', 14],
  ['3м', 90],
  ['1г', 365],
  ['1р', 365],
  ['0', null],
  ['-3', null],
  ['1.5w', null],
  ['month', null],
  ['99999y', null],
])('a span of %s is %s days', (text, days) => {
  expect(readSpanDays(text)).toBe(days)
})

test.each<[ModelKey, string, boolean]>([
  ['warmth.half-life', '60d', true],
  ['warmth.half-life', '0', false],
  ['warmth.warm', '0,5', true],
  ['warmth.warm', '0', false],
  ['warmth.refusal', '100%', true],
  ['warmth.points', 'call=3, order=12,5', true],
  ['warmth.points', 'kiss=3', false],
  ['warmth.points', 'call', false],
  ['cadence', 'vip=2w, партнёр=90', true],
  ['cadence', 'vip=often', false],
  ['currency', 'uah', true],
  ['currency', 'грн', false],
  ['rates', 'EUR=90,5, USD=80', true],
  ['rates', 'EUR=0', false],
  ['rates', 'EUR=-1', false],
  ['behaviour.asks', '3', true],
  ['behaviour.asks', '0', false],
])('%s = %s: %s', (key, text, fits) => {
  expect(fitsModel(key, text)).toBe(fits)
})

describe('settings', () => {
  test('make the model', () => {
    const settings = {
      'warmth.half-life': '2m',
      'warmth.points': 'call=1,5',
      cadence: 'Партнёр=2w, #vip=1m',
      rates: 'eur=90,5, USD=80',
      'rhythm.together': '1',
    }
    const model = modelFrom(settings, 'UA')
    expect(model).toMatchObject({
      currency: 'UAH',
      halfLife: 60,
      together: 1,
      cadences: { партнер: 14, vip: 30 },
      rates: { EUR: '90.5', USD: '80' },
    })
    expect(model.points).toEqual({ ...DEFAULT_MODEL.points, call: 1.5 })
  })

  test('that cannot be read are as if they were not set', () => {
    expect(modelFrom({ 'warmth.half-life': 'long', rates: 'x' }, 'RU')).toEqual(DEFAULT_MODEL)
  })

  test('have a fingerprint that tells models apart, whatever the order they were written in', () => {
    const one = modelFrom({ rates: 'EUR=90, USD=80' }, 'RU')
    const same = modelFrom({ rates: 'USD=80, EUR=90' }, 'RU')
    expect(fingerprintOf(one)).toBe(fingerprintOf(same))
    for (const { key } of MODEL_SETTINGS) {
      const value =
        { currency: 'XTS', rates: 'XTS=2', cadence: 'vip=3', 'warmth.points': 'call=9' }[key as string] ?? '7'
      expect({ key, same: fingerprintOf(modelFrom({ [key]: value }, 'RU')) === fingerprintOf(DEFAULT_MODEL) }).toEqual({
        key,
        same: false,
      })
    }
  })

  test('are known by their keys', () => {
    expect([isModelKey('warmth.half-life'), isModelKey('warmth.half')]).toEqual([true, false])
  })

  test('fall back to the euro where the country is not known', () => {
    expect([currencyOf('ua'), currencyOf('XX')]).toEqual(['UAH', 'EUR'])
  })
})

/** What stands in the page about the model, so that it cannot say anything else than the program does. */
describe('docs/warmth.md', () => {
  const page = readFileSync(new URL('../../../docs/warmth.md', import.meta.url), 'utf8')
  test.each(MODEL_SETTINGS.map(({ key, default: value }) => [key, value]))(
    'names %s and its default %s',
    (key, value) => {
      const row = page.split('\n').find((line) => line.startsWith(`| \`${key}\` |`))
      expect(row).toBeDefined()
      expect(row?.split('|')[2]?.trim()).toBe(value === '' ? '–' : value)
    },
  )
  test.each(TOUCH_KINDS.map((kind) => [kind, DEFAULT_MODEL.points[kind]]))('gives %s %d points', (kind, points) => {
    const days = points === 0 ? 'never' : `${Math.floor(DEFAULT_MODEL.halfLife * Math.log2(points))} days`
    expect(page).toMatch(new RegExp(`^\\| \`${kind}\` \\| ${points} \\| ${days}`, 'mu'))
  })
})
