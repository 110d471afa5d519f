import type { FieldType } from '../client.js'

/** What a value is: the types of custom fields, and those that only computed fields have. Durations are whole days. */
export type ValueType = FieldType | 'duration' | 'percent'

export interface Field {
  key: string
  type: ValueType
  /** Where it is kept: a column of the client, contact points, tags, the computed standing, or found when asked for. */
  kept: 'column' | 'points' | 'tags' | 'dates' | 'relation' | 'standing' | 'computed' | 'custom'
  /** How `field:value` compares text: the whole value, or words inside it. */
  match?: 'whole' | 'words'
  choices?: readonly string[]
  /** Other words for the choices, Russian and Ukrainian ones included. */
  choiceNames?: Readonly<Record<string, readonly string[]>>
  /** Brings a text into the form it is kept in, from the words people use; null for what is none of its values. */
  read?: (text: string) => string | null
  /** Its days lie ahead, so that `7d` means in seven days; of all others it means seven days ago. */
  ahead?: true
  /** Other names it answers to in filters and flags, Russian and Ukrainian ones included. */
  aliases: readonly string[]
  /** Canonical names of import columns that fill it. */
  columns?: readonly string[]
  example: string
}
