import { newRow, type Row } from '../reading/row.js'
import type { CardPropertyLike } from './properties.js'

/** A card in reading: what its properties say that is settled when all of it is read. */
export interface CardRow extends Row {
  /** Written by this program: taken to the letter. */
  own: boolean
  /** Of N: family, given, additional names, prefixes, suffixes. */
  parts: string[]
  /** FN */
  full: string
  nickname: string
  /** The name was kept as one when the card was written. */
  unsplit: boolean
  isGroup: boolean
  /** Values that no field takes, for the end of the note. */
  unread: { column: string; value: string }[]
}

export const newCardRow = (line: number, own: boolean): CardRow => ({
  ...newRow(line),
  own,
  parts: [],
  full: '',
  nickname: '',
  unsplit: false,
  isGroup: false,
  unread: [],
})

/** Adds to a field of one's own; a second value stands behind the first. */
export function addCustom({ draft }: CardRow, key: string, value: string): void {
  const known = draft.custom.find((each) => each.key === key)
  if (value === '') return
  if (!known) draft.custom.push({ key, value })
  else if (!known.value.split(', ').includes(value)) known.value += `, ${value}`
}

export const textOf = ({ value }: Pick<CardPropertyLike, 'value'>): string =>
  typeof value === 'string' ? value : value.filter((part) => part.trim() !== '').join(', ')
