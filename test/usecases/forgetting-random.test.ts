import { expect, it } from 'vitest'
import { forgettingWorld } from './forgetting-world.js'

/** The same sequence for the same seed. */
function dice(seed: number): (sides: number) => number {
  let state = seed * 2654435761
  return (sides) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 4294967296) * sides)
  }
}

const SYLLABLES = ['бум', 'дор', 'жук', 'лян', 'мыш', 'пет', 'рус', 'тал', 'фок', 'цап']
const CITIES = ['Киев', 'Львов', 'Казань']

/** Somebody whose name and texts are nobody else's; two spellings are one person. */
const personOf = (number: number) => {
  const mark = `${SYLLABLES[number % 10]}${SYLLABLES[(number * 7 + 3) % 10]}${SYLLABLES[Math.floor(number / 10) % 10]}`
  const name = `${mark[0]?.toUpperCase()}${mark.slice(1)}енкова Ольга`
  return { name, mark, phone: `+7916${4_000_000 + number}` }
}

it.each((process.env.SEEDS ?? '1,2,3').split(',').map(Number))(
  'whatever was done before, nothing is left and the base is sound (%i)',
  async (seed) => {
    const roll = dice(seed)
    const { at, sound, found } = forgettingWorld()
    const people = Array.from({ length: 6 }, (_, number) => personOf(number))
    const one = () => people[roll(people.length)] as (typeof people)[number]
    let count = 0
    const text = (mark: string): string => {
      count += 1
      return `запись-${mark}-${count}`
    }
    const steps: (() => string[])[] = [
      () => {
        const { name, phone, mark } = one()
        return ['add', name, '--phone', phone, '--note', text(mark), '--city', CITIES[roll(3)] ?? '', '--force']
      },
      () => {
        const { name, mark } = one()
        return ['edit', name, '--note', text(mark), '--tag', `метка${mark}`]
      },
      () => {
        const { name, mark } = one()
        return ['log', name, '--call', text(mark), '--next', `2026-12-01 ${text(mark)}`]
      },
      () => {
        const { name, mark } = one()
        return ['order', 'add', name, '500', text(mark)]
      },
      () => ['merge', String(1 + roll(12)), String(1 + roll(12)), '--yes', '--force'],
      () => ['undo'],
      () => ['undo', String(1 + roll(20))],
      () => ['edit', 'city:Киев', '--all', '--source', `выставка${roll(3)}`],
      () => ['edit', String(1 + roll(12)), '--referred-by', String(1 + roll(12))],
      () => ['remove', String(1 + roll(12))],
      () => {
        const rows = people.filter(() => roll(2) === 0).map(({ name, phone, mark }) => `${name},${phone},${text(mark)}`)
        return [
          'import',
          at.write(`all${count}.csv`, `Имя,Телефон,Заметка\n${rows.join('\n')}\n`),
          '--on-match',
          'update',
        ]
      },
      () => {
        const { name, mark } = one()
        return ['edit', name, '--company', 'ООО Ромашка', '--set', `код=${text(mark)}`]
      },
    ]
    for (let step = 0; step < 45; step += 1) {
      const { code, stderr } = await at.run(...(steps[roll(steps.length)]?.() ?? []))
      expect(stderr).not.toContain('bug in clientele')
      expect([0, 3, 4, 5, 2, 6]).toContain(code)
    }
    for (const { name, mark, phone } of people.slice(0, 4)) {
      // Several may be of one name by now, in the archive or in the journal only; each goes by its number.
      for (let tries = 0; tries < 8 && found(mark, phone).length > 0; tries += 1) {
        const { code, stderr } = await at.run('forget', phone, '--yes')
        expect(stderr).not.toContain('bug in clientele')
        if (code === 0) continue
        const wanted = code === 4 ? stderr : (await at.run('forget', name, '--yes')).stderr
        const id = /^\s*(\d+) {2}/m.exec(wanted)?.[1]
        if (id !== undefined) expect((await at.run('forget', id, '--yes')).code).toBe(0)
      }
      expect({ seed, left: found(mark, phone) }).toEqual({
        seed,
        left: [],
      })
      await sound()
    }
    // What is left of the operations can be taken back and done again, or is refused, and brings nobody back.
    const { length } = JSON.parse((await at.run('history', '--json', '--limit', '500')).stdout) as unknown[]
    for (let id = length; id > 0; id -= 1) {
      const { code, stderr } = await at.run('undo', String(id))
      expect(stderr).not.toContain('bug in clientele')
      expect([0, 5]).toContain(code)
    }
    await sound()
    for (const { mark, phone } of people.slice(0, 4))
      expect({ seed, left: found(mark, phone) }).toEqual({ seed, left: [] })
  },
  120_000,
)
