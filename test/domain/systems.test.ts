import { describe, expect, test } from 'vitest'
import { systemOf } from '../../src/domain/tables/systems.js'
import { fills, planned, said } from './column-words.js'
import { EXPORTS } from './export-headers.js'

const columnsOf = (text: string): string[] => text.split(' | ')

describe.each(EXPORTS)('$of', ({ system, header, fills: expected }) => {
  const columns = columnsOf(header)
  const plan = planned(columns)

  test('is recognised', () => {
    expect(plan.system?.key).toBe(system)
  })

  test('its columns fill what they mean', () => {
    const found = plan.columns.map((column) => `${column.header} → ${said(column)}`)
    expect(columnsOf(expected).filter((each) => !found.includes(each))).toEqual([])
  })

  test('only what says nothing of the client is left out', () => {
    const left = plan.columns.filter(({ target }) => target.to === 'nothing').map(({ header: name }) => name)
    expect(left.filter((name) => !TECHNICAL.test(name))).toEqual([])
  })

  test('no two columns write into one field of their own', () => {
    const keys = plan.columns.flatMap(({ target }) => (target.to === 'custom' ? [target.key] : []))
    expect(new Set(keys).size).toBe(keys.length)
  })
})

/** Phonetic spellings, photos, marks of the program itself, types of addresses, and numbers of identity papers. */
const TECHNICAL =
  /yomi|phonetic|photo|initials|инициалы|directory server|сервер каталогов|sensitivity|priority|важность|пометка|отложено|file as|private|частное|free busy|доступности|government id|личный код|(address|organization|website|im) 1 - (type|label|symbol)|e-mail.* (type|display name)|^(тип|краткое)|^(dn|objectclass|modifytimestamp)$|логотип|^создан$|дата (создания|редактирования|изменения)|кем (создан|создана|изменен|редактирован)|экспорт|create date|^date(_|$)|_id$|created_by|deleted|^portal_/i

describe('systemOf', () => {
  test.each([
    [['Name', 'Phone']],
    [['Имя', 'Фамилия', 'Телефон']],
    [['N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE', 'FN', 'TEL;CELL', 'X-ANDROID-CUSTOM']],
    [[]],
  ])('knows none in %j', (header) => {
    expect(systemOf(header)).toBeNull()
  })

  test('case, underscores and order do not matter', () => {
    expect(systemOf(['LAST NAME', 'phone_work', 'Second Name', 'NAME'])?.key).toBe('bitrix24')
  })

  test('Kommo is amoCRM in English', () => {
    const header = 'ID | Type | Full name | First name | Last name | Company | Leads | Work phone | Work direct phone'
    expect(planned(header.split(' | ')).system?.key).toBe('kommo')
    expect(fills(header.split(' | '))).toEqual([
      'external_id',
      'kind',
      'name',
      'given_name',
      'family_name',
      'company',
      'custom deals',
      'phone_work',
      'phone_work',
    ])
  })

  test('a program that knows its columns otherwise does not change those of others', () => {
    expect(fills(['Title', 'Name'])).toEqual(['position', 'name'])
    expect(fills(['Title', 'First Name', 'Last Name', 'E-mail Address', 'Business Phone'])[0]).toBe('custom honorific')
  })
})

test('columns of one name keep both their values', () => {
  expect(fills(['ФИО', 'utm_source', 'utm_source', 'utm_source'])).toEqual([
    'name',
    'custom utm_source',
    'custom utm_source_2',
    'custom utm_source_3',
  ])
  expect(fills(['ФИО', 'Город', 'Город'])).toEqual(['name', 'address main.city', 'custom город_given'])
  expect(fills(['ФИО', 'Цвет', 'цвет'])).toEqual(['name', 'custom цвет', 'custom цвет_2'])
  expect(fills(['ФИО', 'День рождения', 'День рождения'])).toEqual(['name', 'birthday', 'custom день_рождения_given'])
})
