import type { Sex } from '../client.js'
import { readName } from '../matching/names/reading.js'

export interface NamedPerson {
  name: string
  family_name: string | null
  given_name: string | null
  patronymic: string | null
  sex: Sex | null
}

/** The sex that was entered, else the one that patronymic, given name or family name show; null where they do not («Саша Ким»). */
export function sexOf({ name, family_name, given_name, patronymic, sex }: NamedPerson): Sex | null {
  if (sex !== null) return sex
  const read = (given: string | null) => readName({ name, family: family_name, given, father: patronymic })
  const key = read(given_name)
  if (!key.guessed) return key.sex
  // A given name that is none we know tells nothing, whatever it resembles; a patronymic or family name beside it may.
  const rest = [family_name, patronymic].filter((part) => part !== null).join(' ')
  return rest === '' ? null : readName({ name: rest, family: family_name, given: null, father: patronymic }).sex
}
