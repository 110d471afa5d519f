import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { freshFolder } from '../store/base.js'
import { runIn } from '../world.js'

/*
 * Whatever is added, imported and merged, in whatever order: a client who said no, to everything or to a channel, says no until
 * somebody edits that answer by hand.
 */

/** The same commands every time, unless others are asked for: CLIENTELE_SEED=random, or the number a failure named. */
const asked = process.env.CLIENTELE_SEED ?? '20261122'
const SEED = asked === 'random' ? {} : { seed: Number(asked) }
const RUNS = process.env.CLIENTELE_STRESS === '1' ? 150 : 10

const PEOPLE = ['Ёлкина Анна', 'Ґалаґан Олесь', "O'Brien-Ñandú Máire"] as const
const emailOf = (who: number): string => `p${who}@example.com`

/** For each channel a column of consents and one of opt-outs, which is the other way round. */
const COLUMNS = [
  'Name',
  'Email',
  'Consent',
  'Do not contact',
  'Email consent',
  'Email Opt Out',
  'Phone consent',
  'Do Not Call',
]

const who = fc.integer({ min: 0, max: PEOPLE.length - 1 })
const answer = fc.constantFrom('yes', 'no', '', '')
const row = fc.record({ who, cells: fc.array(answer, { minLength: 6, maxLength: 6 }) })

type Step =
  | { is: 'add'; who: number; flags: string[] }
  | { is: 'import'; mode: string; rows: { who: number; cells: string[] }[] }
  | { is: 'merge'; who: number }
  | { is: 'edit'; who: number; flags: string[] }

const flags = fc.uniqueArray(fc.constantFrom('yes', 'no', 'email:yes', 'email:no', 'call:yes', 'call:no'), {
  maxLength: 3,
  selector: (flag) => flag.replace(/(yes|no)$/, ''),
})

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ is: fc.constant('add' as const), who, flags }) },
  {
    weight: 6,
    arbitrary: fc.record({
      is: fc.constant('import' as const),
      mode: fc.constantFrom('skip', 'fill', 'update', 'create'),
      rows: fc.array(row, { minLength: 1, maxLength: 5 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ is: fc.constant('merge' as const), who }) },
  { weight: 1, arbitrary: fc.record({ is: fc.constant('edit' as const), who, flags }) },
)

interface Client {
  id: number
  name: string
  consent: string | null
  consents: { channel: string; answer: string }[]
}

/** What a client refuses: `all`, channels. */
const refusalsOf = ({ consent, consents }: Client): Set<string> =>
  new Set([
    ...(consent === 'no' ? ['all'] : []),
    ...consents.flatMap(({ channel, answer: said }) => (said === 'no' ? [channel] : [])),
  ])

/** What a row of the file refuses. */
const refusedIn = ([consent, contact, mail, mailOut, phone, phoneOut]: readonly string[]): string[] => [
  ...(consent === 'no' || contact === 'yes' ? ['all'] : []),
  ...(mail === 'no' || mailOut === 'yes' ? ['email'] : []),
  ...(phone === 'no' || phoneOut === 'yes' ? ['call'] : []),
]

test('a no stays a no until somebody edits it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 10 }), async (steps) => {
      const folder = freshFolder()
      const run = async (...argv: string[]): Promise<{ code: number; stdout: string }> => runIn({ folder }, ...argv)
      const clients = async (): Promise<Map<number, Client>> => {
        const list = JSON.parse((await run('list', '--json')).stdout) as Client[]
        return new Map(list.map((each) => [each.id, each]))
      }
      const cardsOf = (all: ReadonlyMap<number, Client>, index: number): Client[] =>
        [...all.values()].filter(({ name }) => name === PEOPLE[index]).sort((a, b) => a.id - b.id)
      let before = await clients()
      for (const each of steps) {
        const into = new Map<number, number>()
        let edited: number | null = null
        if (each.is === 'add')
          await run(
            'add',
            PEOPLE[each.who] ?? '',
            `--email=${emailOf(each.who)}`,
            '--force',
            ...each.flags.map((flag) => `--consent=${flag}`),
          )
        else if (each.is === 'import') {
          const lines = each.rows.map(({ who: index, cells }) => [PEOPLE[index], emailOf(index), ...cells].join(','))
          const file = join(folder, 'rows.csv')
          writeFileSync(file, `${[COLUMNS.join(','), ...lines].join('\n')}\n`)
          expect((await run('import', file, `--on-match=${each.mode}`, '-y', '-q')).code).toBe(0)
        } else if (each.is === 'merge') {
          const [keep, gone] = cardsOf(before, each.who)
          if (!keep || !gone) continue
          expect((await run('merge', String(keep.id), String(gone.id))).code).toBe(0)
          into.set(gone.id, keep.id)
        } else {
          const [card] = cardsOf(before, each.who)
          if (!card || each.flags.length === 0) continue
          expect((await run('edit', String(card.id), ...each.flags.map((flag) => `--consent=${flag}`))).code).toBe(0)
          edited = card.id
        }
        const after = await clients()
        for (const [id, client] of before) {
          if (id === edited) continue
          const now = after.get(into.get(id) ?? id)
          if (!now) throw new Error(`client ${id} is gone`)
          for (const refused of refusalsOf(client))
            expect({ each, refused: [...refusalsOf(now)] }).toMatchObject({
              refused: expect.arrayContaining([refused]),
            })
        }
        // What a file refuses is refused by one of the cards it may be of, whatever the mode.
        if (each.is === 'import')
          for (const { who: index, cells } of each.rows)
            for (const refused of refusedIn(cells))
              expect({
                each,
                cards: cardsOf(after, index).some((card) => refusalsOf(card).has(refused)),
              }).toMatchObject({ cards: true })
        before = after
      }
    }),
    { ...SEED, numRuns: RUNS },
  )
}, 300_000)
