import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { FakeOptions } from '../world.js'
import { ACTING, FAKE, filledBase, HOSTILE, hostileWorld, OWN_STYLES, poison, type World } from './hostile-base.js'

/*
 * Whatever stands in a base, in a file or in an argument: what is printed for people moves no cursor, hides nothing, and has no
 * line that somebody else wrote.
 */

let world: World
beforeAll(async () => {
  world = hostileWorld()
  await filledBase(world)
  await poison(join(world.folder, 'clients.db'))
})

const MODES: readonly [string, Partial<FakeOptions>][] = [
  ['a pipe', {}],
  ['a terminal', { terminal: true }],
  ['a terminal with colours', { terminal: true, columns: 60, env: { NO_COLOR: undefined, FORCE_COLOR: '1' } }],
  ['Ukrainian', { env: { CLIENTELE_LANG: 'uk' } }],
]

/** Lines of a text that act or begin as nothing of the program does. */
function badLines(text: string, isColoured: boolean, isLetter = false): string[] {
  const plain = isColoured ? text.replace(OWN_STYLES, '') : text
  return plain
    .split('\n')
    .filter((line) => ACTING.test(line) || (!isLetter && line.startsWith(FAKE)))
    .map((line) => JSON.stringify(line).slice(0, 300))
}

async function expectQuiet(options: Partial<FakeOptions>, argv: readonly string[]): Promise<string> {
  const { code, stdout, stderr, world: ran } = await world.run(options, ...argv)
  const isColoured = options.env?.FORCE_COLOR === '1'
  const asked = ran.written.flatMap(({ to, text }) => (to === 'asker' ? [text] : [])).join('')
  // A tab is what parts the cells of TSV.
  const shown = argv.includes('tsv') ? stdout.replaceAll('\t', ' ') : stdout
  // The words of a letter are broken into lines on a terminal, and each of them is somebody's words.
  const isLetter = argv.includes('--text') && options.terminal === true
  // Where a file lies is data: a script gets it as it is.
  const isPath = argv.join(' ') === 'config path' && options.terminal !== true
  const bad = [isPath ? '' : shown, stderr, asked].flatMap((text) => badLines(text, isColoured, isLetter))
  expect(bad.join('\n'), argv.join(' ').slice(0, 80)).toBe('')
  expect(stderr).not.toMatch(/\n\s+at /)
  expect(code).toBeLessThanOrEqual(10)
  return stdout
}

/** What is shown of a base, in every form that is meant for people. */
const SHOWN: readonly (readonly string[])[] = [
  ['list'],
  ['list', '--format', 'md'],
  ['list', '--format', 'tsv'],
  ['list', '--columns', 'id,name,phone,emails,handles,address,note,tags,custom,owner,source,zone,hours,behaviour'],
  ['list', '--json'],
  ['show', '1'],
  ['show', '2'],
  ['show', '3'],
  ['show', '5'],
  ['show', '1', '--json'],
  ['count'],
  ['today'],
  ['today', '--format', 'md'],
  ['today', '--format', 'html'],
  ['today', '--json'],
  ['why', '1'],
  ['why', 't1'],
  ['why', 't2'],
  ['warmth'],
  ['warmth', '1'],
  ['warmth', '2'],
  ['history'],
  ['history', '1'],
  ['date', 'list'],
  ['date', 'list', '1'],
  ['order', 'list'],
  ['order', 'list', '1'],
  ['order', 'list', '--format', 'md'],
  ['expense', 'list'],
  ['segment', 'list'],
  ['fields'],
  ['fields', 'list', '--format', 'md'],
  ['dedupe'],
  ['dedupe', '--lane', 'possible'],
  ['dedupe', '--apply', 'certain', '--dry-run'],
  ['merge', '1', '4', '--dry-run'],
  ['greet'],
  ['greet', '--text'],
  ['greet', '--text', '--links'],
  ['greet', '--holidays'],
  ['greet', '--templates'],
  ['greet', '--holiday', 'new-year', '--text'],
  ['config'],
  ['config', 'path'],
  ['check'],
  ['export', '--format', 'json'],
  ['export', '--format', 'ndjson'],
  ['export', '--form'],
]

