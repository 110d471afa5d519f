/** Signs that everybody knows; other currencies are named by their codes. */
export const SIGNS: Readonly<Record<string, string>> = {
  UAH: '₴',
  RUB: '₽',
  USD: '$',
  EUR: '€',
  GBP: '£',
  KZT: '₸',
  PLN: 'zł',
  GEL: '₾',
}

/**
 * Writes sums as people of a language do, with spaces at which no line breaks. Takes money as JSON has it (`"1250.00 UAH"`,
 * several joined by ` + `); a fraction of zeros is left out unless `exact`.
 */
export function moneyWriter({
  thousands,
  mark,
  signs,
}: {
  thousands: string
  mark: string
  signs: Readonly<Record<string, string>>
}): (text: string, exact?: boolean) => string {
  const one = (text: string, exact: boolean): string => {
    const [decimal = '', currency = ''] = text.split(' ')
    const [whole = '', fraction = ''] = decimal.split('.')
    const grouped = whole.replace('-', '\u2212').replace(/\B(?=(\d{3})+$)/g, thousands)
    const shown = fraction !== '' && (exact || !/^0+$/.test(fraction)) ? `${grouped}${mark}${fraction}` : grouped
    return `${shown}\u00a0${signs[currency] ?? currency}`
  }
  return (text, exact = false) =>
    text
      .split(' + ')
      .map((each) => one(each, exact))
      .join(' + ')
}
