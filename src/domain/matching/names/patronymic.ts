import type { Sex } from './key.js'

/** A word that ends like a patronymic, taken apart. */
export interface PatronymicShape {
  /** The father's name without its last vowels: `nikol` of «Николаевна», `mikol` of «Миколаївна». */
  father: string
  sex: Sex
}

/** Endings in the letters of the skeleton, longest first. */
const ENDINGS: readonly (readonly [string, Sex])[] = [
  ['iniqna', 'female'],
  ['oviqna', 'female'],
  ['eviqna', 'female'],
  ['ovna', 'female'],
  ['evna', 'female'],
  ['ivna', 'female'],
  ['iqna', 'female'],
  ['oviq', 'male'],
  ['eviq', 'male'],
  ['iviq', 'male'],
]

/** Fathers whose sons are -ич alone: Ильич, Никитич, Кузьмич, Лукич, Фомич, Саввич, Гаврилыч. */
const SHORT = /^(il|nikit|kuzm|luk|fom|sav|gavril|mig|migail|ivan|petr|pal|vasil|zagar|nikol|danil|foki?|zosim)iq$/

/** Last vowels fall away: the forms of a name differ in them («Микола», «Миколай»). */
export const fatherStem = (skeleton: string): string => {
  let end = skeleton.length
  while (end > 2 && 'aeio'.includes(skeleton.charAt(end - 1))) end -= 1
  return skeleton.slice(0, end)
}

export function patronymicShape(skeleton: string): PatronymicShape | null {
  if (skeleton.length < 4) return null
  for (const [ending, sex] of ENDINGS) {
    if (skeleton.length >= ending.length + 2 && skeleton.endsWith(ending))
      return { father: fatherStem(skeleton.slice(0, -ending.length)), sex }
  }
  return SHORT.test(skeleton) ? { father: fatherStem(skeleton.slice(0, -2)), sex: 'male' } : null
}
