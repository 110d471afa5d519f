import { type CityTables, cityTables } from './city-tables.js'
import { type CompanyWordTables, companyWordTables } from './company-word-tables.js'
import { legalFormText } from './legal-form-list.js'
import { type NameTables, nameTables } from './names/tables.js'

const once = <Value>(make: () => Value): (() => Value) => {
  let made: { value: Value } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

/**
 * What matching looks words up in. Worked out of the lists here; a built program has the finished texts in place of this file
 * (`scripts/build.js`), so that the look-up of one client need not read ten thousand names.
 */
export const prepared: {
  names: () => NameTables
  cities: () => CityTables
  companyWords: () => CompanyWordTables
  legalForms: () => string
} = {
  names: once(nameTables),
  cities: once(cityTables),
  companyWords: once(companyWordTables),
  legalForms: once(legalFormText),
}
