// Makes src/domain/tables/headers.generated.json from a table of column names seen in other programs' exports:
//   node scripts/headers.js <header_synonyms.csv>
import { readFileSync, writeFileSync } from 'node:fs'
import Papa from 'papaparse'

const file = process.argv[2]
if (!file) throw new Error('usage: node scripts/headers.js <header_synonyms.csv>')
const { data } = Papa.parse(readFileSync(file, 'utf8').trim(), { header: true })
const names = {}
const patterns = []
for (const { canonical, synonym, normalized, match } of data) {
  if (match === 'regex') patterns.push([synonym, canonical])
  else {
    names[canonical] ??= []
    names[canonical].push(normalized)
  }
}
writeFileSync('src/domain/tables/headers.generated.json', `${JSON.stringify({ names, patterns })}\n`)
