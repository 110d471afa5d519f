import { type CivilDate, exists, isCivilDate } from './calendar.js'
import type { FieldType } from './client.js'
import { looseText } from './fold.js'
import { cleanText } from './text.js'
import { readYesNo } from './yes-no.js'

/** A custom field's value in the form it is kept in, or null when it is not of the type. Dates: ISO; numbers: with a point; yes-no: yes, no. */
export function typedValue(text: string, type: FieldType, choices: readonly string[], today: CivilDate): string | null {
  const clean = cleanText(text)
  switch (type) {
    case 'number':
    case 'money': {
      const number = clean.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.')
      return /^-?\d{1,15}(\.\d{1,6})?$/.test(number) ? number : null
    }
    case 'date': {
      if (isCivilDate(clean)) return clean
      const date = /^\d{1,2}\.\d{1,2}\.\d{4}$/.test(clean) ? clean.split('.').map(Number) : null
      if (date && exists(date[2] ?? 0, date[1] ?? 0, date[0] ?? 0))
        return `${date[2]}-${String(date[1]).padStart(2, '0')}-${String(date[0]).padStart(2, '0')}`
      void today
      return null
    }
    case 'yes-no': {
      const answer = readYesNo(clean)
      return answer === null ? null : answer ? 'yes' : 'no'
    }
    case 'choice':
      return choices.find((choice) => looseText(choice) === looseText(clean)) ?? null
    default:
      return clean === '' ? null : clean
  }
}
