import { describe, expect, test } from 'vitest'
import {
  kindOfText,
  readChannel,
  readCost,
  readDuration,
  readPromiseKind,
  readState,
  readTimeOfDay,
} from '../../src/domain/history/words.js'

test.each([
  ['звонок', 'call', null, false],
  ['Дзвінок', 'call', null, false],
  ['Phone call', 'call', null, false],
  ['Исходящий звонок', 'call', 'out', false],
  ['Вхідний дзвінок', 'call', 'in', false],
  ['звонок (вх.)', 'call', 'in', false],
  ['e-mail входящий', 'email', 'in', false],
  ['лист', 'email', null, false],
  ['встреча', 'meet', null, false],
  ['Сообщение', 'message', null, false],
  ['WhatsApp', 'whatsapp', null, false],
  ['ТГ', 'telegram', null, false],
  ['СМС', 'sms', null, false],
  ['входящий', null, 'in', false],
  ['Пропущенный', null, 'in', true],
  ['missed call', 'call', 'in', true],
  ['Пикник на пляже', 'Пикник на пляже', null, false],
  ['Исходящая открытка', 'Исходящая открытка', 'out', false],
])('channel %s', (text, channel, direction, missed) => {
  expect(readChannel(text)).toEqual({ channel, direction, missed })
})

test.each<[string, 'minutes' | 'seconds', number | null]>([
  ['0:45', 'minutes', 45],
  ['1:30', 'minutes', 90],
  ['00:01:30', 'minutes', 2],
  ['00:00:20', 'minutes', 1],
  ['00:00:00', 'minutes', 0],
  ['90', 'seconds', 2],
  ['205', 'seconds', 3],
  ['0', 'seconds', 0],
  ['90', 'minutes', 90],
  ['2,5', 'minutes', 3],
  ['5 мин', 'minutes', 5],
  ['1 ч 20 мин', 'minutes', 80],
  ['45 сек.', 'minutes', 1],
  ['1h 5m', 'minutes', 65],
  ['долго', 'minutes', null],
  ['0:75', 'minutes', null],
  ['99999999', 'minutes', null],
])('duration %s in %s', (text, unit, minutes) => {
  expect(readDuration(text, unit)).toBe(minutes)
})

describe('small words', () => {
  test.each([
    ['9:05', '09:05'],
    ['09.05', '09:05'],
    ['14:30:59', '14:30'],
    ['2:30 PM', '14:30'],
    ['12:00 a.m.', '00:00'],
    ['13:00 PM', null],
    ['25:00', null],
    ['утро', null],
  ])('time %s', (text, time) => {
    expect(readTimeOfDay(text)).toBe(time)
  })

  test.each([
    ['150', 'RUB', 15000],
    ['1 500,50 ₽', 'RUB', 150050],
    ['12.5 грн', 'UAH', 1250],
    ['1.234', 'RUB', null],
    ['0.333', 'USD', 33],
    ['-5', 'RUB', null],
    ['бесплатно', 'RUB', null],
    // A cost is kept in the base currency alone: another one stays text.
    ['$20', 'RUB', null],
    ['20 USD', 'USD', 2000],
    ['150', 'JPY', 150],
    ['12,5', 'KWD', 12500],
  ])('cost %s in %s', (text, currency, minor) => {
    expect(readCost(text, currency, null)).toBe(minor)
  })

  test.each([
    ['1.234', 'KWD', 1234],
    ['1250.00', 'UAH', 125000],
  ])('cost %s in %s in an own file', (text, currency, minor) => {
    expect(readCost(text, currency, '.')).toBe(minor)
  })

  test.each([
    ['Да', 'done'],
    ['виконано', 'done'],
    ['To do', 'open'],
    ['не выполнено', 'open'],
    ['Скасовано', 'skipped'],
    ['наверное', null],
  ])('state %s', (text, state) => {
    expect(readState(text)).toBe(state)
  })

  test.each([
    ['Звонок', 'call'],
    ['привітати', 'greet'],
    ['подарок', 'gift'],
    ['Завдання', 'task'],
    ['Встреча', null],
  ])('kind %s', (text, kind) => {
    expect(readPromiseKind(text)).toBe(kind)
  })

  test.each([
    ['перезвонить о смете', 'call'],
    ['зробити дзвінок', 'call'],
    [null, 'call'],
    ['отправить смету', 'task'],
    ['recall the order', 'task'],
  ])('kind of the words %s', (text, kind) => {
    expect(kindOfText(text)).toBe(kind)
  })
})
