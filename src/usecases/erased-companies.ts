import { companyKey } from '../domain/company-name.js'
import { type Draft, emptyDraft } from '../domain/draft.js'
import { bearerOfDraft } from '../domain/forgetting/signs.js'
import type { Graves } from '../store/tombstones.js'

/** Is this a company that was erased? Asked of those that the base does not have. */
export const isErasedCompany = (graves: Graves | null, name: string): boolean =>
  graves?.meets(bearerOfDraft({ ...emptyDraft(0), kind: 'company', name })) != null

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
