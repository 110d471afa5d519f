import type { Remark } from '../domain/draft.js'
import { nameOfTarget } from '../domain/tables/target-names.js'
import { failed, typedWrongly } from '../errors.js'
import type { FormatError } from '../formats/table.js'
import type { LikelyView, PlanView } from '../render/import.js'
import type { Words } from '../words/en.js'

/** Why a file cannot be read, in the user's words. */
export const sayFormatError = ({ problem, detail, line }: FormatError, name: string) =>
  (problem === 'unknown-encoding' ? typedWrongly : failed)(({ errors: { import: said } }: Words) => {
    switch (problem) {
      case 'encoding':
        return { text: said.encoding(detail, line), hint: said.encodingHint }
      case 'unknown-encoding':
        return said.unknownEncoding(detail)
      case 'unclosed-quote':
        return { text: said.unclosedQuote(line), hint: said.unclosedQuoteHint }
      case 'too-large':
        return { text: said.tooLarge(name, detail), hint: said.tooLargeHint }
      case 'too-wide':
        return { text: said.tooWide(name, detail), hint: said.tooWideHint }
      case 'cell-too-long':
        return said.cellTooLong(detail)
      case 'encrypted':
        return { text: said.encrypted(name), hint: said.encryptedHint }
      case 'broken':
        return said.broken(name, detail, line)
      case 'no-sheet':
        return said.noSheet(detail.split('\t')[0] ?? '', detail.split('\t').slice(1))
    }
  })

/** The plan for scripts. */
export const planRecord = ({ format, own, system, encoding, delimiter, tables, otherSheets }: PlanView) => ({
  format,
  own,
  system,
  encoding,
  delimiter,
  other_sheets: otherSheets,
  tables: tables.map(({ sheet, headerLine, columns, samples }) => ({
    sheet,
    header_line: headerLine,
    columns: (own ? [] : columns).map(({ header, target, by }, index) => ({
      column: header,
      field: target.to === 'history' ? target.key : nameOfTarget(target),
      by,
      samples: samples[index] ?? [],
    })),
  })),
})

/** A remark for scripts; `why` is the code of what would have rejected the row. */
export const remarkRecord = ({ line, remark }: { line: number; remark: Remark }) => ({
  line,
  ...remark,
  ...('why' in remark && remark.why ? { why: remark.why.code } : {}),
})

/** A likely one for scripts; one of the file has no number of its own yet, only its row. */
export const likelyRecord = ({ row, otherRow, other, judgement }: LikelyView) => ({
  row,
  id: otherRow === null ? other.id : null,
  other_row: otherRow,
  name: other.name,
  score: judgement.score,
  reasons: judgement.terms
    .filter(({ bits }) => bits > 0)
    .map(({ field, level, bits, a, b }) => ({ field, level, bits, a, b })),
})
