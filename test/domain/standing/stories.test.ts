import { describe, expect, test } from 'vitest'
import { BUYERS } from './buyers.js'
import { lineOf, onDay, type Story } from './life.js'
import { OTHERS } from './others.js'

const STORIES: Story[] = [...BUYERS, ...OTHERS]

describe.each(STORIES)('$name', (story) => {
  test.each(Object.entries(story.looks))('on %s: %s', (day, look) => {
    expect(lineOf(onDay(story, day))).toBe(look)
  })
  test.each(Object.entries(story.says ?? {}))('on %s it says', (day, said) => {
    expect(onDay(story, day)).toMatchObject(said)
  })
})

test('whoever tells a life backwards tells the same life', () => {
  for (const story of STORIES)
    for (const day of Object.keys(story.looks))
      expect({ story: story.name, ...onDay({ ...story, life: story.life.toReversed() }, day) }).toEqual({
        story: story.name,
        ...onDay(story, day),
      })
})
