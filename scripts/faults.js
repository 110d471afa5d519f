// Hurts the built program on purpose and looks whether anything was lost: `npm run faults -- [--quick] [--only kill,starts]
// [--bin <script>] [--seed 7]`. Each part is a file of scripts/faults/; the quick forms run with the tests.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const parts = readdirSync(join(root, 'scripts', 'faults'))
  .filter((name) => name.endsWith('.js'))
  .map((name) => name.slice(0, -3))
  .sort()

function flagged(flag) {
  const at = process.argv.indexOf(flag)
  return at < 0 ? undefined : process.argv[at + 1]
}

const wanted = flagged('--only')?.split(',') ?? parts
const unknown = wanted.filter((name) => !parts.includes(name))
if (unknown.length > 0) {
  process.stderr.write(`no such part: ${unknown.join(', ')}; there are ${parts.join(', ')}\n`)
  process.exitCode = 2
} else {
  let failures = 0
  for (const name of wanted) {
    const { run } = await import(`./faults/${name}.js`)
    const folder = mkdtempSync(join(tmpdir(), `clientele-${name}-`))
    const began = performance.now()
    try {
      for (const { what, figure, ok } of await run({
        quick: process.argv.includes('--quick'),
        bin: resolve(flagged('--bin') ?? join(root, 'bin', 'clientele.js')),
        seed: Number(flagged('--seed') ?? 1),
        folder,
        say: (line) => process.stderr.write(`  ${line}\n`),
      })) {
        if (!ok) failures += 1
        process.stdout.write(`${ok ? 'ok  ' : 'FAIL'} ${name}: ${what}: ${figure}\n`)
      }
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
    process.stderr.write(`  ${name}: ${Math.round((performance.now() - began) / 1000)} s\n`)
  }
  if (failures > 0) process.exitCode = 1
}
