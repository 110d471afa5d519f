// One process that runs the program many times, one run after another: node writer.cjs <main.cjs> <report> <verb> <label> <count>.
// `add` adds so many clients; `read` looks into the base until the file <report>.stop is there. Each run opens the base anew.
const { existsSync, writeFileSync } = require('node:fs')

const [, , script, report, verb, label, count] = process.argv
const { main } = require(script)

const LOOKS = [['count'], ['list', '--limit', '20', '--json'], ['list', label, '--json'], ['show', '1', '--json']]

async function all() {
  const times = []
  const codes = {}
  for (let number = 0; verb === 'read' ? !existsSync(`${report}.stop`) : number < Number(count); number += 1) {
    const words =
      verb === 'read' ? LOOKS[number % LOOKS.length] : ['add', `Ґалаґан ${label} Ёлка${number}`, '--note', `n${number}`]
    const began = performance.now()
    const code = await main(words)
    times.push(Math.round((performance.now() - began) * 10) / 10)
    codes[code] = (codes[code] ?? 0) + 1
  }
  writeFileSync(report, JSON.stringify({ times, codes }))
}

all().catch((error) => {
  process.stderr.write(`${error.stack}\n`)
  process.exitCode = 1
})
