import { expect, test } from 'vitest'
import { searching } from '../../src/cli/searching.js'

const FIELDS = [
  { name: 'своё поле', value: 'custom' },
  { name: 'пропустить', value: 'ignore' },
  { name: 'Город (city)', value: 'city' },
]

const search = () => searching(async (text) => FIELDS.filter(({ name }) => name.includes(text)), 'ничего не найдено')

test('the choice that was pointed at is the one that is meant', async () => {
  const { source, validate, chosen } = search()
  await source(undefined)
  const [, second] = await source('о')
  expect(await validate()).toBe(true)
  expect(second?.name).toBe('пропустить')
  expect(second && (await chosen(second.value))).toBe('ignore')
})

test('Enter in one burst with what was typed means the first of what that finds', async () => {
  const { source, validate, chosen } = search()
  const [before] = await source(undefined)
  source('п')
  source('проп')
  expect(await validate()).toBe(true)
  expect(before && (await chosen(before.value))).toBe('ignore')
})

test('what is typed behind Enter changes nothing', async () => {
  const { source, validate, chosen } = search()
  const [before] = await source(undefined)
  const typed = source('проп')
  const verdict = validate()
  expect(await source('Город')).toEqual(await typed)
  expect(await verdict).toBe(true)
  expect(before && (await chosen(before.value))).toBe('ignore')
})

test('nothing found is said, cannot be chosen, and can be searched on', async () => {
  const { source, validate } = search()
  await source(undefined)
  expect(await source('ґґґ')).toEqual([expect.objectContaining({ name: 'ничего не найдено', disabled: ' ' })])
  const verdict = validate()
  expect(await Promise.race([verdict, new Promise((resolve) => setTimeout(resolve, 30, 'open'))])).toBe('open')
  expect((await source('своё')).map(({ name }) => name)).toEqual(['своё поле'])
})
