import { showPhone } from '../points.js'

/** Invented ways to reach somebody. The same original has the same invention; nothing invented is an original. */
export interface Points {
  see(value: string): void
  phone(value: string): { value: string; typed: string }
  email(value: string): string
  handle(kind: string, value: string): string
  externalId(value: string): string
}

/** Ukrainian operators, whose numbers beginning with 000 nobody has. */
const UKRAINIAN = [67, 50, 63, 66, 68, 73, 93, 95, 96, 97, 98, 99]
const BLOCK = 10_000

/** Country codes of one digit and of two; all others have three. Source: ITU-T E.164, list of assigned codes. */
const COUNTRY_CODE = /^\+(?:[17]|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3})/

export function newPoints(): Points {
  const real = new Set<string>()
  const inventions = new Map<string, string>()
  const counts = new Map<string, number>()

  function invent(kind: string, original: string, made: (count: number) => string): string {
    const key = `${kind}\u0000${original}`
    let invented = inventions.get(key)
    while (invented === undefined) {
      const count = (counts.get(kind) ?? 0) + 1
      counts.set(kind, count)
      const candidate = made(count)
      if (!real.has(candidate) && candidate !== original) invented = candidate
      // Of a short number's shape there may be no more than real ones.
      else if (count > real.size + 1) invented = candidate
    }
    inventions.set(key, invented)
    return invented
  }

  const phone = (value: string): string => {
    const kind = phoneKind(value)
    return invent(kind, value, (count) => numberOf(kind, count))
  }

  return {
    see: (value) => {
      real.add(value)
    },
    phone: (value) => {
      const invented = phone(value)
      return { value: invented, typed: showPhone(invented) }
    },
    email: (value) => invent('email', value, (count) => `client${count}@example.com`),
    handle: (kind, value) => {
      if (/^\+?\d{7,}$/.test(value)) return phone(value)
      return invent(kind, value, (count) => (kind === 'url' ? `https://example.com/${count}` : `client_${count}`))
    },
    externalId: (value) => invent('id', value, (count) => `X-${count}`),
  }
}

/** What an invented number keeps of a real one: the country and the length. */
function phoneKind(value: string): string {
  if (/^\+7[3489]\d{9}$/.test(value)) return 'RU'
  if (/^\+77\d{9}$/.test(value)) return 'KZ'
  if (/^\+380\d{9}$/.test(value)) return 'UA'
  const code = COUNTRY_CODE.exec(value)?.[0] ?? ''
  return `${code} ${value.length - code.length}`
}

function numberOf(kind: string, count: number): string {
  const block = Math.floor(count / BLOCK)
  const last = String(count % BLOCK).padStart(4, '0')
  if (kind === 'RU') return `+7${900 + ((16 + block) % 100)}000${last}`
  if (kind === 'KZ') return `+7${700 + (block % 100)}000${last}`
  if (kind === 'UA')
    return `+380${UKRAINIAN[block % UKRAINIAN.length]}${String(Math.floor(block / UKRAINIAN.length)).padStart(3, '0')}${last}`
  const [code = '', length = '0'] = kind.split(' ')
  return code + String(count).padStart(Number(length), '0').slice(-Number(length))
}
