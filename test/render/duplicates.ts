import type { ClientCard, ClientRecord } from '../../src/domain/client.js'
import type { Judgement, Term } from '../../src/domain/matching/judging.js'
import { clientCard } from '../domain/client-card.js'

/** A client of whom nothing is known but what is given; a person's name is written `family given patronymic`. */
export function card(id: number, known: Partial<ClientCard> & { name: string }): ClientCard {
  const [family_name = null, given_name = null, patronymic = null] =
    known.kind === 'company' ? [] : known.name.split(' ')
  return clientCard({ id, family_name, given_name, patronymic, ...known })
}

export const phone = (value: string): ClientRecord['phones'][number] => ({ value, label: null, typed: value })
export const email = (value: string): ClientRecord['emails'][number] => ({ value, label: null })

export const term = (field: Term['field'], level: string, bits: number, a: string, b = a): Term => ({
  field,
  level,
  bits,
  a,
  b,
})

export const judgement = (a: number, b: number, known: Partial<Judgement> = {}): Judgement => ({
  a,
  b,
  lane: 'likely',
  bits: 9.25,
  score: 0.99836,
  terms: [],
  against: [],
  ...known,
})
