import { parts } from '../domain/calendar.js'
import { companyKey } from '../domain/company-name.js'
import { type Draft, emptyDraft } from '../domain/draft.js'
import type { Bearer } from '../domain/forgetting/bearer.js'
import { bearerOfDraft } from '../domain/forgetting/signs.js'
import { refused } from '../errors.js'
import type { Queries } from '../store/store.js'
import type { Graves } from '../store/tombstones.js'
import type { Deps } from './deps.js'

const bearerOfCompany = (name: string): Bearer => bearerOfDraft({ ...emptyDraft(0), kind: 'company', name })

/** Is this a company that was erased? Asked of those that the base does not have. */
export const isErasedCompany = (graves: Graves | null, name: string): boolean =>
  graves?.meets(bearerOfCompany(name)) != null

/**
 * Somebody who was erased does not come back by chance: refused, with the day. With `force` they do; the graves are answered that
 * are to be opened for the new client.
 */
export async function buriedAs(
  deps: Deps,
  { tombstones }: Pick<Queries, 'tombstones'>,
  bearer: Bearer,
  force: boolean,
): Promise<number[]> {
  const found = (await tombstones.graves())?.all(bearer) ?? []
  const [first] = found
  if (first !== undefined && !force) {
    const { year, month, day } = parts(deps.clock.toLocal(new Date(first.at)).date)
    throw refused(({ shortDate, forgetting: { errors } }) => ({
      text: errors.wasErased(bearer.names[0] ?? '', shortDate(day, month, year)),
      hint: errors.wasErasedHint,
    }))
  }
  return found.map(({ person }) => person)
}

/** The same of a company to which somebody is to belong and that is to be made for it. */
export const buriedCompany = (deps: Deps, queries: Pick<Queries, 'tombstones'>, name: string, force: boolean) =>
  buriedAs(deps, queries, bearerOfCompany(name), force)

/** Takes out of a row the companies that were erased and that the base has not got again since; gives their names. */
export function dropErased(draft: Draft, graves: Graves | null, companies: ReadonlyMap<string, number>): string[] {
  const isErased = ({ name }: { name: string }): boolean => {
    const key = companyKey(name)
    return key !== '' && !companies.has(key) && isErasedCompany(graves, name)
  }
  const erased = draft.companies.filter(isErased)
  if (erased.length > 0) draft.companies = draft.companies.filter((company) => !erased.includes(company))
  return erased.map(({ name }) => name)
}