describe.each(MODES)('a hostile base, in %s', (_, options) => {
  test.each(SHOWN.map((argv) => [argv.join(' '), argv] as const))('%s', async (_, argv) => {
    await expectQuiet(options, argv)
  })
})

describe('the number of lines is what it should be', () => {
  test.each([
    [['list', 'kind:person'], 1 + 4],
    [['list', 'kind:person', '--format', 'md'], 2 + 4],
    [['list', 'kind:person', '--format', 'tsv'], 1 + 4],
    [['list', 'kind:person', '--format', 'ids'], 4],
    [['list', 'kind:person', '--format', 'ndjson'], 4],
    [['order', 'list', '--format', 'ndjson'], 2],
    [['date', 'list'], 1 + 2],
    [['history'], 1 + 19],
  ] as const)('%j', async (argv, lines) => {
    const { stdout } = await world.run({}, ...argv)
    expect(stdout.split('\n').length - 1, stdout.slice(0, 3000)).toBe(lines)
  })

  test('on a terminal of any width no line is wider than it', async () => {
    for (const columns of [40, 80, 120])
      for (const argv of [['list'], ['show', '1'], ['today'], ['date', 'list'], ['order', 'list'], ['history']]) {
        const { stdout } = await world.run({ terminal: true, columns }, ...argv)
        const { widthOf } = await import('../../src/render/table.js')
        const wide = stdout.split('\n').filter((line) => widthOf(line) > Math.max(columns, 80))
        expect(wide, argv.join(' ')).toEqual([])
      }
  })
})

/** What is said of changes. Each is tried only: the base stays as it is. */
const CHANGES: readonly (readonly string[])[] = [
  ['add', HOSTILE],
  ['add', 'Anna Ivanova', '--phone', '+44 20 7946 0958'],
  ['add', 'X', '--set', `${HOSTILE}=1`],
  ['edit', '1', '--note', HOSTILE, '--tag', HOSTILE, '--city', HOSTILE],
  ['edit', 'kind:person', '--all', '--owner', HOSTILE],
  ['log', '1', HOSTILE, '--result', HOSTILE],
  ['next', '1', 'tomorrow', HOSTILE],
  ['done', 't1'],
  ['snooze', 't1', 'tomorrow'],
  ['skip', 't2'],
  ['remove', '1'],
  ['undo'],
  ['order', 'add', '1', '10', HOSTILE, '--stage', HOSTILE],
  ['order', 'pay', '2'],
  ['order', 'remove', '1'],
  ['expense', 'remove', '1'],
  ['date', 'add', '1', '01.12', HOSTILE, '--who', HOSTILE, '--gift', HOSTILE],
  ['date', 'remove', '1'],
  ['warmth', '1', '--set', 'cold', '--reason', HOSTILE],
  ['distinct', '1', '4'],
  ['segment', 'save', 'other', `city:"${HOSTILE.replaceAll('"', '')}"`],
  ['segment', 'remove', 'mine'],
  ['fields', 'remove', 'dog'],
  ['greet', '--mark'],
  ['greet', '--keep', HOSTILE, '--day', '12.06'],
  ['config', 'set', 'greet.sign', HOSTILE],
  ['forget', '1', '--yes'],
  ['backup'],
]

describe('changes of a hostile base, tried', () => {
  test.each(CHANGES.map((argv) => [argv.join(' ').slice(0, 40), argv] as const))('%s', async (_, argv) => {
    await expectQuiet({}, [...argv, '--dry-run', '--no-input'])
    await expectQuiet(MODES[2]?.[1] ?? {}, [...argv, '--dry-run', '--no-input'])
  })
})

