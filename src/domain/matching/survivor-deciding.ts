import { looseText } from '../fold.js'
import type { Choices, DecidedField, LATEST, Member, PLAIN, Survivor } from './survivor-member.js'

const same = (a: string, b: string): boolean => flat(a) === flat(b)
const flat = (text: string): string => looseText(text).replace(/\s+/g, ' ')

/** Gathers what was decided of each field. */
export class Deciding {
  readonly fields: DecidedField[] = []
  readonly dropped: Survivor['dropped'] = []
  /** Changed last first; of several at once the order in which they were given. */
  readonly byLatest: readonly Member[]

  constructor(
    readonly members: readonly Member[],
    readonly choices: Choices,
  ) {
    this.byLatest = [...members].sort((a, b) => compare(b.updated_at, a.updated_at))
  }

  chosen(field: string): Member | undefined {
    return this.members.find(({ id }) => id === this.choices.get(field))
  }

  /** Notes a field, and of what differs whose is to be kept elsewhere; what follows a rule anybody can read is not. */
  note(
    field: string,
    value: string | null,
    from: number | null,
    of: (member: Member) => string | null,
    drops: 'all' | 'kept' | 'none' = 'all',
  ): void {
    const others = this.members.flatMap((member) => {
      const own = of(member)
      return own === null || (value !== null && same(own, value)) ? [] : [{ id: member.id, value: own }]
    })
    if (value === null && others.length === 0) return
    this.fields.push({ field, value, from, others })
    for (const other of others)
      if (drops === 'all' || (drops === 'kept' && other.id === this.members[0]?.id))
        this.dropped.push({ ...other, field })
  }

  text(field: (typeof LATEST)[number] | (typeof PLAIN)[number], order: readonly Member[]): string | null {
    const chosen = this.chosen(field)
    const winner = chosen ?? order.find((member) => member[field] !== null)
    const value = winner?.[field] ?? null
    this.note(field, value, winner?.id ?? null, (member) => member[field])
    return value
  }

  /** The first of these values that any client has. */
  ranked<K extends 'status' | 'vip' | 'consent'>(field: K, order: readonly Member[K][]): Member[K] | null {
    const chosen = this.chosen(field)
    const value = chosen ? chosen[field] : order.find((each) => this.members.some((member) => member[field] === each))
    const winner = chosen ?? this.members.find((member) => member[field] === value)
    const text = (member: Member): string | null =>
      field === 'vip' ? (member.vip ? 'yes' : null) : (member[field] as string | null)
    this.note(field, winner ? text(winner) : null, winner?.id ?? null, text, 'none')
    return value ?? null
  }

  least(field: 'created_at'): string {
    const [winner] = [...this.members].sort((a, b) => compare(a[field], b[field]))
    this.note(field, winner?.[field] ?? null, winner?.id ?? null, (member) => member[field], 'none')
    return winner?.[field] ?? ''
  }

  greatest(field: 'verified_at'): string | null {
    const [latest] = this.members.filter((each) => each[field] !== null).sort((a, b) => compare(b[field], a[field]))
    const winner = this.chosen(field) ?? latest
    this.note(field, winner?.[field] ?? null, winner?.id ?? null, (member) => member[field], 'none')
    return winner?.[field] ?? null
  }
}

export const compare = (a: string | null, b: string | null): number =>
  (a ?? '') < (b ?? '') ? -1 : (a ?? '') > (b ?? '') ? 1 : 0
