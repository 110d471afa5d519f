import { mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runIn } from '../world.js'

/* Whatever bytes come through the pipe: a sentence and an exit code, never a stack trace, and nothing half written. */

let folder = ''

beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'clientele-fuzz-')))
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

const BEGINNINGS = [
  '',
  'PK\u0003\u0004',
  '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1',
  'BEGIN:VCARD\r\nVERSION:3.0\r\n',
  'BEGIN:VCARD\r\nVERSION:2.1\r\nFN;ENCODING=QUOTED-PRINTABLE:=D0',
  '{"contacts":{"list":[',
  '[{"name":"A","phones":[',
  'dn: cn=A\ncn:: ',
  '<html><table><tr><td>',
  '<?xml version="1.0"?><Workbook>',
  'Name,Phone\nA,',
  'Имя;Телефон\n"',
  '\u00ff\u00fe',
  'SQLite format 3\u0000',
].map((text) => Buffer.from(text, text.charCodeAt(0) > 0xff ? 'utf8' : 'latin1'))

const bytes = fc
  .tuple(fc.constantFrom(...BEGINNINGS), fc.uint8Array({ maxLength: 300 }))
  .map(([beginning, rest]) => Buffer.concat([beginning, rest]))

test.each(['clients', 'contacts'])('any bytes as %s', { timeout: 120_000 }, async (kind) => {
  await fc.assert(
    fc.asyncProperty(bytes, async (stdin) => {
      const rejects = join(folder, 'rejects.csv')
      rmSync(rejects, { force: true })
      const { code, stderr } = await runIn({ folder, stdin }, 'import', '-', '--as', kind, '--rejects', rejects)
      expect([0, 1, 2, 6]).toContain(code)
      expect(stderr).not.toMatch(/^\s+at |\bbug\b/m)
    }),
    { numRuns: 150 },
  )
  const count = await runIn({ folder }, 'check')
  expect(count.code).toBe(0)
  expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([])
})