/** Sentences that repeat what was typed. */
const TYPED: readonly (readonly string[])[] = [
  [HOSTILE],
  [`--${HOSTILE}`],
  ['list', HOSTILE],
  ['list', `name:"${HOSTILE}`],
  ['list', `${HOSTILE}:x`],
  ['list', `spent:${HOSTILE}`],
  ['list', `@${HOSTILE}`],
  ['list', '--sort', HOSTILE],
  ['list', '--columns', HOSTILE],
  ['list', '--limit', HOSTILE],
  ['list', '--format', HOSTILE],
  ['list', `--${HOSTILE}`, 'x'],
  ['show', HOSTILE],
  ['show', `ext:${HOSTILE}`],
  ['show', `@${HOSTILE}`],
  ['show', 'anna', HOSTILE],
  ['show', 'ivan'],
  ['show', '--lang', HOSTILE],
  ['show', '1', '--tz', HOSTILE],
  ['show', '1', '--now', HOSTILE],
  ['list', '--db', `ftp://${HOSTILE}`],
  ['list', '--db', `/nowhere/${HOSTILE}`],
  ['add', 'X', '--phone', HOSTILE],
  ['add', 'X', '--email', HOSTILE],
  ['add', 'X', '--birthday', HOSTILE],
  ['add', 'X', '--hours', HOSTILE],
  ['add', 'X', '--zone', HOSTILE],
  ['add', 'X', '--kind', HOSTILE],
  ['add', 'X', '--status', HOSTILE],
  ['add', 'X', '--set', HOSTILE],
  ['add', 'X', '--channel', HOSTILE],
  ['add', 'X', '--referred-by', HOSTILE],
  ['next', '1', HOSTILE],
  ['log', '1', '--at', HOSTILE],
  ['log', '1', '--minutes', HOSTILE],
  ['log', '1', '--cost', HOSTILE],
  ['log', '1', '--next', HOSTILE],
  ['done', HOSTILE],
  ['snooze', 't1', HOSTILE],
  ['order', 'add', '1', HOSTILE],
  ['order', 'add', '1', '10', '--items', HOSTILE],
  ['order', 'add', '1', '10', '--currency', HOSTILE],
  ['order', 'edit', HOSTILE],
  ['order', 'list', '--period', HOSTILE],
  ['order', HOSTILE],
  ['date', 'add', '1', HOSTILE, 'x'],
  ['date', 'remove', HOSTILE],
  ['merge', '1', '4', '--keep', HOSTILE],
  ['merge', '1', HOSTILE],
  ['distinct', HOSTILE, '1'],
  ['segment', 'show', HOSTILE],
  ['segment', 'save', HOSTILE, 'x'],
  ['segment', 'remove', HOSTILE],
  ['dedupe', '--lane', HOSTILE],
  ['dedupe', '--min', HOSTILE],
  ['undo', HOSTILE],
  ['history', HOSTILE],
  ['config', 'set', HOSTILE, 'x'],
  ['config', 'set', 'lang', HOSTILE],
  ['config', 'set', 'rates', HOSTILE],
  ['config', 'get', HOSTILE],
  ['fields', 'add', HOSTILE, '--type', HOSTILE],
  ['fields', 'remove', HOSTILE],
  ['greet', '--holiday', HOSTILE],
  ['greet', '--drop', HOSTILE],
  ['greet', '--date', HOSTILE],
  ['greet', '--mbox', `/nowhere/${HOSTILE}`],
  ['today', '--only', HOSTILE],
  ['today', '--ahead', HOSTILE],
  ['import', HOSTILE],
  ['import', '-', '--map', HOSTILE],
  ['import', '-', '--profile', HOSTILE],
  ['import', '-', '--encoding', HOSTILE],
  ['import', '-', '--delimiter', HOSTILE],
  ['import', '-', '--as', HOSTILE],
  ['export', '-o', `/nowhere/${HOSTILE}`],
  ['export', '--format', HOSTILE],
  ['export', '--fields', HOSTILE],
  ['backup', `/nowhere/${HOSTILE}`],
  ['restore', `/nowhere/${HOSTILE}`],
  ['check', HOSTILE],
  ['schedule', 'cron', '--at', HOSTILE],
  ['schedule', 'cron', '--mail', HOSTILE],
  ['schedule', 'systemd', '--write', `/nowhere/${HOSTILE}`],
  ['completion', HOSTILE],
  ['help', HOSTILE],
  ['forget', HOSTILE],
]

describe('what was typed and comes back in an error', () => {
  test.each(TYPED.map((argv) => [argv.join(' ').slice(0, 40), argv] as const))('%s', async (_, argv) => {
    const stdin = 'Name,Phone\nAnna,1\n'
    await expectQuiet({ stdin }, [...argv, '--no-input', '--dry-run'])
    const { stderr } = await world.run({ stdin }, ...argv, '--no-input', '--dry-run')
    expect(stderr.length).toBeLessThan(20_000)
  })
})

