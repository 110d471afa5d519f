import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sqlite3 from 'sqlite3'
import { afterAll } from 'vitest'
import { type FakeOptions, type Ran, runIn } from '../world.js'

/*
 * A base in which every text says things to the terminal that no text may say, as if somebody else had written the file: more
 * than the program itself would let in.
 */

/** Stands where a line of its own would begin if one of the signs before it broke the line. */
export const FAKE = 'FAKEROW'

/** Colours, a link, the window's title, C0 and C1, every kind of line end, reversal of direction, signs without width, floods. */
export const HOSTILE = [
  'A\u001b[31mred\u001b[0m \u001b]8;;https://example.com\u0007link\u001b]8;;\u001b\\ \u001b]0;title\u0007',
  `\n${FAKE} 12  Ivan\r${FAKE}\r\n${FAKE}\u0085${FAKE}\u2028${FAKE}\u2029${FAKE}\u000b${FAKE}\u000c${FAKE}\t`,
  '\u009b2J\u009d0;t\u009c\u0090\u0001\u0008\u0008\u007f\u202eRLO\u202c\u2066LRI\u2069\u200e\u200f\u061c\u200b\u2060\ufeff',
  `z\u0301${'\u0301'.repeat(60)} <b onmouseover="x()">'\`|[x](javascript:y()) &amp; %s %d $(id) \`id\` =cmd|' /C'!A1`,
].join('')

/** What may not come out: whatever moves a cursor, hides, reverses or begins a line. */
export const ACTING =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]/u
/** The styles of the program itself. */
export const OWN_STYLES = /\u001b\[(?:1|2|22|31|32|36|39)m/g

const folders: string[] = []
afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

export interface World {
  folder: string
  run(options: Partial<FakeOptions>, ...argv: string[]): Promise<Ran>
}

/** A world whose very folder has a name that tries to act. */
export function hostileWorld(): World {
  const root = mkdtempSync(join(tmpdir(), 'clientele-attack-'))
  folders.push(root)
  const folder = join(root, `a\u001b[31m\n${FAKE} b\u202e`)
  mkdirSync(folder)
  return { folder, run: (options, ...argv) => runIn({ folder, ...options }, ...argv) }
}

/** Texts by table that anything may stand in. */
const TEXTS: Readonly<Record<string, readonly string[]>> = {
  client: [
    ...['name', 'family_name', 'given_name', 'patronymic', 'position', 'city', 'address', 'source', 'owner'],
    ...['channel', 'hours', 'no_call', 'zone', 'note', 'external_system', 'external_id', 'language', 'country'],
    ...['consent_origin'],
  ],
  contact_point: ['label', 'typed', 'value'],
  relation: ['role'],
  anniversary: ['occasion', 'who', 'gift'],
  greeting: ['why'],
  contact: ['channel', 'result', 'purpose', 'text'],
  promise: ['text', 'why'],
  client_order: ['what', 'stage', 'external_system', 'external_id'],
  expense: ['what'],
  client_tag: ['tag'],
  custom_field: ['key', 'label'],
  custom_value: ['value'],
  operation: ['command'],
  care: ['warmth_reason', 'paused_reason'],
  segment: ['name'],
  merging: ['name', 'kept_name', 'external_id', 'external_system'],
  attention: ['why'],
  holiday: ['name'],
  channel_consent: ['channel', 'origin'],
}

function execute(file: string, statements: readonly (readonly [string, readonly unknown[]])[]): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const failed: string[] = []
    const db = new sqlite3.Database(file, (error) => (error ? reject(error) : undefined))
    db.serialize(() => {
      for (const [text, values] of statements)
        db.run(text, [...values], (error) => {
          if (error) failed.push(`${text}: ${error.message}`)
        })
    })
    db.close((error) => (error ? reject(error) : resolve(failed)))
  })
}

/** Puts the hostile text into every column that may hold any; each row keeps a number of its own where values must differ. */
export async function poison(file: string): Promise<void> {
  const statements = Object.entries(TEXTS).flatMap(([table, columns]) =>
    columns.map((column): [string, unknown[]] => [
      // What is empty stays so where that means something: a birthday of the client has no `who`, a field of one's own a key.
      `update ${table} set ${column} = ? || id where ${column} is not null${table === 'anniversary' && column !== 'gift' ? " and occasion <> 'birthday'" : ''}`,
      [HOSTILE],
    ]),
  )
  const failed = await execute(file, [
    ...statements,
    ['update client_order set items = ?', [JSON.stringify([{ name: HOSTILE, quantity: HOSTILE, sum_minor: 100 }])]],
  ])
  if (failed.length > 0) throw new Error(failed.join('\n'))
}

/** A base with something of everything. */
export async function filledBase({ run }: World): Promise<void> {
  const commands = [
    ['fields', 'add', 'dog', '--type', 'text', '--label', 'Dog'],
    ['fields', 'add', 'size', '--type', 'choice', '--choices', 'small,large'],
    [
      'add',
      'Anna Ivanova',
      '--phone',
      'work:+44 20 7946 0958',
      '--email',
      'home:anna@example.com',
      '--telegram',
      '@anna',
    ],
    ['add', 'Boris Petrov', '--company', 'Acme', '--position', 'chief', '--city', 'Kyiv', '--address', 'Main st. 5'],
    ['add', 'ООО Ромашка', '--kind', 'company', '--phone', '+44 20 7946 0959', '--note', 'n', '--source', 's'],
    ['add', 'Anna Ivanova', '--phone', '+44 20 7946 0958', '--force', '--external-id', 'A-1'],
    ['add', 'Vera Late', '--birthday', '22.11.1980', '--status', 'client', '--phone', '+44 20 7946 0960'],
    [
      ...['edit', '1', '--source', 's', '--owner', 'o', '--channel', 'call', '--hours', '09:00-17:00', '--tag', 'vip'],
      ...[
        '--note',
        'n',
        '--set',
        'dog=Rex',
        '--set',
        'size=small',
        '--vip',
        '--city',
        'Kyiv',
        '--no-call',
        '13:00-14:00',
      ],
      ...['--zone', 'Europe/Kyiv', '--external-id', 'B-1', '--referred-by', '2'],
    ],
    ['date', 'add', '1', '24.11', 'anniversary', '--who', 'wife Anna', '--remind', '7d', '--gift', 'book'],
    ['order', 'add', '1', '1000', 'x', '--stage', 'done', '--date', '2026-09-01'],
    ['order', 'add', '1', '1000', 'x', '--date', '2026-10-01', '--due', '2026-10-10', '--paid', '10'],
    ['expense', 'add', '1', '10', 'y'],
    ['log', '1', 'text', '--call', '--result', 'agreed', '--purpose', 'p', '--at', '2026-10-02'],
    ['log', '2', 'text', '--email', '--result', 'no-answer', '--next', '2026-11-20 call back'],
    ['next', '1', '2026-11-21', 'send it'],
    ['next', '3', 'today', 'visit', '--kind', 'task'],
    ['warmth', '1', '--set', 'hot', '--reason', 'r'],
    ['warmth', '2', '--pause', '2027-01-01', '--reason', 'r'],
    ['segment', 'save', 'mine', 'city:"Kyiv"'],
    ['today'],
  ]
  for (const command of commands) {
    const { code, stderr } = await run({}, ...command)
    if (code !== 0) throw new Error(`${command.join(' ')}: ${code} ${stderr}`)
  }
}
