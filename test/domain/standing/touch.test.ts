import { describe, expect, test } from 'vitest'
import type { Direction } from '../../../src/domain/client.js'
import type { TouchKind } from '../../../src/domain/standing/model.js'
import { outcomeOf } from '../../../src/domain/standing/outcome.js'
import { isTwoWay, kindOfTouch } from '../../../src/domain/standing/touch.js'

type Row = [channel: string, direction: Direction, result: string | null, purpose: string | null, kind: TouchKind]

const kindOf = ([channel, direction, result, purpose]: Row, minutes: number | null = null): TouchKind =>
  kindOfTouch({ at: '2025-05-01T10:00:00Z', channel, direction, result, purpose, minutes, cost_minor: null })

describe('what a contact was', () => {
  test.each<Row>([
    ['call', 'out', null, null, 'call'],
    ['call', 'out', 'reached', null, 'call'],
    ['call', 'out', 'перезвонить в июне', null, 'call'],
    ['call', 'out', 'no-answer', null, 'unanswered'],
    ['call', 'out', 'No_answer.', null, 'unanswered'],
    ['call', 'out', 'busy', null, 'unanswered'],
    ['call', 'out', 'left a message', null, 'unanswered'],
    ['call', 'out', "didn't pick up", null, 'unanswered'],
    ['call', 'out', 'не ответил', null, 'unanswered'],
    ['call', 'out', 'Недозвон', null, 'unanswered'],
    ['call', 'out', 'телефон выключен', null, 'unanswered'],
    ['call', 'out', 'не берёт трубку', null, 'unanswered'],
    ['call', 'out', 'не відповідає', null, 'unanswered'],
    ['call', 'out', 'зайнято', null, 'unanswered'],
    ['Исходящий звонок', 'out', 'без ответа', null, 'unanswered'],
    ['дзвінок', 'out', null, null, 'call'],
    ['meet', 'out', null, null, 'visit'],
    ['встреча', 'out', 'показал эскизы', null, 'visit'],
    ['meet', 'out', 'не пришёл', null, 'unanswered'],
    ['meet', 'out', 'no-show', null, 'unanswered'],
    ['meet', 'in', null, null, 'visit'],
    ['email', 'out', null, null, 'unanswered'],
    ['email', 'out', 'sent', null, 'unanswered'],
    ['email', 'out', 'отправлено', 'поздравление', 'unanswered'],
    ['email', 'out', 'ждём ответа', null, 'unanswered'],
    ['email', 'out', 'не доставлено', null, 'unanswered'],
    ['email', 'out', 'answered', null, 'message'],
    ['telegram', 'out', 'прочитано', null, 'message'],
    ['viber', 'out', 'відповів', null, 'message'],
    ['sms', 'out', null, 'акция', 'unanswered'],
    ['email', 'in', null, null, 'message'],
    ['call', 'in', null, null, 'call'],
    ['call', 'in', 'no-answer', null, 'call'],
    ['email', 'in', null, 'price', 'enquiry'],
    ['email', 'in', null, 'Заявка с сайта', 'enquiry'],
    ['call', 'in', null, 'вопрос по срокам', 'enquiry'],
    ['telegram', 'in', null, 'ціна', 'enquiry'],
    ['форма на сайте', 'in', null, 'запит', 'enquiry'],
    ['site form', 'in', null, null, 'enquiry'],
    ['email', 'out', null, 'price', 'unanswered'],
    ['message', 'in', 'подписался', null, 'subscription'],
    ['email', 'in', null, 'newsletter', 'subscription'],
    ['email', 'in', null, 'підписка', 'subscription'],
    ['email', 'out', null, 'newsletter', 'unanswered'],
    ['call', 'out', 'agreed', null, 'agreed'],
    ['call', 'out', 'will buy', null, 'agreed'],
    ['call', 'out', 'Договорились на вторник', null, 'agreed'],
    ['meet', 'out', 'подписали договор', null, 'agreed'],
    ['call', 'out', 'погодилися', null, 'agreed'],
    ['message', 'in', 'замовить у травні', null, 'agreed'],
    ['call', 'out', 'refused', null, 'refused'],
    ['call', 'out', 'not interested', null, 'refused'],
    ['call', 'out', 'Отказ: дорого', null, 'refused'],
    ['call', 'out', 'не договорились', null, 'refused'],
    ['call', 'out', 'не согласен', null, 'refused'],
    ['email', 'in', 'отписался', null, 'refused'],
    ['email', 'in', 'unsubscribed', null, 'refused'],
    ['call', 'out', 'не подошло', null, 'refused'],
    ['call', 'out', 'не подошла к телефону', null, 'unanswered'],
    ['call', 'out', 'скинув', null, 'unanswered'],
    ['call', 'out', 'скинув прайс', null, 'call'],
    ['email', 'in', null, 'питание собак', 'message'],
    ['call', 'out', 'відмовилась', null, 'refused'],
    ['call', 'out', 'не цікаво', null, 'refused'],
    ['note', 'out', null, null, 'note'],
    ['заметка', 'in', 'agreed', 'price', 'note'],
    ['Пикник на пляже 🏖', 'out', null, null, 'unanswered'],
    ['Пикник на пляже 🏖', 'out', 'познакомились', null, 'message'],
  ])('%s %s, %s, %s: %s', (...row) => {
    expect(kindOf(row)).toBe(row[4])
  })

  test('a call without a result that lasted no minute did not get through', () => {
    expect(kindOf(['call', 'out', null, null, 'unanswered'], 0)).toBe('unanswered')
    expect(kindOf(['call', 'out', null, null, 'call'], 1)).toBe('call')
    expect(kindOf(['call', 'out', 'reached', null, 'call'], 0)).toBe('call')
    expect(kindOf(['call', 'in', null, null, 'call'], 0)).toBe('call')
  })

  test('the same words mean the same every time they are read', () => {
    const row: Row = ['call', 'out', 'отказ', null, 'refused']
    expect([kindOf(row), kindOf(row)]).toEqual(['refused', 'refused'])
  })
})

test('both sides take part in all but what is unanswered and what is only noted', () => {
  expect((['call', 'refused', 'unanswered', 'note'] as const).map(isTwoWay)).toEqual([true, true, false, false])
})

test.each([null, '', '  ', '.'])('no result: «%s»', (result) => {
  expect(outcomeOf(result)).toBeNull()
})
