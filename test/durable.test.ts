import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { draftBegun, watchDrafts } from '../src/drafts.js'
import { beginDraft, draftName, giveFreshName, makeFolder, systemCode, writeDurably } from '../src/durable.js'
import { freshFolder } from './store/base.js'

const modeOf = (file: string): string => (statSync(file).mode & 0o777).toString(8)

function withUmask<T>(mask: number, work: () => T): T {
  const before = process.umask(mask)
  try {
    return work()
  } finally {
    process.umask(before)
  }
}

const codeOf = (work: () => unknown): string => {
  try {
    work()
  } catch (error) {
    return systemCode(error)
  }
  return 'nothing thrown'
}

describe('a file that is there whole or not at all', () => {
  test('has its name only when it is settled, and is its owner’s alone whatever the umask', () => {
    for (const mask of [0o000, 0o022, 0o777]) {
      const folder = freshFolder()
      const file = join(folder, 'all.csv')
      withUmask(mask, () => {
        const draft = beginDraft(file)
        draft.write('Ёлкина;')
        draft.write(new TextEncoder().encode('Ґалаґан\n'))
        expect(existsSync(file)).toBe(false)
        draft.settle({ fresh: true })
      })
      expect(modeOf(file)).toBe('600')
      expect(readFileSync(file, 'utf8')).toBe('Ёлкина;Ґалаґан\n')
      expect(readdirSync(folder)).toEqual(['all.csv'])
    }
  })

  test('that must be fresh never takes the place of another', () => {
    const file = join(freshFolder(), 'all.csv')
    const draft = beginDraft(file)
    draft.write('mine')
    writeFileSync(file, 'theirs')
    expect(codeOf(() => draft.settle({ fresh: true }))).toBe('EEXIST')
    draft.discard()
    expect(readFileSync(file, 'utf8')).toBe('theirs')
    expect(readdirSync(join(file, '..'))).toEqual(['all.csv'])
  })

  test('leaves nothing when it is discarded, before, after and twice', () => {
    const folder = freshFolder()
    const draft = beginDraft(join(folder, 'a'))
    draft.discard()
    draft.discard()
    expect(readdirSync(folder)).toEqual([])
    const settled = beginDraft(join(folder, 'b'))
    settled.settle()
    settled.discard()
    expect(readdirSync(folder)).toEqual(['b'])
  })

  test('that cannot be written leaves what was there', () => {
    const folder = freshFolder()
    mkdirSync(join(folder, 'taken'))
    writeFileSync(join(folder, 'taken', 'kept'), 'x')
    expect(codeOf(() => writeDurably(join(folder, 'taken'), 'y'))).toMatch(/EISDIR|ENOTEMPTY|EEXIST/)
    expect(readdirSync(folder)).toEqual(['taken'])
    expect(codeOf(() => writeDurably(join(folder, 'no', 'where'), 'y'))).toBe('ENOENT')
  })

  test('of a run that is gone is taken away, that of one which runs is not', () => {
    const folder = freshFolder()
    // Nobody has number 4194305: it is above what Linux gives.
    const gone = draftName(folder).replace(/\d+(?=\.part)/, '4194305')
    const running = draftName(folder)
    // Made where other numbers count: by another machine, before a restart, in a container.
    const elsewhere = join(folder, '.clientele-4194305.part-0123456789abcdef')
    const unknown = join(folder, '.clientele-0.part-0123456789abcdef')
    const old = join(folder, '.clientele-0.part-fedcba9876543210')
    const foreign = join(folder, '.clientele-notes.part')
    const all = [gone, `${gone}-wal`, running, elsewhere, unknown, old, foreign]
    for (const file of all) writeFileSync(file, 'half')
    const yesterday = Date.now() / 1000 - 86_400
    for (const file of [old, foreign]) utimesSync(file, yesterday, yesterday)
    const link = gone.replace('4194305', '4194306')
    symlinkSync(foreign, link)
    writeDurably(join(folder, 'new'), 'x')
    const known = existsSync('/proc/self/ns/pid')
    expect(all.map((file) => existsSync(file))).toEqual([!known, !known, true, true, true, false, true])
    expect(existsSync(link)).toBe(true)
  })
})

test('a name is given once, also by two drafts at a time', () => {
  const folder = freshFolder()
  for (const name of ['one', 'two']) writeFileSync(join(folder, name), name)
  giveFreshName(join(folder, 'one'), join(folder, 'final'))
  expect(codeOf(() => giveFreshName(join(folder, 'two'), join(folder, 'final')))).toBe('EEXIST')
  expect(readFileSync(join(folder, 'final'), 'utf8')).toBe('one')
})

test('folders are made step by step for their owner alone, and a file in their way is told', () => {
  const folder = freshFolder()
  withUmask(0, () => makeFolder(join(folder, 'a', 'b', 'c')))
  expect(['a', 'a/b', 'a/b/c'].map((each) => modeOf(join(folder, each)))).toEqual(['700', '700', '700'])
  writeFileSync(join(folder, 'file'), '')
  expect(codeOf(() => makeFolder(join(folder, 'file', 'below')))).toBe('ENOTDIR')
  expect(codeOf(() => makeFolder(join(folder, 'file')))).toBe('ENOTDIR')
})

test('whoever watches is told of drafts that begin and end', () => {
  const told: string[] = []
  watchDrafts({ begun: (file) => told.push(`+${file}`), ended: (file) => told.push(`-${file}`) })
  try {
    const ended = draftBegun('a', 'a-wal')
    ended()
    const file = join(freshFolder(), 'x')
    const draft = beginDraft(file)
    draft.settle()
    expect(told).toEqual(['+a', '+a-wal', '-a', '-a-wal', `+${draft.name}`, `-${draft.name}`])
  } finally {
    watchDrafts({ begun: () => {}, ended: () => {} })
  }
})
