/**
 * Names of columns and keys whose values nobody should keep beside clients: passwords, PINs, codes of bank cards, passports and
 * insurance numbers, in three languages, wherever the word stands: «логин/пароль», `userPassword`, «серия и номер паспорта».
 */
const SENSITIVE =
  /парол|password|passwd|passphrase|паспорт|passport|снилс|(?<!\p{L})(?:pwd|cvv|cvc|п[иі]н(?!\p{L})|п[иі]н[ -]?код|pin(?!\p{L})|pin[ -]?code|ssn(?!\p{L})|social security n)/u

/** `name` may be written as in the file: case, `_` and `ё` do not matter. */
export const isSensitiveName = (name: string): boolean =>
  SENSITIVE.test(
    name
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[_\s]+/g, ' '),
  )

const CARD_NAME = /карт|card/iu

/** A number of 16 digits with the check digit of ISO/IEC 7812-1 (Luhn). */
function isBankCard(cell: string): boolean {
  const digits = cell.replace(/[\s-]/g, '')
  if (!/^\d{16}$/.test(digits)) return false
  let sum = 0
  for (const [index, letter] of [...digits].entries()) {
    const twice = Number(letter) * (index % 2 === 0 ? 2 : 1)
    sum += twice > 9 ? twice - 9 : twice
  }
  return sum % 10 === 0
}

/** Does a column called after a card hold numbers of bank cards? One of ten other numbers passes the check by chance, half of them do not. */
export function holdsBankCards(header: string, cells: readonly string[]): boolean {
  if (!CARD_NAME.test(header)) return false
  const filled = cells.filter((cell) => cell.trim() !== '')
  return filled.length > 0 && filled.filter(isBankCard).length * 2 >= filled.length
}
