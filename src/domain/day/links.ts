import type { Linked } from './same-person.js'

/** What tells that two cards belong together. */
export interface Links {
  points: { client_id: number; value: string }[]
  relations: { client_id: number; company_id: number }[]
  referrals: { id: number; referred_by: number }[]
}

/** Two cards belong together by a contact or a company in common, as person and company, or by a recommendation. */
export function linkedBy({ points, relations, referrals }: Links): Linked {
  const marks = new Map<number, Set<string>>()
  const mark = (client: number, what: string): void => {
    const own = marks.get(client)
    if (own) own.add(what)
    else marks.set(client, new Set([what]))
  }
  for (const { client_id, value } of points) mark(client_id, `point ${value}`)
  for (const { client_id, company_id } of relations) {
    mark(client_id, `company ${company_id}`)
    mark(company_id, `company ${company_id}`)
  }
  for (const { id, referred_by } of referrals) {
    mark(id, `by ${referred_by}`)
    mark(referred_by, `by ${referred_by}`)
  }
  return (client, other) => {
    if (client === other) return true
    const theirs = marks.get(other)
    return theirs !== undefined && [...(marks.get(client) ?? [])].some((each) => theirs.has(each))
  }
}
