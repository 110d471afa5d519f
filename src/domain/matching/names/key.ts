/** Sex as a name shows it; null where it does not. */
export type Sex = 'male' | 'female' | null

/** A person's name in the form in which names are compared. All texts are folded (`fold.foldWord`), '' where there is none. */
export interface PersonKey {
  /** Family name without the ending that differs by sex («Петрова» and «Петров» are one). */
  family: string
  /** Second part of a double family name, likewise. */
  family2: string
  /** Given name; a single letter when it is an initial. */
  given: string
  /** Numbers of the names that it is a form of: «Саша» is both Александр and Александра. Empty when unknown. */
  names: readonly number[]
  /** The given name is no known one: the numbers are those of names a slip away. */
  guessed: boolean
  /** The father's name in the patronymic without its ending; a single letter when it is an initial. */
  father: string
  /** Numbers of the father's name, likewise. */
  fathers: readonly number[]
  sex: Sex
  /** 'jr', 'sr', a Roman number, a word of kin, 'couple' for two names in one; '' when the name has none. */
  generation: string
  /** Family and given name as they are written, in lower case: slips of a finger are nearer there than in the skeletons. */
  familyText: string
  givenText: string
  /** False where nothing but the place tells the family name from the given one. */
  sure: boolean
}

/** How near two names of persons are, best last; see `PERSON_LEVELS`. */
export type PersonLevel = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7

/** The parts of a name; `family`, `given` and `father` are those that the base keeps, null where it does not know. */
export interface WrittenName {
  name: string
  family: string | null
  given: string | null
  father: string | null
}
