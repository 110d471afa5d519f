import { CHECKS, type Finding, type State } from '../domain/checking/finding.js'
import type { Said } from '../words/checking/en.js'
import type { Words } from '../words/en.js'
import { safe } from './safe.js'
import type { Style } from './style.js'
import { padEnd, widthOf } from './table.js'

/** An answer in words, whatever kind it is. */
export const saidOf = (finding: Finding, { found }: Pick<Words['checking'], 'found'>): Said =>
  (found[finding.is] as (facts: Finding['facts']) => Said)(finding.facts)

/** In the order in which things are looked at, however they came. */
export const inOrder = (findings: readonly Finding[]): Finding[] =>
  [...findings].sort((a, b) => CHECKS.indexOf(a.name) - CHECKS.indexOf(b.name))

const MARKS: Record<State, string> = { ok: '✓', warning: '!', problem: '✗' }

interface Options {
  words: Words
  style: Style
  /** The terminal's width; null in a pipe, where lines are as long as they are. */
  width: number | null
}

/**
 * One line for each thing that was looked at; below it, when there is more to say, what it is about and what to do. Commands
 * are never broken, so that they can be taken as they stand.
 */
export function drawChecks(findings: readonly Finding[], { words, style, width }: Options): string {
  const { checking } = words
  const label = Math.max(...findings.map(({ name }) => widthOf(checking.names[name])))
  const verdict = Math.max(...findings.map(({ state }) => widthOf(checking.states[state])))
  const paint: Record<State, Style['good']> = { ok: style.good, warning: style.number, problem: style.late }
  const left = 2 + verdict + 2 + label + 2
  // On a narrow terminal the texts go below their names.
  const room = width === null ? Number.POSITIVE_INFINITY : Math.max(width - left, 28)
  return inOrder(findings)
    .map((finding) => {
      const { name, state, commands = [] } = finding
      const { detail, more = [], advice } = saidOf(finding, checking)
      const head = `${paint[state](`${MARKS[state]} ${padEnd(checking.states[state], verdict)}`)}  ${padEnd(checking.names[name], label)}  `
      const below = [
        ...more.flatMap((line) =>
          folded(safe(line), room - 2).map((text, index) => (index === 0 ? '· ' : '  ') + text),
        ),
        ...(advice === undefined
          ? []
          : folded(safe(advice), room - 2).map((text, index) => (index === 0 ? '→ ' : '  ') + text)),
      ]
      const lines = [
        ...folded(safe(detail), room).map((text, index) => (index === 0 ? head + text : ' '.repeat(left) + text)),
        ...below.map((text) => ' '.repeat(left) + style.muted(text)),
        ...commands.map((command) => `${' '.repeat(left)}  ${style.strong(safe(command))}`),
      ]
      return `${lines.join('\n')}\n`
    })
    .join('')
}

/** Lines of so many cells, broken at spaces only: a path that is longer than a line stays whole. */
function folded(text: string, room: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && widthOf(line) + 1 + widthOf(word) > room) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line]
}
