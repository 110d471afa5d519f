/** Is nothing lost of a number when it is read as a binary fraction? Whole ones are phones and ids: each digit counts. */
export function isFaithful(text: string): boolean {
  const plain = text.trim()
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(plain)) return false
  const value = Number(plain)
  if (!/^-?\d{16,}$/.test(plain)) return Number.isFinite(value)
  return plain.length < 310 && BigInt(value) === BigInt(plain)
}
