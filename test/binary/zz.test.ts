import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'vitest'
import { expectSound, Program, pause } from './program.js'
test('x', async () => {
  const program = await Program.build()
  const log = (...a: unknown[]) => process.stderr.write(`${a.join(' ')}\n`)
  const base = join(program.work, 'b.db')
  let t = performance.now()
  await program.ok(['--db', base, 'add', 'a']); log('add', performance.now() - t); t = performance.now()
  await program.ok(['--db', base, 'add', 'ab']); log('add', performance.now() - t)
  for (let i = 0; i < 12; i++) {
    t = performance.now()
    const { child, ended, outcome } = program.start(['--db', base, 'add', `n ${i}`])
    if (i % 4 === 3) while (child.exitCode === null && outcome.stdout === '') await pause(0)
    else await Promise.race([ended, pause(150 * Math.random())])
    const k = child.kill('SIGKILL')
    const t1 = performance.now()
    await ended
    const t2 = performance.now()
    if (existsSync(base)) await expectSound(base)
    log(i, k, t1 - t, t2 - t1, performance.now() - t2)
  }
  program.remove()
})
