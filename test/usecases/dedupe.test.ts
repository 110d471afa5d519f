import { expect, test } from 'vitest'
import { place } from './import-world.js'

/* What a script reads of `dedupe`. */

const BASE = `id,name,phone,email,birthday
A1,Ёлкина Анна,+7 916 000-00-01,anna.elkina@example.com,12.03.1990
A2,Елкина Аня,8 916 000-00-01,anna.elkina@example.com,12.03.1990
B1,Ґалаґан Олександр,+380 67 000-00-02,galagan@example.net,
B2,Alex Galagan,0670000002,,
C1,Петров Иван Иванович,+7 916 000-00-03,,01.02.1960
C2,Петров Иван Петрович,+7 916 000-00-03,,03.04.1990
D1,"O'Brien-Ñandú ""Mary"" 🦊",,mary@example.org,
`

async function imported() {
  const here = place()

  await here.run('import', here.write('base.csv', BASE), '-y', '-q', '--on-match', 'create')
  return here
}

interface Group {
  lane: string
  score: number
  clients: { id: number }[]
  pairs: { score: number }[]
}

test.each(['0', '0.4', '0.4999', '0.5', '0.9', '0.9999', '1'])(
  '--min %s chooses by the scores that are written',
  async (min) => {
    const here = await imported()
    const groups = async (...args: string[]): Promise<Group[]> =>
      JSON.parse((await here.run('dedupe', '--lane', 'possible', '--json', ...args)).stdout)
    const chosen = await groups('--min', min)
    for (const { score, pairs } of chosen) expect(Math.min(score, ...pairs.map((pair) => pair.score))).toBe(score)
    const all: Group[] = [...JSON.parse((await here.run('dedupe', '--json')).stdout), ...(await groups())]
    const both = [...JSON.parse((await here.run('dedupe', '--json', '--min', min)).stdout), ...chosen]
    const ids = (list: readonly Group[]) => list.map(({ clients }) => clients.map(({ id }) => id))
    expect(ids(both)).toEqual(ids(all.filter(({ score }) => score >= Number(min))))
    expect(all.length).toBeGreaterThan(2)
  },
)

test('what contradicts is never rather one than two', async () => {
  const here = await imported()
  const groups: Group[] = JSON.parse((await here.run('dedupe', '--lane', 'possible', '--json')).stdout)
  expect(groups.map(({ score, clients }) => [score, clients.map(({ id }) => id)])).toEqual([[0.4999, [5, 6]]])
})

test('ids, CSV and JSON tell of the same groups in the same order', async () => {
  const here = await imported()
  const groups: Group[] = JSON.parse((await here.run('dedupe', '--json')).stdout)
  const lines = groups.map(({ clients }) => clients.map(({ id }) => id).join(' '))
  expect(lines.length).toBe(2)
  expect((await here.run('dedupe', '--format', 'ids')).stdout.trim().split('\n')).toEqual(lines)
  const rows = (await here.run('dedupe', '--format', 'csv')).stdout.trim().split('\r\n').slice(1)
  expect(rows.map((row) => row.split(',')[3])).toEqual(lines.flatMap((line) => line.split(' ')))
  const each = (await here.run('dedupe', '--format', 'ndjson')).stdout.trim().split('\n')
  expect(each.map((line) => JSON.parse(line))).toEqual(groups)
})

test('--clusters has a row for every client in use, by id; who was merged has none', async () => {
  const here = await imported()
  const rows = async () => (await here.run('dedupe', '--clusters')).stdout.trim().split('\r\n').slice(1)
  expect(await rows()).toEqual(['1,A1,1', '2,A2,1', '3,B1,3', '4,B2,3', '5,C1,5', '6,C2,6', '7,D1,7'])
  await here.run('merge', '2', '1', '-y')
  await here.run('remove', '7', '-y')
  const after = await rows()
  expect(after.map((row) => row.split(',').at(-1))).toEqual(['2', '3', '3', '5', '6'])
  expect(after[0]).toBe('2,A2,2')
  // The outside id of the one that is gone still finds who has all of it.
  expect(JSON.parse((await here.run('show', 'ext:A1', '--json')).stdout).id).toBe(2)
})

test('what may be typed next keeps the filter', async () => {
  const here = await imported()
  const { stderr } = await here.run('dedupe', 'name:Ёлкина', 'or', "name:O'Brien")
  expect(stderr).toContain("clientele dedupe name:Ёлкина or 'name:O'\\''Brien' --apply certain")
  expect(stderr).toContain("clientele dedupe name:Ёлкина or 'name:O'\\''Brien' --review")
})

test.each(['-1', '1.5', '0,9', '90%', 'abc', '1e-3', ''])(
  '--min %s is typed wrongly, and said as typed',
  async (min) => {
    const { code, stdout, stderr } = await place().run('dedupe', '--min', min)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain(`“${min}”`)
  },
)
