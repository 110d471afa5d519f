/** What a workbook calls itself by its first bytes, as a sentence about it does. */
export function labelOf(bytes: Uint8Array): 'XLSX' | 'ODS' | 'XLS' | 'HTML' {
  const start = Buffer.from(bytes.subarray(0, 100)).toString('latin1')
  if (start.startsWith('PK')) return start.includes('opendocument') ? 'ODS' : 'XLSX'
  return isOld(start) ? 'XLS' : 'HTML'
}

/** A container of Excel 97 and before, or a sheet of Excel 2 to 4, which has none. */
const isOld = (start: string): boolean => start.startsWith('\xd0\xcf\x11\xe0') || /^\t[\0\x02\x04\x08]/.test(start)
