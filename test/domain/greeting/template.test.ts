import { describe, expect, test } from 'vitest'
import { fill, PLACEHOLDERS, readTemplate } from '../../../src/domain/greeting/template.js'

describe('reading a template', () => {
  test.each([
    ['Subject: Hello, {given}\n\nText', { subject: 'Hello, {given}', body: '\nText' }],
    ['Тема: Привет\r\nТекст', { subject: 'Привет', body: 'Текст' }],
    ['\ufeffsubject:x\ny', { subject: 'x', body: 'y' }],
    ['Subject:\nText', { subject: null, body: 'Text' }],
    ['Only text { given }', { subject: null, body: 'Only text { given }' }],
    ['', { subject: null, body: '' }],
  ])('%j', (source, template) => expect(readTemplate(source)).toEqual(template))

  test.each([
    ['{adress}', 1, 'adress', 'address'],
    ['ok\n{given:genetive}', 2, 'given:genetive', 'given:genitive'],
    ['{who:dative}', 1, 'who:dative', null],
    ['{}', 1, '', null],
  ])('%j is refused', (source, line, placeholder, nearest) => {
    const problem = readTemplate(source)
    expect(problem).toMatchObject({ line, placeholder })
    if (nearest !== null) expect(problem).toMatchObject({ nearest })
  })

  test('every placeholder that is offered can be used', () => {
    for (const placeholder of PLACEHOLDERS) expect(readTemplate(`{${placeholder}}`)).not.toHaveProperty('placeholder')
  })
})

describe('filling it in', () => {
  const value = (placeholder: string): string => ({ given: 'Оля {sign}', sign: '', years: '$&' })[placeholder] ?? ''
  test.each([
    ['{given}!', 'Оля {sign}!'],
    ['a\n{sign}\nb', 'a\nb'],
    ['a\n\n\n\nb', 'a\n\nb'],
    ['\n\na\n\n', 'a'],
    ['a\nyours, {sign}!\nb', 'a\nb'],
    ['{given}, {sign}', 'Оля {sign},'],
    ['{years}', '$&'],
  ])('%j', (text, filled) => expect(fill(text, value)).toBe(filled))
})
