import { MODEL_SETTINGS } from '../domain/standing/model.js'
import { TOUCH_KINDS } from '../domain/standing/touch-kinds.js'
import type { SettingKey } from '../settings.js'
import type { Words } from '../words/en.js'

/** Whole numbers and their bounds. */
const NUMBERS: Partial<Record<SettingKey, readonly [number, number]>> = {
  ahead: [0, 999],
  belated: [0, 999],
  'greet.vip-ahead': [0, 999],
  'day.leads': [0, 999],
  'day.call-minutes': [1, 999],
  'export.reason-over': [0, 999_999_999],
}

/** What a setting takes, in words; null for a text of any kind. */
export function fitsOf(key: SettingKey, { faults: { fits } }: Words): string | null {
  const bounds = NUMBERS[key]
  if (bounds !== undefined) return fits.number(...bounds)
  switch (key) {
    case 'greet.leap-day':
      return fits.oneOf(['28', '1'])
    case 'day.hours':
      return fits.example('09:00-18:00')
    case 'country':
      return fits.example('UA')
  }
  switch (MODEL_SETTINGS.find((setting) => setting.key === key)?.kind) {
    case 'days':
      return fits.example('30, 30d, 2w, 3m, 1y')
    case 'count':
      return fits.number(1, 99_999)
    case 'percent':
      return fits.number(0, 1000)
    case 'points':
      return fits.example('1, 1.5')
    case 'currency':
      return fits.example('UAH')
    case 'rates':
      return fits.example('"USD=41.5, EUR=45"')
    case 'cadences':
      return fits.example('"vip=2w, @regulars=30d"')
    case 'weights':
      return fits.example(`"call=2, order=10" (${TOUCH_KINDS.join(', ')})`)
    default:
      return null
  }
}
