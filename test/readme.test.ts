import { mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runIn } from './world.js'

/* The tour of the README, from an empty base, in its order: what it shows is what comes. A line of three dots stands for any lines. */

const root = fileURLToPath(new URL('..', import.meta.url))

const tour = [...readFileSync(join(root, 'README.md'), 'utf8').matchAll(/^```\n(\$ clientele [\s\S]*?)^```$/gm)]
  .flatMap(([, block = '']) => block.split(/^\$ clientele /m).slice(1))
  .map((step): [string, string] => [step.slice(0, step.indexOf('\n')), step.slice(step.indexOf('\n') + 1)])

const wordsOf = (command: string): string[] =>
  [...command.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(([, quoted, apostrophed, bare]) =>
    (quoted ?? apostrophed ?? bare ?? '').replace(/^fixtures\//, `${root}fixtures/`),
  )

/** In a README nobody sees at which spaces no line breaks. */
const plainSpaces = (text: string): string => text.replaceAll('\u00a0', ' ')

const patternOf = (shown: string): RegExp =>
  new RegExp(
    `^${shown
      .split('\n')
      .map((line) => (line.trim() === '…' ? '(?:.*\\n)*?' : `${line.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}\n`))
      .join('')
      .replace(/\n$/, '')}$`,
    'u',
  )

let folder = ''

beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'clientele-readme-')))
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the tour', () => {
  test('has its steps', () => expect(tour.length).toBeGreaterThan(10))

  test.each(tour)('clientele %s', async (command, shown) => {
    const { code, world } = await runIn({ folder }, ...wordsOf(command))
    expect(code).toBe(0)
    expect(plainSpaces(world.written.map(({ text }) => text).join(''))).toMatch(patternOf(shown))
  })
})