describe('files that are read and written', () => {
  const file = (name: string, content: string): string => {
    const folder = join(world.folder, 'files')
    mkdirSync(folder, { recursive: true })
    const path = join(folder, name)
    writeFileSync(path, content)
    return path
  }
  const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`

  test('an import with hostile headings, cells and name of file', async () => {
    const rows = [
      ['Name', 'Phone', 'E-mail', HOSTILE],
      [HOSTILE, '+44 20 7946 0961', 'x@example.com', HOSTILE],
      ['Bad', HOSTILE, HOSTILE, 'x'],
    ]
    const path = file(`x\u001b[2J\n${FAKE}.csv`, rows.map((row) => row.map(quoted).join(',')).join('\r\n'))
    for (const options of [{}, { terminal: true, answers: ['n'] }])
      for (const more of [['--dry-run'], ['--dry-run', '--json'], ['--dry-run', '--map', `${HOSTILE}=note`]])
        await expectQuiet(options, ['import', path, ...more])
    await expectQuiet({}, ['import', path, '--rejects', file('rejects\u001b[1m', '')])
    await expectQuiet({}, ['import', path, '--rejects', join(world.folder, 'files', `r\u001b[1m\n${FAKE}.csv`)])
  })

  test('imports of every other kind', async () => {
    const folded = HOSTILE.replace(/[\r\n\u0085\u2028\u2029\u000b\u000c]/g, ' ')
    const files = [
      file(
        'a.vcf',
        `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:${folded}\r\nX-${folded}:${folded}\r\nTEL:${folded}\r\nEND:VCARD\r\n`,
      ),
      file('a.json', JSON.stringify([{ name: HOSTILE, [HOSTILE]: HOSTILE, phone: HOSTILE }])),
      file('a.ndjson', `${JSON.stringify({ name: HOSTILE, [HOSTILE]: HOSTILE })}\n{"x\n`),
      file('a.ldif', `dn: cn=x\ncn: ${folded}\nmail: ${folded}\n`),
      file('a.html', `<table><tr><td>Name<td>${HOSTILE}<tr><td>${HOSTILE}<td>x</table>`),
    ]
    for (const path of files) await expectQuiet({}, ['import', path, '--dry-run'])
  })

  test('exports, drafts, units and templates into hostile names', async () => {
    const name = `out\u001b[31m\n${FAKE}\u202e`
    const at = (ending: string): string => join(world.folder, `${name}.${ending}`)
    for (const ending of ['csv', 'tsv', 'vcf', 'ics', 'json', 'xlsx']) {
      await expectQuiet({}, ['export', '-o', at(ending), '--dry-run'])
      await expectQuiet({}, ['export', '-o', at(ending)])
      await expectQuiet({}, ['export', '-o', at(ending)])
    }
    await expectQuiet({}, ['greet', '--holiday', 'new-year', '--mbox', at('mbox')])
    await expectQuiet({}, ['export', '--form', '-o', at('txt')])
    await expectQuiet({}, ['backup', at('db')])
    await expectQuiet({}, ['schedule', 'systemd', '--write', join(world.folder, name)])
  })

  test('settings with hostile keys and values', async () => {
    const home = join(world.folder, 'home', '.config', 'clientele')
    mkdirSync(home, { recursive: true })
    writeFileSync(join(home, 'config.json'), JSON.stringify({ [HOSTILE]: HOSTILE, lang: HOSTILE }))
    await expectQuiet({}, ['config', 'list'])
    writeFileSync(join(home, 'config.json'), JSON.stringify({ tz: HOSTILE }))
    await expectQuiet({ env: { CLIENTELE_TZ: undefined } }, ['config', 'list'])
    writeFileSync(join(home, 'config.json'), `{${HOSTILE}`)
    await expectQuiet({}, ['config', 'list'])
    writeFileSync(join(home, 'config.json'), JSON.stringify({ 'greet.sign': HOSTILE }))
    await expectQuiet({}, ['config', 'list'])
    await expectQuiet({ terminal: true }, ['config', 'get', 'greet.sign'])
    await expectQuiet({ terminal: true }, ['greet', '--text'])
    writeFileSync(join(home, 'config.json'), '{}')
  })
})
