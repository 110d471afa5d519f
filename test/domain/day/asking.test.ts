import { describe, expect, test } from 'vitest'
import { askingOf, type Colleague, gateTo, standingOfRole } from '../../../src/domain/day/asking.js'

const somebody = (id: number, role: string | null, more: Partial<Colleague> = {}): Colleague => ({
  client_id: id,
  name: `Ёлкина ${id}`,
  role,
  position: null,
  phone: '+79160000001',
  ...more,
})

describe('what a role is', () => {
  test.each([
    'секретарь',
    'Секретар',
    'Помощник директора',
    'помічниця керівника',
    'Ассистент генерального директора',
    'асистентка',
    'приёмная',
    'Приймальня',
    'Администратор',
    'адміністраторка',
    'ресепшн',
    'Executive Assistant to the CEO',
    'Secretary',
    'Reception',
    'Receptionist',
    'PA',
    'офис-менеджер',
    'Office manager',
  ])('%s answers the phone', (role) => {
    expect(standingOfRole(role)).toBe('gate')
  })

  test.each([
    ['владелец', 1],
    ['Owner', 1],
    ['Co-founder & CTO', 1],
    ['засновниця', 1],
    ['Власник', 1],
    ['генеральный директор', 2],
    ['Гендиректор', 2],
    ['CEO', 2],
    ['General Manager', 2],
    ['Директор', 3],
    ['руководитель', 3],
    ['керівниця', 3],
    ['Начальник', 3],
    ['коммерческий директор', 4],
    ['Директор по маркетингу', 4],
    ['начальник отдела закупок', 4],
    ['Head of sales', 4],
    ['Главный врач', 4],
    ['головний редактор', 4],
    ['заместитель директора', 5],
    ['Зам. директора', 5],
    ['заступник керівника', 5],
    ['Vice President', 5],
    ['Assistant Director', 5],
    ['главный бухгалтер', 6],
    ['Главбух, начальник', 6],
  ])('%s decides, %i', (role, standing) => {
    expect(standingOfRole(role)).toBe(standing)
  })

  test.each([
    '',
    'бухгалтер',
    'менеджер по продажам',
    'системный администратор',
    'IT administrator',
    'водитель',
    'Manager',
    '🌻',
    'headhunter',
  ])('%s is neither', (role) => {
    expect(standingOfRole(role)).toBeNull()
  })
})

describe('through whom to whom', () => {
  const ids = (colleagues: Colleague[]): [number | undefined, number | undefined] | null => {
    const asking = askingOf(colleagues)
    return asking === null ? null : [asking.gatekeeper?.client_id, asking.decider?.client_id]
  }
  test.each<[string, Colleague[], [number | undefined, number | undefined] | null]>([
    ['nobody', [], null],
    ['nobody who matters', [somebody(1, 'водитель'), somebody(2, null)], null],
    ['a secretary alone', [somebody(1, 'секретарь')], [1, undefined]],
    ['a director alone', [somebody(1, 'директор')], [undefined, 1]],
    ['both', [somebody(1, 'директор'), somebody(2, 'секретарь')], [2, 1]],
    ['the director before the deputy', [somebody(1, 'заместитель директора'), somebody(2, 'директор')], [undefined, 2]],
    ['the deputy where nobody else is', [somebody(1, 'заместитель директора')], [undefined, 1]],
    ['the owner before the director', [somebody(1, 'директор'), somebody(2, 'власник')], [undefined, 2]],
    ['the one with a phone', [somebody(1, 'секретарь', { phone: null }), somebody(2, 'приёмная')], [2, undefined]],
    [
      'the director without a phone before the deputy with one',
      [somebody(1, 'директор', { phone: null }), somebody(2, 'зам. директора')],
      [undefined, 1],
    ],
    ['the first of equals', [somebody(3, 'директор'), somebody(1, 'директор')], [undefined, 3]],
    ['by the own position', [somebody(1, null, { position: 'Директор' })], [undefined, 1]],
    ['the role there before the own position', [somebody(1, 'секретарь', { position: 'Директор' })], [1, undefined]],
    [
      'the own position where the role says nothing',
      [somebody(1, 'контакт', { position: 'Secretary' })],
      [1, undefined],
    ],
  ])('%s', (_, colleagues, expected) => {
    expect(ids(colleagues)).toEqual(expected)
  })

  test('says by which words it was known', () => {
    expect(askingOf([somebody(1, 'контакт', { position: 'Директор' })])?.decider).toEqual({
      client_id: 1,
      name: 'Ёлкина 1',
      role: 'Директор',
      phone: '+79160000001',
    })
  })

  test('to a person at a company through its secretary, unless it is the secretary', () => {
    const colleagues = [somebody(1, 'директор'), somebody(2, 'секретарь')]
    expect(gateTo(1, colleagues)).toMatchObject({ gatekeeper: { client_id: 2 }, decider: null })
    expect(gateTo(2, colleagues)).toBeNull()
    expect(gateTo(1, [somebody(1, 'директор')])).toBeNull()
  })
})
