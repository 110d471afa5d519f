import { expect, test } from 'vitest'
import { isCutOf } from '../../src/domain/cut-texts.js'

test.each([
  ['Заказ …', 'Заказ Мухину', true],
  ['…', 'Мухин', true],
  ['… и Ёлкина', 'Мухин и Ёлкина', true],
  ['от … для … 🎁', 'от Мухина для Жукова 🎁', true],
  ['… …', 'Мухин Олег', true],
  ['Заказ …', 'Заказ …', false],
  ['Заказ …', 'Звонок Мухину', false],
  ['Заказ … 5', 'Заказ Мухину 6', false],
  ['Заказ Мухину', 'Заказ Мухину', false],
  ['аба…аба', 'аба', false],
  ['а…б…а', 'аба', true],
  ['а…бв…а', 'аба', false],
])('«%s» of «%s»: %s', (cut, whole, answer) => {
  expect(isCutOf(cut, whole)).toBe(answer)
})
