import type { Judgement } from '../domain/matching/judging.js'
import type { MatchInput } from '../domain/matching/keys.js'
import type { Words } from '../words/en.js'
import { type Named, reasonTexts } from './duplicate-reasons.js'
import { safe } from './safe.js'

/** A new client held against another one; `judgement.a` is the new one. */
export interface LikenessView {
  judgement: Judgement
  newcomer: MatchInput
  other: MatchInput
}

const named = ({ id, name, family, given, father }: MatchInput): Named => ({
  id,
  name,
  family_name: family,
  given_name: given,
  patronymic: father,
})

/** What is said at most: the strongest speak for themselves. */
const MOST = 3

/** Why the two may be one, strongest first, in one line; '' when nothing can be said. */
export function likenessReasons({ judgement, newcomer, other }: LikenessView, words: Words): string {
  const clients = new Map([newcomer, other].map((client) => [client.id, named(client)]))
  return safe(reasonTexts(judgement, clients, words).reasons.slice(0, MOST).join(', '))
}
