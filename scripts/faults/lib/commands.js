// The commands that are hurt, and the places in which they begin.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { olderBases } from './old-base.js'

const csv = (rows, broken) =>
  `Name,Phone,Email,Birthday\n${Array.from(
    { length: rows },
    (_, index) =>
      `"O'Brien-Ñandú ${index}",+7916555${String(index).padStart(4, '0')},n${index}@example.com,${index % 9 === 4 && broken ? '31.02.1990' : '01.02.1990'}\n`,
  ).join('')}`

/** The commands, the folder in which each begins, and the share of points that the quick form tries. */
export async function commandsIn({ folder, clientele: command }) {
  const clientele = async (place, args) => {
    const { code, stderr } = await command(place, args)
    if (code !== 0) throw new Error(`${args.join(' ')}: exit ${code}: ${stderr}`)
  }
  const { latest, make } = await olderBases()
  /** Made when the first command needs it. */
  const at = (name, prepare) => {
    const place = join(folder, 'begun', name)
    let made = null
    return () => {
      made ??= (async () => {
        mkdirSync(place, { recursive: true })
        await prepare(place)
        return place
      })()
      return made
    }
  }
  const doubled = async (place) => {
    for (const name of ['Анна Ёлкина', "Pat O'Brien-Ñandú", 'Ґалаґан Олена 🎉'])
      await clientele(place, ['add', name, '--phone', '+7 916 555-12-34', '--force'])
    await clientele(place, ['add', 'Анна Ёлкина', '--phone', '+7 916 555-12-34', '--force'])
    await clientele(place, ['log', '1', 'Спросила о цене', '--call'])
  }
  const nothing = at('nothing', () => {})
  const base = at('base', doubled)
  const table = at('table', async (place) => {
    await doubled(place)
    writeFileSync(join(place, 'rows.csv'), csv(40, true))
  })
  const imported = at('imported', async (place) => {
    await doubled(place)
    writeFileSync(join(place, 'rows.csv'), csv(25, false))
    await clientele(place, ['import', 'rows.csv'])
  })
  const backed = at('backed', async (place) => {
    await doubled(place)
    await clientele(place, ['backup', 'copy.db'])
    await clientele(place, ['add', 'Later Client'])
  })
  const broken = at('broken', async (place) => {
    await doubled(place)
    await clientele(place, ['backup', 'copy.db'])
    writeFileSync(join(place, 'base.db'), readFileSync(join(place, 'base.db')).subarray(0, 60_000))
  })
  const old = at('old', (place) => make(join(place, 'base.db'), latest - 1, 8))
  const oldest = at('oldest', (place) => make(join(place, 'base.db'), 1, 8))
  return [
    { name: 'add', from: base, args: ['add', 'Новый Клиент', '--phone', '+7 916 555-99-99'], quick: 7 },
    { name: 'first add', from: nothing, args: ['add', 'The First'], halfway: [['history'], ['count']], quick: 2 },
    { name: 'import', from: table, args: ['import', 'rows.csv'], quick: 4 },
    { name: 'merge', from: base, args: ['merge', '1', '4', '--yes'], quick: 1 },
    { name: 'dedupe', from: base, args: ['dedupe', '--apply', 'certain', '--yes'], quick: 1 },
    { name: 'undo', from: imported, args: ['undo', '--yes'], quick: 2 },
    { name: 'backup', from: base, args: ['backup', 'copy.db'], quick: 3 },
    { name: 'restore', from: backed, args: ['restore', 'copy.db', '--yes'], quick: 3 },
    { name: 'restore over a damaged base', from: broken, args: ['restore', 'copy.db', '--yes'], broken: true },
    { name: 'migration', from: old, args: ['add', 'After The Move'], halfway: [['history'], ['count']], quick: 2 },
    {
      name: 'migration from version 1',
      from: oldest,
      args: ['add', 'After The Move'],
      halfway: [['history'], ['count']],
    },
    { name: 'export', from: base, args: ['export', '--format', 'csv', '-o', 'all.csv'], quick: 2 },
    { name: 'config', from: base, args: ['config', 'set', 'country', 'UA'], quick: 3 },
    { name: 'today', from: base, args: ['today'] },
  ]
}
